/** Whatever a service does, each notice reaches its people: once where the service knows a message again, and never not at all. */
import { describe, expect, it, vi } from "vitest";
import { secretsHere } from "../../../src/config/redaction.ts";
import { rehearse } from "../../stand-ins/bot.ts";
import { told } from "../../stand-ins/every-notice.ts";
import type { Service, Trouble } from "../../stand-ins/services/service.ts";
import { SERVICES, startMatrix, startNtfy, startSlack, startTelegram } from "../../stand-ins/services/services.ts";
import { KINDS as NOTICES, telling, WATCH } from "../../stand-ins/telling.ts";

type Kind = keyof typeof SERVICES;
const KINDS = Object.keys(SERVICES) as Kind[];
/** Those by which a message that comes twice is known. */
const KNOW_AGAIN: readonly Kind[] = ["webhook", "ntfy", "matrix"];

/** A bot without sources to look at, that writes to a service. */
async function writingTo(service: Service, publicUrl?: string) {
  const rehearsal = await rehearse({
    secrets: { channels: service.secrets },
    adjust: ({ settings }) => {
      settings.delivery.channels = [service.channel];
      settings.delivery.terminal = "off";
      if (publicUrl) settings.web.public_url = publicUrl;
    },
  });
  return telling(rehearsal);
}

describe.each(KINDS)("%s", (kind) => {
  const start = SERVICES[kind];

  it("tells a notice of every kind, once", async () => {
    const service = await start();
    const { drain, record } = await writingTo(service);
    const titles: string[] = [];
    for (const one of NOTICES) titles.push((await record(one)).title);
    expect(await drain()).toMatchObject({ pending: 0, errors: [] });
    expect(service.shown.toSorted()).toEqual(titles.map((title) => title.slice(0, 150)).toSorted());
  });

  it.each<[string, Trouble[]]>([
    ["is down", [{ status: 500 }, { status: 502, body: "<html>bad gateway</html>" }, { status: 504 }]],
    ["breaks before it took it", ["broken", "broken"]],
    ["asks to wait", [{ status: 429, headers: { "retry-after": "7" }, body: "slow down" }]],
    ["is being mended", [{ status: 503, headers: { "retry-after": "30" } }]],
    ["floods its answer", ["flood"]],
  ])("that %s is told it later, once", async (_, troubles) => {
    const service = await start();
    const { drain, record } = await writingTo(service);
    service.troubles.push(...troubles);
    const { title } = await record("published");
    expect(await drain()).toMatchObject({ pending: 0 });
    expect(service.shown).toEqual([title]);
  });

  it("that took it and could not say so is told it again: nobody misses it, and who knows it again is not told it twice", async () => {
    const service = await start();
    const { drain, record, rehearsal } = await writingTo(service);
    service.troubles.push("taken, then broken");
    const { title } = await record("published");
    // The process ends before it knows, and another takes its place.
    await drain(0);
    await rehearsal.restart();
    await drain();
    expect(service.shown).toEqual(KNOW_AGAIN.includes(kind) ? [title] : [title, title]);
  });

  it.each([401, 403, 404])("that answers %i is let be until a person mends it; then it is told", async (status) => {
    const service = await start();
    const { drain, record, rehearsal } = await writingTo(service);
    service.troubles.push({ status, body: "no" });
    const { title } = await record("signalled");
    const drained = await drain(0);
    expect(drained.errors[0]).toMatch(new RegExp(`answered ${status}.*; .*(?:check|make|sign)`));
    expect(drained.pending).toBe(1);
    await rehearsal.restart();
    await drain();
    expect(service.shown).toEqual([title]);
  });

  it("that refuses one message takes the next, and “published” waits behind nothing", async () => {
    const service = await start();
    const { drain, record } = await writingTo(service);
    for (let tries = 0; tries < 3; tries++) service.troubles.push({ status: 413, body: "too large" });
    await record("overdue");
    await drain(0);
    const { title } = await record("published");
    await drain();
    expect(service.shown.some((shown) => shown.startsWith(title))).toBe(true);
  });

  it("links each message to its evidence on the bot’s own page, where people can open that", async () => {
    const service = await start();
    const { drain, record } = await writingTo(service, "https://watch.example.org/");
    const { id } = await record("published");
    await drain();
    const sent = service.asked.map(({ body }) => body).join("\n");
    expect(sent).toContain(`https://watch.example.org/notices/${id}`);
  });

  it("is sent nothing that is secret, whatever a site said", async () => {
    const service = await start();
    const { drain, record } = await writingTo(service);
    await record("blind");
    await drain();
    const bodies = service.asked.map(({ body }) => body).join("\n");
    for (const secret of Object.values(service.secrets)) expect(bodies).not.toContain(secret);
  });
});

it.each([
  ["slack", startSlack],
  ["matrix", startMatrix],
  ["telegram", startTelegram],
  ["ntfy", startNtfy],
] as const)("what answers 200 in place of %s has taken nothing", async (_, start) => {
  const service = await start();
  const { drain, record } = await writingTo(service);
  service.troubles.push({ status: 200, body: "<html>Please log in to this network</html>" });
  const { title } = await record("published");
  expect(await drain()).toMatchObject({ pending: 0 });
  expect(service.shown).toEqual([title]);
});

