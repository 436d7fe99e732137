/**
 * A watch's YAML that a person changed, kept: in its file, or where several processes share a database, there. Looked through before,
 * whole, with all that the config is besides; noted with who did it.
 */
import { createHash } from "node:crypto";
import { accessSync, constants } from "node:fs";
import { dirname, join } from "node:path";
import { ConfigError, fieldName, shownPath } from "../config/fault.ts";
import type { Written } from "../config/files.ts";
import { type Config, type Origin, withWatches } from "../config/load.ts";
import { rewritten } from "../config/rewrite.ts";
import { watchFaults } from "../config/sense.ts";
import { areLent } from "../config/shipped.ts";
import { UsageError } from "../language/plain-error.ts";
import type { Person } from "../store/persons.ts";
import type { Store } from "../store/store.ts";
import { Outdated } from "../store/watch-texts.ts";
import { civilDateAt } from "../time/civil-date.ts";
import type { InstantText } from "../time/instant.ts";
import type { Edit } from "./edits.ts";
import { CannotWrite, ChangedMeanwhile, LENT, putAside, writeWatch } from "./watch-file.ts";

/** Where watches are kept. */
export interface Keeping {
  /** The one that holds. */
  config: Config;
  /** Undefined where nothing was ever kept. */
  store: Store | undefined;
  now: InstantText;
}

/**
 * Whether a watch can be written, as far as that can be told before.
 * @param id of a watch that there is: a file that is mounted by itself may be writable where its folder is not
 */
