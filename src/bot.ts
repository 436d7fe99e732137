/** One running bot: its parts put together, a pass over what is due, and a clean end. */
import pLimit from "p-limit";
import type { Logger } from "pino";
import { check } from "./check.ts";
import { type Clock, later } from "./clock.ts";
import type { Config } from "./config/load.ts";
import type { Source, Watch } from "./config/watch.ts";
import type { Channel } from "./deliver/channel.ts";
import { type Drained, Outbox } from "./deliver/outbox.ts";
import { forPeople, terminalChannel } from "./deliver/terminal.ts";
import type { Ending } from "./ending.ts";
import { createFetcher } from "./fetch/fetcher.ts";
import { decide } from "./judge/judge.ts";
import { lookOver, type SourceHealth } from "./judge/look-over.ts";
import type { Notice } from "./judge/notice.ts";
import type { InstantText } from "./language/civil-date.ts";
import { isDue } from "./schedule/due.ts";
import type { SourceRow } from "./store/database.ts";
import { Store } from "./store/store.ts";
import type { Checked, Tools } from "./walk.ts";

/** Sources read at the same time; one host is asked one thing at a time whatever this is. */
const AT_ONCE = 8;

export interface Pass {
  checked: Checked[];
  notices: Notice[];
}

export interface BotParts {
  config: Config;
  clock: Clock;
  log: Logger;
  /** Where the terminal channel writes, and how it shows a notice; a plain message on stdout by default. */
  terminal?: { write: (text: string) => void; show: (notice: Notice) => string } | undefined;
  /** Channels besides the configured ones. */
  channels?: readonly Channel[];
  /** Called as each source has been checked. */
  onChecked?: (checked: Checked) => void;
}

export class Bot {
  readonly store: Store;
  readonly #config: Config;
  readonly #tools: Tools;
  readonly #outbox: Outbox;
  #lastLookAt: InstantText;
  readonly #onChecked: (checked: Checked) => void;

  private constructor(parts: BotParts, store: Store, outbox: Outbox) {
    const { config, clock, log } = parts;
    this.store = store;
    this.#config = config;
    this.#outbox = outbox;
    this.#lastLookAt = clock.now();
    this.#onChecked = parts.onChecked ?? (() => undefined);
    const { schedule, fetch } = config.settings;
    this.#tools = { clock, log, store, schedule, fetcher: createFetcher(fetch, clock), fullRead: fetch.full_read };
  }

  /** @throws {StoreError} when the data is in use by another bot, or too new */
  static async open(parts: BotParts): Promise<Bot> {
    const store = await Store.open(parts.config.dataDirectory);
    const channels = await configuredChannels(parts);
    return new Bot(parts, store, new Outbox(store, channels, parts.clock, parts.log));
  }

  /** Looks at every source that is due (or at all of them), then looks over each watch. */
  async pass(all = false, ending?: Ending): Promise<Pass> {
    const pass: Pass = { checked: [], notices: [] };
    pass.notices.push(...(await this.applyDecisions()));
    const now = this.#tools.clock.now();
    const rows = new Map((await this.store.allSources()).map((row) => [`${row.watch}/${row.source}`, row]));
    const limit = pLimit(AT_ONCE);
    await Promise.all(
      this.#config.watches.map(async (watch) => {
        const due = watch.sources.filter((source) => all || isDue(rows.get(`${watch.id}/${source.id}`), now));
        // The sources of one watch go one after the other: each is judged knowing what the one before it found.
        await limit(async () => {
          for (const source of due) await this.#checkOne(watch, source, pass, ending);
        });
        if (!ending?.begun.aborted) pass.notices.push(...(await this.#lookOver(watch)));
      }),
    );
    return pass;
  }

  /** When the last check ended, or the bot was opened. */
  get lastLookAt(): InstantText {
    return this.#lastLookAt;
  }

  async #checkOne(watch: Watch, source: Source, pass: Pass, ending: Ending | undefined): Promise<void> {
    if (ending?.begun.aborted) return;
    const { log } = this.#tools;
    const checked = await check(
      { ...this.#tools, log: log.child({ check: crypto.randomUUID().slice(0, 8) }) },
      watch,
      source,
      ending?.cut,
    );
    if (!checked) return;
    this.#lastLookAt = this.#tools.clock.now();
    pass.checked.push(checked);
    pass.notices.push(...checked.notices);
    this.#onChecked(checked);
  }

