/** What the command line says of a mailbox that is watched: whether it can be opened, and never its password. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { call, run as runAlone } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { startHostileImap } from "../stand-ins/mail/hostile-imap.ts";
import { PASSWORD, startImap, USER } from "../stand-ins/mail/imap.ts";
import { letter, signatory, signed } from "../stand-ins/mail/letters.ts";
import { startNameServer } from "../stand-ins/mail/name-server.ts";

const OFFICE = signatory("office.example.org");

async function watching(url: string) {
  const place = await folder();
  await mkdir(join(place, "watches"));
  const secrets = "secrets: { SOURCE_MAIL: [127.0.0.1] }";
  await writeFile(
    join(place, "coming-weeks.yaml"),
    `fetch: { allow_private_addresses: true, retries: 0, ${secrets} }\n`,
  );
  await writeFile(
    join(place, "watches/x.yaml"),
    `title: Report of the Harbour Inquiry
publisher: { name: The Office, zone: Europe/London, hosts: [www.office.example.org] }
statements: [{ on: 2022-01-10, by: the office, phrase: in the coming weeks }]
evidence: { titles: [Report of the Harbour Inquiry], subject: [[harbour]], topic: [harbour] }
sources:
  - { id: letters, kind: mail, url: "${url}", mail: { user: ${USER}, secret: SOURCE_MAIL, domains: [office.example.org] } }
`,
  );
  const data = join(place, "data");
  const environment = { COMING_WEEKS_CONFIG: join(place, "coming-weeks.yaml"), SOURCE_MAIL: PASSWORD };
  const given = (args: string[]) => [...args, ...(args[0] === "validate" ? [] : ["--data", data])];
  return {
    data,
    run: (...args: string[]) => call(given(args), environment),
    // With its log.
    runAlone: (...args: string[]) => runAlone(given(args), environment),
  };
}

const mailIn = (out: string) => out.split("\n").filter((line) => / mail: /.test(line));

describe("doctor", () => {
  it("opens the mailbox, and says how much of it is the publisher’s word", async () => {
    const names = await startNameServer();
    names.says.set(...OFFICE.record);
    const imap = await startImap();
    const { run } = await watching(imap.url);
    const { host } = new URL(imap.url);
    expect(mailIn((await run("doctor")).out)).toEqual([
      `ok    mail: letters: ${host} lets in, and INBOX is read; nothing there is signed by office.example.org so far`,
    ]);
    imap.deliver(await signed(letter({ body: "See https://www.office.example.org/a" }), OFFICE));
    imap.deliver(letter({ subject: "Forged" }));
    expect(mailIn((await run("doctor")).out)).toEqual([
      `ok    mail: letters: ${host} lets in, and INBOX is read; 1 message there signed by office.example.org`,
    ]);
    names.says.set(OFFICE.record[0], "SERVFAIL");
    const { code, out } = await run("doctor");
    expect([code, mailIn(out)]).toEqual([
      1,
      [
        `FAIL  mail: letters: ${host} holds a message whose signature could not be asked for in the DNS; it is asked again`,
      ],
    ]);
  });

  it("says what is wrong, and what to look at", async () => {
    const { port } = await startHostileImap({ LOGIN: "% NO no\r\n" });
    const { run } = await watching(`imap://127.0.0.1:${port}/INBOX`);
    expect(mailIn((await run("doctor")).out)).toEqual([
      `FAIL  mail: letters: 127.0.0.1:${port} refused the login; see that mail.user and SOURCE_MAIL are right`,
    ]);
  });
});

it("a signal by mail can be exported with the mail that shows it, checked, and replayed without mailbox and DNS", async () => {
  const names = await startNameServer();
  names.says.set(...OFFICE.record);
  const imap = await startImap();
  const { data, run } = await watching(imap.url);
  const now = new Date();
  const date = now.toUTCString().replace("GMT", "+0000");
  imap.deliver(
    await signed(letter({ subject: "Report of the Harbour Inquiry published today", date }), OFFICE, { signTime: now }),
    "27-Nov-2026 00:00:00 +0000",
  );
  expect((await run("check", "--all", "--say-here")).out).toContain("In a signed mail of the publisher’s");
  const notices = (await run("notices", "--json")).lines as { id: string; kind: string }[];
  const signal = notices.find(({ kind }) => kind === "signalled");
  const out = join(data, "case.wacz");
  const exported = await run("evidence", "export", signal?.id ?? "", "--out", out);
  expect(exported).toMatchObject({ code: 0, error: "" });
  expect(await run("archive", "verify", out)).toMatchObject({ code: 0 });
  expect(await run("verify")).toMatchObject({ code: 0 });
  names.says.clear();
  const files = (await readdir(join(data, "archive"))).map((file) => join(data, "archive", file));
  const replayed = await call(["replay", ...files]);
  expect(replayed.out + replayed.error).toMatch(/the same/);
});

it("a password is nowhere in what is said and kept, though the server says it back in all that it answers", async () => {
  const base64 = Buffer.from(`\0${USER}\0${PASSWORD}`).toString("base64");
  const echo = `${PASSWORD} ${base64} ${encodeURIComponent(PASSWORD)}`;
  for (const script of [
    { greeting: `* BYE ${echo}\r\n` },
    { LOGIN: `% NO [AUTHENTICATIONFAILED] ${echo}\r\n` },
    { LOGIN: `% BAD ${echo}\r\n` },
    { EXAMINE: `% NO ${echo}\r\n` },
    { SEARCH: `* BAD ${echo}\r\n% NO ${echo}\r\n` },
    { MESSAGE: `* BYE ${echo}\r\n` },
  ]) {
    const { port, told } = await startHostileImap(script);
    const { data, run, runAlone } = await watching(`imap://127.0.0.1:${port}/INBOX`);
    const looked = await runAlone("check", "--all", "--say-here");
    expect(looked.error + looked.out).toContain("checked");
    const said = [looked.out, looked.error];
    for (const command of [["validate"], ["doctor"], ["status"], ["notices"], ["log", "review", "--lines"]])
      said.push(...Object.values(await run(...command)).map(String));
    if (!("greeting" in script)) expect(told()).toMatch(/LOGIN|AUTHENTICATE/);
    const all = said.join("\n") + (await allIn(data));
    for (const form of [PASSWORD, base64, encodeURIComponent(PASSWORD)]) expect(all).not.toContain(form);
  }
});

/** Everything in a folder, unpacked. */
async function allIn(directory: string): Promise<string> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const texts = await Promise.all(
    files.map(async (file) => {
      const bytes = await readFile(file);
      return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("latin1");
    }),
  );
  return texts.join("\n");
}
