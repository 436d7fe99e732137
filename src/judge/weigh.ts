/**
 * What stands at an address, weighed: proof, a document on the subject that lacks something of it, a heading alone, or nothing. A
 * file proves by its own first page. A page proves only where the office publishes as HTML; otherwise it is the files that it
 * offers, or that a page it leads to offers, which are weighed.
 */
import { createHash } from "node:crypto";
import type { Answer } from "../fetch/capture.ts";
import { titleRuns } from "../read/document.ts";
import { factsOf } from "../read/facts.ts";
import type { Document, FileLink, Link } from "../read/reading.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { isHosted } from "../watch/watch.ts";
import { type DocumentDate, dateInAddress, documentDate, promiseDate } from "./document-date.ts";
import type { EvidenceFile } from "./evidence.ts";
import { whyNotOwn } from "./provenance.ts";
import type { Assessment, Followed, Sighting } from "./sighting.ts";
import { titleOn } from "./title-on.ts";

/** Files of one page that are looked at: the six languages of the United Nations. */
export const MAX_FILES = 6;
/** Links of one page that are worth following besides; a press release names few documents. */
const MAX_LINKS = 3;
/** So often a document's text must speak of each part of the subject. */
const LEAST_MENTIONS = 3;
const MOST_TOLD = 3;

export interface Weighed {
  worth: "proof" | "strong" | "heading" | "nothing";
  url: string;
  /** SHA-256 of the bytes that show it. */
  capture: string;
  /** The digest of the content: a file's bytes, a page's reading. */
  content: string;
  title: string;
  date?: CivilDate | undefined;
  files: EvidenceFile[];
  /** What proof lacks, or what is worth knowing besides. */
  note?: string | undefined;
}

/** The way to a document. */
export interface Way {
  /** Whether the watch names the address. */
  isKnownAddress: boolean;
  /** The words of the items and links that lead to it. */
  words: string;
  /** The date that they carry. */
  date?: CivilDate | undefined;
  /** Whether an earlier healthy look did not show it. */
  isNew: boolean;
}

type Answered = Pick<Answer, "finalUrl" | "hops" | "digest">;

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
  link: Link,
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
  if (found.isPutOff) assessment.putOff.push(link);
  if (reading.kind === "document" && capture.kind === "answer")
    return weigh(sighting, reading, link.url, capture, way, assessment, depth);
  return { worth: "unread", note: whyUnread(found) };
}

function whyUnread({ reading }: Followed): string {
  if (reading.kind === "problem") return reading.detail;
  return reading.kind === "absent" ? `answered ${reading.status}` : "leads to no document";
}

