/**
 * The shards of a connection, as discord.js has them in one process, but for two things: what one packet breaks ends with that packet, and a
 * shard that was to end ends, also one that was just about to connect again.
 */
import {
  managerToFetchingStrategyOptions,
  type SessionInfo,
  SimpleContextFetchingStrategy,
  SimpleShardingStrategy,
  type WebSocketManager,
  WebSocketShard,
  type WebSocketShardDestroyOptions,
  WebSocketShardEvents,
  WebSocketShardStatus,
} from "@discordjs/ws";
import { type GatewayDispatchPayload, type GatewaySendPayload, GatewayDispatchEvents as Packets } from "discord.js";
import { type Answerable, mended } from "./packets.ts";

/** What a connection is made of before it is ready; the rest waits until it is. */
const OPENING: readonly unknown[] = [Packets.Ready, Packets.Resumed, Packets.GuildCreate, Packets.GuildDelete];
/** Packets that wait; no more come while a connection begins. */
const MOST_WAITING = 10_000;

export interface PacketWatch {
  isReady: () => boolean;
  application: () => string | undefined;
  /** A packet broke what listens to it, or nobody knows what it is. */
  onStrange: (answerable: Answerable | undefined, error: unknown) => void;
  /** Aborted at the connection's end. */
  ended: AbortSignal;
}

/** What a shard asks before it connects and before it begins a session; nothing any more once it was ended. */
class Permit extends SimpleContextFetchingStrategy {
  isOver: () => boolean = () => false;

  override async retrieveSessionInfo(shardId: number): Promise<SessionInfo | null> {
    return this.isOver() ? never() : super.retrieveSessionInfo(shardId);
  }

  override async waitForIdentify(shardId: number, signal: AbortSignal): Promise<void> {
    await super.waitForIdentify(shardId, signal);
    if (this.isOver()) await never();
  }
}

/** Held by nobody, and so forgotten with whatever waits for it. */
function never(): Promise<never> {
  return new Promise(() => undefined);
}

export class Shards extends SimpleShardingStrategy {
  readonly #manager: WebSocketManager;
  readonly #watch: PacketWatch;
  readonly #shards = new Map<number, WebSocketShard>();
  #waiting: { data: GatewayDispatchPayload; shardId: number }[] = [];

  constructor(manager: WebSocketManager, watch: PacketWatch) {
    super(manager);
    this.#manager = manager;
    this.#watch = watch;
  }

  override async spawn(ids: number[]): Promise<void> {
    const options = await managerToFetchingStrategyOptions(this.#manager);
    for (const shardId of ids) {
      const permit = new Permit(this.#manager, options);
      const shard = new WebSocketShard(permit, shardId);
      permit.isOver = () => this.#watch.ended.aborted || this.#shards.get(shardId) !== shard;
      for (const event of Object.values(WebSocketShardEvents))
        shard.on(event, (payload: unknown) => {
          if (!permit.isOver()) this.#hear(event, payload as object, shardId);
          else if (event === WebSocketShardEvents.Hello) void shard.destroy();
        });
      this.#shards.set(shardId, shard);
    }
  }

  #hear(event: WebSocketShardEvents, payload: object, shardId: number): void {
    try {
      if (event === WebSocketShardEvents.Dispatch) this.#take((payload as Dispatched).data, shardId);
      else this.#manager.emit(event, { ...payload, shardId } as never);
    } catch (error) {
      this.#watch.onStrange(undefined, error);
    }
  }

  #take(data: GatewayDispatchPayload, shardId: number): void {
    if (this.#watch.isReady() || OPENING.includes(data.t)) this.#pass(data, shardId);
    else if (this.#waiting.length < MOST_WAITING) this.#waiting.push({ data, shardId });
  }

  /** Passes on what waited until the connection was ready. */
  release(): void {
    const waited = this.#waiting;
    this.#waiting = [];
    for (const { data, shardId } of waited) this.#pass(data, shardId);
  }

  #pass(said: GatewayDispatchPayload, shardId: number): void {
    const { packet, answerable, isKnown } = mended(said, this.#watch.application()) ?? {};
    try {
      if (!packet || !isKnown) throw new Error(`a packet that nobody knows: ${String(said.t).slice(0, 50)}`);
      this.#manager.emit(WebSocketShardEvents.Dispatch, { data: packet, shardId });
    } catch (error) {
      this.#watch.onStrange(answerable, error);
    }
  }

  override async connect(): Promise<void> {
    if (this.#watch.ended.aborted) throw new Error("the connection was ended");
    await Promise.all([...this.#shards.values()].map((shard) => shard.connect()));
  }

  override async destroy(options?: Omit<WebSocketShardDestroyOptions, "recover">): Promise<void> {
    const ending = [...this.#shards.values()];
    this.#shards.clear();
    // One that is just connecting can be closed once it is greeted.
    const open = ending.filter(({ status }) => status !== WebSocketShardStatus.Connecting);
    await Promise.all(open.map((shard) => shard.destroy(options)));
  }

  override async send(shardId: number, payload: GatewaySendPayload): Promise<void> {
    await this.#shards.get(shardId)?.send(payload);
  }
}

type Dispatched = { data: GatewayDispatchPayload };
