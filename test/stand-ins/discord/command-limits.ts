/** What Discord refuses in an application's commands: "Application Command Object", "Localization", "Limits". */
import { ApplicationCommandType, Locale } from "discord.js";

interface Named {
  name?: unknown;
  name_localizations?: Record<string, unknown> | null;
  description?: unknown;
  description_localizations?: Record<string, unknown> | null;
  options?: Named[];
  choices?: { name: string; value: string | number; name_localizations?: Record<string, unknown> | null }[];
}

export interface Command extends Named {
  type?: number;
}

/** Of slash commands and options: letters of any script, digits, "-", "_" and "'"; lower case where there is one. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES = new Set<string>(Object.values(Locale));
const MOST_TEXT = 8000;

/** @returns what Discord would refuse, each with its path */
export function commandFaults(commands: readonly Command[]): string[] {
  const slash = commands.filter(({ type = 1 }) => type === ApplicationCommandType.ChatInput);
  const menus = commands.filter(({ type }) => type === ApplicationCommandType.Message);
  const names = commands.map(({ name, type = 1 }) => `${type} ${name}`);
  return [
    ...(slash.length > 100 ? [`${slash.length} slash commands; 100 are taken`] : []),
    ...(menus.length > 5 ? [`${menus.length} commands of a message; 5 are taken`] : []),
    ...(new Set(names).size < names.length ? ["a name is used twice"] : []),
    ...slash.flatMap((command) => [...namedFaults(command, String(command.name)), ...lengthFaults(command)]),
    ...menus.flatMap(({ name, name_localizations, description }) => [
      ...all(name, name_localizations).flatMap(([locale, text]) =>
        typeof text === "string" && text.length >= 1 && text.length <= 32 ? [] : [`${name}: its name in ${locale}`],
      ),
      ...(description ? [`${name}: a description, which it may not have`] : []),
    ]),
  ];
}

function namedFaults(named: Named, path: string): string[] {
  const { name, name_localizations, description, description_localizations, options = [], choices = [] } = named;
  return [
    ...all(name, name_localizations).flatMap(([locale, text]) =>
      LOCALES.has(locale) && typeof text === "string" && NAME.test(text) && text === text.toLowerCase()
        ? []
        : [`${path}: its name in ${locale}`],
    ),
    ...all(description, description_localizations).flatMap(([locale, text]) =>
      LOCALES.has(locale) && typeof text === "string" && text.length >= 1 && text.length <= 100
        ? []
        : [`${path}: its description in ${locale}`],
    ),
    ...(options.length > 25 ? [`${path}: ${options.length} options; 25 are taken`] : []),
    ...(choices.length > 25 ? [`${path}: ${choices.length} choices; 25 are taken`] : []),
    ...choices.flatMap((choice) =>
      all(choice.name, choice.name_localizations).flatMap(([locale, text]) =>
        typeof text === "string" && text.length >= 1 && text.length <= 100 ? [] : [`${path}: a choice in ${locale}`],
      ),
    ),
    ...options.flatMap((option) => namedFaults(option, `${path} ${option.name}`)),
  ];
}

/** Of names, descriptions and values together, the longest of its languages counts. */
function lengthFaults(command: Named): string[] {
  const length = lengthOf(command);
  return length > MOST_TEXT ? [`${command.name}: ${length} characters; ${MOST_TEXT} are taken`] : [];
}

function lengthOf({
  name,
  name_localizations,
  description,
  description_localizations,
  options = [],
  choices = [],
}: Named): number {
  const longest = (texts: [string, unknown][]) => Math.max(0, ...texts.map(([, text]) => String(text).length));
  return (
    longest(all(name, name_localizations)) +
    longest(all(description, description_localizations)) +
    choices.reduce(
      (sum, choice) => sum + longest(all(choice.name, choice.name_localizations)) + String(choice.value).length,
      0,
    ) +
    options.reduce((sum, option) => sum + lengthOf(option), 0)
  );
}

function all(text: unknown, localizations: Record<string, unknown> | null | undefined): [string, unknown][] {
  return [["en-US", text], ...Object.entries(localizations ?? {})];
}
