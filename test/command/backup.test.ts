/** A backup that goes on where it stopped: made beside a running bot, put back whole or not at all. */
import { execFile } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import { packTar, unpackTar } from "modern-tar";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../src/archive/digest.ts";
import { rehearse } from "../stand-ins/bot.ts";
import { call, MAIN } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { KNOWING_CONFIG } from "../stand-ins/knowing-config.ts";
import { LATEST_PATH, listing, ordinaryRows, publishedReport } from "../stand-ins/ohchr.ts";

/** A bot that has looked and told, still at work. */
async function atWork() {
  const rehearsal = await rehearse();
  await rehearsal.at("2022-08-30T12:00:00Z");
  rehearsal.origin.pages[LATEST_PATH] = listing([{ title: "On Xinjiang", date: "30 August 2022" }, ...ordinaryRows()]);
  await rehearsal.at("2022-08-30T13:00:00Z");
  return { ...rehearsal, data: rehearsal.config.dataDirectory };
}

type Entries = Awaited<ReturnType<typeof unpackTar>>;

const fileOf = (name: string, text: string | Uint8Array): Entries[number] => {
  const data = new Uint8Array(Buffer.from(text as string));
  return { header: { name, size: data.length, type: "file" }, data };
};

const withFile = (entries: Entries, name: string, text: string | Uint8Array): Entries =>
  entries.map((one) => (one.header.name === name ? fileOf(name, text) : one));

/** With a list that names what is there. */
function listed(entries: Entries): Entries {
  const others = entries.filter(({ header }) => header.name !== "SHA256SUMS");
  const lines = others.map(({ header, data }) => `${sha256(data ?? Buffer.alloc(0))}  ${header.name}\n`);
  return [...others, fileOf("SHA256SUMS", lines.join(""))];
}

function anotherDatabase(): Uint8Array {
  const file = join(mkdtempSync(join(tmpdir(), "coming-weeks-test-")), "theirs.db");
  const database = new DatabaseSync(file);
  database.exec("CREATE TABLE theirs (id TEXT)");
  database.close();
  return readFileSync(file);
}

const backUp = async (data: string, ...more: string[]) => {
  const file = join(await folder(), "backup.tar");
  return { file, ran: await call(["backup", file, "--data", data, ...more]) };
};

describe("a backup", () => {
  it("that is made while the bot looks, is put back elsewhere, and goes on where it stopped", async () => {
    const { bot, data, at, told, origin, config } = await atWork();
    const looking = (async () => {
      for (let minute = 10; minute < 59; minute++) await at(`2022-08-30T13:${minute}:00Z`);
    })();
    const { file, ran } = await backUp(data);
    await looking;
    expect(ran).toMatchObject({ code: 0, error: "" });
    expect(ran.out).toMatch(/The private keys are not in it/);
    await bot.store.settle();
    const back = join(await folder(), "data");
    const restored = await call(["restore", file, "--data", back]);
    expect(restored).toMatchObject({ code: 0, error: "" });
    const verified = await call(["archive", "verify", "--data", back]);
    expect(verified).toMatchObject({ code: 0, out: expect.stringContaining("every digest and every citation holds") });
    const again = await rehearse({ data: back, pages: { ...origin.pages, ...publishedReport() } });
    await again.at("2022-08-31T21:50:00Z");
    expect(again.kinds()).toEqual(["published"]);
    expect(told.map(({ kind }) => kind)).toContain("started");
    expect(config.dataDirectory).not.toBe(back);
  });

  it("holds the config, what it is, and a digest of each file that other tools can check", async () => {
    const { data } = await atWork();
    const { file } = await backUp(data, "--json");
    const entries = await unpackTar(await readFile(file));
    const names = entries.map(({ header }) => header.name);
    expect(names[0]).toBe("about.json");
    expect(names).toContain("config/watches/xinjiang-assessment.yaml");
    expect(names.at(-1)).toBe("SHA256SUMS");
    expect(names.filter((name) => name.includes("keys"))).toEqual([]);
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    const place = await folder();
    for (const { header, data: bytes } of entries) {
      await mkdir(join(place, header.name, ".."), { recursive: true });
      await writeFile(join(place, header.name), bytes ?? "");
    }
    const check = "sha256sum --check --strict --quiet SHA256SUMS";
    const checked = await new Promise((resolve) => execFile("sh", ["-c", check], { cwd: place }, resolve));
    expect(checked).toBeNull();
  });

  it("takes the keys along where that is asked for", async () => {
    const { data, bot } = await atWork();
    await bot.seal();
    const { file, ran } = await backUp(data, "--with-keys");
    expect(ran.out).toMatch(/whoever has the file can sign in the bot’s name/);
    const back = join(await folder(), "data");
    await call(["restore", file, "--data", back]);
    const keys = async (at: string) => (await call(["keys", "--data", at])).out;
    expect(await keys(back)).toBe(await keys(data));
  });

  it.each<[string, (place: { data: string; file: string }) => Promise<unknown>, RegExp]>([
    ["where there is no data", async () => undefined, /there is no data to back up/],
    ["over a file that is there", async ({ file }) => writeFile(file, ""), /is there already; name another file/],
    [
      "over where there is no folder",
      ({ file }) => rm(join(file, ".."), { recursive: true }),
      /backup\.tar: there is no folder \S+; make it, or name another file\n$/,
    ],
    [
      "over a folder that is a file",
      ({ file }) => rm(join(file, ".."), { recursive: true }).then(() => writeFile(join(file, ".."), "")),
      /backup\.tar: there is no folder \S+; make it, or name another file\n$/,
    ],
  ])("%s is not made, and says why", async (_, prepare, says) => {
    const file = join(await folder(), "place", "backup.tar");
    await mkdir(join(file, ".."));
    const data = /over/.test(_) ? (await atWork()).data : await folder();
    await prepare({ data, file });
    const { code, error } = await call(["backup", file, "--data", data]);
    expect({ code, error }).toMatchObject({ code: 2, error: expect.stringMatching(says) });
    expect(existsSync(`${file}.part`)).toBe(false);
  });
});

