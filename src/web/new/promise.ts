/** The words that a person has: what was promised, by whom, when, in which words, and where it would appear. */
import { html } from "hono/html";
import { type When, whenSaid } from "../../drafting/said-when.ts";
import { type CivilDate, isCivilDate } from "../../time/civil-date.ts";
import { textField } from "../forms/controls.ts";
import type { Faults } from "../forms/faults.ts";
import type { Filled } from "../forms/filled.ts";
import type { Html } from "../layout.ts";
import type { Reader } from "../reader.ts";

type Name = "title" | "by" | "on" | "words" | "link" | "site" | "latest" | "likely" | "earliest" | "reading";
/** As it was said before. */
export type Words = Partial<Record<Name, string>>;

export function promiseFields(reader: Reader, before: Words, shown: Filled, faults: Faults): Html {
  const asks = reader.words.forms.promise;
  const of = (name: Exclude<Name, "reading">) => ({
    ...{ name, ...asks[name], value: shown.value(name, before[name] ?? "") },
    faults: faults.at(name),
  });
  const words = of("words");
  const on = of("on");
  const [earliest, likely, latest] = [of("earliest"), of("likely"), of("latest")];
  const areDaysOpen = [earliest, likely, latest].some(({ value, faults: wrong }) => value !== "" || wrong.length > 0);
  return html`${textField(of("title"))}
${textField(of("by"))}
${textField({ ...on, type: "date" })}
${textField({ ...words, most: 600 })}
${whenRead(reader, words.value, on.value, shown.value("reading", before.reading ?? ""))}
<details${areDaysOpen || words.faults.length > 0 ? html` open` : ""}><summary>${asks.days}</summary><div class="days">${[earliest, likely, latest].map((day) => textField({ ...day, type: "date" }))}</div></details>
${textField({ ...of("link"), type: "url" })}
${textField({ ...of("site"), type: "url" })}`;
}

/** The days that the words are read as; of several readings, one is chosen. */
function whenRead(reader: Reader, words: string, on: string, chosen: string): Html | "" {
  if (words === "" || !isCivilDate(on)) return "";
  const { promise, statement } = reader.words.forms;
  const when = whenSaid(words, on);
  const readings = when.kind === "read" ? when.readings : [];
  const isSure = readings.length === 1 && readings[0]?.isSure === true;
  const said = html`<p class="hint">${whenSaidToBe(reader, when, on)}</p>`;
  if (isSure || readings.length === 0) return said;
  return html`<fieldset><legend>${promise.which}</legend>${said}${readings.map(
    ({ phrase, horizon }, number) =>
      html`<p class="tick"><input type="radio" name="reading" id="reading-${number}" value="${number}"${chosen === String(number) ? html` checked` : ""}><label for="reading-${number}">${statement.part(phrase, promise.horizon(horizon))}</label></p>`,
  )}</fieldset>`;
}

/** What words on timing were read as. */
function whenSaidToBe({ words: { forms }, says }: Reader, when: When, on: CivilDate): string {
  const { promise, statement } = forms;
  switch (when.kind) {
    case "read": {
      const [only, ...others] = when.readings;
      if (only && others.length === 0 && only.isSure)
        return promise.read(only.phrase, says.day(on), promise.horizon(only.horizon));
      return statement.partly([]);
    }
    case "not-yet":
      return promise.notYet(when.phrase);
    case "unknown":
      return promise.unread;
  }
}
