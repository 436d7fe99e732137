/** `validate` warns of what looks as if it was known only afterwards. */
import { describe, expect, it } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import type { Evidence } from "../../src/judge/evidence.ts";
import { hindsight } from "../../src/judge/hindsight.ts";
import { known } from "../../src/judge/known.ts";
import type { Watch } from "../../src/watch/watch.ts";
import { watchOf } from "../stand-ins/office.ts";

const [shipped] = loadConfig(new URL("../../config/coming-weeks.yaml", import.meta.url).pathname, {}).watches as [
  Watch,
];
const DOCUMENT = "https://www.ohchr.org/en/documents/country-reports/ohchr-assessment-human-rights-concerns-xinjiang";

describe("the shipped watch", () => {
  it("has no hindsight that does not say since when", () => {
    expect(hindsight(shipped)).toEqual([]);
  });

  it("knows nothing of the document on any day of its documented history", () => {
    for (const day of ["2021-12-10", "2022-02-20", "2022-08-31", "2022-09-07"]) {
      const then = known(shipped, learnt(), day);
      expect(then.evidence.titles).toEqual(["OHCHR assessment of the human rights situation in Xinjiang"]);
      expect(then.sources.some(({ kind }) => kind === "document")).toBe(false);
      expect(JSON.stringify({ ...then, since: undefined })).not.toMatch(/concerns|2022-08-31\/|final-assesment/);
    }
  });

  it("knows the address scheme of each time", () => {
    const latest = (day: string) => known(shipped, learnt(), day).sources.find(({ id }) => id === "latest");
    expect(latest("2021-12-10")).toMatchObject({ url: expect.stringContaining("NewsSearch.aspx"), formerly: [] });
    expect(latest("2022-02-21")).toMatchObject({ url: "https://www.ohchr.org/en/latest" });
  });

  it("is complete from the day after", () => {
    const after = known(shipped, learnt(), "2022-09-08");
    expect(after.evidence.titles).toHaveLength(7);
    expect(after.sources.filter(({ via }) => !via).map(({ id }) => id)).toEqual(
      shipped.sources.filter(({ via }) => !via).map(({ id }) => id),
    );
  });
});

it("a title that nobody could know, and an address that carries the subject, are warned of", () => {
  const watch = watchOf({ title: "Report on the bridge", subject: [["bridge"], ["report"]] }, "2024-03-01");
  watch.evidence.titles.push("Steel, salt and silence: the report on the bridge");
  const [news] = watch.sources;
  if (!news) throw new Error("no source");
  watch.sources.push({ ...news, id: "it", url: "https://www.office.example.org/files/bridge-report.pdf" });
  expect(hindsight(watch)).toEqual([
    { path: ["evidence", "titles", 1], says: expect.stringMatching(/^“Steel, salt.*\(steel, salt, silence\)/) },
    { path: ["sources", 1, "url"], says: expect.stringContaining("(bridge, report)") },
  ]);
  watch.since = {
    titles: { "Steel, salt and silence: the report on the bridge": "2024-06-10" },
    sources: { it: "2024-06-10" },
    words: {},
    hosts: {},
    addresses: {},
  };
  expect(hindsight(watch)).toEqual([]);
});

describe("what is confirmed or proved", () => {
  const proof = {
    id: "f".repeat(32),
    rule: "confirmed-by-a-person",
    url: DOCUMENT,
    title: "OHCHR Assessment of human rights concerns",
    capture: "",
    source: "latest",
    foundAt: "2022-08-31T21:52:00.000Z",
    state: "standing",
    files: [{ url: `${DOCUMENT}.pdf`, facts: { sha256: "", bytes: 1 } }],
  } as const;

  it("is known by its title and looked at from then on, until it is taken back", () => {
    const then = known(shipped, learnt({ ...proof, files: [...proof.files] }), "2022-09-01");
    expect(then.evidence.titles).toContain(proof.title);
    expect(then.sources.at(-1)).toMatchObject({ id: "found-ffffffff", kind: "document", url: DOCUMENT });
    const taken = known(shipped, learnt({ ...proof, files: [...proof.files], state: "dismissed" }), "2022-09-01");
    expect(taken.evidence.titles).not.toContain(proof.title);
  });

  it("is the same watch, in the same object, as long as nothing more is known", () => {
    expect(known(shipped, learnt(), "2022-03-01")).toBe(known(shipped, learnt(), "2022-08-30"));
    expect(known(shipped, learnt(), "2022-09-08")).toBe(shipped);
  });
});

function learnt(...evidence: Evidence[]) {
  return { evidence, proposals: [] };
}
