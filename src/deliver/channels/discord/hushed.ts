/** Of what people want to hear less in a place: its reminders, or one watch. */
import type { Notice } from "../../../judge/notice.ts";
import { MOST_URGENT, URGENCY } from "../../../judge/urgency.ts";
import type { DiscordMemory } from "../../../store/discord.ts";
import type { HushedRow } from "../../../store/discord-tables.ts";
import type { InstantText } from "../../../time/instant.ts";
import type { Place } from "../../../watch/place.ts";

export class Hushed {
  readonly #memory: DiscordMemory;
  #muted = new Set<string>();
  #watches = new Map<string, HushedRow["how"]>();

  private constructor(memory: DiscordMemory) {
    this.#memory = memory;
  }

  static async of(memory: DiscordMemory): Promise<Hushed> {
    const hushed = new Hushed(memory);
    await hushed.refresh();
    return hushed;
  }

  /** As it is kept: another process may have changed it. */
  async refresh(): Promise<void> {
    const [muted, rows] = [await this.#memory.muted(), await this.#memory.hushed()];
    this.#muted = muted;
    this.#watches = new Map(rows.map(({ place, watch, how }) => [`${place} ${watch}`, how]));
  }

  /** Whether a place is not told something. */
  covers({ id }: Place, { kind, watch }: Notice): boolean {
    const how = this.#watches.get(`${id} ${watch}`);
    if (how === "paused") return URGENCY[kind] !== MOST_URGENT;
    return kind === "reminder" && (how === "muted" || this.#muted.has(id));
  }

  /** No reminders in a place. */
  async mute({ id }: Place, by: string, at: InstantText): Promise<void> {
    await this.#memory.mute(id, by, at);
    this.#muted.add(id);
  }

  async unmute({ id }: Place): Promise<void> {
    await this.#memory.unmute(id);
    this.#muted.delete(id);
  }

  /** Less of a watch in a place; all of it again when `how` is left out. */
  async hush({ id }: Place, watch: string, by: string, at: InstantText, how?: HushedRow["how"]): Promise<void> {
    if (how) await this.#memory.keepHushed({ place: id, watch, how, by, at });
    else await this.#memory.forgetHushed({ place: id, watch });
    if (how) this.#watches.set(`${id} ${watch}`, how);
    else this.#watches.delete(`${id} ${watch}`);
  }
}
