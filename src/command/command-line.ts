/** The command line: reads options, loads the command that was called. */
import { Command, CommanderError, Option } from "commander";
import { ROLES } from "../bot/role.ts";
import { keepTo } from "../config/file-modes.ts";
import { redacted } from "../config/redaction.ts";
import { OWN_FOLDER, usualSettings } from "../config/shipped.ts";
import { VERSION } from "../watch/software.ts";
import type { CommonOptions } from "./context.ts";
import { custodyCommands } from "./custody-commands.ts";
import { draftingCommands } from "./drafting-commands.ts";
import { addHelp } from "./help.ts";
import type { Lent, Run } from "./lent.ts";
import { byOption, count, day, instant, listen, moment, origin } from "./options.ts";
import { endUnprinted } from "./printing.ts";
import { upkeepCommands } from "./upkeep-commands.ts";

endUnprinted();

const program = new Command("coming-weeks")
  .description("Watches for a promised publication, keeps the clock, and tells what it can show.")
  .version(VERSION)
  .showHelpAfterError("(--help shows what can be said)")
  .configureOutput({ outputError: (text, write) => write(text) })
  .exitOverride();

/** The options most commands share. */
function command(name: string, description: string, parent: Command = program): Command {
  return parent
    .command(name)
    .description(description)
    .addOption(
      new Option("--config <file>", "the settings; watches stand in the folder it names")
        .env("COMING_WEEKS_CONFIG")
        .default(usualSettings()),
    )
    .option("--data <dir>", "where the bot keeps what it has seen")
    .option("--at <instant>", "act as if it were then; a day is read as noon UTC", instant)
    .addOption(
      new Option("--log-level <level>", "how much the log says").choices(["trace", "debug", "info", "warn", "error"]),
    );
}
const originOption = () =>
  new Option(
    "--origin <site=address>",
    "serve a site's name from another address, for rehearsals (repeatable)",
  ).argParser(origin);
const sayHere = ["--say-here", "tell it to the channels that this environment names, not leave it to `start`"] as const;
const json = "one JSON object a line instead of text";

/** Loads a command's code only when it is called, and turns its answer into the exit code. */
function action<Options extends CommonOptions>(load: () => Promise<Run<Options>>) {
  return async (...given: unknown[]) => {
    const invoked = given.at(-1) as Command;
    const options = invoked.opts() as Options;
    const { explain } = await import("./context.ts");
    // What no part of the command waits for any more: who goes on after that does not know what is left undone.
    const broken = (error: unknown) => process.exit(explain(error, options.logLevel));
    process.on("uncaughtException", broken);
    try {
      const run = await load();
      process.exitCode = await run({ ...options, arguments: invoked.args });
    } catch (error) {
      process.exitCode = explain(error, options.logLevel);
    } finally {
      process.off("uncaughtException", broken);
    }
  };
}

command("start", "run the bot until it is stopped")
  .addOption(originOption())
  .option("--listen <host:port>", "where the status page is served", listen)
  .addOption(
    new Option(
      "--role <role>",
      "where several share a database (DATABASE_URL): what this one does. worker looks and writes to webhooks, discord speaks for the bot's token, web serves the page",
    )
      .env("COMING_WEEKS_ROLE")
      .choices(ROLES)
      .default("all"),
  )
  .action(action(async () => (await import("./start.ts")).start));

command("check", "one pass over every source that is due, then stop; what it finds waits for `start`")
  .addOption(originOption())
  .option("--all", "every source, due or not")
  .option(...sayHere)
  .option("--json", json)
  .action(action(async () => (await import("./check.ts")).checkOnce));

command("status", "where each watch stands, from what has been seen")
  .option("--json", json)
  .action(action(async () => (await import("./status.ts")).showStatus));

program
  .command("hash-password")
  .description("read a password, and print what WEB_PASSWORD may hold instead of it")
  .action(action(async () => (await import("./hash-password.ts")).printHash));

command("notices", "what people have been told")
  .option("--watch <id>", "only this watch")
  .option("--since <day>", "only from then on: a day, by the publisher’s clock, or an instant", moment)
  .option("--limit <count>", "at most this many, the newest", count, 50)
  .option("--json", json)
  .action(action(async () => (await import("./notices.ts")).showNotices));

const lent: Lent = { program, command, originOption, day, json, action };
draftingCommands(lent);

program
  .command("init")
  .description("copy the settings and watches that ship with the program into a folder, to be changed there")
  .argument("[folder]", "where to", OWN_FOLDER)
  .action(action(async () => (await import("./init.ts")).makeConfig));

command("validate", "look through the config and say what is wrong with it")
  .option("--json", json)
  .action(action(async () => (await import("./validate.ts")).validate));

command("doctor", "try everything the bot needs, and say what to do about what fails")
  .option("--send", "send a test message to each channel of `delivery.channels`")
  .addOption(originOption())
  .action(action(async () => (await import("./doctor/doctor.ts")).doctor));

for (const [name, description] of [
  ["confirm", "confirm a signal: this is the report"],
  ["dismiss", "dismiss a signal or a piece of evidence: this is not the report"],
] as const)
  command(name, description)
    .argument("<evidence>", "the id that the message or `status` gives")
    .addOption(byOption("who decided"))
    .option("--reason <text>", "why; it is told with the correction")
    .option(...sayHere)
    .action(action(async () => (await import("./decide.ts")).decideBy(name)));

const statement = program.command("statement").description("what was said on timing, and what the bot proposes to add");

command("list", "what was said, and what waits for a person’s word", statement)
  .option("--watch <id>", "only this watch")
  .option("--json", json)
  .action(action(async () => (await import("./statement.ts")).listStatements));

