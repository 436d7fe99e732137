/** What comes of a change that a person sent: the page it leads to, or why it was not taken. */
import type { Context } from "hono";
import { html } from "hono/html";
import { ConfigError } from "../../config/fault.ts";
import { PlainError, UsageError } from "../../language/plain-error.ts";
import { CannotWrite, ChangedMeanwhile } from "../../upkeep/save.ts";
import type { Upkeep } from "../desk.ts";
import { type Html, layout } from "../layout.ts";
import { button, faultList, form } from "./controls.ts";
import type { Posted } from "./posted.ts";
import { NAME_FIELD, type Shield, TOKEN } from "./shield.ts";

/** What a button says that wants the file instead of having it written. */
export const DOWNLOAD = "download";

/** What is done, as the page that follows tells it. */
const DONE = {
  decided: "Noted. What follows from it is told.",
  paused: "Paused: nothing is looked at until it is resumed.",
  resumed: "Resumed.",
  muted: "Muted: until then, only the publication itself is told.",
  unmuted: "Everything is told again.",
  saved: "Saved.",
  added: "It is watched from now on. The first look is taken at once.",
  archived: "No longer watched. What was found stays here.",
} as const;
export type Done = keyof typeof DONE;

export function doneSentence(done: string | undefined): Html | "" {
  return done !== undefined && Object.hasOwn(DONE, done)
    ? html`<p class="done" role="status">${DONE[done as Done]}</p>`
    : "";
}

/** POST/redirect/GET: what is loaded anew is not sent anew. */
export function leadsTo(context: Context, path: string, done?: Done): Response {
  return context.redirect(done ? `${path}?done=${done}` : path, 303);
}

/**
 * Keeps a change by upkeep/, and takes it at once.
 * @returns the answer where it was not kept for a reason that a person can do something about
 */
export async function kept(
  context: Context,
  { upkeep, shield, back }: { upkeep: Upkeep; shield: Shield; back: string },
  keep: () => Promise<unknown>,
): Promise<Response | undefined> {
  try {
    await keep();
  } catch (error) {
    if (error instanceof CannotWrite) {
      const posted = context.get("form") as Posted;
      if (posted.has(DOWNLOAD)) return attachment(context, error);
      return notKept(context, 409, back, [error.message], offer(context, shield, posted, error));
    }
    if (error instanceof ChangedMeanwhile) return notKept(context, 409, back, [error.message]);
    if (error instanceof ConfigError) return notKept(context, 422, back, error.faults);
    if (error instanceof UsageError || error instanceof PlainError) return notKept(context, 422, back, [error.message]);
    throw error;
  }
  await upkeep.taken();
  return undefined;
}

/** The YAML as a file to put in its place by hand. */
export function attachment(context: Context, { text, file }: { text: string; file: string }): Response {
  const name = file.replace(/^.*[/\\]/, "").replaceAll(/[^\w.-]/g, "");
  return context.body(text, 200, {
    "content-type": "application/yaml; charset=utf-8",
    "content-disposition": `attachment; filename="${name}"`,
    "cache-control": "no-store",
  });
}

/** The same form once more, for the file. */
function offer(context: Context, shield: Shield, posted: Posted, { text, file }: CannotWrite): Html | "" {
  if (text === "")
    return html`<p>Put the file <code>${file}</code> aside by hand, into a folder <code>archived</code> beside it.</p>`;
  const again = posted.entries.filter(([name]) => name !== TOKEN && name !== NAME_FIELD);
  const hidden = again.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
  const body = html`${hidden}<p>Take the file instead, and put it at <code>${file}</code>: the bot sees it within seconds.</p>${button(DOWNLOAD, "yes", "Download the file")}`;
  return form(shield.visit(context), context.req.path, body);
}

export function notKept(
  context: Context,
  status: 404 | 409 | 422,
  back: string,
  reasons: readonly string[],
  more: Html | "" = "",
): Response | Promise<Response> {
  const body = html`<h1>Not changed</h1>${faultList(reasons)}${more}<p><a href="${back}">Back</a></p>`;
  return context.html(layout({ title: "Not changed", here: "watches", body }), status, { "cache-control": "no-store" });
}
