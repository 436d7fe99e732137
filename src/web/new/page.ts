/** The pages on which another promise comes to be watched: the words for it, what is looked at, and what is proposed. */
import { html } from "hono/html";
import { button, faultList, form, nameField } from "../forms/controls.ts";
import type { Faults } from "../forms/faults.ts";
import type { Filled } from "../forms/filled.ts";
import { DO, DOWNLOAD, takeTheFile } from "../forms/outcome.ts";
import type { Visit } from "../forms/shield.ts";
import { type Html, layout, outside, quoted } from "../layout.ts";
import { problemIn } from "../preview-view.ts";
import type { Reader } from "../reader.ts";
import type { Drafting, Looked } from "./drafts.ts";
import { promiseFields, type Words } from "./promise.ts";
import { proposalFields, sourcesProposed } from "./proposal.ts";

export const NEW_PAGE = "/watches/new";

/** @param mayWrite whether its file can be written here in the end */
export function newPage(visit: Visit, shown: Filled, faults: Faults, mayWrite: boolean): Html {
  const { reader } = visit;
  const { front, forms } = reader.words;
  const { adding, buttons } = forms;
  const fields = html`${promiseFields(reader, {}, shown, faults)}
<p class="buttons">${button(DO, "look", buttons.lookAround)}<a href="/">${buttons.leave}</a></p>
<p class="small">${adding.politely}${mayWrite ? "" : ` ${adding.youGetTheFile}`}</p>`;
  return layout({
    title: front.another,
    reader,
    here: "watches",
    body: html`<h1>${front.another}</h1>${faultList(faults.rest())}${form(visit, NEW_PAGE, fields)}`,
  });
}

/** While it is looked at. */
export function underWayPage(visit: Visit, { id, said, looked }: Drafting): Html {
  const { reader } = visit;
  const { front, forms } = reader.words;
  const leave = form(visit, `${NEW_PAGE}/${id}`, button(DO, "leave", forms.buttons.leave, "quiet"));
  return layout({
    title: front.another,
    reader,
    here: "watches",
    isUnderWay: true,
    body: html`<h1>${quoted(said.title)}</h1><p>${outside(said.site)}</p><p role="status">${forms.adding.underWay}</p>${lookedList(reader, looked)}${leave}`,
  });
}

function lookedList(reader: Reader, looked: readonly Looked[]): Html {
  const { preview, source } = reader.words.forms;
  const { found } = reader.says.talk.upkeep.proposal;
  const seen = ({ problem, kind, items }: Looked) =>
    problem
      ? [problemIn(reader, problem)]
      : [...(kind ? [source.kinds[kind]] : []), ...(items > 0 ? [preview.items(items)] : [])];
  return html`<ul class="looks">${looked.map((one) => html`<li>${[found[one.because], ...seen(one)].join(" · ")}<br><span class="small">${outside(one.url)}</span></li>`)}</ul>`;
}

export interface Proposing {
  drafting: Drafting;
  shown: Filled;
  faults: Faults;
  reasons?: readonly string[];
  /** The file, where it cannot be written here. */
  file?: string | undefined;
}

/** What is proposed: every part can be said otherwise, and looked at again. */
export function proposalPage(visit: Visit, { drafting, shown, faults, reasons = [], file }: Proposing): Html {
  const { id, said, made, failed } = drafting;
  const before: Words = { ...wordsOf(said) };
  const { reader } = visit;
  const { front, forms } = reader.words;
  const { adding, buttons, headings } = forms;
  const fields = html`<section><h2>${headings.promise}</h2>${promiseFields(reader, before, shown, faults)}</section>
${made ? html`<section><h2>${headings.proposed}</h2>${proposalFields(reader, made, said, shown, faults)}</section>` : ""}`;
  const beside = made ? sourcesProposed(reader, made, said, shown, faults) : "";
  const isGood = made !== undefined && made.draft.refusals.length === 0;
  const write = file ? button(DO, DOWNLOAD, buttons.download) : button(DO, "write", buttons.write);
  const how = file ? takeTheFile(reader, file) : nameField(visit);
  const end = html`${isGood ? how : html`<p>${adding.notYet}</p>`}<p class="buttons">${isGood ? write : ""}${button(DO, "look", buttons.lookAgain, "quiet")}${button(DO, "leave", buttons.leave, "quiet")}</p>`;
  // Enter in a field presses the first button: it must be one that writes nothing.
  const first = html`<button type="submit" name="${DO}" value="look" class="first" tabindex="-1" aria-hidden="true">${buttons.lookAgain}</button>`;
  const wrong = [...(failed ? [failed] : []), ...reasons, ...faults.rest()];
  return layout({
    title: front.another,
    reader,
    here: "watches",
    isWide: true,
    body: html`<h1>${quoted(said.title)}</h1>${faultList(wrong)}
${form(visit, `${NEW_PAGE}/${id}`, html`${first}<div class="columns"><div>${fields}</div><div class="beside">${beside}</div></div><section class="save">${end}</section>`)}`,
  });
}

function wordsOf({ title, by, on, words, link, site, latest, likely, earliest, reading }: Drafting["said"]): Words {
  const all = { title, by, on, words, link, site, latest, likely, earliest, reading };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}
