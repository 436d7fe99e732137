/** Interactions as Discord sends them, and what is answered: over REST, within three seconds, once, and within the limits that its documentation names. */
import { ComponentType, InteractionResponseType, InteractionType, MessageFlags } from "discord.js";
import { APPLICATION, CHANNEL, GUILD } from "./ids.ts";
import { bodyFault, type Fault } from "./limits.ts";

/** A row of buttons, or what a form is made of: a text, and labels around what is asked. */
interface Part {
  type?: number;
  /** Of a row. */
  components: { custom_id?: string; label?: string; disabled?: boolean }[];
  content?: string;
  label?: string;
  description?: string;
  component?: {
    custom_id?: string;
    value?: string;
    max_length?: number;
    required?: boolean;
    placeholder?: string;
  };
}

/** How the bot answered an interaction. */
export interface Answer {
  type: InteractionResponseType;
  isEphemeral: boolean;
  /** Whether it was first deferred. */
  isDeferred: boolean;
  milliseconds: number;
  /** What it was written anew as, since: it grows while somebody looks at it. */
  later: Answer["body"][];
  body: {
    content?: string;
    embeds?: {
      title?: string;
      description?: string;
      fields?: { name: string; value: string }[];
      image?: { url: string };
    }[];
    components?: Part[];
    choices?: { name: string; value: string }[];
    custom_id?: string;
    title?: string;
    allowed_mentions?: { parse?: string[] };
  };
  files: Record<string, Buffer>;
}

interface Asking {
  locale?: string;
  /** Bits of the person who asks. */
  permissions?: bigint;
  person?: string;
  name?: string;
  roles?: string[];
  guild?: string;
  channel?: string;
  /** The message whose button was pressed. */
  message?: { id: string };
  /** Changes what is sent: fields that Discord leaves out, or that are new. */
  as?: (interaction: Record<string, unknown>) => unknown;
}

/** Discord's JSON error codes, and what it refuses in an answer. */
export type Refused = { status: number; code: number; message: string; errors?: Fault };

export interface Interactions {
  /** A slash command. */
  command(name: string, options?: object[], asking?: Asking): Promise<Answer>;
  autocomplete(name: string, option: string, value: string, asking?: Asking): Promise<Answer>;
  button(customId: string, asking?: Asking): Promise<Answer>;
  modal(customId: string, fields: Record<string, string>, asking?: Asking): Promise<Answer>;
  /** A command of the menu that a message has. */
  menu(name: string, content: string, asking?: Asking): Promise<Answer>;
  /** From now on a first answer comes too late (10062), or one that was deferred (50027). */
  lateness: "none" | "first" | "deferred";
  /** Takes the next first answer, and says that it failed: its sender asks again. */
  loseNext(): void;
  takeCallback(token: string, body: object, files: Record<string, Buffer>): Refused | undefined;
  takeEdit(token: string, body: object, files: Record<string, Buffer>): Refused | undefined;
}

interface Open {
  began: number;
  deferred: { isEphemeral: boolean; type: InteractionResponseType } | undefined;
  isAcknowledged: boolean;
  settle: (answer: Answer) => void;
  /** Once it was answered. */
  later: Answer["body"][] | undefined;
  files: Answer["files"];
}

const ACKNOWLEDGED: Refused = { status: 400, code: 40060, message: "Interaction has already been acknowledged." };
const UNKNOWN: Refused = { status: 404, code: 10062, message: "Unknown interaction" };
const INVALID_TOKEN: Refused = { status: 401, code: 50027, message: "Invalid Webhook Token" };
const UNKNOWN_WEBHOOK: Refused = { status: 404, code: 10015, message: "Unknown Webhook" };
const LOST: Refused = { status: 502, code: 0, message: "Bad Gateway" };
const invalid = (errors: Fault): Refused => ({ status: 400, code: 50035, message: "Invalid Form Body", errors });

