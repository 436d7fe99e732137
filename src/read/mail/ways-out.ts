/** Addresses in a mail that are not to be followed: what ends the subscription, or is its holder's own page. */
import { fieldsOf } from "../../fetch/mail/claims.ts";
import { fold } from "../../language/fold.ts";

const MOST_FIELD = 4000;

/** Words of an address's part that make it a subscriber's own, where the part has hardly another. */
const SUBSCRIBERS =
  /^(?:subscri(?:be|bers?|ptions?)|unsub\w*|preferences?|preferencecenter|mailman\d?|listinfo|phplist|sympa|optin|listserv|majordomo)$/;
/** The same of a part that is this word alone. */
const OWN_PAGE =
  /^(?:block|forward|confirm(?:ation)?|verify|activate|profile|settings|optout|exit|remove|leave|cancel|abo|baja|afmelden|abmelden|oneclick)$/;
const OWN_TWO =
  /^(?:(?:confirm|manage|update|edit|change|delete|forward|verify|activate|block) (?:e ?mails?|address|profile|account|lists?|sender|preferences?|settings|friend|mail|message)|opt (?:in|out)|one click|e?mail (?:preferences|settings)|my (?:account|profile|lists?)|list manage)$/;
/** Names under which an address carries who the subscriber is. */
const KEY =
  /^(?:subscriber\w*|subscription\w*|subid|e ?mails?|e ?mail address|mail|member|member ?id|recipient\w*|contact ?id|user|user ?id|unsub\w*)$/;
/** The same, but some sites number their pages so. */
const MAYBE_KEY = /^(?:uid|sid|token|key|hash)$/;

/** Where the head of a message says that it is left (RFC 2369 §3.2). @returns whether an address is that, whoever the subscriber is */
export function exitsOf(raw: Buffer): (address: string) => boolean {
  const said = fieldsOf(raw).filter(({ name }) => name === "list-unsubscribe");
  const exits = said
    .flatMap(({ value }) => [...value.slice(0, MOST_FIELD).matchAll(/<(https?:[^<>]{1,2000})>/gi)])
    .flatMap(([, address = ""]) => URL.parse(address.replace(/\s+/g, "")) ?? []);
  return (address) => {
    const url = URL.parse(address);
    return url !== null && exits.some((exit) => isSamePlace(exit, url));
  };
}

/** The same path, and of what stands behind it the same save for what counts or names one subscriber. */
function isSamePlace(exit: URL, url: URL): boolean {
  if (exit.host !== url.host || exit.pathname !== url.pathname) return false;
  // A site that has one door for all tells by the names alone what is behind.
  const isOneDoor = /^\/(?:[a-z]{2}\/)?(?:[\w-]+\.\w{2,4})?$/i.test(exit.pathname);
  return [...exit.searchParams].every(([name, value]) =>
    isKeyValue(value) ? !isOneDoor || url.searchParams.has(name) : url.searchParams.getAll(name).includes(value),
  );
}

function isKeyValue(value: string): boolean {
  return /[\d@]/.test(value) || value.length > 20;
}

/** In an address words may run together, and be written without their accents. */
const LEADS_OUT =
  /un ?subscri|opt ?out|desabon|desinscri|desuscri|disiscri|descadastr|desinscrev|abmeld|abbestell|afmeld|uitschrijv|отпис|退订|取消订阅|listremove|remove ?me/;

/** Whether an address says itself that it ends a subscription. */
export function isExitAddress(address: string): boolean {
  return LEADS_OUT.test(fold(decoded(decoded(address))));
}

/** Whether an address is a subscriber's own page, or carries who the subscriber is. @param hasWords the link says in words of its own where it leads */
export function isSubscribers(address: string, hasWords: boolean): boolean {
  const url = URL.parse(address);
  if (!url) return false;
  const parts = url.pathname.split("/").map(decoded);
  const isFile = /\.(?:pdf|docx?|odt|epub|html?)$/i.test(url.pathname);
  if ((isFile ? parts.slice(0, -1) : parts).some((part) => isOwnPage(part))) return true;
  return [...url.searchParams].some(
    ([name, value]) =>
      value.includes("@") ||
      isOwnPage(name) ||
      isOwnPage(value) ||
      KEY.test(wordsOf(name)) ||
      (!hasWords && MAYBE_KEY.test(wordsOf(name))),
  );
}

function isOwnPage(part: string): boolean {
  const said = wordsOf(part.replace(/\.\w{2,5}$/, ""));
  const words = said.split(" ");
  return (
    OWN_PAGE.test(said) || OWN_TWO.test(said) || (words.length <= 2 && words.some((word) => SUBSCRIBERS.test(word)))
  );
}

function wordsOf(part: string): string {
  return fold(part.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " "));
}

/** An address with the letters that it stands for. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}
