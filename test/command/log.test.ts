/** `log` as people use it, on what a real bot left behind. */
import { spawn } from "node:child_process";
import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { EVENTS } from "../../src/log/events.ts";
import { call, MAIN } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { LATEST_PATH, listing, ordinaryRows, SITE } from "../stand-ins/ohchr.ts";
import { startOrigin } from "../stand-ins/origin.ts";

const line = (fields: object) => `${JSON.stringify({ level: "info", time: "2022-01-01T12:00:00.000Z", ...fields })}\n`;
const LOG = [
  line({ event: "started" }),
  line({
    level: "warn",
    event: "checked",
    check: "c1",
    source: "latest",
    outcome: "problem",
    problem: "blocked",
    detail: "answered 403",
  }),
  line({ event: "started", time: "2022-01-02T12:00:00.000Z" }),
].join("");

/** Two looks a day apart, the second of a page that changed. */
async function watched() {
  const origin = await startOrigin({ [LATEST_PATH]: listing(ordinaryRows()) });
  onTestFinished(() => origin.close());
  const data = await folder();
  const check = (at: string) =>
    call(["check", "--all", "--data", data, "--origin", `${SITE}=${origin.address}`, "--at", at]);
  await check("2022-01-01T12:00:00Z");
  origin.pages[LATEST_PATH] = listing([{ title: "News of Xinjiang", date: "2 January 2022" }, ...ordinaryRows()]);
  await check("2022-01-02T12:00:00Z");
  return {
    data,
    review: (...more: string[]) => call(["log", "review", "--data", data, "--at", "2022-01-02T13:00:00Z", ...more]),
  };
}