it("what was learnt since stands in the message itself, where a service lets it be changed", async () => {
  for (const start of [startMatrix, startTelegram]) {
    const service = await start();
    const { drain, record, rehearsal } = await writingTo(service);
    const { id } = await record("signalled");
    await drain();
    const [first] = told.flatMap((one) => (one.kind === "signalled" ? [one.signal.id] : []));
    await rehearsal.bot.store.decisions.leave(
      WATCH,
      { evidence: first ?? "", decision: "dismiss", reason: "a press release" },
      { from: "page", name: "A. Reader" },
      rehearsal.clock.now(),
    );
    await rehearsal.bot.store.deliveries.mark(service.channel.id, [id], { is_stale: 1 });
    await drain();
    const last = service.asked.at(-1);
    expect(last?.path).toMatch(/editMessageText|send\/m\.room\.message/);
    expect(last?.body).toMatch(/edit|m\.replace|message_id/);
    expect(service.shown.length).toBeLessThanOrEqual(2);
  }
});

it("a group that became a supergroup is followed there", async () => {
  const service = await startTelegram();
  const { drain, record } = await writingTo(service);
  service.troubles.push({
    status: 400,
    body: {
      ok: false,
      error_code: 400,
      description: "Bad Request: group chat was upgraded",
      parameters: { migrate_to_chat_id: -1009876543210 },
    },
  });
  const { title } = await record("published");
  expect(await drain(0)).toMatchObject({ pending: 0, errors: [] });
  expect(service.shown).toEqual([title]);
  expect(JSON.parse(service.asked.at(-1)?.body ?? "").chat_id).toBe("-1009876543210");
});

it.each<[string, object, RegExp]>([
  [
    "asks for patience",
    { ok: false, error_code: 429, description: "Too Many Requests", parameters: { retry_after: 5 } },
    /^$/,
  ],
  [
    "does not know the chat",
    { ok: false, error_code: 400, description: "Bad Request: chat not found" },
    /check the chat/,
  ],
  [
    "was thrown out",
    { ok: false, error_code: 403, description: "Forbidden: bot was kicked" },
    /check TELEGRAM_TOKEN and the chat/,
  ],
])("Telegram that %s is understood by its own words", async (_, body, error) => {
  const service = await startTelegram();
  const { drain, record } = await writingTo(service);
  service.troubles.push({ status: (body as { error_code: number }).error_code, body });
  await record("published");
  const { errors } = await drain(10_000);
  expect(errors.join("").replace(/.*429.*/, "")).toMatch(error);
});

describe("whatever a service says, it is that channel's alone", () => {
  it.each<[string, () => Promise<Service>, Trouble]>([
    ["Matrix names an event that is none", startMatrix, { status: 200, body: { event_id: {} } }],
    [
      "Matrix asks to wait for ever",
      startMatrix,
      { status: 429, body: { errcode: "M_LIMIT_EXCEEDED", retry_after_ms: 1e17 } },
    ],
    [
      "Telegram asks to wait for a word",
      startTelegram,
      { status: 429, body: { ok: false, description: "wait", parameters: { retry_after: "abc" } } },
    ],
    [
      "Telegram asks to wait for ever",
      startTelegram,
      { status: 429, body: { ok: false, description: "wait", parameters: { retry_after: 1e15 } } },
    ],
    ["Telegram describes it by a number", startTelegram, { status: 400, body: { ok: false, description: 5 } }],
    [
      "Telegram describes it by nothing",
      startTelegram,
      { status: 500, body: { ok: false, description: null, parameters: null } },
    ],
    ["ntfy names it by nothing", startNtfy, { status: 201, body: { id: null } }],
    ["Slack is a login page", startSlack, { status: 202, body: "<html>log in</html>" }],
    ["Apprise is a login page", SERVICES.apprise, { status: 200, body: "<!doctype html><p>log in" }],
    ["JSON is none of it", startMatrix, { status: 500, body: "[[[" }],
  ])("%s", async (_, start, trouble) => {
    const [lying, honest] = [await start(), await SERVICES.webhook()];
    const rehearsal = await rehearse({
      secrets: { channels: { ...lying.secrets, ...honest.secrets } },
      adjust: ({ settings }) => {
        settings.delivery.channels = [lying.channel, honest.channel];
        settings.delivery.terminal = "off";
      },
    });
    const { record } = telling(rehearsal);
    lying.troubles.push(trouble);
    const { title } = await record("published");
    await rehearsal.bot.deliver(0);
    expect(honest.shown).toEqual([title]);
    // It is let be for a day at the most.
    rehearsal.clock.moveTo(new Date(Date.parse(rehearsal.clock.now()) + 86_400_001).toISOString());
    await rehearsal.bot.deliver(600_000);
    expect(lying.shown.map((shown) => shown.slice(0, title.length))).toEqual([title]);
  });

  it("where it goes is no secret to itself: a topic of any length is written to", async () => {
    const service = await startNtfy();
    secretsHere.keep(service.secrets.NTFY_URL ?? "");
    secretsHere.keep("a-long-topic-name");
    secretsHere.keep("a-secret-of-another-service");
    const { drain, record } = await writingTo(service);
    await record("published");
    await drain();
    expect(service.shown).toHaveLength(1);
  });
});

it("a database that fails while several are told is told of by who drains, and ends nothing unheard", async () => {
  const [one, other] = [await SERVICES.webhook(), await SERVICES.apprise()];
  const rehearsal = await rehearse({
    secrets: { channels: { ...one.secrets, ...other.secrets } },
    adjust: ({ settings }) => {
      settings.delivery.channels = [one.channel, other.channel];
      settings.delivery.terminal = "off";
    },
  });
  const { record } = telling(rehearsal);
  await record("published");
  const { deliveries } = rehearsal.bot.store;
  const failing = vi.spyOn(deliveries, "mark").mockImplementation(async (channel) => {
    throw new Error(`the disk is full (${channel})`);
  });
  await expect(rehearsal.bot.deliver(0)).rejects.toThrow("the disk is full");
  failing.mockRestore();
  expect(await rehearsal.bot.deliver(60_000)).toMatchObject({ pending: 0 });
  expect([one.shown.length, other.shown.length]).toEqual([1, 1]);
});
