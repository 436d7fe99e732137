/** Files: what their text is, and what hostile ones come to. */
import { expect, it } from "vitest";
import { extractFile } from "../../src/read/file.ts";
import { makePdf } from "../../src/replay/documented/pdf.ts";

it("a scan has pages and no lines", async () => {
  expect(await extractFile(makePdf([], 3))).toMatchObject({ pages: 3, lines: [] });
});
