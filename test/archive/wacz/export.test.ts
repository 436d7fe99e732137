/** What is exported of a verdict: a WACZ as others make and read it, with all that a stranger needs to check it. */
import { execFile } from "node:child_process";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { CDXIndexer } from "warcio";
import { signersIn } from "../../../src/archive/chain/keys.ts";
import { sha256 } from "../../../src/archive/digest.ts";
import { readRecords } from "../../../src/archive/warc.ts";
import { noticeId } from "../../../src/judge/notice.ts";
import { partsOf, publishedCase, unpacked } from "../../stand-ins/exported.ts";
import { folder } from "../../stand-ins/folder.ts";
import { TITLE } from "../../stand-ins/ohchr.ts";

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();
const json = (bytes: Uint8Array | undefined) => JSON.parse(text(bytes));

describe("what is exported", () => {
  it("is what the specification asks for, and what py-wacz looks at", async () => {
    const { exported, published } = await publishedCase();
    const { file, ran } = await exported();
    expect(ran).toMatchObject({ code: 0, error: "" });
    expect(ran.out).toMatch(
      /case\.wacz: 4 captures \(\d+\.\d kB\), the way to 1 checkpoint, signed; its\s+evidence\/README\.txt tells how to check it\n/,
    );
    const parts = await partsOf(file);
    expect(Object.keys(parts).sort()).toEqual([
      "archive/data.warc.gz",
      "datapackage-digest.json",
      "datapackage.json",
      "evidence/README.txt",
      "evidence/checkpoint-1.pem",
      "evidence/checkpoint-1.sig",
      "evidence/checkpoint-1.txt",
      "evidence/links-1.txt",
      `evidence/notice-${published}.json`,
      "indexes/index.cdx",
      "pages/pages.jsonl",
    ]);
    const list = json(parts["datapackage.json"]);
    expect(list).toMatchObject({
      ...{ profile: "data-package", wacz_version: "1.1.1", title: "Published: UN assessment on Xinjiang" },
      ...{ software: "coming-weeks/0.1", created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/) },
      mainPageUrl: expect.stringMatching(/^https:\/\/www\.ohchr\.org\/en\/documents\/country-reports\//),
      mainPageDate: "2022-08-31T21:50:00.000Z",
    });
    const names = new Set<string>();
    for (const { name, path, hash, bytes } of list.resources) {
      const part = parts[path];
      expect([hash, bytes]).toEqual([`sha256:${sha256(part ?? Buffer.alloc(0))}`, part?.length]);
      // Frictionless takes names of these letters alone, each once; py-wacz finds a file by its folder and its name.
      expect(name).toMatch(/^[-a-z0-9._/]+$/);
      expect(names.has(name) || !names.add(name)).toBe(false);
      expect(path.split("/")).toHaveLength(2);
    }
    expect(names.size).toBe(Object.keys(parts).length - 2);
    expect(json(parts["datapackage-digest.json"]).signedData.created).toBe(list.created);
    const [header, ...pages] = text(parts["pages/pages.jsonl"])
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(header).toMatchObject({ format: "json-pages-1.0", id: "pages" });
    expect(pages.map(({ title }) => title)).toContain(TITLE);
  });

  it("keeps what a replayer reads in parts as it is, and has it byte for byte as the archive has it", async () => {
    const { exported, rehearsal } = await publishedCase();
    const { file } = await exported();
    const zip = await readFile(file);
    const parts = await partsOf(file);
    const warc = Buffer.from(parts["archive/data.warc.gz"] ?? []);
    expect(zip.includes(warc)).toBe(true);
    const directory = join(rehearsal.config.dataDirectory, "archive");
    const kept = Buffer.concat(
      await Promise.all((await readdir(directory)).map((name) => readFile(join(directory, name)))),
    );
    const place = join(await folder(), "data.warc.gz");
    await writeFile(place, warc);
    const types: string[] = [];
    for await (const { type, offset, length } of readRecords(place)) {
      types.push(type);
      if (type !== "warcinfo") expect(kept.includes(warc.subarray(offset, offset + length))).toBe(true);
    }
    expect(new Set(types)).toEqual(new Set(["warcinfo", "resource", "response", "revisit", "request", "metadata"]));
  });

  it("is indexed as warcio indexes it", async () => {
    const { exported } = await publishedCase();
    const parts = await partsOf((await exported()).file);
    const warc = Buffer.from(parts["archive/data.warc.gz"] ?? []);
    const theirs: unknown[] = [];
    const indexer = new CDXIndexer({});
    async function* bytes() {
      yield warc;
    }
    for await (const line of indexer.iterIndex([{ reader: bytes(), filename: "data.warc.gz" }])) theirs.push(line);
    const ours = text(parts["indexes/index.cdx"]).trimEnd().split("\n");
    expect(ours).toEqual(ours.toSorted());
    const captures = ours.map((line) => {
      const [urlkey, timestamp] = line.split(" ", 2);
      const { recordDigest, ...rest } = JSON.parse(line.slice(line.indexOf("{")));
      expect(recordDigest).toBe(`sha256:${sha256(warc.subarray(+rest.offset, +rest.offset + +rest.length))}`);
      // warcio leaves the algorithm off, py-wacz does not.
      return { urlkey, timestamp, ...rest, digest: rest.digest.replace("sha256:", "") };
    });
    const sorted = (lines: unknown[]) =>
      lines
        .map((line) =>
          JSON.stringify(
            Object.entries(line as object)
              .map(String)
              .sort(),
          ),
        )
        .sort();
    expect(sorted(captures)).toEqual(sorted(theirs));
  });

  it("is signed as ArchiveWeb.page signs: P-384, SHA-256, over the text that names the list", async () => {
    const { exported } = await publishedCase();
    const parts = await partsOf((await exported()).file);
    const { hash, signedData } = json(parts["datapackage-digest.json"]);
    expect(hash).toBe(`sha256:${sha256(parts["datapackage.json"] ?? Buffer.alloc(0))}`);
    expect(Object.keys(signedData).sort()).toEqual(["created", "hash", "publicKey", "signature", "software"]);
    const { subtle } = globalThis.crypto;
    const curve = { name: "ECDSA", namedCurve: "P-384" };
    const key = await subtle.importKey("spki", Buffer.from(signedData.publicKey, "base64"), curve, true, ["verify"]);
    const holds = (said: string) =>
      subtle.verify(
        { name: "ECDSA", hash: "SHA-256" },
        key,
        Buffer.from(signedData.signature, "base64"),
        Buffer.from(said),
      );
    expect([await holds(hash), await holds(hash.replace(/.$/, "x"))]).toEqual([true, false]);
  });
});

