/** The few files that pages bring along, read once. */
import { readFileSync } from "node:fs";

/** They are as they are written, also where the code around them is compiled. */
const FOLDER = new URL("../../src/web/assets/", import.meta.url);

const TYPES = { css: "text/css", js: "text/javascript", svg: "image/svg+xml" } as const;

/** One file a part of the pages; a browser asks for all of them at once. */
const STYLES = ["tokens", "base", "front", "watch", "notices", "sources", "diff", "log", "forms", "print"];

function asset(file: string, type: keyof typeof TYPES, parts: readonly string[] = [file]) {
  const read = (part: string) => readFileSync(new URL(`${part}.${type}`, FOLDER), "utf8");
  return [`${file}.${type}`, { body: parts.map(read).join("\n"), type: `${TYPES[type]}; charset=utf-8` }] as const;
}

export const ASSETS: ReadonlyMap<string, { body: string; type: string }> = new Map([
  asset("style", "css", STYLES),
  asset("page", "js"),
  asset("icon", "svg"),
]);
