/** `archive` and `replay` as people use them, on the archive of a bot that has run. */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { makePdf } from "../../src/replay/documented/pdf.ts";
import { call, type Ran } from "../stand-ins/command.ts";
import { startDiscord } from "../stand-ins/discord/discord.ts";
import { CHANNEL, TOKEN } from "../stand-ins/discord/ids.ts";
import { headOf, textOf } from "../stand-ins/discord/said.ts";
import { folder } from "../stand-ins/folder.ts";
import { KNOWING_CONFIG } from "../stand-ins/knowing-config.ts";
import {
  DOCUMENT_PATH,
  documentPage,
  LATEST_PATH,
  listing,
  ordinaryRows,
  PDF_PATH,
  publishedReport,
  REPORT_TEXT,
  SITE,
  TITLE,
} from "../stand-ins/ohchr.ts";
import { startOrigin } from "../stand-ins/origin.ts";

const SHIPPED_CONFIG = new URL("../../config/coming-weeks.yaml", import.meta.url).pathname;

/** The data of a bot that looked before and after the publication, made once: these tests only read it. */
let data = "";
let notice = "";
let files: string[] = [];

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), "coming-weeks-archive-command-"));
  const origin = await startOrigin({ [LATEST_PATH]: listing(ordinaryRows()) });
  const check = (at: string) =>
    call(["check", "--json", "--data", data, "--origin", `${SITE}=${origin.address}`, "--at", at]);
  await check("2022-08-30T12:00:00Z");
  origin.pages[DOCUMENT_PATH] = documentPage();
  origin.pages[PDF_PATH] = {
    headers: { "content-type": "application/pdf" },
    body: makePdf([TITLE, "31 August 2022"], 3, REPORT_TEXT),
  };
  const { out } = await check("2022-08-31T21:50:00Z");
  const told = out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { kind?: string; id: string });
  notice = told.find(({ kind }) => kind === "published")?.id ?? "";
  const archive = join(data, "archive");
  files = (await readdir(archive)).sort().map((name) => join(archive, name));
  await origin.close();
  return () => rm(data, { recursive: true, force: true });
}, 60_000);

describe("archive verify", () => {
  it("computes every digest and looks up every citation", async () => {
    const { code, out } = await call(["archive", "verify", "--data", data]);
    expect({ code, out }).toMatchObject({
      code: 0,
      out: expect.stringContaining("every digest and every citation holds"),
    });
    expect(out).toMatch(/Citations that hold +(\d+) of \1\n/);
  });

  it.each([
    ["a wrong checksum", (bytes: Buffer) => flipped(bytes, bytes.length - 8)],
    ["a lost end", (bytes: Buffer) => bytes.subarray(0, -30)],
  ])("says where %s stands, and exits with 2; the files stay as they are", async (_, damage) => {
    const path = join(await folder(), "damaged.warc.gz");
    const bytes = damage(await readFile(files[0] ?? ""));
    await writeFile(path, bytes);
    const { code, error } = await call(["archive", "verify", path]);
    expect({ code, error }).toMatchObject({
      code: 2,
      error: expect.stringMatching(/damaged\.warc\.gz: .* at byte \d+( is cut off)?\n$/),
    });
    expect((await readFile(path)).equals(bytes)).toBe(true);
  });

  it("says when there is nothing to verify", async () => {
    expect(await call(["archive", "verify", "--data", join(data, "none")])).toMatchObject({
      code: 2,
      error: expect.stringContaining("holds no archive yet"),
    });
  });
});

