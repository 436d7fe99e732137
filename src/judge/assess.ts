/**
 * Applies the rules of evidence (rules.ts) to one sighting: looks at its items or document and says what it proves, what it
 * signals, and which links must be followed before either can be said.
 *
 * What proves is decided by who answered and by what the document itself shows (weigh.ts). An item is only ever a way there: on
 * the publisher's own pages, one that carries a word of every subject group has its link followed at once.
 */
import { createHash } from "node:crypto";
import { fold } from "../language/fold.ts";
import type { Document, Entry } from "../read/reading.ts";
import { type CivilDate, civilDateAt } from "../time/civil-date.ts";
import { dayOf } from "../time/dated.ts";
import { isHosted } from "../watch/watch.ts";
import { addressKey, placeKey, titleKey } from "./compare/identity.ts";
import { isEdited, isOfRow, whatItSays } from "./concerns.ts";
import { isBefore, isSince, isToCome, promiseDate } from "./document-date.ts";
import type { Evidence } from "./evidence.ts";
import { followLater } from "./later.ts";
import { copyOf, isPublishers } from "./provenance.ts";
import { type Provenance, RULES, type Rule } from "./rules.ts";
import type { Assessment, Sighting } from "./sighting.ts";
import { weigh, weighBehind } from "./weigh.ts";
import type { Way, Weighed } from "./weighed.ts";

export function* assess(sighting: Sighting): Generator<void, Assessment> {
  const { reading } = sighting;
  const assessment: Assessment = { evidence: [], follow: [], explained: [], putOff: [] };
  if (reading.kind === "document") assessKnownDocument(sighting, reading, assessment);
  for (const entry of sighting.concerns) {
    assessEntry(sighting, entry, assessment);
    yield;
  }
  return oncePerItem(sighting, assessment);
}

/** What an item says of itself is told with the document that a link of its text leads to, and not besides. */
function oncePerItem({ concerns }: Sighting, assessment: Assessment): Assessment {
  const shown = new Set(assessment.evidence.flatMap(({ rule, url }) => (isHint(rule) ? [] : [url])));
  const items = new Set(concerns.flatMap(({ item, url }) => (item !== undefined && shown.has(url) ? [item] : [])));
  const evidence = assessment.evidence.filter(({ rule, url }) => !(isHint(rule) && items.has(url)));
  return { ...assessment, evidence, explained: [...assessment.explained, ...items] };
}

function isHint(rule: Rule): boolean {
  return RULES[rule].strength === "hint";
}

/** What stands at an address that the watch names. */
function assessKnownDocument(sighting: Sighting, document: Document, assessment: Assessment): void {
  const { source, answer, absentAt, isBaseline } = sighting;
  const way: Way = { isKnownAddress: true, words: "", isNew: !isBaseline && absentAt !== undefined };
  const found = weigh(sighting, document, source.url, answer, way, assessment);
  const firstShown = sighting.before?.known.document;
  // A page of before the promise that only changed its date says nothing new; a file may.
  if (found.files.length === 0 && firstShown && firstShown < promiseDate(sighting.watch)) return;
  // That it appeared is told by the evidence; what is edited later is a change.
  if (found.worth !== "nothing" && sighting.changes.some(({ kind }) => kind === "appeared"))
    assessment.explained.push(source.url);
  const isToCome = sighting.matcher.saysToCome(document.lines.slice(0, 30).join("\n"));
  switch (found.worth) {
    case "proof":
      assessment.evidence.push(
        evidence(sighting, proofBy("document-at-known-address", found), found, firstDay(sighting, found.date)),
      );
      return;
    case "strong":
    case "heading": {
      const rule = found.worth === "heading" && isToCome ? "document-still-to-come" : "document-without-proof";
      assessment.evidence.push(evidence(sighting, rule, found));
      return;
    }
    case "nothing":
      return;
  }
}

/** The day a document can first have stood at its address: its own date, unless we looked later and it was not there. */
function firstDay({ absentAt, watch }: Sighting, date: CivilDate | undefined): CivilDate | undefined {
  const absent = absentAt && civilDateAt(absentAt, watch.publisher.zone);
  return date && absent && absent > date ? absent : (date ?? absent);
}

