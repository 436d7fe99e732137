/** Damage done to a file: bytes changed, cut, repeated, put in, or all that follows lost. */
import { fc } from "./properties.ts";

interface Mutation {
  /** Where, as a share of the file. */
  at: number;
  kind: "change" | "cut" | "insert" | "truncate" | "repeat";
  byte: number;
  count: number;
}

/** Any place is as likely as another; of fc.double's values, nearly all are next to nothing. */
export const share: fc.Arbitrary<number> = fc.nat(999_999).map((millionths) => millionths / 1e6);

const mutation = fc.record<Mutation>({
  at: share,
  kind: fc.constantFrom("change", "change", "cut", "insert", "truncate", "repeat"),
  byte: fc.integer({ min: 0, max: 255 }),
  count: fc.integer({ min: 1, max: 40 }),
});

/** One to six of them, one after the other. */
export const damage: fc.Arbitrary<(whole: Buffer) => Buffer> = fc
  .array(mutation, { minLength: 1, maxLength: 6 })
  .map((mutations) => (whole) => mutations.reduce(mutate, whole));

/** The file after it. */
export function mutationsOf(whole: Buffer): fc.Arbitrary<Buffer> {
  return damage.map((damaged) => damaged(whole));
}

function mutate(bytes: Buffer, { at, kind, byte, count }: Mutation): Buffer {
  const place = Math.floor(at * bytes.length);
  const [head, tail] = [bytes.subarray(0, place), bytes.subarray(place)];
  switch (kind) {
    case "change":
      return Buffer.concat([head, Buffer.from([byte]), tail.subarray(1)]);
    case "cut":
      return Buffer.concat([head, tail.subarray(count)]);
    case "insert":
      return Buffer.concat([head, Buffer.alloc(count, byte), tail]);
    case "repeat":
      return Buffer.concat([head, tail.subarray(0, count), tail]);
    case "truncate":
      return head;
  }
}
