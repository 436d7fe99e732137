/**
 * What Discord refuses in a message, with the errors it gives: facts of its OpenAPI description (types, lengths, counts, what must be there)
 * and of its documentation ("Embed Limits", "Component Reference", "Allowed Mentions").
 */
import { ButtonStyle, ComponentType, MessageFlags } from "discord.js";

export type Fault = { [field: string]: Fault | { code: string; message: string }[] };

const fault = (code: string, message: string): Fault => ({ _errors: [{ code, message }] });
const tooLong = (limit: number) => fault("BASE_TYPE_MAX_LENGTH", `Must be ${limit} or fewer in length.`);
const required = fault("BASE_TYPE_REQUIRED", "This field is required");
const wrongType = (type: string) => fault("BASE_TYPE_BAD_TYPE", `Could not interpret as ${type}.`);

interface Embed {
  title?: unknown;
  description?: unknown;
  url?: unknown;
  color?: unknown;
  timestamp?: unknown;
  footer?: { text?: unknown };
  author?: { name?: unknown };
  image?: { url?: unknown };
  fields?: { name?: unknown; value?: unknown }[];
}

interface Component {
  type?: number;
  style?: number;
  custom_id?: string;
  label?: string;
  url?: string;
  content?: string;
  description?: string;
  spoiler?: boolean;
  accent_color?: number;
  components?: Component[];
  items?: { media?: { url?: string }; description?: string }[];
  accessory?: Component;
  media?: { url?: string };
  options?: unknown[];
}

interface Checked {
  content?: unknown;
  nonce?: unknown;
  flags?: number;
  embeds?: Embed[];
  components?: Component[];
  attachments?: { id?: unknown; filename?: unknown; description?: unknown }[];
  allowed_mentions?: { parse?: unknown[]; roles?: unknown[]; users?: unknown[] };
  message_reference?: { message_id?: unknown };
}

/** What a message may be made of; anything else is a mistake of ours. */
const FIELDS = new Set(
  "content nonce enforce_nonce tts embeds allowed_mentions message_reference components attachments flags poll sticker_ids username avatar_url thread_name applied_tags".split(
    " ",
  ),
);
const SNOWFLAKE = /^(?:0|[1-9]\d{0,19})$/;
const MAX_V2_TEXT = 4000;
const MAX_V2_COMPONENTS = 40;

/** @param asked what is posted, or what a message is after an edit */
export function bodyFault(asked: object): Fault | undefined {
  const body = asked as Checked;
  const { content, nonce, embeds = [], components = [], attachments = [], flags = 0 } = body;
  const isV2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  if (content != null && typeof content !== "string") return { content: wrongType("string") };
  if ((content ?? "").length > 2000) return { content: tooLong(2000) };
  if (isV2 && (content || embeds.length > 0))
    return {
      content: fault(
        "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
        "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
      ),
    };
  if (!content && embeds.length === 0 && attachments.length === 0 && components.length === 0)
    return { content: fault("MESSAGE_EMPTY", "Cannot send an empty message") };
  if (typeof nonce === "string" && nonce.length > 25) return { nonce: tooLong(25) };
  return (
    mentionsFault(body) ??
    embedsFault(embeds) ??
    attachmentsFault(attachments) ??
    (isV2 ? layoutFault(components) : rowsFault(components)) ??
    doubleFault(components)
  );
}

/** Of what is posted anew: a field that Discord does not know is not refused, but it is a mistake of ours. */
export function unknownField(body: object): string | undefined {
  return Object.keys(body).find((field) => !FIELDS.has(field));
}

function mentionsFault({ allowed_mentions: allowed = {}, message_reference: reference }: Checked): Fault | undefined {
  const { parse = [], roles = [], users = [] } = allowed;
  if (roles.length > 100 || users.length > 100) return { allowed_mentions: tooLong(100) };
  if ([...roles, ...users].some((id) => !SNOWFLAKE.test(String(id))))
    return { allowed_mentions: wrongType("snowflake") };
  if (parse.includes("roles") && roles.length > 0)
    return {
      allowed_mentions: fault(
        "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
        'parse:["roles"] and roles: [ids...] are mutually exclusive.',
      ),
    };
  if (reference && !SNOWFLAKE.test(String(reference.message_id ?? "")))
    return { message_reference: wrongType("snowflake") };
  return undefined;
}

function attachmentsFault(attachments: NonNullable<Checked["attachments"]>): Fault | undefined {
  if (attachments.length > 10) return { attachments: tooLong(10) };
  const isLong = attachments.some(({ description }) => typeof description === "string" && description.length > 1024);
  return isLong ? { attachments: tooLong(1024) } : undefined;
}

