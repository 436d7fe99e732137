/** What the settings open to everybody, without the password: parts that only show, and nothing of people or of what was archived. */
import type { PublicPart } from "../../watch/names.ts";

/** Ids of watches and of notices are letters, digits and hyphens; nothing else is looked for. */
const PATHS: Record<PublicPart, readonly RegExp[]> = {
  page: [
    /^\/(?:watches\/(?!new(?:\/|$))[\w.-]+(?:\/(?:clock|record)\.png)?)?$/,
    /^\/(?:notices|looks)\/[\w-]+$/,
    /^\/assets\/[\w.-]+$/,
    /^\/events$/,
  ],
  feed: [/^\/(?:watches\/[\w.-]+\/)?(?:feed\.atom|calendar\.ics)$/],
  badge: [/^\/watches\/[\w.-]+\/badge\.svg$/],
};
/** Whoever is sent mail ends it without a password: the path itself is known to them alone. */
const LEAVING = /^\/leave\/[\w-]{22}$/;

/** Whether anybody may ask for it. */
export function isPublic(parts: readonly PublicPart[], method: string, path: string): boolean {
  if (LEAVING.test(path)) return ["GET", "HEAD", "POST"].includes(method);
  if (method !== "GET" && method !== "HEAD") return false;
  return parts.some((part) => PATHS[part].some((pattern) => pattern.test(path)));
}
