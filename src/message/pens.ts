/** What each language's catalogue is written with, and the few words that stand among dates and figures. */
import { writing } from "./writing.ts";

export const pens = {
  en: writing("en", { noMinute: "less than a minute", more: { one: "# more", other: "# more" } }),
  fr: writing("fr", { noMinute: "moins d’une minute", more: { one: "# de plus", other: "# de plus" } }),
  es: writing("es", { noMinute: "menos de un minuto", more: { one: "# más", other: "# más" } }),
  ru: writing("ru", { noMinute: "менее минуты", more: { one: "ещё #", few: "ещё #", many: "ещё #" } }),
  zh: writing("zh", { noMinute: "不到1分钟", more: { other: "另外#项" } }),
  ar: writing("ar", {
    noMinute: "أقل من دقيقة",
    more: {
      ...{ zero: "لا شيء آخر", one: "واحد آخر", two: "اثنان آخران" },
      ...{ few: "# أخرى", many: "# أخرى", other: "# أخرى" },
    },
  }),
};
