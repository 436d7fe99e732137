/** The log of a real run: every line documented, no secret in any of them. */
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { Bot } from "../../src/bot/bot.ts";
import { secretsHere } from "../../src/config/redaction.ts";
import { readSecrets } from "../../src/config/secrets.ts";
import { EVENTS } from "../../src/log/events.ts";
import { createLog, logStreams } from "../../src/log/log.ts";
import { SimulatedClock } from "../../src/time/clock.ts";
import { rehearse } from "../stand-ins/bot.ts";
import { accessTo, startDiscord } from "../stand-ins/discord/discord.ts";
import { folder as newFolder } from "../stand-ins/folder.ts";
import { LATEST_PATH, listing, ordinaryRows, publishedReport, SITE } from "../stand-ins/ohchr.ts";
import { startS3 } from "../stand-ins/s3.ts";

const SHARED = ["level", "time", "event", "msg", "check"];

/** A bot that looks, finds, posts, is refused and is told to stop, with everything it logs. */
async function aRun() {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const { origin, config } = await rehearse();
  const s3 = await startS3();
  const secrets = {
    ...readSecrets(s3.environment, undefined, "", []),
    ...accessTo(discord),
    discordToken: "a.bot.token",
    discordWebhookUrl: discord.webhook,
    webPassword: "the page's own password",
  };
  const written: string[] = [];
  for (const secret of [secrets.discordToken, secrets.discordWebhookUrl, secrets.webPassword]) secretsHere.keep(secret);
  const log = createLog("trace", { write: (line: string) => void written.push(line) });
  const clock = new SimulatedClock("2022-08-01T12:00:00Z");
  const folder = await newFolder();
  const bot = await Bot.open({ config: { ...config, dataDirectory: folder, secrets }, clock, log });
  const at = async (instant: string) => {
    clock.moveTo(instant);
    const { checked } = await bot.watcher.pass(true);
    await bot.deliver(5000);
    return checked;
  };
  await at("2022-08-01T12:00:00Z");
  discord.troubles = [{ status: 500 }, { status: 403, body: { message: "no", code: 50013 } }];
  origin.pages[LATEST_PATH] = listing([{ title: "Xinjiang a.bot.token", date: "2 August 2022" }, ...ordinaryRows()]);
  await at("2022-08-02T12:00:00Z");
  origin.pages["*"] = { status: 503, headers: { "set-cookie": "session=a-cookie-of-theirs" } };
  await at("2022-08-03T12:00:00Z");
  Object.assign(origin.pages, publishedReport());
  const checked = await at("2022-08-31T21:52:00Z");
  s3.meets = (_, count) => (count === 1 ? { kind: "answers", status: 403, code: "SignatureDoesNotMatch" } : undefined);
  await bot.upload();
  clock.moveTo("2022-08-31T22:00:00Z");
  await bot.upload();
  const looks = await Promise.all(
    written
      .flatMap((line) => (JSON.parse(line).check ? [JSON.parse(line).check as string] : []))
      .map((id) => bot.store.looks.one(id)),
  );
  await bot.close();
  return {
    written,
    lines: written.map((line) => JSON.parse(line) as Record<string, unknown>),
    secrets,
    looks,
    checked,
  };
}

describe("a line of the log", () => {
  it("is an event that is documented, with no other fields than are", async () => {
    const { lines } = await aRun();
    expect(new Set(lines.map(({ event }) => event)).size).toBeGreaterThan(10);
    for (const { event, ...fields } of lines) {
      expect(Object.keys(EVENTS)).toContain(event);
      const known = EVENTS[event as keyof typeof EVENTS];
      const allowed = [...SHARED, ...("fields" in known ? known.fields.split(" ") : [])];
      expect(
        Object.keys(fields).filter((name) => !allowed.includes(name)),
        String(event),
      ).toEqual([]);
    }
  });

  it("never holds a secret, a cookie or an authorization, also when a page does", async () => {
    const { written, secrets } = await aRun();
    const all = written.join("");
    for (const secret of [
      secrets.discordToken,
      "a-token-that-nobody-else-knows",
      secrets.webPassword,
      secrets.s3?.secretAccessKey,
      "a-cookie-of-theirs",
    ])
      expect(all).not.toContain(secret);
    expect(all).not.toMatch(/authorization|set-cookie/i);
  });

  it.each([
    ["as it is written", "postgres://bot:pass-phrase@host/bot", "pass-phrase"],
    ["as it is meant", "postgres://bot:pass%20phrase@host/bot", "pass phrase"],
    ["that no rule of addresses can make sense of", "postgres://bot:pass%zzphrase@host/bot", "pass%zzphrase"],
    ["among what the driver is told", "postgres://host/bot?user=bot&password=pass-phrase", "pass-phrase"],
  ])("never holds the database's password, %s", (_, databaseUrl, password) => {
    const written: string[] = [];
    secretsHere.keep(databaseUrl);
    const log = createLog("info", { write: (line: string) => void written.push(line) });
    log.info({ event: "failed", error: `cannot reach ${databaseUrl} with ${password}` }, "failed");
    expect(written.join("")).toContain("cannot reach [secret] with [secret]");
  });

  it("leads from the look to its row, to what was told of it and to the message", async () => {
    const { lines, looks } = await aRun();
    const published = lines.find(({ event, kind }) => event === "sent" && kind === "published");
    const look = looks.find(({ look: row }) => row?.id === published?.check);
    expect(look?.notices).toContain(published?.notice);
    expect(look?.look?.capture).toMatch(/^[0-9a-f]{64}$/);
    const checked = lines.find(({ event, check }) => event === "checked" && check === published?.check);
    expect(checked?.notices).toContain(published?.notice);
  });

  it("of a quiet look is debug, and of one that failed a warning", async () => {
    const { lines } = await aRun();
    const levels = (outcome: string) =>
      new Set(lines.filter((line) => line.event === "checked" && line.outcome === outcome).map(({ level }) => level));
    expect([...levels("unchanged")]).toEqual(["debug"]);
    expect([...levels("changed")]).toEqual(["info"]);
    expect(lines.some(({ level, problem }) => level === "warn" && problem === "unavailable")).toBe(true);
  });
});

it("is kept in files as well, where that is wanted", async () => {
  const { config } = await rehearse();
  const folder = await newFolder();
  const settings = { ...config.settings, log: { ...config.settings.log, files: true } };
  const { stream, close } = logStreams(settings, folder, () => undefined);
  createLog("info", stream).info({ event: "stopping" }, `kept for ${SITE}`);
  close();
  const [file = ""] = await readdir(join(folder, "logs"));
  expect(file).toMatch(/^coming-weeks\.\d{4}-\d{2}-\d{2}\.1\.log$/);
  expect(JSON.parse(await readFile(join(folder, "logs", file), "utf8"))).toMatchObject({ event: "stopping" });
});
