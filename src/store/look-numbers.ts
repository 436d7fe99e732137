/**
 * The numbers by which the rows of looks name what most of them share: whose a look was, and how it ended. They are given outside of the
 * transaction that writes the looks: one that is given for nothing does no harm, and one that was used is never taken back.
 */
import { makeMonths, monthOf } from "./look-months.ts";
import { idOf, isRemarkable, placeOf, type Written } from "./look-rows.ts";
import { prepared } from "./prepared.ts";
import type { CheckRow, Database, LookRow } from "./tables.ts";

/** Sources, and ways to end, whose numbers are remembered. */
const MOST_SOURCES = 50_000;
const MOST_ENDINGS = 2000;

export class LookNumbers {
  readonly #database: Database;
  readonly #sources = new Map<string, number>();
  /** Of one month: that of the looks that were written last. */
  readonly #endings = new Map<string, number>();
  #month: string | undefined;

  constructor(database: Database) {
    this.#database = database;
  }

  /** What is written of looks. */
  async rowsOf(looks: readonly CheckRow[]): Promise<Written[]> {
    const rows: Written[] = [];
    for (const look of looks) rows.push(isRemarkable(look) ? { remarkable: look } : { lean: await this.#lean(look) });
    return rows;
  }

  /** Looks were forgotten, and with them how they ended. */
  forget(): void {
    this.#month = undefined;
  }

  async #lean({ id, watch, source, at, bytes, milliseconds, capture, ...look }: CheckRow): Promise<LookRow> {
    const { outcome, problem, status, detail } = look;
    const month = monthOf(at);
    if (month !== this.#month) await this.#begin(month);
    return {
      source: await this.#numberOf({ watch, source }),
      ...placeOf(at),
      ending: await this.#endingOf({ month, outcome, problem, status, detail }),
      id: idOf(id),
      bytes,
      milliseconds,
      capture: capture === null ? null : Buffer.from(capture, "hex"),
    };
  }

  /** Of an older month than the last, what was known may be forgotten since. */
  async #begin(month: string): Promise<void> {
    await makeMonths(this.#database, month);
    this.#endings.clear();
    const newest = this.#database.selectFrom("look_ending").selectAll().where("month", "=", month);
    for (const { number, ...ending } of await newest
      .orderBy("number", "desc")
      .limit(MOST_ENDINGS / 2)
      .execute())
      this.#endings.set(wordsOf(ending), number);
    this.#month = month;
  }

  async #numberOf(named: Named): Promise<number> {
    const name = `${named.watch}/${named.source}`;
    const known = this.#sources.get(name);
    if (known !== undefined) return known;
    let [row] = await numberOfSource(this.#database, named);
    if (!row) {
      await numberSource(this.#database, named);
      [row] = await numberOfSource(this.#database, named);
    }
    const { number } = row as { number: number };
    if (this.#sources.size >= MOST_SOURCES) this.#sources.clear();
    this.#sources.set(name, number);
    return number;
  }

  async #endingOf(ending: Ending): Promise<number> {
    const words = wordsOf(ending);
    const known = this.#endings.get(words);
    if (known !== undefined) return known;
    // Two processes may both write it: then it stands there twice, which is as good.
    const [row] = await insertEnding(this.#database, ending);
    const { number } = row as { number: number };
    if (this.#endings.size >= MOST_ENDINGS) this.#endings.clear();
    this.#endings.set(words, number);
    return number;
  }
}

type Named = Pick<CheckRow, "watch" | "source">;
type Ending = Pick<CheckRow, "outcome" | "problem" | "status" | "detail"> & { month: string };

const numberOfSource = prepared((tables, { watch, source }: Named) =>
  tables.selectFrom("source_number").select("number").where("watch", "=", watch).where("source", "=", source),
);
const numberSource = prepared((tables, { watch, source }: Named) =>
  tables
    .insertInto("source_number")
    .values({ watch, source })
    .onConflict((conflict) => conflict.doNothing()),
);
const insertEnding = prepared((tables, ending: Ending) =>
  tables.insertInto("look_ending").values(ending).returning("number"),
);

function wordsOf({ outcome, problem, status, detail }: Omit<Ending, "month">): string {
  return JSON.stringify([outcome, problem, status, detail]);
}
