/** PDFs whose objects, pages, tables of places or ways in are the attack. */
import { assemblePdf } from "../../../src/replay/documented/pdf.ts";
import { type Hostile, joined, noise, times } from "./case.ts";
import { CATALOG, FONT, onePage, PAGES, pageObject, pdf, stream, tailed, text } from "./pdf-building.ts";

export const PDF_STRUCTURE: readonly Hostile[] = [
  pdf("that is its header and its end", () => "%PDF-1.7\n%%EOF"),
  pdf("that is its header 100,000 times over", () => joined(times("%PDF-1.7\n", 100_000), "%%EOF")),
  pdf("whose pages are in a circle", () =>
    assemblePdf([CATALOG, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 1000000 >>"]),
  ),
  pdf("whose page is its own parent", () =>
    assemblePdf([CATALOG, PAGES, "<< /Type /Page /Parent 3 0 R /Contents 4 0 R >>", stream(text("words"))]),
  ),
  pdf("with 1,000,000 times one page", () =>
    assemblePdf([
      CATALOG,
      `<< /Type /Pages /Kids [${"3 0 R ".repeat(1_000_000)}] /Count 1000000 >>`,
      pageObject(),
      stream(text("words")),
      FONT,
    ]),
  ),
  pdf("with 200,000 page objects", () => {
    const kids = Array.from({ length: 200_000 }, (_, index) => `${index + 3} 0 R`).join(" ");
    return assemblePdf([
      CATALOG,
      `<< /Type /Pages /Kids [${kids}] /Count 200000 >>`,
      ...Array.from({ length: 200_000 }, () => "<< /Type /Page /Parent 2 0 R >>"),
    ]);
  }),
  pdf("whose tree of pages is 100,000 deep", () =>
    assemblePdf([
      CATALOG,
      ...Array.from({ length: 100_000 }, (_, index) => `<< /Type /Pages /Kids [${index + 3} 0 R] /Count 1 >>`),
      pageObject(""),
    ]),
  ),
  pdf("that counts 2,147,483,647 pages and has one", () =>
    assemblePdf([CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count 2147483647 >>", pageObject(""), ""]),
  ),
  pdf("that counts -1 pages", () =>
    assemblePdf([CATALOG, "<< /Type /Pages /Kids [3 0 R] /Count -1 >>", pageObject("")]),
  ),
  pdf("whose table of places leads to itself", () =>
    joined(
      "%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer << /Size 1 /Prev 9 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
    ),
  ),
  pdf("whose table of places has 2,000,000 entries", () =>
    joined(
      "%PDF-1.4\nxref\n0 2000000\n",
      times("0000000009 00000 n \n", 2_000_000),
      "trailer << /Size 2000000 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
    ),
  ),
  pdf("that says it has 2,147,483,647 objects", () =>
    joined(
      "%PDF-1.4\nxref\n0 2147483647\n0000000000 65535 f \ntrailer << /Size 2147483647 /Root 1 0 R >>\nstartxref\n9\n%%EOF\n",
    ),
  ),
  pdf("whose object streams stand in one another", objectStreams),
  pdf("without a table, of 1,000,000 objects of one number", () =>
    tailed(times("1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\n", 500_000)),
  ),
  pdf("of 20 MB of comments", () => tailed(times("% nothing to see here\n", 900_000))),
  pdf("of 20 MB of noise", () => tailed(noise(20_000_000, "pdf"))),
  pdf("with 2,000,000 lists, each in the last", () => tailed(joined("1 0 obj\n", times("[", 2_000_000), "\nendobj"))),
  pdf("with 1,000,000 dictionaries, each in the last", () =>
    tailed(joined("1 0 obj\n", times("<</A ", 1_000_000), "\nendobj")),
  ),
  pdf("with brackets in a text, 5,000,000 deep", () => tailed(joined("1 0 obj\n", times("(", 5_000_000), "\nendobj"))),
  pdf("whose information is 10 MB of title", () => {
    const objects = [
      CATALOG,
      PAGES,
      pageObject(),
      stream(text("words")),
      FONT,
      `<< /Title (${"a".repeat(10_000_000)}) /CreationDate (D:99999999) >>`,
    ];
    return Buffer.from(
      assemblePdf(objects).toString("latin1").replace("/Root 1 0 R", "/Root 1 0 R /Info 6 0 R"),
      "latin1",
    );
  }),
  pdf("that is locked with a password", () => {
    const lock = `<< /Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <${"00".repeat(32)}> /U <${"00".repeat(32)}> >>`;
    const whole = onePage(stream(text("words")), FONT, lock).toString("latin1");
    return Buffer.from(
      whole.replace("/Root 1 0 R", `/Root 1 0 R /Encrypt 6 0 R /ID [<${"00".repeat(16)}> <00>]`),
      "latin1",
    );
  }),
  pdf("that runs a script when it is opened", () =>
    assemblePdf([
      CATALOG.replace(">>", "/OpenAction << /S /JavaScript /JS (while\\(true\\);) >> >>"),
      PAGES,
      pageObject(),
      stream(text("words")),
      FONT,
    ]),
  ),
  pdf("whose metadata nest 200,000 deep", () =>
    assemblePdf([
      CATALOG.replace(">>", "/Metadata 6 0 R >>"),
      PAGES,
      pageObject(),
      stream(text("words")),
      FONT,
      stream(joined("<x:xmpmeta>", times("<rdf:RDF>", 200_000)), "/Type /Metadata /Subtype /XML"),
    ]),
  ),
];

/** Two streams that are said to stand in each other. */
function objectStreams(): Buffer {
  const entries = Buffer.from([0, 0, 0, 255, 2, 0, 2, 0, 2, 0, 3, 0, 2, 0, 2, 0]);
  const head = "%PDF-1.5\n";
  return joined(
    head,
    "4 0 obj\n<< /Type /XRef /Size 4 /W [1 2 1] /Root 1 0 R /Length 16 >>\nstream\n",
    entries,
    `\nendstream\nendobj\nstartxref\n${head.length}\n%%EOF\n`,
  );
}
