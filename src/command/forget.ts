/** `forget`: a person's name and account, wherever they stand in the data. What they did stays, as done by nobody who can be named. */
import { inert } from "../deliver/channels/printed.ts";
import { UsageError } from "../language/plain-error.ts";
import { counted } from "../message/figures.ts";
import type { Known } from "../store/forgetting.ts";
import { Store } from "../store/store.ts";
import { Asking } from "./asking.ts";
import { ASKS_NOTHING, type CommonOptions, context } from "./context.ts";
import { wrapped } from "./lines.ts";

interface ForgetOptions extends CommonOptions {
  yes?: boolean;
  signal?: AbortSignal;
}

const print = (text: string) => void process.stdout.write(wrapped(inert(text)));

export async function forgetPerson(options: ForgetOptions): Promise<number> {
  const { config } = context(options, "warn", ASKS_NOTHING);
  const [called = ""] = options.arguments;
  return Store.beside(config, async (store) => {
    const found = (await store?.persons.knownAs(called)) ?? [];
    if (!store || found.length === 0)
      throw new UsageError(
        `Nobody is known as "${called}": give a name, an account’s number on Discord, or a handle, as \`watch history\` and the journal have it.`,
      );
    for (const known of found) print(foundSaid(known));
    if (!(await isMeant(options, found.length))) {
      print("Nobody was forgotten.");
      return 1;
    }
    await store.persons.forget(found.map(({ person }) => person.handle));
    const isScoured = store.shared !== undefined || (await store.persons.scour());
    for (const line of await remains(store, found)) print(line);
    if (!isScoured)
      print(
        "The database’s file could not be written anew beside the bot that runs: until its free room is used again, what stood there can be read with tools.",
      );
    return 0;
  });
}

function foundSaid({ person, decisions, changes, channels, isToldInPerson }: Known): string {
  const where = person.came_from === "earlier" ? "noted by name alone" : person.came_from;
  const account = person.account === person.name ? "" : `, account ${person.account}`;
  const did = [
    ...(decisions > 0 ? [counted(decisions, "decision")] : []),
    ...(changes > 0 ? [`${counted(changes, "change")} to watches`] : []),
    ...(channels > 0 ? [`${counted(channels, "setting")} of channels`] : []),
    ...(isToldInPerson ? ["told in direct messages"] : []),
  ];
  return `${person.name} (${where}${account}; ${person.handle}): ${did.join(", ") || "nothing done"}`;
}

/** In a terminal it is asked; elsewhere nobody can be. @throws {UsageError} where nobody said and nobody can be asked */
async function isMeant({ yes, signal }: ForgetOptions, count: number): Promise<boolean> {
  if (yes) return true;
  if (!process.stdin.isTTY)
    throw new UsageError(
      "forget: nobody can be asked here, since it is read from no terminal; nobody was forgotten: give --yes to forget for good.",
    );
  const asking = new Asking(signal ?? new AbortController().signal, wrapped);
  try {
    const them = count === 1 ? "this person" : `these ${count}`;
    return await asking.ask({
      text: `Forget ${them}? It cannot be undone. Write yes, or Enter to leave it.`,
      fallback: "no",
      option: "--yes",
      read: (answer) => /^y(es)?$/i.test(answer),
    });
  } finally {
    asking.close();
  }
}

/** What no forgetting reaches, said plainly. */
async function remains(store: Store, found: readonly Known[]): Promise<string[]> {
  const handles = found.map(({ person }) => person.handle).join(", ");
  const names = [...new Set(found.map(({ person }) => person.name))];
  const isEarlier = found.some(({ person }) => person.came_from === "earlier");
  const isToldInPerson = found.some((known) => known.isToldInPerson);
  const said: string[] = [];
  for (const name of names) {
    const places = Object.entries(await store.persons.stillSaid(name)).map(([table, count]) => `${count} in ${table}`);
    if (places.length > 0)
      said.push(
        `“${name}” still stands in texts that people wrote or pages said, theirs or another’s: ${places.join(", ")}.`,
      );
  }
  return [
    `Forgotten: ${names.join(", ")}. ${isToldInPerson ? "They are sent no direct messages any more. " : ""}What remains:`,
    `What they did, as done by ${handles}, which leads to nobody now. The archive names them by that alone: its lines and its digests are as they were, and \`archive verify\` holds.`,
    ...(isEarlier
      ? [
          `They were noted before names were kept apart: the archive’s files of that time, its copies, the log’s files and the messages that were posted say their name as text. Nothing here changes those.`,
        ]
      : []),
    ...said,
    "Backups and copies of the data that were made before.",
  ];
}
