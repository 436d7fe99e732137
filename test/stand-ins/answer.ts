/** An answer as the fetcher gives it, built with defaults so that a test shows only what matters to it. */
import { createHash } from "node:crypto";
import type { Answer } from "../../src/fetch/capture.ts";

export function answer(given: Partial<Answer> & { url: string }): Answer {
  const wire = given.wire ?? Buffer.alloc(0);
  return {
    kind: "answer",
    finalUrl: given.url,
    at: "2022-08-31T22:00:00.000Z",
    status: 200,
    headers: {},
    sentHeaders: [["user-agent", "coming-weeks/0.1"]],
    rawHeaders: Object.entries(given.headers ?? {}),
    hops: [],
    wire,
    digest: createHash("sha256").update(wire).digest("hex"),
    wasConditional: false,
    milliseconds: 0,
    ...given,
  };
}
