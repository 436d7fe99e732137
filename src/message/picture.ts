/** SVG → PNG, with a font that comes with the packages: the system's fonts are not the same anywhere. */
import { fileURLToPath } from "node:url";
import { renderAsync } from "@resvg/resvg-js";

const font = (name: string) => fileURLToPath(import.meta.resolve(`@expo-google-fonts/source-sans-3/${name}.ttf`));
const FONTS = [font("400Regular/SourceSans3_400Regular"), font("600SemiBold/SourceSans3_600SemiBold")];

export async function png(svg: string): Promise<Buffer> {
  const image = await renderAsync(svg, {
    font: { fontFiles: FONTS, loadSystemFonts: false, defaultFontFamily: "Source Sans 3" },
  });
  return image.asPng();
}
