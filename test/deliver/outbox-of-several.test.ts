/** Of several processes, one writes to a place at a time: everything is told once there, in its order, also when that one is gone. */
import { setTimeout as wait } from "node:timers/promises";
import { pino } from "pino";
import { expect, it, vi } from "vitest";
import type { Channel, Sent } from "../../src/deliver/channel.ts";
import { Outbox } from "../../src/deliver/outbox.ts";
import type { Store } from "../../src/store/store.ts";
import { systemClock } from "../../src/time/clock.ts";
import { notice, told } from "../stand-ins/every-notice.ts";
import { severalOnPostgres } from "../stand-ins/stores.ts";

const SILENT = pino({ level: "silent" });
const [FIRST] = told;

/** A place that takes its time, and notes who writes what. */
function place(id: string) {
  const heard: { by: string; id: string }[] = [];
  let writers = 0;
  let most = 0;
  const channelOf = (by: string, answer: () => Promise<Sent> = async () => ({ kind: "sent" })): Channel => ({
    id,
    takes: () => true,
    send: async (what) => {
      writers += 1;
      most = Math.max(most, writers);
      heard.push({ by, id: what.id });
      await wait(5);
      writers -= 1;
      return answer();
    },
    amend: async () => ({ kind: "sent" }),
  });
  return { heard, channelOf, mostAtOnce: () => most };
}

const outboxOf = (store: Store, ...channels: Channel[]) => {
  store.deliverTo(async () => channels);
  return new Outbox(store, channels, systemClock, SILENT);
};

async function record(store: Store, count: number): Promise<void> {
  if (!FIRST) throw new Error("no notice");
  for (let number = 0; number < count; number++) {
    const at = new Date(Date.now() + number).toISOString();
    await store.record("w", { notices: [notice(FIRST, { key: `news ${number}`, watch: "w", at })] });
  }
}

it("everything is told once in each place, whoever has time, and no place is written to by two at once", async () => {
  const { stores } = await severalOnPostgres("one", "two", "three");
  const places = ["a", "b", "c"].map(place);
  const outboxes = stores.map((store, index) =>
    outboxOf(store, ...places.map(({ channelOf }) => channelOf(`${index}`))),
  );
  const [store] = stores;
  if (store) await record(store, 12);
  await Promise.all(outboxes.map((outbox) => outbox.drain(0)));
  for (const { heard, mostAtOnce } of places) {
    expect(new Set(heard.map(({ id }) => id)).size).toBe(12);
    expect(heard).toHaveLength(12);
    expect(mostAtOnce()).toBe(1);
  }
});

it("a place whose process was killed is another's after a while, which knows that the message may have arrived", async () => {
  const { stores, client } = await severalOnPostgres("one", "two");
  const [one, other] = stores as [Store, Store];
  const { heard, channelOf } = place("a");
  const killed = outboxOf(
    one,
    channelOf("one", () => new Promise(() => undefined)),
  );
  await record(one, 1);
  void killed.drain(0).catch(() => undefined);
  await expect.poll(() => heard).toHaveLength(1);
  const tries: (number | undefined)[] = [];
  const channel = channelOf("other");
  const watching: Channel = {
    ...channel,
    send: (what, triedAgo) => {
      tries.push(triedAgo);
      return channel.send(what, triedAgo);
    },
  };
  const survivor = outboxOf(other, watching);
  await survivor.drain(0);
  expect(heard).toHaveLength(1);
  // It has not been heard of for so long.
  await client.query("UPDATE line SET held_until = 1 WHERE name = 'channel a'");
  await survivor.drain(0);
  expect(heard.map(({ by }) => by)).toEqual(["one", "other"]);
  expect(tries).toEqual([expect.any(Number)]);
});

it("who was held up by the database for so long that another told it tells nothing", async () => {
  const { stores, client } = await severalOnPostgres("one", "two");
  const [one, other] = stores as [Store, Store];
  const { heard, channelOf } = place("a");
  const [late, next] = [outboxOf(one, channelOf("late")), outboxOf(other, channelOf("next"))];
  await record(one, 1);
  const mark = one.deliveries.mark.bind(one.deliveries);
  const lines = one.shared?.lines;
  vi.spyOn(one.deliveries, "mark").mockImplementationOnce(async (...marked) => {
    await client.query("UPDATE line SET held_until = 1 WHERE name = 'channel a'");
    if (lines) vi.spyOn(lines, "isHeld").mockReturnValue(false);
    await next.drain(0);
    await mark(...marked);
  });
  await late.drain(0);
  expect(heard.map(({ by }) => by)).toEqual(["next"]);
});

it("what is another process's to tell is left to it", async () => {
  const { stores } = await severalOnPostgres("one", "two");
  const [one, other] = stores as [Store, Store];
  const [tokens, webhooks] = [place("discord-channel:1"), place("discord-webhook:1")];
  const both = (by: string) => [tokens.channelOf(by), webhooks.channelOf(by)];
  const [worker, speaker] = [outboxOf(one, ...both("worker")), outboxOf(other, ...both("speaker"))];
  worker.writeOnlyTo((id) => id.startsWith("discord-webhook:"));
  speaker.writeOnlyTo((id) => id.startsWith("discord-channel:"));
  await record(one, 3);
  await worker.drain(0);
  await speaker.drain(0);
  expect(new Set(webhooks.heard.map(({ by }) => by))).toEqual(new Set(["worker"]));
  expect(new Set(tokens.heard.map(({ by }) => by))).toEqual(new Set(["speaker"]));
  expect([webhooks.heard.length, tokens.heard.length]).toEqual([3, 3]);
});
