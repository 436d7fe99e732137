/** An office that promised something, with a watch as a newcomer writes it from what is known on the day of the promise. */
import { makePdf } from "../../src/replay/documented/pdf.ts";
import type { Watch } from "../../src/watch/watch.ts";
import { type Rehearsal, rehearse } from "./bot.ts";
import { listing, ordinaryRows, page, type Row } from "./ohchr.ts";
import type { Pages } from "./origin.ts";

const OFFICE = "https://www.office.example.org";
const LISTING = "/publications-and-news";

export interface Known {
  title: string;
  subject: string[][];
}

export function watchOf({ title, subject }: Known, promisedOn: string, adjust: Partial<Watch["evidence"]> = {}): Watch {
  return {
    id: "promised",
    title,
    publisher: { name: "The Office", zone: "Europe/London", hosts: ["www.office.example.org"], sisters: [] },
    statements: [{ on: promisedOn, by: "the office", phrase: "in the coming weeks", bearing: "promise" }],
    evidence: { titles: [title], subject, topic: subject.flat(), spellings: [], words: 300, html: false, ...adjust },
    sources: [
      {
        id: "news",
        kind: "listing",
        url: OFFICE + LISTING,
        formerly: [],
        existence: "confirmed",
        ignore: [],
        tell: "subject",
        pages: 5,
      },
    ],
  };
}

/** A file as an office has it: its title and date on the first page, and text behind it. */
export function file(title: string, date: string, text: string) {
  return { headers: { "content-type": "application/pdf" }, body: makePdf([...wrapped(title), date], 20, text) };
}

function wrapped(title: string): string[] {
  const lines: string[] = [];
  for (const word of title.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < 44) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function longDate(date: string): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(Date.parse(date));
}

/** Sites that the stand-in plays besides the office's own; what they say is told apart by the host. */
const OTHER_SITES = [
  "https://press.office.example.org",
  "http://www.office.example.org",
  "https://www.office.example.org:8443",
  "https://news.example.net",
];

/** A bot that watches the office. `look` is one pass at noon of a day. */
export async function watchOffice(
  watch: Watch,
  pages: Pages,
): Promise<Rehearsal & { look(day: string): Promise<void> }> {
  const rehearsal = await rehearse({
    pages,
    adjust: (config) => {
      config.watches = [watch];
      const address = Object.values(config.settings.fetch.origins)[0] ?? "";
      config.settings.fetch.origins = Object.fromEntries([OFFICE, ...OTHER_SITES].map((site) => [site, address]));
    },
  });
  const [{ on } = { on: "" }] = watch.statements;
  rehearsal.clock.setTo(`${on}T00:00:00Z`);
  return { ...rehearsal, look: async (day) => void (await rehearsal.at(`${day}T12:00:00Z`)) };
}

/** The listing of the office: what is new, above ordinary items of long ago. */
export function officeListing(...items: Row[]) {
  return { [LISTING]: listing([...items, ...ordinaryRows().map((row) => ({ ...row, date: "1 January 2015" }))]) };
}

/** A bot that has looked on the day of the promise, and then sees an item with these pages behind it. */
export async function afterPromise(watch: Watch, item: Row & { on: string }, pages: Pages): Promise<Rehearsal> {
  const rehearsal = await watchOffice(watch, officeListing());
  await rehearsal.look(watch.statements[0]?.on ?? "");
  Object.assign(rehearsal.origin.pages, officeListing(item), pages);
  await rehearsal.look(item.on);
  return rehearsal;
}

/** A news page, with a link to a file where it has one. */
export function newsPage(title: string, date: string, link = ""): string {
  return page(
    `<p class="eyebrow">News</p><h1>${title}</h1><p>${longDate(date)}</p><p>The office has this to say on the matter today, and will answer questions on it in the afternoon.</p>${link}`,
    { title: `${title} | The Office` },
  );
}
