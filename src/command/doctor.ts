/** Tries everything the bot needs, one line each, with what to do about what fails. */
import { access, constants, lstat, readdir, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BucketError } from "../archive/bucket/asking.ts";
import type { Shelves } from "../archive/shelves.ts";
import { shelvesOf } from "../bot/parts.ts";
import { shownPath } from "../config/fault.ts";
import { tooOpen } from "../config/file-modes.ts";
import type { Written } from "../config/files.ts";
import type { Config } from "../config/load.ts";
import { discordPlaces } from "../config/places.ts";
import { askedOf } from "../fetch/asked.ts";
import { createFetcher } from "../fetch/fetcher.ts";
import { machineFault } from "../language/machine-fault.ts";
import { PlainError } from "../language/plain-error.ts";
import { en } from "../message/en.ts";
import { counted } from "../message/figures.ts";
import { readHead } from "../read/head.ts";
import { telling } from "../status/telling.ts";
import { folderFault, hasFolder } from "../store/folder.ts";
import { identify } from "../store/identity.ts";
import { StoreError } from "../store/migrations/migrate.ts";
import { Store } from "../store/store.ts";
import type { InstantText } from "../time/instant.ts";
import type { Source } from "../watch/watch.ts";
import { lostOf } from "./archive.ts";
import { type CommonOptions, context } from "./context.ts";
import { leftInWords } from "./found.ts";
import { lookAtHeartbeat } from "./heartbeat-called.ts";
import { contextInForce } from "./in-force.ts";
import { lookAtMailboxes } from "./mailboxes.ts";
import { lookAtAuthority } from "./time-authority.ts";

type Finding = { isGood: boolean; text: string };

const LEAST_FREE_BYTES = 200 * 1024 * 1024;

export async function doctor(options: CommonOptions): Promise<number> {
  // A database that is away is one of the things that it tells of.
  const { config, clock } = await contextInForce(options, "error").catch(() => context(options, "error"));
  let failures = 0;
  const say = ({ isGood, text }: Finding) => {
    if (!isGood) failures += 1;
    process.stdout.write(`${isGood ? "ok  " : "FAIL"}  ${text}\n`);
  };
  say({
    isGood: true,
    text: `config: ${counted(config.watches.length, "watch", "watches")}, ${counted(
      config.watches.reduce((sum, watch) => sum + watch.sources.length, 0),
      "source",
    )}`,
  });
  for (const finding of await lookAtWatches(options, config)) say(finding);
  for (const finding of await lookAtStore(config)) say(finding);
  for (const finding of await lookAtModes(config)) say(finding);
  for (const finding of await lookAtBucket(shelvesOf(config))) say(finding);
  for (const finding of await lookAtArchive(config)) say(finding);
  for (const finding of await lookAtAuthority(config, clock.now())) say(finding);
  for (const finding of await lookAtMessages(config, clock.now())) say(finding);
  for (const finding of await lookAtHeartbeat(config)) say(finding);
  const secretOf = (variable: string) => config.secrets.sources?.[variable];
  const fetcher = createFetcher({ settings: config.settings.fetch, clock, secretOf });
  try {
    for (const finding of await lookAtMailboxes(config, fetcher)) say(finding);
    const hosts = new Map<string, Source>();
    const ofTheWeb = ({ via, kind }: Source) => !via && kind !== "mail";
    for (const source of config.watches.flatMap((watch) => watch.sources.filter(ofTheWeb))) {
      if (source.offered) say(offeredSaid(source, source.offered));
      const { origin } = new URL(source.url);
      if (source.existence === "confirmed" && !hosts.has(origin)) hosts.set(origin, source);
    }
    for (const [origin, source] of hosts) {
      const capture = await fetcher.fetch(source.url, {}, undefined, false, askedOf(source, source.url));
      const head = readHead(capture, source);
      const advice: Record<string, string> = {
        blocked:
          "the site refuses this machine; run the bot where a browser may read the page, and name a person in fetch.contact",
        unavailable: "check this machine's network, DNS and proxy, then try again",
        gone: "check the source's url in its watch file",
      };
      say(
        head?.kind === "problem"
          ? {
              isGood: false,
              text: `network: ${origin} ${en.recorded(head.detail)}: ${advice[head.problem] ?? "open the address in a browser and look"}`,
            }
          : { isGood: true, text: `network: ${origin} answers` },
      );
    }
  } finally {
    await fetcher.close();
  }
  const { settings, secrets } = config;
  if (secrets.discordToken || discordPlaces(settings, secrets).length > 0) {
    const { examine } = await import("../deliver/channels/discord/examine.ts");
    for (const finding of await examine(settings, secrets)) say(finding);
  } else
    say({
      isGood: true,
      text: "Discord: not configured; messages go to the terminal (set DISCORD_WEBHOOK_URL, or DISCORD_TOKEN with DISCORD_CHANNEL_ID)",
    });
  return failures > 0 ? 1 : 0;
}

