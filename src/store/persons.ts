/**
 * Who people are. All else knows them by a handle alone, which says nothing but where they act from: what is archived, told and exported need never
 * change, also where a person is forgotten.
 */
import { randomBytes } from "node:crypto";
import { forget, type Known, knownAs, scour, stillSaid } from "./forgetting.ts";
import type { PersonRow } from "./person-tables.ts";
import type { Database } from "./tables.ts";

/** Who does something, as they are known where they do it. */
export interface Person {
  from: "discord" | "page" | "command line";
  /** Discord's id; elsewhere a person is known by the name that they give. */
  account?: string;
  name: string;
}

/** What they are called who were noted by their names alone, before there were handles. */
const EARLIER = "earlier";

/** No index of a database holds what is endless. */
const MOST_OF_A_NAME = 200;

/** From where somebody acts, for the journal; nothing of a name, as archives of before handles hold them. */
export function cameFrom(handle: string): { from?: Person["from"] } {
  const [, from] = /^(discord|page|command-line)-[0-9a-f]{16}$/.exec(handle) ?? [];
  return from ? { from: from.replace("-", " ") as Person["from"] } : {};
}

export function newHandle(from: Person["from"] | typeof EARLIER): string {
  return `${from.replace(" ", "-")}-${randomBytes(8).toString("hex")}`;
}

/** People by handle. */
export type Names = ReadonlyMap<string, PersonRow>;

export class Persons {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The handle of a person, who is noted where they were not known. */
  async handleOf({ from, name: given, account: id = given }: Person): Promise<string> {
    const [account, name] = [id.slice(0, MOST_OF_A_NAME), given.slice(0, MOST_OF_A_NAME)];
    const row: PersonRow = { handle: newHandle(from), came_from: from, account, name };
    await this.#database
      .insertInto("person")
      .values(row)
      .onConflict((conflict) => conflict.columns(["came_from", "account"]).doUpdateSet({ name }))
      .execute();
    const known = this.#database.selectFrom("person").select("handle");
    const { handle } = await known
      .where("came_from", "=", from)
      .where("account", "=", account)
      .executeTakeFirstOrThrow();
    return handle;
  }

  /** Whoever is known by a handle, an account or a name. */
  async knownAs(called: string): Promise<Known[]> {
    return knownAs(this.#database, called);
  }

  async forget(handles: readonly string[]): Promise<void> {
    await forget(this.#database, handles);
  }

  /** In SQLite: takes what was forgotten out of the file's free room. @returns whether that could be done */
  async scour(): Promise<boolean> {
    return scour(this.#database);
  }

  /** In how many rows of each table a text still says something. */
  async stillSaid(text: string): Promise<Record<string, number>> {
    return stillSaid(this.#database, text);
  }

  /** Everybody who is known, by handle. For whoever keeps the bot alone. */
  async all(): Promise<Names> {
    const rows = await this.#database.selectFrom("person").selectAll().orderBy("handle").execute();
    return new Map(rows.map((row) => [row.handle, row]));
  }
}

/** What somebody is called, for whoever keeps the bot alone. */
export function nameOf(known: Names, handle: string): string {
  return known.get(handle)?.name ?? `somebody who was forgotten (${handle})`;
}
