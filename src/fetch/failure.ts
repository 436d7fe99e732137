/** Why there was no answer worth reading, in words. */
import { machineFault } from "../language/machine-fault.ts";
import type { InstantText } from "../time/instant.ts";
import { RefusedAddress } from "./address-guard.ts";
import type { Failure, FailureCause } from "./capture.ts";
import { TooLarge } from "./content-encoding.ts";
import { ProxyFailure } from "./proxy.ts";

/** What went wrong, of an error. */
export function sayFailure(error: unknown, isOutOfTime: boolean, isStopped: boolean): [FailureCause, string] {
  const causes = [error, (error as Error | undefined)?.cause].filter(
    (cause) => cause instanceof Error,
  ) as NodeJS.ErrnoException[];
  const refused = causes.find((cause) => cause instanceof RefusedAddress);
  if (refused) return ["refused", refused.message];
  const proxy = causes.find((cause) => cause instanceof ProxyFailure);
  if (isStopped) return ["interrupted", "the bot was stopped meanwhile"];
  if (error instanceof TooLarge) return ["too-large", error.message];
  const code = causes.map((cause) => cause.code).find(Boolean) ?? "no answer";
  const machine = machineFault(error, "");
  if (machine?.kind === "too-many-files" || machine?.kind === "memory")
    return ["unreachable", `was not asked: on this machine ${machine.what}`];
  if (proxy) return ["unreachable", proxy.message];
  if (isOutOfTime || /TIMEOUT/.test(code)) return ["timeout", "did not answer in time"];
  return ["unreachable", `could not be reached (${code})`];
}

/** Of a request that was not sent. */
export function failed(url: string, at: InstantText, cause: FailureCause, detail: string): Failure {
  return { kind: "failure", url, at, cause, detail, milliseconds: 0 };
}

/** @param started when it was begun, by performance.now() */
export function failure(url: string, at: InstantText, started: number, cause: FailureCause, detail: string): Failure {
  return { ...failed(url, at, cause, detail), milliseconds: Math.round(performance.now() - started) };
}
