/** A few at once, some who wait, and the rest come later. */
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Busy, Gate } from "../../src/web/gate.ts";

/** Work that is done when it is said to be. */
function work() {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { promise, done: resolve };
}

/** Long enough for whatever is free to be taken. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await setImmediate();
}

it("the newest goes first, and the oldest is told to come later when too many wait", async () => {
  const gate = new Gate({ atOnce: 1, waiting: 2, within: 60_000 });
  const { promise, done } = work();
  const came: string[] = [];
  const ask = (name: string, until: Promise<unknown> = Promise.resolve()) =>
    gate
      .through(async () => {
        came.push(name);
        await until;
      })
      .catch((error) => void came.push(`${name} ${error instanceof Busy}`));
  const asked = [ask("first", promise), ask("second"), ask("third"), ask("fourth")];
  await settled();
  expect(came).toEqual(["first", "second true"]);
  done();
  await Promise.all(asked);
  expect(came).toEqual(["first", "second true", "fourth", "third"]);
});

describe("a place is another’s at once", () => {
  const HAPPENINGS: [what: string, happens: (gate: Gate) => Promise<unknown>][] = [
    ["when the work is done", (gate) => gate.through(() => "done")],
    ["when it fails", (gate) => gate.through(() => Promise.reject(new Error("it broke"))).catch(() => undefined)],
    [
      "when it is given back twice, and not two places",
      async (gate) => {
        const leave = await gate.enter();
        leave();
        leave();
      },
    ],
    [
      "when whoever waited has left",
      async (gate) => {
        const left = new AbortController();
        const leave = await gate.enter();
        const waits = gate.enter(left.signal);
        left.abort(new Error("gone"));
        await expect(waits).rejects.toThrow("gone");
        leave();
      },
    ],
    ["when whoever comes has left already", (gate) => gate.enter(AbortSignal.abort()).catch(() => undefined)],
  ];
  it.each(HAPPENINGS)("%s", async (_, happens) => {
    const gate = new Gate({ atOnce: 1, waiting: 5, within: 60_000 });
    await happens(gate);
    await settled();
    const leave = await gate.enter();
    let isIn = false;
    const next = gate.through(() => {
      isIn = true;
    });
    await settled();
    expect(isIn).toBe(false);
    leave();
    await next;
    expect(isIn).toBe(true);
  });
});

it("whoever waits for too long is told to come later", async () => {
  const gate = new Gate({ atOnce: 1, waiting: 5, within: 20 });
  const leave = await gate.enter();
  await expect(gate.enter()).rejects.toThrow(Busy);
  leave();
  await expect(gate.through(() => "in")).resolves.toBe("in");
});

it("whatever happens, no more are in than may be, and no place is lost", async () => {
  const happening = fc.record({ leaves: fc.boolean(), fails: fc.boolean(), turns: fc.nat(3) });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(happening, { maxLength: 20 }), async (atOnce, all) => {
      const gate = new Gate({ atOnce, waiting: 4, within: 60_000 });
      let inside = 0;
      let most = 0;
      const asked = all.map(async ({ leaves, fails, turns }) => {
        const left = new AbortController();
        const entered = gate.through(async () => {
          inside += 1;
          most = Math.max(most, inside);
          for (let turn = 0; turn < turns; turn++) await setImmediate();
          inside -= 1;
          if (fails) throw new Error("it broke");
        }, left.signal);
        if (leaves) left.abort();
        await entered.catch(() => undefined);
      });
      await Promise.all(asked);
      await settled();
      expect(most).toBeLessThanOrEqual(atOnce);
      const places = await Promise.all(Array.from({ length: atOnce }, () => gate.enter()));
      expect(places).toHaveLength(atOnce);
    }),
    { numRuns: 100 },
  );
});
