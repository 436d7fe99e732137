/** The journal as a chain: whatever is changed, dropped or put in later is found, also by whoever has nothing but the files and a key. */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openArchive, type WarcArchive } from "../../src/archive/archive.ts";
import { stubOf } from "../../src/archive/chain/forget.ts";
import { keysOf, makeKeys, signerOf, signersIn } from "../../src/archive/chain/keys.ts";
import { Chain, type Head } from "../../src/archive/chain/link.ts";
import { readCheckpoint, readStub, signedBy, writeCheckpoint, writeStub } from "../../src/archive/chain/signed.ts";
import type { ArchiveEnd, Citation } from "../../src/archive/citation.ts";
import { sha256 } from "../../src/archive/digest.ts";
import { isJournal, type JournalLine, textLines, writeLines } from "../../src/archive/journal.ts";
import { type Verified, verify } from "../../src/archive/verify.ts";
import { encodeRecord, readRecords } from "../../src/archive/warc.ts";
import { answer } from "../stand-ins/answer.ts";
import { folder } from "../stand-ins/folder.ts";

const day = (number: number) => `2022-08-${String(number).padStart(2, "0")}T10:00:00.000Z`;

const look = (id: string, at: string): JournalLine => ({
  ...{ kind: "look", id, began: at, at, watch: "w", source: "s", outcome: "changed", exchanges: [] },
});

const capture = (text: string, at: string) => ({
  record: `urn:uuid:${text.padEnd(12, "0")}`,
  answer: answer({ url: "https://www.ohchr.org/en/latest", at, wire: Buffer.from(text), headers: {} }),
});

interface Kept {
  directory: string;
  data: string;
  end: ArchiveEnd;
  citations: Citation[];
}

async function reopen(data: string, end: ArchiveEnd | undefined): Promise<WarcArchive> {
  const directory = join(data, "archive");
  const settings = {
    directory,
    maxFileBytes: 1e9,
    minFreeBytes: 0,
    config: { "a.yaml": "x" },
    edition: 2,
    software: "t",
  };
  return openArchive(settings, end, day(1));
}

/** Looks of three days in a file each, with a capture a day, and a checkpoint at the end of the second. */
async function archived(): Promise<Kept> {
  const data = await folder();
  const open = await reopen(data, undefined);
  const signer = signerOf(keysOf(data).checkpoints);
  const citations: Citation[] = [];
  let end: ArchiveEnd | undefined;
  const append = async (line: JournalLine, ...captures: ReturnType<typeof capture>[]) => {
    const appended = await open.append([line], captures, line.at);
    citations.push(...appended.citations);
    end = appended.end;
  };
  for (const number of [1, 2, 3]) {
    await append(look(`${number} a`, day(number)), capture(`page ${number}`, day(number)));
    await append(look(`${number} b`, day(number)));
    await append(look(`${number} c`, day(number)));
    if (number !== 2 || !end?.head) continue;
    const text = writeCheckpoint({ at: day(2), before: undefined, heads: [end.head] });
    await append({ kind: "checkpoint", ...signedBy(signer, text, day(2)) });
  }
  open.close();
  if (!end) throw new Error("nothing was written");
  return { directory: join(data, "archive"), data, end, citations };
}

async function verified({ directory, data, end, citations }: Kept, hasStore: boolean): Promise<Verified> {
  const files = (await readdir(directory)).sort().map((name) => join(directory, name));
  const keys = new Set(signersIn(data));
  return verify(
    files,
    hasStore ? { citations, cited: new Set(), ends: [end] } : undefined,
    hasStore ? { trusted: { keys } } : {},
  );
}

/** A file as its members and what they hold, changed and put together again: every digest that a record states of itself is right. */
async function rewrite(
  { directory }: Kept,
  number: number,
  change: (members: Member[]) => Member[] | Promise<Member[]>,
): Promise<void> {
  const name = (await readdir(directory)).sort()[number - 1] ?? "";
  const path = join(directory, name);
  const bytes = await readFile(path);
  const members: Member[] = [];
  for await (const record of readRecords(path)) {
    const { offset, length, payload } = record;
    const lines = isJournal(record) && payload ? [...textLines(payload)].map(({ text }) => text) : undefined;
    members.push({ bytes: bytes.subarray(offset, offset + length), lines, at: record.at });
  }
  await writeFile(path, Buffer.concat((await change(members)).map((member) => member.bytes)));
}

interface Member {
  bytes: Buffer;
  lines: string[] | undefined;
  at: string;
}

