/** The drawings of a watch's page, each in the shape, the theme and the language that it is asked for in. */
import { curveSvg } from "../message/chart.ts";
import { FRAMES, MESSAGE } from "../message/frame.ts";
import { DARK, LIGHT } from "../message/palette.ts";
import { clockPicture, pngOf } from "../message/picture.ts";
import { timelineOf } from "../status/overview.ts";
import type { Language } from "../watch/names.ts";
import type { Watch } from "../watch/watch.ts";
import { type Desk, overviewOf } from "./desk.ts";

interface Asked {
  shape?: string | undefined;
  theme?: string | undefined;
}

/**
 * @param name `clock.png`, or `record.png`: what the record of such promises says
 * @returns undefined where there is nothing to draw
 */
export async function drawn(
  desk: Desk,
  watch: Watch,
  name: string,
  { shape, theme }: Asked,
  language: Language,
): Promise<Buffer | undefined> {
  const shown = await timelineOf(await overviewOf(desk, watch), desk.store, desk.record);
  const colours = theme === "dark" ? DARK : LIGHT;
  const frame = shape === "wide" || shape === "tall" ? FRAMES[shape] : MESSAGE;
  if (name === "clock.png") return (await clockPicture(shown, language, colours, frame)).png;
  return shown.curve && pngOf(curveSvg(shown.curve, language, colours, frame));
}
