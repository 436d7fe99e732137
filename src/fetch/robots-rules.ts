/** What a robots.txt says of one address (RFC 9309). Where the rules are many this is slow: it is done where pages are read. */
import robotsParser from "robots-parser";
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

interface Rules {
  isAllowed(url: string, agent: string): boolean | undefined;
  getCrawlDelay(agent: string): number | undefined;
}
/** The package is CommonJS, and its types describe another shape of export. */
const parseRules = robotsParser as unknown as (url: string, text: string) => Rules;

export const readRobots = async (file: RobotsFile, url: string, agent: string): Promise<RobotsWord> => {
  // What cannot be unpacked has nothing to say.
  const text = await beginning(file.wire, file.headers["content-encoding"], MAX_BYTES).then(String, () => "");
  if (/^\s*</.test(text)) return { isAllowed: true, crawlDelay: 0 };
  const rules = parseRules(new URL("/robots.txt", url).href, text);
  const crawlDelay = Number(rules.getCrawlDelay(agent) ?? 0) * 1000 || 0;
  return {
    isAllowed: rules.isAllowed(url, agent) !== false,
    crawlDelay: Math.min(Math.max(0, crawlDelay), MAX_CRAWL_DELAY_MS),
  };
};
