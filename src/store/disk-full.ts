/** No room left, in the words of either database. */
import { DiskFull } from "../archive/citation.ts";

/** https://www.sqlite.org/rescode.html */
const SQLITE_FULL = 13;
/** https://www.postgresql.org/docs/current/errcodes-appendix.html */
const POSTGRES_FULL = "53100";

/** A failed write's error, as DiskFull where that is what it is. */
export function asDiskFull(error: unknown): unknown {
  const { errcode, code } = error as { errcode?: number; code?: string };
  return errcode === SQLITE_FULL || code === POSTGRES_FULL ? new DiskFull("the disk is full") : error;
}
