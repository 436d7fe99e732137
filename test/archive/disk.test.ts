/** A disk without room: said, and never a reason to conclude anything, or to lose what is there. */
import { expect, it } from "vitest";
import { plainText, say } from "../../src/message/wording.ts";
import { rehearse } from "../stand-ins/bot.ts";
import { publishedReport } from "../stand-ins/ohchr.ts";

it("what cannot be kept counts as unread: people are told they are blind, and the news is told when there is room", async () => {
  const rehearsal = await rehearse();
  const { config, origin } = rehearsal;
  await rehearsal.at("2022-08-31T12:00:00Z");
  const room = config.settings.archive.reserve_megabytes;
  // More than any disk has: there is always too little left.
  config.settings.archive.reserve_megabytes = 1e12;
  await rehearsal.restart();
  Object.assign(origin.pages, publishedReport());
  const pass = await rehearsal.at("2022-08-31T21:50:00Z");
  expect(pass.of("document-page")).toMatchObject({ outcome: "problem", problem: { problem: "unkept" } });
  expect(pass.of("latest").outcome).toBe("unchanged");
  await rehearsal.at("2022-09-01T06:00:00Z");
  const blind = rehearsal.told.find((notice) => notice.kind === "blind");
  expect(blind && plainText(say(blind))).toMatch(/could not be kept: the disk has less than/);
  expect(rehearsal.kinds()).not.toContain("published");
  config.settings.archive.reserve_megabytes = room;
  await rehearsal.restart();
  await rehearsal.at("2022-09-01T07:00:00Z");
  expect(rehearsal.kinds().slice(-2).sort()).toEqual(["published", "recovered"]);
});

it("old files go, but never one that a notice cites", async () => {
  const rehearsal = await rehearse({
    adjust: (config) => {
      config.settings.archive.keep = 86_400_000;
    },
  });
  const { origin, bot } = rehearsal;
  await rehearsal.at("2022-08-01T12:00:00Z");
  Object.assign(origin.pages, publishedReport());
  await rehearsal.at("2022-08-31T21:50:00Z");
  origin.pages["/en/latest"] = { status: 503 };
  await rehearsal.at("2022-10-01T12:00:00Z");
  await rehearsal.at("2022-11-01T12:00:00Z");
  await bot.tidy();
  const { citations, cited } = await bot.store.citations.all();
  const files = new Set(citations.map(({ file }) => file.slice(13, 21)));
  expect(files).toContain("20220831");
  for (const digest of cited) expect(citations.map((citation) => citation.digest)).toContain(digest);
});