describe("log review", () => {
  it("sums up looks, changes, notices and the gap in which nobody looked", async () => {
    const { review } = await watched();
    const { code, out } = await review();
    expect(code).toBe(0);
    expect(out).toMatch(/Looks +6, none of them failed/);
    expect(out).toMatch(/Covered +2\d\.\d%/);
    expect(out).toMatch(/GAP {2}document-page, document-pdf, latest: 18 hours .* nobody looked/s);
    expect(out).toContain("appeared “News of Xinjiang”");
    const { lines } = await review("--json", "--source", "latest");
    expect(lines[0]).toMatchObject({ type: "record", looks: 2, sources: [{ source: "latest" }] });
  });

  it("says of a time before the first look that nobody looked yet, and not that all of it was covered", async () => {
    const { review } = await watched();
    const { code, out } = await review("--since", "2021-12-01", "--until", "2021-12-31");
    expect(code).toBe(0);
    expect(out).toMatch(/Looks +0.*\n +Covered +not looked yet\n/);
    expect(out).not.toMatch(/%|GAP/);
    const { lines } = await review("--json", "--since", "2021-12-01", "--until", "2021-12-31");
    expect(lines[0]).not.toHaveProperty("coveredShare");
  });

  it("takes a day for the publisher’s, and an instant for itself", async () => {
    const { data, review } = await watched();
    const { lines } = await review("--json", "--since", "2022-01-02", "--until", "2022-01-02");
    expect(lines[0]).toMatchObject({
      since: "2022-01-01T23:00:00.000Z",
      until: "2022-01-02T23:00:00.000Z",
      notices: { changed: 1 },
    });
    const exact = await review("--json", "--since", "2022-01-02T06:00:00Z");
    expect(exact.lines[0]).toMatchObject({ since: "2022-01-02T06:00:00.000Z" });
    const told = await call(["notices", "--json", "--data", data, "--since", "2022-01-02"]);
    expect(told.lines.map(({ kind }) => kind)).toEqual(["changed"]);
  });

  it("takes a day of each watch for its own publisher’s", async () => {
    const place = await folder();
    await mkdir(join(place, "watches"));
    await writeFile(join(place, "coming-weeks.yaml"), "");
    for (const [name, zone] of [
      ["east", "Asia/Tokyo"],
      ["west", "America/New_York"],
    ])
      await writeFile(
        join(place, "watches", `${name}.yaml`),
        `title: A report
publisher: { name: P, zone: ${zone}, hosts: [a.org] }
statements: [{ on: 2021-12-01, by: P, phrase: soon }]
evidence: { titles: [A report], subject: [[report]], topic: [report] }
sources: [{ id: s, kind: page, url: "https://a.org/" }]
`,
      );
    const file = join(place, "bot.log");
    // 20:00 in Tokyo, 06:00 in New York.
    const at = (time: string) =>
      ["east", "west"].map((watch) => line({ event: "checked", outcome: "same", watch, time })).join("");
    await writeFile(
      file,
      at("2021-12-31T11:00:00.000Z") + at("2021-12-31T20:00:00.000Z") + at("2022-01-01T11:00:00.000Z"),
    );
    const shown = async (...more: string[]) => {
      const { lines } = await call([
        "log",
        "review",
        file,
        "--lines",
        "--json",
        "--config",
        join(place, "coming-weeks.yaml"),
        ...more,
      ]);
      return lines.flatMap(({ watch, time }) => (watch ? [`${watch} ${String(time).slice(5, 13)}`] : []));
    };
    expect(await shown("--since", "2022-01-01")).toEqual(["east 12-31T20", "east 01-01T11", "west 01-01T11"]);
    expect(await shown("--until", "2021-12-31")).toEqual(["east 12-31T11", "west 12-31T11", "west 12-31T20"]);
  });

  it("tells all of one look", async () => {
    const { review } = await watched();
    const { lines } = await review("--json");
    const [{ check } = { check: "" }] = (lines[0]?.changes ?? []) as { check: string }[];
    const { out } = await review("--check", check);
    expect(out).toMatch(/outcome +changed/);
    expect(out).toMatch(/notices +[0-9a-f]{16}/);
  });

  it("groups what is in files by its cause, and sees a bot that ended without stopping", async () => {
    const file = join(await folder(), "bot.log");
    await writeFile(file, LOG);
    const { code, out } = await call(["log", "review", file]);
    expect(code).toBe(0);
    expect(out).toContain("ended once without stopping cleanly");
    expect(out).toContain("1 × blocked: answered 403: latest");
    const warned = await call(["log", "review", file, "--level", "warn", "--lines", "--json"]);
    expect(warned.lines[0]).toMatchObject({ event: "checked", check: "c1" });
  });

  it("shows nothing that a page wrote as a terminal's command", async () => {
    const file = join(await folder(), "bot.log");
    await writeFile(
      file,
      line({ level: "warn", event: "checked", problem: "blocked", detail: "\u001b]0;owned\u0007\u001b[2J" }),
    );
    const { out } = await call(["log", "review", file, "--lines"]);
    expect(out).not.toContain("\u001b]0;");
    expect(out).not.toContain("\u001b[2J");
  });

  it("goes on with what is written, until it is told to stop", async () => {
    const data = await folder();
    await mkdir(join(data, "logs"));
    const file = join(data, "logs", "coming-weeks.2022-01-01.1.log");
    await writeFile(file, LOG);
    const following = spawn(process.execPath, [MAIN, "log", "review", "--data", data, "--follow", "--json"]);
    const ended = new Promise((resolve) => following.once("exit", resolve));
    let out = "";
    following.stdout.on("data", (chunk) => {
      out += chunk;
    });
    const until = async (text: string) => {
      while (!out.includes(text)) await new Promise((resolve) => following.stdout.once("data", resolve));
    };
    await until('"type":"log"');
    // What is written before it listens is in the summary; so it is written until it is heard.
    const writing = setInterval(() => void appendFile(file, line({ event: "sent", notice: "new" })), 100);
    await until('"notice":"new"');
    clearInterval(writing);
    following.kill("SIGTERM");
    expect(await ended).toBe(0);
  });

  it.each([
    [["log", "review", "nowhere.log"], /nowhere\.log: there is no such file/],
    [["log", "review", "README.md"], /README\.md: holds no line of this log/],
    [["log", "review", "--watch", "none"], /There is no watch "none"/],
    [["log", "review", "--source", "none"], /There is no source "none"/],
    [["log", "review", "--since", "soon"], /2022-08-31T21:50:00Z/],
  ])("%j is one clear sentence and exit code 2", async (args, words) => {
    const { code, error } = await call(args);
    expect([code, error]).toEqual([2, expect.stringMatching(words)]);
  });
});

it("log events lists every event there is, with its fields", async () => {
  const { lines } = await call(["log", "events", "--json"]);
  expect(lines.map(({ event }) => event)).toEqual(Object.keys(EVENTS));
});
