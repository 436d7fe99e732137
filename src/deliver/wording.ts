/**
 * Every sentence the bot says to people. Short, dated, sourced and neutral: what was looked at, what stood there, and
 * where things stand. Nothing here decides anything.
 */
import { elapsed } from "../clock.ts";
import type { Standing } from "../commitment/standing.ts";
import type { Change, FileChange } from "../judge/change.ts";
import type { Evidence, EvidenceFile } from "../judge/evidence.ts";
import type { Notice, Status, UnreadSource } from "../judge/notice.ts";
import { type CivilDate, civilDateAt, daysBetween, type InstantText } from "../language/civil-date.ts";
import { type LanguageCode, languageName } from "../language/tongue.ts";
import type { FileFacts } from "../read/reading.ts";

export interface Message {
  title: string;
  /** Paragraphs, the most important first. */
  paragraphs: string[];
  links: { label: string; url: string }[];
}

/** @param copies addresses of copies that others made of what the notice rests on */
export function say(notice: Notice, copies: readonly string[] = []): Message {
  return {
    title: title(notice),
    paragraphs: [...sentences(notice), ...whereThingsStand(notice.status)],
    links: [...links(notice), ...copies.map((url) => ({ label: COPY_LABEL, url }))],
  };
}

export const COPY_LABEL = "Copy at the Wayback Machine";

/** The message as plain text, for a terminal and for JSON. */
export function plainText(message: Message): string {
  return [...message.paragraphs, ...message.links.map((link) => `${link.label}: ${link.url}`)].join("\n");
}

function title(notice: Notice): string {
  const name = notice.status.title;
  switch (notice.kind) {
    case "started":
      return `Now watching: ${name}`;
    case "changed":
      return notice.change.kind === "moved"
        ? `A source has moved: ${notice.source}`
        : `Change noticed: ${notice.source}`;
    case "signalled":
      return `Possibly published, not confirmed: ${name}`;
    case "published":
      return `Published: ${name}`;
    case "withdrawn":
      return `No longer there: ${name}`;
    case "overdue":
      return `Overdue: ${name}`;
    case "reminder":
      return notice.status.verdict === "signalled" ? `Still not confirmed: ${name}` : `Not published yet: ${name}`;
    case "blind":
      return `Cannot look: ${count(notice.sources.length, "source")} unread`;
    case "recovered":
      return `Looking again: ${count(notice.sources.length, "source")} back`;
    case "corrected":
      return `Correction: ${name}`;
  }
}

function sentences(notice: Notice): string[] {
  const { status } = notice;
  switch (notice.kind) {
    case "started":
      return [
        notice.read.length > 0
          ? `First look done. Read: ${notice.read.join(", ")}.`
          : "First look done. No source could be read.",
        ...unreadSentences(notice.unread, notice.at),
        ...(notice.notThere.length > 0
          ? [
              `Nothing stands at ${count(notice.notThere.length, "address", "addresses")} that we only guessed: ${notice.notThere.map((source) => source.name).join(", ")}. Each is asked once a day from now on.`,
            ]
          : []),
      ];
    case "changed":
      return [
        changeSentence(notice.change, notice.source),
        ...lineSentences(notice.change),
        ...(notice.change.kind !== "moved" && status.verdict === "unpublished"
          ? ["This is not evidence of publication."]
          : []),
      ];
    case "signalled":
      return [
        signalSentence(notice.signal, status),
        noteSentence(notice.signal),
        `A person should look. Then: confirm ${notice.signal.id}, or dismiss ${notice.signal.id}.`,
      ].filter(Boolean);
    case "published":
      return publishedSentences(notice.proofs, notice);
    case "withdrawn":
      return [
        `${notice.proofs.length === 1 ? "The document that was found" : `All ${notice.proofs.length} documents that were found`} can no longer be read where it stood. The site itself answers, and did so at several looks in a row.`,
      ];
    case "overdue":
      return [
        `The longest reading of “${notice.phrase}”, said on ${day(notice.promisedOn)}, ended on ${day(notice.horizon.latest)}. No publication has been found.`,
      ];
    case "reminder": {
      const { looks } = notice;
      const gap = looks.longestGap
        ? ` The longest time any source went unread was ${span(elapsed(looks.longestGap.from, looks.longestGap.to))}.`
        : "";
      const failed = looks.problems > 0 ? `; ${count(looks.problems, "look")} failed` : ", every time with an answer";
      return [
        `Looked ${looks.checks.toLocaleString("en")} times since ${moment(looks.since)}${failed}.${gap}`,
        ...unreadSentences(notice.unread, notice.at),
      ];
    }
    case "blind":
      return [
        ...unreadSentences(notice.sources, notice.at),
        "Until this is said to be over, silence about these sources means nothing.",
      ];
    case "recovered":
      return recoveredSentences(notice);
    case "corrected":
      return correctionSentences(notice);
  }
}

