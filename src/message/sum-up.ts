/** Several notices in one message: what could not be told in its time, or where several watches stand. */
import { type Notice, noticeId } from "../judge/notice.ts";
import type { Language } from "../watch/names.ts";
import { catalogue } from "./languages.ts";
import { type Message, titleOf } from "./wording.ts";

/** Named one by one; more are counted. */
const MOST_NAMED = 20;

/** Links to the bot's own pages; those of the newest. */
const MOST_LINKS = 5;

/**
 * @param notices the oldest first
 * @param pageOf the bot's own page on a notice, where people can open it
 */
export function saySumUp(
  notices: readonly Notice[],
  language: Language = "en",
  pageOf: (id: string) => string | undefined = () => undefined,
): Message {
  const { sumUp: words, stretch, moment } = catalogue(language);
  const isDigest = notices.every(({ kind }) => kind === "reminder");
  const named = notices.slice(-MOST_NAMED);
  const more = notices.length - named.length;
  const line = (notice: Notice) =>
    isDigest
      ? `• ${titleOf(notice, language)}${notice.status.day > 0 ? ` (${stretch(notice.status.promisedOn, notice.status.today)})` : ""}`
      : `• ${moment(notice.at)}: ${titleOf(notice, language)}`;
  return {
    title: isDigest ? words.digest(notices.length) : words.title(notices.length),
    paragraphs: [...(more > 0 ? [words.earlier(more)] : []), named.map(line).join("\n")],
    links: named.slice(-MOST_LINKS).flatMap((notice) => {
      const url = pageOf(noticeId(notice));
      return url ? [{ label: titleOf(notice, language), url }] : [];
    }),
    instants: named.map(({ at }) => at),
  };
}
