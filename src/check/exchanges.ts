/** Every exchange of a check is noted: the archive and its journal account for each. */
import { asExchanged, type Capture } from "../fetch/capture.ts";
import type { Tools } from "./errand.ts";
import type { Reader } from "./reader.ts";

/** What was asked for and had, and why it was not read to its end where it was not. */
export interface Exchanged {
  capture: Capture;
  unfinished?: string;
}

/** All that a look had is held until it is written down: with this many bytes it asks for nothing more, and the next look goes on. */
const ENOUGH_BYTES = 20 * 1024 * 1024;

/** A look that took this long asks for nothing more: what answers slowly must not hold up the other sources of its watch. */
const LONG_MS = 180_000;

/**
 * Tools that note what is fetched and read with them in `exchanges`.
 * @param had what was had by address, which is not asked for again; what is had now is put to it
 */
export function noteExchanges<Given extends Pick<Tools, "clock" | "fetcher" | "room">>(
  { room, ...tools }: Given,
  exchanges: Exchanged[],
  had: Map<string, Capture>,
): Omit<Given, "room"> & { reader: Reader } {
  const { fetcher, clock } = tools;
  const began = performance.now();
  /** Why nothing more is asked for. */
  const enough = () => {
    if (held(exchanges) >= ENOUGH_BYTES) return "the look had much to read already";
    return exchanges.length > 0 && performance.now() - began > LONG_MS ? "the look took long already" : undefined;
  };
  return {
    ...tools,
    fetcher: {
      fetch: async (url, ...how) => {
        const why = enough();
        const known = had.get(url);
        const capture = known ?? (why ? notAsked(url, clock.now(), why) : await fetcher.fetch(url, ...how));
        had.set(url, capture);
        exchanges.push({ capture });
        return capture;
      },
      close: () => fetcher.close(),
    },
    reader: room.open((answer, why) => {
      const exchange = exchanges.find(({ capture }) => capture === asExchanged(answer));
      if (exchange) exchange.unfinished = why;
    }),
  };
}

function held(exchanges: readonly Exchanged[]): number {
  return exchanges.reduce((sum, { capture }) => sum + (capture.kind === "answer" ? capture.wire.length : 0), 0);
}

function notAsked(url: string, at: string, why: string): Capture {
  const detail = `was not asked: ${why}`;
  return { kind: "failure", url, at, cause: "too-large", detail, milliseconds: 0 };
}

/** Bodies of this many bytes stand outside the heap, and the collector of garbage sees no hurry in them. */
const LARGE = 1024 * 1024;

/** Gives back the memory of what was had, once it is written down. Nothing may look into it any more. */
export function letGo(captures: Iterable<Capture>): void {
  for (const capture of captures) {
    if (capture.kind === "failure" || capture.wire.length < LARGE) continue;
    const { buffer, byteLength } = capture.wire;
    if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength) buffer.transfer(0);
  }
}
