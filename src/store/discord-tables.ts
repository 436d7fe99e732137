/** The rows of what the bot remembers of its life on Discord. */
import type { InstantText } from "../time/instant.ts";

export interface DiscordPlaceRow {
  channel: string;
  guild: string;
  /** JSON, or null for all. */
  watches: string | null;
  /** JSON, or null for those of the settings. */
  kinds: string | null;
  mention_role: string | null;
  language: string;
  card: string;
  /** Or null for that of the settings. */
  record: string | null;
  by: string;
  at: InstantText;
}

export interface HushedRow {
  place: string;
  watch: string;
  /** `muted`: no reminders. `paused`: nothing but what says that it is published, or not after all. */
  how: "muted" | "paused";
  by: string;
  at: InstantText;
}

export interface CardRow {
  place: string;
  watch: string;
  target: string;
  message: string;
}
