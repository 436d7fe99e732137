/** Answers whose coding, size, type or headers are the attack, whatever they hold. */
import { gzipSync, zstdCompressSync } from "node:zlib";
import { brotliBomb, deflateBomb, gzipBomb, zlibBomb, zstdBomb } from "./bombs.ts";
import { bare, type Hostile, HTML, joined, noise, onPage, page, times } from "./case.ts";

const HEAD = "<html><head><title>Publications</title></head><body><main><h1>Publications of the office</h1>";
const TAIL = "</main></body></html>";
const ROW = '<li><a href="/en/news/1">A report of the office</a> <span>30 August 2022</span></li>';

const packed = (name: string, coding: string, body: () => Buffer, kind: Hostile["kind"] = "page"): Hostile =>
  bare(kind, "text/html; charset=utf-8", name, body, { headers: { "content-encoding": coding } });

const BOMBS: readonly Hostile[] = [
  packed("a gzip of 50 MB of zeros", "gzip", () => gzipBomb(50, "\0")),
  packed("a gzip of 500 MB of zeros", "gzip", () => gzipBomb(500, "\0")),
  packed("a gzip of 2 GB of zeros", "gzip", () => gzipBomb(2_000, "\0")),
  packed("a gzip of 50 MB of spaces inside a whole page", "gzip", () => gzipBomb(50, " ", HEAD, TAIL)),
  packed("a gzip of 50 MB of rows", "gzip", () => gzipBomb(50, ROW, HEAD, TAIL), "listing"),
  packed("a gzip of 50 MB of paragraphs", "gzip", () => gzipBomb(50, "<p>words</p>", HEAD, TAIL)),
  packed("a gzip of 50 MB of <p>", "gzip", () => gzipBomb(50, "<p>", HEAD, TAIL)),
  packed("a gzip of 50 MB of one word", "gzip", () => gzipBomb(50, "a", HEAD, TAIL), "document"),
  packed("19 kB of gzip that unpack to 6 MB of <p>", "gzip", () => gzipSync(page(times("<p>", 2_000_000)))),
  packed("a brotli of 50 MB of zeros", "br", () => brotliBomb(Buffer.alloc(50_000_000))),
  packed("a brotli of 500 MB of zeros", "br", () => brotliBomb(Buffer.alloc(500_000_000))),
  packed("a brotli of 2 GB of zeros", "br", () => brotliBomb(Buffer.alloc(2_000_000_000))),
  packed("a brotli of 50 MB of table cells", "br", () => brotliBomb(page(times("<td>x", 10_000_000))), "document"),
  packed("a zstd of 50 MB of spaces", "zstd", () => zstdBomb(50, " ")),
  packed("a zstd of 2 GB of spaces", "zstd", () => zstdBomb(2_000, " ")),
  packed("a zstd that asks for a window of 2 GB", "zstd", () => zstdBomb(1, " ", 0xa8)),
  packed("a bare deflate of 500 MB of zeros", "deflate", () => deflateBomb(500, "\0")),
  packed("a deflate with zlib’s head, of 50 MB and a wrong checksum", "deflate", () => zlibBomb(50, " ", HEAD, TAIL)),
  packed("a gzip of a gzip of a gzip of 500 MB", "gzip, gzip, gzip", () => gzipSync(gzipSync(gzipBomb(500, "\0")))),
  packed("a gzip of a gzip of 50 MB of <b>", "gzip, gzip", () => gzipSync(gzipBomb(50, "<b>", HEAD, TAIL))),
  packed("a brotli of a gzip of 2 GB", "gzip, br", () => brotliBomb(gzipBomb(2_000, "\0"))),
];

