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

/** A bot that has looked on the day of the promise, and then sees an item with these pages behind it. */
export async function afterPromise(watch: Watch, item: Row & { on: string }, pages: Pages): Promise<Rehearsal> {
  const ordinary = ordinaryRows().map((row) => ({ ...row, date: "1 January 2015" }));
  const rehearsal = await rehearse({
    pages: { [LISTING]: listing(ordinary) },
    adjust: (config) => {
      config.watches = [watch];
      config.settings.fetch.origins = { [OFFICE]: Object.values(config.settings.fetch.origins)[0] ?? "" };
    },
  });
  const [{ on: promisedOn } = { on: "" }] = watch.statements;
  rehearsal.clock.setTo(`${promisedOn}T12:00:00Z`);
  await rehearsal.at(`${promisedOn}T12:00:00Z`);
  Object.assign(rehearsal.origin.pages, { [LISTING]: listing([item, ...ordinary]), ...pages });
  await rehearsal.at(`${item.on}T12:00:00Z`);
  return rehearsal;
}

/** A news page, with a link to a file where it has one. */
export function newsPage(title: string, date: string, link = ""): string {
  return page(
    `<p class="eyebrow">News</p><h1>${title}</h1><p>${longDate(date)}</p><p>The office has this to say on the matter today, and will answer questions on it in the afternoon.</p>${link}`,
    { title: `${title} | The Office` },
  );
}
