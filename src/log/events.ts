/**
 * Every event that the log may hold, and the fields that it has besides `level`, `time`, `event` and `msg`. Names and fields
 * stay as they are: people's searches and alerts rest on them. `log events` prints this table.
 *
 * Fields that many share: `check` ties the lines of one look to its row, its captures and what was told of it; `watch` and
 * `source` are ids; `notice` is the id that a message ends with.
 */
interface EventKind {
  /** The level it is logged at; the first where it depends on what happened. */
  level: "debug" | "info" | "warn" | "error";
  says: string;
  fields?: string;
}

export const EVENTS = {
  started: { level: "info", says: "the bot runs", fields: "watches sources data role worker page health" },
  "config-doubted": { level: "warn", says: "the config cannot be meant so; `validate` says it too", fields: "fault" },
  "config-lent": {
    level: "warn",
    says: "there is no config of one’s own: what ships with the program holds; `init` makes a copy to change",
  },
  "database-away": { level: "error", says: "the database cannot be reached; the work waits for it", fields: "error" },
  "database-back": { level: "info", says: "it can be reached again, and the work goes on", fields: "since" },
  "cannot-write": {
    level: "error",
    says: "nothing can be written down; the looks go on, and what is seen is told as not yet on record",
    fields: "error",
  },
  "clock-set": {
    level: "warn",
    says: "the machine’s clock was set, or the machine slept: by so many milliseconds, forward or back",
    fields: "by",
  },
  "clock-ahead": {
    level: "warn",
    says: "what was noted last is of a time that is still to come: the clock was set back, and everything is due",
    fields: "noted",
  },
  "cannot-log": { level: "error", says: "the log’s files cannot be written to; they are tried again", fields: "error" },
  "cannot-print": {
    level: "error",
    says: "standard output cannot be written to: what is told in the terminal is lost",
    fields: "error",
  },
  "can-write": { level: "info", says: "it can again; what was seen meanwhile is looked at anew", fields: "since" },
  speaking: { level: "info", says: "of several processes, this one speaks on Discord from now on" },
  "taken-over": {
    level: "info",
    says: "what a command found, and left to be told, is told from now on",
    fields: "notices",
  },
  turn: { level: "debug", says: "of several processes, this one looks at a host’s sources", fields: "host turn" },
  "turn-lost": { level: "info", says: "a turn was taken by another; nothing of it is written", fields: "host" },
  "config-taken": {
    level: "info",
    says: "people changed the config, and it goes on under the new one; some settings only from the next start on",
    fields: "watches untilRestart",
  },
  "config-refused": {
    level: "error",
    says: "the changed config has faults; it goes on with the last good one",
    fields: "faults",
  },
  "config-good": { level: "info", says: "the faults are gone", fields: "since" },
  stopping: { level: "info", says: "it was told to stop" },
  stopped: { level: "info", says: "it has stopped", fields: "isClean" },
  day: {
    level: "info",
    says: "once a day: what it did since the last such line",
    fields: "since looks failed changes notices sent pending",
  },
  broken: {
    level: "error",
    says: "a fault of the program's own ended it; nothing that was recorded is lost",
    fields: "error stack",
  },
  failed: { level: "error", says: "a step of the schedule failed, and is tried again", fields: "step error" },

  fetch: { level: "debug", says: "a look begins", fields: "check" },
  read: { level: "debug", says: "what was fetched has been read", fields: "check" },
  follow: { level: "debug", says: "a link is followed to learn more", fields: "check url" },
  judge: { level: "debug", says: "what was read has been judged", fields: "check followed" },
  record: { level: "debug", says: "all of it is written down", fields: "check" },
  checked: {
    level: "info",
    says: "a look ended: debug when nothing is new, warn when the source could not be read",
    fields: "check watch source outcome problem detail changes bytes notices",
  },
  pass: { level: "debug", says: "all that was due has been looked at", fields: "checks problems notices" },
  "look-over": { level: "debug", says: "the clock, blind sources or the reminder gave news", fields: "watch" },
  decided: {
    level: "info",
    says: "a person decided on a piece of evidence, or on a proposed statement",
    fields: "watch about decision by",
  },
  uploaded: { level: "info", says: "a closed file of the archive is in the bucket", fields: "file bytes" },
  "upload-failed": {
    level: "warn",
    says: "it is not yet; tried again after so many milliseconds, unless another file has its name",
    fields: "file error wait",
  },
  "prune-failed": {
    level: "warn",
    says: "an old archive file could not be removed from the bucket; tried again the next day",
    fields: "file error",
  },
  "heartbeat-failed": {
    level: "warn",
    says: "`heartbeat_url` does not answer; it goes on being called",
    fields: "error",
  },
  "heartbeat-back": { level: "info", says: "`heartbeat_url` answers again", fields: "" },
  sealed: { level: "info", says: "the heads of all journals were signed, once a day", fields: "chains" },
  stamped: { level: "info", says: "an outside authority stamped a checkpoint", fields: "authority" },
  "stamp-failed": {
    level: "warn",
    says: "no time stamp was had; it is asked for again, at growing intervals",
    fields: "error",
  },
  "archive-pruned": { level: "info", says: "old archive files were removed", fields: "files" },

  send: { level: "debug", says: "a message is about to be sent", fields: "notice channel kind" },
  answered: { level: "debug", says: "the channel has answered", fields: "notice channel kind" },
  sent: { level: "info", says: "a message was sent", fields: "notice channel kind check notices" },
  amended: { level: "info", says: "a message was brought up to date", fields: "notice channel kind" },
  "sent-plainer": {
    level: "warn",
    says: "a message was refused whole, and sent in a plainer form",
    fields: "notice channel kind error",
  },
  refused: {
    level: "error",
    says: "a message was refused in every form, and set aside; the rest goes on",
    fields: "notice channel kind error",
  },
  "sum-up-refused": {
    level: "warn",
    says: "a message about several was refused; each is told by itself",
    fields: "notice channel kind error",
  },
  "send-later": { level: "warn", says: "a message could not be sent yet", fields: "notice channel error wait" },
  "channel-stopped": {
    level: "error",
    says: "a channel must be mended by a person; its messages are kept, and it is looked at now and then whether it was",
    fields: "notice channel error wait",
  },
  "passed-on": {
    level: "info",
    says: "a message was published to its channel’s followers",
    fields: "notice channel kind",
  },
  "pass-on-later": {
    level: "warn",
    says: "a message could not be published to followers yet; only so many an hour are",
    fields: "notice channel kind error",
  },
  "not-passed-on": {
    level: "error",
    says: "a message was not published to followers",
    fields: "notice channel kind error",
  },
  "thread-begun": { level: "info", says: "a watch has a thread of its own", fields: "channel watch thread isFurther" },
  "thread-reopened": { level: "info", says: "a thread that was archived is open again", fields: "thread" },
  "thread-closed": { level: "warn", says: "a thread cannot be opened again", fields: "thread error" },
  "no-picture": { level: "warn", says: "a message was sent without its picture", fields: "notice error" },
  "copy-saved": { level: "info", says: "the Wayback Machine keeps a copy", fields: "notice url copy" },
  "copy-failed": { level: "warn", says: "it does not yet, or will not", fields: "notice url error state" },

  card: { level: "debug", says: "a status card is about to be posted", fields: "place watch" },
  "card-posted": { level: "debug", says: "a status card was posted", fields: "place watch" },
  "card-not-shown": {
    level: "warn",
    says: "a status card could not be shown; tried again later",
    fields: "place watch error wait",
  },
  "card-not-pinned": { level: "warn", says: "a status card stands unpinned", fields: "place error" },
  "gateway-ready": { level: "info", says: "it listens on Discord", fields: "servers shards" },
  "gateway-lost": { level: "warn", says: "the connection to Discord's gateway broke; it is connected to again" },
  "gateway-resumed": { level: "info", says: "connected again" },
  "gateway-error": {
    level: "warn",
    says: "discord.js reports trouble with the connection, or Discord sent something that it does not know",
    fields: "error",
  },
  "gateway-failed": {
    level: "warn",
    says: "a connection, or a step of connecting, failed; tried again after so many milliseconds",
    fields: "step error wait",
  },
  "conversation-stopped": { level: "error", says: "no commands or buttons until a person mends it", fields: "error" },
  "answer-failed": { level: "error", says: "a command or button could not be answered", fields: "error" },
  "channel-here": { level: "info", says: "a person set a channel up", fields: "channel by" },
  "watch-added": { level: "info", says: "a person added a watch on Discord", fields: "watch by" },
  "watch-removed": { level: "info", says: "a person removed a watch on Discord", fields: "watch by" },
  "channel-off": { level: "info", says: "a person took a channel down", fields: "channel by" },
} as const satisfies Record<string, EventKind>;
