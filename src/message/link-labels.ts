/** What a link is called. A name says where it leads only where that is to the publisher: any other is named by its host. */
import { hostOf } from "../watch/watch.ts";
import type { Catalogue } from "./catalogue.ts";

/** @param hosts the publisher's; left out where the address stands beside its name */
export function labelled(
  { outside }: Catalogue["labels"],
  label: string,
  url: string,
  hosts: readonly string[] | undefined,
): string {
  const host = hostOf(url);
  return hosts === undefined || hosts.includes(host) ? label : outside(host);
}
