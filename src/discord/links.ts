/** What is known of the links in somebody's message. */
import type { Message } from "discord.js";
import { plain, shownMoment } from "../deliver/channels/discord/embed.ts";
import { addressKey } from "../judge/compare/identity.ts";
import { catalogue } from "../message/languages.ts";
import type { Language } from "../watch/names.ts";
import { isHosted, type Watch } from "../watch/watch.ts";
import { type Desk, overviewOf, type Reply, talkIn } from "./desk.ts";
import { folded, pagesOf } from "./pages.ts";

const MOST_LINKS = 5;
const MAX_URL = 2000;
/** Of a message's text; an address ends where no address goes on. */
const LINK = /https?:\/\/[^\s<>"'`\\|^{}]{1,2000}/g;

export async function knownOfLinks(
  desk: Desk,
  message: Partial<Message> | undefined,
  language: Language,
): Promise<Reply> {
  const talk = talkIn(language);
  const links = linksIn(message);
  if (links.length === 0) return { content: talk.links.none };
  const lines = await Promise.all(links.map((link) => knownOf(desk, link, language)));
  const [page] = pagesOf(folded(talk.links.title, lines));
  return { embeds: page ?? [] };
}

/** The addresses in a message's text and in what is shown of them, each once. */
export function linksIn(message: Partial<Message> | undefined): string[] {
  const shown = (message?.embeds ?? []).flatMap(({ url, title, description }) => [url, title, description]);
  const found = [message?.content, ...shown].flatMap((text) => text?.match(LINK) ?? []);
  const kept = new Map<string, string>();
  for (const written of found) {
    const link = written.replace(/[.,;:!?)\]*_~]+$/, "");
    if (link.length <= MAX_URL && URL.canParse(link)) kept.set(addressKey(link), link);
  }
  return [...kept.values()].slice(0, MOST_LINKS);
}

async function knownOf(desk: Desk, link: string, language: Language): Promise<string> {
  const words = catalogue(language);
  const { links } = words.talk;
  const key = addressKey(link);
  const says = (await Promise.all(desk.watches.map((watch) => inWatch(desk, watch, key, language)))).flat();
  const owners = desk.watches.filter((watch) => isHosted(watch, link));
  const names = [...new Set(owners.map(({ publisher }) => plain(publisher.name, 100)))];
  const whose = names.length > 0 ? links.publishers(words.list(names)) : links.nobodys;
  return [`**${plain(link, 200)}**`, ...(says.length > 0 ? says : [links.nothing]), whose].join("\n");
}

async function inWatch(desk: Desk, watch: Watch, key: string, language: Language): Promise<string[]> {
  const { talk, rules } = catalogue(language);
  const { sources, evidence, watch: now } = await overviewOf(desk, watch);
  const title = plain(watch.title, 150);
  const isHere = (url: string) => URL.canParse(url) && addressKey(url) === key;
  const watched = now.sources.filter(({ url, formerly }) => [url, ...formerly].some(isHere));
  return [
    ...watched.map(({ id }) => {
      const source = sources.find((one) => one.id === id);
      return talk.links.watched(title, plain(source?.name ?? id, 80), source?.goodAt && shownMoment(source.goodAt));
    }),
    ...evidence
      .filter(({ url, files = [] }) => [url, ...files.map((file) => file.url)].some(isHere))
      .map(({ rule, state, foundAt, id }) => {
        const stands = { standing: "", dismissed: ` (${talk.dismissed})`, gone: ` (${talk.gone})` }[state];
        return `${talk.links.evidence(title, rules[rule].name, shownMoment(foundAt))}${stands} · \`${id}\``;
      }),
  ];
}
