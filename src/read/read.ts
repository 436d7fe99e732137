/**
 * Body → reading: what the page gives away about itself speaks first, then the reader of the source's kind. Pure: the same
 * body gives the same reading anywhere.
 */
import { createHash } from "node:crypto";
import { Damaged, TooLarge, unpack } from "../fetch/content-encoding.ts";
import type { Body } from "./body.ts";
import { type BodyLimits, DEFAULT_LIMITS, LETTERS_AN_ITEM, MAX_TEXT, TooCostly } from "./bounds.ts";
import { documentOfFile, readDocumentPage } from "./document/document.ts";
import { extractFile, fileForm } from "./document/file.ts";
import { isWholePdf } from "./document/pdf.ts";
import { readList } from "./feed/streamed-list.ts";
import type { HowToRead } from "./head.ts";
import { parseHtml } from "./html/markup.ts";
import type { SeenPage } from "./html/page-dates.ts";
import type { Tree } from "./html/tree.ts";
import { readListing } from "./list/listing.ts";
import { notYet } from "./not-yet.ts";
import { readPage } from "./page.ts";
import { cutOffProblem, pageProblem } from "./problem/problem.ts";
import { type Good, type Problem, problem, type Reading } from "./reading.ts";
import { sizeOf, textsOf } from "./size.ts";
import { contentSource, decodeText, isNoText } from "./source-text.ts";

/** What reading a body came to. */
export interface Read {
  /** Undefined where one of its digests is known already. */
  reading?: Reading | undefined;
  digests: Digests;
}

/** By which a body is known to say nothing new: SHA-256, hex, of what of it can hold content, and of what it was read as. */
export interface Digests {
  content?: string | undefined;
  reading?: string | undefined;
}

/**
 * Reads a body. Slow, and greedy with memory on a hostile one: it is done in a thread that can be ended (check/reader.ts).
 * @param zone the publisher's, in which days are counted
 * @param known what is the same by one of them is not given back
 */
export async function readBody(
  body: Body,
  how: HowToRead,
  zone: string,
  limits: BodyLimits = DEFAULT_LIMITS,
  known: Digests = {},
): Promise<Read> {
  try {
    if (how.kind === "mail") {
      // What reads mail is large, and few threads ever do.
      const { readMail } = await import("./mail/mail.ts");
      return withDigest(await readMail(body, how.mail, zone, limits), {}, limits, known);
    }
    if (how.kind === "listing" || how.kind === "page" || how.kind === "document")
      return await readWhole(body, how, zone, limits, known);
    return withDigest(await readList(body, how, zone, limits), {}, limits, known);
  } catch (error) {
    return { reading: problemOf(error), digests: {} };
  }
}

/** A good reading that is not known by its digest. */
function withDigest(reading: Reading, digests: Digests, limits: BodyLimits, known: Digests): Read {
  if (reading.kind === "problem") return { reading, digests };
  const within = bounded(reading, limits);
  const digest = digestOf([JSON.stringify(within)]);
  return { reading: digest === known.reading ? undefined : within, digests: { ...digests, reading: digest } };
}

class Unreadable extends Error {}

/** What reading a body threw, as what is wrong with the source. */
export function problemOf(error: unknown): Problem {
  const said = error instanceof Error ? error.message.slice(0, 200) : "unknown";
  if (error instanceof TooCostly || error instanceof TooLarge) return problem("too-costly", said);
  return problem(
    "unreadable",
    error instanceof Unreadable || error instanceof Damaged ? said : `could not be read: ${said}`,
  );
}

