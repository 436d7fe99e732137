/** What a verdict rests on, gathered from the archive: the captures that it cites, those of their looks, what stood there before, and the journal's own account. */
import { noticeId } from "../../judge/notice.ts";
import type { Citation } from "../citation.ts";
import { byFileName, readFileName } from "../file-names.ts";
import { isConfig, isHandle, isJournal, type JournalLine, journalOnly, readLines } from "../journal.ts";
import type { KeptFile } from "../source.ts";
import { readableRecords } from "../warc.ts";
import { type Dossier, groundsOf } from "./dossier.ts";
import { type Sealed, type Walked, walk } from "./walk.ts";

/** Where to gather from. */
export interface Sources {
  /** Those that are there, by name. */
  files: ReadonlyMap<string, KeptFile>;
  /** Every archived answer that the store knows. */
  citations: readonly Citation[];
  checkpoints: readonly Sealed[];
  /** Whether a file is in another worker's folder, and nowhere else yet. */
  isElsewhere: (file: string) => boolean;
}

export interface Capture extends Citation {
  /** Whether the verdict cites it; else it belongs to the same look, or stood there before. */
  isCited: boolean;
}

export interface Gathered extends Walked {
  captures: readonly Capture[];
  /** What could not be had, a sentence each. */
  missing: readonly string[];
}

export async function gather(dossier: Dossier, sources: Sources): Promise<Gathered> {
  const files = new Map([...sources.files].toSorted(([a], [b]) => byFileName(a, b)));
  const digests = new Set(groundsOf(dossier).map(({ capture }) => capture));
  const cited = sources.citations.filter(({ digest, kind }) => digests.has(digest) && kind === "response");
  const accounts = await accountsOf(dossier, cited, files);
  const wanted = wantedCitations(cited, accounts, sources.citations);
  const places = new Map<string, Map<number, "record" | "link">>();
  const want = (file: string, offset: number, what: "record" | "link") =>
    places.set(file, (places.get(file) ?? new Map()).set(offset, what));
  for (const { file, offset } of wanted) want(file, offset, "record");
  for (const { file, offset, config, namesSomebody } of accounts) {
    want(file, offset, namesSomebody ? "link" : "record");
    for (const one of config) want(file, one, "record");
  }
  const walked = await walk(files, places, sources.checkpoints);
  const found = new Set(walked.shown.map(({ record }) => record.id));
  return {
    ...walked,
    captures: wanted
      .filter(({ record }) => found.has(record))
      .map((citation) => ({ ...citation, isCited: digests.has(citation.digest) })),
    missing: [
      ...lacking(dossier, sources.citations),
      ...wanted.filter(({ record }) => !found.has(record)).map((one) => away(one, whereIs(one.file, sources))),
      ...accounts.filter(({ namesSomebody }) => namesSomebody).map(sayLeftOut),
      ...untold(dossier, accounts),
    ],
  };
}

/** A record of the journal that tells of what is exported. */
interface Account {
  file: string;
  offset: number;
  lines: readonly JournalLine[];
  /** Where the config stands that held when it told a notice. */
  config: readonly number[];
  /** Whether it has the name of a person, as it may from before there were handles. */
  namesSomebody: boolean;
}

/** Those that told the notices, and those of the looks that made what they rest on. They stand in the file of what was made, or of that day. */
async function accountsOf(
  { notices }: Dossier,
  cited: readonly Citation[],
  files: ReadonlyMap<string, KeptFile>,
): Promise<Account[]> {
  const ids = new Set(notices.map(noticeId));
  const keys = new Set(notices.map(({ key }) => key));
  const records = new Set(cited.map(({ record }) => record));
  const needles = [...notices.map(({ key }) => JSON.stringify(key)), ...records];
  const citing = new Set(cited.map(({ file }) => file));
  const days = new Set(notices.map(({ at }) => at.slice(0, 10).replaceAll("-", "")));
  const accounts: Account[] = [];
  for (const [name, file] of files) {
    if (!citing.has(name) && !days.has(readFileName(name)?.day ?? "")) continue;
    let config: number[] = [];
    let isInConfig = false;
    for await (const record of readableRecords(file, { keep: journalOnly })) {
      const { payload, offset } = record;
      if (isConfig(record)) config = isInConfig ? [...config, offset] : [offset];
      isInConfig = isConfig(record);
      if (!isJournal(record) || !payload || !needles.some((needle) => payload.includes(needle))) continue;
      const lines = [...readLines(payload)];
      const told = lines.some((line) => tells(line, ids));
      if (!told && !lines.some((line) => completes(line, keys) || isLookOf(line, records))) continue;
      accounts.push({
        ...{ file: name, offset, lines, config: told ? config : [] },
        namesSomebody: lines.some(hasName),
      });
    }
  }
  return accounts;
}

