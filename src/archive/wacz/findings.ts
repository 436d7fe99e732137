/** What came of looking through an export: what holds, what is wrong, and what nothing in it shows, so that anybody may have written it. */
import { type Noted, note } from "../verify.ts";

export class Findings {
  readonly #file: string;
  readonly #wrong: Noted = { faulty: 0, faults: [] };
  readonly #unshown: Noted = { faulty: 0, faults: [] };
  readonly #rows: (readonly [name: string, value: string])[] = [];

  /** @param file its name, which sentences begin with */
  constructor(file: string) {
    this.#file = file;
  }

  /** Something that was looked at, and what it came to. */
  found(name: string, value: string): void {
    this.#rows.push([name, value]);
  }

  fault(sentence: string): void {
    note(this.#wrong, this.#named(sentence));
  }

  unshown(sentence: string): void {
    note(this.#unshown, this.#named(sentence));
  }

  #named(sentence: string): string {
    const file = `${this.#file}: `;
    return sentence.startsWith(file) ? sentence : file + sentence;
  }

  get rows(): readonly (readonly [name: string, value: string])[] {
    return this.#rows;
  }

  get wrong(): Noted {
    return this.#wrong;
  }

  get open(): Noted {
    return this.#unshown;
  }
}
