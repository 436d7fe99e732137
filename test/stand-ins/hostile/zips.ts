/** Files that are zip archives of XML (DOCX, ODT, EPUB), and old Word. */
import { crc32, deflateRawSync } from "node:zlib";
import { makeDocx } from "../zipped.ts";
import { deflateBomb } from "./bombs.ts";
import { type Bytes, bare, type Hostile, joined, noise, times } from "./case.ts";

interface Part {
  name: string;
  packed: Buffer;
  /** What the archive says it unpacks to, true or not. */
  size: number;
  /** 8 is deflate, 0 is as it stands. */
  method?: number;
}

const part = (name: string, content: Bytes): Part => ({
  name,
  packed: deflateRawSync(content, { level: 1 }),
  size: Buffer.byteLength(content),
});
const bomb = (name: string, megabytes: number, text: string, size: number, head = "", tail = ""): Part => ({
  name,
  packed: deflateBomb(megabytes, text, head, tail),
  size,
});

const LOCAL = 30;
const LISTED = 46;

/** APPNOTE.TXT §4.3: heads are written by hand, as no library will write what is not so. */
function header(signature: number, length: number, { name, packed, size, method = 8 }: Part, shift: number): Buffer {
  const head = Buffer.alloc(length);
  head.writeUInt32LE(signature);
  head.writeUInt16LE(20, 4);
  head.writeUInt16LE(method, 8 + shift);
  head.writeUInt32LE(crc32(packed), 14 + shift);
  head.writeUInt32LE(packed.length, 18 + shift);
  head.writeUInt32LE(size >>> 0, 22 + shift);
  head.writeUInt16LE(Buffer.byteLength(name) & 0xffff, 26 + shift);
  return head;
}

