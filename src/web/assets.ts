/** The few files that pages bring along, read once. */
import { readFileSync } from "node:fs";

const TYPES = { css: "text/css", js: "text/javascript", svg: "image/svg+xml" } as const;

/** One file a part of the pages; a browser asks for all of them at once. */
const STYLES = ["tokens", "base", "front", "watch", "notices", "sources", "diff", "log", "forms", "print"];

function asset(file: string, type: keyof typeof TYPES, parts: readonly string[] = [file]) {
  const read = (part: string) => readFileSync(new URL(`assets/${part}.${type}`, import.meta.url), "utf8");
  return [`${file}.${type}`, { body: parts.map(read).join("\n"), type: `${TYPES[type]}; charset=utf-8` }] as const;
}

export const ASSETS: ReadonlyMap<string, { body: string; type: string }> = new Map([
  asset("style", "css", STYLES),
  asset("page", "js"),
  asset("icon", "svg"),
]);
