/** `preview` and `add`: their options. */
import { Option } from "commander";
import { DATE_ORDERS } from "../time/date-order.ts";
import { SOURCE_KINDS } from "../watch/names.ts";
import type { Lent } from "./lent.ts";

export function draftingCommands({ command, originOption, day, json, action }: Lent): void {
  command("preview", "what the bot reads at an address, and what it would mean for a watch; nothing is kept")
    .argument("<url>", "a listing, a page, a feed, a sitemap, a document")
    .addOption(originOption())
    .option("--watch <id>", "judge it by this watch: its id, or its file")
    .option("--follow", "follow the links on the watch’s subject as well, as a check does")
    .addOption(
      new Option("--as <kind>", "read it as this, instead of as it seems to be").choices(
        SOURCE_KINDS.filter((kind) => kind !== "mail"),
      ),
    )
    .addOption(new Option("--dates <order>", "how it writes 03/04/2022").choices(DATE_ORDERS))
    .option("--region <selector>", "of a page: the part that is watched")
    .option("--select <selector>", "of a listing: one item")
    .option("--limit <count>", "how many items are shown", "20")
    .option("--json", json)
    .action(action(async () => (await import("./preview.ts")).previewAddress));

  command("add", "watch another promise: asks for it in your words, proposes the rest, writes the watch’s file")
    .addOption(originOption())
    .option("--title <text>", "what was promised, as far as its title is known")
    .option("--said-by <name>", "who promised it")
    .option("--on <day>", "the day on which they said so", day)
    .option("--phrase <words>", "what they said of when: the sentence, or the few words that speak of time")
    .option("--latest <day>", "the last day on which the promise would be kept, where no phrase says it", day)
    .option("--likely <day>", "the likeliest day; the latest when left out", day)
    .option("--earliest <day>", "the first day worth expecting; the day it was said when left out", day)
    .option("--link <url>", "where that is reported")
    .option("--site <url>", "a page of the publisher’s where it would appear: news, publications, the front page")
    .option("--publisher <name>", "what the publisher is called")
    .option("--short <name>", "what messages call it, in a few words")
    .option("--zone <zone>", "where the publisher counts its days, such as Europe/Zurich")
    .option("--host <hosts...>", "the publisher’s hosts, and no others")
    .option("--source <urls...>", "the addresses to watch besides the page, and no others")
    .option("--subject <words>", "groups of words that stand for one another: “Xinjiang, XUAR; report, assessment”")
    .addOption(
      new Option("--dates <order>", "how it writes 03/04/2022, where its own dates do not tell").choices(DATE_ORDERS),
    )
    .option("--html", "the office publishes pages: a long one counts as the document")
    .option("--no-html", "only files count")
    .option("--words <count>", "how many words it has at least")
    .option("--id <name>", "what its file is called")
    .option("--yes", "ask nothing: what is not said is taken as proposed")
    .option("--dry-run", "print the file instead of writing it")
    .option("--json", json)
    .action(action(async () => (await import("./add.ts")).addWatch));
}
