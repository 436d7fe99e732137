/** The clock as a PNG. */
import { renderAsync } from "@resvg/resvg-js";
import { LRUCache } from "lru-cache";
import pLimit from "p-limit";
import type { Language } from "../watch/names.ts";
import { chartAlt, chartSvg } from "./chart.ts";
import { FONT, fontsFor } from "./fonts.ts";
import { type Frame, MESSAGE } from "./frame.ts";
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

/** One after another: each takes as much memory as its points and its fonts are large. */
const turn = pLimit(1);
/** What a picture holds outside of V8's heap until it is garbage, its fonts among it; of the largest. */
const HELD = 40 * 1024 * 1024;

async function draw(svg: string): Promise<Buffer> {
  return turn(async () => {
    const image = await renderAsync(svg, {
      font: { fontFiles: fontsFor(svg), loadSystemFonts: false, defaultFontFamily: FONT },
    });
    // V8 does not know of that, and would look for garbage late: forty pictures in a row ended a container of 256 MB. It counts what it gives
    // out itself, also where nobody writes to it, so that it takes no memory.
    new ArrayBuffer(HELD);
    return image.asPng();
  });
}
