/** Whatever Discord does, each notice is told once: alone or named in one message about several, the most urgent first. */
import { describe, expect, it, onTestFinished } from "vitest";
import { noticeId, type Told } from "../../src/judge/notice.ts";
import { openSqliteBeside } from "../../src/store/sqlite.ts";
import type { QuietHours } from "../../src/time/quiet-hours.ts";
import { type Rehearsal, rehearse } from "../stand-ins/bot.ts";
import { accessTo, startDiscord } from "../stand-ins/discord/discord.ts";
import { CHANNEL } from "../stand-ins/discord/ids.ts";
import { headOf, textOf } from "../stand-ins/discord/said.ts";
import type { PostedMessage, Trouble } from "../stand-ins/discord/world.ts";
import { notice, told } from "../stand-ins/every-notice.ts";
import { fc, test } from "../stand-ins/properties.ts";

const WATCH = "xinjiang-assessment";
const byKind = new Map(told.map((one) => [one.kind, one]));

/** A bot without sources to look at, on Discord. Discord's clock goes with the bot's. */
async function onDiscord({ quiet, isWebhook = false }: { quiet?: QuietHours; isWebhook?: boolean } = {}) {
  const discord = await startDiscord();
  const { discordChannelId, ...secrets } = accessTo(discord);
  const rehearsal = await rehearse({
    secrets: { ...secrets, ...(isWebhook ? { discordWebhookUrl: discord.webhook } : { discordChannelId }) },
    adjust: (config) => {
      config.settings.discord.card = "off";
      if (quiet) config.settings.discord.places = [{ channel: CHANNEL, quiet }];
    },
  });
  onTestFinished(() => discord.close());
  discord.now = () => Date.parse(rehearsal.clock.now());
  const recorded: string[] = [];
  return {
    discord,
    rehearsal,
    recorded,
    /** Records something as to be told. */
    record: async (kind: Told["kind"]) => {
      const what = byKind.get(kind);
      if (!what) throw new Error(kind);
      const one = notice(what, { key: `${kind} ${recorded.length}`, watch: WATCH, at: rehearsal.clock.now() });
      await rehearsal.bot.store.record(WATCH, { notices: [one] });
      recorded.push(noticeId(one));
      return noticeId(one);
    },
    pass: async (minutes: number) => rehearsal.clock.sleep(minutes * 60_000),
    /** What others say in the channel meanwhile. */
    chatter: (messages: number) => {
      for (let index = 0; index < messages; index++)
        discord.messages.push({
          ...{
            id: discord.nextId(),
            channel: CHANNEL,
            author: { id: "923456789012345678" },
            flags: 0,
            embeds: [],
            files: {},
            edits: 0,
          },
          timestamp: new Date(discord.now()).toISOString(),
          content: "something else",
        });
    },
    ours: () => discord.messages.filter(({ author }) => author.id !== "923456789012345678"),
  };
}

type World = Awaited<ReturnType<typeof onDiscord>>;

async function drain({ rehearsal }: Pick<World, "rehearsal">) {
  return rehearsal.bot.deliver(60_000);
}

async function states(rehearsal: Rehearsal) {
  const database = await openSqliteBeside(rehearsal.config.dataDirectory);
  const rows = await database?.selectFrom("delivery").selectAll().where("channel", "!=", "terminal").execute();
  await database?.destroy();
  return rows ?? [];
}

const invalid: Trouble = { status: 400, body: { message: "Invalid Form Body", code: 50035, errors: {} } };
const busy: Trouble = {
  status: 429,
  body: { message: "You are being rate limited.", retry_after: 3, global: false },
  headers: { "retry-after": "3", "x-ratelimit-scope": "user" },
};

