/**
 * What Discord's gateway says, as discord.js can take it. Its structures ask for every field that is documented today, and throw where one is
 * missing or of another type; Discord's documentation says that fields come and go ("API Versioning").
 */
import { ApplicationCommandType, ComponentType, type GatewayDispatchPayload, InteractionType } from "discord.js";

type Fields = Record<string, unknown>;

/** Who is named where an interaction does not say whose it is. */
const NOBODY = { id: "0", username: "somebody", discriminator: "0", avatar: null };

/** What discord.js makes an interaction of, by its type, and by the type of its command or component. */
const COMMANDS = new Set<unknown>([
  ApplicationCommandType.ChatInput,
  ApplicationCommandType.User,
  ApplicationCommandType.Message,
]);
const COMPONENTS = new Set<unknown>([
  ComponentType.Button,
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
]);

/** By which an interaction is answered. */
export interface Answerable {
  id: string;
  token: string;
  /** Whether it takes a message as its answer; what is typed so far takes choices. */
  takesMessage: boolean;
  locale: string;
}

export interface Mended {
  packet: GatewayDispatchPayload;
  /** Of an interaction. */
  answerable?: Answerable;
  /** Whether discord.js knows what it is. */
  isKnown: boolean;
}

/** @param application whose bot this is, once that is known. @returns undefined for what nobody could act on */
export function mended(packet: GatewayDispatchPayload, application: string | undefined): Mended | undefined {
  const { t, d } = packet as { t: unknown; d: unknown };
  if (t !== "INTERACTION_CREATE") return { packet, isKnown: true };
  if (!isFields(d)) return undefined;
  const { id, token, type } = d;
  if (typeof id !== "string" || typeof token !== "string") return undefined;
  const locale = text(d.locale, "en-US");
  const takesMessage = type !== InteractionType.ApplicationCommandAutocomplete;
  return {
    packet: { ...packet, d: interaction(d, locale, application) } as unknown as GatewayDispatchPayload,
    answerable: { id, token, takesMessage, locale },
    isKnown: isKnown(d) && isOurs(d, application),
  };
}

/** What another bot asked with is not answered as if this one had. */
function isOurs({ application_id }: Fields, application: string | undefined): boolean {
  return typeof application_id !== "string" || application === undefined || application_id === application;
}

function isKnown({ type, data }: Fields): boolean {
  if (!isFields(data)) return false;
  if (type === InteractionType.ApplicationCommand) return COMMANDS.has(data.type);
  if (type === InteractionType.MessageComponent) return COMPONENTS.has(data.component_type);
  return type === InteractionType.ApplicationCommandAutocomplete || type === InteractionType.ModalSubmit;
}

function interaction(d: Fields, locale: string, application: string | undefined): Fields {
  const { guild_id, channel_id, message, member } = d;
  const user = [d.user, isFields(member) ? member.user : undefined].find(isIdentified) ?? NOBODY;
  const channel = isIdentified(d.channel) ? d.channel : typeof channel_id === "string" ? { id: channel_id } : undefined;
  return {
    ...d,
    application_id: application ?? d.application_id,
    guild_id: typeof guild_id === "string" ? guild_id : undefined,
    channel: channel && { type: 0, ...channel },
    user: isFields(member) ? undefined : user,
    member: isFields(member)
      ? { ...member, user, roles: texts(member.roles), permissions: bits(member.permissions) }
      : undefined,
    // Of the message whose button was pressed, only where it stands and who sees it matters here.
    message: isIdentified(message) ? { id: message.id, channel_id, flags: message.flags } : { id: "0", channel_id },
    data: content(isFields(d.data) ? d.data : {}),
    locale,
    guild_locale: text(d.guild_locale, "en-US"),
    app_permissions: bits(d.app_permissions),
    entitlements: [],
    authorizing_integration_owners: isFields(d.authorizing_integration_owners) ? d.authorizing_integration_owners : {},
  };
}

function content(data: Fields): Fields {
  return {
    ...data,
    options: options(data.options),
    resolved: isFields(data.resolved) ? data.resolved : {},
    components: Array.isArray(data.components) ? data.components.filter(isFields) : [],
  };
}

/** A command's options, and those of its subcommand; deeper than that there are none. */
function options(given: unknown, depth = 2): Fields[] {
  if (!Array.isArray(given)) return [];
  return given
    .filter((option) => isFields(option) && typeof option.name === "string")
    .map((option) => ({
      ...option,
      ...("options" in option ? { options: depth > 0 ? options(option.options, depth - 1) : [] } : {}),
    }));
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isIdentified(value: unknown): value is Fields & { id: string } {
  return isFields(value) && typeof value.id === "string";
}

function text(value: unknown, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}

/** Permissions, which Discord writes as a number in a string. */
function bits(value: unknown): string {
  return typeof value === "string" && /^\d{1,40}$/.test(value) ? value : "0";
}
