/** What was told, put together: what is about the same thing in one thread, and reminders that say the same as one. Pure. */
import { evidenceIn, type Notice } from "../../judge/notice.ts";
import { elapsed } from "../../time/instant.ts";

export interface Thread {
  newest: Notice;
  /** The newest of them first. */
  earlier: readonly Notice[];
}

interface Growing {
  notices: Notice[];
  /** By what another notice is known to be about the same. */
  marks: Set<string>;
}

/** What is told of the same thing within a day is one event: an office lists a document, and then it is read. */
const ONE_EVENT_MS = 24 * 3600_000;

/** @param notices the oldest first @returns the thread with the newest notice first */
export function threadsOf(notices: readonly Notice[]): Thread[] {
  const threads: Growing[] = [];
  for (const notice of notices) {
    const marks = marksOf(notice);
    const thread = threads.findLast((one) => isAbout(one, notice, marks));
    if (!thread) {
      threads.push({ notices: [notice], marks: new Set(marks) });
      continue;
    }
    thread.notices.push(notice);
    for (const mark of marks) thread.marks.add(mark);
  }
  return threads
    .flatMap(({ notices: [...all] }) => {
      const newest = all.pop();
      return newest ? [{ newest, earlier: all.reverse() }] : [];
    })
    .sort((a, b) => (a.newest.at < b.newest.at ? 1 : -1));
}

function isAbout({ notices, marks: known }: Growing, notice: Notice, marks: readonly string[]): boolean {
  const last = notices.at(-1);
  if (!last || (last.kind === "recovered" && notice.kind === "blind")) return false;
  if (marks.some((mark) => known.has(mark))) return true;
  if (notice.kind === "edition") return notices.some(({ kind }) => kind === "published");
  return notice.kind === "published" && last.kind === "signalled" && elapsed(last.at, notice.at) < ONE_EVENT_MS;
}

/** What a notice is about. */
function marksOf(notice: Notice): string[] {
  switch (notice.kind) {
    case "reminder":
      return [`reminder ${notice.status.verdict}`];
    case "blind":
    case "recovered":
      return notice.sources.map(({ id }) => `source ${id}`);
    case "proposed":
      return [said(notice.proposal.statement)];
    case "stated":
      return [said(notice.statement)];
    case "edition":
      if ("change" in notice) return [`at ${notice.change.url}`];
  }
  return evidenceIn(notice).flatMap(({ id, url, files = [] }) => [
    `evidence ${id}`,
    `at ${url}`,
    ...files.map((file) => `at ${file.url}`),
  ]);
}

function said({ on, phrase }: { on: string; phrase: string }): string {
  return `said ${on} ${phrase}`;
}