function publishedSentences(proofs: readonly Evidence[], { status, at }: Notice): string[] {
  const [proof] = proofs;
  if (!proof) return [];
  const dated = proof.date ? `, dated ${day(proof.date)},` : "";
  const where: Record<string, string> = {
    "document-at-known-address": `The document “${proof.title}”${dated} stands on the publisher’s site, at the address that was watched.`,
    "document-reached-from-entry": `The document “${proof.title}”${dated} stands on the publisher’s site; an item listed there led to it.`,
    "two-official-sources-say-issued": `Two of the publisher’s own sites say that it is issued; “${proof.title}” is one.`,
    "confirmed-by-a-person": `A person looked at “${proof.title}” and confirmed that this is it.`,
  };
  const took = status.publishedOn ? daysBetween(status.promisedOn, status.publishedOn) : status.day;
  const kept =
    status.standing === "kept"
      ? "within the longest reading of the promise"
      : `${count(daysBetween(status.horizon.latest, status.publishedOn ?? status.today), "day")} after the longest reading of “${status.phrase}” ended`;
  const newer =
    status.newest?.standing === "kept"
      ? ` The newer promise of ${day(status.newest.promisedOn)} (“${status.newest.phrase}”) was kept.`
      : "";
  return [
    where[proof.rule] ?? "",
    noteSentence(proof),
    ...(proof.files ?? []).map((file) => fileSentence(file, proof.date)),
    languagesSentence(proof.files ?? []),
    `First seen by this bot: ${moment(at)}.`,
    `That is ${count(took, "day")} after the promise, ${kept}.${newer}`,
  ].filter(Boolean);
}

/** "PDF in English: 48 pages, 1.2 MB. SHA-256 …" */
function fileSentence({ url, language, facts }: EvidenceFile, documentDate: CivilDate | undefined): string {
  const dated = facts.date && facts.date !== documentDate ? ` dated ${day(facts.date)},` : "";
  const scan = facts.isScan ? " It holds no text (a scan)." : "";
  return `${fileName(url, language)}:${dated} ${sizeOf(facts)}.${scan} SHA-256: ${facts.sha256}.`;
}

function languagesSentence(files: readonly EvidenceFile[]): string {
  const languages = [...new Set(files.flatMap(({ language }) => language ?? []))].map(languageName);
  return languages.length > 1 ? `Languages available: ${languages.join(", ")}.` : "";
}

function fileName(url: string, language: LanguageCode | undefined): string {
  const [, ending = "file"] = /\.(\w{2,5})$/.exec(new URL(url).pathname) ?? [];
  return `${ending === "file" ? "File" : ending.toUpperCase()}${language ? ` in ${languageName(language)}` : ""}`;
}

