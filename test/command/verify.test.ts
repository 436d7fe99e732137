/** `verify`: what the database says and what the archive says are one account, or it is said where they are not. */
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { type Rehearsal, rehearse } from "../stand-ins/bot.ts";
import { call } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { publishedReport } from "../stand-ins/ohchr.ts";
import { person } from "../stand-ins/persons.ts";

/** The data of a bot that looked, told and signed, copied while it runs on. */
async function story() {
  const rehearsal = await rehearse();
  await rehearsal.at("2022-08-30T12:00:00Z");
  await rehearsal.bot.seal();
  Object.assign(rehearsal.origin.pages, publishedReport());
  await rehearsal.at("2022-08-31T21:50:00Z");
  await rehearsal.at("2022-08-31T22:00:00Z");
  await decided(rehearsal);
  await revised(rehearsal);
  await rehearsal.bot.store.settle();
  const data = join(await folder(), "data");
  await cp(rehearsal.config.dataDirectory, data, { recursive: true });
  return { ...rehearsal, data };
}

/** A person finds that it was none, and then that it was. */
async function decided({ bot, at }: Rehearsal): Promise<void> {
  const [{ id = "" } = {}] = await bot.store.evidence.of(WATCH);
  for (const [decision, instant] of [
    ["dismiss", "2022-08-31T22:10:00Z"],
    ["confirm", "2022-08-31T22:20:00Z"],
  ] as const) {
    await bot.store.decisions.leave(WATCH, { evidence: id, decision, reason: "seen" }, person("Ana"), instant);
    await at(instant);
  }
}

const WATCH = "xinjiang-assessment";

/** A person changes the watch's text. */
async function revised({ bot, at }: Rehearsal): Promise<void> {
  const [last] = await bot.store.texts.versions(WATCH);
  const by = await bot.store.persons.handleOf(person("Ana"));
  const instant = "2022-08-31T22:30:00.000Z";
  const text = `${last?.text}# seen\n`;
  await bot.store.texts.put([{ watch: WATCH, text, by, at: instant, isArchived: false, after: last?.version ?? 0 }]);
  bot.watcher.people.mayHaveRevised();
  await at(instant);
}

const verified = (data: string, ...more: string[]) => call(["verify", "--data", data, ...more]);

function changed(data: string, statement: string): void {
  const database = new DatabaseSync(join(data, "coming-weeks.db"));
  database.exec(`PRAGMA foreign_keys = OFF; ${statement}`);
  database.close();
}

it("what a person takes back and confirms after all is told each time", async () => {
  const { told, status } = await story();
  const corrections = told.flatMap((notice) => (notice.kind === "corrected" ? [notice.correction] : []));
  expect(corrections).toEqual(["dismissed", "reinstated"]);
  expect((await status()).verdict).toBe("published");
});

it("says that all of it holds, also beside a running bot", async () => {
  const { data, config } = await story();
  for (const place of [data, config.dataDirectory]) {
    const { code, out, error } = await verified(place);
    expect([code, error]).toEqual([0, ""]);
    expect(out).toMatch(/Chain +\d+ links\n/);
    expect(out).toMatch(/Checkpoints +1, the last of 2022-08-30T12:00:00\.000Z; \d+ links since\n/);
    expect(out.replaceAll(/\s+/g, " ")).toMatch(
      /Database as the journal tells: \d+ messages, \d+ citations, 1 checkpoint, 2 versions, 2 decisions /,
    );
  }
  const { lines } = await verified(data, "--json");
  expect(lines).toEqual([
    expect.objectContaining({ type: "verified", faulty: 0, chains: expect.objectContaining({ checkpoints: 1 }) }),
  ]);
});

