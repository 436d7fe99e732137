/** WARC files that strangers made, hostile or broken: the commands do their job, or say in one sentence what is wrong. */
import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { readdir, readFile, readlink, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout } from "node:timers/promises";
import { promisify } from "node:util";
import { createGzip, gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { call, MAIN, run } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { KNOWING_CONFIG } from "../stand-ins/knowing-config.ts";
import { mutationsOf } from "../stand-ins/mutations.ts";
import { fc } from "../stand-ins/properties.ts";
import {
  ADDRESS,
  CONFIG,
  http,
  JOURNAL,
  labelled,
  lookLine,
  PAGE,
  sound,
  strange,
  strangeHead,
} from "../stand-ins/strange-warc.ts";

const MEGABYTE = 1024 * 1024;

const verified = (...files: string[]) => call(["archive", "verify", ...files]);
const replayed = (...files: string[]) => call(["replay", ...files]);

async function written(bytes: Buffer | string, name = "x.warc"): Promise<string> {
  const path = join(await folder(), name);
  await writeFile(path, bytes);
  return path;
}

const holds =
  (...records: (Buffer | string)[]) =>
  async () =>
    written(Buffer.concat(records.map((record) => Buffer.from(record))));
const journal = (lines: string) => holds(sound(), strange("metadata", JOURNAL, lines));
const config = (text: string, name = "coming-weeks.yaml") =>
  holds(sound(), strange("resource", `${CONFIG}${name}`, text), strange("metadata", JOURNAL, lookLine()));
const aliases = `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefgh"].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefg"[index]}`).join(",")}]`).join("\n")}`;
const old = "0001-01-01T00:00:00Z";

const SETTINGS = await readFile(KNOWING_CONFIG, "utf8");
const WATCH = await readFile(join(dirname(KNOWING_CONFIG), "watches", "xinjiang-assessment.yaml"), "utf8");
const OWN = { watch: "xinjiang-assessment", source: "press-releases" };
const OWN_LOOKS = ["<urn:a>", "<urn:b>"]
  .map((record, day) => {
    const at = `2022-03-0${day + 1}T00:00:00.000Z`;
    const exchange = { url: ADDRESS, status: 200, record: record.slice(1, -1) };
    return lookLine({ ...OWN, id: `look-${day}`, began: at, at, exchanges: [exchange] });
  })
  .join("");

