/** Data of older versions, brought up to date: it says what it said. */
import { describe, expect, it, onTestFinished } from "vitest";
import { coverage } from "../../src/judge/coverage.ts";
import { recordOfLooks } from "../../src/store/look-days.ts";
import { Store } from "../../src/store/store.ts";
import type { CheckRow } from "../../src/store/tables.ts";
import { later } from "../../src/time/instant.ts";
import { folder } from "../stand-ins/folder.ts";
import { addLooks, type OlderLook, olderData } from "../stand-ins/older-data.ts";

const FROM = "2021-12-30T22:00:00.000Z";
const MINUTE = 60_000;

/** Ten days, every ten minutes: a night behind a wall, trouble that comes and goes, and now and then something new. */
const LOOKS: OlderLook[] = Array.from({ length: 3 * 1440 }, (_, index) => {
  const turn = Math.floor(index / 3);
  const look = {
    id: ((BigInt(index) * 0x9e3779b97f4a7c15n) % (1n << 64n)).toString(16).padStart(16, "0"),
    watch: index % 3 === 2 ? "another" : "w",
    source: index % 3 === 0 ? "a" : "b",
    at: later(FROM, turn * 10 * MINUTE + index * 7),
  };
  if (turn === 0) return { ...look, outcome: "baseline", status: 200, capture: "ab".repeat(32) };
  if (turn % 400 === 7)
    return { ...look, outcome: "changed", status: 200, changes: '[{"kind":"appeared","title":"報告"}]' };
  if (turn % 50 === 3) return { ...look, outcome: "unchanged", problem: "unreadable", detail: "a part", status: 200 };
  if (turn % 90 === 5) return { ...look, outcome: "problem", problem: "unavailable", detail: "no answer" };
  if (turn > 600 && turn < 640)
    return { ...look, outcome: "problem", problem: "blocked", detail: "“403”", status: 403, capture: "0f".repeat(32) };
  return { ...look, outcome: "unchanged", status: turn % 3 ? 304 : 200, bytes: turn };
});

describe("looks that stood as text", () => {
  it.each(["0009-places", "0011-reading-digest"])("are the same looks, from %s on", async (step) => {
    const data = await folder();
    const file = await olderData(data, step);
    addLooks(file, LOOKS);
    file.close();
    const store = await Store.open(data);
    onTestFinished(() => store.close());
    for (const { id, watch, source, at, outcome, ...look } of LOOKS) {
      const nothing = {
        problem: null,
        detail: null,
        status: null,
        bytes: 0,
        milliseconds: 150,
        capture: null,
        changes: null,
      };
      expect(await store.looks.one(id)).toEqual({
        look: { ...nothing, id, watch, source, at, outcome, ...look },
        notices: [],
      });
    }
    expect(await store.looks.wholeFrom()).toBe(FROM);
    expect(await store.looks.changed({ watch: "w", limit: 100 })).toHaveLength(8);
    // Of data of the newest step, these looks would have been counted as they were written.
    if (step !== "0009-places") return;
    const [since, to] = [later(FROM, 1000), later(FROM, 20_000 * MINUTE)];
    const its = LOOKS.filter(({ watch, source, at }) => watch === "w" && source === "a" && at >= since);
    const asked = { id: "a", patience: 30 * MINUTE, existence: "confirmed" as const };
    expect(await store.looks.coverage("w", [asked], since, to)).toEqual([
      coverage(
        asked,
        {
          record: recordOfLooks(its as unknown as CheckRow[], asked.patience),
          goodBefore: FROM,
          firstLookAt: FROM,
        },
        since,
        to,
      ),
    ]);
  });

  it("may be none", async () => {
    const data = await folder();
    (await olderData(data, "0011-reading-digest")).close();
    const store = await Store.open(data);
    onTestFinished(() => store.close());
    expect(await store.looks.wholeFrom()).toBeUndefined();
    expect(await store.looks.one(LOOKS[0]?.id ?? "")).toEqual({ look: undefined, notices: [] });
  });
});
