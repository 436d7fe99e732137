/** What the bot keeps of what it saw: written before it is cited, whole after a crash, within its limits. */
import { appendFile, readdir, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ArchiveSettings, openArchive } from "../../src/archive/archive.ts";
import type { ArchiveEnd, Citation } from "../../src/archive/citation.ts";
import { isTold, JOURNAL_URI, type JournalLine, readLines } from "../../src/archive/journal.ts";
import { openLibrary } from "../../src/archive/library.ts";
import { prunable } from "../../src/archive/prune.ts";
import { verify } from "../../src/archive/verify.ts";
import { readRecordAt, readRecords } from "../../src/archive/warc.ts";
import { answer } from "../stand-ins/answer.ts";
import { folder } from "../stand-ins/folder.ts";

const NOW = "2022-08-31T21:50:00.000Z";

async function archive(settings: Partial<ArchiveSettings> = {}, end?: ArchiveEnd) {
  const directory = settings.directory ?? join(await folder(), "archive");
  const config = { "coming-weeks.yaml": "data: x\n" };
  const opened = await openArchive(
    { directory, maxFileBytes: 1e9, minFreeBytes: 0, config, edition: 2, software: "test", ...settings },
    end,
    NOW,
  );
  return { directory, archive: opened };
}

const capture = (text: string, url = "https://www.ohchr.org/en/latest", at = NOW) => ({
  record: `urn:uuid:${text.padEnd(8, "0")}`,
  answer: answer({ url, at, wire: Buffer.from(text), headers: { "content-type": "text/html" } }),
});

const look = (id: string, at = NOW): JournalLine => ({
  kind: "look",
  id,
  began: at,
  at,
  watch: "w",
  source: "s",
  outcome: "changed",
  exchanges: [],
});

async function records(directory: string) {
  const found: { type: string; url: string; payload: string; fields: Record<string, string> }[] = [];
  for (const name of (await readdir(directory)).sort())
    for await (const { type, url, payload, fields } of readRecords(join(directory, name)))
      found.push({ type, url, payload: String(payload), fields });
  return found;
}

it("a citation leads to the exact bytes, with the request beside it and the redirects before it", async () => {
  const { directory, archive: open } = await archive();
  const hops = [
    {
      url: "https://ohchr.org/",
      status: 301,
      rawHeaders: [["Location", "https://www.ohchr.org/en/latest"]] as [string, string][],
    },
  ];
  const item = capture("the page");
  const { citations, end } = await open.append([look("1")], [{ ...item, answer: { ...item.answer, hops } }], NOW);
  open.close();
  const [citation] = citations as [Citation];
  const record = await readRecordAt(join(directory, citation.file), citation);
  expect([String(record.payload), record.length, record.id]).toEqual(["the page", citation.length, item.record]);
  expect((await stat(join(directory, end.file))).size).toBe(end.size);
  expect((await records(directory)).map(({ type, url }) => [type, url])).toEqual([
    ["warcinfo", ""],
    ["resource", "metadata://coming-weeks/config/coming-weeks.yaml"],
    ["response", "https://ohchr.org/"],
    ["response", "https://www.ohchr.org/en/latest"],
    ["request", "https://www.ohchr.org/en/latest"],
    ["metadata", JOURNAL_URI],
  ]);
});

it("a payload that is archived already is referred to", async () => {
  const { directory, archive: open } = await archive();
  const first = await open.append([], [capture("the page")], NOW);
  const [original] = first.citations as [Citation];
  const again = { ...capture("again"), answer: capture("the page").answer, same: original };
  const { citations } = await open.append([], [again], NOW);
  open.close();
  expect(citations[0]?.kind).toBe("revisit");
  const revisit = (await records(directory)).find(({ type }) => type === "revisit");
  expect(revisit).toMatchObject({
    payload: "",
    fields: { "warc-refers-to-target-uri": original.url, "warc-refers-to-date": original.at },
  });
  const library = await openLibrary((await readdir(directory)).map((name) => join(directory, name)));
  expect(await library.answer(again.record, 1000)).toMatchObject({ kind: "answer", wire: Buffer.from("the page") });
});

