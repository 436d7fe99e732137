/** The small forms on a watch's page: a person's word on what was found, and what is to be looked at and told for now. */
import { html } from "hono/html";
import { type Evidence, isProof } from "../../judge/evidence.ts";
import type { Proposal } from "../../judge/proposal.ts";
import { civilDateAt } from "../../time/civil-date.ts";
import type { Watch } from "../../watch/watch.ts";
import { type Desk, isWatched } from "../desk.ts";
import { askedAgain, button, form, nameField, textField } from "../forms/controls.ts";
import type { Visit } from "../forms/shield.ts";
import type { Html } from "../layout.ts";
import type { Reader } from "../reader.ts";

/** Whether it is the report. Before everybody is told that it is published, whoever says so is asked once more. */
export function evidenceForms(
  { words: { care } }: Reader,
  visit: Visit | undefined,
  { id: watch }: Watch,
  item: Evidence,
): Html | "" {
  if (!visit) return "";
  const action = `/watches/${watch}/evidence`;
  const named = html`<input type="hidden" name="evidence" value="${item.id}">`;
  const confirm = form(
    visit,
    action,
    html`${named}<p>${care.told}</p>${nameField(visit, `confirm-${item.id}`)}${button("decision", "confirm", care.yes)}`,
  );
  const reason = html`<p class="field"><label for="reason-${item.id}">${care.why}</label><input id="reason-${item.id}" name="reason" maxlength="300" dir="auto"><span class="hint">${care.whyHint}</span></p>`;
  const dismiss = form(
    visit,
    action,
    html`${named}${reason}${nameField(visit, `dismiss-${item.id}`)}${button("decision", "dismiss", care.no)}`,
  );
  return html`<div class="asks decide">${isProof(item) ? "" : askedAgain(care.confirm, confirm)}${askedAgain(isProof(item) ? care.takeBack : care.dismiss, dismiss)}</div>`;
}

/** Whether what was said on timing counts. */
export function proposalForms(
  { words: { care } }: Reader,
  visit: Visit | undefined,
  { id: watch }: Watch,
  { id }: Proposal,
): Html | "" {
  if (!visit) return "";
  const body = html`<input type="hidden" name="statement" value="${id}">${nameField(visit, `name-${id}`)}<p class="buttons">${button("decision", "add", care.add)}${button("decision", "dismiss", care.saysNothing, "quiet")}</p>`;
  return form(visit, `/watches/${watch}/proposals`, body);
}

/** Whether a source is looked at. */
export function sourceForm(
  { words: { care } }: Reader,
  visit: Visit | undefined,
  { id: watch, sources }: Watch,
  source: string,
): Html | "" {
  const isPaused = sources.find(({ id }) => id === source)?.paused;
  if (!visit) return "";
  const body = html`<input type="hidden" name="source" value="${source}">${isPaused ? button("paused", "no", care.resume, "quiet small") : button("paused", "yes", care.pause, "quiet small")}`;
  return form(visit, `/watches/${watch}/pause`, body, "inline");
}

/** All else that can be done about a watch. */
export function careSection(desk: Desk, reader: Reader, visit: Visit | undefined, watch: Watch): Html | "" {
  if (!visit) return "";
  const { care } = reader.words;
  const { id, paused, mute_until, title } = watch;
  const versions = html`<a href="/watches/${id}/versions">${care.versions}</a>`;
  if (!isWatched(desk, id))
    return html`<section id="care"><h2>${care.heading}</h2><p>${care.notWatched} ${versions}</p>${form(visit, `/watches/${id}/return`, html`${nameField(visit)}${button("return", "yes", care.watchAgain, "quiet")}`)}</section>`;
  const today = civilDateAt(desk.clock.now(), watch.publisher.zone);
  const isMuted = mute_until !== undefined && mute_until > today;
  const pause = form(
    visit,
    `/watches/${id}/pause`,
    html`<p>${paused ? care.isPaused : care.pauseMeans}</p>${nameField(visit, "pause-name")}${paused ? button("paused", "no", care.resumeIt) : button("paused", "yes", care.pauseIt)}`,
  );
  const mute = form(
    visit,
    `/watches/${id}/mute`,
    html`${
      isMuted
        ? html`<p>${care.mutedUntil(reader.says.day(mute_until))}</p>`
        : textField({ name: "until", label: care.untilWhen, type: "date", hint: care.muteMeans })
    }${nameField(visit, "mute-name")}${isMuted ? button("mute", "no", care.unmuteIt) : button("mute", "yes", care.muteIt)}`,
  );
  const archive = form(
    visit,
    `/watches/${id}/archive`,
    html`<p>${care.endMeans(title)}</p>${nameField(visit, "archive-name")}${button("archive", "yes", care.endIt)}`,
  );
  return html`<section id="care"><h2>${care.heading}</h2>
<p class="ways"><a href="/watches/${id}/edit">${care.change}</a> ${versions}</p>
<div class="asks">${askedAgain(paused ? care.resume : care.pause, pause)}${askedAgain(isMuted ? care.unmute : care.mute, mute)}${askedAgain(care.end, archive)}</div></section>`;
}
