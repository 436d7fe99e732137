/** A draft in words, for a terminal of 80 columns: what is proposed and why, and what stands in its way. */
import { styleText } from "node:util";
import {
  documentSaid,
  FOUND,
  HOSTS,
  horizonSaid,
  LEFT_OUT,
  leftOutWords,
  refusalSaid,
  seenSaid,
  ZONES,
} from "../drafting/draft-said.ts";
import type { Draft, Refusal, Said } from "../drafting/drafted.ts";
import { itemsSaid, problemSaid } from "../drafting/preview-said.ts";
import type { WhenReading } from "../drafting/said-when.ts";
import type { Found, LeftOutSource, Listed } from "../drafting/site.ts";
import { en } from "../message/en.ts";
import { isOpenByOrder } from "../time/dated.ts";
import { hanging, plain, wrapped } from "./lines.ts";

const MOST_SHOWN = 6;
const FIRST_ITEMS = 2;

/** @param number as which it can be chosen */
export function readingSaid({ phrase, horizon }: WhenReading, number: number): string {
  return `${number}  “${plain(phrase)}”: ${horizonSaid(horizon)}`;
}

/** What is looked at, as it goes. */
export function lookedSaid({ url, because }: { url: string; because: Found }, seen: Listed["glimpse"]): string {
  const mark = seen.reading.kind === "problem" ? styled("yellow", "–") : styled("green", "✓");
  const what = plain(seenSaid(seen), MOST_OF_A_REFUSAL);
  return `${wrapped(`${mark} ${FOUND[because]}: ${what}`, 2)}${wrapped(styled("dim", plain(url, 300)), 4)}`;
}

/** All that would be written, with the reason for each part. */
export function sayDraft(draft: Draft): string {
  const { watch, promised, zone, hosts, sources, site, subject, samples, id } = draft;
  const [statement] = watch.statements;
  const withoutWords = leftOutWords(subject);
  const rows: [string, string][] = [
    ["title", `${plain(watch.title)}${typeof watch.short === "string" ? ` (short: ${plain(watch.short)})` : ""}`],
    [
      "promised",
      `${plain(statement?.by ?? "")}, ${en.day(statement?.on ?? "")}: “${plain(promised.phrase)}”${promised.horizon ? `: ${horizonSaid(promised.horizon)}` : ""}`,
    ],
    ["publisher", `${plain(watch.publisher.name)}; days are counted in ${zone.zone} (${ZONES[zone.because]})`],
    ["hosts", hosts.map(({ host, because }) => `${plain(host)} (${HOSTS[because]})`).join("; ")],
    [
      "subject",
      `${subject.groups
        .map(
          (group) =>
            group
              .slice(0, MOST_SHOWN)
              .map((word) => plain(word))
              .join(", ") + (group.length > MOST_SHOWN ? ` and ${group.length - MOST_SHOWN} more` : ""),
        )
        .join(
          "  AND  ",
        )}: an item with a word of each is followed${withoutWords ? ` (not ${plain(withoutWords)})` : ""}`,
    ],
    ["now", onSubjectSaid(draft)],
    ["counts as", plain(documentSaid(watch.evidence, samples))],
    ["its name", `${id}.yaml`],
  ];
  return [
    ...rows.map(([name, text]) => row(name, text)),
    `  ${styled("bold", "sources")}\n`,
    ...sources.map((source, index) => sourceSaid(source, index + 1)),
    ...site.leftOut.slice(0, MOST_SHOWN).map(leftOutSaid),
  ].join("");
}

const NAME_WIDTH = 13;

/** All of it goes to stderr: what is printed to stdout is for whoever wants the file. */
function styled(format: "bold" | "dim" | "green" | "yellow", text: string): string {
  return styleText(format, text, { stream: process.stderr });
}

function row(name: string, text: string): string {
  return hanging(name, text, NAME_WIDTH, (said) => styled("bold", said));
}

/** How much of what is listed already would be looked behind: none is usual, much is a subject too wide. */
function onSubjectSaid({ sources, onSubject }: Draft): string {
  const listed = new Set(sources.flatMap(({ entries }) => entries.map(({ url }) => url))).size;
  const named = onSubject.slice(0, FIRST_ITEMS).map(({ title }) => `“${plain(title, 80)}”`);
  const more = onSubject.length - named.length;
  const which = named.length > 0 ? `: ${named.join(", ")}${more > 0 ? ` and ${en.number(more)} more` : ""}` : "";
  return `of ${itemsSaid(listed)} that are listed there, ${onSubject.length === 0 ? "none is on the subject" : `${en.number(onSubject.length)} on the subject`}${which}`;
}

function sourceSaid({ url, kind, because, entries }: Listed, number: number): string {
  const holds = entries.length > 0 ? `, ${itemsSaid(entries.length)}` : "";
  const open = entries.filter(isOpenByOrder);
  const [either] = open.map((entry) => entry.either?.join(" or "));
  const first = entries
    .slice(0, FIRST_ITEMS)
    .map(({ title, date }) => wrapped(styled("dim", `${date ?? "no date"}  ${plain(title, 100)}`), 7));
  return [
    wrapped(`${number}  ${kind}, ${FOUND[because]}${holds}`, 4),
    wrapped(plain(url, 300), 7),
    ...first,
    ...(either
      ? [wrapped(`${en.number(open.length)} of its dates may be read in two orders (${either}): “dates” decides`, 7)]
      : []),
  ].join("");
}

/** An address that is no source, and why. */
export function leftOutSaid({ url, why, problem }: LeftOutSource): string {
  return wrapped(styled("dim", `–  ${plain(url, 300)}: ${problem ? plain(problemSaid(problem)) : LEFT_OUT[why]}`), 4);
}

/** By which options what keeps it from ever saying “published” is put right. */
const OPTIONS: Partial<Record<keyof Said, string>> = {
  site: "--site",
  hosts: "--host, or --source",
  on: "--on",
  words: "--phrase, or --latest",
  latest: "--earliest, --likely, --latest",
  title: "--title, or --subject",
  subject: "--subject",
  html: "--html",
  least: "--words",
  id: "--id",
};

export function refusalWithOption(refusal: Refusal): string {
  const { about, says } = refusalSaid(refusal);
  const option = about && OPTIONS[about];
  return plain(option ? `${says.replace(/\.$/, "")} (${option}).` : says, MOST_OF_A_REFUSAL);
}

const MOST_OF_A_REFUSAL = 2000;
