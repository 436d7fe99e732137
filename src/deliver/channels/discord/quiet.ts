/** Of what people want to hear less in a place: its reminders, or one watch. */
import type { Notice } from "../../../judge/notice.ts";
import { MOST_URGENT, URGENCY } from "../../../judge/urgency.ts";
import type { DiscordMemory } from "../../../store/discord.ts";
import type { QuietRow } from "../../../store/tables.ts";
import type { InstantText } from "../../../time/instant.ts";
import type { Place } from "../../../watch/place.ts";

export class Quiet {
  readonly #memory: DiscordMemory;
  readonly #muted: Set<string>;
  readonly #watches: Map<string, QuietRow["quiet"]>;

  private constructor(memory: DiscordMemory, muted: Set<string>, rows: readonly QuietRow[]) {
    this.#memory = memory;
    this.#muted = muted;
    this.#watches = new Map(rows.map(({ place, watch, quiet }) => [`${place} ${watch}`, quiet]));
  }

  static async of(memory: DiscordMemory): Promise<Quiet> {
    return new Quiet(memory, await memory.muted(), await memory.quiet());
  }

  /** Whether a place is not told something. */
  covers({ id }: Place, { kind, watch }: Notice): boolean {
    const quiet = this.#watches.get(`${id} ${watch}`);
    if (quiet === "paused") return URGENCY[kind] !== MOST_URGENT;
    return kind === "reminder" && (quiet === "muted" || this.#muted.has(id));
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

  /** Less of a watch in a place; all of it again when `quiet` is left out. */
  async hush({ id }: Place, watch: string, by: string, at: InstantText, quiet?: QuietRow["quiet"]): Promise<void> {
    if (quiet) await this.#memory.keepQuiet({ place: id, watch, quiet, by, at });
    else await this.#memory.forgetQuiet({ place: id, watch });
    if (quiet) this.#watches.set(`${id} ${watch}`, quiet);
    else this.#watches.delete(`${id} ${watch}`);
  }
}
