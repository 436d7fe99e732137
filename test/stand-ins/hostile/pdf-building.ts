/** What hostile PDFs are built of (PDF 32000-1). */
import { assemblePdf } from "../../../src/replay/documented/pdf.ts";
import { type Bytes, bare, type Hostile, joined } from "./case.ts";

export const pdf = (name: string, body: () => Bytes): Hostile =>
  bare("document", "application/pdf", `a PDF ${name}`, body);

export const stream = (content: Bytes, entries = "") =>
  `<< /Length ${Buffer.byteLength(content)} ${entries} >>\nstream\n${typeof content === "string" ? content : content.toString("latin1")}\nendstream`;
export const flate = (content: Bytes, entries = "") => stream(content, `/Filter /FlateDecode ${entries}`);

export const CATALOG = "<< /Type /Catalog /Pages 2 0 R >>";
export const PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
export const FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
export const pageObject = (entries = "/Contents 4 0 R", resources = "/Font << /F1 5 0 R >>") =>
  `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << ${resources} >> ${entries} >>`;
export const text = (words: string) => `BT /F1 16 Tf 72 760 Td (${words}) Tj ET\n`;

/** A page with this content, in a font that may be another, and objects from the sixth on that go with it. */
export const onePage = (content: string, font = FONT, ...more: string[]) =>
  assemblePdf([CATALOG, PAGES, pageObject(), content, font, ...more]);
export const tailed = (inner: Bytes, trailer = "<< /Root 1 0 R >>") =>
  joined("%PDF-1.7\n", inner, `\ntrailer ${trailer}\nstartxref\n0\n%%EOF\n`);
