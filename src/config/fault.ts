/** Faults in what a person wrote, as sentences. */
import { relative, resolve } from "node:path";
import type { z } from "zod";
import { PlainError } from "../language/plain-error.ts";

/** Faults in what a person wrote: each names the file, the field and what would be right. */
export class ConfigError<Rest = unknown> extends PlainError {
  readonly faults: readonly string[];
  /** What there is of the config besides, where that is enough for something. */
  readonly rest: Rest | undefined;
  constructor(faults: readonly string[], rest?: Rest) {
    super(faults.join("\n"));
    this.name = "ConfigError";
    this.faults = faults;
    this.rest = rest;
  }
}

/** A file as the person who runs the bot would name it. */
export function shownPath(file: string): string {
  const path = relative(process.cwd(), resolve(file));
  return path.startsWith("..") ? resolve(file) : path;
}

/** @param written what stands in the file at the fault's place */
export function sayIssue(issue: z.core.$ZodIssue, written: unknown): string {
  const path = issue.path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : text === "" ? String(key) : `${text}.${String(key)}`),
    "",
  );
  const field = path === "" ? "" : `${path}: `;
  switch (issue.code) {
    case "unrecognized_keys":
      return `${field}${issue.keys.map((key) => `"${key}"`).join(", ")} is not a field here; check the spelling, or remove it`;
    case "invalid_type":
      return issue.input === undefined
        ? `${field}is missing; give ${article(issue.expected)}`
        : `${field}${quoted(issue.input)} is not ${article(issue.expected)}`;
    case "invalid_value":
      return `${field}${quoted(issue.input)} is not one of ${issue.values.map(String).join(", ")}`;
    // A fact, or a fact with its day: what was written tells which was meant.
    case "invalid_union": {
      const [plain = [], dated = []] = issue.errors;
      const [meant] = typeof issue.input === "object" && issue.input !== null ? dated : plain;
      return meant ? sayIssue({ ...meant, path: [...issue.path, ...meant.path] }, written) : `${field}${issue.message}`;
    }
    case "too_big":
      return `${field}${quoted(written)} is too much; at most ${issue.maximum}`;
    case "too_small":
      return `${field}${quoted(written)} is too little; at least ${issue.minimum}`;
    default:
      return `${field}${issue.message.startsWith('"') ? "" : quoted(written)} ${issue.message}`.replace(/: +/, ": ");
  }
}

function quoted(value: unknown): string {
  return typeof value === "object" && value !== null ? "" : (JSON.stringify(value) ?? "nothing");
}

function article(type: string): string {
  const names: Record<string, string> = {
    string: "a text",
    number: "a number",
    int: "a whole number",
    array: "a list",
    object: "a group of fields",
    boolean: "true or false",
  };
  return names[type] ?? type;
}