/** What is asked although robots.txt may refuse it: whoever runs the bot has agreed to the terms, and knows which. */
function offeredSaid({ id, url }: Source, terms: string): Finding {
  const { host, pathname } = new URL(url);
  return {
    isGood: true,
    text: `offered: ${id} asks ${host}${pathname}, whatever robots.txt says of it, as a program that is registered under the terms at ${terms}`,
  };
}

/** Whether they can be changed from the page, Discord and the command line; and what files say that nobody reads any more. */
async function lookAtWatches(options: CommonOptions, { origin, secrets }: Config): Promise<Finding[]> {
  if (!origin) return [];
  if (secrets.databaseUrl) {
    const inFiles = context(options, "error").config.origin?.texts ?? new Map<string, Written>();
    const differing = [...inFiles].filter(([id, { text }]) => origin.texts.get(id)?.text !== text).map(([id]) => id);
    const besides =
      differing.length > 0 ? `; the files say otherwise of ${differing.join(", ")}: \`watch import\` takes them` : "";
    return [{ isGood: true, text: `watches: in the database${besides}` }];
  }
  const folder = shownPath(origin.folder);
  const isWritable = await access(origin.folder, constants.W_OK).then(
    () => true,
    () => false,
  );
  return [
    {
      isGood: true,
      text: isWritable
        ? `watches: ${folder} can be written to: they can be changed from the page`
        : `watches: ${folder} cannot be written to: they are changed by hand alone`,
    },
  ];
}

/** On PostgreSQL the folder as well: it holds the archive's file that is open. */
async function lookAtStore(config: Config): Promise<Finding[]> {
  const { dataDirectory, secrets, worker } = config;
  if (!secrets.databaseUrl)
    return [await lookAtFolder("store", dataDirectory, () => Store.open(dataDirectory, { isBrief: true }))];
  const { host, pathname } = new URL(secrets.databaseUrl);
  return [
    await lookAtDatabase(config, `PostgreSQL at ${host}${pathname}`),
    await lookAtFolder("folder", dataDirectory, async () => {
      const { release } = identify(dataDirectory, worker);
      return { isWritable: async () => true, close: async () => release() };
    }),
  ];
}

async function lookAtDatabase(config: Config, place: string): Promise<Finding> {
  try {
    const isWritable = await Store.beside(config, async (store) => store?.isWritable());
    return isWritable
      ? { isGood: true, text: `store: ${place}` }
      : { isGood: false, text: `store: ${place} takes no writes; name one that does, not its copy` };
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    return { isGood: false, text: `store: ${error.message}` };
  }
}

