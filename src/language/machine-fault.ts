/**
 * What the machine refuses, as one sentence: what happened, where, what to do. Node's error codes, SQLite's and PostgreSQL's are read here
 * and nowhere else.
 */
import { PlainError } from "./plain-error.ts";

export type MachineFaultKind =
  | "full"
  | "limited"
  | "read-only"
  | "refused"
  | "too-many-files"
  | "failing"
  | "damaged"
  | "gone"
  | "held"
  | "memory"
  | "away"
  | "unusable";

interface Said {
  /** What happened, as a clause that can stand behind a colon. */
  what: string;
  /** The whole, of a place, and of what happened there where there is more to say of it. */
  sentence: (place: string, what: string) => string;
  /** What a command ends with: 1 where it may go better another time as it stands. */
  exitCode: 1 | 2;
}

const SAID: Readonly<Record<MachineFaultKind, Said>> = {
  full: told("the disk is full", "make room on it"),
  limited: told("a file is as large as it may be", "raise the limit of file sizes (ulimit -f, LimitFSIZE)"),
  "read-only": {
    what: "the disk is mounted read-only",
    sentence: (place) => `${place} takes no writes; it is mounted read-only: mount it for writing`,
    exitCode: 2,
  },
  refused: {
    what: "the folder takes no writes",
    sentence: (place) => `${place} takes no writes; give the bot's user the right to write there`,
    exitCode: 2,
  },
  "too-many-files": told(
    "too many files are open",
    "raise the limit of open files (ulimit -n, LimitNOFILE), or end what holds them",
  ),
  failing: told("the disk does not write or read as it should", "see whether it is full, over a quota, or failing"),
  damaged: told(
    "what is kept there is damaged, or no data of coming-weeks",
    "run `recover`, which makes it anew from the archive, or put back a backup with `restore`",
    2,
  ),
  gone: told("is not there", "put it back, mount it again, or check the path", 2),
  held: told("another program holds it", "end that, or run this again later"),
  memory: told("there is no memory left", "give this machine, or the bot, more of it"),
  away: told("the database is away", "see whether it runs, and can be reached from here"),
  unusable: told("cannot be used", "check the path, and who may read and write there", 2),
};

function told(what: string, todo: string, exitCode: 1 | 2 = 1): Said {
  return { what, sentence: (place, more) => `${place}: ${more}; ${todo}`, exitCode };
}

/** https://nodejs.org/api/errors.html#nodejs-error-codes, https://man7.org/linux/man-pages/man3/errno.3.html */
const OF_NODE: Readonly<Record<string, MachineFaultKind>> = {
  ...{ ENOSPC: "full", EDQUOT: "full" },
  EFBIG: "limited",
  EROFS: "read-only",
  ...{ EACCES: "refused", EPERM: "refused" },
  ...{ EMFILE: "too-many-files", ENFILE: "too-many-files" },
  ...{ EIO: "failing", ENODEV: "failing", ENXIO: "failing", ESTALE: "failing", ENOTCONN: "failing" },
  ...{ ENOENT: "gone", ENOTDIR: "unusable", EISDIR: "unusable", EEXIST: "unusable" },
  ...{ ELOOP: "unusable", ENAMETOOLONG: "unusable", EBUSY: "held", ETXTBSY: "held" },
  ...{ ENOMEM: "memory", ERR_WORKER_INIT_FAILED: "memory", ERR_MEMORY_ALLOCATION_FAILED: "memory" },
};

/** By the low byte of a result code, which is the code; the rest says more of it (https://www.sqlite.org/rescode.html). */
const OF_SQLITE: Readonly<Record<number, MachineFaultKind>> = {
  ...{ 3: "refused", 8: "refused", 14: "refused" },
  ...{ 5: "held", 6: "held" },
  7: "memory",
  10: "failing",
  ...{ 11: "damaged", 26: "damaged" },
  13: "full",
};

/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const OF_POSTGRES: Readonly<Record<string, MachineFaultKind>> = {
  "53100": "full",
  "53200": "memory",
  "25006": "read-only",
  ...{ "58030": "failing", "58P01": "failing" },
  ...{ XX001: "damaged", XX002: "damaged" },
};

export class MachineFault extends PlainError {
  readonly kind: MachineFaultKind;
  /** What happened, without where: it completes "could not be kept: …". */
  readonly what: string;

  /**
   * @param place a path, or whatever else people know it by
   * @param what where there is more to say than the kind does
   * @param more stands at the end
   */
  constructor(kind: MachineFaultKind, place: string, what = SAID[kind].what, more = "") {
    const { sentence, exitCode } = SAID[kind];
    super(sentence(place, what) + more, exitCode);
    this.kind = kind;
    this.what = what;
  }
}

/** The same where no other path would have gone better: it says nothing against the file that was named. */
export function machinesOwn(error: unknown, place: string): MachineFault | undefined {
  const fault = machineFault(error, place);
  return fault && ["too-many-files", "memory", "failing"].includes(fault.kind) ? fault : undefined;
}

/**
 * @param place where it was met; left out where the error names it
 * @returns undefined for whatever is no refusal of the machine's, or where nobody knows where it was met
 */
export function machineFault(error: unknown, place?: string): MachineFault | undefined {
  if (error instanceof MachineFault) return error;
  if (typeof error !== "object" || error === null) return undefined;
  const { code = "", errcode, path, cause } = error as Partial<NodeJS.ErrnoException> & { errcode?: number };
  const kind = errcode === undefined ? (OF_NODE[code] ?? OF_POSTGRES[code]) : OF_SQLITE[errcode & 0xff];
  if (!kind) return cause === undefined ? undefined : machineFault(cause, place);
  const where = place ?? path;
  if (where === undefined) return undefined;
  return new MachineFault(kind, where, kind === "unusable" ? `cannot be used (${code})` : undefined);
}
