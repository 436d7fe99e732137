/** What a signed message says, and where it leads. */
import { describe, expect, it } from "vitest";
import { COVERED, type Letter, letter, signatory, signed } from "../../stand-ins/mail/letters.ts";
import { ARRIVED, entriesOf, MAILBOX, parcelOf } from "../../stand-ins/mail/parcels.ts";

const OFFICE = signatory("office.example.org");
const SITE = "https://www.office.example.org";

async function read(...letters: Letter[]) {
  const messages = await Promise.all(letters.map((one) => signed(letter(one), OFFICE)));
  return entriesOf(parcelOf(messages, [OFFICE]));
}

const NEWSLETTER = `<html><head><title>x</title><style>p { color: red }</style></head><body>
<table><tr><td><h2>Harbour Inquiry</h2><p>The report is out. <a href="${SITE}/report">Read more</a></p></td></tr>
<tr><td><a href="${SITE}/fish">Fish stocks in 2022</a></td></tr>
<tr><td><a href="https://click.example.com/t/9f"><img src="x.png" alt="Our week"></a></td></tr>
<tr><td><a href="https://click.example.com/t/a0?to=4711">Harbour report published</a></td></tr></table>
<p><a href="${SITE}/unsubscribe?u=4711">Leave</a> <a href="${SITE}/account?u=4711">Manage your preferences</a>
<a href="${SITE}/abo?u=4711">Se désabonner</a> <a href="mailto:press@office.example.org">Write</a> <a href="#top">Top</a></p></body></html>`;

