/**
 * What a robots.txt says of one address (RFC 9309), in one pass over its lines. The rules may be many and strangely made: they are
 * read where pages are.
 */
import type { Answer } from "./capture.ts";
import { beginning } from "./content-encoding.ts";

/** RFC 9309 §2.5: at least 500 KiB must be read; we read no more. */
const MAX_BYTES = 512_000;
const MAX_CRAWL_DELAY_MS = 60_000;

/** Whether an address may be read, and how long to wait between two requests to its host, in milliseconds. */
export interface RobotsWord {
  isAllowed: boolean;
  crawlDelay: number;
}

export type RobotsFile = Pick<Answer, "url" | "headers" | "wire" | "digest">;

/** @returns undefined when finding out costs more than is spent on it */
export type ReadRobots = (file: RobotsFile, url: string, agent: string) => Promise<RobotsWord | undefined>;

export const readRobots = async (file: RobotsFile, url: string, agent: string): Promise<RobotsWord> => {
  // What cannot be unpacked has nothing to say. Octets are compared (§2.2.2), so each stands for itself.
  const read = beginning(file.wire, file.headers["content-encoding"], MAX_BYTES);
  const text = await read.then(
    (bytes) => bytes.toString("latin1"),
    () => "",
  );
  const { pathname, search } = new URL(url);
  const { own, others } = groupsOf(text, agent.toLowerCase());
  const { rules, crawlDelay } = own.isNamed ? own : others;
  return {
    isAllowed: isAllowed(rules, comparable(pathname + search).replace(/[$*]/g, escaped)),
    crawlDelay: Math.min(Math.max(0, crawlDelay * 1000 || 0), MAX_CRAWL_DELAY_MS),
  };
};

/** What is said to one robot: all of its groups are one (§2.2.1). */
interface Group {
  isNamed: boolean;
  /** Each path, made comparable, and whether it is allowed: of the same path twice, the rule that allows counts (§2.2.2). */
  rules: Map<string, boolean>;
  /** In seconds. */
  crawlDelay: number;
}

/** The names of lines, and how they are often misspelt: as google/robotstxt takes them. */
const USER_AGENT = new Set(["user-agent", "useragent", "user agent"]);
const DISALLOW = new Set(["disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"]);

/** What is said to a robot by its name, and to those that are not named. @param agent its product token, in lower case */
function groupsOf(text: string, agent: string): { own: Group; others: Group } {
  const own: Group = { isNamed: false, rules: new Map(), crawlDelay: 0 };
  const others: Group = { isNamed: false, rules: new Map(), crawlDelay: 0 };
  let addressed = new Set<Group>();
  let hasRules = false;
  for (const line of text.replace(/^\u00ef\u00bb\u00bf/, "").split(/[\r\n]+/)) {
    const { name, value } = fieldOf(line);
    const isDisallow = DISALLOW.has(name);
    if (USER_AGENT.has(name)) {
      // Only a rule ends the names of a group: a sitemap, an unknown line or an empty one does not (§2.2.4).
      if (hasRules) addressed = new Set();
      hasRules = false;
      const group = /^\*(?:\s|$)/.test(value) ? others : productToken(value) === agent ? own : undefined;
      if (!group) continue;
      group.isNamed = true;
      addressed.add(group);
    } else if (isDisallow || name === "allow") {
      hasRules = true;
      const path = value && ruled(value);
      for (const { rules } of path ? addressed : []) rules.set(path, !isDisallow || rules.get(path) === true);
    } else if (name === "crawl-delay") for (const group of addressed) group.crawlDelay = Number(value);
  }
  return { own, others };
}

/** A line's name, in lower case, and its value; where there is no colon, a single space stands for it, as in google/robotstxt. */
function fieldOf(line: string): { name: string; value: string } {
  const [written = ""] = line.split("#", 1);
  const field = written.trim();
  const colon = field.indexOf(":");
  if (colon >= 0) return { name: field.slice(0, colon).trim().toLowerCase(), value: field.slice(colon + 1).trim() };
  const [name = "", value = "", ...more] = field.split(/\s+/, 3);
  return more.length > 0 ? { name: "", value: "" } : { name: name.toLowerCase(), value };
}

function productToken(value: string): string {
  return /^[a-z_-]*/i.exec(value)?.[0].toLowerCase() ?? "";
}

/** The longest rule that matches decides (§2.2.2). @param path of an address, comparable */
function isAllowed(rules: Group["rules"], path: string): boolean {
  let longest = 0;
  let isAllowed = true;
  for (const [rule, allows] of rules) {
    const isDecisive = rule.length > longest || (rule.length === longest && allows);
    if (!isDecisive || !isMatch(rule, path)) continue;
    longest = rule.length;
    isAllowed = allows;
  }
  return isAllowed;
}

/** §2.2.3: `*` is anything, `$` at the end is the end. What stands between is found where it comes first, so nothing is tried twice. */
function isMatch(rule: string, path: string): boolean {
  const isToEnd = rule.endsWith("$");
  const [start = "", ...parts] = (isToEnd ? rule.slice(0, -1) : rule).split("*");
  if (!path.startsWith(start)) return false;
  const last = isToEnd ? parts.pop() : undefined;
  let from = start.length;
  for (const part of parts) {
    const at = path.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  if (!isToEnd) return true;
  return last === undefined ? from === path.length : path.length - last.length >= from && path.endsWith(last);
}

/** A rule's path as it is compared: a `$` that is not at its end is a letter like others. */
function ruled(value: string): string {
  return comparable(value).replace(/\$(?!$)/g, escaped);
}

/** What RFC 3986 has no use for in an address (§2), and what may be written as a percent sign and two digits. */
const ENCODED = /%([0-9a-f]{2})|[^!#-;=?-[\]_a-z~]/gi;
/** RFC 3986 §2.3, and besides what a query may hold as it stands (§3.4). */
const UNRESERVED = /[\w.~-]/;
const UNRESERVED_IN_QUERY = /[\w.~:/?@-]/;

/** One way to write each octet of a path with its query (RFC 9309 §2.2.2). */
function comparable(path: string): string {
  const query = path.indexOf("?");
  return path.replace(ENCODED, (found: string, hex: string | undefined, at: number) => {
    const letter = hex ? String.fromCharCode(Number.parseInt(hex, 16)) : found;
    const plain = query >= 0 && at > query ? UNRESERVED_IN_QUERY : UNRESERVED;
    return hex && plain.test(letter) ? letter : escaped(letter);
  });
}

/** @param letter an octet */
function escaped(letter: string): string {
  return `%${letter.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
