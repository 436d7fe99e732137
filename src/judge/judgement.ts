/** What judging gives. */
import type { Evidence } from "./evidence.ts";
import type { Notice } from "./notice.ts";

export interface Judgement {
  /** Addresses to follow before judging again; nothing else counts while there are any. */
  follow: string[];
  evidence: Evidence[];
  notices: Notice[];
}
