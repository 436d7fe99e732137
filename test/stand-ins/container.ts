/** What the Dockerfile gives the bot, for a process of a test that is to run as it does there. */
import { readFileSync } from "node:fs";

const DOCKERFILE = readFileSync(new URL("../../Dockerfile", import.meta.url), "utf8");
const FLAGS = /"node", ("--[^\]]*?), "src/.exec(DOCKERFILE)?.[1];
const MALLOC = [...DOCKERFILE.matchAll(/\b(MALLOC_\w+)=(\d+)/g)].map(([, name, value]) => [name, value]);

/** The memory that it is made for, in bytes. */
export const CONTAINER_MEMORY = 256 * 1024 * 1024;

/** How a child is started. */
export const CONTAINER = {
  execArgv: JSON.parse(`[${FLAGS}]`) as string[],
  env: { ...process.env, ...Object.fromEntries(MALLOC) },
};
