/** What each language's catalogue is written with, and the few words that stand among dates and figures. */
import { writing } from "./writing.ts";

export const pens = {
  en: writing("en", { noMinute: "less than a minute", more: { one: "# more", other: "# more" } }),
  fr: writing("fr", { noMinute: "moins d’une minute", more: { one: "# de plus", other: "# de plus" } }),
};
