/** A page that is a document: how much of it is read. */
import { expect, it } from "vitest";
import { readBody } from "../../../src/read/read.ts";
import type { Document, Reading } from "../../../src/read/reading.ts";

const url = "https://www.office.example.org/report";

/** A report whose paragraphs are numbered from 0 on, and what stands below them. */
async function reportOf(paragraphs: number, below = ""): Promise<Reading | undefined> {
  const text = Array.from(
    { length: paragraphs },
    (_, number) => `<p>Paragraph ${number} says something of the region.</p>`,
  );
  const page = `<!doctype html><html><head><title>R</title></head><body><main><h1>A report</h1>${text.join("")}${below}</main></body></html>`;
  const answer = {
    url,
    finalUrl: url,
    at: "2022-09-01T00:00:00.000Z",
    headers: { "content-type": "text/html" },
    wire: Buffer.from(page),
  };
  return (await readBody(answer, { kind: "document", ignore: [] }, "UTC")).reading;
}

it("all of a long page is read, and its date looked for at its beginning only", async () => {
  const report = (await reportOf(3000, "<p>31 August 2022</p>")) as Document;
  expect(report.lines).toHaveLength(3002);
  expect(report.words).toBeGreaterThan(3000 * 7);
  expect(report.date).toBeUndefined();
});

it("of a page that is longer than a book the beginning is read, and that is no problem", async () => {
  const report = (await reportOf(60_000)) as Document;
  expect(report.kind).toBe("document");
  expect(report.lines.length).toBeGreaterThan(5000);
});
