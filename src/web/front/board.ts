/** Where every watch stands, for a page about all of them. Of many it is put together at most every few seconds, whoever asks. */
import { setImmediate } from "node:timers/promises";
import type { Evidence } from "../../judge/evidence.ts";
import type { Status } from "../../judge/status.ts";
import type { Store } from "../../store/store.ts";
import { elapsed, type InstantText } from "../../time/instant.ts";
import type { Watch } from "../../watch/watch.ts";
import { type Desk, overviewOf } from "../desk.ts";

/** One word for how a watch stands, by which it is found. */
export const STATES = ["signalled", "overdue", "unknown", "unpublished", "withdrawn", "published"] as const;
export type State = (typeof STATES)[number];

export interface Standing {
  watch: Watch;
  status: Status;
  state: State;
  evidence: readonly Evidence[];
  lookedAt: InstantText | undefined;
  /** Statements that wait for a person's word. */
  proposed: number;
  /** Nothing of it can be read, so that a publication would not be seen. */
  isBlind: boolean;
}

interface Board {
  at: InstantText;
  standings: readonly Standing[];
}

/** Fewer than these are put together anew each time. */
const FEW = 25;
const KEPT_MS = 15_000;
/** After so many, whatever else the process has to do has its turn. */
const IN_ONE_TURN = 10;

const kept = new WeakMap<Store, { at: InstantText; watches: readonly Watch[]; board: Promise<Board> }>();

export function boardOf(desk: Desk): Promise<Board> {
  const { store, clock, watches } = desk;
  const at = clock.now();
  const known = kept.get(store);
  const isFresh = known && known.watches === watches && known.at <= at && elapsed(known.at, at) < KEPT_MS;
  if (isFresh && watches.length > FEW) return known.board;
  const board = put(desk, at);
  kept.set(store, { at, watches, board });
  board.catch(() => kept.delete(store));
  return board;
}

async function put(desk: Desk, at: InstantText): Promise<Board> {
  const standings: Standing[] = [];
  for (const watch of desk.watches) {
    standings.push(await standingOf(desk, watch));
    if (standings.length % IN_ONE_TURN === 0) await setImmediate();
  }
  return { at, standings };
}

async function standingOf(desk: Desk, watch: Watch): Promise<Standing> {
  const { status, evidence, lookedAt, proposed } = await overviewOf(desk, watch);
  const { verdict, standing, unknownBecause, reach } = status;
  const isAwake = unknownBecause !== "paused" && unknownBecause !== "never-looked";
  return {
    ...{ watch, status, evidence, lookedAt, proposed: proposed.length },
    state: verdict === "unpublished" && standing === "overdue" ? "overdue" : verdict,
    isBlind: verdict !== "published" && isAwake && (verdict === "unknown" || reach === "blind"),
  };
}
