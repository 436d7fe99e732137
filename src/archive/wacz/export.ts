/** All that a verdict rests on, in one file that can be sent to somebody: a WACZ, with the notice, the way to a checkpoint, and how to check them. */
import type { KeyObject } from "node:crypto";
import { redacted } from "../../config/redaction.ts";
import { noticeId } from "../../judge/notice.ts";
import { say } from "../../message/wording.ts";
import type { InstantText } from "../../time/instant.ts";
import { linesOf } from "../cdxj.ts";
import { publicPem } from "../chain/keys.ts";
import { ArchiveError, bytesBetween } from "../source.ts";
import { encodeRecord } from "../warc.ts";
import { type Dossier, forOutsiders } from "./dossier.ts";
import { type Gathered, gather, type Sources } from "./gather.ts";
import { howToCheck, type Placed } from "./how-to-check.ts";
import { EVIDENCE, INDEX, noticeFile, PAGES, README, WARC, wayFiles } from "./layout.ts";
import { pagesOf, writePages } from "./pages.ts";
import type { Way } from "./walk.ts";
import { warcInfo } from "./warc-info.ts";
import { type Part, textPart, writeWacz } from "./write.ts";

export interface Exported extends Pick<Gathered, "captures" | "missing" | "ways"> {
  bytes: number;
}

/**
 * @param at when it is made
 * @throws {ArchiveError} when the file cannot be written, or nothing of what is cited is there
 */
export async function exportWacz(
  dossier: Dossier,
  sources: Sources,
  { file, at, key }: { file: string; at: InstantText; key: KeyObject },
): Promise<Exported> {
  const gathered = await gather(dossier, sources);
  const { captures, missing, ways, shown } = gathered;
  if (shown.length === 0)
    throw new ArchiveError(`${dossier.id}: nothing of what it rests on is there. ${missing.join(" ")}`);
  const created = `${at.slice(0, 19)}Z`;
  const pages = await pagesOf(captures, sources.files);
  const { part, placed, index } = await warcOf(dossier, gathered, created);
  const title = redacted(titleOf(dossier));
  const bytes = await writeWacz(
    file,
    [
      textPart(PAGES, redacted(writePages(pages))),
      textPart(INDEX, index),
      part,
      ...dossier.notices.map((notice) => noticePart(noticeId(notice), forOutsiders(notice))),
      ...(dossier.evidence ? [jsonPart(EVIDENCE, dossier.evidence)] : []),
      ...ways.flatMap(wayParts),
      textPart(README, redacted(howToCheck(dossier, gathered, placed))),
    ],
    {
      ...{ title, created },
      description: `What coming-weeks concluded from, as it stood in its archive. \`${README}\` tells what is here and how to check it.`,
      ...(pages.main ? { mainPageUrl: pages.main.url, mainPageDate: pages.main.ts } : {}),
    },
    key,
  );
  return { captures, missing, ways, bytes };
}

/** The WARC with the records byte for byte, where each then stands in it, and its index. */
async function warcOf({ id }: Dossier, { shown }: Gathered, created: InstantText) {
  const about = await encodeRecord(warcInfo(id, created));
  let size = about.length;
  const placed: Placed[] = [];
  for (const { record } of shown) {
    placed.push({ ...record, offset: size });
    size += record.length;
  }
  const bytes = async function* () {
    yield about;
    for (const { kept, record } of shown) yield* bytesBetween(kept, record.offset, record.offset + record.length);
  };
  const part: Part = { path: `archive/${WARC}`, size, bytes, isPacked: false };
  const index = placed.flatMap((record) => linesOf(record, WARC)).sort();
  return { part, placed, index: index.join("") };
}

function titleOf({ id, notices, evidence }: Dossier): string {
  const newest = notices.at(-1);
  return newest ? say(newest).title : (evidence?.title ?? id);
}

function noticePart(id: string, notice: object): Part {
  return jsonPart(noticeFile(id), { id, ...notice });
}

function jsonPart(path: string, value: object): Part {
  return textPart(path, redacted(`${JSON.stringify(value, undefined, 2)}\n`));
}

function wayParts({ lines, checkpoint, isWhole }: Way, index: number): Part[] {
  const { links, text, signature, key, stamp } = wayFiles(index + 1);
  const signed =
    checkpoint && isWhole
      ? [
          textPart(text, checkpoint.text),
          textPart(signature, Buffer.from(checkpoint.signature, "base64")),
          textPart(key, publicPem(checkpoint.key)),
          ...(checkpoint.token ? [textPart(stamp, Buffer.from(checkpoint.token, "base64"))] : []),
        ]
      : [];
  return [textPart(links, lines.map((line) => `${line}\n`).join("")), ...signed];
}
