/** Which addresses are of the public Internet: what is fetched goes to no others, and sites see this machine at none. */
import ipaddr from "ipaddr.js";

/** Whether an IP address belongs to the public Internet. */
export function isPublic(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const found = ipaddr.process(address);
  // An IPv4 written as an IPv6 of old (::127.0.0.1, RFC 4291 §2.5.5.1) is what some systems connect to.
  const isOldForm = found instanceof ipaddr.IPv6 && found.parts.slice(0, 6).every((part) => part === 0);
  return !isOldForm && found.range() === "unicast";
}

/** Whether a host is this machine, by its name or an address of the loopback. @param host with or without the brackets of IPv6 */
export function isLoopback(host: string): boolean {
  const name = host.replace(/^\[|\]$/g, "");
  return name === "localhost" || (ipaddr.isValid(name) && ipaddr.process(name).range() === "loopback");
}
