/** The clock: a drawing for a screen and one for a phone, and the same in words. */
import { html } from "hono/html";
import { chartAlt } from "../../message/chart.ts";
import { panelHeight } from "../../message/curve.ts";
import { FRAMES, type PageFrame } from "../../message/frame.ts";
import type { Timeline } from "../../message/timeline.ts";
import { whereThingsStand } from "../../message/where-things-stand.ts";
import { type Html, outside, quoted } from "../layout.ts";
import type { Reader } from "../reader.ts";

/** Up to which width the page is a phone's; style.css says the same. */
const PHONE = "(max-width: 46rem)";
const DARK = "(prefers-color-scheme: dark)";

/**
 * A drawing in every form that it comes in; the browser takes one.
 * @param what its name, as in its address
 */
export function drawing(reader: Reader, watch: string, what: "clock" | "record", alt: string): Html {
  const source = (shape: PageFrame, theme: "light" | "dark") => ({
    url: `/watches/${watch}/${what}.png?shape=${shape}&theme=${theme}&lang=${reader.language}`,
    width: FRAMES[shape].width,
    height: what === "clock" ? FRAMES[shape].height : panelHeight(FRAMES[shape]),
  });
  const wide = source("wide", "light");
  const sources = [
    { ...source("tall", "dark"), media: `${PHONE} and ${DARK}` },
    { ...source("tall", "light"), media: PHONE },
    { ...source("wide", "dark"), media: DARK },
  ];
  return html`<picture>${sources.map(
    ({ url, width, height, media }) =>
      html`<source srcset="${url}" media="${media}" width="${width}" height="${height}">`,
  )}<img src="${wide.url}" width="${wide.width}" height="${wide.height}" alt="${alt}"></picture>`;
}

export function clockSection(reader: Reader, line: Timeline, watch: string): Html {
  const { words, says, language } = reader;
  const { small } = whereThingsStand(line.status, [], language);
  const { curve: _, ...clock } = line;
  return html`<section id="clock" class="clock"><h2>${words.clock.heading}</h2>
${drawing(reader, watch, "clock", chartAlt(clock, says))}
${small.map((sentence) => html`<p class="small">${sentence}</p>`)}
</section>`;
}

/** Every statement on timing, the newest first: a horizon for each promise. */
export function statementsSection({ words, says }: Reader, { statements }: Timeline): Html {
  return html`<section id="statements"><h2>${words.statements.heading}</h2><ol class="statements" reversed>${statements
    .toReversed()
    .map(
      ({ on, by, phrase, link, horizon, isAdded }) =>
        html`<li><p><time datetime="${on}">${says.day(on)}</time> · ${quoted(by)}</p><p><q>${quoted(phrase)}</q></p><p class="small">${horizon ? html`${words.statements.to(horizon.earliest, horizon.latest)} (${quoted(horizon.basis)}) ` : ""}${link ? outside(link, words.clock.reported) : ""}${isAdded ? ` ${words.clock.added}` : ""}</p></li>`,
    )}</ol></section>`;
}
