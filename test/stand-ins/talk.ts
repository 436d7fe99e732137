/** A real bot that is spoken to on a stand-in for Discord. */
import { PermissionFlagsBits } from "discord.js";
import { pino } from "pino";
import { expect, onTestFinished } from "vitest";
import { converse } from "../../src/discord/conversation.ts";
import type { Desk } from "../../src/discord/desk.ts";
import type { Drafts } from "../../src/discord/drafts.ts";
import { systemClock } from "../../src/time/clock.ts";
import { Ending } from "../../src/time/ending.ts";
import { type Rehearsal, type RehearsalOptions, rehearse } from "./bot.ts";
import { accessTo, startDiscord, toldIn } from "./discord/discord.ts";
import type { Answer } from "./discord/interactions.ts";
import { buttonsOf, headOf } from "./discord/said.ts";
import type { Discord } from "./discord/world.ts";
import { LATEST_PATH, listing, ordinaryRows, TITLE } from "./ohchr.ts";
import { QUICK_WAITS } from "./waits.ts";

export interface Talk {
  discord: Discord;
  rehearsal: Rehearsal;
  /** What the conversation logged, by event. */
  logged: { event: string; error?: string; wait?: number }[];
  /** Sends what is pending. */
  deliver(): Promise<void>;
  /** Ends the conversation. */
  stop(): Promise<void>;
}

/** Somebody who may manage the server. */
export const KEEPER = { permissions: PermissionFlagsBits.ManageGuild, name: "keeper", person: "623456789012345671" };

interface TalkOptions extends RehearsalOptions {
  prepare?: (discord: Discord) => void;
  /** Watches may be drafted, and are kept here as long as these say; none is ever written. */
  drafts?: Drafts;
}

export async function talk(options: TalkOptions = {}): Promise<Talk> {
  const discord = await startDiscord();
  options.prepare?.(discord);
  const secrets = { ...accessTo(discord), ...options.secrets };
  const rehearsal = await rehearse({ ...options, secrets });
  const { bot, config, clock } = rehearsal;
  const logged: Talk["logged"] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const { places } = bot.telling;
  if (!places) throw new Error("no places");
  const deliver = async () => {
    await rehearsal.bot.deliver(5000);
    await rehearsal.bot.telling.showCards();
  };
  const told: Promise<void>[] = [];
  const ending = new Ending();
  const desk: Desk = {
    store: bot.store,
    watcher: bot.watcher,
    places,
    followPlaces: () => bot.telling.followPlaces(),
    watches: config.watches,
    record: config.record,
    settings: config.settings,
    clock,
    log,
    ending,
    tellNow: () => void told.push(deliver()),
    upkeep: options.drafts && {
      keeping: () => ({ config, store: bot.store, now: clock.now() }),
      taken: async () => undefined,
      drafting: bot.drafting,
      ending: ending.begun,
    },
  };
  const conversation = converse(desk, secrets, QUICK_WAITS, options.drafts);
  onTestFinished(async () => {
    await conversation.stop();
    await Promise.all(told);
    await discord.close();
    // Whatever a test is about: no answer is one that Discord would refuse.
    expect(discord.mistakes).toEqual([]);
  });
  return { discord, rehearsal, logged, deliver, stop: () => conversation.stop() };
}

/** Resolves when something has come true; a test that waits in vain runs into its time limit. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await systemClock.sleep(10);
}

export const START = "2021-12-10T12:00:00Z";
export const LATER = "2022-08-31T12:00:00Z";
const ELSEWHERE = "https://copies.example.net/report";

/** Options of a command that are texts. */
export const text = (...named: [string, unknown][]) => named.map(([name, value]) => ({ name, type: 3, value }));

/** The buttons of an answer, or of a message, by what they carry. */
export function idsIn({ body: { components = [] } }: Pick<Answer, "body">): string[] {
  return components.flatMap((row) => row.components.map((button) => button.custom_id ?? ""));
}

/** A bot that has looked once, and listens. */
export async function ready(options: Parameters<typeof talk>[0] = {}): Promise<Talk> {
  const spoken = await talk(options);
  await spoken.rehearsal.at(START);
  await spoken.deliver();
  await spoken.discord.gateway.whenReady();
  await until(() => spoken.discord.commands.size > 0);
  return spoken;
}

/** A bot that has just posted a signal. */
export async function signalled(options: Parameters<typeof talk>[0] = {}) {
  const spoken = await ready(options);
  const { rehearsal, discord } = spoken;
  rehearsal.origin.pages[LATEST_PATH] = listing([
    { title: TITLE, url: ELSEWHERE, date: "31 August 2022" },
    ...ordinaryRows(),
  ]);
  await rehearsal.at(LATER);
  await spoken.deliver();
  const message = toldIn(discord).find((one) => headOf(one).startsWith("Possibly published"));
  if (!message) throw new Error("no signal was posted");
  const [confirm = "", dismiss = ""] = buttonsOf(message).map((button) => button.custom_id ?? "");
  return { ...spoken, message, confirm, dismiss };
}
