/** Rules for robots, asked before anything else of a site. */
import { gzipBomb } from "./bombs.ts";
import { type Bytes, type Hostile, joined, noise, numbered, onPage, times } from "./case.ts";

const LONG_PATH = `https://www.office.example.org/${"a".repeat(1_900)}`;

const PACKED = { "content-type": "text/plain", "content-encoding": "gzip" };

const asked = (name: string, robots: () => Bytes, extras: Partial<Hostile> = {}): Hostile =>
  onPage(`a robots.txt ${name}`, () => "", { robots: () => joined(robots()), ...extras });

export const ROBOTS: readonly Hostile[] = [
  asked("of 40,000 rules", () =>
    joined(
      "User-agent: *\n",
      numbered(40_000, (index) => `Disallow: /${index}\n`),
    ),
  ),
  asked(
    "of 40,000 rules with wildcards, for a long address",
    () => joined("User-agent: *\n", times("Disallow: *a*a*\n", 40_000)),
    { url: LONG_PATH },
  ),
  asked(
    "of one rule of 500,000 wildcards, for a long address",
    () => joined("User-agent: *\nDisallow: ", times("*", 500_000)),
    { url: LONG_PATH },
  ),
  asked(
    "of one rule “*a*a*a…” of 500 kB, for a long address",
    () => joined("User-agent: *\nDisallow: ", times("*a", 250_000), "b\n"),
    { url: LONG_PATH },
  ),
  asked(
    "of 500 rules of 500 wildcards, for a long address",
    () => joined("User-agent: *\n", times(`Disallow: ${"*a".repeat(500)}b\n`, 500)),
    { url: LONG_PATH },
  ),
  asked("of one line of 10 MB", () => times("a", 10_000_000)),
  asked("of 10 MB of line ends", () => times("\n", 10_000_000)),
  asked("of 10 MB of colons", () => times(":\n", 5_000_000)),
  asked("with 100,000 groups", () => numbered(100_000, (index) => `User-agent: robot-${index}\nDisallow: /${index}\n`)),
  asked("with 20,000 names of one group, before 1,000 rules", () =>
    joined(
      numbered(20_000, (index) => `User-agent: robot-${index}\n`),
      times("Disallow: /x\n", 1_000),
    ),
  ),
  asked(
    "with robots called __proto__ and constructor",
    () => "User-agent: __proto__\nDisallow: /\nUser-agent: constructor\nDisallow: /\nUser-agent: *\nAllow: /\n",
  ),
  asked("that asks for a pause of 10,000 digits", () => `User-agent: *\nCrawl-delay: ${"9".repeat(10_000)}\n`),
  asked("with rules of broken percent signs", () =>
    joined("User-agent: *\n", times("Disallow: /%%%e0%a4%zz\ud800\n", 15_000)),
  ),
  asked("of 5 MB of noise", () => noise(5_000_000, "robots")),
  asked("of 5 MB in UTF-16", () => Buffer.from("\ufeffUser-agent: *\nDisallow: /\n".repeat(90_000), "utf16le")),
  asked("of 500 MB in 500 kB of gzip", () => gzipBomb(500, "Disallow: /\n"), { robotsHeaders: PACKED }),
  asked("of 50 MB of rules in 100 kB of gzip", () => gzipBomb(50, "Disallow: /a\n", "User-agent: *\n"), {
    robotsHeaders: PACKED,
  }),
  asked("of 50 MB of one line in 100 kB of gzip", () => gzipBomb(50, "a"), { robotsHeaders: PACKED }),
  asked("of 500 MB behind 500 kB of gzip, with no word of its coding", () => gzipBomb(500, "Disallow: /\n")),
];
