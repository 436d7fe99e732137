/** On the day of a publication it is told as soon as one file proves it; the look after goes through the rest, and completes the message. */
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
  PDF_PATH,
  type Row,
  reportPdf,
  SITE,
  TITLE,
} from "../stand-ins/ohchr.ts";
import type { Pages } from "../stand-ins/origin.ts";
import { person } from "../stand-ins/persons.ts";

const LANGUAGES = ["English", "Français", "Español", "Русский", "العربية", "中文"];
const fileOf = (index: number) => `/sites/default/files/2022-08/assessment-${index}.pdf`;
const filesOf = (address: (index: number) => string) =>
  LANGUAGES.map(
    (language, index) =>
      `<div class="resource-language-container"><h2>${language}</h2><a href="${address(index)}">PDF</a></div>`,
  ).join("");
/** The report's page, in six languages: each is another file, of as many pages more. */
const IN_SIX: Pages = {
  [DOCUMENT_PATH]: documentPage({ file: "", text: filesOf(fileOf) }),
  ...Object.fromEntries(LANGUAGES.map((_, index) => [fileOf(index), reportPdf({ pages: 48 + index })])),
};

/** A list that is watched, and on the day these items on it. */
async function published(pages: Pages = IN_SIX, rows: Row[] = [{ title: TITLE, url: DOCUMENT_PATH }]) {
  const rehearsal = await rehearse({
    adjust: ({ watches }) => {
      for (const watch of watches) watch.sources = watch.sources.filter(({ id }) => id === "latest");
    },
  });
  await rehearsal.at("2022-08-31T20:00:00Z");
  const today = rows.map((row) => ({ ...row, date: "31 August 2022" }));
  Object.assign(rehearsal.origin.pages, pages, { [LATEST_PATH]: listing([...today, ...ordinaryRows()]) });
  rehearsal.origin.requests.length = 0;
  const said = () => rehearsal.kinds().filter((kind) => kind !== "started" && kind !== "overdue");
  const notice = async () => {
    const [told] = rehearsal.told.filter(({ kind }) => kind === "published");
    const now = told && (await rehearsal.bot.store.notices.one(noticeId(told)));
    if (told?.kind !== "published" || now?.kind !== "published") throw new Error("not published");
    return { told, now };
  };
  const isStale = async () =>
    (await rehearsal.bot.store.deliveries.nextStale("2022-09-01T00:00:00Z", [])) !== undefined;
  const asked = () => rehearsal.origin.requests.map(({ path }) => path).filter((path) => path.endsWith(".pdf"));
  return { ...rehearsal, said, notice, isStale, asked };
}

const minutes = (...at: number[]) => at.map((minute) => `2022-08-31T22:${String(minute).padStart(2, "0")}:00Z`);
const [FIRST = "", ...NEXT] = minutes(0, 1, 11, 21, 31);

