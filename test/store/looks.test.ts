/** The record of looks, and what it says over a time: counted day by day, it says what every single look says. */
import { describe, expect, it, onTestFinished } from "vitest";
import { coverage } from "../../src/judge/coverage.ts";
import { recordOfLooks } from "../../src/store/look-days.ts";
import type { CheckRow } from "../../src/store/tables.ts";
import { later } from "../../src/time/instant.ts";
import { aLook } from "../stand-ins/looks.ts";
import { fc } from "../stand-ins/properties.ts";
import { STORES } from "../stand-ins/stores.ts";

const HOUR = 3_600_000;
const FROM = "2022-01-01T00:00:00.000Z";
const at = (hours: number) => later(FROM, hours * HOUR);

type Looked = readonly [source: string, hour: number, isGood: boolean];

describe.each(STORES)("in %s", (database, open) => {
  async function opened() {
    const store = await open();
    onTestFinished(() => store.close());
    const record = async (told: Partial<CheckRow>): Promise<CheckRow> => {
      const look = aLook({ at: FROM, status: null, milliseconds: 0, ...told });
      await store.recordUneventful(look);
      return look.check;
    };
    const write = ([source, hour, isGood]: Looked, watch = "w"): Promise<CheckRow> =>
      record({
        watch,
        source,
        at: at(hour),
        outcome: isGood ? "unchanged" : "problem",
        problem: isGood ? null : "blocked",
      });
    return { store, record, write };
  }

  async function withLooks(looks: readonly Looked[]) {
    const { store, write } = await opened();
    for (const look of looks) await write(look);
    return store;
  }

  it("pairs good readings, counts what failed between them, and sees what was before and after", async () => {
    const store = await withLooks([
      ["a", -3, true],
      ["a", 1, false],
      ["a", 2, true],
      ["a", 3, true],
      ["a", 4, false],
      ["a", 5, false],
      ["a", 14, true],
      ["a", 20, false],
      ["b", 1, true],
      ["b", 12, true],
    ]);
    const [a, b, c] = await store.looks.coverage(
      "w",
      ["a", "b", "c"].map((id) => ({ id, patience: 6 * HOUR, existence: "confirmed" as const })),
      FROM,
      at(24),
    );
    expect(a).toMatchObject({
      looks: 7,
      failed: 4,
      causes: [{ problem: "blocked", count: 4 }],
      longestGap: { from: at(3), to: at(14), failures: 2 },
      blind: [
        { from: at(9), to: at(14), failures: 2 },
        { from: at(20), to: at(24), failures: 1 },
      ],
    });
    expect(a?.covered).toBeCloseTo(15 / 24);
    expect(b).toMatchObject({ looks: 2, failed: 0, longestGap: { from: at(12), to: at(24), failures: 0 } });
    expect(c).toMatchObject({ looks: 0, covered: undefined, blind: [] });
  });

  it("knows from when on the record is whole, when old looks have been forgotten", async () => {
    const store = await withLooks([
      ["a", -1200, true],
      ["a", -24, true],
      ["a", 1, true],
    ]);
    expect(await store.looks.wholeFrom()).toBe(at(-1200));
    await store.looks.forget(at(-30));
    expect(await store.looks.wholeFrom()).toBe(at(-24));
  });

  it("gives back every look as it was written", async () => {
    const { store, record } = await opened();
    const archived = "0123456789abcdef".repeat(4);
    const looks = [
      { at: at(0.0001), status: 200, bytes: 536_870_912, milliseconds: 0 },
      { at: at(1), status: 304, problem: "unreadable", detail: "a part of it: “報告”", capture: archived },
      { at: at(2), outcome: "problem", problem: "unavailable", detail: "no answer" },
      { at: at(3), outcome: "problem", problem: "blocked", status: 403, detail: "answered 403", capture: archived },
      { at: at(4), outcome: "baseline", status: 200, capture: archived },
      { at: at(5), outcome: "changed", status: 200, changes: JSON.stringify([{ kind: "appeared" }]) },
      // Archives of others name their looks as they like.
      { at: at(6), id: "urn:uuid:01234567-89ab-cdef-0123-456789abcdef" },
      ...["0000000000000000", "7fffffffffffffff", "8000000000000000", "ffffffffffffffff"].map((id) => ({ id })),
      // A clock may stand anywhere.
      ...["1969-12-31T23:59:59.999Z", "1970-01-01T00:00:00.000Z", "2051-02-28T12:00:00.000Z"].map((at) => ({ at })),
    ] as const;
    const written: CheckRow[] = [];
    for (const look of looks) written.push(await record(look));
    for (const look of written) expect(await store.looks.one(look.id)).toEqual({ look, notices: [] });
    expect(await store.looks.one("0123456789abcdee")).toEqual({ look: undefined, notices: [] });
  });

  it("forgets looks, and how they ended; of what led to something it goes on saying what it said", async () => {
    const { store, record } = await opened();
    const baseline = await record({ at: at(0), outcome: "baseline" });
    const changed = await record({ at: at(30), outcome: "changed", changes: "[]" });
    const forgotten = await record({ at: at(31) });
    const failed = await record({ at: at(32), outcome: "problem", problem: "blocked", detail: "answered 403" });
    const after = await record({ at: at(24 * 40), outcome: "problem", problem: "blocked", detail: "answered 403" });
    for (const before of [at(24 * 39), at(24 * 39)]) await store.looks.forget(before);
    for (const { id } of [forgotten, failed]) expect((await store.looks.one(id)).look).toBeUndefined();
    const later = await record({ at: at(24 * 41), outcome: "problem", problem: "blocked", detail: "answered 403" });
    for (const look of [baseline, changed, after, later])
      expect(await store.looks.one(look.id)).toEqual({ look, notices: [] });
    const [coverage] = await store.looks.coverage(
      "w",
      [{ id: "a", patience: HOUR, existence: "confirmed" as const }],
      at(0),
      at(24 * 42),
    );
    expect(coverage).toMatchObject({ looks: 4, failed: 2, longestGap: { from: at(30) } });
  });

  it("knows a source’s first look, also where the clock was set back on its very day", async () => {
    const { store, write } = await opened();
    const asked = [{ id: "a", patience: HOUR, existence: "confirmed" as const }];
    await write(["a", 2, true]);
    const before = await store.looks.coverage("w", asked, at(0), at(4));
    await write(["a", 1, true]);
    const after = await store.looks.coverage("w", asked, at(0), at(4));
    expect([...before, ...after].map(({ from }) => from)).toEqual([at(2), at(1)]);
  });

  describe("what is counted day by day", () => {
    const SOURCES = ["a", "b", "renamed"];
    /** Minutes since the look before: seconds, ten minutes, a night off, weeks off; or the clock is set back. */
    const sinceLast = fc.oneof(
      { weight: 16, arbitrary: fc.integer({ min: 0, max: 40 }) },
      { weight: 4, arbitrary: fc.integer({ min: 40, max: 900 }) },
      { weight: 1, arbitrary: fc.integer({ min: 900, max: 20_000 }) },
      { weight: 2, arbitrary: fc.integer({ min: -1500, max: 0 }) },
    );
    const isGood = fc.integer({ min: 0, max: 3 }).map((chance) => chance > 0);
    const history = fc.array(fc.tuple(fc.constantFrom(...SOURCES), sinceLast, isGood), { maxLength: 60, size: "max" });
    const question = fc.record({
      // From the beginning of a day, as pages ask, or from any instant.
      from: fc.oneof(
        fc.integer({ min: -1, max: 4 }).map((day) => day * 24),
        fc.integer({ min: -500, max: 6000 }).map((minutes) => minutes / 60),
      ),
      hours: fc.integer({ min: 0, max: 150 }),
      patience: fc.constantFrom(1, 20 * 60_000, HOUR, 6 * HOUR, 48 * HOUR),
      existence: fc.constantFrom("confirmed" as const, "likely" as const),
    });

    type Question = typeof question extends fc.Arbitrary<infer Asked> ? Asked : never;
    function asLooksSay(looks: readonly CheckRow[], id: string, { from, hours, ...asked }: Question, begun: number) {
      const [since, to] = [at(begun + from), at(begun + from + hours)];
      const its = looks.filter(({ source }) => source === id);
      const good = its.filter((look) => look.outcome !== "problem" && look.at < since).map((look) => look.at);
      const within = its.filter((look) => look.at >= since && look.at <= to);
      const record = recordOfLooks(within, asked.patience);
      const firstLookAt = its.map((look) => look.at).sort()[0];
      return coverage({ id, ...asked }, { record, goodBefore: good.sort().at(-1), firstLookAt }, since, to);
    }

    it("says what all the looks say, whatever the clock did, and whatever was asked or forgotten before", async () => {
      const { store, write } = await opened();
      let histories = 0;
      const holds = async (turns: [string, number, boolean][], questions: Question[], forgotten: number | null) => {
        // In one store, each after the last: what is remembered of days that are over is put to the test as well.
        histories += 1;
        const watch = `watch-${histories}`;
        const begun = histories * 20 * 24;
        let looks: CheckRow[] = [];
        let minutes = 0;
        const compare = async () => {
          for (const one of questions) {
            const { from, hours, ...asked } = one;
            const sources = SOURCES.map((id) => ({ id, ...asked }));
            expect(await store.looks.coverage(watch, sources, at(begun + from), at(begun + from + hours))).toEqual(
              SOURCES.map((id) => asLooksSay(looks, id, one, begun)),
            );
          }
        };
        for (const [index, [source, since, isGood]] of turns.entries()) {
          minutes += since;
          looks.push(await write([source, begun + minutes / 60, isGood], watch));
          if (index % 15 === 10) await compare();
        }
        await compare();
        if (forgotten === null) return;
        const kept = await store.looks.forget(at(begun + forgotten / 60));
        looks = looks.filter((look) => look.at >= kept);
        await compare();
      };
      const questions = fc.array(question, { minLength: 1, maxLength: 3 });
      const forgotten = fc.option(fc.integer({ min: 0, max: 8000 }));
      // Questions to PostgreSQL take ten times as long.
      const numRuns = database === "SQLite" ? 150 : 40;
      await fc.assert(fc.asyncProperty(history, questions, forgotten, holds), { numRuns });
    });
  });
});
