/** What a form shows: as the thing stands, or as a person sent it where it is shown to them once more. */
import type { Posted } from "./posted.ts";

export interface Filled {
  value(name: string, standing: string): string;
  isTicked(name: string, standing: boolean): boolean;
}

/** @param form what was sent; left out where it is shown for the first time */
export function filled(form?: Posted): Filled {
  return {
    value: (name, standing) => (form?.has(name) ? form.text(name) : standing),
    isTicked: (name, standing) => (form ? form.has(name) : standing),
  };
}
