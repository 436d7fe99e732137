/**
 * What a message says: which sentences, in which order. The sentences themselves stand in the catalogue, a file a
 * language. Nothing here decides anything.
 */

import type { Evidence } from "../judge/evidence.ts";
import { decidable, type Notice, type Ruling, type Sequel, type UnreadSource } from "../judge/notice.ts";
import { RULES } from "../judge/rules.ts";
import type { Status } from "../judge/status.ts";
import { daysBetween } from "../time/civil-date.ts";
import { elapsed, type InstantText } from "../time/instant.ts";
import type { Language } from "../watch/names.ts";
import type { Catalogue } from "./catalogue.ts";
import { changeSentence, editionSentences, fileSentence, lineSentences } from "./change-words.ts";
import { catalogue } from "./languages.ts";
import { proposalSentences, statedSentences } from "./statement-words.ts";
import { whereThingsStand } from "./where-things-stand.ts";

export interface Message {
  title: string;
  /** Paragraphs, the most important first. */
  paragraphs: string[];
  links: { label: string; url: string }[];
}

const NOTHING_SINCE: Sequel = { copies: [], rulings: [] };

/** @param since what was learnt after the notice was recorded */
export function say(notice: Notice, { copies, rulings, looking } = NOTHING_SINCE, language: Language = "en"): Message {
  const words = catalogue(language);
  const taken = rulings.map(({ decision, by, at, reason }) => {
    const ruling = decision === "dismiss" && notice.kind === "proposed" ? "none" : decision;
    return words.rulings[ruling](by, at, reason);
  });
  return {
    title: ruledTitle(words, notice, rulings),
    paragraphs: [
      ...taken,
      ...(looking && taken.length === 0 ? [words.looking(looking.by, looking.until)] : []),
      ...sentences(words, notice, taken.length > 0),
      ...whereThingsStand(notice.status, language),
    ],
    links: [...links(words, notice), ...copies.map((url) => ({ label: words.labels.copy, url }))],
  };
}

/** The title, with what became of it since. */
function ruledTitle(words: Catalogue, notice: Notice, rulings: readonly Ruling[]): string {
  const usual = title(words, notice);
  const latest = new Map(rulings.map(({ about, decision }) => [about, decision]));
  if (notice.kind === "published")
    return notice.proofs.every(({ id }) => latest.get(id) === "dismiss") ? words.titles.takenBack(usual) : usual;
  const [asked = ""] = notice.kind === "signalled" || notice.kind === "proposed" ? decidable(notice) : [];
  const decision = latest.get(asked);
  return decision ? words.titles[`${decision}ed`](notice.status.title) : usual;
}

/** What a message about a notice is headed. */
export function titleOf(notice: Notice, language: Language = "en"): string {
  return title(catalogue(language), notice);
}

/** The message as plain text, for a terminal and for JSON. */
export function plainText(message: Message): string {
  return [...message.paragraphs, ...message.links.map((link) => `${link.label}: ${link.url}`)].join("\n");
}

/** A notice with its message, for programs. @param id the notice's */
export function noticeRecord(id: string, notice: Notice, since?: Sequel, language?: Language) {
  const message = say(notice, since, language);
  const { kind, watch, at, grounds } = notice;
  return { id, kind, watch, at, title: message.title, text: plainText(message), evidence: grounds };
}

function title({ titles }: Catalogue, notice: Notice): string {
  const name = notice.status.title;
  switch (notice.kind) {
    case "changed":
      return notice.change.kind === "moved" ? titles.moved(notice.source) : titles.changed(notice.source);
    case "reminder":
      return notice.status.verdict === "signalled" ? titles.stillNotConfirmed(name) : titles.notPublishedYet(name);
    case "signalled":
      return titles.signalled[RULES[notice.signal.rule].strength === "strong" ? "strong" : "hint"](name);
    case "edition":
      return titles.edition[notice.as](name);
    case "stated":
      return notice.isTakenBack
        ? titles.takenBack(titles.stated[notice.statement.bearing](name))
        : titles.stated[notice.statement.bearing](name);
    case "blind":
    case "recovered":
      return titles[notice.kind](notice.sources.length);
    default:
      return titles[notice.kind](name);
  }
}

