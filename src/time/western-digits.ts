/** Digits of other scripts as 0 to 9. */

/** Where the digits of a script begin (Unicode, general category Nd): Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0e50, 0xff10];

/** The same text with the digits 0 to 9, and blanks for marks of direction: as long as it was. */
export function westernDigits(text: string): string {
  if (/^[\x20-\x7e\s]*$/.test(text)) return text;
  return text
    .replace(/[\u00a0\u061c\u200b-\u200f\u202a-\u202f\u2060-\u2069\ufeff]/g, " ")
    .replace(/[٠-٩۰-۹०-९০-৯๐-๙０-９]/g, (digit) => {
      const code = digit.charCodeAt(0);
      const zero = ZEROS.find((first) => code >= first && code <= first + 9) ?? code;
      return String(code - zero);
    })
    .replace(/[／．]/g, (mark) => (mark === "／" ? "/" : "."));
}
