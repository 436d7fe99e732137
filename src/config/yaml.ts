/** YAML against a schema. */
import { LineCounter, parseDocument } from "yaml";
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
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    for (const error of document.errors)
      faults.push(`${shown}: line ${lines.linePos(error.pos[0]).line}: not valid YAML (${error.message})`);
    return undefined;
  }
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 50 }) ?? {}, { reportInput: true });
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) faults.push(`${shown}: ${sayIssue(issue, document.getIn(issue.path))}`);
  return undefined;
}
