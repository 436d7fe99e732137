/** The shapes that the picture of the clock comes in: how wide and high, and how large its letters are in it. */

export interface Frame {
  width: number;
  left: number;
  right: number;
  /** Of letters, the least first; what is drawn beside them is in proportion. */
  small: number;
  letters: number;
  /** Between words. */
  gap: number;
  /** Whether the verdict and the name stand above it: on a page they stand beside it. */
  isHeaded: boolean;
  /** Promises that are named, besides the day itself: the first, and the newest ones. */
  promises: number;
  /** From the top: the row of labels next to the curve, above which the others stand; the axis; the strip of looks; and in all. */
  firstRow: number;
  row: number;
  axis: number;
  curve: number;
  strip: number;
  stripHeight: number;
  height: number;
}

/** For a message: a phone shows it 320 pixels wide, where 40 are 11 pixels, the least that is easily read. */
export const MESSAGE: Frame = {
  ...{ width: 1200, left: 60, right: 1140, small: 40, letters: 42, gap: 16, isHeaded: true, promises: 3 },
  ...{ firstRow: 372, row: 54, axis: 592, curve: 190, strip: 732, stripHeight: 40, height: 856 },
};

/** For a page as wide as a screen: shown between 700 and 1,060 pixels wide. */
const WIDE: Frame = {
  ...{ width: 1600, left: 36, right: 1564, small: 25, letters: 28, gap: 12, isHeaded: false, promises: 3 },
  ...{ firstRow: 168, row: 42, axis: 344, curve: 150, strip: 450, stripHeight: 30, height: 540 },
};

/** For a phone's page: shown 360 pixels wide, half of what it is drawn in. */
const TALL: Frame = {
  ...{ width: 720, left: 28, right: 692, small: 26, letters: 28, gap: 12, isHeaded: false, promises: 3 },
  ...{ firstRow: 178, row: 44, axis: 426, curve: 220, strip: 536, stripHeight: 34, height: 666 },
};

export const FRAMES = { wide: WIDE, tall: TALL } as const;
export type PageFrame = keyof typeof FRAMES;

/** A length that was measured in a message's picture, in another. */
export function inFrame({ letters }: Frame, length: number): number {
  return Math.round((length * letters) / MESSAGE.letters);
}
