/** What of the config cannot be right, or may be: `doctor` says it as `validate` does. */
import { expect, it, onTestFinished } from "vitest";
import { call } from "../../stand-ins/command.ts";
import { configFolder } from "../../stand-ins/config-folder.ts";
import { folder } from "../../stand-ins/folder.ts";
import { startOrigin } from "../../stand-ins/origin.ts";

const OFFICE = "https://www.office.example.org";
const LIBRARY = "https://library.office.example.org";

it.each([
  ["feed", ""],
  ["json", ', paths: { items: "$.data[*]", title: $.title }'],
  ["oai", ""],
  ["sitemap", ""],
  ["document", ""],
])(
  "a %s on a host of the publisher’s site that is not among its hosts is a fault, and a strange contact a warning",
  async (kind, more) => {
    const origin = await startOrigin();
    onTestFinished(() => origin.close());
    const file = await configFolder("fetch: { floor: 1s, retries: 0 }", {
      "x.yaml": `title: A report
publisher: { name: P, zone: UTC, hosts: [www.office.example.org] }
statements: [{ on: 2022-01-01, by: P, phrase: soon }]
evidence: { titles: [A report], subject: [[report]], topic: [report] }
sources:
  - { id: news, kind: page, url: "${OFFICE}/" }
  - { id: library, kind: ${kind}, url: "${LIBRARY}/a"${more} }
`,
    });
    const common = ["--config", file, "--data", await folder()];
    const validated = await call(["validate", ...common]);
    const sites = [OFFICE, LIBRARY].flatMap((site) => ["--origin", `${site}=${origin.address}`]);
    const { code, out } = await call(["doctor", ...common, ...sites]);
    expect([validated.code, code]).toEqual([2, 1]);
    expect(validated.error).toContain("library.office.example.org is not among publisher.hosts");
    for (const fault of validated.error.trim().split("\n")) expect(out).toContain(`FAIL  config: ${fault}\n`);
    const warnings = validated.out.split("\n").filter((line) => line.startsWith("Warning: "));
    expect(warnings).toContainEqual(expect.stringContaining("fetch.contact: is still the one"));
    for (const warning of warnings) expect(out).toContain(`ok    config: ${warning}\n`);
  },
);