describe("the README", () => {
  /** The commands in it, which stand in by four blanks. */
  const commandsIn = (readme: string) =>
    readme.split("\n").filter((line) => /^ {4}\S/.test(line) && !/^ {4}(?:SHA-256|in archive)/.test(line));

  it("gives commands that a stranger can run, and that say so where something was changed", async () => {
    const { exported, rehearsal } = await publishedCase();
    const place = await unpacked((await exported()).file);
    const readme = await readFile(join(place, "evidence/README.txt"), "utf8");
    const commands = commandsIn(readme);
    const run = () =>
      promisify(execFile)("bash", ["-c", commands.join("\n")], { cwd: place }).then(
        ({ stdout }) => stdout,
        ({ stdout }) => stdout as string,
      );
    const said = await run();
    expect(said.match(/: OK$/gm)).toHaveLength(9);
    expect(said).not.toMatch(/FAILED|BROKEN/);
    expect(said).toMatch(/^Verified OK$/m);
    // The record and every line of the journal are found in a link.
    expect(said.match(/^evidence\/links-1\.txt$/gm)?.length).toBeGreaterThan(1);
    expect(said).toMatch(/^head [0-9a-f-]{36} \d+ [0-9a-f]{64}$/m);
    expect(said).toMatch(/^Signature Verified Successfully$/m);
    // The checkpoint names the key that signed the list, and its own is the one that `keys` prints.
    expect(said).toMatch(/^(?:\S+:)?exports SHA256:\S{43}$/m);
    expect(said).toMatch(new RegExp(`^${signersIn(rehearsal.config.dataDirectory)[0]?.replaceAll("+", "\\+")}$`, "m"));
    for (const [path, change, says] of [
      [
        "evidence/links-1.txt",
        (old: string) => old.replace(/"records":\["./, '"records":["x'),
        /BROKEN|links-1\.txt: FAILED/,
      ],
      ["datapackage.json", (old: string) => old.replace("UN assessment", "No assessment"), /Verification failure/],
      ["evidence/checkpoint-1.txt", (old: string) => old.replace("2022", "2021"), /Signature Verification Failure/],
    ] as const) {
      const whole = await readFile(join(place, path), "utf8");
      await writeFile(join(place, path), change(whole));
      expect(await run().catch(String)).toMatch(says);
      await writeFile(join(place, path), whole);
    }
  });

  it("tells what was said, what is here, and what it does not show", async () => {
    const { exported, published, rehearsal } = await publishedCase({ isSealed: false });
    const { file, ran } = await exported();
    expect(ran.out).toContain("no checkpoint yet");
    const parts = await partsOf(file);
    const readme = text(parts["evidence/README.txt"]);
    expect(readme).toMatch(new RegExp(`^What notice ${published} rests on\n\nPublished: UN assessment on Xinjiang\n`));
    expect(readme).toContain("no checkpoint covers these links yet");
    const [notice] = rehearsal.told.filter((one) => noticeId(one) === published);
    for (const { capture } of notice?.grounds ?? []) expect(readme).toContain(`SHA-256 ${capture}`);
    expect(Object.keys(parts)).not.toContain("evidence/checkpoint-1.txt");
  });
});
