/**
 * Whom a message claims to be of, by its head alone: the domain of its author, and those that its signatures name. Nothing of it is
 * believed here (read/mail/ asks the signature); it says what of a mailbox is wanted at all, so that nobody's other mail is ever
 * fetched or kept, and no name is looked up in the DNS that a stranger chose.
 */
import { addressParser } from "postal-mime";

/** Signatures of the domains asked for that are looked at in one message; those that lists and relays add are not among them. */
export const MOST_SIGNATURES = 5;
/** Characters of one head. */
export const MOST_HEAD = 64 * 1024;

export interface Claims {
  /** The domain of the one author, in lower case; undefined where there are none or several. */
  author: string | undefined;
  /** Where the keys of its signatures are kept, of the domains asked for alone: anybody may name any. */
  signatures: { domain: string; selector: string }[];
}

/** @param head its header fields, or all of it @param domains whose signatures count */
export function claimsOf(head: Buffer, domains: readonly string[]): Claims {
  const fields = fieldsOf(head);
  const from = fields.filter(({ name }) => name === "from");
  const authors = from.length === 1 ? addressParser(from[0]?.value ?? "", { flatten: true }) : [];
  const address = authors.length === 1 ? (authors[0]?.address ?? "") : "";
  const author = /^[^@\s]+@([a-z0-9.-]{3,253})$/i.exec(address)?.[1]?.toLowerCase();
  const signatures = fields
    .filter(({ name }) => name === "dkim-signature")
    .flatMap(({ value }) => {
      const [domain, selector] = [tag(value, "d"), tag(value, "s")];
      return domain && selector && domains.some((one) => isWithin(domain, one)) ? [{ domain, selector }] : [];
    })
    .slice(0, MOST_SIGNATURES);
  return { author, signatures };
}

/** Whether a domain is another, or of it. */
export function isWithin(domain: string, other: string): boolean {
  return domain === other || domain.endsWith(`.${other}`);
}

/** Of which of the domains a message is, as its author and a signature agree (relaxed alignment, RFC 9989 §3.2.10.1). */
export function claimedOf({ author, signatures }: Claims, domains: readonly string[]): string | undefined {
  return domains.find(
    (one) => author !== undefined && isWithin(author, one) && signatures.some(({ domain }) => isWithin(domain, one)),
  );
}

/** Header fields, unfolded (RFC 5322 §2.2.3), up to the empty line. */
export function fieldsOf(head: Buffer): { name: string; value: string }[] {
  const text = head.toString("latin1", 0, MOST_HEAD);
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length;
  const lines = text.slice(0, end).split(/\r?\n(?![ \t])/);
  return lines.flatMap((line) => {
    const at = line.indexOf(":");
    return at < 1
      ? []
      : [
          {
            name: line.slice(0, at).trim().toLowerCase(),
            value: line
              .slice(at + 1)
              .replace(/\r?\n/g, "")
              .trim(),
          },
        ];
  });
}

/** A tag of a signature (RFC 6376 §3.2), where it is a name that the DNS can have. */
function tag(value: string, name: string): string | undefined {
  for (const part of value.split(";")) {
    const at = part.indexOf("=");
    if (part.slice(0, at).trim() !== name) continue;
    const said = part
      .slice(at + 1)
      .trim()
      .toLowerCase();
    return /^(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*$/.test(said) ? said : undefined;
  }
  return undefined;
}
