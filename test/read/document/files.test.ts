/** Files: what their text is, and what hostile ones come to. */
import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { extractFile } from "../../../src/read/document/file.ts";
import { isWholePdf } from "../../../src/read/document/pdf.ts";
import { readBody } from "../../../src/read/read.ts";
import { assemblePdf, makePdf } from "../../../src/replay/documented/pdf.ts";
import { makeDocx } from "../../stand-ins/zipped.ts";

it("a scan has pages and no lines", async () => {
  expect(await extractFile(makePdf([], 3))).toMatchObject({ pages: 3, lines: [] });
});

/** A PDF of one page, whose letters are all of one width: at 16 points, 8. */
function printed(content: string): Buffer {
  const page = "/MediaBox [0 0 595 842] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R";
  return assemblePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R ${page} >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    `<< /Type /Font /Subtype /Type1 /BaseFont /Courier /FirstChar 32 /LastChar 122 /Widths [${"500 ".repeat(91)}] >>`,
  ]);
}

const LETTER = 8;
const at = (x: number, y: number, text: string) => `1 0 0 1 ${x} ${y} Tm (${text}) Tj`;

describe("what is printed twice to look bold", () => {
  const text = "Assessment of all 2200 letters";
  const letters = [...text].map((letter, index) => ({ letter, x: 72 + index * LETTER }));
  const words = [...text.matchAll(/\S+/g)].map(({ 0: word, index }) => ({ word, x: 72 + index * LETTER }));
  it.each([
    ["letter by letter", letters.map(({ letter, x }) => at(x, 700, letter) + at(x + 0.4, 700, letter))],
    [
      "letter by letter, to the left and below",
      letters.map(({ letter, x }) => at(x, 700, letter) + at(x - 0.7, 699.3, letter)),
    ],
    ["word by word", words.map(({ word, x }) => at(x, 700, word) + at(x + 0.4, 700, word))],
    ["line by line, four times", [0, 0.3, 0.6, 0.3].map((by) => at(72 + by, 700, text))],
    ["at the very same place", [at(72, 700, text), at(72, 700, text)]],
    [
      "page by page",
      [at(72, 700, text), at(72, 680, "A last line"), at(72.4, 700, text), at(72.4, 680, "A last line")],
    ],
  ])("%s is there once", async (_, printing) => {
    const { lines } = await extractFile(printed(`BT /F1 16 Tf ${printing.join(" ")} ET`));
    expect(lines.filter((line) => line !== "A last line")).toEqual([text]);
  });

  it("is not what is written twice", async () => {
    const content = `BT /F1 16 Tf ${at(72, 700, "ha")} ${at(72 + 2 * LETTER, 700, "ha")} ${at(72, 660, "ha")} ET`;
    expect((await extractFile(printed(content))).lines).toEqual(["haha", "ha"]);
  });
});

describe("a PDF", () => {
  const whole = makePdf(["A report", "31 August 2022"], 3, "words ".repeat(2000));
  const end = whole.lastIndexOf("%%EOF");
  const table = whole.lastIndexOf("xref\n0");
  const linear = (length: number) =>
    Buffer.concat([
      Buffer.from(`%PDF-1.4\n1 0 obj\n<< /Linearized 1 /L ${length} >>\nendobj\nstartxref\n0\n%%EOF\n`),
      whole.subarray(9),
    ]);
  it.each([
    ["is whole", whole, true],
    ["is whole without its last mark", whole.subarray(0, end), true],
    ["is whole where something stands behind it", Buffer.concat([whole, Buffer.alloc(5000)]), true],
    [
      "is whole where a page stands behind it",
      Buffer.concat([whole, Buffer.from(`<!-- cached -->${" ".repeat(5000)}`)]),
      true,
    ],
    ["is cut off within its table", whole.subarray(0, table + 40), false],
    ["is cut off within its pages", whole.subarray(0, table - 6000), false],
    ["is cut off although its beginning has an end", linear(whole.length * 2).subarray(0, 1500), false],
    ["is cut off where it says that it is longer", linear(whole.length * 2), false],
    [
      "is cut off behind an older end",
      Buffer.concat([whole, Buffer.from("9 0 obj\n<< /Length 9000 >>\nstream\n"), Buffer.alloc(4000)]),
      false,
    ],
  ])("%s", (_, bytes, isWhole) => expect(isWholePdf(Buffer.from(bytes))).toBe(isWhole));
});

const readingOf = async (wire: Buffer) => {
  const url = "https://www.office.example.org/report";
  return (
    await readBody(
      { url, finalUrl: url, at: "2022-09-01T00:00:00.000Z", headers: {}, wire },
      { kind: "document", ignore: [] },
      "UTC",
    )
  ).reading;
};

describe("a file of Word", () => {
  const compound = (stream: string) =>
    Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(2000), Buffer.from(stream, "utf16le")]);

  it("that is locked is said to be, and no old one", async () => {
    expect(await readingOf(compound("EncryptedPackage"))).toMatchObject({
      detail: "is a file that is locked with a password",
    });
    expect(await readingOf(compound("WordDocument"))).toMatchObject({ detail: expect.stringContaining("old Word") });
  });

  it("is read where it says that its text is, whatever that part is called", async () => {
    const text = (words: string) =>
      strToU8(`<w:document><w:body><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:body></w:document>`);
    const type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
    const relationships = `<Relationships><Relationship Id="a" Type="x/styles" Target="word/styles.xml"/><Relationship Id="b" Type="${type}" Target="/word/document2.xml"/></Relationships>`;
    const parts = {
      "_rels/.rels": strToU8(relationships),
      "word/document.xml": text("No more"),
      "word/document2.xml": text("The text"),
    };
    expect(await extractFile(zipSync(parts))).toMatchObject({ form: "docx", lines: ["The text"] });
    expect(await extractFile(makeDocx(["One"]))).toMatchObject({ form: "docx", lines: ["One"] });
  });
});
