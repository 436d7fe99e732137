/**
 * Capture → reading. The status speaks first, then what the page gives away about itself, then the reader of the
 * source's kind. Pure: the same capture gives the same reading anywhere.
 */
import type { CheerioAPI } from "cheerio";
import type { Answer, Capture } from "../fetch/capture.ts";
import type { SourceKind } from "../watch/names.ts";
import type { Source } from "../watch/watch.ts";
import { cutOffPdf, documentOfFile, readDocumentPage } from "./document.ts";
import { readFeed } from "./feed.ts";
import { fileForm } from "./file.ts";
import { contentSource, decodeText, parseHtml } from "./html.ts";
import { readListing } from "./listing.ts";
import { readPage } from "./page.ts";
import { cutOffProblem, failureProblem, frontPageProblem, pageProblem, statusProblem } from "./problem.ts";
import { type FileContent, type Problem, problem, type Reading } from "./reading.ts";
import { readSitemap } from "./sitemap.ts";

export type HowToRead = Pick<Source, "kind" | "select" | "region" | "ignore">;

interface Body extends Unpacked {
  /** What a file holds, or why it cannot be read. */
  file?: FileContent | Problem;
  answer: Answer;
  zone: string;
}

/** One reader a kind. */
const READERS: Record<SourceKind, (body: Body, how: HowToRead) => Reading | Promise<Reading>> = {
  listing: (body, how) => onWholePage(body, ($) => readListing($, body.answer.finalUrl, how.select)),
  page: (body, how) => onWholePage(body, ($) => readPage($, body.answer.finalUrl, how)),
  feed: (body) => notMarkup(body) ?? readFeed(body.text, body.answer.finalUrl, body.zone),
  sitemap: (body) => notMarkup(body) ?? readSitemap(body.text, body.answer.finalUrl, body.zone),
  document: (body) => {
    if (body.file) return "kind" in body.file ? body.file : documentOfFile(body.file, body.bytes);
    const expectsPdf = /\.pdf$/i.test(new URL(body.answer.url).pathname);
    return onWholePage(body, ($) =>
      expectsPdf
        ? problem("unreadable", "answered with a page where a PDF should be")
        : readDocumentPage($, body.answer.finalUrl),
    );
  },
};

/** How to read a page that was reached by following a link. */
export const FOLLOWED: HowToRead = { kind: "document", ignore: [] };

/** A body that has been unpacked, and its text where it has any. */
export interface Unpacked {
  bytes: Buffer;
  text: string;
  /** Set when it is in a character set that is not to be decoded: nothing is guessed. */
  isUndecodable?: boolean;
}

/** Reads a file; how is for the caller to say, as it is slow and takes much memory. */
export type FileReader = (bytes: Buffer) => Promise<FileContent | Problem>;

export function unpackText(answer: Answer, bytes: Buffer): Unpacked {
  if (fileForm(bytes)) return { bytes, text: "" };
  const text = decodeText(bytes, answer.headers["content-type"] ?? "");
  return text === undefined ? { bytes, text: "", isUndecodable: true } : { bytes, text };
}

/** What an answer or a failure says before its body is looked at; undefined when the body must be read. */
export function readHead(capture: Capture, how: HowToRead): Reading | undefined {
  if (capture.kind === "failure") return failureProblem(capture);
  const isPlainlyAbsent = how.kind === "document" && (capture.status === 404 || capture.status === 410);
  if (isPlainlyAbsent) return { kind: "absent", status: capture.status };
  return statusProblem(capture) ?? frontPageProblem(capture);
}

/** Reads a body. `zone` is the publisher's, for machine-written times. */
export async function readBody(
  answer: Answer,
  unpacked: Unpacked,
  how: HowToRead,
  zone: string,
  readFile: FileReader,
): Promise<Reading> {
  const { bytes, isUndecodable } = unpacked;
  if (isUndecodable) return problem("unreadable", "is written in a character set that cannot be read");
  const file = how.kind === "document" ? await fileIn(bytes, readFile) : undefined;
  try {
    return await READERS[how.kind]({ ...unpacked, ...(file ? { file } : {}), answer, zone }, how);
  } catch (error) {
    // Markup nested beyond what a parser can walk, and whatever else nobody thought of, is this source's trouble alone.
    return problem(
      "unreadable",
      `could not be read: ${error instanceof Error ? error.message.slice(0, 200) : "unknown"}`,
    );
  }
}

async function fileIn(bytes: Buffer, readFile: FileReader): Promise<FileContent | Problem | undefined> {
  switch (fileForm(bytes)) {
    case "pdf":
      return cutOffPdf(bytes) ?? readFile(bytes);
    case "zip":
      return readFile(bytes);
    case "old-word":
      return problem("unreadable", "is an old Word file, whose text is not read; open it and look");
    default:
      return undefined;
  }
}

/** The part of a body that can hold content, for telling "nothing new" without parsing. */
export function contentOf(unpacked: Unpacked): string | Buffer {
  return unpacked.text === "" ? unpacked.bytes : contentSource(unpacked.text);
}

function withoutLeadingComments(text: string): string {
  let rest = text.trimStart();
  while (rest.startsWith("<!--")) {
    const end = rest.indexOf("-->");
    if (end < 0) return "";
    rest = rest.slice(end + 3).trimStart();
  }
  return rest;
}

/** Parses a body once, makes sure that it is a page and the whole of it, and reads it. */
function onWholePage(body: Body, read: ($: CheerioAPI) => Reading): Reading {
  const type = body.answer.headers["content-type"] ?? "";
  const looksLikeHtml = /^<(?:!doctype html|html|head|body|main|div|table|article)/i.test(
    withoutLeadingComments(body.text.slice(0, 8000)),
  );
  if (fileForm(body.bytes) || (!/html|^$/i.test(type) && !looksLikeHtml))
    return problem("unreadable", `answered with ${type || "something"} where a page should be`);
  if (body.text.trim() === "") return problem("empty", "answered with nothing");
  const $ = parseHtml(body.text);
  return pageProblem($, body.text) ?? cutOffProblem(body.text) ?? read($);
}

/** A page where XML or JSON should be: a wall or a soft 404, or simply the wrong thing. */
function notMarkup(body: Body): Problem | undefined {
  if (!/^\s*<(?:!doctype html|html)/i.test(body.text.slice(0, 2000))) return undefined;
  return (
    pageProblem(parseHtml(body.text), body.text) ??
    problem("unreadable", "answered with a page where a feed or sitemap should be")
  );
}
