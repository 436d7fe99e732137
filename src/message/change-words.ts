/** What a change, and a file, is told as. */
import type { Change } from "../judge/compare/change.ts";
import type { EvidenceFile } from "../judge/evidence.ts";
import type { Notice } from "../judge/notice.ts";
import type { FileFacts } from "../read/reading.ts";
import type { Catalogue } from "./catalogue.ts";
import { itemTitle } from "./named.ts";
import { shorten } from "./shorten.ts";

const MAX_LINES_TOLD = 2;
/** Of all the lines that are told: two lines of a phone. */
const MOST_OF_LINES = 76;
const MOST_OF_AN_ADDRESS = 60;

/** What stands beside the news: sentences, and what belongs into the small print. */
export interface Beside {
  sentences: string[];
  small: string[];
}

export function changeTitle(words: Catalogue, change: Change, source: string): string {
  const { titles } = words;
  if (change.kind === "moved") return titles.moved(source);
  const item = itemTitle(words, change.title, change.date);
  const { file } = change;
  return file
    ? titles.file[file.what === "offered" && file.isAnnex ? "annex" : file.what](item)
    : titles[change.kind](item);
}

export function changeWords(words: Catalogue, change: Change, source: string, more = 0): Beside {
  const { changes } = words;
  const rest = more > 0 ? [changes.moreChanges(more)] : [];
  if (change.kind === "moved")
    return {
      sentences: [changes.moved],
      small: [changes.movedFrom(shorten(withoutScheme(change.from ?? ""), MOST_OF_AN_ADDRESS))],
    };
  const { sentences, small } = change.file ? fileChange(words, change) : textChange(words, change, source);
  return { sentences, small: [...small, ...rest] };
}

function textChange(words: Catalogue, change: Change, source: string): Beside {
  const { changes } = words;
  const place = changes.listed(source, change.date);
  if (change.kind === "disappeared") return { sentences: [changes.goneFrom(source)], small: [] };
  if (change.kind === "edited" && change.before)
    return { sentences: [changes.before(itemTitle(words, change.before, change.date))], small: [place] };
  const { lines, more } = changedLines(words, change);
  return { sentences: lines, small: [place, ...more] };
}

function fileChange(words: Catalogue, change: Change): Beside {
  const { changes, file: said } = words;
  const { file, url, from } = change;
  if (!file) return { sentences: [], small: [] };
  const facts = (of: FileFacts | undefined) => (of ? factsOf(words, of) : changes.notRead);
  const tongue = file.language ? [words.tongue(file.language)] : [];
  const now = words.traits([
    said.kind(endingOf(url)),
    facts(file.what === "withdrawn" ? file.before : file.after),
    ...tongue,
  ]);
  if (file.what !== "replaced") return { sentences: [], small: [changes.file(now)] };
  const [before, after] = [facts(file.before), facts(file.after)];
  const small = [
    before === after ? changes.asBefore(now) : changes.file(now, before),
    ...(from ? [changes.otherAddress] : []),
  ];
  if (file.isSameText) return { sentences: [changes.textIsSame], small };
  const { lines, more } = changedLines(words, change);
  return { sentences: lines, small: [...small, ...more] };
}

/** Another edition: what it is, its file, and what its text says otherwise than the one before. */
export function editionWords(words: Catalogue, notice: Extract<Notice, { kind: "edition" }>): Beside {
  if ("change" in notice) return changeWords(words, notice.change, notice.source, notice.more);
  const { title, date, url, files = [] } = notice.evidence;
  const { than, added, removed, more = 0 } = notice;
  const { edition } = words;
  const found = edition.found(itemTitle(words, title, date), date);
  const { lines, more: unshown } = changedLines(words, { added, removed });
  const isOther = than !== undefined && lines.length > 0;
  return {
    sentences: [found, ...(isOther ? lines : than ? [edition.textIsSame] : [])],
    small: [
      ...(files.length > 0 ? [filesLine(words, files, url)] : []),
      ...unshown,
      ...(more > 0 ? [words.changes.moreChanges(more)] : []),
    ],
  };
}

/** What came and what went, a line of each where there are both, and how many more. */
function changedLines(words: Catalogue, { added = [], removed = [], moreLines = 0 }: Partial<Change>) {
  const each = MOST_OF_LINES / Math.min(MAX_LINES_TOLD, Math.max(1, added.length + removed.length));
  const shown = (sign: string, lines: readonly string[], most: number) =>
    lines.slice(0, most).map((line) => `${sign} ${words.isolated(shorten(line, each))}`);
  const came = shown("+", added, removed.length > 0 ? 1 : MAX_LINES_TOLD);
  const went = shown("−", removed, MAX_LINES_TOLD - came.length);
  const rest = added.length + removed.length + moreLines - came.length - went.length;
  return { lines: [...came, ...went], more: rest > 0 ? [words.changes.moreLines(rest)] : [] };
}

/** How long, or how large where that is not known, and what it is. */
function factsOf({ file, bytes, traits }: Catalogue, facts: FileFacts): string {
  const size = facts.pages ? file.pages(facts.pages) : bytes(facts.bytes);
  return traits([size, ...(facts.isAdvance ? [file.advance] : []), ...(facts.isScan ? [file.scan] : [])]);
}

/** The first of a document's files, all the languages it comes in, and the host. @param url the document's */
export function filesLine(words: Catalogue, files: readonly EvidenceFile[], url: string): string {
  const { file: said } = words;
  const { host } = new URL(url);
  const [first] = files;
  if (!first) return host;
  const codes = new Set(files.flatMap(({ language }) => language ?? []));
  const what = [said.kind(endingOf(first.url)), factsOf(words, first.facts), ...[...codes].map(words.tongue)];
  return `${words.traits(what)} · ${host}`;
}

/** "PDF" */
function endingOf(url: string): string | undefined {
  return /\.(\w{2,5})$/.exec(new URL(url).pathname)?.[1]?.toUpperCase();
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, "");
}
