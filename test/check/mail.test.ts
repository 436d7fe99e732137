/** A watch that reads a mailbox, from its YAML and a real IMAP server to what people are told. */
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { ARCHIVE_FOLDER } from "../../src/archive/file-names.ts";
import { openLibrary } from "../../src/archive/library.ts";
import { Bot } from "../../src/bot/bot.ts";
import { parseWatch } from "../../src/config/load.ts";
import { WAYBACK } from "../../src/memento/cdx.ts";
import { en } from "../../src/message/en.ts";
import { fr } from "../../src/message/fr.ts";
import { toldWords } from "../../src/message/told-words.ts";
import { say } from "../../src/message/wording.ts";
import { archivedHistory } from "../../src/replay/archived.ts";
import { Ending } from "../../src/time/ending.ts";
import { rehearse } from "../stand-ins/bot.ts";
import { folder } from "../stand-ins/folder.ts";
import { PASSWORD, startImap, USER } from "../stand-ins/mail/imap.ts";
import { type Letter, letter, type Signatory, signatory, signed } from "../stand-ins/mail/letters.ts";
import { startNameServer } from "../stand-ins/mail/name-server.ts";
import { officeFile } from "../stand-ins/other-offices.ts";
import { KEYS, startWayback } from "../stand-ins/wayback.ts";

const SITE = "https://www.office.example.org";
const TITLE = "Report of the Harbour Inquiry";
const OUT = `${TITLE} published today`;
const OFFICE = signatory("office.example.org");
const SISTER = signatory("sister.example.org");
const STRANGER = signatory("stranger.example.com");
const PDF = officeFile(TITLE, "2022-08-31", "the harbour, on which this inquiry has to report");

/** @param wayback the address of a stand-in that is asked to keep copies */
async function watching(wayback?: string) {
  const names = await startNameServer();
  for (const { record } of [OFFICE, SISTER, STRANGER]) names.says.set(...record);
  const imap = await startImap();
  const text = `
title: ${TITLE}
publisher: { name: The Office, zone: Europe/London, hosts: [www.office.example.org] }
statements:
  - { on: 2022-01-10, by: the office, phrase: in the coming weeks }
evidence:
  titles: [${TITLE}]
  subject: [[harbour], [report, inquiry]]
  topic: [harbour]
sources:
  - id: mail
    kind: mail
    url: ${imap.url}
    mail: { user: ${USER}, secret: SOURCE_MAIL, domains: [office.example.org], sisters: [sister.example.org] }`;
  const faults: string[] = [];
  const watch = parseWatch({ place: "harbour.yaml", name: "harbour.yaml", text }, faults);
  if (!watch) throw new Error(faults.join("\n"));
  const bot = await rehearse({
    secrets: { ...KEYS, sources: { SOURCE_MAIL: PASSWORD } },
    adjust: (config) => {
      const [address = ""] = Object.values(config.settings.fetch.origins);
      const origins = { [SITE]: address, ...(wayback ? { [WAYBACK]: wayback } : {}) };
      config.settings.archive.save_page_now = wayback !== undefined;
      config.watches = [watch];
      config.files = { "coming-weeks.yaml": "fetch: { allow_private_addresses: true }", "watches/harbour.yaml": text };
      Object.assign(config.settings.fetch, { allow_private_addresses: true, floor: 0, origins });
    },
  });
  await bot.at("2022-08-30T12:00:00Z");
  const before = bot.told.length;
  const get = async (said: Letter, who?: Signatory) => {
    const raw = letter({ subject: OUT, ...said });
    imap.deliver(who ? await signed(raw, who) : raw);
  };
  return { ...bot, imap, names, get, news: () => bot.told.slice(before) };
}

const AT = "2022-08-31T21:00:00Z";