describe("a publication in six languages", () => {
  it("is told when the first file proves it: the page and that file are all that is asked for before", async () => {
    const { at, said, asked } = await published();
    await at(FIRST);
    expect(said()).toEqual(["published"]);
    expect(asked()).toEqual([fileOf(0)]);
  });

  it("is told when the second proves it and the first does not answer", async () => {
    const { at, said, asked } = await published({ ...IN_SIX, [fileOf(0)]: { status: 503 } });
    await at(FIRST);
    expect(said()).toEqual(["published"]);
    expect(asked()).toEqual([fileOf(0), fileOf(1)]);
  });

  it("is due at once again, and told once: the message then names all its languages, and stays as it is", async () => {
    const { at, bot, said, notice, isStale } = await published();
    await at(FIRST);
    expect((await bot.store.sources.one("xinjiang-assessment", "latest"))?.due_at).toBe("2022-08-31T22:00:00.000Z");
    await bot.deliver(0);
    expect(say((await notice()).now).small).toMatch(/^PDF, 48 pages, English · www\.ohchr\.org · The record gave/);
    await at(NEXT[0] ?? "");
    const { told, now } = await notice();
    expect(say(now).small).toMatch(
      /^PDF, 48 pages, English, French, Spanish, Russian, Arabic, Chinese · www\.ohchr\.org · The record gave/,
    );
    expect(now.proofs[0]?.files?.map(({ url }) => url)).toEqual(LANGUAGES.map((_, index) => SITE + fileOf(index)));
    expect([now.at, now.key]).toEqual([told.at, told.key]);
    expect(await isStale()).toBe(true);
    await bot.deliver(0);
    for (const instant of NEXT.slice(1)) await at(instant);
    expect(await isStale()).toBe(false);
    expect(said()).toEqual(["published"]);
  });

  it("that was told before a restart is completed after it", async () => {
    const made = await published();
    await made.at(FIRST);
    await made.restart();
    for (const instant of NEXT) await made.at(instant);
    expect((await made.notice()).now.proofs[0]?.files).toHaveLength(LANGUAGES.length);
    expect(made.said()).toEqual(["published"]);
  });

  it("that a person dismisses before it is completed is not told again", async () => {
    const { at, bot, clock, said, notice } = await published();
    await at(FIRST);
    const { told } = await notice();
    const [{ id } = { id: "" }] = told.proofs;
    await bot.store.decisions.leave(told.watch, { evidence: id, decision: "dismiss" }, person("a reader"), clock.now());
    for (const instant of NEXT) await at(instant);
    expect(said()).toEqual(["published", "corrected"]);
  });

  it("that a person dismissed is not told again where its first file does not answer meanwhile", async () => {
    const { at, bot, clock, origin, said, notice } = await published();
    await at(FIRST);
    const { told } = await notice();
    const [{ id } = { id: "" }] = told.proofs;
    await bot.store.decisions.leave(told.watch, { evidence: id, decision: "dismiss" }, person("a reader"), clock.now());
    origin.pages[fileOf(0)] = { status: 503 };
    for (const instant of NEXT) await at(instant);
    expect(said()).toEqual(["published", "corrected"]);
  });

  it("keeps its name and its first file where that does not answer in the look after; a person may still dismiss it", async () => {
    const { at, bot, clock, origin, said, notice, status } = await published();
    await at(FIRST);
    origin.pages[fileOf(0)] = { status: 503 };
    await at(NEXT[0] ?? "");
    const { told, now } = await notice();
    expect(now.proofs.map(({ id }) => id)).toEqual(told.proofs.map(({ id }) => id));
    expect(now.proofs[0]?.files?.map(({ url }) => url).sort()).toEqual(
      LANGUAGES.map((_, index) => SITE + fileOf(index)),
    );
    const [{ id } = { id: "" }] = told.proofs;
    await bot.store.decisions.leave(told.watch, { evidence: id, decision: "dismiss" }, person("a reader"), clock.now());
    await at(NEXT[1] ?? "");
    expect(said()).toEqual(["published", "corrected"]);
    expect((await status()).verdict).not.toBe("published");
  });

  it("is completed by a later look where its page does not answer in the one after", async () => {
    const { at, origin, said, notice } = await published();
    await at(FIRST);
    origin.pages[DOCUMENT_PATH] = { status: 503 };
    await at(NEXT[0] ?? "");
    expect((await notice()).now.proofs[0]?.files).toHaveLength(1);
    origin.pages[DOCUMENT_PATH] = IN_SIX[DOCUMENT_PATH] ?? "";
    for (const instant of NEXT.slice(1)) await at(instant);
    expect((await notice()).now.proofs[0]?.files).toHaveLength(LANGUAGES.length);
    expect(said()).toEqual(["published"]);
  });

  it("of a source that was not read before recovers with what changed, and has moved where it moved", async () => {
    const { at, origin, told } = await published();
    const list = origin.pages[LATEST_PATH] ?? "";
    origin.pages[LATEST_PATH] = { status: 403, body: "Access denied" };
    for (const hour of ["20:30", "21:30"]) await at(`2022-08-31T${hour}:00Z`);
    for (const hour of ["03", "09"]) await at(`2022-09-01T${hour}:00:00Z`);
    Object.assign(origin.pages, {
      "/en/moved": list,
      [LATEST_PATH]: { status: 301, headers: { location: "/en/moved" } },
    });
    for (const minute of ["00", "01"]) await at(`2022-09-01T10:${minute}:00Z`);
    expect(told.filter(({ kind }) => kind === "recovered")).toMatchObject([{ sources: [{ changes: 2 }] }]);
    expect(told.some((notice) => notice.kind === "changed" && notice.change.kind === "moved")).toBe(true);
  });
});

