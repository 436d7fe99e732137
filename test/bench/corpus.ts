/**
 * `node test/bench/corpus.ts FOLDER [--mutate N] [--seed S] [--readings FILE]`: reads every file of a folder of real pages,
 * feeds, sitemaps and documents as the bot in its container would, and says what came of it. What a reader throws is a bug.
 * `--mutate` reads N damaged copies as well, and says the seed that repeats them.
 */
import { appendFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { ReadingRoom } from "../../src/check/reader.ts";
import { shares } from "../../src/check/shares.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import type { Answer } from "../../src/fetch/capture.ts";
import type { Reading } from "../../src/read/reading.ts";
import type { SourceKind } from "../../src/watch/names.ts";
import { damagedFiles, filesIn, servedFile } from "./corpus-files.ts";

const MEGABYTE = 1024 * 1024;
/** The container, and the main heap that the Dockerfile gives in it. */
const CONTAINER = 256 * MEGABYTE;
const MAIN_HEAP = 80 * MEGABYTE;
const SLOWEST = 10;
/** What a problem says that stands for an exception: in the reader, and in the thread outside it. */
const THROWN = /^could not be read|^ended the thread/;
const ZONE = "Europe/Zurich";

interface Outcome {
  name: string;
  kind: SourceKind;
  bytes: number;
  seconds: number;
  reading: Reading;
  /** What was thrown, where nobody should throw. */
  thrown?: string;
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { mutate: { type: "string" }, seed: { type: "string" }, readings: { type: "string" } },
});
const [folder] = positionals;
if (!folder) throw new Error("name the folder to read");
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const damaged = Number(values.mutate ?? 0);
const room = new ReadingRoom(shares(settingsSchema.parse({}), CONTAINER, MAIN_HEAP));
if (values.readings) writeFileSync(values.readings, "");

// A seed repeats what was damaged; what was not is read without one.
if (values.seed === undefined) report(await readWhole(folder));
if (damaged > 0) {
  console.log(`\n${damaged} damaged copies, seed ${seed}`);
  report(await readDamaged(folder));
}

async function readWhole(folder: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const files = filesIn(folder);
  for (const [index, path] of files.entries()) {
    progress(index, files.length, path);
    const { served, kinds } = servedFile(folder, path, index);
    for (const kind of kinds) outcomes.push(await outcomeOf(path, served, kind));
  }
  return outcomes;
}

async function readDamaged(folder: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, served, kind } of damagedFiles(folder, damaged, seed)) {
    progress(outcomes.length, damaged, name);
    outcomes.push(await outcomeOf(name, served, kind));
  }
  return outcomes;
}

function progress(index: number, of: number, name: string): void {
  process.stderr.write(`\r\u001b[K${index + 1}/${of} ${name.slice(-100)}`);
}

async function outcomeOf(name: string, served: Answer, kind: SourceKind): Promise<Outcome> {
  const started = performance.now();
  let reading: Reading | undefined;
  let thrown: string | undefined;
  try {
    const reader = room.open();
    ({ reading } = await reader.read(packed(served), { kind, ignore: [] }, ZONE));
    reader.close();
    if (reading?.kind === "problem" && THROWN.test(reading.detail)) thrown = reading.detail;
  } catch (error) {
    thrown = String(error);
  }
  const outcome: Outcome = {
    name,
    kind,
    bytes: served.wire.length,
    seconds: (performance.now() - started) / 1000,
    reading: reading ?? { kind: "problem", problem: "unreadable", detail: "was not read" },
    ...(thrown ? { thrown } : {}),
  };
  if (values.readings) appendFileSync(values.readings, `${JSON.stringify(outcome)}\n`);
  return outcome;
}

/** As most servers send: what an earlier body left behind in the thread comes up while a list is unpacked. */
function packed(served: Answer): Answer {
  return { ...served, wire: gzipSync(served.wire), headers: { ...served.headers, "content-encoding": "gzip" } };
}

function report(outcomes: readonly Outcome[]): void {
  process.stderr.write("\r\u001b[K");
  const counts = new Map<string, number>();
  for (const { kind, reading } of outcomes) {
    const became = `${kind.padEnd(9)} ${classOf(reading)}`;
    counts.set(became, (counts.get(became) ?? 0) + 1);
  }
  for (const [became, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    console.log(`${String(count).padStart(6)}  ${became}`);
  const isCostly = ({ reading }: Outcome) => reading.kind === "problem" && reading.problem === "too-costly";
  list("The slowest", outcomes.toSorted((a, b) => b.seconds - a.seconds).slice(0, SLOWEST), ({ reading }) =>
    classOf(reading),
  );
  list("Too costly", outcomes.filter(isCostly), ({ reading }) => classOf(reading));
  list(
    "Thrown",
    outcomes.filter(({ thrown }) => thrown),
    ({ thrown }) => thrown ?? "",
  );
}

/** A reading's kind, or its problem without what differs from file to file. */
function classOf(reading: Reading): string {
  if (reading.kind !== "problem") return reading.kind === "entries" ? reading.layout.replace(/:.*/, "") : reading.kind;
  return `${reading.problem}: ${reading.detail.replace(/answered with \S+ where/, "answered with … where").slice(0, 120)}`;
}

function list(title: string, outcomes: readonly Outcome[], said: (outcome: Outcome) => string): void {
  console.log(`\n${title}: ${outcomes.length}`);
  for (const outcome of outcomes) {
    const { name, kind, bytes, seconds } = outcome;
    console.log(
      `${seconds.toFixed(2).padStart(6)} s ${(bytes / 1024).toFixed(0).padStart(6)} KB  ${kind} ${name}: ${said(outcome)}`,
    );
  }
}
