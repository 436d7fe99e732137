/** `validate`: what is well written and still cannot be meant, before the day on which it would show. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { stringify } from "yaml";
import { call, type Ran, run } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { startOrigin } from "../stand-ins/origin.ts";

const SETTINGS = "fetch: { contact: press@example.org }\n";

function watch(
  changes: { hosts?: unknown; files?: string[]; sisters?: string[]; on?: string; sources?: [string, string][] } = {},
) {
  const {
    hosts = ["www.office.example"],
    files,
    sisters,
    on = "2024-03-01",
    sources = [["listing", "https://www.office.example/news"]],
  } = changes;
  return stringify({
    title: "Report on the bridge",
    publisher: {
      name: "The office",
      zone: "Europe/Zurich",
      hosts,
      ...(files ? { files } : {}),
      ...(sisters ? { sisters } : {}),
    },
    statements: [{ on, by: "a spokesperson", phrase: "in the coming weeks" }],
    evidence: { titles: ["Report on the bridge"], subject: [["bridge"], ["report"]], topic: ["bridge"] },
    sources: sources.map(([kind, url], index) => ({ id: `s${index}`, kind, url })),
  });
}

/** What is said of files in a config folder. @param files name → text; the settings and a good watch are there already */
async function validated(files: Record<string, string>, ...more: string[]): Promise<Ran> {
  const place = await folder();
  for (const [name, text] of Object.entries({
    "coming-weeks.yaml": SETTINGS,
    "watches/bridge.yaml": watch(),
    ...files,
  })) {
    await mkdir(join(place, name, ".."), { recursive: true });
    await writeFile(join(place, name), text);
  }
  const ran = await call(["validate", "--config", join(place, "coming-weeks.yaml"), "--at", "2024-05-01", ...more]);
  return { ...ran, error: ran.error.replaceAll(`${place}/`, ""), out: ran.out.replaceAll(`${place}/`, "") };
}

/** The good watch, with so many sources, some of them with a witness. */
function withWitnesses(count: number, witnessed: number): string {
  const sources = Array.from({ length: count }, (_, index) => ["listing", `https://www.office.example/${index}`]);
  let left = witnessed;
  return watch({ sources: sources as [string, string][] }).replaceAll(/kind: listing\n/g, (kind) =>
    left-- > 0 ? `${kind}    witness: wayback\n` : kind,
  );
}

