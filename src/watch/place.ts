/** A place on Discord that messages go to. */
import type { QuietHours } from "../time/quiet-hours.ts";
import type { Card, Language, NoticeKind, RecordSaid } from "./names.ts";

export interface Place {
  /** Stable across restarts: deliveries are kept by it. */
  id: string;
  way: { kind: "channel"; channel: string } | { kind: "webhook"; url: string };
  /** Only these watches; all when left out. */
  watches?: readonly string[] | undefined;
  kinds: readonly NoticeKind[];
  /** A role, and the kinds of notice for which it is called. */
  mentionRole?: string | undefined;
  mentionKinds: readonly NoticeKind[];
  /** When it is told only what is most urgent; the rest waits until it is over. */
  quiet?: QuietHours | undefined;
  language: Language;
  card: Card;
  record: RecordSaid;
  /** Whether each watch has a thread of its own there, as it has in a forum. */
  threads?: boolean | undefined;
  /** Set where a history is played to people: its messages say so, come slowly, and mention nobody. */
  rehearsal?: Rehearsal | undefined;
}

export interface Rehearsal {
  /** Tells the messages of one rehearsal from those of another. */
  name: string;
  /** Milliseconds between two messages. */
  pace: number;
}
