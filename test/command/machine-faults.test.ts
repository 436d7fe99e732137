/** What the machine does to a bot's data: each command says it in one sentence, ends with another exit code than 0, and harms nothing. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, chown, cp, mkdir, mkdtemp, open, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import pLimit from "p-limit";
import { afterAll, describe, expect, it, vi } from "vitest";
import { explain } from "../../src/command/context.ts";
import { rehearse } from "../stand-ins/bot.ts";
import { call, MAIN } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { KNOWING_CONFIG } from "../stand-ins/knowing-config.ts";
import { SITE } from "../stand-ins/ohchr.ts";

const ELSEWHERE = ["--origin", `${SITE}=http://127.0.0.1:9`];
/** Of what a bot has seen; a command that is new is named here. */
const COMMANDS = [
  ["check", ...ELSEWHERE],
  ["start", ...ELSEWHERE, "--listen", "0"],
  ["status"],
  ["notices"],
  ["archive", "verify"],
  ["evidence", "export", "x"],
  ["statement", "list"],
  ["statement", "add", "x"],
  ["confirm", "x"],
  ["dismiss", "x"],
  ["watch", "list"],
  ["watch", "history", "xinjiang-assessment"],
  ["log", "review"],
  ["move", "--to", "postgres://bot@127.0.0.1:9/bot"],
];

const seen = await mkdtemp(join(tmpdir(), "coming-weeks-seen-"));
/** What Node compiled for the others, whoever runs it. */
const compiled = await mkdtemp(join(tmpdir(), "coming-weeks-compiled-"));
await chmod(compiled, 0o777);
afterAll(async () => {
  for (const place of [seen, compiled]) await rm(place, { recursive: true, force: true });
});

let prepared: Promise<void> | undefined;

/** What a bot has seen, in a folder of the test's own. */
async function data(): Promise<string> {
  prepared ??= see();
  await prepared;
  const own = join(await folder(), "data");
  await cp(seen, own, { recursive: true });
  return own;
}

async function see(): Promise<void> {
  const { config, at, restart } = await rehearse();
  await at("2022-06-01T12:00:00Z");
  // What stands in SQLite's log is brought into its file.
  await restart();
  const filter = (file: string) => !/-(?:wal|shm|journal)$/.test(file);
  await cp(config.dataDirectory, seen, { recursive: true, filter });
}

const database = (directory: string) => join(directory, "coming-weeks.db");

async function overwrite(file: string, from: number, bytes: number): Promise<void> {
  const handle = await open(file, "r+");
  await handle.write(Buffer.alloc(bytes), 0, bytes, from);
  await handle.close();
}

type Fault = readonly [what: string, does: (directory: string) => Promise<unknown>, says: RegExp];

const DAMAGED =
  /^\S+: (?:what is kept there is damaged, or no data of coming-weeks|is damaged \(.*\)); run `recover`, .*\n$/;
const GONE =
  /^\S+\.db: is not there, or empty, while the archive beside it is; put it back.*; to begin from nothing, move .*\n$/;

const DATABASE: readonly Fault[] = [
  ["deleted", (data) => rm(database(data)), GONE],
  ["emptied", (data) => truncate(database(data), 0), GONE],
  ["cut off", (data) => truncate(database(data), 100_001), DAMAGED],
  ["of zeros in its middle", (data) => overwrite(database(data), 20 * 4096, 30 * 4096), DAMAGED],
  ["of zeros at its beginning", (data) => overwrite(database(data), 0, 4096), DAMAGED],
  ["that is a text", (data) => writeFile(database(data), "a text. ".repeat(10_000)), DAMAGED],
  [
    "that is a folder",
    async (data) => {
      await rm(database(data));
      await mkdir(database(data));
    },
    /^\S+\.db: cannot be used \(EISDIR\); check the path, and who may read and write there\n$/,
  ],
  [
    "whose log is a folder",
    (data) => mkdir(`${database(data)}-wal`),
    /^\S+\.db-wal: cannot be used \(EISDIR\); check the path.*\n$/,
  ],
];

const named = (commands: string[][]) => commands.map((command) => [command.slice(0, 2).join(" "), command] as const);

describe.each(DATABASE)("a database %s", (what, does, says) => {
  it.each(named(COMMANDS))("is told by %s", async (name, command) => {
    const directory = await data();
    await does(directory);
    const files = await readdir(directory);
    const archived = await readdir(join(directory, "archive"));
    const ran = await call([...command, "--data", directory]);
    if (what === "deleted" && name.startsWith("move")) expect(ran.error).toMatch(/: there is no data to move\n$/);
    else expect(ran).toMatchObject({ code: 2, error: expect.stringMatching(says) });
    expect(ran.out).toBe("");
    // What is left can still be put right.
    expect(await readdir(join(directory, "archive"))).toEqual(archived);
    expect(await readdir(directory)).toEqual(expect.arrayContaining(files));
  });

  it("is told by doctor", async () => {
    const directory = await data();
    await does(directory);
    const { code, out } = await call(["doctor", "--data", directory, ...ELSEWHERE]);
    const finding = out.split("\n").find((line) => line.startsWith("FAIL  store: "));
    expect(`${finding?.slice("FAIL  store: ".length)}\n`).toMatch(says);
    expect(code).toBe(1);
  });
});

