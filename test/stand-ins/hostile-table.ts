/**
 * Hostile bodies, each served beside two healthy sources to a bot that runs under its container's flags: whatever it is, it is
 * a reading or a problem with a name, the sources before and after it are read, and the process goes on.
 */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { SourceKind } from "../../src/watch/names.ts";
import { HOSTILE } from "./hostile.ts";
import { HostileBot } from "./hostile-bot.ts";

const READ = /^(?:baseline|unchanged)$/;
const NAMES = /^(?:blocked|gone|empty|redesigned|unreadable|too-costly|unavailable)$/;

/** @param isOne which kinds of source the cases are about */
export function holdsNothingUp(isOne: (kind: SourceKind) => boolean): void {
  let bot: HostileBot;
  beforeAll(async () => {
    // Whatever takes longer than this is one of the bombs, and would be the same problem later.
    bot = await HostileBot.start({ time: 1500 });
  });
  afterAll(() => bot.stop());

  // Floods are looked at several at a time (test/check/floods.test.ts).
  const cases = HOSTILE.flatMap(({ kind, name }, index) =>
    isOne(kind) && !name.includes("(flood ") ? [[kind, name, index] as const] : [],
  );
  it.each(cases)("a %s source that serves %s holds nothing up", { timeout: 60_000 }, async (_kind, _name, index) => {
    const { outcomes = [] } = await bot.look(index);
    const [before, hostile, after] = outcomes;
    expect(before).toEqual({ outcome: expect.stringMatching(READ) });
    expect(hostile?.outcome).toMatch(/^(?:baseline|changed|problem)$/);
    expect(hostile?.problem ?? "empty").toMatch(NAMES);
    expect(after).toEqual({ outcome: expect.stringMatching(READ) });
  });
}
