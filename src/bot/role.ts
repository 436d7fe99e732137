/** What a process does, of all that a bot does: everything, or a part of it beside others that share a database. */
export const ROLES = ["all", "worker", "discord", "web"] as const;
export type Role = (typeof ROLES)[number];

interface Duties {
  /** Looks at sources, and writes to every channel that is not the Discord bot's. */
  looks: boolean;
  /** Speaks on Discord for the bot's token: one of all processes at a time. */
  speaks: boolean;
  /** Serves the page and what stands beside it, and not only how it does itself. */
  shows: boolean;
}

export const DUTIES: Readonly<Record<Role, Duties>> = {
  all: { looks: true, speaks: true, shows: true },
  worker: { looks: true, speaks: false, shows: false },
  discord: { looks: false, speaks: true, shows: false },
  web: { looks: false, speaks: false, shows: true },
};
