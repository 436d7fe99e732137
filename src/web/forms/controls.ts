/** The pieces that forms are made of: each control with its name, what it asks for, and what is wrong with what was given. */
import { html } from "hono/html";
import type { Html } from "../layout.ts";
import { NAME_FIELD, TOKEN, type Visit } from "./shield.ts";

/** Characters of a line. */
const MOST_TYPED = 20_000;

interface Shown {
  name: string;
  label: string;
  value?: string | undefined;
  /** A sentence beneath. */
  hint?: Html | string | undefined;
  faults?: readonly string[] | undefined;
}

/** @param action the address it is sent to */
export function form(visit: Visit, action: string, body: Html, kind = "plain"): Html {
  return html`<form method="post" action="${action}" class="form ${kind}" novalidate><input type="hidden" name="${TOKEN}" value="${visit.token(action)}">${body}</form>`;
}

/** Asks who it is, where nobody vouches for it. Several forms of a page ask, each under an id of its own. */
export function nameField({ reader, name: vouched, typed }: Visit, id: string = NAME_FIELD): Html | "" {
  if (vouched !== undefined) return "";
  const { name, nameHint } = reader.words.care;
  return html`<p class="field"><label for="${id}">${name}</label><input id="${id}" name="${NAME_FIELD}" maxlength="60" dir="auto" autocomplete="name" value="${typed}"><span class="hint">${nameHint}</span></p>`;
}

export function textField(shown: Shown & { type?: "text" | "date" | "url" | "number"; most?: number }): Html {
  const { name, value = "", type = "text", most = MOST_TYPED } = shown;
  // What is typed runs as it is written, whichever way the page does.
  const direction = type === "url" ? "ltr" : "auto";
  return field(
    shown,
    html`<input id="${name}" name="${name}" type="${type}" dir="${direction}" value="${value}" maxlength="${most}" ${described(shown)}>`,
  );
}

export function areaField(shown: Shown & { rows?: number }): Html {
  const { name, value = "", rows = 3 } = shown;
  // A first line break of a text area is no part of it (HTML, "the textarea element").
  return field(
    shown,
    html`<textarea id="${name}" name="${name}" dir="auto" rows="${rows}" ${described(shown)}>${`\n${value}`}</textarea>`,
  );
}

export function choiceField(shown: Shown & { choices: readonly (readonly [value: string, text: string])[] }): Html {
  const { name, value = "", choices } = shown;
  const options = choices.map(([one, text]) =>
    one === value
      ? html`<option value="${one}" selected>${text}</option>`
      : html`<option value="${one}">${text}</option>`,
  );
  return field(shown, html`<select id="${name}" name="${name}" ${described(shown)}>${options}</select>`);
}

export function tick({ name, label, value = "yes" }: Shown, isTicked: boolean): Html {
  const id = `${name}-${value}`;
  return html`<p class="tick"><input type="checkbox" id="${id}" name="${name}" value="${value}"${isTicked ? html` checked` : ""}><label for="${id}">${label}</label></p>`;
}

export function button(name: string, value: string, text: string, kind = ""): Html {
  return html`<button type="submit" name="${name}" value="${value}" class="${kind}">${text}</button>`;
}

/** Something that is asked once more: it opens, and only what is in it acts. */
export function askedAgain(summary: string, body: Html): Html {
  return html`<details class="asked"><summary>${summary}</summary>${body}</details>`;
}

export function faultList(faults: readonly string[]): Html | "" {
  return faults.length === 0
    ? ""
    : html`<div role="alert"><ul class="gaps faults">${faults.map((fault) => html`<li>${fault}</li>`)}</ul></div>`;
}

function field({ name, label, hint, faults = [] }: Shown, control: Html): Html {
  return html`<p class="field${faults.length > 0 ? " wrong" : ""}"><label for="${name}">${label}</label>${control}${hint ? html`<span class="hint" id="${name}-hint">${hint}</span>` : ""}${faults.length > 0 ? html`<span class="fault" id="${name}-fault">${faults.join(" ")}</span>` : ""}</p>`;
}

function described({ name, hint, faults = [] }: Shown): Html | "" {
  const by = [...(hint ? [`${name}-hint`] : []), ...(faults.length > 0 ? [`${name}-fault`] : [])].join(" ");
  return by === "" ? "" : html`aria-describedby="${by}"${faults.length > 0 ? html` aria-invalid="true"` : ""}`;
}