function weighFile(sighting: Sighting, file: Document, url: string, answer: Answered, way: Way): Weighed {
  const { watch, matcher } = sighting;
  const { cover = [], sha256 = "", bytes = 0, pages, language, lines, words } = file;
  const title = titleOn(matcher, cover)?.title;
  const date = documentDate(sighting, file, way.date);
  const isScan = words === 0;
  const isCompanion = cover.slice(0, 8).some((line) => matcher.isCompanion(line));
  const text = lines.join("\n");
  const lacks = [
    whyNotOwn(watch, answer),
    isScan ? "the file holds no text that can be read (a scan?)" : tooShort(words, watch.evidence.words),
    isCompanion ? "its first page says that it goes with the document, and is not it" : undefined,
    title || isScan ? undefined : "its first page does not carry the title that is known",
    isScan || matcher.leastMentions(text) >= LEAST_MENTIONS ? undefined : "its text hardly speaks of the subject",
    lackOfDate(sighting, date, way, answer.finalUrl),
    wasThereBefore(sighting, sha256, way) ? "the same file stood there before the promise" : undefined,
  ].filter((lack) => lack !== undefined);
  const isOnSubject =
    way.isKnownAddress ||
    matcher.isOneWord(way.words) ||
    matcher.isOnSubject([way.words, ...cover, ...lines.slice(0, 30)].join(" "));
  // At a first look nobody can say whether what carries no date is new.
  const isTimely = date.kind === "undated" ? way.isNew || way.isKnownAddress : date.kind !== "before";
  const isDocument = (isScan || words >= watch.evidence.words) && !isCompanion && isTimely;
  const facts = { sha256, bytes, pages, date: file.date, language, ...(isScan ? { isScan: true } : {}) };
  return {
    worth: lacks.length === 0 ? "proof" : isOnSubject && isDocument ? "strong" : title ? "heading" : "nothing",
    url,
    capture: answer.digest,
    content: sha256,
    title: title ?? titleOfCover(sighting, cover) ?? (way.words.split(" · ")[0] || cover[0] || url),
    date: date.on,
    files: [{ url, language, facts }],
    note: sentence(lacks),
  };
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
  const inside: Way = { ...way, words, date: page.date ?? way.date, isKnownAddress: false };
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
  const { kind: dated } = documentDate(sighting, page, way.date);
  const isDated = dated === "undated" ? way.isNew || way.isKnownAddress : dated !== "before";
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
  const date = documentDate(sighting, page, way.date);
  const title = page.h1 && matcher.title(page.h1) && !matcher.isAbout(page.h1) ? page.h1 : undefined;
  const content = digestOf(page);
  const lacks = [
    whyNotOwn(watch, answer),
    watch.evidence.html ? tooShort(page.words, watch.evidence.words) : "no file was found that could be read",
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
    date: date.on,
    files: [],
    note: sentence(lacks),
  };
}

/** The fewest lines of a first page that are on the subject: a title that is not known. */
function titleOfCover({ matcher }: Sighting, cover: readonly string[]): string | undefined {
  const runs = titleRuns(cover).filter((run) => matcher.isOnSubject(run) && !matcher.isAbout(run));
  return runs.sort((a, b) => a.length - b.length)[0];
}

/** A link that may lead to the document: its words, or its address's, are on the subject and not about it. */
function leadsOn({ watch, matcher }: Sighting, { url, text }: Link): boolean {
  if (!isHosted(watch, url) || matcher.isAbout(text)) return false;
  return matcher.isOnSubject(text) || matcher.isOnSubject(slug(url));
}

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

function lackOfDate(sighting: Sighting, date: DocumentDate, way: Way, address: string): string | undefined {
  const addressed = dateInAddress(address);
  if (addressed && addressed < promiseDate(sighting.watch))
    return `its address is dated ${addressed}, before the promise`;
  switch (date.kind) {
    case "fits":
      return undefined;
    case "undated":
      return way.isNew ? undefined : "it carries no date";
    case "before":
      return `it is dated ${date.on}, before the promise`;
    case "future":
      return `it is dated ${date.on}, which has not come yet`;
  }
}

/** Whether this very content stood at the address when it was first shown with a date before the promise. */
function wasThereBefore({ watch, before }: Sighting, content: string, way: Way): boolean {
  const last = before?.lastGood;
  const firstShown = before?.known.document;
  if (!way.isKnownAddress || last?.kind !== "document" || !firstShown || firstShown >= promiseDate(watch)) return false;
  return content === (last.sha256 ?? digestOf(last)) || last.files.some((file) => file.facts?.sha256 === content);
}

function tooShort(words: number, least: number): string | undefined {
  return words < least ? `only ${words} words of text were found; a document has at least ${least}` : undefined;
}

/** A page's reading, without its bytes, which differ at every fetch. */
function digestOf({ titles, lines }: Pick<Document, "titles" | "lines">): string {
  return createHash("sha256")
    .update(JSON.stringify([titles.slice(0, 1), lines]))
    .digest("hex");
}

function sentence(lacks: readonly string[]): string | undefined {
  return lacks.length > 0 ? lacks.slice(0, MOST_TOLD).join("; ") : undefined;
}

function slug(url: string): string {
  return (new URL(url).pathname.split("/").filter(Boolean).at(-1) ?? "").replace(/\.\w+$/, "").replace(/[-_]+/g, " ");
}
