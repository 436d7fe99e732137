/** Names of a list's elements, whatever prefixes it gives to its namespaces (Namespaces in XML 1.0). */

/** Namespaces by the prefix that their elements' names have here. */
const NAMESPACES = new Map([
  ["http://purl.org/rss/1.0/", ""],
  ["http://my.netscape.com/rdf/simple/0.9/", ""],
  ["http://channel.netscape.com/rdf/simple/0.9/", ""],
  ["http://www.w3.org/2005/Atom", "atom:"],
  ["http://purl.org/atom/ns#", "atom:"],
  ["http://purl.org/rss/1.0/modules/content/", "content:"],
  ["http://search.yahoo.com/mrss/", "media:"],
  ["http://purl.org/dc/elements/1.1/", "dc:"],
  ["http://purl.org/dc/terms/", "dcterms:"],
]);
const DECLARES = "xmlns:";
/** No list has use for more. */
const MAX_PREFIXES = 100;

type Attributes = Readonly<Record<string, string>>;

export class ElementNames {
  readonly #prefixes = new Map<string, string>();
  /** The root's, whose names have no prefix here. */
  readonly #own: string | undefined;

  /** @param root the root element's name as it is written, in lower case */
  constructor(root: string, attributes: Attributes) {
    const [, prefix] = /^([^:]*):/.exec(root) ?? [];
    this.#own = attributes[prefix === undefined ? "xmlns" : DECLARES + prefix];
    if (prefix !== undefined) this.#prefixes.set(prefix, "");
    this.declare(attributes);
  }

  /** Takes the prefixes that an element declares. They are kept after its end: no list gives one two meanings. */
  declare(attributes: Attributes): void {
    for (const name of Object.keys(attributes)) {
      if (!name.startsWith(DECLARES) || this.#prefixes.size >= MAX_PREFIXES) continue;
      const namespace = attributes[name] ?? "";
      const known = namespace === this.#own ? "" : NAMESPACES.get(namespace);
      if (known !== undefined) this.#prefixes.set(name.slice(DECLARES.length).toLowerCase(), known);
    }
  }

  plain(written: string): string {
    const colon = written.indexOf(":");
    const known = colon < 0 ? undefined : this.#prefixes.get(written.slice(0, colon));
    return known === undefined ? written : known + written.slice(colon + 1);
  }
}
