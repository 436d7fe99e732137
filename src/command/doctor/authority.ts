/** What `doctor` says of the time authority that the settings name: whether it stamps, and what waits for it. */
import { randomUUID } from "node:crypto";
import { askForStamp } from "../../archive/stamp/asking.ts";
import { authorityIn } from "../../archive/stamp/roots.ts";
import { StampError } from "../../archive/stamp/stamp.ts";
import type { Config } from "../../config/load.ts";
import { PlainError } from "../../language/plain-error.ts";
import { counted } from "../../message/figures.ts";
import { Store } from "../../store/store.ts";
import type { InstantText } from "../../time/instant.ts";
import type { Finding } from "./finding.ts";

export async function lookAtAuthority(config: Config, now: InstantText): Promise<Finding[]> {
  const { time_stamps } = config.settings.archive;
  if (!time_stamps) return [];
  const waiting = await Store.beside(config, async (store) => {
    const checkpoints = (await store?.checkpoints.all()) ?? [];
    const stamped = checkpoints.findLastIndex(({ token }) => token !== null);
    return checkpoints.length - 1 - stamped;
  }).catch(() => 0);
  const besides = waiting > 0 ? `; ${counted(waiting, "checkpoint")} since the last stamp` : "";
  try {
    const authority = authorityIn(config);
    if (!authority) return [];
    const { stamp } = await askForStamp(authority, randomUUID(), now, new AbortController().signal);
    const trust = time_stamps.ca ? "" : "; without `ca` in the settings, its own certificate is all that says so";
    return [{ isGood: true, text: `time stamps: ${time_stamps.url} stamps, as ${stamp.authority}${trust}${besides}` }];
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
    const who = error instanceof StampError ? `${time_stamps.url} ` : "";
    return [{ isGood: false, text: `time stamps: ${who}${error.message}${besides}` }];
  }
}
