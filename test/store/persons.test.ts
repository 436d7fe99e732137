/** Who people are stands in one table; where they are forgotten, nowhere. */
import { describe, expect, it, onTestFinished } from "vitest";
import type { Evidence } from "../../src/judge/evidence.ts";
import { KEYS } from "../../src/store/keys.ts";
import { cameFrom, nameOf, type Person } from "../../src/store/persons.ts";
import { openPostgres } from "../../src/store/postgres.ts";
import { openSqliteBeside } from "../../src/store/sqlite.ts";
import { Store } from "../../src/store/store.ts";
import type { Database } from "../../src/store/tables.ts";
import { folder } from "../stand-ins/folder.ts";
import { olderData } from "../stand-ins/older-data.ts";
import { newPostgres } from "../stand-ins/stores.ts";

const AT = "2022-08-31T12:00:00.000Z";
const ANA: Person = { from: "discord", account: "623456789012345678", name: "ana-canary" };
const BEN: Person = { from: "page", name: "ben-canary" };
const DM = "523456789012345678";

/** Everything that a database holds, table by table, as text. */
async function held(database: Database): Promise<Record<string, string>> {
  const tables: Record<string, string> = {};
  for (const table of [...Object.keys(KEYS), "watch_step"]) {
    const rows = await database
      .selectFrom(table as "watch")
      .selectAll()
      .execute();
    tables[table] = JSON.stringify(rows, (_, value) => (typeof value === "bigint" ? String(value) : value));
  }
  return tables;
}

const tablesWith = (tables: Record<string, string>, ...words: string[]) =>
  Object.keys(tables).filter((table) => words.some((word) => tables[table]?.includes(word)));

const STORES: [database: string, open: () => Promise<{ store: Store; database: Database }>][] = [
  [
    "SQLite",
    async () => {
      const data = await folder();
      const store = await Store.open(data);
      const database = await openSqliteBeside(data);
      if (!database) throw new Error("no data");
      return { store, database };
    },
  ],
  [
    "PostgreSQL",
    async () => {
      const url = await newPostgres();
      return { store: await Store.onPostgres(url, "test"), database: (await openPostgres(url)).database };
    },
  ],
];

describe.each(STORES)("in %s", (_, open) => {
  async function opened() {
    const { store, database } = await open();
    onTestFinished(async () => {
      await database.destroy();
      await store.close();
    });
    return { store, database };
  }

  /** Everything that a person may do, done by both. */
  async function busy(store: Store): Promise<void> {
    const found: Evidence = {
      ...{ id: "e", rule: "title-without-document", url: "https://a.example/", title: "The report", capture: "" },
      ...{ source: "latest", foundAt: AT, state: "standing" },
    };
    await store.record("w", { evidence: [found] });
    await store.decisions.leave("w", { evidence: "e", decision: "confirm", reason: "a copy" }, ANA, AT);
    await store.decisions.leave("w", { evidence: "e", decision: "dismiss" }, BEN, AT);
    await store.statements.leave("w", { statement: "s", decision: "add" }, ANA, AT);
    const [ana, ben] = [await store.persons.handleOf(ANA), await store.persons.handleOf(BEN)];
    await store.texts.put([{ watch: "w", text: "title: w", by: ana, at: AT, isArchived: false, after: 0 }]);
    await store.texts.put([{ watch: "w", text: "title: x", by: ben, at: AT, isArchived: false, after: 1 }]);
    await store.claims.make({ watch: "w", evidence: "e", by: ana, until: "2022-08-31T12:10:00.000Z" }, AT);
    const usual = { watches: null, kinds: null, mention_role: null, language: "en", card: "off", record: null, at: AT };
    await store.discord.keepPlace({ ...usual, channel: DM, guild: "", by: ana });
    await store.discord.keepPlace({ ...usual, channel: "1", guild: "2", by: ana });
    await store.discord.mute(`discord-channel:${DM}`, ana, AT);
    await store.discord.keepHushed({ place: "discord-channel:1", watch: "w", how: "muted", by: ben, at: AT });
    await store.channels.open([`discord-channel:${DM}`, "discord-channel:1"], { isStart: true, areAll: true });
  }

  it("a person has one handle in each place, whatever they are called there by now", async () => {
    const { store } = await opened();
    const first = await store.persons.handleOf(ANA);
    expect(first).toMatch(/^discord-[0-9a-f]{16}$/);
    expect(cameFrom(first)).toEqual({ from: "discord" });
    const several = await Promise.all(["ana", "Ana", "ANA"].map((name) => store.persons.handleOf({ ...ANA, name })));
    expect(new Set(several)).toEqual(new Set([first]));
    const elsewhere = await store.persons.handleOf({ from: "command line", name: "ana-canary" });
    expect(cameFrom(elsewhere)).toEqual({ from: "command line" });
    expect(elsewhere).not.toBe(first);
  });

  it("names and accounts stand in no table but one", async () => {
    const { store, database } = await opened();
    await busy(store);
    expect(tablesWith(await held(database), "canary", ANA.account ?? "")).toEqual(["person"]);
  });

  it.each([
    ["by name, in any case", "ANA-Canary"],
    ["by account", ANA.account ?? ""],
  ])("somebody who is forgotten %s is nowhere, and others stay", async (_way, called) => {
    const { store, database } = await opened();
    await busy(store);
    const before = await held(database);
    const found = await store.persons.knownAs(called);
    expect(found).toMatchObject([{ decisions: 2, changes: 1, channels: 3, isToldInPerson: true }]);
    await store.persons.forget(found.map(({ person }) => person.handle));
    const after = await held(database);
    expect(tablesWith(after, "ana-canary", ANA.account ?? "", DM)).toEqual([]);
    expect(nameOf(await store.persons.all(), found[0]?.person.handle ?? "")).toMatch(/^somebody who was forgotten/);
    expect(tablesWith(after, "ben-canary")).toEqual(["person"]);
    // What was done is as it was, byte for byte.
    for (const table of ["decision", "statement_decision", "watch_text", "evidence"])
      expect(after[table], table).toBe(before[table]);
    expect(await store.persons.knownAs(called)).toEqual([]);
    expect(await store.persons.handleOf(ANA)).not.toBe(found[0]?.person.handle);
  });

  it("nobody is found by a part of a name, or by what stands for others in a pattern", async () => {
    const { store } = await opened();
    await busy(store);
    for (const called of ["", "ana", "%", "_na-canary", "canary"])
      expect(await store.persons.knownAs(called)).toEqual([]);
    expect(await store.persons.stillSaid("a copy")).toEqual({ decision: 1 });
    expect(await store.persons.stillSaid("a%copy")).toEqual({});
  });
});

