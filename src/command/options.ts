/** How what stands behind an option is read: into a value, or a sentence that says how to write it. */
import { InvalidArgumentError, Option } from "commander";
import { Temporal } from "temporal-polyfill";
import type { Person } from "../store/persons.ts";
import type { Moment } from "../time/civil-date.ts";

const personNamed = (name: string): Person => ({ from: "command line", name });

/** Who decides or changes something, where no name is given. */
export const AT_THE_COMMAND_LINE = personNamed(process.env.USER ?? "somebody at the command line");

export const byOption = (says: string) =>
  new Option("--by <name>", `${says}; it stays in the data`)
    .argParser(personNamed)
    .default(AT_THE_COMMAND_LINE, JSON.stringify(AT_THE_COMMAND_LINE.name));

/** Of a key that signs, as often as it is given. */
export const keyFingerprint = (text: string, before: string[] = []) => {
  if (!/^SHA256:[A-Za-z0-9+/]{43}$/.test(text))
    throw new InvalidArgumentError("Write it as `keys` prints it: SHA256: and 43 characters.");
  return [...before, text];
};

/** `https://site=http://127.0.0.1:8000`, as often as it is given. */
export const origin = (text: string, before: Record<string, string> = {}) => {
  const [site, standIn, ...rest] = text.split("=");
  if (!site || !standIn || rest.length > 0 || !URL.canParse(site) || !URL.canParse(standIn))
    throw new InvalidArgumentError("Write it as https://www.example.org=http://127.0.0.1:8080.");
  return { ...before, [new URL(site).origin]: new URL(standIn).origin };
};
/** An instant, in UTC and to the millisecond. */
export const instant = (text: string) => {
  try {
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
    return Temporal.Instant.from(isDay ? `${text}T12:00:00Z` : text).toString({ smallestUnit: "millisecond" });
  } catch {
    throw new InvalidArgumentError(
      "Write an instant such as 2022-08-31T21:50:00Z, or a day such as 2022-08-31 (read as noon UTC).",
    );
  }
};
export const day = (text: string) => {
  try {
    return Temporal.PlainDate.from(text).toString();
  } catch {
    throw new InvalidArgumentError("Write a day such as 2021-12-10.");
  }
};
export const listen = (text: string) => {
  const [, host, port] = /^(?:(.+):)?(\d{1,5})$/.exec(text) ?? [];
  if (!port || Number(port) > 65_535) throw new InvalidArgumentError("Write it as 127.0.0.1:8080, or a port alone.");
  return { host: host ?? "127.0.0.1", port: Number(port) };
};

/** A day, which begins at midnight where the publisher is, or an instant. */
export const moment = (text: string): Moment => {
  try {
    const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
    return isDay ? day(text) : Temporal.Instant.from(text).toString({ smallestUnit: "millisecond" });
  } catch {
    throw new InvalidArgumentError("Write a day such as 2022-08-31, or an instant such as 2022-08-31T21:50:00Z.");
  }
};

export const count = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError("Write a whole number from 1.");
  return Number(text);
};
