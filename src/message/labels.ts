/** Where the words of the picture stand: each in a row of its own above the curve, with a stem down to its day that crosses no words. */

export interface Label {
  /** Where its day is, from the left. */
  at: number;
  width: number;
}

export type Placed<L extends Label> = L & {
  /** 0 is the row next to the curve. */
  row: number;
  /** Where its words begin, from the left. */
  start: number;
  /** On which side of its stem they stand. */
  side: Side;
};

export interface Room {
  left: number;
  right: number;
  /** Between words and a stem. */
  gap: number;
}

const SIDES = ["right", "left", "over"] as const;
type Side = (typeof SIDES)[number];

/**
 * As many of the labels as can stand without a stem through words, the most important first. One alone always can, where it is no
 * wider than the room.
 */
export function placed<L extends Label>(labels: readonly L[], room: Room): Placed<L>[] {
  for (let count = labels.length; count > 0; count--) {
    const found = arranged(labels.slice(0, count), [], room);
    if (found) return found;
  }
  return [];
}

/** Fills the rows from the curve upwards. @param below what stands in the rows that are filled */
function arranged<L extends Label>(
  left: readonly L[],
  below: readonly Placed<L>[],
  room: Room,
): Placed<L>[] | undefined {
  if (left.length === 0) return [...below];
  for (const label of left)
    for (const side of SIDES) {
      const start = startOf(label, side, room);
      if (start === undefined || !below.every((lower) => isClear(label.at, lower, room.gap))) continue;
      const others = left.filter((other) => other !== label);
      const found = arranged(others, [...below, { ...label, row: below.length, start, side }], room);
      if (found) return found;
    }
  return undefined;
}

function startOf({ at, width }: Label, side: Side, { left, right, gap }: Room): number | undefined {
  const starts = {
    right: at + gap,
    left: at - gap - width,
    over: Math.max(left, Math.min(at - width / 2, right - width)),
  };
  const start = starts[side];
  return start >= left && start + width <= right ? start : undefined;
}

/** Whether a stem at a place goes past words, and not through them. */
function isClear(at: number, { start, width }: Pick<Placed<Label>, "start" | "width">, gap: number): boolean {
  return at <= start - gap / 2 || at >= start + width + gap / 2;
}
