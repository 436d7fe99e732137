/** What `--help` says besides the options: examples, the environment, and what the exit code means. */
import type { AddHelpTextContext, Command } from "commander";

/** Each may stand in a file instead, which the same name with _FILE names. */
const VARIABLES = {
  COMING_WEEKS_CONFIG: "the settings; --config goes before it",
  COMING_WEEKS_DATA: "the folder for the bot’s data; --data goes before it",
  DATABASE_URL: "postgres://user:password@host/database, instead of the data folder",
  DISCORD_WEBHOOK_URL: "a webhook’s address: the quick way to a channel",
  DISCORD_TOKEN: "the token of a bot of your own",
  DISCORD_CHANNEL_ID: "the channel that this bot writes to",
  WEB_PASSWORD: "opens the page beyond this machine; `hash-password` hides it",
  WEB_PROXY_SECRET: "for web.trusted_header: what the proxy sends as X-Proxy-Secret",
  COMING_WEEKS_PUBLIC_URL: "where people open the page; goes before web.public_url",
  ARCHIVE_URL: "s3://bucket/prefix: where full files of the archive are taken",
  AWS_ACCESS_KEY_ID: "who is asked for a bucket; with it AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL_S3",
  WAYBACK_ACCESS_KEY: "for archive.save_page_now; with it WAYBACK_SECRET_KEY",
  "(any name)": "what `delivery.channels` and `discord.places` name: addresses, tokens, readers of mail",
  "SOURCE_…": "a secret that a source’s `request` or `mail` names; sent to that source’s host alone",
  FETCH_PROXY: "by which all is fetched; `fetch.proxy` says it as well, where the address holds no password",
  HEARTBEAT_URL: "called once a minute while all is well; `heartbeat_url` says it as well",
  WORKER_NAME: "of several that share a database: by which name this one is known",
  COMING_WEEKS_ROLE: "of several: what this one does; --role goes before it",
  NO_COLOR: "anything: no colours on the terminal",
} as const;
type Variable = keyof typeof VARIABLES;

const CONFIG: Variable[] = ["COMING_WEEKS_CONFIG"];
const DATA: Variable[] = [...CONFIG, "COMING_WEEKS_DATA", "DATABASE_URL"];
const DISCORD: Variable[] = ["DISCORD_WEBHOOK_URL", "DISCORD_TOKEN", "DISCORD_CHANNEL_ID"];
const ARCHIVE: Variable[] = ["ARCHIVE_URL", "AWS_ACCESS_KEY_ID"];
const PAGE: Variable[] = ["WEB_PASSWORD", "WEB_PROXY_SECRET", "COMING_WEEKS_PUBLIC_URL"];
const BOT: Variable[] = [
  ...DATA,
  ...DISCORD,
  "(any name)",
  ...ARCHIVE,
  "WAYBACK_ACCESS_KEY",
  "FETCH_PROXY",
  "SOURCE_…",
];

const DONE = "done";
const BAD = "bad usage, a bad config, or a folder that cannot be used; a sentence says which";
const STOPPED = { 130: "stopped by Ctrl-C", 143: "stopped by SIGTERM" };

interface Help {
  /** What is typed behind the program's name → what comes of it. */
  examples: Record<string, string>;
  environment: readonly Variable[];
  exits: Record<number, string>;
}

const decided: Pick<Help, "environment" | "exits"> = {
  environment: [...DATA, ...DISCORD],
  exits: { 0: "noted", 1: "noted, and a message about it could not be sent yet", 2: BAD },
};

const kept: Pick<Help, "environment" | "exits"> = {
  environment: DATA,
  exits: { 0: DONE, 1: "somebody changed the watch meanwhile, or its file cannot be written", 2: BAD },
};

