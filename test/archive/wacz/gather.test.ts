/** What is gathered of an archive for people outside: all that a verdict rests on, no name of a person, and what is not there is said. */
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openArchive } from "../../../src/archive/archive.ts";
import { keysOf, signerOf } from "../../../src/archive/chain/keys.ts";
import { signedBy, writeCheckpoint } from "../../../src/archive/chain/signed.ts";
import type { ArchiveEnd, Citation, ToArchive } from "../../../src/archive/citation.ts";
import type { JournalLine } from "../../../src/archive/journal.ts";
import { gather, type Sources } from "../../../src/archive/wacz/gather.ts";
import type { Notice } from "../../../src/judge/notice.ts";
import { answer } from "../../stand-ins/answer.ts";
import { folder } from "../../stand-ins/folder.ts";

const at = (day: number) => `2022-08-${String(day).padStart(2, "0")}T10:00:00.000Z`;
const URL_ = "https://www.ohchr.org/en/report";

const capture = (record: string, text: string, day: number, given: Partial<ToArchive["answer"]> = {}): ToArchive => ({
  record,
  answer: answer({ url: URL_, at: at(day), wire: Buffer.from(text), headers: {}, ...given }),
});

const look = (id: string, day: number, records: string[], told: Notice[] = []): JournalLine => ({
  ...{ kind: "look", id, began: at(day), at: at(day), watch: "w", source: "s", outcome: "changed" },
  exchanges: records.map((record) => ({ url: URL_, status: 200, record })),
  ...(told.length > 0 ? { notices: told } : {}),
});

const decision = (by: string, day: number, told: Notice[]): JournalLine => ({
  ...{ kind: "decision", id: "d", at: at(day), watch: "w", evidence: "e", decision: "confirm", by, notices: told },
});

/** A notice that rests on what has these digests. */
const notice = (day: number, ...digests: string[]) =>
  ({
    ...{ key: `published ${day}`, watch: "w", kind: "published", at: at(day), proofs: [] },
    grounds: digests.map((digest) => ({ rule: "document", url: URL_, capture: digest })),
  }) as unknown as Notice;

interface Step {
  line: JournalLine;
  captures?: ToArchive[];
  day: number;
}

/** An archive of these steps, with a checkpoint behind the last of each of these days. */
async function archived(steps: readonly Step[], sealed: readonly number[] = []): Promise<Sources> {
  const data = await folder();
  const directory = join(data, "archive");
  const settings = {
    directory,
    maxFileBytes: 1e9,
    minFreeBytes: 0,
    config: { "a.yaml": "x" },
    edition: 2,
    software: "t",
  };
  const archive = await openArchive(settings, undefined, at(1));
  const signer = signerOf(keysOf(data).checkpoints);
  const citations: Citation[] = [];
  const checkpoints: Sources["checkpoints"][number][] = [];
  for (const [index, { line, captures = [], day }] of steps.entries()) {
    const appended: { citations: Citation[]; end: ArchiveEnd } = await archive.append([line], captures, at(day));
    citations.push(...appended.citations);
    if (!sealed.includes(day) || steps[index + 1]?.day === day || !appended.end.head) continue;
    const text = writeCheckpoint({ at: at(day), before: undefined, heads: [appended.end.head] });
    checkpoints.push({ ...signedBy(signer, text, at(day)), token: null });
  }
  archive.close();
  const files = new Map((await readdir(directory)).map((name) => [name, join(directory, name)]));
  return { files, citations, checkpoints, isElsewhere: () => false };
}

const digestOf = ({ answer: { digest } }: ToArchive) => digest;
const typesOf = ({ shown }: Awaited<ReturnType<typeof gather>>) => shown.map(({ record }) => record.type);

const before = capture("urn:uuid:before", "before", 1);
const other = capture("urn:uuid:other", "other", 3, {
  url: "https://www.ohchr.org/other",
  finalUrl: "https://www.ohchr.org/other",
});
const cited = capture("urn:uuid:cited", "cited", 3, {
  hops: [{ url: "https://www.ohchr.org/old", status: 301, rawHeaders: [["location", URL_]] }],
});
const later = capture("urn:uuid:later", "later", 4);
const told = notice(3, digestOf(cited));
const STORY: Step[] = [
  { line: look("1", 1, ["urn:uuid:before"]), captures: [before], day: 1 },
  { line: look("2", 2, []), day: 2 },
  { line: look("3", 3, ["urn:uuid:cited", "urn:uuid:other"], [told]), captures: [cited, other], day: 3 },
  { line: look("4", 4, ["urn:uuid:later"]), captures: [later], day: 4 },
];

