/**
 * Applies the rules of evidence (rules.ts) to one sighting: looks at its items or document and says what it proves, what it signals, and which
 * links must be followed before either can be said.
 *
 * Only the publisher's own hosts prove anything. A title alone is a signal; its link is followed at once, and a document
 * behind it that carries the title and a date not before the promise makes it proof.
 */
import { createHash } from "node:crypto";
import type { Document, Entry } from "../read/reading.ts";
import { civilDateAt, daysBetween } from "../time/civil-date.ts";
import { isOfficial } from "../watch/watch.ts";
import { behind } from "./behind.ts";
import { addressKey } from "./compare/identity.ts";
import type { Evidence } from "./evidence.ts";
import { FUTURE_DAYS, firstDay, promiseDate, proves } from "./proof.ts";
import type { Rule } from "./rules.ts";
import type { Assessment, Sighting } from "./sighting.ts";

export function assess(sighting: Sighting): Assessment {
  const { reading } = sighting;
  const assessment: Assessment = { evidence: [], follow: [], explained: [] };
  if (reading.kind === "document") assessKnownDocument(sighting, reading, assessment);
  for (const entry of entriesToAssess(sighting)) assessEntry(sighting, entry, assessment);
  return assessment;
}

/** Items that are new or changed; all of them at a first reading, which is judged although it is no change. */
function entriesToAssess({ reading, changes, isBaseline, again }: Sighting): Entry[] {
  const all: Entry[] =
    reading.kind === "entries"
      ? reading.entries
      : reading.kind === "page"
        ? reading.links.map((link) => ({ title: link.text, url: link.url }))
        : [];
  const touched = new Set(
    changes.filter((change) => change.kind !== "disappeared").map((change) => addressKey(change.url)),
  );
  const news = isBaseline || reading.kind === "page" ? all : all.filter((entry) => touched.has(addressKey(entry.url)));
  return [...news, ...again.map((link) => ({ title: link.text, url: link.url }))];
}

function assessKnownDocument(sighting: Sighting, document: Document, assessment: Assessment): void {
  const { source, finalUrl } = sighting;
  const proof = proves(sighting, document, finalUrl, true, assessment);
  if (proof.kind === "waiting") return;
  const found = { url: source.url, title: document.titles[0] ?? sighting.watch.title, date: document.date };
  if (proof.kind === "proved")
    assessment.evidence.push(
      evidence(sighting, "document-at-known-address", {
        ...found,
        title: proof.title,
        note: proof.note,
        files: proof.files,
        publishedOn: firstDay(sighting, document),
      }),
    );
  else if (proof.kind === "doubted")
    assessment.evidence.push(evidence(sighting, proof.rule, { ...found, note: proof.note }));
}

function assessEntry(sighting: Sighting, entry: Entry, assessment: Assessment): void {
  const { watch, matcher, before, at } = sighting;
  const match = matcher.title(entry.title);
  const says = match ? undefined : matcher.saysIssued(entry.title);
  if (!match && !says) return;
  const promised = promiseDate(watch);
  const firstShown = before?.known[addressKey(entry.url)];
  // Older than the promise, or first shown with a date older than the promise: last year's document, re-dated.
  if ((entry.date && entry.date < promised) || (firstShown && firstShown < promised)) return;
  if (entry.date && daysBetween(civilDateAt(at, watch.publisher.zone), entry.date) > FUTURE_DAYS) return;
  if (!isOfficial(watch, entry.url)) {
    if (match)
      assessment.evidence.push(
        evidence(sighting, "title-on-another-host", {
          url: entry.url,
          title: entry.title,
          date: entry.date,
          note: `${new URL(entry.url).host} is not one of the publisher’s hosts`,
        }),
      );
    return;
  }
  const found = behind(sighting, entry.url, assessment);
  if (found.kind === "waiting") return;
  assessment.explained.push(entry.url);
  if (found.kind === "proved") {
    const { document, url, title, note, files, digest } = found;
    assessment.evidence.push({
      ...evidence(sighting, "document-reached-from-entry", {
        url,
        title,
        date: document.date,
        note,
        files,
        publishedOn: document.date,
      }),
      capture: digest,
    });
  } else if (found.kind !== "dated-before") {
    assessment.evidence.push(
      evidence(sighting, match ? "title-without-document" : "headline-says-issued", {
        url: entry.url,
        title: entry.title,
        date: entry.date,
        note: found.note,
      }),
    );
  }
}

function evidence(
  sighting: Sighting,
  rule: Rule,
  found: Pick<Evidence, "url" | "title"> & Partial<Evidence>,
): Evidence {
  const { url, title, date, note, publishedOn, files = [] } = found;
  return {
    id: createHash("sha256")
      .update(`${rule}\n${addressKey(url)}`)
      .digest("hex")
      .slice(0, 8),
    rule,
    url,
    title: title.slice(0, 300),
    ...(date ? { date } : {}),
    ...(publishedOn ? { publishedOn } : {}),
    capture: sighting.digest,
    source: sighting.source.id,
    foundAt: sighting.at,
    state: "standing",
    ...(note ? { note } : {}),
    ...(files.length > 0 ? { files } : {}),
  };
}
