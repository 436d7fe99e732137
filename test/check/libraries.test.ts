/** A library whose catalogue is asked by OAI-PMH, from its line in a watch to what people are told. */
import { describe, expect, it } from "vitest";
import { parseWatch } from "../../src/config/load.ts";
import { answering } from "../stand-ins/apis/api.ts";
import { type Catalogued, oaiRepository, type Repository } from "../stand-ins/apis/oai.ts";
import { rehearse } from "../stand-ins/bot.ts";
import type { Page } from "../stand-ins/origin.ts";
import { officeFile } from "../stand-ins/other-offices.ts";

const HOST = "library.example.org";
const OFFICE = "www.office.example.org";
const FILE = `https://${OFFICE}/files/a91-EN.pdf`;
const TITLE = "Report of the Harbour Inquiry";
const REPORT: Catalogued = {
  id: "4057000",
  title: "Report",
  subtitle: "of the Harbour Inquiry",
  symbol: "A/91/6",
  date: "2022-08-31",
  datestamp: "2022-09-20",
};
const other = (number: number, datestamp = "2022-08-29"): Catalogued => ({
  ...{ id: `${number}`, title: `Annual accounts, number ${number}`, date: "2022-07-03", datestamp },
});
const others = (count: number, datestamp?: string) =>
  Array.from({ length: count }, (_, index) => other(index + 1, datestamp));

const source = (how = "oai: { prefix: marcxml }") => `{ id: library, kind: oai, url: "https://${HOST}/oai2d", ${how} }`;
const watchText = (sources: string, hosts = `hosts: [${OFFICE}], sisters: [${HOST}]`) => `
title: ${TITLE}
publisher: { name: The Office, zone: Europe/Zurich, ${hosts} }
statements:
  - { on: 2022-06-01, by: the office, phrase: in the coming months }
evidence:
  titles: [${TITLE}]
  subject: [[harbour], [report, inquiry]]
  topic: [harbour]
sources:
  - { id: news, kind: listing, url: "https://${OFFICE}/news", existence: likely }
  - ${sources}`;

function parsed(text: string) {
  const faults: string[] = [];
  return { watch: parseWatch({ place: "harbour.yaml", name: "harbour.yaml", text }, faults), faults };
}

async function watching(library: Repository, how?: string, files: Record<string, Page> = {}, hosts?: string) {
  const { watch, faults } = parsed(watchText(source(how), hosts));
  expect(faults).toEqual([]);
  if (!watch) throw new Error("no watch");
  const rehearsal = await rehearse({
    pages: {
      "*": (request, body) =>
        files[`https://${request.headers.host}${request.url}`] ?? answering([library])(request, body),
    },
    adjust: (config) => {
      config.watches = [watch];
      const [address = ""] = Object.values(config.settings.fetch.origins);
      config.settings.fetch.origins = { [`https://${HOST}`]: address, [`https://${OFFICE}`]: address };
    },
  });
  const news = () => rehearsal.kinds().filter((kind) => !/started|overdue|reminder/.test(kind));
  const look = async (at: string) => (await rehearsal.at(at)).of("library");
  return { ...rehearsal, news, look };
}

