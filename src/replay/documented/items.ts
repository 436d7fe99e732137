/**
 * What stood on the site, and when: a reconstruction. The dates, addresses and the document's title are facts; every
 * headline and sentence here is ours, written from them. Some items are decoys: they mention the subject and are not the
 * report.
 */
import type { CivilDate } from "../../time/civil-date.ts";
import type { InstantText } from "../../time/instant.ts";

export interface Item {
  /** When it appears, in UTC. */
  at: InstantText;
  date: CivilDate;
  section:
    | "press-releases"
    | "press-briefing-notes"
    | "statements-and-speeches"
    | "media-advisories"
    | "news"
    | "country-reports";
  title: string;
  body: string;
  /** The last part of its address on the Drupal site; made from the title by default. */
  slug?: string;
}

export const SITE = "https://www.ohchr.org";

/** The whole address scheme changed early in 2022; the day is our assumption. */
export const NEW_SCHEME_FROM: InstantText = "2022-02-21T05:00:00Z";

export const DOCUMENT = {
  title:
    "OHCHR Assessment of human rights concerns in the Xinjiang Uyghur Autonomous Region, People's Republic of China",
  date: "2022-08-31",
  /** 23:47 in Geneva. */
  at: "2022-08-31T21:47:00Z",
  page: "/en/documents/country-reports/ohchr-assessment-human-rights-concerns-xinjiang-uyghur-autonomous-region",
  pdf: "/sites/default/files/documents/countries/2022-08-31/22-08-31-final-assesment.pdf",
  pages: 48,
} as const;

/** Times when the site could not be read: a day of server errors, and half a day behind a bot wall served with 200. */
export const TROUBLES: readonly { from: InstantText; to: InstantText; kind: "server-errors" | "bot-wall" }[] = [
  { from: "2022-04-12T04:00:00Z", to: "2022-04-13T09:00:00Z", kind: "server-errors" },
  { from: "2022-07-05T06:00:00Z", to: "2022-07-05T20:00:00Z", kind: "bot-wall" },
];

/** A banner at the top of every page, another each week: noise. */
export const BANNERS = [
  "Human Rights Day",
  "Support our work",
  "Join the conversation",
  "Read the annual appeal",
  "Follow the Council session",
  "Learn about your rights",
];

export const ITEMS: readonly Item[] = [
  {
    at: "2021-12-10T12:30:00Z",
    date: "2021-12-10",
    section: "press-briefing-notes",
    title: "Press briefing notes: answers on several countries",
    body: "The spokesperson told reporters in Geneva that the office hopes to publish its Xinjiang assessment in the coming weeks.",
  },
  {
    at: "2021-12-16T10:00:00Z",
    date: "2021-12-16",
    section: "news",
    title: "Why a report on Xinjiang is being prepared",
    body: "A look at the coming report. It will be published when the office has finished it.",
  },
  {
    at: "2022-01-13T09:00:00Z",
    date: "2022-01-13",
    section: "press-releases",
    title: "Experts comment on a Xinjiang report by researchers",
    body: "Independent experts comment on a study by others.",
  },
  {
    at: "2022-01-28T12:00:00Z",
    date: "2022-01-28",
    section: "press-briefing-notes",
    title: "Press briefing notes: Xinjiang assessment in its final stages",
    body: "The spokesperson said that the report would not be out before the Olympics start on 4 February.",
  },
  {
    at: "2022-03-08T09:30:00Z",
    date: "2022-03-08",
    section: "statements-and-speeches",
    title: "High Commissioner updates the Council, announces a visit to China in May",
    body: "An address to the Human Rights Council.",
  },
  {
    at: "2022-04-07T08:00:00Z",
    date: "2022-04-07",
    section: "country-reports",
    title: "OHCHR Assessment of human rights concerns in the Eastern Autonomous Region",
    body: "A report on another region with nearly the same title, invented for this replay.",
  },
  {
    at: "2022-05-20T14:00:00Z",
    date: "2022-05-20",
    section: "media-advisories",
    title: "High Commissioner to visit China, including Xinjiang, 23 to 28 May",
    body: "A media advisory.",
  },
  {
    at: "2022-05-28T13:00:00Z",
    date: "2022-05-28",
    section: "statements-and-speeches",
    title: "Statement at the end of the visit to China and Xinjiang",
    body: "Remarks to the press at the end of the visit. No date was given for the report.",
  },
  {
    at: "2022-06-10T08:30:00Z",
    date: "2022-06-10",
    section: "press-releases",
    title: "Experts call for the Xinjiang report to be published without delay",
    body: "Independent experts ask for the release of the report.",
  },
  {
    at: "2022-06-13T08:30:00Z",
    date: "2022-06-13",
    section: "statements-and-speeches",
    title: "High Commissioner: assessment on Xinjiang is being updated",
    body: "It will be shared with the government before publication. She told reporters it would be out before her term ends.",
  },
  {
    at: "2022-08-25T10:00:00Z",
    date: "2022-08-25",
    section: "statements-and-speeches",
    title: "High Commissioner at her last press conference: trying to release the Xinjiang report",
    body: "She had fully intended the report to be released before the end of her mandate.",
  },
  {
    at: DOCUMENT.at,
    date: DOCUMENT.date,
    section: "press-releases",
    title: "UN Human Rights Office issues assessment of human rights concerns in Xinjiang, China",
    body: "The office has issued its assessment.",
  },
];

const SUBJECTS = [
  "Sudan",
  "Haiti",
  "Myanmar",
  "Ukraine",
  "Ethiopia",
  "Colombia",
  "Afghanistan",
  "Mali",
  "Peru",
  "Yemen",
  "Sri Lanka",
  "Chad",
];
const VERBS = [
  "Comment on the situation in",
  "Experts welcome steps in",
  "Concern over arrests in",
  "High Commissioner speaks on",
  "Briefing on",
];

/** Ordinary news, two a week, so that the listing lives, drops its oldest items and turns its pages. */
export function ordinaryItems(from: InstantText, to: InstantText): Item[] {
  const items: Item[] = [];
  let number = 0;
  for (let time = Date.parse(from); time < Date.parse(to); time += 84 * 3_600_000, number++) {
    const at = new Date(time).toISOString();
    const title = `${VERBS[number % VERBS.length]} ${SUBJECTS[(number * 7) % SUBJECTS.length]} (${number + 1})`;
    items.push({
      at,
      date: at.slice(0, 10),
      section: "news",
      title,
      body: "An ordinary item, invented for this replay.",
    });
  }
  return items;
}