describe("with every look taken again", () => {
  const again = async (data: string) => {
    await rm(join(data, "running"), { force: true });
    return verified(data, "--again");
  };

  it("says that what was found follows from them", async () => {
    const { data } = await story();
    const { code, out, error } = await again(data);
    expect([code, error]).toEqual([0, ""]);
    expect(out).toMatch(/Taken again +\d+ looks: \d+ findings follow from them\n/);
    expect((await readdir(data)).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it.each<[string, string, RegExp]>([
    [
      "evidence that is changed",
      "UPDATE evidence SET body = replace(body, '2022', '2021')",
      /the evidence .* is not what/,
    ],
    ["evidence that is taken out", "DELETE FROM evidence", /lacks the evidence xinjiang-assessment \w+, to which/],
    [
      "evidence that is put in",
      "INSERT INTO evidence SELECT watch, 'forged', body FROM evidence LIMIT 1",
      /has the evidence xinjiang-assessment forged, to which the archive does not come/,
    ],
    ["what a watch remembers", "UPDATE watch SET memory = '{}'", /what is remembered of the watch .* is not what/],
    ["what a source remembers", "DELETE FROM source_memory", /lacks what is remembered of the source/],
  ])("finds %s", async (_, statement, says) => {
    const { data } = await story();
    changed(data, statement);
    expect(await again(data)).toMatchObject({ code: 2, error: expect.stringMatching(says) });
  });

  it("is not done beside a running bot", async () => {
    const { config } = await story();
    expect(await verified(config.dataDirectory, "--again")).toMatchObject({
      code: 2,
      error: expect.stringMatching(/already running on this data; stop it first/),
    });
  });
});

it("holds after a database was made anew: what was decided is in the journal, and who did is said to be lost", async () => {
  const { data } = await story();
  for (const name of ["coming-weeks.db", "coming-weeks.db-wal", "coming-weeks.db-shm", "running"])
    await rm(join(data, name), { force: true });
  const { code, out } = await call(["recover", "--data", data]);
  expect({ code, out: out.replaceAll(/\s+/g, " ") }).toEqual({
    code: 1,
    out: expect.stringMatching(
      /Lost, or in part who people are, .* Verdict the rest is there again: what was looked at/,
    ),
  });
  expect(await verified(data)).toMatchObject({ code: 0, error: "" });
});

describe("what was changed is said", () => {
  const file = async (data: string) => join(data, "archive", (await readdir(join(data, "archive"))).sort()[0] ?? "");
  it.each<[string, (data: string) => unknown, RegExp]>([
    [
      "a message in the database",
      (data) =>
        changed(data, "UPDATE notice SET body = replace(body, 'Xinjiang', 'Elsewhere') WHERE kind = 'published'"),
      /the notice \w{16} of .* says something else in the database than in the journal/,
    ],
    [
      "a message that is taken out of it",
      (data) => changed(data, "DELETE FROM notice WHERE kind = 'published'"),
      /the database lacks the notice \w{16} of .*, which the journal tells of/,
    ],
    [
      "a message that is put into it",
      (data) =>
        changed(
          data,
          `INSERT INTO notice SELECT 'x', watch, kind, at, 'other', replace(body, '"key":"', '"key":"other '), NULL FROM notice WHERE kind = 'published'`,
        ),
      /of which the journal tells nothing/,
    ],
    [
      "a checkpoint that is taken out of it",
      (data) => changed(data, "DELETE FROM checkpoint"),
      /the database lacks the checkpoint of 2022-08-30/,
    ],
    ...(
      [
        ["when a message was told", "UPDATE notice SET at = '2022-08-01T00:00:00.000Z' WHERE kind = 'published'", "at"],
        ["what kind of message it is", "UPDATE notice SET kind = 'withdrawn' WHERE kind = 'published'", "kind"],
        ["which watch it is of", "UPDATE notice SET watch = 'other' WHERE kind = 'published'", "watch"],
        ["by which name it is known", "UPDATE notice SET key = 'other' WHERE kind = 'published'", "key"],
        ["the look that it came of", "UPDATE notice SET \"check\" = 'other' WHERE kind = 'published'", "check"],

        ["the address of a citation", "UPDATE archived SET url = 'https://forged.example/'", "url"],
        ["the instant of a citation", "UPDATE archived SET at = '2021-01-01T00:00:00.000Z'", "at"],
        ["where a citation leads", "UPDATE archived SET offset = offset + 1", "offset"],
        ["how long a cited record is", "UPDATE archived SET length = length + 1", "length"],
        ["what a citation is of", "UPDATE archived SET kind = 'revisit' WHERE kind = 'response'", "kind"],
        ["when a checkpoint was signed", "UPDATE checkpoint SET at = '2022-08-31T00:00:00.000Z'", "at"],
        ["the signature of a checkpoint", "UPDATE checkpoint SET signature = 'AAAA'", "signature"],
        ["the key of a checkpoint", "UPDATE checkpoint SET key = 'AAAA'", "key"],
        ["the time stamp of a checkpoint", "UPDATE checkpoint SET token = 'AAAA', authority = 'x'", "authority, token"],
        ["who changed a watch", "UPDATE watch_text SET by = 'discord-0000000000000000' WHERE version = 2", "by"],
        ["what a watch said", "UPDATE watch_text SET text = 'x' WHERE version = 2", "text"],
      ] as const
    ).map(([what, statement, columns]): [string, (data: string) => unknown, RegExp] => [
      what,
      (data) => changed(data, statement),
      new RegExp(`says something else in the database than in the journal \\((?:\\w+, )*${columns}(?:, \\w+)*\\)`),
    ]),
    [
      "citations that are taken out of it",
      (data) => changed(data, "DELETE FROM archived"),
      /the database lacks the citation urn:uuid:\S+ of https:/,
    ],
    [
      "a version of a watch that is taken out of it",
      (data) => changed(data, "DELETE FROM watch_text WHERE version = 2"),
      /the database lacks version 2 of the watch/,
    ],
    [
      "a decision that is taken out of it",
      (data) => changed(data, "DELETE FROM decision WHERE decision = 'dismiss'"),
      /the database lacks a decision of 2022-08-31T22:10:00Z on xinjiang-assessment/,
    ],
    [
      "who decided",
      (data) => changed(data, "UPDATE decision SET by = 'discord-0000000000000000'"),
      /the database has a decision of 2022-08-31T22:10:00Z on xinjiang-assessment, of which the journal tells nothing/,
    ],
    ["what was decided", (data) => changed(data, "UPDATE decision SET decision = 'confirm'"), /has a decision of/],
    [
      "when it was decided",
      (data) => changed(data, "UPDATE decision SET at = '2022-08-30T23:10:00Z'"),
      /has a decision of/,
    ],
    ["why it was decided", (data) => changed(data, "UPDATE decision SET reason = 'other'"), /has a decision of/],
    [
      "where the archive ends",
      (data) => changed(data, "UPDATE archive_end SET head = replace(head, '\"number\":', '\"number\":1')"),
      /is not there/,
    ],
    [
      "one byte of the archive",
      async (data) => {
        const bytes = await readFile(await file(data));
        bytes[5000] = (bytes[5000] ?? 0) ^ 1;
        await writeFile(await file(data), bytes);
      },
      /./,
    ],
    ["a file of the archive that is gone", async (data) => rm(await file(data)), /gone before it|is not there/],
  ])("%s", async (_, change, says) => {
    const { data } = await story();
    await change(data);
    const { code, error } = await verified(data);
    expect(code).toBe(2);
    expect(error).toMatch(says);
    expect(error).not.toMatch(/^ +at /m);
  });

  it("a damaged database, with what to do", async () => {
    const { data } = await story();
    const path = join(data, "coming-weeks.db");
    await rm(`${path}-wal`, { force: true });
    const bytes = await readFile(path);
    await writeFile(path, bytes.fill(7, 30_000, 80_000));
    const { code, error } = await verified(data);
    expect([code, error]).toEqual([2, expect.stringMatching(/coming-weeks\.db: is damaged \(.*\); run `recover`/)]);
  });
});
