/** PDFs whose text, drawings or fonts are the attack. */
import { assemblePdf } from "../../../src/replay/documented/pdf.ts";
import { zlibBomb } from "./bombs.ts";
import { type Hostile, joined, noise, numbered, times } from "./case.ts";
import { CATALOG, FONT, flate, onePage, PAGES, pageObject, pdf, stream, text } from "./pdf-building.ts";

/** A page that draws the first of some forms twice. */
const drawing = (forms: readonly string[]) =>
  assemblePdf([
    CATALOG,
    PAGES,
    pageObject(undefined, "/Font << /F1 5 0 R >> /XObject << /X 6 0 R >>"),
    stream("/X Do /X Do"),
    FONT,
    ...forms,
  ]);

const CONTENT: readonly Hostile[] = [
  pdf("whose page unpacks to 1 GB of spaces", () => onePage(flate(zlibBomb(1_000, " ")))),
  pdf("whose page unpacks to 50 MB of text", () => onePage(flate(zlibBomb(50, text("words words words"))))),
  pdf("whose page unpacks to 1 GB of text", () => onePage(flate(zlibBomb(1_000, text("words words words"))))),
  pdf("whose page is packed twice, to 1 GB", () =>
    onePage(stream(zlibBomb(1, "\0", zlibBomb(1_000, " ")), "/Filter [/FlateDecode /FlateDecode]")),
  ),
  pdf("whose page is packed 1,000 times by name", () =>
    onePage(stream("words", `/Filter [${"/ASCIIHexDecode ".repeat(1_000)}]`)),
  ),
  pdf("whose page is packed in runs, of 200 MB", () =>
    onePage(stream(times(Buffer.from([0x81, 0x20]), 1_600_000), "/Filter /RunLengthDecode")),
  ),
  pdf("whose rows are foretold 2,147,483,647 wide", () =>
    onePage(flate(zlibBomb(10, "\u0002"), "/DecodeParms << /Predictor 12 /Columns 2147483647 >>")),
  ),
  pdf("with 5,000,000 commands to show text", () => onePage(flate(zlibBomb(30, "(a)Tj ", "BT /F1 9 Tf ", "ET")))),
  pdf("with 5,000,000 commands that nobody knows", () => onePage(flate(zlibBomb(30, "1 2 3 xx ")))),
  pdf("with 10,000,000 numbers before one command", () => onePage(flate(zlibBomb(20, "1 ", "", "Tj")))),
  pdf("with a page whose parts are one part 1,000,000 times", () =>
    assemblePdf([CATALOG, PAGES, pageObject(`/Contents [${"4 0 R ".repeat(1_000_000)}]`), stream(text("words")), FONT]),
  ),
  pdf("with 80 pages of 20 MB each, all the same stream", () =>
    assemblePdf([
      CATALOG,
      `<< /Type /Pages /Kids [${"3 0 R ".repeat(80)}] /Count 80 >>`,
      pageObject(),
      flate(zlibBomb(20, " ")),
      FONT,
    ]),
  ),
  pdf("with a text of 10 MB in one command", () => onePage(stream(text("a".repeat(10_000_000))))),
  pdf("whose stream says that it is 1 GB long", () =>
    onePage(stream(text("words")).replace(/\/Length \d+/, "/Length 1000000000")),
  ),
  pdf("whose stream’s length is the stream itself", () =>
    onePage(stream(text("words")).replace(/\/Length \d+/, "/Length 4 0 R")),
  ),
  pdf("that draws 30 forms, each of which draws the next twice", () => {
    const forms = Array.from({ length: 30 }, (_, index) =>
      stream(
        "/X Do /X Do",
        `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X ${index === 29 ? 4 : index + 7} 0 R >> >>`,
      ),
    );
    return drawing(forms);
  }),
  pdf("that draws 24 forms that say a word, each drawn twice by the last", () => {
    const forms = Array.from({ length: 24 }, (_, index) =>
      stream(
        `${text("word")}/X Do /X Do`,
        `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /Font << /F1 5 0 R >> ${index === 23 ? "" : `/XObject << /X ${index + 7} 0 R >>`} >>`,
      ),
    );
    return drawing(forms);
  }),
  pdf("whose form draws itself", () =>
    assemblePdf([
      CATALOG,
      PAGES,
      pageObject(undefined, "/XObject << /X 6 0 R >>"),
      stream("/X Do"),
      FONT,
      stream("/X Do", "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"),
    ]),
  ),
];

const withMap = (map: string) =>
  [
    `<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X >>] /ToUnicode 6 0 R >>`,
    map,
  ] as const;

const FONTS: readonly Hostile[] = [
  pdf("whose font maps 65,536 letters, 20,000 times", () =>
    onePage(
      stream("BT /F1 9 Tf <00410042> Tj ET"),
      ...withMap(
        flate(
          zlibBomb(
            1,
            "\n",
            `begincmap 20000 beginbfrange ${"<0000> <ffff> <0000>\n".repeat(20_000)} endbfrange endcmap`,
          ),
        ),
      ),
    ),
  ),
  pdf("whose font maps a range of 4,294,967,295 letters", () =>
    onePage(
      stream("BT /F1 9 Tf <00410042> Tj ET"),
      ...withMap(
        stream(
          "1 begincodespacerange <00000000> <ffffffff> endcodespacerange 1 beginbfrange <00000000> <ffffffff> <0000> endbfrange 1 begincidrange <00000000> <ffffffff> 0 endcidrange",
        ),
      ),
    ),
  ),
  pdf("whose font’s map unpacks to 1 GB", () =>
    onePage(stream("BT /F1 9 Tf <0041> Tj ET"), ...withMap(flate(zlibBomb(1_000, "<0000> <0001> <0002>\n")))),
  ),
  pdf("whose font’s map uses itself", () =>
    onePage(
      stream("BT /F1 9 Tf <0041> Tj ET"),
      ...withMap(stream("/X usecmap", "/Type /CMap /CMapName /X /UseCMap 6 0 R")),
    ),
  ),
  pdf("whose font is 10 MB of noise", () =>
    onePage(
      stream(text("words")),
      "<< /Type /Font /Subtype /TrueType /BaseFont /X /FontDescriptor << /Type /FontDescriptor /FontName /X /FontFile2 6 0 R >> >>",
      stream(joined(Buffer.from("00010000ffff", "hex"), noise(10_000_000, "font"))),
    ),
  ),
  pdf("with 100,000 fonts, each used once", () => {
    const names = numbered(100_000, (index) => `/F${index} 5 0 R `).toString();
    const content = numbered(100_000, (index) => `BT /F${index} 9 Tf (a) Tj ET\n`).toString();
    return assemblePdf([CATALOG, PAGES, pageObject(undefined, `/Font << ${names} >>`), stream(content), FONT]);
  }),
];

export const PDF_CONTENTS: readonly Hostile[] = [...CONTENT, ...FONTS];
