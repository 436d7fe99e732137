/** What a robots.txt says of an address: RFC 9309, and what google/robotstxt makes of files that people write. */
import { describe, expect, it } from "vitest";
import { readRobots } from "../../src/fetch/robots-rules.ts";
import { fc, test } from "../stand-ins/properties.ts";

const SITE = "https://www.office.example.org";

async function wordOf(text: string | Buffer, path: string, agent = "coming-weeks") {
  return readRobots(
    { url: `${SITE}/robots.txt`, headers: {}, wire: Buffer.from(text), digest: "" },
    SITE + path,
    agent,
  );
}

async function isAllowed(text: string | Buffer, path: string): Promise<boolean> {
  return (await wordOf(text, path)).isAllowed;
}

describe("the group that counts", () => {
  it.each([
    ["is the robot’s own, however it is written", "User-Agent: COMING-Weeks/2.0 (a bot)\nDisallow: /", false],
    [
      "is the robot’s own, though everyone else is refused",
      "User-agent: *\nDisallow: /\nUser-agent: coming-weeks\n",
      true,
    ],
    ["is everyone’s where the robot is not named", "User-agent: other\nAllow: /\n\nUser-agent: *\nDisallow: /", false],
    ["is not one whose name only begins like the robot’s", "User-agent: coming\nDisallow: /", true],
    ["is not one whose name goes on after the robot’s", "User-agent: coming-weeks-later\nDisallow: /", true],
    [
      "is all that is said to the robot, in several places",
      "User-agent: coming-weeks\nAllow: /x\nUser-agent: b\nUser-agent: coming-weeks\nDisallow: /page",
      false,
    ],
    ["goes on after an empty line", "User-agent: coming-weeks\n\n\nDisallow: /page", false],
    [
      "goes on after a sitemap",
      "User-agent: coming-weeks\nSitemap: https://a.example/x\nUser-agent: b\nDisallow: /page",
      false,
    ],
    [
      "goes on after an unknown line",
      "User-agent: coming-weeks\nHost: a\nClean-param: b\nUser-agent: b\nDisallow: /page",
      false,
    ],
    [
      "ends where another begins after a rule",
      "User-agent: coming-weeks\nAllow: /\nUser-agent: b\nDisallow: /page",
      true,
    ],
    ["holds no rule that stands before any group", "Disallow: /page\nUser-agent: coming-weeks\nAllow: /x", true],
    ["is found behind a byte order mark", "\ufeffUser-agent: *\nDisallow: /page", false],
    ["is found whatever ends a line", "User-agent: *\rDisallow: /page\r", false],
    ["is found behind comments and blanks", "  user-agent : *  # all\n\t disallow\t: /page # this", false],
    ["is found in spite of common misspellings", "useragent: *\ndissalow /page", false],
    ["is found in a page that holds it", "<html><pre>\nUser-agent: *\nDisallow: /page\n</pre>", false],
    ["is none in a page", "<!doctype html><p>User-agent: nobody was there</p>", true],
  ])("%s", async (_, text, allowed) => expect(await isAllowed(text, "/page.html")).toBe(allowed));
});

describe("a rule", () => {
  const verdict = (rules: string, path: string) =>
    isAllowed(`User-agent: *\n${rules.replace(/^(\W)/gm, "Disallow: $1")}`, path);
  it.each([
    ["/fish", "/fish.html", false],
    ["/fish", "/Fish", true],
    ["/fish/", "/fish", true],
    ["fish", "/fish", true],
    ["Disallow:", "/fish", true],
    ["/*.php", "/index.php?x=1", false],
    ["/*.php$", "/index.php?x=1", true],
    ["/*.php$", "/a.php/b.php", false],
    ["/a*a$", "/a", true],
    ["/a*$", "/ab", false],
    ["/fish$", "/fish", false],
    ["/fish$", "/fishes", true],
    ["/a$b", "/a$b", false],
    ["/a$b", "/a", true],
    ["/*", "/", false],
    ["*/private", "/x/private/y", false],
    ["/\nAllow: /open", "/open", true],
    ["/open/x\nAllow: /open", "/open/x", false],
    ["/open\nAllow: /open", "/open", true],
    ["Allow: /open\nDisallow: /open", "/open", true],
    ["/*.html\nAllow: /page", "/page.html", false],
    ["/?s=", "/?s=1", false],
  ])("“%s” of “%s” allows: %s", async (rules, path, allowed) => expect(await verdict(rules, path)).toBe(allowed));

  it.each([
    ["/caf\u00e9", "/caf%C3%A9"],
    ["/caf%c3%a9", "/caf%C3%A9"],
    ["/foo/%62%61%7A", "/foo/baz"],
    ["/foo/baz", "/foo/%62%61%7A"],
    ["/a|{b}", "/a%7C%7Bb%7D"],
    ["/file-with-a-%2A.html", "/file-with-a-*.html"],
    ["/a%24", "/a$"],
    ["/go?to=https://a.example", "/go?to=https%3A%2F%2Fa.example"],
    ["/go?to=https%3A%2F%2Fa.example", "/go?to=https://a.example"],
    ["/100%", "/100%"],
  ])("“%s” is about “%s”, as both are written in one way", async (rule, path) => {
    expect(await verdict(rule, path)).toBe(false);
  });

  it("says that a slash which is part of a name is no other", async () => {
    expect(await verdict("/a%2Fb", "/a/b")).toBe(true);
  });

  it("in another character set is about the same octets", async () => {
    expect(await isAllowed(Buffer.from("User-agent: *\nDisallow: /caf\u00e9", "latin1"), "/caf%E9")).toBe(false);
  });

  const letters = (...given: string[]) => fc.string({ unit: fc.constantFrom(...given), maxLength: 8 });
  test(
    "with wildcards matches what a search through all possibilities finds",
    [letters("a", "b", "/"), letters("a", "b", "/", "*"), fc.constantFrom("", "$")],
    async (path, pattern, end) => {
      const expression = new RegExp(`^/${pattern.replaceAll("*", ".*")}${end}`);
      expect(await verdict(`/${pattern}${end}`, `/${path}`)).toBe(!expression.test(`/${path}`));
    },
  );
});

describe("a pause", () => {
  it.each([
    ["the robot’s own", "User-agent: *\nCrawl-delay: 9\nUser-agent: coming-weeks\nCrawl-delay: 2.5", 2500],
    ["everyone’s", "User-agent: *\nCrawl-delay: 9", 9000],
    ["no more than a minute", "User-agent: *\nCrawl-delay: 999", 60_000],
    ["none for what is no number", "User-agent: *\nCrawl-delay: soon", 0],
    ["none for less than nothing", "User-agent: *\nCrawl-delay: -3", 0],
    ["none that is asked of others", "User-agent: other\nCrawl-delay: 3\nUser-agent: *\nDisallow: /x", 0],
  ])("is %s", async (_, text, crawlDelay) => expect((await wordOf(text, "/page")).crawlDelay).toBe(crawlDelay));
});
