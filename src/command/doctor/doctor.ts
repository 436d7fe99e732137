/** Tries everything the bot needs, one line each, with what to do about what fails. */
import { access, constants } from "node:fs/promises";
import { BucketError } from "../../archive/bucket/asking.ts";
import type { Shelves } from "../../archive/shelves.ts";
import { shelvesOf } from "../../bot/parts.ts";
import { shownPath } from "../../config/fault.ts";
import type { Written } from "../../config/files.ts";
import type { Config, ReadConfig } from "../../config/load.ts";
import { discordPlaces } from "../../config/places.ts";
import { OPEN_TO_THE_WORLD } from "../../config/sense.ts";
import { areLent } from "../../config/shipped.ts";
import { inert } from "../../deliver/channels/printed.ts";
import { machineFault } from "../../language/machine-fault.ts";
import { counted, countedSources } from "../../message/figures.ts";
import { telling } from "../../status/telling.ts";
import { Store } from "../../store/store.ts";
import type { InstantText } from "../../time/instant.ts";
import { lostOf } from "../archive.ts";
import { type CommonOptions, context } from "../context.ts";
import { doubted } from "../doubted.ts";
import { leftInWords } from "../found.ts";
import { contextInForce } from "../in-force.ts";
import { lookAtAuthority } from "./authority.ts";
import { lookAtChannels } from "./channels.ts";
import type { Finding } from "./finding.ts";
import { lookAtModes, lookAtStore } from "./folders.ts";
import { lookAtHeartbeat } from "./heartbeat.ts";
import { lookAtSites } from "./sites.ts";

interface DoctorOptions extends CommonOptions {
  /** Sends a test message to each channel of `delivery.channels`. */
  send?: boolean;
}

export async function doctor(options: DoctorOptions): Promise<number> {
  // A database that is away is one of the things that it tells of.
  const { config, clock, read } = await contextInForce(options, "error").catch(() => context(options, "error"));
  let failures = 0;
  const say = ({ isGood, text }: Finding) => {
    if (!isGood) failures += 1;
    // Some of it was said by others.
    process.stdout.write(`${isGood ? "ok  " : "FAIL"}  ${inert(text)}\n`);
  };
  say({
    isGood: true,
    text: `config: ${counted(config.watches.length, "watch", "watches")}, ${countedSources(config.watches.flatMap(({ sources }) => sources))}`,
  });
  for (const finding of lookAtConfig({ ...read, config }, clock.now())) say(finding);
  for (const finding of await lookAtWatches(options, config)) say(finding);
  for (const finding of await lookAtStore(config)) say(finding);
  for (const finding of await lookAtModes(config)) say(finding);
  for (const finding of await lookAtBucket(shelvesOf(config))) say(finding);
  for (const finding of await lookAtArchive(config)) say(finding);
  for (const finding of await lookAtAuthority(config, clock.now())) say(finding);
  for (const finding of await lookAtMessages(config, clock.now())) say(finding);
  for (const finding of await lookAtHeartbeat(config)) say(finding);
  const { findings, letters } = await lookAtSites(config, clock);
  for (const finding of findings) say(finding);
  for (const finding of await lookAtChannels(config, options.send ?? false, clock.now())) say(finding);
  const { settings, secrets } = config;
  if (secrets.discordToken || discordPlaces(settings, secrets).length > 0) {
    const { examine } = await import("../../deliver/channels/discord/examine.ts");
    for (const finding of await examine(settings, secrets)) say(finding);
  } else if (settings.delivery.channels.length === 0)
    say({
      isGood: true,
      text: "Discord: not configured; messages go to the terminal (set DISCORD_WEBHOOK_URL, or DISCORD_TOKEN with DISCORD_CHANNEL_ID)",
    });
  for (const letter of letters) process.stdout.write(`\n${letter}`);
  return failures > 0 ? 1 : 0;
}

/** What of it cannot be right, and what may be, as `validate` says it. */
function lookAtConfig(read: ReadConfig, now: InstantText): Finding[] {
  // Watches of the database stand in no line of a file.
  const isInFiles = !read.config.secrets.databaseUrl;
  const place: ReadConfig["place"] = (watch, path) =>
    watch === undefined || isInFiles ? read.place(watch, path) : `${watch}: `;
  const { faults, warnings } = doubted({ ...read, place }, now);
  return [
    ...faults.map((text) => ({ isGood: false, text: `config: ${text}` })),
    ...warnings.map((text) => ({ isGood: !text.endsWith(OPEN_TO_THE_WORLD), text: `config: Warning: ${text}` })),
  ];
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
  if (areLent(origin.file))
    return [
      {
        isGood: true,
        text: "watches: those that ship with the program; `coming-weeks init` makes a copy to change in ./config",
      },
    ];
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
