/** Deliveries: what is pending for a channel, and how it went. Their rows are made in record.ts, with the notice. */
import type { Notice, Sequel } from "../judge/notice.ts";
import type { InstantText } from "../time/instant.ts";
import type { Notices } from "./notices.ts";
import type { Database, DeliveryRow } from "./tables.ts";

export type PendingDelivery = DeliveryRow & { body: Notice; check: string | null; sequel: Sequel };

export class Deliveries {
  readonly #database: Database;
  readonly #notices: Notices;

  constructor(database: Database, notices: Notices) {
    this.#database = database;
    this.#notices = notices;
  }

  /** What a channel is to be sent, and what it was sent and that is to be brought up to date. */
  async pending(channel: string): Promise<PendingDelivery[]> {
    const rows = await this.#database
      .selectFrom("delivery")
      .innerJoin("notice", "notice.id", "delivery.notice")
      .selectAll("delivery")
      .select(["notice.body", "notice.check"])
      .where((e) => e.or([e("state", "=", "pending"), e.and([e("state", "=", "sent"), e("is_stale", "=", 1)])]))
      .where("channel", "=", channel)
      // News goes before what only brings an older message up to date, and "published" before everything.
      .orderBy("state")
      .orderBy((e) => e.case().when("notice.kind", "=", "published").then(0).else(1).end())
      .orderBy("notice.at")
      .orderBy("notice.kind", (order) => order.desc())
      .limit(500)
      .execute();
    return Promise.all(
      rows.map(async (row) => {
        const body = JSON.parse(row.body) as Notice;
        return { ...row, body, sequel: await this.#notices.sequel(row.notice, body) };
      }),
    );
  }

  async pendingCount(): Promise<number> {
    const row = await this.#database
      .selectFrom("delivery")
      .select((e) => e.fn.countAll<number>().as("count"))
      .where("state", "=", "pending")
      .executeTakeFirst();
    return row?.count ?? 0;
  }

  async mark(notice: string, channel: string, change: Partial<DeliveryRow>): Promise<void> {
    await this.#database
      .updateTable("delivery")
      .set(change)
      .where("notice", "=", notice)
      .where("channel", "=", channel)
      .execute();
  }

  /** Notes that a message shows this sequel. It stays stale when more was learnt meanwhile. */
  async markAmended({ notice, channel, body, sequel }: PendingDelivery): Promise<void> {
    if (JSON.stringify(await this.#notices.sequel(notice, body)) === JSON.stringify(sequel))
      await this.mark(notice, channel, { is_stale: 0, error: null });
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
}
