/**
 * The shipped settings and watch, but that the watch knows everything from the start: the title and the address of the document,
 * whatever the day. The stories of the tests are told to it; the honest one is told the documented history.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SHIPPED = new URL("../../config/", import.meta.url).pathname;
const FROM_THE_START = "2021-01-01";

const folder = mkdtempSync(join(tmpdir(), "coming-weeks-knowing-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
cpSync(SHIPPED, folder, { recursive: true });
const watch = join(folder, "watches", "xinjiang-assessment.yaml");
writeFileSync(watch, readFileSync(watch, "utf8").replaceAll(/since: \d{4}-\d{2}-\d{2}/g, `since: ${FROM_THE_START}`));

export const KNOWING_CONFIG = join(folder, "coming-weeks.yaml");
