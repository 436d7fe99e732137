/** What comes of a change that a person sent: the page it leads to, or why it was not taken. */
import type { Context } from "hono";
import { html } from "hono/html";
import { ConfigError } from "../../config/fault.ts";
import { PlainError } from "../../language/plain-error.ts";
import type { Taken } from "../../store/taking.ts";
import { CannotWrite, ChangedMeanwhile } from "../../upkeep/watch-file.ts";
import type { ConfigState, Upkeep } from "../desk.ts";
import { type Html, layout } from "../layout.ts";
import { type Reader, readerOf } from "../reader.ts";
import type { Done } from "../words/words.ts";
import { button, faultList, form } from "./controls.ts";
import type { Posted } from "./posted.ts";
import { NAME_FIELD, type Shield, type Shielded, TOKEN } from "./shield.ts";

/** What a form is sent for, where it can be for several things; and the one that wants the file instead of having it written. */
export const DO = "do";
export const DOWNLOAD = "download";

/** What was just done. */
export function doneSentence({ words }: Reader, done: string | undefined): Html | "" {
  const said = words.care.done;
  return done !== undefined && Object.hasOwn(said, done)
    ? html`<p class="done" role="status">${said[done as Done]}</p>`
    : "";
}

/** POST/redirect/GET: what is loaded anew is not sent anew. */
export function leadsTo(context: Context, path: string, done?: Done): Response {
  return context.redirect(done ? `${path}?done=${done}` : path, 303);
}

/** Why a change was not kept, for a reason that a person can do something about. */
export interface NotKept {
  status: 409 | 422;
  reasons: readonly string[];
  /** What was to be written, where it could not be. */
  file?: { text: string; file: string };
  isOutdated?: boolean;
}

/** Keeps a change by upkeep/, and takes it at once. */
export async function kept(
  { upkeep, config }: { upkeep: Upkeep; config?: ConfigState | undefined },
  { words }: Reader,
  keep: () => Promise<unknown>,
): Promise<NotKept | undefined> {
  try {
    await keep();
  } catch (error) {
    if (error instanceof CannotWrite) return { status: 409, reasons: [error.message], file: error };
    if (error instanceof ChangedMeanwhile) return { status: 409, reasons: [error.message], isOutdated: true };
    if (error instanceof ConfigError) return { status: 422, reasons: error.faults };
    if (error instanceof PlainError) return { status: 422, reasons: [error.message] };
    throw error;
  }
  await upkeep.taken();
  // Something else of the config may be at fault, and then all of it waits.
  const faults = config?.refused?.faults;
  return faults && { status: 409, reasons: [words.forms.outcome.waits, ...faults] };
}

/** The YAML as a file to put in its place by hand. */
export function attachment(context: Context, { text, file }: { text: string; file: string }): Response {
  const name = file.replace(/^.*[/\\]/, "").replaceAll(/[^\w.-]/g, "");
  return context.body(text, 200, {
    "content-type": "application/yaml; charset=utf-8",
    "content-disposition": `attachment; filename="${name}"`,
  });
}

/** Says why it was not kept; where its file cannot be written, offers it: the same form once more. */
export function notKept(
  context: Context<Shielded>,
  shield: Shield,
  { status, reasons, file }: NotKept,
  back: string,
): Response | Promise<Response> {
  const posted = context.get("form");
  if (file?.text && posted.line(DO) === DOWNLOAD) return attachment(context, file);
  return answerOf(context, status, reasons, back, file ? offer(context, shield, posted, file) : "");
}

export function notThere(context: Context, back: string): Response | Promise<Response> {
  return answerOf(context, 404, [readerOf(context).words.forms.outcome.notThere], back);
}

/** Of a decision that somebody took before: it is not taken twice. */
export function decidedBefore(
  context: Context,
  decision: "confirm" | "dismiss" | "add",
  { kind, at }: Exclude<Taken, { kind: "taken" }>,
  back: string,
): Response | Promise<Response> {
  const { already, otherwise } = readerOf(context).words.forms.outcome;
  return answerOf(context, 409, [kind === "already" ? already[decision](at) : otherwise], back);
}

function offer(context: Context, shield: Shield, posted: Posted, { text, file }: { text: string; file: string }): Html {
  const visit = shield.visit(context);
  const { buttons, outcome } = visit.reader.words.forms;
  if (text === "") return withPath(outcome.putAside, file);
  const again = posted.entries.filter(([name]) => ![TOKEN, NAME_FIELD, DO].includes(name));
  const hidden = again.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  return form(
    visit,
    context.req.path,
    html`${hidden}${takeTheFile(visit.reader, file)}${button(DO, DOWNLOAD, buttons.download)}`,
  );
}

export function takeTheFile({ words }: Reader, file: string): Html {
  return withPath(words.forms.outcome.takeTheFile, file);
}

function withPath(sentence: string, path: string): Html {
  return html`<p>${sentence} <code>${path}</code></p>`;
}

function answerOf(
  context: Context,
  status: 404 | 409 | 422,
  reasons: readonly string[],
  back: string,
  more: Html | "" = "",
): Response | Promise<Response> {
  const reader = readerOf(context);
  const { buttons, outcome } = reader.words.forms;
  const title = outcome.notChanged;
  const body = html`<h1>${title}</h1>${faultList(reasons)}${more}<p><a href="${back}">${buttons.back}</a></p>`;
  return context.html(layout({ title, reader, here: "watches", body }), status);
}