function assessEntry(sighting: Sighting, entry: Entry, assessment: Assessment): void {
  const { watch, matcher, isBaseline } = sighting;
  const { title, url } = entry;
  const { isNamed, isOnSubject, isMention, provenance } = whatItSays(sighting, entry);
  if (!isNamed && !isOnSubject && !isMention) return;
  // An old item is not what was promised since. One that may be old, or is undated, is news only where it was never shown before.
  const isDated = isSince(entry, promiseDate(watch));
  const shown = isDated ? undefined : wasShown(sighting, entry);
  const isOld = isBefore(entry, promiseDate(watch));
  if ((isOld && !(isNamed && isNew(sighting, url))) || shown === "address") return;
  // Under a title that was shown, or a date of before, nobody can say whether it is new: the document alone decides.
  const isProofOnly = isMention || isOld || shown === "title";
  // A date to come announces; what stands behind the link may be there all the same.
  const isAnnounced = isToCome(entry, civilDateAt(sighting.at, watch.publisher.zone));
  // At a first look nobody can say whether an item without a date is new.
  const isTimely = !isAnnounced && (isDated || !isBaseline);
  // What a row says may be of another thing than its link: then only the document behind it counts.
  const isOwnWord = !isOfRow(entry);
  const says = isOwnWord && isTimely && !matcher.isAbout(title) && (isNamed || matcher.saysIssued(title));
  if (!isHosted(watch, url)) {
    if (!says) return;
    const rule = ruleOfWord(entry, provenance, "title-on-another-host");
    const note = `${new URL(url).host} is not one of the publisher’s hosts`;
    const isElsewhere = rule === "title-on-another-host";
    assessment.evidence.push(evidenceOfItem(sighting, rule, entry, provenance, isElsewhere ? note : signedIn(entry)));
    assessment.explained.push(url);
    return;
  }
  assessBehind(sighting, entry, { says, isNamed, isMention, isProofOnly, provenance }, assessment);
}

interface Said {
  /** Whether the item says that it is out, or is named as the thing itself. */
  says: boolean;
  isNamed: boolean;
  isMention: boolean;
  /** Whether it counts only for a document that proves. */
  isProofOnly: boolean;
  provenance: Provenance;
}

/** What a source of somebody else's points to counts for what the publisher answers there, and the item for no more than it is. */
function assessBehind(sighting: Sighting, entry: Entry, said: Said, assessment: Assessment): void {
  const { watch, matcher, before, at } = sighting;
  const { title, url } = entry;
  const { says, isNamed, isMention, isProofOnly, provenance } = said;
  const isOwn = isPublishers(provenance);
  const namedBy = isOwn ? undefined : (entry.signedBy?.domain ?? new URL(sighting.answer.finalUrl).host);
  const way: Way = { isKnownAddress: false, words: title, ...dayOf(entry), namedBy, isNew: isNew(sighting, url) };
  const { signedBy } = entry;
  const link = { url, text: title, signedBy, ...(isOfRow(entry) ? { row: title } : {}) };
  const found = weighBehind(sighting, link, way, assessment, 1);
  const isUnread = found.worth === "unread";
  const mayCome = isOwn && (isUnread || !isMention) && found.worth !== "proof";
  const later = mayCome && followLater({ waiting: before?.putOff, at }, link, way, isUnread ? "unread" : "seen");
  if (later && !assessment.putOff.some((other) => other.url === url)) assessment.putOff.push(later);
  const shownOld = before?.known[placeKey(url)];
  const wasOld =
    shownOld && shownOld < promiseDate(watch) ? `it was listed before with the date ${shownOld}` : undefined;
  if (found.worth === "proof" && !wasOld) {
    assessment.evidence.push(evidence(sighting, proofBy("document-reached-from-entry", found), found, found.date));
    assessment.explained.push(url);
    return;
  }
  if (isProofOnly) return;
  const isDocument = found.worth === "proof" || found.worth === "strong";
  if (isDocument && !matcher.isAbout(title) && (found.files.length > 0 || !wasOld)) {
    const note = [wasOld, found.note].filter(Boolean).join("; ");
    assessment.evidence.push(evidence(sighting, "document-on-the-subject", { ...found, ...(note ? { note } : {}) }));
    assessment.explained.push(url);
  } else if (says && !wasOld) {
    const rule = ruleOfWord(entry, provenance, isNamed ? "title-without-document" : "headline-says-issued");
    const note =
      found.worth === "unread" ? `its link ${found.note}` : (found.note ?? "no document was found behind its link");
    const said = [note, signedIn(entry)].filter(Boolean).join("; ");
    assessment.evidence.push(evidenceOfItem(sighting, rule, entry, provenance, said));
    assessment.explained.push(url);
  }
}

