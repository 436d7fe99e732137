/** Several bots that share a database: each writes files of its own, and what they did is told in the order in which it was done. */
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ArchiveSettings, openArchive } from "../../src/archive/archive.ts";
import type { ArchiveEnd } from "../../src/archive/citation.ts";
import { byFileName, fileName, readFileName } from "../../src/archive/file-names.ts";
import { archiveFiles, filesOf } from "../../src/archive/files.ts";
import type { JournalLine } from "../../src/archive/journal.ts";
import { openLibrary } from "../../src/archive/library.ts";
import { identify } from "../../src/store/identity.ts";
import { folder } from "../stand-ins/folder.ts";
import { fc, test } from "../stand-ins/properties.ts";
import { CONFIG, JOURNAL, lookLine, strange } from "../stand-ins/strange-warc.ts";

const NOW = "2022-08-31T21:50:00.000Z";

function open(directory: string, worker: string | undefined, given: Partial<ArchiveSettings> = {}, end?: ArchiveEnd) {
  const config = { "coming-weeks.yaml": "data: x\n" };
  const settings = { maxFileBytes: 1e9, minFreeBytes: 0, edition: 2, software: "test" };
  return openArchive({ ...settings, directory, worker, config, ...given }, end, NOW);
}

function look(id: string, order?: number): JournalLine {
  const at = NOW;
  const numbered = order === undefined ? {} : { order };
  return { kind: "look", id, began: at, at, watch: "w", source: "s", outcome: "unchanged", exchanges: [], ...numbered };
}

async function told(files: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for await (const happening of (await openLibrary(files)).happenings()) {
    if (happening.kind === "config") ids.push(`config ${JSON.stringify(happening.files)}`);
    else if ("id" in happening && happening.id) ids.push(happening.id);
  }
  return ids;
}

const stepsTold = async (files: readonly string[]) => (await told(files)).filter((id) => !id.startsWith("config"));
const allIn = async (...directories: string[]) =>
  (await Promise.all(directories.map(async (one) => (await readdir(one)).map((name) => join(one, name))))).flat();

describe("the names of files", () => {
  it.each([
    ["coming-weeks-20211210-0001.warc.gz", { worker: undefined, day: "20211210", number: 1 }],
    ["coming-weeks-a-20211210-0001.warc.gz", { worker: "a", day: "20211210", number: 1 }],
    ["coming-weeks-20211210-0001-20211211-0002.warc.gz", { worker: "20211210-0001", day: "20211211", number: 2 }],
    ["coming-weeks-a--20211210-12345.warc.gz", { worker: "a-", day: "20211210", number: 12345 }],
  ])("%s", (name, parts) => {
    expect(readFileName(name)).toEqual(parts);
    expect(fileName(parts)).toBe(name);
  });

  it.each(["coming-weeks-.warc.gz", "coming-weeks-A-20211210-0001.warc.gz", "coming-weeks-20211210-0001.warc.gz.cdxj"])(
    "%s is none",
    (name) => expect(readFileName(name)).toBeUndefined(),
  );

  it("hold the longest name that a worker may be given, with what tells its folder from others", async () => {
    const { worker, release } = identify(await folder(), "w".repeat(40));
    release();
    expect(readFileName(fileName({ worker, day: "20211210", number: 1 }))?.worker).toBe(worker);
  });

  it("go on in their order after the 9,999th of a day", () => {
    const names = ["coming-weeks-20211210-10000.warc.gz", "coming-weeks-20211210-9999.warc.gz"];
    expect(names.sort(byFileName)).toEqual([
      "coming-weeks-20211210-9999.warc.gz",
      "coming-weeks-20211210-10000.warc.gz",
    ]);
  });
});

describe("in one folder", () => {
  it("a worker goes on in its own files alone, also where another's name begins as its own does", async () => {
    const directory = join(await folder(), "archive");
    const ends = new Map<string, ArchiveEnd>();
    const workers = ["w", "w-1", "w-1-20220831", "x"];
    for (const round of [1, 2])
      for (const worker of workers) {
        const archive = await open(directory, worker, {}, ends.get(worker));
        ends.set(worker, (await archive.append([look(`${worker} ${round}`)], [], NOW)).end);
        archive.close();
      }
    expect(archiveFiles(directory)).toEqual(workers.map((worker) => `coming-weeks-${worker}-20220831-0001.warc.gz`));
    for (const worker of workers)
      expect(await stepsTold(filesOf(worker, directory).map((name) => join(directory, name)))).toEqual([
        `${worker} 1`,
        `${worker} 2`,
      ]);
  });

  it("what the store does not know of is put aside, and the files of others are let be", async () => {
    const base = await folder();
    const directory = join(base, "archive");
    for (const worker of ["a", "a-b"]) {
      const archive = await open(directory, worker);
      await archive.append([look(worker)], [], NOW);
      archive.close();
    }
    (await open(directory, "a")).close();
    expect(await readdir(directory)).toEqual(["coming-weeks-a-b-20220831-0001.warc.gz"]);
    expect(await readdir(join(base, "archive-before-2022-08-31T215000.000Z"))).toEqual([
      "coming-weeks-a-20220831-0001.warc.gz",
    ]);
  });

  it("a file that is gone, as it was moved elsewhere, has its name to itself", async () => {
    const directory = join(await folder(), "archive");
    const end = { file: "coming-weeks-a-20220831-0007.warc.gz", size: 100, config: "" };
    const archive = await open(directory, "a", {}, end);
    expect((await archive.append([look("1")], [], NOW)).end.file).toBe("coming-weeks-a-20220831-0008.warc.gz");
    archive.close();
  });
});

