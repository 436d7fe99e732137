/** XML that lists items, read as it comes: nothing is kept of it but the wanted fields of each item. */
import { BoundedParser } from "./bounded-parser.ts";
import { TooCostly } from "./bounds.ts";

/** Fields of one item, attributes of one element, characters of one field: no list has use for more. */
const MAX_FIELDS = 100;
const MAX_ATTRIBUTES = 200;
const MAX_FIELD = 8000;

interface Field {
  text: string;
  attributes: Readonly<Record<string, string>>;
}

/** What stands in an item, by the names of its elements: lower case, without the prefix of the root's own namespace. */
export type Fields = ReadonlyMap<string, readonly Field[]>;

export interface ItemsToRead {
  isItem: (name: string) => boolean;
  wanted: ReadonlySet<string>;
  /** Called for each item. What it throws ends the reading. */
  found: (fields: Fields) => void;
}

/** @returns the root element's name, undefined where there is none; and whether it was closed */
export async function readItems(
  pieces: AsyncIterable<string>,
  { isItem, wanted, found }: ItemsToRead,
): Promise<{ root: string | undefined; isWhole: boolean }> {
  let root: string | undefined;
  let prefix = "";
  let isWhole = false;
  let item: Map<string, Field[]> | undefined;
  let itemDepth = 0;
  let fields = 0;
  let field: { name: string; depth: number; text: string; attributes: Record<string, string> } | undefined;
  let attributes = 0;
  let depth = 0;
  const plain = (name: string) => (prefix !== "" && name.startsWith(prefix) ? name.slice(prefix.length) : name);

  const parser = new BoundedParser(
    {
      onattribute: () => {
        if (++attributes > MAX_ATTRIBUTES)
          throw new TooCostly(`has an element with more than ${MAX_ATTRIBUTES} attributes`);
      },
      onopentag: (written, given) => {
        attributes = 0;
        depth += 1;
        if (root === undefined) {
          prefix = /^[^:]*:/.exec(written)?.[0] ?? "";
          root = plain(written);
          return;
        }
        const name = plain(written);
        if (isItem(name)) {
          item = new Map();
          itemDepth = depth;
          fields = 0;
          field = undefined;
        } else if (item && depth === itemDepth + 1 && wanted.has(name) && ++fields <= MAX_FIELDS)
          field = { name, depth, text: "", attributes: given };
      },
      ontext: (text) => {
        if (field && field.text.length < MAX_FIELD) field.text += text.slice(0, MAX_FIELD);
      },
      onclosetag: (written, isImplied) => {
        const name = plain(written);
        if (item && field?.depth === depth) {
          item.set(field.name, [...(item.get(field.name) ?? []), field]);
          field = undefined;
        }
        if (item && isItem(name)) {
          found(item);
          item = undefined;
        }
        depth -= 1;
        if (depth === 0) isWhole = name === root && !isImplied;
      },
    },
    { xmlMode: true, decodeEntities: true, lowerCaseTags: true },
  );
  for await (const piece of pieces) parser.write(piece);
  parser.end();
  return { root, isWhole };
}
