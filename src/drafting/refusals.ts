/** What keeps a watch from ever saying “published”, seen before it is written rather than on the day of the publication. */
import { parseWatch } from "../config/load.ts";
import { matcherFor } from "../judge/match.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { Watch } from "../watch/watch.ts";
import type { Draft, Refusal, Said } from "./drafted.ts";
import { finalOf, siteOf } from "./site.ts";
import { written } from "./written.ts";

/** What a draft is before it is read and judged. */
export type Unread = Omit<Draft, "refusals" | "readable" | "onSubject">;

/** @param today in the publisher's zone. @param taken ids that are another watch's */
export function refusals(
  draft: Unread,
  said: Said,
  today: CivilDate,
  taken: readonly string[],
): { refusals: Refusal[]; readable?: Watch } {
  const { watch, promised } = draft;
  const found: Refusal[] = [...refusedSite(draft, said), ...refusedDays(promised.horizon)];
  if (said.on > today) found.push({ kind: "promise-to-come", on: said.on });
  if (taken.includes(draft.id)) found.push({ kind: "id-taken", id: draft.id });
  found.push(...refusedDocuments(draft, said));
  const { subject } = draft;
  if (!subject.isSaid && subject.topic.length === 0) found.push({ kind: "no-subject" });
  const isWhole = watch.sources.length > 0 && refusedDays(promised.horizon).length === 0;
  if (!isWhole) return { refusals: found };
  const faults: string[] = [];
  const name = `${draft.id}.yaml`;
  const readable = parseWatch({ place: name, name, text: written(draft) }, faults);
  if (!readable) return { refusals: [...found, { kind: "no-watch", faults }] };
  return { refusals: [...found, ...refusedTitle(readable)], readable };
}

function refusedDays(horizon: Draft["promised"]["horizon"]): Refusal[] {
  if (!horizon) return [{ kind: "no-days" }];
  const { earliest, likely, latest } = horizon;
  return earliest <= likely && likely <= latest ? [] : [{ kind: "days-out-of-order" }];
}

function refusedSite({ site, sources, hosts, samples }: Unread, said: Said): Refusal[] {
  const { named, address } = site;
  const { protocol, hostname } = new URL(finalOf(named, address));
  if (protocol === "http:" && named.capture.kind === "answer") return [{ kind: "http-only", host: hostname }];
  const asked = new URL(address).hostname;
  if (siteOf(address) !== siteOf(finalOf(named, address)) && !said.hosts?.includes(hostname))
    return [{ kind: "sent-elsewhere", from: asked, to: hostname }];
  if (sources.length === 0) return [{ kind: "no-source" }];
  const read = new Set(sources.map(({ url }) => siteOf(url)));
  const files = new Set(samples.flatMap((one) => one.hosts));
  const unread = hosts.filter(({ host }) => !read.has(host.replace(/^www\./, "")) && !files.has(host));
  const own = new Set(hosts.map(({ host }) => host));
  const elsewhere = sources
    .map((source) => new URL(finalOf(source.glimpse, source.url)).hostname)
    .filter((host) => !own.has(host));
  return [
    ...unread.map(({ host }) => ({ kind: "host-without-source" as const, host })),
    ...[...new Set(elsewhere)].map((host) => ({ kind: "source-elsewhere" as const, host })),
  ];
}

/** What the items that were looked behind hold, against what a document must be. */
function refusedDocuments({ samples, watch }: Unread, { html, least }: Said): Refusal[] {
  const found: Refusal[] = [];
  const [page] = samples;
  if (html === false && page && samples.every(({ is }) => is === "page"))
    found.push({ kind: "pages-only", url: page.url });
  const most = Math.max(0, ...samples.map(({ words }) => words));
  const asked = least ?? watch.evidence.words ?? 0;
  if (least !== undefined && most > 0 && asked > most) found.push({ kind: "too-many-words", least: asked, most });
  return found;
}

function refusedTitle(watch: Watch): Refusal[] {
  const matcher = matcherFor(watch);
  if (matcher.title(watch.title) === "same") return [];
  return [
    { kind: "title-off-subject", lacks: matcher.lacks(watch.title).map((group) => group.slice(0, 3).join(", ")) },
  ];
}
