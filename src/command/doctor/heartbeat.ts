/** What `doctor` says of the heartbeat's address: whether it answers. */
import { callHeartbeat } from "../../bot/heartbeat.ts";
import type { Config } from "../../config/load.ts";
import type { Finding } from "./finding.ts";

/** The address may be a secret: it is named by where it stands. */
export async function lookAtHeartbeat({ settings, secrets }: Pick<Config, "settings" | "secrets">): Promise<Finding[]> {
  const url = secrets.heartbeatUrl ?? settings.heartbeat_url;
  if (!url) return [];
  const name = secrets.heartbeatUrl ? "HEARTBEAT_URL" : "heartbeat_url";
  const why = await callHeartbeat(url);
  return [
    why === undefined
      ? { isGood: true, text: `heartbeat: ${name} was called, and answered` }
      : {
          isGood: false,
          text: `heartbeat: ${name} was called: ${why}; check the address, and whether it can be reached from here`,
        },
  ];
}
