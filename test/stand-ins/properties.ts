/** fast-check in a test's clothes: a sentence, where the values come from, and what holds for all of them. */
import fc from "fast-check";
import { it } from "vitest";

export { fc };

export function test<Values extends [unknown, ...unknown[]]>(
  sentence: string,
  from: { [Index in keyof Values]: fc.Arbitrary<Values[Index]> },
  holds: (...values: Values) => void | Promise<void>,
  runs = 100,
): void {
  it(sentence, async () => {
    await fc.assert(
      fc.asyncProperty(...from, async (...values: Values) => void (await holds(...values))),
      {
        numRuns: runs,
      },
    );
  });
}
