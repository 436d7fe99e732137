/** A new watch's text into the folder of the watches, and never over another. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { shownPath } from "../config/fault.ts";
import { PlainError } from "../language/plain-error.ts";

/** @returns the file. @throws {PlainError} where there is one of that name, or nothing can be written */
export function saveWatch(folder: string, id: string, text: string): string {
  const file = join(folder, `${id}.yaml`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, text, { flag: "wx" });
    return file;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") throw new PlainError(`${shownPath(file)} is there already; choose another --id`);
    throw new PlainError(
      `${shownPath(folder)}: nothing can be written there (${code}); let whoever runs this write into the folder of the watches`,
    );
  }
}
