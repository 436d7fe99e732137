/** What stands at an address nobody has watched yet: what it is by its content, and what it offers besides. Pure, as read.ts is. */
import { beginning, unpack } from "../fetch/content-encoding.ts";
import type { JsonPaths } from "../watch/watch.ts";
import type { Body } from "./body.ts";
import { type BodyLimits, DEFAULT_LIMITS } from "./bounds.ts";
import { fileForm } from "./document/file.ts";
import { type Form, formOf } from "./form.ts";
import { absolute } from "./html/html.ts";
import { parseHtml } from "./html/markup.ts";
import { offersOf, type PageOffers } from "./html/offers.ts";
import { guessedPaths } from "./json/guess.ts";
import { parsedJson } from "./json/syntax.ts";
import { problemOf } from "./read.ts";
import { type Problem, problem } from "./reading.ts";
import { decodeText } from "./source-text.ts";

export type Offered =
  | { form: "file" }
  | { form: Exclude<Form, "page" | "text" | "json"> }
  /** Where its items seem to stand; left out where there are none. */
  | { form: "json"; paths?: JsonPaths | undefined }
  | { form: "page"; page: PageOffers }
  /** `sitemaps`: those that a robots.txt names (sitemaps.org: “Submitting your sitemap”). */
  | { form: "text"; sitemaps: string[] };

/** As much of a body as tells what it is. */
const MOST_BEGINNING = 64 * 1024;
const MOST_SITEMAPS = 20;

/** Reads what a body offers. For the same reasons as `readBody` done in a thread that can be ended. */
export async function readOffered(body: Body, limits: BodyLimits = DEFAULT_LIMITS): Promise<Offered | Problem> {
  const { wire, headers, finalUrl } = body;
  const encoding = headers["content-encoding"];
  const type = headers["content-type"] ?? "";
  try {
    const head = await beginning(wire, encoding, MOST_BEGINNING);
    if (fileForm(head)) return { form: "file" };
    // A packed file without a word of it in the headers: sitemaps are kept so.
    if (head[0] === 0x1f && head[1] === 0x8b) return { form: "sitemap" };
    const text = decodeText(head, type);
    if (text === undefined) return problem("unreadable", "is written in a character set that cannot be read");
    const form = formOf(text, type);
    if (form === "text") return { form, sitemaps: sitemapsIn(text, finalUrl) };
    if (form === "json") {
      const parsed = parsedJson(decodeText(unpack(wire, encoding, limits.page), type) ?? "");
      return { form, paths: typeof parsed === "object" ? guessedPaths(parsed.value) : undefined };
    }
    if (form !== "page") return { form };
    const html = decodeText(unpack(wire, encoding, limits.page), type) ?? "";
    return { form, page: offersOf(parseHtml(html).tree, finalUrl) };
  } catch (error) {
    return problemOf(error);
  }
}

function sitemapsIn(text: string, url: string): string[] {
  const named = text.split(/[\r\n]+/).flatMap((line) => {
    const [, address] = /^\s*sitemap\s*:\s*(\S{1,2000})/i.exec(line) ?? [];
    return absolute(address, url) ?? [];
  });
  return [...new Set(named)].slice(0, MOST_SITEMAPS);
}
