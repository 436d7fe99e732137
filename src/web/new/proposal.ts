/** What is proposed of a watch in the making, each part with its reason and what stands in its way. */
import { html } from "hono/html";
import { documentSaid, FOUND, HOSTS, LEFT_OUT, leftOutWords, ZONES } from "../../drafting/draft-said.ts";
import type { Said } from "../../drafting/drafted.ts";
import { problemSaid } from "../../drafting/preview-said.ts";
import { areaField, textField, tick } from "../forms/controls.ts";
import type { Faults } from "../forms/faults.ts";
import type { Filled } from "../forms/filled.ts";
import { type Html, outside } from "../layout.ts";
import { previewView } from "../preview-view.ts";
import type { Drafting } from "./drafts.ts";
import { shownGroups, shownHosts } from "./said.ts";

type Made = NonNullable<Drafting["made"]>;

/** Items of a source's first reading. */
const MOST_ITEMS = 5;
const MOST_LEFT_OUT = 8;

export function proposalFields(made: Made, said: Said, shown: Filled, faults: Faults): Html {
  const { watch, zone, hosts, subject, samples, id } = made.draft;
  const of = (name: keyof Said, label: string, before: string, hint: string | Html) => ({
    ...{ name, label, hint, value: shown.value(name, before) },
    faults: faults.at(name),
  });
  const without = leftOutWords(subject);
  return html`${textField(of("publisher", "The publisher", watch.publisher.name, "As its page calls it."))}
${textField(of("zone", "Its time zone", watch.publisher.zone, `Its days are counted there: ${ZONES[zone.because]}.`))}
${areaField({ ...of("hosts", "Its hosts", shownHosts(made), html`Only what stands on these can prove the publication. ${hosts.map(({ host, because }) => `${host}: ${HOSTS[because]}.`).join(" ")}`), rows: hosts.length + 1 })}
${areaField({ ...of("subject", "What it is about", shownGroups(made), `Words with commas between, a group a line. An item with a word of every group is followed.${without ? ` Not ${without}.` : ""}`), rows: 3 })}
${textField(of("short", "What messages call it", said.short ?? "", "In a few words; the title when left empty."))}
${tick({ name: "html", label: "Pages count: a long one is the document" }, shown.isTicked("html", watch.evidence.html === true))}${faults.at("html").map((fault) => html`<p class="fault">${fault}</p>`)}
${textField(of("least", "Words that the document has at least", String(watch.evidence.words ?? 300), `Counts as it: ${documentSaid(watch.evidence, samples)}.`))}
${textField(of("id", "What its file is called", id, "Small letters, digits and hyphens."))}`;
}

/** Where it would appear: each with its first reading, and what of it would mean something. */
export function sourcesProposed({ draft, readings }: Made, said: Said, shown: Filled, faults: Faults): Html {
  const left = draft.site.leftOut.slice(0, MOST_LEFT_OUT);
  return html`<h2>Where it would appear</h2>
${draft.sources.map(({ url, because }, index) => {
  const seen = readings[index];
  return html`<fieldset><legend>${FOUND[because]}</legend>${kept(url, "Watch it", shown, true)}${seen ? previewView(seen, MOST_ITEMS) : ""}</fieldset>`;
})}
${(said.without ?? []).map((url) => kept(url, `Watch ${url} after all`, shown, false))}
${
  left.length > 0
    ? html`<details><summary>What was left out, and why</summary><ul>${left.map(
        ({ url, why, problem }) =>
          html`<li>${outside(url)}: ${problem ? problemSaid(problem) : LEFT_OUT[why]}${why === "enough" || why === "another-host" ? tick({ name: "take", value: url, label: "Take it in" }, shown.isTicked("take", false, url)) : ""}</li>`,
      )}</ul></details>`
    : ""
}
${areaField({ name: "sources", label: "Other addresses to watch", hint: "A line each. Look again, and they are read.", value: shown.value("sources", ""), faults: faults.at("sources"), rows: 2 })}`;
}

function kept(url: string, label: string, shown: Filled, isKept: boolean): Html {
  return tick({ name: "keep", value: url, label }, shown.isTicked("keep", isKept, url));
}
