/** The pages on which another promise comes to be watched: the words for it, what is looked at, and what is proposed. */
import { html } from "hono/html";
import { button, faultList, form, nameField } from "../forms/controls.ts";
import type { Faults } from "../forms/faults.ts";
import type { Filled } from "../forms/filled.ts";
import { DO, DOWNLOAD, takeTheFile } from "../forms/outcome.ts";
import type { Visit } from "../forms/shield.ts";
import { type Html, layout, outside } from "../layout.ts";
import type { Drafting } from "./drafts.ts";
import { promiseFields, type Words } from "./promise.ts";
import { proposalFields, sourcesProposed } from "./proposal.ts";

export const NEW_PAGE = "/watches/new";
const TITLE = "Watch another promise";

/** @param mayWrite whether its file can be written here in the end */
export function newPage(visit: Visit, shown: Filled, faults: Faults, mayWrite: boolean): Html {
  const fields = html`${promiseFields({}, shown, faults)}
<p class="buttons">${button(DO, "look", "Look around")}<a href="/">Leave it</a></p>
<p class="small">The site is looked at politely, which may take a minute. Nothing is watched before you say so.${mayWrite ? "" : " The watches cannot be written here: you get the file, to put it in its place."}</p>`;
  return layout({
    title: TITLE,
    here: "watches",
    body: html`<h1>${TITLE}</h1>${faultList(faults.rest())}${form(visit, NEW_PAGE, fields)}`,
  });
}

/** While it is looked at. */
export function underWayPage(visit: Visit, { id, said, looked }: Drafting): Html {
  const leave = form(visit, `${NEW_PAGE}/${id}`, button(DO, "leave", "Leave it", "quiet"));
  return layout({
    title: TITLE,
    here: "watches",
    isUnderWay: true,
    body: html`<h1>${said.title}</h1><p role="status">Looking around at ${outside(said.site)}, politely. This may take a minute.</p>${lookedList(looked)}${leave}`,
  });
}

function lookedList(looked: Drafting["looked"]): Html {
  return html`<ul class="looks">${looked.map(({ url, says }) => html`<li>${says}<br><span class="small">${outside(url)}</span></li>`)}</ul>`;
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
  const fields = html`<section><h2>The promise</h2>${promiseFields(before, shown, faults)}</section>
${made ? html`<section><h2>What is proposed</h2>${proposalFields(made, said, shown, faults)}</section>` : ""}`;
  const beside = made ? sourcesProposed(made, said, shown, faults) : "";
  const isGood = made !== undefined && made.draft.refusals.length === 0;
  const write = file ? button(DO, DOWNLOAD, "Download the file") : button(DO, "write", "Write it");
  const how = file ? takeTheFile(file) : nameField(visit);
  const end = html`${isGood ? how : html`<p>It cannot be written yet.</p>`}<p class="buttons">${isGood ? write : ""}${button(DO, "look", "Look again", "quiet")}${button(DO, "leave", "Leave it", "quiet")}</p>`;
  // Enter in a field presses the first button: it must be one that writes nothing.
  const first = html`<button type="submit" name="${DO}" value="look" class="first" tabindex="-1" aria-hidden="true">Look again</button>`;
  const wrong = [...(failed ? [failed] : []), ...reasons, ...faults.rest()];
  return layout({
    title: TITLE,
    here: "watches",
    isWide: true,
    body: html`<h1>${said.title}</h1>${faultList(wrong)}
${form(visit, `${NEW_PAGE}/${id}`, html`${first}<div class="columns"><div>${fields}</div><div class="beside">${beside}</div></div><section class="save">${end}</section>`)}`,
  });
}

function wordsOf({ title, by, on, words, link, site, latest, likely, earliest, reading }: Drafting["said"]): Words {
  const all = { title, by, on, words, link, site, latest, likely, earliest, reading };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
}
