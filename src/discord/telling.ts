/** Answers that tell what was said before, and why. */
import type { APIEmbed } from "discord.js";
import { shownMoment } from "../deliver/channels/discord/embed.ts";
import { plain, titled } from "../deliver/channels/discord/plain.ts";
import type { Evidence } from "../judge/evidence.ts";
import { catalogue } from "../message/languages.ts";
import { shortenLines } from "../message/shorten.ts";
import { newsOf } from "../message/where-things-stand.ts";
import { titleOf } from "../message/wording.ts";
import type { Language } from "../watch/names.ts";
import type { Watch } from "../watch/watch.ts";
import { type Desk, overviewOf, talkIn } from "./desk.ts";
import { folded } from "./pages.ts";

/** Of the newest. */
const MOST_NOTICES = 500;
/** Of a field's text (Discord's documentation, "Embed Limits"). */
const FIELD = 1024;
const MOST_HOSTS = 5;
const MAX_LINK = 60;

export async function showHistory(desk: Desk, watches: readonly Watch[], language: Language): Promise<APIEmbed[]> {
  const talk = talkIn(language);
  const [only, ...others] = watches;
  const filter = only && others.length === 0 ? { watch: only.id } : {};
  const told = (await desk.store.notices.list({ ...filter, limit: MOST_NOTICES })).reverse();
  const lines = told.map((notice) => `${shownMoment(notice.at)} · ${plain(titleOf(notice, language), 250)}`);
  return folded(talk.history, lines.length > 0 ? lines : [talk.nothingTold], "\n");
}

/** The last verdict of each watch: what it rests on, and what would change it. */
export async function showWhy(desk: Desk, watches: readonly Watch[], language: Language): Promise<APIEmbed[]> {
  const words = catalogue(language);
  const { talk } = words;
  return Promise.all(
    watches.map(async (watch) => {
      const { status, evidence } = await overviewOf(desk, watch);
      const { verdict, reading = { read: 0, of: 0 } } = status;
      const standing = evidence.filter(({ state }) => state !== "dismissed");
      const hosts = watch.publisher.hosts.slice(0, MOST_HOSTS).map((host) => plain(host, 100));
      return {
        title: plain(status.title, 256),
        description: `**${plain(newsOf(words, status, evidence), 200)}**`,
        fields: [
          {
            name: talk.why.restsOn,
            value: shortenLines(
              [
                talk.why.looked(reading.read, reading.of),
                ...standing.toReversed().map((item) => found(watch, item, language)),
              ].join("\n"),
              FIELD,
            ),
          },
          { name: talk.why.wouldChange, value: shortenLines(talk.why.changes[verdict](hosts), FIELD) },
        ],
      };
    }),
  );
}

/** One piece of evidence: the rule by which it counts, and where it stands. */
function found(watch: Watch, { title, url, rule, state, foundAt }: Evidence, language: Language): string {
  const { rules, talk } = catalogue(language);
  const { name, below } = titled(watch, title, url.length <= MAX_LINK ? url : "", 60);
  const gone = state === "gone" ? ` · ${talk.gone}` : "";
  return [`• ${name}: ${rules[rule].name}${gone} · ${shownMoment(foundAt)}`, ...below].join("\n");
}
