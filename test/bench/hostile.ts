/** What each hostile body costs a bot that runs as it does in its container, and how each reader's time grows with its body. */
import { DEFAULT_LIMITS } from "../../src/read/bounds.ts";
import type { HowToRead } from "../../src/read/head.ts";
import { readBody } from "../../src/read/read.ts";
import { makePdf } from "../../src/replay/documented/pdf.ts";
import type { SourceKind } from "../../src/watch/names.ts";
import { HOSTILE } from "../stand-ins/hostile.ts";
import { HostileBot, type Outcome } from "../stand-ins/hostile-bot.ts";

/** @param only words that a case's name must hold */
export async function hostileCost(only = ""): Promise<void> {
  const bot = await HostileBot.start({ isAsked: true });
  const worst = { cpu: 0, seconds: 0, peak: 0, health: 0 };
  const ended: string[] = [];
  console.log("  CPU s       s  peak MiB  /healthz ms  what became of it");
  for (const [index, { name, kind }] of HOSTILE.entries()) {
    if (!`${kind} ${name}`.includes(only)) continue;
    const outcome = await bot.look(index);
    console.log(`${row(outcome)}  ${kind} ${name}: ${became(outcome)}`);
    if (!outcome.outcomes) ended.push(name);
    for (const figure of ["cpu", "seconds", "peak", "health"] as const)
      worst[figure] = Math.max(worst[figure], outcome[figure] || 0);
  }
  await bot.stop();
  console.log(`${row(worst)}  the worst of each; ${ended.length} ended the process`);
}

function row({ cpu, seconds, peak, health }: Pick<Outcome, "cpu" | "seconds" | "peak" | "health">): string {
  return `${cpu.toFixed(2).padStart(7)} ${seconds.toFixed(2).padStart(7)} ${peak.toFixed(0).padStart(9)} ${health.toFixed(0).padStart(12)}`;
}

function became({ outcomes }: Outcome): string {
  if (!outcomes) return "ENDED";
  const [before, hostile, after] = outcomes;
  const isBeside = [before, after].every((one) => one?.outcome && one.outcome !== "problem");
  const { outcome, problem = "", detail = "" } = hostile ?? {};
  return `${outcome} ${problem} ${detail}`.trim().slice(0, 110) + (isBeside ? "" : " — NEIGHBOURS FAILED");
}

const SIZES = [10_000, 100_000, 1_000_000, 10_000_000];

/** Bodies of a size that are read to their end, whole pages of their kind. */
const GROWING: readonly [name: string, kind: SourceKind, body: (bytes: number) => Buffer][] = [
  [
    "listing",
    "listing",
    (bytes) => html(`<li><a href="/en/news/1">An item of the list</a> <b>1 March 2022</b>${WORDS}</li>`, bytes),
  ],
  ["page", "page", (bytes) => html(`<p>${WORDS}</p>`, bytes)],
  ["document, a page", "document", (bytes) => html(`<p>${WORDS}</p>`, bytes)],
  [
    "feed",
    "feed",
    (bytes) =>
      list(
        "<rss><channel>",
        `<item><title>An item</title><link>https://x.example/1</link><description>${WORDS}</description></item>`,
        "</channel></rss>",
        bytes,
      ),
  ],
  [
    "sitemap",
    "sitemap",
    (bytes) => list("<urlset>", `<url><loc>https://x.example/an-item</loc><!-- ${WORDS} --></url>`, "</urlset>", bytes),
  ],
  [
    "document, a PDF",
    "document",
    (bytes) =>
      makePdf(
        ["A report"],
        Math.ceil(bytes / 40_000),
        Array.from({ length: 600 }, () => "words and words of a long report on it all").join("\n"),
      ),
  ],
];
const WORDS = "So many words that a page of ten megabytes holds no more items and lines than are read. ".repeat(12);

/** Seconds of reading from 10 kB to 10 MB: what is linear grows tenfold a column. */
export async function growth(): Promise<void> {
  console.log(
    `\nReading, in ms, by the size of the body${" ".repeat(5)}${SIZES.map((size) => `${size / 1000} kB`.padStart(10)).join("")}`,
  );
  for (const [name, kind, body] of GROWING) {
    const how: HowToRead = { kind, ignore: [] };
    const took: string[] = [];
    for (const size of SIZES) {
      const wire = body(size);
      const url = "https://www.ohchr.org/en/somewhere";
      const answer = {
        url,
        finalUrl: url,
        at: "2022-08-31T22:00:00.000Z",
        headers: { "content-type": kind === "feed" || kind === "sitemap" ? "text/xml" : "text/html" },
        wire,
      };
      const began = performance.now();
      const { reading } = await readBody(answer, how, "Europe/Zurich", DEFAULT_LIMITS);
      const milliseconds = performance.now() - began;
      took.push(reading?.kind === "problem" ? reading.problem : milliseconds.toFixed(0));
    }
    console.log(`${name.padEnd(44)}${took.map((one) => one.padStart(10)).join("")}`);
  }
}

function html(row: string, bytes: number): Buffer {
  return list(
    "<html><head><title>A page</title></head><body><main><h1>A page</h1>",
    row,
    "</main></body></html>",
    bytes,
  );
}

function list(head: string, row: string, tail: string, bytes: number): Buffer {
  return Buffer.from(head + row.repeat(Math.max(1, Math.round(bytes / row.length))) + tail);
}
