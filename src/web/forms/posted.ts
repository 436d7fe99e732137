/** What a form sent. */
import type { Person } from "../../store/persons.ts";

export class Posted {
  readonly #fields: URLSearchParams;
  /** Who sent it. */
  readonly by: Person;

  constructor(fields: URLSearchParams, by: Person) {
    this.#fields = fields;
    this.by = by;
  }

  has(name: string): boolean {
    return this.#fields.has(name);
  }

  /** One line, without spaces at its ends; empty where it was left out. */
  line(name: string): string {
    return this.text(name)
      .replace(/[\p{Cc}\s]+/gu, " ")
      .trim();
  }

  /** As it was typed. Browsers send lines with CRLF (HTML, "form data set"). */
  text(name: string): string {
    return (this.#fields.get(name) ?? "").replaceAll("\r\n", "\n");
  }

  all(name: string): string[] {
    return this.#fields.getAll(name);
  }

  /** Every field, in order. */
  get entries(): [name: string, value: string][] {
    return [...this.#fields];
  }
}
