/** One running bot: its parts put together, a pass over what is due, and a clean end. */
import { randomBytes } from "node:crypto";
import { rmSync, statSync } from "node:fs";
import { join } from "node:path";
import pLimit from "p-limit";
import type { Logger } from "pino";
import { openArchive } from "../archive/archive.ts";
import type { Archive } from "../archive/citation.ts";
import { archiveFiles } from "../archive/files.ts";
import { prunable } from "../archive/prune.ts";
import { check } from "../check/check.ts";
import { isDue } from "../check/due.ts";
import type { Checked, Tools } from "../check/errand.ts";
import { readPdf } from "../check/pdf-thread.ts";
import type { Config } from "../config/load.ts";
import { discordPlaces } from "../config/places.ts";
import type { Channel } from "../deliver/channel.ts";
import type { Cards } from "../deliver/channels/discord/cards.ts";
import type { DiscordPlaces } from "../deliver/channels/discord/places.ts";
import { forPeople, terminalChannel } from "../deliver/channels/terminal.ts";
import { type Drained, Outbox } from "../deliver/outbox.ts";
import { createFetcher, type Fetcher } from "../fetch/fetcher.ts";
import { overall } from "../judge/coverage.ts";
import { decide } from "../judge/decide.ts";
import type { Decision } from "../judge/decision.ts";
import { lookOver } from "../judge/look-over.ts";
import type { Notice } from "../judge/notice.ts";
import { sourceHealth } from "../status/overview.ts";
import { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import type { Ending } from "../time/ending.ts";
import type { InstantText } from "../time/instant.ts";
import { later } from "../time/instant.ts";
import type { Rehearsal } from "../watch/place.ts";
import type { Source, Watch } from "../watch/watch.ts";
import { WAYBACK } from "../wayback/cdx.ts";
import { Saver } from "../wayback/save.ts";

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
  /** Reads pages from elsewhere than the web: a replay. */
  fetcher?: Fetcher | undefined;
  /** Set where a history is played to people on Discord. */
  rehearsal?: Rehearsal | undefined;
  /** Whether what is read is archived; true by default. */
  archives?: boolean | undefined;
}

interface Discord {
  places: DiscordPlaces;
  cards: Cards;
}

export class Bot {
  readonly store: Store;
  #config: Config;
  #tools: Tools;
  readonly #outbox: Outbox;
  readonly #discord: Discord | undefined;
  readonly #saver: Saver | undefined;
  /** Of each watch, one pass at a time: the schedule's, or one that somebody asked for. */
  readonly #turns = new Map<string, ReturnType<typeof pLimit>>();
  /** One at a time, so that none is acted on twice. */
  readonly #deciding = pLimit(1);
  #lastLookAt: InstantText;
  readonly #onChecked: (checked: Checked) => void;

  private constructor(parts: BotParts, store: Store, outbox: Outbox, discord: Discord | undefined) {
    const { config, clock, log } = parts;
    this.store = store;
    this.#config = config;
    this.#outbox = outbox;
    this.#discord = discord;
    this.#saver = saverOf(parts, store);
    this.#lastLookAt = clock.now();
    this.#onChecked = parts.onChecked ?? (() => undefined);
    const { schedule, fetch } = config.settings;
    const fetcher = parts.fetcher ?? createFetcher(fetch, clock);
    this.#tools = { clock, log, store, schedule, fetcher, readPdf, fullRead: fetch.full_read };
  }

  /**
   * @throws {StoreError} when the data is in use by another bot, or too new
   * @throws {ArchiveError} when the archive is not as the store knows it
   */
  static async open(parts: BotParts): Promise<Bot> {
    const store = await Store.open(parts.config.dataDirectory);
    try {
      if (parts.archives ?? true) store.archiveTo(await archiveOf(parts.config, store, parts.clock.now()));
      const discord = await discordOf(parts, store);
      const outbox = new Outbox(store, channelsOf(parts, discord), parts.clock, parts.log);
      return new Bot(parts, store, outbox, discord);
    } catch (error) {
      await store.close();
      throw error;
    }
  }

  /** Goes on under another config: what a person changed between two starts, in a replay. */
  use(config: Pick<Config, "settings" | "watches">): void {
    const { schedule, fetch } = config.settings;
    this.#config = { ...this.#config, ...config };
    this.#tools = { ...this.#tools, schedule, fullRead: fetch.full_read };
  }

