/** One change that was seen: what it is of, where, and what became of it word by word. */
import { html } from "hono/html";
import type { Change } from "../../judge/compare/change.ts";
import { changeTitle } from "../../message/change-words.ts";
import { fromRow } from "../../store/row-json.ts";
import { type Html, outside, quoted } from "../layout.ts";
import type { Reader } from "../reader.ts";
import { changedLines, titleDiff } from "./diff.ts";

export function changeView(reader: Reader, change: Change): Html {
  const { words } = reader;
  const { kind, title, url, date, before, from, moreLines = 0 } = change;
  return html`<section class="change">
<h2>${words.notice.kinds[kind]}: ${quoted(title)}</h2>
<p class="small">${outside(url)}${date ? html` · ${words.notice.datedOn(date)}` : ""}${from ? html` · ${words.notice.beforeAt} ${outside(from)}` : ""}</p>
${before === undefined ? "" : titleDiff(reader, before, title)}
${changedLines(reader, change)}
${moreLines > 0 ? html`<p class="small">${words.diff.moreLines(moreLines)}</p>` : ""}
</section>`;
}

/** What a look found changed, in a line. @param source its name */
export function changesSaid({ says, words }: Reader, { changes }: { changes: string | null }, source: string): string {
  const [first, ...others] = fromRow<Change[]>("remarkable_look", changes ?? "[]");
  if (!first) return "";
  return `${changeTitle(says, first, source)}${others.length > 0 ? words.changes.more(others.length) : ""}`;
}
