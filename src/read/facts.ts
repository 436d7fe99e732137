/** What is kept of a file that was read: enough to name it, and to tell later whether it is still the same. */
import type { Capture } from "../fetch/capture.ts";
import type { FileFacts, Reading } from "./reading.ts";

/** What can be said of a file that was had: more of a PDF than of others. Undefined when it is not there or not a file. */
export function factsOf(capture: Capture, reading: Reading): FileFacts | undefined {
  if (reading.kind === "document" && reading.sha256) {
    const { sha256, bytes = 0, pages, date, language, lines } = reading;
    const scan = lines.length === 0 ? { isScan: true } : {};
    return { sha256, bytes, pages, date, language, ...scan };
  }
  const isFile =
    capture.kind === "answer" &&
    capture.status === 200 &&
    !/html|^$/i.test(capture.headers["content-type"] ?? "") &&
    capture.headers["content-encoding"] === undefined;
  return isFile ? { sha256: capture.digest, bytes: capture.wire.length } : undefined;
}
