/** The clock as a PNG, with a font that comes with the packages: the system's fonts are not the same anywhere. */
import { fileURLToPath } from "node:url";
import { renderAsync } from "@resvg/resvg-js";
import type { Language } from "../watch/names.ts";
import { chartAlt, chartSvg } from "./chart.ts";
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

export async function clockPicture(shown: Timeline, language: Language, palette = DARK): Promise<Picture> {
  const words = catalogue(language);
  const image = await renderAsync(chartSvg(shown, language, palette), {
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: "Source Sans 3" },
  });
  return { png: image.asPng(), alt: chartAlt(shown, words) };
}
