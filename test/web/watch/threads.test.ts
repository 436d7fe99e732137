/** What is about the same thing stands together. */
import { describe, expect, it } from "vitest";
import type { Notice } from "../../../src/judge/notice.ts";
import { threadsOf } from "../../../src/web/watch/threads.ts";

const evidence = (id: string, url: string) => ({ id, url, title: id, source: "latest" });
const source = (id: string) => ({ id, name: id, url: `https://site.example/${id}` });
const at = (day: number) => `2022-08-${String(day).padStart(2, "0")}T12:00:00.000Z`;
const told = (day: number, kind: Notice["kind"], more: object = {}) =>
  ({
    kind,
    at: at(day),
    key: `${kind} ${day}`,
    watch: "one",
    status: { verdict: "unpublished" },
    grounds: [],
    ...more,
  }) as unknown as Notice;
const days = (notices: Notice[]) =>
  threadsOf(notices).map(({ newest, earlier }) => [newest, ...earlier].map((one) => Number(one.at.slice(8, 10))));

describe("what was told", () => {
  it.each<[string, Notice[], number[][]]>([
    [
      "a signal, its publication and what came after it are one thread, the newest on top",
      [
        told(1, "signalled", { signal: evidence("a", "https://site.example/report") }),
        told(3, "published", { proofs: [evidence("b", "https://site.example/report")] }),
        told(9, "edition", { as: "translation", evidence: evidence("c", "https://site.example/rapport") }),
      ],
      [[9, 3, 1]],
    ],
    [
      "a signal of weeks before, at another address, is another event",
      [
        told(1, "signalled", { signal: evidence("a", "https://site.example/news") }),
        told(20, "published", { proofs: [evidence("b", "https://site.example/report")] }),
      ],
      [[20], [1]],
    ],
    [
      "reminders that say the same are one row, whatever was told between them",
      [told(1, "reminder"), told(4, "changed"), told(8, "reminder"), told(15, "reminder")],
      [[15, 8, 1], [4]],
    ],
    [
      "a source that went and came back is one thread, and its next outage another",
      [
        told(1, "blind", { sources: [source("a")] }),
        told(2, "recovered", { sources: [source("a")] }),
        told(5, "blind", { sources: [source("a")] }),
      ],
      [[5], [2, 1]],
    ],
    [
      "a dismissal stands on top of the signal that it is about",
      [
        told(1, "signalled", { signal: evidence("a", "https://site.example/news") }),
        told(2, "corrected", { correction: "signal-dismissed", evidence: evidence("a", "https://site.example/news") }),
      ],
      [[2, 1]],
    ],
  ])("%s", (_, notices, expected) => expect(days(notices)).toEqual(expected));
});
