/** PDFs: what is read from them, and what hostile ones may not do. */
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { readFile } from "../../src/check/reading-thread.ts";
import { extractFile } from "../../src/read/file.ts";
import { assemblePdf, makePdf } from "../../src/replay/documented/pdf.ts";
import { mutationsOf } from "../stand-ins/mutations.ts";
import { fc } from "../stand-ins/properties.ts";

const COVER = ["United Nations", "A report on rights", "31 August 2022"];

it("gives a PDF’s pages and first lines", async () => {
  expect(await readFile(makePdf(COVER, 12))).toMatchObject({ pages: 12, lines: COVER });
});

it("a scan has pages and no lines", async () => {
  expect(await readFile(makePdf([], 3))).toMatchObject({ pages: 3, lines: [] });
});

/** A page whose content unpacks to far more than it takes. */
function bomb(megabytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, " "));
  return assemblePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
    `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed.toString("latin1")}\nendstream`,
  ]);
}

describe("a hostile PDF", () => {
  it("that unpacks to gigabytes is given up before it takes them", { timeout: 60_000 }, async () => {
    const limits = { milliseconds: 50_000, growth: 200 * 1024 * 1024 };
    expect(await readFile(bomb(900), limits)).toEqual({
      kind: "problem",
      problem: "unreadable",
      detail: "is a file that takes too much memory to read",
    });
  });

  it("that takes too long is given up, and the next is read", async () => {
    const limits = { milliseconds: 1, growth: 1e9 };
    expect(await readFile(makePdf(COVER), limits)).toMatchObject({ detail: "is a file that takes too long to read" });
    expect(await readFile(makePdf(COVER))).toMatchObject({ pages: 1 });
  });

  it("that is no PDF inside is said to be one that cannot be opened", async () => {
    expect(await readFile(Buffer.from("%PDF-1.7 nonsense %%EOF"))).toMatchObject({
      detail: "is a file that cannot be opened",
    });
  });
});

it("thousands of mutated PDFs are read or refused, and nothing else", { timeout: 120_000 }, async () => {
  const whole = makePdf(COVER, 4);
  await fc.assert(
    fc.asyncProperty(mutationsOf(whole), async (bytes) => {
      const content = await extractFile(new Uint8Array(bytes)).catch(() => undefined);
      if (content) expect(content.lines.length).toBeLessThanOrEqual(400);
    }),
    { numRuns: 2000 },
  );
});
