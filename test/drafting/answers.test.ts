/** What people write into a form is read as they write, whichever commas their keyboard has. */
import { expect, it } from "vitest";
import { groupsIn } from "../../src/drafting/answers.ts";

it.each([
  "Xinjiang, XUAR; report, assessment",
  "Xinjiang，XUAR；report、assessment",
  "Xinjiang، XUAR؛ report، assessment",
  " Xinjiang ,XUAR\nreport,,assessment ;",
])("%j is two groups of words", (answer) => {
  expect(groupsIn(answer)).toEqual([
    ["Xinjiang", "XUAR"],
    ["report", "assessment"],
  ]);
});
