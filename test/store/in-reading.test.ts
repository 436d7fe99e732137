/** Bodies in reading when the process ends without warning: which are read again, and which are not. */
import { appendFileSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { BodiesInReading, type FetchedBody } from "../../src/store/in-reading.ts";

const NOON = "2022-03-01T12:00:00.000Z";
const THE_DAY_AFTER = "2022-03-02T12:00:01.000Z";
const GUILTY = { url: "https://x.example/a", digest: "aa" };
const INNOCENT = { url: "https://x.example/b", digest: "bb" };

let folder: string;
const start = (now = NOON, software = "1.0") => new BodiesInReading(folder, software, now);

/** The process ends while these are read. */
function endWhileReading(...bodies: FetchedBody[]): void {
  const process = start();
  for (const body of bodies) process.begin(body, NOON);
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "coming-weeks-in-reading-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

it("a body that was read is not remembered", () => {
  const process = start();
  process.begin(GUILTY, NOON);
  process.end(GUILTY);
  expect(start().isSuspecting(NOON)).toBe(false);
});

describe("a body that was in reading at one end", () => {
  it("is read once more, alone, and is free when it was read", () => {
    endWhileReading(GUILTY, INNOCENT);
    const process = start();
    expect([GUILTY, INNOCENT].map((body) => process.refusal(body, NOON))).toEqual([undefined, undefined]);
    expect(process.isSuspecting(NOON)).toBe(true);
    for (const body of [INNOCENT, GUILTY]) {
      process.begin(body, NOON);
      process.end(body);
    }
    expect(process.isSuspecting(NOON)).toBe(false);
  });

  it("is suspected as long as it is worked on, also while something else is asked for meanwhile", () => {
    endWhileReading(GUILTY);
    const process = start();
    process.begin(GUILTY, NOON);
    process.rest(GUILTY);
    expect(process.isSuspecting(NOON)).toBe(true);
    // Ended while its links were followed: not its doing.
    expect(start().refusal(GUILTY, NOON)).toBeUndefined();
    // Ended while it was compared with what was known.
    const next = start();
    next.begin(GUILTY, NOON);
    expect(start().refusal(GUILTY, NOON)).toMatch(/^was being read/);
  });

  it("is suspected for a day", () => {
    endWhileReading(GUILTY);
    expect(start().isSuspecting(THE_DAY_AFTER)).toBe(false);
  });
});

describe("a body that was in reading at two ends", () => {
  beforeEach(() => {
    endWhileReading(GUILTY, INNOCENT);
    const process = start();
    process.begin(INNOCENT, NOON);
    process.end(INNOCENT);
    process.begin(GUILTY, NOON);
  });

  it("is not read, wherever it stands, and the others are", () => {
    const process = start();
    expect(process.refusal(GUILTY, NOON)).toMatch(/at each of the last 2 times/);
    expect(process.refusal({ ...GUILTY, url: "https://elsewhere.example/" }, NOON)).toBeDefined();
    expect(process.refusal(INNOCENT, NOON)).toBeUndefined();
  });

  it("leaves its address free for another body", () => {
    expect(start().refusal({ ...GUILTY, digest: "cc" }, NOON)).toBeUndefined();
  });

  it("is tried again after a day, and with another version; a third end shuts it out again", () => {
    expect(start().refusal(GUILTY, THE_DAY_AFTER)).toBeUndefined();
    expect(start(NOON, "1.1").refusal(GUILTY, NOON)).toBeUndefined();
    start(THE_DAY_AFTER).begin(GUILTY, THE_DAY_AFTER);
    expect(start(THE_DAY_AFTER).refusal(GUILTY, THE_DAY_AFTER)).toBeDefined();
  });

  it("is free once it was read to its end", () => {
    const process = start(THE_DAY_AFTER);
    process.begin(GUILTY, THE_DAY_AFTER);
    process.end(GUILTY);
    expect(start(THE_DAY_AFTER).refusal(GUILTY, THE_DAY_AFTER)).toBeUndefined();
  });
});

it("an address that has another body each time is shut out at the third end", () => {
  for (const digest of ["a", "b", "c"]) endWhileReading({ ...GUILTY, digest });
  expect(start().refusal({ ...GUILTY, digest: "d" }, NOON)).toMatch(/at each of the last 3 times/);
});

it("a file that a power cut spoilt is nothing to go by", () => {
  writeFileSync(join(folder, "in-reading.jsonl"), '[{"url":');
  expect(start().isSuspecting(NOON)).toBe(false);
});

it("a line that the process ended in leaves what the one before it said", () => {
  endWhileReading(GUILTY);
  appendFileSync(join(folder, "in-reading.jsonl"), '[{"url":');
  expect(start().isSuspecting(NOON)).toBe(true);
});

it("a file that grows long is begun anew", () => {
  const process = start();
  for (let reading = 0; reading < 5000; reading++) {
    process.begin(INNOCENT, NOON);
    process.end(INNOCENT);
  }
  process.begin(GUILTY, NOON);
  expect(statSync(join(folder, "in-reading.jsonl")).size).toBeLessThan(300_000);
  expect(start().isSuspecting(NOON)).toBe(true);
});
