/** Every command; a test holds the command line to this list, and others have a case for each. */
const WATCH = [
  "list",
  "history",
  "pause",
  "resume",
  "mute",
  "unmute",
  "remove",
  "restore",
  "export",
  "import",
] as const;

export const COMMANDS = [
  ...([
    "start",
    "check",
    "status",
    "hash-password",
    "init",
    "notices",
    "validate",
    "doctor",
    "confirm",
    "dismiss",
    "forget",
  ] as const),
  ...([
    "phrases",
    "move",
    "keys",
    "backup",
    "restore",
    "verify",
    "record",
    "recover",
    "log review",
    "log events",
    "replay",
    "backfill",
    "preview",
    "add",
  ] as const),
  ...(["statement list", "statement add", "statement dismiss", "statement export", "statement new"] as const),
  ...(["archive verify", "evidence export"] as const),
  ...WATCH.map((name) => `watch ${name}` as const),
];
export type CommandName = (typeof COMMANDS)[number];
