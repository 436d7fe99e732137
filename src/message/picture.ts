/** The clock as a PNG. */
import { renderAsync } from "@resvg/resvg-js";
import { LRUCache } from "lru-cache";
import type { Language } from "../watch/names.ts";
import { chartAlt, chartSvg } from "./chart.ts";
import { FONT, fontsFor } from "./fonts.ts";
import { catalogue } from "./languages.ts";
import { DARK } from "./palette.ts";
import type { Timeline } from "./timeline.ts";

export interface Picture {
  png: Buffer;
  /** The same in words. */
  alt: string;
}

/** The pictures that were asked for last, by the drawing they are of: a page that is looked at shows the same for hours. About 80 KB each. */
const drawn = new LRUCache<string, Promise<Buffer>>({ max: 24 });

export async function clockPicture(shown: Timeline, language: Language, palette = DARK): Promise<Picture> {
  const svg = chartSvg(shown, language, palette);
  const png = drawn.get(svg) ?? draw(svg);
  drawn.set(svg, png);
  png.catch(() => drawn.delete(svg));
  return { png: await png, alt: chartAlt(shown, catalogue(language)) };
}

async function draw(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    font: { fontFiles: fontsFor(svg), loadSystemFonts: false, defaultFontFamily: FONT },
  });
  return image.asPng();
}
