/** `verify`: what the database says and what the archive says are one account, or it is said where they are not. */
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { rehearse } from "../stand-ins/bot.ts";
import { call } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { publishedReport } from "../stand-ins/ohchr.ts";

/** The data of a bot that looked, told and signed, copied while it runs on. */
async function story() {
  const rehearsal = await rehearse();
  await rehearsal.at("2022-08-30T12:00:00Z");
  await rehearsal.bot.seal();
  Object.assign(rehearsal.origin.pages, publishedReport());
  await rehearsal.at("2022-08-31T21:50:00Z");
  await rehearsal.at("2022-08-31T22:00:00Z");
  await rehearsal.bot.store.settle();
  const data = join(await folder(), "data");
  await cp(rehearsal.config.dataDirectory, data, { recursive: true });
  return { ...rehearsal, data };
}

const verified = (data: string, ...more: string[]) => call(["verify", "--data", data, ...more]);

function changed(data: string, statement: string): void {
  const database = new DatabaseSync(join(data, "coming-weeks.db"));
  database.exec(`PRAGMA foreign_keys = OFF; ${statement}`);
  database.close();
}

it("says that all of it holds, also beside a running bot", async () => {
  const { data, config } = await story();
  for (const place of [data, config.dataDirectory]) {
    const { code, out, error } = await verified(place);
    expect([code, error]).toEqual([0, ""]);
    expect(out).toMatch(/Chain +\d+ links\n/);
    expect(out).toMatch(/Checkpoints +1, the last of 2022-08-30T12:00:00\.000Z; \d+ links since\n/);
    expect(out).toMatch(/Database +whole: \d+ messages and 1 checkpoint, as the\s+journal\s+tells\s+of them\n/);
  }
  const { lines } = await verified(data, "--json");
  expect(lines).toEqual([
    expect.objectContaining({ type: "verified", faulty: 0, chains: expect.objectContaining({ checkpoints: 1 }) }),
  ]);
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
