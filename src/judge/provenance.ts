/** Who answered; of a signed message, who signed it. Never where an item points: a link says nothing of who wrote it. */
import type { Answer } from "../fetch/capture.ts";
import type { Entry } from "../read/reading.ts";
import { isHosted, type Watch } from "../watch/watch.ts";
import type { Provenance } from "./rules.ts";

/** Whose copy it is that shows something, and of when, as a clause; undefined where no copy does. */
export function copyOf({ witness }: Pick<Answer, "witness">): string | undefined {
  return witness && `as ${witness.host} has it, from ${witness.at.slice(0, 16).replace("T", " ")} UTC`;
}

/** Whether it is the publisher's word: from its own host, in a copy of that, under its signature, or on its account. */
export function isPublishers(provenance: Provenance): boolean {
  return provenance === "own" || provenance === "witness" || provenance === "own-word";
}

/**
 * `own` takes https, the default port, and a host of the publisher's at every hop.
 * @param item of what was answered
 */
export function provenanceOf(
  watch: Watch,
  answer: Pick<Answer, "url" | "finalUrl" | "hops" | "witness">,
  { signedBy }: Pick<Entry, "signedBy"> = {},
): Provenance {
  const { finalUrl, hops, witness } = answer;
  if (signedBy) return signedBy.whose === "publisher" ? "own-word" : "sister";
  if ([...hops.map(({ url }) => url), finalUrl].every((url) => isOwn(watch, url))) return witness ? "witness" : "own";
  if (isAccount(watch, answer)) return "own-word";
  const { protocol, hostname } = new URL(finalUrl);
  return protocol === "https:" && watch.publisher.sisters.includes(hostname) ? "sister" : "outsider";
}

/** Whether it is what an account of the publisher's says, from where it is kept. */
function isAccount({ sources }: Watch, { url, finalUrl, hops }: Pick<Answer, "url" | "finalUrl" | "hops">): boolean {
  const { origin } = new URL(url);
  return (
    sources.some((source) => source.account && source.url === url) &&
    [...hops.map((hop) => hop.url), finalUrl].every((one) => new URL(one).origin === origin)
  );
}

/** What kept an answer from being the publisher's own, in words; undefined when nothing did. */
export function whyNotOwn(watch: Watch, { finalUrl, hops }: Pick<Answer, "finalUrl" | "hops">): string | undefined {
  const stranger = [...hops.map(({ url }) => url), finalUrl].find((url) => !isOwn(watch, url));
  if (!stranger) return undefined;
  if (isHosted(watch, stranger))
    return `it came by way of ${new URL(stranger).origin}, which is not https on the usual port`;
  return `it came from ${new URL(stranger).host}, which is not one of the publisher’s hosts`;
}

function isOwn(watch: Watch, url: string): boolean {
  const { protocol, port } = new URL(url);
  return protocol === "https:" && port === "" && isHosted(watch, url);
}
