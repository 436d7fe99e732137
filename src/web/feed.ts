/** The notices as an Atom feed (RFC 4287). */
import { html, raw } from "hono/html";
import { noticeId } from "../judge/notice.ts";
import { say } from "../message/wording.ts";
import type { Desk } from "./desk.ts";
import type { Html } from "./layout.ts";

const ENTRIES = 50;

/** @param base the address the feed was asked at, without a path */
export async function atom({ store, settings, watches }: Desk, base: string, watch?: string): Promise<Html> {
  const notices = (await store.notices.list({ watch, limit: ENTRIES })).reverse();
  const title = watches.find((one) => one.id === watch)?.title ?? "every watch";
  const self = `${base}${watch ? `/watches/${watch}` : ""}/feed.atom`;
  const entries = await Promise.all(
    notices.map(async (notice) => {
      const id = noticeId(notice);
      const message = say(notice, await store.notices.sequel(id, notice), settings.delivery.language);
      return html`<entry><id>urn:coming-weeks:notice:${id}</id><title>${clean(message.title)}</title><updated>${notice.at}</updated><link rel="alternate" type="text/html" href="${base}/notices/${id}"/><category term="${notice.kind}"/><content type="text">${clean([...message.paragraphs, ...(message.small ? [message.small] : []), ...message.links.map(({ label, url }) => `${label}: ${url}`)].join("\n\n"))}</content></entry>`;
    }),
  );
  return html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:coming-weeks:feed:${watch ?? "all"}</id><title>coming-weeks: ${clean(title)}</title><updated>${notices[0]?.at ?? "1970-01-01T00:00:00Z"}</updated><author><name>coming-weeks</name></author><link rel="self" type="application/atom+xml" href="${self}"/>${entries}</feed>`;
}

/** XML has no place for most control characters (XML 1.0 §2.2). */
function clean(text: string): string {
  return text.replace(/(?![\n\t])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "");
}
