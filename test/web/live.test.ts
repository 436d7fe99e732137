/** Whoever listens has a seat for as long as they listen, and no longer, however they leave. */
import { once } from "node:events";
import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Served, serve } from "../stand-ins/page.ts";

const SEATS = 150;
const OF_ONE = 50;
const LINES = "GET /events HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

/** A listener's connection; the answer's first line once it is there. */
async function listener({ address }: Served, lines = LINES): Promise<{ socket: Socket; status: string }> {
  const socket = connect(Number(new URL(address).port), "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  socket.on("error", () => undefined).write(lines);
  const [answer] = (await once(socket, "data")) as [Buffer];
  return { socket, status: answer.toString("latin1").slice(9, 12) };
}

const listens = async (served: Served) => (await listener(served)).status;

/** Comes with the word of a proxy, as somebody else each time. */
function listenerOf({ address }: Served, client: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asking = request(`${address}/events`, { agent: false, headers: { "x-forwarded-for": client } }, (answer) => {
      answer.on("error", () => undefined).resume();
      resolve(answer.statusCode);
    });
    asking.on("error", reject).end();
    onTestFinished(() => void asking.destroy());
  });
}

describe("a seat is free again", () => {
  const WAYS: [how: string, leave: (served: Served) => Promise<unknown>][] = [
    ["when only the head was asked for", ({ address }) => fetch(`${address}/events`, { method: "HEAD" })],
    ["when the listener leaves", async (served) => (await listener(served)).socket.destroy()],
    ["when the listener’s half of the connection ends", async (served) => (await listener(served)).socket.end()],
    ["when the listener is reset", async (served) => (await listener(served)).socket.resetAndDestroy()],
    [
      "when the listener leaves before the first byte",
      async ({ address }) => {
        const socket = connect(Number(new URL(address).port), "127.0.0.1");
        await once(socket, "connect");
        socket.write(LINES, () => socket.resetAndDestroy());
        await once(socket, "close");
      },
    ],
    [
      "when what was asked is not waited for",
      async ({ address }) => {
        const socket = connect(Number(new URL(address).port), "127.0.0.1");
        socket.end(LINES);
        await once(socket.resume(), "close");
      },
    ],
  ];
  it.each(WAYS)("%s", { timeout: 60_000 }, async (_, leave) => {
    const served = await serve();
    for (let times = 0; times < 2 * OF_ONE; times++) await leave(served);
    await expect.poll(() => listens(served), { timeout: 10_000 }).toBe("200");
    expect(served.desk.pulse.listenerCount("looked")).toBeLessThanOrEqual(OF_ONE);
  });
});

describe("too many who listen are told to come later:", () => {
  it("of one client", async () => {
    const served = await serve();
    const seats = await Promise.all(Array.from({ length: OF_ONE }, () => listens(served)));
    expect(new Set(seats)).toEqual(new Set(["200"]));
    const { socket } = await listener(served);
    socket.destroy();
    const past = await served.get("/log/live");
    expect([past.status, past.headers.get("retry-after")]).toEqual([503, "60"]);
  });

  it("in all, whom a named proxy tells apart", { timeout: 60_000 }, async () => {
    const served = await serve({ web: { trusted_proxies: ["127.0.0.1"] } });
    const client = (index: number) => `198.51.100.${index % 250}`;
    for (let index = 0; index < SEATS; index++) expect(await listenerOf(served, client(index))).toBe(200);
    expect(await listenerOf(served, "203.0.113.1")).toBe(503);
  });
});

it("whoever reads no more is let go, and costs nothing any longer", { timeout: 60_000 }, async () => {
  const served = await serve();
  const { socket } = await listener(served, LINES.replace("/events", "/log/live"));
  socket.pause();
  const long = "x".repeat(100_000);
  const closed = once(socket, "close");
  for (let line = 0; line < 200; line++) {
    served.log.info({ event: "found", long }, "found");
    await new Promise(setImmediate);
  }
  socket.resume();
  await closed;
});
