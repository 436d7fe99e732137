/** The fields of a watch that stand for themselves, each as a control of a form. A control is called by the way to its field. */
import { html } from "hono/html";
import { valueAt } from "../../config/plain-watch.ts";
import type { Plain } from "../../config/rewrite.ts";
import { type Edit, setFields } from "../../upkeep/edits.ts";
import { areaField, textField, tick } from "../forms/controls.ts";
import type { Faults } from "../forms/faults.ts";
import type { Filled } from "../forms/filled.ts";
import type { Posted } from "../forms/posted.ts";
import type { Html } from "../layout.ts";
import type { FieldName, FormWords } from "../words/forms/words.ts";
import { type Codec, facts, GROUPS, LINE, NUMBER, SHORT, WORDS } from "./codecs.ts";

interface Field {
  name: FieldName;
  codec: Codec;
  /** Of a field of several lines. */
  rows?: number;
}

/** What was promised, and by whom. */
export const PROMISED: readonly Field[] = [
  { name: "title", codec: LINE },
  { name: "short", codec: SHORT, rows: 2 },
  { name: "publisher.name", codec: LINE },
  { name: "publisher.zone", codec: LINE },
  { name: "publisher.hosts", codec: facts("host"), rows: 3 },
  { name: "publisher.files", codec: facts("host"), rows: 2 },
  { name: "publisher.sisters", codec: facts("host"), rows: 2 },
];

/** By what it is known. */
export const KNOWN_BY: readonly Field[] = [
  { name: "evidence.titles", codec: facts("title"), rows: 3 },
  { name: "evidence.subject", codec: GROUPS, rows: 3 },
  { name: "evidence.topic", codec: WORDS },
  { name: "evidence.spellings", codec: GROUPS, rows: 2 },
  { name: "evidence.words", codec: NUMBER },
];

const HTML = "evidence.html";

/** A sentence about a watch’s file, with the names that its fields have in the form. */
export function inFormWords({ fields }: FormWords, says: string): string {
  return [...PROMISED, ...KNOWN_BY]
    .filter(({ name }) => name.includes("."))
    .reduce((sentence, { name }) => sentence.replaceAll(name, `“${fields[name].label}”`), says);
}

/** What is different from how it stands. */
export function fieldEdits(standing: Plain, form: Posted): Edit[] {
  const changed = [...PROMISED, ...KNOWN_BY].flatMap(({ name, codec, rows }) => {
    const sent = rows ? form.text(name).trim() : form.line(name);
    return sent === shownIn(standing, name, codec) ? [] : [[name, codec.read(sent)] as const];
  });
  const isHtml = form.has(HTML);
  const wasHtml = valueAt(standing, HTML.split(".")) === true;
  return [
    setFields({ ...Object.fromEntries(changed), ...(isHtml === wasHtml ? {} : { [HTML]: isHtml || undefined }) }),
  ];
}

export function fieldControls(
  words: FormWords,
  fields: readonly Field[],
  standing: Plain,
  shown: Filled,
  faults: Faults,
): Html[] {
  return fields.map(({ name, codec, rows }) => {
    const value = shown.value(name, shownIn(standing, name, codec));
    const control = { name, ...words.fields[name], value, faults: faults.at(name) };
    return rows ? areaField({ ...control, rows: linesShown(value, rows) }) : textField(control);
  });
}

export function htmlControl(words: FormWords, standing: Plain, shown: Filled): Html {
  const isTicked = shown.isTicked(HTML, valueAt(standing, HTML.split(".")) === true);
  return html`${tick({ name: HTML, label: words.officeOfPages }, isTicked)}`;
}

const MOST_ROWS = 12;

function linesShown(value: string, least: number): number {
  return Math.min(MOST_ROWS, Math.max(least, value.split("\n").length + 1));
}

function shownIn(standing: Plain, name: string, codec: Codec): string {
  return codec.show(valueAt(standing, name.split(".")));
}
