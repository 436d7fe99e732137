import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { ConfigError } from "../../src/config/fault.ts";
import { jsonSchemas } from "../../src/config/json-schema.ts";
import { loadConfig } from "../../src/config/load.ts";
import { readSecrets, SECRET_VARIABLES } from "../../src/config/secrets.ts";
import { folder } from "../stand-ins/folder.ts";

const SHIPPED = new URL("../../config/", import.meta.url).pathname;

async function faultsOf(
  settings: string,
  watch?: (text: string) => string,
  environment: NodeJS.ProcessEnv = {},
): Promise<readonly string[]> {
  const place = await mkdtemp(join(tmpdir(), "coming-weeks-config-"));
  onTestFinished(() => rm(place, { recursive: true }));
  await mkdir(join(place, "watches"));
  const shipped = await readFile(join(SHIPPED, "watches/xinjiang-assessment.yaml"), "utf8");
  await writeFile(join(place, "coming-weeks.yaml"), settings);
  await writeFile(join(place, "watches/x.yaml"), watch ? watch(shipped) : shipped);
  try {
    loadConfig(join(place, "coming-weeks.yaml"), environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map((fault) => fault.replace(`${place}/`, ""));
  }
}

/** Of the shipped watch, which is edited for other reasons. */
function withoutLine(fault: string): string {
  return fault.replace(/ line \d+:/, "");
}

describe("the shipped config", () => {
  it("is good, and says what the defaults are", () => {
    const { settings } = loadConfig(join(SHIPPED, "coming-weeks.yaml"), {});
    expect(settings.schedule).toMatchObject({ every: 600_000, patience: 21_600_000 });
  });
  it.each(Object.entries(jsonSchemas()))(
    "has a current JSON Schema, %s (npm run schemas writes it)",
    async (name, text) => {
      expect(await readFile(join(SHIPPED, "schema", name), "utf8")).toBe(text);
    },
  );
});

describe("a fact that was learnt later", () => {
  it("may say since when: a title, a word, a host, an address, a source", async () => {
    const place = await mkdtemp(join(tmpdir(), "coming-weeks-config-"));
    onTestFinished(() => rm(place, { recursive: true }));
    await mkdir(join(place, "watches"));
    await writeFile(join(place, "coming-weeks.yaml"), "");
    await writeFile(
      join(place, "watches/x.yaml"),
      `title: A report
publisher: { name: P, zone: UTC, hosts: [a.org, { host: b.org, since: 2022-01-02 }] }
statements: [{ on: 2022-01-01, by: P, phrase: soon }]
evidence:
  titles: [A report, { title: Its title, since: 2022-01-03 }]
  subject: [[report, { word: inquiry, since: 2022-01-04 }]]
  topic: [report]
sources:
  - { id: s, kind: page, url: { url: "https://a.org/", since: 2022-01-05 } }
  - { id: t, kind: page, url: "https://a.org/t", since: 2022-01-06 }
`,
    );
    const [watch] = loadConfig(join(place, "coming-weeks.yaml"), {}).watches;
    expect(watch?.evidence.titles).toEqual(["A report", "Its title"]);
    expect(watch?.since).toEqual({
      hosts: { "b.org": "2022-01-02" },
      titles: { "Its title": "2022-01-03" },
      words: { inquiry: "2022-01-04" },
      addresses: { "https://a.org/": "2022-01-05" },
      sources: { t: "2022-01-06" },
    });
  });

  it("says what is wrong with its day, and names the field", async () => {
    const faults = await faultsOf("", (text) => text.replace("since: 2022-09-08", "since: soon"));
    expect(faults.map(withoutLine)).toEqual([
      'watches/x.yaml: evidence.titles[1].since: "soon" is not a date; write YYYY-MM-DD',
    ]);
  });
});

describe("a fault", () => {
  it.each<[string, string, ((text: string) => string) | undefined, string]>([
    [
      "a misspelt field",
      "shedule: {}",
      undefined,
      'coming-weeks.yaml: line 1: "shedule" is not a field here; did you mean "schedule"?',
    ],
    [
      "a bad duration",
      "schedule: { every: 10 minutes }",
      undefined,
      'coming-weeks.yaml: line 1: schedule.every: "10 minutes" is not a duration; write a number and a unit, such as "30s", "10m", "6h" or "7d"',
    ],
    [
      "a duration without its unit",
      "schedule: { every: 10 }",
      undefined,
      "coming-weeks.yaml: line 1: schedule.every: 10 is not a duration",
    ],
    [
      "a text that is too short",
      'fetch: { contact: "" }',
      undefined,
      'coming-weeks.yaml: line 1: fetch.contact: "" is too short; at least 3 characters',
    ],
    [
      "an empty list",
      "",
      (text) => text.replace("hosts: [www.ohchr.org, ohchr.org]", "hosts: []"),
      "watches/x.yaml: publisher.hosts: holds too little; at least 1 in the list",
    ],
    [
      "a name that is no address",
      "fetch: { origins: { a: b } }",
      undefined,
      "coming-weeks.yaml: line 1: fetch.origins: a name there must be an address such as https://www.example.org",
    ],
    [
      "a bad date",
      "",
      (text) => text.replace("2021-12-10", "2021-13-10"),
      'watches/x.yaml: statements[1].on: "2021-13-10" is not a date; write YYYY-MM-DD',
    ],
    [
      "a day that no calendar has, of a phrase that is reckoned from it",
      "",
      (text) => text.replace("2021-12-10", "2022-02-30").replace("in the coming weeks", "by the end of the month"),
      'watches/x.yaml: statements[1].on: "2022-02-30" is not a date; write YYYY-MM-DD',
    ],
    [
      "a named day that no calendar has",
      "",
      (text) =>
        text
          .replace("phrase: in the coming weeks", "phrase: before the recess")
          .replace("  - on: 2022-02-04\n    names: [", "  - on: 022-02-04\n    names: [the recess, "),
      'watches/x.yaml: days[0].on: "022-02-04" is not a date; write YYYY-MM-DD',
    ],
    [
      "a missing field",
      "",
      (text) => text.replace("title: OHCHR assessment of", "#"),
      "watches/x.yaml: title: is missing; give a text",
    ],
    [
      "a title of two lines",
      "",
      (text) => text.replace(/^title: .*$/m, 'title: "A\\r\\nBEGIN:VEVENT"'),
      'watches/x.yaml: title: "A\\r\\nBEGIN:VEVENT" must be one line, with no line\'s end, tab or other control character',
    ],
    [
      "an unknown kind",
      "",
      (text) => text.replace("kind: feed", "kind: rss"),
      'watches/x.yaml: sources[5].kind: "rss" is not one of listing, page, feed, sitemap, json, oai, mail, document',
    ],
    [
      "a selector that is none",
      "",
      (text) => text.replace("kind: feed", 'kind: listing\n    select: { item: "li[" }'),
      'watches/x.yaml: sources[5].select.item: "li[" is not a CSS selector that can be used; write one such as .views-row or ul.news > li',
    ],
    [
      "hours of quiet that no clock shows",
      'discord: { places: [{ channel: "223456789012345678", quiet: { from: "25:00", to: "07:00", zone: UTC } }] }',
      undefined,
      'coming-weeks.yaml: line 1: discord.places[0].quiet.from: "25:00" must be a time of day such as "22:00", in quotes',
    ],
    [
      "an unknown zone",
      "",
      (text) => text.replace("Europe/Zurich", "Europe/Geneva"),
      'watches/x.yaml: publisher.zone: "Europe/Geneva" is not a time zone; write one such as Europe/Zurich',
    ],
    [
      "a phrase nobody knows",
      "",
      (text) => text.replace("before the end of her term, 31 August 2022", "when pigs fly"),
      'watches/x.yaml: statements[4].phrase: "when pigs fly" is not a phrase the lexicon knows; give the dates under `horizon`, or say `bearing: no-date`',
    ],
    [
      "a name used twice",
      "",
      (text) => text.replace("id: feed", "id: latest"),
      'watches/x.yaml: sources[5].id: "latest" is used twice; each source needs its own',
    ],
    [
      "a place that is neither a channel nor a webhook",
      "discord: { places: [{ language: fr }] }",
      undefined,
      "coming-weeks.yaml: line 1: discord.places[0]: needs either `channel` or `webhook`",
    ],
    [
      "a place for a watch that is not there",
      "discord: { places: [{ webhook: DISCORD_WEBHOOK_URL, watches: [y] }] }",
      undefined,
      'coming-weeks.yaml: line 1: discord.places[0].watches[0]: there is no watch "y"; there is xinjiang-assessment',
    ],
    [
      "a channel without a bot",
      'discord: { places: [{ channel: "223456789012345678" }] }',
      undefined,
      "coming-weeks.yaml: line 1: discord.places[0].channel: needs DISCORD_TOKEN in the environment",
    ],
    [
      "a webhook’s address where the name of its variable belongs",
      'discord: { places: [{ webhook: "https://discord.com/api/webhooks/1/secret" }] }',
      undefined,
      'coming-weeks.yaml: line 1: discord.places[0].webhook: "…" is not the name of an environment variable; write one such as DISCORD_WEBHOOK_URL_PRESS',
    ],
    [
      "a channel’s address where the name of its variable belongs",
      'delivery: { channels: [{ id: a, kind: webhook, address: "https://hooks.example.org/secret" }] }',
      undefined,
      'coming-weeks.yaml: line 1: delivery.channels[0].address: "…" is not the name of an environment variable; write one such as NEWSROOM_WEBHOOK_URL',
    ],
    [
      "a channel whose variable is not set",
      "delivery: { channels: [{ id: a, kind: slack, address: SLACK_WEBHOOK_URL }] }",
      undefined,
      "coming-weeks.yaml: line 1: delivery.channels[0].address: SLACK_WEBHOOK_URL is not set in the environment; set it, or SLACK_WEBHOOK_URL_FILE",
    ],
    [
      "a channel of a kind that there is not",
      "delivery: { channels: [{ id: a, kind: pager }] }",
      undefined,
      "coming-weeks.yaml: line 1: delivery.channels[0].kind: must be webhook, mail, ntfy, slack, matrix, telegram or apprise",
    ],
    [
      "a channel for a watch that is not there",
      "delivery: { channels: [{ id: a, kind: slack, address: S, watches: [y] }] }",
      undefined,
      'coming-weeks.yaml: line 1: delivery.channels[0].watches[0]: there is no watch "y"; there is xinjiang-assessment',
    ],
    [
      "a part of the page that cannot be opened",
      "web: { public: [log] }",
      undefined,
      'coming-weeks.yaml: line 1: web.public[0]: "log" is not one of page, feed, badge',
    ],
    [
      "a misspelt kind of a source",
      "",
      (text) => text.replace("kind: feed", "kind: fed"),
      'watches/x.yaml: sources[5].kind: "fed" is not one of listing, page, feed, sitemap, json, oai, mail, document; did you mean "feed"?',
    ],
    [
      "a misspelt field of a source",
      "",
      (text) => text.replace("kind: feed", "knid: feed"),
      "watches/x.yaml: sources[5].kind: is missing; give one of listing, page, feed, sitemap, json, oai, mail, document",
    ],
    [
      "a pace that no site is to bear",
      "fetch: { floor: 0s }",
      undefined,
      "coming-weeks.yaml: line 1: fetch.floor: must be 1s or more",
    ],
    [
      "a list where the hosts of each secret belong",
      "fetch: { secrets: [SOURCE_KEY] }",
      undefined,
      "coming-weeks.yaml: line 1: fetch.secrets: is a list; write a group such as { SOURCE_KEY: [api.example.org] }",
    ],
    [
      "a kind that is called otherwise here",
      "",
      (text) => text.replace("kind: feed", "kind: imap"),
      'did you mean "mail"?',
    ],
    [
      "a witness without a name",
      "",
      (text) => text.replace("kind: feed", "kind: feed\n    witness: true"),
      "watches/x.yaml: sources[5].witness: true cannot stand here; write `witness: wayback`",
    ],
    [
      "a day that is left out",
      "",
      (text) => text.replace(/ {2}- on: .*\n {4}by:/, "  - by:"),
      "watches/x.yaml: statements[0].on: is missing; it is a day, written YYYY-MM-DD",
    ],
    ["broken YAML", "a: [", undefined, "coming-weeks.yaml: line 1: not valid YAML"],
    [
      "a field that stands there twice",
      "data: a\nfetch: {}\ndata: b",
      undefined,
      "coming-weeks.yaml: line 3: not valid YAML (Map keys must be unique)",
    ],
    [
      "an alias to nothing",
      "data: *nothing",
      undefined,
      "coming-weeks.yaml: not valid YAML (Unresolved alias (the anchor must be set before the alias))",
    ],
    [
      "aliases of aliases without end",
      `a: &a [${"x,".repeat(60)}]\nb: &b [${"*a,".repeat(60)}]\ndata: [${"*b,".repeat(60)}]`,
      undefined,
      "coming-weeks.yaml: not valid YAML (Excessive alias count",
    ],
  ])("that is %s names the file, the field and what would be right", async (_, settings, watch, expected) => {
    const [first = ""] = await faultsOf(settings, watch);
    expect(expected.startsWith("watches/") ? withoutLine(first) : first).toContain(expected);
  });

  it.each([
    "127.0.0.1",
    "10.0.0.7",
    "192.168.1.20",
    "100.64.0.1",
    "169.254.3.4",
    "192.0.2.7",
    "203.0.113.7",
    "0.0.0.0",
    "::1",
    "fe80::1",
    "fd12::7",
    "2001:db8::7",
    "::ffff:10.0.0.7",
  ])("in an address that no site sees this machine at: %s", async (address) => {
    const says = `"${address}" is an address that no site sees: one of this machine, of a network of one’s own or kept for examples; give the one on the public Internet`;
    const place = "coming-weeks.yaml: line 1: fetch.outgoing_address";
    expect(await faultsOf(`fetch: { outgoing_address: "${address}" }`)).toEqual([`${place}: ${says}`]);
    expect(await faultsOf(`fetch: { outgoing_address: [9.9.9.9, "${address}"] }`)).toEqual([`${place}[1]: ${says}`]);
  });

  it("in an address that is none is said once", async () => {
    expect(await faultsOf("fetch: { outgoing_address: office }")).toEqual([
      'coming-weeks.yaml: line 1: fetch.outgoing_address: "office" must be an IP address: four numbers with dots, or an IPv6',
    ]);
  });

  it.each(["127.0.0.1:9050", "tor"])("in a proxy that is written as %s is said once", async (proxy) => {
    expect(await faultsOf(`fetch: { proxy: "${proxy}" }`)).toEqual([
      `coming-weeks.yaml: line 1: fetch.proxy: what stands there must be the address of a proxy, such as socks5h://127.0.0.1:9050 or http://proxy.example.org:3128`,
    ]);
  });

  it("in what is no text at all is still a sentence: where, and what would be right", async () => {
    const [first = ""] = await faultsOf("data: .", () => "no watch \u0000\u001b ".repeat(50_000));
    expect(first).toBe(
      "watches/x.yaml: line 1: what stands there is not a group of fields, each written `name: value`",
    );
  });

  it("does not hide another: all are told at once, of every file and the environment", async () => {
    expect(
      await faultsOf(
        "web: { port: 99999 }\nfetch: { retries: 99 }",
        (text) => text.replace("kind: feed", "kind: rss"),
        { DISCORD_WEBHOOK_URL: "hello" },
      ),
    ).toHaveLength(4);
  });

  it("in a webhook that a place names is told by its variable, and its address is taken from there", async () => {
    const settings = "discord: { places: [{ webhook: DISCORD_WEBHOOK_URL_PRESS }] }";
    expect(await faultsOf(settings)).toEqual([
      "coming-weeks.yaml: line 1: discord.places[0].webhook: DISCORD_WEBHOOK_URL_PRESS is not set in the environment; set it to the webhook's address",
    ]);
    expect(
      await faultsOf(settings, undefined, { DISCORD_WEBHOOK_URL_PRESS: "https://discord.com/api/webhooks/1/secret" }),
    ).toEqual([]);
  });

  it.each([
    ["mysql://user:secret@db/bot"],
    ["postgres://user:secret@db"],
    ["postgres://user:secret@db/bot/more"],
    ["postgres://user:sec/ret@db/bot"],
    ["postgres://user:sec#ret@db/bot"],
    ["postgres://user:sec%ret@db/bot"],
    ["db"],
  ])("in a database’s address is told without its password: %s", async (address) => {
    const [fault, ...others] = await faultsOf("", undefined, { DATABASE_URL: address });
    expect(fault).toContain("DATABASE_URL: is not the address of a PostgreSQL; it looks like postgres://<user>");
    expect([others, fault?.includes("secret")]).toEqual([[], false]);
  });

  it.each([
    "postgres://user:secret@db/bot",
    "postgresql://user:s%2Fcret%25@[::1]:6432/bot?sslmode=verify-full&sslrootcert=/run/ca.pem",
    "postgres://db/bot",
  ])("is not in the address %s", async (address) => {
    expect(await faultsOf("", undefined, { DATABASE_URL: address })).toEqual([]);
  });

  const KEYS = { AWS_ACCESS_KEY_ID: "an-id-of-a-key", AWS_SECRET_ACCESS_KEY: "a-secret" };
  it.each([
    [
      "an address of another kind",
      { ARCHIVE_URL: "https://bucket/secret", ...KEYS },
      "ARCHIVE_URL: is not the address of a bucket",
    ],
    [
      "no keys",
      { ARCHIVE_URL: "s3://bucket/archive" },
      "s3://…: a bucket needs AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
    ],
    [
      "one key",
      { ARCHIVE_URL: "s3://bucket", AWS_ACCESS_KEY_ID: "a-secret" },
      "s3://…: a bucket needs AWS_ACCESS_KEY_ID and AWS_SECRET",
    ],
    ["no service", { ...KEYS, AWS_ENDPOINT_URL_S3: "secret.example.org" }, "AWS_ENDPOINT_URL_S3: is not an address"],
    [
      "a key file that is not there",
      { AWS_SECRET_ACCESS_KEY_FILE: "/none" },
      "AWS_SECRET_ACCESS_KEY_FILE: the file it names cannot be read",
    ],
  ])("in where the archive goes to is told: %s", async (_, environment, fault) => {
    const faults = await faultsOf("", undefined, environment);
    expect(faults).toEqual([expect.stringContaining(fault)]);
    expect(faults.join()).not.toContain("a-secret");
  });

  it("is none in a bucket with its keys, and keys alone lead nowhere", async () => {
    expect(await faultsOf("", undefined, { ARCHIVE_URL: "s3://bucket/a/b", ...KEYS })).toEqual([]);
    expect(readSecrets(KEYS, undefined, "", [])).toMatchObject({
      archiveBucket: undefined,
      s3: { endpoint: "https://s3.us-east-1.amazonaws.com", region: "us-east-1" },
    });
  });

  it.each([
    ["mysql://bot:a-secret@host/bot", 1],
    ["bot:a-secret@host/bot", 1],
    ["postgres://bot:a-secret@host:99999/bot", 1],
    ["postgres://bot:a-secret@host/", 1],
    ["postgres://bot:a-secret@host/bot?sslmode=verify-full&sslrootcert=/etc/ssl/ca.pem", 0],
    ["postgresql://bot:a-secret%zz@host:5432/bot", 1],
  ])("in where the database is: %s", async (DATABASE_URL, faults) => {
    const told = await faultsOf("", undefined, { DATABASE_URL });
    expect(told).toHaveLength(faults);
    expect(told.join()).not.toContain("a-secret");
  });

  it.each(SECRET_VARIABLES.flatMap((name) => [name, `${name}_FILE`]))(
    "in %s is told where it is too short or too long",
    async (name) => {
      const given = async (value: string) => {
        const file = join(await folder(), "secret");
        await writeFile(file, value);
        const faults = await faultsOf("", undefined, { [name]: name.endsWith("_FILE") ? file : value });
        expect(faults.join()).not.toContain(value);
        return faults.filter((fault) => fault.startsWith(name.replace("_FILE", "")));
      };
      const says = /_URL|^WEB_|^FETCH_/.test(name)
        ? /is not|too short|must be/
        : /^\w+: is shorter than 8 characters, so that it could not be kept out/;
      expect(await given("7-chars")).toEqual(expect.arrayContaining([expect.stringMatching(says)]));
      expect(await given("a".repeat(9000))).toEqual(
        expect.arrayContaining([expect.stringMatching(/longer than 8,192|is not|must be/)]),
      );
    },
  );

  const PROXY = "must be the address of a proxy, such as socks5h://127.0.0.1:9050 or http://proxy.example.org:3128";
  it.each([
    [
      "a proxy without its scheme",
      "fetch: { proxy: 'me:hunter-two@127.0.0.1:8932' }",
      `fetch.proxy: what stands there ${PROXY}`,
    ],
    [
      "a proxy with a slash",
      "fetch: { proxy: 'socks5://me:hunter-two/x@127.0.0.1:89' }",
      `fetch.proxy: what stands there ${PROXY}`,
    ],
    [
      "a proxy’s query",
      "fetch: { proxy: 'socks5://127.0.0.1:89?pw=hunter-two' }",
      `fetch.proxy: what stands there (127.0.0.1) ${PROXY}`,
    ],
    [
      "a proxy’s path",
      "fetch: { proxy: 'socks5://127.0.0.1:89/hunter-two' }",
      `fetch.proxy: what stands there (127.0.0.1) ${PROXY}`,
    ],
    ["a proxy’s host", "fetch: { proxy: 'socks5://hunter-two/x' }", `fetch.proxy: what stands there ${PROXY}`],
    [
      "a heartbeat without its scheme",
      "heartbeat_url: hc.example.org/ping/hunter-two",
      "heartbeat_url: what stands there must be an address such as https://www.example.org",
    ],
    [
      "an authority that stamps",
      "archive: { time_stamps: { url: 'https://me:hunter-two@a.org/' } }",
      "archive.time_stamps.url: what stands there must hold no password: it stands in the journal",
    ],
    [
      "an origin",
      "fetch: { origins: { 'me:hunter-two@a.org': 'https://b.org' } }",
      "fetch.origins: a name there must be an address such as https://www.example.org",
    ],
    [
      "what stands for an origin",
      "fetch: { origins: { 'https://me:hunter-two@a.org': b } }",
      "fetch.origins.…: what stands there must be an address such as https://www.example.org",
    ],
    [
      "the hosts of a secret",
      "fetch: { secrets: { hunter-two: [a.org] } }",
      "fetch.secrets: a name there must be a variable of the environment whose name begins with SOURCE_, such as SOURCE_KEY",
    ],
    ["a field’s name", "hunter-two: x", "a name there is not a field here; check the spelling, or remove it"],
    ["the place of a group", "fetch: hunter-two", "fetch: what stands there is not a group of fields"],
    ["the place of a list", "web: { names: hunter-two }", "web.names: what stands there is not a list"],
    ["the file", "hunter-two", "what stands there is not a group of fields, each written `name: value`"],
    ["what is no YAML", "data: |hunter-two", "not valid YAML (Block scalar header includes extra characters)"],
    [
      "an address of another field’s",
      "web: { host: a, trusted_header: 'https://me:hunter-two/x@a.org' }",
      "web.trusted_header: what stands there must be the name of a header, such as X-Forwarded-User",
    ],
    [
      "a drawn one of another field’s",
      "web: { port: hunter2two3hunter4 }",
      "web.port: what stands there is not a number",
    ],
  ])("in %s does not say again what may be a secret", async (_, settings, says) => {
    const faults = await faultsOf(settings);
    expect(faults).toEqual([`coming-weeks.yaml: line 1: ${says}`]);
    expect(faults.join()).not.toContain("hunter");
  });

  it("in a secret never shows the secret", async () => {
    const faults = await faultsOf("", undefined, { DISCORD_WEBHOOK_URL: "not-a-webhook-but-secret" });
    expect(faults.join()).not.toContain("secret");
  });
});
