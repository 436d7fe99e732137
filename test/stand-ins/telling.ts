/** A bot that has something to tell, without a site where it found it. */
import { noticeId, type Told } from "../../src/judge/notice.ts";
import { titleOf } from "../../src/message/wording.ts";
import type { Rehearsal } from "./bot.ts";
import { notice, told } from "./every-notice.ts";

/** The watch that it is told of. */
export const WATCH = "xinjiang-assessment";
export const KINDS = [...new Set(told.map(({ kind }) => kind))];

export function telling(rehearsal: Rehearsal) {
  let count = 0;
  return {
    rehearsal,
    /** Records something of a kind as to be told; each time it is another. */
    record: async (kind: Told["kind"]) => {
      const what = told.find((one) => one.kind === kind);
      if (!what) throw new Error(kind);
      const one = notice(what, { key: `${kind} ${count++}`, watch: WATCH, at: rehearsal.clock.now() });
      await rehearsal.bot.store.record(WATCH, { notices: [one] });
      return { id: noticeId(one), title: titleOf(one) };
    },
    drain: (patience = 60_000) => rehearsal.bot.deliver(patience),
  };
}
