/** The small signs beside words that say how something stands. They say nothing that the words do not. */
import { html, raw } from "hono/html";
import type { Html } from "./layout.ts";

const PATHS = {
  check: "M4 10.5 8.2 15 16 5.5",
  cross: "M5 5 15 15M15 5 5 15",
  question: "M7 7.4A3 3 0 1 1 10 10.6V12M10 15v.2",
  wait: "M10 5v5.2l3.4 2M17.2 10A7.2 7.2 0 1 1 2.8 10a7.2 7.2 0 0 1 14.4 0Z",
  warn: "M10 7.4v4M10 14v.2M10 2.6 18 16.8H2Z",
  pause: "M7 4.5v11M13 4.5v11",
} as const;

export type Icon = keyof typeof PATHS;

export function icon(name: Icon): Html {
  return html`${raw(`<svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="${PATHS[name]}"/></svg>`)}`;
}
