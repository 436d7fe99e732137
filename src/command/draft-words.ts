/** A draft in words, for a terminal of 80 columns: what is proposed and why, and what stands in its way. */
import { styleText } from "node:util";
import type { Draft, ProposedHost, Refusal } from "../drafting/drafted.ts";
import type { When, WhenReading } from "../drafting/said-when.ts";
import type { Found, LeftOutSource, Listed } from "../drafting/site.ts";
import { en } from "../message/en.ts";
import type { Entries } from "../read/reading.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { isOpenByOrder } from "../time/dated.ts";
import type { Horizon } from "../watch/statement.ts";
import { hanging, plain, wrapped } from "./lines.ts";
import { itemsSaid, problemSaid } from "./preview-words.ts";

const MOST_SHOWN = 6;
const FIRST_ITEMS = 2;

const FOUND: Record<Found, string> = {
  given: "the page you named",
  feed: "its feed",
  robots: "its robots.txt names it",
  link: "its link says so",
  "front-page": "the site’s front page",
};
const ZONES: Record<Draft["zone"]["because"], string> = {
  said: "as you said",
  institution: "where that institution is",
  country: "its host’s country",
  language: "where its language is spoken",
  unknown: "nothing tells where it is; --zone does",
};
const HOSTS: Record<ProposedHost["because"], string> = {
  site: "the page’s own",
  twin: "the same, with or without www",
  files: "its items have their files there",
  said: "as you said",
};
const LEFT_OUT: Record<LeftOutSource["why"], string> = {
  problem: "cannot be read",
  "no-list": "lists nothing",
  "is-document": "is a document by itself, and nothing new will appear in it",
  "another-host": "is on another host; --host and --source take it in",
  "no-https": "is not on https",
  "many-parts": "is in many parts, each a request of every look",
  "same-items": "shows the same items as another",
  enough: "is not needed beside the others; --source takes it in",
};

/** What words on timing were read as. */
export function whenSaidToBe(when: When, on: CivilDate): string {
  switch (when.kind) {
    case "read": {
      const [only, ...others] = when.readings;
      if (only && others.length === 0 && only.isSure)
        return `“${plain(only.phrase)}”, said on ${en.day(on)}: ${horizonSaid(only.horizon)}.`;
      return "Of these words, only a part is understood as a time:";
    }
    case "not-yet":
      return `“${plain(when.phrase)}” says only that it is not out yet, or not before when it will come.`;
    case "unknown":
      return "These words are not understood as a time.";
  }
}

/** @param number as which it can be chosen */
export function readingSaid({ phrase, horizon }: WhenReading, number: number): string {
  return `${number}  “${plain(phrase)}”: ${horizonSaid(horizon)}`;
}

function horizonSaid({ earliest, likely, latest }: Horizon): string {
  const range =
    earliest === latest
      ? `on ${en.day(latest)}`
      : `from ${en.day(earliest)}, most likely ${en.day(likely)}, ${en.day(latest)} at the latest`;
  return range;
}

/** What is looked at, as it goes. */
export function lookedSaid(
  { url, because }: { url: string; because: Found },
  { reading, kind }: Listed["glimpse"],
): string {
  const isRead = reading.kind !== "problem";
  const mark = isRead ? styled("green", "✓") : styled("yellow", "–");
  const what = isRead ? `${kind}${reading.kind === "entries" ? `, ${heldSaid(reading)}` : ""}` : problemSaid(reading);
  return `${wrapped(`${mark} ${FOUND[because]}: ${what}`, 2)}${wrapped(styled("dim", plain(url, 300)), 4)}`;
}

function heldSaid({ entries, next }: Entries): string {
  return entries.length === 0 ? `in ${en.number(next.length)} parts` : itemsSaid(entries.length);
}

/** All that would be written, with the reason for each part. */
export function sayDraft(draft: Draft): string {
  const { watch, promised, zone, hosts, sources, site, subject, samples, id } = draft;
  const [statement] = watch.statements;
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
        .join("  AND  ")}: an item with a word of each is followed${leftOutWords(subject)}`,
    ],
    ["now", onSubjectSaid(draft)],
    ["counts as", documentSaid(watch.evidence, samples)],
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

function leftOutWords({ leftOut, isSaid }: Draft["subject"]): string {
  if (isSaid || leftOut.length === 0) return "";
  const words = (because: string) => leftOut.filter((one) => one.because === because).map(({ word }) => plain(word));
  const own = words("publisher");
  const little = words("says-little");
  return ` (not ${[...(own.length > 0 ? [`${own.join(", ")}: the publisher’s own`] : []), ...(little.length > 0 ? [`${little.join(", ")}: of many things`] : [])].join("; ")})`;
}

function documentSaid({ html, words }: Draft["watch"]["evidence"], samples: Draft["samples"]): string {
  const [seen] = samples;
  const form = html ? "a long page under its own heading, or a file" : "a file";
  return `${form} of at least ${words ?? 300} words${seen ? ` (“${plain(seen.title, 60)}” there is ${seen.is === "page" ? "a page" : seen.is === "file" ? "a file" : "a page with files"}, ${en.number(seen.words)} words)` : " (none of its items could be looked behind)"}`;
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

function leftOutSaid({ url, why, problem }: LeftOutSource): string {
  return wrapped(styled("dim", `–  ${plain(url, 300)}: ${problem ? problemSaid(problem) : LEFT_OUT[why]}`), 4);
}

/** What keeps it from ever saying “published”, and what to do about it. */
export function refusalSaid(refusal: Refusal): string {
  switch (refusal.kind) {
    case "no-source":
      return "Nothing can be read there for news: name another page of the publisher’s, such as its news, its press releases, its publications (--site).";
    case "sent-elsewhere":
      return `${refusal.from} sends on to ${refusal.to}: if that is the publisher’s, name the page there (--site).`;
    case "http-only":
      return `${refusal.host} answers only over plain http, which anybody on the way could have written: nothing from there can prove. Name a page of the publisher’s on https (--site).`;
    case "host-without-source":
      return `${refusal.host}: nothing is read on this host, and no file was seen on it; leave it out, or name a page there (--source).`;
    case "source-elsewhere":
      return `${refusal.host}: a source is there, and it is not one of the publisher’s hosts; if it is the publisher’s, say so (--host).`;
    case "promise-to-come":
      return `${en.day(refusal.on)} has not come yet: say the day on which it was promised (--on).`;
    case "no-days":
      return "Nobody can say by when it was promised: write the few words that speak of time (--phrase), or the last day (--latest).";
    case "days-out-of-order":
      return "The earliest day, the likeliest and the latest are out of order (--earliest, --likely, --latest).";
    case "no-subject":
      return "The title says only what kind of thing it is, so that everything of that kind would be taken for it; say what it is about, too (--title, or --subject).";
    case "title-off-subject":
      return `The title itself would not be recognised by its subject: it has no word of ${refusal.lacks.join("; nor of ") || "the groups"} (--subject).`;
    case "pages-only":
      return `The office publishes pages (${plain(refusal.url, 300)} offers no file), and no page is to count: say --html.`;
    case "too-many-words":
      return `None of its documents that were looked at has ${refusal.least} words, but ${refusal.most} at the most (--words).`;
    case "id-taken":
      return `There is a watch of the name ${refusal.id}: choose another (--id).`;
    case "no-watch":
      return refusal.faults.map((fault) => plain(fault, 500)).join("\n");
  }
}
