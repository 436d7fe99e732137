/** A page that is watched for its own text. */
import type { Source } from "../watch/watch.ts";
import { linesOf, pageTitle } from "./html/html.ts";
import { linksIn } from "./html/links.ts";
import { contentRegion } from "./html/region.ts";
import type { Tree } from "./html/tree.ts";
import { type Page, type Problem, problem } from "./reading.ts";

export function readPage(tree: Tree, url: string, source: Pick<Source, "region" | "ignore">): Page | Problem {
  const region = contentRegion(tree, source.region);
  if (region.length === 0 && source.region) return problem("redesigned", `nothing matches “${source.region}” any more`);
  const ignored = source.ignore.map((words) => words.toLowerCase());
  const lines = linesOf(region).filter((line) => !ignored.some((words) => line.toLowerCase().includes(words)));
  if (lines.length === 0) return problem("empty", "holds no text where its content should be");
  return { kind: "page", title: pageTitle(tree), lines, links: linksIn(region, url) };
}
