import { expect, it } from "vitest";
import { orderOf } from "../../src/time/date-order.ts";

it.each([
  [undefined, "en", "www.ohchr.org", "Europe/Zurich"],
  ["dmy", "fr", "www.ohchr.org", "Europe/Zurich"],
  ["dmy", "en", "www.gov.uk", "Europe/London"],
  ["mdy", "en", "www.justice.gov", "America/New_York"],
  ["mdy", "en-US", "www.office.example.org", "America/Chicago"],
  // What WordPress begins with says nothing of Switzerland, and a Swiss office may write as Americans do.
  [undefined, "en-US", "www.office.example.org", "Europe/Zurich"],
  [undefined, "es", "www.office.example.org", "America/New_York"],
  ["dmy", undefined, "www.office.example.org", "Europe/Madrid"],
  ["ymd", "ja", "www.office.example.jp", "Asia/Tokyo"],
  ["ymd", "hu", "www.office.example.hu", "Europe/Budapest"],
  [undefined, "not a language", "office.example.io", "UTC"],
])("nothing shown: %s for %s at %s in %s", (order, language, host, zone) =>
  expect(orderOf([], { language, host, zone })).toBe(order),
);

it("what the dates of a page show goes before where it comes from, and decides nothing where they differ", () => {
  const origin = { language: "en-US", host: "www.justice.gov", zone: "America/New_York" };
  expect(orderOf(["dmy", "dmy"], origin)).toBe("dmy");
  expect(orderOf(["dmy", "mdy"], origin)).toBeUndefined();
});
