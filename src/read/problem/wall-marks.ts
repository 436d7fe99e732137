/** What a wall says besides that it is one, by which its keeper finds the refusal in their own log. */
import ipaddr from "ipaddr.js";

export interface WallMarks {
  /** What the wall calls this refusal: the name that its keeper knows, and its value. */
  references: readonly (readonly [name: string, value: string])[];
  /** The address that it says it was asked from. */
  visitor?: string | undefined;
}

/** Headers that name one exchange, with a wall or with what stands before a site. */
const REFERENCES = [
  "cf-ray",
  "x-amzn-requestid",
  "x-amz-cf-id",
  "x-iinfo",
  "x-sucuri-id",
  "x-akamai-request-id",
  "x-datadome-cid",
  "x-request-id",
];
/** What stands in a page of Akamai's, Imperva's and F5's instead. */
const WRITTEN: readonly (readonly [name: string, pattern: RegExp])[] = [
  ["Reference", /Reference(?:&#32;|\s)*(?:&#35;|#)\s*((?:[0-9a-f]|&#46;|\.){8,120})/i],
  ["Incident ID", /Incident ID:?\s*(\d[\d-]{7,60})/i],
  ["Support ID", /support ID is:?\s*(\d{8,40})/i],
];
/** A wall's page says so near its beginning. */
const HEAD = 100_000;
const MAX_VALUE = 120;
/** An address stands close behind what calls it the visitor's. */
const BEHIND = 300;
const MOST_NAMED = 5;

/** @param html of its page, where it has one */
export function wallMarks(headers: Readonly<Record<string, string>>, html = ""): WallMarks {
  const head = html.slice(0, HEAD);
  const sent = REFERENCES.flatMap((name) => {
    const value = plain(headers[name] ?? "");
    return value ? [[name, value] as const] : [];
  });
  const written = WRITTEN.flatMap(([name, pattern]) => {
    const [, found] = pattern.exec(head) ?? [];
    return found ? [[name, plain(found.replaceAll("&#46;", "."))] as const] : [];
  });
  return { references: [...sent, ...written], visitor: visitorIn(head) };
}

function visitorIn(html: string): string | undefined {
  let named = 0;
  for (const { index, 0: words } of html.matchAll(/\b(?:your|client)\s+ip(?:\s+address)?\b/gi)) {
    if (++named > MOST_NAMED) return undefined;
    const behind = html.slice(index + words.length, index + words.length + BEHIND).replace(/<[^<>]{0,200}>/g, " ");
    const found = behind.split(/[^\da-f.:]+/i).find((word) => word.length > 6 && isAddress(word.replace(/[.:]$/, "")));
    if (found) return found.replace(/[.:]$/, "");
  }
  return undefined;
}

function isAddress(word: string): boolean {
  return (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(word) || /:.*:/.test(word)) && ipaddr.isValid(word);
}

/** In letters of ASCII: it is put into a letter. */
function plain(value: string): string {
  return value
    .replace(/[^\x21-\x7e]+/g, " ")
    .trim()
    .slice(0, MAX_VALUE);
}