describe("a message", () => {
  it("is an item: its subject, its day, its text beside, and where it can be found again", async () => {
    const { entries } = await read({ subject: "Weekly notes", id: "<7@office.example.org>" });
    expect(entries).toEqual([
      {
        title: "Weekly notes",
        url: `${MAILBOX}?HEADER%20Message-ID%20%3C7%40office.example.org%3E`,
        date: "2022-08-31",
        row: "Weekly notes. This is what we did this week.",
        signedBy: { domain: "office.example.org", whose: "publisher" },
      },
    ]);
  });

  it.each([
    ["=?utf-8?B?UmFwcG9ydCBwdWJsacOp?=", "Rapport publié"],
    ["=?iso-8859-1?Q?Rapport_publi=E9?=", "Rapport publié"],
    ["=?utf-8?Q?Rapport?=\r\n =?utf-8?Q?_publi=C3=A9?=", "Rapport publié"],
    ["Rapport publié", "Rapport publié"],
    ["Report  of the\r\n\tHarbour Inquiry", "Report of the Harbour Inquiry"],
    ["=?utf-8?B?%%%?= and more", expect.stringContaining("and more")],
  ])("has the subject that people read: %j", async (subject, title) => {
    const { entries } = await read({ subject, id: "<1@office.example.org>" });
    expect(entries[0]?.title).toEqual(title);
  });

  it("leads where its links do, each with its own words or with what stands around it", async () => {
    const { entries } = await read({ subject: "Our week", type: "text/html; charset=utf-8", body: NEWSLETTER });
    const linked = entries.filter(({ url }) => url.startsWith(SITE));
    expect(linked.map(({ title, url, row }) => ({ title, url, row }))).toEqual([
      { title: "Read more", url: `${SITE}/report`, row: "Harbour Inquiry The report is out. Read more" },
      { title: "Fish stocks in 2022", url: `${SITE}/fish`, row: undefined },
    ]);
  });

  it("is never left by what it offers for that: following it would end the subscription", async () => {
    const { entries } = await read({ type: "text/html", body: NEWSLETTER });
    expect(entries.map(({ url }) => url).join(" ")).not.toContain("u=4711");
  });

  it.each([
    ["“click here” before it", '<p>You asked for news. <a href="LINK">Click here</a> to unsubscribe.</p>', "text/html"],
    ["“here” behind it", '<p>To stop receiving these mails go <a href="LINK">here</a>.</p>', "text/html"],
    ["an image without words", '<p>Remove me from this list <a href="LINK"><img src="x.png"></a></p>', "text/html"],
    ["plain text", "To leave this mailing list: LINK", "text/plain"],
    ["a cancellation", '<a href="LINK">Cancel your subscription</a>', "text/html"],
  ])("is not left by %s", async (_, body, type) => {
    const { entries } = await read({ type, body: body.replace("LINK", `${SITE}/l/9f3a4711`) });
    expect(entries.map(({ url }) => url).join(" ")).not.toContain("9f3a4711");
  });

  it("leads to what it says in words of its own, though its footer stands in the same paragraph", async () => {
    const body = `<p><a href="${SITE}/report">Report of the Harbour Inquiry published</a> · to unsubscribe, write to us</p>`;
    const { entries } = await read({ type: "text/html", body });
    expect(entries.map(({ url }) => url)).toContain(`${SITE}/report`);
  });

  it.each([
    `You asked for news of the report. <a href="%">Click here</a> to unsubscribe.`,
    `To stop receiving these mails, <a href="%">click here</a> or <a href="${SITE}/other">write to us</a>.`,
    `To stop receiving these mails, <a href="${SITE}/other">write to us</a> or <a href="%">click here</a>.`,
    `<p>Do you no longer want these messages?</p><p><a href="%">Click here</a></p>`,
    `<table><tr><td>Unsubscribe from our list:</td><td><a href="%">here</a></td></tr></table>`,
    `<a href="%">Click here</a><br>to be removed from our mailing list`,
    `If you don’t want these e-mails any more, follow <a href="%">this link</a>.`,
    `You can <a href="%">end your subscription</a> at any time.`,
    `<a href="%"><img src="x.png" alt="Unsubscribe"></a>`,
    `<a href="%">Click here<img src="x.png" alt="Unsubscribe"></a>`,
    `<a href="%" title="Leave this list">Here</a>`,
    ...[
      "Remove me",
      "Leave this list",
      "Stop these mails",
      "Cancel",
      "Stop receiving",
      "Click here to unsubscribe",
    ].map((words) => `<p>News.</p><a href="%">${words}</a>`),
    `Pour ne plus recevoir nos courriels, <a href="%">cliquez ici</a>.`,
    `Wenn Sie den Rundbrief nicht mehr erhalten möchten, <a href="%">klicken Sie hier</a>.`,
    `<a href="${SITE}/list%2Dunsubscribe/9f3a">The report</a>`,
    `<a href="${SITE}/l/exit?who=9f3a">The report</a>`,
    `<p>Opt out of the old series: <a href="%">Harbour report published</a></p>`,
  ])(
    "is not left by what stands in a sentence about leaving, is pictured so, or is so named in its head: %s",
    async (body) => {
      const way = `${SITE}/l/9f3a4711`;
      const more = [`List-Unsubscribe: <mailto:off@office.example.org>,\r\n <${SITE}/l/exit?who=4711>`];
      const { entries } = await read({ more, type: "text/html", body: body.replace("%", way) });
      expect(entries.map(({ url }) => url).filter((url) => url.includes("9f3a"))).toEqual([]);
    },
  );

  it.each([
    `To unsubscribe, go to ${SITE}/l/9f3a.`,
    `You may unsubscribe here:\n${SITE}/l/9f3a`,
    `${SITE}/l/9f3a\nto stop these mails`,
    `The report: ${SITE}/report\nNot want to hear from us? ${SITE}/l/9f3a`,
    `Unsubscribe: ${SITE}/l/9f3a\nThe report: ${SITE}/report`,
  ])("is not left by an address in such a sentence: %j", async (body) => {
    const { entries } = await read({ body });
    expect(entries.filter(({ url }) => url.includes("9f3a"))).toEqual([]);
    expect(entries.filter(({ url }) => url === `${SITE}/report`)).toHaveLength(body.includes("/report") ? 1 : 0);
  });

  it.each([
    `<p><a href="%">The report</a></p><p>To unsubscribe, <a href="${SITE}/x">click here</a>.</p>`,
    `<ul><li><a href="%">The report</a></li><li><a href="${SITE}/x">Unsubscribe</a></li></ul>`,
    `<ul><li><a href="${SITE}/x">Unsubscribe</a></li><li><a href="%">The report</a></li></ul>`,
    `<a href="${SITE}/x">unsubscribe</a> | <a href="%">report</a> | <a href="${SITE}/y">unsubscribe</a>`,
    `<p>The report is out: <a href="%">read it</a>. To stop these mails, <a href="${SITE}/x">click here</a>.</p>`,
    `<p>You may unsubscribe at any time.</p><p><a href="%">The report</a></p>`,
    `<p>The festival was cancelled, says <a href="%">the report</a>; the office will not end its work.</p>`,
    `<p>The office does not want to go on, and did not receive an answer, says <a href="%">the report</a>.</p>`,
  ])("is followed to what only stands near such a sentence: %s", async (body) => {
    const { entries } = await read({ type: "text/html", body: body.replace("%", `${SITE}/report`) });
    expect(entries.slice(1).map(({ url }) => url)).toContain(`${SITE}/report`);
  });

  /** Its addresses that are followed where its subject is what is awaited; R the report's, U the way out. */
  const R = `${SITE}/r/report`;
  const U = `${SITE}/l/9f3a4711`;
  const V = `${SITE}/l/9f3a4712`;
  async function followed(
    body: string,
    subject = "Report of the Harbour Inquiry published today",
    more: string[] = [],
  ) {
    const written = body.replace(/\b[RUV]\b/g, (letter) => ({ R, U, V })[letter] ?? letter);
    const type = /<\w/.test(body) ? "text/html; charset=utf-8" : "text/plain; charset=utf-8";
    const { entries } = await read({ body: written, subject, type, more });
    const [message, ...links] = entries;
    return links
      .filter(
        ({ url, title, row }) =>
          url !== message?.url &&
          /harbour|inquiry/i.test(`${/[/]l[/]/.test(url) && title === "9f3a4711" ? "" : title} ${row ?? ""}`),
      )
      .map(({ url }) => url);
  }

  it.each(
    [
      "The report is out: R\n\nTo unsubscribe from this list, visit:\n\nU\n",
      "Unsubscribe: U\n\nThe report of the Harbour Inquiry is out: R\n",
      "The report of the Harbour Inquiry is out [1].\nUnsubscribe [2].\n\n[1] R\n[2] U\n",
      "The report is out: R\n\nUNSUBSCRIBE\n\nU\n",
      "The report is out: R\n\nYou can unsubscribe at any time.\nJust follow U\n",
      "The report is out: R\n\nTo be taken off this list: U\n",
      "The report is out: R\n\nOur mails: U\n",
      "Harbour Inquiry report: R\n\nIf you would rather not get the Harbour Inquiry report by mail:\n\nU",
      "Harbour Inquiry report: R\n\nHarbour Inquiry report subscriptions: U",
      "Harbour Inquiry report: R\n\n--\nPress office. To stop: U",
      "Report of the Harbour Inquiry\n\nR\n\nUnsubscribe\n\nU",
      "1. Report of the Harbour Inquiry\n   R\n2. Unsubscribe\n   U",
      "<p>Harbour Inquiry report: <a href='R'>R</a></p><p>Harbour Inquiry report mails: <a href='U'>stop them</a></p>",
      "<p>Harbour Inquiry report: <a href='R'>R</a></p><p>If you no longer want to receive mail about the harbour inquiry report, you can <a href='U'>let our whole team know</a>.</p>",
      "<p>The report is out: <a href='R'>R</a></p><p>To be taken off: <a href='U'>U</a></p>",
      "<p>The report is out: <a href='R'>R</a></p><p>You get this mail because you asked for reports of the Harbour Inquiry. To be taken off, click <a href='U'>here</a>.</p>",
      "<p>The report is out: <a href='R'>R</a></p><p>You get this mail because you asked for reports of the Harbour Inquiry: <a href='U'>U</a></p>",
      "<p>The report is out: <a href='R'>R</a></p><p><a href='U'><img src='x.png'></a></p>",
    ].map((body) => [body]),
  )("leads to the report and to no way out beside it: %s", async (body) => {
    expect(await followed(body)).toEqual([R]);
  });

  it.each([
    ["To unsubscribe from this list, visit:\n\nU\n"],
    ["To be taken off this list: U"],
    ["_______________\nPress mailing list\nhttps://www.office.example.org/mailman3/lists/press/\n"],
    [`${SITE}/confirm/77\n\n${SITE}/block/77`],
    [
      `Update preferences ${SITE}/lists/?p=preferences&uid=1\nForward a Message to Someone ${SITE}/lists/?p=forward&uid=1&mid=3`,
    ],
    [`Our site: ${SITE}/\n`],
    [`<a href="${SITE}/lists/?p=forward&uid=1&mid=3">Forward a Message to Someone</a>`],
    [`The report: ${SITE}/r?email=you%40watch.example.net`],
  ])("leads nowhere by what is its subscriber’s own, or its site’s: %s", async (body) => {
    expect(await followed(body)).toEqual([]);
    expect(await followed(body, "Please confirm your subscription: Harbour Inquiry Report")).toEqual([]);
  });

  it("does not show an address that holds its subscriber’s key", async () => {
    const body = `The report of the Harbour Inquiry was published, see ${SITE}/lists/?p=preferences&uid=4711.`;
    expect(JSON.stringify((await read({ body })).entries)).not.toContain("4711");
    const html = `<p>Harbour Inquiry <a href="${SITE}/lists/?p=preferences&uid=4711">Update preferences</a></p>`;
    expect(JSON.stringify((await read({ body: html, type: "text/html" })).entries)).not.toContain("4711");
  });

  it.each(
    [
      "Si vous ne souhaitez plus recevoir nos courriels sur le port, <a href='U'>cliquez ici</a>",
      "Pour vous désabonner : <a href='U'>U</a>",
      "Wenn Sie keine weiteren E-Mails erhalten möchten: <a href='U'>U</a>",
      "Per cancellarti: <a href='U'>U</a>",
      "如果您不想再收到此邮件，请点击 <a href='U'>U</a>",
      ...[
        "Darme de baja",
        "Date de baja",
        "Cancelar suscripción",
        "Anular suscripción",
        "Desuscribirse",
        "Dejar de recibir",
      ],
      ...["Cancelar inscrição", "Descadastrar", "Afmelden", "Uitschrijven", "Disiscriviti", "Annulla l'iscrizione"],
      ...[
        "отказаться от рассылки",
        "لإلغاء اشتراكك",
        "un&shy;sub&shy;scribe",
        "un\u200bsubscribe",
        "un\u2011subscribe",
      ],
      ...["Se de\u0301sabonner", "Update your subscription", "Change your subscriptions", "Delete Profile", "Opt out"],
      "No longer interested? <a href='U'>Click here</a>",
      "Don't like these emails? <a href='U'>Tell us</a>",
      "To leave the U.N. newsletter, click <a href='U'>here</a>",
      "To unsubscribe from the mails of Office Ltd. click <a href='U'>here</a>",
      "Want to unsubscribe? No problem! Click <a href='U'>here</a>",
      "You can unsubscribe at any time. Just click <a href='U'>here</a>",
      "<a href='U'>Click here</a> To Unsubscribe",
      "<a href='U'>CLICK HERE</a> IF YOU WISH TO UNSUBSCRIBE",
      "<p>To leave:</p><ul><li><a href='U'>here</a></li></ul>",
      "<p>You may unsubscribe at any time.</p><p><a href='U'>Click here</a></p>",
    ].map((said) => [said.includes("<") ? said : `<a href='U'>${said}</a>`]),
  )("is not left by %s", async (body) => {
    const { entries } = await read({
      body: body.replaceAll(/\bU\b/g, (at, index) =>
        /['>]$/.test(body.slice(0, index)) || /: $|击 $/.test(body.slice(0, index)) ? U : at,
      ),
      type: "text/html; charset=utf-8",
    });
    expect(entries.map(({ url }) => url)).not.toContain(U);
  });

  it.each(
    [
      "The <a href='R'>report of the harbour inquiry</a> calls on the port to stop all dredging.",
      "The port must stop this practice, the <a href='R'>report of the harbour inquiry</a> finds.",
      "<a href='R'>Passages removed from the draft of the harbour report</a>",
      "Those who do not want these deaths forgotten can read the <a href='R'>report of the harbour inquiry</a>.",
      "The port wanted to opt out of the scheme, the <a href='R'>harbour report</a> says.",
      "<h2><a href='R'>Harbour inquiry report: stop these dumpings</a></h2>",
      "They no longer want to hear promises: the <a href='R'>report of the harbour inquiry</a>",
      "<p>The port must stop sending messages to crews, says the <a href='R'>report of the harbour inquiry</a></p>",
      "<p>Prisoners no longer receive letters or messages, finds the <a href='R'>report of the harbour inquiry</a>.</p>",
      "- Report of the harbour inquiry:\n  R\n- Unsubscribe\n  U",
      "* Report of the harbour inquiry: R\n* unsubscribe: U",
      "Report of the harbour inquiry:\nR\n(to unsubscribe: reply with STOP)",
      "Report of the harbour inquiry:\nR\n-- \nTo unsubscribe: mailto:x@office.example.org",
      "Report of the harbour inquiry:\nR\n______________\nPress mailing list\nTo unsubscribe write to us",
      "Report of the harbour inquiry ( R ) Unsubscribe ( U )",
      "<div>The harbour inquiry's report: <a href='R'>read it</a></div><div>---</div><div>to unsubscribe reply STOP</div>",
      "The harbour inquiry's report is <a href='R'>here</a><br>to unsubscribe reply STOP",
      "The harbour inquiry's report: <a href='R'>read it</a> <small>(you may unsubscribe at any time)</small>",
    ].map((body) => [body]),
  )("is followed to the report, whatever ordinary words stand near: %s", async (body) => {
    expect(await followed(body)).toEqual([R]);
    expect(await followed(body, "This week")).toEqual([R]);
  });

  it.each([
    [
      "/en/?mailpoet_router&endpoint=subscription&action=unsubscribe&data=abc1",
      "/en/?mailpoet_router&endpoint=track&data=abc2",
      true,
    ],
    ["/index.php?option=com_acym&ctrl=frontusers&id=7", "/index.php?option=com_content&id=99", true],
    ["/index.php?option=com_acym&ctrl=frontusers&id=7", "/index.php?option=com_acym&ctrl=frontusers&id=8", false],
    ["/l/exit?who=4711", "/l/exit?who=4712", false],
    ["/?u=4711", "/?u=4712", false],
    ["/?u=4711", "/?p=4712", true],
  ])("whose head says that it is left by %s leads to %s: %s", async (exit, way, isFollowed) => {
    const more = [`List-Unsubscribe: <${SITE}${exit}>`];
    const { entries } = await read({ more, type: "text/html", body: `<a href="${SITE}${way}">The report</a>` });
    expect(entries.some(({ url }) => url === `${SITE}${way}`)).toBe(isFollowed);
  });

  it("leads nowhere but to the publisher’s: what goes by way of the sender’s counter is a headline in it and no more", async () => {
    const { entries } = await read({
      id: "<7@office.example.org>",
      subject: "Our week",
      type: "text/html",
      body: NEWSLETTER,
    });
    expect(entries.at(-1)).toMatchObject({ title: "Harbour report published", url: entries[0]?.url });
    expect(JSON.stringify(entries)).not.toContain("click.example.com");
  });

  it("leads there without what tells one subscriber from another", async () => {
    const body = `${SITE}/report?id=3&utm_source=list&mc_eid=4711 and ${SITE}/report?id=3`;
    const { entries } = await read({ body });
    expect(entries.slice(1).map(({ url }) => url)).toEqual([`${SITE}/report?id=3`]);
  });

  it("is read as text where it is one, its addresses without the full stop behind them", async () => {
    const body = `The report is out.\nIt stands at ${SITE}/report.\n\nOther things: (${SITE}/fish)`;
    const { entries } = await read({ body });
    expect(entries.slice(1).map(({ url, row }) => [url, row])).toEqual([
      [`${SITE}/report`, `Weekly notes. The report is out. It stands at ${SITE}/report.`],
      [`${SITE}/fish`, `Other things: (${SITE}/fish)`],
    ]);
  });

  it("is not kept from what it leads to by who wrote on its way that this ends the subscription", async () => {
    const more = [`List-Unsubscribe: <${SITE}/report>`];
    const headerList = COVERED.replace(":list-unsubscribe", "");
    const raw = await signed(letter({ more, body: `The report: ${SITE}/report` }), OFFICE, { headerList });
    const { entries } = await entriesOf(parcelOf([raw], [OFFICE]));
    expect(entries.at(-1)).toMatchObject({ url: `${SITE}/report` });
  });

  it("of the second of another, of which no identifier is signed, is another message", async () => {
    const headerList = COVERED.replace(":message-id", "");
    const letters = ["Rapport publié", "Weekly notes", "Rapport publié"].map((subject) => letter({ subject }));
    const all = await Promise.all(letters.map((one) => signed(one, OFFICE, { headerList })));
    const { entries } = await entriesOf(parcelOf(all, [OFFICE]));
    expect(entries.map(({ title, url }) => [title, url.split("?")[1]])).toEqual([
      [
        "Weekly notes",
        "HEADER%20Date%20Wed%2C%2031%20Aug%202022%2021%3A50%3A00%20%2B0100%20HEADER%20Subject%20Weekly%20notes",
      ],
      ["Rapport publié", expect.stringContaining("HEADER%20Subject%20Rapport%20publi%C3%A9")],
    ]);
  });

  it("says no more than its subject where the signature leaves open how its text is to be read", async () => {
    const headerList = "from:subject:date:message-id";
    const raw = await signed(letter({ type: "text/html", body: NEWSLETTER }), OFFICE, { headerList });
    const { entries } = await entriesOf(parcelOf([raw], [OFFICE]));
    expect(entries.map(({ title, row }) => [title, row])).toEqual([["Weekly notes", undefined]]);
  });

  it("of which nothing can be taken apart keeps its subject", async () => {
    const { entries } = await read({ type: 'multipart/mixed; boundary="b"', body: "--b\n".repeat(3) });
    expect(entries.map(({ title }) => title)).toEqual(["Weekly notes"]);
  });
});

/** Forged, or not: its key was not looked up. */
const UNASKED = letter({
  more: ["DKIM-Signature: v=1; a=rsa-sha256; d=office.example.org; s=news; h=from:subject:date; bh=AAAA; b=AAAA;"],
});

describe("a mailbox", () => {
  it("shows the newest first", async () => {
    const { entries } = await read({ subject: "Second" }, { subject: "First" });
    expect(entries.map(({ title }) => title)).toEqual(["Second", "First"]);
  });

  it("has a message once, however often it was sent on", async () => {
    const raw = await signed(letter({ id: "<1@office.example.org>" }), OFFICE);
    const again = await signed(letter({ id: "<1@office.example.org>", body: "Sent to another list." }), OFFICE);
    const { entries } = await entriesOf(parcelOf([again, raw, raw], [OFFICE]));
    expect(entries.map(({ row }) => row)).toEqual(["Weekly notes. This is what we did this week."]);
  });

  it("without a message is well, and holds nothing", async () => {
    expect(await read()).toEqual({ kind: "entries", entries: [], layout: "mail", next: [], isExcerpt: true });
  });

  it.each<[string, Partial<Parameters<typeof parcelOf>[2]>, Buffer[], string | undefined]>([
    ["a message that was too large to fetch", { large: 1 }, [], "too large"],
    ["a message of too many lines", {}, [letter({ body: "\n".repeat(100_001) })], "too large"],
    ["a flood of forged messages, which may hide what they push out", {}, Array(25).fill(letter()), "in a row"],
    [
      "messages that were not looked at, where nothing of the publisher’s was",
      { beyond: 1 },
      [],
      "more messages that claim",
    ],
    [
      "a message whose key was not asked for any more",
      { keys: { [OFFICE.record[0]]: "beyond" } },
      [UNASKED],
      "more messages",
    ],
    ["a few forged messages, which come with any address", {}, Array(24).fill(letter()), undefined],
  ])("says what it does not tell of: %s", async (_, besides, messages, detail) => {
    const { unread } = await entriesOf(parcelOf(messages, [OFFICE], besides));
    if (detail === undefined) expect(unread).toBeUndefined();
    else expect(unread?.detail).toContain(detail);
  });

  it("is well again with the publisher’s next message, and not by one that was sent again", async () => {
    const forged = Array<Buffer>(25).fill(letter());
    const [first, next] = await Promise.all([signed(letter(), OFFICE), signed(letter({ subject: "New" }), OFFICE)]);
    const unread = async (...messages: Buffer[]) => (await entriesOf(parcelOf(messages, [OFFICE]))).unread;
    expect(await unread(first, ...forged, first)).toBeDefined();
    expect(await unread(next, ...forged, first)).toBeUndefined();
  });

  it.each<[string, number, number, boolean]>([
    ["its own fill the room, as after years of subscription", 50, 0, true],
    ["a few forgeries stand among them", 10, 3, true],
    ["forgeries took a good part of it", 10, 4, false],
    ["its own take little of the bytes", 10, -1, false],
  ])("with more than was looked at is well only where the publisher’s %s", async (_, own, forged, isWell) => {
    const ours = await Promise.all(
      Array.from({ length: own }, (_, n) =>
        signed(letter({ subject: `Notes ${n}`, id: `<${n}@office.example.org>` }), OFFICE),
      ),
    );
    const theirs = forged < 0 ? [letter({ body: "a".repeat(100_000) })] : Array<Buffer>(forged).fill(letter());
    const { unread, entries } = await entriesOf(parcelOf([...theirs, ...ours], [OFFICE], { beyond: 7 }));
    expect(entries).toHaveLength(own);
    expect(unread === undefined).toBe(isWell);
  });

  it("reads the same on any day", async () => {
    const expires = new Date("2022-09-07T00:00:00Z");
    const parcel = parcelOf([await signed(letter(), OFFICE, { expires })], [OFFICE]);
    expect(parcel.messages[0]?.arrived).toBe(ARRIVED);
    expect((await entriesOf(parcel)).entries).toHaveLength(1);
  });
});