describe("what is no whole backup puts nothing back, and says why", () => {
  const flip = async (file: string, at: number) => {
    const bytes = await readFile(file);
    bytes[at] = (bytes[at] ?? 0) ^ 1;
    await writeFile(file, bytes);
  };
  it.each<[string, (file: string) => Promise<unknown>, RegExp]>([
    [
      "cut off in the middle",
      async (file) => truncate(file, Math.floor((await stat(file)).size / 2)),
      /is not a whole backup/,
    ],
    [
      "cut off before its list of digests",
      async (file) => truncate(file, (await stat(file)).size - 3000),
      /is not a whole backup/,
    ],
    [
      "a byte of it changed",
      async (file) => flip(file, Math.floor((await stat(file)).size / 2)),
      /is not as it was|is not a whole backup/,
    ],
    ["some other file", (file) => writeFile(file, "hello"), /is not a whole backup|is no backup/],
    ["an empty file", (file) => writeFile(file, ""), /is not a whole backup|is no backup/],
    ["no file", (file) => writeFile(`${file}.x`, ""), /.*/],
  ])("%s", async (_, damage, says) => {
    const { data } = await atWork();
    const { file } = await backUp(data);
    await damage(file);
    const back = join(await folder(), "data");
    const { code, error } = await call(["restore", _ === "no file" ? `${file}.none` : file, "--data", back]);
    expect(code).toBe(2);
    expect(error).toMatch(says);
    expect(error.split("\n")).toHaveLength(2);
    expect(existsSync(join(back, "coming-weeks.db"))).toBe(false);
  });

  it.each<[string, (entries: Entries) => Entries, RegExp]>([
    [
      "a file that its list does not name",
      (entries) => [...entries, fileOf("data/archive/coming-weeks-20220101-0001.warc.gz", "evil")],
      /is not in its list/,
    ],
    [
      "keys that its list does not name",
      (entries) => [...entries, fileOf("data/keys/checkpoints.pem", "evil")],
      /is not in its list/,
    ],
    [
      "no database",
      (entries) => listed(entries.filter(({ header }) => !header.name.endsWith(".db"))),
      /it holds no database/,
    ],
    [
      "another program’s database",
      (entries) => listed(withFile(entries, "data/coming-weeks.db", anotherDatabase())),
      /its database is none of coming-weeks’s/,
    ],
    [
      "control characters in what it says of itself",
      (entries) =>
        listed(
          withFile(
            entries,
            "about.json",
            JSON.stringify({ type: "coming-weeks backup", format: 1, software: "x", at: "\u001b[2J", files: 9 }),
          ),
        ),
      /is no backup of coming-weeks/,
    ],
    ["a path that leads out of it", (entries) => listed([...entries, fileOf("../outside", "evil")]), /is not in it/],
  ])("one with %s", async (_, change, says) => {
    const { data } = await atWork();
    const { file } = await backUp(data);
    await writeFile(file, await packTar(change(await unpackTar(await readFile(file)))));
    const back = join(await folder(), "data");
    const { code, error, out } = await call(["restore", file, "--data", back]);
    expect([code, out, error.split("\n").length]).toEqual([2, "", 2]);
    expect(error).toMatch(says);
    expect((await readdir(back)).filter((name) => !name.startsWith("lock.db"))).toEqual([]);
  });

  it("and what else stands in the folder stays, also where an earlier try left something", async () => {
    const { data } = await atWork();
    const { file } = await backUp(data);
    const back = join(await folder(), "data");
    await mkdir(join(back, ".restoring"), { recursive: true });
    await mkdir(join(back, "archive"));
    await writeFile(join(back, "archive", "my.warc"), "mine");
    expect(await call(["restore", file, "--data", back])).toMatchObject({
      code: 2,
      error: expect.stringMatching(/holds something already/),
    });
    expect(await readFile(join(back, "archive", "my.warc"), "utf8")).toBe("mine");
    // Only what it was moving itself is taken away.
    await writeFile(join(back, ".restoring", "moving"), "");
    expect((await call(["restore", file, "--data", back])).code).toBe(0);
  });

  it("and none is put over data that is there", async () => {
    const { data } = await atWork();
    const { file } = await backUp(data);
    const { code, error } = await call(["restore", file, "--data", data]);
    expect([code, error]).toEqual([2, expect.stringMatching(/already running on this data; stop it first/)]);
  });
});

