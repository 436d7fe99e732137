/**
 * What a message says, for every channel, the page and the terminal: the news, the clock, a sentence of evidence, links, and
 * one small line of the rest. The sentences stand in the catalogue, a file a language. Nothing here decides anything.
 */

import { decidable, type Notice, type Ruling, type Sequel } from "../judge/notice.ts";
import { RULES } from "../judge/rules.ts";
import type { InstantText } from "../time/instant.ts";
import { oddsJson } from "../track-record/odds-json.ts";
import type { Language } from "../watch/names.ts";
import type { Catalogue } from "./catalogue.ts";
import { changeTitle } from "./change-words.ts";
import { catalogue } from "./languages.ts";
import { labelled } from "./link-labels.ts";
import { nameOf } from "./named.ts";
import { type OddsWords, oddsWords } from "./odds-words.ts";
import { headOf } from "./revised-words.ts";
import { shorten } from "./shorten.ts";
import { toldWords } from "./told-words.ts";

export interface Message {
  /** The news, in everyday words. */
  title: string;
  /** What people decided since, the clock, the evidence: a line or two each. */
  paragraphs: string[];
  /** How such promises went before, and the chance of the days ahead. */
  odds?: OddsWords | undefined;
  /** The rest, in one line. */
  small?: string | undefined;
  /** How what it asks is answered where there are no buttons. */
  answer?: string | undefined;
  links: { label: string; url: string }[];
  /** The instants that its words name: a channel may show them to each reader in their own zone. */
  instants: InstantText[];
}

const NOTHING_SINCE: Sequel = { copies: [], rulings: [] };
/** What people give as a reason may be long. */
const MOST_OF_A_REASON = 120;

/** What the links of a message hang on. */
export interface Where {
  /** The address of the bot's own page on the notice, where people can open it. */
  page?: string | undefined;
  /** The publisher's hosts: a link that leads elsewhere is named by its host. Left out where each address stands beside its name. */
  hosts?: readonly string[] | undefined;
}

/** @param since what was learnt after the notice was recorded */
export function say(
  notice: Notice,
  { copies, rulings, looking } = NOTHING_SINCE,
  language: Language = "en",
  where: Where = {},
): Message {
  const words = catalogue(language);
  const taken = rulings.map(({ decision, at, reason }) => {
    const ruling = decision === "dismiss" && notice.kind === "proposed" ? "none" : decision;
    return words.rulings[ruling](at, reason && shorten(reason, MOST_OF_A_REASON));
  });
  const { sentences, small } = toldWords(words, notice);
  const claimed = taken.length === 0 ? looking : undefined;
  const paragraphs = [...taken, ...(claimed ? [words.looking(claimed.until)] : []), ...sentences];
  return {
    title: words.typeset(ruledTitle(words, notice, rulings, language)),
    paragraphs: (paragraphs.length > 0 ? paragraphs : small).map(words.typeset),
    odds: notice.odds && typeset(words, oddsWords(words, notice.odds, notice.status)),
    small: paragraphs.length > 0 && small.length > 0 ? words.typeset(small.join(" · ")) : undefined,
    answer: taken.length > 0 ? undefined : answerTo(words, notice),
    links: [...links(words, notice, where), ...copies.map((url) => ({ label: words.labels.copy, url }))],
    instants: [notice.at, ...rulings.map(({ at }) => at), ...(claimed ? [claimed.until] : [])],
  };
}

function typeset({ typeset: set }: Catalogue, { sentences, small, chance }: OddsWords): OddsWords {
  return { sentences: sentences.map(set), small: set(small), chance };
}

/** The title, with what became of it since. */
function ruledTitle(words: Catalogue, notice: Notice, rulings: readonly Ruling[], language: Language): string {
  const usual = titleOf(notice, language);
  const latest = new Map(rulings.map(({ about, decision }) => [about, decision]));
  if (notice.kind === "published")
    return notice.proofs.every(({ id }) => latest.get(id) === "dismiss") ? words.titles.takenBack(usual) : usual;
  const [asked = ""] = notice.kind === "signalled" || notice.kind === "proposed" ? decidable(notice) : [];
  const decision = latest.get(asked);
  return decision ? words.titles[`${decision}ed`](nameOf(notice.status, language)) : usual;
}

