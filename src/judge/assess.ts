/**
 * The rules of evidence. Looks at a reading's items or document and says what it proves, what it signals, and which
 * links must be followed before either can be said.
 *
 * Only the publisher's own hosts prove anything. A title alone is a signal; its link is followed at once, and a document
 * behind it that carries the title and a date not before the promise makes it proof.
 */
import { createHash } from "node:crypto";
import type { Capture } from "../fetch/capture.ts";
import { factsOf } from "../read/facts.ts";
import type { Document, Entry, Good, Link, Reading } from "../read/reading.ts";
import { type CivilDate, civilDate, civilDateAt, daysBetween } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";
import { isOfficial, type Source, type Watch } from "../watch/watch.ts";
import type { Change, Memory } from "./change.ts";
import { addressKey } from "./compare.ts";
import type { Evidence, EvidenceFile, Rule } from "./evidence.ts";
import type { Matcher } from "./match.ts";

/** What was found behind a link. */
export interface Followed {
  capture: Capture;
  reading: Reading;
}

export interface Sighting {
  watch: Watch;
  matcher: Matcher;
  source: Source;
  /** The address that answered. */
  finalUrl: string;
  digest: string;
  at: InstantText;
  reading: Good;
  changes: readonly Change[];
  isBaseline: boolean;
  /** What the source remembered before this reading. */
  before: Memory | undefined;
  /** When a document was looked for last and was not there. */
  absentAt: InstantText | undefined;
  /** The address that answered before, when this one is another. */
  movedFrom?: string | undefined;
  /** Links whose signal is still open: they are followed again. */
  again: readonly Link[];
  /** Address → what was found there. */
  followed: ReadonlyMap<string, Followed>;
}

export interface Assessment {
  evidence: Evidence[];
  /** Addresses to follow before judging again. Empty when nothing more can be learnt. */
  follow: string[];
  /** Items whose meaning the evidence tells: they need no notice of their own. */
  explained: string[];
}

/** Links of one item that are worth following; a press release names few documents. */
const MAX_LINKS_PER_ITEM = 3;
/** Files of one page that are looked at: the six languages of the United Nations. */
const MAX_FILES = 6;
/** How much later than today a date may be: the publisher's zone is not the reader's. */
const FUTURE_DAYS = 1;

export function assess(sighting: Sighting): Assessment {
  const { reading } = sighting;
  const assessment: Assessment = { evidence: [], follow: [], explained: [] };
  if (reading.kind === "document") assessKnownDocument(sighting, reading, assessment);
  for (const entry of entriesToAssess(sighting)) assessEntry(sighting, entry, assessment);
  return assessment;
}

/** Items that are new or changed; all of them at a first reading, which is judged although it is no change. */
function entriesToAssess({ reading, changes, isBaseline, again }: Sighting): Entry[] {
  const all: Entry[] =
    reading.kind === "entries"
      ? reading.entries
      : reading.kind === "page"
        ? reading.links.map((link) => ({ title: link.text, url: link.url }))
        : [];
  const touched = new Set(
    changes.filter((change) => change.kind !== "disappeared").map((change) => addressKey(change.url)),
  );
  const news = isBaseline || reading.kind === "page" ? all : all.filter((entry) => touched.has(addressKey(entry.url)));
  return [...news, ...again.map((link) => ({ title: link.text, url: link.url }))];
}

function assessKnownDocument(sighting: Sighting, document: Document, assessment: Assessment): void {
  const { source, finalUrl } = sighting;
  const proof = proves(sighting, document, finalUrl, true, assessment);
  if (proof.kind === "waiting") return;
  const found = { url: source.url, title: document.titles[0] ?? sighting.watch.title, date: document.date, document };
  if (proof.kind === "proved")
    assessment.evidence.push(
      evidence(sighting, "document-at-known-address", {
        ...found,
        title: proof.title,
        note: proof.note,
        files: proof.files,
        publishedOn: firstDay(sighting, document),
      }),
    );
  else if (proof.kind === "doubted")
    assessment.evidence.push(evidence(sighting, proof.rule, { ...found, note: proof.note }));
}

