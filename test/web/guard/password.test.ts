/** Who guesses is slowed down, costs little, and keeps nobody out who knows the password. */
import { beforeEach, describe, expect, it } from "vitest";
import { Busy } from "../../../src/web/gate.ts";
import { hashPassword, isPassword, Password } from "../../../src/web/guard/password.ts";
import { type Served, serve } from "../../stand-ins/page.ts";

const reckoned = { now: 0, most: 0, all: 0 };

/** Counts what is reckoned, and how much of it at once. */
async function counting(tried: string, hash: string): Promise<boolean> {
  reckoned.all += 1;
  reckoned.now += 1;
  reckoned.most = Math.max(reckoned.most, reckoned.now);
  try {
    return await isPassword(tried, hash);
  } finally {
    reckoned.now -= 1;
  }
}

const PASSWORD = "a long: and secret phrase";
const basic = (password: string, name = "anybody") => ({
  authorization: `Basic ${Buffer.from(`${name}:${password}`).toString("base64")}`,
});
const guesses = ({ get }: Served, count: number) =>
  Promise.all(Array.from({ length: count }, (_, index) => get("/assets/page.js", basic(`guess number ${index}`))));

async function timed<T>(work: Promise<T>): Promise<[T, number]> {
  const began = performance.now();
  return [await work, performance.now() - began];
}

let hash = "";
beforeEach(async () => {
  hash ||= await hashPassword(PASSWORD);
  Object.assign(reckoned, { now: 0, most: 0, all: 0 });
});

it("a hash holds for its password alone", async () => {
  expect(hash).not.toContain("secret");
  expect(await isPassword(PASSWORD, hash)).toBe(true);
  expect(await isPassword(`${PASSWORD} `, hash)).toBe(false);
});

describe("the password itself, once it is known,", () => {
  it.each([
    ["from its text", () => PASSWORD],
    ["from somebody who gave it", () => hash],
  ])("%s, is told from every guess without reckoning", async (_, configured) => {
    const password = new Password(configured(), counting);
    expect(await password.is(PASSWORD)).toBe(true);
    const before = reckoned.all;
    const tried = await Promise.all(Array.from({ length: 400 }, (_, index) => password.is(`guess number ${index}`)));
    expect(tried).toEqual(Array(400).fill(false));
    expect(await password.is(PASSWORD)).toBe(true);
    expect(reckoned.all).toBe(before);
  });
});

describe("of a hash, before anybody gave the right one,", () => {
  it("never more than two guesses are reckoned at once, and those past a bound are told to come later", async () => {
    const password = new Password(hash, counting);
    const tried = await Promise.allSettled(
      Array.from({ length: 400 }, (_, index) => password.is(`guess number ${index}`)),
    );
    const refused = tried.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(reckoned.most).toBeGreaterThan(0);
    expect(reckoned.most).toBeLessThanOrEqual(2);
    expect(refused.length).toBeGreaterThan(300);
    expect(refused.every((why) => why instanceof Busy)).toBe(true);
  });

  it("the right one goes before the guesses that came earlier", async () => {
    const password = new Password(hash, counting);
    const guessed = Array.from({ length: 400 }, (_, index) => password.is(`guess number ${index}`).catch(() => false));
    expect(await password.is(PASSWORD)).toBe(true);
    expect(reckoned.all).toBeLessThanOrEqual(3);
    // What waited is known to be wrong by now.
    await Promise.all(guessed);
    expect(reckoned.all).toBeLessThanOrEqual(3);
  });

  it("identical guesses share one reckoning, and are remembered", async () => {
    const password = new Password(hash, counting);
    await Promise.all(Array.from({ length: 400 }, () => password.is("the same guess")));
    expect(await password.is("the same guess")).toBe(false);
    expect(reckoned.all).toBe(1);
  });

  it("what no password can be is not reckoned", async () => {
    expect(await new Password(hash, counting).is("x".repeat(10_000))).toBe(false);
    expect(reckoned.all).toBe(0);
  });
});

describe("behind one proxy, where all share an address,", () => {
  it.each([
    ["the password", () => PASSWORD],
    ["its hash", () => hash],
  ])("with %s set, a crowd of guessers keeps nobody out", { timeout: 60_000 }, async (_, configured) => {
    const served = await serve({ password: configured() });
    const guessed = guesses(served, 200);
    // While they guess, right behind them, and once they are done.
    const [first, took] = await timed(served.get("/assets/page.js", basic(PASSWORD)));
    const statuses = new Set((await guessed).map(({ status }) => status));
    const [then, tookThen] = await timed(served.get("/assets/page.js", basic(PASSWORD, "somebody else")));
    expect([first.status, then.status]).toEqual([200, 200]);
    expect([...statuses].sort()).toEqual([401, 429]);
    expect(took).toBeLessThan(5000);
    expect(tookThen).toBeLessThan(1000);
  });

  it("each wrong one waits for longer than the one before, and those past eight are told when to come again", async () => {
    const { get } = await serve({ password: PASSWORD });
    const took: number[] = [];
    for (let tried = 0; tried < 5; tried++) {
      const [{ status }, milliseconds] = await timed(get("/", basic(`guess number ${tried}`)));
      expect(status).toBe(401);
      took.push(milliseconds);
    }
    expect(took[4]).toBeGreaterThan(1500);
    expect(took[4]).toBeGreaterThan(4 * (took[0] ?? 0));
    await Promise.all(Array.from({ length: 3 }, () => get("/", basic("one more guess"))));
    const past = await get("/", basic("yet another guess"));
    expect([past.status, Number(past.headers.get("retry-after"))]).toEqual([429, expect.any(Number)]);
    expect(Number(past.headers.get("retry-after"))).toBeGreaterThan(30);
  });
});