  async #lookOver(watch: Watch): Promise<Notice[]> {
    const { clock, schedule } = this.#tools;
    const at = clock.now();
    const memory = await this.store.watchMemory(watch.id);
    const rows = new Map((await this.store.sources(watch.id)).map((row) => [row.source, row]));
    const health = watch.sources.map((source) => sourceHealth(source, rows.get(source.id), schedule.patience));
    const reminderEvery = schedule.reminders ? schedule.reminder : undefined;
    const isReminderDue =
      reminderEvery !== undefined && memory.remindedAt !== undefined && later(memory.remindedAt, reminderEvery) <= at;
    const looks =
      isReminderDue && memory.remindedAt
        ? await this.store.looks(
            watch.id,
            health.filter((source) => !source.isConjecture).map((source) => source.id),
            memory.remindedAt,
            at,
          )
        : undefined;
    const outlook = lookOver(watch, await this.store.evidence(watch.id), memory, health, looks, reminderEvery, at);
    const hasNews = outlook.notices.length > 0 || outlook.toldBlind.length > 0 || outlook.toldRecovered.length > 0;
    if (!hasNews) return [];
    this.#tools.log.debug({ event: "look-over", watch: watch.id }, "recording what was looked over");
    return this.store.record(watch.id, {
      watchMemory: outlook.memory,
      notices: outlook.notices,
      toldBlind: outlook.toldBlind,
      toldRecovered: outlook.toldRecovered,
    });
  }

  /** Acts on what people decided since the last pass. */
  async applyDecisions(): Promise<Notice[]> {
    const told: Notice[] = [];
    for (const decision of await this.store.openDecisions()) {
      const watch = this.#config.watches.find((candidate) => candidate.id === decision.watch);
      const judgement = watch
        ? decide(watch, await this.store.evidence(watch.id), decision, this.#tools.clock.now())
        : undefined;
      told.push(
        ...(await this.store.record(decision.watch, {
          evidence: judgement?.evidence,
          notices: judgement?.notices,
          appliedDecision: decision.id,
        })),
      );
    }
    return told;
  }

  async deliver(patience: number, signal?: AbortSignal): Promise<Drained> {
    return this.#outbox.drain(patience, signal);
  }

  /** Forgets what the settings say need not be kept. */
  async tidy(): Promise<void> {
    await this.store.forgetChecks(later(this.#tools.clock.now(), -this.#config.settings.store.keep_checks));
  }

  async close(): Promise<void> {
    await this.#tools.fetcher.close();
    await this.#outbox.close();
    await this.store.close();
  }
}

async function configuredChannels({ config, terminal, channels = [] }: BotParts): Promise<Channel[]> {
  const { delivery } = config.settings;
  const takes = (notice: Notice) => delivery.kinds.includes(notice.kind);
  const hasDiscord = config.secrets.discordWebhookUrl !== undefined || config.secrets.discordToken !== undefined;
  // Loaded only where it is used: discord.js is the largest thing in the house.
  const discord = hasDiscord
    ? (await import("./deliver/discord.ts")).discordChannels(config.secrets, delivery.mention_role, takes)
    : [];
  const wantsTerminal =
    terminal !== undefined || delivery.terminal === "on" || (delivery.terminal === "auto" && discord.length === 0);
  const { write, show } = terminal ?? { write: (text: string) => process.stdout.write(text), show: forPeople };
  return [...discord, ...channels, ...(wantsTerminal ? [terminalChannel(write, show, takes)] : [])];
}

export function sourceHealth(source: Source, row: SourceRow | undefined, patience: number): SourceHealth {
  return {
    id: source.id,
    name: source.name ?? source.id,
    url: source.url,
    isConjecture: source.existence === "likely" && row?.good_at == null,
    checkedAt: row?.checked_at ?? undefined,
    goodAt: row?.good_at ?? undefined,
    failingSince: row?.failing_since ?? undefined,
    problem: (row?.problem ?? undefined) as SourceHealth["problem"],
    detail: row?.detail ?? "",
    patience: source.patience ?? patience,
    toldBlindAt: row?.told_blind_at ?? undefined,
    recovered: row?.recovered_since ? { since: row.recovered_since, changes: row.recovered_changes ?? 0 } : undefined,
  };
}
