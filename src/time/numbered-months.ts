/** Dates whose months are numbers by name: 8月, 8월, tháng 8. */

/** Chinese, Japanese and Korean; with an era, years are counted from it: 令和4年, 民國111年. */
const HAN = /(\d{1,4})\s?[年년]\s?(?:(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日號号일])?)/uy;
const HAN_YEARLESS = /(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日號号일]/uy;
const ERAS: readonly [name: string, before: number][] = [
  ["令和", 2018],
  ["平成", 1988],
  ["昭和", 1925],
  ["民國", 1911],
  ["民国", 1911],
];
const VIETNAMESE = /(\d{1,2})\s+(?:tháng|thg)\s+(\d{1,2})(?:,?\s+(?:năm\s+)?(\d{4}))?(?!\d)/iuy;

interface NumberedMonth {
  index: number;
  length: number;
  year?: string | undefined;
  month: string;
  day?: string | undefined;
}

/** @param digits the number that stands at `index`, with which it begins */
export function numberedMonthAt(text: string, index: number, digits: string): NumberedMonth | undefined {
  const han = at(HAN, text, index);
  if (han) {
    const [whole, year, month = "", day] = han;
    const [era, before] = ERAS.find(([name]) => text.startsWith(name, index - name.length)) ?? ["", 0];
    const counted = String(Number(year) + before);
    return { index: index - era.length, length: era.length + whole.length, year: counted, month, day };
  }
  if (digits.length > 2) return undefined;
  const yearless = at(HAN_YEARLESS, text, index);
  if (yearless) return { index, length: yearless[0].length, month: yearless[1] ?? "", day: yearless[2] };
  const [whole, day, month, year] = at(VIETNAMESE, text, index) ?? [];
  return whole && month ? { index, length: whole.length, year, month, day } : undefined;
}

/** A pattern, where it stands at a place in a text. */
export function at(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}