describe("a signed mail of the publisher’s", () => {
  it("that says it is out asks people, and says whose word it is; it proves nothing by itself", async () => {
    const { at, get, news, status } = await watching();
    await get({ body: "It is out." }, OFFICE);
    await at(AT);
    expect(news().map(({ kind }) => kind)).toEqual(["signalled"]);
    const [notice] = news();
    expect(notice).toMatchObject({
      signal: { rule: "said-in-signed-mail", provenance: "own-word", date: "2022-08-31" },
    });
    if (!notice) throw new Error("nothing told");
    expect(toldWords(en, notice).sentences).toContain(
      `In a signed mail of the publisher’s: “${OUT}”, dated 31 August 2022. No document was found.`,
    );
    expect(toldWords(en, notice).small).toEqual(["It is signed by office.example.org"]);
    expect(toldWords(fr, notice).small).toEqual(["Il est signé par office.example.org"]);
    expect(say(notice).links).toEqual([]);
    expect(await status()).toMatchObject({ verdict: "signalled" });
  });

  const LONG = "The office met its donors in spring. ".repeat(150);
  it.each([
    ["in a sentence of its text", "Dear readers,\n\nToday we published the report of the harbour inquiry.\nYours"],
    ["in a sentence over two lines", "The report of the harbour\ninquiry has been released today."],
    ["after much else", `${LONG}\n\nThe report of the harbour inquiry is now available.\n\n${LONG}`],
    ["beside what is to come", "The hearings will be announced. The report of the harbour inquiry is out now."],
    [
      "after very much else",
      `${"The office met its donors in spring. ".repeat(500)}\n\nThe report of the harbour inquiry is published.`,
    ],
    ...[
      "The long-awaited report of the harbour inquiry is published.",
      "The report of the harbour inquiry was published today and will be debated on Monday.",
      "The report of the harbour inquiry was published today, with the government's response.",
      "The report of the harbour inquiry was published today; the chair made a statement.",
      "The report of the harbour inquiry, published today, calls for new rules.",
      "The report of the harbour inquiry, promised in January, was published this evening.",
      "The Office today issued the report of the harbour inquiry, which was due in the coming weeks.",
      "The report of the harbour inquiry is available on our website.",
      "You can now read the report of the harbour inquiry here.",
      "You can read the report of the harbour inquiry here.",
      "Please find attached the report of the harbour inquiry.",
      "We are pleased to launch the report of the harbour inquiry.",
      "The report of the harbour inquiry was laid before Parliament today.",
      "The harbour inquiry has finished its work. Its report was published today.",
      "The report of the harbour inquiry, due in spring, was published today.",
      "The harbour inquiry has now published its report.",
      "After two years of work, the report of the harbour inquiry was published this morning.",
      "Le rapport est là. Harbour inquiry: report publié aujourd’hui.",
      "Out now: the report of the harbour inquiry.",
      "The report of the harbour inquiry can now be read online.",
      "Download the report of the harbour inquiry here.",
      "The chair of the harbour inquiry, Sir John Smith, published his report today.",
    ].map((said): [string, string] => [`by “${said}”`, said]),
  ])("that says it %s asks people, whatever its subject", async (_, body) => {
    const { at, get, news } = await watching();
    await get({ subject: "This week", body }, OFFICE);
    await at(AT);
    const told = news().filter(({ kind }) => kind !== "proposed");
    expect(told).toMatchObject([{ kind: "signalled", signal: { rule: "said-in-signed-mail" } }]);
  });

  it.each([
    ["names it", "The report of the harbour inquiry: what we know."],
    ["announces it", "The report of the harbour inquiry will be published shortly."],
    ["asks for it", "Calls for the report of the harbour inquiry to be released grew."],
    ["says that it is not", "The report of the harbour inquiry has not been published."],
    ["says so of something else", "The report of the library inquiry has been published."],
    ...[
      "The report of the harbour inquiry hasn't been published.",
      "The report of the harbour inquiry won't be published this year.",
      "Was the report of the harbour inquiry published?",
      "Why hasn't the report of the harbour inquiry been published?",
      "No hearings are held until the report of the harbour inquiry is published.",
      "On the day the report of the harbour inquiry is published, we will open at nine.",
      "We answer within six months of the report of the harbour inquiry being published.",
      "The report of the harbour inquiry is published on 30 September 2022.",
      "The first report of the harbour inquiry was published on 3 March 2015.",
      "The report of the harbour inquiry was to have been published by now.",
      "Families ask that the report of the harbour inquiry be published.",
      "> On 3 May 2019 we wrote:\n> The report of the harbour inquiry was published.",
      "There was no trial and no report of the harbour inquiry was issued.",
      "Rumours that the report of the harbour inquiry was released today are false.",
      "Had the report of the harbour inquiry been published, we would have said so.",
      "After the report of the harbour inquiry is published, we open at nine.",
      "We hope the report of the harbour inquiry gets published.",
      "A summary of the report of the harbour inquiry was published.",
      "The response to the report of the harbour inquiry was published today.",
      "The harbour inquiry issued a statement on its report.",
      "A fake report of the harbour inquiry was published today.",
      "The harbour inquiry's annual report and accounts were published today.",
      "Evidence given to the harbour inquiry has been published; the report follows in spring.",
      "The harbour inquiry published a vacancy: staff report to the chair.",
      "This week: hearings of the harbour inquiry, the report of the library inquiry published",
    ].map((said): [string, string] => [`says “${said}”`, said]),
  ])("that only %s in its text does not say that it is out", async (_, body) => {
    const { at, get, news } = await watching();
    await get({ subject: "This week", body }, OFFICE);
    await at(AT);
    expect(news().filter(({ kind }) => kind !== "proposed")).toEqual([]);
  });

  it("that leads to the document on the publisher’s own host has it followed at once, and proves as usual", async () => {
    const { at, get, news, origin } = await watching();
    origin.pages["/report.pdf"] = PDF;
    await get({ subject: "This week", body: `The report of the harbour inquiry: ${SITE}/report.pdf` }, OFFICE);
    await at(AT);
    expect(news().map(({ kind }) => kind)).toEqual(["published"]);
    expect(news()[0]).toMatchObject({
      proofs: [{ rule: "document-reached-from-entry", provenance: "own", url: `${SITE}/report.pdf` }],
    });
  });

  it("leads to what nobody else is given to copy: an address in a mail may tell whose mailbox it is", async () => {
    const wayback = await startWayback([]);
    onTestFinished(() => wayback.close());
    const { at, get, news, origin, bot } = await watching(wayback.address);
    origin.pages["/9f3a/report.pdf"] = PDF;
    await get({ subject: "This week", body: `The report of the harbour inquiry: ${SITE}/9f3a/report.pdf` }, OFFICE);
    await at(AT);
    expect(news()).toMatchObject([{ kind: "published", proofs: [{ isPrivate: true }] }]);
    await bot.saveCopies();
    expect(wayback.requests).toEqual([]);
  });

  it("that was sent before the document stood there is followed again, also when somebody has cleared the mailbox", async () => {
    const { at, get, news, origin, imap } = await watching();
    await get({ subject: "This week", body: `The report of the harbour inquiry: ${SITE}/report.pdf` }, OFFICE);
    await at(AT);
    expect(news()).toEqual([]);
    imap.remove(0);
    origin.pages["/report.pdf"] = PDF;
    await at("2022-09-01T09:00:00Z");
    expect(news()).toMatchObject([{ kind: "published", proofs: [{ rule: "document-reached-from-entry" }] }]);
  });

  it.each<[string, Letter]>([
    [
      "its list’s own pages",
      {
        body: `It is out.\n\nUpdate preferences ${SITE}/lists/?p=preferences&uid=1\nForward a Message to Someone ${SITE}/lists/?p=forward&uid=1&mid=3`,
      },
    ],
    [
      "a way out below",
      { body: `The report is out: ${SITE}/r/1\n\nTo unsubscribe from this list, visit:\n\n${SITE}/l/2\n` },
    ],
    [
      "a confirmation",
      {
        subject: "Please confirm your subscription: Harbour Inquiry Report",
        body: `${SITE}/confirm/77\n\n${SITE}/block/77`,
      },
    ],
  ])("is told without opening or showing %s", async (_, said) => {
    const { at, get, news, origin } = await watching();
    await get(said, OFFICE);
    await at(AT);
    expect(JSON.stringify(news())).not.toMatch(/uid=1|\/l\/2|\/77/);
    expect(news().filter(({ kind }) => kind === "signalled").length).toBeLessThanOrEqual(1);
    expect(origin.requests.map(({ path }) => path).filter((path) => !["/r/1", "/robots.txt"].includes(path))).toEqual(
      [],
    );
  });

  it("that names a day is a word on timing, for a person to add", async () => {
    const { at, get, news } = await watching();
    await get(
      {
        subject: "The harbour inquiry",
        body: "The report of the harbour inquiry will be published by 30 September 2022.",
      },
      OFFICE,
    );
    await at(AT);
    expect(news().find(({ kind }) => kind === "proposed")).toMatchObject({
      proposal: {
        provenance: "own-word",
        statement: { by: "The Office", bearing: "promise", horizon: { latest: "2022-09-30" } },
      },
    });
  });

  it("is told once, however often the mailbox is looked into, and whatever becomes of the mail", async () => {
    const { at, get, news, imap } = await watching();
    await get({ subject: "Annual accounts" }, OFFICE);
    const headline = `<a href="https://click.example.com/t/9f?to=4711">${TITLE} released</a>`;
    await get({ type: "text/html", body: `<p>Read it.</p><h2>${headline}</h2><p>${headline} now</p>` }, OFFICE);
    await get({ subject: "Fish stocks" }, OFFICE);
    await at(AT);
    imap.remove(1);
    for (const day of ["01", "02", "03", "04", "05"]) await at(`2022-09-${day}T12:00:00Z`);
    expect(news().map(({ kind }) => kind)).toEqual(["signalled"]);
    expect(JSON.stringify(news())).not.toContain("4711");
  });
});

