/** A decision is taken once, whoever takes it and from however many places; what is undone stays. */
import { describe, expect, it, onTestFinished } from "vitest";
import type { Evidence } from "../../src/judge/evidence.ts";
import type { Person } from "../../src/store/persons.ts";
import { Store } from "../../src/store/store.ts";
import { folder } from "../stand-ins/folder.ts";
import { person } from "../stand-ins/persons.ts";
import { newPostgres } from "../stand-ins/stores.ts";

const AT = "2022-08-31T12:00:00.000Z";
const signal: Evidence = {
  ...{ id: "e", rule: "title-without-document", url: "https://a.example/", title: "The report", capture: "" },
  ...{ source: "latest", foundAt: AT, state: "standing" },
};

/** One store in a process that looks, and others beside it, as the command line and further bots have them. */
const SEVERAL: [where: string, open: () => Promise<[Store, ...Store[]]>][] = [
  [
    "SQLite, in three processes",
    async () => {
      const data = await folder();
      const own = await Store.open(data);
      const beside: Store[] = [];
      const done = Promise.withResolvers<void>();
      const closed: Promise<void>[] = [];
      for (const worker of ["two", "three"]) {
        const home = { dataDirectory: data, secrets: {}, worker };
        const opened = Promise.withResolvers<void>();
        closed.push(
          Store.beside(home, async (store) => {
            if (store) beside.push(store);
            opened.resolve();
            await done.promise;
          }),
        );
        await opened.promise;
      }
      onTestFinished(async () => {
        done.resolve();
        await Promise.all(closed);
        await own.close();
      });
      return [own, ...beside];
    },
  ],
  [
    "PostgreSQL, in three processes",
    async () => {
      const url = await newPostgres();
      const [one, ...others] = await Promise.all(
        ["one", "two", "three"].map((worker) => Store.onPostgres(url, worker)),
      );
      if (!one) throw new Error("no store");
      onTestFinished(async () => void (await Promise.all([one, ...others].map((store) => store.close()))));
      return [one, ...others];
    },
  ],
];

const people = (count: number): Person[] =>
  Array.from({ length: count }, (_, index) => {
    const from = (["discord", "page", "command line"] as const)[index % 3] ?? "page";
    return from === "discord"
      ? { from, account: `62345678901234${index}`, name: `ana${index}` }
      : person(`ana${index}`, from);
  });

describe.each(SEVERAL)("%s", (_, open) => {
  it("twenty who decide the same at the same moment decide once, and the others hear who did, and when", async () => {
    const stores = await open();
    const [store] = stores;
    await store.record("w", { evidence: [signal] });
    const taken = await Promise.all(
      people(20).map((one, index) => {
        const its = stores[index % stores.length] ?? store;
        return its.decisions.leave("w", { evidence: "e", decision: "confirm" }, one, AT);
      }),
    );
    const [first, ...rest] = taken.filter(({ kind }) => kind === "taken");
    expect([first?.kind, rest]).toEqual(["taken", []]);
    for (const one of taken) if (one !== first) expect(one).toEqual({ kind: "already", by: first?.by, at: AT });
    expect(await store.decisions.open()).toHaveLength(1);
  });

  it("of contrary decisions at the same moment none is undone unseen", async () => {
    const stores = await open();
    const [store] = stores;
    await store.record("w", { evidence: [signal] });
    const taken = await Promise.all(
      people(20).map((one, index) => {
        const its = stores[index % stores.length] ?? store;
        return its.decisions.leave("w", { evidence: "e", decision: index % 2 ? "confirm" : "dismiss" }, one, AT);
      }),
    );
    const history = await store.decisions.history("w");
    expect(history).toHaveLength(taken.filter(({ kind }) => kind === "taken").length);
    // Each says otherwise than the one before.
    for (const [index, { decision }] of history.entries()) expect(decision).not.toBe(history[index - 1]?.decision);
  });

  it("a statement is added once as well", async () => {
    const stores = await open();
    const [store] = stores;
    const taken = await Promise.all(
      people(20).map((one, index) =>
        (stores[index % stores.length] ?? store).statements.leave("w", { statement: "s", decision: "add" }, one, AT),
      ),
    );
    expect(taken.filter(({ kind }) => kind === "taken")).toHaveLength(1);
    expect(await store.statements.open()).toHaveLength(1);
  });

  it("what is undone stays, and may be decided anew", async () => {
    const [store, other = store] = await open();
    const [ana, ben] = [person("Ana"), person("Ben", "page")];
    const decided = async (its: Store, decision: "confirm" | "dismiss", who: Person) =>
      (await its.decisions.leave("w", { evidence: "e", decision, reason: decision }, who, AT)).kind;
    await store.record("w", { evidence: [signal] });
    expect(await decided(store, "confirm", ana)).toBe("taken");
    const [open_] = await store.decisions.open();
    const confirmed: Evidence = { ...signal, rule: "confirmed-by-a-person" };
    await store.record("w", { evidence: [confirmed], applied: { id: open_?.id ?? "", about: "e" } });
    expect(await decided(other, "confirm", ben)).toBe("already");
    expect(await decided(other, "dismiss", ben)).toBe("taken");
    expect(await decided(store, "confirm", ana)).toBe("taken");
    expect((await other.decisions.history("w")).map(({ decision, reason }) => [decision, reason])).toEqual([
      ["confirm", "confirm"],
      ["dismiss", "dismiss"],
      ["confirm", "confirm"],
    ]);
  });

  it("what is no longer as it was decided may be decided the same again", async () => {
    const [store] = await open();
    await store.record("w", { evidence: [signal] });
    const confirm = () => store.decisions.leave("w", { evidence: "e", decision: "confirm" }, person("Ana"), AT);
    expect((await confirm()).kind).toBe("taken");
    const [left] = await store.decisions.open();
    const gone: Evidence = { ...signal, rule: "confirmed-by-a-person", state: "gone" };
    await store.record("w", { evidence: [gone], applied: { id: left?.id ?? "", about: "e" } });
    expect((await confirm()).kind).toBe("taken");
  });
});
