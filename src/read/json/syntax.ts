/** JSON as strangers send it, taken apart within bounds. */
import { MAX_JSON_DEPTH } from "../../watch/json-path.ts";
import { TooCostly } from "../bounds.ts";

/** @returns what it says; or that it is none, or stops before its end. @throws {TooCostly} where it is nested too deeply */
export function parsedJson(text: string): { value: unknown } | "cut-off" | "none" {
  const isOpen = isOpenAtEnd(text);
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return isOpen ? "cut-off" : "none";
  }
}

/** JSON.parse has no bound to how deep it goes, and holds what it has gone through outside the heap. */
function isOpenAtEnd(json: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < json.length; at++) {
    const sign = json[at];
    if (sign === "\\") at += 1;
    else if (sign === '"') isInText = !isInText;
    else if (isInText) continue;
    else if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
    if (depth > MAX_JSON_DEPTH) throw new TooCostly("is JSON nested deeper than any list");
  }
  return isInText || depth > 0;
}