/** @param isDecided whether a person has answered what the notice asks */
function sentences(words: Catalogue, notice: Notice, isDecided: boolean): string[] {
  const { status, at } = notice;
  switch (notice.kind) {
    case "started":
      return [
        notice.read.length > 0 ? words.started.read(notice.read) : words.started.nothingRead,
        ...unreadSentences(words, notice.unread, at),
        ...(notice.notThere.length > 0 ? [words.started.notThere(notice.notThere.map((source) => source.name))] : []),
      ];
    case "changed":
      return [
        changeSentence(words, notice.change, notice.source),
        ...lineSentences(words, notice.change),
        ...(notice.more ? [words.changes.moreChanges(notice.more)] : []),
        ...(notice.change.kind !== "moved" && status.verdict === "unpublished" ? [words.aloneShowsNothing] : []),
      ];
    case "signalled":
      return [
        evidenceSentence(words, notice.signal, status),
        ...noteSentence(words, notice.signal),
        ...(notice.others?.length
          ? [
              words.otherSignals(
                notice.others.map(({ title }) => title),
                notice.more ?? 0,
              ),
            ]
          : []),
        ...(isDecided ? [] : [words.askToLook(notice.signal.id)]),
      ];
    case "published":
      return publishedSentences(words, notice.proofs, notice);
    case "withdrawn":
      return [words.withdrawn(notice.proofs.length)];
    case "edition":
      return editionSentences(words, notice);
    case "proposed":
      return proposalSentences(words, notice, isDecided);
    case "stated":
      return statedSentences(words, notice);
    case "overdue":
      return [words.overdue(notice.phrase, notice.promisedOn, notice.horizon.latest)];
    case "reminder": {
      const { looks, since, failed, covered, longestGap } = notice.looks;
      const gap = longestGap ? ` ${words.looks.longestGap(elapsed(longestGap.from, longestGap.to))}` : "";
      return [
        `${words.looks.looked(looks, since, failed, covered)}${gap}`,
        ...unreadSentences(words, notice.unread, at),
      ];
    }
    case "blind":
      return [...unreadSentences(words, notice.sources, at), words.untilOver];
    case "recovered":
      return recoveredSentences(words, notice);
    case "corrected":
      return [correctionSentence(words, notice)];
  }
}

function publishedSentences(words: Catalogue, proofs: readonly Evidence[], { status, at }: Notice): string[] {
  const [proof] = proofs;
  if (!proof) return [];
  const { published } = words;
  const files = proof.files ?? [];
  const languages = [...new Set(files.flatMap(({ language }) => language ?? []))];
  const took = status.publishedOn ? daysBetween(status.promisedOn, status.publishedOn) : status.day;
  const late = daysBetween(status.horizon.latest, status.publishedOn ?? status.today);
  const kept =
    status.standing === "kept" ? published.withinPromise(took) : published.afterPromise(took, late, status.phrase);
  const newer =
    status.newest?.standing === "kept" ? ` ${published.newerKept(status.newest.promisedOn, status.newest.phrase)}` : "";
  return [
    evidenceSentence(words, proof, status),
    ...noteSentence(words, proof),
    ...files.map((file) => fileSentence(words, file, proof.date)),
    ...(languages.length > 1 ? [words.file.languages(languages)] : []),
    published.firstSeen(at),
    `${kept}${newer}`,
  ];
}

function evidenceSentence({ rules }: Catalogue, { rule, title: name, date }: Evidence, { publisher }: Status): string {
  return rules[rule].says({ title: name, date, publisher });
}

/** Sources that went and came back together are told together. */
function recoveredSentences(words: Catalogue, { sources, at }: Extract<Notice, { kind: "recovered" }>): string[] {
  const groups = Object.values(Object.groupBy(sources, (source) => source.since.slice(0, 16)));
  return groups.flatMap((group = []) => {
    const [first] = group;
    if (!first) return [];
    const names = group.map((source) => source.name);
    const changed = group.filter((source) => source.changes > 0);
    return [
      words.recovered.again(elapsed(first.since, at), names, first.since),
      changed.length === 0 ? words.recovered.nothingChanged : words.recovered.changed(changed),
    ];
  });
}

function correctionSentence(words: Catalogue, notice: Extract<Notice, { kind: "corrected" }>): string {
  const { evidence, correction, by, reason } = notice;
  switch (correction) {
    case "returned":
      return words.corrected.returned(evidence.title);
    case "dismissed":
      return words.corrected.dismissed(evidence.title, by, reason);
    case "signal-dismissed":
      return words.corrected.signalDismissed(evidence.title, by, reason);
  }
}

const MAX_SOURCE_LINKS = 3;

/** Sources that went unread together, for the same reason, are told together. */
function unreadSentences(words: Catalogue, sources: readonly UnreadSource[], at: InstantText): string[] {
  const groups = Object.values(Object.groupBy(sources, (source) => `${source.detail} ${source.since.slice(0, 15)}`));
  return groups.flatMap((group = []) => {
    const [first] = group;
    const names = group.map((source) => source.name);
    return first ? [words.unread(elapsed(first.since, at), first.since, names, first)] : [];
  });
}

/** A note may name several things, each recorded by itself. */
function noteSentence(words: Catalogue, { note }: Evidence): string[] {
  return note ? [words.note(note.split("; ").map(words.recorded).join("; "))] : [];
}

function links({ labels }: Catalogue, notice: Notice): Message["links"] {
  if (notice.kind === "blind" || notice.kind === "recovered")
    return notice.sources.slice(0, MAX_SOURCE_LINKS).map(({ url }) => ({ label: labels.source, url }));
  const seen = new Map<string, string>();
  if (notice.kind === "changed" && notice.change.url !== notice.url) seen.set(notice.change.url, labels.item);
  if (notice.kind === "edition" && "change" in notice) seen.set(notice.change.url, labels.item);
  for (const { url } of notice.grounds) if (!seen.has(url)) seen.set(url, labels.evidence);
  return [...seen].map(([url, label]) => ({ label, url }));
}
