/**
 * A watch in the making: from what a person knows (who promised what, when, in which words, and where it would appear) to all
 * that a watch needs, each part with the reason why it is proposed. Whatever is proposed can be said instead.
 */

import type { WrittenWatch } from "../config/watch.ts";
import { matcherFor } from "../judge/match.ts";
import type { Entry } from "../read/reading.ts";
import { civilDateAt } from "../time/civil-date.ts";
import { isOpenByOrder } from "../time/dated.ts";
import type { Watch } from "../watch/watch.ts";
import type { Draft, ProposedHost, Said } from "./drafted.ts";
import type { DraftingTools } from "./glimpse.ts";
import { idFor, namedSources, nameOf } from "./names.ts";
import { zoneOf } from "./place.ts";
import { promiseWords } from "./promised.ts";
import { refusals } from "./refusals.ts";
import { type Sampled, type Samples, sample } from "./sample.ts";
import { finalOf, type Listed, lookAround, type Seen, type SiteFound, siteOf, type Watching } from "./site.ts";
import { subjectOf } from "./subject.ts";

/** What was looked at on the way. Kept for as long as somebody drafts, so that nothing is fetched twice. */
export interface Memory {
  seen: Seen;
  samples: Samples;
}

/** What a document has at least, where nothing says that those of this office are shorter. */
const USUAL_WORDS = 300;
const FEWEST_WORDS = 100;
/** One of a kind shows no custom. */
const LEAST_SAMPLES = 2;
/** Items that have their files on a host which is not of the publisher's site. */
const OFTEN = 2;
/** Items of one source that are held against the subject. */
const MOST_JUDGED = 1000;
const ORDER: readonly Listed["kind"][] = ["listing", "json", "page", "feed", "sitemap", "oai", "document"];
/** What stands beside a listing is looked at less often: what it shows is mostly shown there as well. */
const SELDOM: Partial<Record<Listed["kind"], string>> = { sitemap: "1h", feed: "20m", page: "30m" };

/** @param taken ids that are another watch's */
export async function draft(
  tools: DraftingTools,
  said: Said,
  taken: readonly string[],
  memory: Memory,
  watching: Watching = {},
  signal?: AbortSignal,
): Promise<Draft> {
  const wanted = { page: said.site, more: said.sources ?? [], without: said.without ?? [] };
  const site = await lookAround(tools, wanted, memory.seen, watching, signal);
  const sources = site.listed
    .filter(({ url }) => !said.without?.includes(url))
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind));
  const languages = site.pages[0]?.languages ?? [];
  const host = new URL(finalOf(site.named, site.address)).hostname;
  const zone = said.zone ? { zone: said.zone, because: "said" as const } : zoneOf(host, languages[0]);
  const samples = await sample(tools, sources, zone.zone, memory.samples, watching, signal);
  const hosts = said.hosts?.map((one) => ({ host: one, because: "said" as const })) ?? hostsOf(site, host, samples);
  const publisher = said.publisher ?? nameOf(site.pages.find((page) => page.site)?.site ?? host);
  const proposed = subjectOf(said.title, [publisher, host].join(" "), languages);
  const groups = said.subject?.map((group) => [...group]) ?? proposed.groups;
  const topic = said.subject ? (groups[0] ?? []) : proposed.topic;
  const subject = { ...proposed, groups, topic, isSaid: said.subject !== undefined };
  const promised = promiseWords(said);
  const id = said.id ?? idFor(said.title, publisher, host, taken);
  const parts = { id, publisher, promised, zone, hosts, sources, site, subject, samples };
  const made = { ...parts, watch: watchOf(said, parts) };
  const today = civilDateAt(tools.clock.now(), zone.zone);
  const read = refusals(made, said, today, taken);
  return { ...made, ...read, onSubject: read.readable ? onSubject(sources, read.readable) : [] };
}

type Parts = Pick<Draft, "id" | "promised" | "zone" | "hosts" | "sources" | "subject" | "samples">;

/** As its file will have it: what is usual is left out. */
function watchOf(said: Said, parts: Parts & { publisher: string }): WrittenWatch {
  const { id, publisher, promised, zone, sources, subject, samples } = parts;
  const { title, on, by, short, link } = said;
  const { groups, topic } = subject;
  const isPages = samples.length >= LEAST_SAMPLES && samples.every(({ is }) => is === "page");
  const words = said.least ?? leastWords(samples);
  const hasList = sources.some(({ kind }) => kind === "listing");
  const { phrase, horizon, mustBeWritten } = promised;
  return {
    ...{ id, title, ...(short ? { short } : {}) },
    publisher: { name: publisher, zone: zone.zone, ...splitHosts(parts) },
    statements: [{ on, by, phrase, ...(link ? { link } : {}), ...(mustBeWritten && horizon ? { horizon } : {}) }],
    evidence: {
      titles: [title],
      subject: groups,
      topic: topic.length > 0 ? topic : (groups[0]?.slice(0, 1) ?? []),
      ...(words === USUAL_WORDS ? {} : { words }),
      ...((said.html ?? isPages) ? { html: true } : {}),
    },
    sources: namedSources(sources).map(({ id: own, name, source }) => {
      const every = hasList && source.because !== "given" ? SELDOM[source.kind] : undefined;
      const { kind, glimpse } = source;
      const paths = glimpse.paths ? { paths: glimpse.paths } : {};
      return {
        id: own,
        name,
        kind,
        url: addressOf(source),
        ...paths,
        ...(every ? { every } : {}),
        ...datesOf(source, said),
      };
    }),
  };
}