/** By which rule somebody's word counts, where no more was found. @param own on the publisher's own pages */
function ruleOfWord({ signedBy }: Entry, provenance: Provenance, own: Rule): Rule {
  if (!isPublishers(provenance)) return "said-by-others";
  if (provenance !== "own-word") return own;
  return signedBy ? "said-in-signed-mail" : "said-on-own-account";
}

function signedIn({ signedBy }: Entry): string | undefined {
  return signedBy && `it is signed by ${signedBy.domain}`;
}

/** Whether an item was first shown in this look, or was when it was put off. */
function isNew({ before, again, isBaseline }: Sighting, url: string): boolean {
  const waited = again.find((link) => link.url === url)?.isNew;
  return waited ?? (!isBaseline && before?.known[placeKey(url)] === undefined);
}

/**
 * Whether an undated item was shown before in any of the publisher's sources, at its address or under its title: a redesign is
 * not a flood. One whose title was edited is another.
 */
function wasShown(
  { before, shownElsewhere, again, changes }: Sighting,
  { url, title }: Entry,
): "address" | "title" | undefined {
  if (again.some((link) => link.url === url)) return undefined;
  const isShown = (key: string) => shownElsewhere.has(key) || (before !== undefined && key in before.known);
  if (!isEdited(changes, url) && isShown(placeKey(url))) return "address";
  return isShown(titleKey(title)) ? "title" : undefined;
}

/** What a copy shows is not the publisher's answer: a person is asked. */
function proofBy(rule: Rule, { copy }: Weighed): Rule {
  return copy === undefined ? rule : "copy-of-the-document";
}

function evidence(
  sighting: Sighting,
  rule: Rule,
  { url, title, date, note, files, capture, content, copy }: Weighed,
  publishedOn?: CivilDate,
): Evidence {
  return {
    id: idOf(rule, url, content),
    rule,
    url,
    title: title.slice(0, 300),
    ...(date ? { date } : {}),
    ...(publishedOn ? { publishedOn } : {}),
    capture,
    provenance: copy === undefined ? RULES[rule].provenance : "witness",
    ...(copy === undefined ? {} : { copy }),
    content,
    source: sighting.source.id,
    ...(sighting.source.kind === "mail" ? { isPrivate: true } : {}),
    foundAt: sighting.at,
    state: "standing",
    ...(note ? { note } : {}),
    ...(files.length > 0 ? { files } : {}),
  };
}

/** An item of a list as evidence: nothing stands behind it that shows more. */
function evidenceOfItem(
  sighting: Sighting,
  rule: Rule,
  { url, title, date }: Entry,
  provenance: Provenance,
  note: string | undefined,
): Evidence {
  const content = createHash("sha256")
    .update(`${fold(title)}\n${addressKey(url)}`)
    .digest("hex");
  const { digest } = sighting.answer;
  const copy = copyOf(sighting.answer);
  const found: Weighed = { worth: "heading", url, title, date, note, files: [], capture: digest, content, copy };
  return { ...evidence(sighting, rule, found), provenance };
}

/** 128 bits, from what only the right thing has: no link elsewhere can take the place of the proof to come. */
function idOf(rule: Rule, url: string, content: string): string {
  return createHash("sha256")
    .update(`${rule}\n${addressKey(url)}\n${content}`)
    .digest("hex")
    .slice(0, 32);
}