/** The message as plain text, for a terminal and for JSON. */
export function plainText({ paragraphs, odds, small, answer, links }: Message): string {
  const rest = [odds?.small, small, answer].filter((line) => line !== undefined);
  return [
    ...paragraphs,
    ...(odds?.sentences ?? []),
    ...rest,
    ...links.map((link) => `${link.label}: ${link.url}`),
  ].join("\n");
}

/** A notice with its message, for programs. @param id the notice's */
export function noticeRecord(id: string, notice: Notice, since?: Sequel, language?: Language) {
  const message = say(notice, since, language);
  const { kind, watch, at, grounds } = notice;
  const said = { id, kind, watch, at, title: message.title, text: plainText(message), evidence: grounds };
  return notice.odds ? { ...said, odds: oddsJson(notice.odds) } : said;
}

/** What a message about a notice is headed. */
export function titleOf(notice: Notice, language: Language = "en"): string {
  const words = catalogue(language);
  const { titles } = words;
  const name = nameOf(notice.status, language);
  switch (notice.kind) {
    case "changed":
      return changeTitle(words, notice.change, notice.source);
    case "reminder":
      return notice.status.verdict === "signalled" ? titles.stillNotConfirmed(name) : titles.notPublishedYet(name);
    case "signalled":
      return titles.signalled[RULES[notice.signal.rule].strength === "strong" ? "strong" : "hint"](name);
    case "edition":
      return titles.edition[notice.as](name);
    case "stated": {
      const usual = titles.stated[notice.statement.bearing](name);
      return notice.isTakenBack ? titles.takenBack(usual) : usual;
    }
    case "revised":
      return titles.revised[headOf(notice)](name);
    case "blind":
    case "recovered":
      return titles[notice.kind](notice.sources.length);
    default:
      return titles[notice.kind](name);
  }
}

function answerTo({ answer }: Catalogue, notice: Notice): string | undefined {
  if (notice.kind === "signalled") return answer.confirm(notice.signal.id);
  return notice.kind === "proposed" ? answer.add(notice.proposal.id) : undefined;
}

const MAX_SOURCE_LINKS = 3;
const MAX_GROUNDS = 3;

/** What it is about first; then where that can be seen: on the bot's own page, or where the bot saw it. */
function links({ labels }: Catalogue, notice: Notice, { page, hosts }: Where): Message["links"] {
  const seen = new Map<string, string>();
  for (const { url, label } of aboutWhat(labels, notice)) seen.set(url, labelled(labels, label, url, hosts));
  const evidence = page ? [] : notice.grounds.slice(0, MAX_GROUNDS).map(({ url }) => url);
  for (const url of evidence) if (!seen.has(url)) seen.set(url, labelled(labels, labels.evidence, url, hosts));
  if (page && !seen.has(page)) seen.set(page, labels.evidence);
  // A mailbox is open to its owner alone.
  return [...seen].filter(([url]) => /^https?:/.test(url)).map(([url, label]) => ({ label, url }));
}

function aboutWhat(labels: Catalogue["labels"], notice: Notice): Message["links"] {
  if (notice.kind === "blind" || notice.kind === "recovered")
    return notice.sources.slice(0, MAX_SOURCE_LINKS).map(({ name, url }) => ({ label: name, url }));
  if (notice.kind === "revised")
    return notice.revisions
      .flatMap(({ what, source }) =>
        source && what !== "source-removed" ? [{ label: source.name, url: source.url }] : [],
      )
      .slice(0, MAX_SOURCE_LINKS);
  if ((notice.kind === "changed" || notice.kind === "edition") && "change" in notice)
    return [{ label: labels.item, url: notice.change.url }];
  const [ground] = notice.grounds;
  const isDocument = notice.kind === "published" || notice.kind === "edition";
  return ground ? [{ label: isDocument ? labels.document : labels.page, url: ground.url }] : [];
}
