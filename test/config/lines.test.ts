/** Where a fault stands, and what was meant: by line, in a file of a few lines. */
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { type FieldPath, parseYaml } from "../../src/config/yaml.ts";

const schema = z.strictObject({
  title: z.string(),
  kind: z.enum(["listing", "feed"]).optional(),
  host: z.union([z.string(), z.strictObject({ host: z.string(), since: z.string() })]).optional(),
  sources: z.array(z.strictObject({ url: z.string(), every: z.string().optional() })).default([]),
});

describe("a fault in YAML names its line", () => {
  it.each<[string, string, string[]]>([
    ["of a value", "title: a\nkind: [x]\n", ["line 2: kind: a list is not one of listing, feed"]],
    [
      "of a misspelt value",
      "title: a\n\nkind: fede\n",
      ['line 3: kind: "fede" is not one of listing, feed; did you mean "feed"?'],
    ],
    [
      "of a value that has nothing of any",
      "title: a\nkind: rss\n",
      ['line 2: kind: "rss" is not one of listing, feed'],
    ],
    ["of a misspelt field", "title: a\ntitel: b\n", ['line 2: "titel" is not a field here; did you mean "title"?']],
    [
      "of a field that nobody knows",
      "title: a\ncolour: b\n",
      ["line 2: a name there is not a field here; check the spelling, or remove it"],
    ],
    [
      "of each of several misspelt fields",
      "title: a\nsources:\n  - url: b\n    evry: 1h\n  - evrey: 1h\n    url: c\n",
      [
        'line 4: sources[0]: "evry" is not a field here; did you mean "every"?',
        'line 5: sources[1]: "evrey" is not a field here; did you mean "every"?',
      ],
    ],
    [
      "of what lacks a field",
      "# a comment\ntitle: a\nsources:\n  - every: 1h\n",
      ["line 4: sources[0].url: is missing; give a text"],
    ],
    ["of the file, where it lacks a field", "# a comment\nkind: feed\n", ["line 2: title: is missing; give a text"]],
    [
      "in one of several forms",
      "title: a\nhost:\n  host: b\n  sinc: c\n",
      ["line 2: host.since: is missing; give a text"],
    ],
    [
      "behind an alias",
      "title: a\nsources:\n  - &one\n    url: [b]\n  - *one\n",
      ["line 4: sources[0].url: a list is not a text", "line 4: sources[1].url: a list is not a text"],
    ],
    ["in a file of nothing", "", ["line 1: title: is missing; give a text"]],
  ])("%s", (_, text, expected) => {
    const faults: string[] = [];
    expect(parseYaml("x.yaml", text, schema, faults)).toBeUndefined();
    expect(faults).toEqual(expected.map((fault) => `x.yaml: ${fault}`));
  });

  it("and of a good file tells where each field stands, or where it would", () => {
    const read = parseYaml("x.yaml", "title: a\nsources:\n  - url: b\n  - url: c\n", schema, []);
    const lines: [FieldPath, number][] = [
      [["title"], 1],
      [["sources", 1, "url"], 4],
      [["sources", 1, "every"], 4],
      [["kind"], 1],
    ];
    for (const [path, line] of lines) expect(read?.place(path)).toBe(`x.yaml: line ${line}: `);
  });

  it("and of faults without end tells the first", () => {
    const faults: string[] = [];
    parseYaml("x.yaml", `title: a\nsources:\n${"  - every: 1h\n".repeat(5000)}`, schema, faults);
    expect(faults).toHaveLength(51);
    expect(faults.at(-1)).toBe("x.yaml: and 4950 faults more");
    const fields: string[] = [];
    parseYaml("x.yaml", Array.from({ length: 5000 }, (_, index) => `field${index}: 1\n`).join(""), schema, fields);
    expect(fields).toHaveLength(51);
  });
});