function tells(line: JournalLine, ids: ReadonlySet<string>): boolean {
  return "notices" in line && (line.notices ?? []).some((notice) => ids.has(noticeId(notice)));
}

/** Whether it tells what became of one of them, by their keys. */
function completes(line: JournalLine, keys: ReadonlySet<string>): boolean {
  return "completed" in line && (line.completed ?? []).some(({ key }) => keys.has(key));
}

function recordsIn(line: JournalLine): string[] {
  return line.kind === "look"
    ? line.exchanges.flatMap((exchange) => ("record" in exchange ? (exchange.record ?? []) : []))
    : [];
}

/** Whether a look made one of them. One that found the same again only names it. */
function isLookOf(line: JournalLine, records: ReadonlySet<string>): boolean {
  if (line.kind !== "look") return false;
  return line.exchanges.some(
    (exchange) =>
      "record" in exchange && !exchange.same && exchange.record !== undefined && records.has(exchange.record),
  );
}

function hasName(line: JournalLine): boolean {
  const told = "notices" in line ? (line.notices ?? []).map((notice) => (notice as { by?: unknown }).by) : [];
  return ["by" in line ? line.by : undefined, ...told].some((by) => typeof by === "string" && !isHandle(by));
}

/** The captures that are cited and those of the same looks, the payloads they refer to, and what stood there before, in the order of the files. */
function wantedCitations(
  cited: readonly Citation[],
  accounts: readonly Account[],
  citations: readonly Citation[],
): Citation[] {
  const looked = new Set(accounts.flatMap(({ lines }) => lines.flatMap(recordsIn)));
  const named = [...cited, ...citations.filter(({ record }) => looked.has(record))];
  const before = named.flatMap(
    (citation) => citations.filter(({ url, at }) => url === citation.url && at < citation.at).at(-1) ?? [],
  );
  const all = [...named, ...before];
  const originals = all.flatMap(
    ({ digest }) => citations.find((one) => one.kind === "response" && one.digest === digest) ?? [],
  );
  const once = new Map([...originals, ...all].map((citation) => [citation.record, citation]));
  return [...once.values()].sort((a, b) => byFileName(a.file, b.file) || a.offset - b.offset);
}

function lacking(dossier: Dossier, citations: readonly Citation[]): string[] {
  const known = new Set(citations.map(({ digest }) => digest));
  return groundsOf(dossier)
    .filter(({ capture }) => !known.has(capture))
    .map(({ url, capture }) => `The capture ${capture} of ${url} is not in the archive any more.`);
}

function whereIs(file: string, { files, isElsewhere }: Sources): string {
  if (files.has(file)) return "damaged before it; `archive verify` says where";
  return isElsewhere(file)
    ? "in another worker’s folder, and not uploaded yet"
    : "not there any more: removed as the settings say, or lost";
}

function away({ url, digest, file }: Citation, where: string): string {
  return `The capture ${digest} of ${url} is not enclosed: its file ${file} is ${where}.`;
}

function sayLeftOut({ file, offset }: Account): string {
  return `The journal’s record at byte ${offset} of ${file} is left out, since it names a person; the digests of its lines stand in its link.`;
}

/** A notice whose step is in no file that is there. */
function untold({ notices }: Dossier, accounts: readonly Account[]): string[] {
  const lines = accounts.flatMap((account) => account.lines);
  return notices
    .map(noticeId)
    .filter((id) => !lines.some((line) => tells(line, new Set([id]))))
    .map((id) => `The journal’s account of notice ${id} is in no file that is there.`);
}
