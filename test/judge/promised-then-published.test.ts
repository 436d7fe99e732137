/** Promises of ten offices: a watch that knows only what was known then asks about what came, and about nothing else. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { afterPromise, file, type Known, longDate, newsPage, watchOf } from "../stand-ins/office.ts";

interface Case {
  case: string;
  promised_on: string;
  known: Known;
  published: { title: string; date: string }[];
  decoys: { title: string; date: string }[];
}

const { cases }: { cases: Case[] } = JSON.parse(
  readFileSync(new URL("promised-then-published.json", import.meta.url), "utf8"),
);
const about = (known: Known) =>
  `What follows concerns ${known.subject.map(([first]) => first).join(" and the ")}, in all its parts and at some length. `.repeat(
    30,
  );
const spoken = (kinds: string[]) => kinds.filter((kind) => kind === "signalled" || kind === "published");

describe.each(cases)("$case", ({ known, promised_on, published, decoys }) => {
  const watch = watchOf(known, promised_on);
  const link = '<p><a href="/files/it.pdf">Read it (PDF)</a></p>';

  it.each(published)("asks about “$title”", async ({ title, date }) => {
    const item = { title, url: "/news/it", date: longDate(date), on: date };
    const rehearsal = await afterPromise(watch, item, {
      "/news/it": newsPage(title, date, link),
      "/files/it.pdf": file(title, longDate(date), about(known)),
    });
    expect(spoken(rehearsal.kinds())).toHaveLength(1);
  });

  it.each(decoys)("does not take “$title” for it, with or without a file", async ({ title, date }) => {
    const item = { title, url: "/news/it", date: longDate(date), on: date };
    for (const pages of [
      { "/news/it": newsPage(title, date) },
      { "/news/it": newsPage(title, date, link), "/files/it.pdf": file(title, longDate(date), about(known)) },
    ]) {
      const rehearsal = await afterPromise(watch, item, pages);
      expect(spoken(rehearsal.kinds())).toEqual([]);
      expect(rehearsal.kinds()).toContain("changed");
      expect(rehearsal.kinds()).not.toContain("proposed");
    }
  });
});
