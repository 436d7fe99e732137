/** A file by itself: it proves by its own first page, its text, its date and where it comes from. */
import { titleRuns } from "../read/document/document.ts";
import type { Document } from "../read/reading.ts";
import { documentDate } from "./document-date.ts";
import { copyOf, whyNotOwn } from "./provenance.ts";
import type { Sighting } from "./sighting.ts";
import { strangerOn, titleOn } from "./title-on.ts";
import {
  type Answered,
  LEAST_MENTIONS,
  lackOfDate,
  lackOfWay,
  mayBeOfSince,
  sentence,
  tooShort,
  type Way,
  type Weighed,
  wasThereBefore,
} from "./weighed.ts";

const MOST_QUOTED = 80;

export function weighFile(sighting: Sighting, file: Document, url: string, answer: Answered, way: Way): Weighed {
  const { watch, matcher } = sighting;
  const { cover = [], sha256 = "", bytes = 0, pages, language, lines, words } = file;
  const title = titleOn(matcher, cover);
  const date = documentDate(sighting, file, way);
  const isScan = words === 0;
  const stranger = title && strangerOn(matcher, cover, title);
  const isCompanion = cover.slice(0, 8).some((line) => matcher.isCompanion(line));
  const text = lines.join("\n");
  const lacks = [
    whyNotOwn(watch, answer),
    lackOfWay(way),
    isScan ? "the file holds no text that can be read (a scan?)" : tooShort(words, watch.evidence.words),
    isCompanion ? "its first page says that it goes with the document, and is not it" : undefined,
    title || isScan ? undefined : "its first page does not carry the title that is known",
    stranger ? `its first page also says “${stranger.slice(0, MOST_QUOTED)}”` : undefined,
    isScan || matcher.leastMentions(text) >= LEAST_MENTIONS ? undefined : "its text hardly speaks of the subject",
    lackOfDate(sighting, date, way, answer.finalUrl),
    wasThereBefore(sighting, sha256, way) ? "the same file stood there before the promise" : undefined,
  ].filter((lack) => lack !== undefined);
  const isOnSubject =
    way.isKnownAddress ||
    matcher.isOneWord(way.words) ||
    matcher.isOnSubject([way.words, ...cover, ...lines.slice(0, 30)].join(" "));
  const isTimely = mayBeOfSince(date, way);
  const isDocument = (isScan || words >= watch.evidence.words) && !isCompanion && isTimely;
  const facts = { sha256, bytes, pages, date: file.date, language, ...(isScan ? { isScan: true } : {}) };
  return {
    worth: lacks.length === 0 ? "proof" : isOnSubject && isDocument ? "strong" : title ? "heading" : "nothing",
    url,
    capture: answer.digest,
    content: sha256,
    title: title ?? titleOfCover(sighting, cover) ?? (way.words.split(" · ")[0] || cover[0] || url),
    date: date.date,
    files: [{ url, language, facts }],
    copy: copyOf(answer),
    note: sentence(lacks),
  };
}

/** The fewest lines of a first page that are on the subject: a title that is not known. */
function titleOfCover({ matcher }: Sighting, cover: readonly string[]): string | undefined {
  const runs = titleRuns(cover).filter((run) => matcher.isOnSubject(run) && !matcher.isAbout(run));
  return runs.sort((a, b) => a.length - b.length)[0];
}
