/** What a watch may say of how a source is asked: sentences about what cannot be meant, and the secret that it names. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { doubtsOf } from "../../src/config/doubts.ts";
import { ConfigError } from "../../src/config/fault.ts";
import { readConfig, withWatches } from "../../src/config/load.ts";
import { redacted } from "../../src/config/redaction.ts";
import { watchWarnings } from "../../src/config/sense.ts";
import type { Watch } from "../../src/watch/watch.ts";
import { configFolder } from "../stand-ins/config-folder.ts";
import { folder } from "../stand-ins/folder.ts";

const PATHS = 'paths: { items: "$.data[*]", title: $.title }';
const API = "https://api.sister.example.org/v2/reports?appname=me";
const KEY = "k-7f3a9d51c0b24e6f";
const DRAWN = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";

const watchOf = (source: string) => `title: A report
publisher: { name: P, zone: UTC, hosts: [{ host: www.example.org, since: 2022-01-02 }], files: [files.example.org], sisters: [api.sister.example.org] }
statements: [{ on: 2022-01-01, by: P, phrase: soon }]
evidence: { titles: [A report], subject: [[report]], topic: [report] }
sources:
  - { id: news, kind: page, url: "https://www.example.org/" }
  - { id: api, ${source} }
`;

const NAMES = ["SOURCE_KEY", "SOURCE_ONE", "SOURCE_TWO", "SOURCE_THREE"];
const SETTINGS = `fetch: { secrets: { ${NAMES.map((name) => `${name}: [api.sister.example.org]`).join(", ")} } }`;

async function read(source: string, environment: NodeJS.ProcessEnv = {}, settings = SETTINGS) {
  return readConfig(await configFolder(settings, { "x.yaml": watchOf(source) }), environment);
}

async function load(...what: Parameters<typeof read>) {
  return (await read(...what)).config;
}

/** What refuses it; where nothing does, what cannot be meant. */
async function faultsOf(source: string, environment: NodeJS.ProcessEnv = {}): Promise<string[]> {
  const shown = (faults: readonly string[]) => faults.map((one) => one.replace(/^.*line \d+: sources\[1\]/, ""));
  try {
    const { faults } = doubtsOf(await read(source, environment), "2022-01-11T00:00:00Z");
    return shown(faults.filter((one) => !one.includes("publisher")));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return shown(error.faults);
  }
}

it("a source of JSON has paths, one or several for each part, and what is asked", async () => {
  const [watch] = (
    await load(`kind: json, url: "${API}", offered: "https://sister.example.org/terms",
      paths: { items: "$.data[*]", title: [$.title, $.name], link: $.id, base: "https://sister.example.org/r/", date: $.day },
      request: { headers: { x-app: me }, body: { query: { value: [1, null, "x"] } } }`)
  ).watches;
  expect(watch?.sources[1]).toMatchObject({
    offered: "https://sister.example.org/terms",
    paths: { items: "$.data[*]", title: ["$.title", "$.name"], link: ["$.id"], date: ["$.day"] },
    request: { headers: { "x-app": "me" }, body: { query: { value: [1, null, "x"] } } },
  });
});

