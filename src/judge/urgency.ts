/** How soon people must hear of what. */
import type { NoticeKind } from "../watch/names.ts";

/** What there is to say of the publication itself. It never stands behind anything, and is always a message of its own. */
export const MOST_URGENT = 0;

/** 0: the publication. 1: what a person is asked. 2: other news. 3: the regular word on the clock. */
export const URGENCY: Record<NoticeKind, 0 | 1 | 2 | 3> = {
  published: MOST_URGENT,
  withdrawn: MOST_URGENT,
  corrected: MOST_URGENT,
  signalled: 1,
  proposed: 1,
  started: 2,
  changed: 2,
  edition: 2,
  stated: 2,
  revised: 2,
  overdue: 2,
  blind: 2,
  recovered: 2,
  reminder: 3,
};

/** What is told of a watch that is muted: the publication, what may be it, and what people did about the watch. */
export const TOLD_WHEN_MUTED: readonly NoticeKind[] = ["published", "withdrawn", "corrected", "signalled", "revised"];