describe("replay of files", () => {
  it("goes through the bot’s own archive, and finds every notice the same", async () => {
    const { code, out } = await call(["replay", ...files]);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining("all 3, byte for byte") });
  });

  it("is posted to people slowly, each message marked as a replay, and pings nobody", async () => {
    const discord = await startDiscord();
    onTestFinished(() => discord.close());
    const access = { DISCORD_TOKEN: TOKEN, DISCORD_CHANNEL_ID: CHANNEL, DISCORD_API_URL: discord.api };
    const { code } = await call(["replay", ...files, "--discord"], access);
    expect(code).toBe(0);
    expect(discord.messages.map((one) => headOf(one).split(":")[0])).toEqual(
      expect.arrayContaining(["Now watching", "Overdue", "Published"]),
    );
    for (const message of discord.messages) {
      const { allowed_mentions } = message;
      expect(textOf(message)).toContain("A replay of what happened then. It is not news.");
      expect(allowed_mentions).toEqual({ parse: [], roles: [] });
    }
    expect(await call(["replay", ...files, "--discord"])).toMatchObject({
      code: 2,
      error: expect.stringContaining("set DISCORD_WEBHOOK_URL"),
    });
  });

  it("knows what a person entered later from when it was loaded, and not before", async () => {
    const origin = await startOrigin({ [LATEST_PATH]: listing(ordinaryRows()) });
    const there = await folder();
    const check = (config: string, at: string) =>
      call(["check", "--json", "--all", "--data", there, "--origin", `${SITE}=${origin.address}`, "--at", at], {
        COMING_WEEKS_CONFIG: config,
      });
    const kinds = ({ lines }: Ran) => lines.flatMap(({ kind }) => (kind ? [kind] : []));
    await check(SHIPPED_CONFIG, "2022-08-30T12:00:00Z");
    const item = { title: TITLE, url: DOCUMENT_PATH, date: "31 August 2022" };
    Object.assign(origin.pages, publishedReport(), { [LATEST_PATH]: listing([item, ...ordinaryRows()]) });
    expect(kinds(await check(SHIPPED_CONFIG, "2022-08-31T21:50:00Z"))).toContain("signalled");
    // The same watch, but that somebody has written the title and the address into it.
    expect(kinds(await check(KNOWING_CONFIG, "2022-08-31T22:30:00Z"))).toContain("published");
    await origin.close();
    const archive = join(there, "archive");
    const { out } = await call(["replay", ...(await readdir(archive)).sort().map((name) => join(archive, name))]);
    expect(out).toMatch(/As told then +all \d+, byte for byte/);
    expect(out.indexOf("Very likely published")).toBeLessThan(out.indexOf("Published: "));
  });

  it("answers what another watch would have said", async () => {
    const path = join(await folder(), "other.yaml");
    const knowing = await readFile(join(dirname(KNOWING_CONFIG), "watches", "xinjiang-assessment.yaml"), "utf8");
    await writeFile(
      path,
      knowing
        .replace(/^title: .*\nshort:.*\n(?: {2}.*\n)*/m, "title: Another name\n")
        .replace(/ {2}- id: document-page[\s\S]*?tell: all\n/, ""),
    );
    const { code, out } = await call(["replay", ...files, "--watch", path]);
    expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/Published: Another name/) });
  });

  it.each([
    ["that does not exist", async () => "/nowhere/x.warc.gz", "cannot be read (ENOENT)"],
    ["that is no archive", async (place: string) => written(place, "hello"), "is not a WARC file"],
    [
      "without captures",
      async (place: string) =>
        written(
          place,
          "WARC/1.1\r\nWARC-Type: warcinfo\r\nWARC-Record-ID: <x>\r\nWARC-Date: 2022-01-01T00:00:00Z\r\nContent-Length: 0\r\n\r\n\r\n\r\n",
        ),
      "holds no captures",
    ],
    [
      "whose journal is not ours",
      async (place: string) => written(place, journal("{}\n")),
      "line 1 of the journal is not one of coming-weeks’s",
    ],
  ])("%s is one sentence and exit code 2", async (_, make, sentence) => {
    const { code, error } = await call(["replay", await make(await folder())]);
    expect({ code, error }).toMatchObject({ code: 2, error: expect.stringContaining(sentence) });
    expect(error.trim().split("\n").length).toBe(1);
  });
});

async function written(place: string, text: string): Promise<string> {
  const path = join(place, "x.warc");
  await writeFile(path, text);
  return path;
}

function journal(lines: string): string {
  const record = (headers: string, block: string) =>
    `WARC/1.1\r\n${headers}WARC-Record-ID: <x>\r\nWARC-Date: 2022-01-01T00:00:00Z\r\nContent-Length: ${block.length}\r\n\r\n${block}\r\n\r\n`;
  const http = "HTTP/1.1 200 OK\r\n\r\n";
  return (
    record("WARC-Type: response\r\nWARC-Target-URI: https://www.ohchr.org/\r\n", http) +
    record("WARC-Type: metadata\r\nWARC-Target-URI: metadata://coming-weeks/journal\r\n", lines)
  );
}

/** The same bytes, but for one. */
function flipped(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

describe("an archive that is gone", () => {
  it("is told as what is lost with it, by verify, export and doctor", async () => {
    const place = await folder();
    await cp(data, place, { recursive: true });
    await rm(join(place, "archive"), { recursive: true });
    const says =
      /archive is not there, and \d+ citations lead to what is lost with it \([1-9]\d* of what notices or evidence rest on\); put back a copy\n$/;
    for (const command of [
      ["archive", "verify"],
      ["evidence", "export", notice, "--out", join(place, "out")],
    ])
      expect(await call([...command, "--data", place])).toEqual({
        code: 2,
        out: "",
        error: expect.stringMatching(says),
        lines: [],
      });
    const { out } = await call(["doctor", "--data", place, "--origin", `${SITE}=http://127.0.0.1:9`]);
    expect(out).toMatch(/^FAIL {2}archive: \S+\/archive is not there, and \d+ citations lead/m);
    expect(await readdir(place)).not.toContain("out");
  });

  it("in one of its files, is told of that file, and the rest is looked through", async () => {
    const place = await folder();
    await cp(data, place, { recursive: true });
    const [first = "", ...others] = files.map((file) => basename(file));
    await rm(join(place, "archive", first));
    const { code, out, error } = await call(["archive", "verify", "--data", place]);
    expect([code, others.length > 0]).toEqual([2, true]);
    expect(error.startsWith(`${first} is not there, and `)).toBe(true);
    expect(out).toMatch(/Lost +\d+ citations/);
  });
});