/** What is wrong · the file · what `archive verify` says, and what `replay` says; undefined where it does its job. */
const CASES: [what: string, make: () => Promise<string>, verify: string | undefined, replay: string | undefined][] = [
  ["nothing at all", holds(sound()), undefined, undefined],
  ["no file", async () => "/nowhere/x.warc", "cannot be read (ENOENT)", "cannot be read (ENOENT)"],
  ["a folder", folder, "is a folder; give a WARC file", "is a folder; give a WARC file"],
  ["a pipe that nobody writes to", pipe, "is a pipe; give a WARC file", "is a pipe; give a WARC file"],
  ["a device without end", async () => "/dev/zero", "is a device", "is a device"],
  ["an empty file", holds(), "is empty; give a WARC file", "holds no captures"],
  ["another kind of file", holds("<html>"), "is not a WARC file: no record starts at byte 0", "is not a WARC file"],
  ["a beginning alone", holds("WARC/1.1\r\n"), "headers are cut off or damaged at byte 0", "headers are cut off"],
  [
    "a record that says it is enormous",
    holds(sound(), strangeHead("response", ADDRESS, 999_999_999_999_999)),
    "is cut off",
    "is cut off",
  ],
  [
    "a length that is no number",
    holds(strange("response", ADDRESS, "", { "Content-Length": "1e9" })),
    "do not say how long it is at byte 0",
    "do not say how long it is at byte 0",
  ],
  [
    "headers without end",
    holds(sound(), `WARC/1.1\r\nX: ${"a".repeat(MEGABYTE)}\r\n\r\n`),
    "headers are cut off or damaged at byte",
    "headers are cut off or damaged at byte",
  ],
  [
    "one gzip member for everything",
    async () => written(gzipSync(Buffer.concat([sound(), sound()]))),
    "holds more than one record",
    "holds more than one record",
  ],
  ["200 MB of nothing after the last record", zerosBehind, "no record starts at byte", "no record starts at byte"],
  [
    "a digest of an unknown algorithm",
    holds(sound({ "WARC-Block-Digest": "whirl:00" })),
    "the block of the record at byte 0 has a digest of an unknown algorithm; known are md5, sha1",
    undefined,
  ],
  [
    "a digest that is none",
    holds(sound({ "WARC-Block-Digest": "sha1:!!!!" })),
    "the block of the record at byte 0 is not what its digest says",
    undefined,
  ],
  ["a rarer digest that holds", holds(sound({ "WARC-Block-Digest": labelled("sha512") })), undefined, undefined],
  [
    "a capture from the year 1",
    holds(sound({ "WARC-Date": old })),
    undefined,
    "is of 0001-01-01; a replay goes from 1990 to 2099",
  ],
  [
    "a capture from the year 9999",
    holds(sound(), sound({ "WARC-Date": "9999-12-31T00:00:00Z" })),
    undefined,
    "is of 9999",
  ],
  [
    "a date that is none",
    holds(sound({ "WARC-Date": "+275000-01-01T00:00:00Z" })),
    "lacks a type, an id or a date",
    "lacks a type",
  ],
  [
    "addresses that are none",
    holds(sound(), strange("response", "https://[", http(PAGE)), strange("response", "javascript:1", http(PAGE))),
    undefined,
    undefined,
  ],
  ["revisits in a circle, of themselves, and of nothing", holds(sound(), ...circle()), undefined, undefined],
  ["an HTTP message that is none", holds(strange("response", ADDRESS, "HTTP/1.1 200"), sound()), undefined, undefined],
  [
    "a body that unpacks to 100 MB",
    holds(strange("response", ADDRESS, http(gzipSync(Buffer.alloc(100 * MEGABYTE)), "Content-Encoding: gzip\r\n"))),
    undefined,
    undefined,
  ],
  [
    "a body in half a million chunks",
    holds(
      strange("response", ADDRESS, http(`${"1\r\na\r\n".repeat(500_000)}0\r\n\r\n`, "Transfer-Encoding: chunked\r\n")),
    ),
    undefined,
    undefined,
  ],
  ["a journal that is not JSON", journal("hello\n"), undefined, "line 1 of the journal is not one of coming-weeks’s"],
  [
    "a journal of another shape",
    journal(`${lookLine()}{"kind":"look"}\n`),
    undefined,
    "line 2 of the journal is not one",
  ],
  [
    "a line of 5 MB",
    journal(`{"a":[${"{},".repeat(1.7e6)}{}]}`),
    undefined,
    "line 1 of the journal is longer than 4 MB",
  ],
  [
    "a journal of 33 MB in one record",
    journal(" ".repeat(33 * MEGABYTE)),
    undefined,
    "it holds more than 32 MB of journal",
  ],
  [
    "a look of a million exchanges",
    journal(lookLine({ exchanges: Array(1e6).fill(0) })),
    undefined,
    "line 1 of the journal is not",
  ],
  [
    "a look at what is no address",
    journal(lookLine({ exchanges: [{ url: "nowhere", status: 200 }] })),
    undefined,
    "line 1 of the journal",
  ],
  ["a look in the year 1", journal(lookLine({ at: old })), undefined, "line 1 of the journal is not one"],
  ["a notice nested without end", journal(nested(100_000)), undefined, "line 1 of the journal is not one"],
  [
    "the same look twice",
    journal(lookLine({ exchanges: [{ url: ADDRESS, status: 304 }] }).repeat(2)),
    undefined,
    undefined,
  ],
  ["a config of aliases of aliases", config(aliases), undefined, "not valid YAML (Excessive alias count"],
  ["a config nested without end", config(`a: ${"[".repeat(20_000)}`), undefined, "the config in it cannot be used"],
  ["a config of a million parts", config("a: [1]\n".repeat(200_000)), undefined, "has more parts than any watch"],
  ["a config of 20 MB", config(" ".repeat(20 * MEGABYTE)), undefined, "the config holds more than 16 MB"],
  [
    "a config with many faults",
    config("- \u001b[31m\n"),
    undefined,
    "the config in it cannot be used: coming-weeks.yaml",
  ],
  ["a config whose name is none", config("a: 1", "%E0%A4%A"), undefined, "in no way that can be read"],
];