describe("any other mail", () => {
  it.each<[string, Letter, Signatory | undefined]>([
    ["unsigned, under the publisher’s name", {}, undefined],
    ["signed by a stranger, under the publisher’s name", {}, STRANGER],
    ["a stranger’s own", { from: "x@stranger.example.com" }, STRANGER],
    ["unsigned, with a link to the document", { body: `${SITE}/report.pdf` }, undefined],
  ])("is not told, and nothing it leads to is asked for: %s", async (_, said, who) => {
    const { at, get, news, origin } = await watching();
    origin.pages["/report.pdf"] = PDF;
    await get(said, who);
    expect((await at(AT)).of("mail")).toMatchObject({ outcome: "unchanged", problem: undefined });
    expect(news()).toEqual([]);
    expect(origin.requests).toEqual([]);
  });

  it("of a sister’s is told as hers", async () => {
    const { at, get, news } = await watching();
    await get({ from: "desk@sister.example.org" }, SISTER);
    await at(AT);
    expect(news()).toMatchObject([{ kind: "signalled", signal: { rule: "said-by-others", provenance: "sister" } }]);
  });
});

it("a signature that cannot be asked for now is asked in the next look", async () => {
  const { at, get, news, names } = await watching();
  names.says.set(OFFICE.record[0], "SERVFAIL");
  await get({}, OFFICE);
  const first = (await at(AT)).of("mail");
  expect(news()).toEqual([]);
  names.says.set(...OFFICE.record);
  await at("2022-08-31T21:10:00Z");
  expect(news().map(({ kind }) => kind)).toEqual(["signalled"]);
  expect(first.outcome).toBe("unchanged");
});

