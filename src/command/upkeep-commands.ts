/** `watch`, and `statement new`: their options. */
import { type Command, Option } from "commander";
import { BEARINGS } from "../watch/names.ts";
import type { Lent } from "./lent.ts";
import { byOption } from "./options.ts";

export function upkeepCommands(statement: Command, { program, command, day, json, action }: Lent): void {
  const watch = program.command("watch").description("the watches there are: who changed them, and changes to them");
  const by = () => byOption("who does it");

  command("list", "every watch, how it is, and who changed it last", watch)
    .option("--json", json)
    .action(action(async () => (await import("./watch.ts")).listWatches));

  command("history", "what was changed about a watch, by whom and when, the newest last", watch)
    .argument("<id>")
    .option("--json", json)
    .action(action(async () => (await import("./watch.ts")).showHistory));

  for (const [name, description] of [
    ["pause", "look at a watch, or one of its sources, no more for now"],
    ["resume", "go on looking at it"],
  ] as const)
    command(name, description, watch)
      .argument("<id>")
      .option("--source <id>", "only this source")
      .addOption(by())
      .action(action(async () => (await import("./watch.ts")).pauseWatch(name === "pause")));

  command("mute", "tell only the publication, and what may be it, for a while; the rest waits", watch)
    .argument("<id>")
    .requiredOption("--until <day>", "the day on which everything is told again", day)
    .addOption(by())
    .action(action(async () => (await import("./watch.ts")).muteWatch));

  command("unmute", "tell everything again, also what waited", watch)
    .argument("<id>")
    .addOption(by())
    .action(action(async () => (await import("./watch.ts")).unmuteWatch));

  command("remove", "watch it no more: what was found stays, and its file is put into the folder `archived`", watch)
    .argument("<id>")
    .addOption(by())
    .action(action(async () => (await import("./watch.ts")).removeWatch));

  command("restore", "watch it again, as it was when it was removed", watch)
    .argument("<id>")
    .addOption(by())
    .action(action(async () => (await import("./watch.ts")).restoreWatch));

  command("export", "a watch’s YAML as it holds, or all of them into a folder", watch)
    .argument("[id]")
    .option("--out <dir>", "write a file for each there")
    .action(action(async () => (await import("./watch.ts")).exportWatches));

  command(
    "import",
    "take watches from files: into the folder of the watches, or into the database that several share",
    watch,
  )
    .argument("<files...>")
    .addOption(by())
    .action(action(async () => (await import("./watch.ts")).importWatches));

  command("new", "add something that was said on timing to a watch: the clock then counts it", statement)
    .requiredOption("--watch <id>", "the watch")
    .requiredOption("--on <day>", "the day on which it was said", day)
    .requiredOption("--said-by <name>", "who said it")
    .requiredOption("--phrase <words>", "the few words that speak of time")
    .addOption(new Option("--bearing <bearing>", "what it does to the clock").choices(BEARINGS).default("promise"))
    .option("--link <url>", "where it was reported")
    .option("--latest <day>", "the last day on which it would be kept, where no phrase says it", day)
    .option("--likely <day>", "the likeliest day; the latest when left out", day)
    .option("--earliest <day>", "the first day worth expecting; the day it was said when left out", day)
    .addOption(by())
    .action(action(async () => (await import("./statement.ts")).newStatement));
}
