/** The answer to “how do such promises usually end, and when?”: figures with their range, what they rest on, and the rows themselves. */
import type { APIEmbed } from "discord.js";
import { linked, plain } from "../deliver/channels/discord/plain.ts";
import { catalogue } from "../message/languages.ts";
import { allOddsWords, beforehandSentence, caveats, rowWords, signsOf, whyNoOdds } from "../message/odds-words.ts";
import { shortenLines } from "../message/shorten.ts";
import { oddsOn } from "../status/overview.ts";
import { rowsLike } from "../track-record/odds.ts";
import type { Language } from "../watch/names.ts";
import { hostOf, type Watch } from "../watch/watch.ts";
import { type Desk, overviewOf } from "./desk.ts";

const DESCRIPTION = 4000;
/** Of the rows behind the figures, the newest; the page and the command line have all. */
const MOST_ROWS = 8;
const MAX_LINK = 300;

export async function showOdds(desk: Desk, watches: readonly Watch[], language: Language): Promise<APIEmbed[]> {
  return Promise.all(watches.map((watch) => oddsEmbed(desk, watch, language)));
}

async function oddsEmbed(desk: Desk, named: Watch, language: Language): Promise<APIEmbed> {
  const words = catalogue(language);
  const { record } = words;
  const shown = await overviewOf(desk, named);
  const { watch, status } = shown;
  const title = plain(watch.title, 256);
  const found = oddsOn(shown, desk.record, status.today);
  const { odds, beforehand } = found;
  if (!odds)
    return {
      title,
      description: [
        whyNoOdds(words, watch, found),
        ...(beforehand ? [beforehandSentence(words, beforehand)] : []),
      ].join("\n"),
    };
  const { says, promise } = odds;
  const sentences = allOddsWords(words, odds, status);
  const signs = says.kind === "chance" ? [`${signsOf(says.nextDays.chance)}`] : [];
  const rows = rowsLike(watch, desk.record, promise.kind);
  const listed = rows.slice(0, MOST_ROWS).map((row) => {
    const link = row.sources.find((source) => source.link && source.link.length <= MAX_LINK)?.link;
    return `• ${plain(rowWords(words, row), 300)}${link ? ` ${linked(hostOf(link), link, 100)}` : ""}`;
  });
  const more = rows.length > listed.length ? [`-# ${record.more(rows.length - listed.length)}`] : [];
  return {
    title,
    description: shortenLines(
      [
        ...signs,
        ...sentences.map((sentence) => plain(sentence, 400)),
        "",
        `**${record.heading}**`,
        ...listed,
        ...more,
        "",
        ...caveats(words, desk.record, odds).map((line) => `-# ${plain(line, 400)}`),
      ].join("\n"),
      DESCRIPTION,
    ),
  };
}
