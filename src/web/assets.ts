/** The few files that pages bring along, read once. */
import { readFileSync } from "node:fs";

/** They are as they are written, also where the code around them is compiled. */
const FOLDER = new URL("../../src/web/assets/", import.meta.url);

const TYPES = { css: "text/css", js: "text/javascript", svg: "image/svg+xml" } as const;

function asset(name: string, type: keyof typeof TYPES) {
  const file = `${name}.${type}`;
  const body = readFileSync(new URL(file, FOLDER), "utf8");
  return [file, { body, type: `${TYPES[type]}; charset=utf-8` }] as const;
}

export const ASSETS: ReadonlyMap<string, { body: string; type: string }> = new Map([
  asset("style", "css"),
  asset("watch", "css"),
  asset("log", "css"),
  asset("forms", "css"),
  asset("page", "js"),
  asset("icon", "svg"),
]);
