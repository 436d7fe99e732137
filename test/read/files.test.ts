/** Files: what their text is, and what hostile ones come to. */
import { expect, it } from "vitest";
import { extractFile } from "../../src/read/file.ts";
import { makePdf } from "../../src/replay/documented/pdf.ts";
import { mutationsOf } from "../stand-ins/mutations.ts";
import { fc } from "../stand-ins/properties.ts";

const COVER = ["United Nations", "A report on rights", "31 August 2022"];

it("a scan has pages and no lines", async () => {
  expect(await extractFile(makePdf([], 3))).toMatchObject({ pages: 3, lines: [] });
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