/** A record of the journal with other lines, well made. */
async function journal(lines: readonly string[], at: string): Promise<Member> {
  const url = "metadata://coming-weeks/journal";
  const fields = { "Content-Type": "application/x-ndjson" };
  const bytes = await encodeRecord({ type: "metadata", id: "urn:uuid:1", at, url, fields, payload: writeLines(lines) });
  return { bytes, lines: [...lines], at };
}

/** The members from one on, with every link made anew as whoever has no key could. */
async function relinked(members: readonly Member[], from: number, before: Head | undefined): Promise<Member[]> {
  const made: Member[] = [];
  let chain: Chain | undefined;
  let unlinked: string[] = [];
  for (const [index, member] of members.entries()) {
    if (!member.lines) {
      made.push(member);
      unlinked.push(sha256(member.bytes));
      continue;
    }
    const last = JSON.parse(member.lines.at(-1) ?? "{}");
    chain ??= new Chain(before, [], last.chain);
    const texts = member.lines.slice(0, -1);
    const link = chain.next(unlinked, texts, member.at);
    const anew = index < from ? member : await journal([...texts, link.line], member.at);
    chain.written(link, sha256(anew.bytes));
    unlinked = [];
    made.push(anew);
  }
  return made;
}

const withLine = (member: Member | undefined, change: (line: string) => string) => {
  if (!member?.lines) throw new Error("no record of the journal");
  return journal([change(member.lines[0] ?? ""), ...member.lines.slice(1)], member.at);
};

/** The third member of a file that has its look and its capture is a record of the journal: warcinfo, config, response, request, journal. */
const FIRST_JOURNAL = 4;

describe("an archive that nobody touched", () => {
  it.each([true, false])("holds, link by link (beside its store: %s)", async (hasStore) => {
    const kept = await archived();
    const { faults, chains } = await verified(kept, hasStore);
    expect(faults).toEqual([]);
    expect(chains).toMatchObject({
      links: 10,
      checkpoints: 1,
      sealedUntil: day(2),
      unsealed: 4,
      forgotten: 0,
      before: 0,
    });
  });

  it("goes on in one chain after a start, and after a crash that left what nobody cited", async () => {
    const kept = await archived();
    const crashed = await reopen(kept.data, kept.end);
    await crashed.append([look("never cited", day(3))], [capture("lost", day(3))], day(3));
    crashed.close();
    const open = await reopen(kept.data, kept.end);
    const { end, citations } = await open.append([look("4 a", day(4))], [capture("page 4", day(4))], day(4));
    open.close();
    const found = await verified({ ...kept, end, citations: [...kept.citations, ...citations] }, true);
    expect(found).toMatchObject({ faults: [], chains: { links: 12 } });
  });

  it("from before there was a chain goes on in one, and says how much is not in it", async () => {
    const kept = await archived();
    const { head: _, ...before } = kept.end;
    const open = await reopen(kept.data, before);
    const { end } = await open.append([look("4 a", day(4))], [], day(4));
    open.close();
    for (const number of [1, 2, 3])
      await rewrite(kept, number, (members) =>
        Promise.all(members.map(async (one) => (one.lines ? journal(one.lines.slice(0, -1), one.at) : one))),
      );
    const { faults, chains } = await verified({ ...kept, citations: [], end }, false);
    expect(faults).toEqual([]);
    expect(chains).toMatchObject({ links: 1 });
    expect(chains.before).toBeGreaterThan(10);
  });
});

