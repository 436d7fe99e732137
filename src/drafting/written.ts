/** A draft as the YAML of its watch, with short comments that say what to change and why. */
import { Document, isMap, isPair, isScalar, isSeq, type Node, type Pair } from "yaml";
import type { Draft } from "./drafted.ts";

/** Longer lists are broken over lines. */
const WIDTH = 130;

export function written({ watch, promised, samples }: Pick<Draft, "watch" | "promised" | "samples">): string {
  const { id, title, short, publisher, statements, evidence, sources } = watch;
  // A word that stands in two lists is written twice.
  const options = { aliasDuplicateObjects: false };
  const document = new Document(
    { id, title, ...(short ? { short } : {}), publisher, statements, evidence, sources },
    options,
  );
  const at = (...path: (string | number)[]) => pairAt(document, path);
  document.commentBefore =
    " yaml-language-server: $schema=../schema/watch.schema.json\n Made from what a person said, and what was found on the site. Change what is wrong; `validate` says what it then means, `preview --watch` what a page would.";
  note(at("id"), "its data is kept by this, whatever the file is called");
  for (const name of ["publisher", "statements", "evidence", "sources"]) set(at(name), { isApart: true });
  note(at("publisher", "zone"), "dates are civil dates there");
  note(at("publisher", "hosts"), "only these can prove publication");
  note(at("publisher", "files"), "and these, where its files are");
  set(at("statements"), {
    above:
      " What was said on timing. A later word is one more of these; it never erases the first. `horizon` goes before what the phrase means.",
  });
  const { horizon } = promised;
  if (horizon && !promised.mustBeWritten)
    note(at("statements", 0, "phrase"), `read as ${horizon.earliest} to ${horizon.latest}, likely ${horizon.likely}`);
  set(at("evidence", "titles"), {
    above:
      " The title as it was promised. A document proves by it; under any other, a person is asked. Once you know it: { title: …, since: YYYY-MM-DD }",
  });
  set(at("evidence", "subject"), {
    above:
      " An item with a word of every group has its link followed: what it is about, and what kind of thing. More words: more is looked at.",
  });
  set(at("evidence", "topic"), { above: " What makes a change worth telling." });
  note(at("evidence", "words"), "a document has at least so many words: those that were seen there are short");
  note(at("evidence", "html"), htmlNote(samples));
  set(at("sources"), {
    above:
      " Where it would appear. One that cannot be read is told; take it out, or say `paused: true`. `dates: dmy` says how one writes 03/04/2022.",
  });
  for (const list of [
    ["publisher", "hosts"],
    ["publisher", "files"],
    ["evidence", "topic"],
  ])
    flow(document.getIn(list, true));
  const subject = document.getIn(["evidence", "subject"], true);
  if (isSeq(subject)) for (const group of subject.items) flow(group);
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: false });
}

function htmlNote([seen]: Draft["samples"]): string {
  return `a long page under its own heading is a document: ${seen ? "what was looked at there is pages, not files" : "the office publishes pages"}`;
}

function pairAt(document: Document, path: readonly (string | number)[]): Pair | undefined {
  const holder = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(holder)) return undefined;
  return holder.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
}

/** A comment behind a value, on its line. */
function note(pair: Pair | undefined, text: string): void {
  if (pair && isNode(pair.value)) pair.value.comment = ` ${inOneLine(text)}`;
}

function set(pair: Pair | undefined, { above, isApart = false }: { above?: string; isApart?: boolean }): void {
  if (!isPair(pair) || !isScalar(pair.key)) return;
  if (above) pair.key.commentBefore = above;
  if (isApart) pair.key.spaceBefore = true;
}

function flow(node: unknown): void {
  if (isSeq(node)) node.flow = true;
}

function isNode(value: unknown): value is Node {
  return isScalar(value) || isSeq(value) || isMap(value);
}

function inOneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
