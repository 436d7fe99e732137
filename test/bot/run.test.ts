import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { type Running, run } from "../../src/bot/run.ts";
import { later } from "../../src/time/instant.ts";
import { rehearse } from "../stand-ins/bot.ts";
import { until } from "../stand-ins/talk.ts";

it("a quiet day is one line of the log, which says what was done", async () => {
  let looks = 0;
  let running: Running | undefined;
  const { bot, clock } = await rehearse({
    onChecked: (checked) => {
      looks += 1;
      running?.checked(checked);
    },
  });
  const lines: Record<string, unknown>[] = [];
  const log = pino({ level: "info" }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  running = run({ bot, clock, log });
  onTestFinished(() => running?.stop());
  const first = clock.now();
  await until(() => looks === 7);
  lines.length = 0;
  clock.moveTo(later(first, 25 * 3_600_000));
  // The schedule ticks every ten seconds of real time.
  await until(() => lines.some(({ event }) => event === "day"));
  expect(lines.filter(({ event }) => event === "day")).toEqual([
    expect.objectContaining({ since: first, looks, failed: 0, pending: 0 }),
  ]);
});
