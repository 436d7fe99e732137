/** The slash commands as Discord is told of them, in every language that messages come in. */
import {
  ApplicationCommandType,
  ApplicationIntegrationType,
  ContextMenuCommandBuilder,
  InteractionContextType,
  type Locale,
  type LocalizationMap,
  type RESTPostAPIApplicationCommandsJSONBody,
  SlashCommandBuilder,
  type SlashCommandStringOption,
  type SlashCommandSubcommandBuilder,
} from "discord.js";
import type { CommandName, Talk } from "../message/catalogue.ts";
import { catalogue } from "../message/languages.ts";
import { LANGUAGES, type Language } from "../watch/names.ts";
import { talkIn } from "./desk.ts";
import { shownTo } from "./permission.ts";

type OptionHolder =
  | Pick<SlashCommandBuilder, "addStringOption">
  | Pick<SlashCommandSubcommandBuilder, "addStringOption">;
type Options = (command: SlashCommandBuilder) => void;

const COMMANDS: Record<CommandName, Options | undefined> = {
  status: takesWatch,
  why: takesWatch,
  history: takesWatch,
  timeline: takesWatch,
  odds: takesWatch,
  evidence: takesWatch,
  sources: takesWatch,
  check: takesWatch,
  watches: undefined,
  mute: undefined,
  unmute: undefined,
  watch: keepsWatches,
  subscribe: subscribes,
  help: undefined,
  channel: setsUpChannel,
  confirm: decides,
  dismiss: decides,
};

const COMMAND_NAMES = Object.keys(COMMANDS) as CommandName[];
/** Of the menu that a message has, which shows it in the reader's language. */
export const LINK_COMMAND = talkIn("en").linkCommand;

export function isCommand(name: string): name is CommandName {
  return Object.hasOwn(COMMANDS, name);
}

/** Every command, as Discord's API takes them. */
export function commandDefinitions(): RESTPostAPIApplicationCommandsJSONBody[] {
  const slash = COMMAND_NAMES.map((name) => {
    const command = new SlashCommandBuilder().setName(name);
    describe(command, (talk) => talk.commands[name]);
    command.setContexts(InteractionContextType.Guild);
    command.setIntegrationTypes(ApplicationIntegrationType.GuildInstall);
    const needs = shownTo(name);
    if (needs) command.setDefaultMemberPermissions(needs);
    COMMANDS[name]?.(command);
    return command.toJSON();
  });
  const onMessage = new ContextMenuCommandBuilder()
    .setName(LINK_COMMAND)
    .setNameLocalizations(localized((language) => talkIn(language).linkCommand))
    .setType(ApplicationCommandType.Message)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall);
  return [...slash, onMessage.toJSON()];
}

/**
 * Discord's locales that each language answers, besides English, which it shows where it has no other (its documentation, "Locales"). Arabic
 * is none of them: there a place's own language is set. Readers of Chinese in both scripts are given the one script that there is.
 */
const LOCALES = {
  fr: ["fr"],
  es: ["es-ES", "es-419"],
  ru: ["ru"],
  zh: ["zh-CN", "zh-TW"],
  ar: [],
} as const satisfies Record<Exclude<Language, "en">, readonly `${Locale}`[]>;

/** Something in the language of each locale. */
function localized(words: (language: Language) => string): LocalizationMap {
  const languages = Object.keys(LOCALES) as (keyof typeof LOCALES)[];
  return Object.fromEntries(
    languages.flatMap((language) => LOCALES[language].map((locale) => [locale, words(language)] as const)),
  );
}

interface Describable {
  setDescription(text: string): unknown;
  setDescriptionLocalizations(texts: LocalizationMap): unknown;
}

function describe(what: Describable, words: (talk: Talk) => string): void {
  what.setDescription(words(talkIn("en")));
  what.setDescriptionLocalizations(localized((language) => words(talkIn(language))));
}

/** Of each language, card and choice of kinds: what it is called. */
function choosesFrom<Value extends string>(
  command: OptionHolder,
  name: "language" | "card" | "kinds" | "how" | "record",
  words: (language: Language) => Record<Value, string>,
): void {
  command.addStringOption((option) => {
    const values = Object.keys(words("en")) as Value[];
    const named = (value: Value) => ({
      name: words("en")[value],
      name_localizations: localized((language) => words(language)[value]),
      value,
    });
    option.setName(name).addChoices(values.map(named));
    describe(option, (talk) => talk.options[name]);
    return option;
  });
}

function languageNames(reader: Language): Record<Language, string> {
  const names = LANGUAGES.map((language) => [language, catalogue(reader).tongue(language)]);
  return Object.fromEntries(names) as Record<Language, string>;
}

function subscribes(command: SlashCommandBuilder): void {
  choosesFrom(command, "how", (language) => talkIn(language).choices.how);
  command.addStringOption((option) => asksForWatch(option));
}

/** Each says in its own answer who may: what is added or removed is for everybody, what is told less of is for a channel. */
function keepsWatches(command: SlashCommandBuilder): void {
  command.addSubcommand((add) => {
    add.setName("add");
    describe(add, (talk) => talk.options.add);
    return add;
  });
  for (const name of ["remove", "mute", "pause", "resume"] as const)
    command.addSubcommand((sub) => {
      sub.setName(name).addStringOption((option) => asksForWatch(option).setRequired(true));
      describe(sub, (talk) => talk.options[name]);
      return sub;
    });
}

function takesWatch(command: SlashCommandBuilder): void {
  command.addStringOption((option) => asksForWatch(option));
}

function asksForWatch(option: SlashCommandStringOption): SlashCommandStringOption {
  option.setName("watch").setAutocomplete(true);
  describe(option, (talk) => talk.options.watch);
  return option;
}

function decides(command: SlashCommandBuilder): void {
  command.addStringOption((option) => {
    option.setName("evidence").setRequired(true).setAutocomplete(true);
    describe(option, (talk) => talk.options.evidence);
    return option;
  });
  command.addStringOption((option) => {
    option.setName("reason").setMaxLength(300);
    describe(option, (talk) => talk.options.reason);
    return option;
  });
}

function setsUpChannel(command: SlashCommandBuilder): void {
  command.addSubcommand((here) => {
    here.setName("here");
    describe(here, (talk) => talk.options.here);
    here.addStringOption((option) => asksForWatch(option));
    here.addRoleOption((option) => {
      option.setName("role");
      describe(option, (talk) => talk.options.role);
      return option;
    });
    choosesFrom(here, "kinds", (language) => talkIn(language).choices.kinds);
    choosesFrom(here, "language", languageNames);
    choosesFrom(here, "card", (language) => talkIn(language).choices.card);
    choosesFrom(here, "record", (language) => talkIn(language).choices.record);
    return here;
  });
  command.addSubcommand((off) => {
    off.setName("off");
    describe(off, (talk) => talk.options.off);
    return off;
  });
}
