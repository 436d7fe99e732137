/** Several notices in one message: what could not be told in its time. */
import type { Notice } from "../judge/notice.ts";
import type { Language } from "../watch/names.ts";
import { catalogue } from "./languages.ts";
import { type Message, titleOf } from "./wording.ts";

/** Named one by one; more are counted. */
const MOST_NAMED = 20;

/** @param notices the oldest first */
export function saySumUp(notices: readonly Notice[], language: Language = "en"): Message {
  const words = catalogue(language).sumUp;
  const { moment } = catalogue(language);
  const named = notices.slice(-MOST_NAMED);
  const more = notices.length - named.length;
  return {
    title: words.title(notices.length),
    paragraphs: [
      ...(more > 0 ? [words.earlier(more)] : []),
      named.map((notice) => `• ${moment(notice.at)}: ${titleOf(notice, language)}`).join("\n"),
    ],
    links: [],
    instants: named.map(({ at }) => at),
  };
}
