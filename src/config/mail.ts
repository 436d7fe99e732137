/** What a source of mail says of its mailbox: schema, and what of it cannot be meant. */
import { getDomain } from "tldts";
import { z } from "zod";
import type { Source } from "../watch/watch.ts";
import { type Fact, plainFact, SOURCE_SECRET } from "./asking.ts";
import type { Fault } from "./fault.ts";

const MOST_DOMAINS = 20;

const domain = z
  .string()
  .max(253)
  .regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{1,62}$/, "must be a domain such as ohchr.org");

const MAIL_FIELDS =
  "is written { user: …, secret: SOURCE_…, domains: [ohchr.org] }, with `sisters` where there are any: the password itself stands in that variable of the environment, and never here";

export const mailSchema = z.strictObject(
  {
    user: z
      .string()
      .regex(/^[\x21-\x7e]{1,200}$/, "must be a name or an address of letters, digits and signs")
      .describe("As whom the mailbox is opened"),
    secret: z
      .string()
      .regex(
        SOURCE_SECRET,
        "must be a variable of the environment whose name begins with SOURCE_, such as SOURCE_MAIL_PASSWORD",
      )
      .describe("The variable of the environment that holds the password"),
    domains: z
      .array(domain)
      .min(1)
      .max(MOST_DOMAINS)
      .describe("Domains of the publisher’s: a message that one of them signed (DKIM) is the publisher’s own word"),
    sisters: z.array(domain).max(MOST_DOMAINS).default([]).describe("Domains of other official bodies, the same"),
  },
  MAIL_FIELDS,
);

/** They sign for everybody who has an address there, or sends by them. */
const ANYBODYS = new Set(
  "aol.com fastmail.com gmail.com googlegroups.com googlemail.com icloud.com list-manage.com mail.com mail.ru mailchimp.com mailgun.org me.com msn.com posteo.de proton.me protonmail.com qq.com sendgrid.net substack.com t-online.de web.de yandex.ru zoho.com".split(
    " ",
  ),
);
const ANYBODYS_EVERYWHERE = /^(?:gmx|hotmail|live|outlook|yahoo)\.[a-z.]{2,10}$/;

/** Whether anybody may have an address there, or a name below it (the public suffix list, publicsuffix.org). */
function isAnybodys(one: string): boolean {
  return ANYBODYS.has(one) || ANYBODYS_EVERYWHERE.test(one) || getDomain(one, { allowPrivateDomains: true }) === null;
}

type Written = Pick<Source, "kind" | "mail" | "witness" | "offered"> & { url: Fact; formerly: readonly Fact[] };

/** What of a source cannot be meant, each with its way from the source on. */
export function mailFaults({ kind, mail, url, formerly, witness, offered }: Written): Fault[] {
  const faults: Fault[] = [];
  const add = (path: Fault["path"], says: string) => faults.push({ path, says });
  const isMailbox = (one: Fact) => /^imaps?:/.test(plainFact(one, "url"));
  if (kind !== "mail") {
    if (mail) add(["mail"], `is for \`kind: mail\`; a ${kind} has none`);
    if (isMailbox(url)) add(["url"], `is a mailbox; read it with \`kind: mail\``);
    if (formerly.some(isMailbox)) add(["formerly"], "names a mailbox; only `kind: mail` reads one");
    return faults;
  }
  if (!mail) add([], "has no `mail`; give the user, the variable that holds the password, and the publisher’s domains");
  if (!isMailbox(url)) add(["url"], "must be a mailbox such as imaps://imap.example.org/INBOX");
  else if (mailboxOf(plainFact(url, "url")) === undefined)
    add(["url"], "names no mailbox; write it behind the server, as in imaps://imap.example.org/INBOX");
  for (const [name, value] of Object.entries({ formerly: formerly.length > 0 || undefined, witness, offered }))
    if (value !== undefined) add([name], "is for what stands on the web; a mailbox has none");
  // What is no domain is said to be none, and not again.
  const isDomain = (one: string) => domain.safeParse(one).success;
  for (const [index, one] of (mail?.domains ?? []).entries()) {
    if (!isDomain(one)) continue;
    if (isAnybodys(one))
      add(["mail", "domains", index], `"${one}" signs for everybody who has an address there, not for the publisher`);
    if (mail?.sisters.includes(one))
      add(["mail", "sisters"], `"${one}" stands among the domains as well; write it once`);
  }
  for (const [index, one] of (mail?.sisters ?? []).entries())
    if (isDomain(one) && isAnybodys(one))
      add(["mail", "sisters", index], `"${one}" signs for everybody who has an address there, not for a sister`);
  return faults;
}

/** The name of the mailbox at an address (RFC 5092 §4); undefined where it has none. */
export function mailboxOf(address: string): string | undefined {
  const { pathname = "", search = "", hash = "" } = URL.parse(address) ?? {};
  try {
    const name = decodeURIComponent(pathname.replace(/^\//, ""));
    return search === "" && hash === "" && /^[^\p{Cc}]{1,200}$/u.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}
