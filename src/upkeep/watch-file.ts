/** The file of a watch, written over or put aside: whole, or not at all, and never over what somebody else wrote meanwhile. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { shownPath } from "../config/fault.ts";
import { makeUsual } from "../config/file-modes.ts";
import { ASIDE, type Written } from "../config/files.ts";
import { PlainError } from "../language/plain-error.ts";

/** Somebody else changed it since it was looked at. */
export class ChangedMeanwhile extends PlainError {
  constructor(watch: string) {
    super(`${watch} was changed by somebody else meanwhile; look at it again`, 1);
  }
}

/** Why nothing is written beside settings that ship with the program (config/shipped.ts). */
export const LENT = "it ships with the program, whose next version replaces it";

/** Its file cannot be written. */
export class CannotWrite extends PlainError {
  /** What was to be written, and where: the person may do it. */
  readonly text: string;
  readonly file: string;
  constructor(file: string, text: string, error: unknown) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    const todo =
      error === LENT
        ? "make a copy to change with `coming-weeks init`"
        : "put what was changed there by hand, or let the bot write";
    super(`${shownPath(file)}: cannot be written (${code}); ${todo}`, 1);
    this.text = text;
    this.file = file;
  }
}

/**
 * Whole or not at all. A file that is mounted by itself cannot be replaced, and is written over; where a link stands, its file is
 * replaced, and the link stays.
 */
export function writeWatch(named: string, text: string, known: Written | undefined, id: string): void {
  const file = existsSync(named) ? realpathSync(named) : named;
  const stands = existsSync(file) ? readFileSync(file, "utf8") : undefined;
  if (stands !== known?.text) throw new ChangedMeanwhile(id);
  const beside = join(file, "..", `.${basename(file)}.new`);
  try {
    makeFolder(dirname(file));
    writeFileSync(beside, text);
    if (known) chmodSync(beside, statSync(file).mode);
    else makeUsual(beside);
    renameSync(beside, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A folder of that name is not of our making.
    if (code !== "EISDIR") rmSync(beside, { force: true });
    if (known === undefined || (code !== "EBUSY" && code !== "EACCES")) throw new CannotWrite(file, text, error);
    try {
      writeFileSync(file, text);
    } catch (again) {
      throw new CannotWrite(file, text, again);
    }
  }
}

/** For people, as the config is theirs. */
function makeFolder(folder: string): void {
  const made = mkdirSync(folder, { recursive: true });
  if (made !== undefined) makeUsual(made, "folder");
}

export function putAside(folder: string, { name, text }: Written, id: string): void {
  const [file, aside] = [join(folder, name), join(folder, ASIDE)];
  try {
    if (readFileSync(file, "utf8") !== text) throw new ChangedMeanwhile(id);
    makeFolder(aside);
    renameSync(file, unusedName(aside, name));
  } catch (error) {
    if (error instanceof PlainError) throw error;
    throw new CannotWrite(file, "", error);
  }
}

/** Of several files that were put aside under one name, each stays. */
function unusedName(folder: string, name: string): string {
  for (let number = 1; ; number++) {
    const file = join(folder, number === 1 ? name : name.replace(/(\.ya?ml)$/, `-${number}$1`));
    if (!existsSync(file)) return file;
  }
}
