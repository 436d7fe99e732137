/** Passes over the watches. */
import { expect, it, onTestFinished } from "vitest";
import { rehearse } from "../stand-ins/bot.ts";
import { listing, ordinaryRows, SITE } from "../stand-ins/ohchr.ts";
import { startOrigin } from "../stand-ins/origin.ts";
import { until } from "../stand-ins/talk.ts";

it("a watch whose site does not answer holds up no other, and is not asked a second time meanwhile", async () => {
  let answer: () => void = () => undefined;
  const after = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const seen: string[] = [];
  const other = await startOrigin({ "/quick": listing(ordinaryRows()) });
  onTestFinished(other.close);
  const { bot, origin, clock } = await rehearse({
    pages: { "/slow": { body: listing(ordinaryRows()), after } },
    adjust: (config) => {
      const [watch] = config.watches;
      const [source] = watch?.sources ?? [];
      if (!watch || !source) throw new Error("no watch");
      const at = (id: string) => ({ ...watch, id, sources: [{ ...source, url: `https://${id}.example.org/${id}` }] });
      config.watches = [at("slow"), at("quick")];
      const { fetch } = config.settings;
      const address = fetch.origins[SITE] ?? "";
      fetch.origins = { "https://slow.example.org": address, "https://quick.example.org": other.address };
    },
    onChecked: ({ watch }) => seen.push(watch),
  });
  const first = bot.watcher.pass();
  await until(() => seen.length === 1);
  await clock.sleep(3_600_000);
  while (seen.length < 2) {
    await bot.watcher.pass();
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(seen).toEqual(["quick", "quick"]);
  answer();
  await first;
  expect(seen).toEqual(["quick", "quick", "slow"]);
  expect(origin.requests.filter(({ path }) => path === "/slow")).toHaveLength(1);
});

it("a watch that waits for a place is taken by one pass, however many come meanwhile, and is asked once", async () => {
  let answer: () => void = () => undefined;
  const after = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const seen: string[] = [];
  const { bot } = await rehearse({
    pages: { "/slow": { body: listing(ordinaryRows()), after }, "/waits": listing(ordinaryRows()) },
    adjust: (config) => {
      const [watch] = config.watches;
      const [source] = watch?.sources ?? [];
      if (!watch || !source) throw new Error("no watch");
      const at = (id: string, path: string) => ({ ...watch, id, sources: [{ ...source, url: SITE + path }] });
      // As many as are gone over at the same time, and one more.
      config.watches = [
        ...Array.from({ length: 8 }, (_, index) => at(`slow-${index}`, "/slow")),
        at("waits", "/waits"),
      ];
    },
    onChecked: ({ watch }) => seen.push(watch),
  });
  const passes = [bot.watcher.pass(), bot.watcher.pass(), bot.watcher.pass()];
  await Promise.all(passes.slice(1));
  answer();
  await passes[0];
  expect(seen.filter((watch) => watch === "waits")).toHaveLength(1);
  expect(new Set(seen).size).toBe(9);
  expect(seen).toHaveLength(9);
});
