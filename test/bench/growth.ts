/** How reading, and comparing with what is known, grow with what is read: CPU in ms, the least of some rounds, beside a floor. */
import { Parser } from "htmlparser2";
import type { Comparison } from "../../src/judge/compare/change.ts";
import { compare } from "../../src/judge/compare/compare.ts";
import { DEFAULT_LIMITS } from "../../src/read/bounds.ts";
import { readBody } from "../../src/read/read.ts";
import type { Entries, Problem, Reading } from "../../src/read/reading.ts";
import { makePdf } from "../../src/replay/documented/pdf.ts";
import type { SourceKind } from "../../src/watch/names.ts";
import { page } from "../stand-ins/hostile/case.ts";
import { link, MEGABYTES, written } from "./megabytes.ts";

const ENTRIES = [10, 100, 1000, 10_000];
const MEGABYTE = 1_000_000;
const WARM = 30_000;
/** Milliseconds after which what is measured is not measured again. */
const ENOUGH = 300;
const SITE = "https://www.ohchr.org";
const AT = "2022-08-31T22:00:00.000Z";
const PATIENCE = { readings: 3, span: 86_400_000 };
const PAGES = [1, 10, 100];

/** Ways to write a list: each row by its number, and what stands around them. */
const SHAPES: readonly [name: string, row: (index: number) => string, around: readonly [string, string]][] = [
  ["ul", (index) => `<li>${link(index)} <i>${written(index)}</i></li>`, ["<ul>", "</ul>"]],
  ["table", (index) => `<tr><td>${written(index)}</td><td>${link(index)}</td></tr>`, ["<table>", "</table>"]],
  ["dl", (index) => `<dt>${written(index)}</dt><dd>${link(index)}</dd>`, ["<dl>", "</dl>"]],
  ["dl under one date", (index) => `<dd>${link(index)}</dd>`, ["<dl><dt>31 August 2022</dt>", "</dl>"]],
  ["h3 and p", (index) => `<h3>${link(index)}</h3><p>${written(index)}</p>`, ["", ""]],
  ["between line breaks", (index) => `${written(index)} ${link(index)}<br>`, ["<div>", "</div>"]],
  ["without dates", (index) => `<li>${link(index)}</li>`, ["<ul>", "</ul>"]],
];

export async function growth(): Promise<void> {
  await warmUp();
  await growthOfLists();
  await growthOfComparing();
  await growthOfFiles();
  await megabytes();
}

async function warmUp(): Promise<void> {
  for (const one of MEGABYTES.filter(({ name }) => !name.includes("never closed")))
    await read(one.kind, one.type, one.body(WARM));
}

async function growthOfLists(): Promise<void> {
  console.log(
    `\nEntries of a list, in ms of CPU${" ".repeat(13)}${ENTRIES.map((count) => String(count).padStart(10)).join("")}`,
  );
  for (const [name, row, [before, after]] of SHAPES) {
    const took: string[] = [];
    for (const count of ENTRIES) {
      const rows = Array.from({ length: Math.min(count, 9990) }, (_, index) => row(index)).join("");
      const body = page(before + rows + after);
      took.push(shown(await leastCpu(() => read("listing", "text/html", body), count > 1000 ? 3 : 8)));
    }
    console.log(`read as ${name.padEnd(36)}${took.map((one) => one.padStart(10)).join("")}`);
  }
}

/** A look at a list that is known, with one new item: what the main thread does, beside taking its memory apart and writing it. */
async function growthOfComparing(): Promise<void> {
  const took: string[] = [];
  const floors: string[] = [];
  for (const count of ENTRIES) {
    let { memory } = run(compare(undefined, listed(count, 0), SITE, AT, PATIENCE, undefined));
    let newest = 0;
    const compared = await leastCpu(() => {
      memory = run(compare(memory, listed(count, ++newest), SITE, AT, PATIENCE, AT)).memory;
    }, 8);
    took.push(shown(compared));
    floors.push(shown(await leastCpu(() => JSON.parse(JSON.stringify(memory)), 8)));
  }
  console.log(`${"compared with what is known".padEnd(44)}${took.map((one) => one.padStart(10)).join("")}`);
  console.log(`${"its memory read and written".padEnd(44)}${floors.map((one) => one.padStart(10)).join("")}`);
}

/** A list of so many items, the newest of that number. */
function listed(count: number, newest: number): Entries {
  const entries = Array.from({ length: count }, (_, index) => ({
    title: `Report number ${newest + count - index} of the office`,
    url: `${SITE}/en/documents/report-number-${newest + count - index}`,
    date: "2022-08-31",
  }));
  return { kind: "entries", entries, layout: "list", next: [] };
}

function run(steps: Generator<void, Comparison | Problem>): Comparison {
  let step = steps.next();
  while (!step.done) step = steps.next();
  if (!("memory" in step.value)) throw new Error("a problem, where a list should be compared");
  return step.value;
}

async function growthOfFiles(): Promise<void> {
  console.log(
    `\nPages of a PDF, in ms of CPU${" ".repeat(16)}${PAGES.map((count) => String(count).padStart(10)).join("")}`,
  );
  const lines = Array.from({ length: 40 }, () => "words and words of a long report on it all").join("\n");
  const took: string[] = [];
  for (const count of PAGES) {
    const body = makePdf(["A report"], count, lines);
    took.push(shown(await leastCpu(() => read("document", "application/pdf", body), 3)));
  }
  console.log(`${"read".padEnd(44)}${took.map((one) => one.padStart(10)).join("")}`);
}

async function megabytes(): Promise<void> {
  console.log(
    "\n1 MB, in ms of CPU: read, and the floor: htmlparser2's events over the same bytes, of what is not nested\n",
  );
  const rows: { milliseconds: number; line: string }[] = [];
  for (const one of MEGABYTES) {
    const body = one.body(MEGABYTE);
    let became = "";
    const milliseconds = await leastCpu(async () => {
      became = told(await read(one.kind, one.type, body));
    }, 3);
    const floor = one.isNested ? "-" : shown(await leastCpu(() => events(body), 3));
    const line = `${shown(milliseconds).padStart(8)} ${floor.padStart(8)}  ${one.kind}, ${one.name}: ${became}`;
    rows.push({ milliseconds, line });
  }
  for (const { line } of rows.sort((a, b) => b.milliseconds - a.milliseconds)) console.log(line);
  const over = rows.filter(({ milliseconds }) => milliseconds > 100).length;
  console.log(`${over} of ${rows.length} took more than 100 ms`);
}

async function read(kind: SourceKind, type: string, wire: Buffer): Promise<Reading | undefined> {
  const url = `${SITE}/en/somewhere`;
  const answer = { url, finalUrl: url, at: AT, headers: { "content-type": type }, wire };
  return (await readBody(answer, { kind, ignore: [] }, "Europe/Zurich", DEFAULT_LIMITS)).reading;
}

function events(body: Buffer): void {
  const parser = new Parser({ onopentag: () => undefined, ontext: () => undefined, onclosetag: () => undefined });
  parser.end(body.toString());
}

/** What a reading came to, in a few words. */
function told(reading: Reading | undefined): string {
  return reading?.kind === "problem" ? reading.problem : (reading?.kind ?? "");
}

/** Not after a collection of all garbage, which leaves the young heap small, and what follows three times as slow. */
async function leastCpu(work: () => unknown, rounds: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds && (round === 0 || least < ENOUGH); round++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

function shown(milliseconds: number): string {
  return milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0);
}