export function createInteractions(
  send: (interaction: unknown, guild: string) => void,
  { nextId, permissions }: { nextId: () => string; permissions: () => bigint },
): Interactions {
  const open = new Map<string, Open>();
  let isLosing = false;

  function interact(type: InteractionType, data: object, asking: Asking = {}): Promise<Answer> {
    const token = `interaction-${nextId()}`;
    const answered = new Promise<Answer>((settle) => {
      open.set(token, {
        began: performance.now(),
        deferred: undefined,
        isAcknowledged: false,
        settle,
        later: undefined,
        files: {},
      });
    });
    const usual = payload({ id: nextId(), token, type, data, permissions: permissions() }, asking, nextId);
    send(asking.as ? asking.as(usual) : usual, asking.guild ?? GUILD);
    return answered;
  }

  function settle(found: Open, answer: Pick<Answer, "type" | "isEphemeral" | "body" | "files">): void {
    const { later } = found;
    // A token lives on for what the answer becomes, but nobody waits any more.
    if (later) {
      later.push(answer.body);
      Object.assign(found.files, answer.files);
      return;
    }
    found.later = [];
    found.files = answer.files;
    const milliseconds = performance.now() - found.began;
    found.settle({ ...answer, isDeferred: found.deferred !== undefined, milliseconds, later: found.later });
  }

  const interactions: Interactions = {
    lateness: "none",
    loseNext: () => {
      isLosing = true;
    },
    command: (name, options = [], asking = {}) =>
      interact(InteractionType.ApplicationCommand, { id: nextId(), name, type: 1, options }, asking),
    autocomplete: (name, option, value, asking = {}) =>
      interact(
        InteractionType.ApplicationCommandAutocomplete,
        { id: nextId(), name, type: 1, options: [{ name: option, type: 3, value, focused: true }] },
        asking,
      ),
    button: (customId, asking = {}) =>
      interact(InteractionType.MessageComponent, { custom_id: customId, component_type: 2 }, asking),
    modal: (customId, fields, asking = {}) => {
      const components = Object.entries(fields).map(([id, value]) => ({
        type: ComponentType.Label,
        component: { type: ComponentType.TextInput, custom_id: id, value },
      }));
      return interact(InteractionType.ModalSubmit, { custom_id: customId, components }, asking);
    },
    menu: (name, content, asking = {}) => {
      const id = nextId();
      const resolved = { messages: { [id]: { ...shownMessage(id), content } } };
      return interact(
        InteractionType.ApplicationCommand,
        { id: nextId(), name, type: 3, target_id: id, resolved },
        asking,
      );
    },
    takeCallback: (token, body, files) => {
      const found = open.get(token);
      if (!found || interactions.lateness === "first") return UNKNOWN;
      if (found.isAcknowledged) return ACKNOWLEDGED;
      const { type, data = {} } = body as { type: InteractionResponseType; data?: Answer["body"] & { flags?: number } };
      const fault = answerFault(type, data);
      if (fault) return invalid(fault);
      found.isAcknowledged = true;
      const isEphemeral = ((data.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
      const isDeferral =
        type === InteractionResponseType.DeferredChannelMessageWithSource ||
        type === InteractionResponseType.DeferredMessageUpdate;
      if (isDeferral) found.deferred = { isEphemeral, type };
      else settle(found, { type, isEphemeral, body: data, files });
      if (!isLosing) return undefined;
      isLosing = false;
      return LOST;
    },
    takeEdit: (token, body, files) => {
      const found = open.get(token);
      if (!found?.deferred) return UNKNOWN_WEBHOOK;
      if (interactions.lateness === "deferred") return INVALID_TOKEN;
      const fault = bodyFault(body);
      if (fault) return invalid(fault);
      settle(found, { ...found.deferred, body, files });
      return undefined;
    },
  };
  return interactions;
}

function payload(
  {
    permissions,
    type,
    ...own
  }: { id: string; token: string; type: InteractionType; data: object; permissions: bigint },
  asking: Asking,
  nextId: () => string,
): Record<string, unknown> {
  const { locale = "en-GB", permissions: held = 0n, person = "623456789012345678", name = "ana", roles = [] } = asking;
  return {
    ...own,
    application_id: APPLICATION,
    type,
    guild_id: asking.guild ?? GUILD,
    guild: { id: asking.guild ?? GUILD, locale: "en-US", features: [] },
    channel_id: asking.channel ?? CHANNEL,
    channel: { id: asking.channel ?? CHANNEL, type: 0, name: "watch", permissions: "0" },
    member: {
      user: { id: person, username: name, discriminator: "0", avatar: null, global_name: name },
      roles,
      joined_at: "2021-01-01T00:00:00Z",
      permissions: held.toString(),
      deaf: false,
      mute: false,
      flags: 0,
    },
    ...(type === InteractionType.MessageComponent ? { message: shownMessage(asking.message?.id ?? nextId()) } : {}),
    version: 1,
    locale,
    guild_locale: "en-US",
    app_permissions: permissions.toString(),
    entitlements: [],
    authorizing_integration_owners: {},
    context: 0,
    attachment_size_limit: 10_485_760,
  };
}

/** A message as an interaction shows it, as far as anybody looks at it. */
function shownMessage(id: string): object {
  const author = { id: APPLICATION, username: "coming-weeks", discriminator: "0000", avatar: null, bot: true };
  return {
    id,
    channel_id: CHANNEL,
    type: 0,
    author,
    content: "",
    embeds: [],
    attachments: [],
    mentions: [],
    components: [],
  };
}

/** What Discord refuses in a first answer ("Interaction Callback Type", "Modal", "Autocomplete"). */
function answerFault(type: InteractionResponseType, data: Answer["body"] & { flags?: number }): Fault | undefined {
  const fault = (field: string): Fault => ({
    [field]: { _errors: [{ code: "BASE_TYPE_BAD_LENGTH", message: field }] },
  });
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
    case InteractionResponseType.UpdateMessage:
      return bodyFault(data);
    case InteractionResponseType.ApplicationCommandAutocompleteResult: {
      const { choices = [] } = data;
      const isLong = choices.some(({ name, value }) => name.length < 1 || name.length > 100 || value.length > 100);
      return choices.length > 25 || isLong ? fault("choices") : undefined;
    }
    case InteractionResponseType.Modal: {
      const { title = "", custom_id = "", components = [] } = data;
      const isFit = title.length > 0 && title.length <= 45 && custom_id.length > 0 && custom_id.length <= 100;
      const isMany = components.length < 1 || components.length > 5;
      return isFit && !isMany && components.every(isPartOfAForm) ? undefined : fault("modal");
    }
    default:
      return undefined;
  }
}

/** Discord's documentation, "Label", "Text Input" and "Text Display". */
function isPartOfAForm({ type, content = "", label = "", description = "", component = {} }: Part): boolean {
  if (type === ComponentType.TextDisplay) return content.length > 0 && content.length <= 4000;
  const { custom_id = "", value = "", max_length = 4000, placeholder = "" } = component;
  return (
    type === ComponentType.Label &&
    label.length > 0 &&
    label.length <= 45 &&
    description.length <= 100 &&
    custom_id.length > 0 &&
    custom_id.length <= 100 &&
    max_length >= 1 &&
    max_length <= 4000 &&
    value.length <= max_length &&
    placeholder.length <= 100
  );
}
