/** The same for programs, as JSON, and its description (OpenAPI 3.1). */
import { Hono } from "hono";
import { z } from "zod";
import { fingerprint, publicPem } from "../archive/chain/keys.ts";
import { noticeId } from "../judge/notice.ts";
import { noticeRecord } from "../message/wording.ts";
import { oddsRecord } from "../status/odds-record.ts";
import { oddsOn } from "../status/overview.ts";
import { recordReview } from "../status/record-review.ts";
import { statusRecord } from "../status/status-record.ts";
import { telling } from "../status/telling.ts";
import { DAY_MS, later } from "../time/instant.ts";
import { BEARINGS, REACHES, UNKNOWN_BECAUSE, VERDICTS } from "../watch/names.ts";
import { type Desk, overviewOf, watchNamed } from "./desk.ts";
import { oddsSchema, recordSchema } from "./record-schema.ts";

const instant = z.iso.datetime();
const day = z.iso.date();
const evidence = z.object({
  id: z.string(),
  rule: z.string(),
  url: z.string(),
  title: z.string(),
  date: day.optional(),
  state: z.enum(["standing", "gone", "dismissed"]),
});
const statusSchema = z
  .object({
    type: z.literal("status"),
    watch: z.string(),
    at: instant,
    verdict: z.enum(VERDICTS),
    reach: z.enum(REACHES).optional(),
    unknown_because: z.enum(UNKNOWN_BECAUSE).optional(),
    standing: z.enum(["awaited", "due", "overdue", "kept", "kept-late", "withdrawn"]),
    promised_on: day,
    horizon: z.object({ earliest: day, likely: day, latest: day }),
    day: z.int(),
    published_on: day.optional(),
    newest_promise: z
      .object({
        promised_on: day,
        phrase: z.string(),
        latest: day,
        standing: z.string(),
        added_by: z.string().optional(),
      })
      .optional(),
    statements: z
      .array(
        z.object({
          on: day,
          by: z.string(),
          phrase: z.string(),
          bearing: z.enum(BEARINGS),
          earliest: day.optional(),
          likely: day.optional(),
          latest: day.optional(),
          link: z.string().optional(),
          added_by: z.string().optional(),
        }),
      )
      .describe("What was said on timing, as far as it is known"),
    evidence: z.array(evidence),
    proposed: z
      .array(
        z.object({
          id: z.string(),
          on: day,
          by: z.string(),
          phrase: z.string(),
          bearing: z.enum(BEARINGS),
          sentence: z.string(),
        }),
      )
      .describe("Statements on timing that wait for a person’s word"),
    sources: z.array(
      z.object({
        source: z.string(),
        state: z.string(),
        read_at: instant.optional(),
        checked_at: instant.optional(),
        problem: z.string().optional(),
        detail: z.string().optional(),
        since: instant.optional(),
      }),
    ),
    text: z.string(),
  })
  .describe("Where a watch stands");
const noticeSchema = z
  .object({
    id: z.string(),
    kind: z.string(),
    watch: z.string(),
    at: instant,
    title: z.string(),
    text: z.string(),
    evidence: z.array(z.object({ rule: z.string(), url: z.string(), capture: z.string() })),
    odds: oddsSchema.optional().describe("What was told of the record, as it was then"),
  })
  .describe("Something people were told");
const gap = z.object({ from: instant, to: instant, failures: z.int() });
const coverageSchema = z
  .object({
    watch: z.string(),
    title: z.string(),
    since: instant,
    until: instant,
    looks: z.int(),
    failed: z.int(),
    coveredShare: z.number().min(0).max(1).optional(),
    changes: z.array(z.object({ at: instant, source: z.string(), check: z.string(), what: z.string() })),
    notices: z.record(z.string(), z.int()),
    deliveries: z.record(z.string(), z.int()),
    sources: z.array(
      z.object({
        source: z.string(),
        looks: z.int(),
        failed: z.int(),
        covered: z.number().optional(),
        causes: z.array(z.object({ problem: z.string(), count: z.int() })),
        longestGap: gap.optional(),
      }),
    ),
    gaps: z.array(gap.extend({ sources: z.array(z.string()) })),
    moreGaps: z.int(),
  })
  .describe("How well a watch was looked after");

const tellingSchema = z
  .object({
    pending: z.int(),
    left: z.int().describe("What a command found, and that waits for a bot to run"),
    failing: z.array(
      z.object({ channel: z.string(), error: z.string(), isStopped: z.boolean(), nextTry: instant.nullable() }),
    ),
    moreFailing: z.int(),
    notWhole: z.array(z.object({ notice: z.string(), channel: z.string(), isRefused: z.boolean(), error: z.string() })),
  })
  .describe("Whether messages get through");