describe("an archive", () => {
  const GIVEN: readonly (readonly [string, (archive: string) => Promise<unknown>, Record<string, RegExp>])[] = [
    [
      "that is no folder",
      async (archive) => {
        await rm(archive, { recursive: true });
        await writeFile(archive, "");
      },
      {
        check: /^\S+\/archive: cannot be used \(EEXIST\); check the path.*\n$/,
        "archive verify": /^\S+\/archive: cannot be used \(ENOTDIR\); check the path.*\n$/,
      },
    ],
    [
      "whose file was cut off",
      async (archive) => truncate(join(archive, (await readdir(archive))[0] ?? ""), 2000),
      { check: /is shorter than the store says/, "archive verify": /is cut off\n/ },
    ],
    [
      "that was deleted",
      (archive) => rm(archive, { recursive: true }),
      { "archive verify": /archive is not there, and \d+ citations lead to what is lost with it/ },
    ],
  ];

  it.each(GIVEN)("%s is told of", async (_, does, says) => {
    const directory = await data();
    await does(join(directory, "archive"));
    for (const [command, words] of Object.entries(says)) {
      const more = command === "check" ? ELSEWHERE : [];
      const ran = await call([...command.split(" "), "--data", directory, ...more]);
      expect(ran, command).toMatchObject({ code: 2, error: expect.stringMatching(words) });
    }
  });
});

/**
 * Under a limit of the shell's, in a process of its own, and as somebody else than root, who may do anything.
 * @param does is done once the data is theirs
 */
