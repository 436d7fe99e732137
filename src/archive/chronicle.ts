/**
 * What the journals of one or of several bots tell, as one account: step by step in the order in which they were taken. Of
 * each record only its place is kept; it is read when its turn comes.
 */
import type { InstantText } from "../time/instant.ts";
import { CONFIG_URI, isConfig, isTold, type JournalLine, MAX_JOURNAL, readLines, type Told } from "./journal.ts";
import type { ArchivedRecord } from "./record.ts";
import { LARGEST, MORE_MEMORY, type Room } from "./room.ts";
import { ArchiveError, type KeptFile } from "./source.ts";
import { readRecordAt } from "./warc.ts";

/** From here on, these config files hold: name → text. */
export interface HeldConfig {
  kind: "config";
  at: InstantText;
  /** The WARC file that holds them. */
  file: string;
  files: Record<string, string>;
}

interface Place {
  file: KeptFile;
  offset: number;
  length: number;
}

/** A record of the journal. */
interface Account extends Place {
  /** Of its first step that has one. Those without come first. */
  order: number;
  /** The config records that held when it was written: always the same list where they say the same. */
  config: readonly Place[];
}

/** What the config files in force at one time may hold together. */
const MAX_CONFIG = 16 * 1024 * 1024;
const WITHOUT_ORDER = -1;

export class Chronicle {
  readonly #room: Room;
  readonly #accounts: Account[] = [];
  readonly #unfinished = new Set<string>();
  /** What configs say → their records. */
  readonly #configs = new Map<string, readonly Place[]>();
  #config: readonly Place[] = [];
  /** The config that is being gone through: its records so far, and what they say. */
  #begun: { file: string; places: Place[]; says: string } | undefined;
  /** Whether any bot's account was found. */
  hasBegun = false;

  constructor(room: Room) {
    this.#room = room;
  }

  /** Notes a record of a journal or of a config: file by file, in the order in which they stand there. */
  add(record: ArchivedRecord, keptIn: KeptFile): void {
    const { file, offset, length } = record;
    const place = { file: keptIn, offset, length };
    this.hasBegun = true;
    if (isConfig(record)) {
      // Config records that follow one another in a file are one config.
      if (this.#begun?.file !== file) this.#begun = { file, places: [], says: "" };
      this.#begun.places.push(place);
      const digest = record.doubts.length === 0 ? record.fields["warc-payload-digest"] : undefined;
      this.#begun.says += `${record.url} ${digest ?? `${file} ${offset}`}\n`;
      return;
    }
    if (this.#begun) this.#config = this.#known(this.#begun);
    this.#begun = undefined;
    for (const step of unfinishedIn(record)) {
      this.#room.take(file, step);
      this.#unfinished.add(step);
    }
    this.#accounts.push({ ...place, order: firstOrder(record), config: this.#config });
  }

  #known({ file, places, says }: { file: string; places: Place[]; says: string }): readonly Place[] {
    const known = this.#configs.get(says);
    if (known) return known;
    this.#room.take(file, says);
    this.#configs.set(says, places);
    return places;
  }

  /** Those steps that were concluded, each after the config that held where it was taken. */
  async *tell(): AsyncGenerator<Told | HeldConfig> {
    let held: readonly Place[] = [];
    for await (const { telling, until } of turns(this.#accounts.toSorted((a, b) => a.order - b.order)))
      for (; telling.next && telling.order <= until; goOn(telling)) {
        const { next: line, config } = telling;
        if (!isTold(line) || ("id" in line && line.id !== undefined && this.#unfinished.has(line.id))) continue;
        if (config !== held) yield await readConfig(config);
        held = config;
        yield line;
      }
  }
}

/** A record whose lines are being told, and the next of them. */
interface Telling {
  lines: Iterator<JournalLine>;
  next: JournalLine | undefined;
  order: number;
  config: readonly Place[];
  bytes: number;
}

/** Whose turn it is, and up to which order: records begin one after the other, and overlap where several bots wrote at a time. */
async function* turns(accounts: readonly Account[]): AsyncGenerator<{ telling: Telling; until: number }> {
  let tellings: Telling[] = [];
  for (const account of [...accounts, undefined]) {
    const begins = account?.order ?? Number.POSITIVE_INFINITY;
    for (let first = earliest(tellings); first && first.order <= begins; first = earliest(tellings)) {
      const others = tellings.filter((telling) => telling !== first);
      yield { telling: first, until: Math.min(begins, ...others.map(({ order }) => order)) };
      if (!first.next) tellings = others;
    }
    if (account) tellings.push(await begin(account, tellings));
  }
}

function earliest(tellings: readonly Telling[]): Telling | undefined {
  let first = tellings[0];
  for (const telling of tellings) if (first && telling.order < first.order) first = telling;
  return first;
}

async function begin({ order, config, ...place }: Account, others: readonly Telling[]): Promise<Telling> {
  const record = await readRecordAt(place.file, place, MAX_JOURNAL);
  const bytes = record.size;
  if (others.reduce((sum, other) => sum + other.bytes, bytes) > LARGEST)
    throw unusable(record, `too much was written at the same time; give ${MORE_MEMORY}`);
  const lines = linesOf(record);
  const telling: Telling = { lines, next: undefined, order, config, bytes };
  goOn(telling);
  return telling;
}

/** A line without an order stands where the one before it does. */
function goOn(telling: Telling): void {
  const { done, value } = telling.lines.next();
  telling.next = done ? undefined : value;
  telling.order = orderOf(telling.next) ?? telling.order;
}

function orderOf(line: JournalLine | undefined): number | undefined {
  return line && "order" in line ? line.order : undefined;
}

function firstOrder(record: ArchivedRecord): number {
  if (record.payload?.includes('"order":'))
    for (const line of linesOf(record)) {
      const order = orderOf(line);
      if (order !== undefined) return order;
    }
  return WITHOUT_ORDER;
}

/** The steps that something kept from being concluded, as far as a record of the journal names any. */
function* unfinishedIn(record: ArchivedRecord): Generator<string> {
  if (!(record.payload?.includes('"unfinished"') ?? true)) return;
  for (const line of linesOf(record)) if (line.kind === "unfinished") yield* line.steps;
}

function* linesOf(record: ArchivedRecord): Generator<JournalLine> {
  if (!record.payload) throw unusable(record, `it holds more than ${MAX_JOURNAL / 2 ** 20} MB of journal`);
  try {
    yield* readLines(record.payload);
  } catch (error) {
    throw new ArchiveError(`${record.file}: ${(error as Error).message} (the record at byte ${record.offset})`);
  }
}

async function readConfig(places: readonly Place[]): Promise<HeldConfig> {
  const config: HeldConfig = { kind: "config", at: "", file: "", files: Object.create(null) as Record<string, string> };
  let left = MAX_CONFIG;
  for (const place of places) {
    const record = await readRecordAt(place.file, place, MAX_JOURNAL);
    config.at ||= record.at;
    config.file ||= record.file;
    left -= record.size;
    if (!record.payload || left < 0)
      throw unusable(record, `with it the config holds more than ${MAX_CONFIG / 2 ** 20} MB`);
    config.files[nameOf(record)] = record.payload.toString("utf8");
  }
  return config;
}

function nameOf(record: ArchivedRecord): string {
  try {
    return decodeURI(record.url.slice(CONFIG_URI.length));
  } catch {
    throw unusable(record, "it names its config file in no way that can be read");
  }
}

function unusable({ file, offset }: ArchivedRecord, why: string): ArchiveError {
  return new ArchiveError(`${file}: the record at byte ${offset} cannot be used: ${why}`);
}
