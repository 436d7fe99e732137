/**
 * What people change about a watch, as changes of what its YAML says: the command line, the page and Discord change it by these alone. What
 * comes of it is looked through before it is kept (save.ts).
 */
import type { Plain } from "../config/rewrite.ts";
import { UsageError } from "../language/plain-error.ts";
import type { CivilDate } from "../time/civil-date.ts";

/** Changes what a watch's YAML says. @throws {UsageError} where what it is to change is not there */
export type Edit = (says: Plain) => void;

/** Sets fields, the last of a way such as `publisher.name`; without a value they are taken out. */
export function setFields(fields: Readonly<Record<string, unknown>>): Edit {
  return (says) => {
    for (const [way, value] of Object.entries(fields)) {
      const names = way.split(".");
      const last = names.pop() ?? way;
      const group = names.reduce((inner, name) => {
        inner[name] ??= {};
        return inner[name] as Plain;
      }, says);
      put(group, last, value);
    }
  };
}

/** @param source all of the watch when left out */
export function setPaused(isPaused: boolean, source?: string): Edit {
  return (says) => put(source === undefined ? says : sourceOf(says, source), "paused", isPaused || undefined);
}

/**
 * @param until the day on which everything is told again
 * @param today at the publisher's
 * @throws {UsageError} unless that day is still to come
 */
export function muteUntil(until: CivilDate, today: CivilDate): Edit {
  if (until <= today) throw new UsageError("Say until which day, which is still to come.");
  return (says) => put(says, "mute_until", until);
}

/** Everything is told again at once. */
export const unmute: Edit = (says) => put(says, "mute_until", undefined);

/** @param statement as the YAML has one */
export function addStatement(statement: Plain): Edit {
  return (says) => {
    const all = listOf(says, "statements");
    const at = all.findIndex(({ on }) => String(on) > String(statement.on));
    all.splice(at < 0 ? all.length : at, 0, withoutEmpty(statement));
  };
}

/** @param number its place in the file, from 0 @param statement what it is to be; undefined takes it out */
export function changeStatement(number: number, statement: Plain | undefined): Edit {
  return (says) => change(listOf(says, "statements"), number, statement, `statement ${number + 1}`);
}

/** @param source as the YAML has one */
export function addSource(source: Plain): Edit {
  return (says) => void listOf(says, "sources").push(withoutEmpty(source));
}

/** @param source what is to be different about it; undefined takes it out */
export function changeSource(id: string, source: Plain | undefined): Edit {
  return (says) => {
    const all = listOf(says, "sources");
    change(all, all.indexOf(sourceOf(says, id)), source, `source "${id}"`);
  };
}

function change(all: Plain[], at: number, to: Plain | undefined, name: string): void {
  const [item] = all.slice(at, at + 1);
  if (at < 0 || !item) throw new UsageError(`There is no ${name} any more; look at the watch again.`);
  if (to === undefined) all.splice(at, 1);
  else for (const [field, value] of Object.entries(to)) put(item, field, value);
}

function sourceOf(says: Plain, id: string): Plain {
  const found = listOf(says, "sources").find((source) => source.id === id);
  if (!found) throw new UsageError(`There is no source "${id}" in the watch's file.`);
  return found;
}

function listOf(says: Plain, field: string): Plain[] {
  if (!Array.isArray(says[field])) says[field] = [];
  return says[field] as Plain[];
}

function put(group: Plain, field: string, value: unknown): void {
  if (isEmpty(value)) delete group[field];
  else group[field] = value;
}

function withoutEmpty(group: Plain): Plain {
  return Object.fromEntries(Object.entries(group).filter(([, value]) => !isEmpty(value)));
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === "";
}
