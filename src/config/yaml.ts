/** YAML against a schema. */
import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { inShort, MAX_FAULTS, sayIssue } from "./fault.ts";

/** The way to a field: names, and numbers in lists. */
export type FieldPath = readonly PropertyKey[];

export interface Read<Value> {
  value: Value;
  /** Where a field stands, for the beginning of a sentence: "x.yaml: line 3: ". What is not there stands where it is missing. */
  place: (path: FieldPath) => string;
}

/** Reads YAML against a schema; faults are added to the list, and undefined comes back. */
export function parseYaml<Schema extends z.ZodType>(
  shown: string,
  text: string,
  schema: Schema,
  faults: string[],
): Read<z.output<Schema>> | undefined {
  const lines = new LineCounter();
  const line = (at: number) => `${shown}: line ${lines.linePos(at).line}: `;
  // The parser's own look for a key that stands there twice compares each with each.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  // The others follow from the first, as a rule.
  const errors = document.errors
    .slice(0, 1)
    .map(({ pos, message }) => ({ at: pos[0], message: withoutSource(message) }));
  if (errors.length === 0) errors.push(...repeatedKeys(document));
  if (errors.length > 0) {
    for (const { at, message } of errors) faults.push(`${line(at)}not valid YAML (${inShort(message)})`);
    return undefined;
  }
  const value = contentOf(document);
  if (value instanceof Error) {
    // What follows is the alias: a secret may begin with its sign.
    faults.push(
      `${shown}: not valid YAML (${inShort(value.message.replace(/(?<=^Unresolved alias[^:]*): .*$/s, ""))})`,
    );
    return undefined;
  }
  const place = (path: FieldPath) => line(positionOf(document, path));
  const parsed = schema.safeParse(value ?? {}, { reportInput: true });
  if (parsed.success) return { value: parsed.data, place };
  const issues = withoutWhatFollows(parsed.error.issues);
  for (const issue of issues.slice(0, MAX_FAULTS))
    for (const { path, says } of sayIssue(issue, (at) => document.getIn(at), schema))
      faults.push(`${place(path)}${inShort(says)}`);
  if (issues.length > MAX_FAULTS) faults.push(`${shown}: and ${issues.length - MAX_FAULTS} faults more`);
  return undefined;
}

/** What is wrong, without the text that it is wrong with: a secret may hold any sign. */
function withoutSource(message: string): string {
  return message.replace(/:.*$|(?<=^Invalid escape sequence) .*$|^\S+(?= used for)/s, "");
}

/** Where a group says how it is written because of a name that it does not have, what is missing from it follows from that. */
function withoutWhatFollows(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  const told = new Set(
    issues.flatMap(({ code, message, path }) =>
      code === "unrecognized_keys" && !message.startsWith("Unrecognized") ? [path.join("\n")] : [],
    ),
  );
  return issues.filter(
    ({ code, input, path }) =>
      !(code === "invalid_type" && input === undefined && told.has(path.slice(0, -1).join("\n"))),
  );
}

function repeatedKeys(document: Document): { at: number; message: string }[] {
  const found: { at: number; message: string }[] = [];
  visit(document, {
    Map: (_, { items }) => {
      const keys = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (keys.has(key.value)) found.push({ at: key.range?.[0] ?? 0, message: "Map keys must be unique" });
        keys.add(key.value);
      }
    },
  });
  return found;
}

/** What it says, or why that cannot be said: an alias to what is not there, or aliases of aliases without end. */
function contentOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 50 });
  } catch (error) {
    return error;
  }
}

/** At which character a field stands; of one that is not there, what it is missing from. */
function positionOf(document: Document, path: FieldPath): number {
  let node: unknown = document.contents;
  let position = document.contents?.range?.[0] ?? 0;
  for (const step of path) {
    if (isAlias(node)) node = node.resolve(document);
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && key.value === step);
      if (!isScalar(pair?.key)) break;
      position = pair.key.range?.[0] ?? position;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(step)] as { range?: readonly number[] } | undefined;
      if (!item) break;
      position = item.range?.[0] ?? position;
      node = item;
    } else break;
  }
  return position;
}