describe("what cannot be meant is said, with what would be right", () => {
  const json = `kind: json, url: "${API}", ${PATHS}`;
  it.each([
    [
      "no paths",
      `kind: json, url: "${API}"`,
      ": has no `paths`; give the JSONPath of the items there, and of each one’s title",
    ],
    ["no address", `kind: json, ${PATHS}`, ".url: is missing; it must be an http or https address"],
    [
      "an address among the paths",
      json.replace("$.title", "$.title, url: $.id"),
      '.paths: "url" is not a field here; did you mean "link"?',
    ],
    [
      "a form of records as its protocol calls it",
      'kind: oai, url: "https://www.example.org/oai", oai: { metadataPrefix: marcxml }',
      '.oai: "metadataPrefix" is not a field here; did you mean "prefix"?',
    ],
    ["paths of a page", `kind: page, url: "${API}", ${PATHS}`, ".paths: is for `kind: json`; a page has none"],
    [
      "a question to a feed",
      `kind: feed, url: "${API}", request: { body: {} }`,
      ".request: is for `kind: json`; a feed is asked by its address alone",
    ],
    [
      "a path that is none",
      json.replace("$.title", "title"),
      '.paths.title: "title" is not a JSONPath (RFC 9535) that can be used; write one such as $.data[*] or $.fields.title',
    ],
    [
      "a path among several that is none",
      json.replace("$.title", "[$.title, x]"),
      '.paths.title[1]: "x" is not a JSONPath (RFC 9535) that can be used; write one such as $.data[*] or $.fields.title',
    ],
    [
      "a path that may cost without number",
      json.replace("$.title", '"$..*"'),
      '.paths.title: "$..*" may hold `..` once, with a name behind it: what else it finds may be without number',
    ],
    [
      "a base of nothing",
      json.replace("$.title", '$.title, base: "https://a.org/"'),
      ".paths.base: what stands there (a.org) is put before what stands at `link`, which is missing",
    ],
    [
      "the bot’s own header",
      `${json}, request: { headers: { User-Agent: x } }`,
      '.request.headers: "User-Agent" is the bot’s own to send; take it out',
    ],
    [
      "a secret in the open",
      `${json}, request: { headers: { x-api-key: ${KEY} } }`,
      '.request.headers: "x-api-key" is no place for a secret, which everybody may read here; write it under `secret`',
    ],
    [
      "a header of several lines",
      `${json}, request: { headers: { x-app: "a\\r\\nb: c" } }`,
      ".request.headers.x-app: what stands there must be of letters, digits and signs of ASCII",
    ],
    [
      "an account that is a listing",
      `kind: listing, url: "${API}", account: true`,
      ".account: true is for the posts of an account, a feed or JSON; a listing is none",
    ],
    [
      "an account over plain http",
      `kind: feed, url: "${API.replace("https", "http")}", account: true`,
      ".account: true takes one address, over https: nobody on the way, nor at an older one, may speak in the publisher’s name",
    ],
    [
      "an account on the publisher’s own host",
      'kind: feed, url: "https://www.example.org/feed", account: true',
      ".account: true is for an account elsewhere; what the publisher’s own hosts answer is its own in any case",
    ],
    [
      "terms for a page",
      `kind: page, url: "${API}", offered: "https://a.org/terms"`,
      ".offered: what stands there (a.org) is not for a page: robots.txt speaks of what is made for people; only of what is made for programs",
    ],
    [
      "terms for a listing",
      `kind: listing, url: "${API}", offered: "https://a.org/terms"`,
      ".offered: what stands there (a.org) is not for a listing: robots.txt speaks of what is made for people; only of what is made for programs",
    ],
    [
      "terms for a host of the publisher’s",
      json.replace(API, "https://www.example.org/api?appname=me").concat(', offered: "https://a.org/terms"'),
      ".offered: what stands there (a.org) is not for the publisher’s own hosts: where their robots.txt refuses, ask their keeper",
    ],
    [
      "terms for a host of its files",
      json.replace(API, "https://files.example.org/api?appname=me").concat(', offered: "https://a.org/terms"'),
      ".offered: what stands there (a.org) is not for the publisher’s own hosts: where their robots.txt refuses, ask their keeper",
    ],
    [
      "terms without the name that was registered",
      json.replace("?appname=me", "").concat(', offered: "https://a.org/terms"'),
      ".offered: what stands there (a.org) needs the name that you registered, in the address (such as ?appname=…) or in request.headers",
    ],
    [
      "another secret of the bot’s",
      `${json}, request: { secret: { header: x-key, variable: DISCORD_TOKEN } }`,
      ".request.secret.variable: what stands there must be a variable of the environment whose name begins with SOURCE_, such as SOURCE_KEY",
    ],
    [
      "a secret over http",
      `${json.replace("https://api", "http://api")}, request: { secret: { header: x-key, variable: SOURCE_KEY } }`,
      ".request.secret: is sent over https alone; `url`, and each address under `formerly`, must begin with https://",
    ],
    [
      "a secret that is not there",
      `${json}, request: { secret: { header: x-key, variable: SOURCE_KEY } }`,
      ".request.secret.variable: SOURCE_KEY: is not in the environment; set it, or SOURCE_KEY_FILE",
    ],
  ])("%s", async (_, source, says) => {
    expect(await faultsOf(source)).toEqual([says]);
  });

  const written =
    ".request.secret: is written { header: …, variable: SOURCE_… }: the secret itself stands in that variable of the environment, and never here";
  const asked =
    ".request: is a group of `headers`, `body` and `secret`, of which each may be left out; what is secret stands in the variable of the environment that `secret` names, and never here";
  it.each([
    ["in the place of its group", `{ secret: ${KEY} }`, written],
    ["in the place of all that is asked", KEY, asked],
    ["beside the headers", `{ key: ${KEY} }`, asked],
    ["as a name beside the headers", `{ "${KEY}": x }`, asked],
    [
      "as a header’s name that is the bot’s own",
      `{ headers: { "sec-${KEY}": x } }`,
      ".request.headers: a name there is the bot’s own to send; take it out",
    ],
    [
      "as a header’s name, with what is none behind it",
      `{ headers: { ${DRAWN}: [x] } }`,
      ".request.headers.…: a list is not a text",
    ],
    ["in a list", `{ secret: [${KEY}] }`, written],
    ["beside its header", `{ secret: { header: x-key, value: ${KEY} } }`, written],
    ["as a name", `{ secret: { "${KEY}": x } }`, written],
    [
      "in the place of its header",
      `{ secret: { header: "Bearer ${KEY}", variable: SOURCE_KEY } }`,
      ".request.secret.header: what stands there is not the name of a header, such as x-app",
    ],
    [
      "in a list of variables",
      `{ secret: { header: x-key, variable: [${KEY}] } }`,
      ".request.secret.variable: a list is not a text",
    ],
    [
      "in the place of the headers",
      `{ headers: ${KEY} }`,
      ".request.headers: what stands there is not a group of names and values",
    ],
    [
      "in the place of a header’s name",
      `{ headers: { "Bearer ${KEY}": x } }`,
      ".request.headers: a name there is not the name of a header, such as x-app",
    ],
    [
      "of digits in a header",
      "{ headers: { x-app: 73951024 } }",
      ".request.headers.x-app: what stands there is not a text",
    ],
    [
      "in a header, and too much of it",
      `{ headers: { x-app: "${KEY}é" } }`,
      ".request.headers.x-app: what stands there must be of letters, digits and signs of ASCII",
    ],
  ])("a secret %s is not said again", async (_, request, says) => {
    const faults = await faultsOf(`${json}, request: ${request}`);
    expect(faults).toEqual([says]);
    expect(faults.join()).not.toMatch(/k-7f3|7395|9f8e/);
  });

  describe("a key that everybody may read is warned of, and not said again", () => {
    const warningsOf = async (source: string, environment: NodeJS.ProcessEnv = {}) =>
      watchWarnings((await load(source, environment)).watches[0] as Watch)
        .filter(({ path }) => path[0] === "sources")
        .map(({ path, says }) => `${path.slice(2).join(".")}: ${says}`);
    const to = (query: string) => json.replace("?appname=me", `?${query}`);
    const OPEN = "which everybody who sees the watch, its messages or its archive can read; if it is secret,";

    it.each([
      ["api_key", to("api_key=demo"), "url: has a key in `api_key`, "],
      ["apiKey", to("lang=en&apiKey=demo"), "url: has a key in `apiKey`, "],
      ["access_token", to("access_token=demo"), "url: has a key in `access_token`, "],
      ["client-secret", to("client-secret=demo"), "url: has a key in `client-secret`, "],
      ["subscription-key", to("subscription-key=demo"), "url: has a key in `subscription-key`, "],
      ["token, as one is drawn", to(`token=${DRAWN}`), "url: has a key in `token`, "],
      ["of an older address", `${json}, formerly: ["${API}&api_key=${DRAWN}"]`, "formerly.0: has a key in `api_key`, "],
      [
        "of a feed",
        `kind: feed, url: "https://api.sister.example.org/feed?token=${DRAWN}"`,
        "url: has a key in `token`, ",
      ],
      ["header", `${json}, request: { headers: { x-app: ${DRAWN} } }`, "request.headers.x-app: looks like a key, "],
      [
        "header by an odd name",
        `${json}, request: { headers: { Ocp-Apim-Subscription-Key: demo } }`,
        "request.headers.Ocp-Apim-Subscription-Key: looks like a key, ",
      ],
      [
        "header of a UUID",
        `${json}, request: { headers: { x-app: 0b5f3c1e-9a4d-4f6b-8a51-2f0c6d7e8f90 } }`,
        "request.headers.x-app: looks like a key, ",
      ],
      [
        "in what is posted",
        `${json}, request: { body: { query: [{ api_key: demo }] } }`,
        "request.body.query.0.api_key: looks like a key, ",
      ],
      [
        "in what is posted, of digits",
        `${json}, request: { body: { password: 73951024 } }`,
        "request.body.password: looks like a key, ",
      ],
    ])("%s", async (_, source, says) => {
      const warnings = await warningsOf(source);
      expect(warnings).toEqual([expect.stringContaining(`${says}${OPEN}`)]);
      expect(warnings.join()).not.toContain(DRAWN);
    });

    it("in the address of the terms", async () => {
      const warnings = await warningsOf(`${json}, offered: "https://a.org/terms?token=hunter-two"`);
      expect(warnings).toEqual([
        "offered: has a key in `token`, which everybody who sees the watch, its messages or its archive can read; write the address at which everybody may read the terms",
      ]);
    });

    it.each([
      ["a program’s registered name", to("appname=me-2024-reports")],
      ["a registered name by another name", to(`appid=${DRAWN}&app_id=${DRAWN}&client_id=me`)],
      ["a word that is looked for", to("key=annual-report&token=2024")],
      ["nothing", to("api_key=")],
      [
        "a question without one",
        `${json}, request: { body: { key: annual-report, secrets: [], api_key: "", token: null } }`,
      ],
      [
        "ordinary headers",
        `${json}, request: { headers: { accept: "application/vnd.api+json;version=2", x-app: me } }`,
      ],
      ["a secret where it belongs", `${json}, request: { secret: { header: x-key, variable: SOURCE_KEY } }`],
    ])("%s is none", async (_, source) => {
      expect(await warningsOf(source, { SOURCE_KEY: KEY })).toEqual([]);
    });
  });

  it.each([
    [
      "selectors of a feed",
      `kind: feed, url: "${API}", select: { item: li }`,
      ".select: is for `kind: listing`; a feed is read without selectors",
    ],
    [
      "selectors of JSON",
      `${json}, select: { item: li }`,
      ".select: is for `kind: listing`; where the items of JSON stand, `paths` says",
    ],
    [
      "a part of a listing",
      `kind: listing, url: "${API}", region: main`,
      ".region: is for `kind: page`; a listing is read whole",
    ],
    [
      "a part of a document",
      `kind: document, url: "${API}", region: main`,
      ".region: is for `kind: page`; a document is read whole",
    ],
    [
      "lines to leave out of a library’s records",
      'kind: oai, url: "https://www.example.org/oai", ignore: [Views]',
      ".ignore: is for `kind: page`; of an oai no lines are left out",
    ],
    [
      "further pages of a sitemap",
      `kind: sitemap, url: "${API}", pages: 2`,
      ".pages: is for `kind: listing`; a sitemap has no older pages to go back to",
    ],
    [
      "an order of dates in mail",
      `kind: mail, url: "imaps://api.sister.example.org/INBOX", dates: dmy, mail: { user: u, secret: SOURCE_KEY, domains: [a.org] }`,
      ".dates: is for what stands on the web; mail writes its dates in one way",
    ],
    [
      "a witness of what is posted",
      `${json}, witness: wayback, request: { body: { q: x } }`,
      ".witness: has no copies of what is answered to a `body`; leave one of them out",
    ],
  ])("a setting that its kind of source has no use for: %s", async (_, source, says) => {
    const faults = await faultsOf(source, { SOURCE_KEY: KEY });
    expect(faults.filter((fault) => !fault.startsWith(".mail"))).toEqual([says]);
  });

  it.each([
    `kind: listing, url: "${API}", select: { item: li }, pages: 2, dates: dmy`,
    `kind: page, url: "${API}", region: main, ignore: [Views], dates: dmy`,
    `kind: feed, url: "${API}", ignore: [], pages: 5, dates: dmy`,
  ])("one that it has a use for, or that says what goes without saying, may stand there: %s", async (source) => {
    expect(await faultsOf(source)).toEqual([]);
  });

  it.each([
    ["in place of its group", `secret: ${KEY}`],
    ["in a list", `secret: [${KEY}]`],
    ["as its header", `secret: { header: "${KEY} x", variable: SOURCE_KEY }`],
    ["as its variable", `secret: { header: x-key, variable: ${KEY} }`],
    ["under another name", `secret: { header: x-key, value: ${KEY} }`],
    ["as a header that is no text", `headers: { x-app: [${KEY}] }`],
    ["in place of headers", `headers: ${KEY}`],
    ["as a header of several lines", `headers: { x-app: "${KEY}\\r\\nx" }`],
  ])("a secret %s is not said again", async (_, request) => {
    const faults = await faultsOf(`${json}, request: { ${request} }`, { SOURCE_KEY: `${KEY}-real` });
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.join("\n")).not.toContain(KEY);
  });

  it.each([
    ["is shorter than 8 characters", "k-7f3"],
    ["holds what no header can", `${KEY}\nx: y`],
  ])("a secret that %s", async (says, value) => {
    const source = `${json}, request: { secret: { header: x-key, variable: SOURCE_KEY } }`;
    const faults = await faultsOf(source, { SOURCE_KEY: value });
    expect(faults.join()).toContain(says);
    expect(faults.join()).not.toContain(value);
  });
});

