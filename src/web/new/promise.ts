/** The words that a person has: what was promised, by whom, when, in which words, and where it would appear. */
import { html } from "hono/html";
import { horizonSaid, whenSaidToBe } from "../../drafting/draft-said.ts";
import { whenSaid } from "../../drafting/said-when.ts";
import { isCivilDate } from "../../time/civil-date.ts";
import { textField } from "../forms/controls.ts";
import type { Faults } from "../forms/faults.ts";
import type { Filled } from "../forms/filled.ts";
import type { Html } from "../layout.ts";

type Name = "title" | "by" | "on" | "words" | "link" | "site" | "latest" | "likely" | "earliest" | "reading";
/** As it was said before. */
export type Words = Partial<Record<Name, string>>;

export function promiseFields(before: Words, shown: Filled, faults: Faults): Html {
  const of = (name: Name, label: string, hint?: string) => ({
    ...{ name, label, hint, value: shown.value(name, before[name] ?? "") },
    faults: faults.at(name),
  });
  const words = of(
    "words",
    "In which words?",
    "The sentence, or the few words that speak of time: “in the coming weeks”.",
  );
  const on = of("on", "On which day did they say so?");
  const [earliest, likely, latest] = [
    of("earliest", "Earliest"),
    of("likely", "Most likely"),
    of("latest", "At the latest"),
  ];
  const areDaysOpen = [earliest, likely, latest].some(({ value, faults: wrong }) => value !== "" || wrong.length > 0);
  return html`${textField(of("title", "What was promised?", "Its title, as far as it is known: “Report on the harbour fire”."))}
${textField(of("by", "Who promised it?", "Such as “Jane Doe, spokesperson”."))}
${textField({ ...on, type: "date" })}
${textField({ ...words, most: 600 })}
${whenRead(words.value, on.value, shown.value("reading", before.reading ?? ""))}
<details${areDaysOpen || words.faults.length > 0 ? html` open` : ""}><summary>The days, where the words do not say them</summary><div class="days">${[earliest, likely, latest].map((day) => textField({ ...day, type: "date" }))}</div></details>
${textField({ ...of("link", "Where is that reported?", "The address. May be left empty."), type: "url" })}
${textField({ ...of("site", "On which page of the publisher’s would it appear?", "Its news, press releases or publications; or its front page."), type: "url" })}`;
}

/** The days that the words are read as; of several readings, one is chosen. */
function whenRead(words: string, on: string, chosen: string): Html | "" {
  if (words === "" || !isCivilDate(on)) return "";
  const when = whenSaid(words, on);
  const readings = when.kind === "read" ? when.readings : [];
  const isSure = readings.length === 1 && readings[0]?.isSure === true;
  const said = html`<p class="hint">${whenSaidToBe(when, on)}</p>`;
  if (isSure || readings.length === 0) return said;
  return html`<fieldset><legend>Which of these is meant?</legend>${said}${readings.map(
    ({ phrase, horizon }, number) =>
      html`<p class="tick"><input type="radio" name="reading" id="reading-${number}" value="${number}"${chosen === String(number) ? html` checked` : ""}><label for="reading-${number}">“${phrase}”: ${horizonSaid(horizon)}</label></p>`,
  )}</fieldset>`;
}
