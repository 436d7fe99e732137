/** Who answered, by every way that an answer can take: only the publisher's own hosts are its own. */
import { describe, expect, it } from "vitest";
import { provenanceOf } from "../../src/judge/provenance.ts";
import type { Watch } from "../../src/watch/watch.ts";

const ACCOUNT = "https://social.example.org/@office.rss";
const watch = {
  publisher: { name: "The Office", zone: "UTC", hosts: ["www.office.example.org"], sisters: ["sister.example.org"] },
  sources: [
    { id: "posts", kind: "feed", url: ACCOUNT, account: true },
    { id: "others", kind: "feed", url: "https://social.example.org/@other.rss" },
  ],
} as unknown as Watch;

const answer = (url: string, ...ways: string[]) => ({
  url,
  finalUrl: ways.at(-1) ?? url,
  hops: ways.length > 0 ? [url, ...ways.slice(0, -1)].map((one) => ({ url: one, status: 302, rawHeaders: [] })) : [],
});
const OWN = "https://www.office.example.org/a";
const SISTER = "https://sister.example.org/a";
const ELSE = "https://elsewhere.example.org/a";

describe("an answer", () => {
  it.each([
    ["of the publisher’s host", answer(OWN), "own"],
    ["that went from it to it", answer(OWN, `${OWN}/b`), "own"],
    ["over plain http", answer(OWN.replace("https", "http")), "outsider"],
    ["on another port", answer(OWN.replace(".org", ".org:8443")), "outsider"],
    ["that went by somebody else", answer(OWN, ELSE, OWN), "outsider"],
    ["that ended at somebody else", answer(OWN, ELSE), "outsider"],
    ["of a host with its name before it", answer("https://www.office.example.org.evil.example/a"), "outsider"],
    ["of a sister", answer(SISTER), "sister"],
    ["of a sister over plain http", answer(SISTER.replace("https", "http")), "outsider"],
    ["of the publisher’s account", answer(ACCOUNT), "own-word"],
    ["of its account, on the same site", answer(ACCOUNT, "https://social.example.org/users/office.rss"), "own-word"],
    ["of its account, sent on to somebody else", answer(ACCOUNT, ELSE), "outsider"],
    ["of its account, by way of somebody else", answer(ACCOUNT, ELSE, ACCOUNT), "outsider"],
    ["of its account, over plain http", answer(ACCOUNT, ACCOUNT.replace("https", "http")), "outsider"],
    ["of another account there", answer("https://social.example.org/@other.rss"), "outsider"],
    ["of another page there", answer("https://social.example.org/@office.rss?x"), "outsider"],
  ])("%s", (_, given, provenance) => {
    expect(provenanceOf(watch, given)).toBe(provenance);
  });

  it("of the publisher’s host that a web archive has is a witness’s", () => {
    const witness = { host: "web.archive.org", at: "2022-09-01T00:00:00.000Z", address: ELSE, raw: {} as never };
    expect(provenanceOf(watch, { ...answer(OWN), witness })).toBe("witness");
    expect(provenanceOf(watch, { ...answer(ELSE), witness })).toBe("outsider");
  });

  it.each([
    ["publisher", "own-word"],
    ["sister", "sister"],
  ] as const)("of a message that the %s signed is theirs, whoever handed it on", (whose, provenance) => {
    expect(provenanceOf(watch, answer(ELSE), { signedBy: { domain: "example.org", whose } })).toBe(provenance);
  });
});
