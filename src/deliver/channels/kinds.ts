/** The channels that the settings name, opened: a kind a line. To add one, write its file beside webhook.ts, its block in config/delivery.ts, and its line here. */
import { createHash } from "node:crypto";
import { addressesIn, type OpenChannel, openChannels } from "../../config/channels.ts";
import type { Config } from "../../config/load.ts";
import { pageAt } from "../../config/web.ts";
import type { Readers } from "../../store/readers.ts";
import type { Watch } from "../../watch/watch.ts";
import type { Channel } from "../channel.ts";
import { apprise } from "./apprise.ts";
import { matrix } from "./matrix.ts";
import { type Messenger, messengerChannel } from "./messenger.ts";
import { ntfy } from "./ntfy.ts";
import { slack } from "./slack.ts";
import { telegram } from "./telegram.ts";
import { webhook } from "./webhook.ts";

export interface Opened {
  channel: Channel;
  /** Its kind, and what the settings call it: of mail, all its readers have one. */
  name: string;
  /** @throws {Lacking} */
  tryOut(): Promise<string>;
}

export interface Messengers {
  all: readonly Opened[];
  /** Learns who wants no more of it: what is recorded from then on is not for them. */
  refresh(): Promise<void>;
}

/**
 * @param readers who may end what they are sent; left out where nothing is sent but a test
 * @param watches those of now
 */
export async function openMessengers(
  { settings, secrets }: Pick<Config, "settings" | "secrets">,
  watches: () => readonly Watch[],
  readers?: Readers,
): Promise<Messengers> {
  const { delivery, web } = settings;
  const all: Opened[] = [];
  let left: ReadonlySet<string> = new Set();
  const refresh = async () => {
    left = (await readers?.left()) ?? left;
  };
  // A store that can only be read, or not at all, ends nobody's messages.
  await refresh().catch(() => undefined);
  for (const open of openChannels(settings, secrets.channels)) await add(open);
  return { all, refresh };

  async function add(open: OpenChannel): Promise<void> {
    const { address: url = "", secret, token = "" } = open.given;
    switch (open.kind) {
      case "webhook":
        return opened(open, webhook({ url, secret, variable: open.address, source: pageAt(web, "") ?? NOWHERE }));
      case "ntfy":
        return opened(open, ntfy({ url, token, variable: open.address }));
      case "slack":
        return opened(open, slack({ url, variable: open.address }));
      case "matrix":
        return opened(open, matrix({ server: open.server, room: open.room, token, variable: open.token }));
      case "telegram":
        return opened(open, telegram({ api: open.server, chat: open.chat, token, variable: open.token }));
      case "apprise":
        return opened(open, apprise({ url, variable: open.address }));
      case "mail":
        return addReaders(open);
    }
  }

  async function addReaders(open: Extract<OpenChannel, { kind: "mail" }>): Promise<void> {
    // Loaded only where it is used.
    const [{ mail }, { MailServer, AT_ONCE: atOnce }] = await Promise.all([
      import("./mail.ts"),
      import("./mail-server.ts"),
    ]);
    const { given, server: variable, from, encryption } = open;
    const server = new MailServer(given.server ?? "", encryption);
    for (const to of addressesIn(given.to ?? "")) {
      const reader = readerOf(open.id, to);
      const token = await readers?.tokenOf(reader).catch(() => undefined);
      const leaveAt = token && pageAt(web, `leave/${token}`);
      opened(open, mail(server, variable, { from, to, leaveAt }), reader, { name: server.name, atOnce });
    }
  }

  function opened<Body>(open: OpenChannel, messenger: Messenger<Body>, id = open.id, server?: Channel["server"]): void {
    const { kinds = delivery.kinds, language = delivery.language, record = delivery.record } = open;
    const pageOf = (notice: string) => pageAt(web, `notices/${notice}`);
    const hostsOf = (watch: string) => watches().find((one) => one.id === watch)?.publisher.hosts ?? [];
    const told = { id, kinds, watches: open.watches, language, record, quiet: open.quiet, pageOf, hostsOf };
    const channel = messengerChannel(told, messenger);
    const takes: Channel["takes"] = (notice) => !left.has(id) && channel.takes(notice);
    const tell: Channel["tell"] = async (bulletin, triedAgo) =>
      left.has(id) ? { kind: "sent" } : ((await channel.tell?.(bulletin, triedAgo)) ?? { kind: "sent" });
    all.push({
      channel: { ...channel, takes, tell, server },
      name: `${open.kind} ${open.id}`,
      tryOut: messenger.tryOut,
    });
  }
}

/** Where an event is from, of a bot whose page nobody can open. */
const NOWHERE = "urn:coming-weeks";

/** The channel that a reader is: what waits for it is kept by it, in a database that others may be given. */
function readerOf(channel: string, address: string): string {
  const digest = createHash("sha256").update(address.toLowerCase()).digest("hex").slice(0, 12);
  return `${channel}/${digest}`;
}
