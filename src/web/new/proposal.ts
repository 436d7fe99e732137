/** What is proposed of a watch in the making, each part with its reason and what stands in its way. */
import { html } from "hono/html";
import type { Said } from "../../drafting/drafted.ts";
import { shorten } from "../../message/shorten.ts";
import { areaField, textField, tick } from "../forms/controls.ts";
import type { Faults } from "../forms/faults.ts";
import type { Filled } from "../forms/filled.ts";
import { type Html, outside } from "../layout.ts";
import { previewView, problemIn } from "../preview-view.ts";
import type { Reader } from "../reader.ts";
import type { Drafting } from "./drafts.ts";
import { shownGroups, shownHosts } from "./said.ts";

type Made = NonNullable<Drafting["made"]>;

/** Items of a source's first reading. */
const MOST_ITEMS = 5;
const MOST_LEFT_OUT = 8;
const MOST_OF_A_TITLE = 60;
/** What a document has at least, where nobody says otherwise. */
const LEAST_WORDS = 300;

export function proposalFields({ words, says }: Reader, made: Made, said: Said, shown: Filled, faults: Faults): Html {
  const { watch, zone, hosts, subject, samples, id } = made.draft;
  const asks = words.forms.proposed;
  // Why each part is proposed, Discord says in the same words.
  const why = says.talk.upkeep.proposal;
  const of = (name: keyof Said, asked: { label: string; hint?: string | Html }, before: string) => ({
    ...{ name, ...asked, value: shown.value(name, before) },
    faults: faults.at(name),
  });
  const left = (because: string) => subject.leftOut.filter((one) => one.because === because).map(({ word }) => word);
  const without =
    subject.isSaid || subject.leftOut.length === 0 ? "" : ` ${asks.without(left("publisher"), left("says-little"))}`;
  const [seen] = samples;
  const { html: isHtml = false, words: least = LEAST_WORDS } = watch.evidence;
  const counts = `${why.counts(isHtml, least)} ${seen ? why.seen(shorten(seen.title, MOST_OF_A_TITLE), seen.is, seen.words) : why.notSeen}`;
  return html`${textField(of("publisher", asks.publisher, watch.publisher.name))}
${textField(of("zone", { label: asks.zone.label, hint: asks.zone.hint(why.zones[zone.because]) }, watch.publisher.zone))}
${areaField({ ...of("hosts", { label: asks.hosts.label, hint: html`${asks.hosts.hint} ${hosts.map(({ host, because }) => html`<bdi>${host}</bdi>: ${why.hosts[because]}. `)}` }, shownHosts(made)), rows: hosts.length + 1 })}
${areaField({ ...of("subject", { label: asks.subject.label, hint: `${asks.subject.hint}${without}` }, shownGroups(made)), rows: 3 })}
${textField(of("short", asks.short, said.short ?? ""))}
${tick({ name: "html", label: asks.countsPages }, shown.isTicked("html", isHtml))}${faults.at("html").map((fault) => html`<p class="fault">${fault}</p>`)}
${textField(of("least", { label: asks.least.label, hint: asks.least.hint(counts) }, String(least)))}
${textField(of("id", asks.id, id))}`;
}

/** Where it would appear: each with its first reading, and what of it would mean something. */
export function sourcesProposed(
  reader: Reader,
  { draft, readings }: Made,
  said: Said,
  shown: Filled,
  faults: Faults,
): Html {
  const left = draft.site.leftOut.slice(0, MOST_LEFT_OUT);
  const { forms } = reader.words;
  const { proposed } = forms;
  const reasons = reader.says.talk.upkeep.proposal;
  return html`<h2>${forms.headings.where}</h2>
${draft.sources.map(({ url, because }, index) => {
  const seen = readings[index];
  return html`<fieldset><legend>${reasons.found[because]}</legend>${kept(url, proposed.watchIt, shown, true)}${seen ? previewView(reader, seen, MOST_ITEMS) : ""}</fieldset>`;
})}
${(said.without ?? []).map((url) => kept(url, proposed.afterAll(url), shown, false))}
${
  left.length > 0
    ? html`<details><summary>${proposed.leftOut}</summary><ul>${left.map(
        ({ url, why, problem }) =>
          html`<li>${outside(url)}: ${problem ? problemIn(reader, problem) : reasons.leftOut[why]}${why === "enough" || why === "another-host" ? tick({ name: "take", value: url, label: proposed.takeIn }, shown.isTicked("take", false, url)) : ""}</li>`,
      )}</ul></details>`
    : ""
}
${areaField({ name: "sources", ...proposed.sources, value: shown.value("sources", ""), faults: faults.at("sources"), rows: 2 })}`;
}

function kept(url: string, label: string, shown: Filled, isKept: boolean): Html {
  return tick({ name: "keep", value: url, label }, shown.isTicked("keep", isKept, url));
}
