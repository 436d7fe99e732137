/** Which items of a look may be news, and which of them bear on a watch by their words. */
import { sentences } from "../language/sentences.ts";
import type { Entry, NetLink } from "../read/reading.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { dayOf, earliestOf } from "../time/dated.ts";
import { isHosted } from "../watch/watch.ts";
import type { Change } from "./compare/change.ts";
import { placeKey } from "./compare/identity.ts";
import { isBefore, isSince, promiseDate } from "./document-date.ts";
import { isPublishers, provenanceOf } from "./provenance.ts";
import { announcements } from "./said-in-text.ts";
import type { Item, Sighting } from "./sighting.ts";

/** Where an office answers questions on many things; the headline need not name this one. */
const BRIEFING =
  /\b(?:press briefings?|briefing notes|press (?:conference|point)|spokes(?:person|man|woman)|point de presse|rueda de prensa)\b/i;

/** Of a flood of items so many are assessed, those first whose words say most; of the others, what they say is counted. */
const MOST_CONCERNS = 1000;

/**
 * The items whose words bear on a watch, and how many more there are that say that it is out. Gone through step by step, as there
 * may be tens of thousands, and others have to be answered meanwhile.
 */
export function* concerning(
  sighting: Looked & Pick<Sighting, "watch" | "matcher" | "answer">,
): Generator<void, Pick<Sighting, "concerns" | "uncounted">> {
  const { watch, matcher, again, changes } = sighting;
  const appeared = new Set(changes.flatMap(({ kind, url }) => (kind === "appeared" ? [url] : [])));
  const isAgain = new Set(again.map(({ url }) => url));
  const found: { entry: Item; rank: number }[] = [];
  for (const item of entriesToAssess(sighting)) {
    yield;
    const isOld = isBefore(item, promiseDate(watch));
    if (isOld && !appeared.has(item.url)) continue;
    const entry = asConcern(sighting, item);
    if (!entry) continue;
    const { isNamed, isOnSubject } = whatItSays(sighting, entry);
    // An item that is new and is named as the thing may bear the date of something else: a meeting, the period it is on.
    if (isOld && !isNamed) continue;
    const isTitled = isNamed && matcher.title(entry.title) !== undefined;
    found.push({ entry, rank: isAgain.has(entry.url) ? 4 : isTitled ? 3 : isNamed ? 2 : isOnSubject ? 1 : 0 });
  }
  if (found.length <= MOST_CONCERNS) return { concerns: found.map(({ entry }) => entry), uncounted: 0 };
  found.sort((a, b) => b.rank - a.rank);
  let uncounted = 0;
  for (const { entry } of found.splice(MOST_CONCERNS)) {
    yield;
    if (!matcher.isAbout(entry.title) && (matcher.isNamed(entry.title) || matcher.saysIssued(entry.title))) uncounted++;
  }
  return { concerns: found.map(({ entry }) => entry), uncounted };
}

/**
 * An item as what of it bears on the watch: a link is what it says itself, or what its row says where its own words do not speak of it;
 * a text, as a post or a signed message is, says that something is out in one of its sentences, whatever the others speak of.
 */
function asConcern(sighting: Parameters<typeof whatItSays>[0], item: Item): Item | undefined {
  const { matcher } = sighting;
  const inSentences = (text: string) => [...sentences(text)].map((title) => ({ ...item, title }));
  const said = item.title.length > A_HEADLINE ? inSentences(item.title) : [];
  const readings = [item, ...said, ...(item.row === undefined ? [] : [{ ...item, title: item.row }])];
  const isIssued = ({ title }: Item) => matcher.title(title) !== undefined || matcher.saysIssued(title);
  const concern = said.find(isIssued) ?? readings.find((one) => isConcern(whatItSays(sighting, one)));
  if (!isMessage(sighting, item) || (concern && isIssued(concern) && !isOfRow(concern))) return concern;
  const told = {
    matcher,
    heading: item.title,
    promised: promiseDate(sighting.watch),
    today: earliestOf(item) ?? NEVER,
  };
  for (const title of announcements(item.row ?? "", told))
    if (isConcern(whatItSays(sighting, { ...item, title }))) return { ...item, title };
  return concern;
}

