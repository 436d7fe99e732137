/**
 * Where a site shows what is new: the page a person names, the feeds and sitemaps of its site, and what its links call news or
 * publications. Each is looked at once before it is proposed; what cannot be read, or lists nothing, is left out with the reason.
 */
import { fold } from "../language/fold.ts";
import type { PageOffers } from "../read/html/offers.ts";
import type { Entry, Link, Problem } from "../read/reading.ts";
import { elapsed } from "../time/instant.ts";
import type { SourceKind } from "../watch/names.ts";
import { bySymbol } from "./by-symbol.ts";
import { type DraftingTools, type Glimpse, glimpse, looking } from "./glimpse.ts";

/** Why an address is thought of: a person named it, or what led there. */
export type Found = "given" | "feed" | "robots" | "link" | "front-page";

interface Candidate {
  url: string;
  because: Found;
  /** What its link says. */
  text?: string | undefined;
}

/** A candidate that lists something. */
export interface Listed extends Candidate {
  kind: SourceKind;
  glimpse: Glimpse;
  entries: readonly Entry[];
}

/** One that is left out. */
export interface LeftOutSource extends Candidate {
  why: "problem" | "no-list" | "is-document" | "another-host" | "no-https" | "many-parts" | "same-items" | "enough";
  problem?: Problem | undefined;
}

export interface SiteFound {
  listed: Listed[];
  leftOut: LeftOutSource[];
  /** The page that was named. */
  named: Glimpse;
  /** What answered in its place, over https where there is any. */
  address: string;
  /** What the site says of itself: on that page, or on the first other that could be read. */
  pages: PageOffers[];
}

/** What has been looked at: a person changes their mind, and nothing is fetched twice. */
export type Seen = Map<string, Glimpse>;

/** Told of each look, so that a person sees it go on. */
export interface Watching {
  looking?(candidate: Candidate): void;
  looked?(candidate: Candidate, glimpse: Glimpse): void;
}

/** Sources that are proposed, and addresses that are looked at for them. */
const MOST_SOURCES = 5;
const MOST_LOOKS = 9;
const MOST_LINKS = 4;
const MOST_FIRST = 2;
const MOST_SITEMAPS = 2;
/** Parts of a sitemap: each is a request of every look. */
const MOST_PARTS = 4;
const MOST_LINK_WORDS = 5;
/** What could not be read is tried again so much later, when somebody looks again. */
const TROUBLE_HOLDS_MS = 15_000;

/** What offices call the pages where new things appear, those first that list most of them. */
const NEWS = [
  "latest, what s new, news and press releases, news and media, newsroom, news",
  "press releases, press, media centre, media center, media, announcements, statements",
  "publications, reports, all reports, documents, publications and reports, research and statistics, policy papers and consultations",
  "actualités, communiqués de presse, communiqués, espace presse, presse, publications, rapports, documents",
  "noticias, comunicados de prensa, comunicados, prensa, sala de prensa, publicaciones, informes, documentos",
  "новости, пресс релизы, пресс служба, пресс центр, публикации, доклады, документы",
  "新闻, 最新消息, 新闻稿, 新闻中心, 出版物, 报告, 文件",
  "الأخبار, أخبار, بيانات صحفية, المركز الإعلامي, منشورات, المنشورات, تقارير, التقارير, وثائق",
  "aktuelles, nachrichten, pressemitteilungen, presse, veröffentlichungen, publikationen, berichte",
].map((line) => line.split(", ").map(fold));

/** Where to look: the page that a person named, addresses that they named besides, and those that they do not want. */
export interface Wanted {
  page: string;
  more: readonly string[];
  without: readonly string[];
}

