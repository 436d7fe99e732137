/** Deliveries: what waits for a channel, and how it went. Their rows are made in record.ts, with the notice. */
import type { Notice, Sequel } from "../judge/notice.ts";
import { MOST_URGENT, URGENCY } from "../judge/urgency.ts";
import type { InstantText } from "../time/instant.ts";
import { NOTICE_KINDS, type NoticeKind } from "../watch/names.ts";
import type { Notices } from "./notices.ts";
import type { Database, DeliveryRow } from "./tables.ts";

/** A delivery with what it is to tell. */
export type Deliverable = DeliveryRow & { body: Notice; check: string | null; sequel: Sequel };

/** What waits for a channel, as far as its order is concerned. */
export type Waiting = Pick<DeliveryRow, "notice" | "channel" | "urgency" | "noticed_at" | "sum_up"> & {
  watch: string;
  kind: NoticeKind;
  /** It was sent before, and may have arrived. */
  wasTried: boolean;
  /** A person was asked, and nobody has answered. */
  isOpenQuestion: boolean;
  /** It says how the publication stands, or asks about it, and something newer is known. */
  isSuperseded: boolean;
};

/** Of one channel; what waits besides is thought of when these are told. */
const MOST_WAITING = 2000;

/** What says how the publication stands. */
const STATES = NOTICE_KINDS.filter((kind) => URGENCY[kind] === MOST_URGENT);

export class Deliveries {
  readonly #database: Database;
  readonly #notices: Notices;

  constructor(database: Database, notices: Notices) {
    this.#database = database;
    this.#notices = notices;
  }

  /**
   * The channel that is to be written to next: for the most urgent thing that waits, then the oldest.
   * @param busy channels that are being written to
   */
  async nextChannel(now: InstantText, busy: readonly string[]): Promise<string | undefined> {
    const row = await this.#waiting()
      .select("delivery.channel")
      .where((e) =>
        e.or([
          e("channel.rest_until", "is", null),
          e("channel.rest_until", "<=", now),
          // The clock was set back.
          e("channel.rested_at", ">", now),
          e.and([e("delivery.urgency", "=", MOST_URGENT), e("channel.urgent_rest_until", "<=", now)]),
        ]),
      )
      .orderBy("delivery.urgency")
      .where((e) => (busy.length > 0 ? e("delivery.channel", "not in", busy) : e.lit(true)))
      .orderBy("delivery.urgency")
      .orderBy("delivery.noticed_at")
      .limit(1)
      .executeTakeFirst();
    return row?.channel;
  }

