/** What a command found or brought about: left for the channels that `start` serves, or told to those that the command's own environment names. */
import type { Bot } from "../bot/bot.ts";
import type { Config } from "../config/load.ts";
import { forMachines, forPeople } from "../deliver/channels/terminal.ts";
import type { Notice } from "../judge/notice.ts";
import { URGENCY } from "../judge/urgency.ts";
import type { Store } from "../store/store.ts";

export interface SayHere {
  /** Tell it here; otherwise it is printed, and left for `start`. */
  sayHere?: boolean;
}

interface Way extends SayHere {
  config: Config;
  json?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

/** How long a channel is waited for that asks to wait; what is left is sent by `start`, or the next time. */
const DELIVERY_PATIENCE_MS = 20_000;

/** @returns whether all of it is told, or left */
export async function tellOrLeave(bot: Bot, found: readonly Notice[], way: Way): Promise<boolean> {
  if (way.sayHere) {
    const { pending, errors } = await bot.deliver(DELIVERY_PATIENCE_MS, way.signal);
    for (const error of errors) process.stderr.write(`Not delivered: ${error}\n`);
    await bot.telling.showCards(way.signal);
    return pending === 0;
  }
  const { kinds, language } = way.config.settings.delivery;
  const show = way.json ? forMachines : (notice: Notice) => forPeople(notice, undefined, language);
  const shown = found.filter(({ kind }) => kinds.includes(kind)).sort((a, b) => URGENCY[a.kind] - URGENCY[b.kind]);
  for (const notice of shown) process.stdout.write(`${show(notice)}\n`);
  return true;
}

/** Says how many messages wait for `start`, where any do. */
export async function sayLeft(store: Store | undefined): Promise<void> {
  const left = (await store?.left.count()) ?? 0;
  if (left > 0) process.stdout.write(`${leftInWords(left)}\n`);
}

/** @param left how many messages wait for `start` */
export function leftInWords(left: number): string {
  return left === 1 ? "1 message waits for `start`." : `${left.toLocaleString("en")} messages wait for \`start\`.`;
}