const CODINGS: readonly Hostile[] = [
  packed("a page that says it is packed 10,000 times over", times("gzip,", 10_000).toString(), () => page("")),
  packed("a page in a coding that nobody knows", "x-\u0001zip, sdch", () => page("")),
  packed("a page in the coding “__proto__”", "__proto__", () => page("")),
  packed("a page in the coding “constructor”", "constructor", () => page("")),
  packed("a page that says it is gzip and is not", "gzip", () => page("")),
  packed("a gzip that was cut in its middle", "gzip", () =>
    gzipSync(page(noise(200_000).toString("hex"))).subarray(0, 100_000),
  ),
  packed("a gzip with noise behind its end", "gzip", () => joined(gzipSync(page("")), noise(1_000_000))),
  packed("a brotli that was cut after its first block", "br", () =>
    brotliBomb(page(times("<p>words", 1_000_000))).subarray(0, 200),
  ),
  packed("a zstd with noise in its middle", "zstd", () => {
    const whole = zstdCompressSync(page(noise(200_000).toString("hex")));
    return joined(whole.subarray(0, 50_000), noise(50_000), whole.subarray(100_000));
  }),
  packed("a gzip of nothing, 1,000,000 times", "gzip", () => times(gzipSync("", { level: 1 }), 1_000_000)),
  packed("no bytes at all, as gzip", "gzip", () => Buffer.alloc(0)),
];

const TYPES: readonly Hostile[] = [
  ...(["listing", "page", "feed", "sitemap", "document"] as const).map((kind) =>
    bare(kind, "text/html", `5 MB of noise where a ${kind} should be`, () => noise(5_000_000)),
  ),
  bare("page", "text/html", "a PNG image of 10 MB as a page", () =>
    joined(Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), noise(10_000_000)),
  ),
  bare("page", "multipart/x-mixed-replace; boundary=x", "100,000 parts that each replace the one before", () =>
    times("--x\r\ncontent-type: text/html\r\n\r\n<html><body>words</body></html>\r\n", 100_000),
  ),
  bare("page", "multipart/form-data", "a multipart without a boundary, 5 MB of dashes", () => times("-", 5_000_000)),
  onPage("a Content-Type of 10 kB with 1,000 charsets", () => "", {
    headers: { "content-type": `text/html; ${"charset=x; ".repeat(1_000)}` },
  }),
  onPage("a Content-Type of 1 MB of “charset” and spaces", () => "", {
    headers: { "content-type": `text/html; ${"charset ".repeat(125_000)}` },
  }),
  onPage("no Content-Type that says anything", () => "", { headers: { "content-type": ";;;,,,=\u0000\u00ff" } }),
  onPage("an ETag and a Last-Modified of 10 kB of odd bytes", () => "", {
    headers: { ...HTML, etag: `W/"${"\u00ff\u0080\u00a0".repeat(3_400)}"`, "last-modified": "31 Aug ".repeat(1_500) },
  }),
  onPage("headers named __proto__ and constructor", () => "", {
    headers: { ...HTML, ["__proto__"]: "x", constructor: "x", toString: "x" },
  }),
  onPage(
    "a Refresh header and 10,000 meta refreshes to itself",
    () => times('<meta http-equiv="refresh" content="0;url=?">', 10_000),
    {
      headers: { ...HTML, refresh: "0; url=?" },
    },
  ),
  onPage("a length that says 10 exabytes", () => "", {
    headers: { ...HTML, "content-length": "10000000000000000000" },
  }),
  onPage("a whole page with status 206", () => "", {
    status: 206,
    headers: { ...HTML, "content-range": "bytes 0-1/*" },
  }),
  onPage("a body with status 204", () => "", { status: 204 }),
  onPage("a whole page with status 999", () => "", { status: 999 }),
  bare("page", "text/html", "60 MB of nothing but the start of a page", () =>
    joined("<html><body><main>", times("words and words ", 3_700_000)),
  ),
  onPage("60 MB of whole sentences", () => times("<p>A sentence that says nothing.</p>", 1_600_000)),
];

export const ANSWERS: readonly Hostile[] = [...BOMBS, ...CODINGS, ...TYPES];
