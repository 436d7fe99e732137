/** The archive, looked through and handed on. */
import { statSync } from "node:fs";
import { basename } from "node:path";
import type { ChainsFound } from "../archive/chain/seals.ts";
import { copiesOf, verifyCopies } from "../archive/copies.ts";
import { readFileName } from "../archive/file-names.ts";
import { lostFiles, sayLost } from "../archive/lost.ts";
import type { ArchivedRecord } from "../archive/record.ts";
import { ArchiveError, bytesOf, nameOf } from "../archive/source.ts";
import { type Noted, note, type Verified, verify } from "../archive/verify.ts";
import { shelvesOf } from "../bot/parts.ts";
import type { Config } from "../config/load.ts";
import { UsageError } from "../language/plain-error.ts";
import { counted } from "../message/figures.ts";
import type { FilesRead } from "../store/hold.ts";
import { workerIn } from "../store/identity.ts";
import { Store } from "../store/store.ts";
import { ASKS_NOTHING, type CommonOptions, context, stoppable } from "./context.ts";
import { keptFiles } from "./kept-files.ts";
import { progressBar, table } from "./print.ts";
import { type TrustedHere, trustedHere } from "./trusted.ts";

/** `key`: the fingerprints of those whose signatures count; all that are known where it is left out. */
export type VerifyOptions = CommonOptions & { key?: string[] };

export async function verifyArchive(options: VerifyOptions): Promise<number> {
  const given = options.arguments;
  if (given.length === 0) return verifyOwn(context(options, "warn", ASKS_NOTHING).config, options, ARCHIVE_ALONE);
  const packages = given.filter((name) => name.endsWith(".wacz"));
  if (packages.length > 0) return verifyPackages(packages, given, options);
  const files = await keptFiles(given);
  const bytes = await bytesOf(files);
  const trusted = { ...(options.key ? { keys: new Set(options.key) } : {}), whose: () => ASK_WHOSE };
  const verified = await withBar(bytes, (onBytes) => verify(files, undefined, { trusted, onBytes }));
  return sayVerified({ ...verified, bytes }, options, { trusted, rows: [] });
}

/** What `evidence export` wrote, or any other WACZ. */
async function verifyPackages(
  packages: readonly string[],
  given: readonly string[],
  { json, key: keys }: VerifyOptions,
): Promise<number> {
  if (packages.length < given.length) throw new UsageError("Name WACZ files or WARC files, and not both at once.");
  const { checkWacz } = await import("../archive/wacz/check.ts");
  let code = 0;
  for (const file of packages) {
    const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
    const { findings, bytes, signers } = await withBar(size, (onBytes) =>
      checkWacz(file, keys && new Set(keys), onBytes),
    );
    const { rows, wrong, open } = findings;
    code = Math.max(code, wrong.faulty > 0 ? 2 : open.faulty > 0 ? 1 : 0);
    if (json) {
      const said = { found: rows.map(([name, value]) => ({ name, value })), signers, ...wrong, notShown: open.faults };
      process.stdout.write(`${JSON.stringify({ type: "verified", file, bytes, ...said })}\n`);
      continue;
    }
    sayFaults(wrong);
    const verdict = verdictOf(wrong.faulty, open.faulty, keys ? undefined : signers);
    const notProved = open.faults.map((one) => ["Not proved", one.replace(`${file}: `, "")] as const);
    process.stdout.write(table([["File", file], ...rows, ...notProved, ["Verdict", verdict]]));
  }
  return code;
}

/** @param signers whom it rests on, where nobody said who they are to be */
function verdictOf(faulty: number, open: number, signers: readonly string[] | undefined): string {
  if (faulty > 0) return counted(faulty, "fault");
  if (open > 0)
    return `nothing is wrong, but ${counted(open, "thing")} ${open === 1 ? "is" : "are"} not proved (see above)`;
  if (!signers) return "all that it encloses holds";
  return `all that it encloses holds, if the bot’s key is ${signers.join(" and ")}: compare it with what its keeper publishes, or give that with --key`;
}

/** What else is looked through with the bot's own archive. */
export interface Besides {
  /** Is shown each record, with its digest, and its payload where it is one of the journal's. */
  see(record: ArchivedRecord): void;
  /** What is wrong, a sentence each, and what to say of it in the table. */
  conclude(files: FilesRead): Promise<{ faults: readonly string[]; rows: Rows }>;
}
type Rows = readonly (readonly [string, string])[];
const ARCHIVE_ALONE: Besides = { see: () => undefined, conclude: async () => ({ faults: [], rows: [] }) };

/** The bot's own archive, wherever its files are, against what the store says of it. */
export async function verifyOwn(config: Config, options: VerifyOptions, besides: Besides): Promise<number> {
  const shelves = shelvesOf(config);
  const store = await citedBy(config);
  const files = await shelves.all();
  if (files.length === 0) {
    const lost = store ? lostFiles(store, new Set()) : [];
    if (lost.length > 0) throw new ArchiveError(sayLost(shelves.directory, lost));
    throw new UsageError(
      `${shelves.directory}: holds no archive yet; run \`check\` or \`start\` first, or name WARC files`,
    );
  }
  const copies = await copiesOf(shelves, store?.uploads ?? []);
  const bytes = await bytesOf(files);
  const all = copies.reduce((sum, copy) => sum + copy.bytes, bytes);
  const onRecord = (record: ArchivedRecord) => besides.see(record);
  const trusted = await trustedHere(config, options.key);
  const verified = await withBar(all, async (onBytes) =>
    verifyCopies(copies, await verify(files, store, { trusted, onBytes, onRecord }), onBytes),
  );
  const names = new Set(files.map((file) => basename(nameOf(file))));
  const isAll = (store?.ends ?? []).every((end) => names.has(end.file));
  const { faults, rows } = await besides.conclude({ names, isAll });
  for (const fault of faults) note(verified, fault);
  return sayVerified({ ...verified, bytes, citations: store?.citations.length }, options, { trusted, rows });
}

