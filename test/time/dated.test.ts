/** Days that are left open. */
import { describe, expect, it } from "vitest";
import { isOpenByOrder } from "../../src/time/dated.ts";

describe("a day that is left open", () => {
  it.each<[string, Parameters<typeof isOpenByOrder>[0], boolean]>([
    ["03/04/2022 is open by its order", { either: ["2022-03-04", "2022-04-03"] }, true],
    ["August 2022 is not", { either: ["2022-08-01", "2022-08-31"] }, false],
    ["nor is a day that is known", { date: "2022-03-04" }, false],
    ["nor is none", {}, false],
  ])("%s", (_, dated, isOpen) => {
    expect(isOpenByOrder(dated)).toBe(isOpen);
  });
});
