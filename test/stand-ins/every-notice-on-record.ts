/** A notice of every kind as the shipped watch would tell it, with names and texts as long as those of real pages. */
import { loadConfig } from "../../src/config/load.ts";
import type { Notice, Told } from "../../src/judge/notice.ts";
import { status } from "../../src/judge/status.ts";
import type { Watch } from "../../src/watch/watch.ts";
import { notice, told } from "./every-notice.ts";
import { DOCUMENT_PATH, PDF_PATH, SITE, TITLE } from "./ohchr.ts";

export const [shippedWatch] = loadConfig(new URL("../../config/coming-weeks.yaml", import.meta.url).pathname, {})
  .watches as [Watch];

const SAID = "The spokesperson said that the assessment would not be out before the Games begin in February.";
const LONG_NAMES = ["the latest-news listing", "the press releases", "the China page", "the document’s page"];
const NOTE = "its first page does not carry the title that is known";
const facts = { sha256: "1".repeat(64), bytes: 1_200_000, pages: 48 };

const OUT = { verdict: "published", standing: "kept-late", publishedOn: "2022-08-31" } as const;

/** By name: what it is, and the notice. */
export const noticesToShow: readonly (readonly [name: string, notice: Notice])[] = told.map((what, index) => {
  const dressed = dress(what);
  const at = "2022-08-31T21:52:00.000Z";
  const isOut = ["published", "edition"].includes(what.kind);
  const now = { ...status(shippedWatch, [], at), ...(isOut ? OUT : {}) };
  return [`${index + 1} ${what.kind}`, { ...notice(dressed, { at }), status: now }] as const;
});

function dress(what: Told): Told {
  const unread = LONG_NAMES.map((name, index) => ({
    id: `source-${index}`,
    name,
    url: `${SITE}/en/${index}`,
    since: "2022-08-31T14:00:00Z",
    problem: "blocked" as const,
    detail: "showed a bot wall instead of the page",
  }));
  switch (what.kind) {
    case "started":
      return { ...what, read: LONG_NAMES.slice(0, 3), unread: unread.slice(3) };
    case "changed":
      return { ...what, change: { ...what.change, title: SAID }, more: 4 };
    case "signalled":
      return {
        ...what,
        signal: { ...what.signal, rule: "document-on-the-subject", title: TITLE, note: NOTE },
        more: 2,
      };
    case "published":
      return {
        ...what,
        proofs: what.proofs.map((proof) => ({
          ...proof,
          url: SITE + DOCUMENT_PATH,
          files: (["en", "fr"] as const).map((language) => ({ url: SITE + PDF_PATH, language, facts })),
        })),
      };
    case "blind":
      return { ...what, sources: unread };
    case "proposed":
      return { ...what, proposal: { ...what.proposal, sentence: SAID } };
    case "edition":
      return "evidence" in what ? { ...what, added: [SAID], removed: [SAID, SAID] } : what;
    default:
      return what;
  }
}