  /** Looks at every source that is due (or at all of them), then looks over each watch. */
  async pass(all = false, ending?: Ending): Promise<Pass> {
    const pass: Pass = { checked: [], notices: [] };
    pass.notices.push(...(await this.applyDecisions()));
    const now = this.#tools.clock.now();
    const rows = new Map((await this.store.sources.all()).map((row) => [`${row.watch}/${row.source}`, row]));
    const limit = pLimit(AT_ONCE);
    await Promise.all(
      this.#config.watches.map(async (watch) => {
        const due = watch.sources.filter((source) => all || isDue(rows.get(`${watch.id}/${source.id}`), now));
        const { checked, notices } = await limit(() => this.#passOver(watch, due, ending));
        pass.checked.push(...checked);
        pass.notices.push(...notices);
      }),
    );
    return pass;
  }

  /** Looks at every source of one watch, whether due or not, because a person asked. */
  async lookAt(watch: Watch, ending?: Ending): Promise<Pass> {
    const sources = watch.sources.filter((source) => source.existence === "confirmed");
    return this.#passOver(watch, sources, ending);
  }

  /** The sources of one watch go one after the other: each is judged knowing what the one before it found. */
  async #passOver(watch: Watch, sources: readonly Source[], ending: Ending | undefined): Promise<Pass> {
    const turn = this.#turns.get(watch.id) ?? pLimit(1);
    this.#turns.set(watch.id, turn);
    return turn(async () => {
      const pass: Pass = { checked: [], notices: [] };
      for (const source of sources) {
        if (ending?.begun.aborted) return pass;
        const checked = await this.look(watch, source, newCheckId(), ending?.cut);
        if (!checked) continue;
        pass.checked.push(checked);
        pass.notices.push(...checked.notices);
      }
      if (!ending?.begun.aborted) pass.notices.push(...(await this.lookOver(watch)));
      return pass;
    });
  }

  /** When the last check ended, or the bot was opened. */
  get lastLookAt(): InstantText {
    return this.#lastLookAt;
  }

  /** One check of one source. Undefined when it was cut short. */
  async look(watch: Watch, source: Source, id: string, signal?: AbortSignal): Promise<Checked | undefined> {
    const log = this.#tools.log.child({ check: id });
    const checked = await check({ ...this.#tools, log }, { watch, source, id, signal });
    if (!checked) return undefined;
    this.#lastLookAt = this.#tools.clock.now();
    this.#onChecked(checked);
    return checked;
  }

  /** What no single check can say: the clock, blind sources, the reminder. */
  async lookOver(watch: Watch): Promise<Notice[]> {
    const { clock, schedule } = this.#tools;
    const at = clock.now();
    const memory = await this.store.watches.memory(watch.id);
    const rows = new Map((await this.store.sources.of(watch.id)).map((row) => [row.source, row]));
    const health = watch.sources.map((source) => sourceHealth(source, rows.get(source.id), schedule.patience));
    const reminderEvery = schedule.reminders ? schedule.reminder : undefined;
    const isReminderDue =
      reminderEvery !== undefined && memory.remindedAt !== undefined && later(memory.remindedAt, reminderEvery) <= at;
    const looks =
      isReminderDue && memory.remindedAt
        ? {
            since: memory.remindedAt,
            ...overall(
              await this.store.looks.coverage(
                watch.id,
                health.filter((source) => !source.isConjecture),
                memory.remindedAt,
                at,
              ),
            ),
          }
        : undefined;
    const outlook = lookOver(watch, await this.store.evidence.of(watch.id), memory, health, looks, reminderEvery, at);
    const hasNews = outlook.notices.length > 0 || outlook.toldBlind.length > 0 || outlook.toldRecovered.length > 0;
    if (!hasNews) return [];
    this.#tools.log.debug({ event: "look-over", watch: watch.id }, "recording what was looked over");
    return this.store.record(watch.id, {
      line: { kind: "look-over", at, watch: watch.id, notices: outlook.notices },
      watchMemory: outlook.memory,
      notices: outlook.notices,
      toldBlind: outlook.toldBlind,
      toldRecovered: outlook.toldRecovered,
    });
  }

  /** Acts on what people decided since the last pass. */
  async applyDecisions(): Promise<Notice[]> {
    return this.#deciding(async () => {
      const told: Notice[] = [];
      for (const { id, watch: watchId, ...decision } of await this.store.decisions.open())
        told.push(...(await this.decide(watchId, decision, id)));
      return told;
    });
  }

  /** Acts on one decision; `id` names it where a person left it in the store. */
  async decide(watchId: string, { evidence, decision, by, reason }: Decision, id?: string): Promise<Notice[]> {
    const at = this.#tools.clock.now();
    const watch = this.#config.watches.find((candidate) => candidate.id === watchId);
    const taken = { evidence, decision, by, ...(reason ? { reason } : {}) };
    const judgement = watch && decide(watch, await this.store.evidence.of(watch.id), taken, at);
    return this.store.record(watchId, {
      line: { kind: "decision", at, watch: watchId, ...taken, notices: judgement?.notices },
      evidence: judgement?.evidence,
      notices: judgement?.notices,
      appliedDecision: id,
    });
  }

  /** Sends what is pending, and brings the status cards up to date. */
  async deliver(patience: number, signal?: AbortSignal): Promise<Drained> {
    const drained = await this.#outbox.drain(patience, signal);
    await this.#discord?.cards.refresh(signal);
    return drained;
  }

  /** The places on Discord, where there are any or may be. */
  get places(): DiscordPlaces | undefined {
    return this.#discord?.places;
  }

  /** Has the places that were just set up, or taken down, written to or no longer. */
  followPlaces(): void {
    const open = this.places?.channels ?? [];
    this.#outbox.replace("discord-channel:", open);
  }

  /** Goes on with asking the Wayback Machine for copies, where that is configured. */
  async saveCopies(signal?: AbortSignal): Promise<void> {
    await this.#saver?.drain(signal);
  }

  /** Forgets what the settings say need not be kept. */
  async tidy(): Promise<void> {
    const { settings, dataDirectory } = this.#config;
    const now = this.#tools.clock.now();
    await this.store.looks.forget(later(now, -settings.store.keep_checks));
    const directory = join(dataDirectory, ARCHIVE_FOLDER);
    const files = archiveFiles(directory).map((name) => ({ name, bytes: statSync(join(directory, name)).size }));
    const { citations, cited, restedOn } = await this.store.citations.all();
    const { keep, max_megabytes } = settings.archive;
    const gone = prunable(files, citations, cited, restedOn, { keep, maxBytes: max_megabytes * MEGABYTE }, now);
    // First forgotten, then removed: a crash between leaves a file that goes next time.
    await this.store.citations.forgetFiles(gone);
    for (const name of gone) rmSync(join(directory, name));
    if (gone.length > 0) this.#tools.log.info({ event: "archive-pruned", files: gone }, "removed old archive files");
  }

  async close(): Promise<void> {
    await this.#saver?.close();
    await this.#tools.fetcher.close();
    await this.#outbox.close();
    await this.store.close();
  }
}

