/** A place that messages go to. */
import type { Notice } from "../judge/notice.ts";

export type Sent =
  | { kind: "sent"; remoteId?: string | undefined }
  /** Try again; after this many milliseconds where the other side said so. */
  | { kind: "later"; error: string; wait?: number | undefined }
  /** This channel cannot be written to until a person mends it. Its notices are kept. */
  | { kind: "stopped"; error: string };

export interface Channel {
  /** Stable across restarts: deliveries are kept by it. */
  id: string;
  takes: (notice: Notice) => boolean;
  /** @param isRetry whether an earlier try may have arrived without our knowing */
  send(notice: Notice, deliveryId: string, isRetry: boolean): Promise<Sent>;
  close(): Promise<void>;
}