describe.each(CASES)("%s", (_, make, ofVerify, ofReplay) => {
  it.each([
    ["verify", verified, ofVerify],
    ["replay", replayed, ofReplay],
  ])("%s", { timeout: 60_000 }, async (_command, command, sentence) => {
    const file = await make();
    const { code, error } = await command(file);
    if (sentence === undefined) return expect({ code, error }).toEqual({ code: 0, error: "" });
    expect({ code, error }).toEqual({ code: 2, error: expect.stringContaining(sentence) });
    expect(error.startsWith(`${file}: `)).toBe(true);
    expect(error.trim().split("\n")).toHaveLength(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what a stranger wrote must not act on the terminal
    expect(error).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/);
  });
});

async function pipe(): Promise<string> {
  const path = join(await folder(), "pipe.warc");
  await promisify(execFile)("mkfifo", [path]);
  return path;
}

async function zerosBehind(): Promise<string> {
  const path = await written(sound());
  await truncate(path, 200 * MEGABYTE);
  return path;
}

function circle(): Buffer[] {
  const revisit = (id: string, to: string, digest: string) =>
    strange("revisit", ADDRESS, "", { "WARC-Record-ID": id, "WARC-Refers-To": to, "WARC-Payload-Digest": digest });
  return [
    revisit("<urn:a>", "<urn:a>", "sha1:A"),
    revisit("<urn:b>", "<urn:c>", "sha1:B"),
    revisit("<urn:c>", "<urn:b>", "sha1:B"),
    revisit("<urn:c>", "<urn:nothing>", "sha1:C"),
  ];
}

function nested(levels: number): string {
  const notice = `{"key":"k","watch":"w","kind":"changed","at":"2022-03-01T00:00:00Z","x":${"[".repeat(levels)}${"]".repeat(levels)}}`;
  return `{"kind":"look-over","at":"2022-03-01T00:00:00Z","watch":"w","notices":[${notice}]}\n`;
}

describe("what is only there in part, or is too large", () => {
  it.each([
    ["a capture that was cut", () => sound({ "WARC-Truncated": "length" })],
    [
      "chunks that break off",
      () => strange("response", ADDRESS, http(`4\r\n<htm\r\nff\r\nl>`, "Transfer-Encoding: chunked\r\n")),
    ],
    ["a page of 31 MB", () => strange("response", ADDRESS, http(Buffer.alloc(31 * MEGABYTE, " ")))],
  ])("%s is a look that failed, never a reading of what is there", async (_, make) => {
    const { code, out } = await replayed(await written(make()));
    expect(code).toBe(0);
    expect(out).toMatch(/Checks that failed +1\n/);
  });
});

describe("a file with damage in the middle", () => {
  it.each([
    ["plain", Buffer.concat([sound(), Buffer.from("nonsense"), sound(), sound({ "WARC-Block-Digest": "sha1:0" })])],
    [
      "compressed",
      Buffer.concat([
        gzipSync(sound()),
        Buffer.from("nonsense"),
        gzipSync(sound()),
        gzipSync(sound({ "WARC-Block-Digest": "sha1:0" })),
      ]),
    ],
  ])("%s: verify names what is damaged, finds the next record, and goes on", async (_, bytes) => {
    const { code, out, error } = await verified(await written(bytes));
    expect(code).toBe(2);
    expect(error.trim().split("\n")).toEqual([
      expect.stringMatching(/no record starts at byte \d+; the next that was found is at byte \d+$/),
      expect.stringMatching(/the block of the record at byte \d+ is not what its digest says$/),
    ]);
    expect(out).toMatch(/Records +3\n/);
  });

  it("that never ends is not looked at to its end", async () => {
    const { code, error } = await verified(await written("WARC/1.1\r\nnonsense\r\n".repeat(20_000)));
    expect(code).toBe(2);
    expect(error).toMatch(/… and \d+ more\n$/);
  });
});

