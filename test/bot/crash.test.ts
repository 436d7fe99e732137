/**
 * A process that is killed between any two steps loses nothing and tells nothing twice. What a kill leaves is what stands on the disk and
 * in Discord at that moment: both are copied at every step of one night, and a bot is started on each copy. One process is killed in
 * earnest, where most hangs on it.
 */
import { execFile, execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { pino } from "pino";
import { beforeAll, describe, expect, it } from "vitest";
import { makePdf } from "../../src/replay/documented/pdf.ts";
import { openSqliteBeside } from "../../src/store/sqlite.ts";
import { cardsIn, startDiscord, toldIn } from "../stand-ins/discord/discord.ts";
import { headOf } from "../stand-ins/discord/said.ts";
import type { Discord } from "../stand-ins/discord/world.ts";
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
import { type OnePass, onePass } from "../stand-ins/one-pass.ts";
import { type Pages, startOrigin } from "../stand-ins/origin.ts";

const run = promisify(execFile);
const CHILD = new URL("../stand-ins/one-pass.child.ts", import.meta.url).pathname;

const SILENT = pino({ level: "silent" });
const NIGHT = "2022-08-31T21:50:00Z";

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

let folder = "";
let copies = 0;
/** The data of a bot that has looked and told, two days before. */
let baseline = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "coming-weeks-crash-"));
  baseline = join(folder, "baseline");
  await withSite(BEFORE, async (discord, at) => {
    await onePass({ ...at, data: baseline, at: "2022-08-29T12:00:00Z" }, SILENT);
    expect(titles(discord)).toEqual(["Now watching", "Overdue"]);
  });
  return () => rm(folder, { recursive: true, force: true });
}, 60_000);

describe("killed at any of its steps, a bot says everything exactly once when it is started again", () => {
  it("with what it asked of Discord not arrived, or arrived", { timeout: 120_000 }, async () => {
    const steps = await night();
    expect(steps.length).toBeGreaterThan(25);
    for (const step of steps) await startedAgain(step);
    // What is on its way when the process ends arrives all the same.
    const arrived = steps.flatMap((step, index) => {
      const next = steps[index + 1];
      return next && next.inDiscord.asked > step.inDiscord.asked ? [{ ...step, inDiscord: next.inDiscord }] : [];
    });
    expect(arrived.length).toBeGreaterThan(3);
    for (const step of arrived) await startedAgain(step);
  });

  it("while Discord’s answers get lost as well", { timeout: 120_000 }, async () => {
    const steps = await night(3);
    // Between "about to send" and "marked as sent".
    const sending = steps.filter(({ event }) => /^(?:send|answered|sent|card|card-posted)$/.test(event));
    expect(sending.length).toBeGreaterThan(6);
    for (const step of sending) await startedAgain(step);
  });

  it("by the system, with what Discord answered not yet noted", async () => {
    await withSite(AFTER, async (discord, at) => {
      const data = copied(baseline);
      const pass = { ...at, data, at: NIGHT };
      const answered = 1 + (await night()).findIndex(({ event }) => event === "answered");
      const ended = await run(process.execPath, [CHILD, JSON.stringify(pass), String(answered)]).catch(
        (error: { signal?: string }) => error,
      );
      expect(ended).toMatchObject({ signal: "SIGKILL" });
      await startedAgain({ event: "answered", data, inDiscord: standingIn(discord) });
    });
  });
});

/** A step of the night, by its line in the log, and what stood on the disk and in Discord when it was taken. */
interface Step {
  event: string;
  data: string;
  inDiscord: ReturnType<typeof standingIn>;
}

/**
 * The night of the publication, step by step.
 * @param dropped how many of the first posts Discord takes without its answer getting through
 */
function night(dropped = 0): Promise<Step[]> {
  return withSite(AFTER, async (discord, at) => {
    discord.troubles = Array.from({ length: dropped }, () => "accept-and-drop");
    const data = copied(baseline);
    const steps: Step[] = [];
    const write = (line: string) => {
      steps.push({ event: JSON.parse(line).event, data: copied(data), inDiscord: standingIn(discord) });
    };
    await onePass({ ...at, data, at: NIGHT }, pino({ level: "debug" }, { write }));
    return steps;
  });
}

/** A bot on what a step left. */
async function startedAgain({ event, data, inDiscord }: Step): Promise<void> {
  await withSite(AFTER, async (discord, at) => {
    const { asked, ...standing } = structuredClone(inDiscord);
    Object.assign(discord, standing);
    const left = copied(data);
    await onePass({ ...at, data: left, at: "2022-08-31T21:55:00Z" }, SILENT);
    const when = `killed at “${event}”, when Discord had been asked ${asked} times`;
    expect(titles(discord), when).toEqual(["New", "Published"]);
    expect(cardsIn(discord).length, when).toBe(1);
    const database = await openSqliteBeside(left);
    const unsent = await database?.selectFrom("delivery").selectAll().where("state", "!=", "sent").execute();
    await database?.destroy();
    expect(unsent, when).toEqual([]);
  });
}

/** By another process, at once: the files as a kill leaves them, and no lock of this one's let go. */
function copied(data: string): string {
  const copy = join(folder, `copy-${++copies}`);
  execFileSync("cp", ["-r", data, copy]);
  return copy;
}

/** What a bot finds in Discord when it is started, what is still to go wrong there, and how often it was asked. */
function standingIn({ messages, pinned, channels, troubles, requests }: Discord) {
  return structuredClone({ messages, pinned, channels, troubles, asked: requests.length });
}

function titles(discord: Discord): string[] {
  return toldIn(discord)
    .map((message) => headOf(message).split(":")[0] ?? "")
    .toSorted();
}

/** @param work is given Discord, and where it and the publisher's site stand */
async function withSite<T>(
  pages: Pages,
  work: (discord: Discord, at: Pick<OnePass, "origin" | "api">) => Promise<T>,
): Promise<T> {
  const discord = await startDiscord();
  const { address: origin, close } = await startOrigin(pages);
  try {
    return await work(discord, { origin, api: discord.api });
  } finally {
    await discord.close();
    await close();
  }
}
