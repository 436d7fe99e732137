/** What is told past the record, while the machine lets nothing be written down: that it is so, what is seen meanwhile, and that it is over. */
import type { Notice } from "../judge/notice.ts";
import type { MachineFaultKind } from "../language/machine-fault.ts";
import type { InstantText } from "../time/instant.ts";
import type { Language } from "../watch/names.ts";
import { catalogue } from "./languages.ts";
import { nameOf } from "./named.ts";
import { type Message, say, type Where } from "./wording.ts";

export type Bulletin =
  | { kind: "cannot-write"; why: MachineFaultKind; since: InstantText }
  | { kind: "seen"; why: MachineFaultKind; notice: Notice }
  | { kind: "can-write"; since: InstantText; at: InstantText }
  /** Somebody tries out whether messages arrive. */
  | { kind: "test"; at: InstantText };

/** @param where what the links hang on, of what was seen */
export function sayBulletin(bulletin: Bulletin, language: Language = "en", where: Where = {}): Message {
  const words = catalogue(language);
  const { moment, unwritten, typeset } = words;
  const said = (title: string, paragraphs: string[], instants: InstantText[], links: Message["links"] = []) => ({
    title: typeset(title),
    paragraphs: paragraphs.map(typeset),
    links,
    instants,
  });
  switch (bulletin.kind) {
    case "cannot-write": {
      const { why, since } = bulletin;
      return said(unwritten.began, [unwritten.since(unwritten.why[why], moment(since)), unwritten.meanwhile], [since]);
    }
    case "seen": {
      const { why, notice } = bulletin;
      const { links } = say(notice, undefined, language, where);
      const [title, says] = [unwritten.seen(nameOf(notice.status, language)), unwritten.of[aboutOf(notice)]];
      return said(title, [says, unwritten.later(unwritten.why[why])], [], links);
    }
    case "can-write": {
      const { since, at } = bulletin;
      return said(unwritten.ended, [unwritten.over(moment(since), moment(at))], [since, at]);
    }
    case "test": {
      const { at } = bulletin;
      return said(unwritten.test, [unwritten.tested(moment(at))], [at]);
    }
  }
}

/** What may be said of it before it is on record: never that it is published. */
function aboutOf({ kind }: Notice): "publication" | "withdrawal" | "other" {
  if (kind === "published" || kind === "signalled") return "publication";
  return kind === "withdrawn" || kind === "corrected" ? "withdrawal" : "other";
}
