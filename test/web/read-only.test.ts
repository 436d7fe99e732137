/** A folder of watches that is mounted to be read alone: forms say so before anything is typed, and give the file instead. */
import { expect, it, vi } from "vitest";
import { livingBot, WATCH } from "../stand-ins/living-bot.ts";
import { posting } from "../stand-ins/posting.ts";

const mounted = vi.hoisted(() => ({ isReadOnly: false }));

// What such a mount answers (open(2), access(2)). Who runs the tests may be root, whom no permission stops.
vi.mock("node:fs", async (load) => {
  const real = await load<typeof import("node:fs")>();
  const guarded =
    <Given extends unknown[], Result>(call: (...given: Given) => Result) =>
    (...given: Given): Result => {
      if (mounted.isReadOnly && String(given[0]).includes("/config/watches"))
        throw Object.assign(new Error("EROFS: read-only file system"), { code: "EROFS" });
      return call(...given);
    };
  return {
    ...real,
    accessSync: guarded(real.accessSync),
    writeFileSync: guarded(real.writeFileSync),
    renameSync: guarded(real.renameSync),
    mkdirSync: guarded(real.mkdirSync),
  };
});

it("says so before, and gives the file", { timeout: 60_000 }, async () => {
  const bot = await livingBot();
  const as = posting(bot);
  const EDIT = `/watches/${WATCH}/edit`;
  mounted.isReadOnly = true;
  const { $ } = await as.page(EDIT);
  expect($(".save").text()).toContain("It cannot be written here");
  expect($(".save code").text()).toContain(`watches/${WATCH}.yaml`);
  const taken = await as.fill(EDIT, EDIT, { do: "download", short: "Harbour report" });
  expect(await taken.text()).toBe(`${bot.text}short: Harbour report\n`);
  const PAGE = `/watches/${WATCH}`;
  const paused = await as.fill(PAGE, `${PAGE}/pause`, { paused: "yes" }, "button[value=yes]:not(.small)");
  expect([paused.status, await paused.text()]).toEqual([409, expect.stringContaining("cannot be written (EROFS)")]);
  mounted.isReadOnly = false;
});
