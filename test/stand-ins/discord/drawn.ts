/** Messages as Discord shows them, as a page for a browser: near enough to count their lines, and to see what one would not like to get. */
import { readFileSync } from "node:fs";
import { ComponentType } from "discord.js";
import type { Body } from "../../../src/deliver/channels/discord/writer.ts";
import { fontsFor } from "../../../src/message/fonts.ts";
import type { Language } from "../../../src/watch/names.ts";
import { asPosted } from "./forms.ts";
import type { Component } from "./world.ts";

export const WIDTHS = { phone: 360, desktop: 540 };
export type Width = keyof typeof WIDTHS;
export type Theme = "dark" | "light";

interface Sheet {
  width: Width;
  theme: Theme;
  language: Language;
  columns: number;
}

/** By name: what it is called on the sheet, and the message. */
export type Named = readonly (readonly [name: string, body: Body])[];

/** Those of the pictures: the system's are not the same anywhere. A bolder one of a script besides is not there. */
function fontFaces(text: string): string {
  const face = (file: string, weight: string) =>
    `@font-face{font-family:Sans${weight === "1 1000" ? "Besides" : ""};font-weight:${weight};src:url(data:font/ttf;base64,${readFileSync(file).toString("base64")})}`;
  return fontsFor(text)
    .map((file, index) => face(file, ["400", "600"][index] ?? "1 1000"))
    .join("");
}

export function sheet(messages: Named, { width, theme, language, columns }: Sheet): string {
  const letters = width === "phone" ? { text: 14, small: 12 } : { text: 16, small: 13 };
  const colours =
    theme === "dark"
      ? { ground: "#1a1a1e", box: "#242429", text: "#efeff0", soft: "#9b9ca3", edge: "#3a3a41" }
      : { ground: "#fbfbfb", box: "#ffffff", text: "#2f3035", soft: "#62636b", edge: "#dcdce0" };
  const parts = messages.map(
    ([name, body]) =>
      `<div class="message" data-name="${html(name)}"><div class="by">coming-weeks <span>${html(name)}</span></div>${shown(body, language)}</div>`,
  );
  const style = `${fontFaces(parts.join(""))}
body{margin:0;padding:8px;background:${colours.ground};color:${colours.text};font:${letters.text}px/1.35 Sans,SansBesides;width:${columns * (WIDTHS[width] + 8)}px;columns:${columns};column-gap:8px}
.message{break-inside:avoid;width:${WIDTHS[width]}px;box-sizing:border-box;padding:6px 12px 10px 64px;position:relative}
.message::before{content:"";position:absolute;left:12px;top:8px;width:40px;height:40px;border-radius:20px;background:#5865f2}
.by{font-weight:600}.by span,.small{color:${colours.soft};font-size:${letters.small}px;font-weight:400}
.box{border:1px solid ${colours.edge};border-left:4px solid;border-radius:6px;background:${colours.box};padding:10px 12px;max-width:520px}
img{width:100%;border-radius:4px;display:block;margin:6px 0}
.row{display:flex;flex-wrap:wrap;gap:6px;margin:8px 0}.row b{font-weight:600;font-size:13px;padding:5px 10px;border-radius:6px;background:${colours.edge}}
.row b.yes{background:#248046;color:#fff}.row b.no{background:#da373c;color:#fff}.line{overflow-wrap:anywhere}`;
  return `<!doctype html><meta charset="utf-8"><style>${style}</style>${parts.join("")}`;
}

function shown(body: Body, language: Language): string {
  const { content, embeds, components = [] } = asPosted(body);
  const [picture] = body.files ?? [];
  const image = picture ? `<img src="data:image/png;base64,${picture.data.toString("base64")}">` : "";
  const part = ({
    type,
    content: said = "",
    components: inside = [],
    accent_color: colour = 0,
    ...more
  }: Component): string => {
    switch (type) {
      case ComponentType.TextDisplay:
        return lines(said, language);
      case ComponentType.Container:
        return box(colour, inside.map(part).join(""));
      case ComponentType.MediaGallery:
        return image;
      case ComponentType.ActionRow:
        return `<div class="row">${inside.map(part).join("")}</div>`;
      case ComponentType.Button:
        return `<b class="${more.url ? "" : /^(?:confirm|add):/.test(more.custom_id ?? "") ? "yes" : /^(?:dismiss|none):/.test(more.custom_id ?? "") ? "no" : ""}">${html(more.label ?? "")}${more.url ? " ↗" : ""}</b>`;
      default:
        return "";
    }
  };
  const boxes = embeds.map(({ title = "", description = "", footer, image: has }) =>
    box(
      0,
      lines(`**${title}**\n${description}`, language) + (has ? image : "") + lines(`-# ${footer?.text}`, language),
    ),
  );
  return `${content ? lines(content, language) : ""}${boxes.join("")}${components.map(part).join("")}`;
}

function box(colour: number, inside: string): string {
  return `<div class="box" style="border-left-color:#${colour.toString(16).padStart(6, "0")}">${inside}</div>`;
}

/** Discord's Markdown, as far as messages use it. */
function lines(text: string, language: Language): string {
  return text
    .split("\n")
    .map((line) => {
      const isSmall = line.startsWith("-# ");
      return `<div class="line${isSmall ? " small" : ""}" dir="auto">${inline(isSmall ? line.slice(3) : line, language)}</div>`;
    })
    .join("");
}

function inline(text: string, language: Language): string {
  const locale = language === "en" ? "en-GB" : language;
  const at = (seconds: string, style: string) => {
    const date = new Date(Number(seconds) * 1000);
    const options = { timeZone: "Europe/Zurich" } as const;
    if (style === "D") return date.toLocaleDateString(locale, { ...options, dateStyle: "long" });
    if (style === "R") return new Intl.RelativeTimeFormat(locale).format(-3, "minute");
    return date.toLocaleString(locale, { ...options, dateStyle: "long", timeStyle: "short" });
  };
  return html(text.replace(/<t:(\d+):(\w)>/g, (_, seconds: string, style: string) => at(seconds, style)))
    .replace(/\*\*(.+?)\*\*/g, "<strong>$1</strong>")
    .replace(/\\([\\*_~|`[\]>#-])/g, "$1");
}

function html(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
