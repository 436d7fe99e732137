/** A badge for a page elsewhere: the verdict in a few words. */
import { html } from "hono/html";
import type { Status } from "../judge/status.ts";
import { en } from "../message/en.ts";
import type { Html } from "./layout.ts";

const COLOURS: Record<Status["verdict"], string> = {
  unknown: "#6b4a8a",
  unpublished: "#4d586b",
  signalled: "#8a5a00",
  published: "#1d7a46",
  withdrawn: "#a8323a",
};
const CHARACTER = 7;

export function badge(status: Status): Html {
  const left = "coming-weeks";
  const reach = status.reach && status.verdict !== "published" ? ` · ${en.reach[status.reach].name}` : "";
  const right = `${en.chart.verdict(status).toLowerCase()}${reach}`;
  const a = left.length * CHARACTER + 12;
  const b = right.length * CHARACTER + 12;
  return html`<svg xmlns="http://www.w3.org/2000/svg" width="${a + b}" height="22" role="img" aria-label="${left}: ${right}"><title>${left}: ${right}</title><rect width="${a + b}" height="22" rx="4" fill="#1f2530"/><rect x="${a}" width="${b}" height="22" rx="4" fill="${COLOURS[status.verdict]}"/><g fill="#fff" font-family="Verdana, DejaVu Sans, sans-serif" font-size="11"><text x="6" y="15">${left}</text><text x="${a + 6}" y="15">${right}</text></g></svg>`;
}