describe("a file that is given twice", () => {
  it.each([
    ["verify", verified],
    ["replay", replayed],
  ])("%s says so", async (_, command) => {
    const file = await written(sound());
    expect(await command(file, file)).toMatchObject({
      code: 2,
      error: `${file}: is named twice; name each file once\n`,
    });
  });

  it("under another name, is replayed once", async () => {
    const bytes = sound();
    const { code, out } = await replayed(await written(bytes), await written(bytes));
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringMatching(/Left out +1 records that stand there twice/),
    });
  });
});

/** A file too large to be made in memory. */
async function streamed(pieces: Iterable<Buffer>, isPacked: boolean): Promise<string> {
  const path = join(await folder(), "x.warc");
  const file = createWriteStream(path);
  if (isPacked) await pipeline(Readable.from(pieces), createGzip({ level: 1 }), file);
  else await pipeline(Readable.from(pieces), file);
  return path;
}

function* zeros(megabytes: number): Generator<Buffer> {
  const head = http("");
  yield Buffer.from(strangeHead("response", ADDRESS, head.length + megabytes * MEGABYTE));
  yield head;
  for (let count = 0; count < megabytes; count++) yield Buffer.alloc(MEGABYTE);
  yield Buffer.from("\r\n\r\n");
}

function* many(count: number, make: (index: number) => Buffer): Generator<Buffer> {
  for (let index = 0; index < count; index += 1000)
    yield Buffer.concat(Array.from({ length: 1000 }, (_, place) => make(index + place)));
}

describe.skipIf(process.platform !== "linux")(
  "in a process of 128 MB of heap, of which nothing takes more than a quarter of a gigabyte",
  () => {
    const LIMITS = new URL("../stand-ins/weigh.child.ts", import.meta.url).pathname;

    async function weighed(command: string[], file: string) {
      const weight = join(await folder(), "weight");
      const ran = await run([...command, file], {
        NODE_OPTIONS: `--max-old-space-size=128 --max-semi-space-size=2 --import=${LIMITS}`,
        WEIGHT_FILE: weight,
      });
      return { ...ran, megabytes: Number(await readFile(weight, "utf8")) / 1024 };
    }

    it.each<[string, string[], () => Promise<string>, number, string]>([
      ["a member of 300 MB is verified", ["archive", "verify"], () => streamed(zeros(300), true), 0, ""],
      ["a member of 300 MB is not read as a page", ["replay"], () => streamed(zeros(300), true), 0, ""],
      [
        "100,000 empty records are verified",
        ["archive", "verify"],
        () =>
          streamed(
            many(100_000, () => strange("resource", "https://x.example/", "")),
            false,
          ),
        0,
        "",
      ],
      [
        "a journal of 100,000 lines is gone through",
        ["replay"],
        () =>
          streamed(
            [
              sound(),
              strange(
                "metadata",
                JOURNAL,
                '{"kind":"rules","at":"2022-03-01T00:00:00Z","edition":1}\n'.repeat(100_000),
              ),
            ],
            false,
          ),
        0,
        "",
      ],
      [
        "more captures than can be remembered are refused",
        ["replay"],
        () =>
          streamed(
            many(100_000, (index) => strange("response", `https://x.example/${index}`, http(""))),
            false,
          ),
        2,
        "there is more to remember than the memory has room for; give fewer files at a time",
      ],
    ])("%s", { timeout: 60_000 }, async (_, command, make, code, sentence) => {
      const ran = await weighed(command, await make());
      expect({ code: ran.code, error: ran.error }).toEqual({ code, error: expect.stringContaining(sentence) });
      expect(ran.error.split("\n").length).toBeLessThanOrEqual(2);
      expect(ran.megabytes).toBeLessThan(256);
    });
  },
);