const CHANGED = /was changed/;
const TAMPERED: [what: string, tamper: (kept: Kept) => Promise<void>, says: RegExp][] = [
  [
    "a line of the journal, its record made anew around it",
    (kept) =>
      rewrite(kept, 1, async (members) => {
        const changed = await withLine(members[FIRST_JOURNAL], (line) => line.replace('"edition":2', '"edition":3'));
        return members.with(FIRST_JOURNAL, changed);
      }),
    CHANGED,
  ],
  [
    "a capture, its digests made anew",
    (kept) =>
      rewrite(kept, 2, async (members) => {
        const bytes = await encodeRecord({
          type: "response",
          id: "urn:uuid:2",
          at: day(2),
          url: "https://www.ohchr.org/",
          payload: Buffer.from("other"),
        });
        return members.with(2, { bytes, lines: undefined, at: day(2) });
      }),
    /the record was changed or put in later: link 4/,
  ],
  [
    "a capture that is dropped",
    (kept) => rewrite(kept, 1, (members) => members.toSpliced(2, 1)),
    /is gone that it tells of/,
  ],
  [
    "a record of the journal that is dropped",
    (kept) => rewrite(kept, 1, (members) => members.toSpliced(FIRST_JOURNAL + 1, 1)),
    /link 2 is gone before it, and nothing that is signed says/,
  ],
  [
    "a record of the journal that is put in later",
    (kept) =>
      rewrite(kept, 1, async (members) =>
        members.toSpliced(FIRST_JOURNAL + 1, 0, await journal([JSON.stringify(look("x", day(1)))], day(1))),
      ),
    /has no link: it was changed or put in later/,
  ],
  [
    "a record of the journal at the very end",
    (kept) =>
      rewrite(kept, 3, async (members) => [...members, await journal([JSON.stringify(look("x", day(3)))], day(3))]),
    /has no link: it was changed or put in later/,
  ],
  [
    "two records that change places",
    (kept) => rewrite(kept, 1, (members) => [...members.slice(0, -2), ...members.slice(-2).reverse()]),
    /link 2/,
  ],
  ["a record that stands twice", (kept) => rewrite(kept, 1, (members) => [...members, ...members.slice(-1)]), /link/],
  [
    "a whole file that is removed",
    async ({ directory }) => rm(join(directory, (await readdir(directory)).sort()[1] ?? "")),
    /links 4 to 7 are gone before it/,
  ],
  [
    "the first file that is removed",
    async ({ directory }) => rm(join(directory, (await readdir(directory)).sort()[0] ?? "")),
    /links 1 to 3 are gone before it/,
  ],
  [
    "a line, and every link after it made anew",
    (kept) =>
      rewrite(kept, 1, async (members) => {
        const changed = await withLine(members[FIRST_JOURNAL], (line) => line.replace('"edition":2', '"edition":3'));
        return relinked(members.with(FIRST_JOURNAL, changed), FIRST_JOURNAL, undefined);
      }),
    /does not follow from the link before it/,
  ],
  [
    "the signature of a checkpoint",
    (kept) =>
      rewrite(kept, 2, (members) =>
        Promise.all(
          members.map(async (one) =>
            one.lines?.some((line) => line.includes("checkpoint"))
              ? journal(
                  one.lines.map((line) => line.replace(/at 2022-08-02/, "at 2022-08-03")),
                  one.at,
                )
              : one,
          ),
        ),
      ),
    /the signature of the checkpoint of .* does not hold/,
  ],
];

describe.each([true, false])("what was tampered with is found (beside its store: %s)", (hasStore) => {
  it.each(TAMPERED)("%s", async (_, tamper, says) => {
    const kept = await archived();
    await tamper(kept);
    const { faulty, faults } = await verified(kept, hasStore);
    expect(faulty).toBeGreaterThan(0);
    expect(faults.join("\n")).toMatch(says);
  });
});

it("one byte anywhere is found", async () => {
  const kept = await archived();
  const names = (await readdir(kept.directory)).sort();
  const files = await Promise.all(names.map((name) => readFile(join(kept.directory, name))));
  const places = files.flatMap((bytes, file) => Array.from({ length: bytes.length }, (_, at) => ({ file, at })));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), fc.integer({ min: 1, max: 255 }), async ({ file, at }, by) => {
      const path = join(kept.directory, names[file] ?? "");
      const bytes = Buffer.from(files[file] ?? "");
      bytes[at] = (bytes[at] ?? 0) ^ by;
      await writeFile(path, bytes);
      const { faulty } = await verified(kept, true);
      await writeFile(path, files[file] ?? "");
      expect(faulty).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
});

describe("whoever writes every link anew, in all files", () => {
  /** As an intruder with the folder, and without the key, would. */
  async function rewritten(kept: Kept): Promise<ArchiveEnd> {
    let head: Head | undefined;
    for (const number of [1, 2, 3])
      await rewrite(kept, number, async (members) => {
        const first =
          number === 1
            ? await withLine(members[FIRST_JOURNAL], (line) => line.replace('"edition":2', '"edition":9'))
            : undefined;
        const made = await relinked(first ? members.with(FIRST_JOURNAL, first) : members, 0, head);
        const last = made.at(-1);
        const link = JSON.parse(last?.lines?.at(-1) ?? "{}");
        const record = sha256(last?.bytes ?? Buffer.alloc(0));
        head = {
          chain: link.chain,
          number: link.number,
          digest: sha256(Buffer.from(last?.lines?.at(-1) ?? "")),
          record,
        };
        return made;
      });
    return { ...kept.end, head };
  }

  it("meets the checkpoint, also where the store says what they want it to say", async () => {
    const kept = await archived();
    const end = await rewritten(kept);
    const { faults } = await verified({ ...kept, citations: [], end }, true);
    expect(faults).toEqual([expect.stringMatching(/link 6 is not the one that the checkpoint of 2022-08-02.* signed/)]);
  });

  it("and signs with a key of their own, meets the key that is known", async () => {
    const kept = await archived();
    const other = signerOf(makeKeys(await folder()).checkpoints);
    await rewrite(kept, 2, (members) =>
      Promise.all(
        members.map(async (one) => {
          const line = one.lines?.find((text) => text.includes('"kind":"checkpoint"'));
          if (!one.lines || !line) return one;
          const { text, at } = JSON.parse(line);
          return journal(
            [JSON.stringify({ kind: "checkpoint", ...signedBy(other, text, at) }), ...one.lines.slice(1)],
            one.at,
          );
        }),
      ),
    );
    const { faults } = await verified({ ...kept, citations: [] }, true);
    expect(faults.join("\n")).toMatch(/the checkpoint of .* is signed by \S+, a key that is none of this bot’s/);
  });
});

