/** What `doctor` says of where the data is kept: whether it can be written, has room, and is for its own user alone. */
import { access, constants, lstat, readdir, statfs } from "node:fs/promises";
import { dirname, join } from "node:path";
import { tooOpen } from "../../config/file-modes.ts";
import type { Config } from "../../config/load.ts";
import { PlainError } from "../../language/plain-error.ts";
import { counted } from "../../message/figures.ts";
import { folderFault, hasFolder } from "../../store/folder.ts";
import { identify } from "../../store/identity.ts";
import { StoreError } from "../../store/migrations/migrate.ts";
import { Store } from "../../store/store.ts";
import type { Finding } from "./finding.ts";

const LEAST_FREE_BYTES = 200 * 1024 * 1024;

/** On PostgreSQL the folder as well: it holds the archive's file that is open. */
export async function lookAtStore(config: Config): Promise<Finding[]> {
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
export async function lookAtModes({ dataDirectory, settings: { data_access } }: Config): Promise<Finding[]> {
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