export async function lookAround(
  tools: DraftingTools,
  { page, more, without }: Wanted,
  seen: Seen,
  { looking: onLook, looked }: Watching = {},
  signal?: AbortSignal,
): Promise<SiteFound> {
  const quietly = async (url: string) => {
    const found = stillHolds(seen.get(url), tools) ?? (await once(tools, url, signal));
    seen.set(url, found);
    return found;
  };
  const look = async (candidate: Candidate) => {
    const isNew = stillHolds(seen.get(candidate.url), tools) === undefined;
    if (isNew) onLook?.(candidate);
    const found = await quietly(candidate.url);
    if (isNew) looked?.(candidate, found);
    return found;
  };
  const { named, address } = await lookAtPage(page, look);
  const site = siteOf(finalOf(named, address));
  const sorting: Sorting = { site, without: new Set(without), listed: [], leftOut: [], addresses: new Set() };
  sort(sorting, { url: address, because: "given" }, named);
  for (const candidate of more.map(asGiven)) {
    if (sorting.addresses.has(candidate.url) || signal?.aborted) continue;
    sort(sorting, candidate, await look(candidate));
  }
  const { origin, pathname } = new URL(finalOf(named, address));
  // A feed or a file does not say whose it is, and a page that cannot be read leads nowhere.
  const isLost = (sorting.listed.length === 0 || named.offered?.form !== "page") && pathname !== "/";
  const front = isLost ? await look({ url: `${origin}/`, because: "front-page" }) : undefined;
  const robots = more.length > 0 ? undefined : await quietly(`${origin}/robots.txt`);
  const candidates = robots ? [named, front, robots].flatMap((one) => (one ? candidatesOf(one) : [])) : [];
  for (const candidate of candidates) {
    if (signal?.aborted) break;
    if (sorting.addresses.has(candidate.url)) continue;
    const isEnough = sorting.listed.length >= MOST_SOURCES || sorting.addresses.size >= MOST_LOOKS;
    if (siteOf(candidate.url) !== sorting.site) leaveOut(sorting, candidate, "another-host");
    else if (isEnough) leaveOut(sorting, candidate, "enough");
    else sort(sorting, candidate, await look(candidate));
  }
  const { listed, leftOut } = sorting;
  const glimpses = [named, ...(front ? [front] : []), ...listed.map((source) => source.glimpse)];
  const pages = glimpses.flatMap(({ offered, kind }) => (offered?.form === "page" && kind ? [offered.page] : []));
  return { listed, leftOut, named, address, pages };
}

/** An address that a person named; of a document by its symbol, the one at which it is given out. */
function asGiven(address: string): Candidate {
  const document = bySymbol(address);
  return { url: document?.url ?? address, because: "given", ...(document ? { text: document.symbol } : {}) };
}

/** What was seen before; a trouble may be over after a while. */
function stillHolds(seen: Glimpse | undefined, { clock }: Pick<DraftingTools, "clock">): Glimpse | undefined {
  const isOld = seen?.reading.kind === "problem" && elapsed(seen.capture.at, clock.now()) > TROUBLE_HOLDS_MS;
  return isOld ? undefined : seen;
}

/** The page that was named, over https where anything answers there: publishers are believed over nothing else. */
async function lookAtPage(
  page: string,
  look: (candidate: Candidate) => Promise<Glimpse>,
): Promise<Pick<SiteFound, "named" | "address">> {
  const secure = page.replace(/^http:/, "https:");
  const named = await look({ url: secure, because: "given" });
  if (secure === page || named.capture.kind === "answer") return { named, address: secure };
  return { named: await look({ url: page, because: "given" }), address: page };
}

interface Sorting {
  site: string;
  without: ReadonlySet<string>;
  listed: Listed[];
  leftOut: LeftOutSource[];
  addresses: Set<string>;
}

function leaveOut(
  { leftOut, addresses }: Sorting,
  candidate: Candidate,
  why: LeftOutSource["why"],
  problem?: Problem,
): void {
  addresses.add(candidate.url);
  leftOut.push({ ...candidate, why, ...(problem ? { problem } : {}) });
}

/** Puts what was seen where it belongs. */
function sort(sorting: Sorting, candidate: Candidate, seen: Glimpse): void {
  const { kind, reading } = seen;
  const why = whyNot(sorting, candidate, seen) ?? (kind ? undefined : "no-list");
  if (why) leaveOut(sorting, candidate, why, reading.kind === "problem" ? reading : undefined);
  else if (kind) {
    sorting.addresses.add(candidate.url);
    sorting.listed.push({ ...candidate, kind, glimpse: seen, entries: entriesOf(seen) });
  }
}

