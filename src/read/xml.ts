/** XML that lists items, read as it comes: nothing is kept of it but the wanted fields of each item. */
import { BoundedParser } from "./bounded-parser.ts";
import { TooCostly } from "./bounds.ts";
import { ElementNames } from "./element-names.ts";
import { absolute } from "./html.ts";

/** Fields of one item, attributes of one element, characters of one field: no list has use for more. */
const MAX_FIELDS = 100;
const MAX_ATTRIBUTES = 200;
const MAX_FIELD = 8000;

interface Field {
  text: string;
  attributes: Readonly<Record<string, string>>;
  /** What its addresses are relative to (XML Base, 2nd edition, §3). */
  base: string;
}

/** What stands in an item, by the names of its elements: lower case, as `ElementNames` gives them. */
export type Fields = ReadonlyMap<string, readonly Field[]>;

export interface ItemsToRead {
  isItem: (name: string) => boolean;
  wanted: ReadonlySet<string>;
  /** Called for each item, with the root element's name. What it throws ends the reading. */
  found: (fields: Fields, root: string) => void;
}

/**
 * @param url the list's own address
 * @returns the root element's name: "" where there is none in what is there, undefined where nothing is; and whether it was
 * closed
 */
export async function readItems(
  pieces: AsyncIterable<string>,
  url: string,
  { isItem, wanted, found }: ItemsToRead,
): Promise<{ root: string | undefined; isWhole: boolean }> {
  let root: { name: string; written: string } | undefined;
  let names: ElementNames | undefined;
  let isWhole = false;
  let isBlank = true;
  let item: Map<string, Field[]> | undefined;
  let itemDepth = 0;
  let fields = 0;
  let field: (Field & { name: string; depth: number }) | undefined;
  let attributes = 0;
  let depth = 0;
  /** Of the elements that are open and give one. */
  const bases: { depth: number; base: string }[] = [];
  const base = () => bases.at(-1)?.base ?? url;

  const parser = new BoundedParser(
    {
      onattribute: () => {
        if (++attributes > MAX_ATTRIBUTES)
          throw new TooCostly(`has an element with more than ${MAX_ATTRIBUTES} attributes`);
      },
      onopentag: (written, given) => {
        attributes = 0;
        depth += 1;
        const ownBase = given["xml:base"];
        if (ownBase && (!item || depth <= itemDepth + 1))
          bases.push({ depth, base: absolute(ownBase, base()) ?? base() });
        if (root === undefined || names === undefined) {
          names = new ElementNames(written, given);
          root = { name: names.plain(written), written };
          return;
        }
        names.declare(given);
        const name = names.plain(written);
        if (isItem(name)) {
          item = new Map();
          itemDepth = depth;
          fields = 0;
          field = undefined;
        } else if (item && depth === itemDepth + 1 && wanted.has(name) && ++fields <= MAX_FIELDS)
          field = { name, depth, text: "", attributes: given, base: base() };
      },
      ontext: (text) => {
        isBlank &&= text.trim() === "";
        if (field && field.text.length < MAX_FIELD) field.text += text.slice(0, MAX_FIELD);
      },
      onclosetag: (written, isImplied) => {
        if (item && field?.depth === depth) {
          item.set(field.name, [...(item.get(field.name) ?? []), field]);
          field = undefined;
        }
        if (item && depth === itemDepth) {
          found(item, root?.name ?? "");
          item = undefined;
        }
        if (bases.at(-1)?.depth === depth) bases.pop();
        depth -= 1;
        if (depth === 0) isWhole = written === root?.written && !isImplied;
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true },
  );
  for await (const piece of pieces) parser.write(piece);
  parser.end();
  return { root: root?.name ?? (isBlank ? undefined : ""), isWhole };
}
