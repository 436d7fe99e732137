/**
 * Save Page Now: asks the Wayback Machine to keep a copy of the pages that notices rest on, so that another party holds
 * them as well (the Internet Archive's "Save Page Now 2" API). What is asked for stands in the store and is asked again
 * until it is done; the copy's address is then added to the message.
 */
import type { Logger } from "pino";
import { Agent, request } from "undici";
import { z } from "zod";
import { beginningOf } from "../config/redaction.ts";
import type { Settings } from "../config/settings.ts";
import { collect } from "../fetch/body.ts";
import { userAgent } from "../fetch/fetcher.ts";
import { connectorOut } from "../fetch/proxy.ts";
import { routed } from "../fetch/way.ts";
import { isProof } from "../judge/evidence.ts";
import type { Notice } from "../judge/notice.ts";
import { WAYBACK } from "../memento/cdx.ts";
import type { Store } from "../store/store.ts";
import type { SubmissionRow } from "../store/tables.ts";
import type { Clock } from "../time/clock.ts";
import { later } from "../time/instant.ts";

export interface WaybackKeys {
  accessKey: string;
  secretKey: string;
}

const MAX_PAGES_PER_NOTICE = 6;
const MAX_ATTEMPTS = 12;
const FIRST_WAIT_MS = 60_000;
const LONGEST_WAIT_MS = 6 * 3_600_000;
const ASK_AGAIN_MS = 15_000;
const TIMEOUT_MS = 30_000;
const MAX_ANSWER = 1024 * 1024;

const requestedSchema = z.object({ job_id: z.string().min(1).max(200) });
const statusSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("success"), timestamp: z.string().regex(/^\d{14}$/), original_url: z.url() }),
  z.object({ status: z.literal("pending") }),
  z.object({ status: z.literal("error"), status_ext: z.string().optional(), message: z.string().optional() }),
]);

/** The pages that a notice rests on as evidence: what proves publication, and what looks like it. */
function pagesToSave(notice: Notice): string[] {
  const told = notice.kind === "published" ? notice.proofs : notice.kind === "signalled" ? [notice.signal] : [];
  const evidence = told.filter(({ isPrivate }) => !isPrivate);
  const files = evidence.filter(isProof).flatMap((item) => (item.files ?? []).map((file) => file.url));
  const pages = [...evidence.map((item) => item.url), ...files].filter((url) => /^https?:/.test(url));
  return [...new Set(pages)].slice(0, MAX_PAGES_PER_NOTICE);
}

export class Saver {
  readonly #store: Store;
  readonly #settings: Settings["fetch"];
  readonly #keys: WaybackKeys;
  readonly #clock: Clock;
  readonly #log: Logger;
  readonly #agent: Agent;

  constructor(store: Store, settings: Settings["fetch"], keys: WaybackKeys, clock: Clock, log: Logger) {
    this.#store = store;
    this.#settings = settings;
    this.#keys = keys;
    this.#clock = clock;
    this.#log = log;
    const isStandIn = routed(new URL(WAYBACK), settings.origins).isStandIn;
    this.#agent = new Agent({ connect: isStandIn ? { timeout: TIMEOUT_MS } : connectorOut(settings, TIMEOUT_MS) });
    store.submitPages(pagesToSave);
  }

  /** Goes one step on with each page whose time has come. */
  async drain(signal?: AbortSignal): Promise<void> {
    for (const submission of await this.#store.submissions.open(this.#clock.now())) {
      if (signal?.aborted) return;
      const change = await this.#step(submission, signal).catch((error: Error) =>
        this.#failed(submission, error.message),
      );
      const { notice, url } = submission;
      await this.#store.submissions.mark(submission, change);
      if (change.state === "saved")
        this.#log.info({ event: "copy-saved", notice, url, copy: change.saved_url }, "copy saved");
      if (change.error)
        this.#log.warn(
          { event: "copy-failed", notice, url, error: change.error, state: change.state },
          "copy not saved",
        );
    }
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }

  async #step(submission: SubmissionRow, signal: AbortSignal | undefined): Promise<Partial<SubmissionRow>> {
    const { url, job } = submission;
    // Each page at most once, for however many notices: who saves it asks its site, and must not be sent there for us again and again.
    const before = job ? undefined : await this.#store.submissions.askedFor(submission);
    if (before?.state === "requested") return { due_at: later(this.#clock.now(), ASK_AGAIN_MS) };
    if (before) return { state: before.state, saved_url: before.saved_url };
    if (!job) {
      const form = new URLSearchParams({ url, skip_first_archive: "1" });
      const { job_id } = requestedSchema.parse(await this.#ask("POST", "/save", form.toString(), signal));
      return { state: "requested", job: job_id, due_at: later(this.#clock.now(), ASK_AGAIN_MS), error: null };
    }
    const status = statusSchema.parse(
      await this.#ask("GET", `/save/status/${encodeURIComponent(job)}`, undefined, signal),
    );
    switch (status.status) {
      case "pending":
        return { due_at: later(this.#clock.now(), ASK_AGAIN_MS) };
      case "success":
        return { state: "saved", saved_url: `${WAYBACK}/web/${status.timestamp}/${status.original_url}`, error: null };
      case "error":
        return {
          state: "failed",
          error: `the Wayback Machine could not save it (${beginningOf(status.status_ext ?? status.message ?? "no reason given", 200)})`,
        };
    }
  }

  /** Where it was not asked yet, or does not say how it goes: tried again, later each time, and given up after a few days. */
  #failed({ attempts }: SubmissionRow, why: string): Partial<SubmissionRow> {
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempts);
    return {
      state: attempts + 1 >= MAX_ATTEMPTS ? "failed" : "pending",
      job: null,
      attempts: attempts + 1,
      due_at: later(this.#clock.now(), wait),
      error: `the Wayback Machine ${why}`,
    };
  }

  async #ask(
    method: "GET" | "POST",
    path: string,
    body: string | undefined,
    signal: AbortSignal | undefined,
  ): Promise<unknown> {
    const { target } = routed(new URL(path, WAYBACK), this.#settings.origins);
    const limit = AbortSignal.timeout(TIMEOUT_MS);
    const answer = await request(target, {
      method,
      dispatcher: this.#agent,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      headers: {
        accept: "application/json",
        authorization: `LOW ${this.#keys.accessKey}:${this.#keys.secretKey}`,
        "user-agent": userAgent(this.#settings.contact),
        ...(body === undefined ? {} : { "content-type": "application/x-www-form-urlencoded" }),
      },
      ...(body === undefined ? {} : { body }),
    }).catch((error: NodeJS.ErrnoException) => {
      throw new Error(`could not be reached (${error.code ?? error.name})`);
    });
    const bytes = await collect(answer.body, MAX_ANSWER, undefined);
    if (answer.statusCode === 401 || answer.statusCode === 403)
      throw new Error(
        `does not accept the keys (${answer.statusCode}); check WAYBACK_ACCESS_KEY and WAYBACK_SECRET_KEY`,
      );
    if (answer.statusCode !== 200) throw new Error(`answered ${answer.statusCode}`);
    try {
      return JSON.parse(bytes.toString("utf8"));
    } catch {
      throw new Error("answered with something else than JSON");
    }
  }
}
