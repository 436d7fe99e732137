/**
 * A mailbox, looked into and never touched: opened read-only (EXAMINE, RFC 9051 §6.3.3), so that nothing in it is marked, moved or
 * deleted. Of what lies there only messages are fetched that claim to be of the domains asked for; the rest is nobody's business.
 *
 * The answer has the form of a web server's, as a gateway would give it, so that everything behind it, the archive too, knows one
 * form: the messages with the keys of their signers as its body (parcel.ts), and a validator made of what IMAP says of changes.
 */
import { createHash } from "node:crypto";
import { mailboxOf } from "../../config/mail.ts";
import type { Clock } from "../../time/clock.ts";
import type { Mailbox } from "../../watch/watch.ts";
import { bareHost, publicAddress } from "../address-guard.ts";
import { type Capture, type Header, headersByName, type Validators } from "../capture.ts";
import { failed, failure } from "../failure.ts";
import type { Pace } from "../pace.ts";
import { claimedOf, claimsOf, MOST_HEAD } from "./claims.ts";
import { type Connection, connect, MOST_MESSAGE } from "./connection.ts";
import { MailFault, sayMailFailure } from "./mail-failure.ts";
import { type Parcel, pack } from "./parcel.ts";
import { lookUp } from "./signing-keys.ts";

/**
 * The newest under the domains' names: so many heads, in batches, until there are enough whose signature names them. Anybody may
 * send hundreds that none does, behind which the publisher's own must still be found.
 */
const MOST_HEADS = 2000;
const BATCH = 200;
/** What the heads of a further batch may take: some five kilobytes each. */
const BATCH_BYTES = 1024 * 1024;
const MOST_MESSAGES = 50;
/** The links in them are to be followed in the same look (check/exchanges.ts). */
const MOST_BYTES = 2 * MOST_MESSAGE;
/** There is always room for a message of so many: two large forgeries would leave none for the one that matters. */
const SMALL = 64 * 1024;

interface MailParts {
  clock: Clock;
  /** In milliseconds, as for the web. */
  settings: {
    floor: number;
    time_to_headers: number;
    total_time: number;
    allow_private_addresses: boolean;
    proxy?: string | undefined;
  };
  secretOf: (variable: string) => string | undefined;
}

/** Looks into the mailbox at an address, in its server's line. */
export function lookIntoMailbox(
  { pace, ...parts }: MailParts & { pace: Pace },
  address: string,
  mail: Mailbox,
  validators: Validators = {},
  signal?: AbortSignal,
): Promise<Capture> {
  return pace.take(new URL(address).host, { floor: parts.settings.floor, mayBurst: false }, signal, (end) => {
    const ends = [signal, end].filter((one) => one !== undefined);
    return lookInto(parts, address, mail, validators, ends.length > 0 ? AbortSignal.any(ends) : undefined);
  });
}

async function lookInto(
  { clock, settings, secretOf }: MailParts,
  address: string,
  mail: Mailbox,
  validators: Validators,
  signal: AbortSignal | undefined,
): Promise<Capture> {
  const at = clock.now();
  const started = performance.now();
  const password = secretOf(mail.secret);
  const mailbox = mailboxOf(address);
  if (password === undefined || mailbox === undefined)
    return failed(address, at, "refused", `was not asked: ${mail.secret} is not in the environment`);
  const limit = AbortSignal.timeout(settings.total_time);
  const bounds = signal ? AbortSignal.any([signal, limit]) : limit;
  const url = new URL(address);
  let connection: Connection | undefined;
  try {
    const host = settings.allow_private_addresses ? bareHost(url) : await publicAddress(bareHost(url));
    bounds.throwIfAborted();
    connection = await connect({ url, host, user: mail.user, password, settings }, bounds);
    const { client } = connection;
    const { uidValidity, uidNext, exists } = await client.mailboxOpen(mailbox, { readOnly: true });
    const etag = `"${uidValidity}-${uidNext}-${exists}"`;
    const isSame = validators.etag === etag;
    const parcel = isSame ? undefined : await wanted(connection, mail);
    if (parcel) Object.assign(parcel.keys, await lookUp(namesIn(parcel, mail), bounds));
    const { type, body } = parcel ? pack(parcel) : { type: "", body: Buffer.alloc(0) };
    const rawHeaders: Header[] = [["etag", etag], ...(parcel ? [["content-type", type] satisfies Header] : [])];
    return {
      ...{ kind: "answer", url: address, finalUrl: address, at, status: isSame ? 304 : 200 },
      ...{ headers: headersByName(rawHeaders), rawHeaders, sentHeaders: [], hops: [] },
      ...{ wire: body, digest: createHash("sha256").update(body).digest("hex") },
      wasConditional: validators.etag !== undefined,
      milliseconds: Math.round(performance.now() - started),
    };
  } catch (error) {
    const why = connection?.fault() ?? error;
    return failure(address, at, started, ...sayMailFailure(why, mail.secret, limit.aborted, signal?.aborted ?? false));
  } finally {
    connection?.close();
  }
}

