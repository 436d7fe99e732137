/** The few files that pages bring along, read once. */
import { readFileSync } from "node:fs";

const TYPES = { css: "text/css", js: "text/javascript", svg: "image/svg+xml" } as const;

function asset(name: string, type: keyof typeof TYPES) {
  const file = `${name}.${type}`;
  const body = readFileSync(new URL(`assets/${file}`, import.meta.url), "utf8");
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
