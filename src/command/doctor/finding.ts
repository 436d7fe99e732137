/** One line of what `doctor` finds: what was tried, and what to do where it fails. */
export interface Finding {
  isGood: boolean;
  text: string;
}
