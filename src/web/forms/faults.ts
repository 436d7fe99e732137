/** What is wrong with what was sent, each beside its control. What belongs to none is shown for the whole. */
export class Faults {
  readonly #faults: { name: string; says: string }[] = [];
  readonly #shown = new Set<string>();

  /** @param name of the control, or of what the control holds: `publisher.hosts.1` stands at `publisher.hosts` */
  add(name: string, says: string): void {
    this.#faults.push({ name, says });
  }

  get none(): boolean {
    return this.#faults.length === 0;
  }

  /** Those of one control, which are shown from here on. */
  at(name: string): string[] {
    const here = this.#faults.filter((fault) => fault.name === name || fault.name.startsWith(`${name}.`));
    for (const fault of here) this.#shown.add(fault.name);
    return [...new Set(here.map(({ says }) => says))];
  }

  /** Those that no control has shown. */
  rest(): string[] {
    return this.#faults
      .filter(({ name }) => !this.#shown.has(name))
      .map(({ name, says }) => (name === "" ? says : `${name}: ${says}`));
  }
}
