/**
 * Secrets stay secret: every variable that holds one, and its form with _FILE, with every command, among servers that say back whatever
 * they are sent. Nothing that is printed, logged, kept, archived, shown or exported holds one, in whatever form.
 */
import { cpSync, readdirSync, readFileSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { constants, gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REDACTED, Redaction } from "../../src/config/redaction.ts";
import type { SECRET_VARIABLES } from "../../src/config/secrets.ts";
import { call, run, started } from "../stand-ins/command.ts";
import { COMMANDS, type CommandName } from "../stand-ins/commands.ts";
import type { Discord } from "../stand-ins/discord/world.ts";
import { startEcho, startEchoingDatabase } from "../stand-ins/echo.ts";
import { folder } from "../stand-ins/folder.ts";
import { KNOWING_CONFIG } from "../stand-ins/knowing-config.ts";
import { startHostileImap } from "../stand-ins/mail/hostile-imap.ts";
import { publishedReport, SITE } from "../stand-ins/ohchr.ts";
import { startOrigin } from "../stand-ins/origin.ts";

type Variable = (typeof SECRET_VARIABLES)[number];

/** One for each secret, of the form that it has, with characters that are encoded in an address; those that a watch names besides. */
const CANARIES: Record<Variable | "SOURCE_KEY" | "SOURCE_MAIL", string> = {
  AWS_ACCESS_KEY_ID: "canary/AKIA+key=id",
  AWS_SECRET_ACCESS_KEY: "canary/aws+secret=key",
  DATABASE_URL: "canary-database+pass",
  DISCORD_TOKEN: "canary.discord-token.of_a_bot",
  DISCORD_WEBHOOK_URL: "canary-webhook-token_abc",
  FETCH_PROXY: "canary proxy+pass/word",
  HEARTBEAT_URL: "canary-heartbeat-id_abc",
  SOURCE_KEY: "canary-source+key/of=api",
  SOURCE_MAIL: "canary mail+pass/word",
  WAYBACK_ACCESS_KEY: "canary-wayback+access",
  WAYBACK_SECRET_KEY: "canary-wayback/secret",
  WEB_PASSWORD: "canary web & password",
  WEB_PROXY_SECRET: "canary-proxy/secret+of-it",
};

/** What each command is given; `start` has a test of its own, and those that are told something on standard input run on their own. */
const GIVEN: Record<CommandName, string[]> = {
  start: ["--listen", "nonsense"],
  check: ["--all", "--say-here"],
  status: [],
  "hash-password": [],
  init: ["config"],
  notices: [],
  record: [],
  validate: [],
  doctor: [],
  confirm: ["x"],
  dismiss: ["x"],
  phrases: [],
  forget: ["nobody", "--yes"],
  move: ["--to", "postgres://bot:canary-database+pass@127.0.0.1:9/bot"],
  keys: [],
  backup: ["/nowhere/backup.tar"],
  verify: [],
  recover: [],
  restore: ["/nowhere/backup.tar"],
  "statement list": [],
  "statement add": ["x"],
  "statement dismiss": ["x"],
  "statement export": [],
  "archive verify": [],
  "evidence export": ["x"],
  "log review": ["--lines"],
  "log events": [],
  replay: ["s3://bucket/prefix"],
  backfill: ["--from", "2022-08-30", "--to", "2022-08-30"],
  preview: [`${SITE}/en/latest`],
  add: ["--title", "x"],
  "statement new": ["--watch", "x"],
  "watch list": [],
  "watch history": ["xinjiang-assessment"],
  "watch pause": ["xinjiang-assessment"],
  "watch resume": ["xinjiang-assessment"],
  "watch mute": ["xinjiang-assessment"],
  "watch unmute": ["xinjiang-assessment"],
  "watch remove": ["x"],
  "watch restore": ["x"],
  "watch export": [],
  "watch import": ["x"],
};
/** Asked by themselves: they run until they are stopped, or ask. */
const ALONE: readonly CommandName[] = ["start", "hash-password", "add"];

/** What looks at the sources, or has the bot begin to. */
const ASKING: readonly CommandName[] = ["check", "validate", "doctor", "backfill", "preview", "watch import"];
const ASKED_WITH: Partial<Record<CommandName, string[]>> = {
  backfill: GIVEN.backfill,
  preview: [`${SITE}/en/latest`, "--watch", "canary"],
  "watch import": ["x"],
};

/** The variables among servers that echo. @param asFiles whether each is given as a file */
async function environment(asFiles: boolean, withDatabase: boolean): Promise<NodeJS.ProcessEnv> {
  const [echo, database] = [await startEcho(), await startEchoingDatabase()];
  const values: typeof CANARIES = {
    ...CANARIES,
    DISCORD_WEBHOOK_URL: `${echo.address}/webhooks/123456789012345678/${CANARIES.DISCORD_WEBHOOK_URL}`,
    FETCH_PROXY: echo.address.replace("//", `//bot:${encodeURIComponent(CANARIES.FETCH_PROXY)}@`),
    HEARTBEAT_URL: `${echo.address}/ping/${CANARIES.HEARTBEAT_URL}`,
    DATABASE_URL: `postgres://bot:${encodeURIComponent(CANARIES.DATABASE_URL)}@${database.address}/bot`,
  };
  const place = await folder();
  const given: NodeJS.ProcessEnv = {
    COMING_WEEKS_CONFIG: await withSecrets(echo.address, await echoingMailbox()),
    DISCORD_API_URL: echo.address,
    DISCORD_CHANNEL_ID: "123456789012345678",
    AWS_ENDPOINT_URL_S3: echo.address,
    ARCHIVE_URL: "s3://bucket/prefix",
  };
  for (const [name, value] of Object.entries(values)) {
    if (name === "DATABASE_URL" && !withDatabase) continue;
    const file = join(place, name);
    await writeFile(file, `${value}\n`);
    given[asFiles ? `${name}_FILE` : name] = asFiles ? file : value;
  }
  return given;
}

/** Its server says back what it is told, and lets nobody in. */
async function echoingMailbox(): Promise<string> {
  const { port } = await startHostileImap({
    LOGIN: (socket, tag, line) => void socket.write(`* BYE ${line}\r\n${tag} NO ${line}\r\n`),
  });
  return `imap://127.0.0.1:${port}/INBOX`;
}

const API = "api.canary.example.org";

/** The config of the tests, with a watch of an API and a mailbox that are asked with secrets. */
async function withSecrets(api: string, mailbox: string): Promise<string> {
  const place = await folder();
  cpSync(dirname(KNOWING_CONFIG), place, { recursive: true });
  const settings = await readFile(KNOWING_CONFIG, "utf8");
  await writeFile(
    join(place, "coming-weeks.yaml"),
    settings
      .replace(/^ {2}secrets: \{\}/m, `  secrets: { SOURCE_KEY: [${API}], SOURCE_MAIL: [127.0.0.1] }`)
      .replace(/^ {2}origins: \{\}/m, `  origins: { "https://${API}": "${api}", "https://web.archive.org": "${api}" }`)
      .replace("allow_private_addresses: false", "allow_private_addresses: true"),
  );
  await writeFile(
    join(place, "watches/canary.yaml"),
    `title: A report
publisher: { name: P, zone: UTC, hosts: [${API}] }
statements: [{ on: 2022-01-01, by: P, phrase: soon }]
evidence: { titles: [A report], subject: [[report]], topic: [report] }
sources:
  - id: api
    kind: json
    url: https://${API}/reports
    paths: { items: "$.data[*]", title: $.title }
    request: { secret: { header: x-key, variable: SOURCE_KEY } }
  - id: letters
    kind: mail
    url: ${mailbox}
    mail: { user: me, secret: SOURCE_MAIL, domains: [office.example.org] }
`,
  );
  return join(place, "coming-weeks.yaml");
}

/** Whatever of a secret stands in a text, as it is or encoded. */
function leaked(text: string): string[] {
  return Object.entries(CANARIES).flatMap(([name, canary]) => {
    const bytes = Buffer.from(canary);
    const inBase64 = ["", "1", "12"].map((before) =>
      Buffer.concat([Buffer.from(before), bytes])
        .toString("base64")
        .slice(4, -4),
    );
    const forms = [
      canary,
      encodeURIComponent(canary),
      encodeURI(canary),
      JSON.stringify(canary).slice(1, -1),
      [...canary].map((character) => `&#${character.codePointAt(0)};`).join(""),
      bytes.toString("hex"),
      ...inBase64,
      ...inBase64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
    ];
    const found = forms
      .flatMap((form) => [form, form.toLowerCase(), form.replaceAll("&", "&amp;")])
      .find((form) => text.includes(form));
    return found ? [`${name}: …${text.slice(Math.max(0, text.indexOf(found) - 100), text.indexOf(found) + 60)}…`] : [];
  });
}

/** Everything in a folder, unpacked. */
function allIn(directory: string): string {
  return readdirSync(directory, { recursive: true, encoding: "utf8" })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path).isFile())
    .map((path) =>
      (path.endsWith(".gz")
        ? gunzipSync(readFileSync(path), { finishFlush: constants.Z_SYNC_FLUSH })
        : readFileSync(path)
      ).toString("latin1"),
    )
    .join("\n");
}