function assessEntry(sighting: Sighting, entry: Entry, assessment: Assessment): void {
  const { watch, matcher, before, at } = sighting;
  const match = matcher.title(entry.title);
  const says = match ? undefined : matcher.saysIssued(entry.title);
  if (!match && !says) return;
  const promised = promiseDate(watch);
  const firstShown = before?.known[addressKey(entry.url)];
  // Older than the promise, or first shown with a date older than the promise: last year's document, re-dated.
  if ((entry.date && entry.date < promised) || (firstShown && firstShown < promised)) return;
  if (entry.date && daysBetween(civilDateAt(at, watch.publisher.zone), entry.date) > FUTURE_DAYS) return;
  if (!isOfficial(watch, entry.url)) {
    if (match)
      assessment.evidence.push(
        evidence(sighting, "title-on-another-host", {
          url: entry.url,
          title: entry.title,
          date: entry.date,
          note: `${new URL(entry.url).host} is not one of the publisher’s hosts`,
        }),
      );
    return;
  }
  const found = behind(sighting, entry.url, assessment);
  if (found.kind === "waiting") return;
  assessment.explained.push(entry.url);
  if (found.kind === "proved") {
    const { document, url, title, note, files, digest } = found;
    assessment.evidence.push({
      ...evidence(sighting, "document-reached-from-entry", {
        url,
        title,
        date: document.date,
        note,
        files,
        publishedOn: document.date,
      }),
      capture: digest,
    });
  } else if (found.kind !== "dated-before") {
    assessment.evidence.push(
      evidence(sighting, match ? "title-without-document" : "headline-says-issued", {
        url: entry.url,
        title: entry.title,
        date: entry.date,
        note: found.note,
      }),
    );
  }
}

type Behind =
  | { kind: "waiting" }
  | { kind: "dated-before" }
  | { kind: "unproved"; note: string; document?: Document }
  | (Proved & { document: Document; url: string; digest: string });

/** What stands behind an item's link: the document itself, or a page that links to it. */
function behind(sighting: Sighting, url: string, assessment: Assessment): Behind {
  const first = lookBehind(sighting, url, assessment);
  if (first.kind !== "unproved" || !first.document) return first;
  const { watch, matcher } = sighting;
  const onward = [...first.document.files, ...first.document.links]
    .filter((link) => isOfficial(watch, link.url) && (matcher.title(link.text) || matcher.title(slug(link.url))))
    .slice(0, MAX_LINKS_PER_ITEM);
  let isWaiting = false;
  for (const link of onward) {
    const next = lookBehind(sighting, link.url, assessment);
    if (next.kind === "proved") return next;
    isWaiting ||= next.kind === "waiting";
  }
  return isWaiting ? { kind: "waiting" } : first;
}

function lookBehind(sighting: Sighting, url: string, assessment: Assessment): Behind {
  const found = sighting.followed.get(url);
  if (!found) {
    assessment.follow.push(url);
    return { kind: "waiting" };
  }
  const { capture, reading } = found;
  if (reading.kind !== "document" || capture.kind === "failure")
    return {
      kind: "unproved",
      note: `its link ${reading.kind === "problem" ? reading.detail : "leads to no document"}`,
    };
  const proof = proves(sighting, reading, capture.finalUrl, false, assessment);
  switch (proof.kind) {
    case "waiting":
    case "dated-before":
      return proof;
    case "proved":
      return { ...proof, document: reading, url, digest: capture.digest };
    case "doubted":
    case "something-else":
      return { kind: "unproved", note: proof.note ?? "no document was found behind its link", document: reading };
  }
}

interface Proved {
  kind: "proved";
  title: string;
  note?: string | undefined;
  files: EvidenceFile[];
}

type Proof =
  | { kind: "waiting" }
  | Proved
  | { kind: "doubted"; rule: Rule; note: string }
  | { kind: "dated-before" }
  | { kind: "something-else"; note?: string };

/** Whether a document itself shows what proof needs. At an address the watch names, less is taken for granted to be something else. */
function proves(
  sighting: Sighting,
  document: Document,
  finalUrl: string,
  isKnownAddress: boolean,
  assessment: Assessment,
): Proof {
  const { watch, matcher, before, at } = sighting;
  const title =
    document.titles.find((candidate) => matcher.title(candidate) === "same") ??
    (document.form === "pdf" && matcher.holdsTitle(document.lines.join(" ")) ? watch.evidence.titles[0] : undefined);
  const doubt = (note: string): Proof =>
    isKnownAddress || title
      ? { kind: "doubted", rule: "document-without-proof", note }
      : { kind: "something-else", note };
  if (!isOfficial(watch, finalUrl))
    return doubt(`the address leads to ${new URL(finalUrl).host}, which is not one of the publisher’s hosts`);
  if (!title)
    return document.lines.length === 0
      ? doubt("the file holds no text that can be read (a scan?)")
      : doubt("what stands there does not carry the title");
  const promised = promiseDate(watch);
  const firstShown = isKnownAddress ? before?.known.document : undefined;
  if (firstShown && firstShown < promised) return { kind: "dated-before" };
  if (!document.date) return doubt("it carries the title but no date");
  if (document.date < promised) return { kind: "dated-before" };
  const addressDate = dateInAddress(finalUrl);
  if (addressDate && addressDate < promised) return doubt(`its address is dated ${addressDate}, before the promise`);
  if (daysBetween(civilDateAt(at, watch.publisher.zone), document.date) > FUTURE_DAYS)
    return doubt(`it is dated ${document.date}, which has not come yet`);
  if (document.form === "pdf") return { kind: "proved", title, files: fileItself(document, finalUrl) };
  return provesWithFile(sighting, document, title, isKnownAddress, assessment);
}

