/** A watch in the making: what a person says of it, what is proposed and why, and what stands in its way. */
import type { WrittenWatch } from "../config/watch.ts";
import type { Entry } from "../read/reading.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { DateOrder } from "../time/date-order.ts";
import type { Horizon } from "../watch/statement.ts";
import type { Watch } from "../watch/watch.ts";
import type { Place } from "./place.ts";
import type { When } from "./said-when.ts";
import type { Sampled } from "./sample.ts";
import type { Listed, SiteFound } from "./site.ts";
import type { Subject } from "./subject.ts";

/** What a person says. The first five a watch cannot do without; the others are proposed. */
export interface Said {
  title: string;
  by: string;
  on: CivilDate;
  /** The sentence, or the few words that speak of time. */
  words: string;
  /** A page of the publisher's where such things appear. */
  site: string;
  /** The last day on which it would be kept, where no phrase says it or it says it wrongly; and those before it. */
  latest?: CivilDate | undefined;
  likely?: CivilDate | undefined;
  earliest?: CivilDate | undefined;
  /** Which of several readings of the words is meant, from 0. */
  reading?: number | undefined;
  link?: string | undefined;
  short?: string | undefined;
  publisher?: string | undefined;
  zone?: string | undefined;
  hosts?: readonly string[] | undefined;
  /** Only these are watched besides the page. */
  sources?: readonly string[] | undefined;
  /** Of what is proposed, these are left out. */
  without?: readonly string[] | undefined;
  subject?: readonly (readonly string[])[] | undefined;
  html?: boolean | undefined;
  /** The order in which it writes 03/04/2022, where its own dates do not tell. */
  dates?: DateOrder | undefined;
  /** Words of text that the document must have. */
  least?: number | undefined;
  id?: string | undefined;
}

export interface ProposedHost {
  host: string;
  /** `site`: the page's own; `twin`: the same with or without www; `files`: where its items have their files; `said`: a person's. */
  because: "site" | "twin" | "files" | "said";
}

export interface Draft {
  id: string;
  /** As its file will have it. */
  watch: WrittenWatch;
  promised: Promised;
  zone: Place | { zone: string; because: "said" };
  hosts: ProposedHost[];
  sources: Listed[];
  site: SiteFound;
  subject: Subject & { isSaid: boolean };
  samples: Sampled[];
  /** The watch as it would be read; undefined where it cannot be. */
  readable?: Watch | undefined;
  /** Of what is listed now, the items on the subject: about as much will be looked behind. */
  onSubject: Entry[];
  /** What keeps it from ever saying “published”. With any of them it is not to be written. */
  refusals: Refusal[];
}

/** The promise as a watch has it: its phrase, and the days that it means. */
export interface Promised {
  phrase: string;
  /** Undefined where nobody has said yet when. */
  horizon?: Horizon | undefined;
  /** Whether the days must stand beside the phrase, as it would not be read so by itself. */
  mustBeWritten: boolean;
  /** What the words were read as. */
  when: When;
}

/** What keeps a watch from ever saying “published”. */
export type Refusal =
  /** Nothing on the publisher's hosts can be read for news. */
  | { kind: "no-source" }
  /** The page sends on to another site, of which nobody said that it is the publisher's. */
  | { kind: "sent-elsewhere"; from: string; to: string }
  /** It answers only over plain http, which anybody on the way could have written. */
  | { kind: "http-only"; host: string }
  /** A host that nothing is read on, and that no item's file is on. */
  | { kind: "host-without-source"; host: string }
  /** A source is on a host that is not the publisher's: it could only signal. */
  | { kind: "source-elsewhere"; host: string }
  | { kind: "promise-to-come"; on: CivilDate }
  /** Of the words nobody can say which days they mean. */
  | { kind: "no-days" }
  | { kind: "days-out-of-order" }
  /** The title says nothing but what kind of thing it is, or has no word of one of its subject groups. */
  | { kind: "no-subject" }
  | { kind: "title-off-subject"; lacks: string[] }
  /** The office publishes pages, and a page is not to count. */
  | { kind: "pages-only"; url: string }
  /** None of its documents that were seen has so many words. */
  | { kind: "too-many-words"; least: number; most: number }
  | { kind: "id-taken"; id: string }
  /** The text is no watch: the config's own sentences. */
  | { kind: "no-watch"; faults: string[] };
