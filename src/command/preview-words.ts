/** A preview in words, for a terminal of 80 columns. */

import { bold, dim } from "../deliver/channels/printed.ts";
import type { Meaning } from "../drafting/meaning.ts";
import type { Preview, PreviewItem } from "../drafting/preview.ts";
import {
  ABSENT,
  ADVICE,
  besideSaid,
  daySaid,
  itemsSaid,
  KINDS,
  leftOutSaid,
  linksSaid,
  meaningSaid,
  openSaid,
  pathsSaid,
  problemSaid,
  REASONS,
} from "../drafting/preview-said.ts";
import { en } from "../message/en.ts";
import type { Watch } from "../watch/watch.ts";
import { address, hanging, plain, wrapped } from "./lines.ts";

const MOST_LISTED = 6;
const MOST_LINES = 8;
/** Columns up to what stands beside a date. */
const DAY_WIDTH = 15;

/** @param limit items that are shown */
export function sayPreview(seen: Preview, limit: number, watch?: Watch): string {
  return [
    wrapped(bold(address(seen.url))),
    ...answeredIn(seen).map((line) => wrapped(line, 2)),
    ...partsIn(seen).map((line) => wrapped(line, 2)),
    ...textIn(seen),
    ...itemsIn(seen, limit),
    ...meantIn(seen, watch).map((line) => wrapped(line)),
  ].join("");
}

/** What answered, in a sentence or two. */
function answeredIn({ answered, problem, kind, because, isAbsent, paths, title, count, items }: Preview): string[] {
  const said: string[] = [];
  if (answered) {
    const { url, hops, status, type, bytes } = answered;
    const way = hops.length > 0 ? `, after it was sent on to ${address(url)}` : "";
    said.push(dim(`Answered ${status}${type ? `, ${plain(type, 60)}` : ""}, ${en.bytes(bytes)}${way}.`));
  }
  if (problem)
    said.push(`${bold("Cannot be read")}: ${plain(problemSaid(problem))}.`, ...[ADVICE[problem.problem] ?? []].flat());
  if (kind && because)
    said.push(
      `Read as ${KINDS[kind]}: ${REASONS[because]}.${count > 0 && items.length > 0 ? ` ${kind === "page" ? linksSaid(count) : itemsSaid(count)}.` : ""}`,
    );
  if (isAbsent) said.push(ABSENT);
  if (paths) said.push(dim(`Its paths: ${plain(pathsSaid(paths), 600)}.`));
  if (title) said.push(`Its title: “${plain(title)}”.`);
  return said;
}

function partsIn({ region, leftOut, feeds, beside, parts }: Preview): string[] {
  const said: string[] = [];
  if (region.length > 0) said.push(dim(`The part that is read: ${region.map((one) => plain(one)).join(", ")}.`));
  if (leftOut.length > 0)
    said.push(
      dim(
        `Left out: ${leftOut
          .slice(0, MOST_LISTED)
          .map((one) => plain(leftOutSaid(one)))
          .join("; ")}.`,
      ),
    );
  if (beside) said.push(dim(besideSaid(beside)));
  for (const { url, text } of feeds.slice(0, MOST_LISTED))
    said.push(`A feed of it: ${address(url)}${text ? ` (${plain(text, 60)})` : ""}`);
  if (parts)
    said.push(
      `It is in ${en.number(parts.length)} parts, each read at every look: ${parts.slice(0, 3).map(address).join(" ")}${parts.length > 3 ? " …" : ""}`,
    );
  return said;
}

function textIn({ text }: Preview): string[] {
  if (!text) return [];
  const { lines, words, files, ...dated } = text;
  return [
    "\n",
    ...(words === undefined ? [] : [wrapped(`${en.number(words)} words, ${daySaid(dated)}. It begins:`, 2)]),
    ...lines.slice(0, MOST_LINES).map((line) => wrapped(dim(plain(line)), 4)),
    ...files.slice(0, MOST_LISTED).map(({ url }) => wrapped(`A file: ${address(url)}`, 2)),
  ];
}

function itemsIn({ items, count, open, beside }: Preview, limit: number): string[] {
  const shown = items.slice(0, limit);
  const more = count - shown.length;
  const meant = [...items.slice(limit), ...(beside?.items ?? [])].filter(
    ({ meaning }) => meaning && meaning.kind !== "nothing",
  );
  return [
    ...(shown.length > 0 ? ["\n"] : []),
    ...shown.map(itemSaid),
    ...(more > 0 ? [wrapped(dim(`… and ${en.number(more)} more`), 2)] : []),
    ...(meant.length > 0
      ? ["\n", wrapped("Further down, and beside the list:", 2), ...meant.slice(0, limit).map(itemSaid)]
      : []),
    ...(open ? ["\n", wrapped(openSaid(open), 2)] : []),
  ];
}

function itemSaid({ title, url, meaning, ...dated }: PreviewItem): string {
  return [
    hanging(daySaid(dated), plain(title), DAY_WIDTH, dim),
    wrapped(dim(address(url)), DAY_WIDTH),
    ...(meaning ? [wrapped(`→ ${meant(meaning)}`, DAY_WIDTH)] : []),
  ].join("");
}

function meantIn({ meaning, told }: Preview, watch: Watch | undefined): string[] {
  if (!watch) return [];
  const said =
    told &&
    (told.length > 0 ? `A first look would tell: ${told.join(", ")}.` : "A first look would tell nothing of it.");
  return ["", ...(meaning ? [`For “${plain(watch.title)}”: ${meant(meaning)}`] : []), ...(said ? [said] : [])];
}

/** What an item would mean, in a sentence: its news bold, and what is none dim. */
function meant(meaning: Meaning): string {
  const { news, says } = meaningSaid(meaning);
  const sentence = `${news ? bold(news) : ""}${plain(says, MOST_OF_A_MEANING)}`;
  return meaning.kind === "nothing" ? dim(sentence) : sentence;
}

const MOST_OF_A_MEANING = 600;