describe.skipIf(process.platform !== "linux")("what is stopped", () => {
  const isOpen = async (pid: number, file: string) => {
    const descriptors = await readdir(`/proc/${pid}/fd`).catch(() => []);
    const targets = await Promise.all(descriptors.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => "")));
    return targets.includes(file);
  };

  it.each([
    ["archive verify", "SIGINT", 130],
    ["replay", "SIGTERM", 143],
  ] as const)("%s ends at %s with %i, in the middle of a record, and says nothing", async (command, signal, code) => {
    const file = await written(strangeHead("resource", ADDRESS, 9e9));
    await truncate(file, 1e10);
    const child = spawn(process.execPath, [MAIN, ...command.split(" "), file], { stdio: ["ignore", "ignore", "pipe"] });
    let error = "";
    child.stderr.on("data", (text) => {
      error += text;
    });
    const ended = once(child, "close");
    while (child.exitCode === null && !(await isOpen(child.pid ?? 0, file))) await setTimeout(20);
    child.kill(signal);
    expect(await ended).toEqual([code, null]);
    expect(error).toBe("");
  });
});

describe("a sound file in which bytes were changed, cut, repeated and put in", () => {
  const records = [
    strange("resource", `${CONFIG}coming-weeks.yaml`, SETTINGS),
    strange("resource", `${CONFIG}watches/xinjiang-assessment.yaml`, WATCH),
    sound({ "WARC-Record-ID": "<urn:a>", "WARC-Payload-Digest": "sha1:A" }),
    strange("revisit", ADDRESS, http(""), { "WARC-Record-ID": "<urn:b>", "WARC-Payload-Digest": "sha1:A" }),
    strange("response", `${ADDRESS}/2`, http("4\r\nabcd\r\n0\r\n\r\n", "Transfer-Encoding: chunked\r\n")),
    strange("metadata", JOURNAL, OWN_LOOKS),
  ];
  const PLACES: Record<number, [type: string, url: string, fields?: Record<string, string>]> = {
    0: ["resource", `${CONFIG}coming-weeks.yaml`],
    2: ["response", ADDRESS, { "WARC-Record-ID": "<urn:a>" }],
    5: ["metadata", JOURNAL],
  };
  const plain = Buffer.concat(records);
  const packed = Buffer.concat(records.map((record) => gzipSync(record)));

  async function holdsFor(whole: Buffer, make: (bytes: Buffer) => Buffer, command: typeof verified, numRuns: number) {
    const file = await written(make(whole));
    await fc.assert(
      fc.asyncProperty(mutationsOf(whole), async (bytes) => {
        await writeFile(file, make(bytes));
        const { code, error } = await command(file);
        // What was told then is not all told now, where what was read then was changed.
        expect(command === replayed ? [0, 1, 2] : [0, 2]).toContain(code);
        const lines = error.split("\n").slice(0, -1);
        expect(lines.length > 0).toBe(code === 2);
        for (const line of lines.slice(0, 50)) expect(line.startsWith(`${file}: `)).toBe(true);
      }),
      { numRuns },
    );
  }

  it.each([
    ["plain, verified", plain, verified, 300],
    ["compressed, verified", packed, verified, 300],
    ["plain, replayed", plain, replayed, 60],
  ])("%s: it is gone through, or refused in sentences that name it", { timeout: 60_000 }, (_, whole, command, runs) =>
    holdsFor(whole, (bytes) => bytes, command, runs),
  );

  it.each([
    ["the journal", 5, OWN_LOOKS],
    ["the settings", 0, SETTINGS],
    ["a page and its headers", 2, http(PAGE)],
  ])("in %s alone, with everything around it right, replayed", { timeout: 60_000 }, (_, index, text) => {
    const whole = Buffer.from(text);
    const [type = "", url = "", fields] = PLACES[index] ?? [];
    return holdsFor(
      whole,
      (bytes) => Buffer.concat(records.with(index, strange(type, url, bytes, fields))),
      replayed,
      30,
    );
  });
});
