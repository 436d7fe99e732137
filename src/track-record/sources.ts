/** The sources of a row, as they were noted down: addresses without their scheme, names of papers, words about them. */
import { withoutUnseen } from "../language/unseen.ts";
import type { Source } from "./promise.ts";

/** A host and a path: a host alone shows nothing of what was read there, and an ellipsis stands for what was not kept. */
const ADDRESS = /(?<=^|[\s(])(?:https?:\/\/)?(?:[a-z0-9-]{1,63}\.){1,8}[a-z]{2,24}\/[^\s…<>"'()\\]+(?=$|[\s)])/i;

/** @param written pieces with semicolons between */
export function sourcesIn(written: string): Source[] {
  return written
    .split(/;(?=\s|$)/)
    .map((piece) => withoutUnseen(piece.replace(/\s+/g, " ")).trim())
    .filter((text) => text !== "")
    .map((text) => ({ text, link: linkIn(text) }));
}

function linkIn(text: string): string | undefined {
  const [found] = ADDRESS.exec(text) ?? [];
  if (found === undefined) return undefined;
  const address = /^https?:/i.test(found) ? found : `https://${found}`;
  return URL.canParse(address) ? new URL(address).href : undefined;
}
