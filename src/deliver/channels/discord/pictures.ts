/** The clock as a picture, for the messages that bring one. Many places are sent the same one. */
import { type Notice, noticeId } from "../../../judge/notice.ts";
import { clockPicture, type Picture } from "../../../message/picture.ts";
import { type Overview, timelineOf } from "../../../status/overview.ts";
import type { Store } from "../../../store/store.ts";
import type { InstantText } from "../../../time/instant.ts";
import type { HeldRecord } from "../../../track-record/held-record.ts";
import type { Language } from "../../../watch/names.ts";

/** Pictures that are kept while they are sent to many places. */
const MOST_PICTURES = 4;

export class Pictures {
  readonly #store: Store;
  readonly #overview: (watch: string, at: InstantText) => Promise<Overview>;
  readonly #record: () => HeldRecord;
  readonly #kept = new Map<string, Promise<Picture>>();

  constructor(store: Store, record: () => HeldRecord, overview: (watch: string, at: InstantText) => Promise<Overview>) {
    this.#store = store;
    this.#record = record;
    this.#overview = overview;
  }

  /** The clock as it stood when the notice was recorded. */
  of(notice: Notice, language: Language): Promise<Picture> {
    const key = `${noticeId(notice)} ${language}${notice.odds ? " with the record" : ""}`;
    const known = this.#kept.get(key) ?? this.#drawn(notice, language);
    known.catch(() => this.#kept.delete(key));
    this.#kept.delete(key);
    this.#kept.set(key, known);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > MOST_PICTURES && oldest) this.#kept.delete(oldest);
    return known;
  }

  async #drawn(notice: Notice, language: Language): Promise<Picture> {
    const shown = await this.#overview(notice.watch, notice.at);
    return this.draw({ ...shown, status: notice.status }, language, notice.odds && this.#record());
  }

  /** @param record left out where nothing is said of it */
  async draw(shown: Overview, language: Language, record?: HeldRecord): Promise<Picture> {
    return clockPicture(await timelineOf(shown, this.#store, record), language);
  }
}