describe("data of before there were handles", () => {
  /** As it stood: names wherever somebody had done something. */
  async function older(): Promise<string> {
    const data = await folder();
    const file = await olderData(data, "0015-watch-texts");
    const run = (statement: string, ...values: (string | number | null)[]) => file.prepare(statement).run(...values);
    const decision = "INSERT INTO decision VALUES (?, 'w', 'e', ?, ?, ?, ?, ?)";
    run(decision, "1", "confirm", "ana-canary", "a copy", AT, AT);
    run(decision, "2", "dismiss", "ben-canary", null, AT, AT);
    run(decision, "3", "confirm", "ana-canary", null, "2022-08-31T13:00:00.000Z", null);
    const given = JSON.stringify({ horizon: { latest: "2022-09-30", basis: "dates given by ana-canary" } });
    run(
      "INSERT INTO statement_decision VALUES ('4', 'w', 's', 'add', 'ana-canary', ?, ?, ?)",
      given,
      "2022-08-31T12:30:00.000Z",
      AT,
    );
    for (const [version, by] of ["", "ben-canary"].entries())
      run("INSERT INTO watch_text VALUES ('w', ?, ?, ?, 'title: w', 0)", version + 1, AT, by);
    run("INSERT INTO claim VALUES ('e', 'w', 'ana-canary', '623456789012345678', ?)", AT);
    run("INSERT INTO discord_mute VALUES ('p', 'ben-canary', ?)", AT);
    const note = "confirmed by ana-canary: it is the report";
    const found = { id: "e", rule: "confirmed-by-a-person", url: "https://a.example/", title: "The report", note };
    run("INSERT INTO evidence VALUES ('w', 'e', ?)", JSON.stringify(found));
    const statement = { on: "2022-08-01", by: "The office", phrase: "soon", addedBy: "ana-canary" };
    run("INSERT INTO statement VALUES ('w', 's', ?)", JSON.stringify({ id: "s", statement, state: "added" }));
    const told = [
      { kind: "published", key: "1", proofs: [found], status: { newest: { addedBy: "ben-canary" } } },
      { kind: "corrected", key: "2", evidence: found, by: "ben-canary" },
      { kind: "stated", key: "3", statement, by: "ana-canary" },
      { kind: "proposed", key: "4", proposal: { statement: { ...statement, addedBy: undefined } } },
    ];
    for (const notice of told)
      run(
        "INSERT INTO notice VALUES (?, 'w', ?, ?, ?, ?, NULL)",
        notice.key,
        notice.kind,
        AT,
        notice.key,
        JSON.stringify(notice),
      );
    file.close();
    return data;
  }

  it("has its names in one table, and says who did what as it did", async () => {
    const data = await older();
    const store = await Store.open(data);
    onTestFinished(() => store.close());
    const database = await openSqliteBeside(data);
    if (!database) throw new Error("no data");
    onTestFinished(() => database.destroy());
    const tables = await held(database);
    expect(tablesWith(tables, "canary", "623456789012345678")).toEqual(["person"]);
    const names = await store.persons.all();
    const history = await store.decisions.history("w");
    expect(history.map(({ decision, by, reason }) => [decision, nameOf(names, by), reason])).toEqual([
      ["confirm", "ana-canary", "a copy"],
      ["dismiss", "ben-canary", undefined],
      ["add", "ana-canary", undefined],
      ["confirm", "ana-canary", undefined],
    ]);
    expect(await store.decisions.open()).toMatchObject([{ id: "3", decision: "confirm" }]);
    expect((await store.texts.versions("w")).map(({ by }) => by && nameOf(names, by))).toEqual(["ben-canary", ""]);
    expect(await store.evidence.of("w")).toMatchObject([{ note: "confirmed by a reviewer: it is the report" }]);
    // What an office says is not what a person did.
    expect(tables.notice).toContain("The office");
    const again = await store.decisions.leave("w", { evidence: "e", decision: "confirm" }, BEN, AT);
    expect(again.kind).toBe("already");
    const [ana] = await store.persons.knownAs("ana-canary");
    expect(ana).toMatchObject({ person: { came_from: "earlier" }, decisions: 3 });
  });
});
