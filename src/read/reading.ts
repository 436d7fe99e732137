/** What a capture says. */
import type { LanguageCode } from "../language/tongue.ts";
import type { CivilDate } from "../time/civil-date.ts";

/** One item of a listing, feed or sitemap. */
export interface Entry {
  title: string;
  url: string;
  date?: CivilDate | undefined;
  language?: string | undefined;
}

/** The items of a listing, feed or sitemap, in the order shown. */
export interface Entries {
  kind: "entries";
  entries: Entry[];
  /** How the items were found; another layout with other items is a redesign, not news. */
  layout: string;
  /** Further pages of the same list. */
  next: string[];
}

/** A page's own text, line by line, without what surrounds it. */
export interface Page {
  kind: "page";
  title: string;
  lines: string[];
  links: Link[];
}

/** A link, absolute, with its words. */
export interface Link {
  url: string;
  text: string;
}

/** A file that a document's page offers. */
export interface FileLink extends Link {
  language?: LanguageCode | undefined;
  /** What was found behind the link when it was followed last. */
  facts?: FileFacts | undefined;
}

/** What can be said of a file that was read. */
export interface FileFacts {
  sha256: string;
  bytes: number;
  pages?: number | undefined;
  date?: CivilDate | undefined;
  language?: LanguageCode | undefined;
  /** It holds no text: a scan. */
  isScan?: boolean | undefined;
}

/** A document that stands at its address. */
export interface Document {
  kind: "document";
  form: "html" | "pdf";
  /** Everything on it that may be its title, the likeliest first. */
  titles: string[];
  date?: CivilDate | undefined;
  /** Its first lines of text; empty when a PDF holds no text (a scan). */
  lines: string[];
  files: FileLink[];
  links: Link[];
  /** Of a PDF: its pages, its size and its digest. */
  pages?: number | undefined;
  bytes?: number | undefined;
  sha256?: string | undefined;
  language?: LanguageCode | undefined;
}

/** Nothing stands at a document's address, and the server said so plainly (404, 410). */
interface Absent {
  kind: "absent";
  status: number;
}

export type ProblemName =
  /** refused: 401, 403, 429, 451, a bot or consent wall, robots.txt */
  | "blocked"
  /** not there: 404, 410, a soft 404, sent to the front page */
  | "gone"
  /** an answer with nothing in it, or cut off */
  | "empty"
  /** the structure that used to hold the items no longer does */
  | "redesigned"
  /** an answer that cannot be read as what the source should be */
  | "unreadable"
  /** no answer, a server error, maintenance */
  | "unavailable"
  /** read, but there was no room on the disk to keep it: nothing is concluded from what cannot be shown */
  | "unkept";

/** The source could not be read: not a change, and never "nothing new". */
export interface Problem {
  kind: "problem";
  problem: ProblemName;
  /** One sentence for people. */
  detail: string;
}

export type Good = Entries | Page | Document | Absent;
export type Reading = Good | Problem;

export function problem(name: ProblemName, detail: string): Problem {
  return { kind: "problem", problem: name, detail };
}
