import { Locale } from "discord.js";
import { describe, expect, it } from "vitest";
import { commandDefinitions } from "../../src/discord/commands.ts";
import { catalogue, languageFor } from "../../src/message/languages.ts";
import { LANGUAGES } from "../../src/watch/names.ts";
import { type Command, commandFaults } from "../stand-ins/discord/command-limits.ts";

const commands = commandDefinitions() as Command[];

describe("the commands", () => {
  it("keep Discord’s limits in every language", () => {
    expect(commandFaults(commands)).toEqual([]);
  });

  it("are described in every locale of Discord’s whose language messages come in", () => {
    const others = ["fr", "es-ES", "es-419", "ru", "zh-CN", "zh-TW"];
    const all = (command: Command): Command[] => [command, ...(command.options ?? []).flatMap(all)];
    const known = new Set<string>(Object.values(Locale));
    const heard = [...known].filter((locale) => languageFor(locale) !== "en").sort();
    expect(others.toSorted()).toEqual(heard);
    for (const { description, description_localizations, name, name_localizations } of commands.flatMap(all))
      expect([name, Object.keys((description ? description_localizations : name_localizations) ?? {})]).toEqual([
        name,
        others,
      ]);
  });
});

describe.each(LANGUAGES)("the words of forms and buttons in %s", (language) => {
  const { talk, buttons } = catalogue(language);
  it("are as short as Discord has them: 45 characters a form’s title and label, 100 what stands beneath, 80 a button", () => {
    const { upkeep } = talk;
    const questions = [...Object.values(upkeep.said), ...Object.values(upkeep.proposed)];
    const asked = questions.map(({ asks }) => asks);
    for (const text of [
      talk.dismissTitle,
      talk.dismissWhy,
      upkeep.remove.name,
      ...Object.values(upkeep.forms),
      ...asked,
    ])
      expect([text, text.length <= 45]).toEqual([text, true]);
    for (const { hint } of questions) expect([hint, hint.length <= 100]).toEqual([hint, true]);
    for (const text of [
      ...Object.values(buttons),
      ...Object.values(upkeep.buttons),
      ...[talk.reallyButton, talk.pages.back, talk.pages.next],
    ])
      expect(text.length).toBeLessThanOrEqual(80);
  });

  it("make /help fit one screen", () => {
    expect(talk.helpOn.length).toBeLessThanOrEqual(6);
    expect([talk.help, ...talk.helpOn].join("\n").length).toBeLessThanOrEqual(800);
    for (const name of commands.filter(({ type = 1 }) => type === 1).map((command) => `/${command.name}`))
      expect([name, name === "/help" || talk.helpOn.some((line) => line.includes(`\`${name}\``))]).toEqual([
        name,
        true,
      ]);
  });
});

describe("what Discord would refuse is seen", () => {
  const good = { name: "status", description: "Where things stand" };
  it.each<[string, Command]>([
    ["an empty description", { ...good, description: "" }],
    ["a long description in French", { ...good, description_localizations: { fr: "x".repeat(101) } }],
    ["a language that Discord has not", { ...good, description_localizations: { tlh: "x" } }],
    ["capitals in a name", { ...good, name: "Status" }],
    ["a blank in a name", { ...good, name: "two words" }],
    ["a long name", { ...good, name: "x".repeat(33) }],
    ["too many options", { ...good, options: Array.from({ length: 26 }, (_, at) => ({ ...good, name: `o${at}` })) }],
    [
      "too many choices",
      { ...good, options: [{ ...good, choices: Array.from({ length: 26 }, () => ({ name: "x", value: "y" })) }] },
    ],
    [
      "too much in all",
      {
        ...good,
        options: Array.from({ length: 25 }, (_, at) => ({
          ...good,
          name: `o${at}`,
          choices: Array.from({ length: 25 }, () => ({ name: "x".repeat(100), value: "y" })),
        })),
      },
    ],
  ])("%s", (_, command) => {
    expect(commandFaults([command])).not.toEqual([]);
  });
});