it("a mailbox to which nothing came is asked whether anything did, and nothing of it is fetched again", async () => {
  const { at, get, imap, news } = await watching();
  await get({}, OFFICE);
  await at(AT);
  imap.told.length = 0;
  await at("2022-08-31T21:10:00Z");
  expect(imap.told).toContain("EXAMINE");
  expect(imap.told.join(" ")).not.toMatch(/SEARCH|FETCH/);
  expect(news()).toHaveLength(1);
});

it("a watch that reads mail alone can signal, and not prove", async () => {
  expect(await (await watching()).status()).toMatchObject({ verdict: "unpublished", reach: "can-only-signal" });
});

it("all that was concluded comes out again of the archive, without a mailbox and without the DNS", async () => {
  const { at, get, told, names, config } = await watching();
  await get({}, OFFICE);
  await get({ subject: "Forged: the report of the harbour inquiry is out" });
  await at(AT);
  await at("2022-08-31T22:00:00Z");
  names.says.clear();
  const place = join(config.dataDirectory, ARCHIVE_FOLDER);
  const library = await openLibrary((await readdir(place)).sort().map((name) => join(place, name)));
  const history = archivedHistory(library, config, true, "archive");
  const { clock, fetcher } = history;
  const [log, terminal] = [pino({ level: "silent" }), { write: () => undefined, show: () => "" }];
  const replaying = { ...config, watches: [...history.watches()], dataDirectory: await folder(), secrets: {} };
  const again = await Bot.open({ config: replaying, clock, fetcher, log, terminal, archives: false });
  const replayed = [];
  for await (const notices of history.play(again.watcher, new Ending())) replayed.push(...notices);
  await again.close();
  expect(names.asked.filter((name) => name !== OFFICE.record[0])).toEqual([]);
  expect(JSON.stringify(replayed)).toBe(JSON.stringify(told));
  expect(history.conclude(replayed).isGood).toBe(true);
});
