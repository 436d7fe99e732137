/** The small forms on a watch's page: a person's word on what was found, and what is to be looked at and told for now. */
import { html } from "hono/html";
import { type Evidence, isProof } from "../judge/evidence.ts";
import type { Proposal } from "../judge/proposal.ts";
import { en } from "../message/en.ts";
import { civilDateAt } from "../time/civil-date.ts";
import type { Watch } from "../watch/watch.ts";
import { type Desk, isWatched } from "./desk.ts";
import { askedAgain, button, form, nameField, textField } from "./forms/controls.ts";
import type { Visit } from "./forms/shield.ts";
import type { Html } from "./layout.ts";

/** Whether it is the report. Before everybody is told that it is published, whoever says so is asked once more. */
export function evidenceForms(visit: Visit | undefined, { id: watch }: Watch, item: Evidence): Html | "" {
  if (!visit) return "";
  const action = `/watches/${watch}/evidence`;
  const named = html`<input type="hidden" name="evidence" value="${item.id}">`;
  const confirm = form(
    visit,
    action,
    html`${named}<p>Everybody is told “Published”.</p>${nameField(visit, `confirm-${item.id}`)}${button("decision", "confirm", "Yes, this is it")}`,
  );
  const reason = html`<p class="field"><label for="reason-${item.id}">Why?</label><input id="reason-${item.id}" name="reason" maxlength="300"><span class="hint">Told with it. May be left empty.</span></p>`;
  const dismiss = form(
    visit,
    action,
    html`${named}${reason}${nameField(visit, `dismiss-${item.id}`)}${button("decision", "dismiss", "No, this is not it")}`,
  );
  return html`<div class="asks">${isProof(item) ? "" : askedAgain("Confirm", confirm)}${askedAgain(isProof(item) ? "Take back" : "Dismiss", dismiss)}</div>`;
}

/** Whether what was said on timing counts. */
export function proposalForms(visit: Visit | undefined, { id: watch }: Watch, { id }: Proposal): Html | "" {
  if (!visit) return "";
  const body = html`<input type="hidden" name="statement" value="${id}">${nameField(visit, `name-${id}`)}<p class="buttons">${button("decision", "add", "Add it")}${button("decision", "dismiss", "It says nothing of when", "quiet")}</p>`;
  return form(visit, `/watches/${watch}/proposals`, body);
}

/** Whether a source is looked at. */
export function sourceForm(visit: Visit | undefined, { id: watch, sources }: Watch, source: string): Html | "" {
  const isPaused = sources.find(({ id }) => id === source)?.paused;
  if (!visit) return "";
  const body = html`<input type="hidden" name="source" value="${source}">${isPaused ? button("paused", "no", "Resume", "quiet small") : button("paused", "yes", "Pause", "quiet small")}`;
  return form(visit, `/watches/${watch}/pause`, body, "inline");
}

/** All else that can be done about a watch. */
export function careSection(desk: Desk, visit: Visit | undefined, watch: Watch): Html | "" {
  if (!visit) return "";
  const { id, paused, mute_until, title } = watch;
  const versions = html`<a href="/watches/${id}/versions">Who changed what</a>`;
  if (!isWatched(desk, id))
    return html`<section id="care"><h2>Look after it</h2><p>This is no longer watched; what was found stays here. ${versions}</p>${form(visit, `/watches/${id}/return`, html`${nameField(visit)}${button("return", "yes", "Watch it again", "quiet")}`)}</section>`;
  const today = civilDateAt(desk.clock.now(), watch.publisher.zone);
  const isMuted = mute_until !== undefined && mute_until > today;
  const pause = form(
    visit,
    `/watches/${id}/pause`,
    html`<p>${paused ? "Nothing of it is looked at or told." : "While it is paused, nothing of it is looked at or told."}</p>${nameField(visit, "pause-name")}${paused ? button("paused", "no", "Resume it") : button("paused", "yes", "Pause it")}`,
  );
  const mute = form(
    visit,
    `/watches/${id}/mute`,
    html`${
      isMuted
        ? html`<p>Until ${en.day(mute_until)}, only the publication itself is told.</p>`
        : textField({
            name: "until",
            label: "Until which day?",
            type: "date",
            hint: "Until then, only the publication itself is told.",
          })
    }${nameField(visit, "mute-name")}${isMuted ? button("mute", "no", "Tell everything again") : button("mute", "yes", "Mute it")}`,
  );
  const archive = form(
    visit,
    `/watches/${id}/archive`,
    html`<p>“${title}” is looked at no more. What was found of it stays, and it can be watched again.</p>${nameField(visit, "archive-name")}${button("archive", "yes", "Yes, no longer watch it")}`,
  );
  return html`<section id="care"><h2>Look after it</h2>
<p class="ways"><a href="/watches/${id}/edit">Change it</a> ${versions}</p>
<div class="asks">${askedAgain(paused ? "Resume" : "Pause", pause)}${askedAgain(isMuted ? "Unmute" : "Mute", mute)}${askedAgain("No longer watch", archive)}</div></section>`;
}
