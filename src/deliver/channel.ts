/** A place that messages go to. */
import type { Notice, Sequel } from "../judge/notice.ts";

export type Sent =
  | { kind: "sent"; remoteId?: string | undefined }
  /** Try again; after this many milliseconds where the other side said so. */
  | { kind: "later"; error: string; wait?: number | undefined }
  /** This channel cannot be written to until a person mends it. Its notices are kept. */
  | { kind: "stopped"; error: string };

/** A notice on its way to people, with what was learnt since it was recorded. */
export interface Outgoing {
  notice: Notice;
  /** The notice's id, by which a message can be found again. */
  id: string;
  sequel: Sequel;
}

export interface Channel {
  /** Stable across restarts: deliveries are kept by it. */
  id: string;
  takes: (notice: Notice) => boolean;
  /** @param isRetry whether an earlier try may have arrived without our knowing */
  send(outgoing: Outgoing, isRetry: boolean): Promise<Sent>;
  /** Brings a message that was sent up to date. */
  amend(outgoing: Outgoing, remoteId: string | undefined): Promise<Sent>;
  close(): Promise<void>;
}