const keysSchema = z
  .object({
    keys: z.array(z.object({ fingerprint: z.string(), pem: z.string(), worker: z.string(), since: instant })),
    checkpoint: z
      .object({ at: instant, text: z.string(), key: z.string(), signature: z.string() })
      .optional()
      .describe("The newest: its text, who signed it, and the signature in Base64"),
  })
  .describe("Who signs, and what was signed last");

const MAX_NOTICES = 500;

/** Path → what it answers, and how the answer is formed. */
export const RESOURCES = {
  "/watches": { summary: "Where every watch stands", schema: z.array(statusSchema) },
  "/watches/{watch}": { summary: "Where one watch stands", schema: statusSchema },
  "/watches/{watch}/notices": { summary: "What people were told, the newest last", schema: z.array(noticeSchema) },
  "/watches/{watch}/record": {
    summary:
      "How such promises went before, and what that says of this one: chances from 0 to 1 with the range that holds nine in ten, each meaning: unless it is dropped; the rows behind them",
    schema: recordSchema,
  },
  "/watches/{watch}/coverage": { summary: "How well it was looked after; ?days=7", schema: coverageSchema },
  "/messages": { summary: "What waits to be sent, which channels fail, and what was refused", schema: tellingSchema },
  "/keys": { summary: "The public keys that sign, and the newest checkpoint", schema: keysSchema },
} as const;

export function createApi(desk: Desk): Hono {
  const { store, clock } = desk;
  const patience = () => desk.settings.schedule.patience;
  const api = new Hono();
  api.get("/openapi.json", (context) => context.json(openApi()));
  api.get("/watches", async (context) =>
    context.json(await Promise.all(desk.watches.map((watch) => statusRecord(watch, store, clock.now(), patience())))),
  );
  api.get("/messages", async (context) => context.json(await telling(store, clock.now())));
  api.get("/keys", async (context) => {
    const keys = await store.checkpoints.keys();
    const { at, text, key, signature } = (await store.checkpoints.latest()) ?? {};
    return context.json({
      keys: keys.map((one) => ({
        ...{ fingerprint: fingerprint(one.key), pem: publicPem(one.key) },
        ...{ worker: one.worker, since: one.at },
      })),
      ...(key ? { checkpoint: { at, text, key: fingerprint(key), signature } } : {}),
    });
  });
  api.use("/watches/:watch/*", async (context, next) =>
    (await watchNamed(desk, context.req.param("watch"))) ? next() : context.json(unknown, 404),
  );
  api.get("/watches/:watch", async (context) => {
    const watch = await watchNamed(desk, context.req.param("watch"));
    return watch ? context.json(await statusRecord(watch, store, clock.now(), patience())) : context.json(unknown, 404);
  });
  api.get("/watches/:watch/notices", async (context) => {
    const notices = await store.notices.list({ watch: context.req.param("watch"), limit: MAX_NOTICES });
    const told = notices.map(async (notice) => {
      const id = noticeId(notice);
      return noticeRecord(id, notice, await store.notices.sequel(id, notice), desk.settings.delivery.language);
    });
    return context.json(await Promise.all(told));
  });
  api.get("/watches/:watch/record", async (context) => {
    const watch = await watchNamed(desk, context.req.param("watch"));
    if (!watch) return context.json(unknown, 404);
    const shown = await overviewOf(desk, watch);
    return context.json(oddsRecord(shown.watch, desk.record, oddsOn(shown, desk.record, shown.status.today)));
  });
  api.get("/watches/:watch/coverage", async (context) => {
    const days = Number(context.req.query("days") ?? 7);
    const watch = await watchNamed(desk, context.req.param("watch"));
    if (!watch) return context.json(unknown, 404);
    if (!Number.isInteger(days) || days < 1 || days > 3650)
      return context.json({ error: "days: write a whole number from 1 to 3650" }, 400);
    const until = clock.now();
    return context.json(await recordReview(store, watch, { since: later(until, -days * DAY_MS), until }, patience()));
  });
  return api;
}

const unknown = { error: "there is no such watch" };

function openApi() {
  const paths = Object.entries(RESOURCES).map(([path, { summary, schema }]) => [
    `/api${path}`,
    {
      get: {
        summary,
        ...(path.includes("{watch}")
          ? { parameters: [{ name: "watch", in: "path", required: true, schema: { type: "string" } }] }
          : {}),
        responses: {
          "200": { description: summary, content: { "application/json": { schema: z.toJSONSchema(schema) } } },
          ...(path.includes("{watch}") ? { "404": { description: "There is no such watch" } } : {}),
        },
      },
    },
  ]);
  return {
    openapi: "3.1.0",
    info: {
      title: "coming-weeks",
      version: "1",
      description: "The status of promised publications, as far as it can be shown",
    },
    paths: Object.fromEntries(paths),
  };
}