export const ARCHIVE_FOLDER = "archive";
const MEGABYTE = 1024 * 1024;

async function archiveOf(config: Config, store: Store, now: InstantText): Promise<Archive> {
  const { file_megabytes, reserve_megabytes } = config.settings.archive;
  const { origins } = config.settings.fetch;
  // A rehearsal's captures must never pass for the publisher's.
  const rehearsal = Object.keys(origins).length > 0 ? { "served-by-stand-ins.json": JSON.stringify(origins) } : {};
  return openArchive(
    {
      directory: join(config.dataDirectory, ARCHIVE_FOLDER),
      maxFileBytes: file_megabytes * MEGABYTE,
      minFreeBytes: reserve_megabytes * MEGABYTE,
      config: { ...config.files, ...rehearsal },
      software: "coming-weeks/0.1",
    },
    await store.citations.end(),
    now,
  );
}

/** Pages of a rehearsal are not the publisher's: nobody is asked to keep them, unless the Wayback Machine is a stand-in too. */
function saverOf({ config: { settings, secrets }, clock, log }: BotParts, store: Store): Saver | undefined {
  const { waybackAccessKey: accessKey, waybackSecretKey: secretKey } = secrets;
  const { origins } = settings.fetch;
  const isRehearsal = Object.keys(origins).length > 0 && !(WAYBACK in origins);
  if (!settings.archive.save_page_now || !accessKey || !secretKey || isRehearsal) return undefined;
  return new Saver(store, settings.fetch, { accessKey, secretKey }, clock, log);
}

function newCheckId(): string {
  return randomBytes(8).toString("hex");
}

/** Loaded only where it is used: discord.js is the largest thing in the house. */
async function discordOf({ config, clock, log, rehearsal }: BotParts, store: Store): Promise<Discord | undefined> {
  const { settings, secrets, watches } = config;
  if (!secrets.discordToken && discordPlaces(settings, secrets).length === 0) return undefined;
  const { DiscordPlaces } = await import("../deliver/channels/discord/places.ts");
  const { Cards } = await import("../deliver/channels/discord/cards.ts");
  const places = await DiscordPlaces.open({ settings, secrets, watches, store, clock, log, rehearsal });
  return { places, cards: new Cards({ places, store, clock, log, patience: settings.schedule.patience }) };
}

function channelsOf({ config, terminal, channels = [] }: BotParts, discord: Discord | undefined): Channel[] {
  const { delivery } = config.settings;
  const takes = (notice: Notice) => delivery.kinds.includes(notice.kind);
  const there = discord?.places.channels ?? [];
  const wantsTerminal =
    terminal !== undefined || delivery.terminal === "on" || (delivery.terminal === "auto" && there.length === 0);
  const { write, show } = terminal ?? { write: (text: string) => process.stdout.write(text), show: forPeople };
  return [...there, ...channels, ...(wantsTerminal ? [terminalChannel(write, show, takes)] : [])];
}