/** By the command's name. */
const HELP: Readonly<Record<string, Help>> = {
  start: {
    examples: {
      start: "until Ctrl-C; the page is at http://127.0.0.1:8080",
      "start --listen 8081 --data ~/coming-weeks": "another port, another folder",
      "start --origin https://www.example.org=http://127.0.0.1:8000": "against a copy of a site",
    },
    environment: [...BOT, ...PAGE, "HEARTBEAT_URL", "WORKER_NAME", "COMING_WEEKS_ROLE"],
    exits: {
      0: "stopped, by Ctrl-C or SIGTERM (npx passes none on, and leaves it running: use `npm start`, or `node bin/coming-weeks.cjs start`)",
      2: BAD,
    },
  },
  check: {
    examples: {
      check: "what is due",
      "check --all --json": "everything, for a script",
      "check --at 2022-08-31 --origin https://a.org=http://127.0.0.1:80":
        "a rehearsal on a copy of a site, as if it were then",
    },
    environment: BOT,
    exits: { 0: DONE, 1: "something could not be read or told", 2: BAD },
  },
  status: {
    examples: { status: "also beside a running bot", "status --json": "a line a watch" },
    environment: DATA,
    exits: { 0: DONE, 2: BAD },
  },
  "hash-password": {
    examples: { "hash-password": "asks twice, and shows nothing of what is typed", "hash-password < file": "a line" },
    environment: [],
    exits: { 0: DONE, 2: "it is too short, or was typed differently", 130: STOPPED[130] },
  },
  forget: {
    examples: {
      'forget "A. Reader"': "says who that is, asks, and says what remains",
      "forget 623456789012345671 --yes": "an account on Discord, for a script",
    },
    environment: DATA,
    exits: { 0: DONE, 1: "it was not meant, and nobody was forgotten", 2: BAD },
  },
  notices: {
    examples: {
      "notices --limit 5": "the last five",
      "notices --since 2022-08-31 --json": "from that day on, with their ids",
    },
    environment: DATA,
    exits: { 0: DONE, 2: BAD },
  },
  record: {
    examples: {
      record: "each watch, and the record by kind of wording",
      "record --watch xinjiang-assessment --at 2022-02-05": "what was to be said on that day",
      "record --scores": "how the forecasts did that were sent",
      "record --export xinjiang-assessment > rows.csv": "its rows, to go through and put into a file of your own",
    },
    environment: DATA,
    exits: { 0: DONE, 1: "rows of your files cannot be read; each is a sentence, and all others count", 2: BAD },
  },
  init: {
    examples: { init: "config/coming-weeks.yaml, and the watches beside it" },
    environment: [],
    exits: { 0: DONE, 1: "the disk is full", 2: "there is a config already, or the folder cannot be written" },
  },
  validate: {
    examples: {
      validate: "the config that `start` would use",
      "validate --config elsewhere/coming-weeks.yaml --json": "another, for a script",
    },
    environment: [...CONFIG, "DATABASE_URL", ...DISCORD, ...ARCHIVE],
    exits: { 0: "it is good; there may be warnings", 2: "something cannot be right; each is a sentence" },
  },
  doctor: {
    examples: {
      doctor: "config, store, archive, heartbeat, network, channels, Discord",
      "doctor --send": "the same, and a test message to each channel of `delivery.channels`",
    },
    environment: [...BOT, "HEARTBEAT_URL"],
    exits: { 0: "all works", 1: "something does not, and the line says what to do", 2: BAD },
  },
  confirm: {
    examples: { 'confirm 3f2a9c1d --by "A. Reader"': "this is the report" },
    ...decided,
  },
  dismiss: {
    examples: { 'dismiss 3f2a9c1d --reason "a press release about it"': "this is not" },
    ...decided,
  },
  "statement list": {
    examples: { "statement list": "what was said, and what is proposed" },
    environment: DATA,
    exits: { 0: DONE, 2: BAD },
  },
  "statement add": {
    examples: {
      "statement add 3f2a9c1d": "as it was read",
      "statement add 3f2a9c1d --latest 2022-08-31": "with the day that you know better",
    },
    ...decided,
  },
  "statement new": {
    examples: {
      "statement new --watch my-watch --on … --said-by … --phrase …": "what nobody proposed",
    },
    environment: DATA,
    exits: { 0: DONE, 1: "somebody changed the watch meanwhile, or its file cannot be written", 2: BAD },
  },
  "statement dismiss": { examples: { "statement dismiss 3f2a9c1d": "it says nothing of when" }, ...decided },
  "statement export": {
    examples: { "statement export --watch my-watch": "to be put into its file" },
    environment: DATA,
    exits: { 0: DONE, 2: BAD },
  },
  phrases: {
    examples: {
      phrases: "all that are known",
      'phrases "by the end of Q1" --on 2022-01-14': "what one is taken to mean",
    },
    environment: [],
    exits: { 0: DONE, 1: "the phrase is not understood", 2: "bad usage" },
  },
  "archive verify": {
    examples: {
      "archive verify": "the bot’s own, with every citation",
      "archive verify evidence-cc3911140ec888ab.wacz": "what was exported, with its signatures; or any WARC file",
    },
    environment: [...DATA, ...ARCHIVE],
    exits: {
      0: "all of it holds",
      1: "nothing is wrong with what was exported, and something in it shows less than it says",
      2: `something does not hold; or ${BAD}`,
      ...STOPPED,
    },
  },
  backup: {
    examples: {
      "backup coming-weeks.tar": "a bot may run beside",
      "backup all.tar --with-keys": "to a safe place alone",
    },
    environment: DATA,
    exits: {
      0: DONE,
      1: "it was made, and of the archive something is damaged or gone; or the disk is full",
      2: BAD,
      ...STOPPED,
    },
  },
  restore: {
    examples: { "restore coming-weeks.tar --data data": "into a folder that is not there yet, or empty" },
    environment: DATA,
    exits: {
      0: DONE,
      1: "the disk is full, or the archive was not whole when it was backed up",
      2: `it is no whole backup; or ${BAD}`,
      ...STOPPED,
    },
  },
  verify: {
    examples: {
      verify: "all that is kept; also beside a running bot",
      "verify --again": "and whether what was found follows from the looks; with no bot running",
    },
    environment: [...DATA, ...ARCHIVE],
    exits: { 0: "all of it holds", 2: `something does not; or ${BAD}`, ...STOPPED },
  },
  recover: {
    examples: { recover: "the bot is stopped first; the database as it was stays beside" },
    environment: [...DATA, ...ARCHIVE],
    exits: {
      0: "all of it is there again",
      1: "all but what it names",
      2: `the archive is damaged as well; or ${BAD}`,
      ...STOPPED,
    },
  },
  keys: {
    examples: {
      keys: "for whoever is to check what the bot signed",
      "keys --new": "where somebody else may know the ones before",
    },
    environment: DATA,
    exits: { 0: DONE, 2: BAD },
  },
  "evidence export": {
    examples: {
      "evidence export cc3911140ec888ab": "what one message rests on, as evidence-cc3911140ec888ab.wacz",
      "evidence export 3f2a9c1d3f2a9c1d3f2a9c1d3f2a9c1d --out case.wacz":
        "a piece of evidence, with every message about it",
    },
    environment: [...DATA, ...ARCHIVE],
    exits: { 0: DONE, 1: "some of it is not there any more", 2: BAD },
  },
  move: {
    examples: { "move --data data --to postgres://user:password@host/database": "the bot is stopped first" },
    environment: [...CONFIG, "COMING_WEEKS_DATA", "DATABASE_URL"],
    exits: { 0: "all is there", 1: "it stopped; run again, it goes on", 2: `a side differs; or ${BAD}`, ...STOPPED },
  },
  preview: {
    examples: {
      "preview https://www.example.org/news": "what the bot reads there",
      "preview https://www.example.org/news --watch my-watch": "and what each item would mean for a watch",
    },
    environment: CONFIG,
    exits: { 0: "it can be read", 1: "it cannot, for the reason given", 2: BAD, ...STOPPED },
  },
  add: {
    examples: {
      add: "asks for what it does not know",
      "add --dry-run": "shows the file, and writes nothing",
      "add --yes --title … --said-by … --on … --phrase … --site …": "asks nothing, for a script",
    },
    environment: DATA,
    exits: { 0: "written", 1: "left without writing", 2: BAD, ...STOPPED },
  },
  "watch list": { examples: { "watch list": "every watch, and who changed it last" }, ...kept },
  "watch history": { examples: { "watch history my-watch": "who changed what, and when" }, ...kept },
  "watch pause": {
    examples: {
      "watch pause my-watch": "all of it",
      "watch pause my-watch --source feed": "one source",
    },
    ...kept,
  },
  "watch resume": { examples: { "watch resume my-watch": "go on" }, ...kept },
  "watch mute": {
    examples: { "watch mute my-watch --until 2026-05-01": "what is less urgent waits until then" },
    ...kept,
  },
  "watch unmute": { examples: { "watch unmute my-watch": "what waited is told" }, ...kept },
  "watch remove": { examples: { "watch remove my-watch": "what was found of it stays" }, ...kept },
  "watch restore": { examples: { "watch restore my-watch": "it goes on where it was" }, ...kept },
  "watch export": {
    examples: { "watch export my-watch": "its YAML", "watch export --out watches": "a file for each" },
    ...kept,
  },
  "watch import": { examples: { "watch import watches/*.yaml": "from files, each looked through before" }, ...kept },
  "log review": {
    examples: {
      "log review --since 2022-08-01 --watch my-watch": "a month of one watch",
      "log review --check 7fa34fa66ea6f91c": "one look",
      "log review --level warn --lines --follow": "trouble, as it comes",
      "log review -": "a log from a pipe (docker logs coming-weeks 2>&1 | …)",
    },
    environment: DATA,
    exits: { 0: DONE, 2: BAD },
  },
  "log events": { examples: { "log events": "what may stand in the log" }, environment: [], exits: { 0: DONE } },
  replay: {
    examples: {
      replay: "the documented history",
      "replay --keep": "the same, and then a page to look at",
      "replay data/archive/*.warc.gz": "an archive",
      "replay data/archive/*.warc.gz --watch my.yaml": "an archive, by another watch",
    },
    environment: [...CONFIG, ...DISCORD, ...ARCHIVE],
    exits: { 0: "it came out as it must", 1: "it did not", 2: BAD, ...STOPPED },
  },
  backfill: {
    examples: {
      "backfill --from 2021-12-10": "up to today, and replay it",
      "backfill --from 2021-12-10 --to 2022-09-07 --no-replay": "fetch only",
    },
    environment: [...CONFIG, "COMING_WEEKS_DATA"],
    exits: { 0: DONE, 1: "the Wayback Machine would not; run it again later, it goes on", 2: BAD, ...STOPPED },
  },
};

