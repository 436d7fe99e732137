/** Which settings a kind of source has a use for. One that would be passed over in silence is told: whoever wrote it counts on it. */
import type { SourceKind } from "../watch/names.ts";
import type { Source } from "../watch/watch.ts";
import type { Fault } from "./fault.ts";

export const DEFAULT_PAGES = 5;

type Fitted = Pick<Source, "kind" | "select" | "region" | "ignore" | "pages" | "dates" | "request" | "witness">;

/** What of a source has no use for its kind, each with its way from the source on. */
export function fittingFaults(source: Fitted): Fault[] {
  const { kind, select, region, ignore, pages, dates, request, witness } = source;
  const faults: Fault[] = [];
  const add = (name: string, says: string) => faults.push({ path: [name], says });
  if (select && kind !== "listing")
    add(
      "select",
      kind === "json"
        ? "is for `kind: listing`; where the items of JSON stand, `paths` says"
        : `is for \`kind: listing\`; ${aOrAn(kind)} is read without selectors`,
    );
  if (region && kind !== "page") add("region", `is for \`kind: page\`; ${aOrAn(kind)} is read whole`);
  if (ignore.length > 0 && kind !== "page")
    add("ignore", `is for \`kind: page\`; of ${aOrAn(kind)} no lines are left out`);
  // That which goes without saying may be written.
  if (pages !== DEFAULT_PAGES && kind !== "listing")
    add("pages", `is for \`kind: listing\`; ${aOrAn(kind)} has no older pages to go back to`);
  if (dates && kind === "mail") add("dates", "is for what stands on the web; mail writes its dates in one way");
  if (witness && request?.body !== undefined)
    add("witness", "has no copies of what is answered to a `body`; leave one of them out");
  return faults;
}

/** A kind of source in a sentence: "a page", "an oai", "a mailbox". */
export function aOrAn(kind: SourceKind): string {
  if (kind === "mail") return "a mailbox";
  return `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`;
}
