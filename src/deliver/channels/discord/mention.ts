/** What the role of a place is called for. Of signals, only for a document that a person should confirm. */
import type { Notice } from "../../../judge/notice.ts";
import { RULES } from "../../../judge/rules.ts";
import type { Place } from "../../../watch/place.ts";

export function callsRole(notice: Notice, kinds: Place["mentionKinds"]): boolean {
  if (!kinds.includes(notice.kind)) return false;
  return notice.kind !== "signalled" || RULES[notice.signal.rule].strength === "strong";
}
