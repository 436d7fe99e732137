/**
 * HTML into a tree whose cost is bounded: no deeper than a browser's, and no larger than fits the heap it is read in. Parsed
 * with htmlparser2: about ten times faster than the browser's algorithm, and as good for reading text.
 */
import { type ChildNode, DomHandler } from "domhandler";
import { TooCostly } from "../bounds.ts";
import { PageParser } from "./page-parser.ts";
import { isSilent } from "./surroundings.ts";
import { lettersIn, survey } from "./survey.ts";
import { PageElement, type Tree } from "./tree.ts";

/** Elements, texts and attributes; 100 bytes of heap and more each. */
const MAX_NODES = 250_000;

/** Elements whose end may be left out, or that have none (HTML standard, optional tags and void elements). */
const ENDS_BY_ITSELF = new Set(
  (
    "html head body p li dt dd option optgroup tr td th thead tbody tfoot colgroup rp rt " +
    "area base br col embed hr img input link meta param source track wbr"
  ).split(" "),
);

/** No more blocks are left open by who writes pages so. */
const FEW_UNENDED = 3;
const NEVER_LEFT_OPEN = new Set("script style title textarea select".split(" "));

/** Most elements have no attributes, and all of them the same none. */
const BARE = Object.freeze({});

class BoundedTree extends DomHandler {
  readonly tree: Tree = Object.assign(this.root, { elements: [], letters: 0 });
  /** Elements that had to be ended and were not, since the last thing that the page says. */
  unended = 0;
  /** Whether what was not ended is none of the page's blocks. */
  isInScript = false;
  /** Whether the tag that is read has no attributes so far. */
  #isBare = true;
  #nodes = 0;

  override onopentag(name: string, attributes: Record<string, string>): void {
    this.#count(1);
    this.unended = 0;
    const element = new PageElement(name, this.#isBare ? BARE : attributes);
    this.#isBare = true;
    this.tree.elements.push(element);
    this.addNode(element);
    this.tagStack.push(element);
  }

  override onclosetag(name?: string, isImplied?: boolean): void {
    if (!isImplied) this.unended = 0;
    else if (!ENDS_BY_ITSELF.has(name ?? "")) this.unended++;
    if (isImplied && NEVER_LEFT_OPEN.has(name ?? "")) this.isInScript = true;
    super.onclosetag();
  }

  onattribute(): void {
    this.#isBare = false;
    this.#count(1);
  }

  override ontext(text: string): void {
    this.#count(1);
    this.unended = 0;
    const around = this.tagStack.at(-1) as PageElement | Tree;
    // Scripts are long, and none of it is read.
    if (!isSilent(around)) around.letters += lettersIn(text);
    super.ontext(text);
  }

  /** Most elements hold one thing: a list begun with it has no room for sixteen more. */
  protected override addNode(node: ChildNode): void {
    const parent = this.tagStack.at(-1);
    if (parent?.children.length === 0) {
      node.parent = parent;
      parent.children = [node];
      this.lastNode = null;
    } else super.addNode(node);
  }

  /** What nobody sees is not kept. */
  override oncomment(): void {}
  override oncommentend(): void {}
  override onprocessinginstruction(): void {}

  #count(nodes: number): void {
    this.#nodes += nodes;
    if (this.#nodes > MAX_NODES)
      throw new TooCostly(`is made of more than ${MAX_NODES.toLocaleString("en")} parts, which no page for people is`);
  }
}

/**
 * @returns its tree, and whether it may be whole: its `html` or its `body` was closed, or all was that must be; both may be left out
 * @throws {TooCostly} when it is made of more parts than are read
 */
export function parseHtml(html: string): { tree: Tree; isWhole: boolean } {
  const handler = new BoundedTree();
  const parser = new PageParser(handler, { decodeEntities: true });
  parser.end(html);
  const { tree } = handler;
  if (tree.children.length > 1) underOne(tree);
  survey(tree);
  return {
    tree,
    isWhole: parser.isClosed || (handler.unended === 0 ? !endsInTag(html) : isLeftOpen(handler, html)),
  };
}

function endsInTag(html: string): boolean {
  return html.lastIndexOf("<") > html.lastIndexOf(">");
}

/** Old programs close neither the page nor the blocks around it; what is cut off stops in the midst of a text or a tag as a rule. */
function isLeftOpen({ unended, isInScript }: BoundedTree, html: string): boolean {
  return unended <= FEW_UNENDED && !isInScript && html.trimEnd().endsWith(">");
}

/** Selectors compare all that stands at the top of a tree with each other: it is put under one element. */
function underOne(tree: Tree): void {
  const whole = new PageElement("html", {}, tree.children);
  for (const child of whole.children) child.parent = whole;
  tree.children = [whole];
  whole.parent = tree;
  tree.elements.unshift(whole);
}