/** A document's page usually offers a file. Whether the file is there is looked up, and said. */
function provesWithFile(
  sighting: Sighting,
  document: Document,
  title: string,
  isKnownAddress: boolean,
  assessment: Assessment,
): Proof {
  const toCome = (): Proof => ({
    kind: "doubted",
    rule: "document-still-to-come",
    note: "the page itself says that the document is still to come",
  });
  const saysToCome = sighting.matcher.saysToCome(document.lines.join(" "));
  const offered = document.files.filter((file) => isOfficial(sighting.watch, file.url)).slice(0, MAX_FILES);
  if (offered.length === 0) {
    if (saysToCome) return toCome();
    return isKnownAddress
      ? { kind: "proved", title, note: "the page offers no file yet", files: [] }
      : { kind: "something-else", note: "the page carries the title but offers no document" };
  }
  const unseen = offered.filter((file) => !file.facts && !sighting.followed.has(file.url));
  if (unseen.length > 0) {
    assessment.follow.push(...unseen.map((file) => file.url));
    return { kind: "waiting" };
  }
  const files = offered.flatMap((file): EvidenceFile[] => {
    const found = sighting.followed.get(file.url);
    const facts = file.facts ?? (found && factsOf(found.capture, found.reading));
    return facts ? [{ url: file.url, language: file.language ?? facts.language, facts }] : [];
  });
  if (files.length > 0) return { kind: "proved", title, files };
  if (saysToCome) return toCome();
  const [first] = offered;
  const reading = first && sighting.followed.get(first.url)?.reading;
  const why =
    reading?.kind === "problem"
      ? reading.detail
      : reading?.kind === "absent"
        ? `answered ${reading.status}`
        : "could not be read";
  return { kind: "proved", title, note: `its file could not be had: ${first?.url} ${why}`, files };
}

function fileItself(document: Document, url: string): EvidenceFile[] {
  const { sha256, bytes = 0, pages, language } = document;
  return sha256 ? [{ url, language, facts: { sha256, bytes, pages } }] : [];
}

/** The day a document can first have stood at its address: its own date, unless we looked later and it was not there. */
function firstDay({ absentAt, watch }: Sighting, document: Document): CivilDate | undefined {
  const absent = absentAt && civilDateAt(absentAt, watch.publisher.zone);
  return document.date && absent && absent > document.date ? absent : document.date;
}

function evidence(
  sighting: Sighting,
  rule: Rule,
  found: Pick<Evidence, "url" | "title"> & Partial<Evidence> & { document?: Document },
): Evidence {
  const { url, title, date, note, publishedOn, files = [] } = found;
  return {
    id: createHash("sha256")
      .update(`${rule}\n${addressKey(url)}`)
      .digest("hex")
      .slice(0, 8),
    rule,
    url,
    title: title.slice(0, 300),
    ...(date ? { date } : {}),
    ...(publishedOn ? { publishedOn } : {}),
    capture: sighting.digest,
    source: sighting.source.id,
    foundAt: sighting.at,
    state: "standing",
    ...(note ? { note } : {}),
    ...(files.length > 0 ? { files } : {}),
  };
}

/** The civil date of the first promise: nothing dated before it can be what was promised. */
function promiseDate(watch: Watch): CivilDate {
  return (
    watch.statements
      .filter((statement) => statement.bearing === "promise")
      .map((statement) => statement.on)
      .sort()[0] ?? "0000-01-01"
  );
}

function slug(url: string): string {
  return (new URL(url).pathname.split("/").filter(Boolean).at(-1) ?? "").replace(/\.\w+$/, "").replace(/[-_]+/g, " ");
}

/** A day or month in an address's folders: /2022-08-31/, /2022/08/. A month counts as its last day. */
function dateInAddress(url: string): CivilDate | undefined {
  const path = new URL(url).pathname;
  const [, year, month, day] = /\/(\d{4})[-/](\d{2})(?:[-/](\d{2}))?\//.exec(path) ?? [];
  if (!year || !month) return undefined;
  return civilDate(Number(year), Number(month), day ? Number(day) : 28);
}
