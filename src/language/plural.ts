/** Numbers with what they count, by the rules of a language (CLDR's, as `Intl.PluralRules` has them). */

/** The forms that a language tells apart; it names those it has, and `other` stands for the rest. */
type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

export type Counter = (count: number, forms: Forms) => string;

/**
 * @param locale whose rules and digits are used
 * @returns what puts a number into the form that it takes: "#" in the form is the number
 */
export function counterIn(locale: string): Counter {
  const rules = new Intl.PluralRules(locale);
  const digits = new Intl.NumberFormat(locale);
  return (count, forms) => (forms[rules.select(count)] ?? forms.other).replace("#", digits.format(count));
}
