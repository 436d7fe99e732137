/** A bot as `start` runs it, on Discord, beside an office's site: what a person does there to have a watch added, or removed. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { accessTo, startDiscord } from "./discord/discord.ts";
import type { Answer, Interactions } from "./discord/interactions.ts";
import type { Discord } from "./discord/world.ts";
import { type LivingBot, livingBot } from "./living-bot.ts";
import { listing, page, type Row } from "./ohchr.ts";
import { type Origin, type Pages, startOrigin } from "./origin.ts";
import { idsIn, KEEPER, until } from "./talk.ts";

export const OFFICE = "https://www.office.example.org";

const ROWS: Row[] = [1, 2, 3].map((day) => ({
  title: `Report number ${day} on roads`,
  url: `/reports/${day}`,
  date: `${day} April 2022`,
}));
const long = (title: string) => page(`<h1>${title}</h1><p>${"Words of a report on roads. ".repeat(150)}</p>`);

/** Its news, with a report behind each item. */
export const OFFICES_PAGES: Pages = {
  "/news": listing(ROWS),
  ...Object.fromEntries(ROWS.map(({ title, url = "" }) => [url, long(title)])),
};

/** What somebody types into the first form. */
export const TYPED = {
  title: "Report on the Marlow Harbour fire",
  who: "the chair, 1 May 2022",
  words: "It will be published in the coming weeks.",
  link: "",
  site: `${OFFICE}/news`,
};

type Asking = Parameters<Interactions["button"]>[1];
type Body = Answer["body"];

export interface SlashWatch {
  discord: Discord;
  bot: LivingBot;
  origin: Origin;
  /** The files in the folder of the watches: name → text. */
  files(): Record<string, string>;
  /** Opens the form, and says what it is. */
  open(asking?: Asking): Promise<Answer>;
  /** Opens the form, types into it, and waits for what is proposed. */
  add(typed?: Partial<typeof TYPED>, asking?: Asking): Promise<Shown>;
  /** Presses a button, or sends a form that one opened, and waits for what comes of it. */
  press(id: string, asking?: Asking): Promise<Shown>;
  send(id: string, fields: Record<string, string>, asking?: Asking): Promise<Shown>;
  remove(watch: string, asking?: Asking): Promise<Answer>;
}

/** An answer once nothing more comes of it. */
interface Shown {
  answer: Answer;
  body: Body;
  content: string;
  /** Everything that its embed says. */
  text: string;
  /** Its buttons: what each is for → what it carries. */
  buttons: Record<string, string>;
}

/** @param fetch settings of how pages are fetched @param databaseUrl where several share one */
export async function slashWatch(
  pages: Pages = OFFICES_PAGES,
  fetch: object = {},
  databaseUrl?: string,
): Promise<SlashWatch> {
  const discord = await startDiscord();
  const origin = await startOrigin(pages);
  onTestFinished(async () => void (await Promise.all([discord.close(), origin.close()])));
  const { discordToken, discordChannelId, discordApiUrl } = accessTo(discord);
  const environment = {
    ...{ DISCORD_TOKEN: discordToken, DISCORD_CHANNEL_ID: discordChannelId, DISCORD_API_URL: discordApiUrl },
    ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
  };
  const bot = await livingBot(environment, { fetch: { origins: { [OFFICE]: origin.address }, ...fetch } });
  const { gateway } = discord;
  await gateway.whenReady();
  await until(() => discord.commands.size > 0);
  const watches = join(bot.config, "watches");
  const open = (asking: Asking = KEEPER) => gateway.command("watch", [{ name: "add", type: 1, options: [] }], asking);
  const send = async (id: string, fields: Record<string, string>, asking: Asking = KEEPER) =>
    settled(await gateway.modal(id, fields, asking));
  return {
    ...{ discord, bot, origin, open, send },
    files: () =>
      Object.fromEntries(
        readdirSync(watches)
          .filter((name) => name.endsWith(".yaml"))
          .map((name) => [name, readFileSync(join(watches, name), "utf8")]),
      ),
    add: async (typed = {}, asking = KEEPER) => {
      const { body } = await open(asking);
      return send(body.custom_id ?? "", { ...TYPED, ...typed }, asking);
    },
    press: async (id, asking = KEEPER) => settled(await gateway.button(id, asking)),
    remove: (watch, asking = KEEPER) =>
      gateway.command(
        "watch",
        [{ name: "remove", type: 1, options: [{ name: "watch", type: 3, value: watch }] }],
        asking,
      ),
  };
}

/** What is looked at is said as it goes: what counts is what stands there in the end. */
async function settled(answer: Answer): Promise<Shown> {
  const last = () => answer.later.at(-1) ?? answer.body;
  await until(() => !/^(?:I am looking at|Je lis)/.test(last().content ?? ""));
  const body = last();
  const [embed] = body.embeds ?? [];
  const fields = (embed?.fields ?? []).map(({ name, value }) => `${name}: ${value}`);
  const ids = idsIn({ body }).map((id) => [id.split(":")[1] ?? "", id]);
  return {
    ...{ answer, body, content: body.content ?? "" },
    text: [embed?.title ?? "", embed?.description ?? "", ...fields].join("\n"),
    buttons: Object.fromEntries(ids),
  };
}
