/** What a watch may say of a mailbox that it reads: sentences about what cannot be meant. */
import { describe, expect, it } from "vitest";
import { ConfigError } from "../../src/config/fault.ts";
import { loadConfig } from "../../src/config/load.ts";
import { redacted } from "../../src/config/redaction.ts";
import { watchFaults, watchWarnings } from "../../src/config/sense.ts";
import { configFolder } from "../stand-ins/config-folder.ts";

const PASSWORD = "correct horse battery";
const MAIL = "mail: { user: me@example.net, secret: SOURCE_MAIL, domains: [office.example.org] }";
const GOOD = `kind: mail, url: "imaps://imap.example.net/INBOX", ${MAIL}`;

async function load(source: string, environment: NodeJS.ProcessEnv = { SOURCE_MAIL: PASSWORD }) {
  const settings = "fetch: { secrets: { SOURCE_MAIL: [imap.example.net] } }";
  const file = await configFolder(settings, {
    "x.yaml": `title: A report
publisher: { name: P, zone: UTC, hosts: [www.office.example.org] }
statements: [{ on: 2022-01-01, by: P, phrase: soon }]
evidence: { titles: [A report], subject: [[report]], topic: [report] }
sources: [{ id: mail, ${source} }]
`,
  });
  return loadConfig(file, environment);
}

async function faultsOf(...of: Parameters<typeof load>): Promise<string[]> {
  try {
    await load(...of);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.faults.map((fault) => fault.replace(/^.*line \d+: sources\[0\]/, ""));
  }
}

it("a mailbox has a server, a name, a user, a password from the environment, and domains that sign", async () => {
  const { watches, secrets } = await load(GOOD);
  expect(watches[0]?.sources[0]).toMatchObject({
    url: "imaps://imap.example.net/INBOX",
    mail: { user: "me@example.net", secret: "SOURCE_MAIL", domains: ["office.example.org"], sisters: [] },
  });
  expect(secrets.sources).toEqual({ SOURCE_MAIL: PASSWORD });
  expect(redacted(`a ${PASSWORD} b`)).toBe("a [secret] b");
});

it("a watch of a mailbox alone may say that it is published: a mail may lead to any of the publisher’s hosts", async () => {
  const [watch] = (await load(GOOD)).watches;
  expect(watch && [...watchFaults(watch, "2022-02-01"), ...watchWarnings(watch)]).toEqual([]);
});

