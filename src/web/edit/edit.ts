/** The form in which a watch is changed: shown, looked through, saved. */
import type { Context, Hono } from "hono";
import { parse } from "yaml";
import type { Plain } from "../../config/rewrite.ts";
import { addressIn } from "../../drafting/answers.ts";
import { preview } from "../../drafting/preview.ts";
import { PlainError } from "../../language/plain-error.ts";
import { editedText, editWatch, fileOf, markOf, mayWrite, standingText } from "../../upkeep/save.ts";
import { SOURCE_KINDS } from "../../watch/names.ts";
import { type Desk, isWatched, type Upkeep } from "../desk.ts";
import { Faults } from "../forms/faults.ts";
import { filled } from "../forms/filled.ts";
import type { Looks } from "../forms/looks.ts";
import { attachment, DO, DOWNLOAD, kept, leadsTo, notThere } from "../forms/outcome.ts";
import type { Posted } from "../forms/posted.ts";
import type { Shield, Shielded } from "../forms/shield.ts";
import { readerOf } from "../reader.ts";
import { type Change, changeIn } from "./change.ts";
import { type Editing, editPage, MARK, outdatedPage } from "./page.ts";

/** A person waits so long for a page to be looked at, in milliseconds. */
const LOOK_WITHIN_MS = 60_000;

export function editRoutes(forms: Hono<Shielded>, desk: Desk, upkeep: Upkeep, shield: Shield, looks: Looks): void {
  const standing = (id: string): Pick<Editing, "watch" | "standing" | "mark" | "file"> & { text: string } => {
    const keeping = upkeep.keeping();
    const { text, mark } = standingText(keeping, id);
    const says = parse(text) as Plain;
    const file = mayWrite(keeping, id) ? undefined : fileOf(keeping, id);
    return { watch: { id, title: String(says.title) }, standing: says, mark, file, text };
  };
  const page = (context: Context, editing: Editing, status: 200 | 409 | 422 = 200) =>
    context.html(editPage(shield.visit(context), editing), status);

  forms.get("/watches/:watch/edit", (context) => {
    const id = context.req.param("watch");
    if (!isWatched(desk, id)) return notThere(context, "/");
    return page(context, { ...standing(id), shown: filled(), faults: new Faults() });
  });

  forms.post("/watches/:watch/edit", async (context) => {
    const id = context.req.param("watch");
    if (!isWatched(desk, id)) return notThere(context, "/");
    const form = context.get("form");
    const now = standing(id);
    if (form.line(MARK) !== now.mark) return outdated(context, id, now.text, form);
    const change = changeIn(readerOf(context).words.forms, now.standing, form, id, desk.clock.now());
    const editing: Editing = { ...now, shown: filled(form), faults: change.faults };
    if (form.line(DO) === "look") {
      const seen = await lookedAt(form, change);
      return page(context, { ...editing, seen, faults: seen ? new Faults() : change.faults });
    }
    if (form.line(DO) === "check") return page(context, editing);
    if (!change.faults.none) return page(context, editing, 422);
    if (form.line(DO) === DOWNLOAD) {
      const keeping = upkeep.keeping();
      return attachment(context, { text: editedText(now.text, change.edits), file: fileOf(keeping, id) });
    }
    const not = await kept({ upkeep, config: desk.config }, readerOf(context), () =>
      editWatch(upkeep.keeping(), id, change.edits, form.by, now.mark),
    );
    if (!not) return leadsTo(context, `/watches/${id}`, "saved");
    if (not.isOutdated) return outdated(context, id, standing(id).text, form);
    return page(context, { ...editing, reasons: not.reasons, file: not.file?.file }, not.status);
  });

  /** What is wrong with the address is said beside it; what is wrong with the rest need not be put right before. */
  async function lookedAt(form: Posted, { watch, faults }: Change): Promise<Editing["seen"]> {
    try {
      const url = addressIn(form.line("look"));
      const kind = SOURCE_KINDS.find((one) => one === form.line("look.kind"));
      const seen = await looks.look(LOOK_WITHIN_MS, (signal) =>
        preview(upkeep.drafting, url, { watch, signal, ...(kind ? { kind } : {}) }),
      );
      return { preview: seen, isJudged: watch !== undefined };
    } catch (error) {
      if (!(error instanceof PlainError)) throw error;
      faults.add("look", error.message);
      return undefined;
    }
  }

  /** The text that the form was made of is among the versions: what the form says is said of that. */
  async function outdated(context: Context, id: string, now: string, form: Posted): Promise<Response> {
    const was = (await desk.store.texts.versions(id)).find(({ text }) => markOf(text) === form.line(MARK));
    const reader = readerOf(context);
    const change = was && changeIn(reader.words.forms, parse(was.text) as Plain, form, id, desk.clock.now());
    const theirs = was && change && editedText(was.text, change.edits);
    return context.html(outdatedPage(reader, id, now, theirs), 409);
  }
}
