/**
 * What stands at an address, weighed: proof, a document on the subject that lacks something of it, a heading alone, or nothing. A
 * file proves by its own first page. A page proves only where the office publishes as HTML; otherwise it is the files that it
 * offers, or that a page it leads to offers, which are weighed.
 */
import { factsOf } from "../read/facts.ts";
import type { Document, FileLink, Link, NetLink } from "../read/reading.ts";
import { earliestOf } from "../time/dated.ts";
import { isHosted } from "../watch/watch.ts";
import { documentDate } from "./document-date.ts";
import type { EvidenceFile } from "./evidence.ts";
import { followLater } from "./later.ts";
import { copyOf, whyNotOwn } from "./provenance.ts";
import type { Assessment, Followed, Sighting } from "./sighting.ts";
import { weighFile } from "./weigh-file.ts";
import {
  type Answered,
  digestOf,
  LEAST_MENTIONS,
  lackOfDate,
  lackOfWay,
  mayBeOfSince,
  sentence,
  tooShort,
  type Way,
  type Weighed,
  wasThereBefore,
} from "./weighed.ts";

/** Files of one page that are looked at: the six languages of the United Nations. */
export const MAX_FILES = 6;
/** Links of one page that are worth following besides; a press release names few documents. */
const MAX_LINKS = 3;

export function weigh(
  sighting: Sighting,
  document: Document,
  url: string,
  answer: Answered,
  way: Way,
  assessment: Assessment,
  depth = 1,
): Weighed {
  return document.form === "html"
    ? weighPage(sighting, document, url, answer, way, assessment, depth)
    : weighFile(sighting, document, url, answer, way);
}

/** What stands behind a link. Asks for it to be followed when it was not yet; nothing counts until it was. */
export function weighBehind(
  sighting: Sighting,
  link: NetLink,
  way: Way,
  assessment: Assessment,
  depth: number,
): Weighed | { worth: "unread"; note: string } {
  const found = sighting.followed.get(link.url);
  if (!found) {
    assessment.follow.push(link.url);
    return { worth: "unread", note: "was not followed yet" };
  }
  const { capture, reading } = found;
  const later =
    found.isPutOff && followLater({ waiting: sighting.before?.putOff, at: sighting.at }, link, way, "put off");
  if (later) assessment.putOff.push(later);
  if (reading.kind === "document" && capture.kind === "answer")
    return weigh(sighting, reading, link.url, capture, way, assessment, depth);
  return { worth: "unread", note: whyUnread(found) };
}

function whyUnread({ reading }: Followed): string {
  if (reading.kind === "problem") return reading.detail;
  if (reading.kind !== "absent") return "leads to no document";
  return reading.status === 200 ? "answered with nothing" : `answered ${reading.status}`;
}

function weighPage(
  sighting: Sighting,
  page: Document,
  url: string,
  answer: Answered,
  way: Way,
  assessment: Assessment,
  depth: number,
): Weighed {
  const { watch, matcher } = sighting;
  const heading =
    page.titles.find((title) => matcher.title(title)) ?? page.titles.find((title) => matcher.isOnSubject(title));
  const words = [way.words, ...page.titles.slice(0, 1)].join(" · ");
  const inside: Way = {
    ...way,
    ...(earliestOf(page) ? { date: page.date, either: page.either } : {}),
    words,
    isKnownAddress: false,
  };
  const offered = page.files.filter((file) => isHosted(watch, file.url)).slice(0, MAX_FILES);
  const onward = depth > 0 ? page.links.filter((link) => leadsOn(sighting, link)).slice(0, MAX_LINKS) : [];
  const behind = [...offered, ...onward].flatMap((link) => {
    const found = weighBehind(sighting, link, inside, assessment, depth - 1);
    return found.worth === "unread" ? [] : [{ ...found, isOwn: offered.some((file) => file.url === link.url) }];
  });
  const own = pageItself(sighting, page, url, answer, way);
  const files = offered.flatMap((file) => fileOf(sighting, file));
  const best = behind.find(({ worth }) => worth === "proof") ?? behind.find(({ worth }) => worth === "strong");
  // The page stands for its file: it is what people open.
  const named = heading && !matcher.isAbout(heading) ? heading : undefined;
  const placed =
    best && (best.isOwn ? { ...best, url, capture: answer.digest, title: named ?? best.title, files } : best);
  if (placed?.worth === "proof") return withPageDate(placed, page);
  if (own.worth === "proof") return { ...own, files };
  if (placed) return withPageDate(placed, page);
  const isDocumentPage = isDocumentType(answer.finalUrl, page) && !matcher.isAbout(words);
  const isDated = mayBeOfSince(documentDate(sighting, page, way), way);
  const unread = offered.map((file) => sighting.followed.get(file.url)).find((found) => found && !fileIn(found));
  const lacking = behind.find(({ isOwn }) => isOwn)?.note;
  const note =
    lacking ?? sentence([...(own.note ? [own.note] : []), ...(unread ? [`its file ${whyUnread(unread)}`] : [])]);
  return {
    ...own,
    worth: heading && isDated ? (isDocumentPage && matcher.isOnSubject(heading) ? "strong" : "heading") : "nothing",
    title: heading ?? own.title,
    files,
    note,
  };
}

