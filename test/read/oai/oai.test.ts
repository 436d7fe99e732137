/** What a library answers, read: its records in both forms, its errors by name, and where the rest of the list is. */
import { describe, expect, it } from "vitest";
import { recordsAt } from "../../../src/read/oai/address.ts";
import { readBody } from "../../../src/read/read.ts";
import type { Reading } from "../../../src/read/reading.ts";
import { answer } from "../../stand-ins/answer.ts";
import { oaiRepository } from "../../stand-ins/apis/oai.ts";
import { fc, test } from "../../stand-ins/properties.ts";

const URL_ASKED = "https://library.example.org/oai2d?verb=ListRecords&metadataPrefix=marcxml";
const REST = "https://library.example.org/oai2d?verb=ListRecords&resumptionToken=";

async function read(
  body: string,
  prefix: "oai_dc" | "marcxml" = "marcxml",
  url = URL_ASKED,
): Promise<Reading | undefined> {
  const found = answer({ url, headers: { "content-type": "text/xml" }, wire: Buffer.from(body) });
  return (await readBody(found, { kind: "oai", ignore: [], oai: { prefix } }, "Europe/Zurich")).reading;
}

const envelope = (inner: string) =>
  `<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2022-09-01T00:00:00Z</responseDate>${inner}</OAI-PMH>`;
const listed = (metadata: string, more = "") =>
  envelope(
    `<ListRecords><record><header><identifier>oai:x:1</identifier><datestamp>2022-09-20</datestamp></header><metadata>${metadata}</metadata></record>${more}</ListRecords>`,
  );
const marc = (fields: string, more = "") =>
  listed(`<record xmlns="http://www.loc.gov/MARC21/slim">${fields}</record>`, more);
const field = (tag: string, code: string, text: string) =>
  `<datafield tag="${tag}" ind1="1" ind2="0"><subfield code="${code}">${text}</subfield></datafield>`;
const TITLE = field("245", "a", "A report");
const OWN = "https://library.example.org/oai2d?verb=GetRecord&metadataPrefix=marcxml&identifier=oai%3Ax%3A1";

describe("a record in MARC", () => {
  it.each<[string, string, object]>([
    ["has its title", TITLE, { title: "A report" }],
    [
      "has its title and what follows it, without the cataloguer’s marks",
      '<datafield tag="245"><subfield code="a">A report :</subfield><subfield code="b">what was found /</subfield><subfield code="c">the office</subfield></datafield>',
      { title: "A report: what was found" },
    ],
    ["has its day", TITLE + field("269", "a", "2022-08-31"), { date: "2022-08-31" }],
    ["has a month where it has no day", TITLE + field("269", "a", "2022-08"), { either: ["2022-08-01", "2022-08-31"] }],
    ["has no day where that is none", TITLE + field("269", "a", "[n.d.]"), { title: "A report" }],
    ["has its symbol besides", TITLE + field("191", "a", "A/HRC/51/6"), { row: "A report. A/HRC/51/6" }],
    ["has its language", TITLE + field("041", "a", "eng"), { language: "eng" }],
    ["leads to its file", TITLE + field("856", "u", "https://un.example/1.pdf"), { url: "https://un.example/1.pdf" }],
    ["leads to itself where it has no file", TITLE, { url: OWN }],
    ["leads to itself where its file is no web address", TITLE + field("856", "u", "ftp://un.example/1"), { url: OWN }],
    ["has no title from another field", field("500", "a", "A note") + TITLE, { title: "A report" }],
  ])("%s", async (_, fields, entry) => expect(await read(marc(fields))).toMatchObject({ entries: [entry] }));

  it("may give its namespace a prefix", async () => {
    const prefixed = TITLE.replaceAll(/<(\/?)(datafield|subfield)/g, "<$1marc:$2");
    const body = listed(`<marc:record xmlns:marc="http://www.loc.gov/MARC21/slim">${prefixed}</marc:record>`);
    expect(await read(body)).toMatchObject({ entries: [{ title: "A report", url: OWN }] });
  });

  it("in six languages leads to the English file, and the others are weighed besides", async () => {
    const files = ["AR", "EN", "FR"].map((code) => `https://un.example/A_1-${code}.pdf`);
    const reading = await read(marc(TITLE + files.map((file) => field("856", "u", file)).join("")));
    expect(reading).toMatchObject({ entries: [{ url: files[1] }], links: [{ url: files[0] }, { url: files[2] }] });
  });
});

describe("a record in Dublin Core", () => {
  const dc = (inner: string) =>
    listed(`<oai_dc:dc xmlns:oai_dc="o" xmlns:dc="http://purl.org/dc/elements/1.1/">${inner}</oai_dc:dc>`);
  it("has title, day, language and address", async () => {
    const inner =
      "<dc:title>A report</dc:title><dc:date>2022-08-31</dc:date><dc:language>eng</dc:language><dc:identifier>DOC 1</dc:identifier><dc:identifier>https://un.example/1</dc:identifier>";
    expect(await read(dc(inner), "oai_dc")).toMatchObject({
      entries: [{ title: "A report", date: "2022-08-31", language: "eng", url: "https://un.example/1" }],
      layout: "oai:oai_dc",
      isExcerpt: true,
    });
  });
});