describe("of an archive that is not whole, a backup is made all the same, and says which file and why", () => {
  /** A finished file, and the one that is written to. */
  async function twoFiles() {
    const { data, bot, at } = await atWork();
    await at("2022-08-31T13:00:00Z");
    await bot.store.settle();
    const archive = join(data, "archive");
    const names = (await readdir(archive)).filter((name) => name.endsWith(".warc.gz")).sort();
    expect(names.length).toBeGreaterThan(1);
    return { data, closed: join(archive, names[0] ?? ""), open: join(archive, names.at(-1) ?? "") };
  }
  type Which = "closed" | "open";
  const changed = async (path: string, change: (bytes: Buffer) => Buffer | undefined) => {
    const bytes = await readFile(path);
    await writeFile(path, change(bytes) ?? bytes);
  };
  const inverted = (bytes: Buffer, at: number) => void bytes.writeUInt8(bytes.readUInt8(at) ^ 0xff, at);
  const secondMember = (bytes: Buffer) => bytes.indexOf(Buffer.from([0x1f, 0x8b, 0x08]), 3);

  it.each<[string, Which, (path: string) => Promise<unknown>, RegExp]>([
    ["a byte in it changed", "closed", (path) => changed(path, (bytes) => void inverted(bytes, 40)), /is damaged/],
    [
      "a byte changed in the file that is written to",
      "open",
      (path) => changed(path, (bytes) => void inverted(bytes, 40)),
      /is damaged/,
    ],
    [
      "the beginning of a record changed",
      "closed",
      (path) => changed(path, (bytes) => void inverted(bytes, secondMember(bytes))),
      /is damaged/,
    ],
    [
      "zeros from some record on",
      "closed",
      (path) => changed(path, (bytes) => bytes.fill(0, secondMember(bytes))),
      /is damaged/,
    ],
    [
      "its end gone",
      "closed",
      async (path) => truncate(path, (await stat(path)).size - 5),
      /is cut off in the middle of a record|is shorter than the store says \(\d+ of \d+ bytes\)/,
    ],
    [
      "a half of it gone",
      "open",
      async (path) => truncate(path, Math.floor((await stat(path)).size / 2)),
      /is shorter than the store says \(\d+ of \d+ bytes\)/,
    ],
    ["nothing in it", "closed", (path) => truncate(path, 0), /is shorter than the store says \(0 of \d+ bytes\)/],
    ["the file gone", "closed", (path) => rm(path), /is not there, and the store cites what was in it/],
  ])("%s", async (_, which, damage, says) => {
    const place = await twoFiles();
    await damage(place[which]);
    const { file, ran } = await backUp(place.data);
    expect({ code: ran.code, error: ran.error }).toEqual({ code: 1, error: expect.stringMatching(says) });
    expect(ran.error.startsWith(`${place[which]}: `)).toBe(true);
    expect(ran.error.split("\n")).toHaveLength(2);
    expect(ran.out).toContain("the database, the archive and the config");
    const back = join(await folder(), "data");
    const restored = await call(["restore", file, "--data", back]);
    expect(restored).toMatchObject({ code: 1, out: expect.stringContaining("what the backup held is there") });
    expect(restored.error).toMatch(
      /^coming-weeks-\S+: .*; it was so already when it was backed up: put a whole copy .*\n$/,
    );
    expect(restored.error).toMatch(says);
    const there = await readFile(place[which]).catch(() => Buffer.alloc(0));
    if (there.length > 0) expect(await readFile(place[which].replace(place.data, back))).toEqual(there);
    const json = JSON.parse((await backUp(place.data, "--json")).ran.out) as { doubts: string[] };
    expect(json.doubts).toEqual([expect.stringMatching(says)]);
  });

  it("and of one that is whole nothing is said", async () => {
    const { data } = await twoFiles();
    expect((await backUp(data)).ran).toMatchObject({ code: 0, error: "" });
  });
});

