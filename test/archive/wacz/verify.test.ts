/** `archive verify` of a WACZ: whatever was changed in it is found, also where its list and its signature were made anew around the change. */
import { generateKeyPairSync } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../src/archive/digest.ts";
import { signPackage } from "../../../src/archive/wacz/signing.ts";
import { encodeRecord, readRecords } from "../../../src/archive/warc.ts";
import { call, type Ran } from "../../stand-ins/command.ts";
import { partsOf, publishedCase } from "../../stand-ins/exported.ts";
import { folder } from "../../stand-ins/folder.ts";
import { mutationsOf } from "../../stand-ins/mutations.ts";
import { fc } from "../../stand-ins/properties.ts";

type Parts = Record<string, Buffer>;

async function exportedParts(): Promise<Parts> {
  const { exported } = await publishedCase();
  const parts = await partsOf((await exported()).file);
  return Object.fromEntries(Object.entries(parts).map(([path, bytes]) => [path, Buffer.from(bytes)]));
}

async function verified(parts: Record<string, Uint8Array>, ...options: string[]): Promise<Ran> {
  const file = join(await folder(), "x.wacz");
  await writeFile(file, zipSync(parts, { level: 0 }));
  return call(["archive", "verify", file, ...options]);
}

const LIST = "datapackage.json";
const WARC = "archive/data.warc.gz";

function changed(parts: Parts, path: string, change: (text: string) => string): Parts {
  const before = parts[path]?.toString("latin1") ?? "";
  const after = change(before);
  if (after === before) throw new Error(`${path} is as it was`);
  return { ...parts, [path]: Buffer.from(after, "latin1") };
}

/** As whoever has not the bot's keys would make it whole again: every digest of the list right, signed with a key of their own. */
function remade(parts: Parts): Parts {
  const list = JSON.parse(parts[LIST]?.toString() ?? "");
  const others = Object.entries(parts).filter(([path]) => !path.startsWith("datapackage"));
  list.resources = others.map(([path, bytes]) => ({ path, hash: `sha256:${sha256(bytes)}`, bytes: bytes.length }));
  const made = Buffer.from(JSON.stringify(list));
  const hash = `sha256:${sha256(made)}`;
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "secp384r1" });
  const digest = { path: LIST, hash, signedData: signPackage(hash, privateKey, list.created) };
  return { ...parts, [LIST]: made, "datapackage-digest.json": Buffer.from(JSON.stringify(digest)) };
}

/** The WARC with one record made anew. */
async function withRecord(parts: Parts, which: string, change: (payload: string) => string): Promise<Parts> {
  const place = join(await folder(), "x.warc.gz");
  const warc = parts[WARC] ?? Buffer.alloc(0);
  await writeFile(place, warc);
  const members: Buffer[] = [];
  let isChanged = false;
  for await (const { type, id, at, url, offset, length, payload, http, fields } of readRecords(place)) {
    const bytes = warc.subarray(offset, offset + length);
    const before = payload?.toString() ?? "";
    const after: string = type === which && !isChanged ? change(before) : before;
    const contentType = { "Content-Type": fields["content-type"] ?? "" };
    const record = { type: type as "response", id, at, url, ...(http ? { http } : { fields: contentType }) };
    members.push(after === before ? bytes : await encodeRecord({ ...record, payload: Buffer.from(after) }));
    isChanged ||= after !== before;
  }
  if (!isChanged) throw new Error(`no ${which} was changed`);
  return { ...parts, [WARC]: Buffer.concat(members) };
}

const LINKS = "evidence/links-1.txt";
const HOLDS = /all that it encloses holds/;

/** The fingerprint of who signed the checkpoint. */
async function signerOf(parts: Parts): Promise<string> {
  return /Checkpoint 1 +holds; signed by\s+(SHA256:\S+)/.exec((await verified(parts)).out)?.[1] ?? "";
}

