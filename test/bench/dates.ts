/**
 * `node test/bench/dates.ts FOLDER [--at INSTANT] [--zone ZONE] [--list wrong|unknown]`: how many dates are read right, wrong and
 * not at all in a folder of real pages whose answers are known: documents, as htmldate's `eval*.json` names them, and listings,
 * as juriscraper's `*.compare.json` stand beside them. Of feeds and sitemaps it counts the items that have a date.
 */
import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { readBody } from "../../src/read/read.ts";
import type { Entry, Reading } from "../../src/read/reading.ts";
import { SOURCE_KINDS, type SourceKind } from "../../src/watch/names.ts";
import { answer } from "../stand-ins/answer.ts";
import { filesIn, servedFile } from "./corpus-files.ts";

type Outcome = "right" | "wrong" | "unknown";
const OUTCOMES: Outcome[] = ["right", "wrong", "unknown"];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { at: { type: "string" }, zone: { type: "string", default: "Europe/Zurich" }, list: { type: "string" } },
});
const [folder] = positionals;
if (!folder) throw new Error("name the folder to read");
const at = values.at ?? new Date().toISOString();
const counts = new Map<SourceKind, Record<Outcome, number>>();
const files = filesIn(folder);
const places = new Map(files.map((path) => [basename(path), path]));

for (const path of files) {
  const written = /(?:^|\/)eval[^/]*\.json$|\.compare\.json$/.test(path)
    ? readFileSync(join(folder, path), "utf8")
    : "";
  // Python writes NaN where there is no date.
  const known: unknown = written === "" ? undefined : JSON.parse(written.replaceAll(": NaN", ": null"));
  if (Array.isArray(known)) await readKnownListing(path.replace(/\.compare\.json$/, ""), known as KnownItem[]);
  else if (known) await readKnownDocuments(known as Record<string, { file: string; date: string | null }>);
  else if (/\.(?:xml|rss|atom|rdf)(?:\.gz)?$/i.test(path)) await readFeed(path);
}
for (const [kind, count] of counts) {
  const all = OUTCOMES.reduce((sum, outcome) => sum + count[outcome], 0);
  const share = (outcome: Outcome) => `${outcome} ${count[outcome]} (${((100 * count[outcome]) / all).toFixed(1)} %)`;
  console.log(`${kind.padEnd(9)} ${String(all).padStart(6)}  ${OUTCOMES.map(share).join("  ")}`);
}

function count(kind: SourceKind, outcome: Outcome, said: string): void {
  const found = counts.get(kind) ?? { right: 0, wrong: 0, unknown: 0 };
  found[outcome]++;
  counts.set(kind, found);
  if (values.list === outcome) console.log(`${outcome} ${kind} ${said}`);
}

async function readingOf(path: string, url: string, kind: SourceKind): Promise<Reading | undefined> {
  const { served } = servedFile(folder ?? "", path, 0);
  const body = answer({ ...served, url, finalUrl: url, at });
  return (await readBody(body, { kind, ignore: [] }, values.zone)).reading;
}

async function readKnownDocuments(known: Record<string, { file: string; date: string | null }>): Promise<void> {
  for (const [url, { file, date }] of Object.entries(known)) {
    const path = places.get(file);
    if (!path || !date || !URL.canParse(url)) continue;
    const reading = await readingOf(path, url, "document");
    const found = reading?.kind === "document" ? reading.date : undefined;
    count("document", outcomeOf(found, date), `${file}: ${found ?? kindOf(reading)}, and is ${date}`);
  }
}

interface KnownItem {
  case_dates: string;
  case_names: string;
  download_urls: string;
}

/** Items that were read at the address, or under the name, that is known. */
async function readKnownListing(stem: string, known: readonly KnownItem[]): Promise<void> {
  const path = [".html", ".htm"].map((ending) => stem + ending).find((name) => existsSync(join(folder ?? "", name)));
  if (!path) return;
  const reading = await readingOf(path, "https://court.example/", "listing");
  const entries = reading?.kind === "entries" ? reading.entries : [];
  for (const { case_dates: date, case_names: name, download_urls: url } of known) {
    if (typeof url !== "string" || typeof name !== "string" || typeof date !== "string") continue;
    const entry = entries.find((one) => isAt(one, url)) ?? entries.find(({ title }) => title.includes(name));
    if (entry) count("listing", outcomeOf(entry.date, date), `${path}: ${entry.date ?? entry.either}, and is ${date}`);
  }
}

function isAt({ url }: Entry, known: string): boolean {
  const place = known.replace(/^https?:\/\/[^/]*/, "");
  return place.length > 5 && (url.endsWith(place) || url.endsWith(place.replaceAll(" ", "%20")));
}

async function readFeed(path: string): Promise<void> {
  for (const kind of SOURCE_KINDS.filter((one) => one === "feed" || one === "sitemap")) {
    const reading = await readingOf(path, "https://feed.example/", kind);
    for (const { date, title } of reading?.kind === "entries" ? reading.entries : [])
      count(kind, date ? "right" : "unknown", `${path}: ${title.slice(0, 60)}`);
  }
}

function outcomeOf(found: string | undefined, known: string): Outcome {
  return found === undefined ? "unknown" : found === known ? "right" : "wrong";
}

function kindOf(reading: Reading | undefined): string {
  return reading?.kind === "problem" ? `${reading.problem}: ${reading.detail}` : "no date";
}