describe("a library’s record of the publication", () => {
  it.each(["marcxml", "oai_dc"])(
    "in %s, catalogued weeks later, is a sister’s word: a signal with its own day",
    async (prefix) => {
      const library = oaiRepository(HOST, others(3));
      const { look, news, told } = await watching(library, `oai: { prefix: ${prefix} }`);
      expect(await look("2022-08-30T12:00:00Z")).toMatchObject({ outcome: "baseline" });
      expect(news()).toEqual([]);
      library.records.push(...others(2, "2022-09-20"), REPORT);
      await look("2022-09-21T12:00:00Z");
      expect(news()).toEqual(["signalled"]);
      const signal = JSON.stringify(told.find(({ kind }) => kind === "signalled"));
      expect(signal).toContain("2022-08-31");
      expect(signal).toContain(
        `https://${HOST}/oai2d?verb=GetRecord&metadataPrefix=${prefix}&identifier=oai%3A${HOST}%3A4057000`,
      );
    },
  );

  it("that leads to the publisher’s own file raises the question with the file in it", async () => {
    const library = oaiRepository(HOST, others(3));
    const files: Record<string, Page> = {};
    const { look, news, told } = await watching(library, undefined, files);
    await look("2022-08-30T12:00:00Z");
    files[FILE] = officeFile(TITLE, "2022-08-31", "the harbour, on which this inquiry has to report") as Page;
    library.records.push({ ...REPORT, files: [FILE.replace("-EN", "-FR"), FILE] });
    await look("2022-09-21T12:00:00Z");
    expect(news()).toEqual(["signalled"]);
    expect(JSON.stringify(told)).toContain(FILE);
  });

  it("of the publisher’s own library leads to the proof", async () => {
    const library = oaiRepository(HOST, others(3));
    const files: Record<string, Page> = {};
    const { look, news } = await watching(library, undefined, files, `hosts: [${OFFICE}, ${HOST}]`);
    await look("2022-08-30T12:00:00Z");
    files[FILE] = officeFile(TITLE, "2022-08-31", "the harbour, on which this inquiry has to report") as Page;
    library.records.push({ ...REPORT, files: [FILE] });
    await look("2022-09-21T12:00:00Z");
    expect(news()).toEqual(["published"]);
  });

  it("is told although it is older than all that the library showed, and stands last", async () => {
    const library = oaiRepository(HOST, others(3));
    const { look, news } = await watching(library);
    await look("2022-08-30T12:00:00Z");
    library.records.push({ ...REPORT, date: "2022-06-02", datestamp: "2022-08-30" });
    await look("2022-08-30T18:00:00Z");
    expect(news()).toEqual(["signalled"]);
  });
});

describe("what is asked", () => {
  it("is the records of some days, with an end, from a week before the last good look on", async () => {
    const library = oaiRepository(HOST, others(3));
    const { look } = await watching(library);
    await look("2022-08-30T12:00:00Z");
    await look("2022-09-10T23:59:59Z");
    library.busy = 1;
    await look("2022-09-20T12:00:00Z");
    await look("2022-09-21T12:00:00Z");
    const days = library.asked.map((query) => [query.get("from"), query.get("until")]);
    expect(days).toEqual([
      ["2022-07-01", "2022-08-30"],
      ["2022-08-23", "2022-09-10"],
      ["2022-09-03", "2022-09-20"],
      ["2022-09-03", "2022-09-21"],
    ]);
    expect(library.asked.every((query) => query.get("metadataPrefix") === "marcxml" && !query.has("set"))).toBe(true);
  });

  it("is asked for piece by piece until there is no more, and again at the next look", async () => {
    const library = oaiRepository(HOST, others(25));
    const { look, news } = await watching(library);
    expect(await look("2022-08-30T12:00:00Z")).toMatchObject({ outcome: "baseline" });
    expect(library.asked).toHaveLength(3);
    library.records.push({ ...REPORT, datestamp: "2022-08-29" });
    await look("2022-08-30T18:00:00Z");
    expect(library.asked).toHaveLength(6);
    expect(news()).toEqual(["signalled"]);
  });
});

describe("what is no news", () => {
  it("is a day without records, which is read and is no trouble", async () => {
    const { look, news } = await watching(oaiRepository(HOST));
    expect(await look("2022-08-30T12:00:00Z")).toMatchObject({ outcome: "baseline" });
    expect(await look("2022-08-31T12:00:00Z")).toMatchObject({ outcome: "unchanged" });
    expect(news()).toEqual([]);
  });

  it("is a record that was deleted, and one that is older than what is asked for by now", async () => {
    const about = { ...other(9), title: "Harbour accounts" };
    const library = oaiRepository(HOST, [...others(3), about, other(10)]);
    const { look, news } = await watching(library);
    await look("2022-08-30T12:00:00Z");
    Object.assign(about, { isDeleted: true, datestamp: "2022-08-31" });
    library.records.push(...others(2, "2022-09-02"));
    for (const day of ["2022-09-02", "2022-09-12", "2022-09-22", "2022-10-02", "2022-10-12"])
      expect((await look(`${day}T12:00:00Z`)).problem).toBeUndefined();
    expect(news()).toEqual([]);
  });
});

