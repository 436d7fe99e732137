/** Who would rather not hear how such promises went is not told. */
import { expect, it } from "vitest";
import { rehearse } from "../stand-ins/bot.ts";

it.each([
  ["on", true],
  ["off", false],
] as const)("with the record %s, the terminal says it or not", async (record, isSaid) => {
  const { at, bot, shown, told } = await rehearse({
    adjust: (config) => {
      config.settings.delivery.record = record;
    },
  });
  await at("2021-12-10T12:00:00Z");
  await at("2021-12-18T12:00:00Z");
  await bot.deliver(0);
  const of = (notices: typeof shown) =>
    notices.filter(({ kind }) => kind === "reminder").map(({ odds }) => odds !== undefined);
  expect(of(shown)).toEqual([isSaid]);
  // What was concluded is the same, whoever hears of it.
  expect(of(told)).toEqual([true]);
});
