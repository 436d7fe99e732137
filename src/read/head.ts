/** Capture → reading, as far as the status tells it: what an answer or a failure says before its body is looked at. */
import type { Answer, Capture, Failure } from "../fetch/capture.ts";
import type { Mailbox, Source, Watch } from "../watch/watch.ts";
import { notYet } from "./not-yet.ts";
import { isChallenge, withVendor } from "./problem/wall-vendors.ts";
import { type Problem, problem, type Reading } from "./reading.ts";

export type HowToRead = Pick<Source, "kind" | "select" | "paths" | "region" | "ignore" | "dates" | "empty" | "oai"> & {
  mail?: Correspondents | undefined;
};

/** Of mail: whose signature counts, and on which hosts its links are told apart. */
export interface Correspondents extends Pick<Mailbox, "domains" | "sisters"> {
  hosts?: readonly string[] | undefined;
}

/** How a source is read, with what its watch says of its publisher. */
export function howToRead(source: Source, { hosts }: Pick<Watch["publisher"], "hosts">): HowToRead {
  if (!source.mail) return source;
  const { domains, sisters } = source.mail;
  return { ...source, mail: { domains, sisters, hosts } };
}

/** How to read a page that was reached by following a link. */
export const FOLLOWED: HowToRead = { kind: "document", ignore: [] };

/** The same, where the page that linked there says how its site writes dates. */
export function followedFrom({ dates }: Pick<Source, "dates">): HowToRead {
  return { ...FOLLOWED, dates };
}

/** Undefined when the body must be read. */
export function readHead(capture: Capture, how: HowToRead): Reading | undefined {
  if (capture.kind === "failure") return failureProblem(capture);
  const isPlainlyAbsent = how.kind === "document" && (capture.status === 404 || capture.status === 410);
  if (isPlainlyAbsent) return { kind: "absent", status: capture.status };
  return statusProblem(capture) ?? frontPageProblem(capture) ?? notYet(capture, capture.wire.length, how);
}

/** A failure to get any answer. */
function failureProblem(failure: Failure): Problem {
  switch (failure.cause) {
    case "robots":
      return problem("blocked", failure.detail);
    case "too-large":
      return problem("too-costly", failure.detail);
    case "redirects":
      return problem("unreadable", failure.detail);
    case "unreachable":
    case "timeout":
    case "refused":
    case "interrupted":
    case "not-archived":
      return problem("unavailable", failure.detail);
    case "unkept":
      return problem("unkept", failure.detail);
  }
}

/** To those of the standard come what walls are known to answer robots with: 406 and 418 (filters of requests), 428 (Akamai's challenge). */
const REFUSALS: readonly number[] = [401, 402, 403, 406, 407, 418, 428, 429, 451];

/** What is said before the body. */
type Said = Pick<Answer, "status" | "headers"> & Partial<Pick<Answer, "wasConditional">>;

/** What the status line and the headers alone say. */
export function statusProblem(answer: Said): Problem | undefined {
  const { status, headers } = answer;
  // What is said with 200 is read: a page that is long and on its subject is one, whatever came with it.
  if (status === 200 || status === 203) return undefined;
  if (status === 304)
    return answer.wasConditional
      ? undefined
      : problem("unreadable", "answered 304 to a request that named no earlier copy");
  if (REFUSALS.includes(status) || isChallenge(headers))
    return problem("blocked", withVendor(`answered ${status}`, headers));
  if (status === 404 || status === 410) return problem("gone", `answered ${status}`);
  if (status >= 500) return problem("unavailable", `answered ${status}`);
  return problem("unreadable", `answered ${status}`);
}

/** An address inside the site that ended at its front page: how some sites say "not there". */
function frontPageProblem(answer: Answer): Problem | undefined {
  const asked = new URL(answer.url);
  const got = new URL(answer.finalUrl);
  const isFront = (url: URL) =>
    /^\/(?:[a-z]{2}(?:-[a-z]{2})?\/?|index\.\w+|EN\/pages\/home\.aspx)?$/i.test(url.pathname) && url.search === "";
  return !isFront(asked) && isFront(got) ? problem("gone", `was sent to the front page (${got.href})`) : undefined;
}