it("a rest that is said to be nothing is a list that broke off: what was asked for is asked again", async () => {
  const body = envelope('<error code="noRecordsMatch">cursor expired</error>');
  const rest = "https://library.example.org/oai2d?verb=ListRecords&resumptionToken=a1";
  expect(await read(body, "marcxml", rest)).toMatchObject({ kind: "problem", problem: "unavailable" });
});

it("what a library says of an error is shown without what a terminal would obey", async () => {
  const reading = await read(envelope('<error code="badArgument">\u009b2J\u202eowned</error>'));
  expect(reading).toMatchObject({ detail: "answered badArgument: “2Jowned”" });
});

describe("an answer without records", () => {
  const error = (code: string, says = "") => envelope(`<error code="${code}">${says}</error>`);
  it.each<[string, string, object]>([
    ["none was found", error("noRecordsMatch"), { kind: "entries", entries: [], next: [] }],
    ["the place was forgotten", error("badResumptionToken"), { problem: "unavailable" }],
    [
      "it cannot give that form",
      error("cannotDisseminateFormat", "no"),
      { problem: "unreadable", detail: "does not give its records as marcxml (cannotDisseminateFormat): “no”" },
    ],
    [
      "it has no sets",
      error("noSetHierarchy"),
      { problem: "unreadable", detail: "has no sets; leave out oai.set (noSetHierarchy)" },
    ],
    [
      "it does not know what is asked",
      error("badArgument", "<b>until</b> is wrong"),
      { problem: "unreadable", detail: "answered badArgument: “until is wrong”" },
    ],
    [
      "the error has no name",
      error("a b <c>".replace(/[<>]/g, ""), "x"),
      { problem: "unreadable", detail: "answered an error: “x”" },
    ],
    ["nothing is said", envelope(""), { problem: "empty" }],
    ["nothing is there", " ", { problem: "empty", detail: "answered with nothing" }],
    ["it is a feed", "<rss><channel/></rss>", { problem: "unreadable", detail: "is no answer of OAI-PMH" }],
    ["its records have no titles", marc(field("500", "a", "x")), { problem: "redesigned" }],
    [
      "all were deleted",
      envelope(
        '<ListRecords><record><header status="deleted"><identifier>oai:x:1</identifier></header></record></ListRecords>',
      ),
      { kind: "entries", entries: [] },
    ],
  ])("says that %s", async (_, body, reading) => expect(await read(body)).toMatchObject(reading));
});

describe("the rest of a list", () => {
  const token = (text: string) => `<resumptionToken cursor="0">${text}</resumptionToken>`;
  it.each<[string, string, string[]]>([
    ["is asked for by its token alone", token("a b/c&amp;d"), [`${REST}a+b%2Fc%26d`]],
    ["has come to its end with an empty one", token(""), []],
    ["has come to its end without one", "", []],
  ])("%s", async (_, more, next) => expect(await read(marc(TITLE, more))).toMatchObject({ next }));
});

test(
  "what is asked for begins no later than it ends, and is the same at every moment of a day in UTC",
  [
    fc.date({ min: new Date("2000-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }),
    fc.option(fc.integer({ min: -1e11, max: 1e11 })),
  ],
  (at, before) => {
    const since = before === null ? null : new Date(at.getTime() - before).toISOString();
    const asked = (moment: string) => recordsAt("https://x.example/oai", { prefix: "oai_dc" }, { at: moment, since });
    const { searchParams } = new URL(asked(at.toISOString()));
    const [from = "", until = ""] = [searchParams.get("from") ?? "", searchParams.get("until") ?? ""];
    expect(from <= until).toBe(true);
    expect(until).toBe(at.toISOString().slice(0, 10));
    if (since !== null) expect(asked(`${until}T23:59:59.999Z`)).toBe(asked(`${until}T00:00:00.000Z`));
  },
);

test(
  "a list that breaks off anywhere before its end is never taken for all of it",
  [fc.integer({ min: 0, max: 1000 })],
  async (thousandth) => {
    const library = oaiRepository(
      "library.example.org",
      [1, 2, 3].map((id) => ({ id: `${id}`, title: `Report ${id}`, date: "2022-08-31", datestamp: "2022-09-01" })),
      false,
    );
    const { body } = library.answer({ url: new URL(URL_ASKED), method: "GET", headers: {}, body: "" });
    const text = String(body);
    const half = await read(text.slice(0, Math.floor((text.indexOf("</ListRecords>") * thousandth) / 1000)));
    expect(half).toMatchObject({ kind: "problem" });
    expect(await read(text)).toMatchObject({
      entries: [{ title: "Report 1" }, { title: "Report 2" }, { title: "Report 3" }],
    });
  },
);
