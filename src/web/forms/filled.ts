/** What a form shows: as the thing stands, or as a person sent it where it is shown to them once more. */
import type { Posted } from "./posted.ts";

export interface Filled {
  value(name: string, standing: string): string;
  /** @param value of one of several boxes of that name */
  isTicked(name: string, standing: boolean, value?: string): boolean;
}

/** @param form what was sent; left out where it is shown for the first time */
export function filled(form?: Posted): Filled {
  return {
    value: (name, standing) => (form?.has(name) ? form.text(name) : standing),
    isTicked: (name, standing, value) => {
      if (!form) return standing;
      return value === undefined ? form.has(name) : form.all(name).includes(value);
    },
  };
}
