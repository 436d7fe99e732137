/** The few files that pages bring along, read once. */
import { readFileSync } from "node:fs";

const TYPES = { css: "text/css", js: "text/javascript", svg: "image/svg+xml" } as const;

function asset(name: string, type: keyof typeof TYPES) {
  return {
    body: readFileSync(new URL(`assets/${name}.${type}`, import.meta.url), "utf8"),
    type: `${TYPES[type]}; charset=utf-8`,
  };
}

export const ASSETS: Readonly<Record<string, { body: string; type: string }>> = {
  "style.css": asset("style", "css"),
  "watch.css": asset("watch", "css"),
  "log.css": asset("log", "css"),
  "forms.css": asset("forms", "css"),
  "page.js": asset("page", "js"),
  "icon.svg": asset("icon", "svg"),
};
