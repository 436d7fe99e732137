/**
 * A YAML text with something changed in it, and all else as a person wrote it: comments, order, how its lines are set. Written anew, the
 * document keeps its comments (yaml's document API) but not where its lines break; so the change is merged into the text as it was.
 */
import { isDeepStrictEqual } from "node:util";
import { diff3Merge } from "node-diff3";
import {
  type Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  stringify,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";

/** What a YAML text says, as plain data. */
export type Plain = { [field: string]: unknown };

const AS_WRITTEN = { lineWidth: 0, flowCollectionPadding: false } as const;

/**
 * @param text YAML without faults, of a group of fields
 * @param change changes what it says
 * @returns the text that says so
 */
export function rewritten(text: string, change: (says: Plain) => void): string {
  const document = parseDocument(text);
  const before = document.toJS() as Plain;
  const after = structuredClone(before);
  change(after);
  if (isDeepStrictEqual(before, after)) return text;
  const anew = document.toString(AS_WRITTEN);
  if (isMap(document.contents)) patchMap(document, document.contents, before, after);
  const changed = document.toString(AS_WRITTEN);
  const merged = diff3Merge(text.split("\n"), anew.split("\n"), changed.split("\n"))
    .flatMap(({ ok, conflict }) => ok ?? conflict?.b ?? [])
    .join("\n");
  // An alias says in two places what is changed in one: then the text is set anew, without its comments.
  return [merged, changed].find((written) => isDeepStrictEqual(saidBy(written), after)) ?? stringify(after, AS_WRITTEN);
}

function saidBy(text: string): unknown {
  const document = parseDocument(text);
  return document.errors.length > 0 ? undefined : document.toJS();
}

function patchMap(document: Document, map: YAMLMap, before: Plain, after: Plain): void {
  for (const field of Object.keys(before)) if (after[field] === undefined) map.delete(field);
  for (const [field, value] of Object.entries(after)) {
    if (value === undefined || isDeepStrictEqual(before[field], value)) continue;
    const node = map.get(field, true);
    if (!isNode(node) || !isPatched(document, node, before[field], value)) map.set(field, document.createNode(value));
  }
}

/** @returns whether the node says so now; else another is to stand in its place */
function isPatched(document: Document, node: Node, before: unknown, after: unknown): boolean {
  if (isScalar(node) && !isGroup(after) && !Array.isArray(after)) node.value = after;
  else if (isMap(node) && isGroup(before) && isGroup(after)) patchMap(document, node, before, after);
  else if (isSeq(node) && Array.isArray(before) && Array.isArray(after)) patchList(document, node, before, after);
  else return false;
  return true;
}

/** Items that stay keep their comments: those that are the same, that have the same id, or that stand in the same place of as many. */
function patchList(document: Document, list: YAMLSeq, before: readonly unknown[], after: readonly unknown[]): void {
  const items = [...list.items];
  const left = new Set(before.keys());
  const take = (index: number | undefined) => {
    if (index === undefined || index < 0 || !left.delete(index)) return undefined;
    return index;
  };
  const find = (isIt: (item: unknown, index: number) => boolean) =>
    before.findIndex((item, index) => left.has(index) && isIt(item, index));
  const same = after.map((value) => take(find((item) => isDeepStrictEqual(item, value))));
  const known = after.map((value, index) => same[index] ?? take(find((item) => isAlike(item, value))));
  const isPlaced = before.length === after.length;
  list.items = after.map((value, index) => {
    const from = known[index] ?? (isPlaced ? take(index) : undefined);
    const node = from === undefined ? undefined : items[from];
    if (from === undefined || !isNode(node)) return document.createNode(value);
    if (isDeepStrictEqual(before[from], value) || isPatched(document, node, before[from], value)) return node;
    return document.createNode(value);
  });
}

function isAlike(one: unknown, other: unknown): boolean {
  return isGroup(one) && isGroup(other) && one.id !== undefined && one.id === other.id;
}

function isGroup(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
