/**
 * Whether a document itself shows what proof needs: the title, a host of the publisher's, a date not before the promise,
 * and a file where the page offers one.
 */
import { factsOf } from "../read/facts.ts";
import type { Document } from "../read/reading.ts";
import { type CivilDate, civilDate, civilDateAt, daysBetween } from "../time/civil-date.ts";
import { isOfficial, type Watch } from "../watch/watch.ts";
import type { EvidenceFile } from "./evidence.ts";
import type { Rule } from "./rules.ts";
import type { Assessment, Sighting } from "./sighting.ts";

/** Files of one page that are looked at: the six languages of the United Nations. */
export const MAX_FILES = 6;
/** How much later than today a date may be: the publisher's zone is not the reader's. */
export const FUTURE_DAYS = 1;

export interface Proved {
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
export function proves(
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
export function firstDay({ absentAt, watch }: Sighting, document: Document): CivilDate | undefined {
  const absent = absentAt && civilDateAt(absentAt, watch.publisher.zone);
  return document.date && absent && absent > document.date ? absent : document.date;
}

/** The civil date of the first promise: nothing dated before it can be what was promised. */
export function promiseDate(watch: Watch): CivilDate {
  return (
    watch.statements
      .filter((statement) => statement.bearing === "promise")
      .map((statement) => statement.on)
      .sort()[0] ?? "0000-01-01"
  );
}

/** A day or month in an address's folders: /2022-08-31/, /2022/08/. A month counts as its 28th. */
function dateInAddress(url: string): CivilDate | undefined {
  const path = new URL(url).pathname;
  const [, year, month, day] = /\/(\d{4})[-/](\d{2})(?:[-/](\d{2}))?\//.exec(path) ?? [];
  if (!year || !month) return undefined;
  return civilDate(Number(year), Number(month), day ? Number(day) : 28);
}