function sizeOf({ pages, bytes }: FileFacts): string {
  const size = bytes < 1e6 ? `${Math.max(1, Math.round(bytes / 1e3))} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
  return pages ? `${count(pages, "page")}, ${size}` : size;
}

function fileChangeSentence({ url, title, file }: Change & { file: FileChange }): string {
  const name = fileName(url, file.language);
  switch (file.what) {
    case "offered":
      return `“${title}” now offers another file. ${name}: ${file.after ? `${sizeOf(file.after)}, SHA-256: ${file.after.sha256}` : "not read yet"}.`;
    case "withdrawn":
      return `“${title}” no longer offers this file: ${name}.`;
    case "replaced":
      return `A file of “${title}” has been replaced at the same address. ${name}; before: ${file.before ? `${sizeOf(file.before)}, SHA-256: ${file.before.sha256}` : "unknown"}; now: ${file.after ? `${sizeOf(file.after)}, SHA-256: ${file.after.sha256}` : "unknown"}.`;
  }
}

function signalSentence(signal: Evidence, status: Status): string {
  const dated = signal.date ? ` (dated ${day(signal.date)})` : "";
  switch (signal.rule) {
    case "title-on-another-host":
      return `The title stands at an address that is not the publisher’s: “${signal.title}”${dated}. Only ${status.publisher} itself can show that it is published.`;
    case "title-without-document":
      return `An item carries the title: “${signal.title}”${dated}. The document itself was not found.`;
    case "headline-says-issued":
      return `A headline says that it is issued: “${signal.title}”${dated}. The document itself was not found.`;
    case "document-still-to-come":
      return `A page for the document stands there: “${signal.title}”${dated}. It is not the document yet.`;
    default:
      return `Something stands where the document was expected: “${signal.title}”${dated}.`;
  }
}

/** Sources that went and came back together are told together. */
function recoveredSentences({ sources, at }: Extract<Notice, { kind: "recovered" }>): string[] {
  const groups = Object.entries(Object.groupBy(sources, (source) => source.since.slice(0, 16)));
  return groups.flatMap(([, group = []]) => {
    const [first] = group;
    if (!first) return [];
    const changed = group
      .filter((source) => source.changes > 0)
      .map((source) => `${source.name} (${count(source.changes, "change")})`);
    const found =
      changed.length === 0
        ? "Nothing had changed meanwhile."
        : `Changed meanwhile: ${changed.join(", ")}; what bears on the report is told separately.`;
    return [
      `Read again after ${span(elapsed(first.since, at))}: ${group.map((source) => source.name).join(", ")}. Unread since ${moment(first.since)}.`,
      found,
    ];
  });
}

function correctionSentences(notice: Extract<Notice, { kind: "corrected" }>): string[] {
  const { evidence, correction, by, reason } = notice;
  const who = by ? ` by ${by}` : "";
  const why = reason ? ` Reason given: ${reason}.` : "";
  switch (correction) {
    case "returned":
      return [
        `The document “${evidence.title}” can be read again. The earlier message that it was no longer there is out of date.`,
      ];
    case "dismissed":
      return [`“Published” was said, and has been taken back${who}.${why} The evidence was “${evidence.title}”.`];
    case "signal-dismissed":
      return [`The signal “${evidence.title}” was dismissed${who}: it is not the report.${why}`];
  }
}

/** Two lines that every message ends with: the verdict with the day, and the clock. */
export function whereThingsStand(status: Status): string[] {
  const { reading } = status;
  const share =
    reading && reading.read < reading.of ? ` (${reading.read} of ${reading.of} sources can be read now)` : "";
  const isUnknown = reading !== undefined && reading.read === 0;
  const verdicts: Record<Status["verdict"], string> = {
    unpublished: isUnknown
      ? "Status: unknown; no source can be read at the moment"
      : `Status: not published, as far as the watched pages show${share}`,
    signalled: "Status: signalled, not confirmed",
    published: `Status: published${status.publishedOn ? ` on ${day(status.publishedOn)}` : ""}`,
    withdrawn: "Status: withdrawn",
  };
  const promise =
    status.day < 0
      ? `The promise is of ${day(status.promisedOn)}.`
      : `Day ${status.day} since ${day(status.promisedOn)}, when ${status.promisedBy}${status.promisedBy.includes(",") ? "," : ""} said “${status.phrase}”.`;
  const { newest } = status;
  const newer = newest
    ? ` Newer promise, ${day(newest.promisedOn)}: “${newest.phrase}”, ${standingWords(newest.standing, newest.horizon.latest, status.today)}.`
    : "";
  if (isUnknown && status.verdict === "unpublished") {
    // Nothing read, nothing known: the calendar is all that can be given.
    const ends = status.horizon.latest < status.today ? "ended" : "ends";
    return [`${verdicts.unpublished}. ${promise}`, `The horizon ${ends} on ${day(status.horizon.latest)}.`];
  }
  return [
    `${verdicts[status.verdict]}. ${promise}`,
    `${sentenceCase(standingWords(status.standing, status.horizon.latest, status.today, status.horizon.earliest))} (${status.horizon.basis}).${newer}`,
  ];
}

function standingWords(standing: Standing, latest: CivilDate, today: CivilDate, earliest?: CivilDate): string {
  switch (standing) {
    case "awaited":
      return `not due before ${earliest ? day(earliest) : "its time"}; the horizon ends on ${day(latest)}`;
    case "due":
      return `due; the horizon ends on ${day(latest)}, in ${count(daysBetween(today, latest), "day")}`;
    case "overdue":
      return `overdue since ${day(latest)}, ${count(daysBetween(latest, today), "day")} ago`;
    case "kept":
      return `kept; the horizon ran to ${day(latest)}`;
    case "kept-late":
      return `kept late; the horizon ended on ${day(latest)}`;
    case "withdrawn":
      return `withdrawn; the horizon ran to ${day(latest)}`;
  }
}

function changeSentence(change: Change, source: string): string {
  const dated = change.date ? `, dated ${day(change.date)}` : "";
  if (change.file) return fileChangeSentence({ ...change, file: change.file });
  switch (change.kind) {
    case "appeared":
      return `New in ${source}: “${change.title}”${dated}.`;
    case "edited":
      return change.before
        ? `Edited in ${source}: “${change.title}”${dated}; before: “${change.before}”.`
        : `The text of “${change.title}” was edited.`;
    case "moved":
      return `${sentenceCase(source)} now answers at another address. Before: ${change.from}. Now: ${change.url}. It goes on being read there.`;
    case "disappeared":
      return `No longer in ${source}, at several looks in a row: “${change.title}”${dated}.`;
  }
}

const MAX_LINES_TOLD = 6;
const MAX_SOURCE_LINKS = 3;

function lineSentences(change: Change): string[] {
  const show = (sign: string, lines: string[] = []) =>
    lines.slice(0, MAX_LINES_TOLD).map((line) => `${sign} ${shorten(line, 300)}`);
  const rest = (change.added?.length ?? 0) + (change.removed?.length ?? 0) - 2 * MAX_LINES_TOLD;
  return [...show("+", change.added), ...show("−", change.removed), ...(rest > 0 ? [`… and ${rest} more lines`] : [])];
}

function unreadSentences(sources: readonly UnreadSource[], at: InstantText): string[] {
  const groups = Object.values(Object.groupBy(sources, (source) => `${source.detail} ${source.since.slice(0, 15)}`));
  return groups.flatMap((group = []) => {
    const [first] = group;
    return first
      ? [
          `Unread for ${span(elapsed(first.since, at))}, since ${moment(first.since)}: ${group.map((source) => source.name).join(", ")}. Each time, the site ${first.detail} (${first.problem}).`,
        ]
      : [];
  });
}

function noteSentence(evidence: Evidence): string {
  return evidence.note ? `Note: ${evidence.note}.` : "";
}

function links(notice: Notice): Message["links"] {
  const seen = new Map<string, string>();
  if (notice.kind === "changed" && notice.change.url !== notice.url) seen.set(notice.change.url, "Item");
  if (notice.kind === "blind" || notice.kind === "recovered")
    return notice.sources.slice(0, MAX_SOURCE_LINKS).map(({ url }) => ({ label: "Source", url }));
  for (const { url } of notice.grounds) if (!seen.has(url)) seen.set(url, "Evidence");
  return [...seen].map(([url, label]) => ({ label, url }));
}

/** "31 August 2022" */
export function day(date: CivilDate): string {
  const [year = 0, month = 1, number = 1] = date.split("-").map(Number);
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(
    Date.UTC(year, month - 1, number),
  );
}

/** "31 August 2022, 21:50 UTC" */
function moment(instant: InstantText): string {
  return `${day(civilDateAt(instant, "UTC"))}, ${instant.slice(11, 16)} UTC`;
}

function span(milliseconds: number): string {
  const minutes = Math.round(Math.abs(milliseconds) / 60_000);
  if (minutes < 120) return count(minutes, "minute");
  const hours = Math.round(minutes / 60);
  return hours < 72 ? count(hours, "hour") : count(Math.round(hours / 24), "day");
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en")} ${number === 1 ? one : many}`;
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Cuts in the middle, where a title says least, and never through a character. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const half = Math.floor((limit - 3) / 2);
  const isLowSurrogate = (index: number) => /[\uDC00-\uDFFF]/.test(text.charAt(index));
  const head = isLowSurrogate(half) ? half - 1 : half;
  const tail = isLowSurrogate(text.length - half) ? text.length - half + 1 : text.length - half;
  return `${text.slice(0, head).trimEnd()} … ${text.slice(tail).trimStart()}`.slice(0, limit);
}
