/** What a capture says. */

import { ROBOTS_ASKED_AWAY } from "../fetch/capture.ts";
import type { LanguageCode } from "../language/tongue.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { Dated } from "../time/dated.ts";

/** One item of a listing, feed or sitemap. */
export interface Entry extends Dated {
  title: string;
  url: string;
  language?: string | undefined;
  /** All that it says, where that is more than its title and is given. */
  row?: string | undefined;
  /** Of a message: whose word it is, whoever handed it on. */
  signedBy?: Signature | undefined;
}

/** A signature that holds: of a domain of the publisher's, or of another official body's. */
export interface Signature {
  domain: string;
  whose: "publisher" | "sister";
}

/** The items of a listing, feed or sitemap, in the order shown. */
export interface Entries {
  kind: "entries";
  entries: Entry[];
  /** How the items were found; another layout with other items is a redesign, not news. */
  layout: string;
  /** Further pages of the same list. */
  next: string[];
  /** Every other link of the page's content, or of its items' texts: what is awaited may stand anywhere. */
  links?: NetLink[] | undefined;
  /** It shows some days, or what lies in a mailbox: what it does not show is there all the same, and an old item in it may be new. */
  isExcerpt?: true | undefined;
  /** Why some of it was not read: a part that could not be had, an end that is not there. Nobody can say what is missing of it. */
  unread?: Problem | undefined;
}

/** A link that is no item's own; of the day of the item in whose text it stands, where it does. */
export interface NetLink extends Link, Dated, Pick<Entry, "signedBy"> {
  /** All that its row says, where that is more than its own words. */
  row?: string | undefined;
  /** Address of the item in whose text it stands. */
  item?: string | undefined;
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
  /** Its text then, for comparison with what comes to stand there. */
  lines?: string[] | undefined;
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
  /** Its first page says that it is an advance or unedited version. */
  isAdvance?: boolean | undefined;
  /** Its first page says that it is an annex. */
  isAnnex?: boolean | undefined;
}

/** Files whose text is read. */
export type FileForm = "pdf" | "docx" | "odt" | "epub";

/** What a file holds. */
export interface FileContent {
  form: FileForm;
  /** Of a PDF. */
  pages?: number;
  /** What its metadata says. Its metadata's title is not here: nobody sees it, so nothing is proved by it. */
  created?: CivilDate;
  language?: string;
  /** The first page with text, or the first lines. */
  cover: string[];
  /** The lines of its text; none in a scan. */
  lines: string[];
  /** Words in all the text that was read. */
  words: number;
}

/** A document that stands at its address. */
export interface Document extends Dated {
  kind: "document";
  form: "html" | FileForm;
  /** Everything on it that may be its title, the likeliest first: its own headings, or the lines of its cover, taken together. */
  titles: string[];
  /** A page's own first-level heading. */
  h1?: string | undefined;
  /** What it says it is, above its title or in its metadata: "Country reports", "Press release". */
  label?: string | undefined;
  /** A file's first page with text, line by line. */
  cover?: string[] | undefined;
  /** Words of text in what was read of it. */
  words: number;
  /** The lines of its text; empty when a file holds no text (a scan). */
  lines: string[];
  files: FileLink[];
  links: Link[];
  /** Of a file: its pages, its size and its digest. */
  pages?: number | undefined;
  bytes?: number | undefined;
  sha256?: string | undefined;
  language?: LanguageCode | undefined;
}

/** Nothing stands at a document's address, and the server said so: plainly (404, 410), or with 200 and nothing in it (not-yet.ts). */
export interface Absent {
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
  /** more of it than is read, or more time and memory than a page is worth */
  | "too-costly"
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

/** Whether something stands between a robot and the page. Where a site asks robots to stay away, that holds for copies of its pages as well. */
export function isWalled({
  problem,
  detail,
}: {
  problem?: string | null | undefined;
  detail?: string | null;
}): boolean {
  return problem === "blocked" && detail !== ROBOTS_ASKED_AWAY;
}

export function problem(name: ProblemName, detail: string): Problem {
  return { kind: "problem", problem: name, detail };
}
