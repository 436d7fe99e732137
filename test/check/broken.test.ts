/** What goes wrong with one source stays that source's: it is recorded, told after its patience, and the others are read. */
import { describe, expect, it } from "vitest";
import { openSqliteBeside } from "../../src/store/sqlite.ts";
import { rehearse } from "../stand-ins/bot.ts";
import { page } from "../stand-ins/ohchr.ts";

const WATCH = "xinjiang-assessment";

/** A bot with one more source, which has been looked at once. */
async function withSource(adjust: (source: Record<string, unknown>) => void) {
  const path = "/en/broken";
  const rehearsal = await rehearse({
    pages: { [path]: page("<h1>A page</h1><p>Its text.</p>") },
    adjust: ({ watches }) => {
      for (const watch of watches) {
        const added = { ...watch.sources[0], id: "broken", kind: "page", url: `https://www.ohchr.org${path}` };
        adjust(added);
        watch.sources.unshift(added as (typeof watch.sources)[number]);
      }
    },
  });
  await rehearsal.at("2021-12-10T12:00:00Z");
  return {
    ...rehearsal,
    change: (words: string) => Object.assign(rehearsal.origin.pages, { [path]: page(`<p>${words}</p>`) }),
  };
}

/** A source that nothing can be done with, and one whose memory was damaged. */
const faults = {
  "before it is asked": () => withSource((source) => Object.assign(source, { formerly: null })),
  "after it has answered": async () => {
    const made = await withSource(() => undefined);
    const database = await openSqliteBeside(made.config.dataDirectory);
    await database?.updateTable("source_memory").set({ memory: "{" }).where("source", "=", "broken").execute();
    await database?.destroy();
    made.change("Another text.");
    return made;
  },
};

describe.each(Object.entries(faults))("a source with which something goes wrong %s", (_, make) => {
  it("is a problem with a name, recorded as a look and asked again in its time; the others are read", async () => {
    const rehearsal = await make();
    const pass = await rehearsal.at("2021-12-10T13:00:00Z");
    expect(pass.of("broken").problem).toMatchObject({
      problem: "unreadable",
      detail: expect.stringMatching(/^could not be looked at: /),
    });
    expect(pass.of("latest").outcome).toBe("unchanged");
    const row = await rehearsal.bot.store.sources.one(WATCH, "broken");
    expect(row?.due_at && row.due_at > "2021-12-10T13:04:00Z").toBe(true);
  });

  it("is told when its patience is over, as any other that cannot be read", async () => {
    const rehearsal = await make();
    await rehearsal.at("2021-12-10T13:00:00Z");
    await rehearsal.at("2021-12-10T20:00:00Z");
    expect(rehearsal.told.find(({ kind }) => kind === "blind")).toMatchObject({ sources: [{ id: "broken" }] });
  });
});