describe("what cannot be meant is said, with what would be right", () => {
  it.each([
    [
      "no mailbox",
      GOOD.replace(`, ${MAIL}`, ""),
      ": has no `mail`; give the user, the variable that holds the password, and the publisher’s domains",
    ],
    [
      "an address of the web",
      GOOD.replace("imaps:", "https:"),
      ".url: what stands there (imap.example.net) must be a mailbox such as imaps://imap.example.org/INBOX",
    ],
    [
      "a server without a mailbox",
      GOOD.replace("/INBOX", ""),
      ".url: what stands there (imap.example.net) names no mailbox; write it behind the server, as in imaps://imap.example.org/INBOX",
    ],
    [
      "a password in the address",
      GOOD.replace("//imap", "//me:secret@imap"),
      ".url: what stands there must not carry a name or password",
    ],
    ["a feed at a mailbox", GOOD.replace("kind: mail", "kind: feed"), ".mail: is for `kind: mail`; a feed has none"],
    [
      "a password in the place of its variable",
      GOOD.replace("SOURCE_MAIL", "hunter2"),
      ".mail.secret: what stands there must be a variable of the environment whose name begins with SOURCE_, such as SOURCE_MAIL_PASSWORD",
    ],
    ["no domain", GOOD.replace("[office.example.org]", "[]"), ".mail.domains: "],
    [
      "a domain that is an address",
      GOOD.replace("office.example.org", "press@office.example.org"),
      ".mail.domains[0]: what stands there must be a domain such as ohchr.org",
    ],
    [
      "a domain of everybody’s",
      GOOD.replace("office.example.org", "gmail.com"),
      '.mail.domains[0]: "gmail.com" signs for everybody who has an address there, not for the publisher',
    ],
    [
      "a domain twice",
      GOOD.replace("] }", "], sisters: [office.example.org] }"),
      '.mail.sisters: "office.example.org" stands among the domains as well; write it once',
    ],
    [
      "an archive’s copies of a mailbox",
      `${GOOD}, witness: wayback`,
      '.witness: "wayback" is for what stands on the web; a mailbox has none',
    ],
    [
      "an account that is a mailbox",
      `${GOOD}, account: true`,
      ".account: true is for the posts of an account, a feed or JSON; a mailbox is none",
    ],
    [
      "an address of a mailbox that is none",
      GOOD.replace("//imap.example.net/", "//imap.example.net:x/"),
      ".url: what stands there must be the address of a mailbox, such as imaps://imap.example.org/INBOX",
    ],
  ])("%s", async (_, source, expected) => {
    expect((await faultsOf(source)).join("\n")).toContain(expected);
  });

  const FIELDS =
    ".mail: is written { user: …, secret: SOURCE_…, domains: [ohchr.org] }, with `sisters` where there are any: the password itself stands in that variable of the environment, and never here";
  const to = (url: string) => GOOD.replace("imaps://imap.example.net/INBOX", url);
  const MAILBOX = ".url: what stands there must be the address of a mailbox, such as imaps://imap.example.org/INBOX";
  it.each([
    ["in the place of its group", GOOD.replace(MAIL, "mail: hunter-two"), FIELDS],
    ["as a name", GOOD.replace("user:", "hunter-two:"), FIELDS],
    [
      "behind the user",
      GOOD.replace("me@example.net", '"me hunter-two"'),
      ".mail.user: what stands there must be a name or an address of letters, digits and signs",
    ],
    [
      "among the domains",
      GOOD.replace("office.example.org", "hunter-two"),
      ".mail.domains[0]: what stands there must be a domain such as ohchr.org",
    ],
    ["before the server, with a slash in it", to("imap://me:hunter-two/x@imap.example.net/INBOX"), MAILBOX],
    ["in place of the port", to("imap://imap.example.net:hunter-two/INBOX"), MAILBOX],
    [
      "in place of the server",
      to("imap://hunter-two"),
      ".url: what stands there names no mailbox; write it behind the server, as in imaps://imap.example.org/INBOX",
    ],
    [
      "behind the mailbox",
      to("imap://imap.example.net/INBOX?hunter-two"),
      ".url: what stands there (imap.example.net) names no mailbox; write it behind the server, as in imaps://imap.example.org/INBOX",
    ],
    [
      "before a server of the web",
      to("https://me:hunter-two/x@imap.example.net"),
      ".url: what stands there must be an http or https address",
    ],
  ])("a password %s is not said again", async (_, source, expected) => {
    const faults = await faultsOf(source);
    expect(faults).toContain(expected);
    expect(faults.join()).not.toContain("hunter");
  });

  it("a password behind the user and a colon is warned of, and not said again", async () => {
    const [watch] = (await load(GOOD.replace("me@example.net", '"me:hunter-two"'))).watches;
    expect(watch && watchWarnings(watch)).toEqual([
      {
        path: ["sources", 0, "mail", "user"],
        says: "has a colon: if a password stands behind it, everybody who sees the watch, its messages or its archive can read it; write the name alone, and have the password in the variable that `secret` names",
      },
    ]);
  });

  it.each([
    ["no password", {}, "SOURCE_MAIL: is not in the environment; set it, or SOURCE_MAIL_FILE"],
    [
      "a password of two lines",
      { SOURCE_MAIL: "one of them\nand two" },
      "SOURCE_MAIL: holds what no password of a mailbox does",
    ],
    [
      "a password that is too short to be kept out of the log",
      { SOURCE_MAIL: "short" },
      "SOURCE_MAIL: is shorter than 8",
    ],
  ])("%s", async (_, environment, expected) => {
    expect((await faultsOf(GOOD, environment)).join("\n")).toContain(expected);
  });
});

it.each([
  "gov.uk",
  "co.uk",
  "org",
  "github.io",
  "yahoo.co.uk",
  "live.com",
  "gmx.de",
  "googlegroups.com",
  "sendgrid.net",
])("%s is nobody’s own domain: anybody signs there or below it", async (domain) => {
  expect((await faultsOf(GOOD.replace("office.example.org", domain))).join()).toMatch(
    /signs for everybody who has an address there|must be a domain/,
  );
});
