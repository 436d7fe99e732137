/** Floods of requests against a page: each a crowd that asks at once, holds on, or says nothing. */
import { type ClientRequest, type IncomingMessage, type RequestOptions, request } from "node:http";
import { connect, type Socket } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { ATTACKED, type AttackedBot } from "./attacked-bot.ts";

export const PASSWORD = "a long: and secret phrase";
const HOLD_MS = 5000;

const basic = (password: string) => ({
  authorization: `Basic ${Buffer.from(`somebody:${password}`).toString("base64")}`,
});
const RIGHT = basic(PASSWORD);

interface Flood {
  name: string;
  /** @returns what came of it, as counts by status */
  attack: (bot: AttackedBot) => Promise<Tally>;
}

export type Tally = Map<string, number>;

export const FLOODS: readonly Flood[] = [
  { name: "nothing", attack: () => sleep(1000, new Map()) },
  { name: "400 pages at once", attack: (bot) => flood(bot, 400, `/watches/${ATTACKED}`) },
  { name: "100 clocks at once", attack: (bot) => flood(bot, 100, `/watches/${ATTACKED}/clock.png`) },
  {
    name: "100 clocks of either theme",
    attack: (bot) => flood(bot, 100, (i) => `/watches/${ATTACKED}/clock.png?theme=${i % 2 ? "dark" : "light"}`),
  },
  { name: "12 views of a capture of 40 MB", attack: (bot) => flood(bot, 12, `/captures/${bot.archived.file}`) },
  { name: "12 downloads of it", attack: (bot) => flood(bot, 12, `/captures/${bot.archived.file}/bytes`) },
  { name: "50 downloads that nobody reads", attack: (bot) => held(bot, 50, `/captures/${bot.archived.file}/bytes`) },
  { name: "400 reviews of a year", attack: (bot) => flood(bot, 400, "/log?days=365") },
  { name: "400 askings for metrics", attack: (bot) => flood(bot, 400, "/metrics") },
  {
    name: "400 guesses at once",
    attack: (bot) => flood(bot, 400, "/", (i) => ({ headers: basic(`guess number ${i}`) })),
  },
  {
    name: "400 guesses, all the same",
    attack: (bot) => flood(bot, 400, "/", () => ({ headers: basic("the same guess") })),
  },
  { name: "60 HEADs of live updates, then a listener", attack: headsThenListener },
  { name: "400 listeners", attack: (bot) => held(bot, 400, "/events") },
  { name: "2000 connections that say nothing", attack: (bot) => silent(bot, 2000, "") },
  {
    name: "400 headers a byte at a time",
    attack: (bot) => silent(bot, 400, "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ", "x"),
  },
  { name: "400 bodies a byte at a time", attack: (bot) => silent(bot, 400, slowPost(bot), "x") },
  {
    name: "200 headers of 1 MB",
    attack: (bot) =>
      silent(bot, 200, `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: ${"x".repeat(1024 * 1024)}\r\n\r\n`),
  },
  { name: "200 forms of a megabyte", attack: (bot) => flood(bot, 200, `/watches/${ATTACKED}/pause`, () => form(bot)) },
];

type Options = RequestOptions & { body?: string };

function ask(bot: AttackedBot, path: string, { body, ...options }: Options): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    const asking: ClientRequest = request(bot.address + path, { agent: false, headers: RIGHT, ...options }, resolve);
    asking.on("error", reject).end(body);
  });
}

/** Asks so often at once, and reads what is answered. */
async function flood(
  bot: AttackedBot,
  times: number,
  path: string | ((index: number) => string),
  how: (index: number) => Options = () => ({}),
): Promise<Tally> {
  const asked = Array.from({ length: times }, async (_, index) => {
    const answer = await ask(bot, typeof path === "string" ? path : path(index), how(index));
    for await (const _piece of answer);
    return String(answer.statusCode);
  });
  return tallied(asked);
}

/** Asks so often at once, reads the beginning, and holds on. */
async function held(bot: AttackedBot, times: number, path: string): Promise<Tally> {
  const answers: IncomingMessage[] = [];
  const asked = Array.from({ length: times }, async () => {
    const answer = await ask(bot, path, {});
    answers.push(answer.on("error", () => undefined));
    return String(answer.statusCode);
  });
  const tally = await Promise.race([tallied(asked), sleep(2 * HOLD_MS).then((): Tally => new Map([["waits", times]]))]);
  await sleep(HOLD_MS);
  for (const answer of answers) answer.destroy();
  return tally;
}

async function headsThenListener(bot: AttackedBot): Promise<Tally> {
  await flood(bot, 60, "/events", () => ({ method: "HEAD" }));
  return held(bot, 1, "/events");
}

function slowPost(bot: AttackedBot): string {
  return `POST /watches/${ATTACKED}/pause HTTP/1.1\r\nHost: 127.0.0.1\r\nOrigin: ${bot.address}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000000\r\nAuthorization: ${RIGHT.authorization}\r\n\r\n`;
}

function form(bot: AttackedBot): Options {
  const headers = { ...RIGHT, origin: bot.address, "content-type": "application/x-www-form-urlencoded" };
  return { method: "POST", headers, body: `reason=${"x".repeat(999_000)}` };
}

/** Connections that say something, then a byte now and then, and listen. */
async function silent(bot: AttackedBot, times: number, says: string, more?: string): Promise<Tally> {
  const sockets: Socket[] = [];
  const asked = Array.from({ length: times }, async (_, index) => {
    await sleep(index);
    return new Promise<string>((resolve) => {
      const socket = connect(bot.port, "127.0.0.1", () => socket.write(says));
      sockets.push(socket);
      socket.once("data", (answer) => resolve(/^HTTP\/1\.1 (\d+)/.exec(answer.toString("latin1"))?.[1] ?? "?"));
      socket.once("error", () => resolve("cut off")).once("close", () => resolve("cut off"));
      setTimeout(() => resolve("waits"), times + HOLD_MS);
      if (more) setInterval(() => socket.destroyed || socket.write(more), 100).unref();
    });
  });
  const tally = await tallied(asked);
  for (const socket of sockets) socket.destroy();
  return tally;
}

async function tallied(asked: readonly Promise<string>[]): Promise<Tally> {
  const tally: Tally = new Map();
  for (const one of await Promise.all(asked.map((each) => each.catch(() => "cut off"))))
    tally.set(one, (tally.get(one) ?? 0) + 1);
  return tally;
}
