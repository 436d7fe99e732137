/** What each kind of notice says besides its title: the clock, a sentence of evidence, and the small print. */
import type { Evidence } from "../judge/evidence.ts";
import type { Notice, UnreadSource } from "../judge/notice.ts";
import type { Status } from "../judge/status.ts";
import { civilDateAt } from "../time/civil-date.ts";
import { elapsed, type InstantText } from "../time/instant.ts";
import type { Catalogue } from "./catalogue.ts";
import { type Beside, changeWords, editionWords, filesLine } from "./change-words.ts";
import { clockLine } from "./clock-words.ts";
import { itemTitle, named } from "./named.ts";
import { beforehandSentence } from "./odds-words.ts";
import { revisedWords } from "./revised-words.ts";
import { proposalWords, statedWords } from "./statement-words.ts";
import { codeIn } from "./unreachable.ts";

const MINUTE_MS = 60_000;

export function toldWords(words: Catalogue, notice: Notice): Beside {
  const { status, at } = notice;
  const clock = clockLine(words, status);
  switch (notice.kind) {
    case "started":
      return {
        sentences: [
          clock,
          notice.read.length > 0 ? words.started.read(named(words, notice.read)) : words.started.nothingRead,
          ...besides(words, notice.unread),
        ],
        small: notice.notThere.length > 0 ? [words.started.notThere(named(words, namesOf(notice.notThere)))] : [],
      };
    case "changed": {
      const { sentences, small } = changeWords(words, notice.change, notice.source, notice.more);
      // Beside a signal, the signal says the clock.
      if (status.verdict !== "unpublished") return { sentences, small };
      const isAlone = notice.change.kind === "appeared";
      return { sentences: [clock, ...sentences, ...(isAlone ? [words.aloneShowsNothing] : [])], small };
    }
    case "signalled": {
      const { signal, others = [], more = 0 } = notice;
      const count = others.length + more;
      const beside = count > 0 ? [words.otherSignals(count)] : [];
      return {
        sentences: [clock, evidenceSentence(words, signal, status.publisher)],
        small: [...noteOf(words, signal), ...beside],
      };
    }
    case "published":
      return publishedWords(words, notice.proofs, notice);
    case "withdrawn":
      return { sentences: [clock, words.withdrawn(notice.proofs.length)], small: [] };
    case "edition":
      return editionWords(words, notice);
    case "proposed":
      return proposalWords(words, notice);
    case "stated":
      return statedWords(words, notice);
    case "revised":
      return revisedWords(words, notice);
    case "overdue": {
      const said = words.overdue(notice.promisedOn, notice.horizon.latest);
      // Something was found, and a person is asked: that nothing was would not be so.
      const found = status.verdict === "signalled" ? words.foundUnconfirmed : words.nothingFound;
      return { sentences: [clock, `${said} ${found}`], small: [notice.horizon.basis] };
    }
    case "reminder": {
      const { looks, since, failed, covered, longestGap } = notice.looks;
      const gap = longestGap ? [words.looks.longestGap(elapsed(longestGap.from, longestGap.to))] : [];
      return {
        sentences: [
          clockLine(words, status, notice.unread.length === 0),
          ...besides(words, notice.unread),
          ...reachSentence(words, status),
        ],
        small: [[words.looks.looked(looks, stretchOfLooks(words, since, at), failed, covered), ...gap].join(" · ")],
      };
    }
    case "blind":
      return {
        sentences: [...unreadSentences(words, notice.sources, at), words.unread.untilOver],
        small: [...new Set(notice.sources.flatMap(({ detail }) => codeIn(detail) ?? []))],
      };
    case "recovered":
      return { sentences: recoveredSentences(words, notice), small: [] };
    case "corrected":
      return correctedWords(words, notice);
  }
}