it("a secret comes from the environment or a file that it names, and is cut out of all that is said", async () => {
  const source = `kind: json, url: "${API}", ${PATHS}, request: { secret: { header: Authorization, variable: SOURCE_ONE, before: "Bearer " } }`;
  const { secrets } = await load(source, { SOURCE_ONE: KEY });
  expect(secrets.sources).toEqual({ SOURCE_ONE: KEY });
  expect(redacted(`it said: ${KEY}`)).toBe("it said: [secret]");
  const file = join(await folder(), "key");
  await writeFile(file, `${KEY}-2\n`);
  expect((await load(source, { SOURCE_ONE_FILE: file })).secrets.sources).toEqual({ SOURCE_ONE: `${KEY}-2` });
});

describe("a secret goes to the hosts that the settings name, whoever edits the watch", () => {
  const asking = (url: string, more = "") =>
    `kind: json, url: "${url}"${more}, ${PATHS}, request: { secret: { header: x-key, variable: SOURCE_KEY } }`;
  it.each([
    ["to another host", asking("https://api.elsewhere.org/v2"), SETTINGS, "api.elsewhere.org"],
    ["to a former address", asking(API, ', formerly: ["https://old.org/"]'), SETTINGS, "old.org"],
    ["where they name none", asking(API), "", "api.sister.example.org"],
    [
      "where they name it of another secret",
      asking(API),
      SETTINGS.replace("SOURCE_KEY", "SOURCE_X"),
      "api.sister.example.org",
    ],
  ])("and not %s", async (_, source, settings, host) => {
    await expect(load(source, { SOURCE_KEY: KEY }, settings)).rejects.toThrow(
      `SOURCE_KEY: may not be sent to ${host}; if it is meant to be, add to the settings under fetch: \`secrets: { SOURCE_KEY: [${host}] }\``,
    );
  });

  it("also when it is changed while the bot runs", async () => {
    const before = await load(asking(API), { SOURCE_KEY: KEY });
    const text = watchOf(asking("https://api.elsewhere.org/v2"));
    expect(() => withWatches(before, [{ place: "x.yaml", name: "x.yaml", text }])).toThrow(/may not be sent to/);
  });
});

it("a watch that is changed while the bot runs has its secret from the same environment", async () => {
  const before = await load(`kind: json, url: "${API}", ${PATHS}`, { SOURCE_TWO: KEY });
  expect(before.secrets.sources).toBeUndefined();
  const text = watchOf(
    `kind: json, url: "${API}", ${PATHS}, request: { secret: { header: x-key, variable: SOURCE_TWO } }`,
  );
  const after = withWatches(before, [{ place: "x.yaml", name: "x.yaml", text }]);
  expect(after.secrets.sources).toEqual({ SOURCE_TWO: KEY });
  const other = text.replace("SOURCE_TWO", "SOURCE_THREE");
  expect(() => withWatches(before, [{ place: "x.yaml", name: "x.yaml", text: other }])).toThrow(
    /SOURCE_THREE: is not in the environment/,
  );
});
