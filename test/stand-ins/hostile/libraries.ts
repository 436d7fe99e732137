/** Answers of libraries (OAI-PMH): records that flood, nest, lie and break off. */
import { gzipBomb } from "./bombs.ts";
import { type Bytes, bare, type Hostile, joined, numbered, page, times } from "./case.ts";

const BEGIN = '<?xml version="1.0"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>';
const END = "</ListRecords></OAI-PMH>";
const DC =
  '<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">';
const record = (inner: Bytes) =>
  joined(
    "<record><header><identifier>oai:x:1</identifier></header><metadata>",
    DC,
    inner,
    "</oai_dc:dc></metadata></record>",
  );
const ONE = record("<dc:title>A report</dc:title><dc:date>2022-08-31</dc:date>");
const marc = (inner: Bytes) =>
  joined("<record><metadata><record xmlns='http://www.loc.gov/MARC21/slim'>", inner, "</record></metadata></record>");

const answer = (name: string, inner: () => Bytes): Hostile =>
  bare("oai", "text/xml", `a library’s ${name}`, () => joined(BEGIN, ONE, inner(), END));
const whole = (name: string, body: () => Bytes, extras: Partial<Hostile> = {}): Hostile =>
  bare("oai", "text/xml", `a library’s ${name}`, body, extras);

const FLOODS: readonly Hostile[] = [
  answer("100,000 records", () => times(ONE, 100_000)),
  answer("1,000,000 deleted records", () => times("<record><header status='deleted'/></record>", 1_000_000)),
  answer("record with 1,000,000 titles", () => record(times("<dc:title>x</dc:title>", 1_000_000))),
  answer("record with 500,000 subfields", () =>
    marc(
      joined(
        '<datafield tag="856">',
        times('<subfield code="u">https://www.office.example.org/1</subfield>', 500_000),
        "</datafield>",
      ),
    ),
  ),
  answer("2,000 records with 90 files each", () =>
    times(
      record(
        joined(
          "<dc:title>Report</dc:title>",
          numbered(90, (index) => `<dc:identifier>https://www.office.example.org/${index}</dc:identifier>`),
        ),
      ),
      2_000,
    ),
  ),
  answer("title of 10 MB", () => record(joined("<dc:title>", times("words ", 1_700_000), "</dc:title>"))),
  answer("1,000,000 errors and tokens between its records", () =>
    times("<error code='x'>no</error><resumptionToken>t</resumptionToken>", 500_000),
  ),
  answer("token of 10 MB", () => joined("<resumptionToken>", times("x", 10_000_000), "</resumptionToken>")),
  whole("gzip of 50 MB of records", () => gzipBomb(50, String(ONE), BEGIN, END), {
    headers: { "content-encoding": "gzip" },
  }),
];

const DEEP: readonly Hostile[] = [
  answer("records in records, 100,000 deep", () => joined(times("<record>", 100_000), times("</record>", 100_000))),
  answer("MARC records in MARC records, 100,000 deep", () => marc(times("<record><datafield tag='245'>", 100_000))),
  answer("titles in titles, 100,000 deep", () => record(times("<dc:title>", 100_000))),
];

const STRANGE: readonly Hostile[] = [
  answer("addresses of other schemes, this machine and none", () =>
    record(
      "<dc:title>Report</dc:title><dc:identifier>javascript:alert(1)</dc:identifier><dc:identifier>file:///etc/passwd</dc:identifier><dc:identifier>http://127.0.0.1/x</dc:identifier><dc:identifier>//</dc:identifier>",
    ),
  ),
  answer("identifier of 1 MB, without an address", () =>
    joined(
      "<record><header><identifier>",
      times("x/", 500_000),
      "</identifier></header><metadata>",
      DC,
      "<dc:title>A report</dc:title></oai_dc:dc></metadata></record>",
    ),
  ),
  answer("elements called __proto__ and constructor", () =>
    record("<__proto__>x</__proto__><constructor>x</constructor><dc:title>constructor</dc:title>"),
  ),
  answer("field whose tag is __proto__", () =>
    marc("<datafield tag='__proto__'><subfield code='a'>x</subfield></datafield>"),
  ),
  whole("error of 10 MB", () =>
    joined("<OAI-PMH><error code='badArgument'>", times("no ", 3_000_000), "</error></OAI-PMH>"),
  ),
  whole("error whose code is no name", () => `<OAI-PMH><error code="${"x ".repeat(500)}">no</error></OAI-PMH>`),
  whole("half a record, and no end", () => joined(BEGIN, times(ONE, 5_000), "<record><metadata>")),
  whole("page in its place, of 1,000,000 paragraphs", () => page(times("<p>", 1_000_000))),
  whole("bytes that are no text", () => times(Buffer.from([0, 1, 0xff, 0xfe]), 1_000_000)),
  whole("a billion laughs", () =>
    joined(
      `<!DOCTYPE x [<!ENTITY l0 "ha">${Array.from({ length: 12 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join("")}]>`,
      BEGIN,
      record("<dc:title>&l12;</dc:title>"),
      END,
    ),
  ),
];

export const LIBRARIES: readonly Hostile[] = [...FLOODS, ...DEEP, ...STRANGE];
