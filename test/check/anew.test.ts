/** A watch whose rules were changed: what stands on its pages already is judged by them, and nothing that was told is told again. */
import { expect, it } from "vitest";
import type { Config } from "../../src/config/load.ts";
import type { Watch } from "../../src/watch/watch.ts";
import { type Rehearsal, rehearse } from "../stand-ins/bot.ts";
import {
  article,
  DOCUMENT_PATH,
  LATEST_PATH,
  listing,
  ordinaryRows,
  publishedReport,
  TITLE,
} from "../stand-ins/ohchr.ts";

async function under({ bot, config }: Rehearsal, change: (watch: Watch) => Watch): Promise<void> {
  const next: Config = { ...config, watches: config.watches.map(change) };
  await bot.use(next);
}

const told = ({ told }: Rehearsal) => told.map(({ kind }) => kind);

it("after the publication, the title that was learnt tells nothing again", async () => {
  const rehearsal = await rehearse();
  await rehearsal.at("2022-08-30T12:00:00Z");
  Object.assign(rehearsal.origin.pages, publishedReport(), {
    [LATEST_PATH]: listing([{ title: TITLE, url: DOCUMENT_PATH, date: "31 August 2022" }, ...ordinaryRows()]),
  });
  for (const minute of ["00", "10", "20"]) await rehearsal.at(`2022-08-31T22:${minute}:00Z`);
  const before = told(rehearsal);
  expect(before).toContain("published");
  await under(rehearsal, (watch) => ({
    ...watch,
    evidence: { ...watch.evidence, titles: [...watch.evidence.titles, "Another title"] },
  }));
  for (const minute of ["30", "40", "50"]) await rehearsal.at(`2022-08-31T22:${minute}:00Z`);
  expect(told(rehearsal)).toEqual(before);
  expect((await rehearsal.status()).verdict).toBe("published");
});

it("a signal that a person dismissed stays dismissed", async () => {
  const rehearsal = await rehearse();
  await rehearsal.at("2022-06-01T12:00:00Z");
  rehearsal.origin.pages[LATEST_PATH] = listing([
    { title: "Report on Xinjiang released", url: "/en/news/1", date: "2 June 2022" },
    ...ordinaryRows(),
  ]);
  rehearsal.origin.pages["/en/news/1"] = article({
    title: "Report on Xinjiang released",
    date: "2 June 2022",
    body: "It is out.",
  });
  await rehearsal.at("2022-06-02T12:00:00Z");
  const signal = rehearsal.told.find((notice) => notice.kind === "signalled");
  if (signal?.kind !== "signalled") throw new Error("no signal");
  const { id } = signal.signal;
  rehearsal.told.push(
    ...(await rehearsal.bot.watcher.people.decide(signal.watch, { evidence: id, decision: "dismiss", by: "Ana" })),
  );
  const before = told(rehearsal);
  await under(rehearsal, (watch) => ({
    ...watch,
    evidence: { ...watch.evidence, topic: [...watch.evidence.topic, "Kashgar"] },
  }));
  await rehearsal.at("2022-06-02T12:10:00Z");
  await rehearsal.at("2022-06-02T12:20:00Z");
  expect(told(rehearsal)).toEqual(before);
});

it("what the first rules did not see is found by the second, and only once", async () => {
  const rehearsal = await rehearse({
    adjust: (config) => {
      for (const watch of config.watches)
        Object.assign(watch.evidence, { subject: [["Tibet"], ["report"]], topic: ["Tibet"] });
    },
  });
  await rehearsal.at("2022-06-01T12:00:00Z");
  rehearsal.origin.pages[LATEST_PATH] = listing([
    { title: "Report on Xinjiang released", url: "/en/news/1", date: "2 June 2022" },
    ...ordinaryRows(),
  ]);
  await rehearsal.at("2022-06-02T12:00:00Z");
  await rehearsal.at("2022-06-02T12:10:00Z");
  expect(told(rehearsal)).not.toContain("signalled");
  await under(rehearsal, (watch) => ({
    ...watch,
    evidence: { ...watch.evidence, subject: [["Xinjiang"], ["report"]], topic: ["Xinjiang"] },
  }));
  for (const minute of ["20", "30"]) await rehearsal.at(`2022-06-02T12:${minute}:00Z`);
  expect(told(rehearsal).filter((kind) => kind === "signalled")).toHaveLength(1);
});

it("a source that cannot be read when its rules change is read anew once it can, and is not asked without pause", async () => {
  const rehearsal = await rehearse();
  await rehearsal.at("2022-06-01T12:00:00Z");
  rehearsal.origin.pages[LATEST_PATH] = { status: 503, body: "busy" };
  await under(rehearsal, (watch) => ({ ...watch, evidence: { ...watch.evidence, topic: ["Kashgar"] } }));
  const first = await rehearsal.bot.watcher.pass();
  const again = await rehearsal.bot.watcher.pass();
  expect(first.checked.map(({ source }) => source)).toContain("latest");
  expect(again.checked.map(({ source }) => source)).not.toContain("latest");
  rehearsal.origin.pages[LATEST_PATH] = listing(ordinaryRows());
  const { of } = await rehearsal.at("2022-06-01T13:00:00Z");
  expect(of("latest").outcome).toBe("baseline");
});
