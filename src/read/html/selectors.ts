/** What a watch's own selectors find on a page. */
import { select } from "cheerio-select";
import type { AnyNode, Element } from "domhandler";
import { isTag } from "domhandler";

/** The elements below a node that a selector means, in the order of the page. @throws for what is no selector */
export function selected(within: AnyNode, selector: string): Element[] {
  const begin = "children" in within ? within.children.filter(isTag) : [];
  return select(selector, begin, { context: [within] }) as Element[];
}