describe("killed at any moment", () => {
  /** @param after milliseconds @returns whether it was over before */
  const killed = async (args: string[], after: number): Promise<boolean> => {
    const child = execFile(process.execPath, [MAIN, ...args], {
      env: { ...process.env, COMING_WEEKS_CONFIG: KNOWING_CONFIG },
    });
    child.on("error", () => undefined);
    const ended = once(child, "exit");
    await Promise.race([ended, wait(after)]);
    const isOver = child.exitCode !== null;
    child.kill("SIGKILL");
    await ended;
    return isOver;
  };
  /** Moments over all the time that it takes, which is another on every machine; each a little off the one before. */
  const moments = async (args: string[], count: number) => {
    const began = performance.now();
    await killed(args, 60_000);
    const took = performance.now() - began;
    return Array.from({ length: count }, (_, index) => (took * (index + Math.random())) / count);
  };

  it("a backup leaves no half file of its name, and the data as it was", { timeout: 180_000 }, async () => {
    const { data, bot, at } = await atWork();
    await bot.store.settle();
    const place = await folder();
    const file = join(place, "backup.tar");
    const before = await treeOf(data);
    for (const after of await moments(["backup", join(place, "first.tar"), "--data", data], 10)) {
      await killed(["backup", file, "--data", data], after);
      if (existsSync(file)) {
        const back = join(await folder(), "data");
        expect(await call(["restore", file, "--data", back]), `after ${after} ms`).toMatchObject({ code: 0 });
        await rm(file);
      }
      expect(await treeOf(data)).toEqual(before);
    }
    // Nobody is shut out, and what the killed ones left is taken away.
    expect(await call(["backup", file, "--data", data])).toMatchObject({ code: 0 });
    expect((await readdir(place)).sort()).toEqual(["backup.tar", "first.tar"]);
    expect(await call(["verify", "--data", data])).toMatchObject({ code: 0 });
    // The bot that runs beside goes on writing.
    await at("2022-08-30T14:00:00Z");
    await bot.store.settle();
    expect(await treeOf(data)).not.toEqual(before);
  });

  it("a restore can be made again", { timeout: 180_000 }, async () => {
    const { data } = await atWork();
    const place = await folder();
    const { file } = await backUp(data);
    const back = join(place, "data");
    for (const after of await moments(["restore", file, "--data", join(place, "first")], 6)) {
      await killed(["restore", file, "--data", back], after);
      if (existsSync(join(back, "coming-weeks.db"))) break;
    }
    if (!existsSync(join(back, "coming-weeks.db")))
      expect(await call(["restore", file, "--data", back])).toMatchObject({ code: 0 });
    expect(await call(["archive", "verify", "--data", back])).toMatchObject({ code: 0 });
  });
});

/** The digest of each file; what SQLite keeps beside its database comes and goes with who reads it. */
async function treeOf(directory: string): Promise<Record<string, string>> {
  const names = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = names.filter((one) => one.isFile() && !/-(?:wal|shm)$/.test(one.name));
  return Object.fromEntries(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return [path, sha256(await readFile(path))] as const;
      }),
    ),
  );
}
