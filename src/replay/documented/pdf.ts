/** A small real PDF: a cover with lines of text, and as many pages as asked for (PDF 32000-1 §7.5). */
export function makePdf(cover: readonly string[], pages = 1): Buffer {
  const literal = (text: string) => text.replace(/[\\()]/g, (character) => `\\${character}`);
  const content = `BT /F1 16 Tf 72 760 Td 20 TL ${cover.map((line) => `(${literal(line)}) Tj T*`).join(" ")} ET`;
  const pageNumbers = Array.from({ length: pages }, (_, index) => index + 5);
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    `<< /Type /Pages /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(" ")}] /Count ${pages} >>`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    ...pageNumbers.map(
      (_, index) =>
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >>${index === 0 ? " /Contents 4 0 R" : ""} >>`,
    ),
  ];
  return assemblePdf(objects);
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
