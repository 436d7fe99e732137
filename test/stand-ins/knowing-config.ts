/**
 * The shipped settings and watch, but that the watch knows everything from the start: the title and the address of the document,
 * whatever the day; and that it looks at the publisher's own host alone, which a stand-in plays, so that no test asks a sister or an archive.
 * The stories of the tests are told to it; the honest one is told the documented history.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isMap, isSeq, parseDocument } from "yaml";

const SHIPPED = new URL("../../config/", import.meta.url).pathname;
const FROM_THE_START = "2021-01-01";
const ELSEWHERE = ["un-geneva", "un-geneva-briefings", "un-press", "documents"];

const folder = mkdtempSync(join(tmpdir(), "coming-weeks-knowing-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
cpSync(SHIPPED, folder, { recursive: true });
const file = join(folder, "watches", "xinjiang-assessment.yaml");
writeFileSync(
  file,
  alone(readFileSync(file, "utf8").replaceAll(/since: \d{4}-\d{2}-\d{2}/g, `since: ${FROM_THE_START}`)),
);

function alone(text: string): string {
  const watch = parseDocument(text);
  watch.deleteIn(["publisher", "sisters"]);
  const sources = watch.get("sources");
  if (!isSeq(sources)) throw new Error("the shipped watch has no sources");
  sources.items = sources.items.filter((source) => isMap(source) && !ELSEWHERE.includes(String(source.get("id"))));
  for (const source of sources.items) if (isMap(source)) source.delete("witness");
  return String(watch);
}

export const KNOWING_CONFIG = join(folder, "coming-weeks.yaml");