/** @param listed what the directory at the end lists, each at the place of the part of that index */
function zip(
  parts: readonly Part[],
  listed: readonly [Part, number][] = parts.map((one, index) => [one, index]),
): Buffer {
  const bodies = parts.map((one) => joined(header(0x04034b50, LOCAL, one, 0), one.name, one.packed));
  const places = bodies.map((_, index) => bodies.slice(0, index).reduce((sum, body) => sum + body.length, 0));
  const start = bodies.reduce((sum, body) => sum + body.length, 0);
  const directory = listed.map(([one, index]) => {
    const head = header(0x02014b50, LISTED, one, 2);
    head.writeUInt32LE(places[index] ?? 0, 42);
    return joined(head, one.name);
  });
  const all = joined(...directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  end.writeUInt16LE(listed.length & 0xffff, 8);
  end.writeUInt16LE(listed.length & 0xffff, 10);
  end.writeUInt32LE(all.length, 12);
  end.writeUInt32LE(start, 16);
  return joined(...bodies, all, end);
}

/** One part that is listed under many names: "overlapping" (Fifield, A better zip bomb). */
const overlapping = (count: number, name: (index: number) => string, one: Part, ...others: Part[]) =>
  zip(
    [...others, one],
    [
      ...others.map((other, index): [Part, number] => [other, index]),
      ...Array.from({ length: count }, (_, index): [Part, number] => [{ ...one, name: name(index) }, others.length]),
    ],
  );

const DOCUMENT = "word/document.xml";
const docx = (inner: Bytes, before = "") =>
  zip([part(DOCUMENT, joined(before, '<w:document xmlns:w="w"><w:body>', inner, "</w:body></w:document>"))]);
const WORDS = "<w:p><w:r><w:t>words words</w:t></w:r></w:p>";
const CONTAINER = part("META-INF/container.xml", "<container/>");

const file = (name: string, body: () => Bytes): Hostile =>
  bare("document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", name, body);

const LAUGHS = `<!DOCTYPE x [<!ENTITY l0 "ha">${Array.from({ length: 12 }, (_, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`).join("")}]>`;

export const ZIPS: readonly Hostile[] = [
  file("a DOCX that unpacks to 1 GB, and says so", () => zip([bomb(DOCUMENT, 1_000, WORDS, 1_000_000_000)])),
  file("a DOCX that unpacks to 1 GB, and says 1 kB", () => zip([bomb(DOCUMENT, 1_000, WORDS, 1_000)])),
  file("a DOCX that says 20 MB, and unpacks to 1 GB", () => zip([bomb(DOCUMENT, 1_000, WORDS, 20_000_000)])),
  file("a DOCX that says 4 GB, and unpacks to nothing", () => zip([{ ...part(DOCUMENT, ""), size: 0xffffffff }])),
  file("a DOCX of 20 MB of paragraphs", () =>
    zip([bomb(DOCUMENT, 19, WORDS, 20_000_000, "<w:document>", "</w:document>")]),
  ),
  file("a DOCX of 20 MB of open tags", () => zip([bomb(DOCUMENT, 19, "<w:t>", 20_000_000)])),
  file("a DOCX of 1,000,000 nested paragraphs", () =>
    docx(joined(times("<w:p>", 1_000_000), times("</w:p>", 1_000_000))),
  ),
  file("a DOCX of 50,000 nested tags and 100,000 closing tags of others", () =>
    docx(joined(times("<w:p>", 50_000), times("</w:x>", 100_000))),
  ),
  file("a DOCX of one paragraph of 15 MB", () =>
    docx(joined("<w:p><w:t>", times("words ", 2_500_000), "</w:t></w:p>")),
  ),
  file("a DOCX of 5,000,000 tabs", () => docx(times("<w:tab/>", 2_000_000))),
  file("a DOCX of 1,000,000 attributes", () => docx(joined("<w:p ", times(" w:a='x'", 1_000_000), ">"))),
  file("a DOCX of a billion laughs", () => docx("<w:p><w:t>&l12;</w:t></w:p>", LAUGHS)),
  file("a DOCX of a file of the reader’s", () =>
    docx("<w:p><w:t>&a;</w:t></w:p>", '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
  ),
  file("a DOCX of entities without an end", () => docx(times("<w:t>&amp;&#x0;&lt", 500_000))),
  file("a DOCX listed 65,535 times over", () => overlapping(65_535, () => DOCUMENT, part(DOCUMENT, WORDS))),
  file("a DOCX listed 1,000 times, of 20 MB each", () =>
    overlapping(1_000, () => DOCUMENT, bomb(DOCUMENT, 19, WORDS, 20_000_000)),
  ),
  file("a DOCX listed 65,535 times, that says 20 MB and holds nothing", () =>
    overlapping(65_535, () => DOCUMENT, { ...part(DOCUMENT, WORDS), size: 20_000_000 }),
  ),
  file("an EPUB of 60 chapters of 20 MB, all one part", () =>
    overlapping(60, (index) => `${index}.xhtml`, bomb("0.xhtml", 19, "<p>words words</p>", 20_000_000), CONTAINER),
  ),
  file("an EPUB of 60,000 chapters, all one part", () =>
    overlapping(60_000, (index) => `${index}.xhtml`, part("0.xhtml", "<p>words</p>"), CONTAINER),
  ),
  file("an EPUB of a chapter of 1,000,000 <p><svg></p>", () =>
    zip([CONTAINER, part("a.xhtml", times("<p><svg></p>", 1_000_000))]),
  ),
  file("an ODT of 1,000,000 nested tags", () => zip([part("content.xml", times("<text:p>", 1_000_000))])),
  file("an ODT within an ODT within an ODT, 20 deep", () => {
    let inner = zip([part("content.xml", "<text:p>words</text:p>")]);
    for (let depth = 0; depth < 20; depth++) inner = zip([part("content.xml", inner)]);
    return inner;
  }),
  file("a zip with names that lead out of it", () =>
    zip([part("../../../../etc/passwd", "x"), part("/etc/passwd", "x"), part("__proto__", "x"), part(DOCUMENT, WORDS)]),
  ),
  file("a zip with 800 names of 65 kB", () =>
    zip(
      [part(DOCUMENT, WORDS)],
      Array.from({ length: 800 }, (): [Part, number] => [part("a".repeat(65_000), ""), 0]),
    ),
  ),
  file("a zip in a coding that nobody knows", () => zip([{ ...part(DOCUMENT, WORDS), method: 99 }])),
  file("a zip whose end says that it has 65,535 parts, and has one", () => {
    const whole = makeDocx(["words"]);
    whole.writeUInt16LE(0xffff, whole.length - 14);
    whole.writeUInt16LE(0xffff, whole.length - 12);
    return whole;
  }),
  file("a zip whose directory stands beyond its end", () => {
    const whole = makeDocx(["words"]);
    whole.writeUInt32LE(0xfffffff0, whole.length - 6);
    return whole;
  }),
  file("a zip cut off in its middle", () =>
    makeDocx(Array.from({ length: 2_000 }, (_, index) => `Line ${index}`)).subarray(0, 5_000),
  ),
  file("a zip that is noise after its first bytes", () => joined("PK\u0003\u0004", noise(5_000_000, "zip"))),
  file("10 MB of the first bytes of a zip", () => times("PK\u0003\u0004", 2_500_000)),
  file("a zip with a comment of 65 kB full of false ends", () =>
    joined(makeDocx(["words"]), times("PK\u0005\u0006", 16_000)),
  ),
  bare("document", "application/msword", "10 MB of old Word", () =>
    joined(Buffer.from("d0cf11e0a1b11ae1", "hex"), noise(10_000_000, "word")),
  ),
  bare("document", "application/rtf", "10 MB of RTF, in brackets without an end", () =>
    joined("{\\rtf1", times("{\\b ", 2_500_000)),
  ),
];