it("the journal names the edition of the rules at each start and in each file", async () => {
  const { directory, archive: open } = await archive({ maxFileBytes: 1 });
  await open.append([look("1")], [], NOW);
  await open.append([look("2")], [], NOW);
  open.close();
  const lines = (await records(directory))
    .filter(({ url }) => url === JOURNAL_URI)
    .flatMap(({ payload }) => [...readLines(Buffer.from(payload))]);
  expect(lines.map((line) => (line.kind === "rules" ? `edition ${line.edition}` : line.kind))).toEqual([
    ...["edition 2", "look", "link"],
    ...["edition 2", "look", "link"],
  ]);
});

describe("files", () => {
  it("roll by day, and a clock that was set back goes on in the newest", async () => {
    const { directory, archive: open } = await archive();
    for (const at of ["2022-08-30T10:00:00.000Z", "2022-08-31T10:00:00.000Z", "2022-08-30T10:00:00.000Z"])
      await open.append([look(at)], [], at);
    open.close();
    const names = ["coming-weeks-20220830-0001.warc.gz", "coming-weeks-20220831-0001.warc.gz"];
    expect((await readdir(directory)).sort()).toEqual(names);
  });

  it("roll by size", async () => {
    const { directory, archive: open } = await archive({ maxFileBytes: 1 });
    for (const id of ["1", "2", "3"]) await open.append([look(id)], [], NOW);
    open.close();
    const numbers = (await readdir(directory)).sort().map((name) => name.slice(-12, -8));
    expect(numbers).toEqual(["0001", "0002", "0003"]);
  });

  it("each begin with what they are and the config that holds, which is written again only when it has changed", async () => {
    const { directory, archive: open } = await archive();
    const { end } = await open.append([look("1")], [], NOW);
    open.close();
    const same = await archive({ directory }, end);
    const second = await same.archive.append([look("2")], [], NOW);
    same.archive.close();
    const changed = await archive({ directory, config: { "coming-weeks.yaml": "data: y\n" } }, second.end);
    await changed.archive.append([look("3")], [], NOW);
    changed.archive.close();
    expect((await records(directory)).map(({ type }) => type)).toEqual([
      "warcinfo",
      "resource",
      "metadata",
      "metadata",
      "resource",
      "metadata",
    ]);
  });
});

describe("after a crash", () => {
  async function crashed() {
    const { directory, archive: open } = await archive();
    const { end } = await open.append([look("cited")], [capture("cited")], NOW);
    await open.append([look("uncited")], [capture("uncited")], NOW);
    open.close();
    return { directory, end, file: join(directory, end.file) };
  }

  it("a torn last record is cut off, and what was never cited is marked as not counting", async () => {
    const { directory, end, file } = await crashed();
    const whole = await stat(file);
    await appendFile(file, (await readFile(file)).subarray(0, 300));
    const { archive: open } = await archive({ directory }, end);
    await open.append([look("next")], [], NOW);
    open.close();
    const lines = (await records(directory))
      .filter(({ url }) => url === JOURNAL_URI)
      .flatMap(({ payload }) => [...readLines(Buffer.from(payload))])
      .filter((line) => isTold(line) && line.kind !== "rules");
    expect(lines).toEqual([
      look("cited"),
      look("uncited"),
      { kind: "unfinished", at: NOW, steps: ["uncited"] },
      look("next"),
    ]);
    expect((await verify([file], undefined)).faults).toEqual([]);
    expect((await stat(file)).size).toBeGreaterThan(whole.size);
    const seen: string[] = [];
    for await (const happening of (await openLibrary([file])).happenings())
      if (happening.kind === "look") seen.push(happening.id);
    expect(seen).toEqual(["cited", "next"]);
  });

  it.each([1, 40, 200])("cut %i bytes short in what was not cited, it opens and is whole", async (bytes) => {
    const { directory, end, file } = await crashed();
    await truncate(file, (await stat(file)).size - bytes);
    (await archive({ directory }, end)).archive.close();
    expect((await verify([file], undefined)).faults).toEqual([]);
  });

  it("a file that lacks what the store cites is not written to, and is said", async () => {
    const { directory, end, file } = await crashed();
    await truncate(file, end.size - 10);
    await expect(archive({ directory }, end)).rejects.toThrow(/is shorter than the store says/);
    expect((await stat(file)).size).toBe(end.size - 10);
  });

  it("an archive that the store does not know of is put aside, untouched", async () => {
    const { directory } = await crashed();
    const { archive: open } = await archive({ directory });
    open.close();
    const beside = await readdir(join(directory, ".."));
    expect(beside.sort()).toEqual(["archive", "archive-before-2022-08-31T215000.000Z"]);
  });
});