/** Of a text without a day nobody can say what is to come. */
const NEVER = "9999-12-31" as CivilDate;

/** Whether it is a signed message itself, and no link in one: that has what stands around it for its row. */
function isMessage({ watch }: Pick<Sighting, "watch">, { url, signedBy }: Item): boolean {
  return signedBy !== undefined && !isHosted(watch, url);
}

/** Characters: what is longer is a text of several sentences. */
const A_HEADLINE = 140;

/** Whether an item is taken for what its row says, and not its link. */
export function isOfRow({ title, row }: Item): boolean {
  return row === title;
}

function isConcern({ isNamed, isOnSubject, isMention }: ReturnType<typeof whatItSays>): boolean {
  return isNamed || isOnSubject || isMention;
}

type Looked = Pick<Sighting, "reading" | "changes" | "isBaseline" | "again" | "before">;

/**
 * Items that are new or changed; all of them at a first reading, which is judged although it is no change. Of a page that is a list
 * every other link as well, as it was never shown before: what is awaited may stand beside the list.
 */
export function entriesToAssess({ reading, changes, isBaseline, again, before }: Looked): Item[] {
  const touched = new Set(changes.filter((change) => change.kind !== "disappeared").map(({ url }) => url));
  const isShown = ({ url }: NetLink) => !isBaseline && before !== undefined && placeKey(url) in before.known;
  const links: readonly NetLink[] =
    reading.kind === "page"
      ? reading.links
      : reading.kind === "entries" && (isBaseline || before?.isNetted)
        ? (reading.links ?? []).filter((link) => !isShown(link))
        : [];
  const entries = reading.kind === "entries" ? reading.entries : [];
  const news: Item[] = [
    ...(isBaseline ? entries : entries.filter(({ url }) => touched.has(url))),
    ...links.map(({ text, url, row, item, ...link }) => ({
      title: text,
      url,
      ...dayOf(link),
      ...(row === undefined ? {} : { row }),
      ...(item === undefined ? {} : { item }),
    })),
  ];
  const isNews = new Set(news.map((entry) => entry.url));
  const signed = new Map(entries.map((entry) => [entry.url, entry.signedBy]));
  return [
    ...news,
    ...again
      .filter(({ url }) => !isNews.has(url))
      .map(({ text, url, row, ...link }) => ({
        title: text,
        url,
        ...dayOf(link),
        ...(row === undefined ? {} : { row }),
        signedBy: link.signedBy ?? signed.get(url),
      })),
  ];
}

/** What an item's words say of it. */
export function whatItSays(
  { watch, matcher, answer, isBaseline }: Pick<Sighting, "watch" | "matcher" | "answer" | "isBaseline">,
  entry: Entry,
) {
  const { title, url } = entry;
  const isDated = isSince(entry, promiseDate(watch));
  const isNamed = matcher.title(title) !== undefined || matcher.isNamed(title);
  const isOnSubject = matcher.isOnSubject(title) || matcher.isOneWord(title);
  const provenance = provenanceOf(watch, answer, entry);
  // A headline may leave out what the thing is ("findings on Xinjiang released"), or be of a briefing on many things.
  const isMention =
    !isNamed &&
    !isOnSubject &&
    isPublishers(provenance) &&
    (isDated || !isBaseline) &&
    (matcher.mentions(title) || (isDated && !isBaseline && BRIEFING.test(title))) &&
    isHosted(watch, url);
  return { isNamed, isOnSubject, isMention, provenance };
}

/** Each item of a look is asked for, and both may be tens of thousands. */
const edited = new WeakMap<readonly Change[], ReadonlySet<string>>();

/** Whether the item at an address was edited in this look. */
export function isEdited(changes: readonly Change[], url: string): boolean {
  const known = edited.get(changes) ?? new Set(changes.filter(({ kind }) => kind === "edited").map((one) => one.url));
  edited.set(changes, known);
  return known.has(url);
}
