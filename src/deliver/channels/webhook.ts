/**
 * A program's address: each letter is a CloudEvent (CloudEvents 1.0, structured mode in JSON), signed as Standard Webhooks asks. What a
 * program is told twice, it knows by the event's id.
 */
import { createHash, createHmac } from "node:crypto";
import { redacted } from "../../config/redaction.ts";
import { noticeRecord, plainText } from "../../message/wording.ts";
import { DAY_MS } from "../../time/instant.ts";
import type { Sent } from "../channel.ts";
import { Lacking, type Letter, type Messenger } from "./messenger.ts";
import { ask, type Posted, post, saidBy, Unanswered } from "./posting.ts";

interface Address {
  url: string;
  /** `whsec_…`; unsigned where it is left out. */
  secret?: string | undefined;
  /** The variable that holds the address. */
  variable: string;
  /** Where the bot's page is, or a name for it: a CloudEvent says where it is from. */
  source: string;
}

interface Event {
  id: string;
  body: string;
}

/** A receiver that is at fault for a while may answer so as well: for so long, it is asked again. */
const UNFIT_AFTER_MS = DAY_MS;

export function webhook(address: Address): Messenger<Event> {
  const { url, variable } = address;
  const service = { name: "the webhook", mend: `check ${variable}` };
  const give = (event: Event, triedAgo: number | undefined) =>
    post(service, url, { headers: headersOf(address, event), body: event.body }, (posted) => meaning(posted, triedAgo));
  return {
    forms: [{ name: "whole", make: (letter) => eventOf(letter, address.source, "told") }],
    give: (event, _, triedAgo) => give(event, triedAgo),
    change: (_, letter) => give(eventOf(letter, address.source, "amended"), undefined),
    tryOut: async () => {
      try {
        // Whether anybody is there: it says nothing yet of who.
        const { status } = await ask(url, { method: "GET" });
        return `answers (${status} to a GET; \`doctor --send\` shows whether it takes events)${address.secret ? "" : "; events are not signed"}`;
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        throw new Lacking(`could not be reached (${error.message}); check ${variable}, and whether it runs`);
      }
    },
  };
}

/** Standard Webhooks, "Response codes": 2xx is taken, 410 wants no more, and everything else is tried again. */
function meaning(posted: Posted, triedAgo = 0): Sent | undefined {
  const { status } = posted;
  const isUnfit = status >= 400 && status < 500 && ![401, 403, 404, 408, 410, 425, 429].includes(status);
  if (!isUnfit) return undefined;
  const error = saidBy("the webhook", posted);
  return triedAgo < UNFIT_AFTER_MS ? { kind: "later", error } : { kind: "refused", error };
}

/** Standard Webhooks, "Signature scheme": `id.timestamp.body` under HMAC-SHA256. */
function headersOf({ secret }: Address, { id, body }: Event): Record<string, string> {
  const timestamp = String(Math.floor(Date.now() / 1000));
  const key = Buffer.from(secret?.slice("whsec_".length) ?? "", "base64");
  const signature = createHmac("sha256", key).update(`${id}.${timestamp}.${body}`).digest("base64");
  return {
    "content-type": "application/cloudevents+json; charset=utf-8",
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    ...(secret ? { "webhook-signature": `v1,${signature}` } : {}),
  };
}

function eventOf(letter: Letter, source: string, as: "told" | "amended"): Event {
  const { message, at, of, kind, page, language } = letter;
  const [only, ...others] = of;
  const notices = of.map(({ id, notice, sequel }) => withoutSecrets(noticeRecord(id, notice, sequel, language)));
  const data = {
    title: message.title,
    text: plainText(message),
    language,
    ...(page ? { page } : {}),
    ...(only && others.length === 0 ? { notice: notices[0] } : notices.length > 0 ? { notices } : {}),
  };
  // Brought up to date, it is another event; the same news twice is the same.
  const digest = createHash("sha256").update(JSON.stringify(data)).digest("hex").slice(0, 16);
  const id = as === "told" ? letter.id : `${letter.id}-${digest}`;
  const event = {
    specversion: "1.0",
    id,
    source,
    type: `org.coming-weeks.${of.length > 0 ? "notice" : "bot"}.${kind}${as === "amended" ? ".amended" : ""}`,
    ...(only && others.length === 0 ? { subject: `${only.notice.watch}/${only.id}` } : {}),
    time: at,
    datacontenttype: "application/json",
    data,
  };
  return { id, body: JSON.stringify(event) };
}

/** A record of a notice says more than its message does. */
function withoutSecrets<T>(record: T): T {
  return JSON.parse(
    JSON.stringify(record, (_, value: unknown) => (typeof value === "string" ? redacted(value) : value)),
  ) as T;
}
