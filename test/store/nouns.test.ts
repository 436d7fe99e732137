/** What the store keeps besides looks, asked for as the bot asks: the same in each of the databases. */
import { describe, expect, it, onTestFinished } from "vitest";
import { noticeId, type Told } from "../../src/judge/notice.ts";
import { URGENCY } from "../../src/judge/urgency.ts";
import type { Store } from "../../src/store/store.ts";
import { notice, told } from "../stand-ins/every-notice.ts";
import { aLook } from "../stand-ins/looks.ts";
import { person } from "../stand-ins/persons.ts";
import { STORES } from "../stand-ins/stores.ts";

const WATCH = "w";
const at = (minute: number) => `2022-06-01T12:${String(minute).padStart(2, "0")}:00.000Z`;

describe.each(STORES)("in %s", (_, open) => {
  async function opened(channels: string[] = ["one", "two"]) {
    const store = await open();
    onTestFinished(() => store.close());
    store.deliverTo(async () => channels.map((id) => ({ id, takes: () => true })));
    store.submitPages(() => ["https://www.example.org/1", "https://www.example.org/2"]);
    await store.channels.open(channels, { isStart: true, areAll: true });
    return store;
  }

  async function record(store: Store, kind: Told["kind"], minute: number, watch = WATCH): Promise<string> {
    const what = told.find((one) => one.kind === kind);
    if (!what) throw new Error(kind);
    const one = notice(what, { key: `${kind} ${minute}`, watch, at: at(minute) });
    await store.record(watch, { notices: [one] });
    return noticeId(one);
  }

  it("what waits of a muted watch, however much it is, stands before nothing of another", async () => {
    const store = await opened();
    const [changed] = told.filter(({ kind }) => kind === "changed");
    if (!changed) throw new Error("changed");
    const many = Array.from({ length: 2001 }, (_, number) =>
      notice(changed, { key: `changed ${number}`, watch: "muted", at: at(1) }),
    );
    await store.record("muted", { notices: many });
    const [reminder, published] = [await record(store, "reminder", 2), await record(store, "published", 3, "muted")];
    expect((await store.waiting.of("two", ["muted"])).map((one) => one.notice)).toEqual([published, reminder]);
  });

  it("a reader by mail has one name to end it by; what waits for them then is not sent, and what comes after is, once they are back", async () => {
    const store = await opened(["desk/1", "two"]);
    const [token, again] = await Promise.all([store.readers.tokenOf("desk/1"), store.readers.tokenOf("desk/1")]);
    expect(again).toBe(token);
    expect(await store.readers.tokenOf("desk/2")).not.toBe(token);
    await record(store, "changed", 1);
    const reader = await store.readers.byToken(token);
    if (!reader) throw new Error("nobody");
    await store.readers.leave(reader, at(2));
    expect(await store.readers.left()).toEqual(new Set(["desk/1"]));
    expect(await store.waiting.of("desk/1")).toEqual([]);
    expect(await store.waiting.of("two")).toHaveLength(1);
    await store.readers.comeBack(reader);
    expect(await store.readers.left()).toEqual(new Set());
    expect(await store.readers.byToken("another")).toBeUndefined();
  });

  it("a notice is told once to each channel, the most urgent first, then the oldest", async () => {
    const store = await opened();
    const ids: string[] = [];
    for (const [kind, minute] of [
      ["reminder", 1],
      ["changed", 3],
      ["changed", 2],
      ["published", 9],
    ] as const)
      ids.push(await record(store, kind, minute));
    await record(store, "published", 9);
    expect(await store.waiting.count()).toBe(8);
    const waiting = await store.waiting.of("two");
    expect(waiting.map((one) => one.notice)).toEqual([ids[3], ids[2], ids[1], ids[0]]);
    expect(waiting.map(({ urgency }) => urgency)).toEqual(waiting.map(({ kind }) => URGENCY[kind]));
    await store.deliveries.mark("two", ids.slice(0, 3), { state: "sent", sent_at: at(10), remote_id: "7" });
    expect((await store.waiting.of("two")).map((one) => one.notice)).toEqual([ids[3]]);
    expect(await store.deliveries.lastSent("two", WATCH, ["changed"], { until: at(2) })).toBe("7");
    expect(await store.deliveries.lastSent("two", WATCH, ["changed"], { since: at(4), until: at(9) })).toBeUndefined();
    const counts = await store.deliveries.counts(at(0), at(59), WATCH);
    expect(new Map(counts.map(({ state, count }) => [state, count]))).toEqual(
      new Map([
        ["pending", 5],
        ["sent", 3],
      ]),
    );
    expect(
      (await store.notices.list({ watch: WATCH, since: at(2), until: at(9), limit: 2 })).map((one) => one.at),
    ).toEqual([at(3), at(9)]);
  });

  it("a channel that fails is let be, and is asked again for what is urgent first", async () => {
    const store = await opened();
    await record(store, "changed", 1);
    const rest = {
      failures: 3,
      rested_at: at(1),
      rest_until: at(30),
      urgent_rest_until: at(5),
      is_stopped: 0 as const,
    };
    await store.channels.failed("one", { ...rest, error: "answered 500" });
    expect(await store.waiting.nextChannel(at(2), ["two"])).toBeUndefined();
    expect(await store.waiting.nextTry([])).toBe(at(30));
    await record(store, "published", 2);
    expect(await store.waiting.nextTry([])).toBe(at(5));
    expect(await store.waiting.nextChannel(at(5), ["two"])).toBe("one");
    // The clock was set back.
    expect(await store.waiting.nextChannel(at(0), ["two"])).toBe("one");
    expect((await store.channels.failing()).map(({ channel, error }) => [channel, error])).toEqual([
      ["one", "answered 500"],
    ]);
    await store.channels.recovered("one");
    expect(await store.channels.one("one")).toMatchObject({ failures: 0, rest_until: null, error: null });
    await store.channels.open(["two"], { isStart: false, areAll: true });
    expect(await store.waiting.nextChannel(at(9), ["two"])).toBeUndefined();
  });

  it("what the web says is kept whatever characters it is of", async () => {
    const store = await opened();
    const odd = "a NUL \0, a half \ud83d, an end \u2028";
    const look = aLook({ outcome: "problem", problem: "unreadable", detail: odd });
    await store.record(WATCH, look);
    const { look: kept } = await store.looks.one(look.check.id);
    expect(kept?.detail?.replaceAll(/[\0\ufffd\ud83d]/g, "?")).toBe("a NUL ?, a half ?, an end \u2028");
  });

  it("a message is brought up to date when a copy was saved of what it rests on", async () => {
    const store = await opened(["one"]);
    const id = await record(store, "published", 1);
    await store.deliveries.mark("one", [id], { state: "sent", sent_at: at(1), remote_id: "7" });
    const [first, second] = await store.submissions.open(at(1));
    if (!first || !second) throw new Error("nothing was submitted");
    await store.submissions.mark(first, { state: "failed", error: "no" });
    expect(await store.deliveries.nextStale(at(2), [])).toBeUndefined();
    await store.submissions.mark(second, { state: "saved", saved_url: "https://web.example.org/2" });
    const stale = await store.deliveries.nextStale(at(2), []);
    expect(stale).toMatchObject({ notice: id, sequel: { copies: ["https://web.example.org/2"] } });
    if (!stale) return;
    await store.deliveries.markAmended(stale, null);
    expect(await store.deliveries.nextStale(at(2), [])).toBeUndefined();
    expect(await store.submissions.open(at(2))).toEqual([]);
  });

  it("what people decide waits until it was acted on, and one claim holds at a time", async () => {
    const store = await opened();
    const [ana, bea] = [await store.persons.handleOf(person("Ana")), await store.persons.handleOf(person("Bea"))];
    await store.decisions.leave(WATCH, { evidence: "e", decision: "dismiss" }, person("Ana"), at(2));
    const confirmed = { evidence: "e", decision: "confirm", reason: "“it” 報告" } as const;
    await store.decisions.leave(WATCH, confirmed, person("Bea"), at(1));
    const [first, second] = await store.decisions.open();
    expect([first, second]).toMatchObject([{ by: bea, reason: "“it” 報告" }, { by: ana }]);
    await store.record(WATCH, { applied: { id: first?.id ?? "", about: "e" } });
    expect((await store.decisions.open()).map(({ by }) => by)).toEqual([ana]);
    await store.statements.leave(WATCH, { statement: "s", decision: "add", as: { by: "Carla" } }, person("Ana"), at(1));
    expect(await store.statements.open()).toMatchObject([{ statement: "s", as: { by: "Carla" } }]);
    const claim = (by: string, until: number) => ({ evidence: "e", watch: WATCH, by, until: at(until) });
    expect(await store.claims.make(claim("1", 10), at(1))).toEqual(claim("1", 10));
    expect(await store.claims.make(claim("2", 20), at(9))).toEqual(claim("1", 10));
    expect(await store.claims.make(claim("1", 15), at(9))).toEqual(claim("1", 15));
    expect(await store.claims.make(claim("2", 20), at(15))).toEqual(claim("2", 20));
  });

  it("what was set up on Discord is kept, replaced and forgotten", async () => {
    const { discord } = await opened();
    const place = {
      guild: "g",
      watches: null,
      kinds: null,
      mention_role: null,
      language: "fr",
      card: "pinned",
      record: null,
      by: "Ana",
    };
    await discord.keepPlace({ ...place, channel: "b", at: at(1) });
    await discord.keepPlace({ ...place, channel: "a", at: at(2) });
    await discord.keepPlace({ ...place, channel: "b", at: at(3), language: "en" });
    expect((await discord.places()).map(({ channel, language }) => channel + language)).toEqual(["afr", "ben"]);
    expect([await discord.forgetPlace("a"), await discord.forgetPlace("a")]).toEqual([true, false]);
    await discord.mute("p", "Ana", at(1));
    await discord.mute("p", "Bea", at(2));
    expect(await discord.muted()).toEqual(new Set(["p"]));
    await discord.unmute("p");
    expect(await discord.muted()).toEqual(new Set());
    const hushed = { place: "p", watch: WATCH, how: "paused" as const, by: "Ana", at: at(1) };
    await discord.keepHushed({ ...hushed, how: "muted" });
    await discord.keepHushed(hushed);
    expect(await discord.hushed()).toEqual([hushed]);
    await discord.forgetHushed(hushed);
    expect(await discord.hushed()).toEqual([]);
    await discord.keepCard({ place: "p", watch: WATCH, target: "p", message: "1" });
    await discord.keepCard({ place: "p", watch: WATCH, target: "p", message: "2" });
    expect(await discord.card("p", WATCH)).toMatchObject({ message: "2" });
    await discord.forgetCard({ place: "p", watch: WATCH });
    expect(await discord.card("p", WATCH)).toBeUndefined();
  });
});
