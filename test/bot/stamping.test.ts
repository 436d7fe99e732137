/** Each checkpoint is stamped by the authority that the settings name; one that does not answer is asked again, and nobody waits for it. */
import { exec } from "node:child_process";
import { copyFile, cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { run } from "../../src/bot/run.ts";
import { Stamping } from "../../src/bot/stamping.ts";
import { noticeId } from "../../src/judge/notice.ts";
import { Store } from "../../src/store/store.ts";
import { later } from "../../src/time/instant.ts";
import { type Manner, startAuthority } from "../stand-ins/authority.ts";
import { rehearse } from "../stand-ins/bot.ts";
import { call } from "../stand-ins/command.ts";
import { partsOf, unpacked } from "../stand-ins/exported.ts";
import { folder } from "../stand-ins/folder.ts";
import { publishedReport } from "../stand-ins/ohchr.ts";

const NEVER = new AbortController().signal;
const DAY = 86_400_000;

/** A bot that looked today, signed a checkpoint, and has an authority to ask. The authority has the real clock. */
async function sealed(manner: Manner = "stamps") {
  const authority = await startAuthority(manner);
  const rehearsal = await rehearse({
    adjust: ({ settings }) => {
      settings.archive.time_stamps = { url: authority.url, ca: authority.ca };
      settings.fetch.allow_private_addresses = true;
    },
  });
  const today = new Date().toISOString();
  await rehearsal.at(later(today, -2 * DAY));
  Object.assign(rehearsal.origin.pages, publishedReport());
  await rehearsal.at(later(today, -DAY));
  await rehearsal.at(today);
  await rehearsal.bot.seal();
  const latest = async () => rehearsal.bot.store.checkpoints.latest();
  return { authority, rehearsal, latest, today, data: rehearsal.config.dataDirectory };
}

describe("a checkpoint", () => {
  it("is stamped once; the stamp is kept, journalled, exported, and verified", async () => {
    const { authority, rehearsal, latest, data } = await sealed();
    for (let times = 0; times < 3; times++) await rehearsal.bot.stamp(NEVER);
    expect(authority.asked).toHaveLength(1);
    expect(await latest()).toMatchObject({
      authority: authority.url,
      token: expect.stringMatching(/^MII/),
      ask_at: null,
    });
    await rehearsal.bot.store.settle();
    const { code, out, error } = await call(["archive", "verify", "--data", data]);
    expect([code, error]).toEqual([0, ""]);
    expect(out).toMatch(/Time stamps +1, by O=Stand-in, CN=Time authority tsa\n/);
    const [notice] = rehearsal.told.filter(({ kind }) => kind === "published");
    const file = join(await folder(), "case.wacz");
    expect(
      await call(["evidence", "export", notice ? noticeId(notice) : "", "--data", data, "--out", file]),
    ).toMatchObject({ code: 0 });
    const parts = await partsOf(file);
    expect(Object.keys(parts)).toContain("evidence/checkpoint-1.tst");
    expect((await call(["archive", "verify", file])).out).toMatch(
      /Time stamp 1 +holds; seen at \S+, by who calls\s+itself\s+O=Stand-in,\s+CN=Time\s+authority tsa\n/,
    );
    // What its README says to run.
    const place = await unpacked(file);
    await copyFile(authority.ca, join(place, "authority.pem"));
    const readme = await readFile(join(place, "evidence/README.txt"), "utf8");
    const [command = ""] = /openssl ts -verify .*/.exec(readme) ?? [];
    expect((await promisify(exec)(command, { cwd: place })).stdout).toMatch(/Verification: OK/);
  });

  it("has its stamp again when a damaged database is made anew from the archive", async () => {
    const { rehearsal, latest, data } = await sealed();
    await rehearsal.bot.stamp(NEVER);
    await rehearsal.bot.store.settle();
    const place = join(await folder(), "data");
    await cp(join(data, "archive"), join(place, "archive"), { recursive: true });
    await writeFile(join(place, "coming-weeks.db"), "no database");
    expect((await call(["recover", "--data", place])).error).not.toMatch(/stamp/);
    const store = await Store.open(place);
    onTestFinished(() => store.close());
    expect(await store.checkpoints.latest()).toEqual(await latest());
  });

  it("whose stamp is another’s is found", async () => {
    const { rehearsal, latest, data } = await sealed();
    await rehearsal.bot.stamp(NEVER);
    const first = await latest();
    await rehearsal.at(later(rehearsal.clock.now(), DAY));
    await rehearsal.bot.seal();
    const second = await latest();
    if (!first?.token || !second) throw new Error("no checkpoints");
    await rehearsal.bot.store.stamp({ at: second.at, of: second.digest, authority: "x", token: first.token });
    const { code, error } = await call(["archive", "verify", "--data", data]);
    expect({ code, error }).toEqual({
      code: 2,
      error: expect.stringMatching(/at byte \d+: the time stamp of \S+ is of something else\n$/),
    });
  });

  it("is asked for again, ever less often up to once a day, and not once it is a week old", async () => {
    const { authority, rehearsal } = await sealed("answers 503");
    const from = rehearsal.clock.now();
    const asked: number[] = [];
    for (let minute = 0; minute < 10 * 24 * 60; minute += 5) {
      rehearsal.clock.setTo(later(from, minute * 60_000));
      const before = authority.asked.length;
      await rehearsal.bot.stamp(NEVER);
      if (authority.asked.length > before) asked.push(minute);
    }
    expect(asked.slice(0, 6)).toEqual([0, 10, 20, 40, 80, 160]);
    expect(asked.at(-1)).toBeLessThan(7 * 24 * 60);
    expect(asked.slice(-3).map((minute, index, all) => minute - (all[index - 1] ?? minute))).toEqual([0, 1440, 1440]);
  });

  it.each<Manner>(["answers HTML", "hangs up", "refuses", "signs with another root"])(
    "that an authority %s for is told once",
    async (manner) => {
      const { rehearsal, latest } = await sealed(manner);
      const lines: { event: string; error: string }[] = [];
      const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
      const { config, clock } = rehearsal;
      const stamping = new Stamping({ store: rehearsal.bot.store, config: () => config, clock, log });
      for (const minutes of [0, 10, 20, 40]) {
        clock.setTo(later(clock.now(), minutes * 60_000));
        await stamping.stamp(NEVER);
      }
      expect(lines.map(({ event }) => event)).toEqual(["stamp-failed"]);
      expect(await latest()).toMatchObject({ token: null });
    },
  );

  it("is waited for by nobody: looks go on, and the end comes at once", async () => {
    const { authority, rehearsal } = await sealed("hangs");
    const { bot, clock } = rehearsal;
    const running = run({ bot, clock, log: pino({ level: "silent" }) });
    await expect.poll(() => authority.asked.length, { timeout: 10_000 }).toBe(1);
    const looked = await rehearsal.at(later(clock.now(), 3_600_000));
    expect(looked.checked.length).toBeGreaterThan(0);
    const began = performance.now();
    await running.stop();
    expect(performance.now() - began).toBeLessThan(10_000);
  });

  it("is left alone where the settings name no authority", async () => {
    const { authority, rehearsal } = await sealed();
    rehearsal.config.settings.archive.time_stamps = undefined;
    await rehearsal.bot.stamp(NEVER);
    expect(authority.asked).toEqual([]);
  });
});