describe.each([false, true])("as files: %s", (asFiles) => {
  it.each([false, true])(
    "no command says or keeps one (with a database: %s)",
    { timeout: 120_000 },
    async (withDatabase) => {
      const given = await environment(asFiles, withDatabase);
      const origin = await startOrigin(publishedReport());
      const data = await folder();
      const common = ["--data", data, "--origin", `${SITE}=${origin.address}`];
      for (const name of COMMANDS.filter((one) => !ALONE.includes(one))) {
        const takes = ["check", "doctor", "backfill"].includes(name) ? common : common.slice(0, 2);
        const isShared = ["phrases", "log events"].includes(name);
        const { out, error } = await call([...name.split(" "), ...GIVEN[name], ...(isShared ? [] : takes)], given);
        expect(leaked(`${out}\n${error}`), name).toEqual([]);
      }
      await origin.close();
      expect(leaked(allIn(data))).toEqual([]);
      expect(leaked((await run(["start", "--listen", "nonsense"], given)).error)).toEqual([]);
      expect(leaked((await run(["hash-password"], given, "short\n")).error)).toEqual([]);
    },
  );

  it("nor does a running bot, its page, its API, its metrics, or what it exports", { timeout: 120_000 }, async () => {
    const given = await environment(asFiles, false);
    const origin = await startOrigin(publishedReport());
    const data = await folder();
    const common = ["--data", data, "--origin", `${SITE}=${origin.address}`];
    const { bot, log, until } = await started({} as Discord, {}, given, common);
    const printed: string[] = [];
    bot.stdout.on("data", (piece) => printed.push(String(piece)));
    const { page } = (await until("started")) as { page: string };
    await until("refused");
    const authorization = `Basic ${Buffer.from(`any:${CANARIES.WEB_PASSWORD}`).toString("base64")}`;
    const get = async (path: string) => {
      const answer = await fetch(new URL(path, page), { headers: { authorization } });
      expect(answer.status, path).toBe(200);
      return answer.text();
    };
    const watch = "watches/xinjiang-assessment";
    const notices = JSON.parse(await get(`api/${watch}/notices`)) as { id: string }[];
    const described = JSON.parse(await get("api/openapi.json")) as { paths: Record<string, unknown> };
    const paths = [
      "",
      "log",
      watch,
      "keys",
      "metrics",
      "healthz",
      "feed.atom",
      "api/openapi.json",
      ...notices.map(({ id }) => `notices/${id}`),
      ...Object.keys(described.paths).map((path) => path.slice(1).replace("{watch}", "xinjiang-assessment")),
    ];
    for (const path of paths) expect(leaked(await get(path)), path).toEqual([]);
    // What the servers said did come so far.
    expect(await get("api/messages")).toContain(REDACTED);
    bot.kill("SIGTERM");
    await new Promise((resolve) => bot.once("exit", resolve));
    expect(leaked(log.map((line) => JSON.stringify(line)).join("\n") + printed.join(""))).toEqual([]);
    expect(leaked(allIn(data))).toEqual([]);
    await origin.close();
  });
});

