/** Every table by the columns that its rows are known by. */
import type { Tables } from "./tables.ts";

/** All but what only several processes that share a database keep there, and begin anew. */
export type Table = Exclude<keyof Tables, "line" | "watch_step">;

/** What others refer to stands before them. */
export const KEYS: { [T in Table]: readonly (keyof Tables[T] & string)[] } = {
  person: ["handle"],
  watch: ["id"],
  watch_text: ["watch", "version"],
  source: ["watch", "source"],
  source_memory: ["watch", "source"],
  source_number: ["number"],
  look_ending: ["number"],
  look: ["source", "day", "time", "id"],
  remarkable_look: ["id"],
  look_day: ["watch", "source", "day"],
  archived: ["record"],
  archive_end: ["worker"],
  checkpoint: ["digest"],
  signing_key: ["key"],
  uploaded: ["file"],
  robots: ["site"],
  evidence: ["watch", "id"],
  notice: ["id"],
  delivery: ["notice", "channel"],
  channel: ["channel"],
  reader: ["channel"],
  discord_place: ["channel"],
  discord_mute: ["place"],
  discord_hushed: ["place", "watch"],
  discord_card: ["place", "watch"],
  submission: ["notice", "url"],
  statement: ["watch", "id"],
  statement_decision: ["id"],
  claim: ["evidence"],
  decision: ["id"],
};
export const TABLE_NAMES = Object.keys(KEYS) as Table[];