describe("validate", () => {
  it.each([
    [1, 0, "1 source,"],
    [3, 2, "3 sources, and copies of 2 of them from the Wayback Machine,"],
    [1, 1, "1 source, and copies of it from the Wayback Machine,"],
    [2, 2, "2 sources, and copies of all of them from the Wayback Machine,"],
  ])(
    "counts as sources what a person wrote, and copies apart: %s, of which %s are copied",
    async (count, copies, says) => {
      const files = { "watches/bridge.yaml": withWitnesses(count, copies) };
      expect((await validated(files)).out).toContain(`\n  ${says} 1 statement\n`);
      expect((await validated(files, "--json")).lines).toContainEqual(
        expect.objectContaining({ type: "watch", sources: count, copies }),
      );
    },
  );

  it("has nothing to say of a good config, but what each promise is taken to mean", async () => {
    const { code, out, error } = await validated({});
    expect([code, error]).toEqual([0, ""]);
    expect(out).toMatch(
      /^bridge: Report on the bridge\n.*“in the coming weeks”: 8 March 2024 to 26 April 2024.*The config is good\.\n$/s,
    );
    expect(out).not.toContain("Warning");
  });

  it.each<[string, Record<string, string>, RegExp]>([
    [
      "a host that no source is on",
      { "watches/bridge.yaml": watch({ hosts: ["www.office.example", "www.oficce.test"] }) },
      /^watches\/bridge\.yaml: line 7: publisher\.hosts\[1\]: no source is on www\.oficce\.test, nor on its site; .*; did you mean "www\.office\.example"\?\n$/,
    ],
    [
      "hosts none of which is read",
      { "watches/bridge.yaml": watch({ sources: [["feed", "https://news.test/feed"]] }) },
      /^watches\/bridge\.yaml: line 6: publisher\.hosts\[0\]: no source is on www\.office\.example/,
    ],
    [
      "a document where nothing can be proved",
      {
        "watches/bridge.yaml": watch({
          sources: [
            ["listing", "https://www.office.example/news"],
            ["document", "https://files.test/report.pdf"],
          ],
        }),
      },
      /^watches\/bridge\.yaml: line 25: sources\[1\]\.url: files\.test is not among publisher\.hosts, so that nothing there can prove/,
    ],
    [
      "a page of the publisher’s whose host is forgotten",
      {
        "watches/bridge.yaml": watch({
          sources: [
            ["listing", "https://www.office.example/news"],
            ["page", "https://press.office.example/"],
          ],
        }),
      },
      /^watches\/bridge\.yaml: line 25: sources\[1\]\.url: press\.office\.example is not among publisher\.hosts/,
    ],
    [
      "a promise in the future",
      { "watches/bridge.yaml": watch({ on: "2024-05-02" }) },
      /^watches\/bridge\.yaml: line 8: statements\[0\]\.on: "2024-05-02" is in the future/,
    ],
    [
      "no pause between requests",
      { "coming-weeks.yaml": "fetch: { floor: 0s }\n" },
      /^coming-weeks\.yaml: line 1: fetch\.floor: must be 1s or more/,
    ],
    [
      "two files with one id",
      { "watches/b.yaml": `id: bridge\n${watch()}`, "watches/bridge.yaml": watch() },
      /^watches\/bridge\.yaml: line 1: id: "bridge" is that of watches\/b\.yaml as well; give each its own `id`\n$/,
    ],
    [
      "a file left by an editor",
      { "watches/other.yaml.bak": "" },
      /^watches\/other\.yaml\.bak: is not read; let its name end in \.yaml, or move it elsewhere\n$/,
    ],
    [
      "a file in large letters",
      { "watches/other.YAML": "" },
      /^watches\/other\.YAML: is not read; write \.YAML in small letters\n$/,
    ],
    ["a file of JSON", { "watches/other.json": "{}" }, /^watches\/other\.json: is not read; write it as YAML/],
    [
      "a folder of watches",
      { "watches/more/other.yaml": "" },
      /^watches\/more: is not read; watches stand beside each other/,
    ],
  ])("refuses %s", async (_, files, says) => {
    const { code, out, error } = await validated(files);
    expect([code, out.includes("The config is good")]).toEqual([2, false]);
    expect(error).toMatch(says);
  });

  it.each<[string, Record<string, string>]>([
    [
      "the site’s name without www, as the shipped watch has it",
      { "watches/bridge.yaml": watch({ hosts: ["www.office.example", "office.example"] }) },
    ],
    ["a host where only files stand, and the watch says so", { "watches/bridge.yaml": watch({ files: ["cdn.test"] }) }],
    [
      "a document on a host where only files stand",
      {
        "watches/bridge.yaml": watch({
          files: ["cdn.test"],
          sources: [
            ["listing", "https://www.office.example/news"],
            ["document", "https://cdn.test/report.pdf"],
          ],
        }),
      },
    ],
    [
      "a sister’s page",
      {
        "watches/bridge.yaml": watch({
          sisters: ["sister.test"],
          sources: [
            ["listing", "https://www.office.example/news"],
            ["feed", "https://sister.test/feed"],
          ],
        }),
      },
    ],
    [
      "what is hidden, or no watch",
      {
        "watches/.other.yaml": "",
        "watches/..data/other.yaml": "",
        "watches/README.md": "",
        "watches/notes/a.txt": "",
      },
    ],
    [
      "no pause between requests to this machine",
      {
        "coming-weeks.yaml": `${SETTINGS.replace("}", ', floor: 0s, origins: { "https://www.office.example": "http://127.0.0.1:1" } }')}`,
      },
    ],
  ])("lets pass %s", async (_, files) => {
    expect(await validated(files)).toMatchObject({ code: 0, error: "", out: expect.not.stringContaining("Warning") });
  });

  it.each<[string, Record<string, string>, string]>([
    [
      "whose contact is nobody’s",
      { "coming-weeks.yaml": "" },
      "Warning: coming-weeks.yaml: line 1: fetch.contact: is still the one that comes with the program",
    ],
    [
      "with a host of the publisher’s site that no source is on",
      { "watches/bridge.yaml": watch({ hosts: ["www.office.example", "files.office.example"] }) },
      "Warning: watches/bridge.yaml: line 7: publisher.hosts[1]: no source is on files.office.example; where its files stand there",
    ],
    [
      "with a stranger’s page",
      {
        "watches/bridge.yaml": watch({
          sources: [
            ["listing", "https://www.office.example/news"],
            ["feed", "https://paper.test/feed"],
          ],
        }),
      },
      "Warning: watches/bridge.yaml: line 25: sources[1].url: paper.test is neither the publisher’s nor",
    ],
    [
      "that knows an address beforehand",
      {
        "watches/bridge.yaml": watch({
          sources: [
            ["listing", "https://www.office.example/news"],
            ["page", "https://www.office.example/bridge-report"],
          ],
        }),
      },
      "Warning: watches/bridge.yaml: line 25: sources[1].url: https://www.office.example/bridge-report carries the subject",
    ],
  ])("warns of a config %s, and lets it pass", async (_, files, says) => {
    const { code, out } = await validated(files);
    expect([code, out]).toEqual([0, expect.stringContaining(says)]);
  });

  it("says the same to machines", async () => {
    const { code, lines } = await validated({ "coming-weeks.yaml": "", "watches/other.json": "{}" }, "--json");
    expect(code).toBe(2);
    expect(lines.at(-1)).toMatchObject({
      type: "config",
      isGood: false,
      faults: [expect.stringContaining("other.json: is not read")],
      warnings: [expect.stringContaining("fetch.contact")],
    });
  });

  it("refuses what a bot runs with all the same, and says in its log", async () => {
    const taken = await startOrigin();
    onTestFinished(() => taken.close());
    const place = await folder();
    await mkdir(join(place, "watches"));
    await writeFile(join(place, "coming-weeks.yaml"), SETTINGS);
    await writeFile(join(place, "watches", "bridge.yaml"), watch({ hosts: ["www.office.example", "www.oficce.test"] }));
    // It ends as soon as it would look at anything.
    const { port } = new URL(taken.address);
    const settings = ["--config", join(place, "coming-weeks.yaml"), "--data", join(place, "data")];
    const { error } = await run(["start", ...settings, "--listen", port, "--at", "2024-05-01"]);
    expect(error).toMatch(/"event":"config-doubted".*line 7: publisher\.hosts\[1\]: no source is on www\.oficce\.test/);
  });
});