it("with too little room nothing is archived, but the account of the trouble still is", async () => {
  const { directory, archive: open } = await archive({ minFreeBytes: 1000, freeBytes: () => 999 });
  await expect(open.append([look("1")], [capture("a page")], NOW)).rejects.toMatchObject({ kind: "full" });
  await open.append([look("2")], [], NOW);
  open.close();
  expect((await records(directory)).map(({ type }) => type)).toEqual(["warcinfo", "resource", "metadata"]);
});

describe("verify", () => {
  it("finds a payload that was changed, a citation that leads nowhere, and a notice whose capture is gone", async () => {
    const { directory, archive: open } = await archive();
    const { citations, end } = await open.append([look("1")], [capture("one"), capture("two")], NOW);
    open.close();
    const files = [join(directory, end.file)];
    const [one, two] = citations as [Citation, Citation];
    const store = { citations, cited: new Set([one.digest]), ends: [end] };
    expect(await verify(files, store)).toMatchObject({ captures: 2, cited: 2, faults: [] });
    const astray = { ...two, offset: two.offset + 1 };
    const found = await verify(files, { ...store, citations: [one, astray], cited: new Set(["f".repeat(64)]) });
    expect(found.faults).toEqual([
      expect.stringMatching(/^the capture of https:\/\/www.ohchr.org\/en\/latest .* is not in .* at byte/),
      expect.stringMatching(/^a notice rests on the capture f{64}/),
    ]);
    const withAnother = { ...two, record: "r", digest: "e".repeat(64), file: "coming-weeks-b-20220831-0001.warc.gz" };
    const shared = { ...store, citations: [...citations, withAnother], cited: new Set([withAnother.digest]) };
    const isElsewhere = (file: string) => file === withAnother.file;
    expect(await verify(files, { ...shared, isElsewhere })).toMatchObject({ cited: 2, elsewhere: 1, faults: [] });
    expect(await verify(files, shared)).toMatchObject({
      ...{ cited: 2, elsewhere: 0, lost: 1, faulty: 1 },
      faults: [
        `${withAnother.file} is not there, and 1 citation leads to what is lost with it (1 of what notices or evidence rest on); put back a copy`,
      ],
    });
    const bytes = await readFile(files[0] ?? "");
    await writeFile(files[0] ?? "", bytes.subarray(0, -5));
    expect((await verify(files, undefined)).faults).toEqual([expect.stringContaining("is cut off")]);
  });
});

describe("retention", () => {
  const file = (day: string, bytes = 10) => ({ name: `coming-weeks-${day}-0001.warc.gz`, bytes });
  const files = [file("20200101"), file("20210101"), file("20220801"), file("20220831")];
  const in2020 = {
    record: "r",
    digest: "d",
    file: files[0]?.name ?? "",
    kind: "response",
    url: "",
    at: "",
    offset: 0,
    length: 1,
  } as const;
  const year = 365 * 86_400_000;
  const none = new Set<string>();

  it("removes what is older than it is to be kept", () => {
    expect(prunable(files, [], none, none, { keep: year, maxBytes: 1e9 }, NOW)).toEqual([
      files[0]?.name,
      files[1]?.name,
    ]);
  });
  it("removes the oldest while there is too much, and never the one that is being written to", () => {
    expect(prunable(files, [], none, none, { keep: 100 * year, maxBytes: 25 }, NOW)).toEqual([
      files[0]?.name,
      files[1]?.name,
    ]);
    expect(prunable(files, [], none, none, { keep: 100 * year, maxBytes: 0 }, NOW).length).toBe(3);
  });
  it("never removes what a notice cites, or what a source rests on", () => {
    expect(prunable(files, [in2020], new Set(["d"]), none, { keep: 1, maxBytes: 0 }, NOW)).not.toContain(
      files[0]?.name,
    );
    expect(prunable(files, [in2020], none, new Set(["r"]), { keep: 1, maxBytes: 0 }, NOW)).not.toContain(
      files[0]?.name,
    );
    const revisit = { ...in2020, record: "later", kind: "revisit", file: files[1]?.name ?? "" } as const;
    const kept = prunable(files, [in2020, revisit], none, new Set(["later"]), { keep: 1, maxBytes: 0 }, NOW);
    expect(kept).toEqual([files[2]?.name]);
  });
});
