/** YAML against a schema. */
import { type Document, isScalar, LineCounter, parseDocument, visit } from "yaml";
import type { z } from "zod";
import { sayIssue } from "./fault.ts";

/** Reads YAML against a schema; faults are added to the list, and undefined comes back. */
export function parseYaml<Schema extends z.ZodType>(
  shown: string,
  text: string,
  schema: Schema,
  faults: string[],
): z.output<Schema> | undefined {
  const lines = new LineCounter();
  // The parser's own look for a key that stands there twice compares each with each.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: false });
  const errors = document.errors.map(({ pos, message }) => ({ at: pos[0], message }));
  if (errors.length === 0) errors.push(...repeatedKeys(document));
  if (errors.length > 0) {
    for (const { at, message } of errors)
      faults.push(`${shown}: line ${lines.linePos(at).line}: not valid YAML (${message})`);
    return undefined;
  }
  const value = contentOf(document);
  if (value instanceof Error) {
    faults.push(`${shown}: not valid YAML (${value.message})`);
    return undefined;
  }
  const parsed = schema.safeParse(value ?? {}, { reportInput: true });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) faults.push(`${shown}: ${sayIssue(issue, document.getIn(issue.path))}`);
  return undefined;
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
