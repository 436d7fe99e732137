/** Who decided stays in the data folder, is never told, and can be forgotten; and a decision is taken once, however many give it. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { call, rehearsal, run } from "../stand-ins/command.ts";
import { unpacked } from "../stand-ins/exported.ts";
import { folder } from "../stand-ins/folder.ts";
import { LATEST_PATH, listing, ordinaryRows, TITLE } from "../stand-ins/ohchr.ts";

const WATCH = "xinjiang-assessment";
const NAME = "Ana Canary";
const AT = "2022-08-31T12:05:00Z";

/** Data with a signal, and its id. */
async function signalled() {
  const [{ data, common, check }, out] = await Promise.all([
    rehearsal({
      [LATEST_PATH]: listing([
        { title: TITLE, url: "https://copies.example.net/report", date: "31 August 2022" },
        ...ordinaryRows(),
      ]),
    }),
    folder(),
  ]);
  const { lines } = await check("--json", "--at", "2022-08-31T12:00:00Z");
  const [evidence] = (lines.at(-1)?.evidence ?? []) as { id: string }[];
  const [told] = lines.filter(({ kind }) => kind === "signalled");
  return { data, common, out, id: evidence?.id ?? "", notice: String(told?.id), there: ["--data", data] };
}

/** All that stands in the files of a folder, packed or not. */
async function written(directory: string): Promise<string> {
  const names = await readdir(directory, { recursive: true, withFileTypes: true });
  const texts = names
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const bytes = await readFile(join(entry.parentPath, entry.name));
      return (entry.name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("latin1");
    });
  return (await Promise.all(texts)).join("\n");
}

async function archived(data: string) {
  const directory = join(data, "archive");
  return (await readdir(directory)).sort().map((name) => join(directory, name));
}

