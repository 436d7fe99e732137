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
import { type Codec, facts, GROUPS, LINE, NUMBER, SHORT, WORDS } from "./codecs.ts";

interface Field {
  name: string;
  label: string;
  hint?: string;
  codec: Codec;
  /** Of a field of several lines. */
  rows?: number;
}

/** What was promised, and by whom. */
export const PROMISED: readonly Field[] = [
  { name: "title", label: "What was promised", codec: LINE },
  {
    name: "short",
    label: "What messages call it",
    hint: "In a few words; the title when left empty. Where languages differ, a line each: “en: Gray report”.",
    codec: SHORT,
    rows: 2,
  },
  { name: "publisher.name", label: "The publisher", codec: LINE },
  {
    name: "publisher.zone",
    label: "Its time zone",
    hint: "Such as Europe/Zurich: its days are counted there.",
    codec: LINE,
  },
  {
    name: "publisher.hosts",
    label: "Its hosts",
    hint: "A line each. Only what stands on these can prove the publication.",
    codec: facts("host"),
    rows: 3,
  },
  {
    name: "publisher.files",
    label: "Hosts where only its files stand",
    hint: "A line each. They prove as well, and no source need be on them.",
    codec: facts("host"),
    rows: 2,
  },
  {
    name: "publisher.sisters",
    label: "Hosts of other official bodies",
    hint: "A line each. What they say is a signal.",
    codec: facts("host"),
    rows: 2,
  },
];

/** By what it is known. */
export const KNOWN_BY: readonly Field[] = [
  {
    name: "evidence.titles",
    label: "Titles it may come under",
    hint: "A line each. A document proves by one of these; under any other, a person is asked. What became known later: “… (since 2022-09-08)”.",
    codec: facts("title"),
    rows: 3,
  },
  {
    name: "evidence.subject",
    label: "Subject",
    hint: "Words with commas between, a group a line: what it is about, and what kind of thing it is. An item with a word of every group is followed.",
    codec: GROUPS,
    rows: 3,
  },
  {
    name: "evidence.topic",
    label: "Words that make a change worth telling",
    hint: "With commas between.",
    codec: WORDS,
  },
  {
    name: "evidence.spellings",
    label: "Spellings",
    hint: "Words that are the same, with commas between, a group a line. The first stands for all.",
    codec: GROUPS,
    rows: 2,
  },
  {
    name: "evidence.words",
    label: "Words that the document has at least",
    hint: "300 when left empty.",
    codec: NUMBER,
  },
];

const HTML = "evidence.html";

/** A sentence about a watch’s file, with the names that its fields have in the form. */
export function inFormWords(says: string): string {
  return [...PROMISED, ...KNOWN_BY]
    .filter(({ name }) => name.includes("."))
    .reduce((sentence, { name, label }) => sentence.replaceAll(name, `“${label}”`), says);
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

export function fieldControls(fields: readonly Field[], standing: Plain, shown: Filled, faults: Faults): Html[] {
  return fields.map(({ name, label, hint, codec, rows }) => {
    const value = shown.value(name, shownIn(standing, name, codec));
    const control = { name, label, value, hint, faults: faults.at(name) };
    return rows ? areaField({ ...control, rows: linesShown(value, rows) }) : textField(control);
  });
}

export function htmlControl(standing: Plain, shown: Filled): Html {
  const isTicked = shown.isTicked(HTML, valueAt(standing, HTML.split(".")) === true);
  return html`${tick({ name: HTML, label: "The office publishes pages: a long one counts as the document" }, isTicked)}`;
}

const MOST_ROWS = 12;

function linesShown(value: string, least: number): number {
  return Math.min(MOST_ROWS, Math.max(least, value.split("\n").length + 1));
}

function shownIn(standing: Plain, name: string, codec: Codec): string {
  return codec.show(valueAt(standing, name.split(".")));
}
