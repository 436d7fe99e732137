/** A process that is killed while it reads: by a body that cannot be borne, or by chance. */
import { expect, it, onTestFinished } from "vitest";
import { HOSTILE } from "../stand-ins/hostile.ts";
import { HostileBot } from "../stand-ins/hostile-bot.ts";

/** Takes seconds to read, so that there is time to kill the process meanwhile. */
const SLOW = HOSTILE.findIndex(({ name }) => name.includes("&CounterClockwiseContourIntegra"));
const QUICK = HOSTILE.findIndex(({ name }) => name === "a page that says it is in utf-7");

it("reads a body that was in reading at one end once more; one that was at two is too costly, and the rest goes on", {
  timeout: 120_000,
}, async () => {
  const bot = await HostileBot.start();
  onTestFinished(() => bot.stop());
  await bot.killWhileReading(SLOW);
  const { outcomes: innocent } = await bot.look(QUICK);
  expect(innocent?.map(({ problem }) => problem)).toEqual([undefined, undefined, undefined]);
  await bot.killWhileReading(SLOW);
  const { outcomes } = await bot.look(SLOW);
  expect(outcomes).toEqual([
    expect.objectContaining({ outcome: expect.stringMatching(/baseline|unchanged/) }),
    {
      outcome: "problem",
      problem: "too-costly",
      detail: "was being read at each of the last 2 times that the bot was ended without warning",
    },
    expect.objectContaining({ outcome: "baseline" }),
  ]);
});
