/** Deliveries, and how they went. Their rows are made in record.ts, with the notice; in which order they are sent, waiting.ts says. */
import type { Notice, Sequel } from "../judge/notice.ts";
import type { InstantText } from "../time/instant.ts";
import type { NoticeKind } from "../watch/names.ts";
import type { Notices } from "./notices.ts";
import { fromRow } from "./row-json.ts";
import type { Database, DeliveryRow } from "./tables.ts";

/** A delivery with what it is to tell. */
export type Deliverable = DeliveryRow & { body: Notice; check: string | null; sequel: Sequel };

export class Deliveries {
  readonly #database: Database;
  readonly #notices: Notices;

  constructor(database: Database, notices: Notices) {
    this.#database = database;
    this.#notices = notices;
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
        const body = fromRow<Notice>("notice", row.body);
        return { ...row, body, sequel: await this.#notices.sequel(row.notice, body) };
      }),
    );
    return notices.flatMap((id) => loaded.find(({ notice }) => notice === id) ?? []);
  }

  /** A message that was sent and is to be brought up to date, in a channel that is neither let be nor left out. */
  async nextStale(now: InstantText, except: readonly string[]): Promise<Deliverable | undefined> {
    return this.#first(this.#sent(now, except).where("delivery.is_stale", "=", 1));
  }

  /** A message that was sent and is to be passed on to those who follow its channel. */
  async nextToPassOn(now: InstantText, except: readonly string[]): Promise<Deliverable | undefined> {
    return this.#first(this.#sent(now, except).where("delivery.pass_on_at", "<=", now));
  }

  #sent(now: InstantText, except: readonly string[]) {
    return this.#database
      .selectFrom("delivery")
      .innerJoin("channel", "channel.channel", "delivery.channel")
      .select(["delivery.notice", "delivery.channel"])
      .where("delivery.state", "=", "sent")
      .where("channel.is_open", "=", 1)
      .where((e) => e.or([e("channel.rest_until", "is", null), e("channel.rest_until", "<=", now)]))
      .where("delivery.channel", "not in", except)
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
