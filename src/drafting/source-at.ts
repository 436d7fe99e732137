/** A source as a watch has it where nobody says more of it than its address and its kind. */
import type { SourceKind } from "../watch/names.ts";
import type { Source } from "../watch/watch.ts";

export function sourceAt(url: string, kind: SourceKind, id = "preview"): Source {
  return { id, kind, url, formerly: [], existence: "confirmed", ignore: [], tell: "subject", pages: 5 };
}
