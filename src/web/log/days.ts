/** What happened, day by day: outages, changes, what was told. */
import { html } from "hono/html";
import { type Notice, noticeId } from "../../judge/notice.ts";
import { titleOf } from "../../message/wording.ts";
import type { CheckRow } from "../../store/tables.ts";
import type { InstantText } from "../../time/instant.ts";
import type { Watch } from "../../watch/watch.ts";
import { changesSaid } from "../evidence/change.ts";
import { type Html, nameIn, quoted } from "../layout.ts";
import type { Reader } from "../reader.ts";
import type { Outage } from "./outages.ts";

const MOST_EVENTS = 300;
/** Of one day; what comes after it on the page is to be found. */
const MOST_A_DAY = 30;

interface Happened {
  changed: readonly { watch: Watch; looks: readonly CheckRow[] }[];
  outages: readonly Outage[];
  notices: readonly Notice[];
}

interface Event {
  at: InstantText;
  kind: "told" | "changed" | "outage";
  /** Of the watch, where there are several. */
  title: string | undefined;
  says: Html;
}

/** The newest day first, and in it what came last: days and hours are of UTC, as the heading says. */
export function daysView(reader: Reader, { changed, outages, notices }: Happened): Html {
  const { words, says } = reader;
  const { log } = words;
  const titleFor = (title: string) => (changed.length > 1 ? title : undefined);
  const events: Event[] = [
    ...notices.map((notice) => ({
      at: notice.at,
      kind: "told" as const,
      title: titleFor(notice.status.title),
      says: html`<a href="/notices/${noticeId(notice)}">${titleOf(notice, reader.language)}</a>`,
    })),
    ...changed.flatMap(({ watch, looks }) =>
      looks.map((look) => ({
        at: look.at,
        kind: "changed" as const,
        title: titleFor(watch.title),
        says: html`<a href="/looks/${look.id}">${changesSaid(reader, look, nameIn(watch, look.source))}</a>`,
      })),
    ),
    ...outages.map(({ watch, from, sources, lasted, why }) => ({
      at: from,
      kind: "outage" as const,
      title: titleFor(watch.title),
      says: html`${quoted(says.traits(sources.map(({ name }) => name)))}: ${says.remarks([log.unreadFor(says.span(lasted)), ...(why ? [why] : [])])}`,
    })),
  ];
  const shown = events.toSorted((a, b) => (a.at < b.at ? 1 : -1)).slice(0, MOST_EVENTS);
  if (shown.length === 0) return html`<p>${log.nothing}</p>`;
  const days = Map.groupBy(shown, ({ at }) => at.slice(0, 10));
  return html`${[...days].map(
    ([day, its]) =>
      html`<h3><time datetime="${day}">${says.day(day)}</time></h3><ul class="day">${its
        .slice(0, MOST_A_DAY)
        .map(
          ({ at, kind, title, says: said }) =>
            html`<li class="${kind}"><span class="small">${says.hour(at)} · ${log.kinds[kind]}${title ? html` · ${quoted(title)}` : ""}</span><br>${said}</li>`,
        )}${its.length > MOST_A_DAY ? html`<li class="small">${log.moreOutages(its.length - MOST_A_DAY)}</li>` : ""}</ul>`,
  )}`;
}
