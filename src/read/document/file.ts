/**
 * The text of a file: PDF, DOCX, ODT, EPUB. Slow, and greedy with memory on hostile files: it is read in a thread that can be
 * ended (check/reading-thread.ts).
 */

import type { FileContent } from "../reading.ts";
import { extractPdf } from "./pdf.ts";
import { extractZipped } from "./zipped.ts";

/** Which kind of file bytes are, or undefined when they are none whose text is read. */
export function fileForm(bytes: Uint8Array): "pdf" | "zip" | "old-word" | "locked" | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024));
  if (head.includes("%PDF-")) return "pdf";
  if (head.subarray(0, 4).equals(Buffer.from("PK\u0003\u0004", "latin1"))) return "zip";
  // [MS-CFB] §2.2: the compound file that Word wrote until 2003, and in which it puts what is locked ([MS-OFFCRYPTO] §2.3.4.4).
  if (!head.subarray(0, 8).equals(Buffer.from("d0cf11e0a1b11ae1", "hex"))) return undefined;
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  return whole.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "locked" : "old-word";
}

/** @throws when it is not a file that can be opened */
export async function extractFile(bytes: Uint8Array): Promise<FileContent> {
  return fileForm(bytes) === "pdf" ? extractPdf(bytes) : extractZipped(bytes);
}
