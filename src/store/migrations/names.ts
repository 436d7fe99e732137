/** Names stood wherever somebody had done something. From here on they stand in one table, by handle, and nowhere else. */
import type { Kysely } from "kysely";
import { newHandle } from "../persons.ts";
import type { Tables } from "../tables.ts";
import { runAll } from "./migrate.ts";

/** Of each, `by`. */
const NOTED = [
  "decision",
  "statement_decision",
  "watch_text",
  "discord_place",
  "discord_mute",
  "discord_hushed",
] as const;
/** Notices that say who did it. */
const BY_PERSONS = ["corrected", "stated", "revised"];
const AT_ONCE = 200;

/** In which order people decided on one thing: from here on each turn is taken once. The same in either database. */
const TURNS = [
  ["decision", "evidence"],
  ["statement_decision", "statement"],
].flatMap(([table, about]) => [
  `ALTER TABLE ${table} ADD COLUMN turn INTEGER NOT NULL DEFAULT 0`,
  `UPDATE ${table} SET turn = (SELECT count(*) FROM ${table} other WHERE other.watch = ${table}.watch AND other.${about} = ${table}.${about}
     AND (other.at < ${table}.at OR (other.at = ${table}.at AND other.id <= ${table}.id)))`,
  `CREATE UNIQUE INDEX ${table}_by_turn ON ${table} (watch, ${about}, turn)`,
]);

/** @param tables `person`, and `claim` anew, whose rows hold for ten minutes */
export async function takeNamesOut(database: Kysely<unknown>, tables: readonly string[]): Promise<void> {
  await runAll(database, ["DROP TABLE claim", ...tables, ...TURNS]);
  await rename(database as Kysely<Tables>);
}

async function rename(tables: Kysely<Tables>): Promise<void> {
  const handles = new Map<string, string>();
  const handleOf = (name: string) => {
    const handle = handles.get(name) ?? newHandle("earlier");
    handles.set(name, handle);
    return handle;
  };
  for (const table of NOTED) {
    const one = table as "decision";
    for (const { by } of await tables.selectFrom(one).select("by").distinct().where("by", "!=", "").execute())
      await tables
        .updateTable(one)
        .set({ by: handleOf(by) })
        .where("by", "=", by)
        .execute();
  }
  const without = (body: string) =>
    JSON.stringify(JSON.parse(body, (key, value) => (typeof value === "string" ? role(key, value, handleOf) : value)));
  for (const table of ["evidence", "statement"] as const)
    for (const { watch, id, body } of await tables
      .selectFrom(table as "evidence")
      .selectAll()
      .execute()) {
      const rest = without(body);
      const its = tables.updateTable(table as "evidence").set({ body: rest });
      if (rest !== body) await its.where("watch", "=", watch).where("id", "=", id).execute();
    }
  for await (const { id, body } of noticesOf(tables)) {
    const notice = JSON.parse(without(body)) as { kind: string; by?: string };
    if (BY_PERSONS.includes(notice.kind) && notice.by) notice.by = handleOf(notice.by);
    const rest = JSON.stringify(notice);
    if (rest !== body) await tables.updateTable("notice").set({ body: rest }).where("id", "=", id).execute();
  }
  const given = tables.selectFrom("statement_decision").select(["id", "as"]).where("as", "is not", null);
  for (const row of await given.execute())
    await tables
      .updateTable("statement_decision")
      .set({ as: row.as && without(row.as) })
      .where("id", "=", row.id)
      .execute();
  for (const [name, handle] of handles)
    await tables.insertInto("person").values({ handle, came_from: "earlier", account: name, name }).execute();
}

/** A few at a time: there may be years of them. */
async function* noticesOf(tables: Kysely<Tables>): AsyncGenerator<{ id: string; body: string }> {
  for (let after = ""; ; ) {
    const some = await tables
      .selectFrom("notice")
      .select(["id", "body"])
      .where("id", ">", after)
      .orderBy("id")
      .limit(AT_ONCE)
      .execute();
    yield* some;
    const last = some.at(-1);
    if (!last) return;
    after = last.id;
  }
}

function role(key: string, value: string, handleOf: (name: string) => string): string {
  if (key === "addedBy") return handleOf(value);
  if (key === "note") return value.replace(/^confirmed by .*?(: .*)?$/s, "confirmed by a reviewer$1");
  return key === "basis" ? value.replace(/^dates given by .*$/s, "dates given by a reviewer") : value;
}
