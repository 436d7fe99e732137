/** Faults in what a person wrote, as sentences. */
import { relative, resolve } from "node:path";
import { z } from "zod";
import { didYouMean } from "../language/did-you-mean.ts";
import { PlainError } from "../language/plain-error.ts";
import { isPrivatePlace, nameOpenly, openly, UNSAID, unknownName } from "./said-again.ts";

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

/** Of more in one file, the first are told. */
export const MAX_FAULTS = 50;

/** In characters. */
const MOST_OF_A_FAULT = 600;

/** What is quoted may be as long as its file: the beginning of a sentence says where, and the end what would be right. */
export function inShort(says: string): string {
  const half = MOST_OF_A_FAULT / 2;
  return says.length <= MOST_OF_A_FAULT ? says : `${says.slice(0, half)} … ${says.slice(-half)}`.toWellFormed();
}

/** A fault, and the field that it is in. */
export interface Fault {
  path: PropertyKey[];
  says: string;
}

/**
 * What is wrong, a sentence each, which begins with the field.
 * @param written what stands in the file at a path
 */
export function sayIssue(
  issue: z.core.$ZodIssue,
  written: (path: readonly PropertyKey[]) => unknown,
  schema: z.ZodType,
): Fault[] {
  const { path } = issue;
  const says = (sentence: string): Fault[] => [{ path, says: `${fieldName(path)}${sentence}` }];
  switch (issue.code) {
    case "unrecognized_keys": {
      // A group that says itself what it wants: a name in it may be a secret.
      if (!issue.message.startsWith("Unrecognized")) return says(issue.message);
      const fields = fieldsAt(schema, path);
      return issue.keys.slice(0, MAX_FAULTS).map((key) => {
        const meant = didYouMean(key, fields);
        const name = unknownName(path, key, meant !== "");
        const says = `${name === undefined ? "a name there" : `"${name}"`} is not a field here${meant || "; check the spelling, or remove it"}`;
        return { path: [...path, key], says: `${fieldName(path)}${says}` };
      });
    }
    case "invalid_type":
      // A field that says itself what it wants.
      if (!issue.message.startsWith("Invalid input"))
        return says(issue.input === undefined ? `is missing; it ${issue.message}` : issue.message);
      return says(
        issue.input === undefined
          ? `is missing; give ${article(issue.expected)}`
          : `${GROUPS.includes(issue.expected) ? kindOf(issue.input) : named(path, issue.input)} is not ${article(issue.expected)}${path.length === 0 ? ", each written `name: value`" : ""}`,
      );
    case "invalid_value": {
      const values = issue.values.map(String);
      const [only] = values;
      if (issue.input !== undefined && only !== undefined && values.length === 1)
        return says(`${named(path, issue.input)} cannot stand here; write \`${String(path.at(-1))}: ${only}\``);
      return says(
        issue.input === undefined
          ? `is missing; give one of ${values.join(", ")}`
          : `${named(path, issue.input)} is not one of ${values.join(", ")}${didYouMean(String(issue.input), values)}`,
      );
    }
    // A fact, or a fact with its day: what was written tells which was meant.
    case "invalid_union": {
      const [plain = [], dated = []] = issue.errors;
      const [meant] = typeof issue.input === "object" && issue.input !== null ? dated : plain;
      return meant ? sayIssue({ ...meant, path: [...path, ...meant.path] }, written, schema) : says(issue.message);
    }
    case "too_big":
      return says(`${sized(path, written(path), "much")}; at most ${issue.maximum}${unitOf(issue.origin)}`);
    case "too_small":
      return says(`${sized(path, written(path), "little")}; at least ${issue.minimum}${unitOf(issue.origin)}`);
    case "invalid_key": {
      const [group, message] = [path.slice(0, -1), issue.issues[0]?.message ?? "cannot stand here"];
      return isPrivatePlace(group)
        ? [{ path, says: `${fieldName(group)}a name there ${message}` }]
        : says(`"${nameOpenly(path.at(-1) ?? "")}" ${message}`);
    }
    default:
      return says(
        `${issue.message.startsWith('"') ? "" : openly(path, written(path))} ${issue.message}`.replace(/^ +/, ""),
      );
  }
}

/** For the beginning of a sentence: "statements[1].on: ", or nothing for the whole. */
export function fieldName(path: readonly PropertyKey[]): string {
  const name = path.reduce<string>(
    (text, key) => (typeof key === "number" ? `${text}[${key}]` : `${text}${text === "" ? "" : "."}${nameOpenly(key)}`),
    "",
  );
  return name === "" ? "" : `${name}: `;
}

interface Shape {
  properties?: Record<string, Shape>;
  items?: Shape;
  anyOf?: Shape[];
}

/** The names that a group of fields may have. */
function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  let shapes = [z.toJSONSchema(schema, { io: "input" }) as Shape];
  const each = () => shapes.flatMap((shape) => [shape, ...(shape.anyOf ?? [])]);
  for (const step of path)
    shapes = each().flatMap(
      ({ items, properties }) => (typeof step === "number" ? items : properties?.[String(step)]) ?? [],
    );
  return each().flatMap(({ properties = {} }) => Object.keys(properties));
}

/** In their place nothing that is written needs to be said again. */
const GROUPS = ["object", "record", "array"];

function named(path: readonly PropertyKey[], value: unknown): string {
  return openly(path, value) || kindOf(value);
}

function kindOf(value: unknown): string {
  if (typeof value !== "object" || value === null) return UNSAID;
  return Array.isArray(value) ? "a list" : "a group of fields";
}

function sized(path: readonly PropertyKey[], value: unknown, how: "much" | "little"): string {
  if (typeof value === "object" && value !== null) return `holds too ${how}`;
  return `${openly(path, value)} is too ${typeof value === "string" ? { much: "long", little: "short" }[how] : how}`;
}

function unitOf(origin: string): string {
  return { string: " characters", array: " in the list" }[origin] ?? "";
}

function article(type: string): string {
  const names: Record<string, string> = {
    record: "a group of names and values",
    string: "a text",
    number: "a number",
    int: "a whole number",
    array: "a list",
    object: "a group of fields",
    boolean: "true or false",
  };
  return names[type] ?? type;
}
