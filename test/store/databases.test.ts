/** The same story, told to a bot on SQLite and to one on PostgreSQL, leaves the same rows in every table. */
import { describe, expect, it } from "vitest";
import { KEYS, type Table } from "../../src/store/keys.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import { openSqliteBeside } from "../../src/store/sqlite.ts";
import { Store } from "../../src/store/store.ts";
import type { Database, Tables } from "../../src/store/tables.ts";
import { rehearse } from "../stand-ins/bot.ts";
import {
  article,
  DOCUMENT_PATH,
  LATEST_PATH,
  listing,
  ordinaryRows,
  publishedReport,
  TITLE,
} from "../stand-ins/ohchr.ts";
import { person } from "../stand-ins/persons.ts";
import { newPostgres } from "../stand-ins/stores.ts";

const PROMISE =
  "The High Commissioner said that the assessment of Xinjiang will be published before the end of October.";

/** Every table, with what its rows are ordered by: what is drawn is another in each database. */
const TABLES: { [T in Table]: readonly (keyof Tables[T] & string)[] } = {
  ...KEYS,
  remarkable_look: ["watch", "at", "source", "id"],
  look: ["source", "day", "time"],
  archived: ["at", "url", "kind", "offset"],
  notice: ["at", "kind", "key"],
};

const LOOK_COLUMNS = ["source", "day", "time", "ending", "bytes", "capture"];

/** What differs from run to run: how long an answer took, in which file it stands and where, and the numbers drawn for looks and records. */
const UNSTEADY = new Set([
  "milliseconds",
  "worker",
  "file",
  "offset",
  "length",
  "size",
  "config",
  "head",
  "text",
  "signature",
  "token",
]);
const DRAWN = {
  remarkable_look: ["id"],
  notice: ["check"],
  decision: ["id"],
  statement_decision: ["id"],
  source: ["good_record", "problem_record"],
  archived: ["record"],
  checkpoint: ["digest", "key"],
  signing_key: ["key"],
};

/** A handle is drawn as well, and stands in what is told. */
const withoutHandles = (text: string) => text.replace(/command-line-[0-9a-f]{16}/g, "somebody");
/** Bytes come in a form of each database's own. */
const plain = (value: unknown) =>
  value instanceof Uint8Array
    ? Buffer.from(value).toString("hex")
    : typeof value === "string"
      ? withoutHandles(value)
      : value;

async function rowsOf(database: Database): Promise<Record<string, unknown[]>> {
  const drawn = new Map<string, string>();
  const named = (value: unknown) => {
    if (typeof value !== "string") return value;
    const name = drawn.get(value) ?? `drawn ${drawn.size}`;
    drawn.set(value, name);
    return name;
  };
  const tables: Record<string, unknown[]> = {};
  for (const [table, order] of Object.entries(TABLES)) {
    const all = database.selectFrom(table as "watch");
    // JavaScript's numbers do not hold the ids of these.
    let query = table === "look" ? all.select(LOOK_COLUMNS as unknown as ["id"]) : all.selectAll();
    for (const column of order) query = query.orderBy(column as "id");
    const rows: Record<string, unknown>[] = await query.execute();
    const columns: string[] = DRAWN[table as keyof typeof DRAWN] ?? [];
    tables[table] = rows.map((row) =>
      Object.fromEntries(
        Object.entries(row)
          .filter(([column]) => !UNSTEADY.has(column))
          .map(([column, value]) => [column, columns.includes(column) ? named(value) : plain(value)])
          .sort(),
      ),
    );
  }
  return tables;
}

