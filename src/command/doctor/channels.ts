/** What `doctor` says of the channels that `delivery.channels` names: whether each would take a message; with --send, whether it took one. */
import { openChannels } from "../../config/channels.ts";
import type { Config } from "../../config/load.ts";
import type { Opened } from "../../deliver/channels/kinds.ts";
import { Lacking } from "../../deliver/channels/messenger.ts";
import type { InstantText } from "../../time/instant.ts";
import type { Finding } from "./finding.ts";

/** @param sends whether each is sent a message that says that it is a test */
export async function lookAtChannels(config: Config, sends: boolean, now: InstantText): Promise<Finding[]> {
  if (openChannels(config.settings, config.secrets.channels).length === 0) return [];
  const { openMessengers } = await import("../../deliver/channels/kinds.ts");
  const messengers = await openMessengers(config, () => config.watches);
  try {
    const findings: Finding[] = [];
    for (const one of messengers.all) findings.push(await (sends ? sendTo(one, now) : lookAt(one)));
    return findings;
  } finally {
    messengers.close();
  }
}

async function lookAt({ name, tryOut }: Opened): Promise<Finding> {
  try {
    return { isGood: true, text: `${name}: ${await tryOut()}` };
  } catch (error) {
    if (!(error instanceof Lacking)) throw error;
    return { isGood: false, text: `${name}: ${error.message}` };
  }
}

async function sendTo({ name, channel }: Opened, at: InstantText): Promise<Finding> {
  const sent = await channel.tell?.({ kind: "test", at }, undefined);
  return sent === undefined || sent.kind === "sent"
    ? { isGood: true, text: `${name}: took a test message${sent?.lacks ? `, ${sent.lacks}` : ""}` }
    : { isGood: false, text: `${name}: ${sent.error}` };
}