describe("a library in trouble", () => {
  const wellAgain = async (library: Repository, detail: string, problem: string) => {
    const { look, news } = await watching(library);
    expect((await look("2022-09-20T12:00:00Z")).problem).toMatchObject({ problem, detail });
    Object.assign(library, { forgets: false, busy: 0, mood: "well" });
    library.records.push(REPORT);
    await look("2022-09-20T18:00:00Z");
    expect(news()).toEqual(["signalled"]);
  };

  it("that is busy is asked again later", async () => {
    const library = oaiRepository(HOST, others(3));
    library.busy = 1;
    await wellAgain(library, "answered 503", "unavailable");
  });

  it("that is too busy for the rest is left alone for as long as it says", async () => {
    const library = oaiRepository(HOST, others(25));
    const { answer } = library;
    library.answer = (question) => {
      if (question.url.searchParams.has("resumptionToken")) library.busy = 1;
      return answer.call(library, question);
    };
    const { look, bot } = await watching(library);
    const { problem } = await look("2022-08-30T12:00:00Z");
    expect(problem).toMatchObject({ problem: "unavailable", detail: "gave a part of its list, and then answered 503" });
    const { due_at } = (await bot.store.sources.one("harbour", "library")) ?? {};
    expect(due_at).toBe("2022-08-30T13:00:00.000Z");
  });

  it("that forgets where it was is asked from the beginning again", async () => {
    const library = oaiRepository(HOST, others(25, "2022-09-19"));
    library.forgets = true;
    await wellAgain(
      library,
      "gave a part of its list, and then no longer knows where it was to be read on (badResumptionToken); it is asked from the beginning again",
      "unavailable",
    );
  });

  it("that answers with a page is said to", async () => {
    const library = oaiRepository(HOST, others(3));
    library.mood = "page";
    await wellAgain(library, "answered with a page where an answer of OAI-PMH should be", "unreadable");
  });

  it("that breaks off is not taken at its word", async () => {
    const library = oaiRepository(HOST, others(3, "2022-09-19"));
    library.mood = "cut-off";
    await wellAgain(library, "was cut off before the list’s end", "empty");
  });

  it("that has no sets says so", async () => {
    const { look } = await watching(oaiRepository(HOST, others(3)), "oai: { set: reports }");
    expect((await look("2022-08-30T12:00:00Z")).problem).toMatchObject({
      detail: "has no sets; leave out oai.set (noSetHierarchy): “This repository has no sets”",
    });
  });

  it("that never comes to an end is left after thirty pieces, and said to", async () => {
    const library = oaiRepository(HOST, others(40));
    library.atOnce = 1;
    const { look } = await watching(library);
    expect((await look("2022-08-30T12:00:00Z")).problem).toMatchObject({ problem: "too-costly" });
    expect(library.asked).toHaveLength(30);
  });
});

describe("what is written of it in a watch", () => {
  it.each([
    ["an address with a query", source().replace("/oai2d", "/oai2d?verb=ListRecords"), "write the address alone"],
    ["a form nobody knows", source("oai: { prefix: mods }"), '"mods" is not one of oai_dc, marcxml'],
    ["a set that cannot be one", source("oai: { set: 'a b' }"), "is not the name of a set"],
    ["it on another kind", source().replace("kind: oai", "kind: feed"), "is for `kind: oai`; a feed has none"],
    ["copies of it", source("witness: wayback"), "has no copies of what is asked anew each day"],
    ["JSON’s paths", source("paths: { items: '$', title: '$.t' }"), "is for `kind: json`; an oai has none"],
  ])("may not be %s", (_, written, says) => {
    expect(parsed(watchText(written)).faults.join("\n")).toContain(says);
  });

  it("need not be more than its address", () => {
    expect(parsed(watchText(`{ id: library, kind: oai, url: "https://${HOST}/oai2d" }`)).faults).toEqual([]);
  });
});
