/** The day or the month in a page's address, which is that of its publication: /2022/08/31/, /2022-08-31-title, /2022/aug/31/, /2022/08/ */
import { type CivilDate, civilDate } from "../../time/civil-date.ts";
import { machineDate } from "../../time/machine-date.ts";
import { monthNumber } from "../../time/written-date.ts";
import type { Said } from "./claims.ts";

/** With one sign between its numbers, or none: /194709-13-ways is no day. */
const NUMBERED =
  /[/_-]((?:19|20)\d{2})([/_-]?)(0[1-9]|1[0-2]|[1-9](?=[/_-]))\2(0[1-9]|[12]\d|3[01]|[1-9](?=[/_.-]))(?!\d)/;
const NAMED = /\/((?:19|20)\d{2})\/(\p{L}{3,9})\/(\d{1,2})(?=\/)/u;
const MONTH = /\/((?:19|20)\d{2})\/(0[1-9]|1[0-2])(?=\/)/;

export function saidInAddress(url: string): Said[] {
  const { pathname } = new URL(url);
  const date = numbered(pathname) ?? named(pathname);
  if (date) return [{ place: "address", dated: { date } }];
  const [, year, month] = MONTH.exec(pathname) ?? [];
  const dated = year && month ? machineDate(`${year}-${month}`, "UTC") : undefined;
  return dated ? [{ place: "monthInAddress", dated }] : [];
}

function numbered(path: string): CivilDate | undefined {
  const [, year, , month, day] = NUMBERED.exec(path) ?? [];
  return civilDate(Number(year), Number(month), Number(day));
}

function named(path: string): CivilDate | undefined {
  const [, year, name = "", day] = NAMED.exec(path) ?? [];
  return civilDate(Number(year), monthNumber(name) ?? 0, Number(day));
}
