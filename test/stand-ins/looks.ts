/** A look as a check records it, of which a test says only what matters to it. */
import { randomBytes } from "node:crypto";
import { blankRow } from "../../src/check/row.ts";
import type { Uneventful } from "../../src/store/committing.ts";
import type { CheckRow } from "../../src/store/tables.ts";

export function aLook(told: Partial<CheckRow> = {}): Uneventful {
  const check: CheckRow = {
    id: randomBytes(8).toString("hex"),
    watch: "w",
    source: "a",
    at: "2026-11-26T12:00:00.000Z",
    outcome: "unchanged",
    problem: null,
    detail: null,
    status: 200,
    bytes: 0,
    milliseconds: 1,
    capture: null,
    changes: null,
    ...told,
  };
  const { id, at, watch, source, outcome } = check;
  const line = { kind: "look" as const, id, began: at, at, watch, source, outcome, exchanges: [] };
  return { source: { ...blankRow(watch, source), checked_at: at, good_at: at }, check, line };
}
