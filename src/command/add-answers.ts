/** The answers that `add` takes, each typed or given as an option: what is asked, and how an answer is read (drafting/answers.ts). */
import { addressIn, countIn, dayIn, groupsIn, hostsIn, idIn, textIn, zoneIn } from "../drafting/answers.ts";
import type { Said } from "../drafting/drafted.ts";
import { UsageError } from "../language/plain-error.ts";
import { en } from "../message/en.ts";
import type { CivilDate } from "../time/civil-date.ts";
import { DATE_ORDERS, type DateOrder } from "../time/date-order.ts";
import type { CommonOptions } from "./context.ts";

export interface AddOptions extends CommonOptions {
  title?: string;
  short?: string;
  saidBy?: string;
  on?: CivilDate;
  phrase?: string;
  earliest?: CivilDate;
  likely?: CivilDate;
  latest?: CivilDate;
  link?: string;
  site?: string;
  publisher?: string;
  zone?: string;
  host?: string[];
  source?: string[];
  subject?: string;
  html?: boolean;
  dates?: DateOrder;
  words?: string;
  id?: string;
  yes?: boolean;
  dryRun?: boolean;
}

export type Field = keyof Said;

/** How an answer becomes a part of what is said, and what is asked for it. */
interface Way<F extends Field = Field> {
  option: string;
  text: string;
  read(answer: string): Said[F];
}

const MAX_TITLE = 200;
const MAX_SHORT = 60;
const MAX_NAME = 200;

export const WAYS: {
  [F in Exclude<Field, "reading" | "sources" | "without" | "earliest" | "likely" | "html">]: Way<F>;
} = {
  title: {
    option: "--title",
    text: "What was promised? Its title, as far as it is known (“Report on the Marlow Harbour fire”).",
    read: (answer) => textIn(answer, MAX_TITLE, "a title"),
  },
  by: {
    option: "--said-by",
    text: "Who promised it? (“Jane Doe, spokesperson”)",
    read: (answer) => textIn(answer, MAX_NAME, "a name"),
  },
  on: { option: "--on", text: "On which day did they say so? (2021-12-10)", read: dayIn },
  words: {
    option: "--phrase",
    text: "In which words? The sentence, or the few words that speak of time (“in the coming weeks”).",
    read: (answer) => textIn(answer, 600, "the words"),
  },
  latest: {
    option: "--latest",
    text: "By which day, at the latest, would the promise be kept? (2022-03-31)",
    read: dayIn,
  },
  link: {
    option: "--link",
    text: "Where is that reported? The address, or Enter for none.",
    read: (answer) => (answer === "" || answer === "none" ? undefined : addressIn(answer)),
  },
  site: {
    option: "--site",
    text: "On which page of the publisher’s would it appear? Its news, press releases or publications, or its front page.",
    read: addressIn,
  },
  short: {
    option: "--short",
    text: "What should messages call it, in a few words?",
    read: (answer) => textIn(answer, MAX_SHORT, "a name"),
  },
  publisher: {
    option: "--publisher",
    text: "What is the publisher called?",
    read: (answer) => textIn(answer, MAX_NAME, "a name"),
  },
  zone: {
    option: "--zone",
    text: "In which time zone does it count its days? (Europe/Zurich)",
    read: zoneIn,
  },
  hosts: {
    option: "--host",
    text: "Which hosts are the publisher’s? With spaces between: www.example.org files.example.org",
    read: hostsIn,
  },
  subject: {
    option: "--subject",
    text: "What is it about, and what kind of thing is it? Words that stand for one another with commas, groups with semicolons: Xinjiang, XUAR; report, assessment",
    read: groupsIn,
  },
  dates: {
    option: "--dates",
    text: "In which order does it write 03/04/2022? dmy (3 April), mdy (4 March) or ymd",
    read: (answer) => {
      const order = DATE_ORDERS.find((one) => one === answer.toLowerCase());
      if (!order) throw new UsageError(`“${answer.slice(0, 60)}” is not one of dmy, mdy, ymd`);
      return order;
    },
  },
  least: {
    option: "--words",
    text: "How many words has it at least?",
    read: countIn,
  },
  id: {
    option: "--id",
    text: "What should its file be called?",
    read: idIn,
  },
};

/** What no watch can do without, in the order in which it is asked. */
export const NEEDED = ["title", "by", "on", "words", "link", "site"] as const;

/** What the options say. @throws {UsageError} */
export function saidIn(options: AddOptions): Partial<Said> {
  const { title, saidBy, on, phrase, link, site, short, publisher, zone, host, source, subject, words, id } = options;
  const { earliest, likely, latest, html, dates } = options;
  if (!latest && (earliest || likely)) throw new UsageError("--earliest and --likely want --latest beside them");
  const texts = {
    title,
    by: saidBy,
    words: phrase ?? (latest && `by ${en.day(latest)}`),
    link,
    site,
    short,
    publisher,
    zone,
    subject,
    dates,
    least: words,
    id,
  };
  const read = Object.entries(texts).flatMap(([field, text]) =>
    text === undefined ? [] : [[field, WAYS[field as keyof typeof texts].read(text)]],
  );
  return {
    ...(Object.fromEntries(read) as Partial<Said>),
    ...(on ? { on } : {}),
    ...(latest ? { latest, likely, earliest } : {}),
    ...(host ? { hosts: host.flatMap(hostsIn) } : {}),
    ...(source ? { sources: source.map(addressIn) } : {}),
    ...(html === undefined ? {} : { html }),
  };
}

/** The options that are wanting. */
export function missingIn(said: Partial<Said>): string[] {
  return NEEDED.filter((field) => field !== "link" && said[field] === undefined).map((field) => WAYS[field].option);
}
