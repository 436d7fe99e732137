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
  /** What it is called in what people are told of it. */
  name: string;
  /** @throws {Lacking} */
  tryOut(): Promise<string>;
}

export interface Messengers {
  all: readonly Opened[];
  /** Learns who wants no more of it: what is recorded from then on is not for them. */
  refresh(): Promise<void>;
  close(): void;
}

type Of<Kind extends OpenChannel["kind"]> = Extract<OpenChannel, { kind: Kind }>;

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
  const closing: (() => void)[] = [];
  let left: ReadonlySet<string> = new Set();
  const refresh = async () => {
    left = (await readers?.left()) ?? left;
  };
  await refresh();
  const pageOf = (notice: string) => pageAt(web, `notices/${notice}`);
  const hostsOf = (id: string) => watches().find((watch) => watch.id === id)?.publisher.hosts ?? [];
  const all: Opened[] = [];
  for (const open of openChannels(settings, secrets.channels)) {
    const { kinds = delivery.kinds, language = delivery.language, record = delivery.record, quiet } = open;
    for (const { id, messenger } of await messengersOf(open)) {
      const channel = messengerChannel(
        { id, kinds, watches: open.watches, language, record, quiet, pageOf, hostsOf },
        messenger,
      );
      const takes: Channel["takes"] = (notice) => !left.has(id) && channel.takes(notice);
      all.push({ channel: { ...channel, takes }, name: `${open.kind} ${id}`, tryOut: messenger.tryOut });
    }
  }
  const close = () => {
    for (const one of closing) one();
  };
  return { all, refresh, close };

  async function messengersOf(open: OpenChannel): Promise<{ id: string; messenger: Messenger<never> }[]> {
    const one = <Body>(messenger: Messenger<Body>) => [{ id: open.id, messenger: messenger as Messenger<never> }];
    const { address: url = "", secret, token } = open.given;
    switch (open.kind) {
      case "webhook":
        return one(webhook({ url, secret, variable: open.address, source: pageAt(web, "") ?? "urn:coming-weeks" }));
      case "ntfy":
        return one(ntfy({ url, token, variable: open.address }));
      case "slack":
        return one(slack({ url, variable: open.address }));
      case "matrix":
        return one(matrix({ server: open.server, room: open.room, token: token ?? "", variable: open.token }));
      case "telegram":
        return one(telegram({ api: open.server, chat: open.chat, token: token ?? "", variable: open.token }));
      case "apprise":
        return one(apprise({ url, variable: open.address }));
      case "mail":
        return byMail(open);
    }
  }

  /** Loaded only where it is used. */
  async function byMail({ id, given, server: variable, from, encryption }: Of<"mail">) {
    const { mail, mailServer } = await import("./mail.ts");
    const server = mailServer(given.server ?? "", encryption);
    closing.push(() => server.close());
    return Promise.all(
      addressesIn(given.to ?? "").map(async (to) => {
        const reader = readerOf(id, to);
        const token = await readers?.tokenOf(reader);
        const leaveAt = token && pageAt(web, `leave/${token}`);
        return { id: reader, messenger: mail(server, variable, { from, to, leaveAt }) as Messenger<never> };
      }),
    );
  }
}

/** The channel that a reader is: what waits for it is kept by it, in a database that others may be given. */
function readerOf(channel: string, address: string): string {
  const digest = createHash("sha256").update(address.toLowerCase()).digest("hex").slice(0, 12);
  return `${channel}/${digest}`;
}