/** From the first look over a wall and a question to a person's word, the publication, and what people set up on Discord. */
async function story(openStore?: () => Promise<Store>) {
  const rehearsal = await rehearse({ ...(openStore ? { openStore } : {}) });
  const { at, origin } = rehearsal;
  const list = (...titles: string[]) =>
    listing([
      ...titles.map((title, index) => ({ title, url: `/en/news/${index}`, date: "20 June 2022" })),
      ...ordinaryRows(),
    ]);
  await at("2022-06-01T12:00:00Z");
  origin.pages[LATEST_PATH] = { status: 403, body: "Access denied" };
  for (const hour of ["14", "20", "23"]) await at(`2022-06-01T${hour}:00:00Z`);
  origin.pages[LATEST_PATH] = list(
    "Report on Xinjiang released",
    "A statement on schools’ “quotes” and 報告",
    "On the assessment of Xinjiang",
  );
  const said = article({ title: "On the assessment of Xinjiang", date: "20 June 2022", body: PROMISE });
  origin.pages["/en/news/2"] = said;
  await at("2022-06-20T10:00:00Z");
  await rehearsal.bot.deliver(0);
  const store = () => rehearsal.bot.store;
  const signal = rehearsal.told.find((notice) => notice.kind === "signalled");
  if (signal?.kind !== "signalled") throw new Error("no signal");
  const dismissal = { evidence: signal.signal.id, decision: "dismiss", reason: "another one" } as const;
  await store().decisions.leave(signal.watch, dismissal, person("a reader"), rehearsal.clock.now());
  await store().claims.make(
    { evidence: signal.signal.id, watch: signal.watch, by: "a reader", until: "2022-06-20T10:20:00.000Z" },
    "2022-06-20T10:01:00.000Z",
  );
  await at("2022-06-20T10:10:00Z");
  await rehearsal.restart();
  const place = {
    channel: "1",
    guild: "2",
    watches: null,
    kinds: null,
    mention_role: null,
    language: "fr",
    card: "pinned",
    record: null,
  };
  for (const by of ["one", "another"])
    await store().discord.keepPlace({ ...place, by, at: "2022-06-21T00:00:00.000Z" });
  await store().discord.keepHushed({
    place: "1",
    watch: signal.watch,
    how: "muted",
    by: "one",
    at: "2022-06-21T00:00:00.000Z",
  });
  await store().readers.tokenOf("desk/1");
  const proposed = rehearsal.told.find((notice) => notice.kind === "proposed");
  if (proposed?.kind !== "proposed") throw new Error("nothing proposed");
  const added = { statement: proposed.proposal.id, decision: "add" } as const;
  await store().statements.leave(signal.watch, added, person("a reader"), rehearsal.clock.now());
  await store().discord.mute("1", "a reader", "2022-06-21T00:00:00.000Z");
  await store().discord.keepCard({ place: "1", watch: signal.watch, target: "3", message: "4" });
  Object.assign(origin.pages, publishedReport(), {
    [LATEST_PATH]: listing([{ title: TITLE, url: DOCUMENT_PATH, date: "31 August 2022" }, ...ordinaryRows()]),
  });
  for (const minute of ["00", "10"]) await at(`2022-08-31T22:${minute}:00Z`);
  await rehearsal.bot.deliver(0);
  await rehearsal.bot.tidy();
  await rehearsal.bot.seal();
  await rehearsal.status();
  return rehearsal;
}

describe("a story of three months", () => {
  it("leaves the same in SQLite and in PostgreSQL", { timeout: 60_000 }, async () => {
    const onSqlite = await story();
    const url = await newPostgres();
    const onPostgres = await story(() => Store.onPostgres(url, "test"));
    const told = (one: typeof onSqlite) => one.told.map((notice) => withoutHandles(JSON.stringify(notice)));
    expect(told(onPostgres)).toEqual(told(onSqlite));
    expect(onSqlite.kinds()).toEqual(
      expect.arrayContaining(["blind", "recovered", "signalled", "corrected", "published"]),
    );
    const sqlite = await openSqliteBeside(onSqlite.config.dataDirectory);
    if (!sqlite) throw new Error("no data");
    const { database: postgres } = await openPostgres(url);
    const [kept, also] = [await rowsOf(sqlite), await rowsOf(postgres)];
    await Promise.all([sqlite.destroy(), postgres.destroy()]);
    for (const table of Object.keys(TABLES)) expect(also[table], table).toEqual(kept[table]);
    const empty = Object.entries(kept).flatMap(([table, rows]) => (rows.length === 0 ? [table] : []));
    expect(empty).toEqual(["uploaded", "submission"]);
  });
});
