/** What a web archive gives as a copy: of the address that was asked for, from the archive itself, or none. */
import { describe, expect, it } from "vitest";
import type { Answer } from "../../src/fetch/capture.ts";
import { provenanceOf } from "../../src/judge/provenance.ts";
import { mementoIn } from "../../src/memento/memento.ts";
import type { Watch } from "../../src/watch/watch.ts";
import { answer } from "../stand-ins/answer.ts";

const PAGE = "https://www.office.example.org/report?x=1";
const ARCHIVE = "https://web.archive.org/web";
const watch = {
  publisher: { name: "The Office", zone: "UTC", hosts: ["www.office.example.org"], sisters: [] },
  sources: [],
} as unknown as Watch;

/** @param way the archive's addresses, each sent on to the next */
function given(
  way: string[],
  headers: Record<string, string> = { "memento-datetime": "Wed, 31 Aug 2022 22:00:00 GMT" },
): Answer {
  const [url = "", ...others] = way;
  const hops = way.slice(0, -1).map((one) => ({ url: one, status: 302, rawHeaders: [] }));
  return answer({ url, finalUrl: others.at(-1) ?? url, hops, headers, wire: Buffer.from("a page") });
}
const copy = (original: string, at = "20220831220000") => `${ARCHIVE}/${at}id_/${original}`;

describe("a copy of the publisher’s page", () => {
  it.each([
    ["as it was asked for", [copy(PAGE)]],
    ["of the nearest instant that there is", [copy(PAGE, "20220901000000"), copy(PAGE)]],
    [
      "of the page that it sent on to, on its own site",
      [copy(PAGE), copy("https://www.office.example.org/report/final")],
    ],
  ])("%s is a witness’s word", (_, way) => {
    const memento = mementoIn(given(way), PAGE);
    expect(memento).toMatchObject({
      url: PAGE,
      witness: { host: "web.archive.org", at: "2022-08-31T22:00:00.000Z", address: way.at(-1) },
    });
    expect(memento && provenanceOf(watch, memento)).toBe("witness");
  });

  it.each([
    ["sent on to somebody else’s, as the archive has that", [copy(PAGE), copy("https://evil.example.com/fake.pdf")]],
    ["that came by way of somebody else", [copy(PAGE), copy("https://evil.example.com/"), copy(PAGE)]],
    ["over plain http", [copy(PAGE), copy(PAGE.replace("https", "http"))]],
    ["on another port", [copy(PAGE), copy(PAGE.replace(".org", ".org:8443"))]],
  ])("%s is no word of the publisher’s", (_, way) => {
    const memento = mementoIn(given(way), PAGE);
    expect(memento && provenanceOf(watch, memento)).toBe("outsider");
  });

  it.each([
    ["without the time that it was made", [copy(PAGE)], {}],
    ["from a server that the archive sent on to", [copy(PAGE), "https://evil.example.com/fake.pdf"], undefined],
    ["from one that calls itself an archive", [`https://evil.example.com/web/20220831220000id_/${PAGE}`], undefined],
    ["by way of one", [copy(PAGE), "https://evil.example.com/", copy(PAGE)], undefined],
    ["over plain http from the archive", [copy(PAGE).replace("https", "http")], undefined],
    ["with the archive’s own frame around it", [`${ARCHIVE}/20220831220000/${PAGE}`], undefined],
    ["of what is no address", [copy("report")], undefined],
    ["of no instant", [copy(PAGE, "20229931220000")], undefined],
  ])("%s is none", (_, way, headers) => {
    expect(mementoIn(given(way, headers), PAGE)).toBeUndefined();
  });
});