/** What says it where a secret that a source names is not there. */
const MISSING = /SOURCE_(?:KEY|MAIL): is not in the environment/;

describe("where the secrets that sources name are not in the environment", () => {
  const here = async () => ({
    COMING_WEEKS_CONFIG: await withSecrets("http://127.0.0.1:9", "imap://127.0.0.1:9/INBOX"),
  });

  it("what is kept is shown and changed all the same", { timeout: 120_000 }, async () => {
    const given = await here();
    const data = await folder();
    const kept = COMMANDS.filter((name) => ![...ALONE, "hash-password", ...ASKING].includes(name));
    for (const name of kept) {
      const isShared = ["phrases", "log events"].includes(name);
      const { error } = await call([...name.split(" "), ...GIVEN[name], ...(isShared ? [] : ["--data", data])], given);
      expect(error, name).not.toMatch(MISSING);
    }
    for (const args of [
      ["status"],
      ["keys"],
      ["notices"],
      ["log", "review"],
      ["watch", "pause", "canary"],
      ["watch", "list"],
    ])
      expect(await call([...args, "--data", data], given), args.join(" ")).toMatchObject({ code: 0, error: "" });
  });

  it.each(ASKING)("%s says so, and asks nobody", async (name) => {
    const { code, error } = await call([...name.split(" "), ...(ASKED_WITH[name] ?? [])], await here());
    expect(code).not.toBe(0);
    expect(error).toMatch(MISSING);
  });
});

it("a secret that stands in the settings is refused, and not repeated", async () => {
  const { code, error } = await call(["validate"], { WEB_PASSWORD: "xinjiang-assessment" });
  expect({ code, error }).toMatchObject({
    code: 2,
    error: expect.stringMatching(/^WEB_PASSWORD: stands in the settings or in a watch/m),
  });
});

it("in whatever text, in whatever form it stands there, it is cut out", () => {
  const secret = fc
    .string({ unit: "grapheme", minLength: 8, maxLength: 24 })
    .filter((text) => text.trim().length >= 8 && text.isWellFormed());
  const forms: ((text: string) => string)[] = [
    (text) => text,
    encodeURIComponent,
    encodeURI,
    (text) => encodeURIComponent(encodeURIComponent(text)),
    (text) => encodeURIComponent(text).replace(/%../g, (hex) => hex.toLowerCase()),
    (text) => JSON.stringify(text).slice(1, -1),
    (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;"),
    (text) => [...Buffer.from(text)].map((byte) => `%${byte.toString(16).padStart(2, "0")}`).join(""),
  ];
  fc.assert(
    fc.property(secret, fc.constantFrom(...forms), fc.string(), fc.string(), (value, form, before, after) => {
      const redaction = new Redaction();
      redaction.keep(value);
      const text = redaction.redact(`${before} ${form(value)} ${after}`);
      expect(text).toContain(REDACTED);
      expect(text).not.toContain(value);
    }),
  );
});
