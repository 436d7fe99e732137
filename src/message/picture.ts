/** The clock as a PNG, with a font that comes with the packages: the system's fonts are not the same anywhere. */
import { fileURLToPath } from "node:url";
import { renderAsync } from "@resvg/resvg-js";
import { LRUCache } from "lru-cache";
import type { Language } from "../watch/names.ts";
import { chartAlt, chartSvg } from "./chart.ts";
import { type Frame, MESSAGE } from "./frame.ts";
import { catalogue } from "./languages.ts";
import { DARK } from "./palette.ts";
import type { Timeline } from "./timeline.ts";

export interface Picture {
  png: Buffer;
  /** The same in words. */
  alt: string;
}

const font = (name: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${name}.ttf`));
const FONTS = [font("400Regular/SourceSans3_400Regular"), font("600SemiBold/SourceSans3_600SemiBold")];

/** The pictures that were asked for last, by the drawing they are of: a page that is looked at shows the same for hours. About 80 KB each. */
const drawn = new LRUCache<string, Promise<Buffer>>({ max: 24 });

export async function clockPicture(
  shown: Timeline,
  language: Language,
  palette = DARK,
  frame: Frame = MESSAGE,
): Promise<Picture> {
  const png = await pngOf(chartSvg(shown, language, palette, frame));
  return { png, alt: chartAlt(shown, catalogue(language)) };
}

/** @param svg as chart.ts draws it */
export async function pngOf(svg: string): Promise<Buffer> {
  const png = drawn.get(svg) ?? draw(svg);
  drawn.set(svg, png);
  png.catch(() => drawn.delete(svg));
  return png;
}

async function draw(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: "Source Sans 3" },
  });
  return image.asPng();
}
