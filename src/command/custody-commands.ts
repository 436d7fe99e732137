/** What is kept, looked after: the archive, backups, keys, who people are. */
import { Option } from "commander";
import type { Lent } from "./lent.ts";
import { keyFingerprint } from "./options.ts";

export function custodyCommands({ program, command, json, action }: Lent): void {
  const archive = program.command("archive").description("the captures that everything said rests on");

  command("verify", "compute every digest again, and look up every citation", archive)
    .argument(
      "[files...]",
      "WARC files, or s3://bucket/prefix, or WACZ files; the bot’s own archive, wherever it is, when left out",
    )
    .addOption(keyOption())
    .option("--json", json)
    .action(action(async () => (await import("./archive.ts")).verifyArchive));

  const evidence = program.command("evidence").description("what a message rests on, for people outside");

  command(
    "export",
    "write all that a message or a piece of evidence rests on into one signed file (WACZ), with how to check it",
    evidence,
  )
    .argument("<id>", "of the notice, as the message and `notices` give it, or of the evidence")
    .option("--out <file>", "the file to make; evidence-<id>.wacz by default")
    .option("--json", json)
    .action(action(async () => (await import("./evidence.ts")).exportEvidence));

  command("backup", "write the database, the archive and the config into one file, also beside a running bot")
    .argument("<file>", "the file to make, such as coming-weeks.tar")
    .option("--with-keys", "the private keys as well")
    .option("--json", json)
    .action(action(async () => (await import("./backup.ts")).backUpData));

  command("restore", "put a backup back into a new data folder, once all of it was looked through")
    .argument("<file>", "what `backup` made")
    .option("--json", json)
    .action(action(async () => (await import("./backup.ts")).restoreData));

  command(
    "verify",
    "hold the database and the archive against each other: digests, chain, signatures, citations, messages",
  )
    .addOption(keyOption())
    .option(
      "--again",
      "take every look again as well, and hold what was found against that; slow, and with no bot running",
    )
    .option("--json", json)
    .action(action(async () => (await import("./verify.ts")).verifyAll));

  command("recover", "make a damaged database anew from the archive, and say what could not be")
    .option("--json", json)
    .action(action(async () => (await import("./recover.ts")).recoverData));

  command("keys", "the public halves of the keys that the bot signs with; made where there are none")
    .option("--new", "make others, and put the ones before aside")
    .option("--json", json)
    .action(action(async () => (await import("./keys.ts")).showKeys));

  command(
    "move",
    "bring this folder’s data into an empty PostgreSQL, and compare both sides; stopped, it goes on where it was",
  )
    .option("--to <url>", "postgres://user:password@host/database; DATABASE_URL when left out")
    .option("--json", json)
    .action(action(async () => (await import("./move.ts")).moveData));

  command("forget", "forget a person: their name and account, wherever they stand in the data")
    .argument("<person>", "a name, an account’s number on Discord, or a handle")
    .option("--yes", "do not ask again")
    .action(action(async () => (await import("./forget.ts")).forgetPerson));
}

function keyOption() {
  return new Option(
    "--key <fingerprint>",
    "whose signature alone counts: the fingerprint of Checkpoints, as `keys` or the page /keys gives it; may stand several times",
  ).argParser(keyFingerprint);
}
