/**
 * Which watches hold: those of the files, or where several processes share a database, those that stand there. What the files say is
 * noted, version by version, so that a change is known as one.
 */
import { ConfigError } from "../config/fault.ts";
import type { Written } from "../config/files.ts";
import { type Config, type Origin, withWatches } from "../config/load.ts";
import { MachineFault } from "../language/machine-fault.ts";
import type { Store } from "../store/store.ts";
import { Outdated, type WatchText } from "../store/watch-texts.ts";
import type { InstantText } from "../time/instant.ts";

/** Who wrote what stands in a file. */
const ITS_FILE = "";

/**
 * @param config as it was read from the files
 * @returns the one that holds
 * @throws {ConfigError} when what stands in the database is no config, or a watch was renamed by renaming its file
 */
export async function configInForce(config: Config, store: Store, now: InstantText): Promise<Config> {
  const { origin } = config;
  if (!origin) return config;
  const known = await store.texts.newest();
  if (!store.shared) {
    await noteFiles(origin, known, store, now);
    return config;
  }
  // The first of several brings what its files say.
  if (known.length === 0) await noteFiles(origin, known, store, now).catch(unlessOutdated);
  return configInDatabase(config, known.length > 0 ? known : await store.texts.newest());
}

/**
 * The same where nothing is to be noted: beside a running bot.
 * @param store undefined where nothing was ever kept
 * @throws {ConfigError} when what stands in the database is no config
 */
export async function configBeside(config: Config, store: Store | undefined): Promise<Config> {
  if (!store?.shared) return config;
  const texts = await store.texts.newest();
  return texts.length > 0 ? configInDatabase(config, texts) : config;
}

/**
 * The config with which a bot begins: where what is written now has faults, the last good one. A bot that ended meanwhile must not stay away
 * for a slip of the pen; LivingConfig says what is refused.
 * @throws {ConfigError} when nothing was noted of an earlier one
 */
export async function configAtStart(config: Config, store: Store, now: InstantText): Promise<Config> {
  try {
    return await configInForce(config, store, now);
  } catch (error) {
    // What cannot be noted holds all the same.
    if (store.isToRead && error instanceof MachineFault) return config;
    if (!(error instanceof ConfigError)) throw error;
    const last = lastGoodOf(config, await store.texts.newest());
    if (!last) throw error;
    return last;
  }
}

/** @returns undefined where nothing was noted, or what was cannot be used any more */
export function lastGoodOf(config: Config, texts: readonly WatchText[]): Config | undefined {
  const held = texts.filter(({ isArchived }) => !isArchived);
  try {
    return held.length > 0 ? withWatches(config, held.map(asWritten)) : undefined;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return undefined;
  }
}

function configInDatabase(config: Config, texts: readonly WatchText[]): Config {
  const { origin } = config;
  const held = texts.filter(({ isArchived }) => !isArchived);
  const isAsInFiles =
    held.length === origin?.texts.size && held.every(({ watch, text }) => origin.texts.get(watch)?.text === text);
  return isAsInFiles ? config : withWatches(config, held.map(asWritten));
}

/** What stands in the files and is not known yet is noted; a watch without a file is archived. */
async function noteFiles(origin: Origin, known: readonly WatchText[], store: Store, at: InstantText): Promise<void> {
  const newest = new Map(known.map((text) => [text.watch, text]));
  const gone = known.filter(({ watch, isArchived }) => !isArchived && !origin.texts.has(watch));
  // Files may also have changed names with each other: then a watch's text stands where another's did.
  const isMoved = (id: string, { watch, text }: WatchText) => watch !== id && origin.texts.get(watch)?.text !== text;
  const renamed = [...origin.texts].flatMap(([id, { place, text }]) => {
    if (newest.get(id)?.text === text) return [];
    const former = known.find((one) => !one.isArchived && one.text === text && isMoved(id, one));
    return former
      ? [
          `${place}: this watch was known as "${former.watch}"; write \`id: ${former.watch}\` into it to go on with that, or \`id: ${id}\` to begin anew`,
        ]
      : [];
  });
  if (renamed.length > 0) throw new ConfigError(renamed);
  const written = [...origin.texts].flatMap(([watch, { text }]) => {
    const last = newest.get(watch);
    if (last && !last.isArchived && last.text === text) return [];
    return [{ watch, text, at, by: ITS_FILE, isArchived: false, after: last?.version ?? 0 }];
  });
  const archived = gone.map(({ watch, text, version }) => ({
    ...{ watch, text, at, by: ITS_FILE },
    isArchived: true,
    after: version,
  }));
  if (written.length + archived.length > 0) await store.texts.put([...written, ...archived]);
}

function asWritten({ watch, version, text }: WatchText): Written {
  return { place: `watch ${watch}, version ${version} in the database`, name: `${watch}.yaml`, text };
}

/** Another brought them at the same moment. */
function unlessOutdated(error: unknown): void {
  if (!(error instanceof Outdated)) throw error;
}
