/** The form in which a watch is changed, with what a page would mean for it beside. */
import { html } from "hono/html";
import type { Plain } from "../../config/rewrite.ts";
import type { Preview } from "../../drafting/preview.ts";
import type { Watch } from "../../watch/watch.ts";
import { textDiff } from "../evidence/diff.ts";
import { button, choiceField, faultList, form, nameField, textField, tick } from "../forms/controls.ts";
import type { Faults } from "../forms/faults.ts";
import type { Filled } from "../forms/filled.ts";
import { DO, DOWNLOAD, takeTheFile } from "../forms/outcome.ts";
import type { Visit } from "../forms/shield.ts";
import { type Html, layout } from "../layout.ts";
import { previewView } from "../preview-view.ts";
import { ENGLISH } from "../reader.ts";
import { fieldControls, htmlControl, KNOWN_BY, PROMISED } from "./fields.ts";
import { listIn } from "./parts.ts";
import { KIND_CHOICES, sourceControls } from "./sources.ts";
import { statementControls } from "./statements.ts";

export interface Editing {
  watch: Pick<Watch, "id" | "title">;
  /** What its text says, and the mark of that text. */
  standing: Plain;
  mark: string;
  shown: Filled;
  faults: Faults;
  /** What is wrong besides. */
  reasons?: readonly string[];
  /** The file, where it cannot be written here. */
  file?: string | undefined;
  seen?: { preview: Preview; isJudged: boolean } | undefined;
}

export const MARK = "mark";

export function editPage(visit: Visit, editing: Editing): Html {
  const { watch, standing, mark, shown, faults, file, reasons = [] } = editing;
  const action = `/watches/${watch.id}/edit`;
  const fields = html`<section><h2>The promise</h2>${fieldControls(PROMISED, standing, shown, faults)}</section>
<section><h2>What was said</h2>${statementControls(standing, shown, faults)}</section>
<section><h2>By what it is known</h2>${fieldControls(KNOWN_BY, standing, shown, faults)}${htmlControl(standing, shown)}</section>
<section><h2>Where it would appear</h2>${sourceControls(standing, shown, faults)}</section>`;
  const beside = lookSection(editing, action);
  const save = file
    ? html`${takeTheFile(file)}<p class="buttons">${button(DO, DOWNLOAD, "Download the file")}${button(DO, "check", "Look it through", "quiet")}</p>`
    : html`${nameField(visit)}<p class="buttons">${button(DO, "save", "Save")}${button(DO, "check", "Look it through", "quiet")}<a href="/watches/${watch.id}">Leave it as it is</a></p>`;
  // Enter in a field presses the first button (HTML, "implicit submission"): it must be one that changes nothing.
  const first = html`<input type="hidden" name="${MARK}" value="${mark}"><button type="submit" name="${DO}" value="check" class="first" tabindex="-1" aria-hidden="true">Look it through</button>`;
  const wrong = faults.none ? [] : ["Something is not right yet; it stands beside its field.", ...faults.rest()];
  return layout({
    title: `Change ${watch.title}`,
    here: "watches",
    isWide: true,
    body: html`<h1>Change: ${watch.title}</h1>${faultList([...reasons, ...wrong])}
${form(visit, action, html`${first}<div class="columns"><div>${fields}</div><div class="beside">${beside}</div></div><section class="save">${save}</section>`)}`,
  });
}

/** What a page would mean for the watch as the form has it; and the page as a source of it. */
function lookSection({ shown, faults, seen, watch, standing }: Editing, action: string): Html {
  const look = {
    ...{ name: "look", label: "Address", value: shown.value("look", "") },
    hint: "Looked at once, politely. Nothing of it is kept.",
    faults: faults.at("look"),
  };
  const kind = seen?.preview.kind;
  const isKnown = listIn(standing, "sources").some(({ url }) => url === seen?.preview.url);
  const asSource =
    seen && kind && !seen.preview.problem && !isKnown
      ? html`${tick({ name: "look.add", label: "Add it as a source" }, shown.isTicked("look.add", false))}
${textField({ name: "look.name", label: "What messages call it", value: shown.value("look.name", ""), most: 60 })}${choiceField({ name: "look.kind", label: "Read as", value: kind, choices: KIND_CHOICES })}`
      : "";
  const notJudged =
    seen && !seen.isJudged ? html`<p class="gaps">What it would mean can be said once the form is right.</p>` : "";
  return html`<section id="look"><h2>What would a page mean?</h2>
${textField({ ...look, type: "url" })}<p class="buttons"><button type="submit" name="${DO}" value="look" formaction="${action}#look" class="quiet">Look at it</button></p>
${seen ? html`${asSource}${notJudged}${previewView(seen.preview)}` : html`<p class="small">For “${watch.title}”, as the form has it now.</p>`}</section>`;
}

/** Somebody else changed it meanwhile: what stands now, and what this form would have made of what stood before. */
export function outdatedPage(id: string, now: string, theirs: string | undefined): Html {
  return layout({
    title: "Changed meanwhile",
    here: "watches",
    body: html`<h1>Not saved: it was changed by somebody else meanwhile</h1>
${theirs === undefined ? html`<p>The text that your form was made of is not known any more.</p>` : html`<p>What stands now, against what your form says: <del>now</del>, <ins>yours</ins>.</p>${textDiff(ENGLISH, now, theirs)}`}
<p><a href="/watches/${id}/edit">Change what stands now</a> · <a href="/watches/${id}/versions">Who changed what</a></p>`,
  });
}
