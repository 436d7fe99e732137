/** What an export says of its records, held against them: the notices against the journal, the index and the pages against the captures. */
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { redacted } from "../../config/redaction.ts";
import { evidenceIn, type Notice, noticeId } from "../../judge/notice.ts";
import { say } from "../../message/wording.ts";
import { linesOf } from "../cdxj.ts";
import { type Citation, citationOf } from "../citation.ts";
import { digestOfText } from "../digest.ts";
import { isJournal, readLines } from "../journal.ts";
import type { ArchivedRecord } from "../record.ts";
import type { RemoteFile } from "../source.ts";
import { type Dossier, forOutsiders, groundsOf } from "./dossier.ts";
import type { Findings } from "./findings.ts";
import { EVIDENCE, INDEX, noticeFile, PAGES, WARC } from "./layout.ts";
import { type Page, pagesOf } from "./pages.ts";

type Evidence = NonNullable<Dossier["evidence"]>;

const groundOf = z.looseObject({ url: z.string(), capture: z.string() });
const noticeSchema = z.looseObject({
  id: z.string(),
  ...{ watch: z.string(), key: z.string(), kind: z.string(), at: z.string() },
  grounds: z.array(groundOf),
});
const evidenceSchema = z.looseObject({ id: z.string(), url: z.string(), capture: z.string() });
const pageSchema = z.object({ id: z.string(), url: z.string(), ts: z.string(), title: z.string() });

/** A notice is told once; in a step that a crash kept from being concluded, and once more. */
const MOST_TOLD = 8;
/** More than any export has, and few enough to hold what is known of each. */
const MAX_RECORDS = 100_000;

