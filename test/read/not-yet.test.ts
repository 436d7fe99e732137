/** An answer of 200 with nothing in it: a document that is not there yet, where its site says it so; elsewhere a broken server. */
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { readHead } from "../../src/read/head.ts";
import { readBody } from "../../src/read/read.ts";
import type { Source } from "../../src/watch/watch.ts";
import { answer } from "../stand-ins/answer.ts";

const UN = "https://documents.un.org/api/symbol/access?s=A%2FHRC%2F61%2F6&l=en&t=pdf";
const ELSEWHERE = "https://www.office.example.org/report.pdf";

async function read(
  url: string,
  how: Partial<Source> = {},
  { wire = Buffer.alloc(0), headers = {}, status = 200 } = {},
) {
  const found = answer({ url, status, headers: { "content-type": "application/pdf", ...headers }, wire });
  const as = { kind: "document" as const, ignore: [], ...how };
  return readHead(found, as) ?? (await readBody(found, as, "Europe/Zurich")).reading;
}

it.each<[string, Parameters<typeof read>]>([
  ["of the UN’s documents by symbol", [UN]],
  ["of the same, packed", [UN, {}, { wire: gzipSync(""), headers: { "content-encoding": "gzip" } }]],
  ["of a site whose watch says so", [ELSEWHERE, { empty: "absent" }]],
])("%s is absent", async (_, given) => expect(await read(...given)).toEqual({ kind: "absent", status: 200 }));

it.each<[string, Parameters<typeof read>]>([
  ["a document elsewhere", [ELSEWHERE]],
  ["another of its addresses", ["https://documents.un.org/api/search?s=x"]],
  ["a host that has its name in it", [UN.replace("documents.un.org", "documents.un.org.example.org")]],
  ["the same, unencrypted", [UN.replace("https", "http")]],
  ["a page there", [UN, { kind: "page" }]],
  ["a listing whose watch says what is only for documents", [ELSEWHERE, { kind: "listing", empty: "absent" }]],
])("%s is an empty answer", async (_, given) =>
  expect(await read(...given)).toMatchObject({ problem: "empty", detail: "answered with nothing" }),
);

it.each([
  [503, "unavailable"],
  [403, "blocked"],
  [202, "unreadable"],
])("a status of %d there says nothing of the document", async (status, problem) =>
  expect(await read(UN, {}, { status })).toMatchObject({ problem }),
);

it("white space is something, and no word on the document", async () =>
  expect(await read(UN, {}, { wire: Buffer.from(" \n") })).toMatchObject({ kind: "problem" }));