command("add", "add a proposed statement to its watch: the clock then counts it", statement)
  .argument("<id>", "as the message or `statement list` gives it; its first eight characters do")
  .addOption(byOption("who adds it"))
  .option("--said-by <name>", "who said it, where you know more than the page’s publisher")
  .option("--latest <day>", "the last day on which the promise would be kept, where the phrase was read wrongly", day)
  .option("--likely <day>", "the likeliest day; the latest when left out", day)
  .option("--earliest <day>", "the first day worth expecting; the day it was said when left out", day)
  .option(...sayHere)
  .action(action(async () => (await import("./statement.ts")).addStatement));

command("dismiss", "say that a proposed statement is none, or take one back that was added", statement)
  .argument("<id>", "as the message or `statement list` gives it")
  .addOption(byOption("who decided"))
  .option(...sayHere)
  .action(action(async () => (await import("./statement.ts")).dismissStatement));

command("export", "the statements that people added, as YAML for the watch’s file", statement)
  .option("--watch <id>", "only this watch")
  .action(action(async () => (await import("./statement.ts")).exportStatements));

upkeepCommands(statement, lent);

program
  .command("phrases")
  .description("the time phrases that are understood; with one, what it is taken to mean")
  .argument("[phrase...]", "the few words that speak of time: “by the end of the month”")
  .option("--on <day>", "the day on which it was said; today by default", day)
  .option("--json", json)
  .action(action(async () => (await import("./phrases.ts")).showPhrases));

command("record", "how such promises went before, what that says of each watch, and how good it is")
  .option("--watch <id>", "only this watch")
  .option("--by <days...>", "the chance by the end of these days as well", (text: string, before: string[] = []) => [
    ...before,
    day(text),
  ])
  .option("--rows", "all rows behind the figures, with their sources")
  .option("--scores", "how the bot’s own forecasts did, those that were sent, against the literal reading")
  .option("--check", "how good the method is: each document left out in turn")
  .option("--export <watch>", "the rows that a watch makes, as CSV, ready to add to a file of yours (record.files)")
  .option("--json", json)
  .action(action(async () => (await import("./record.ts")).showRecord));

custodyCommands(lent);

const log = program.command("log").description("what happened, from the store and the log");

command("review", "what happened, summarised: looks, gaps, changes, problems by cause, deliveries, coverage", log)
  .argument("[files...]", "log files, or - for a pipe; the data folder’s own, and its store, when left out")
  .option(
    "--since <day>",
    "from then on: a day, by the publisher’s clock, or an instant; seven days by default",
    moment,
  )
  .option("--until <day>", "up to then: a day, to its end, or an instant", moment)
  .option("--watch <id>", "only this watch")
  .option("--source <id>", "only this source")
  .addOption(
    new Option("--level <level>", "only lines of this level and above").choices(["debug", "info", "warn", "error"]),
  )
  .option("--check <id>", "one look: its lines, its row, what was told of it")
  .option("--lines", "print the lines themselves as well")
  .option("--follow", "then go on with what is logged from now on")
  .option("--json", json)
  .action(action(async () => (await import("./log.ts")).reviewLog));

command("events", "every event the log may hold, with its fields", log)
  .option("--json", json)
  .action(action(async () => (await import("./log.ts")).listEvents));

command("replay", "run a history through the same check on a simulated clock: the documented one, or an archive")
  .argument(
    "[files...]",
    "WARC files, the bot’s own or any other tool’s, or s3://bucket/prefix; when left out, what ARCHIVE_URL leads to, or else the documented history",
  )
  .option("--watch <file>", "another watch: what would it have said?")
  .option("--discord", "post its messages on Discord as well, slowly, each marked as a replay")
  .option("--every <duration>", "how often quiet days of the documented history are looked at", "3h")
  .option(
    "--walled",
    "the documented history, had the site refused robots: a sister’s word, and copies of a web archive",
  )
  .option("--keep", "then show it on a page, until Ctrl-C, and keep what it is made from")
  .option("--listen <host:port>", "where that page is served; any free port by default", listen)
  .option("--json", json)
  .action(action(async () => (await import("./replay.ts")).replay));

command("backfill", "fetch what the Wayback Machine holds of a watch’s sources, politely, and replay it")
  .addOption(originOption())
  .option("--watch <id>", "only this watch")
  .requiredOption("--from <day>", "the first day, by the publisher’s clock", day)
  .option("--to <day>", "the last day; today by default", day)
  .option("--no-replay", "fetch only")
  .option("--json", json)
  .action(action(async () => (await import("./backfill.ts")).backfill));

addHelp(program);

/** Whatever is printed, and by whomever, has its secrets cut out. @returns what lets it be printed as it is again */
function redactPrinted(): () => void {
  const streams = [process.stdout, process.stderr].map((stream) => [stream, stream.write] as const);
  for (const [stream, write] of streams)
    stream.write = ((chunk: string | Uint8Array, ...rest: never[]) =>
      write.call(
        stream,
        typeof chunk === "string" ? redacted(chunk) : redactedBytes(chunk),
        ...rest,
      )) as typeof stream.write;
  return () => {
    for (const [stream, write] of streams) stream.write = write;
  };
}

/** What is no text, or holds no secret, stays byte for byte as it is. */
function redactedBytes(bytes: Uint8Array): Uint8Array | string {
  const text = Buffer.from(bytes).toString();
  const said = redacted(text);
  return said === text ? bytes : said;
}

/** Runs what is called, and leaves what it came to in the process's exit code. @param args what stands behind the program's name */
export async function commandLine(args: readonly string[]): Promise<void> {
  const printAsItIs = redactPrinted();
  keepTo("owner");
  try {
    if (args.length === 0) program.outputHelp();
    else await program.parseAsync(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  } finally {
    printAsItIs();
  }
}
