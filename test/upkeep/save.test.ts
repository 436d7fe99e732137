/** A watch that a person changes is looked through whole before it is kept, and nobody's change is lost to another's. */
import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { Store } from "../../src/store/store.ts";
import {
  addSource,
  changeSource,
  changeStatement,
  type Edit,
  muteUntil,
  setFields,
  setPaused,
} from "../../src/upkeep/edits.ts";
import { archive, editWatch, type Keeping, keep, standingText } from "../../src/upkeep/save.ts";
import { CannotWrite, ChangedMeanwhile } from "../../src/upkeep/watch-file.ts";
import { folder } from "../stand-ins/folder.ts";
import { person } from "../stand-ins/persons.ts";
import { newPostgres } from "../stand-ins/stores.ts";

const WATCH = `# What the office said of the harbour.
title: Report on the harbour # as it was promised
publisher: { name: The office, zone: Europe/Zurich, hosts: [www.example.org] }
statements:
  - on: 2026-01-10
    by: A spokesperson
    phrase: in the coming weeks
evidence: { titles: [Report on the harbour], subject: [[harbour], [report]], topic: [harbour] }
sources:
  - id: news # the one that matters
    kind: listing
    url: https://www.example.org/news
`;

async function kept(environment: NodeJS.ProcessEnv = {}): Promise<Keeping & { file: string; again(): Keeping }> {
  const directory = await folder();
  const file = join(directory, "watches", "harbour.yaml");
  await mkdir(join(directory, "watches"));
  await writeFile(join(directory, "coming-weeks.yaml"), "schedule: { every: 10m }\n");
  await writeFile(file, WATCH);
  const config = () => loadConfig(join(directory, "coming-weeks.yaml"), environment, { data: join(directory, "data") });
  const { databaseUrl } = config().secrets;
  const store = databaseUrl ? await Store.onPostgres(databaseUrl, "one") : await Store.open(join(directory, "data"));
  onTestFinished(() => store.close());
  const keeping = () => ({ config: config(), store, now: "2026-03-01T12:00:00.000Z" });
  return { ...keeping(), file, again: keeping };
}

describe("a change", () => {
  it("stands in the file, with its comments, and is noted with who did it", async () => {
    const { file, store, ...keeping } = await kept();
    expect(
      await editWatch(
        { store, ...keeping },
        "harbour",
        [setPaused(true, "news"), muteUntil("2026-04-01", "2026-03-01")],
        person("Ana"),
      ),
    ).toBe(true);
    expect(await readFile(file, "utf8")).toBe(`${WATCH.trimEnd()}\n    paused: true\nmute_until: 2026-04-01\n`);
    expect(await store?.texts.newest()).toMatchObject([
      { watch: "harbour", version: 1, by: expect.stringMatching(/^command-line-/), isArchived: false },
    ]);
  });

  it("that changes nothing writes nothing", async () => {
    const keeping = await kept();
    expect(await editWatch(keeping, "harbour", [setPaused(false)], person("Ana"))).toBe(false);
    expect(await keeping.store?.texts.newest()).toEqual([]);
  });

  it.each<[string, Edit, RegExp]>([
    [
      "a promise that nobody understands",
      changeStatement(0, { phrase: "when pigs fly" }),
      /statements\[0\]\.phrase.*not a phrase/,
    ],
    ["an address that is none", changeSource("news", { url: "example" }), /sources\[0\]\.url.*http or https/],
    [
      "a source of the same id",
      addSource({ id: "news", kind: "feed", url: "https://www.example.org/x" }),
      /used twice/,
    ],
    ["the last source taken out", changeSource("news", undefined), /sources/],
    ["a field that is none", setFields({ "publisher.nmae": "x" }), /publisher: "nmae" is not a field here/],
    ["another id", setFields({ id: "other" }), /must go on as "harbour"/],
    ["a source that is not there", setPaused(true, "nowhere"), /There is no source "nowhere"/],
    ["a statement that is not there any more", changeStatement(4, undefined), /There is no statement 5/],
  ])("%s is refused, and the file is as it was", async (_, edit, says) => {
    const { file, ...keeping } = await kept();
    await expect(editWatch(keeping, "harbour", [edit], person("Ana"))).rejects.toThrow(says);
    expect(await readFile(file, "utf8")).toBe(WATCH);
    expect(await readdir(join(file, ".."))).toEqual(["harbour.yaml"]);
  });

  it("to a text that somebody changed meanwhile is not taken", async () => {
    const { file, again, ...keeping } = await kept();
    const { mark } = standingText(keeping, "harbour");
    await writeFile(file, WATCH.replace("news\n", "latest\n"));
    // The bot has not seen it yet.
    await expect(editWatch(keeping, "harbour", [setPaused(true)], person("Ana"))).rejects.toThrow(ChangedMeanwhile);
    await expect(editWatch(again(), "harbour", [setPaused(true)], person("Ana"), mark)).rejects.toThrow(
      ChangedMeanwhile,
    );
    expect(await readFile(file, "utf8")).toContain("latest");
  });

  it("where nothing can be written says so, and gives the text", { skip: process.getuid?.() === 0 }, async () => {
    const { file, ...keeping } = await kept();
    await chmod(join(file, ".."), 0o500);
    await chmod(file, 0o400);
    const error = await editWatch(keeping, "harbour", [setPaused(true)], person("Ana")).catch((caught) => caught);
    await chmod(join(file, ".."), 0o700);
    expect(error).toBeInstanceOf(CannotWrite);
    expect(error).toMatchObject({ file, text: expect.stringContaining("paused: true") });
  });
});

describe("a watch", () => {
  it("is added, archived, and its file is put aside", async () => {
    const { file, again, ...keeping } = await kept();
    const text = WATCH.replaceAll("harbour", "bridge");
    await keep(keeping, "bridge", text, person("Ana"));
    await archive(again(), "harbour", person("Ben"));
    const folderOfWatches = join(file, "..");
    expect(await readdir(folderOfWatches)).toEqual(["archived", "bridge.yaml"]);
    expect(await readFile(join(folderOfWatches, "archived", "harbour.yaml"), "utf8")).toBe(WATCH);
    expect(await keeping.store?.texts.newest()).toMatchObject([
      { watch: "bridge", by: expect.stringMatching(/^command-line-/), isArchived: false },
      { watch: "harbour", by: expect.stringMatching(/^command-line-/), isArchived: true, text: WATCH },
    ]);
    await expect(archive(again(), "bridge", person("Ben"))).rejects.toThrow("is the only watch");
  });

  it("that several share is changed in the database alone, by one at a time", async () => {
    const { file, ...keeping } = await kept({ DATABASE_URL: await newPostgres() });
    await editWatch(keeping, "harbour", [setPaused(true)], person("Ana"));
    expect(await readFile(file, "utf8")).toBe(WATCH);
    const [text] = (await keeping.store?.texts.newest()) ?? [];
    expect(text).toMatchObject({
      version: 1,
      by: expect.stringMatching(/^command-line-/),
      text: expect.stringContaining("paused: true"),
    });
    const put = (after: number) => keeping.store?.texts.put([{ ...(text ?? fail()), at: keeping.now, after }]);
    const two = await Promise.allSettled([put(1), put(1)]);
    expect(two.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

function fail(): never {
  throw new Error("nothing was kept");
}
