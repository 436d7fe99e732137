/** A small real PDF: a cover, pages of text behind it, and empty ones up to as many as asked for (PDF 32000-1 §7.5). */
export function makePdf(cover: readonly string[], pages = 1, text = ""): Buffer {
  const texts = [cover, ...pagesOf(text)];
  const count = Math.max(pages, texts.length);
  const first = 4 + texts.length;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${Array.from({ length: count }, (_, page) => `${first + page} 0 R`).join(" ")}] /Count ${count} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ...texts.map(contentStream),
    ...Array.from(
      { length: count },
      (_, page) =>
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>${page < texts.length ? ` /Contents ${4 + page} 0 R` : ""} >>`,
    ),
  ];
  return assemblePdf(objects);
}

const WORDS_A_LINE = 12;
const LINES_A_PAGE = 36;

function pagesOf(text: string): string[][] {
  const words = text.split(/\s+/).filter(Boolean);
  const lines = chunks(words, WORDS_A_LINE).map((line) => line.join(" "));
  return chunks(lines, LINES_A_PAGE);
}

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

function contentStream(lines: readonly string[]): string {
  const literal = (text: string) => text.replace(/[\\()]/g, (character) => `\\${character}`);
  const content = `BT /F1 16 Tf 72 760 Td 20 TL ${lines.map((line) => `(${literal(line)}) Tj T*`).join(" ")} ET`;
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
}

/** Numbers objects from 1 on and puts the table of their places behind them; the first is the catalog. */
export function assemblePdf(objects: readonly string[]): Buffer {
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("")}`;
  return Buffer.from(
    `${file}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`,
    "latin1",
  );
}
