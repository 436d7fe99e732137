/** Where it would appear, as a part of the form: sources changed, paused, taken out, and one added that was looked at. */
import { html } from "hono/html";
import type { Plain } from "../../config/rewrite.ts";
import { addressIn } from "../../drafting/answers.ts";
import { sourceId } from "../../drafting/names.ts";
import { PlainError } from "../../language/plain-error.ts";
import { DATE_ORDERS } from "../../time/date-order.ts";
import { addSource, changeSource, type Edit } from "../../upkeep/edits.ts";
import { SOURCE_KINDS } from "../../watch/names.ts";
import { choiceField, textField, tick } from "../forms/controls.ts";
import type { Faults } from "../forms/faults.ts";
import type { Filled } from "../forms/filled.ts";
import type { Posted } from "../forms/posted.ts";
import type { Html } from "../layout.ts";
import type { FormWords } from "../words/forms/words.ts";
import { fact, LINE } from "./codecs.ts";
import { differing, listIn } from "./parts.ts";

const TEXTS = ["name", "kind", "url", "every", "dates"] as const;
type Shown = Record<(typeof TEXTS)[number], string>;

/** Those beyond stand in the watch's file. */
const MOST_SHOWN = 100;

export function kindChoices({ source }: FormWords): (readonly [kind: string, name: string])[] {
  return SOURCE_KINDS.map((kind) => [kind, source.kinds[kind]] as const);
}

export function sourceEdits(words: FormWords, standing: Plain, form: Posted, faults: Faults): Edit[] {
  const there = shownIn(standing);
  const changed = there.flatMap(({ id, source }): Edit[] => {
    if (form.has(`sources.${id}.out`)) return [changeSource(id, undefined)];
    const sent = sentIn(form, id);
    const { url, ...texts } = differing(TEXTS, sent, shownOf(source));
    const isPaused = form.has(`sources.${id}.paused`);
    const to = {
      ...texts,
      ...(url === undefined ? {} : { url: fact("url").read(url) }),
      ...(isPaused === (source.paused === true) ? {} : { paused: isPaused || undefined }),
    };
    return Object.keys(to).length > 0 ? [changeSource(id, to)] : [];
  });
  return [...changed, ...addedIn(words, standing, form, faults)];
}

/** The page that was looked at, where it is to be a source. */
function addedIn({ source }: FormWords, standing: Plain, form: Posted, faults: Faults): Edit[] {
  if (!form.has("look.add")) return [];
  const kind = form.line("look.kind");
  const name = form.line("look.name");
  try {
    const url = addressIn(form.line("look"));
    if (kind === "") throw new PlainError(source.lookFirst);
    const taken = listIn(standing, "sources").map(({ id }) => String(id));
    return [addSource({ id: sourceId(name, kind, new Set(taken)), name, kind, url })];
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    faults.add("look", error.message);
    return [];
  }
}

export function sourceControls(words: FormWords, standing: Plain, shown: Filled, faults: Faults): Html {
  const more = listIn(standing, "sources").length - MOST_SHOWN;
  const asks = words.source;
  const orders = DATE_ORDERS.map((order) => [order, asks.orders[order]] as const);
  return html`${shownIn(standing).map(({ id, source }) => {
    const before = shownOf(source);
    const of = (field: keyof Shown, label: string) => ({
      ...{ name: `sources.${id}.${field}`, label, value: shown.value(`sources.${id}.${field}`, before[field]) },
      faults: faults.at(`sources.${id}.${field}`),
    });
    const isPaused = shown.isTicked(`sources.${id}.paused`, source.paused === true);
    return html`<fieldset><legend>${before.name || id}</legend>
${textField(of("url", asks.address))}
<details><summary>${asks.more}</summary>${textField(of("name", asks.name))}${choiceField({ ...of("kind", asks.kind), choices: kindChoices(words) })}${textField({ ...of("every", asks.every.label), hint: asks.every.hint })}${choiceField({ ...of("dates", asks.dates), choices: [["", asks.asItsPages], ...orders] })}</details>
${tick({ name: `sources.${id}.paused`, label: asks.paused }, isPaused)}${tick({ name: `sources.${id}.out`, label: asks.takeOut }, shown.isTicked(`sources.${id}.out`, false))}</fieldset>`;
  })}${more > 0 ? html`<p>${asks.furtherInFile(more)}</p>` : ""}`;
}

function shownIn(standing: Plain): { id: string; source: Plain }[] {
  return listIn(standing, "sources")
    .slice(0, MOST_SHOWN)
    .map((source) => ({ id: String(source.id), source }));
}

function shownOf(source: Plain): Shown {
  const texts = TEXTS.map((field) => [field, LINE.show(source[field])]);
  return { ...(Object.fromEntries(texts) as Shown), url: fact("url").show(source.url) };
}

function sentIn(form: Posted, id: string): Shown {
  return Object.fromEntries(TEXTS.map((field) => [field, form.line(`sources.${id}.${field}`)])) as Shown;
}
