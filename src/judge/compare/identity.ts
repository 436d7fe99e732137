/** When two items, or two addresses, are the same. */
import { hash } from "node:crypto";
import { fold } from "../../language/fold.ts";
import type { Entry } from "../../read/reading.ts";
import type { CivilDate } from "../../time/civil-date.ts";

/** What makes an item the same item: its address, or its title with its date. As it is remembered. */
export function keys({ url, title, date }: Entry): string[] {
  return date ? [placeKey(url), titleKey(title, date)] : [placeKey(url)];
}

/** @param date none for a title whatever its date */
export function titleKey(title: string, date: CivilDate | "" = ""): string {
  return `t:${short(fold(title))}|${date}`;
}

/** An address as it is remembered. */
export function placeKey(address: string): string {
  return shortKey(addressKey(address));
}

/** An address without what does not change where it leads: scheme, www, a slash at the end, campaign marks. */
export function addressKey(address: string): string {
  const url = new URL(address);
  const query = url.search === "" ? [] : [...url.searchParams].filter(isNoMark).map((pair) => pair.join("="));
  return `u:${url.host.replace(/^www\./, "")}${url.pathname.replace(/\/+$/, "")}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}

function isNoMark([name]: readonly [string, string]): boolean {
  return !/^(?:utm_|fbclid|gclid)/.test(name);
}

/** A key of before keys were short, as it is remembered now; one that is short already stays. */
export function shortKey(key: string): string {
  const end = key.startsWith("t:") ? key.lastIndexOf("|") : key.length;
  return key.slice(0, 2) + short(key.slice(2, end)) + key.slice(end);
}

/** More than a hundred thousand are remembered of one source, and a title may be a thousand characters. */
const MOST = 22;

/** 132 bits. */
function short(text: string): string {
  return text.length <= MOST ? text : hash("sha256", text, "base64url").slice(0, MOST);
}
