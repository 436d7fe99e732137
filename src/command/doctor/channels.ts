/** What `doctor` says of the channels that `delivery.channels` names: whether each would take a message; with --send, whether it took one. */
import { openChannels } from "../../config/channels.ts";
import type { Config } from "../../config/load.ts";
import type { Opened } from "../../deliver/channels/kinds.ts";
import { Lacking } from "../../deliver/channels/messenger.ts";
import type { InstantText } from "../../time/instant.ts";
import type { Finding } from "./finding.ts";

/** @param sends whether each is sent a message that says that it is a test; of several readers of mail, the first */
export async function lookAtChannels(config: Config, sends: boolean, now: InstantText): Promise<Finding[]> {
  if (openChannels(config.settings, config.secrets.channels).length === 0) return [];
  const { openMessengers } = await import("../../deliver/channels/kinds.ts");
  const { all } = await openMessengers(config, () => config.watches);
  const findings: Finding[] = [];
  for (const [name, [first, ...others]] of Map.groupBy(all, (one) => one.name)) {
    if (!first) continue;
    const besides = others.length > 0 ? ` (tried for the first of ${others.length + 1} readers)` : "";
    const { isGood, text } = await (sends ? sentTo(first, now) : triedOut(first));
    findings.push({ isGood, text: `${name}: ${text}${besides}` });
  }
  return findings;
}

async function triedOut({ tryOut }: Opened): Promise<Finding> {
  try {
    return { isGood: true, text: await tryOut() };
  } catch (error) {
    if (!(error instanceof Lacking)) throw error;
    return { isGood: false, text: error.message };
  }
}

async function sentTo({ channel }: Opened, at: InstantText): Promise<Finding> {
  const sent = (await channel.tell?.({ kind: "test", at }, undefined)) ?? { kind: "sent" };
  if (sent.kind !== "sent") return { isGood: false, text: sent.error };
  return { isGood: true, text: `took a test message${sent.lacks ? `, ${sent.lacks}` : ""}` };
}