/** Where only files stand, nobody looks for news. */
function splitHosts({ hosts, sources, samples }: Pick<Parts, "hosts" | "sources" | "samples">) {
  const read = new Set(sources.map((source) => siteOf(addressOf(source))));
  const ofFiles = new Set(samples.flatMap((one) => one.hosts));
  const isFiles = ({ host, because }: ProposedHost) =>
    because === "files" || (because === "said" && ofFiles.has(host) && !read.has(siteOf(`https://${host}/`)));
  const files = hosts.filter(isFiles).map(({ host }) => host);
  return {
    hosts: hosts.filter((one) => !isFiles(one)).map(({ host }) => host),
    ...(files.length > 0 ? { files } : {}),
  };
}

function onSubject(sources: readonly Listed[], watch: Watch): Entry[] {
  const matcher = matcherFor(watch);
  const entries = sources.flatMap((source) => source.entries.slice(0, MOST_JUDGED));
  const found = entries.filter(({ title }) => matcher.isOnSubject(title));
  return [...new Map(found.map((entry) => [entry.url, entry])).values()];
}

/** The page's host with its twin, and the hosts on which the items that were looked behind have their files. */
function hostsOf({ named, address }: SiteFound, host: string, samples: readonly Sampled[]): ProposedHost[] {
  const hops = named.capture.kind === "answer" ? named.capture.hops.map(({ url }) => new URL(url).hostname) : [];
  const own = [host, ...[new URL(address).hostname, ...hops].filter((one) => isTwin(one, host))];
  const isBare = host.split(".").length === 2;
  const twin = host.startsWith("www.") ? [host.slice(4)] : isBare ? [`www.${host}`] : [];
  const found = new Map<string, ProposedHost["because"]>();
  const add = (hosts: readonly string[], because: ProposedHost["because"]) => {
    for (const one of hosts) if (!found.has(one)) found.set(one, because);
  };
  add(own.slice(0, 1), "site");
  add([...own, ...twin], "twin");
  add(filesHosts(samples, host), "files");
  return [...found].map(([one, because]) => ({ host: one, because }));
}

/** A link to somebody else's file makes nobody a publisher: a host of another site counts where several items have their files there. */
function filesHosts(samples: readonly Sampled[], host: string): string[] {
  const all = new Set(samples.flatMap((one) => one.hosts));
  const isOften = (one: string) => samples.filter(({ hosts }) => hosts.includes(one)).length >= OFTEN;
  return [...all].filter((one) => partOf(one) === partOf(host) || isOften(one));
}

/** The end of a host's name: what all of a government's or an institution's share. */
function partOf(host: string): string {
  return host.split(".").slice(-2).join(".");
}

/** Only a list whose dates are open needs to be told how they are written. */
function datesOf({ kind, entries }: Listed, { dates }: Said) {
  return dates && kind === "listing" && entries.some(isOpenByOrder) ? { dates } : {};
}

/** Where a host sends on to its twin, the twin is asked from then on. */
function addressOf({ url, kind, glimpse }: Listed): string {
  const final = finalOf(glimpse, url);
  // What is asked of a repository is asked anew each day.
  if (kind === "oai") return new URL(url).origin + new URL(url).pathname;
  return new URL(final).hostname === new URL(url).hostname ? url : final;
}

function isTwin(one: string, other: string): boolean {
  return one.replace(/^www\./, "") === other.replace(/^www\./, "");
}

/**
 * Half of what the shortest document that was seen has, where several files were seen and that is less than usual. Of pages nothing is
 * concluded: a note about the document is as long as many a page, and would be taken for it.
 */
function leastWords(samples: readonly Sampled[]): number {
  const lengths = samples.filter(({ is, words }) => is !== "page" && words > 0).map(({ words }) => words);
  const shortest = Math.min(...lengths);
  return lengths.length < LEAST_SAMPLES || shortest / 2 >= USUAL_WORDS
    ? USUAL_WORDS
    : Math.max(FEWEST_WORDS, Math.floor(shortest / 20) * 10);
}
