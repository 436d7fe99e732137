/** The closed lists of names that config, code and messages share. */

/** How a source is read: a reader each in read/. */
export const SOURCE_KINDS = ["listing", "page", "feed", "sitemap", "json", "oai", "mail", "document"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Forms in which a repository of OAI-PMH gives its records: Dublin Core, which every one has, and MARC 21 in XML. */
export const OAI_PREFIXES = ["oai_dc", "marcxml"] as const;
export type OaiPrefix = (typeof OAI_PREFIXES)[number];

/** Web archives whose existing copies can be read. */
export const WITNESSES = ["wayback"] as const;
export type Witness = (typeof WITNESSES)[number];

/** What people may be told. */
export const NOTICE_KINDS = [
  "started",
  "changed",
  "signalled",
  "published",
  "withdrawn",
  "edition",
  "proposed",
  "stated",
  "revised",
  "overdue",
  "reminder",
  "blind",
  "recovered",
  "corrected",
] as const;
export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** Whether the promised thing is out, as far as can be shown. That nothing was found says nothing where nothing can be read. */
export const VERDICTS = ["unknown", "unpublished", "signalled", "published", "withdrawn"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** What a watch can do now: read the publisher's own pages, others' word alone, or nothing. */
export const REACHES = ["can-prove", "can-only-signal", "blind"] as const;
export type Reach = (typeof REACHES)[number];

/** Why it is unknown: nobody looked yet, or is to look for now, or looks any more; or none of the sources can be read. */
export const UNKNOWN_BECAUSE = ["never-looked", "paused", "looked-no-more", "unread"] as const;
export type UnknownBecause = (typeof UNKNOWN_BECAUSE)[number];

/**
 * How a statement bears on the clock:
 * `promise` sets a horizon; `floor` says "not before" a date; `no-date` says how things stand and sets nothing (it
 * takes no earlier promise back either); `withdrawal` says that there will be no publication.
 */
export const BEARINGS = ["promise", "floor", "no-date", "withdrawal"] as const;
export type Bearing = (typeof BEARINGS)[number];

/** The languages that messages come in: a catalogue each in message/. */
export const LANGUAGES = ["en", "fr", "es", "ru", "zh", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];

/** What of the pages can be opened to everybody. */
export const PUBLIC_PARTS = ["page", "feed", "badge"] as const;
export type PublicPart = (typeof PUBLIC_PARTS)[number];

/** How a status card stands in a place. */
export const CARDS = ["pinned", "shown", "off"] as const;
export type Card = (typeof CARDS)[number];

/** Whether a place is told what the record of such promises says. */
export const RECORD_SAID = ["on", "off"] as const;
export type RecordSaid = (typeof RECORD_SAID)[number];
