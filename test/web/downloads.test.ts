/** What was captured is sent on as it is read: to a few at once, and whoever leaves makes room. */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { Hono } from "hono";
import { describe, expect, it, onTestFinished } from "vitest";
import type { OpenRecord } from "../../src/archive/warc.ts";
import { Downloads } from "../../src/web/downloads.ts";
import { listen } from "../../src/web/listening.ts";

const PIECE = Buffer.alloc(64 * 1024, "as it was sent");
/** More than a connection takes that nobody reads. */
const PIECES = 400;
const AT_ONCE = 4;

/** A page with one file, which counts how often it is open, and how much of it was read. */
async function aFile(breaksOffAt = Number.POSITIVE_INFINITY) {
  const file = { open: 0, opened: 0, read: 0, port: 0 };
  const open = async (): Promise<{ name: string; record: OpenRecord }> => {
    let isOpen = true;
    file.open += 1;
    file.opened += 1;
    async function* payload() {
      for (let piece = 0; piece < PIECES; piece++) {
        if (piece === breaksOffAt) throw new Error("the record breaks off");
        file.read += 1;
        yield PIECE;
      }
    }
    const close = async () => {
      file.open -= isOpen ? 1 : 0;
      isOpen = false;
    };
    return { name: "a.bin", record: { http: undefined, size: PIECES * PIECE.length, payload: payload(), close } };
  };
  const downloads = new Downloads();
  const pages = new Hono();
  pages.get("/file", (context) => downloads.send(context, open));
  const { port, close } = await listen(pages, "127.0.0.1", 0);
  onTestFinished(close);
  return Object.assign(file, { port });
}

/** Somebody who asks for it, and reads no more than the first bytes of the answer. */
async function reader(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  onTestFinished(() => void socket.destroy());
  socket.on("error", () => undefined).write("GET /file HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
  await once(socket, "data");
  socket.pause();
  return socket;
}

it("is read no faster than it is taken, whole in the end, and let go of", async () => {
  const file = await aFile();
  const answer = await fetch(`http://127.0.0.1:${file.port}/file`);
  expect(file.read).toBeLessThan(PIECES / 2);
  expect(answer.headers.get("content-length")).toBe(String(PIECES * PIECE.length));
  expect((await answer.arrayBuffer()).byteLength).toBe(PIECES * PIECE.length);
  expect(file.open).toBe(0);
});

it("is read for a few at once; the others wait, and go on when one is done", async () => {
  const file = await aFile();
  const readers = await Promise.all(Array.from({ length: AT_ONCE }, () => reader(file.port)));
  const waits = fetch(`http://127.0.0.1:${file.port}/file`, { method: "HEAD" });
  await new Promise(setImmediate);
  expect(file.opened).toBe(AT_ONCE);
  readers[0]?.destroy();
  expect((await waits).status).toBe(200);
  expect(file.opened).toBe(AT_ONCE + 1);
});

describe("is let go of", () => {
  it.each<[string, (port: number) => Promise<unknown>]>([
    ["whoever leaves in the middle", async (port) => (await reader(port)).destroy()],
    ["whoever is reset", async (port) => (await reader(port)).resetAndDestroy()],
    ["whoever asks for the head alone", (port) => fetch(`http://127.0.0.1:${port}/file`, { method: "HEAD" })],
    ["where it breaks off", (port) => fetch(`http://127.0.0.1:${port}/file`).then((answer) => answer.arrayBuffer())],
  ])("%s", async (_, leaves) => {
    const file = await aFile(200);
    for (let times = 0; times < 3 * AT_ONCE; times++) await leaves(file.port).catch(() => undefined);
    await expect.poll(() => file.open).toBe(0);
    expect(file.opened).toBe(3 * AT_ONCE);
  });
});

it("too many who want it are told to come later", async () => {
  const file = await aFile();
  await Promise.all(Array.from({ length: AT_ONCE }, () => reader(file.port)));
  const others = Array.from({ length: 40 }, () =>
    fetch(`http://127.0.0.1:${file.port}/file`, { signal: AbortSignal.timeout(3000) }),
  );
  const told = (await Promise.allSettled(others)).flatMap((one) => (one.status === "fulfilled" ? [one.value] : []));
  expect(new Set(told.map(({ status }) => status))).toEqual(new Set([503]));
  expect(told.every(({ headers }) => Number(headers.get("retry-after")) > 0)).toBe(true);
  expect(file.opened).toBe(AT_ONCE);
});