async function limited(limit: string, command: readonly string[], directory: string, does?: () => Promise<unknown>) {
  const isRoot = process.getuid?.() === 0;
  const somebody = isRoot ? { uid: 65_534, gid: 65_534 } : {};
  await chmod(join(directory, ".."), 0o755);
  const files = isRoot ? await readdir(directory, { recursive: true }) : [];
  for (const path of isRoot ? ["", ...files] : []) await chown(join(directory, path), 65_534, 65_534);
  await does?.();
  const script = `${limit}; exec "$0" "$@"`;
  const child = spawn("sh", ["-c", script, process.execPath, MAIN, ...command, "--data", directory], {
    ...somebody,
    env: {
      PATH: process.env.PATH,
      HOME: "/nonexistent",
      NODE_COMPILE_CACHE: compiled,
      COMING_WEEKS_CONFIG: await readable(),
    },
  });
  const [out, error, [code, signal]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { out, error, code: code as number | null, signal: signal as string | null };
}

/** A config that anybody may read, and by which nobody is asked twice. */
async function readable(): Promise<string> {
  const place = await folder();
  await cp(join(KNOWING_CONFIG, ".."), place, { recursive: true });
  await chmod(place, 0o755);
  const file = join(place, "coming-weeks.yaml");
  await writeFile(file, (await readFile(file, "utf8")).replace(/^( *retries:) \d+/m, "$1 0"));
  return file;
}

/** Whoever begins a process each does so a few at a time. */
const aFew = pLimit(3);

/** One that writes, one that reads the database, one that reads the archive, one that reads the log. */
const LIMITED = ["check", "status", "archive verify", "log review"];

describe("a machine", () => {
  it("whose data folder takes no writes is told of, each time with what to do", async () => {
    const directory = await data();
    await chmod(directory, 0o555);
    const command = (name: string) => limited("true", name.split(" "), directory);
    for (const ran of await Promise.all(LIMITED.map((name) => aFew(() => command(name))))) {
      expect(ran).toMatchObject({ code: 2, out: "" });
      expect(ran.error).toMatch(/^\S+ takes no writes; give the bot's user the right to write there\n$/);
    }
  });

  it("that lets no file grow is told of", async () => {
    const { code, error } = await limited("ulimit -f 0", ["check", ...ELSEWHERE], await data());
    expect(code).toBe(1);
    expect(error).toMatch(/^\S+: a file is as large as it may be; raise the limit of file sizes \(ulimit -f, .*\)\n$/);
  });

  it("that lets no file grow makes no keys, says so, and leaves nothing half written", async () => {
    const directory = await data();
    const { code, error } = await limited("ulimit -f 0", ["keys"], directory);
    expect(code).toBe(1);
    expect(error).toMatch(/^\S+\/keys: a file is as large as it may be; raise the limit of file sizes .*\n$/);
    expect(await readdir(join(directory, "keys"))).toEqual([]);
    expect((await call(["archive", "verify", "--data", directory])).code).toBe(0);
    expect((await call(["keys", "--data", directory])).out.replaceAll(/\s+/g, " ")).toContain("Made just now, in ");
    expect((await call(["keys", "--data", directory])).out).not.toContain("Made just now");
  });

  it.each<[string, string, (data: string, place: string) => Promise<unknown>, RegExp]>([
    [
      "whose data may not be read",
      "true",
      (data) => chmod(data, 0),
      /^\S+\/data\S*: may not be read by this user; back up as /,
    ],
    [
      "one of whose files may not be read",
      "true",
      async (data) => chmod(join(data, "archive", (await readdir(join(data, "archive")))[0] ?? ""), 0),
      /^\S+\/archive\/coming-weeks-\S+: may not be read by this user; back up as /,
    ],
    [
      "whose database is damaged",
      "true",
      (data) => overwrite(database(data), 0, 4096),
      /^\S+\/data\S*: what is kept there is damaged/,
    ],
    [
      "whose database is cut off",
      "true",
      (data) => truncate(database(data), 100_001),
      /^\S+\/data\S*: (?:is|what is kept there is) damaged/,
    ],
    [
      "that writes into a folder of another’s",
      "true",
      (_, place) => chmod(place, 0o555),
      /^\S+\/x\.tar takes no writes/,
    ],
    [
      "that lets no file grow",
      "ulimit -f 300",
      async () => undefined,
      /^\S+\/x\.tar: a file is as large as it may be; raise/,
    ],
  ])("%s makes no backup, and says whose fault it is", async (_, limit, does, says) => {
    const [directory, place] = [await data(), await folder()];
    const ran = await limited(limit, ["backup", join(place, "x.tar")], directory, async () => {
      await chmod(place, 0o777);
      await does(directory, place);
    });
    expect(ran.error).toMatch(says);
    expect(ran.error.match(/\n/g)).toHaveLength(1);
    expect(ran.code).not.toBe(0);
    await chmod(directory, 0o755);
    expect(await readdir(place)).toEqual([]);
  });

  it("that allows too few open files is told of, wherever they run out, and what was seen stays", {
    timeout: 120_000,
  }, async () => {
    const commands = [
      ...[22, 24, 26, 28].map((files) => ({ files, command: ["check", ...ELSEWHERE] })),
      ...[24, 28].map((files) => ({ files, command: ["recover"] })),
    ];
    const folders = await Promise.all(commands.map(data));
    const told = await Promise.all(
      commands.map(({ files, command }, index) =>
        aFew(async () => {
          const { error, signal } = await limited(`ulimit -n ${files}`, command, folders[index] ?? "");
          expect(error).not.toMatch(/^\s+at |SyntaxError|unexpected/m);
          // With fewer than it begins with, Node itself gives up.
          return signal ? [] : (error.match(/too many (?:open files|files are open)/g) ?? []);
        }),
      ),
    );
    for (const directory of folders) expect((await call(["status", "--data", directory])).code).toBe(0);
    expect(told.flat().length).toBeGreaterThan(2);
  });
});

describe("a fault of the program’s own", () => {
  it("is one sentence that says who to tell, and where it was to who asks for that", () => {
    const printed: string[] = [];
    const stderr = vi.spyOn(process.stderr, "write").mockImplementation((text) => printed.push(String(text)) > 0);
    const error = new TypeError("one and one\n  is three");
    const codes = [explain(error), explain(error, "debug")];
    stderr.mockRestore();
    expect(codes).toEqual([1, 1]);
    const sentence = /^Something unexpected went wrong: one and one; report it where [^\n]*--log-level debug[^\n]*\n$/;
    expect(printed).toEqual([
      expect.stringMatching(sentence),
      expect.stringMatching(sentence),
      expect.stringMatching(/\n\s+at /),
    ]);
  });

  it("ends a running bot with a line in its log, and another exit code than 0", async () => {
    const broken = "setTimeout(() => { throw new TypeError('one and one is three') }, 1500)";
    const args = ["--import", `data:text/javascript,${encodeURIComponent(broken)}`, MAIN, "start", ...ELSEWHERE];
    const child = spawn(process.execPath, [...args, "--listen", "0", "--data", await data()], {
      env: { ...process.env, COMING_WEEKS_CONFIG: KNOWING_CONFIG },
    });
    const [error, [code]] = await Promise.all([text(child.stderr), once(child, "exit")]);
    expect(code).toBe(1);
    const lines = error.trim().split("\n");
    expect(JSON.parse(lines.at(-1) ?? "")).toMatchObject({ event: "broken", error: "TypeError: one and one is three" });
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow();
  });
});
