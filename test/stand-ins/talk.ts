/** A real bot that is spoken to on a stand-in for Discord. */
import { PermissionFlagsBits } from "discord.js";
import { pino } from "pino";
import { onTestFinished } from "vitest";
import { converse } from "../../src/discord/conversation.ts";
import type { Desk } from "../../src/discord/desk.ts";
import { systemClock } from "../../src/time/clock.ts";
import { Ending } from "../../src/time/ending.ts";
import { type Rehearsal, type RehearsalOptions, rehearse } from "./bot.ts";
import { accessTo, startDiscord } from "./discord/discord.ts";
import type { Discord } from "./discord/world.ts";

export interface Talk {
  discord: Discord;
  rehearsal: Rehearsal;
  /** What the conversation logged, by event. */
  logged: { event: string; error?: string }[];
  /** Sends what is pending. */
  deliver(): Promise<void>;
}

/** Somebody who may manage the server. */
export const KEEPER = { permissions: PermissionFlagsBits.ManageGuild, name: "keeper", person: "623456789012345671" };

export async function talk(options: RehearsalOptions & { prepare?: (discord: Discord) => void } = {}): Promise<Talk> {
  const discord = await startDiscord();
  options.prepare?.(discord);
  const secrets = { ...accessTo(discord), ...options.secrets };
  const rehearsal = await rehearse({ ...options, secrets });
  const { bot, config, clock } = rehearsal;
  const logged: Talk["logged"] = [];
  const log = pino({ level: "debug" }, { write: (line: string) => void logged.push(JSON.parse(line)) });
  const { places } = bot;
  if (!places) throw new Error("no places");
  const deliver = async () => {
    await rehearsal.bot.deliver(5000);
    await rehearsal.bot.showCards();
  };
  const told: Promise<void>[] = [];
  const ending = new Ending();
  const desk: Desk = {
    store: bot.store,
    watcher: bot.watcher,
    places,
    followPlaces: () => bot.followPlaces(),
    watches: config.watches,
    settings: config.settings,
    clock,
    log,
    ending,
    tellNow: () => void told.push(deliver()),
  };
  const conversation = converse(desk, secrets);
  onTestFinished(async () => {
    await conversation.stop();
    await Promise.all(told);
    await discord.close();
  });
  return { discord, rehearsal, logged, deliver };
}

/** Resolves when something has come true; a test that waits in vain runs into its time limit. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await systemClock.sleep(10);
}
