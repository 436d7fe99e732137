/** The kinds of change that a person makes to a watch, as far as people should know of them. */
import type { CivilDate } from "../time/civil-date.ts";

/** In this order they are told; the first heads the message. */
export const REVISIONS = [
  "archived",
  "returned",
  "paused",
  "resumed",
  "muted",
  "unmuted",
  "source-added",
  "source-removed",
  "source-paused",
  "source-resumed",
  "source-changed",
  "title",
  "hosts",
  "words",
] as const;
export type RevisionKind = (typeof REVISIONS)[number];

/** One thing that is different from now on. */
export interface Revision {
  what: RevisionKind;
  /** Of a source: which. */
  source?: { name: string; url: string };
  /** Of a watch that is muted: until that day begins. */
  until?: CivilDate;
}