describe("what is gathered", () => {
  it("is what is cited with what sent us there, its look, its config, and what stood there before, and nothing of later", async () => {
    const found = await gather({ id: "x", notices: [told] }, await archived(STORY));
    expect(found.captures.map(({ record, isCited }) => [record, isCited])).toEqual([
      ["urn:uuid:before", false],
      ["urn:uuid:cited", true],
      ["urn:uuid:other", false],
    ]);
    expect(typesOf(found)).toEqual([
      "response",
      "request",
      "resource",
      "response",
      "response",
      "request",
      "response",
      "request",
      "metadata",
    ]);
    expect(found.shown[3]?.record.url).toBe("https://www.ohchr.org/old");
    expect(found.missing).toEqual([]);
  });

  it("leads from each record to the first checkpoint that covers it", async () => {
    const { ways, unlinked } = await gather({ id: "x", notices: [told] }, await archived(STORY, [2, 4]));
    expect(unlinked).toBe(0);
    expect(ways.map(({ checkpoint, isWhole, lines }) => [checkpoint?.at, isWhole, lines.length])).toEqual([
      [at(2), true, 2],
      [at(4), true, 2],
    ]);
  });

  it("of what no checkpoint covers yet, gives the link alone", async () => {
    const { ways } = await gather({ id: "x", notices: [told] }, await archived(STORY, [2]));
    expect(ways.map(({ checkpoint, isWhole, lines }) => [checkpoint?.at, isWhole, lines.length])).toEqual([
      [at(2), true, 2],
      [undefined, false, 1],
    ]);
  });

  it("brings the look that made what a person decided on, and the decision", async () => {
    const decided = notice(4, digestOf(cited));
    const steps = [
      { line: look("3", 3, ["urn:uuid:cited"]), captures: [cited], day: 3 },
      { line: decision("page-0123456789abcdef", 4, [decided]), day: 4 },
    ];
    const found = await gather({ id: "x", notices: [decided] }, await archived(steps));
    expect(typesOf(found).filter((type) => type === "metadata")).toHaveLength(2);
  });
});

describe("what is not given", () => {
  it("a record of the journal that names a person, as those of before there were handles may: its link stands for it", async () => {
    const decided = notice(4, digestOf(cited));
    const steps = [
      { line: look("3", 3, ["urn:uuid:cited"]), captures: [cited], day: 3 },
      { line: decision("Ana Canary", 4, [decided]), day: 4 },
    ];
    const found = await gather({ id: "x", notices: [decided] }, await archived(steps, [4]));
    expect(typesOf(found).filter((type) => type === "metadata")).toHaveLength(1);
    expect(found.missing).toEqual([
      expect.stringMatching(/^The journal’s record at byte \d+ of \S+ is left out, since it names a person/),
    ]);
    expect(found.ways.map(({ lines }) => lines.length)).toEqual([2]);
    expect(JSON.stringify(found.ways)).not.toContain("Canary");
  });

  it.each<[string, (sources: Sources) => Sources, RegExp]>([
    ["in a file that is gone", (sources) => sources, /is not there any more: removed as the settings say, or lost\.$/],
    [
      "with another worker",
      (sources) => ({ ...sources, isElsewhere: () => true }),
      /is in another worker’s folder, and not uploaded yet\.$/,
    ],
  ])("a capture %s is said", async (_, change, says) => {
    const sources = change(await archived(STORY));
    const files = new Map([...sources.files].slice(1));
    const { missing, captures } = await gather({ id: "x", notices: [told] }, { ...sources, files });
    expect(missing).toEqual([expect.stringMatching(says)]);
    expect(captures.map(({ record }) => record)).not.toContain("urn:uuid:before");
  });

  it("a capture behind what is damaged is said, and one before it is given", async () => {
    const sources = await archived(STORY);
    const [name = "", file] = [...sources.files].find(([one]) => one.includes("20220803")) ?? [];
    const bytes = await readFile(String(file));
    const { offset = 0 } = sources.citations.find(({ record }) => record === "urn:uuid:other") ?? {};
    await writeFile(String(file), bytes.fill(0, offset, offset + 20));
    const { captures, missing } = await gather({ id: "x", notices: [told] }, sources);
    expect(captures.map(({ record }) => record)).toEqual(["urn:uuid:before", "urn:uuid:cited"]);
    expect(missing).toEqual([expect.stringMatching(/^The journal’s account of notice/)]);
    const all = await gather({ id: "x", notices: [notice(3, digestOf(cited), digestOf(other))] }, sources);
    expect(all.missing).toContainEqual(expect.stringMatching(new RegExp(`its file ${name} is damaged before it`)));
  });

  it("a capture that the store forgot, and the account of a notice whose file is gone, are said", async () => {
    const sources = await archived(STORY);
    const strange = notice(9, "0".repeat(64));
    const { missing } = await gather({ id: "x", notices: [strange] }, sources);
    expect(missing).toEqual([
      expect.stringMatching(/^The capture 0{64} of \S+ is not in the archive any more\.$/),
      expect.stringMatching(/^The journal’s account of notice \w{16} is in no file that is there\.$/),
    ]);
  });

  it("a way with a file gone in between is not whole", async () => {
    const sources = await archived(STORY, [4]);
    const files = new Map([...sources.files].filter(([name]) => !name.includes("20220802")));
    for (const [name, file] of sources.files) if (!files.has(name)) await rm(String(file));
    const { ways } = await gather({ id: "x", notices: [told] }, { ...sources, files });
    expect(ways.map(({ isWhole, lines }) => [isWhole, lines.length])).toEqual([
      [false, 1],
      [true, 2],
    ]);
  });
});
