/** Another promise comes to be watched: a draft is begun, looked at, said otherwise, and written. */
import type { Context, Hono } from "hono";
import { plainWatch } from "../../config/plain-watch.ts";
import type { Plain } from "../../config/rewrite.ts";
import { refusalSaid } from "../../drafting/draft-said.ts";
import type { Draft } from "../../drafting/drafted.ts";
import { written } from "../../drafting/written.ts";
import { PlainError } from "../../language/plain-error.ts";
import { fileOf, keep, mayWrite } from "../../upkeep/save.ts";
import type { Desk, Upkeep } from "../desk.ts";
import { Faults } from "../forms/faults.ts";
import { type Filled, filled } from "../forms/filled.ts";
import type { Looks } from "../forms/looks.ts";
import { attachment, DO, DOWNLOAD, kept, leadsTo, notThere } from "../forms/outcome.ts";
import type { Shield, Shielded } from "../forms/shield.ts";
import { readerOf } from "../reader.ts";
import { type Drafting, Drafts } from "./drafts.ts";
import { NEW_PAGE, newPage, type Proposing, proposalPage, underWayPage } from "./page.ts";
import { isSameSaid, saidAgainIn, saidIn } from "./said.ts";

export function newRoutes(forms: Hono<Shielded>, desk: Desk, upkeep: Upkeep, shield: Shield, looks: Looks): void {
  const { store, clock } = desk;
  // A file of that name would have the address of this form.
  const taken = async () => {
    const { origin } = upkeep.keeping().config;
    const names = [...(origin?.texts ?? [])].flatMap(([id, { name }]) => [id, name.replace(/\.ya?ml$/, "")]);
    return ["new", ...names, ...(await store.texts.newest()).map(({ watch }) => watch)];
  };
  const drafts = new Drafts(upkeep.drafting, looks, taken);
  const answer = (context: Context, page: ReturnType<typeof newPage>, status: 200 | 409 | 422 = 200) =>
    context.html(page, status);
  const propose = (context: Context, proposing: Proposing, status: 200 | 409 | 422 = 200) => {
    const { made } = proposing.drafting;
    const cannot = made && !mayWrite(upkeep.keeping());
    const file = cannot ? fileOf(upkeep.keeping(), made.draft.id) : undefined;
    return answer(context, proposalPage(shield.visit(context), { file, ...proposing }), status);
  };

  const asked = (context: Context, shown: Filled, faults: Faults, status: 200 | 409 | 422 = 200) =>
    answer(context, newPage(shield.visit(context), shown, faults, mayWrite(upkeep.keeping())), status);

  forms.get(NEW_PAGE, (context) => asked(context, filled(), new Faults()));

  forms.post(NEW_PAGE, (context) => {
    const form = context.get("form");
    const { said, faults } = saidIn(form, readerOf(context));
    if (!said) return asked(context, filled(form), faults, 422);
    try {
      return leadsTo(context, `${NEW_PAGE}/${drafts.begin(said).id}`);
    } catch (error) {
      if (!(error instanceof PlainError)) throw error;
      faults.add("", error.message);
      return asked(context, filled(form), faults, 409);
    }
  });

  forms.get(`${NEW_PAGE}/:draft`, (context) => {
    const drafting = drafts.of(context.req.param("draft"));
    if (!drafting) return notThere(context, NEW_PAGE);
    if (drafting.isUnderWay) return answer(context, underWayPage(shield.visit(context), drafting));
    return propose(context, { drafting, shown: filled(), faults: refusedIn(drafting) });
  });

  forms.post(`${NEW_PAGE}/:draft`, async (context) => {
    const form = context.get("form");
    const id = context.req.param("draft");
    const drafting = drafts.of(id);
    if (!drafting) return notThere(context, NEW_PAGE);
    const here = `${NEW_PAGE}/${id}`;
    const wish = form.line(DO);
    if (wish === "leave") {
      drafts.leave(id);
      return leadsTo(context, "/");
    }
    if (drafting.isUnderWay) return leadsTo(context, here);
    const { said, faults } = saidAgainIn(form, drafting, readerOf(context));
    if (!said) return propose(context, { drafting, shown: filled(form), faults }, 422);
    const { made } = drafting;
    const isWritten = wish === "write" || wish === DOWNLOAD;
    if (!isWritten || !made || !isSameSaid(said, drafting.said) || made.draft.refusals.length > 0) {
      drafts.again(id, said);
      return leadsTo(context, here);
    }
    const { draft } = made;
    const text = written(draft);
    const wrong = faultsOf(draft);
    if (!wrong.none) return propose(context, { drafting, shown: filled(form), faults: wrong }, 422);
    if (wish === DOWNLOAD) return attachment(context, { text, file: fileOf(upkeep.keeping(), draft.id) });
    const not = await kept({ upkeep, config: desk.config }, readerOf(context), () =>
      keep(upkeep.keeping(), draft.id, text, form.by),
    );
    if (not) {
      const shown = { drafting, shown: filled(form), faults, reasons: not.reasons };
      return propose(context, not.file ? { ...shown, file: not.file.file } : shown, not.status);
    }
    drafts.leave(id);
    return leadsTo(context, `/watches/${draft.id}`, "added");
  });

  /** What may be read, and cannot be meant. */
  function faultsOf({ watch, id }: Draft): Faults {
    const faults = new Faults();
    for (const { path, says } of plainWatch(watch as Plain, id, clock.now()).faults) {
      const [part, field] = path.map(String);
      faults.add(part === "publisher" && field === "hosts" ? "hosts" : part === "sources" ? "sources" : "", says);
    }
    return faults;
  }
}

function refusedIn({ made }: Drafting): Faults {
  const faults = new Faults();
  for (const refusal of made?.draft.refusals ?? []) {
    const { about, says } = refusalSaid(refusal);
    faults.add(about ?? "", says);
  }
  return faults;
}
