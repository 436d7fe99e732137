/** Titles of any of the six UN languages in the picture: each letter drawn, in its direction, and no wider than is reckoned with. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { Resvg } from "@resvg/resvg-js";
import { load } from "cheerio";
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { status } from "../../src/judge/status.ts";
import { chartSvg } from "../../src/message/chart.ts";
import { FONT, FONT_FILES, fontsFor } from "../../src/message/fonts.ts";
import { letters } from "../../src/message/svg.ts";
import { timeline } from "../../src/message/timeline.ts";
import { widthOf } from "../../src/message/widths.ts";
import type { Watch } from "../../src/watch/watch.ts";
import { CONTAINER } from "../stand-ins/container.ts";

const SIZE = 100;

function resvg(text: string): Resvg {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${text.length * 200}" height="200" font-family="${FONT}">${letters(50, 150, text, SIZE, "#000", "bold")}</svg>`;
  return new Resvg(svg, { font: { fontFiles: fontsFor(text), loadSystemFonts: false, defaultFontFamily: FONT } });
}

const TITLES: [string, string][] = [
  ["English", "OHCHR Assessment of human rights concerns in the Xinjiang Uyghur Autonomous Region (2022)"],
  ["French", "Évaluation des préoccupations relatives aux droits de l’homme dans la région autonome ouïghoure"],
  ["Spanish", "Evaluación de la situación de los derechos humanos en la Región Autónoma Uigur de Xinjiang — ¿cuándo?"],
  ["Russian", "Оценка УВКПЧ: ситуация с правами человека в Синьцзян-Уйгурском автономном районе, ЖЮЩШ"],
  ["Arabic", "تقييم مفوضية الأمم المتحدة لشواغل حقوق الإنسان في منطقة شينجيانغ أويغور ذاتية الحكم"],
  ["Arabic with vowels", "تَقْيِيمُ حَالَةِ حُقُوقِ الإِنْسَانِ"],
  ["Arabic with a name and a year", "تقييم المفوضية (OHCHR) لعام 2022 و٢٠٢٣: MMWW Annual Report"],
  ["Arabic, of its widest letters", "ص ض س ش ب ت ث ف ك صص ضض سس شش خاص عرض رئيس جيش حزب بيت إرث ملف ملك"],
  ["Chinese", "联合国人权高专办新疆维吾尔自治区人权状况评估报告，2022年8月31日：“第一部分”"],
  ["Japanese", "新疆ウイグル自治区の人権に関する評価"],
  ["Greek and Vietnamese", "Αξιολόγηση των ανθρωπίνων δικαιωμάτων Đánh giá quyền con người"],
];

describe.each(TITLES)("a title in %s", (_, title) => {
  it("is at most as wide as is reckoned with, and not half of it", () => {
    const [real, reckoned] = [resvg(title).innerBBox()?.width ?? 0, widthOf(title, SIZE)];
    expect(real).toBeLessThanOrEqual(reckoned);
    expect(real).toBeGreaterThan(reckoned * 0.5);
  });

  it("stands in the picture's width, however long it is", () => {
    const [shipped] = loadConfig(new URL("../../config/coming-weeks.yaml", import.meta.url).pathname, {}).watches as [
      Watch,
    ];
    const at = "2022-01-27T12:00:00.000Z";
    const watch = { ...shipped, short: undefined, title: `${title} ${title}` };
    const svg = chartSvg(timeline(watch, { ...status(shipped, [], at), title: watch.title }, [], at), "en");
    const $ = load(svg, { xml: true });
    for (const element of $("text").toArray()) {
      const size = Number($(element).attr("font-size"));
      expect(60 + widthOf($(element).text(), size)).toBeLessThanOrEqual(1200);
    }
  });
});

it.each([..."AéАЯёΩجهةپ٣联疆，あ"])("%s is a letter and no box", (letter) => {
  const box = resvg("\u{10ffff}").render().pixels;
  expect(resvg(letter).render().pixels.equals(box)).toBe(false);
});

it("what is written from the right begins there, with its years and Latin words where they belong", () => {
  expect(letters(0, 0, "(تقييم) OHCHR", 40, "#000")).toContain(">\u2067(تقييم) OHCHR\u2069<");
  expect(letters(0, 0, "OHCHR (تقييم)", 40, "#000")).toContain(">OHCHR (تقييم)<");
});

it("a font is loaded where there is something to draw in it, and no other", () => {
  expect(fontsFor("Оценка, évaluation")).toHaveLength(2);
  expect(fontsFor("تقييم")).toHaveLength(3);
  expect(fontsFor("تقييم 联合国")).toEqual([...FONT_FILES]);
});

it("sixty pictures one after another take no more memory than a few", { timeout: 60_000 }, async () => {
  const child = new URL("../stand-ins/drawing.child.ts", import.meta.url).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [...CONTAINER.execArgv, child, "20"], {
    env: CONTAINER.env,
  });
  expect(Number(stdout)).toBeLessThan(60);
});