  #waiting() {
    return this.#database
      .selectFrom("delivery")
      .innerJoin("channel", "channel.channel", "delivery.channel")
      .where("delivery.state", "=", "pending")
      .where("channel.is_open", "=", 1);
  }

  /** When the next channel that something waits for, and that is let be, is to be tried again. */
  async nextTry(): Promise<InstantText | undefined> {
    const row = await this.#waiting()
      .where("channel.rest_until", "is not", null)
      .select((e) =>
        e.fn
          .min(
            e
              .case()
              .when("delivery.urgency", "=", MOST_URGENT)
              .then(e.ref("channel.urgent_rest_until"))
              .else(e.ref("channel.rest_until"))
              .end(),
          )
          .as("at"),
      )
      .executeTakeFirst();
    return row?.at ?? undefined;
  }

  /** What waits for a channel, the most urgent first, then the oldest. */
  async waitingFor(channel: string): Promise<Waiting[]> {
    const rows = await this.#database
      .selectFrom("delivery")
      .innerJoin("notice", "notice.id", "delivery.notice")
      .select(["delivery.notice", "delivery.channel", "delivery.urgency", "delivery.noticed_at", "delivery.sum_up"])
      .select("delivery.attempted_at")
      .select(["notice.watch", "notice.kind"])
      .where("delivery.state", "=", "pending")
      .where("delivery.channel", "=", channel)
      .orderBy("delivery.urgency")
      .orderBy("delivery.noticed_at")
      .orderBy("notice.kind", (order) => order.desc())
      .limit(MOST_WAITING)
      .execute();
    return Promise.all(
      rows.map(async (row): Promise<Waiting> => {
        const kind = row.kind as NoticeKind;
        const isQuestion = kind === "signalled" || kind === "proposed";
        const { attempted_at, ...rest } = row;
        return {
          ...rest,
          kind,
          wasTried: attempted_at !== null,
          isOpenQuestion: isQuestion && (await this.#isUnanswered(row.notice)),
          isSuperseded: (isQuestion || row.urgency === MOST_URGENT) && (await this.#isSuperseded(row)),
        };
      }),
    );
  }

  async #isUnanswered(id: string): Promise<boolean> {
    const notice = await this.#notices.one(id);
    return notice !== undefined && (await this.#notices.sequel(id, notice)).rulings.length === 0;
  }

  async #isSuperseded({ watch, noticed_at }: Pick<Waiting, "watch" | "noticed_at">): Promise<boolean> {
    const later = await this.#database
      .selectFrom("notice")
      .select("id")
      .where("watch", "=", watch)
      .where("kind", "in", STATES)
      .where("at", ">", noticed_at)
      .limit(1)
      .executeTakeFirst();
    return later !== undefined;
  }

  /** @returns those that there are, in the order in which they were asked for */
  async load(channel: string, notices: readonly string[]): Promise<Deliverable[]> {
    const rows = await this.#database
      .selectFrom("delivery")
      .innerJoin("notice", "notice.id", "delivery.notice")
      .selectAll("delivery")
      .select(["notice.body", "notice.check"])
      .where("channel", "=", channel)
      .where("notice", "in", notices)
      .execute();
    const loaded = await Promise.all(
      rows.map(async (row) => {
        const body = JSON.parse(row.body) as Notice;
        return { ...row, body, sequel: await this.#notices.sequel(row.notice, body) };
      }),
    );
    return notices.flatMap((id) => loaded.find(({ notice }) => notice === id) ?? []);
  }

  /** A message that was sent and is to be brought up to date, in a channel that is neither busy nor let be. */
  async nextStale(now: InstantText, busy: readonly string[]): Promise<Deliverable | undefined> {
    return this.#first(this.#sent(now, busy).where("delivery.is_stale", "=", 1));
  }

  /** A message that was sent and is to be passed on to those who follow its channel. */
  async nextToPassOn(now: InstantText, busy: readonly string[]): Promise<Deliverable | undefined> {
    return this.#first(this.#sent(now, busy).where("delivery.pass_on_at", "<=", now));
  }

  #sent(now: InstantText, busy: readonly string[]) {
    return this.#database
      .selectFrom("delivery")
      .innerJoin("channel", "channel.channel", "delivery.channel")
      .select(["delivery.notice", "delivery.channel"])
      .where("delivery.state", "=", "sent")
      .where("channel.is_open", "=", 1)
      .where((e) => e.or([e("channel.rest_until", "is", null), e("channel.rest_until", "<=", now)]))
      .where((e) => (busy.length > 0 ? e("delivery.channel", "not in", busy) : e.lit(true)))
      .orderBy("delivery.urgency")
      .orderBy("delivery.noticed_at")
      .limit(1);
  }

  async #first(query: {
    executeTakeFirst(): Promise<Pick<DeliveryRow, "notice" | "channel"> | undefined>;
  }): Promise<Deliverable | undefined> {
    const row = await query.executeTakeFirst();
    return row && (await this.load(row.channel, [row.notice]))[0];
  }

  /** Where the last message of a watch stands that tells one of these kinds, of a stretch of time. */
  async lastSent(
    channel: string,
    watch: string,
    kinds: readonly NoticeKind[],
    { since = "", until }: { since?: InstantText | undefined; until: InstantText },
  ): Promise<string | undefined> {
    const row = await this.#database
      .selectFrom("delivery")
      .innerJoin("notice", "notice.id", "delivery.notice")
      .select("delivery.remote_id")
      .where("delivery.channel", "=", channel)
      .where("delivery.state", "=", "sent")
      .where("notice.watch", "=", watch)
      .where("notice.kind", "in", kinds)
      .where("notice.at", "<=", until)
      .where("notice.at", ">=", since)
      .orderBy("notice.at", "desc")
      .limit(1)
      .executeTakeFirst();
    return row?.remote_id ?? undefined;
  }

  /** How many wait in channels that are written to now. */
  async pendingCount(): Promise<number> {
    const row = await this.#waiting()
      .select((e) => e.fn.countAll<number>().as("count"))
      .executeTakeFirst();
    return row?.count ?? 0;
  }

  async mark(channel: string, notices: readonly string[], change: Partial<DeliveryRow>): Promise<void> {
    await this.#database
      .updateTable("delivery")
      .set(change)
      .where("channel", "=", channel)
      .where("notice", "in", notices)
      .execute();
  }

  /** Notes that a message shows this sequel. It stays stale when more was learnt meanwhile. */
  async markAmended({ notice, channel, body, sequel }: Deliverable, error: string | null): Promise<void> {
    if (JSON.stringify(await this.#notices.sequel(notice, body)) === JSON.stringify(sequel))
      await this.mark(channel, [notice], { is_stale: 0, error });
  }

  /** How messages about a watch stand, from one instant to another. */
  async counts(since: InstantText, until: InstantText, watch?: string): Promise<{ state: string; count: number }[]> {
    let query = this.#database
      .selectFrom("delivery")
      .innerJoin("notice", "notice.id", "delivery.notice")
      .select((e) => ["delivery.state", e.fn.countAll<number>().as("count")])
      .where("notice.at", ">=", since)
      .where("notice.at", "<=", until)
      .groupBy("delivery.state");
    if (watch) query = query.where("notice.watch", "=", watch);
    return query.execute();
  }

  /** What was refused for good, or not taken whole, the newest first. */
  async notWhole(
    since: InstantText,
    limit: number,
  ): Promise<(Pick<DeliveryRow, "notice" | "channel" | "state"> & { error: string })[]> {
    const rows = await this.#database
      .selectFrom("delivery")
      .select(["notice", "channel", "state", "error"])
      .where("error", "is not", null)
      .where("state", "in", ["sent", "refused"])
      .where("noticed_at", ">=", since)
      .orderBy("noticed_at", "desc")
      .limit(limit)
      .execute();
    return rows.map((row) => ({ ...row, error: row.error ?? "" }));
  }
}