export class ContentCheck {
  readonly #findings: Findings;
  readonly #notices = new Map<string, Notice>();
  #evidence: Evidence | undefined;
  /** What the journal tells of them, as outsiders are shown it, and the digests of what they became. */
  readonly #told = new Map<string, Notice[]>();
  readonly #completed = new Set<string>();
  readonly #index: string[] = [];
  readonly #captures: Citation[] = [];
  #seen = 0;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  /** Before any record: a file that tells a notice, or evidence. */
  tells(path: string, text: string): void {
    if (path === EVIDENCE) {
      this.#evidence = parsed(evidenceSchema, text) as unknown as Evidence | undefined;
      if (!this.#evidence) this.#findings.fault(`${EVIDENCE} is no evidence`);
      return;
    }
    const { id, ...told } = parsed(noticeSchema, text) ?? { id: "" };
    const notice = told as unknown as Notice;
    if (path === noticeFile(id) && noticeId(notice) === id) this.#notices.set(id, notice);
    else this.#findings.fault(`${path} is not the notice that it is named after`);
  }

  /** @param record of the export's WARC, in the order in which they stand there, with its digest, and its payload where it is one of the journal's */
  see(record: ArchivedRecord): void {
    this.#seen += 1;
    if (this.#seen > MAX_RECORDS) return;
    this.#index.push(...linesOf(record, WARC));
    const capture = citationOf(record, WARC);
    if (capture) this.#captures.push(capture);
    if (isJournal(record) && record.payload) this.#hear(record.payload);
  }

  #hear(payload: Buffer): void {
    for (const line of heard(payload)) {
      if ("completed" in line) for (const { digest } of line.completed ?? []) this.#completed.add(digest);
      for (const told of "notices" in line ? (line.notices ?? []) : []) {
        const id = noticeId(told);
        const known = this.#told.get(id) ?? [];
        if (this.#notices.has(id) && known.length < MOST_TOLD)
          this.#told.set(id, [...known, forOutsiders(told as unknown as Notice)]);
      }
    }
  }

  /**
   * Once all records were shown.
   * @param index, pages the texts that stand there, where they do
   * @param about title and main page, as the list has them
   * @param warc the WARC of the export
   */
  async conclude(enclosed: {
    index: string | undefined;
    pages: string | undefined;
    about: { title?: string | undefined; mainPageUrl?: string | undefined };
    warc: RemoteFile;
  }): Promise<void> {
    const { index, pages, about, warc } = enclosed;
    if (this.#seen > MAX_RECORDS)
      return this.#findings.fault(`holds more than ${MAX_RECORDS} records, which no export has`);
    for (const [id, notice] of this.#notices) this.#tellNotice(id, notice);
    if (this.#evidence) this.#tellEvidence(this.#evidence);
    if (this.#notices.size === 0 && !this.#evidence) this.#findings.unshown("no notice and no evidence is enclosed");
    this.#tellGrounds();
    if (index !== this.#index.toSorted().join("")) this.#findings.fault(`${INDEX} is not the index of its records`);
    await this.#tellPages(pages ?? "", warc, about.mainPageUrl);
    const titles = new Set([...this.#notices.values()].flatMap((notice) => titleOf(notice) ?? []));
    if (titles.size > 0 && !titles.has(about.title ?? ""))
      this.#findings.unshown("its title is none that its notices have (or another version’s wording)");
  }

  #tellNotice(id: string, notice: Notice): void {
    const told = this.#told.get(id) ?? [];
    if (told.length === 0) {
      this.#findings.unshown(`${noticeFile(id)}: no record of the journal that is enclosed tells of it`);
      this.#findings.found("Notice", `${id}, of which the journal’s account is not enclosed`);
    } else if (
      told.some((one) => isDeepStrictEqual(plain(one), plain(notice))) ||
      this.#completed.has(digestOfText(JSON.stringify(notice)))
    )
      this.#findings.found(
        "Notice",
        `${id}, as the journal tells it; of ${notice.at}: ${titleOf(notice) ?? notice.kind}`,
      );
    else this.#findings.fault(`${noticeFile(id)} says something else than the journal`);
  }

  /** How it stands may have changed since it was told. */
  #tellEvidence(evidence: Evidence): void {
    const same = (one: Evidence) =>
      isDeepStrictEqual(plain({ ...one, state: "", note: "" }), plain({ ...evidence, state: "", note: "" }));
    const told = [...this.#notices].flatMap(([id, notice]) => (this.#told.has(id) ? evidenceOf(notice) : []));
    if (!told.some(same))
      this.#findings.unshown(`${EVIDENCE}: no notice that is enclosed tells of it as it stands there`);
  }

  #tellGrounds(): void {
    const there = new Set(this.#captures.map(({ digest }) => digest));
    const notices = [...this.#notices.values()];
    for (const { capture, url } of groundsOf({ id: "", notices, evidence: this.#evidence }))
      if (!there.has(capture)) this.#findings.unshown(`the capture ${capture} of ${url} is not enclosed`);
  }

  async #tellPages(text: string, warc: RemoteFile, main: string | undefined): Promise<void> {
    const [, ...lines] = text.split("\n", MAX_RECORDS).filter(Boolean);
    const pages = lines.map((line) => parsed(pageSchema, line));
    const captures = this.#captures.map((capture) => ({ ...capture, isCited: true }));
    const expected = (await pagesOf(captures, new Map([[WARC, warc]]))).all;
    const places = (some: readonly (Page | undefined)[]) => some.map((page) => page && [page.id, page.url, page.ts]);
    if (!isDeepStrictEqual(places(pages), places(expected)))
      return this.#findings.fault(`${PAGES} does not list the pages that are there`);
    if (
      !isDeepStrictEqual(
        pages.map(titleIn),
        expected.map(({ title }) => redacted(title)),
      )
    )
      this.#findings.unshown(`${PAGES} gives a page another title than it has (or than this version reads)`);
    if (main !== undefined && !expected.some(({ url }) => url === main))
      this.#findings.fault("the page that it opens with is none of its pages");
  }
}

function titleIn(page: Page | undefined): string | undefined {
  return page?.title;
}

/** What a stranger wrote may be no notice that has words. */
function titleOf(notice: Notice): string | undefined {
  try {
    return redacted(say(notice).title);
  } catch {
    return undefined;
  }
}

function evidenceOf(notice: Notice): Evidence[] {
  try {
    return evidenceIn(notice).filter((one) => typeof one === "object" && one !== null);
  } catch {
    return [];
  }
}

/** As JSON has it. */
function plain(value: object): unknown {
  return JSON.parse(JSON.stringify(value));
}

function heard(payload: Buffer) {
  try {
    return [...readLines(payload)];
  } catch {
    return [];
  }
}

function parsed<T>(schema: z.ZodType<T>, text: string): T | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