export function mayWrite({ config: { origin }, store }: Keeping, id?: string): boolean {
  if (!origin || store?.shared) return true;
  if (areLent(origin.file)) return false;
  const name = id === undefined ? undefined : origin.texts.get(id)?.name;
  return isWritable(origin.folder) || (name !== undefined && isWritable(join(origin.folder, name)));
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Where a watch stands, or would. */
export function fileOf({ config }: Pick<Keeping, "config">, id: string): string {
  const { folder, texts } = originOf(config);
  return join(folder, texts.get(id)?.name ?? `${id}.yaml`);
}

/** A watch's YAML as it stands, and a mark of it: what is changed by an older one is not taken. */
export interface Standing {
  text: string;
  mark: string;
}

/** @throws {UsageError} when there is no such watch */
export function standingText({ config }: Pick<Keeping, "config">, id: string): Standing {
  const written = config.origin?.texts.get(id);
  if (!written) throw new UsageError(`There is no watch "${id}".`);
  return { text: written.text, mark: markOf(written.text) };
}

/**
 * @returns whether anything was different
 * @param mark of the text that the person looked at; the one that stands when left out
 * @throws {ConfigError} with what is wrong about what it would be {@link ChangedMeanwhile} {@link CannotWrite} {UsageError}
 */
export async function editWatch(
  keeping: Keeping,
  id: string,
  edits: readonly Edit[],
  by: Person,
  mark?: string,
): Promise<boolean> {
  const standing = standingText(keeping, id);
  if (mark !== undefined && mark !== standing.mark) throw new ChangedMeanwhile(id);
  const text = editedText(standing.text, edits);
  if (text === standing.text) return false;
  await keep(keeping, id, text, by);
  return true;
}

/** What a text says after the changes, and all else as it was written. @throws {UsageError} */
export function editedText(text: string, edits: readonly Edit[]): string {
  return rewritten(text, (says) => {
    for (const edit of edits) edit(says);
  });
}

/**
 * Keeps a new watch, or another text of one.
 * @returns the config with it
 * @throws {ConfigError} {@link ChangedMeanwhile} {@link CannotWrite}
 */
export async function keep({ config, store, now }: Keeping, id: string, text: string, by: Person): Promise<Config> {
  const origin = originOf(config);
  const known = origin.texts.get(id);
  const name = known?.name ?? `${id}.yaml`;
  const written: Written = { place: known?.place ?? shownPath(join(origin.folder, name)), name, text };
  const after = withWatches(config, [...others(origin.texts, id), written]);
  if (after.origin?.texts.get(id) !== written)
    throw new UsageError(`The watch must go on as "${id}": its \`id\` cannot be changed.`);
  refuseDoubts(config, after, id, written.place, now);
  if (!store?.shared) writeWatch(ownFile(origin, name, text), text, known, id);
  await note(store, { watch: id, text, by, at: now, isArchived: false }, known);
  return after;
}

/** What is well written, and would never say “published”, or counts from what was not said yet, is refused where it is new. */
function refuseDoubts(before: Config, after: Config, id: string, place: string, now: InstantText): void {
  const doubts = ({ watches }: Config) => {
    const watch = watches.find((one) => one.id === id);
    const faults = watch ? watchFaults(watch, civilDateAt(now, watch.publisher.zone)) : [];
    return faults.map(({ path, says }) => `${place}: ${fieldName(path)}${says}`);
  };
  const known = new Set(doubts(before));
  const fresh = doubts(after).filter((doubt) => !known.has(doubt));
  if (fresh.length > 0) throw new ConfigError(fresh);
}

/**
 * Has a watch that was archived be looked at again, as its last version says.
 * @throws {UsageError} when there is none of that name, or it is watched {ConfigError} {@link CannotWrite}
 */
export async function restore(keeping: Keeping, id: string, by: Person): Promise<void> {
  if (keeping.config.watches.some((watch) => watch.id === id)) throw new UsageError(`${id} is watched.`);
  const [last] = (await keeping.store?.texts.versions(id, 1)) ?? [];
  if (!last?.isArchived) throw new UsageError(`There is no archived watch "${id}"; \`watch list\` names them.`);
  await keep(keeping, id, last.text, by);
}

/** What no new watch may be called: as another is, or its file, or as one that was archived, whose data is kept by that name. */
export async function namesTaken({ config, store }: Pick<Keeping, "config" | "store">): Promise<string[]> {
  const files = [...(config.origin?.texts ?? [])].flatMap(([id, { name }]) => [id, name.replace(/\.ya?ml$/, "")]);
  const noted = (await store?.texts.newest()) ?? [];
  return [...new Set([...files, ...noted.map(({ watch }) => watch)])];
}

/**
 * Has a watch be looked at no more. What was found of it stays; its file is put aside.
 * @throws {ConfigError} when something else names it {UsageError} when it is the only one {@link CannotWrite} {@link ChangedMeanwhile}
 */
export async function archive({ config, store, now }: Keeping, id: string, by: Person): Promise<void> {
  const origin = originOf(config);
  const known = origin.texts.get(id);
  if (!known) throw new UsageError(`There is no watch "${id}".`);
  if (origin.texts.size === 1)
    throw new UsageError(`${id} is the only watch, and a bot needs one: pause it, or add another first.`);
  withWatches(config, others(origin.texts, id));
  if (!store?.shared) putAside(dirname(ownFile(origin, known.name, "")), known, id);
  await note(store, { watch: id, text: known.text, by, at: now, isArchived: true }, known);
}

function originOf({ origin }: Config): Origin {
  if (!origin) throw new UsageError("This config comes from an archive, and cannot be changed.");
  return origin;
}

/** @param text what is to be written there @throws {CannotWrite} where it is not the person's own */
function ownFile({ file, folder }: Origin, name: string, text: string): string {
  const own = join(folder, name);
  if (areLent(file)) throw new CannotWrite(own, text, LENT);
  return own;
}

function others(texts: ReadonlyMap<string, Written>, id: string): Written[] {
  return [...texts].flatMap(([watch, written]) => (watch === id ? [] : [written]));
}

/** Noted after it is written: a bot that sees the file sooner finds the same text. */
async function note(
  store: Store | undefined,
  text: { watch: string; text: string; by: Person; at: InstantText; isArchived: boolean },
  known: Written | undefined,
): Promise<void> {
  if (!store) return;
  const [last] = await store.texts.versions(text.watch, 1);
  // What stands in the database may be newer than what this process knows of it.
  if (store.shared && known && last && last.text !== known.text) throw new ChangedMeanwhile(text.watch);
  try {
    const by = await store.persons.handleOf(text.by);
    await store.texts.put([{ ...text, by, after: last?.version ?? 0 }]);
  } catch (error) {
    // The running bot saw the file a moment ago, and noted it as changed there.
    if (!(error instanceof Outdated)) throw error;
    if (store.shared) throw new ChangedMeanwhile(text.watch);
  }
  await store.shared?.say("revised");
}

/** By which a form says of which text it was made. */
export function markOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
