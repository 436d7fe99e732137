/**
 * Discord's gateway as its documentation describes it: HELLO, IDENTIFY, READY, heartbeats, RESUME with the events that were missed, RECONNECT,
 * INVALID_SESSION, close codes, shards, and so many identifies a day.
 */
import type { Server } from "node:http";
import { GatewayCloseCodes, GatewayOpcodes } from "discord.js";
import { type WebSocket, WebSocketServer } from "ws";
import { APPLICATION, GUILD, TOKEN } from "./ids.ts";
import { createInteractions, type Interactions } from "./interactions.ts";

export interface Gateway extends Interactions {
  about(): object;
  /** Sessions that were begun, and resumed. */
  identified: number;
  resumed: number;
  /** The shards and their number, as each identify named them. */
  shards: [number, number][];
  /** The intents that were asked for. */
  intents: number;
  /** How many shards Discord asks for: with fewer, it closes with 4011. What it says of that, where it is another number. */
  needed: number;
  recommended: number | undefined;
  /** What is left of the day's identifies, when there are more again, and how many at once are taken, by Discord's pace. */
  limit: { total: number; remaining: number; reset_after: number; max_concurrency: number };
  /** Milliseconds. */
  heartbeat: number;
  /** Servers that the bot is on besides the one. */
  servers: number;
  /** Answers no heartbeat any more: the connection is there, and nobody at its other end. */
  isDeaf: boolean;
  /** Every new session is invalid at once (op 9), or resuming never is. */
  refuses: "nothing" | "sessions" | "resuming";
  /** Whether somebody is connected and ready. */
  isReady(): boolean;
  /** Resolves at the next READY or RESUMED. */
  whenReady(): Promise<void>;
  /** How many connections are open. */
  connections(): number;
  /** Sends anything to whoever listens. */
  raw(text: string): void;
  event(t: string, d: unknown): void;
  /** Asks to reconnect (op 7), calls the session invalid (op 9), breaks the connection, or closes it with a code. */
  reconnect(): void;
  invalidate(isResumable: boolean): void;
  drop(): void;
  closeWith(code: number): void;
  /** From now on, refuses connections, or takes them again. */
  refuse(isRefusing: boolean): void;
  /** From now on, closes with 4014 whoever identifies. */
  disallowIntents(): void;
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

interface Session {
  id: string;
  shard: number;
  sequence: number;
  missed: { t: string; s: number; d: unknown }[];
  socket: WebSocket;
  isReady: boolean;
}

export function createGateway(server: Server, address: string, place: GatewayPlace): Gateway {
  const { isTokenGood, nextId } = place;
  const sockets = new WebSocketServer({ noServer: true });
  const waiting: (() => void)[] = [];
  /** The newest of each shard. */
  const sessions = new Map<number, Session>();
  let newest: WebSocket | undefined;
  let isRefusing = false;
  let areIntentsDisallowed = false;
  let expected = 1;

  server.on("upgrade", (request, stream, head) => {
    if (isRefusing) return stream.destroy();
    sockets.handleUpgrade(request, stream, head, (connected) => greet(connected));
  });

  const say = (to: WebSocket, op: GatewayOpcodes, d: unknown = null) => to.send(JSON.stringify({ op, d }));
  const isReady = () => sessions.size >= expected && [...sessions.values()].every((session) => session.isReady);
  const ready = () => {
    if (isReady()) for (const done of waiting.splice(0)) done();
  };

  function dispatch(session: Session, t: string, d: unknown): void {
    const event = { t, s: ++session.sequence, d };
    session.missed.push(event);
    if (session.isReady || t === "READY" || t === "RESUMED") session.socket.send(JSON.stringify({ op: 0, ...event }));
  }

  function greet(connected: WebSocket): void {
    newest = connected;
    say(connected, GatewayOpcodes.Hello, { heartbeat_interval: gateway.heartbeat });
    const own = () => [...sessions.values()].find(({ socket }) => socket === connected);
    connected.on("close", () => {
      const session = own();
      if (session) session.isReady = false;
    });
    connected.on("message", (text) => {
      const { op, d } = JSON.parse(text.toString());
      if (op === GatewayOpcodes.Heartbeat && !gateway.isDeaf) say(connected, GatewayOpcodes.HeartbeatAck);
      if (op === GatewayOpcodes.Identify) identify(connected, d);
      if (op === GatewayOpcodes.Resume) resume(connected, d);
    });
  }

  function identify(connected: WebSocket, { token, intents, shard = [0, 1] }: Identify) {
    gateway.intents = intents;
    if (token !== TOKEN || !isTokenGood()) return connected.close(GatewayCloseCodes.AuthenticationFailed);
    gateway.identified += 1;
    gateway.limit.remaining -= 1;
    gateway.shards.push(shard);
    const [id, count] = shard;
    if (areIntentsDisallowed) return connected.close(GatewayCloseCodes.DisallowedIntents);
    if (count < gateway.needed) return connected.close(GatewayCloseCodes.ShardingRequired);
    if (gateway.refuses === "sessions") return say(connected, GatewayOpcodes.InvalidSession, false);
    if (count !== expected) sessions.clear();
    expected = count;
    const session = { id: nextId(), shard: id, sequence: 0, missed: [], socket: connected, isReady: false };
    sessions.set(id, session);
    const isFirst = id === shardOf(GUILD, count);
    const others = Array.from({ length: gateway.servers }, (_, at) => String(700_000_000_000_000_000n + BigInt(at)));
    const guilds = [...(isFirst ? [GUILD] : []), ...others.filter((guild) => id === shardOf(guild, count))];
    dispatch(session, "READY", {
      v: 10,
      user: { id: APPLICATION, username: "coming-weeks", discriminator: "0000", avatar: null, bot: true },
      guilds: guilds.map((guild) => ({ id: guild, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: address,
      application: { id: APPLICATION, flags: 0 },
    });
    session.isReady = true;
    for (const guild of guilds) dispatch(session, "GUILD_CREATE", aboutGuild(place, guild));
    ready();
  }

  function resume(connected: WebSocket, { token, session_id, seq }: Resume) {
    if (token !== TOKEN || !isTokenGood()) return connected.close(GatewayCloseCodes.AuthenticationFailed);
    const session = [...sessions.values()].find(({ id }) => id === session_id);
    if (!session || gateway.refuses === "resuming") return say(connected, GatewayOpcodes.InvalidSession, false);
    gateway.resumed += 1;
    session.socket = connected;
    for (const event of session.missed.filter(({ s }) => s > seq)) connected.send(JSON.stringify({ op: 0, ...event }));
    dispatch(session, "RESUMED", {});
    session.isReady = true;
    ready();
  }

  const interactions = createInteractions((d, guild) => {
    const session = sessions.get(shardOf(guild, expected));
    if (session) dispatch(session, "INTERACTION_CREATE", d);
  }, place);

  const gateway: Gateway = Object.assign(interactions, {
    identified: 0,
    resumed: 0,
    shards: [],
    intents: 0,
    needed: 1,
    recommended: undefined,
    limit: { total: 1000, remaining: 999, reset_after: 86_400_000, max_concurrency: 1 },
    heartbeat: 41_250,
    servers: 0,
    isDeaf: false,
    refuses: "nothing" as const,
    about: () => ({
      url: address,
      shards: gateway.recommended ?? gateway.needed,
      session_start_limit: gateway.limit,
    }),
    isReady,
    whenReady: () =>
      isReady()
        ? Promise.resolve()
        : new Promise<void>((resolve) => {
            waiting.push(resolve);
          }),
    connections: () => sockets.clients.size,
    raw: (text: string) => newest?.send(text),
    event: (t: string, d: unknown) => {
      for (const session of sessions.values()) dispatch(session, t, d);
    },
    reconnect: () => newest && say(newest, GatewayOpcodes.Reconnect),
    invalidate: (isResumable: boolean) => newest && say(newest, GatewayOpcodes.InvalidSession, isResumable),
    drop: () => newest?.terminate(),
    closeWith: (code: number) => newest?.close(code),
    refuse: (refusing: boolean) => {
      isRefusing = refusing;
    },
    disallowIntents: () => {
      areIntentsDisallowed = true;
    },
    close: () => {
      sockets.close();
      for (const client of sockets.clients) client.terminate();
    },
  });
  return gateway;
}

type Identify = { token: string; intents: number; shard?: [number, number] };
type Resume = { token: string; session_id: string; seq: number };

/** Discord's documentation, "Sharding Formula". */
function shardOf(guild: string, count: number): number {
  return Number((BigInt(guild) >> 22n) % BigInt(count));
}

function aboutGuild({ roles, channels }: GatewayPlace, id: string): object {
  return {
    id,
    name: "A server",
    owner_id: "623456789012345670",
    roles: id === GUILD ? roles() : [],
    emojis: [],
    features: [],
    channels: id === GUILD ? channels() : [],
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
