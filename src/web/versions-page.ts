/** Who changed what about a watch, and when; and two versions of its YAML side by side. */
import { html } from "hono/html";
import type { WatchText } from "../store/watch-texts.ts";
import type { Desk } from "./desk.ts";
import { lineDiff } from "./forms/line-diff.ts";
import { type Html, layout, moment } from "./layout.ts";

/** @param asked of which version it is shown what it changed; the newest when left out */
export async function versionsPage({ store }: Desk, watch: string, asked?: string): Promise<Html | undefined> {
  const versions = await store.texts.versions(watch);
  const [newest] = versions;
  if (!newest) return undefined;
  const shown = versions.find(({ version }) => String(version) === asked) ?? newest;
  const before = await store.texts.version(watch, shown.version - 1);
  return layout({
    title: `Who changed ${watch}`,
    here: "watches",
    body: html`<h1>Who changed what: ${watch}</h1>
<ul class="looks">${versions.map(
      (one) =>
        html`<li>${one === shown ? html`<strong>${versionLine(one)}</strong>` : html`<a href="/watches/${watch}/versions?version=${one.version}">${versionLine(one)}</a>`}</li>`,
    )}</ul>
<section><h2>${before ? `What version ${shown.version} changed` : `Version ${shown.version}`}</h2>
${shown.isArchived ? html`<p>It is no longer watched from then on.</p>` : ""}
${lineDiff(before?.text, shown.text)}</section>
<p><a href="/watches/${watch}">Back to the watch</a></p>`,
  });
}

function versionLine({ version, at, by, isArchived }: WatchText): Html {
  return html`Version ${version}, ${moment(at)}, ${by === "" ? "in its file" : "by a reviewer"}${isArchived ? ": no longer watched" : ""}`;
}
