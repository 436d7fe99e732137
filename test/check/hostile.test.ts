/**
 * Hostile bodies, each served beside two healthy sources to a bot that runs under its container's flags: whatever it is, it is
 * a reading or a problem with a name, the sources before and after it are read, and the process goes on.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import { HOSTILE } from "../stand-ins/hostile.ts";
import { HostileBot } from "../stand-ins/hostile-bot.ts";

let bot: HostileBot;
beforeAll(async () => {
  bot = await HostileBot.start();
});
afterAll(() => bot.stop());

const cases = HOSTILE.map(({ kind, name }, index) => [`a ${kind} that serves ${name}`, index] as const);

it.each(cases)("%s holds nothing up", { timeout: 60_000 }, async (_, index) => {
  const { outcomes } = await bot.look(index);
  expect(outcomes?.map(({ outcome }) => outcome)).toEqual([
    expect.stringMatching(/^(?:baseline|unchanged)$/),
    expect.stringMatching(/^(?:baseline|changed|problem)$/),
    expect.stringMatching(/^(?:baseline|unchanged)$/),
  ]);
  if (outcomes?.[1]?.outcome === "problem") expect(outcomes[1].problem).toMatch(NAMES);
});

const NAMES = /^(?:blocked|gone|empty|redesigned|unreadable|too-costly|unavailable)$/;
