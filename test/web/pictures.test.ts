/** The pages, to be looked at: PICTURES=1 writes them into test/pictures. */
import { describe, it } from "vitest";
import { LATEST_PATH, listing, ordinaryRows, publishedReport } from "../stand-ins/ohchr.ts";
import { look, openBrowser, type Served, serve } from "../stand-ins/page.ts";

const folder = new URL("../pictures", import.meta.url).pathname;
const DESKTOP = { viewport: { width: 1280, height: 800 } };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
const SIGNAL = {
  title: "UN human rights office publishes its assessment of human rights in Xinjiang",
  date: "15 August 2022",
};

/** A bot that looked every few hours, was kept out for a day, and found something. */
async function signalled(): Promise<Served> {
  const served = await serve();
  const { rehearsal } = served;
  const listed = rehearsal.origin.pages[LATEST_PATH] ?? "";
  for (let hour = 0; hour < 24 * 24; hour += 6) {
    const day = Math.floor(hour / 24);
    const at = new Date(Date.parse("2022-07-22T00:00:00Z") + hour * 3600_000).toISOString();
    rehearsal.origin.pages[LATEST_PATH] = day === 9 ? { status: 503, body: "busy" } : listed;
    await rehearsal.at(at);
  }
  rehearsal.origin.pages[LATEST_PATH] = listing([SIGNAL, ...ordinaryRows()]);
  await rehearsal.at("2022-08-15T12:00:00Z");
  return served;
}

describe.skipIf(!process.env.PICTURES)("the pictures", () => {
  it("of the pages, on a desktop and a phone, in the light and in the dark", { timeout: 240_000 }, async () => {
    const browser = await openBrowser();
    const { rehearsal, address, desk } = await signalled();
    const take = async (name: string, path: string, options: Parameters<typeof look>[2], isWhole = false) => {
      const { page } = await look(browser, address + path, { locale: "en-GB", ...options });
      await page.screenshot({ path: `${folder}/${name}.png`, fullPage: isWhole });
      await page.close();
    };
    const [light, dark] = [{ colorScheme: "light" as const }, { colorScheme: "dark" as const }];
    await take("watch-signal-desktop-light", "/", { ...DESKTOP, ...light });
    await take("watch-signal-phone-dark", "/", { ...PHONE, ...dark });
    await take("watch-signal-phone-light-french", "/", { ...PHONE, ...light, locale: "fr-FR" });
    await take("watch-whole-phone-light", "/", { ...PHONE, ...light, deviceScaleFactor: 1 }, true);
    await take("log-desktop-dark", "/log?days=30", { ...DESKTOP, ...dark });
    const [first] = desk.watches;
    if (!first) throw new Error("no watch");
    Object.assign(rehearsal.origin.pages, publishedReport());
    await rehearsal.at("2022-08-31T21:52:00Z");
    await take("status-page", "/", { ...DESKTOP, ...light });
    await take("watch-published-desktop-dark", "/", { ...DESKTOP, ...dark });
    const others = ["Report on the harbour fire", "تقرير عن حالة الميناء", "Доклад о гавани"];
    desk.watches = [
      first,
      ...others.map((title, index) => ({
        ...{ ...first, id: `other-${index}`, title, short: undefined },
        publisher: { ...first.publisher, name: index % 2 ? "Office of the Ombudsman" : first.publisher.name },
      })),
    ];
    await take("front-desktop-light", "/", { ...DESKTOP, ...light });
    await take("front-phone-dark", "/", { ...PHONE, ...dark });
    await browser.close();
  });
});
