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
import type { Reader } from "../reader.ts";
import { fieldControls, htmlControl, KNOWN_BY, PROMISED } from "./fields.ts";
import { listIn } from "./parts.ts";
import { kindChoices, sourceControls } from "./sources.ts";
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
  const { reader } = visit;
  const words = reader.words.forms;
  const { buttons, changing, headings } = words;
  const fields = html`<section><h2>${headings.promise}</h2>${fieldControls(words, PROMISED, standing, shown, faults)}</section>
<section><h2>${headings.said}</h2>${statementControls(words, standing, shown, faults)}</section>
<section><h2>${headings.known}</h2>${fieldControls(words, KNOWN_BY, standing, shown, faults)}${htmlControl(words, standing, shown)}</section>
<section><h2>${headings.where}</h2>${sourceControls(words, standing, shown, faults)}</section>`;
  const beside = lookSection(reader, editing, action);
  const save = file
    ? html`${takeTheFile(reader, file)}<p class="buttons">${button(DO, DOWNLOAD, buttons.download)}${button(DO, "check", buttons.check, "quiet")}</p>`
    : html`${nameField(visit)}<p class="buttons">${button(DO, "save", buttons.save)}${button(DO, "check", buttons.check, "quiet")}<a href="/watches/${watch.id}">${buttons.leaveAsIs}</a></p>`;
  // Enter in a field presses the first button (HTML, "implicit submission"): it must be one that changes nothing.
  const first = html`<input type="hidden" name="${MARK}" value="${mark}"><button type="submit" name="${DO}" value="check" class="first" tabindex="-1" aria-hidden="true">${buttons.check}</button>`;
  const wrong = faults.none ? [] : [changing.wrong, ...faults.rest()];
  return layout({
    title: changing.title(watch.title),
    reader,
    here: "watches",
    isWide: true,
    body: html`<h1>${changing.title(watch.title)}</h1>${faultList([...reasons, ...wrong])}
${form(visit, action, html`${first}<div class="columns"><div>${fields}</div><div class="beside">${beside}</div></div><section class="save">${save}</section>`)}`,
  });
}

/** What a page would mean for the watch as the form has it; and the page as a source of it. */
function lookSection(reader: Reader, { shown, faults, seen, watch, standing }: Editing, action: string): Html {
  const { buttons, changing, source } = reader.words.forms;
  const choices = kindChoices(reader.words.forms);
  const look = {
    ...{ name: "look", label: source.address, value: shown.value("look", "") },
    hint: changing.lookHint,
    faults: faults.at("look"),
  };
  const kind = seen?.preview.kind;
  const isKnown = listIn(standing, "sources").some(({ url }) => url === seen?.preview.url);
  const asSource =
    seen && kind && !seen.preview.problem && !isKnown
      ? html`${tick({ name: "look.add", label: changing.addAsSource }, shown.isTicked("look.add", false))}
${textField({ name: "look.name", label: source.name, value: shown.value("look.name", ""), most: 60 })}${choiceField({ name: "look.kind", label: source.kind, value: kind, choices })}`
      : "";
  const notJudged = seen && !seen.isJudged ? html`<p class="gaps">${changing.notJudged}</p>` : "";
  return html`<section id="look"><h2>${changing.look}</h2>
${textField({ ...look, type: "url" })}<p class="buttons"><button type="submit" name="${DO}" value="look" formaction="${action}#look" class="quiet">${buttons.lookAt}</button></p>
${seen ? html`${asSource}${notJudged}${previewView(reader, seen.preview)}` : html`<p class="small">${changing.lookFor(watch.title)}</p>`}</section>`;
}

/** Somebody else changed it meanwhile: what stands now, and what this form would have made of what stood before. */
export function outdatedPage(reader: Reader, id: string, now: string, theirs: string | undefined): Html {
  const { care, forms } = reader.words;
  const { meanwhile } = forms.changing;
  return layout({
    title: meanwhile.title,
    reader,
    here: "watches",
    body: html`<h1>${meanwhile.heading}</h1>
${theirs === undefined ? html`<p>${meanwhile.unknown}</p>` : html`<p>${meanwhile.against} <del>${meanwhile.now}</del> <ins>${meanwhile.yours}</ins></p>${textDiff(reader, now, theirs)}`}
<p><a href="/watches/${id}/edit">${meanwhile.changeNow}</a> · <a href="/watches/${id}/versions">${care.versions}</a></p>`,
  });
}
