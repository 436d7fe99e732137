/**
 * `node test/bench/content.ts FOLDER [--list]`: how much of the content of real pages is read, in a folder whose answers are
 * known: `source.html` beside `expected.html`, as readability has them, or the texts of a `ground-truth.json` beside its `html/`, as
 * the article-extraction-benchmark has them. Content that is lost, what is read besides, and pages called a problem.
 */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import { textOf } from "../../src/read/html/html.ts";
import { parseHtml } from "../../src/read/html/markup.ts";
import { readBody } from "../../src/read/read.ts";
import { answer } from "../stand-ins/answer.ts";
import { filesIn } from "./corpus-files.ts";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { list: { type: "boolean" } } });
const [folder] = positionals;
if (!folder) throw new Error("name the folder to read");

const shares: { lost: number; besides: number }[] = [];
let problems = 0;
for (const path of filesIn(folder)) {
  if (path.endsWith("/source.html") && existsSync(join(folder, dirname(path), "expected.html"))) {
    const expected = readFileSync(join(folder, dirname(path), "expected.html"), "utf8");
    await weigh(path, readFileSync(join(folder, path)), textOf(parseHtml(`<body>${expected}</body>`).tree));
  }
  if (!path.endsWith("ground-truth.json")) continue;
  const known = JSON.parse(readFileSync(join(folder, path), "utf8")) as Record<string, { articleBody: string }>;
  for (const [name, { articleBody }] of Object.entries(known)) {
    const packed = readFileSync(join(folder, dirname(path), "html", `${name}.html.gz`));
    await weigh(name, gunzipSync(packed), articleBody);
  }
}
const mean = (of: "lost" | "besides") => (100 * shares.reduce((sum, share) => sum + share[of], 0)) / shares.length;
const pages = shares.length + problems;
console.log(
  `${pages} pages: ${problems} called a problem (${((100 * problems) / pages).toFixed(1)} %), ` +
    `${mean("lost").toFixed(1)} % of the content lost, ${mean("besides").toFixed(1)} % of what was read is none; ` +
    `${shares.filter(({ lost }) => lost > 0.5).length} pages lost more than half`,
);

async function weigh(name: string, wire: Buffer, expected: string): Promise<void> {
  const body = answer({ url: "https://corpus.example/page", headers: { "content-type": "text/html" }, wire });
  const { reading } = await readBody(body, { kind: "page", ignore: [] }, "Europe/Zurich");
  if (reading?.kind !== "page") {
    problems++;
    if (values.list) console.log(`problem ${name}: ${reading?.kind === "problem" ? reading.detail : "nothing"}`);
    return;
  }
  const there = wordsOf(expected);
  const read = wordsOf(reading.lines.join(" "));
  const lost = 1 - shared(there, read) / Math.max(1, there.length);
  const besides = 1 - shared(read, there) / Math.max(1, read.length);
  if (values.list && lost > 0.05) console.log(`lost ${(100 * lost).toFixed(0)} % ${name}`);
  shares.push({ lost, besides });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** How many of these words are among those, each as often as it is there. */
function shared(these: readonly string[], those: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of those) left.set(word, (left.get(word) ?? 0) + 1);
  return these.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0;
  }).length;
}
