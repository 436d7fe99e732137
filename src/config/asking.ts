/** What a source may say of how it is asked and where its items stand in JSON: schema, and what of it cannot be meant. */
import { z } from "zod";
import { pathFault } from "../watch/json-path.ts";
import { OAI_PREFIXES, type SourceKind } from "../watch/names.ts";
import { hostOf, type Source } from "../watch/watch.ts";
import type { Fault } from "./fault.ts";
import { aOrAn } from "./fitting.ts";
import { webAddress } from "./formats.ts";

/** Of a larger question, nobody can read what it asks. */
const MOST_QUESTION = 20_000;
const MOST_HEADERS = 20;

/** OAI-PMH 2.0 §2.6. */
const OAI_SET = /^[\w.!~*'()-]{1,100}(?::[\w.!~*'()-]{1,100}){0,10}$/;

/** What such a variable holds is sent out: no other secret may be named by whoever writes a watch. */
export const SOURCE_SECRET = /^SOURCE_[A-Z0-9_]{1,60}$/;
export const SOURCE_SECRET_FORM =
  "must be a variable of the environment whose name begins with SOURCE_, such as SOURCE_KEY";

/** RFC 9110 §5.6.2. */
const headerName = z.string().regex(/^[\w!#$%&'*+.^`|~-]{1,100}$/, "is not the name of a header, such as x-app");
const headerText = z.string().regex(/^[\x20-\x7e]{0,1000}$/, "must be of letters, digits and signs of ASCII");

/** As headers are called; what is sent in one may stand in its place. */
const HEADERS_NAME = /^[a-z]{1,20}(?:-[a-z]{1,20}){0,5}$/i;
/** They are the bot's own to say: who it is, what it can unpack, what it has already, how long what it sends is. */
const BOTS_OWN =
  /^(?:host|user-agent|connection|keep-alive|te|trailer|transfer-encoding|upgrade|expect|via|range|content-length|content-encoding|accept-encoding|if-.*|proxy-.*|sec-.*)$/i;
const SECRET = /^(?:authorization|cookie|.*(?:api|access|auth)[-_]?(?:key|token).*|.*(?:secret|password).*)$/i;

const path = z.string().superRefine((text, context) => {
  const message = pathFault(text);
  if (message) context.addIssue({ code: "custom", message });
});
const paths = z
  .union([path, z.array(path).min(1).max(5)])
  .transform((one): string[] => (typeof one === "string" ? [one] : one));

const jsonPathsSchema = z.strictObject({
  items: path.describe("JSONPath of the items, such as $.data[*]"),
  title: paths.describe("JSONPath within an item, which is $ there; of several, the first that leads to something"),
  link: paths
    .optional()
    .describe(
      "The same, of its address; or of a part of it, with `base`. Whatever else is found there is weighed as a link in its text",
    ),
  date: paths.optional().describe("The same, of the day that it is of"),
  summary: paths.optional().describe("The same, of what it says besides its title"),
  base: webAddress.optional().describe("Address that an id or a path at `link` is put behind"),
});

const SECRET_FIELDS =
  "is written { header: …, variable: SOURCE_… }: the secret itself stands in that variable of the environment, and never here";

const REQUEST_FIELDS =
  "is a group of `headers`, `body` and `secret`, of which each may be left out; what is secret stands in the variable of the environment that `secret` names, and never here";

const requestSchema = z.strictObject(
  {
    headers: z
      .record(headerName, headerText)
      .default({})
      .superRefine((headers, context) => {
        if (Object.keys(headers).length > MOST_HEADERS)
          context.addIssue({ code: "custom", message: `are more than ${MOST_HEADERS}` });
        for (const name of Object.keys(headers)) {
          const message = headerFault(name);
          // What stands there is not said again: it may be a secret.
          if (message)
            context.addIssue({
              code: "custom",
              message: `${HEADERS_NAME.test(name) ? `"${name}"` : "a name there"} ${message}`,
            });
        }
      })
      .describe("Headers that are sent besides"),
    body: z
      .json()
      .refine((body) => JSON.stringify(body).length <= MOST_QUESTION, `is longer than ${MOST_QUESTION} characters`)
      .optional()
      .describe("What is posted, as JSON; it is a GET when left out"),
    secret: z
      .strictObject(
        {
          header: headerName.refine((name) => !BOTS_OWN.test(name), "is the bot’s own to send"),
          variable: z.string().regex(SOURCE_SECRET, SOURCE_SECRET_FORM),
          before: headerText.default("").describe("What stands before it in the header, such as “Bearer ”"),
        },
        SECRET_FIELDS,
      )
      .optional()
      .describe(
        "A header with what a variable of the environment holds; sent to the source’s own host alone, over https",
      ),
  },
  REQUEST_FIELDS,
);

const oaiSchema = z.strictObject({
  prefix: z
    .enum(OAI_PREFIXES)
    .default("oai_dc")
    .describe("In which form it gives its records: oai_dc, which every repository has, or marcxml, which says more"),
  set: z
    .string()
    .regex(OAI_SET, "is not the name of a set (setSpec), as its ListSets gives them")
    .optional()
    .describe("Of its sets, the one whose records are asked for; all of them when left out"),
});

/** Of the schema of a source. */
export const askingFields = {
  empty: z
    .literal("absent")
    .optional()
    .describe("For a document: `absent` where its site answers with 200 and nothing while it is not there"),
  paths: jsonPathsSchema.optional().describe("For JSON: where the items and their parts stand"),
  account: z
    .boolean()
    .optional()
    .describe(
      "For a feed or JSON elsewhere: it is an account of the publisher’s, as its own site says. What it says is the publisher’s own word, and no proof",
    ),
  oai: oaiSchema.optional().describe("For a library that speaks OAI-PMH 2.0: which of its records are asked for"),
  request: requestSchema.optional().describe("For JSON: what is sent besides the address"),
  offered: webAddress
    .optional()
    .describe(
      "Address of the terms by which registered programs may ask `url`, though robots.txt refuses or is silent; with your registered name in the address or a header",
    ),
};

function headerFault(name: string): string | undefined {
  if (BOTS_OWN.test(name)) return "is the bot’s own to send; take it out";
  if (SECRET.test(name)) return "is no place for a secret, which everybody may read here; write it under `secret`";
  return undefined;
}

/** A fact is a text, or a text with the day since which it is known. */
export type Fact = string | Record<string, string>;
type Asked = Pick<Source, "kind" | "paths" | "request" | "offered" | "empty" | "oai" | "witness" | "account"> & {
  url: Fact;
  formerly: readonly Fact[];
};

/** What pages are made for people, and robots.txt is their keeper's word on robots. */
const FOR_PEOPLE: readonly SourceKind[] = ["listing", "page", "sitemap"];
/** Names under which APIs ask who a program is. */
const REGISTERED =
  /^(?:app|client|api|key|token|user|tool|agent|mailto|e?mail|contact|name)(?:[-_]?(?:name|id|key|token|mail))?$/i;

/** What of a source cannot be meant, each with its way from the source on. */
export function askingFaults(
  source: Asked,
  publisher: { hosts: readonly Fact[]; files?: readonly string[] | undefined },
): Fault[] {
  const { kind, paths, request, offered, empty, oai, witness, account } = source;
  const url = plainFact(source.url, "url");
  const formerly = source.formerly.map((one) => plainFact(one, "url"));
  const hosts = [...publisher.hosts.map((one) => plainFact(one, "host")), ...(publisher.files ?? [])];
  const faults: Fault[] = [];
  const add = (path: Fault["path"], says: string) => faults.push({ path, says });
  if (kind === "json" && !paths)
    add([], "has no `paths`; give the JSONPath of the items there, and of each one’s title");
  if (kind !== "json" && paths) add(["paths"], `is for \`kind: json\`; ${aOrAn(kind)} has none`);
  if (kind !== "json" && request)
    add(["request"], `is for \`kind: json\`; ${aOrAn(kind)} is asked by its address alone`);
  if (oai && kind !== "oai") add(["oai"], `is for \`kind: oai\`; ${aOrAn(kind)} has none`);
  if (kind === "oai" && [url, ...formerly].some((one) => /[?#]/.test(one)))
    add(["url"], "is asked with a query of its own each day; write the address alone, up to the question mark");
  if (kind === "oai" && witness) add(["witness"], "has no copies of what is asked anew each day; leave it out");
  if (empty && kind !== "document")
    add(["empty"], `is for \`kind: document\`; of ${aOrAn(kind)} an answer with nothing in it says nothing`);
  if (account && kind !== "feed" && kind !== "json")
    add(["account"], `is for the posts of an account, a feed or JSON; ${aOrAn(kind)} is none`);
  else if (account && (!url.startsWith("https://") || formerly.length > 0))
    add(
      ["account"],
      "takes one address, over https: nobody on the way, nor at an older one, may speak in the publisher’s name",
    );
  else if (account && hosts.includes(hostOf(url)))
    add(["account"], "is for an account elsewhere; what the publisher’s own hosts answer is its own in any case");
  if ([url, ...formerly].some(hasBareSymbol))
    add(
      ["url"],
      "has a symbol with bare slashes, which documents.un.org does not find; write each as %2F (A%2FHRC%2F61%2F6)",
    );
  if (paths?.base && !paths.link) add(["paths", "base"], "is put before what stands at `link`, which is missing");
  if (request?.secret) {
    if (![url, ...formerly].every((one) => one.startsWith("https://")))
      add(
        ["request", "secret"],
        "is sent over https alone; `url`, and each address under `formerly`, must begin with https://",
      );
    const isTwice = Object.keys(request.headers).some((name) => isSame(name, request.secret?.header ?? ""));
    if (isTwice) add(["request", "secret", "header"], "stands among the headers as well; write it once");
  }
  if (!offered || kind === "mail") return faults;
  const { hostname = "", searchParams = new URLSearchParams() } = URL.parse(url) ?? {};
  const isRegistered =
    [...searchParams].some(([name, value]) => REGISTERED.test(name) && value !== "") ||
    request?.secret !== undefined ||
    Object.keys(request?.headers ?? {}).some((name) => !/^(?:accept|content)/i.test(name));
  if (FOR_PEOPLE.includes(kind))
    add(
      ["offered"],
      `is not for a ${kind}: robots.txt speaks of what is made for people; only of what is made for programs`,
    );
  else if (hosts.includes(hostname.toLowerCase()))
    add(["offered"], "is not for the publisher’s own hosts: where their robots.txt refuses, ask their keeper");
  else if (!isRegistered)
    add(["offered"], "needs the name that you registered, in the address (such as ?appname=…) or in request.headers");
  return faults;
}

/** The UN's documents by symbol: the slashes of one must be percent-encoded. */
function hasBareSymbol(url: string): boolean {
  return /^https?:\/\/documents\.un\.org\/api\/symbol\/access\?(?:[^#]*&)?s=[^&#]*\//i.test(url);
}

/** What a fact says, whenever it was learnt. @param name of its field, where it has a day */
export function plainFact(fact: Fact, name: string): string {
  return typeof fact === "string" ? fact : (fact[name] ?? "");
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