it("says what it looked at, a line each", async () => {
  const parts = await exportedParts();
  const { code, out, error } = await verified(parts);
  expect([code, error]).toEqual([0, ""]);
  expect(out).toMatch(/Files +9 of 9 are as the list says\n/);
  expect(out).toMatch(/Signature +holds; \S+, by\s+SHA256:\S+ \(ECDSA\)\n/);
  expect(out).toMatch(/Records +13, with their digests\n/);
  expect(out).toMatch(/Chain +12 of 12 records stand in links up to a checkpoint\n/);
  expect(out).toMatch(/Way 1 +\d+ links, up to the checkpoint of 2022-09-01T00:10:00\.000Z\n/);
  expect(out).toMatch(/Checkpoint 1 +holds; signed by\s+SHA256:\S+\s+\(Ed25519\)\n/);
  expect(out.replaceAll(/\s+/g, " ")).toMatch(
    /Notice \w{16}, as the journal tells it; of 2022-08-31T21:50:00\.000Z: Published: UN assessment/,
  );
  expect(out).toMatch(HOLDS);
});

it("rests on the checkpoint’s key: says so, and holds it against the one that is given", async () => {
  const parts = await exportedParts();
  const key = await signerOf(parts);
  expect((await verified(parts)).out.replaceAll(/\s+/g, " ")).toContain(
    `holds, if the bot’s key is ${key}: compare it`,
  );
  const { code, out } = await verified(parts, "--key", key);
  expect({ code, out }).toMatchObject({
    code: 0,
    out: expect.stringMatching(/Verdict +all that it encloses holds\n$/),
  });
  const other = `SHA256:${"A".repeat(43)}`;
  expect(await verified(parts, "--key", other)).toMatchObject({
    code: 2,
    error: expect.stringMatching(
      /^\S+: its checkpoint is signed by SHA256:\S+, not by the key that you gave: do not rely on it\n$/,
    ),
    out: expect.not.stringMatching(/Not proved/),
  });
  const exporter = /by\s+(SHA256:\S+)\s+\(ECDSA\)/.exec(out)?.[1] ?? "";
  expect(await verified(parts, "--key", exporter)).toMatchObject({
    code: 2,
    error: expect.stringMatching(/^\S+: the key that you gave is that of Exports; give that of Checkpoints, [^\n]*\n$/),
  });
  expect(await verified(parts, "--key", "nonsense")).toMatchObject({
    code: 2,
    error: expect.stringMatching(/Write it as `keys` prints it/),
  });
});