/** The messages that claim to be of the domains, the newest first. */
async function wanted({ client, allow }: Connection, mail: Mailbox): Promise<Parcel> {
  const domains = [...mail.domains, ...mail.sisters];
  const from = domains.map((domain) => ({ from: domain }));
  const found = await client.search(from.length === 1 ? (from[0] ?? {}) : { or: from }, { uid: true });
  if (!found) throw new MailFault("refused", "could not search the mailbox");
  const uids = [...new Set(found)].sort((one, other) => other - one);
  const parcel: Parcel = { messages: [], keys: {}, large: 0, beyond: 0 };
  const room = { bytes: MOST_BYTES };
  let looked = 0;
  while (looked < Math.min(uids.length, MOST_HEADS) && parcel.messages.length < MOST_MESSAGES) {
    if (looked > 0) allow(BATCH_BYTES);
    const batch = uids.slice(looked, looked + BATCH);
    looked += batch.length;
    await take({ client, allow }, batch, domains, parcel, room);
  }
  parcel.beyond += uids.length - looked;
  return parcel;
}

/** Puts those of some messages that claim to be of the domains into a parcel, as far as there is room, the newest first. */
async function take(
  { client, allow }: Pick<Connection, "client" | "allow">,
  uids: number[],
  domains: readonly string[],
  parcel: Parcel,
  room: { bytes: number },
): Promise<void> {
  const asked = new Set(uids);
  const query = { uid: true, size: true, internalDate: true, headers: ["from", "dkim-signature"] };
  const heads = (await client.fetchAll(uids, query, { uid: true }))
    .filter(({ uid, headers = Buffer.alloc(0) }) => asked.has(uid) && headers.length <= MOST_HEAD)
    .filter(({ headers = Buffer.alloc(0) }) => claimedOf(claimsOf(headers, domains), domains) !== undefined)
    .sort((one, other) => other.uid - one.uid);
  for (const { uid, size = 0, internalDate } of heads) {
    if (size > MOST_MESSAGE) {
      parcel.large++;
      continue;
    }
    if (parcel.messages.length >= MOST_MESSAGES || (size > SMALL && size > room.bytes)) {
      parcel.beyond++;
      continue;
    }
    allow(size);
    const message = await client.fetchOne(String(uid), { source: { maxLength: MOST_MESSAGE } }, { uid: true });
    const raw = message ? message.source : undefined;
    // It was deleted meanwhile; or the server sends another size than it said.
    if (!raw) continue;
    if (raw.length > SMALL) room.bytes -= raw.length;
    parcel.messages.push({ arrived: new Date(internalDate ?? 0).toISOString(), raw });
  }
}

/** Where the keys of each message's signers are kept: those of the domains alone, as anybody may name any. */
function namesIn({ messages }: Parcel, { domains, sisters }: Mailbox): string[][] {
  return messages.map(({ raw }) =>
    claimsOf(raw, [...domains, ...sisters]).signatures.map(
      ({ domain, selector }) => `${selector}._domainkey.${domain}`,
    ),
  );
}
