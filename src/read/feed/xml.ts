/** XML that lists items, read as it comes: nothing is kept of it but the wanted fields of each item. */

import { TooCostly } from "../bounds.ts";
import { BoundedParser } from "../html/bounded-parser.ts";
import { absolute } from "../html/html.ts";
import { ElementNames } from "./element-names.ts";

/** Fields of one item, attributes of one element, characters of one field: no list has use for more. */
const MAX_FIELDS = 100;
const MAX_ATTRIBUTES = 200;
const MAX_FIELD = 8000;
const MAX_HREFS = 20;

export interface Field {
  text: string;
  attributes: Readonly<Record<string, string>>;
  /** What its addresses are relative to (XML Base, 2nd edition, §3). */
  base: string;
  /** Where the links in it lead that are no text but elements (XHTML in Atom, RFC 4287 §3.1.1.3). */
  hrefs: readonly string[];
}

/** What stands in an item, by the names of its elements: lower case, as `ElementNames` gives them. */
export type Fields = ReadonlyMap<string, readonly Field[]>;

export interface ItemsToRead {
  /** The element that holds all the rest. What stands around it, such as a page into which a list was put, says nothing. */
  isRoot: (name: string) => boolean;
  /** @param depth below the root: 1 for what stands in it */
  isItem: (name: string, depth: number) => boolean;
  /** The names of an item's own elements that are kept. */
  wanted: ReadonlySet<string>;
  /** Names what is kept of an item wherever it stands in it, instead. */
  fieldOf?: (name: string, attributes: Field["attributes"]) => string | undefined;
  /** Names of what is kept from outside all items, the last of each. */
  besides?: ReadonlySet<string>;
  /** Called for each item, with the root element's name. What it throws ends the reading. */
  found: (fields: Fields, root: string) => void;
}

export interface ItemsRead {
  /** The root element's name: "" where there is none in what is there, undefined where nothing is. */
  root: string | undefined;
  /** What held the items came to its end. Of what did not, only those items were read that did. */
  isWhole: boolean;
  beside: Fields;
}

/** Before any root there are more attributes on an element than a list has use for: it is none. */
class NoList extends Error {}

/** @param url the list's own address */
export async function readItems(
  pieces: AsyncIterable<string>,
  url: string,
  { isRoot, isItem, wanted, fieldOf, besides, found }: ItemsToRead,
): Promise<ItemsRead> {
  let root: string | undefined;
  let names: ElementNames | undefined;
  /** How deep the element is that holds the items. */
  let holder = 0;
  let rootDepth = 0;
  let isWhole = false;
  let isEnding = false;
  let isBlank = true;
  let item: Map<string, Field[]> | undefined;
  const beside = new Map<string, Field[]>();
  let itemDepth = 0;
  let fields = 0;
  let field: (Field & { name: string; depth: number; hrefs: string[] }) | undefined;
  let attributes = 0;
  let depth = 0;
  /** Of the elements that are open and give one. */
  const bases: { depth: number; base: string }[] = [];
  const base = () => bases.at(-1)?.base ?? url;
  const endField = () => {
    if (field && item) item.set(field.name, [...(item.get(field.name) ?? []), field]);
    else if (field) beside.set(field.name, [field]);
    field = undefined;
  };
  const endItem = () => {
    if (item) found(item, root ?? "");
    item = undefined;
  };

  /** What an element is kept as; undefined where it is not. */
  const keptAs = (name: string, given: Field["attributes"]) => {
    if (!item) return besides?.has(name) ? name : undefined;
    if (fieldOf) return fieldOf(name, given);
    return depth === itemDepth + 1 && wanted.has(name) ? name : undefined;
  };

  const parser = new BoundedParser(
    {
      onattribute: () => {
        if (++attributes <= MAX_ATTRIBUTES) return;
        if (root === undefined) throw new NoList();
        throw new TooCostly(`has an element with more than ${MAX_ATTRIBUTES} attributes`);
      },
      onopentag: (written, given) => {
        attributes = 0;
        depth += 1;
        isBlank = false;
        const ownBase = given["xml:base"];
        if (ownBase && (!item || depth <= itemDepth + 1))
          bases.push({ depth, base: absolute(ownBase, base()) ?? base() });
        if (root === undefined || names === undefined) {
          names = new ElementNames(written, given);
          const name = names.plain(written);
          if (!isRoot(name)) return;
          root = name;
          rootDepth = depth;
          holder = depth;
          return;
        }
        names.declare(given);
        const name = names.plain(written);
        if (isItem(name, depth - rootDepth)) {
          if (!item) holder = depth - 1;
          // One that was never closed ends where the next begins.
          endField();
          endItem();
          isWhole = false;
          item = new Map();
          itemDepth = depth;
          fields = 0;
          // CDF writes an item’s address on the item.
          if (given.href) item.set("link", [{ text: "", attributes: { href: given.href }, base: base(), hrefs: [] }]);
          return;
        }
        const kept = keptAs(name, given);
        if (kept !== undefined && ++fields <= MAX_FIELDS)
          field = { name: kept, depth, text: "", attributes: given, base: base(), hrefs: [] };
        else if (field && given.href && field.hrefs.length < MAX_HREFS) field.hrefs.push(given.href);
      },
      ontext: (text) => {
        isBlank &&= text.trim() === "";
        if (field && field.text.length < MAX_FIELD) field.text += text.slice(0, MAX_FIELD);
      },
      onclosetag: (_, isImplied) => {
        if (field?.depth === depth) endField();
        // Half an item may have half a title.
        if (depth === itemDepth && !isEnding) endItem();
        if (bases.at(-1)?.depth === depth) bases.pop();
        if (depth <= holder && !isImplied) isWhole = true;
        depth -= 1;
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  );
  try {
    for await (const piece of pieces) parser.write(piece);
    isEnding = true;
    parser.end();
  } catch (error) {
    if (!(error instanceof NoList)) throw error;
  }
  return { root: root ?? (isBlank ? undefined : ""), isWhole, beside };
}
