/** The pages of a WACZ, as a replayer lists them: what was captured and can be looked at. */
import { headersByName } from "../../fetch/capture.ts";
import { beginning } from "../../fetch/content-encoding.ts";
import { pageTitle } from "../../read/html/html.ts";
import { parseHtml } from "../../read/html/markup.ts";
import { decodeText } from "../../read/source-text.ts";
import type { InstantText } from "../../time/instant.ts";
import type { KeptFile } from "../source.ts";
import { readRecordAt } from "../warc.ts";
import type { Capture } from "./gather.ts";

export interface Page {
  id: string;
  url: string;
  ts: InstantText;
  title: string;
}

export interface Pages {
  all: readonly Page[];
  /** What is looked at first: the newest page that the verdict cites, before files that it cites. */
  main: Page | undefined;
}

/** A title stands at a page's beginning. */
const HEAD = 256 * 1024;
const LARGEST = 16 * 1024 * 1024;
const IS_HTML = /^(?:text\/html|application\/xhtml\+xml)\b/i;

/** @param captures those whose files are there */
export async function pagesOf(captures: readonly Capture[], files: ReadonlyMap<string, KeptFile>): Promise<Pages> {
  const found: { page: Page; isHtml: boolean; isCited: boolean }[] = [];
  for (const capture of captures) {
    const { url, at, record, digest, isCited } = capture;
    const original = captures.find((one) => one.kind === "response" && one.digest === digest);
    const kept = original && files.get(original.file);
    if (!original || !kept) continue;
    const { http, payload } = await readRecordAt(kept, original, LARGEST);
    if (http?.status !== 200) continue;
    const headers = headersByName(http.rawHeaders);
    const type = headers["content-type"] ?? "";
    const isHtml = IS_HTML.test(type);
    const head =
      isHtml && payload
        ? await beginning(payload, headers["content-encoding"], HEAD).catch(() => undefined)
        : undefined;
    const text = head && decodeText(head, type);
    const title = text ? pageTitle(parseHtml(text).tree) : "";
    found.push({ page: { id: record, url, ts: at, title: title || fileName(url) }, isHtml, isCited });
  }
  const cited = found.filter(({ isCited }) => isCited);
  const main = [cited.filter(({ isHtml }) => isHtml), cited, found].find((some) => some.length > 0)?.at(-1);
  return { all: found.map(({ page }) => page), main: main?.page };
}

/** What people would call a file that has no title of its own. */
function fileName(url: string): string {
  return URL.parse(url)?.pathname.split("/").at(-1) || url;
}

/** As lines of JSON (json-pages-1.0). */
export function writePages({ all }: Pages): string {
  const lines = [{ format: "json-pages-1.0", id: "pages", title: "What the verdict rests on" }, ...all];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join("");
}
