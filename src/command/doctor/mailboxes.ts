/** What `doctor` says of the mailboxes that sources name: whether they can be opened, and whether anything there is the publisher's. */
import type { ReadingRoom } from "../../check/reader.ts";
import type { Config } from "../../config/load.ts";
import { mailboxOf } from "../../config/mail.ts";
import { askedOf } from "../../fetch/asked.ts";
import type { Fetcher } from "../../fetch/fetcher.ts";
import { en } from "../../message/en.ts";
import { counted } from "../../message/figures.ts";
import { howToRead, readHead } from "../../read/head.ts";
import { problem, type Reading } from "../../read/reading.ts";
import type { Source } from "../../watch/watch.ts";
import type { Finding } from "./finding.ts";

export async function lookAtMailboxes(
  { watches }: Pick<Config, "watches">,
  fetcher: Fetcher,
  room: ReadingRoom,
): Promise<Finding[]> {
  const sources = watches.flatMap((watch) => watch.sources.map((source) => ({ source, publisher: watch.publisher })));
  const mailboxes = sources.filter(({ source }) => source.kind === "mail");
  if (mailboxes.length === 0) return [];
  const reader = room.open();
  const findings: Finding[] = [];
  try {
    for (const { source, publisher } of mailboxes) {
      const capture = await fetcher.fetch(source.url, {}, undefined, false, askedOf(source, source.url));
      const head = readHead(capture, source);
      const read =
        !head && capture.kind === "answer"
          ? (await reader.read(capture, howToRead(source, publisher), publisher.zone)).reading
          : head;
      findings.push(found(source, read ?? problem("unreadable", "was not read")));
    }
  } finally {
    reader.close();
  }
  return findings;
}

function found({ id, url, mail }: Source, reading: Reading): Finding {
  const { host } = new URL(url);
  const wrong = reading.kind === "problem" ? reading : reading.kind === "entries" ? reading.unread : undefined;
  if (wrong) return { isGood: false, text: `mail: ${id}: ${host} ${en.recorded(wrong.detail)}` };
  const messages = reading.kind === "entries" ? reading.entries.filter((entry) => entry.url.startsWith(url)) : [];
  const signed = messages.filter(({ signedBy }) => signedBy?.whose === "publisher").length;
  const by = mail?.domains.join(" or ") ?? "";
  const says =
    signed === 0 ? `nothing there is signed by ${by} so far` : `${counted(signed, "message")} there signed by ${by}`;
  return { isGood: true, text: `mail: ${id}: ${host} lets in, and ${mailboxOf(url)} is read; ${says}` };
}
