/** A library that speaks OAI-PMH 2.0, as openarchives.org describes it: with days, sets it has not, tokens that expire, and records that are gone. */
import type { Page } from "../origin.ts";
import type { Api } from "./api.ts";

export interface Catalogued {
  id: string;
  title: string;
  subtitle?: string;
  symbol?: string;
  /** Civil date of the document; when its record was written or changed, `YYYY-MM-DD`. */
  date: string;
  datestamp: string;
  files?: string[];
  isDeleted?: boolean;
}

export interface Repository extends Api {
  records: Catalogued[];
  /** Records of one answer. */
  atOnce: number;
  /** How many of the next requests it is too busy for. */
  busy: number;
  /** Whether the tokens that it gave are forgotten by the time they are used. */
  forgets: boolean;
  /** What it was asked, one query after the other. */
  asked: URLSearchParams[];
}

/** @param needsEnd whether what has no `until` is refused, as the UN Digital Library refuses it */
export function oaiRepository(host: string, records: Catalogued[] = [], needsEnd = true): Repository {
  let answers = 0;
  return {
    ...{ host, records, published: [], mood: "well", atOnce: 10, busy: 0, forgets: false, asked: [] },
    answer({ url }) {
      const query = url.searchParams;
      this.asked.push(query);
      if (this.busy > 0) {
        this.busy -= 1;
        return { status: 503, headers: { "retry-after": "3600" }, body: "" };
      }
      const inside = listed(this, query, needsEnd);
      if (typeof inside !== "string") return inside;
      // It says when it answered: no two answers are the same.
      return xml(
        `<?xml version="1.0" encoding="UTF-8"?><OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>2022-01-01T00:00:${String(answers++ % 60).padStart(2, "0")}Z</responseDate><request>https://${host}/oai2d</request>${inside}</OAI-PMH>`,
      );
    },
  };
}

function xml(body: string): Page {
  return { headers: { "content-type": "text/xml; charset=utf-8" }, body };
}

function listed(repository: Repository, query: URLSearchParams, needsEnd: boolean): string | Page {
  if (query.get("verb") !== "ListRecords") return error("badVerb", "Illegal OAI verb");
  const token = query.get("resumptionToken");
  if (token !== null && query.size > 2) return error("badArgument", "The token is an exclusive argument");
  if (token !== null && repository.forgets) return error("badResumptionToken", `ResumptionToken expired: ${token}`);
  const [from = "", until = "", prefix = "", start = "0"] =
    token === null
      ? [query.get("from") ?? "", query.get("until") ?? "", query.get("metadataPrefix") ?? ""]
      : token.split("|");
  if (token === null && until === "" && needsEnd) return { status: 503, body: "Service Unavailable" };
  if (![from, until].every((day) => /^(?:\d{4}-\d{2}-\d{2})?$/.test(day)) || (until !== "" && from > until))
    return error("badArgument", "The dates are none");
  if (query.has("set")) return error("noSetHierarchy", "This repository has no sets");
  if (prefix !== "oai_dc" && prefix !== "marcxml") return error("cannotDisseminateFormat", "Not in this form");
  const found = repository.records.filter(({ datestamp }) => datestamp >= from && (until === "" || datestamp <= until));
  if (found.length === 0) return error("noRecordsMatch", "No records match");
  const end = Number(start) + repository.atOnce;
  const rest = end < found.length ? [from, until, prefix, end].join("|") : "";
  const isLast = Number(start) > 0 || rest !== "";
  const records = found.slice(Number(start), end).map((record) => recordOf(record, repository.host, prefix));
  return `<ListRecords>${records.join("")}${isLast ? `<resumptionToken completeListSize="${found.length}" cursor="${start}">${rest}</resumptionToken>` : ""}</ListRecords>`;
}

function error(code: string, says: string): string {
  return `<error code="${code}">${says}</error>`;
}

function recordOf(record: Catalogued, host: string, prefix: string): string {
  const { id, datestamp, isDeleted } = record;
  const header = `<header${isDeleted ? ' status="deleted"' : ""}><identifier>oai:${host}:${id}</identifier><datestamp>${datestamp}T06:10:11Z</datestamp></header>`;
  const metadata = isDeleted ? "" : `<metadata>${prefix === "marcxml" ? marc(record) : dublinCore(record)}</metadata>`;
  return `<record>${header}${metadata}</record>`;
}

function marc({ id, title, subtitle, symbol, date, files = [] }: Catalogued): string {
  const field = (tag: string, ...parts: [code: string, text: string][]) =>
    `<datafield tag="${tag}" ind1=" " ind2=" ">${parts.map(([code, text]) => `<subfield code="${code}">${text}</subfield>`).join("")}</datafield>`;
  return `<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader><controlfield tag="001">${id}</controlfield>${[
    field("041", ["a", "eng"]),
    ...(symbol ? [field("191", ["a", symbol])] : []),
    subtitle
      ? field("245", ["a", `${title} :`], ["b", `${subtitle} /`], ["c", "the office"])
      : field("245", ["a", `${title} /`]),
    field("269", ["a", date]),
    field("500", ["a", "Issued in another form before."]),
    ...files.map((file) => field("856", ["u", file], ["y", "English"])),
  ].join("")}</record>`;
}

function dublinCore({ id, title, subtitle, date, files = [] }: Catalogued): string {
  const identifiers = [...files, `DOC-${id}`].map((text) => `<dc:identifier>${text}</dc:identifier>`).join("");
  return `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${title}${subtitle ? `: ${subtitle}` : ""}</dc:title><dc:date>${date}</dc:date>${identifiers}<dc:language>eng</dc:language></oai_dc:dc>`;
}
