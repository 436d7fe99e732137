/** What stands behind an item's link. */
import type { Document } from "../read/reading.ts";
import { isOfficial } from "../watch/watch.ts";
import { type Proved, proves } from "./proof.ts";
import type { Assessment, Sighting } from "./sighting.ts";

/** Links of one item that are worth following; a press release names few documents. */
const MAX_LINKS_PER_ITEM = 3;

type Behind =
  | { kind: "waiting" }
  | { kind: "dated-before" }
  | { kind: "unproved"; note: string; document?: Document }
  | (Proved & { document: Document; url: string; digest: string });

/** What stands behind an item's link: the document itself, or a page that links to it. */
export function behind(sighting: Sighting, url: string, assessment: Assessment): Behind {
  const first = lookBehind(sighting, url, assessment);
  if (first.kind !== "unproved" || !first.document) return first;
  const { watch, matcher } = sighting;
  const onward = [...first.document.files, ...first.document.links]
    .filter((link) => isOfficial(watch, link.url) && (matcher.title(link.text) || matcher.title(slug(link.url))))
    .slice(0, MAX_LINKS_PER_ITEM);
  let isWaiting = false;
  for (const link of onward) {
    const next = lookBehind(sighting, link.url, assessment);
    if (next.kind === "proved") return next;
    isWaiting ||= next.kind === "waiting";
  }
  return isWaiting ? { kind: "waiting" } : first;
}

function lookBehind(sighting: Sighting, url: string, assessment: Assessment): Behind {
  const found = sighting.followed.get(url);
  if (!found) {
    assessment.follow.push(url);
    return { kind: "waiting" };
  }
  const { capture, reading } = found;
  if (reading.kind !== "document" || capture.kind === "failure")
    return {
      kind: "unproved",
      note: `its link ${reading.kind === "problem" ? reading.detail : "leads to no document"}`,
    };
  const proof = proves(sighting, reading, capture.finalUrl, false, assessment);
  switch (proof.kind) {
    case "waiting":
    case "dated-before":
      return proof;
    case "proved":
      return { ...proof, document: reading, url, digest: capture.digest };
    case "doubted":
    case "something-else":
      return { kind: "unproved", note: proof.note ?? "no document was found behind its link", document: reading };
  }
}

function slug(url: string): string {
  return (new URL(url).pathname.split("/").filter(Boolean).at(-1) ?? "").replace(/\.\w+$/, "").replace(/[-_]+/g, " ");
}