describe("steps that were not concluded", () => {
  const steps: JournalLine[] = [
    look("a look"),
    { kind: "look-over", id: "a look-over", at: NOW, watch: "w" },
    { kind: "decision", id: "a decision", at: NOW, watch: "w", evidence: "e", decision: "confirm", by: "b" },
    { kind: "statement", id: "a word", at: NOW, watch: "w", statement: "s", decision: "add", by: "b" },
  ];

  it.each(steps)("$id that was appended and not cited does not count", async (step) => {
    const directory = join(await folder(), "archive");
    const archive = await open(directory, undefined);
    await archive.append([look("before")], [], NOW);
    archive.disown(await archive.append([step], [], NOW));
    await archive.append([look("after")], [], NOW);
    archive.close();
    expect(await stepsTold(await allIn(directory))).toEqual(["before", "after"]);
  });

  it.each(steps)("nor $id that a crash left uncited", async (step) => {
    const directory = join(await folder(), "archive");
    const archive = await open(directory, undefined);
    const { end } = await archive.append([look("before")], [], NOW);
    const { id: _, ...unnamed } = step as Extract<JournalLine, { watch: string }>;
    await archive.append([step.kind === "look" ? step : (unnamed as JournalLine)], [], NOW);
    archive.close();
    const again = await open(directory, undefined, {}, end);
    await again.append([look("after")], [], NOW);
    again.close();
    expect(await stepsTold(await allIn(directory))).toEqual(["before", "after"]);
  });

  it("an archive of the time when only looks were named is read as it was", async () => {
    const file = join(await folder(), "old.warc");
    const unfinished = `{"kind":"unfinished","at":"${NOW}","looks":["x"]}\n`;
    await writeFile(file, strange("metadata", JOURNAL, lookLine() + unfinished + lookLine({ id: "y" })));
    expect(await stepsTold([file])).toEqual(["y"]);
  });
});

describe("the journals of several", () => {
  const STEPS = fc.array(
    fc.record({ worker: fc.constantFrom("a", "a-b", "c"), isOfNextRecord: fc.boolean(), isOfNextFile: fc.boolean() }),
    { maxLength: 40 },
  );

  test(
    "are told in the order in which the steps were committed, whoever took them, and however the files are named",
    [STEPS, fc.nat(1000), fc.nat()],
    async (steps, before, turn) => {
      const directory = await folder();
      // What one bot did alone, before there were several.
      await writeFile(join(directory, "old.warc"), strange("metadata", JOURNAL, lookLine({ id: "alone" })));
      for (const worker of new Set(steps.map((step) => step.worker))) {
        const records: string[][] = [];
        const files: string[][][] = [records];
        for (const [index, step] of steps.entries()) {
          if (step.worker !== worker) continue;
          if (step.isOfNextFile) files.push([]);
          const file = files.at(-1) as string[][];
          if (step.isOfNextRecord || file.length === 0) file.push([]);
          (file.at(-1) as string[]).push(lookLine({ id: `${index}`, order: before + index * 3 }));
        }
        for (const [number, file] of files.entries())
          await writeFile(
            join(directory, fileName({ worker, day: "20220831", number: number + 1 })),
            Buffer.concat([
              strange("warcinfo", "", ""),
              ...file.map((lines) => strange("metadata", JOURNAL, lines.join(""))),
            ]),
          );
      }
      const files = await allIn(directory);
      const turned = [...files.slice(turn % files.length), ...files.slice(0, turn % files.length)];
      expect(await stepsTold(turned)).toEqual(["alone", ...steps.map((_, index) => `${index}`)]);
    },
    40,
  );

  it("are told each after the config that its bot had, however their records overlap", async () => {
    const directory = await folder();
    const write = (worker: string, config: string, ...orders: number[]) =>
      writeFile(
        join(directory, fileName({ worker, day: "20220831", number: 1 })),
        Buffer.concat([
          strange("resource", `${CONFIG}c.yaml`, config),
          strange("metadata", JOURNAL, orders.map((order) => lookLine({ id: `${order}`, order })).join("")),
        ]),
      );
    await write("b", "new", 2, 5);
    await write("a", "old", 1, 3, 4);
    const [older, newer] = ["old", "new"].map((text) => `config ${JSON.stringify({ "c.yaml": text })}`);
    expect(await told(await allIn(directory))).toEqual([older, "1", newer, "2", older, "3", "4", newer, "5"]);
  });
});
