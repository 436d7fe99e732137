/**
 * `node test/bench/listings.ts FOLDER [--list]`: how many of the items of real listings are read, and dated right, in a folder
 * whose answers are known as juriscraper's `*.compare.json` give them, each beside its page.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { readBody } from "../../src/read/read.ts";
import type { Entry } from "../../src/read/reading.ts";
import { answer } from "../stand-ins/answer.ts";
import { filesIn } from "./corpus-files.ts";

interface KnownItem {
  case_dates?: string;
  case_names?: string;
  download_urls?: string;
}

/** Of a page's items, so many make it well read. */
const WELL = 0.9;

const { values, positionals } = parseArgs({ allowPositionals: true, options: { list: { type: "boolean" } } });
const [folder] = positionals;
if (!folder) throw new Error("name the folder to read");
let [pages, well, items, read, dated, right, problems, shown] = [0, 0, 0, 0, 0, 0, 0, 0];

for (const path of filesIn(folder)) {
  const stem = /^(.*)\.compare\.json$/.exec(path)?.[1];
  const page = stem && [".html", ".htm"].map((ending) => join(folder, stem + ending)).find((file) => existsSync(file));
  if (!page) continue;
  // Python writes NaN where there is nothing.
  const known = JSON.parse(readFileSync(join(folder, path), "utf8").replaceAll(": NaN", ": null")) as KnownItem[];
  if (!Array.isArray(known) || known.length === 0) continue;
  const wire = readFileSync(page);
  const body = answer({ url: "https://court.example/", headers: { "content-type": "text/html" }, wire });
  const { reading } = await readBody(body, { kind: "listing", ignore: [] }, "America/New_York");
  const entries = reading?.kind === "entries" ? reading.entries : [];
  if (reading?.kind === "problem") problems++;
  const found = known.map((item) => [item, entries.find((entry) => isItem(entry, item))] as const);
  const share = found.filter(([, entry]) => entry).length / known.length;
  pages++;
  shown += entries.length;
  items += known.length;
  if (share >= WELL) well++;
  for (const [{ case_dates }, entry] of found) {
    if (!entry) continue;
    read++;
    if (!case_dates) continue;
    dated++;
    if (entry.date === case_dates) right++;
    else if (values.list) console.log(`date ${page.slice(-60)}: ${entry.date ?? entry.either}, and is ${case_dates}`);
  }
  if (values.list && share < WELL)
    console.log(
      `read ${(100 * share).toFixed(0)} % of ${known.length} (${entries.length} shown) ${page.slice(-60)} ${reading?.kind === "problem" ? reading.detail : reading?.kind === "entries" ? reading.layout : ""}`,
    );
}
const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(1)} %`;
console.log(
  `${pages} listings, ${problems} called a problem; ${percent(well, pages)} read well, ${percent(read, items)} of ${items} items read ` +
    `(${shown} shown), ${percent(right, dated)} of these with the right date`,
);

function isItem({ url, title }: Entry, { download_urls: address, case_names: name }: KnownItem): boolean {
  const place = (address ?? "").replace(/^https?:\/\/[^/]*/, "").replaceAll(" ", "%20");
  return (
    (place.length > 5 && decoded(url).endsWith(decoded(place))) ||
    (!!name && title.toLowerCase().includes(name.toLowerCase()))
  );
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
