/**
 * By what a source is read and judged, as its watch says it. Where a person changes that, what stands on the page already may mean
 * something else: it is read as if for the first time.
 */
import { createHash } from "node:crypto";
import type { Watch } from "../watch/watch.ts";

const kept = new WeakMap<Watch, Map<string, string>>();

/**
 * @param watch as its file has it: what is learnt while the bot runs changes nothing here
 * @returns a short digest; empty for a source that the file does not name
 */
export function readingRules(watch: Watch, sourceId: string): string {
  const known = kept.get(watch) ?? new Map<string, string>();
  kept.set(watch, known);
  let digest = known.get(sourceId);
  if (digest === undefined) {
    digest = digestOf(watch, sourceId);
    known.set(sourceId, digest);
  }
  return digest;
}

function digestOf({ publisher, evidence, since, statements, sources }: Watch, sourceId: string): string {
  const source = sources.find(({ id }) => id === sourceId);
  if (!source) return "";
  const { kind, url, formerly, select, region, ignore, dates, empty, oai, mail, account } = source;
  const { hosts, sisters } = publisher;
  const [promisedOn] = statements.flatMap(({ bearing, on }) => (bearing === "promise" ? [on] : [])).sort();
  // What was not there before changes no digest where it is left out.
  const asked = [
    ...(source.paths || source.request ? [source.paths, source.request] : []),
    ...(empty ? [empty] : []),
    ...(oai ? [oai] : []),
  ];
  const rules = [
    kind,
    url,
    formerly,
    select,
    region,
    ignore,
    dates,
    hosts,
    sisters,
    evidence,
    since,
    promisedOn,
    ...asked,
    ...(mail ? [mail.domains, mail.sisters] : []),
    ...(account ? ["account"] : []),
  ];
  return createHash("sha256").update(JSON.stringify(rules)).digest("hex").slice(0, 16);
}
