/** What the small forms of a watch's page do: people's decisions, pausing, muting, and an end to watching. */
import type { Context, Hono } from "hono";
import type { Taken } from "../../store/taking.ts";
import { civilDateAt } from "../../time/civil-date.ts";
import { muteUntil, setPaused, unmute } from "../../upkeep/edits.ts";
import { archive, editWatch, restore } from "../../upkeep/save.ts";
import type { Watch } from "../../watch/watch.ts";
import { type Desk, isWatched, type Upkeep, watchNamed } from "../desk.ts";
import { decidedBefore, kept, leadsTo, notKept, notThere } from "../forms/outcome.ts";
import type { Posted } from "../forms/posted.ts";
import type { Shield, Shielded } from "../forms/shield.ts";
import { readerOf } from "../reader.ts";
import type { Done } from "../words/words.ts";

const MOST_OF_A_REASON = 300;

export function careRoutes(forms: Hono<Shielded>, desk: Desk, upkeep: Upkeep, shield: Shield): void {
  const { store, clock } = desk;

  /** Does something about the watch of the address, which must still be watched unless it says otherwise. */
  const about =
    (act: (context: Context<Shielded>, watch: Watch, form: Posted) => Promise<Response>, isArchived = false) =>
    async (context: Context<Shielded>): Promise<Response> => {
      const watch = await watchNamed(desk, context.req.param("watch"));
      if (!watch || isWatched(desk, watch.id) === isArchived) return notThere(context, "/");
      return act(context, watch, context.get("form"));
    };
  /** Changes what a watch's text says. */
  const change = async (context: Context<Shielded>, { id }: Watch, keeps: () => Promise<unknown>, done: Done) => {
    const back = `/watches/${id}`;
    const not = await kept({ upkeep, config: desk.config }, readerOf(context), keeps);
    return not ? notKept(context, shield, not, back) : leadsTo(context, back, done);
  };

  /** Has a decision acted on that was taken; says of any other what was decided before. */
  async function decided(
    context: Context<Shielded>,
    watch: string,
    about: string,
    decision: "confirm" | "dismiss" | "add",
    taken: Taken,
  ): Promise<Response> {
    const back = `/watches/${watch}`;
    if (taken.kind !== "taken") return decidedBefore(context, decision, taken, back);
    await upkeep.decided({ watch, about, decision, by: taken.by });
    return leadsTo(context, back, "decided");
  }

  forms.post(
    "/watches/:watch/evidence",
    about(async (context, { id: watch }, form) => {
      const item = (await store.evidence.of(watch)).find(({ id }) => id === form.line("evidence"));
      const decision = decisionIn(form, ["confirm", "dismiss"]);
      if (!item || !decision) return notThere(context, `/watches/${watch}`);
      const reason = form.line("reason").slice(0, MOST_OF_A_REASON);
      const given = { evidence: item.id, decision, ...(reason ? { reason } : {}) };
      return decided(
        context,
        watch,
        item.id,
        decision,
        await store.decisions.leave(watch, given, form.by, clock.now()),
      );
    }),
  );
  forms.post(
    "/watches/:watch/proposals",
    about(async (context, { id: watch }, form) => {
      const item = (await store.statements.of(watch)).find(({ id }) => id === form.line("statement"));
      const decision = decisionIn(form, ["add", "dismiss"]);
      if (!item || !decision) return notThere(context, `/watches/${watch}`);
      const given = { statement: item.id, decision };
      return decided(
        context,
        watch,
        item.id,
        decision,
        await store.statements.leave(watch, given, form.by, clock.now()),
      );
    }),
  );
  forms.post(
    "/watches/:watch/pause",
    about((context, watch, form) => {
      const isPaused = form.line("paused") === "yes";
      const edit = setPaused(isPaused, form.line("source") || undefined);
      const keeps = () => editWatch(upkeep.keeping(), watch.id, [edit], form.by);
      return change(context, watch, keeps, isPaused ? "paused" : "resumed");
    }),
  );
  forms.post(
    "/watches/:watch/mute",
    about(async (context, watch, form) => {
      const isMuted = form.line("mute") === "yes";
      const today = civilDateAt(clock.now(), watch.publisher.zone);
      const edit = () => (isMuted ? muteUntil(form.line("until"), today) : unmute);
      const keeps = async () => editWatch(upkeep.keeping(), watch.id, [edit()], form.by);
      return change(context, watch, keeps, isMuted ? "muted" : "unmuted");
    }),
  );
  forms.post(
    "/watches/:watch/archive",
    about((context, watch, form) =>
      change(context, watch, () => archive(upkeep.keeping(), watch.id, form.by), "archived"),
    ),
  );
  forms.post(
    "/watches/:watch/return",
    about(
      async (context, watch, form) =>
        change(context, watch, () => restore(upkeep.keeping(), watch.id, form.by), "added"),
      true,
    ),
  );
}

function decisionIn<Decision extends string>(form: Posted, decisions: readonly Decision[]): Decision | undefined {
  return decisions.find((one) => one === form.line("decision"));
}