describe("who decided", () => {
  it("is journalled by a handle and where they acted, and named by no export, message, page of status or replay", async () => {
    const { id, data, out, notice, there, common } = await signalled();
    const confirmed = await call(["confirm", id, ...there, "--by", NAME, "--at", AT]);
    expect(confirmed.out).toContain("Published");
    const files = await archived(data);
    const journal = await written(join(data, "archive"));
    expect(journal).toMatch(
      /"kind":"decision","at":"2022-08-31T12:05:[\d.]+Z",.*"by":"command-line-[0-9a-f]{16}","from":"command line"/,
    );
    expect(journal).not.toContain("Canary");
    const said = [
      confirmed,
      await call(["status", ...there, "--at", AT]),
      await call(["status", "--json", ...there, "--at", AT]),
      await call(["notices", ...there]),
      await call(["notices", "--json", ...there]),
      await call(["statement", "list", ...there, "--at", AT]),
      await call(["check", "--json", "--all", ...common, "--at", "2022-09-01T12:00:00Z"]),
      await call(["evidence", "export", notice, "--out", join(out, "case.wacz"), ...there]),
      await call(["replay", ...files]),
    ];
    for (const { out: words, error } of said) expect(`${words}${error}`).not.toContain("Canary");
    expect(await written(await unpacked(join(out, "case.wacz")))).not.toContain("Canary");
    // Whoever keeps the bot may know.
    expect((await call(["watch", "history", WATCH, ...there])).out).toContain(
      `confirmed ${id}, 2022-08-31 12:05 UTC by ${NAME}`,
    );
  });

  it("can be forgotten: the name is in no file any more, and the archive is as it was, holds and replays the same", async () => {
    const { id, data, there } = await signalled();
    await call(["confirm", id, ...there, "--by", NAME, "--reason", "it is the one", "--at", AT]);
    await call(["dismiss", id, ...there, "--by", "Ben", "--at", "2022-08-31T12:06:00Z"]);
    const files = await archived(data);
    const before = await Promise.all(files.map((file) => readFile(file)));
    expect(await written(data)).toContain("Canary");
    const forgotten = await call(["forget", NAME.toLowerCase(), "--yes", ...there]);
    expect(forgotten).toMatchObject({ code: 0, error: "" });
    expect(forgotten.out).toMatch(/^Ana Canary \(command line; command-line-[0-9a-f]{16}\): 1 decision\n/);
    expect(forgotten.out).toMatch(/leads to nobody\s+now/);
    expect(await written(data)).not.toContain("Canary");
    expect(await Promise.all(files.map((file) => readFile(file)))).toEqual(before);
    expect((await call(["archive", "verify", ...there])).code).toBe(0);
    expect((await call(["replay", ...files])).out).toMatch(/As told then +all \d+, byte for byte/);
    const { out } = await call(["watch", "history", WATCH, ...there]);
    expect(out).toMatch(/confirmed \w+, .* by somebody who was forgotten \(command-line-[0-9a-f]{16}\): it is the one/);
    expect(out).toMatch(/dismissed \w+, .* by Ben$/m);
    expect(await call(["forget", NAME, ...there])).toMatchObject({ code: 2, out: "" });
  });

  it.each([
    ["who is not known", "Carla"],
    ["by nothing", ""],
    ["by a pattern", "%"],
  ])("%s, is forgotten by nobody, in one sentence", async (_, called) => {
    const { there } = await signalled();
    const { code, out, error } = await call(["forget", called, "--yes", ...there]);
    expect([code, out]).toEqual([2, ""]);
    expect(error).toMatch(/^Nobody is known as ".*": give a name, .*\.\n$/);
  });

  it("is not forgotten where nobody said that it is meant, and no terminal is there to ask at", async () => {
    const { id, there } = await signalled();
    await call(["confirm", id, ...there, "--by", NAME, "--at", AT]);
    const { code, out, error } = await run(["forget", NAME, ...there], {}, "n\n");
    expect([code, error]).toEqual([2, expect.stringMatching(/^forget: .* nobody was forgotten: give --yes .*\.\n$/)]);
    expect(out).toMatch(/^Ana Canary \(command line; \S+\): 1 decision\n$/);
    expect((await call(["watch", "history", WATCH, ...there])).out).toContain(`by ${NAME}`);
  });

  it("is forgotten nowhere where nothing was ever kept", async () => {
    const data = join(await folder(), "none");
    expect(await call(["forget", NAME, "--data", data])).toMatchObject({ code: 2, out: "" });
  });
});

describe("a decision", () => {
  it("that processes give at the same moment is one, told once; the others hear who gave it, and when", {
    timeout: 120_000,
  }, async () => {
    const { id, there } = await signalled();
    const given = await Promise.all(
      ["Ana", "Ben", "Carla", "Dora"].map((by) => run(["confirm", id, ...there, "--by", by, "--at", AT])),
    );
    expect(given.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
    const before = given.filter(({ out }) =>
      /^Already confirmed, by (Ana|Ben|Carla|Dora), on 2022-08-31 12:05 UTC\.$/m.test(out),
    );
    expect(before).toHaveLength(3);
    const told = (await call(["notices", "--json", ...there])).lines.filter(({ kind }) => kind === "published");
    expect(told).toHaveLength(1);
  });

  it("that is undone, and given anew, stays in the history with what undid it", async () => {
    const { id, there } = await signalled();
    for (const [what, minute] of [
      ["dismiss", "05"],
      ["dismiss", "06"],
      ["confirm", "07"],
      ["dismiss", "08"],
    ] as const)
      await call([what, id, ...there, "--by", "Ana", "--at", `2022-08-31T12:${minute}:00Z`]);
    const { lines } = await call(["watch", "history", WATCH, "--json", ...there]);
    const decisions = lines.filter(({ type }) => type === "decision");
    expect(decisions.map(({ decision, by, at }) => [decision, by, String(at).slice(14, 16)])).toEqual([
      ["dismiss", "Ana", "05"],
      ["confirm", "Ana", "07"],
      ["dismiss", "Ana", "08"],
    ]);
  });
});
