/** A process that is killed between any two steps loses nothing and tells nothing twice. */
import { execFile } from "node:child_process";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { makePdf } from "../../src/replay/documented/pdf.ts";
import { openBeside } from "../../src/store/database.ts";
import { cardsIn, startDiscord, toldIn } from "../stand-ins/discord/discord.ts";
import { headOf } from "../stand-ins/discord/said.ts";
import {
  DOCUMENT_PATH,
  documentPage,
  LATEST_PATH,
  listing,
  ordinaryRows,
  PDF_PATH,
  REPORT_TEXT,
  TITLE,
} from "../stand-ins/ohchr.ts";
import { onePass } from "../stand-ins/one-pass.ts";
import { type Pages, startOrigin } from "../stand-ins/origin.ts";

const run = promisify(execFile);
const CHILD = new URL("../stand-ins/one-pass.child.ts", import.meta.url).pathname;

const BEFORE = { [LATEST_PATH]: listing(ordinaryRows()) };
const AFTER = {
  [LATEST_PATH]: listing([
    { title: TITLE, url: DOCUMENT_PATH, date: "31 August 2022" },
    { title: "Experts on Xinjiang", date: "30 August 2022" },
    ...ordinaryRows(),
  ]),
  [DOCUMENT_PATH]: documentPage(),
  [PDF_PATH]: {
    headers: { "content-type": "application/pdf" },
    body: makePdf([TITLE, "31 August 2022"], 1, REPORT_TEXT),
  },
};

it("killed at any of its steps, a bot says everything exactly once when it is started again", {
  timeout: 240_000,
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "coming-weeks-crash-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const baseline = join(folder, "baseline");
  await withSite(BEFORE, async ({ pass, titles }) => {
    await pass(baseline, "2022-08-29T12:00:00Z");
    expect(titles()).toEqual(["Now watching", "Overdue"]);
  });

  /**
   * The night of the publication, on a copy of the data, with the process killed at a step.
   * @param dropped how many of the first posts Discord takes without its answer getting through
   * @returns what the process logged, step by step
   */
  const story = (killAt: number, dropped = 0) =>
    withSite(AFTER, async ({ killed, pass, titles, cards, drop }) => {
      const data = join(folder, `killed-at-${killAt}-dropped-${dropped}`);
      await cp(baseline, data, { recursive: true });
      drop(dropped);
      const { events, signal } = await killed(data, "2022-08-31T21:50:00Z", killAt);
      if (killAt > 0) expect(signal).toBe("SIGKILL");
      await pass(data, "2022-08-31T21:55:00Z");
      const when = `killed at step ${killAt}, ${dropped} answers dropped`;
      expect(titles(), when).toEqual(["New", "Published"]);
      expect(cards(), when).toBe(1);
      const database = await openBeside(data);
      const unsent = await database?.selectFrom("delivery").selectAll().where("state", "!=", "sent").execute();
      await database?.destroy();
      expect(unsent).toEqual([]);
      return events;
    });

  const events = await story(0);
  expect(events.length).toBeGreaterThan(25);
  expect((await story(0, 3)).length).toBeGreaterThan(events.length);
  const everyStep = events.map((_, index) => [index + 1, 0] as const);
  // Between "about to send" and "marked as sent", while Discord's answers get lost as well.
  const sending = events.flatMap((event, index) =>
    ["send", "answered", "sent", "card", "card-posted"].includes(event) ? [[index + 1, 3] as const] : [],
  );
  expect(sending.length).toBeGreaterThan(6);
  const stories = [...everyStep, ...sending];
  const lane = async (first: number) => {
    for (const [killAt, dropped] of stories.filter((_, index) => index % 2 === first)) await story(killAt, dropped);
  };
  await Promise.all([lane(0), lane(1)]);
});

interface Place {
  /** A pass in a process of its own, which is killed at a step; 0: never. */
  killed(data: string, at: string, killAt: number): Promise<{ events: string[]; signal?: string | undefined }>;
  pass(data: string, at: string): Promise<void>;
  titles(): string[];
  cards(): number;
  /** Has Discord take so many of the next posts without an answer. */
  drop(count: number): void;
}

async function withSite<T>(pages: Pages, work: (place: Place) => Promise<T>): Promise<T> {
  const discord = await startDiscord();
  const { address: origin, close } = await startOrigin(pages);
  const { api } = discord;
  try {
    return await work({
      titles: () =>
        toldIn(discord)
          .map((message) => headOf(message).split(":")[0] ?? "")
          .toSorted(),
      cards: () => cardsIn(discord).length,
      drop: (count) => {
        discord.troubles = Array.from({ length: count }, () => "accept-and-drop");
      },
      killed: async (data, at, killAt) => {
        const pass = JSON.stringify({ data, origin, api, at });
        const ended = await run(process.execPath, [CHILD, pass, String(killAt)]).catch(
          (error: { signal?: string; stdout: string }) => error,
        );
        return {
          events: ended.stdout ? JSON.parse(ended.stdout) : [],
          signal: "signal" in ended ? ended.signal : undefined,
        };
      },
      pass: (data, at) => onePass({ data, origin, api, at }, pino({ level: "silent" })),
    });
  } finally {
    await discord.close();
    await close();
  }
}