describe("the outbox", () => {
  it("sends the rest when one message is refused for good, and says why", async () => {
    const world = await onDiscord();
    const { discord, record, rehearsal } = world;
    discord.trouble = ({ body, method }) =>
      method === "POST" && JSON.stringify(body).includes("Cannot look") ? invalid : undefined;
    const blind = await record("blind");
    await record("changed");
    await record("published");
    const { pending } = await drain(world);
    expect(pending).toBe(0);
    expect(world.ours().map((message) => headOf(message).split(":")[0])).toEqual(["Published", "New"]);
    const refused = (await states(rehearsal)).filter(({ state }) => state === "refused");
    expect(refused).toEqual([expect.objectContaining({ notice: blind, error: expect.stringContaining("50035") })]);
  });

  it("tells of a muted watch the publication and what may be it; the rest when the mute is over", async () => {
    const world = await onDiscord();
    const { record, rehearsal } = world;
    const [watch] = rehearsal.config.watches;
    if (!watch) throw new Error("no watch");
    await rehearsal.bot.use({ ...rehearsal.config, watches: [{ ...watch, mute_until: "2021-12-12" }] });
    for (const kind of ["changed", "blind", "signalled", "published", "revised"] as const) await record(kind);
    await drain(world);
    const heads = () => world.ours().map((message) => headOf(message).split(":")[0]);
    expect(heads()).toEqual(["Published", "Possibly published", "What counts has changed"]);
    // 12 December begins in Geneva.
    rehearsal.clock.moveTo("2021-12-11T22:59:00Z");
    await drain(world);
    expect(heads()).toHaveLength(3);
    rehearsal.clock.moveTo("2021-12-11T23:00:00Z");
    await drain(world);
    expect(heads().slice(3)).toEqual(["Meanwhile"]);
  });

  it("goes on with the rest when one message is answered with an error of Discord’s for ever", async () => {
    const world = await onDiscord();
    const { discord, record } = world;
    discord.trouble = ({ body, method }) =>
      method === "POST" && JSON.stringify(body).includes("Cannot look") ? { status: 500 } : undefined;
    await record("blind");
    await record("reminder");
    for (let tries = 0; tries < 8; tries++) {
      await drain(world);
      await world.pass(2);
    }
    expect(world.ours().map(textOf)).toEqual([expect.stringContaining("Not published yet")]);
  });

  it("tells each of several by itself where the message about them is refused", async () => {
    const world = await onDiscord();
    world.discord.trouble = ({ body, method }) =>
      method === "POST" && JSON.stringify(body).includes("Meanwhile") ? invalid : undefined;
    for (const kind of ["changed", "recovered", "overdue"] as const) await world.record(kind);
    await world.pass(20);
    await drain(world);
    await drain(world);
    expect((await states(world.rehearsal)).map(({ state }) => state)).toEqual(["sent", "sent", "sent"]);
    expect(world.ours()).toHaveLength(3);
  });

  it.each<[string, (body: string) => boolean, RegExp]>([
    ["without its picture, where that is refused", (body) => body.includes("attachments"), /^sent without its picture/],
    ["as an embed, where nothing is laid out", (body) => body.includes('"type":17'), /^sent as an embed/],
    [
      "without an embed, where those are refused too",
      (body) => /"type":17|"embeds":\[\{/.test(body),
      /^sent without an embed/,
    ],
    ["as one line, where all more is refused", (body) => body.length > 420, /^sent as one line/],
  ])("sends “published” %s", async (_, isRefused, lacks) => {
    const world = await onDiscord();
    world.discord.trouble = ({ body, method, path }) =>
      method === "POST" && path.endsWith("/messages") && isRefused(JSON.stringify(body)) ? invalid : undefined;
    await world.record("published");
    await drain(world);
    const [message, ...others] = world.ours();
    expect(others).toEqual([]);
    expect(message && textOf(message)).toContain("Published: OHCHR assessment");
    expect(await states(world.rehearsal)).toEqual([
      expect.objectContaining({ state: "sent", error: expect.stringMatching(lacks) }),
    ]);
  });

  it("tells “published” within seconds of an outage's end, whatever a reminder waits for", async () => {
    const world = await onDiscord();
    world.discord.trouble = () => ({ status: 503 });
    await world.record("reminder");
    for (let tries = 0; tries < 8; tries++) await drain(world);
    await world.record("published");
    await drain(world);
    world.discord.trouble = () => undefined;
    const back = world.discord.now();
    await drain(world);
    const [first] = world.ours();
    expect(first && textOf(first)).toContain("Published");
    expect(world.discord.now() - back).toBeLessThanOrEqual(16_000);
  });

  it("tells the newest state first after an outage, and what is past in one message", async () => {
    const world = await onDiscord();
    world.discord.trouble = () => ({ status: 503 });
    for (const kind of ["blind", "changed", "published", "recovered", "withdrawn"] as const) {
      await world.record(kind);
      await world.pass(20);
    }
    world.discord.trouble = () => undefined;
    await drain(world);
    const [state, past, ...others] = world.ours();
    expect(others).toEqual([]);
    expect(state && textOf(state)).toContain("No longer there");
    expect(past && textOf(past)).toMatch(
      /Meanwhile: 4 messages that waited[\s\S]*Cannot look[\s\S]*New: [\s\S]*Published: [\s\S]*Looking again/,
    );
    expect((await states(world.rehearsal)).map(({ state: one }) => one).toSorted()).toEqual([
      "sent",
      ...Array(4).fill("summed-up"),
    ]);
  });

  it.each([
    ["at once", 0],
    ["after ten minutes in which others wrote 700 messages", 10],
  ])("finds a message whose answer was lost instead of posting it twice, %s", async (_, minutes) => {
    const world = await onDiscord();
    world.discord.troubles = ["accept-and-drop"];
    await world.record("published");
    await world.rehearsal.bot.deliver(0);
    expect(world.ours()).toHaveLength(1);
    await world.pass(minutes);
    world.chatter(minutes * 70);
    await world.rehearsal.restart();
    await drain(world);
    expect(world.ours()).toHaveLength(1);
    expect(await states(world.rehearsal)).toEqual([expect.objectContaining({ state: "sent" })]);
  });

  it("finds a webhook’s message whose answer was lost, where a bot may read the channel", async () => {
    const world = await onDiscord({ isWebhook: true });
    world.discord.troubles = ["accept-and-drop"];
    await world.record("published");
    await world.rehearsal.bot.deliver(0);
    await world.pass(10);
    world.chatter(250);
    await drain(world);
    expect(world.ours()).toHaveLength(1);
    expect(world.discord.mistakes).toEqual([]);
  });

  it.each<["published" | "changed", number]>([
    ["published", 4],
    ["changed", 60],
  ])(
    "finds a message (%s) whose answer was lost, also after an outage of %i minutes in which it was tried again",
    async (kind, minutes) => {
      const world = await onDiscord();
      const { discord } = world;
      discord.nonceKept = 180_000;
      discord.troubles = ["accept-and-drop"];
      await world.record(kind);
      await world.rehearsal.bot.deliver(0);
      const back = discord.now() + minutes * 60_000;
      discord.trouble = () => (discord.now() < back ? { status: 503 } : undefined);
      world.chatter(150);
      for (let tries = 0; discord.now() < back + 600_000 && tries < 400; tries++) {
        await world.rehearsal.bot.deliver(0);
        await world.pass(minutes / 15);
      }
      expect(world.ours()).toHaveLength(1);
      expect(await states(world.rehearsal)).toEqual([expect.objectContaining({ state: "sent" })]);
    },
  );

  it("finds a message whose answer was lost before the machine’s clock was set back", async () => {
    const world = await onDiscord();
    const { discord, rehearsal } = world;
    discord.troubles = ["accept-and-drop"];
    await world.record("published");
    await rehearsal.bot.deliver(0);
    rehearsal.clock.setTo("2021-12-10T11:00:00Z");
    // It was posted a quarter of an hour ago.
    for (const message of discord.messages) message.timestamp = "2021-12-10T10:45:00.000Z";
    discord.nonceKept = 0;
    world.chatter(20);
    await drain(world);
    expect(world.ours()).toHaveLength(1);
  });

  it.each<[string, Trouble]>([
    ["a page with 200", { status: 200, body: "<html>Sign in to this network</html>" }],
    ["200 and nothing", { status: 200, body: "" }],
    ["JSON that is no message", { status: 200, body: { ok: true } }],
    ["204", { status: 204 }],
    ["a redirection", { status: 302, headers: { location: "/portal" } }],
    ["a proxy’s 400", { status: 400, body: "<html><center>cloudflare</center></html>" }],
    ["a proxy’s 401", { status: 401, body: "<html>Proxy</html>" }],
    ["a proxy’s 404", { status: 404, body: "<html>Not found</html>" }],
  ])("takes %s for neither a yes nor a no, over bot and webhook", async (_, trouble) => {
    for (const isWebhook of [false, true]) {
      const world = await onDiscord({ isWebhook });
      world.discord.trouble = ({ path }) =>
        /messages$|webhooks/.test(path) || path === "/portal" ? trouble : undefined;
      await world.record("published");
      await world.rehearsal.bot.deliver(0);
      world.discord.trouble = () => undefined;
      await drain(world);
      expect(world.ours()).toHaveLength(1);
      expect((await states(world.rehearsal)).filter(({ state }) => state !== "sent")).toEqual([]);
    }
  });

  it("does not post a webhook’s message again because the bot could not look just then", async () => {
    const world = await onDiscord({ isWebhook: true });
    world.discord.troubles = ["accept-and-drop"];
    await world.record("published");
    await world.rehearsal.bot.deliver(0);
    await world.pass(10);
    let looks = 0;
    world.discord.trouble = ({ method }) => (method === "GET" && looks++ < 2 ? { status: 500 } : undefined);
    await drain(world);
    expect(world.ours()).toHaveLength(1);
  });

  it("tells “published” without its picture while Discord takes no uploads", async () => {
    const world = await onDiscord();
    world.discord.trouble = ({ body }) =>
      JSON.stringify(body ?? "").includes("attachments") ? { status: 500 } : undefined;
    await world.record("published");
    await drain(world);
    expect(world.ours()).toHaveLength(1);
    expect(await states(world.rehearsal)).toEqual([
      expect.objectContaining({ state: "sent", error: expect.stringContaining("without its picture") }),
    ]);
  });

  it("answers the message that a further one belongs to", async () => {
    const world = await onDiscord();
    for (const kind of ["signalled", "published", "corrected"] as const) {
      await world.record(kind);
      await drain(world);
      await world.pass(1);
    }
    const [signal, published, correction] = world.ours();
    expect([published, correction].map((one) => one?.message_reference?.message_id)).toEqual([
      signal?.id,
      published?.id,
    ]);
  });

  it("is silent in the hours of quiet but for the publication itself, and sums up in the morning", async () => {
    const world = await onDiscord({ quiet: { from: "22:00", to: "07:00", zone: "Europe/Zurich" } });
    world.rehearsal.clock.moveTo("2021-12-10T22:30:00Z");
    await world.record("changed");
    await drain(world);
    await world.pass(60);
    await world.record("published");
    await world.record("blind");
    await drain(world);
    expect(world.ours().map((message) => headOf(message).split(":")[0])).toEqual(["Published"]);
    world.rehearsal.clock.moveTo("2021-12-11T06:00:00Z");
    await drain(world);
    expect(world.ours().slice(1).map(textOf)).toEqual([expect.stringMatching(/New: [\s\S]*Cannot look/)]);
  });

  it("does not wait for hours because the machine’s clock was set back", async () => {
    const world = await onDiscord();
    world.discord.trouble = () => ({ status: 503 });
    await world.record("published");
    await world.rehearsal.bot.deliver(0);
    world.discord.trouble = () => undefined;
    world.rehearsal.clock.setTo("2021-12-10T05:00:00Z");
    await world.rehearsal.bot.deliver(0);
    expect(world.ours()).toHaveLength(1);
  });

  it("has a change answer the signal of the same minutes, and stand alone later", async () => {
    const world = await onDiscord();
    await world.record("signalled");
    for (const minutes of [1, 30]) {
      await world.pass(minutes);
      await world.record("changed");
      await drain(world);
    }
    const [signal, ...changes] = world.ours();
    expect(changes.map((one) => one.message_reference?.message_id)).toEqual([signal?.id, undefined]);
  });

  type Step =
    | { kind: Told["kind"] }
    | { trouble: Trouble }
    | { minutes: number; chatter: number }
    | "drain"
    | "restart";
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constantFrom<Told["kind"]>("published", "changed", "reminder", "blind", "withdrawn"),
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        trouble: fc.constantFrom<Trouble>("accept-and-drop", "hang up", busy, { status: 502 }, invalid),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ minutes: fc.integer({ min: 0, max: 40 }), chatter: fc.integer({ min: 0, max: 120 }) }),
    },
    { weight: 3, arbitrary: fc.constant("drain" as const) },
    { weight: 1, arbitrary: fc.constant("restart" as const) },
  );

  test(
    "tells each notice once, in order of urgency, whatever happens on the way",
    [fc.array(step, { minLength: 3, maxLength: 25 })],
    async (steps) => {
      const world = await onDiscord();
      const { discord, rehearsal, record, pass, chatter, ours } = world;
      for (const one of steps) {
        if (one === "drain") await rehearsal.bot.deliver(0);
        else if (one === "restart") await rehearsal.restart();
        else if ("kind" in one) await record(one.kind);
        else if ("trouble" in one) discord.troubles.push(one.trouble);
        else {
          await pass(one.minutes);
          chatter(one.chatter);
        }
      }
      discord.troubles = [];
      const before = ours().length;
      for (let pending = 1; pending > 0; await pass(1)) ({ pending } = await drain(world));
      const rows = await states(rehearsal);
      expect(rows.map(({ notice: id }) => id).toSorted()).toEqual(world.recorded.toSorted());
      // What Discord takes in none of its four forms is refused, and holds up nothing.
      const refusals = steps.filter((one) => typeof one === "object" && "trouble" in one && one.trouble === invalid);
      const refused = rows.filter(({ state }) => state === "refused");
      expect(refused.length * 4).toBeLessThanOrEqual(refusals.length);
      expectOnce(
        ours(),
        rows.filter((row) => !refused.includes(row)),
      );
      // What failed many times stands behind the others.
      const atEnd = ours()
        .slice(before)
        .map((message) => rows.find(({ notice: id }) => textOf(message).includes(id)))
        .filter((row) => (row?.attempts ?? 0) <= 5)
        .map((row) => row?.urgency ?? 9);
      expect(atEnd).toEqual(atEnd.toSorted((a, b) => a - b));
    },
    30,
  );
});

/** Each delivery's mark stands in one message of ours: its own, or the one that sums it up and has its title. */
function expectOnce(messages: readonly PostedMessage[], rows: Awaited<ReturnType<typeof states>>): void {
  const marks = new Set(rows.map(({ notice: id, sum_up: summed }) => summed ?? id));
  for (const mark of marks) expect(messages.filter((message) => textOf(message).includes(mark))).toHaveLength(1);
  expect(messages).toHaveLength(marks.size);
  expect(
    rows.every(
      ({ state, sum_up }) => (state === "sent" && sum_up === null) || (state === "summed-up" && sum_up !== null),
    ),
  ).toBe(true);
}
