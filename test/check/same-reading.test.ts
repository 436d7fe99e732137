/** A page that is read as the same thing again is not compared anew: whatever it does, the bot says what it would say without that. */
import { expect, it } from "vitest";
import type { Config } from "../../src/config/load.ts";
import { openSqliteBeside } from "../../src/store/sqlite.ts";
import type { Source } from "../../src/watch/watch.ts";
import { rehearse } from "../stand-ins/bot.ts";
import { listing, page, publishedReport, type Row, SITE, TITLE } from "../stand-ins/ohchr.ts";
import type { Pages } from "../stand-ins/origin.ts";
import { fc, test } from "../stand-ins/properties.ts";

const PATH = "/en/restless";
const ROWS: Row[] = [
  { title: "A statement on prisons" },
  { title: "A report on schools", date: "3 January 2022" },
  { title: "OHCHR Assessment of human rights concerns in Xinjiang", date: "" },
  { title: TITLE, url: Object.keys(publishedReport())[0] ?? "", date: "31 August 2022" },
];

/** What stands at the address for a while: some of the rows, or trouble. */
type State = readonly number[] | "wall" | "gone" | "error";

/** @param fact a number in a block beside the rows */
function made(kind: Source["kind"], state: State, fact: number): Pages[string] {
  if (state === "wall") return { status: 403, body: "Access denied" };
  if (state === "gone") return { status: 404, body: "Not found" };
  if (state === "error") return { status: 503, body: "Later" };
  const rows = state.flatMap((row) => ROWS[row] ?? []);
  const block = `<aside><p>Fact number ${fact}</p></aside>`;
  if (kind === "listing") return listing(rows).replace("</main>", `${block}</main>`);
  return page(`<h1>A page</h1>${rows.map(({ title }) => `<p>${title}</p>`).join("")}${block}`);
}

/** The only source of the watch. */
function alone(kind: Source["kind"]) {
  return ({ watches }: Config) => {
    for (const watch of watches)
      watch.sources = [{ ...watch.sources[0], id: "restless", kind, url: SITE + PATH } as Source];
  };
}

/** What was told, and what each look at the restless source came to. */
async function historyOf(kind: Source["kind"], states: readonly State[], isComparedAnew: boolean) {
  const rehearsal = await rehearse({
    pages: publishedReport(),
    adjust: alone(kind),
  });
  const looks: unknown[] = [];
  for (const [hour, state] of states.entries()) {
    Object.assign(rehearsal.origin.pages, { [PATH]: made(kind, state, hour) });
    const at = new Date(Date.UTC(2021, 11, 10, 12 + hour)).toISOString();
    const { outcome, problem, changes } = (await rehearsal.at(at)).of("restless");
    looks.push({ outcome, problem, changes });
    if (!isComparedAnew) continue;
    // Whoever asks how it stands has what waits written down.
    await rehearsal.status();
    const database = await openSqliteBeside(rehearsal.config.dataDirectory);
    await database?.updateTable("source").set({ reading_digest: null }).execute();
    await database?.destroy();
  }
  return {
    looks,
    told: rehearsal.told,
    memory: await rehearsal.bot.store.sources.memory("xinjiang-assessment", "restless"),
  };
}

const state = fc.oneof(
  { arbitrary: fc.subarray([0, 1, 2, 3]), weight: 6 },
  { arbitrary: fc.constantFrom("wall" as const, "gone" as const, "error" as const), weight: 1 },
);
const stretch = fc.record({ state, looks: fc.integer({ min: 1, max: 5 }) });

it.each(["listing", "page"] as const)("a %s that moved and says the same there is told to have moved", async (kind) => {
  const rehearsal = await rehearse({ pages: { "/moved": made(kind, [0, 1], 2) }, adjust: alone(kind) });
  for (const [hour, state] of (
    [
      [0, 1],
      [0, 1],
    ] as const
  ).entries()) {
    rehearsal.origin.pages[PATH] = made(kind, state, hour);
    await rehearsal.at(`2021-12-10T${12 + hour}:00:00Z`);
  }
  rehearsal.origin.pages[PATH] = { status: 301, headers: { location: "/moved" } };
  const { outcome, changes } = (await rehearsal.at("2021-12-10T14:00:00Z")).of("restless");
  expect(outcome).toBe("changed");
  expect(changes).toMatchObject([{ kind: "moved", url: `${SITE}/moved` }]);
});

test(
  "a list or page with a block that comes and goes tells the same as when every look is compared",
  [fc.constantFrom("listing", "page"), fc.array(stretch, { minLength: 1, maxLength: 3 })],
  async (kind, stretches) => {
    const states = [[0, 1], ...stretches.flatMap(({ state, looks }) => Array<State>(looks).fill(state))];
    const usual = await historyOf(kind, states, false);
    expect(usual).toEqual(await historyOf(kind, states, true));
  },
  8,
);