function publishedWords(words: Catalogue, proofs: readonly Evidence[], { status, at, beforehand }: Notice): Beside {
  const [proof] = proofs;
  if (!proof) return { sentences: [], small: [] };
  const { published } = words;
  const { date, files = [], url } = proof;
  const seen = date === civilDateAt(at, "UTC") ? words.hour(at) : words.moment(at);
  const first = date ? published.dated(date, seen) : published.firstSeen(seen);
  const isPersons = proof.rule === "confirmed-by-a-person";
  const more = proofs.length > 1 ? [published.more(proofs.length - 1)] : [];
  const note = noteOf(words, proof);
  return {
    sentences: [clockLine(words, status, true), first],
    small: [
      filesLine(words, files, url),
      ...(isPersons && note.length === 0 ? [words.rules[proof.rule].name] : note),
      ...more,
      ...(beforehand ? [beforehandSentence(words, beforehand)] : []),
    ],
  };
}

export function evidenceSentence(words: Catalogue, { rule, title, date }: Evidence, publisher: string): string {
  return words.rules[rule].says({ title: itemTitle(words, title, date), date, publisher });
}

/** What a watch can do now: prove a publication, or signal it; where nothing can be read, that is the news. */
export function reachSentence(words: Catalogue, { verdict, reach }: Status): string[] {
  return reach && reach !== "blind" && verdict !== "published" ? [words.reach[reach].says] : [];
}

/** In days, or in hours and minutes where it is no day yet. */
function stretchOfLooks(words: Catalogue, since: InstantText, at: InstantText): string | undefined {
  const [from, to] = [civilDateAt(since, "UTC"), civilDateAt(at, "UTC")];
  if (from !== to) return words.stretch(from, to);
  return elapsed(since, at) < MINUTE_MS ? undefined : words.span(elapsed(since, at));
}

/** Sources that went and came back together are told together. */
function recoveredSentences(words: Catalogue, { sources, at }: Extract<Notice, { kind: "recovered" }>): string[] {
  const groups = Object.values(Object.groupBy(sources, (source) => source.since.slice(0, 16)));
  const changed = sources.filter((source) => source.changes > 0);
  return [
    ...groups.flatMap((group = []) =>
      group[0] ? [words.recovered.again(elapsed(group[0].since, at), named(words, namesOf(group)))] : [],
    ),
    changed.length === 0 ? words.recovered.nothingChanged : words.recovered.changed(named(words, namesOf(changed))),
  ];
}

function correctedWords(words: Catalogue, notice: Extract<Notice, { kind: "corrected" }>): Beside {
  const { evidence, correction, reason } = notice;
  const { corrected } = words;
  const title = itemTitle(words, evidence.title, evidence.date);
  switch (correction) {
    case "returned":
      return { sentences: [corrected.returned], small: [title] };
    case "reinstated":
      return { sentences: [corrected.reinstated], small: [title] };
    case "dismissed":
      return { sentences: [corrected.dismissed(reason)], small: [title] };
    case "signal-dismissed":
      return { sentences: [corrected.signalDismissed(title, reason)], small: [] };
  }
}

/** Sources that went unread together, for the same reason, are told together. */
function unreadSentences(words: Catalogue, sources: readonly UnreadSource[], at: InstantText): string[] {
  const groups = Object.values(Object.groupBy(sources, (source) => `${source.detail} ${source.since.slice(0, 15)}`));
  return groups.flatMap((group = []) => {
    const [first] = group;
    if (!first) return [];
    return [
      `${words.unread.since(elapsed(first.since, at), named(words, namesOf(group)))} ${words.unread.because(first)}`,
    ];
  });
}

function besides(words: Catalogue, unread: readonly UnreadSource[]): string[] {
  return unread.length > 0 ? [words.unread.beside(named(words, namesOf(unread)))] : [];
}

/** A note may name several things, each recorded by itself. */
function noteOf(words: Catalogue, { note, copy }: Evidence): string[] {
  const parts = [...(note?.split("; ") ?? []), ...(copy ? [copy] : [])];
  return parts.length > 0 ? [words.note(words.remarks(parts.map(words.recorded)))] : [];
}

function namesOf(sources: readonly { name: string }[]): string[] {
  return sources.map(({ name }) => name);
}
