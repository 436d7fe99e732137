/** A folder of watches that is mounted to be read alone: forms say so before anything is typed, and give the file instead. */
import fs from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { livingBot, WATCH } from "../stand-ins/living-bot.ts";
import { NEWCOMERS, newcomersSite } from "../stand-ins/newcomers.ts";
import { posting } from "../stand-ins/posting.ts";

const REAL = { ...fs };
const WRITING = ["accessSync", "writeFileSync", "renameSync", "mkdirSync"] as const;

/** What such a mount answers (open(2), access(2)) from here on. Who runs the tests may be root, whom no permission stops. */
function mountReadOnly(folder: string): void {
  const changed = fs as unknown as Record<string, (path: unknown, ...more: unknown[]) => unknown>;
  for (const name of WRITING) {
    const real = REAL[name] as (path: unknown, ...more: unknown[]) => unknown;
    changed[name] = (path, ...more) => {
      if (String(path).startsWith(folder))
        throw Object.assign(new Error("EROFS: read-only file system"), { code: "EROFS" });
      return real(path, ...more);
    };
  }
  syncBuiltinESMExports();
  onTestFinished(() => {
    for (const name of WRITING) Object.assign(fs, { [name]: REAL[name] });
    syncBuiltinESMExports();
  });
}

it("says so before, and gives the file", { timeout: 60_000 }, async () => {
  const bot = await livingBot();
  const as = posting(bot);
  const EDIT = `/watches/${WATCH}/edit`;
  mountReadOnly(join(bot.config, "watches"));
  const { $ } = await as.page(EDIT);
  expect($(".save").text()).toContain("It cannot be written here");
  expect($(".save code").text()).toContain(`watches/${WATCH}.yaml`);
  const taken = await as.fill(EDIT, EDIT, { do: "download", short: "Harbour report" });
  expect(await taken.text()).toBe(`${bot.text}short: Harbour report\n`);
  const PAGE = `/watches/${WATCH}`;
  const paused = await as.fill(PAGE, `${PAGE}/pause`, { paused: "yes" }, "button[value=yes]:not(.small)");
  expect([paused.status, await paused.text()]).toEqual([409, expect.stringContaining("cannot be written (EROFS)")]);
  expect((await as.page("/watches/new")).$("main").text()).toContain("The watches cannot be written here");
});

it("gives the file of a new watch", { timeout: 60_000 }, async () => {
  const known = NEWCOMERS["gov.uk"];
  const site = await newcomersSite(known);
  const bot = await livingBot({}, { origins: site.standIns });
  const as = posting(bot);
  const { title, by, promised: on, words, office } = known;
  const begun = await as.fill("/watches/new", "/watches/new", {
    title,
    by,
    on,
    words,
    site: office.site + office.listing,
  });
  const draft = begun.headers.get("location") ?? "";
  await expect
    .poll(async () => (await as.page(draft)).$("button[value=write]").length, { timeout: 30_000, interval: 100 })
    .toBe(1);
  mountReadOnly(join(bot.config, "watches"));
  const refused = await as.fill(draft, draft, { do: "write" });
  expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining("Download the file")]);
  const taken = await as.fill(draft, draft, { do: "download" });
  expect(taken.headers.get("content-disposition")).toBe('attachment; filename="sue-gray-report-gatherings.yaml"');
  expect(await taken.text()).toContain("phrase: in the coming weeks");
});