describe("what is forgotten", () => {
  async function forgetting(kept: Kept, ...numbers: number[]): Promise<Kept> {
    let { end } = kept;
    const signer = signerOf(keysOf(kept.data).checkpoints);
    for (const number of numbers) {
      const name = (await readdir(kept.directory)).sort()[number - 1] ?? "";
      const { stub, earlier } = await stubOf(join(kept.directory, name), name, day(4));
      const open = await reopen(kept.data, end);
      for (const line of [...earlier, { kind: "forgotten" as const, ...signedBy(signer, writeStub(stub), day(4)) }])
        end = (await open.append([line], [], day(4))).end;
      open.close();
      await rm(join(kept.directory, name));
    }
    return { ...kept, end, citations: [] };
  }

  it.each([[[1]], [[2]], [[1, 1]], [[2, 1]]])("leaves a stub that leads over it (files %j)", async (numbers) => {
    const kept = await forgetting(await archived(), ...numbers);
    const { faults, chains } = await verified(kept, true);
    expect(faults).toEqual([]);
    expect(chains.forgotten).toBe(numbers.length);
  });

  it("and whose stub somebody else signed is missing", async () => {
    const kept = await archived();
    const name = (await readdir(kept.directory)).sort()[0] ?? "";
    const { stub } = await stubOf(join(kept.directory, name), name, day(4));
    const open = await reopen(kept.data, kept.end);
    const forged = signedBy(signerOf(makeKeys(await folder()).checkpoints), writeStub(stub), day(4));
    const { end } = await open.append([{ kind: "forgotten", ...forged }], [], day(4));
    open.close();
    await rm(join(kept.directory, name));
    const { faults } = await verified({ ...kept, citations: [], end }, true);
    expect(faults.join("\n")).toMatch(/signed by \S+, a key that is none of this bot’s.*\n.*links 1 to 3 are gone/s);
  });

  it("names what it held: the file by its digest, and every capture", async () => {
    const kept = await archived();
    const name = (await readdir(kept.directory)).sort()[0] ?? "";
    const path = join(kept.directory, name);
    const { stub } = await stubOf(path, name, day(4));
    expect(readStub(writeStub(stub))).toEqual(stub);
    expect(stub).toMatchObject({ digest: sha256(await readFile(path)), captures: [sha256(Buffer.from("page 1"))] });
    expect(stub.links).toMatchObject({ first: 1, last: { number: 3 } });
  });
});

it("what is signed reads as it was written, and nothing else does", () => {
  const digest = fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 });
  const head = fc.record({ chain: fc.uuid(), number: fc.nat(), digest });
  const checkpoint = fc.record({
    at: fc.constant(day(1)),
    before: fc.option(digest, { nil: undefined }),
    exports: fc.option(fc.constant(`SHA256:${"aB+/".repeat(10)}abc`), { nil: undefined }),
    heads: fc.array(head),
  });
  fc.assert(
    fc.property(checkpoint, fc.string(), (one, other) => {
      expect(readCheckpoint(writeCheckpoint(one))).toEqual(one);
      expect(readCheckpoint(other)).toBeUndefined();
      expect(readStub(other)).toBeUndefined();
      expect(readStub(writeCheckpoint(one))).toBeUndefined();
    }),
  );
});

it("keys that are put aside stay, however often others are made, and at whatever instant", async () => {
  const data = await folder();
  const made = [makeKeys(data, "2022"), makeKeys(data, "2022"), makeKeys(data, "2022")];
  const kept = await Promise.all(
    (await readdir(join(data, "keys"))).map((name) => readFile(join(data, "keys", name), "utf8")),
  );
  for (const { checkpoints } of made) expect(kept).toContain(checkpoints.export({ format: "pem", type: "pkcs8" }));
  // What a kill left half written is nobody's.
  await writeFile(join(data, "keys", "checkpoints.pem.new"), "");
  expect(signersIn(data)).toHaveLength(3);
});
