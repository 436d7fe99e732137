/** What is kept of a file that was read: enough to name it, and to tell later whether it is still the same. */
import type { Capture } from "../fetch/capture.ts";
import type { Document, FileFacts, Reading } from "./reading.ts";

/** How a first page says that its text is not the last yet, and that it goes with another document. */
const ADVANCE =
  /\badvance (?:unedited|edited|copy|version)|\bunedited (?:advance )?(?:version|copy)|\bversion (?:préliminaire|anticipée|non éditée)|\bversión (?:anticipada|preliminar|sin editar)|предварительн\p{L}+ (?:неотредактированн\p{L}+ )?(?:вариант|верси)|未经编辑|预发本|نسخة (?:أولية|مسبقة|غير محررة)/iu;
const ANNEX = /^(?:annex(?:e|es)?|appendix|appendices|anexos?|приложени[ея]|附件|附录|مرفق|المرفق|ملحق)(?![\p{L}])/iu;
const COVER_LINES = 12;

/** What can be said of a file that was had: more of a PDF than of others. Undefined when it is not there or not a file. */
export function factsOf(capture: Capture, reading: Reading): FileFacts | undefined {
  if (reading.kind === "document" && reading.sha256) return factsOfFile(reading);
  const isFile =
    capture.kind === "answer" &&
    capture.status === 200 &&
    !/html|^$/i.test(capture.headers["content-type"] ?? "") &&
    capture.headers["content-encoding"] === undefined;
  return isFile ? { sha256: capture.digest, bytes: capture.wire.length } : undefined;
}

/** @param file a document that is a file, not a page */
export function factsOfFile({ sha256 = "", bytes = 0, pages, date, language, lines, cover = [] }: Document): FileFacts {
  const top = cover.slice(0, COVER_LINES);
  return {
    sha256,
    bytes,
    pages,
    date,
    language,
    ...(lines.length === 0 ? { isScan: true } : {}),
    ...(top.some((line) => ADVANCE.test(line)) ? { isAdvance: true } : {}),
    ...(top.some(isAnnex) ? { isAnnex: true } : {}),
  };
}

/** Whether a line, or the words of a link, begins by saying that this is an annex. */
export function isAnnex(line: string): boolean {
  return ANNEX.test(line.trim());
}
