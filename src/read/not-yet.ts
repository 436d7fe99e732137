/**
 * A document that is not there yet, where its site says so with 200 and nothing behind it. Anywhere else an answer with nothing in it is
 * a server that is broken, and says nothing of the document.
 */
import type { Answer } from "../fetch/capture.ts";
import type { Source } from "../watch/watch.ts";
import type { Absent } from "./reading.ts";

/** The UN's documents by symbol: of one that is not issued it gives 200 and zero bytes. */
const UN_DOCUMENTS = /^https:\/\/documents\.un\.org\/api\/symbol\/access\?/;

/** @param bytes of the body, once it is unpacked. @returns undefined where it is no word on the document */
export function notYet(
  { finalUrl, status = 200 }: Pick<Answer, "finalUrl"> & Partial<Pick<Answer, "status">>,
  bytes: number,
  { kind, empty }: Pick<Source, "kind" | "empty">,
): Absent | undefined {
  const isSaid = kind === "document" && status === 200 && bytes === 0;
  return isSaid && (empty === "absent" || UN_DOCUMENTS.test(finalUrl)) ? { kind: "absent", status } : undefined;
}