const OF_ALL: Help = {
  examples: {
    replay: "nine months in half a minute; needs no account and no network",
    validate: "is the config good, and what is it taken to mean?",
    doctor: "does everything work that the bot needs?",
    start: "the bot, until Ctrl-C",
    "help archive": "the same help, for one command",
  },
  environment: Object.keys(VARIABLES) as Variable[],
  exits: { 0: DONE, 1: "something could not be read, told or understood", 2: BAD, ...STOPPED },
};

/** Adds it to the program and all its commands. */
export function addHelp(program: Command): void {
  program.addHelpText("after", (context) => shown(OF_ALL, context));
  const each = (commands: readonly Command[], above: string) => {
    for (const command of commands) {
      const name = `${above}${command.name()}`;
      const help = HELP[name];
      if (help) command.addHelpText("after", (context) => shown(help, context));
      each(command.commands, `${name} `);
    }
  };
  each(program.commands, "");
}

function shown({ examples, environment, exits }: Help, { command, error }: AddHelpTextContext): string {
  if (error) return "";
  const help = command.createHelp();
  help.prepareContext({ helpWidth: process.stdout.columns ?? 80 });
  const part = (title: string, items: readonly (readonly [term: string, description: string])[]) => {
    const width = Math.max(...items.map(([term]) => term.length));
    const lines = items.map(([term, says]) => help.formatItem(term, width, says, help));
    return items.length > 0 ? `\n${title}\n${lines.join("\n")}\n` : "";
  };
  const typed = Object.entries(examples).map(([line, says]) => `  coming-weeks ${line}\n      ${says}`);
  return [
    `\nExamples:\n${typed.join("\n")}\n`,
    part(
      "Environment (a secret may stand in a file that NAME_FILE names):",
      environment.map((name) => [name, VARIABLES[name]]),
    ),
    part("Exit codes:", Object.entries(exits)),
  ].join("");
}
