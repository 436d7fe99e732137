/** What waits to be sent: for which channel next, and what for one. */
import { MOST_URGENT, TOLD_WHEN_MUTED, URGENCY } from "../judge/urgency.ts";
import type { InstantText } from "../time/instant.ts";
import { NOTICE_KINDS, type NoticeKind } from "../watch/names.ts";
import type { Notices } from "./notices.ts";
import type { Database, DeliveryRow } from "./tables.ts";

/** What waits for a channel, as far as its order is concerned. */
export type Waiting = Pick<DeliveryRow, "notice" | "channel" | "urgency" | "noticed_at" | "sum_up" | "attempts"> & {
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

export class WaitingDeliveries {
  readonly #database: Database;
  readonly #notices: Notices;

  constructor(database: Database, notices: Notices) {
    this.#database = database;
    this.#notices = notices;
  }

  /**
   * The channel that is to be written to next: for the most urgent thing that waits, then the oldest.
   * @param except channels that are not to be written to now: they are being, or another process does it
   */
  async nextChannel(now: InstantText, except: readonly string[]): Promise<string | undefined> {
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
      .where("delivery.channel", "not in", except)
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
  async nextTry(except: readonly string[]): Promise<InstantText | undefined> {
    const row = await this.#waiting()
      .where("delivery.channel", "not in", except)
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

  /**
   * What waits for a channel, the most urgent first, then the oldest.
   * @param muted watches of which less is told: what waits of them stands before nothing
   */
  async of(channel: string, muted: readonly string[] = []): Promise<Waiting[]> {
    const rows = await this.#database
      .selectFrom("delivery")
      .innerJoin("notice", "notice.id", "delivery.notice")
      .select(["delivery.notice", "delivery.channel", "delivery.urgency", "delivery.noticed_at", "delivery.sum_up"])
      .select(["delivery.attempted_at", "delivery.attempts"])
      .select(["notice.watch", "notice.kind"])
      .where("delivery.state", "=", "pending")
      .where("delivery.channel", "=", channel)
      .where((e) => e.or([e("notice.watch", "not in", muted), e("notice.kind", "in", TOLD_WHEN_MUTED)]))
      .orderBy("delivery.urgency")
      .orderBy("delivery.noticed_at")
      .orderBy("notice.kind", (order) => order.desc())
      .limit(MOST_WAITING)
      .execute();
    const states = await this.#latestStates(new Set(rows.map(({ watch }) => watch)));
    return Promise.all(
      rows.map(async ({ attempted_at, ...row }): Promise<Waiting> => {
        const kind = row.kind as NoticeKind;
        const isQuestion = kind === "signalled" || kind === "proposed";
        const isNewer = (states.get(row.watch) ?? "") > row.noticed_at;
        return {
          ...row,
          kind,
          wasTried: attempted_at !== null,
          isOpenQuestion: isQuestion && (await this.#isUnanswered(row.notice)),
          isSuperseded: isNewer && (isQuestion || row.urgency === MOST_URGENT),
        };
      }),
    );
  }

  async #isUnanswered(id: string): Promise<boolean> {
    const notice = await this.#notices.one(id);
    return notice !== undefined && (await this.#notices.sequel(id, notice)).rulings.length === 0;
  }

  /** When it was last said how the publication of each watch stands, where it was. */
  async #latestStates(watches: ReadonlySet<string>): Promise<Map<string, InstantText>> {
    const rows = await this.#database
      .selectFrom("notice")
      .select((e) => ["watch", e.fn.max("at").as("at")])
      .where("watch", "in", [...watches])
      .where("kind", "in", STATES)
      .groupBy("watch")
      .execute();
    return new Map(rows.map(({ watch, at }) => [watch, at]));
  }

  /** How many wait in channels that are written to now. */
  async count(): Promise<number> {
    const row = await this.#waiting()
      .select((e) => e.fn.countAll<number>().as("count"))
      .executeTakeFirst();
    return row?.count ?? 0;
  }
}
