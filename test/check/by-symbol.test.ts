/** A document that the UN gives by its symbol: 200 and zero bytes until it is issued, then the file. */
import { describe, expect, it } from "vitest";
import { parseWatch } from "../../src/config/load.ts";
import { rehearse } from "../stand-ins/bot.ts";
import type { Pages } from "../stand-ins/origin.ts";
import { officeFile } from "../stand-ins/other-offices.ts";

const SITE = "https://documents.un.org";
const PATH = "/api/symbol/access?s=A%2FHRC%2F61%2F6&l=en&t=pdf";
const TITLE = "Report of the Harbour Inquiry";
const NOT_ISSUED = { headers: { "content-type": "application/pdf" }, body: "" };

const watchText = (hosts: string, url = SITE + PATH) => `
title: ${TITLE}
publisher: { name: The Council, zone: Europe/Zurich, ${hosts} }
statements:
  - { on: 2022-08-01, by: the council, phrase: in the coming months }
evidence:
  titles: [${TITLE}]
  subject: [[harbour], [report, inquiry]]
  topic: [harbour]
sources:
  - { id: by-symbol, kind: document, url: "${url}" }
  - { id: news, kind: listing, url: "https://www.council.example.org/news", existence: likely }`;
const OWN = "hosts: [www.council.example.org], files: [documents.un.org]";
const SISTER = "hosts: [www.council.example.org], sisters: [documents.un.org]";

function parsed(text: string) {
  const faults: string[] = [];
  return { watch: parseWatch({ place: "harbour.yaml", name: "harbour.yaml", text }, faults), faults };
}

async function watching(hosts: string) {
  const { watch, faults } = parsed(watchText(hosts));
  expect(faults).toEqual([]);
  if (!watch) throw new Error("no watch");
  const pages: Pages = { [PATH]: NOT_ISSUED };
  return rehearse({
    pages,
    adjust: (config) => {
      config.watches = [watch];
      const [address = ""] = Object.values(config.settings.fetch.origins);
      config.settings.fetch.origins = { [SITE]: address, "https://www.council.example.org": address };
    },
  });
}

const issued = () => officeFile(TITLE, "2022-08-31", "the harbour, on which this inquiry has to report") ?? "";
const news = (kinds: readonly string[]) => kinds.filter((kind) => !/started|overdue|reminder/.test(kind));

describe("a symbol", () => {
  it("that is not issued is looked for, found not to be there, and nobody is alarmed", async () => {
    const { at, kinds, status } = await watching(OWN);
    expect((await at("2022-08-02T12:00:00Z")).of("by-symbol")).toMatchObject({ outcome: "baseline" });
    for (const day of [3, 4, 5, 6]) {
      const { outcome, problem } = (await at(`2022-08-0${day}T12:00:00Z`)).of("by-symbol");
      expect({ outcome, problem }).toEqual({ outcome: "unchanged", problem: undefined });
    }
    expect(news(kinds())).toEqual([]);
    expect(await status()).toMatchObject({ verdict: "unpublished" });
  });

  it("is published when it is issued, where the publisher’s files stand there", async () => {
    const { at, kinds, told, origin } = await watching(OWN);
    await at("2022-08-30T12:00:00Z");
    origin.pages[PATH] = issued();
    await at("2022-08-31T12:00:00Z");
    expect(news(kinds())).toEqual(["published"]);
    expect(JSON.stringify(told.at(-1))).toContain("document-at-known-address");
  });

  it("is a question for a person when another body gives it", async () => {
    const { at, kinds, origin } = await watching(SISTER);
    await at("2022-08-30T12:00:00Z");
    origin.pages[PATH] = issued();
    await at("2022-08-31T12:00:00Z");
    expect(news(kinds())).toEqual(["signalled"]);
  });

  it("that is answered by a server in trouble meanwhile is a problem, and no word on the document", async () => {
    const { at, kinds, origin } = await watching(OWN);
    await at("2022-08-30T12:00:00Z");
    origin.pages[PATH] = { status: 503 };
    expect((await at("2022-08-30T13:00:00Z")).of("by-symbol").problem).toMatchObject({ problem: "unavailable" });
    origin.pages[PATH] = { ...NOT_ISSUED, headers: { "content-type": "text/html" } };
    expect((await at("2022-08-30T14:00:00Z")).of("by-symbol").problem).toBeUndefined();
    expect(news(kinds())).toEqual([]);
  });

  it("that is taken back is not gone by one empty answer", async () => {
    const { at, kinds, origin } = await watching(OWN);
    origin.pages[PATH] = issued();
    await at("2022-08-31T12:00:00Z");
    origin.pages[PATH] = NOT_ISSUED;
    await at("2022-08-31T13:00:00Z");
    expect(news(kinds())).toEqual(["published"]);
  });
});

describe("what is written of it in a watch", () => {
  it.each([
    ["A/HRC/61/6", "l=en&t=pdf&s=A/HRC/61/6"],
    ["one of two slashes", "s=A%2FHRC/61%2F6&l=en&t=pdf"],
  ])("must not hold a bare slash (%s)", (_, query) => {
    const { faults } = parsed(watchText(OWN, `${SITE}/api/symbol/access?${query}`));
    expect(faults).toEqual([
      expect.stringContaining(
        "has a symbol with bare slashes, which documents.un.org does not find; write each as %2F (A%2FHRC%2F61%2F6)",
      ),
    ]);
  });

  it("may say that nothing is absent, of a document alone", () => {
    const { faults } = parsed(watchText(OWN).replace("kind: listing,", "kind: listing, empty: absent,"));
    expect(faults).toEqual([expect.stringContaining("is for `kind: document`")]);
    expect(parsed(watchText(OWN).replace("kind: document,", "kind: document, empty: absent,")).faults).toEqual([]);
  });
});
