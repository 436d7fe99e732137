/** A process that is killed between any two steps loses nothing and tells nothing twice. */
import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { makePdf } from "../src/replay/pdf.ts";
import { openBeside } from "../src/store/database.ts";
import { startDiscord, toldIn } from "./stand-ins/discord.ts";
import { DOCUMENT_PATH, documentPage, LATEST_PATH, listing, ordinaryRows, PDF_PATH, TITLE } from "./stand-ins/ohchr.ts";
import { type Pages, startOrigin } from "./stand-ins/origin.ts";

const run = promisify(execFile);
const CHILD = new URL("stand-ins/one-pass.child.ts", import.meta.url).pathname;

const BEFORE = { [LATEST_PATH]: listing(ordinaryRows()) };
const AFTER = {
  [LATEST_PATH]: listing([
    { title: TITLE, url: DOCUMENT_PATH, date: "31 August 2022" },
    { title: "Experts on Xinjiang", date: "30 August 2022" },
    ...ordinaryRows(),
  ]),
  [DOCUMENT_PATH]: documentPage(),
  [PDF_PATH]: { headers: { "content-type": "application/pdf" }, body: makePdf([TITLE, "31 August 2022"]) },
};

it("killed at any of its steps, a bot says everything exactly once when it is started again", {
  timeout: 240_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "coming-weeks-crash-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const baseline = join(folder, "baseline");
  const nowWatching = await withSite(BEFORE, ({ pass }) => pass(baseline, "2022-08-29T12:00:00Z"));
  expect(nowWatching.titles).toEqual(["Now watching", "Overdue"]);

  /** The night of the publication, on a copy of the data, with the process killed at a step. @returns how many steps it has */
  const story = (killAt: number) =>
    withSite(AFTER, async ({ pass, titles }) => {
      const data = join(folder, `killed-at-${killAt}`);
      await cp(baseline, data, { recursive: true });
      const killed = await pass(data, "2022-08-31T21:50:00Z", killAt);
      if (killAt > 0) expect(killed.signal).toBe("SIGKILL");
      await pass(data, "2022-08-31T21:55:00Z");
      expect(titles(), `killed at step ${killAt}`).toEqual(["Change noticed", "Published"]);
      const database = openBeside(data);
      const unsent = await database?.selectFrom("delivery").selectAll().where("state", "!=", "sent").execute();
      await database?.destroy();
      expect(unsent).toEqual([]);
      return killed.steps;
    });

  const steps = await story(0);
  expect(steps).toBeGreaterThan(25);
  const lane = async (first: number) => {
    for (let killAt = first; killAt <= steps; killAt += 2) await story(killAt);
  };
  await Promise.all([lane(1), lane(2)]);
});

interface Place {
  /** One pass and one delivery in a process of their own. */
  pass(
    data: string,
    at: string,
    killAt?: number,
  ): Promise<{ steps: number; signal?: string | undefined; titles: string[] }>;
  titles(): string[];
}

async function withSite<T>(pages: Pages, work: (place: Place) => Promise<T>): Promise<T> {
  const discord = await startDiscord();
  const origin = await startOrigin(pages);
  const titles = () =>
    toldIn(discord)
      .map((message) => message.embeds[0]?.title?.split(":")[0] ?? "")
      .toSorted();
  try {
    return await work({
      titles,
      pass: async (data, at, killAt = 0) => {
        const ended = await run(process.execPath, [CHILD, data, origin.address, discord.api, at, String(killAt)]).catch(
          (error: { signal?: string; stdout: string }) => error,
        );
        return { steps: Number(ended.stdout), signal: "signal" in ended ? ended.signal : undefined, titles: titles() };
      },
    });
  } finally {
    await discord.close();
    await origin.close();
  }
}