async function lookAtFolder(
  what: string,
  directory: string,
  open: () => Promise<Pick<Store, "isWritable" | "close">>,
): Promise<Finding> {
  try {
    // Nothing is made: somebody else may run this than the bot.
    if (!hasFolder(directory)) {
      await access(dirname(directory), constants.W_OK);
      return { isGood: true, text: `${what}: ${directory} is not there yet; it is made when the bot begins` };
    }
    const opened = await open();
    const isWritable = await opened.isWritable();
    await opened.close();
    if (!isWritable)
      return {
        isGood: false,
        text: `${what}: ${directory} takes no writes; give the bot's user the right to write there`,
      };
    const { bavail, bsize } = await statfs(directory);
    if (bavail * bsize < LEAST_FREE_BYTES)
      return { isGood: false, text: `${what}: the disk of ${directory} has less than 200 MB left; make room` };
    return { isGood: true, text: `${what}: ${directory}` };
  } catch (error) {
    if (error instanceof StoreError && /already running/.test(error.message))
      return { isGood: true, text: `${what}: ${directory}, in use by a running bot` };
    const fault = folderFault(directory, error);
    const says =
      fault instanceof PlainError
        ? fault.message
        : `${directory} cannot be opened (${(error as NodeJS.ErrnoException).code ?? error}); check the folder and its owner`;
    return { isGood: false, text: `${what}: ${says}${what === "folder" ? "; only pages need none" : ""}` };
  }
}

/** Whether others on this machine can read what only the bot's user should. */
async function lookAtModes({ dataDirectory, settings: { data_access } }: Config): Promise<Finding[]> {
  const names = await readdir(dataDirectory, { recursive: true }).catch(() => []);
  const open: string[] = [];
  for (const path of [dataDirectory, ...names.map((name) => join(dataDirectory, name))]) {
    const { mode = 0 } = (await lstat(path).catch(() => undefined)) ?? {};
    if (tooOpen(mode, data_access) !== 0) open.push(path);
  }
  if (open.length === 0) return [];
  const others = data_access === "owner" ? "go=" : "g-w,o=";
  const what = open.length === 1 ? open[0] : `${open[0]} and ${counted(open.length - 1, "other")} below it`;
  return [
    {
      isGood: false,
      text: `folder: ${what} can be read by others on this machine; take that from them (chmod -R ${others} ${dataDirectory}), or say \`data_access\` in the settings`,
    },
  ];
}

async function lookAtBucket({ bucket }: Shelves): Promise<Finding[]> {
  if (!bucket) return [];
  try {
    await bucket.tryOut();
    return [{ isGood: true, text: `archive: ${bucket.addressOf("")} can be written and read` }];
  } catch (error) {
    if (!(error instanceof BucketError)) throw error;
    return [{ isGood: false, text: `archive: ${error.message}` }];
  } finally {
    await bucket.close();
  }
}

/** Whether the files are there that messages rest on. */
async function lookAtArchive(config: Config): Promise<Finding[]> {
  const lost = await lostOf(config).catch((error) => machineFault(error)?.message);
  return lost ? [{ isGood: false, text: `archive: ${lost}` }] : [];
}

/** What the bot could not send, or not whole, when it was running last. */
async function lookAtMessages(config: Config, now: InstantText): Promise<Finding[]> {
  const state = await Store.beside(config, async (store) => store && telling(store, now)).catch(() => undefined);
  if (!state) return [];
  const { pending, left, failing, notWhole } = state;
  return [
    ...failing.map(({ channel, error }) => ({ isGood: false, text: `messages: ${channel}: ${error}` })),
    ...notWhole.map(({ notice, channel, isRefused, error }) => ({
      isGood: !isRefused,
      text: `messages: notice ${notice} in ${channel} was ${isRefused ? "refused" : "not taken whole"}: ${error}`,
    })),
    ...(pending > 0 && failing.length === 0
      ? [{ isGood: true, text: `messages: ${pending} wait to be sent by a running bot` }]
      : []),
    ...(left > 0 ? [{ isGood: true, text: `messages: ${leftInWords(left)}` }] : []),
  ];
}
