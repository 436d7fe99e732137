/** A place that messages go to. */
import type { Notice, Sequel } from "../judge/notice.ts";
import type { Bulletin } from "../message/unwritten.ts";
import type { InstantText } from "../time/instant.ts";

/** What became of something that was to be sent. */
export type Sent =
  /** `lacks`: what was left out, and why, where it was not taken whole. */
  | { kind: "sent"; remoteId?: string | undefined; lacks?: string | undefined }
  /** Try again; after this many milliseconds where the other side said so. */
  | { kind: "later"; error: string; wait?: number | undefined }
  /** This channel cannot be written to until a person mends it. Its notices are kept. */
  | { kind: "stopped"; error: string }
  /** This is taken in no form. What else there is to send may be. */
  | { kind: "refused"; error: string };

/** A notice on its way to people, with what was learnt since it was recorded. */
export interface Outgoing {
  notice: Notice;
  /** The notice's id, by which a message can be found again. */
  id: string;
  sequel: Sequel;
  /** The message that it answers, where there is one about the same event. */
  answers?: string | undefined;
}

/** Several notices that are named in one message, the oldest first. */
export interface SumUp {
  id: string;
  of: readonly Outgoing[];
}

export interface Channel {
  /** Stable across restarts: deliveries are kept by it. */
  id: string;
  /** What it shares with others, and how many of these are written to at once; left out where it shares nothing that may be busy. */
  server?: { name: string; atOnce: number } | undefined;
  takes: (notice: Notice) => boolean;
  /** Until when it wants to hear of nothing but what is most urgent; undefined when it takes all. Left out where it always does. */
  quietUntil?(now: InstantText): InstantText | undefined;
  /** @param triedAgo milliseconds since an earlier try that may have arrived without our knowing; undefined at the first */
  send(what: Outgoing | SumUp, triedAgo: number | undefined): Promise<Sent>;
  /** Brings a message that was sent up to date. */
  amend(outgoing: Outgoing, remoteId: string | undefined): Promise<Sent>;
  /** Tells what is on no record, as there can be none. @param triedAgo as above. Left out where there is nobody to tell */
  tell?(bulletin: Bulletin, triedAgo: number | undefined): Promise<Sent>;
  /** Passes a message that was sent on to those who follow the channel. Left out where nobody can. */
  passOn?(remoteId: string): Promise<Sent>;
}
