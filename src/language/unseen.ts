/** Characters that show nothing, and that a terminal or a browser may obey: controls, and what turns the direction of writing. */
const UNSEEN = /[\p{Cc}\p{Cf}]/gu;

export function withoutUnseen(text: string): string {
  return text.replace(UNSEEN, "");
}
