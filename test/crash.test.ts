/** A process that is killed between any two steps loses nothing and tells nothing twice. */
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it, onTestFinished } from "vitest";
import { openBeside } from "../src/store/database.ts";
import { startDiscord } from "./stand-ins/discord.ts";
import { DOCUMENT_PATH, documentPage, LATEST_PATH, listing, ordinaryRows, PDF_PATH, TITLE } from "./stand-ins/ohchr.ts";
import { startOrigin } from "./stand-ins/origin.ts";
import { makePdf } from "../src/replay/pdf.ts";

const run = promisify(execFile);
const CHILD = new URL("stand-ins/one-pass.child.ts", import.meta.url).pathname;

it("killed at any of its steps, a bot says everything exactly once when it is started again", { timeout: 240_000 }, async () => {
  const discord = await startDiscord();
  const origin = await startOrigin();
  onTestFinished(async () => {
    await discord.close();
    await origin.close();
  });
  const before = { [LATEST_PATH]: listing(ordinaryRows()) };
  const after = {
    [LATEST_PATH]: listing([{ title: TITLE, url: DOCUMENT_PATH, date: "31 August 2022" }, { title: "Experts on Xinjiang", date: "30 August 2022" }, ...ordinaryRows()]),
    [DOCUMENT_PATH]: documentPage(),
    [PDF_PATH]: { headers: { "content-type": "application/pdf" }, body: makePdf([TITLE, "31 August 2022"]) },
  };

  /** The whole story in a folder of its own, killed at a step of its second pass. @returns how many steps that pass has */
  async function story(killAt: number): Promise<number> {
    const data = await mkdtemp(join(tmpdir(), "coming-weeks-crash-"));
    discord.messages = [];
    const pass = (at: string, kill = 0) => run(process.execPath, [CHILD, data, origin.address, discord.api, at, String(kill)]);
    origin.pages = before;
    await pass("2022-08-29T12:00:00Z");
    origin.pages = after;
    const killed = await pass("2022-08-31T21:50:00Z", killAt).catch((error: { signal?: string }) => error);
    if (killAt > 0) expect(killed).toMatchObject({ signal: "SIGKILL" });
    await pass("2022-08-31T21:55:00Z");
    const titles = discord.messages.map((message) => message.embeds[0]?.title?.split(":")[0]);
    expect(titles.toSorted(), `killed at step ${killAt}`).toEqual(["Change noticed", "Now watching", "Overdue", "Published"]);
    const database = openBeside(data);
    const left = await database?.selectFrom("delivery").selectAll().where("state", "!=", "sent").execute();
    await database?.destroy();
    expect(left).toEqual([]);
    await rm(data, { recursive: true });
    return "stdout" in killed ? Number(killed.stdout) : 0;
  }

  const steps = await story(0);
  expect(steps).toBeGreaterThan(25);
  for (let killAt = 1; killAt <= steps; killAt++) await story(killAt);
});
