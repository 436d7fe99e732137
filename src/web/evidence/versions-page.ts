/** Who changed what about a watch, and when; and two versions of its YAML side by side. */
import { html } from "hono/html";
import type { WatchText } from "../../store/watch-texts.ts";
import type { Desk } from "../desk.ts";
import { type Html, layout, moment } from "../layout.ts";
import type { Reader } from "../reader.ts";
import { textDiff } from "./diff.ts";

/** @param asked of which version it is shown what it changed; the newest when left out */
export async function versionsPage(
  { store }: Desk,
  reader: Reader,
  watch: string,
  asked?: string,
): Promise<Html | undefined> {
  const versions = await store.texts.versions(watch);
  const [newest] = versions;
  if (!newest) return undefined;
  const { words } = reader;
  const shown = versions.find(({ version }) => String(version) === asked) ?? newest;
  const before = await store.texts.version(watch, shown.version - 1);
  const { version, whatChanged, title, archived } = words.versions;
  return layout({
    title: title(watch),
    reader,
    here: "watches",
    body: html`<h1>${title(watch)}</h1>
<ul class="looks">${versions.map(
      (one) =>
        html`<li>${one === shown ? html`<strong>${versionLine(reader, one)}</strong>` : html`<a href="/watches/${watch}/versions?version=${one.version}">${versionLine(reader, one)}</a>`}</li>`,
    )}</ul>
<section><h2>${before ? whatChanged(shown.version) : version(shown.version)}</h2>
${shown.isArchived ? html`<p>${archived}</p>` : ""}
${textDiff(reader, before?.text, shown.text)}</section>
<p><a href="/watches/${watch}">${words.frame.toWatch}</a></p>`,
  });
}

function versionLine(reader: Reader, { version, at, by, isArchived }: WatchText): Html {
  const { versions } = reader.words;
  return html`${versions.version(version)} · ${moment(reader, at)} · ${by === "" ? versions.inFile : versions.byReviewer}${isArchived ? `: ${versions.noLonger}` : ""}`;
}
