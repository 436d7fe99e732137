/**
 * How much of what was fetched is read. What can be counted is bounded by counting, so that a page is too costly on every
 * machine or on none; time and memory are bounded besides, where it is read (check/reader.ts).
 */
const MEGABYTE = 1024 * 1024;

/** Bytes of a body once it is unpacked. */
export interface BodyLimits {
  /** Of a page that is read as a whole. */
  page: number;
  /** Of a feed or a sitemap, which is read as it is unpacked. */
  list: number;
  /** Of a file: PDF, DOCX, ODT, EPUB. */
  file: number;
  /**
   * Not bytes: the items of a feed or a sitemap. A sitemap may have 50,000 (sitemaps.org 0.9); what is read, what is remembered and
   * what changed stand side by side in the main thread's heap, and of a container's 80 MB twice 15,000 take more than all.
   */
  items: number;
}

export const DEFAULT_LIMITS: BodyLimits = {
  page: 10 * MEGABYTE,
  list: 50 * MEGABYTE,
  file: 20 * MEGABYTE,
  items: 50_000,
};

/** More than a source may cost. The message completes "the source …". */
export class TooCostly extends Error {}

/** Characters of one item's title, and of one line of a text: a longer line is broken in two. */
export const MAX_TITLE = 1000;
export const MAX_LINE = 4000;
/** Characters of one address. */
export const MAX_ADDRESS = 2000;
/** Lines of one document, and characters of a page that is one, which are read and compared: two hundred pages of print. */
export const MAX_LINES = 10_000;
export const MAX_COMPARED = 400_000;
/**
 * Characters that one reading may hold in all, of a text and of a list for each of the items that are read, with each letter taken
 * apart from its marks as it is for comparison: what is remembered, compared and judged must not cost what reading it did not.
 */
export const MAX_TEXT = 1_500_000;
export const LETTERS_AN_ITEM = 260;
