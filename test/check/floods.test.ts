/** Several sources that flood at once: what is compared and judged must fit the container as well as what is read. */
import { expect, it, onTestFinished } from "vitest";
import { HOSTILE } from "../stand-ins/hostile.ts";
import { HostileBot } from "../stand-ins/hostile-bot.ts";

const FLOODS = HOSTILE.flatMap(({ name }, index) => (name.includes("(flood ") ? [index] : []));

it("lists of 14,900 new items in several watches, look after look, end nothing", { timeout: 120_000 }, async () => {
  const bot = await HostileBot.start();
  onTestFinished(() => bot.stop());
  const floodsOf = (outcomes: readonly { outcome?: string }[] = []) =>
    outcomes.flatMap(({ outcome }, index) => (index % 3 === 1 ? [outcome] : []));
  expect(floodsOf((await bot.look(...FLOODS)).outcomes)).toEqual(FLOODS.map(() => "baseline"));
  expect(floodsOf((await bot.look(...FLOODS)).outcomes)).toEqual(FLOODS.map(() => "changed"));
  expect(floodsOf((await bot.look(...FLOODS)).outcomes)).toEqual(FLOODS.map(() => "changed"));
});
