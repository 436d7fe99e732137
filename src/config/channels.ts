/** The channels besides Discord and the terminal, with what the environment says of them. */
import { domainToASCII } from "node:url";
import type { Watch } from "../watch/watch.ts";
import type { ChannelSettings } from "./delivery.ts";
import type { Fault } from "./fault.ts";
import { unaskable } from "./formats.ts";
import { secretsHere } from "./redaction.ts";
import { LEAST_SECRET } from "./secret-forms.ts";
import type { Settings } from "./settings.ts";
import { unknownWatches } from "./told.ts";

/** The fields of a channel that name a variable, and what must stand there. */
const FORMS: Readonly<Record<Given, { is: (value: string, kind: ChannelSettings["kind"]) => boolean; says: string }>> =
  {
    address: {
      is: (value, kind) =>
        /^https?:\/\/[^/]+/.test(value) && URL.canParse(value) && (kind !== "ntfy" || topicIn(value) !== undefined),
      says: "is not the address that is wanted there; it looks like https://host/path",
    },
    secret: {
      is: (value) => /^whsec_[A-Za-z0-9+/]{32,88}={0,2}$/.test(value),
      says: "is not a secret that signs; it looks like whsec_ and 24 to 64 bytes in base64, as `echo whsec_$(openssl rand -base64 32)` makes one",
    },
    server: {
      is: (value) => /^smtps?:\/\/[^/]+/.test(value) && URL.canParse(value) && areDecodable(new URL(value)),
      says: "is not the address of a server for mail; it looks like smtps://user:password@mail.example.org, where a password’s / ? # @ % are written %2F %3F %23 %40 %25",
    },
    to: {
      is: (value) => addressesIn(value).length > 0 && addressesIn(value).every((one) => ADDRESS.test(one)),
      says: "must be addresses of mail, separated by commas, no more than 500",
    },
    token: {
      is: (value) => /^[!-~]+$/.test(value),
      says: "holds what no token does; it must be one line of letters, digits and signs",
    },
  };
type Given = "address" | "secret" | "server" | "to" | "token";
const GIVEN: readonly Given[] = ["address", "secret", "server", "to", "token"];

const ADDRESS = /^[^\s<>@,;"\\\p{Cc}]{1,64}@[^\s<>@,;"\\\p{Cc}]{1,255}$/u;
const MOST_READERS = 500;

/** A channel as its settings have it, and the values of the variables that it names, by the field. */
export type OpenChannel = ChannelSettings & { given: Partial<Record<Given, string>> };

/** The variables that a channel names, with the field. */
export function variablesOf(channel: ChannelSettings): { field: Given; name: string }[] {
  return GIVEN.flatMap((field) => {
    const name = (channel as Partial<Record<Given, string>>)[field];
    return name === undefined || (field === "server" && channel.kind !== "mail") ? [] : [{ field, name }];
  });
}

/** Those of which the environment says all that is needed. @param values by the variable */
export function openChannels(
  { delivery }: Pick<Settings, "delivery">,
  values: Readonly<Record<string, string>> = {},
): OpenChannel[] {
  return delivery.channels.flatMap((channel) => {
    const given = variablesOf(channel).map(({ field, name }) => [field, values[name]] as const);
    return given.every(([, value]) => value !== undefined) ? [{ ...channel, given: Object.fromEntries(given) }] : [];
  });
}

/**
 * What the settings say of them that only the watches and the environment can tell to be wrong.
 * @param mayBeMissing where nothing is sent
 */
export function channelFaults(
  { delivery }: Settings,
  watches: readonly Watch[],
  values: Readonly<Record<string, string>> = {},
  mayBeMissing = false,
): Fault[] {
  const first = new Map<string, number>();
  return delivery.channels.flatMap((channel, index): Fault[] => {
    const field = ["delivery", "channels", index];
    const other = first.get(channel.id);
    first.set(channel.id, other ?? index);
    return [
      ...(other === undefined
        ? []
        : [
            {
              path: [...field, "id"],
              says: `"${channel.id}" is that of channels[${other}] as well; give each its own`,
            },
          ]),
      ...unknownWatches(field, channel.watches, watches),
      ...variablesOf(channel).flatMap(({ field: at, name }) => {
        const value = values[name];
        const missing = mayBeMissing ? undefined : `is not set in the environment; set it, or ${name}_FILE`;
        const says = value === undefined ? missing : wrongIn(at, value, channel.kind);
        return says ? [{ path: [...field, at], says: `${name} ${says}` }] : [];
      }),
    ];
  });
}

function wrongIn(field: Given, value: string, kind: ChannelSettings["kind"]): string | undefined {
  if (field === "token" && value.length < LEAST_SECRET)
    return `is shorter than ${LEAST_SECRET} characters; see that it is there whole`;
  if (!FORMS[field].is(value, kind)) return FORMS[field].says;
  if (field === "address") return unaskable(value);
  const password = field === "server" ? decodeURIComponent(new URL(value).password) : "";
  return password !== "" && password.length < LEAST_SECRET
    ? `holds a password shorter than ${LEAST_SECRET} characters, so that it could not be kept out of the log and the messages; choose a longer one`
    : undefined;
}

/** The readers that a variable names, each once. */
export function addressesIn(value: string): string[] {
  const all = value.split(/[,\n]/).map((one) => one.trim());
  const named = [...new Set(all.filter((one) => one !== ""))];
  return named.length > MOST_READERS ? [] : named;
}

/**
 * From here on they are cut out of all that is said, however a server that was sent one writes it again.
 * @param openly the text of the settings and the watches: who stands there is known anyway
 */
export function keepReaders(value: string, openly: string): void {
  const open = new Set(openly.toLowerCase().split(/[\s<>"'`,;:()[\]{}]+/));
  for (const address of addressesIn(value)) {
    if (open.has(address.toLowerCase())) continue;
    const at = address.lastIndexOf("@") + 1;
    const domain = domainToASCII(address.slice(at));
    for (const form of [address, ...(domain ? [address.slice(0, at) + domain] : [])]) secretsHere.keep(form);
  }
}

/** What ntfy calls the last part of a topic's address; undefined where there is none. */
export function topicIn(address: string): string | undefined {
  return /\/([-_A-Za-z0-9]{1,64})\/?$/.exec(new URL(address).pathname)?.[1];
}

function areDecodable({ username, password }: URL): boolean {
  try {
    return [username, password].every((part) => typeof decodeURIComponent(part) === "string");
  } catch {
    return false;
  }
}
