/** On the day of a publication it is told as soon as one file proves it; the others are looked at after, and the message is completed. */
import { describe, expect, it } from "vitest";
import { noticeId } from "../../src/judge/notice.ts";
import { say } from "../../src/message/wording.ts";
import { rehearse } from "../stand-ins/bot.ts";
import {
  DOCUMENT_PATH,
  documentPage,
  LATEST_PATH,
  listing,
  ordinaryRows,
  reportPdf,
  SITE,
  TITLE,
} from "../stand-ins/ohchr.ts";

const LANGUAGES = ["English", "Français", "Español", "Русский", "العربية", "中文"];
const fileOf = (index: number) => `/sites/default/files/2022-08/assessment-${index}.pdf`;

/** A publication in six languages, on a page that names each. */
async function published({ broken = [] as number[] } = {}) {
  const rehearsal = await rehearse({
    adjust: ({ watches }) => {
      for (const watch of watches) watch.sources = watch.sources.filter(({ id }) => id === "latest");
    },
  });
  await rehearsal.at("2022-08-31T20:00:00Z");
  const files = LANGUAGES.map(
    (language, index) =>
      `<div class="resource-language-container"><h2>${language}</h2><a href="${fileOf(index)}">PDF</a></div>`,
  ).join("");
  Object.assign(rehearsal.origin.pages, {
    [LATEST_PATH]: listing([{ title: TITLE, url: DOCUMENT_PATH, date: "31 August 2022" }, ...ordinaryRows()]),
    [DOCUMENT_PATH]: documentPage({ file: "", text: files }),
    // Each is another file: its pages are as many.
    ...Object.fromEntries(LANGUAGES.map((_, index) => [fileOf(index), reportPdf({ pages: 48 + index })])),
    ...Object.fromEntries(broken.map((index) => [fileOf(index), { status: 503 }])),
  });
  rehearsal.origin.requests.length = 0;
  return rehearsal;
}

const asked = ({ origin }: Awaited<ReturnType<typeof published>>) =>
  origin.requests.map(({ path }) => path).filter((path) => path.endsWith(".pdf"));

describe("a publication in six languages", () => {
  it("is told when the first file proves it: the page and that file are all that is asked for before", async () => {
    const rehearsal = await published();
    await rehearsal.at("2022-08-31T22:00:00Z");
    expect(rehearsal.kinds()).toEqual(["started", "overdue", "published"]);
    expect(asked(rehearsal)).toEqual([fileOf(0)]);
  });

  it("is told when the second proves it and the first does not answer", async () => {
    const rehearsal = await published({ broken: [0] });
    await rehearsal.at("2022-08-31T22:00:00Z");
    expect(rehearsal.kinds()).toEqual(["started", "overdue", "published"]);
    expect(asked(rehearsal)).toEqual([fileOf(0), fileOf(1)]);
  });

  it("is told once; the others are looked at in the next look, and the message names them", async () => {
    const rehearsal = await published();
    await rehearsal.at("2022-08-31T22:00:00Z");
    await rehearsal.bot.deliver(0);
    await rehearsal.at("2022-08-31T22:10:00Z");
    expect(rehearsal.kinds()).toEqual(["started", "overdue", "published"]);
    expect(asked(rehearsal)).toEqual([fileOf(0), ...LANGUAGES.map((_, index) => fileOf(index))]);
    const notice = rehearsal.told.at(-1);
    if (notice?.kind !== "published") throw new Error("not published");
    const { store } = rehearsal.bot;
    const sequel = await store.notices.sequel(noticeId(notice), notice);
    expect(sequel.proofs?.[0]?.files?.map(({ url }) => url)).toEqual(LANGUAGES.map((_, index) => SITE + fileOf(index)));
    expect(say(notice).small).toBe("PDF, 48 pages, English · www.ohchr.org");
    expect(say(notice, sequel).small).toBe(
      "PDF, 48 pages, English, French, Spanish, Russian, Arabic, Chinese · www.ohchr.org",
    );
    const stale = await store.deliveries.nextStale("2022-08-31T22:20:00.000Z", []);
    expect(stale?.notice).toBe(noticeId(notice));
  });

  it("that was told before a restart is completed after it", async () => {
    const rehearsal = await published();
    await rehearsal.at("2022-08-31T22:00:00Z");
    await rehearsal.restart();
    await rehearsal.at("2022-08-31T22:10:00Z");
    expect(rehearsal.kinds()).toEqual(["started", "overdue", "published"]);
    expect(new Set(asked(rehearsal)).size).toBe(LANGUAGES.length);
  });

  it("whose page and files are looked at to their end is not asked for again", async () => {
    const rehearsal = await published();
    for (const minute of ["00", "10", "20"]) await rehearsal.at(`2022-08-31T22:${minute}:00Z`);
    const before = asked(rehearsal).length;
    await rehearsal.at("2022-08-31T22:30:00Z");
    expect(asked(rehearsal)).toHaveLength(before);
  });
});
