/**
 * Bodies as an attacker, or a broken server, would serve them: what hangs, kills or bloats a reader, or makes it say what is
 * not so. Every one is cheap to build and at most 60 MB as sent.
 */
import { ANSWERS } from "./hostile/answers.ts";
import type { Hostile } from "./hostile/case.ts";
import { FEEDS } from "./hostile/feeds.ts";
import { JSON_ANSWERS } from "./hostile/json.ts";
import { LIBRARIES } from "./hostile/libraries.ts";
import { LISTINGS } from "./hostile/listings.ts";
import { MARKUP } from "./hostile/markup.ts";
import { PDF_CONTENTS } from "./hostile/pdf-contents.ts";
import { PDF_STRUCTURE } from "./hostile/pdf-structure.ts";
import { ROBOTS } from "./hostile/robots.ts";
import { SITEMAPS } from "./hostile/sitemaps.ts";
import { TEXTS } from "./hostile/texts.ts";
import { ZIPS } from "./hostile/zips.ts";

export type { Hostile } from "./hostile/case.ts";

export const HOSTILE: readonly Hostile[] = [
  ...ANSWERS,
  ...MARKUP,
  ...TEXTS,
  ...LISTINGS,
  ...FEEDS,
  ...SITEMAPS,
  ...JSON_ANSWERS,
  ...LIBRARIES,
  ...PDF_STRUCTURE,
  ...PDF_CONTENTS,
  ...ZIPS,
  ...ROBOTS,
];
