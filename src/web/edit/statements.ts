/** What was said on timing, as a part of the form: changed, taken out, added, and read aloud as days. */
import { html } from "hono/html";
import { readPhrase } from "../../commitment/lexicon/lexicon.ts";
import type { Plain } from "../../config/rewrite.ts";
import { givenDays } from "../../drafting/promised.ts";
import { whenSaid } from "../../drafting/said-when.ts";
import { isCivilDate } from "../../time/civil-date.ts";
import { addStatement, changeStatement, type Edit } from "../../upkeep/edits.ts";
import { BEARINGS } from "../../watch/names.ts";
import { choiceField, textField, tick } from "../forms/controls.ts";
import type { Faults } from "../forms/faults.ts";
import type { Filled } from "../forms/filled.ts";
import type { Posted } from "../forms/posted.ts";
import type { Html } from "../layout.ts";
import type { FormWords } from "../words/forms/words.ts";
import { LINE } from "./codecs.ts";
import { differing, listIn, NEW } from "./parts.ts";

const SAID = ["on", "by", "phrase", "bearing", "link"] as const;
const DAYS = ["earliest", "likely", "latest"] as const;
type Shown = Record<(typeof SAID)[number] | (typeof DAYS)[number], string>;

export function statementEdits(standing: Plain, form: Posted): Edit[] {
  const there = listIn(standing, "statements");
  const isOut = (number: number) => form.has(`statements.${number}.out`);
  const changed = there.flatMap((statement, number) => {
    const sent = sentIn(form, String(number));
    const before = shownOf(statement);
    const said = differing(SAID, sent, before);
    const areDaysOther = Object.keys(differing(DAYS, sent, before)).length > 0;
    const to = { ...said, ...(areDaysOther ? { horizon: horizonIn(sent) } : {}) };
    return isOut(number) || Object.keys(to).length === 0 ? [] : [changeStatement(number, to)];
  });
  // From the last on: each is still the number that it was.
  const out = there.flatMap((_, number) => (isOut(number) ? [changeStatement(number, undefined)] : [])).reverse();
  const { earliest, likely, latest, bearing, ...added } = sentIn(form, NEW);
  const isAdded = Object.values(added).some((text) => text !== "");
  const said = { ...added, ...(bearing === "promise" ? {} : { bearing }) };
  const horizon = horizonIn({ ...added, bearing, earliest, likely, latest });
  return [...changed, ...out, ...(isAdded ? [addStatement({ ...said, horizon })] : [])];
}

export function statementControls(words: FormWords, standing: Plain, shown: Filled, faults: Faults): Html {
  const { promise, statement: asks } = words;
  const there = listIn(standing, "statements");
  const days = listIn(standing, "days") as { on: string; names: string[] }[];
  const fieldset = (key: string, before: Shown, legend: string) => {
    const name = (field: keyof Shown) => `statements.${key}.${field}`;
    const of = (field: keyof Shown, label: string) => ({
      ...{ name: name(field), label, value: shown.value(name(field), before[field]) },
      faults: faults.at(name(field)),
    });
    const now = Object.fromEntries([...SAID, ...DAYS].map((field) => [field, of(field, "").value])) as Shown;
    // What is said of the days as a whole stands at the last of them.
    const ofDays = faults.at(`statements.${key}.horizon`);
    const latest = of("latest", promise.latest.label);
    return html`<fieldset><legend>${legend}</legend>
<div class="days">${textField({ ...of("on", asks.on), type: "date" })}${textField(of("by", asks.by))}</div>
${textField({ ...of("phrase", asks.phrase), hint: readAloud(words, now, days), most: 600 })}
${choiceField({ ...of("bearing", asks.bearing), choices: BEARINGS.map((one) => [one, asks.bearings[one]]) })}
${textField({ ...of("link", asks.link), type: "url" })}
<details${ofDays.length > 0 || now.latest || now.earliest || now.likely ? html` open` : ""}><summary>${promise.days}</summary><div class="days">${textField({ ...of("earliest", promise.earliest.label), type: "date" })}${textField({ ...of("likely", promise.likely.label), type: "date" })}${textField({ ...latest, faults: [...latest.faults, ...ofDays], type: "date" })}</div></details>
${key === NEW ? "" : tick({ name: `statements.${key}.out`, label: asks.takeOut }, shown.isTicked(`statements.${key}.out`, false))}</fieldset>`;
  };
  const isAdding = SAID.some((field) => field !== "bearing" && shown.value(`statements.${NEW}.${field}`, "") !== "");
  const isWrong = faults.at(`statements.${NEW}`).length > 0;
  return html`${there.map((statement, number) => fieldset(String(number), shownOf(statement), asks.said(number + 1)))}
<details${isAdding || isWrong ? html` open` : ""}><summary>${asks.add}</summary>${fieldset(NEW, shownOf({}), asks.since)}</details>`;
}

function shownOf(statement: Plain): Shown {
  const horizon = (statement.horizon ?? {}) as Plain;
  const said = SAID.map((field) => [field, LINE.show(statement[field])]);
  const days = DAYS.map((field) => [field, LINE.show(horizon[field])]);
  return { ...(Object.fromEntries([...said, ...days]) as Shown), bearing: LINE.show(statement.bearing ?? "promise") };
}

function sentIn(form: Posted, key: string): Shown {
  const fields = [...SAID, ...DAYS].map((field) => [field, form.line(`statements.${key}.${field}`)]);
  const sent = Object.fromEntries(fields) as Shown;
  return { ...sent, link: sent.link === "" || /^https?:/i.test(sent.link) ? sent.link : `https://${sent.link}` };
}

function horizonIn({ on, earliest, likely, latest }: Shown): Plain | undefined {
  if (earliest === "" && likely === "" && latest === "") return undefined;
  return { ...givenDays({ on, earliest: earliest || undefined, likely: likely || undefined }, latest) };
}

/** The days that words mean; where only a part of them is understood, which. */
function readAloud(
  { promise, statement }: FormWords,
  { on, phrase, bearing, latest }: Shown,
  days: readonly { on: string; names: string[] }[],
): string {
  if (phrase === "" || !isCivilDate(on) || bearing !== "promise" || latest !== "") return statement.phraseHint;
  const read = readPhrase(phrase, on, days);
  if (read) return statement.readAs(promise.horizon(read), read.basis);
  const when = whenSaid(phrase, on);
  const parts = when.kind === "read" ? when.readings : [];
  if (parts.length === 0) return statement.unread;
  return statement.partly(parts.map((part) => statement.part(part.phrase, promise.horizon(part.horizon))));
}
