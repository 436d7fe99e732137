/** A draft in words: why each part is proposed, and what stands in its way. For the command line and the page alike. */
import { en } from "../message/en.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { Horizon } from "../watch/statement.ts";
import type { Draft, ProposedHost, Refusal, Said } from "./drafted.ts";
import { itemsSaid, problemSaid } from "./preview-said.ts";
import type { When } from "./said-when.ts";
import type { Found, LeftOutSource, Listed } from "./site.ts";

export const FOUND: Record<Found, string> = {
  given: "the page you named",
  feed: "its feed",
  robots: "its robots.txt names it",
  link: "its link says so",
  "front-page": "the site’s front page",
};
export const ZONES: Record<Draft["zone"]["because"], string> = {
  said: "as you said",
  institution: "where that institution is",
  country: "its host’s country",
  language: "where its language is spoken",
  unknown: "nothing tells where it is, so say it",
};
export const HOSTS: Record<ProposedHost["because"], string> = {
  site: "the page’s own",
  twin: "the same, with or without www",
  files: "its items have their files there",
  said: "as you said",
};
export const LEFT_OUT: Record<LeftOutSource["why"], string> = {
  problem: "cannot be read",
  "no-list": "lists nothing",
  "is-document": "is a document by itself, and nothing new will appear in it",
  "another-host": "is on another host; name it, and its host, to take it in",
  "no-https": "is not on https",
  "many-parts": "is in many parts, each a request of every look",
  "same-items": "shows the same items as another",
  enough: "is not needed beside the others; name it to take it in",
};

/** What was seen at an address, in a word or three. */
export function seenSaid({ reading, kind }: Pick<Listed["glimpse"], "reading" | "kind">): string {
  if (reading.kind === "problem") return problemSaid(reading);
  if (reading.kind !== "entries") return kind ?? "";
  const { entries, next } = reading;
  return `${kind}, ${entries.length === 0 ? `in ${en.number(next.length)} parts` : itemsSaid(entries.length)}`;
}

/** What words on timing were read as. */
export function whenSaidToBe(when: When, on: CivilDate): string {
  switch (when.kind) {
    case "read": {
      const [only, ...others] = when.readings;
      if (only && others.length === 0 && only.isSure)
        return `“${only.phrase}”, said on ${en.day(on)}: ${horizonSaid(only.horizon)}.`;
      return "Of these words, only a part is understood as a time:";
    }
    case "not-yet":
      return `“${when.phrase}” says only that it is not out yet, or not before when it will come.`;
    case "unknown":
      return "These words are not understood as a time.";
  }
}

export function horizonSaid({ earliest, likely, latest }: Horizon): string {
  return earliest === latest
    ? `on ${en.day(latest)}`
    : `from ${en.day(earliest)}, most likely ${en.day(likely)}, ${en.day(latest)} at the latest`;
}

/** Why words of the title are in no group; empty where all are. */
export function leftOutWords({ leftOut, isSaid }: Draft["subject"]): string {
  if (isSaid || leftOut.length === 0) return "";
  const words = (because: string) => leftOut.filter((one) => one.because === because).map(({ word }) => word);
  const [own, little] = [words("publisher"), words("says-little")];
  return [
    ...(own.length > 0 ? [`${own.join(", ")}: the publisher’s own`] : []),
    ...(little.length > 0 ? [`${little.join(", ")}: of many things`] : []),
  ].join("; ");
}

/** What counts as the document, and what was seen there. */
export function documentSaid({ html, words }: Draft["watch"]["evidence"], [seen]: Draft["samples"]): string {
  const form = html ? "a long page under its own heading, or a file" : "a file";
  const title = seen && (seen.title.length > MOST_OF_A_TITLE ? `${seen.title.slice(0, MOST_OF_A_TITLE)}…` : seen.title);
  return `${form} of at least ${words ?? 300} words${seen ? ` (“${title}” there is ${seen.is === "page" ? "a page" : seen.is === "file" ? "a file" : "a page with files"}, ${en.number(seen.words)} words)` : " (none of its items could be looked behind)"}`;
}

const MOST_OF_A_TITLE = 60;

/**
 * What keeps it from ever saying “published”, and what to do about it.
 * @returns with the part of what was said that would have to be otherwise
 */
export function refusalSaid(refusal: Refusal): { about: keyof Said | undefined; says: string } {
  const of = (about: keyof Said | undefined, says: string) => ({ about, says });
  switch (refusal.kind) {
    case "no-source":
      return of(
        "site",
        "Nothing can be read there for news: name another page of the publisher’s, such as its news, its press releases, its publications.",
      );
    case "sent-elsewhere":
      return of("site", `${refusal.from} sends on to ${refusal.to}: if that is the publisher’s, name the page there.`);
    case "http-only":
      return of(
        "site",
        `${refusal.host} answers only over plain http, which anybody on the way could have written: nothing from there can prove. Name a page of the publisher’s on https.`,
      );
    case "host-without-source":
      return of(
        "hosts",
        `${refusal.host}: nothing is read on this host, and no file was seen on it; leave it out, or name a page there to watch.`,
      );
    case "source-elsewhere":
      return of(
        "hosts",
        `${refusal.host}: a source is there, and it is not one of the publisher’s hosts. A stranger’s host must not be named as one: what stands there would prove. One of another official body is written into the watch’s file by hand, under publisher.sisters; an account of the publisher’s elsewhere has \`account: true\` there. Leave it out until then; only if the host is the publisher’s own, say so.`,
      );
    case "promise-to-come":
      return of("on", `${en.day(refusal.on)} has not come yet: say the day on which it was promised.`);
    case "no-days":
      return of(
        "words",
        "Nobody can say by when it was promised: write the few words that speak of time, or the last day.",
      );
    case "days-out-of-order":
      return of("latest", "The earliest day, the likeliest and the latest are out of order.");
    case "no-subject":
      return of(
        "title",
        "The title says only what kind of thing it is, so that everything of that kind would be taken for it; say what it is about, too.",
      );
    case "title-off-subject":
      return of(
        "subject",
        `The title itself would not be recognised by its subject: it has no word of ${refusal.lacks.join("; nor of ") || "the groups"}.`,
      );
    case "pages-only":
      return of("html", `The office publishes pages (${refusal.url} offers no file): let pages count.`);
    case "too-many-words":
      return of(
        "least",
        `None of its documents that were looked at has ${refusal.least} words, but ${refusal.most} at the most.`,
      );
    case "id-taken":
      return of("id", `There is a watch of the name ${refusal.id}: choose another.`);
    case "no-watch":
      return of(undefined, refusal.faults.join("\n"));
  }
}
