/**
 * The commands as people and scripts use them: what is printed, and the exit code. What a process is of its own for, its streams,
 * its exit code, its signals, its help and what it says of bad usage, is asked of a real one.
 */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { call, rehearsal, run, started } from "../stand-ins/command.ts";
import { startDiscord, toldIn } from "../stand-ins/discord/discord.ts";
import { CHANNEL, TOKEN } from "../stand-ins/discord/ids.ts";
import { headOf } from "../stand-ins/discord/said.ts";
import { folder } from "../stand-ins/folder.ts";
import { DOCUMENT_PATH, LATEST_PATH, listing, ordinaryRows, publishedReport, SITE, TITLE } from "../stand-ins/ohchr.ts";
import { startOrigin } from "../stand-ins/origin.ts";

it.each(["/proc/none", "/dev/null/none", "/nowhere/at/all"])(
  "what is compiled need not be kept: with %s for a cache, a command does what it does",
  async (place) => {
    const { code, out } = await run(["--help"], { NODE_COMPILE_CACHE: "", XDG_CACHE_HOME: place });
    expect([code, out]).toEqual([0, expect.stringContaining("Usage: coming-weeks")]);
  },
);

describe("check --json", () => {
  it("prints a line a source, then the notices, then where the watch stands", async () => {
    const { origin, common } = await rehearsal();
    const check = (...more: string[]) => run(["check", ...common, ...more]);
    const first = await check("--json", "--at", "2021-12-20T12:00:00Z");
    expect(first.code).toBe(0);
    expect(
      first.lines
        .filter((line) => line.type === "check")
        .map((line) => [line.source, line.outcome])
        .slice(0, 3),
    ).toEqual([
      ["document-page", "baseline"],
      ["document-pdf", "baseline"],
      ["latest", "baseline"],
    ]);
    expect(first.lines.at(-1)).toMatchObject({
      type: "status",
      watch: "xinjiang-assessment",
      verdict: "unpublished",
      standing: "due",
      promised_on: "2021-12-10",
      horizon: { earliest: "2021-12-17", likely: "2022-01-07", latest: "2022-02-04" },
      day: 10,
    });
    Object.assign(origin.pages, publishedReport());
    const second = await check("--json", "--at", "2022-08-31T21:50:00Z");
    expect(second.lines.find((line) => line.type === "notice")).toMatchObject({
      kind: "published",
      evidence: [
        {
          rule: "document-at-known-address",
          url: SITE + DOCUMENT_PATH,
          capture: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      ],
    });
    expect(second.lines.at(-1)).toMatchObject({ verdict: "published", published_on: "2022-08-31", day: 264 });
  });

  it("exits with 1 when a source could not be read, and looks only at what is due", async () => {
    const { origin, common, check } = await rehearsal();
    await check("--at", "2021-12-20T12:00:00Z");
    origin.pages[LATEST_PATH] = { status: 403 };
    expect((await check("--json", "--at", "2021-12-20T12:01:00Z")).lines.map((line) => line.type)).toEqual(["status"]);
    const blocked = await run(["check", ...common, "--json", "--all", "--at", "2021-12-20T12:02:00Z"]);
    expect(blocked.code).toBe(1);
    expect(blocked.lines.find((line) => line.source === "latest")).toMatchObject({
      outcome: "problem",
      problem: "blocked",
    });
  });
});

describe("a signal", () => {
  const signal = {
    [LATEST_PATH]: listing([
      { title: TITLE, url: "https://copies.example.net/report", date: "31 August 2022" },
      ...ordinaryRows(),
    ]),
  };
  async function signalled() {
    const { common, check, data } = await rehearsal(signal);
    const { lines } = await check("--json", "--at", "2022-08-31T12:00:00Z");
    const [evidence] = (lines.at(-1)?.evidence ?? []) as { id: string }[];
    return { id: evidence?.id ?? "", data, common, check };
  }

  it("that a person confirms becomes published, and is told", async () => {
    const { id, data, common } = await signalled();
    expect((await call(["confirm", id, "--data", data, "--by", "Ana", "--at", "2022-08-31T12:05:00Z"])).out).toContain(
      "Published",
    );
    const status = await call(["status", "--json", "--data", common[1] ?? "", "--at", "2022-08-31T12:06:00Z"]);
    expect(status.lines[0]).toMatchObject({ verdict: "published", evidence: [{ rule: "confirmed-by-a-person" }] });
  });

  it("that a person dismisses is corrected, and stays dismissed", async () => {
    const { id, data, check } = await signalled();
    const dismissed = await call([
      "dismiss",
      id,
      "--data",
      data,
      "--by",
      "Ana",
      "--reason",
      "a copy",
      "--at",
      "2022-08-31T12:05:00Z",
    ]);
    expect(dismissed.out).toMatch(/dismissed by a reviewer.*a copy/s);
    const again = await check("--json", "--all", "--at", "2022-09-02T12:05:00Z");
    expect(again.lines.at(-1)).toMatchObject({ verdict: "unpublished" });
    expect(again.lines.filter((line) => line.kind === "signalled")).toEqual([]);
  });

  it("that eight confirm at the same moment, with no bot running, is confirmed once; nobody is told of a bot that runs", {
    timeout: 120_000,
  }, async () => {
    const { id, data } = await signalled();
    const confirm = ["confirm", id, "--data", data, "--at", "2022-08-31T12:05:00Z"];
    const ran = await Promise.all(Array.from({ length: 8 }, (_, at) => run([...confirm, "--by", `Person ${at}`])));
    expect(ran.map(({ code, error }) => ({ code, error }))).toEqual(ran.map(() => ({ code: 0, error: "" })));
    expect(ran.filter(({ out }) => out.startsWith("Already confirmed, by Person "))).toHaveLength(7);
    expect(ran.filter(({ out }) => /\bPublished: /.test(out))).toHaveLength(1);
    expect(ran.map(({ out }) => out).join("")).not.toContain("running bot");
    const { lines } = await call(["notices", "--json", "--data", data]);
    expect(lines.filter(({ kind }) => kind === "published")).toHaveLength(1);
  });

  it("that does not exist cannot be decided on", async () => {
    const { data } = await signalled();
    expect(await call(["confirm", "nonsense", "--data", data])).toMatchObject({
      code: 2,
      error: expect.stringContaining('no evidence "nonsense"'),
    });
  });
});

describe("bad usage", () => {
  it.each([
    [["check", "--bogus"], "unknown option"],
    [["check", "--at", "yesterday"], "Write an instant such as"],
    [["check", "--origin", "nonsense"], "Write it as https://"],
    [["check", "--config", "nowhere.yaml"], "nowhere.yaml: cannot be read"],
    [["nonsense"], "unknown command"],
    [["replay", "--every", "often"], "write a duration"],
  ])("%j is one clear sentence and exit code 2", async (args, sentence) => {
    expect(await run(args)).toMatchObject({ code: 2, error: expect.stringContaining(sentence) });
  });

  it("a role may stand in the environment, as a container’s does", async () => {
    const as = (role: string) => run(["start"], { COMING_WEEKS_ROLE: role, DATABASE_URL: "" });
    expect(await as("worker")).toMatchObject({ code: 2, error: expect.stringContaining("set DATABASE_URL") });
    expect(await as("page")).toMatchObject({ code: 2, error: expect.stringContaining("all, worker, discord, web") });
  });

  it("every command has help", async () => {
    const { out } = await run(["--help"]);
    const names = [...out.matchAll(/^ {2}([a-z]+) /gm)]
      .map((match) => match[1] ?? "")
      .filter((name) => name !== "help");
    expect(names).toEqual(
      expect.arrayContaining([
        "start",
        "check",
        "status",
        "notices",
        "validate",
        "doctor",
        "confirm",
        "dismiss",
        "replay",
      ]),
    );
    for (const name of names) expect((await run([name, "--help"])).out).toContain("Usage:");
  });
});

describe("start", () => {
  it("looks at once, posts, answers /healthz, keeps a second bot out, hides its secrets and stops on SIGTERM", async () => {
    const discord = await startDiscord();
    onTestFinished(() => discord.close());
    const { bot, log, until, common } = await started(discord);
    const { health } = await until("started");
    await until("sent");
    expect(headOf(toldIn(discord)[0])).toContain("Now watching");
    expect(await (await fetch(String(health))).json()).toMatchObject({ status: "ok" });
    expect(await run(["check", ...common])).toMatchObject({
      code: 2,
      error: expect.stringContaining("already running"),
    });
    expect((await run(["status", "--data", common[1] ?? ""])).out).toContain("Not published yet");
    const ended = new Promise((resolve) => bot.once("exit", resolve));
    bot.kill("SIGTERM");
    expect(await ended).toBe(0);
    expect(log.at(-1)).toMatchObject({ event: "stopped", isClean: true });
    expect(JSON.stringify(log)).not.toContain("a-token-that-nobody-else-knows");
  });
});

it("start finishes the check in hand when it is told to stop", async () => {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  let answer = () => {};
  const asked = new Promise<void>((resolve) => {
    answer = resolve;
  });
  let isAsked = () => {};
  const requested = new Promise<void>((resolve) => {
    isAsked = resolve;
  });
  const slow = () => {
    isAsked();
    return { body: listing(ordinaryRows()), after: asked };
  };
  const { bot, until, common } = await started(discord, { [LATEST_PATH]: slow });
  await requested;
  bot.kill("SIGTERM");
  await until("stopping");
  answer();
  expect(await until("stopped")).toMatchObject({ isClean: true });
  const { lines } = await run(["status", "--json", "--data", common[1] ?? ""]);
  const states = ((lines[0]?.sources ?? []) as { source: string; state: string }[]).map(({ source, state }) => [
    source,
    state,
  ]);
  expect(states).toContainEqual(["latest", "read"]);
  expect(states).toContainEqual(["sitemap", "not looked at yet"]);
});

it("start says that its port is taken, and ends", async () => {
  const taken = await startOrigin();
  onTestFinished(() => taken.close());
  const { common } = await rehearsal();
  expect(await run(["start", ...common, "--listen", new URL(taken.address).port])).toMatchObject({
    code: 2,
    error: expect.stringContaining("cannot be listened on (EADDRINUSE)"),
  });
});

it("start stops on SIGTERM although Discord’s gateway is down", async () => {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  discord.gateway.refuse(true);
  const { bot, until } = await started(
    discord,
    {},
    {
      DISCORD_TOKEN: TOKEN,
      DISCORD_CHANNEL_ID: CHANNEL,
      DISCORD_API_URL: discord.api,
    },
  );
  await until("gateway-lost");
  const ended = new Promise((resolve) => bot.once("exit", resolve));
  bot.kill("SIGTERM");
  expect(await ended).toBe(0);
});

describe("doctor", () => {
  it("names what works, and what to do about what does not", async () => {
    const discord = await startDiscord();
    onTestFinished(() => discord.close());
    const { common, origin } = await rehearsal();
    const well = await call(["doctor", ...common], { DISCORD_WEBHOOK_URL: discord.webhook });
    expect(well).toMatchObject({
      code: 0,
      out: expect.stringMatching(/ok {4}config.*ok {4}store.*ok {4}network.*ok {4}Discord: webhook/s),
    });
    origin.pages["*"] = { status: 403 };
    origin.pages["/robots.txt"] = { status: 404 };
    origin.pages[LATEST_PATH] = { status: 403 };
    const ill = await call(["doctor", ...common], { DISCORD_WEBHOOK_URL: "http://127.0.0.1:9/api/webhooks/1/2" });
    expect(ill).toMatchObject({
      code: 1,
      out: expect.stringMatching(/FAIL {2}network: .*refuses this machine.*FAIL {2}Discord: webhook: failed/s),
    });
  });
});

describe("doctor of a source that is offered to programs", () => {
  it("names the terms by which it is asked although robots.txt refuses, and asks it as a check would", async () => {
    const origin = await startOrigin({
      "/robots.txt": { headers: { "content-type": "text/plain" }, body: "User-agent: *\nDisallow: /" },
      "/v2/reports?appname=me": { headers: { "content-type": "application/json" }, body: '{"data":[]}' },
    });
    onTestFinished(() => origin.close());
    const place = await folder();
    await mkdir(join(place, "watches"));
    await writeFile(join(place, "coming-weeks.yaml"), "");
    await writeFile(
      join(place, "watches/x.yaml"),
      `title: A report
publisher: { name: P, zone: UTC, hosts: [www.example.org], sisters: [api.example.net] }
statements: [{ on: 2022-01-01, by: P, phrase: soon }]
evidence: { titles: [A report], subject: [[report]], topic: [report] }
sources:
  - { id: news, kind: page, url: "https://www.example.org/", existence: likely }
  - id: api
    kind: json
    url: https://api.example.net/v2/reports?appname=me
    offered: https://example.net/terms
    paths: { items: "$.data[*]", title: $.title }
    request: { body: { q: x } }
`,
    );
    const { out } = await call([
      ...["doctor", "--config", join(place, "coming-weeks.yaml"), "--data", join(place, "data")],
      ...["--origin", `https://api.example.net=${origin.address}`],
    ]);
    expect(out).toContain(
      "ok    offered: api asks api.example.net/v2/reports, whatever robots.txt says of it, as a program that is registered under the terms at https://example.net/terms\n",
    );
    expect(out).toContain("ok    network: https://api.example.net answers\n");
    expect(origin.requests.at(-1)).toMatchObject({ method: "POST", body: '{"q":"x"}' });
  });
});

describe("phrases", () => {
  it("lists what is known, by language", async () => {
    const { code, out } = await call(["phrases"]);
    expect(code).toBe(0);
    for (const line of ["English", "  in the coming weeks", "French", "  d’ici fin mars", "Chinese", "  年底前"])
      expect(out).toContain(`${line}\n`);
  });

  it("reads one aloud, as of the day it was said", async () => {
    const { code, out } = await call(["phrases", "in the coming weeks", "--on", "2021-12-10"]);
    expect([code, out]).toEqual([
      0,
      "Said on 10 December 2021: from 17 December 2021 to 4 February 2022, most likely 7 January 2022\n" +
        "  “in the coming weeks”: read as 1 to 6 weeks, likely 4, and certainly over after 8\n",
    ]);
  });

  it.each([
    [["phrases", "not until the autumn"], 1, "is not understood; give its dates by hand"],
    [["phrases", "soon", "--on", "2021-13-10"], 2, "Write a day such as 2021-12-10."],
    [["phrases", "--on", "2021-12-10"], 2, "--on wants a phrase"],
  ])("says in a sentence what is wrong with %j", async (args, expected, sentence) => {
    const { code, out, error } = await call(args);
    expect([code, out]).toEqual([expected, ""]);
    expect(error).toContain(sentence);
  });
});
