/** What a repository answers to ListRecords (OAI-PMH 2.0, openarchives.org): records of a library, an error by its name, a token for the rest. */
import { withoutUnseen } from "../../language/unseen.ts";
import { type BodyLimits, MAX_ADDRESS } from "../bounds.ts";
import { plainText } from "../feed/feed-item.ts";
import { Listed } from "../feed/listed.ts";
import { type Field, type Fields, readItems } from "../feed/xml.ts";
import { type Entries, type Problem, problem } from "../reading.ts";
import { isRest, recordAt, restAt } from "./address.ts";
import { PARTS, recordOf } from "./record.ts";

const MAX_SAID = 200;
/** Below the root, in ListRecords. MARC has a record in it that is called so as well. */
const RECORD_DEPTH = 2;

/** @param prefix the form that the records are asked for in @param pieces of the answer, from its beginning */
export async function readOai(
  pieces: AsyncIterable<string>,
  url: string,
  zone: string,
  limits: BodyLimits,
  prefix: string,
): Promise<Entries | Problem> {
  const list = new Listed(limits.items, url, zone);
  const found = { records: 0, described: 0, told: 0 };
  const { root, isWhole, beside } = await readItems(pieces, url, {
    isRoot: (name) => name === "oai-pmh",
    isItem: (name, depth) => name === "record" && depth === RECORD_DEPTH,
    wanted: new Set(),
    fieldOf: partsIn(() => {
      found.described += 1;
    }),
    besides: new Set(["error", "resumptiontoken"]),
    found: (fields) => {
      found.records += 1;
      const record = recordOf(fields);
      if (!record) return list.pass();
      found.told += 1;
      list.add({ ...record, url: record.url ?? addressOf(fields, url, prefix) });
    },
  });
  if (root === undefined) return problem("empty", "answered with nothing");
  if (root === "") return problem("unreadable", "is no answer of OAI-PMH");
  const [error] = beside.get("error") ?? [];
  if (error && error.attributes.code !== "noRecordsMatch") return refusal(error, prefix);
  // A token is given for what there is (OAI-PMH §3.5): where that is said to be nothing, the list broke off.
  if (error && isRest(url))
    return problem(
      "unavailable",
      "says that there is nothing, where the rest of its list should be; it is asked from the beginning again",
    );
  if (!isWhole) return problem("empty", "was cut off before the list’s end");
  if (!error && found.records === 0)
    return problem("empty", "answered without a record, and without saying that there is none");
  if (found.told === 0 && found.described > 0)
    return problem("redesigned", `has no title in any of its records, which were asked for as ${prefix}`);
  const layout = `oai:${prefix}`;
  const reading = found.told > 0 ? list.reading(layout, true) : { kind: "entries" as const, entries: [], layout };
  const rest = restOf(beside, url);
  if (rest && rest.length > MAX_ADDRESS) return problem("unreadable", "gives a token for its rest that is no token");
  return reading.kind === "problem" ? reading : { ...reading, isExcerpt: true, next: rest ? [rest] : [] };
}

/** Names what is wanted of a record, wherever it stands in it. @param onDescribed told of each that is not deleted */
function partsIn(onDescribed: () => void): (name: string, attributes: Field["attributes"]) => string | undefined {
  let tag = "";
  return (name, attributes) => {
    if (name === "metadata") onDescribed();
    const local = name.slice(name.indexOf(":") + 1);
    if (local === "datafield") tag = attributes.tag ?? "";
    const part = local === "subfield" ? tag + (attributes.code ?? "") : name;
    return PARTS.has(part) || part === "identifier" ? part : undefined;
  };
}

/** Where what has no address of its own can be seen. */
function addressOf(fields: Fields, url: string, prefix: string): string | undefined {
  const identifier = fields.get("identifier")?.[0]?.text.trim();
  const address = identifier ? recordAt(url, identifier, prefix) : undefined;
  return address && address.length <= MAX_ADDRESS ? address : undefined;
}

function restOf(beside: Fields, url: string): string | undefined {
  const token = beside.get("resumptiontoken")?.at(-1)?.text.trim();
  return token ? restAt(url, token) : undefined;
}

function refusal({ attributes: { code = "" }, text }: Field, prefix: string): Problem {
  const name = /^\w{1,40}$/.test(code) ? code : "an error";
  const said = withoutUnseen(plainText(text)).slice(0, MAX_SAID);
  const quoted = said ? `: “${said}”` : "";
  switch (name) {
    case "badResumptionToken":
      return problem(
        "unavailable",
        `no longer knows where it was to be read on (${name}); it is asked from the beginning again`,
      );
    case "cannotDisseminateFormat":
      return problem("unreadable", `does not give its records as ${prefix} (${name})${quoted}`);
    case "noSetHierarchy":
      return problem("unreadable", `has no sets; leave out oai.set (${name})${quoted}`);
    default:
      return problem("unreadable", `answered ${name}${quoted}`);
  }
}
