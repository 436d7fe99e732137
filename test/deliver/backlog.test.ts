import { describe, expect, it } from "vitest";
import { nextUnit } from "../../src/deliver/backlog.ts";
import { MOST_URGENT, URGENCY } from "../../src/judge/urgency.ts";
import type { Waiting } from "../../src/store/waiting.ts";
import { NOTICE_KINDS, type NoticeKind } from "../../src/watch/names.ts";
import { fc, test } from "../stand-ins/properties.ts";

const NOW = "2022-08-31T22:00:00.000Z";

function waiting(kind: NoticeKind, minutesAgo: number, more: Partial<Waiting> = {}): Waiting {
  return {
    notice: `${kind}-${minutesAgo}`,
    channel: "terminal",
    watch: "assessment",
    kind,
    urgency: URGENCY[kind],
    noticed_at: new Date(Date.parse(NOW) - minutesAgo * 60_000).toISOString(),
    sum_up: null,
    attempts: 0,
    wasTried: false,
    isOpenQuestion: false,
    isSuperseded: false,
    ...more,
  };
}

/** All that a channel is told, message by message. */
function messages(all: readonly Waiting[]): string[][] {
  const told: string[][] = [];
  for (let left = all; left.length > 0; ) {
    const sorted = left.toSorted((a, b) => a.urgency - b.urgency || a.noticed_at.localeCompare(b.noticed_at));
    const unit = nextUnit(sorted, NOW);
    if (!unit) throw new Error("something waits, and nothing is to be told");
    const now = unit.kind === "one" ? [unit.one] : unit.of;
    told.push(now.map(({ notice }) => notice));
    left = left.filter((one) => !now.includes(one));
  }
  return told;
}

describe("what a channel is told next", () => {
  it.each<[string, Waiting[], string[][]]>([
    [
      "news in the order of its urgency",
      [waiting("changed", 1), waiting("published", 0)],
      [["published-0"], ["changed-1"]],
    ],
    ["the regular word last", [waiting("reminder", 3), waiting("blind", 1)], [["blind-1"], ["reminder-3"]]],
    [
      "the state before what is past, which is named in one message, the oldest first",
      [waiting("changed", 200), waiting("reminder", 300), waiting("blind", 100), waiting("published", 90)],
      [["published-90"], ["reminder-300", "changed-200", "blind-100"]],
    ],
    [
      "only the newest of two states by itself",
      [waiting("published", 200, { isSuperseded: true }), waiting("withdrawn", 100), waiting("changed", 150)],
      [["withdrawn-100"], ["published-200", "changed-150"]],
    ],
    [
      "one thing that is past by itself, in its order",
      [waiting("changed", 200), waiting("blind", 1)],
      [["changed-200"], ["blind-1"]],
    ],
    [
      "two states of one minute one after the other",
      [waiting("published", 1, { isSuperseded: true }), waiting("corrected", 0)],
      [["published-1"], ["corrected-0"]],
    ],
    [
      "a question that is still open by itself, so that it can be answered",
      [waiting("signalled", 200, { isOpenQuestion: true }), waiting("changed", 300), waiting("reminder", 250)],
      [["signalled-200"], ["changed-300", "reminder-250"]],
    ],
    [
      "a question that the publication has answered with what is past",
      [
        waiting("signalled", 200, { isOpenQuestion: true, isSuperseded: true }),
        waiting("published", 100),
        waiting("changed", 300),
      ],
      [["published-100"], ["changed-300", "signalled-200"]],
    ],
    [
      "what was summed up once together again, and nothing else with it",
      [waiting("changed", 300, { sum_up: "a" }), waiting("blind", 200, { sum_up: "a" }), waiting("overdue", 60)],
      [["overdue-60"], ["changed-300", "blind-200"]],
    ],
    [
      "what may have arrived already by itself, not once more with others",
      [waiting("changed", 300, { wasTried: true }), waiting("blind", 200), waiting("overdue", 190)],
      [["changed-300"], ["blind-200", "overdue-190"]],
    ],
    [
      "the regular word on several watches in one digest",
      [waiting("reminder", 2), waiting("reminder", 1, { watch: "other" }), waiting("changed", 1)],
      [["changed-1"], ["reminder-2", "reminder-1"]],
    ],
    [
      "what failed five times by itself, behind the others",
      [waiting("changed", 3, { wasTried: true, attempts: 5 }), waiting("reminder", 2)],
      [["reminder-2"], ["changed-3"]],
    ],
    [
      "each watch's own state",
      [waiting("published", 90), waiting("withdrawn", 80, { watch: "other" })],
      [["published-90"], ["withdrawn-80"]],
    ],
  ])("is %s", (_, all, expected) => {
    expect(messages(all)).toEqual(expected);
  });

  const arbitrary = fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom(...NOTICE_KINDS),
      minutes: fc.integer({ min: 0, max: 600 }),
      watch: fc.constantFrom("one", "two"),
      isOpen: fc.boolean(),
    }),
    { maxLength: 30, selector: ({ kind, minutes }) => `${kind}-${minutes}` },
  );

  test(
    "each thing once, and what is newest of each publication before anything that is less urgent",
    [arbitrary],
    (some) => {
      const all = some.map(({ kind, minutes, watch, isOpen }) => {
        const isQuestion = kind === "signalled" || kind === "proposed";
        const isState = (one: (typeof some)[number]) => one.watch === watch && URGENCY[one.kind] === MOST_URGENT;
        return waiting(kind, minutes, {
          watch,
          isOpenQuestion: isOpen && isQuestion,
          isSuperseded:
            (isQuestion || URGENCY[kind] === MOST_URGENT) && some.some((one) => isState(one) && one.minutes < minutes),
        });
      });
      const told = messages(all);
      expect(told.flat().toSorted()).toEqual(all.map(({ notice }) => notice).toSorted());
      for (const watch of ["one", "two"]) {
        const states = all.filter((one) => one.watch === watch && one.urgency === MOST_URGENT);
        const newest = states.toSorted((a, b) => b.noticed_at.localeCompare(a.noticed_at))[0];
        if (!newest) continue;
        const place = told.findIndex((message) => message.includes(newest.notice));
        expect(told[place]).toEqual([newest.notice]);
        const before = told.slice(0, place).flat();
        expect(before.every((id) => all.find(({ notice }) => notice === id)?.urgency === MOST_URGENT)).toBe(true);
      }
    },
  );
});