async function withBar<T>(bytes: number, work: (onBytes: (bytes: number) => void) => Promise<T>): Promise<T> {
  const bar = progressBar("Verifying  [{bar}] {percentage}%");
  bar.start(Math.max(1, bytes), 0);
  return stoppable(
    () => work((read) => bar.increment(read)),
    () => bar.stop(),
  ).finally(() => bar.stop());
}

function sayVerified(
  verified: Verified & { bytes: number; citations?: number | undefined },
  { json }: CommonOptions,
  { trusted, rows }: { trusted: Pick<TrustedHere, "whose">; rows: Rows },
): number {
  const { files, bytes, records, captures, cited, citations, elsewhere, lost, chains, faulty, faults } = verified;
  if (json) {
    const said = { files, bytes, records, captures, cited, elsewhere, lost, chains, faulty, faults };
    process.stdout.write(`${JSON.stringify({ type: "verified", ...said })}\n`);
    return faulty === 0 ? 0 : 2;
  }
  sayFaults({ faulty, faults });
  process.stdout.write(
    table([
      ["Files", `${files} (${(bytes / 1e6).toFixed(1)} MB)`],
      ["Records", records.toLocaleString("en")],
      ["Captures", captures.toLocaleString("en")],
      ...(citations === undefined ? [] : [["Citations that hold", `${cited} of ${citations}`] as const]),
      ...(elsewhere > 0 ? [["With other workers", `${elsewhere}, in files that are not uploaded yet`] as const] : []),
      ...(lost > 0 ? [["Lost", `${lost.toLocaleString("en")} citations, with the files they lead into`] as const] : []),
      ...chainRows(chains, trusted),
      ...rows,
      ["Verdict", faulty === 0 ? "every digest and every citation holds" : counted(faulty, "fault")],
    ]),
  );
  return faulty === 0 ? 0 : 2;
}

function sayFaults({ faulty, faults }: Noted): void {
  for (const fault of faults.slice(0, MAX_FAULTS_SHOWN)) process.stderr.write(`${fault}\n`);
  if (faulty > MAX_FAULTS_SHOWN)
    process.stderr.write(`… and ${(faulty - MAX_FAULTS_SHOWN).toLocaleString("en")} more\n`);
}

/** Of files that a stranger gave. */
const ASK_WHOSE = "whose it is, only its keeper can say";

function chainRows(found: ChainsFound, { whose }: Pick<TrustedHere, "whose">) {
  const { links, checkpoints, sealedUntil, unsealed, keys, stamps, authorities, forgotten, before } = found;
  const rows: (readonly [string, string])[] = [
    [
      "Chain",
      links === 0
        ? "none"
        : `${counted(links, "link")}${before > 0 ? `, behind ${counted(before, "record")} of before there was one` : ""}`,
    ],
  ];
  if (forgotten > 0) rows.push(["Forgotten", `${counted(forgotten, "file")}, each with a signed stub`]);
  if (sealedUntil)
    rows.push(
      ["Checkpoints", `${checkpoints}, the last of ${sealedUntil}; ${counted(unsealed, "link")} since`],
      ["Signed with", keys.map((key) => `${key} (${whose(key)})`).join(", ")],
    );
  if (stamps > 0) rows.push(["Time stamps", `${stamps}, by ${authorities.join("; ")}`]);
  return rows;
}

const MAX_FAULTS_SHOWN = 50;

/** What the store says of the archive; undefined where there is none. */
export async function citedBy(config: Config) {
  // A page, or a machine of somebody who looks at it, has files of nobody.
  const worker = config.secrets.databaseUrl ? (workerIn(config.dataDirectory) ?? "") : undefined;
  return Store.beside(config, async (store) => {
    if (!store) return undefined;
    const uploads = await store.uploads.all();
    const uploaded = new Set(uploads.map(({ file }) => file));
    const isElsewhere = (file: string) => readFileName(file)?.worker !== worker && !uploaded.has(file);
    return {
      ...(await store.citations.all()),
      ...{ ends: await store.citations.ends(), uploads, isElsewhere },
      endsNow: async () => Store.beside(config, async (later) => (await later?.citations.ends()) ?? []),
    };
  });
}

/** What is lost of the archive with files that are not there any more, as one sentence; undefined where nothing is. */
export async function lostOf(config: Config): Promise<string | undefined> {
  const shelves = shelvesOf(config);
  const store = await citedBy(config);
  const there = new Set((store ? await shelves.all() : []).map((file) => basename(nameOf(file))));
  const lost = store ? lostFiles(store, there) : [];
  if (lost.length === 0) return undefined;
  return sayLost(there.size === 0 ? shelves.directory : lost.map(({ file }) => file).join(", "), lost);
}
