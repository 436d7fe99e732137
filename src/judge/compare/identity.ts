/** When two items, or two addresses, are the same. */
import { fold } from "../../language/fold.ts";
import type { Entry } from "../../read/reading.ts";

/** What makes an item the same item: its address, or its title with its date. */
export function keys(entry: Entry): string[] {
  return entry.date ? [addressKey(entry.url), titleKey(entry)] : [addressKey(entry.url)];
}

export function titleKey(entry: Entry): string {
  return `t:${fold(entry.title)}|${entry.date ?? ""}`;
}

/** An address without what does not change where it leads: scheme, www, a slash at the end, campaign marks. */
export function addressKey(address: string): string {
  const url = new URL(address);
  const query = [...url.searchParams]
    .filter(([name]) => !/^(?:utm_|fbclid|gclid)/.test(name))
    .map((pair) => pair.join("="));
  return `u:${url.host.replace(/^www\./, "")}${url.pathname.replace(/\/+$/, "")}${query.length > 0 ? `?${query.join("&")}` : ""}`;
}
