/** A notice as others can quote it: what was said, of what, when, by which evidence, and where it stands. */
import { html } from "hono/html";
import { type Notice, noticeId } from "../../judge/notice.ts";
import { titleOf } from "../../message/wording.ts";
import type { Html } from "../layout.ts";
import type { Reader } from "../reader.ts";

/** Grounds that a citation names; its page has the others. */
const MOST_NAMED = 2;
/** So much of a digest that nobody finds another with it by chance. */
const DIGEST = 16;

/**
 * @param now the title with what became of it since
 * @param address of the notice's page; left out where others cannot open it, as the address of a machine in the house tells nobody anything
 */
export function citation(
  { words, says, language }: Reader,
  notice: Notice,
  now: string,
  address: string | undefined,
): string {
  const { cite } = words;
  const title = says.typeset(titleOf(notice, language));
  const { title: what, publisher } = notice.status;
  const grounds = notice.grounds.slice(0, MOST_NAMED);
  return [
    cite.said(says.moment(notice.at), title),
    ...(now === title ? [] : [cite.since(now)]),
    cite.of(what, publisher),
    ...(grounds.length === 0 ? [cite.noPage] : []),
    ...grounds.map(({ url, capture }) => cite.evidence(url, capture.slice(0, DIGEST))),
    address ? cite.address(address) : cite.notice(noticeId(notice)),
  ].join(" ");
}

/** To be selected by hand; with JavaScript there is a button that copies it. */
export function citationView({ words }: Reader, id: string, text: string): Html {
  const { cite } = words;
  return html`<details class="cite"><summary>${cite.heading}</summary>
<blockquote id="cite-${id}" dir="auto">${text}</blockquote>
<p><button type="button" class="quiet small" data-copy="cite-${id}" data-copied="${cite.copied}" data-failed="${cite.notCopied}" hidden>${cite.copy}</button> <span role="status"></span></p></details>`;
}