function embedsFault(embeds: readonly Embed[]): Fault | undefined {
  if (embeds.length > 10) return { embeds: tooLong(10) };
  let total = 0;
  for (const [index, embed] of embeds.entries()) {
    const at = (found: Fault): Fault => ({ embeds: { [index]: found } });
    const { footer, author, fields = [], color, timestamp, image } = embed;
    for (const [name, value, limit] of [
      ["title", embed.title, 256],
      ["description", embed.description, 4096],
      ["footer", footer?.text, 2048],
      ["author", author?.name, 256],
    ] as const) {
      if (value === undefined || value === null) continue;
      if (typeof value !== "string") return at({ [name]: wrongType("string") });
      if (value.trim().length > limit) return at({ [name]: tooLong(limit) });
      total += value.trim().length;
    }
    if (color != null && !(Number.isInteger(color) && Number(color) >= 0 && Number(color) <= 0xffffff))
      return at({ color: fault("NUMBER_TYPE_MAX", "int value should be between 0 and 16777215.") });
    if (timestamp != null && Number.isNaN(Date.parse(String(timestamp))))
      return at({ timestamp: wrongType("ISO8601 datetime") });
    if (embed.url != null && !isUrl(String(embed.url), ["http:", "https:"], 2048)) return at({ url: notUrl });
    if (image && !isUrl(String(image.url), ["http:", "https:", "attachment:"], 2048))
      return at({ image: { url: notUrl } });
    if (fields.length > 25) return at({ fields: tooLong(25) });
    for (const { name, value } of fields) {
      if (typeof name !== "string" || typeof value !== "string" || name.trim() === "" || value.trim() === "")
        return at({ fields: required });
      if (name.length > 256 || value.length > 1024) return at({ fields: tooLong(1024) });
      total += name.trim().length + value.trim().length;
    }
    const { title = "", description = "" } = embed;
    if (!title && !description && fields.length === 0 && !image && !footer && !author)
      return at({ description: required });
  }
  return total > 6000
    ? { embeds: fault("MAX_EMBED_SIZE_EXCEEDED", "Embed size exceeds maximum size of 6000") }
    : undefined;
}

const notUrl = fault("URL_TYPE_INVALID_URL", "Not a well formed URL.");

function isUrl(text: string, schemes: readonly string[], limit: number): boolean {
  return text.length <= limit && URL.canParse(text) && schemes.includes(new URL(text).protocol);
}

/** Action rows, as messages had them before components laid them out. */
function rowsFault(rows: readonly Component[]): Fault | undefined {
  if (rows.length > 5) return { components: tooLong(5) };
  for (const row of rows) {
    if (row.type !== ComponentType.ActionRow) return { components: wrongType("an action row") };
    const found = rowFault(row);
    if (found) return found;
  }
  return undefined;
}

function rowFault({ components = [] }: Component): Fault | undefined {
  if (components.length === 0 || components.length > 5) return { components: tooLong(5) };
  for (const button of components) {
    const found = button.type === ComponentType.Button ? buttonFault(button) : undefined;
    if (found) return found;
  }
  return undefined;
}

function buttonFault({ style, custom_id, label = "", url }: Component): Fault | undefined {
  if (label.length > 80) return { label: tooLong(80) };
  if (label === "") return { label: required };
  if (style === ButtonStyle.Link)
    return url === undefined || custom_id !== undefined || !isUrl(url, ["http:", "https:", "discord:"], 512)
      ? { url: notUrl }
      : undefined;
  return !custom_id || custom_id.length > 100 || url !== undefined ? { custom_id: tooLong(100) } : undefined;
}

/** Components that lay out a message (V2): 40 of them, nested ones too, and 4,000 characters. */
function layoutFault(components: readonly Component[]): Fault | undefined {
  const all = [...flat(components)];
  if (all.length > MAX_V2_COMPONENTS) return { components: tooLong(MAX_V2_COMPONENTS) };
  const text = all.reduce(
    (sum, { type, content = "" }) => sum + (type === ComponentType.TextDisplay ? content.length : 0),
    0,
  );
  if (text > MAX_V2_TEXT)
    return { components: fault("COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED", "Displayable text exceeds 4000") };
  for (const component of all) {
    const found = partFault(component);
    if (found) return { components: found };
  }
  return undefined;
}

function* flat(components: readonly Component[]): Generator<Component> {
  for (const component of components) {
    yield component;
    yield* flat([...(component.components ?? []), ...(component.accessory ? [component.accessory] : [])]);
  }
}

function partFault(component: Component): Fault | undefined {
  const { type, content, components = [], items = [], accessory, accent_color: colour } = component;
  switch (type) {
    case ComponentType.TextDisplay:
      return content ? undefined : { content: required };
    case ComponentType.Container:
      if (components.length === 0) return { components: required };
      return colour !== undefined && !(colour >= 0 && colour <= 0xffffff)
        ? { accent_color: wrongType("int") }
        : undefined;
    case ComponentType.Section:
      if (!accessory || components.length === 0 || components.length > 3) return { components: tooLong(3) };
      return components.every((one) => one.type === ComponentType.TextDisplay)
        ? undefined
        : { components: wrongType("text") };
    case ComponentType.MediaGallery:
      if (items.length === 0 || items.length > 10) return { items: tooLong(10) };
      return items.some(
        ({ media, description = "" }) =>
          !isUrl(media?.url ?? "", ["http:", "https:", "attachment:"], 2048) || description.length > 1024,
      )
        ? { items: notUrl }
        : undefined;
    case ComponentType.Thumbnail:
      return isUrl(component.media?.url ?? "", ["http:", "https:", "attachment:"], 2048)
        ? undefined
        : { media: notUrl };
    case ComponentType.ActionRow:
      return rowFault(component);
    case ComponentType.Button:
      return buttonFault(component);
    case ComponentType.Separator:
    case ComponentType.StringSelect:
    case ComponentType.File:
      return undefined;
    default:
      return wrongType("a component");
  }
}

function doubleFault(components: readonly Component[]): Fault | undefined {
  const ids = [...flat(components)].flatMap(({ custom_id }) => custom_id ?? []);
  return new Set(ids).size < ids.length
    ? { components: fault("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated") }
    : undefined;
}