/** A page by itself: its own heading, and its text where the office publishes as HTML. */
function pageItself(sighting: Sighting, page: Document, url: string, answer: Answered, way: Way): Weighed {
  const { watch, matcher } = sighting;
  const date = documentDate(sighting, page, way);
  const title = page.h1 && matcher.title(page.h1) && !matcher.isAbout(page.h1) ? page.h1 : undefined;
  const content = digestOf(page);
  const lacks = [
    whyNotOwn(watch, answer),
    watch.evidence.html ? tooShort(page.words, watch.evidence.words) : "no file was found that could be read",
    lackOfWay(way),
    title || !watch.evidence.html ? undefined : "its own heading does not carry the title that is known",
    !watch.evidence.html || matcher.leastMentions(page.lines.join("\n")) >= LEAST_MENTIONS
      ? undefined
      : "its text hardly speaks of the subject",
    matcher.saysToCome([...page.titles.slice(0, 1), ...page.lines.slice(0, 6)].join("\n"))
      ? "the page itself says that the document is still to come"
      : undefined,
    lackOfDate(sighting, date, way, answer.finalUrl),
    wasThereBefore(sighting, content, way) ? "the same page stood there before the promise" : undefined,
  ].filter((lack) => lack !== undefined);
  return {
    worth: lacks.length === 0 ? "proof" : "nothing",
    url,
    capture: answer.digest,
    content,
    title: title ?? page.titles[0] ?? url,
    date: date.date,
    files: [],
    copy: copyOf(answer),
    note: sentence(lacks),
  };
}

/** A link that may lead to the document: its words, or its address's, are on the subject and not about it. */
function leadsOn({ watch, matcher }: Sighting, link: Link): boolean {
  const { url, text } = link;
  const leads =
    leading.get(link) ??
    (isHosted(watch, url) && (matcher.isOnSubject(text) || matcher.isOnSubject(slug(url))) && !matcher.isAbout(text));
  leading.set(link, leads);
  return leads;
}

/** A page is weighed again with each link that is followed beside it. */
const leading = new WeakMap<Link, boolean>();

function fileOf({ followed }: Sighting, { url, language }: FileLink): EvidenceFile[] {
  const found = followed.get(url);
  const facts = found && factsOf(found.capture, found.reading);
  return facts ? [{ url, language: language ?? facts.language, facts }] : [];
}

function fileIn({ reading }: Followed): boolean {
  return reading.kind === "document" && reading.form !== "html";
}

function withPageDate(weighed: Weighed, page: Document): Weighed {
  return { ...weighed, date: weighed.date ?? page.date };
}

/** Addresses and labels under which offices keep documents, and not news of them. */
const DOCUMENT_PATH = /\/(?:[\w-]+-)?(?:documents?|publications?|reports?|papers?|studies|library)(?:\/|$)/i;
const DOCUMENT_LABEL =
  /^(?:[\p{L} -]{0,40} )?(?:reports?|publications?|documents?|papers?|stud(?:y|ies)|assessments?|rapports?|informes?|доклады?|报告|تقرير|تقارير)$/iu;

function isDocumentType(url: string, { label }: Document): boolean {
  return DOCUMENT_PATH.test(new URL(url).pathname) || DOCUMENT_LABEL.test(label ?? "");
}

function slug(url: string): string {
  return (new URL(url).pathname.split("/").filter(Boolean).at(-1) ?? "").replace(/\.\w+$/, "").replace(/[-_]+/g, " ");
}