describe("what was changed in it is found", () => {
  it.each<[string, (parts: Parts) => Parts, RegExp]>([
    [
      "a byte of the WARC",
      (parts) =>
        changed(parts, WARC, (text) => `${text.slice(0, 500)}${text[500] === "x" ? "y" : "x"}${text.slice(501)}`),
      /data\.warc\.gz is not what the list says/,
    ],
    [
      "the notice",
      (parts) =>
        changed(parts, Object.keys(parts).find((path) => path.includes("notice")) ?? "", (text) =>
          text.replace("published", "signalled"),
        ),
      /notice-\w{16}\.json is not what the list says/,
    ],
    [
      "a file that is put in",
      (parts) => ({ ...parts, "evidence/more.txt": Buffer.from("x") }),
      /evidence\/more\.txt is not in its list/,
    ],
    [
      "a file that is taken out",
      ({ [LINKS]: _, ...parts }) => parts as Parts,
      /links-1\.txt is in its list, and not there/,
    ],
    [
      "the list",
      (parts) => changed(parts, LIST, (text) => text.replace("UN assessment", "No assessment")),
      /datapackage\.json is not what datapackage-digest\.json says/,
    ],
    [
      "the signature",
      (parts) =>
        changed(parts, "datapackage-digest.json", (text) => text.replace(/"signature": "..../, '"signature": "AAAA')),
      /its signature does not hold/,
    ],
    [
      "the list, with a digest file that says so and the signature of before",
      (parts) => {
        const list = changed(parts, LIST, (text) => text.replace("UN assessment", "No assessment"));
        return changed(list, "datapackage-digest.json", (text) =>
          text.replace(/"hash": "sha256:[0-9a-f]{64}"/, `"hash": "sha256:${sha256(list[LIST] ?? Buffer.alloc(0))}"`),
        );
      },
      /its signature does not hold/,
    ],
  ])("%s", async (_, tamper, says) => {
    const { code, error, out } = await verified(tamper(await exportedParts()));
    expect({ code, error }).toMatchObject({ code: 2, error: expect.stringMatching(says) });
    expect(out).not.toMatch(HOLDS);
  });
});

/** What an export tells, with some of it changed. */
function retold(parts: Parts, change: (notice: Record<string, unknown>) => void): Parts {
  const path = noticeIn(parts);
  const notice = JSON.parse(parts[path]?.toString() ?? "");
  change(notice);
  return { ...parts, [path]: Buffer.from(`${JSON.stringify(notice, undefined, 2)}\n`) };
}

const noticeIn = (parts: Parts) => Object.keys(parts).find((path) => path.includes("notice")) ?? "";

/** A record that stands in no archive, well made. */
const forgedRecord = (type: "response" | "warcinfo" | "metadata") =>
  encodeRecord({
    ...{ type, id: "urn:uuid:1", at: "2022-08-31T21:50:00Z", url: "https://www.ohchr.org/forged" },
    payload: Buffer.from("It was never published."),
  });

describe("where its list and signature were made anew around it, the chain finds", () => {
  it.each<[string, (parts: Parts) => Parts | Promise<Parts>, RegExp]>([
    [
      "a capture",
      (parts) => withRecord(parts, "response", (page) => page.replace("<body", "<body ")),
      /a record is in none of its links: changed, put in later/,
    ],
    [
      "a line of the journal",
      (parts) => withRecord(parts, "metadata", (lines) => lines.replace("2022", "2021")),
      /journal’s record at byte \d+ is not what its link says/,
    ],
    [
      "a link that is dropped",
      (parts) => changed(parts, LINKS, (text) => text.split("\n").toSpliced(3, 1).join("\n")),
      /links-1\.txt, line 4: does not follow from the link before it/,
    ],
    [
      "a link that is changed",
      (parts) => changed(parts, LINKS, (text) => text.replace(/"records":\["../, '"records":["00')),
      /links-1\.txt, line 2: does not follow/,
    ],
    [
      "links that end too early",
      (parts) => changed(parts, LINKS, (text) => text.split("\n").slice(0, -2).join("\n")),
      /links-1\.txt: does not lead to what evidence\/checkpoint-1\.txt signed/,
    ],
    ["what is no link", (parts) => changed(parts, LINKS, (text) => `{}\n${text}`), /links-1\.txt, line 1: is no link/],
    [
      "a checkpoint of another day",
      (parts) => changed(parts, "evidence/checkpoint-1.txt", (text) => text.replace("2022-09-01", "2022-08-01")),
      /the signature of evidence\/checkpoint-1\.txt does not hold/,
    ],
    [
      "a checkpoint without its key",
      ({ "evidence/checkpoint-1.pem": _, ...parts }) => parts as Parts,
      /checkpoint-1\.txt lacks its signature, or its key/,
    ],
    [
      "a notice that says something else",
      (parts) => retold(parts, (notice) => Object.assign(notice, { at: "2022-07-31T21:50:00.000Z" })),
      /notice-\w{16}\.json says something else than the journal/,
    ],
    [
      "a notice that rests on something else",
      (parts) => retold(parts, (notice) => Object.assign(notice, { grounds: [] })),
      /notice-\w{16}\.json says something else than the journal/,
    ],
    [
      "a notice under another name",
      (parts) => retold(parts, (notice) => Object.assign(notice, { id: "0".repeat(16) })),
      /is not the notice that it is named after/,
    ],
    ["a notice that is none", (parts) => ({ ...parts, [noticeIn(parts)]: Buffer.from("[[") }), /is not the notice/],
    [
      "an evidence that is none",
      (parts) => ({ ...parts, "evidence/evidence.json": Buffer.from("7") }),
      /is no evidence/,
    ],
    [
      "a record behind the others",
      async (parts) => ({
        ...parts,
        [WARC]: Buffer.concat([parts[WARC] ?? Buffer.alloc(0), await forgedRecord("response")]),
      }),
      /a record is in none of its links/,
    ],
    [
      "a second record of what the file is",
      async (parts) => ({
        ...parts,
        [WARC]: Buffer.concat([parts[WARC] ?? Buffer.alloc(0), await forgedRecord("warcinfo")]),
      }),
      /a record is in none of its links/,
    ],
    [
      "other words in the record of what the file is",
      (parts) => withRecord(parts, "warcinfo", (text) => text.replace("rests on", "disproves")),
      /a record is in none of its links/,
    ],
    [
      "a second WARC",
      async (parts) => ({ ...parts, "archive/more.warc.gz": await forgedRecord("response") }),
      /archive\/more\.warc\.gz is nothing that an export holds/,
    ],
    [
      "a WARC that is taken out",
      ({ [WARC]: _, ...parts }) => parts as Parts,
      /data\.warc\.gz: is packed in the ZIP, or not there/,
    ],
    [
      "an index that leads elsewhere",
      (parts) => changed(parts, "indexes/index.cdx", (text) => text.replace(/"offset":"\d+"/, '"offset":"0"')),
      /indexes\/index\.cdx is not the index of its records/,
    ],
    ["an index that is emptied", (parts) => ({ ...parts, "indexes/index.cdx": Buffer.alloc(0) }), /is not the index/],
    [
      "pages of another day",
      (parts) => changed(parts, "pages/pages.jsonl", (text) => text.replace("2022-08-31", "2022-07-31")),
      /pages\.jsonl does not list the pages that are there/,
    ],
    [
      "pages that are left out",
      (parts) => ({ ...parts, "pages/pages.jsonl": Buffer.alloc(0) }),
      /does not list the pages/,
    ],
    [
      "a page to open with that is none of its",
      (parts) =>
        changed(parts, LIST, (text) =>
          text.replace(/"mainPageUrl": "[^"]*"/, '"mainPageUrl": "https://forged.example/"'),
        ),
      /the page that it opens with is none of its pages/,
    ],
    [
      "a checkpoint that belongs to no way",
      (parts) => ({ ...parts, "evidence/checkpoint-2.txt": parts["evidence/checkpoint-1.txt"] ?? Buffer.alloc(0) }),
      /checkpoint-2\.txt is nothing that an export holds/,
    ],
  ])("%s", async (_, tamper, says) => {
    const { code, error, out } = await verified(remade(await tamper(await exportedParts())));
    expect({ code, error }).toMatchObject({ code: 2, error: expect.stringMatching(says) });
    expect(out).not.toMatch(HOLDS);
  });
});

/** A link of nobody's chain that tells of whatever is to be covered. */
const forgedLink = (records: readonly string[]) =>
  `${JSON.stringify({ kind: "link", at: "2022-08-31T21:50:00.000Z", chain: "f", number: 1, records, lines: [] })}\n`;

describe("what nothing in it shows is said, with exit code 1: where the list was made anew", () => {
  const without = (parts: Parts, ...gone: RegExp[]) =>
    Object.fromEntries(Object.entries(parts).filter(([path]) => !gone.some((one) => one.test(path))));

  it.each<[string, (parts: Parts) => Parts | Promise<Parts>, RegExp]>([
    ["as it was", (parts) => parts, /put together by SHA256:\S+, whom no checkpoint that it encloses names/],
    [
      "with another README",
      (parts) => ({ ...parts, "evidence/README.txt": Buffer.from("It was never published.") }),
      /anybody may have written its evidence\/README\.txt/,
    ],
    [
      "with another title",
      (parts) => changed(parts, LIST, (text) => text.replace("Published", "Withdrawn")),
      /its title/,
    ],
    [
      "with another title of a page",
      (parts) =>
        changed(parts, "pages/pages.jsonl", (text) => text.replace(/"title":"OHCHR[^"]*"/, '"title":"Nothing"')),
      /gives a page another title than it has/,
    ],
    [
      "without its checkpoint",
      (parts) => without(parts, /checkpoint-1/),
      /12 records are covered by no checkpoint yet: anybody may have written those links/,
    ],
    [
      "without ways",
      (parts) => without(parts, /checkpoint-1/, /links-1/),
      /no chain is enclosed: anybody may have written its records/,
    ],
    ["without its notice", (parts) => without(parts, /notice-/), /no notice and no evidence is enclosed/],
    [
      "without all that is ours",
      (parts) => without(parts, /^evidence\//),
      /is no export of coming-weeks: nothing in it shows when its records were written/,
    ],
  ])("%s", async (_, change, says) => {
    const { code, error, out } = await verified(remade(await change(await exportedParts())));
    expect({ code, out: out.replaceAll(/\s+/g, " ") }).toMatchObject({
      code: error ? 2 : 1,
      out: expect.stringMatching(says),
    });
    expect(out).not.toMatch(HOLDS);
  });

  it("also of a record with a way of its own, to no checkpoint", async () => {
    const parts = await exportedParts();
    const record = await forgedRecord("response");
    const { out } = await verified(
      remade({
        ...parts,
        [WARC]: Buffer.concat([parts[WARC] ?? Buffer.alloc(0), record]),
        "evidence/links-2.txt": Buffer.from(forgedLink([sha256(record)])),
      }),
    );
    expect(out.replaceAll(/\s+/g, " ")).toMatch(/Not proved a record is covered by no checkpoint yet/);
  });

  it("or where it is not signed at all", async () => {
    const { code, error, out } = await verified(without(await exportedParts(), /datapackage-digest/));
    expect({ code, error }).toEqual({ code: 1, error: "" });
    expect(out.replaceAll(/\s+/g, " ")).toMatch(/Not proved is not signed: anybody .* but 1 thing is not proved/);
  });

  it("or where no checkpoint was signed yet", async () => {
    const { exported } = await publishedCase({ isSealed: false });
    const { file } = await exported();
    const { code, error, out } = await call(["archive", "verify", file]);
    expect({ code, error }).toEqual({ code: 1, error: "" });
    expect(out.replaceAll(/\s+/g, " ")).toMatch(
      /by no checkpoint yet.* Verdict nothing is wrong, but \d things are not proved \(see above\)/,
    );
    const held = await call(["archive", "verify", file, "--key", `SHA256:${"A".repeat(43)}`]);
    expect(held.out.replaceAll(/\s+/g, " ")).toContain("the key that you gave could not be held against anything");
  });
});

describe("a stranger’s file", () => {
  it.each<[string, Buffer, RegExp]>([
    ["that is no ZIP", Buffer.from("hello"), /is no WACZ that can be read/],
    ["that is empty", Buffer.alloc(0), /is no WACZ that can be read/],
    ["without a list", Buffer.from(zipSync({ "a.txt": Buffer.from("x") })), /datapackage\.json: is missing/],
    [
      "with a list that is none",
      Buffer.from(zipSync({ [LIST]: Buffer.from("[]") })),
      /datapackage\.json: is not what a WACZ has there/,
    ],
    [
      "with a list that is larger than any",
      Buffer.from(zipSync({ [LIST]: Buffer.alloc(3e6, "[") })),
      /datapackage\.json: cannot be read \(is larger than 2 MB\)/,
    ],
    [
      "with a notice that is larger than any",
      Buffer.from(
        zipSync({
          [LIST]: Buffer.from('{"wacz_version":"1.1.1","resources":[]}'),
          "evidence/notice-1.json": Buffer.alloc(3e6, "["),
        }),
      ),
      /notice-1\.json: cannot be read \(is larger than 2 MB\)/,
    ],
    [
      "with more files than any",
      Buffer.from(zipSync(Object.fromEntries(Array.from({ length: 2001 }, (_, number) => [`${number}`, Buffer.of()])))),
      /is no WACZ that can be read: holds more than 2000 files/,
    ],
  ])("%s is one sentence", async (_, bytes, says) => {
    const file = join(await folder(), "x.wacz");
    await writeFile(file, bytes);
    const { code, out, error } = await call(["archive", "verify", file]);
    expect({ code, out, error }).toEqual({ code: 2, out: "", error: expect.stringMatching(says) });
    expect(error.match(/\n/g)).toHaveLength(1);
  });

  it("damaged in any way is looked through, or refused in a sentence", async () => {
    const { exported } = await publishedCase();
    const original = (await exported()).file;
    const [whole, parts] = [await readFile(original), await partsOf(original)];
    const file = join(await folder(), "x.wacz");
    await fc.assert(
      fc.asyncProperty(mutationsOf(whole), async (bytes) => {
        await writeFile(file, bytes);
        const { code, error } = await call(["archive", "verify", file]);
        expect(error).not.toMatch(/\n {4}at /);
        // Dates and modes that a ZIP has beside its files are nobody's evidence.
        if (code === 0) expect(await partsOf(file)).toEqual(parts);
        else expect(code).toBe(2);
      }),
      { numRuns: 100 },
    );
  });

  it("packed in the ZIP once more is not read as a WARC", async () => {
    const parts = remade(await exportedParts());
    const file = join(await folder(), "x.wacz");
    await writeFile(file, zipSync(parts, { level: 6 }));
    expect(await call(["archive", "verify", file])).toMatchObject({
      code: 2,
      error: expect.stringMatching(/data\.warc\.gz: is packed in the ZIP/),
    });
  });

  it("is not named with WARC files at once", async () => {
    expect(await call(["archive", "verify", "a.wacz", "b.warc.gz"])).toMatchObject({
      code: 2,
      error: expect.stringMatching(/not both at once/),
    });
  });
});
