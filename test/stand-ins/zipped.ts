/** Real DOCX, ODT and EPUB files, as small as they may be. */
import { strToU8, zipSync } from "fflate";

type Lines = readonly string[];
const escaped = (text: string) => text.replace(/[&<>]/g, (character) => `&#${character.charCodeAt(0)};`);
const zip = (parts: Record<string, string>) =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]))));

/** @param hidden a first line that Word does not show */
export function makeDocx(lines: Lines, hidden = ""): Buffer {
  const unseen = hidden && `<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>${escaped(hidden)}</w:t></w:r></w:p>`;
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t>${escaped(line)}</w:t></w:r></w:p>`).join("");
  return zip({
    "[Content_Types].xml": "<Types/>",
    "word/document.xml": `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${unseen}${paragraphs}</w:body></w:document>`,
  });
}

export function makeOdt(lines: Lines): Buffer {
  const paragraphs = lines.map((line) => `<text:p>${escaped(line)}</text:p>`).join("");
  return zip({
    mimetype: "application/vnd.oasis.opendocument.text",
    "content.xml": `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text>${paragraphs}</office:text></office:body></office:document-content>`,
  });
}

export function makeEpub(lines: Lines): Buffer {
  const paragraphs = lines.map((line) => `<p>${escaped(line)}</p>`).join("");
  return zip({
    mimetype: "application/epub+zip",
    "META-INF/container.xml": "<container/>",
    "OEBPS/chapter.xhtml": `<html><head><title>Chapter</title></head><body>${paragraphs}</body></html>`,
  });
}