describe("a publication among other things", () => {
  it("is told in the look that finds it, whatever else on the subject stands above it", async () => {
    const others = ["One", "Two", "Three"].map((name) => ({
      title: `Xinjiang assessment: background ${name}`,
      url: `/en/${name}`,
    }));
    const notes = reportPdf({ title: "Notes", text: "Of other things. ".repeat(30) });
    const pages = others.flatMap(({ url, title }): [string, Pages[string]][] => [
      [url, documentPage({ title, file: "", text: filesOf((index) => `${url}-${index}.pdf`) })],
      ...LANGUAGES.map((_, index): [string, Pages[string]] => [`${url}-${index}.pdf`, notes]),
    ]);
    const { at, said } = await published({ ...Object.fromEntries(pages), [DOCUMENT_PATH]: reportPdf() }, [
      ...others,
      { title: TITLE, url: DOCUMENT_PATH },
    ]);
    await at(FIRST);
    expect(said()).toEqual(["published"]);
  });

  it("that two items of the list prove is told once, and then with both", async () => {
    const twice = { [DOCUMENT_PATH]: reportPdf(), "/annex.pdf": reportPdf({ pages: 50 }) };
    const { at, bot, said, notice } = await published(twice, [
      { title: TITLE, url: DOCUMENT_PATH },
      { title: `${TITLE} (annex)`, url: "/annex.pdf" },
    ]);
    for (const instant of [FIRST, ...NEXT]) await at(instant);
    expect(said()).toEqual(["published"]);
    expect((await notice()).now.proofs).toHaveLength(2);
    expect((await bot.store.evidence.of("xinjiang-assessment")).map(({ rule }) => rule)).toEqual(
      Array(2).fill("document-reached-from-entry"),
    );
  });

  it("that two lists show, each another document, is told once, and each with all its files", async () => {
    const other = "/en/other";
    const rehearsal = await rehearse({
      adjust: ({ watches }) => {
        for (const watch of watches) {
          const latest = watch.sources.filter(({ id }) => id === "latest");
          watch.sources = [...latest, ...latest.map((source) => ({ ...source, id: "other", url: SITE + other }))];
        }
      },
      pages: { [other]: listing(ordinaryRows()) },
    });
    await rehearsal.at("2022-08-31T20:00:00Z");
    const row = { title: TITLE, url: DOCUMENT_PATH, date: "31 August 2022" };
    Object.assign(rehearsal.origin.pages, IN_SIX, {
      [LATEST_PATH]: listing([row, ...ordinaryRows()]),
      [other]: listing([{ ...row, url: "/another.pdf" }, ...ordinaryRows()]),
      "/another.pdf": reportPdf({ pages: 99 }),
    });
    for (const instant of [FIRST, ...NEXT]) await rehearsal.at(instant);
    expect(rehearsal.kinds().filter((kind) => kind === "published" || kind === "signalled")).toEqual(["published"]);
    const held = await rehearsal.bot.store.evidence.of("xinjiang-assessment");
    const files = held.filter(({ url }) => url === SITE + DOCUMENT_PATH).map((item) => item.files?.length);
    expect(files).toEqual([LANGUAGES.length]);
    expect(held.some(({ url }) => url === `${SITE}/another.pdf`)).toBe(true);
  });

  it("that is taken away again is withdrawn where the watch names its address", async () => {
    const rehearsal = await rehearse({
      adjust: ({ watches }) => {
        for (const watch of watches) watch.sources = watch.sources.filter(({ url }) => url.endsWith(DOCUMENT_PATH));
      },
    });
    await rehearsal.at("2022-08-28T20:00:00Z");
    const text = `<p><a href="/en/assessment-xinjiang-methods">The assessment of Xinjiang: methods</a></p>`;
    Object.assign(rehearsal.origin.pages, { [DOCUMENT_PATH]: documentPage({ text }), [PDF_PATH]: reportPdf() });
    await rehearsal.at(FIRST);
    for (const path of [DOCUMENT_PATH, PDF_PATH]) delete rehearsal.origin.pages[path];
    for (const day of [1, 2, 3, 4])
      for (const hour of ["08", "20"]) await rehearsal.at(`2022-09-0${day}T${hour}:00:00Z`);
    expect(rehearsal.kinds().filter((kind) => kind === "published" || kind === "withdrawn")).toEqual([
      "published",
      "withdrawn",
    ]);
  });

  it("that a file with another address at each look proves is not amended without end", async () => {
    let asked = 0;
    const made = await published({}, []);
    made.origin.pages[LATEST_PATH] = () => {
      asked += 1;
      const row = { title: TITLE, url: `/report.pdf?token=${asked}`, date: "31 August 2022" };
      return { body: listing([row, ...ordinaryRows()]) };
    };
    for (let token = 1; token < 20; token++) made.origin.pages[`/report.pdf?token=${token}`] = reportPdf();
    for (const instant of [FIRST, ...NEXT]) {
      await made.at(instant);
      await made.bot.deliver(0);
      await made.bot.deliver(0);
    }
    expect(made.said()).toEqual(["published"]);
    expect(await made.isStale()).toBe(false);
    expect((await made.notice()).now.proofs[0]?.files).toHaveLength(1);
  });
});
