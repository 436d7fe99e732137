/**
 * Discord's gateway as its documentation describes it: HELLO, IDENTIFY, READY, heartbeats, RESUME with the events that were
 * missed, RECONNECT, INVALID_SESSION, close codes; and interactions, whose answers come back over REST.
 */
import type { Server } from "node:http";
import { GatewayCloseCodes, GatewayOpcodes, InteractionResponseType, MessageFlags } from "discord.js";
import { type WebSocket, WebSocketServer } from "ws";
import { APPLICATION, CHANNEL, GUILD, TOKEN } from "./ids.ts";

/** How the bot answered an interaction. */
interface Answer {
  type: InteractionResponseType;
  isEphemeral: boolean;
  /** Whether it was first deferred. */
  isDeferred: boolean;
  milliseconds: number;
  body: {
    content?: string;
    embeds?: {
      title?: string;
      description?: string;
      fields?: { name: string; value: string }[];
      image?: { url: string };
    }[];
    components?: unknown[];
    choices?: { name: string; value: string }[];
    custom_id?: string;
    title?: string;
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
}

export interface Gateway {
  about(): object;
  /** Sessions that were begun, and resumed. */
  identified: number;
  resumed: number;
  /** The intents that were asked for. */
  intents: number;
  /** Whether somebody is connected and ready. */
  isReady(): boolean;
  /** Resolves at the next READY or RESUMED. */
  whenReady(): Promise<void>;
  /** A slash command. */
  command(name: string, options?: object[], asking?: Asking): Promise<Answer>;
  autocomplete(name: string, option: string, value: string): Promise<Answer>;
  button(customId: string, asking?: Asking): Promise<Answer>;
  modal(customId: string, fields: Record<string, string>, asking?: Asking): Promise<Answer>;
  /** Asks to reconnect (op 7), calls the session invalid (op 9), breaks the connection, or closes it with a code. */
  reconnect(): void;
  invalidate(isResumable: boolean): void;
  drop(): void;
  closeWith(code: GatewayCloseCodes): void;
  /** From now on, refuses connections, or takes them again. */
  refuse(isRefusing: boolean): void;
  /** From now on, closes with 4014 whoever identifies. */
  disallowIntents(): void;
  takeCallback(token: string, body: object, files: Record<string, Buffer>): boolean;
  takeEdit(token: string, body: object, files: Record<string, Buffer>): boolean;
  close(): void;
}

/** What the gateway needs of the rest of the stand-in. */
export interface GatewayPlace {
  isTokenGood: () => boolean;
  nextId: () => string;
  permissions: () => bigint;
  roles: () => object[];
  channels: () => object[];
}

interface Open {
  began: number;
  deferred: { isEphemeral: boolean; type: InteractionResponseType } | undefined;
  settle: (answer: Answer) => void;
}

export function createGateway(server: Server, address: string, place: GatewayPlace): Gateway {
  const { isTokenGood, nextId } = place;
  const sockets = new WebSocketServer({ noServer: true });
  const open = new Map<string, Open>();
  const waiting: (() => void)[] = [];
  const missed: { t: string; s: number; d: unknown }[] = [];
  let socket: WebSocket | undefined;
  let isReady = false;
  let isRefusing = false;
  let areIntentsDisallowed = false;
  let sequence = 0;
  let session = "";

  server.on("upgrade", (request, stream, head) => {
    if (isRefusing) return stream.destroy();
    sockets.handleUpgrade(request, stream, head, (connected) => greet(connected));
  });

  const say = (to: WebSocket, op: GatewayOpcodes, d: unknown = null) => to.send(JSON.stringify({ op, d }));
  const dispatch = (t: string, d: unknown) => {
    const event = { t, s: ++sequence, d };
    missed.push(event);
    if (isReady || t === "READY" || t === "RESUMED") socket?.send(JSON.stringify({ op: 0, ...event }));
  };
  const ready = () => {
    isReady = true;
    for (const done of waiting.splice(0)) done();
  };

  function greet(connected: WebSocket): void {
    socket = connected;
    isReady = false;
    say(connected, GatewayOpcodes.Hello, { heartbeat_interval: 41_250 });
    connected.on("close", () => {
      if (socket === connected) isReady = false;
    });
    connected.on("message", (text) => {
      const { op, d } = JSON.parse(text.toString());
      if (op === GatewayOpcodes.Heartbeat) say(connected, GatewayOpcodes.HeartbeatAck);
      if (op === GatewayOpcodes.Identify) identify(connected, d);
      if (op === GatewayOpcodes.Resume) resume(connected, d);
    });
  }

  function identify(connected: WebSocket, { token, intents }: { token: string; intents: number }): void {
    gateway.intents = intents;
    if (token !== TOKEN || !isTokenGood()) {
      connected.close(GatewayCloseCodes.AuthenticationFailed);
      return;
    }
    if (areIntentsDisallowed) {
      connected.close(GatewayCloseCodes.DisallowedIntents);
      return;
    }
    gateway.identified += 1;
    session = nextId();
    sequence = 0;
    missed.length = 0;
    dispatch("READY", {
      v: 10,
      user: { id: APPLICATION, username: "coming-weeks", discriminator: "0000", avatar: null, bot: true },
      guilds: [{ id: GUILD, unavailable: true }],
      session_id: session,
      resume_gateway_url: address,
      application: { id: APPLICATION, flags: 0 },
    });
    isReady = true;
    dispatch("GUILD_CREATE", guild(place));
    ready();
  }

  function resume(
    connected: WebSocket,
    { token, session_id, seq }: { token: string; session_id: string; seq: number },
  ): void {
    if (token !== TOKEN || !isTokenGood()) {
      connected.close(GatewayCloseCodes.AuthenticationFailed);
      return;
    }
    if (session_id !== session) {
      say(connected, GatewayOpcodes.InvalidSession, false);
      return;
    }
    gateway.resumed += 1;
    for (const event of missed.filter(({ s }) => s > seq)) connected.send(JSON.stringify({ op: 0, ...event }));
    dispatch("RESUMED", {});
    ready();
  }

  function interact(type: number, data: object, asking: Asking = {}): Promise<Answer> {
    const { locale = "en-GB", permissions = 0n, person = "623456789012345678", name = "ana", roles = [] } = asking;
    const token = `interaction-${nextId()}`;
    const answered = new Promise<Answer>((settle) => {
      open.set(token, { began: performance.now(), deferred: undefined, settle });
    });
    dispatch("INTERACTION_CREATE", {
      id: nextId(),
      application_id: APPLICATION,
      type,
      data,
      guild_id: asking.guild ?? GUILD,
      channel_id: asking.channel ?? CHANNEL,
      channel: { id: asking.channel ?? CHANNEL, type: 0, name: "watch", permissions: "0" },
      member: {
        user: { id: person, username: name, discriminator: "0", avatar: null, global_name: name },
        roles,
        joined_at: "2021-01-01T00:00:00Z",
        permissions: permissions.toString(),
        deaf: false,
        mute: false,
        flags: 0,
      },
      ...(type === MESSAGE_COMPONENT ? { message: pressed(asking.message?.id ?? nextId()) } : {}),
      token,
      version: 1,
      locale,
      guild_locale: "en-US",
      app_permissions: place.permissions().toString(),
      entitlements: [],
      authorizing_integration_owners: {},
      attachment_size_limit: 10_485_760,
    });
    return answered;
  }

  const gateway: Gateway = {
    identified: 0,
    resumed: 0,
    intents: 0,
    about: () => ({
      url: address,
      shards: 1,
      session_start_limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
    }),
    isReady: () => isReady,
    whenReady: () =>
      isReady
        ? Promise.resolve()
        : new Promise((resolve) => {
            waiting.push(resolve);
          }),
    command: (name, options = [], asking = {}) => interact(2, { id: nextId(), name, type: 1, options }, asking),
    autocomplete: (name, option, value) =>
      interact(4, { id: nextId(), name, type: 1, options: [{ name: option, type: 3, value, focused: true }] }),
    button: (customId, asking = {}) => interact(3, { custom_id: customId, component_type: 2 }, asking),
    modal: (customId, fields, asking = {}) =>
      interact(
        5,
        {
          custom_id: customId,
          components: Object.entries(fields).map(([id, value]) => ({
            type: 1,
            components: [{ type: 4, custom_id: id, value }],
          })),
        },
        asking,
      ),
    reconnect: () => socket && say(socket, GatewayOpcodes.Reconnect),
    invalidate: (isResumable) => socket && say(socket, GatewayOpcodes.InvalidSession, isResumable),
    drop: () => socket?.terminate(),
    closeWith: (code) => socket?.close(code),
    refuse: (refusing) => {
      isRefusing = refusing;
    },
    disallowIntents: () => {
      areIntentsDisallowed = true;
    },
    takeCallback: (token, body, files) => {
      const found = open.get(token);
      if (!found) return false;
      const { type, data = {} } = body as { type: InteractionResponseType; data?: Answer["body"] & { flags?: number } };
      const isEphemeral = ((data.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
      const isDeferral =
        type === InteractionResponseType.DeferredChannelMessageWithSource ||
        type === InteractionResponseType.DeferredMessageUpdate;
      if (isDeferral) found.deferred = { isEphemeral, type };
      else settle(token, found, { type, isEphemeral, body: data, files });
      return true;
    },
    takeEdit: (token, body, files) => {
      const found = open.get(token);
      if (!found?.deferred) return false;
      settle(token, found, { ...found.deferred, body, files });
      return true;
    },
    close: () => {
      sockets.close();
      for (const client of sockets.clients) client.terminate();
    },
  };

  function settle(token: string, found: Open, answer: Pick<Answer, "type" | "isEphemeral" | "body" | "files">): void {
    found.settle({
      ...answer,
      isDeferred: found.deferred !== undefined,
      milliseconds: performance.now() - found.began,
    });
    // A token lives on for follow-ups, but nobody waits any more.
    open.set(token, { ...found, settle: () => undefined });
  }

  return gateway;
}

const MESSAGE_COMPONENT = 3;

/** The message whose button was pressed, as far as anybody looks at it. */
function pressed(id: string): object {
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

function guild({ roles, channels }: GatewayPlace): object {
  return {
    id: GUILD,
    name: "A server",
    owner_id: "623456789012345670",
    roles: roles(),
    emojis: [],
    features: [],
    channels: channels(),
    members: [],
    threads: [],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    stickers: [],
    unavailable: false,
    member_count: 2,
    preferred_locale: "en-US",
  };
}