async function readWhole(body: Body, how: HowToRead, zone: string, limits: BodyLimits, known: Digests): Promise<Read> {
  const bytes = unpack(
    body.wire,
    body.headers["content-encoding"],
    how.kind === "document" ? Math.max(limits.file, limits.page) : limits.page,
  );
  if (bytes.length === 0)
    return { reading: notYet(body, 0, how) ?? problem("empty", "answered with nothing"), digests: {} };
  const seen: SeenPage = { url: body.finalUrl, at: body.at, zone, dates: how.dates };
  if (fileForm(bytes)) {
    const content = digestOf([bytes]);
    const reading = how.kind === "document" ? await readFile(bytes, content, seen, limits) : notAPage(body);
    return { reading, digests: { content } };
  }
  if (bytes.length > limits.page) throw new TooLarge(`is a page of more than ${limits.page / 1024 / 1024} MB`);
  const text = decodeText(bytes, body.headers["content-type"] ?? "");
  if (text === undefined) throw new Unreadable("is written in a character set that cannot be read");
  const content = digestOf(contentSource(text));
  if (content === known.content) return { digests: { content } };
  const reading = onWholePage(body, text, (tree) => {
    switch (how.kind) {
      case "listing":
        return readListing(tree, seen, how.select);
      case "page":
        return readPage(tree, body.finalUrl, how);
      default:
        return /\.pdf$/i.test(new URL(body.url).pathname)
          ? problem("unreadable", "answered with a page where a PDF should be")
          : readDocumentPage(tree, seen);
    }
  });
  return withDigest(reading, { content }, limits, known);
}

function digestOf(content: Iterable<string | Buffer>): string {
  const hash = createHash("sha256");
  for (const piece of content) hash.update(piece);
  return hash.digest("hex");
}

const LOCKED = "is a file that is locked with a password";

async function readFile(bytes: Buffer, sha256: string, seen: SeenPage, limits: BodyLimits): Promise<Reading> {
  if (bytes.length > limits.file) throw new TooLarge(`is a file of more than ${limits.file / 1024 / 1024} MB`);
  const form = fileForm(bytes);
  if (form === "old-word")
    return problem("unreadable", "is an old Word file, whose text is not read; open it and look");
  if (form === "locked") throw new Unreadable(LOCKED);
  if (form === "pdf" && !isWholePdf(bytes)) return problem("empty", "is a PDF that was cut off before its end");
  const content = await extractFile(bytes).catch((error: unknown) => {
    if (error instanceof TooCostly) throw error;
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw new Unreadable(isLocked ? LOCKED : "is a file that cannot be opened");
  });
  return bounded(documentOfFile(content, { bytes: bytes.length, sha256 }, seen), limits);
}

function notAPage({ headers }: Body): Reading {
  const type = headers["content-type"]?.slice(0, 100);
  return problem("unreadable", `answered with ${type || "something"} where a page should be`);
}

/** Makes sure that a body is a page and the whole of it, and reads it. */
function onWholePage(body: Body, text: string, read: (tree: Tree) => Reading): Reading {
  const looksLikeHtml = /^<(?:!doctype html|html|head|body|main|div|table|article)/i.test(
    withoutLeadingComments(text.slice(0, 8000)),
  );
  if (!/html|^$/i.test(body.headers["content-type"] ?? "") && !looksLikeHtml) return notAPage(body);
  if (text.trim() === "") return problem("empty", "answered with nothing");
  if (isNoText(text)) return problem("unreadable", "answered with something that is no text where a page should be");
  const { tree, isWhole } = parseHtml(text);
  return (
    pageProblem(tree, text, body.headers, new URL(body.finalUrl).hostname) ??
    (isWhole ? undefined : cutOffProblem(text)) ??
    read(tree)
  );
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

/** Characters that one comes to, at most, when it is taken apart: U+FDFA, which is a sentence (Unicode, UAX #15, NFKD). */
const MOST_APART = 18;

/** @throws {TooCostly} when it holds more than is remembered, compared and judged */
function bounded<T extends Good>(reading: T, limits: BodyLimits): T {
  const most = reading.kind === "entries" ? limits.items * LETTERS_AN_ITEM : MAX_TEXT;
  if (sizeOf(reading) * MOST_APART <= most) return reading;
  let size = 0;
  for (const text of textsOf(reading)) {
    size += text.normalize("NFKD").length;
    if (size > most) throw new TooCostly(`says more than ${most.toLocaleString("en")} characters`);
  }
  return reading;
}
