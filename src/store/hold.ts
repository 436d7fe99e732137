/** The database held against the archive: what either says that was told, decided of the watches and signed, the other must say as well. */

import type { Account } from "../archive/account.ts";
import { readStub, type Signed } from "../archive/chain/signed.ts";
import { digestOfText } from "../archive/digest.ts";
import { readFileName } from "../archive/file-names.ts";
import { type Notice, noticeId } from "../judge/notice.ts";
import type { Store } from "./store.ts";
import type { WatchText } from "./watch-texts.ts";

/** What a database says, as of one moment. */
export interface Said {
  notices: readonly Notice[];
  checkpoints: readonly Signed[];
  texts: readonly WatchText[];
}

export async function saidBy(store: Store): Promise<Said> {
  const [notices, checkpoints] = [await store.notices.list({ limit: MOST }), await store.checkpoints.all()];
  const texts: WatchText[] = [];
  for (const { watch } of await store.texts.newest()) texts.push(...(await store.texts.versions(watch, MOST)));
  return { notices, checkpoints, texts };
}

/** More than a bot says in its life. */
const MOST = 1_000_000;

/**
 * @param before what it said before the archive was read: all of it must be there
 * @param after what it said then: all that the archive tells must be there
 * @returns what is wrong, a sentence each
 */
export function heldAgainst(account: Account, before: Said, after: Said): string[] {
  const { from } = account;
  // Of what was written before the archive begins, or stood in a file that was removed, it says nothing.
  const forgotten = new Set(account.forgotten.flatMap(({ text }) => dayOf(readStub(text)?.file)));
  const isTold = (at: string) =>
    from !== undefined && at >= from && !forgotten.has(at.slice(0, 10).replaceAll("-", ""));
  const told = new Map(account.told().map((one) => [noticeId(one.notice), one]));
  const known = new Map(after.notices.map((notice) => [noticeId(notice), notice]));
  const faults: string[] = [];
  for (const notice of before.notices) {
    const id = noticeId(notice);
    const then = told.get(id);
    if (!then && isTold(notice.at))
      faults.push(`the database has the notice ${id} of ${notice.at}, of which the journal tells nothing`);
    const text = JSON.stringify(notice);
    if (then && text !== JSON.stringify(then.notice) && !then.completed.includes(digestOfText(text)))
      faults.push(`the notice ${id} of ${notice.at} says something else in the database than in the journal`);
  }
  for (const [id, { notice }] of told)
    if (!known.has(id)) faults.push(`the database lacks the notice ${id} of ${notice.at}, which the journal tells of`);
  const signed = new Set(account.checkpoints.map(({ text }) => text));
  for (const { text, at } of before.checkpoints)
    if (!signed.has(text) && isTold(at))
      faults.push(`the database has a checkpoint of ${at} that is not in the journal`);
  const kept = new Set(after.checkpoints.map(({ text }) => text));
  for (const { text, at } of account.checkpoints)
    if (!kept.has(text)) faults.push(`the database lacks the checkpoint of ${at}`);
  const versions = new Map(after.texts.map((one) => [`${one.watch} ${one.version}`, one]));
  for (const { watch, version, after: revised } of account.revisions()) {
    const one = versions.get(`${watch} ${version}`);
    if (!one) faults.push(`the database lacks version ${version} of the watch ${watch}`);
    else if (one.text !== revised.text)
      faults.push(`version ${version} of the watch ${watch} is not the one that the journal tells of`);
  }
  return faults;
}

/** A file's day, eight digits: what it held was of that day. */
function dayOf(file: string | undefined): string[] {
  const day = readFileName(file ?? "")?.day;
  return day === undefined ? [] : [day];
}
