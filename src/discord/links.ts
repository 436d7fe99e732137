/** What is known of the links in somebody's message. */
import type { Message } from "discord.js";
import { shownMoment } from "../deliver/channels/discord/embed.ts";
import { plain } from "../deliver/channels/discord/plain.ts";
import { addressKey } from "../judge/compare/identity.ts";
import { catalogue } from "../message/languages.ts";
import type { Overview } from "../status/overview.ts";
import type { Language } from "../watch/names.ts";
import { isHosted } from "../watch/watch.ts";
import { type Desk, overviewOf, type Reply, talkIn } from "./desk.ts";
import { folded, pagesOf } from "./pages.ts";

const MOST_LINKS = 5;
/** Of a message's text; an address ends where no address goes on. */
const LINK = /https?:\/\/[^\s<>"'`\\|^{}]{1,2000}/g;

/** What is looked at of a message; of one that was passed on, what stood in it. */
export type Read = Partial<Pick<Message, "content" | "embeds" | "components">> & {
  messageSnapshots?: ReadonlyMap<string, Read> | null;
};

export async function knownOfLinks(desk: Desk, message: Read | null, language: Language): Promise<Reply> {
  const talk = talkIn(language);
  const links = linksIn(message);
  if (links.length === 0) return { content: talk.links.none };
  const overviews = await Promise.all(desk.watches.map((watch) => overviewOf(desk, watch)));
  const [page] = pagesOf(
    folded(
      talk.links.title,
      links.map((link) => knownOf(overviews, link, language)),
    ),
  );
  return { embeds: page ?? [] };
}

/** The addresses in a message's text and in what is shown of them, each once. */
export function linksIn(message: Read | null): string[] {
  const all: Read[] = [message ?? {}, ...(message?.messageSnapshots?.values() ?? [])];
  const texts = all.flatMap(({ content, embeds = [], components = [] }) => [
    content,
    ...embeds.flatMap(({ url, title, description }) => [url, title, description]),
    JSON.stringify(components),
  ]);
  const kept = new Map<string, string>();
  for (const written of texts.flatMap((text) => text?.match(LINK) ?? [])) {
    const link = withoutEnd(written);
    if (URL.canParse(link)) kept.set(addressKey(link), link);
  }
  return [...kept.values()].slice(0, MOST_LINKS);
}

/** Without what ends a sentence or markup rather than an address. */
function withoutEnd(link: string): string {
  let end = link.length;
  while (".,;:!?)]*_~".includes(link.charAt(end - 1))) end--;
  return link.slice(0, end);
}

function knownOf(overviews: readonly Overview[], link: string, language: Language): string {
  const words = catalogue(language);
  const { links } = words.talk;
  const key = addressKey(link);
  const says = overviews.flatMap((shown) => inWatch(shown, key, language));
  const owners = overviews.filter(({ watch }) => isHosted(watch, link));
  const names = [...new Set(owners.map(({ watch }) => plain(watch.publisher.name, 100)))];
  const whose = names.length > 0 ? links.publishers(words.list(names)) : links.nobodys;
  return [`**${plain(link, 200)}**`, ...(says.length > 0 ? says : [links.nothing]), whose].join("\n");
}

function inWatch({ watch, sources, evidence }: Overview, key: string, language: Language): string[] {
  const { talk, rules } = catalogue(language);
  const title = plain(watch.title, 150);
  const isHere = (url: string) => URL.canParse(url) && addressKey(url) === key;
  return [
    ...watch.sources
      .filter(({ url, formerly }) => [url, ...formerly].some(isHere))
      .map(({ id }) => {
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
