/** The record as a bot holds it: its rows, and a fit for each document that is asked about. */
import type { CivilDate } from "../time/civil-date.ts";
import type { Cases } from "./cases.ts";
import { fitRecord, type TrackRecord } from "./forecast.ts";
import type { DatedPromise } from "./promise.ts";

export class HeldRecord {
  readonly #read: () => Cases;
  readonly #fits = new Map<string | undefined, TrackRecord>();
  #cases: Cases | undefined;

  /** @param read reads all files: called once, when something of it is asked for first, as most commands never do */
  constructor(read: () => Cases) {
    this.#read = read;
  }

  get rows(): readonly DatedPromise[] {
    return this.#held().rows;
  }

  /** What is wrong with rows of it, a sentence each: all others count. */
  get faults(): readonly string[] {
    return this.#held().faults;
  }

  /** The last day of which it knows anything; undefined where it is empty. */
  get asOf(): CivilDate | undefined {
    return this.rows.reduce<CivilDate | undefined>(
      (last, { until }) => (last && last > until ? last : until),
      undefined,
    );
  }

  /** @param document its `case`, whose own rows are left out */
  without(document: string | undefined): TrackRecord {
    const fit = this.#fits.get(document) ?? fitRecord(this.rows, { without: document });
    this.#fits.set(document, fit);
    return fit;
  }

  #held(): Cases {
    this.#cases ??= this.#read();
    return this.#cases;
  }
}
