/** What the bot remembers of its life on Discord: channels set up there, muted places, and where its status cards stand. */

import type { CardRow, DiscordPlaceRow, HushedRow } from "./discord-tables.ts";
import { put } from "./put.ts";
import type { Database } from "./tables.ts";

export class DiscordMemory {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async places(): Promise<DiscordPlaceRow[]> {
    return this.#database.selectFrom("discord_place").selectAll().orderBy("at").execute();
  }

  async keepPlace(place: DiscordPlaceRow): Promise<void> {
    await put(this.#database, "discord_place", place).execute();
  }

  /** @returns whether it was known */
  async forgetPlace(channel: string): Promise<boolean> {
    const gone = await this.#database.deleteFrom("discord_place").where("channel", "=", channel).executeTakeFirst();
    return gone.numDeletedRows > 0n;
  }

  async muted(): Promise<Set<string>> {
    const rows = await this.#database.selectFrom("discord_mute").select("place").execute();
    return new Set(rows.map(({ place }) => place));
  }

  async mute(place: string, by: string, at: string): Promise<void> {
    await put(this.#database, "discord_mute", { place, by, at }).execute();
  }

  async unmute(place: string): Promise<void> {
    await this.#database.deleteFrom("discord_mute").where("place", "=", place).execute();
  }

  async hushed(): Promise<HushedRow[]> {
    return this.#database.selectFrom("discord_hushed").selectAll().execute();
  }

  async keepHushed(row: HushedRow): Promise<void> {
    await put(this.#database, "discord_hushed", row).execute();
  }

  async forgetHushed({ place, watch }: Pick<HushedRow, "place" | "watch">): Promise<void> {
    await this.#database.deleteFrom("discord_hushed").where("place", "=", place).where("watch", "=", watch).execute();
  }

  async card(place: string, watch: string): Promise<CardRow | undefined> {
    return this.#database
      .selectFrom("discord_card")
      .selectAll()
      .where("place", "=", place)
      .where("watch", "=", watch)
      .executeTakeFirst();
  }

  async keepCard(card: CardRow): Promise<void> {
    await put(this.#database, "discord_card", card).execute();
  }

  async forgetCard({ place, watch }: Pick<CardRow, "place" | "watch">): Promise<void> {
    await this.#database.deleteFrom("discord_card").where("place", "=", place).where("watch", "=", watch).execute();
  }
}