/** Why it is no source: it cannot be read, or lists nothing that another does not. */
function whyNot(
  { site, without, listed }: Sorting,
  candidate: Candidate,
  seen: Glimpse,
): LeftOutSource["why"] | undefined {
  const { reading, kind } = seen;
  const isGiven = candidate.because === "given";
  if (reading.kind === "problem") return "problem";
  const final = finalOf(seen, candidate.url);
  if (!final.startsWith("https:")) return "no-https";
  if (siteOf(final) !== site && !isGiven) return "another-host";
  // A person may want a page's own text watched; of what is only linked, a page that lists nothing says nothing.
  if (kind === "page") return isGiven ? undefined : "no-list";
  const entries = entriesOf(seen);
  const parts = reading.kind === "entries" ? reading.next.length : 0;
  if (kind === "sitemap" && entries.length === 0) return parts > MOST_PARTS ? "many-parts" : undefined;
  // One that has a symbol is waited for at its address, whether it is there yet or not.
  if (kind === "document") return isGiven && bySymbol(candidate.url) ? undefined : "is-document";
  if (entries.length === 0) return "no-list";
  const others = listed.filter((other) => other.kind === kind && !without.has(other.url));
  const isAgain = others.some((other) => isSame(other.entries, entries));
  return isAgain ? "same-items" : undefined;
}

function entriesOf({ reading }: Glimpse): readonly Entry[] {
  return reading.kind === "entries" ? reading.entries : [];
}

function isSame(one: readonly Entry[], other: readonly Entry[]): boolean {
  const urls = new Set(one.map(({ url }) => url));
  return other.every(({ url }) => urls.has(url));
}

/** Looks once. As much of it is kept as is shown and sorted by: a person may take long to answer. */
async function once(tools: DraftingTools, url: string, signal: AbortSignal | undefined): Promise<Glimpse> {
  const found = await looking(tools, (lent) => glimpse(lent, url, {}, signal));
  const { capture, reading } = found;
  return {
    ...found,
    ...(capture.kind === "answer" ? { capture: { ...capture, wire: Buffer.alloc(0) } } : {}),
    ...(reading.kind === "entries" ? { reading: { ...reading, links: [] } } : {}),
    ...(reading.kind === "page" ? { reading: { ...reading, lines: [], links: [] } } : {}),
  };
}

/** Where a page leads that may list what is new, or a robots.txt. */
function candidatesOf({ offered }: Glimpse): Candidate[] {
  if (offered?.form === "text")
    return offered.sitemaps.slice(0, MOST_SITEMAPS).map((url) => ({ url, because: "robots" }));
  if (offered?.form !== "page") return [];
  const { feeds, links } = offered.page;
  const ranked = links.flatMap((link) => {
    const rank = rankOf(link);
    return rank === undefined ? [] : [{ link, rank }];
  });
  const best = ranked.toSorted((a, b) => a.rank - b.rank).slice(0, MOST_LINKS);
  const fed = feeds.map(({ url, text }) => ({ url, because: "feed" as const, ...(text ? { text } : {}) }));
  const linked = best.map(({ link }) => ({ ...link, because: "link" as const }));
  // The best of each come first: some sites have a feed for everything.
  return [
    ...linked.slice(0, MOST_FIRST),
    ...fed.slice(0, MOST_FIRST),
    ...linked.slice(MOST_FIRST),
    ...fed.slice(MOST_FIRST),
  ];
}

/** How likely a link leads to where new things appear; undefined for most. */
function rankOf({ text }: Link): number | undefined {
  const said = fold(text);
  if (said.split(" ").length > MOST_LINK_WORDS) return undefined;
  const line = NEWS.findIndex((names) => names.some((name) => said === name || said.endsWith(` ${name}`)));
  return line < 0 ? undefined : line;
}

/** The address that answered. */
export function finalOf({ capture }: Glimpse, url: string): string {
  return capture.kind === "answer" ? capture.finalUrl : url;
}

/** A host without its www. */
export function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, "");
}
