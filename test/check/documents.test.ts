/** A document's files: named when it is published, watched afterwards, and copied elsewhere where that is configured. */
import { createHash } from "node:crypto";
import { describe, expect, it, onTestFinished } from "vitest";
import { plainText, say } from "../../src/message/wording.ts";
import { makePdf } from "../../src/replay/documented/pdf.ts";
import { type Rehearsal, type RehearsalOptions, rehearse } from "../stand-ins/bot.ts";
import { accessTo, startDiscord, toldIn } from "../stand-ins/discord/discord.ts";
import { buttonsOf, headOf, textOf } from "../stand-ins/discord/said.ts";
import {
  DOCUMENT_PATH,
  LATEST_PATH,
  listing,
  ordinaryRows,
  PDF_PATH,
  page,
  REPORT_TEXT,
  SITE,
  TITLE,
} from "../stand-ins/ohchr.ts";
import { KEYS, startWayback } from "../stand-ins/wayback.ts";

const FRENCH_PATH = PDF_PATH.replace(".pdf", "-fr.pdf");
const ENGLISH = makePdf([TITLE, "31 August 2022"], 48, REPORT_TEXT);
const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const pdf = (body: Buffer) => ({ headers: { "content-type": "application/pdf" }, body });

/** The document's page with a file in each language. */
function pageWith(files: { language: string; path: string }[]): string {
  const containers = files.map(
    ({ language, path }) =>
      `<div class="resource-language-container"><h2 class="resource__heading">${language}</h2><a class="resource__file-types-item" href="${path}">PDF</a></div>`,
  );
  return page(
    `<article class="node-document"><h2 class="hero-1__title">${TITLE}</h2><p class="eyebrow-3">31 August 2022</p>${containers.join("")}</article>`,
    { title: `${TITLE} | OHCHR` },
  );
}

const english = { language: "English", path: PDF_PATH };
const french = { language: "Français", path: FRENCH_PATH };

async function published(options: RehearsalOptions = {}): Promise<Rehearsal> {
  const rehearsal = await rehearse(options);
  await rehearsal.at("2022-08-30T12:00:00Z");
  rehearsal.origin.pages[DOCUMENT_PATH] = pageWith([english]);
  rehearsal.origin.pages[PDF_PATH] = pdf(ENGLISH);
  await rehearsal.at("2022-08-31T21:50:00Z");
  return rehearsal;
}

/** The page stands there by its title alone first, and people are asked. */
async function signalledAndPublished(options: RehearsalOptions): Promise<Rehearsal> {
  const rehearsal = await rehearse(options);
  await rehearsal.at("2022-08-30T12:00:00Z");
  rehearsal.origin.pages[LATEST_PATH] = listing([
    { title: TITLE, url: DOCUMENT_PATH, date: "31 August 2022" },
    ...ordinaryRows(),
  ]);
  rehearsal.origin.pages[DOCUMENT_PATH] = pageWith([]);
  await rehearsal.at("2022-08-31T21:40:00Z");
  rehearsal.origin.pages[DOCUMENT_PATH] = pageWith([english]);
  rehearsal.origin.pages[PDF_PATH] = pdf(ENGLISH);
  await rehearsal.at("2022-08-31T21:50:00Z");
  return rehearsal;
}

function said(rehearsal: Rehearsal, index = -1): string {
  const notice = rehearsal.told.at(index);
  return notice ? plainText(say(notice)) : "";
}

it("published names the file’s language and pages, and leaves its digest to the evidence", async () => {
  const rehearsal = await published();
  const text = plainText(say(rehearsal.told.find((notice) => notice.kind === "published") as never));
  expect(text).toContain("PDF, 48 pages, English · www.ohchr.org");
  expect(text).not.toContain(sha256(ENGLISH));
  expect(text).toContain("Dated 31 August 2022");
});

it("published lists the languages there are", async () => {
  const rehearsal = await rehearse();
  rehearsal.origin.pages[DOCUMENT_PATH] = pageWith([english, french]);
  rehearsal.origin.pages[PDF_PATH] = pdf(ENGLISH);
  rehearsal.origin.pages[FRENCH_PATH] = pdf(makePdf(["Évaluation", "31 août 2022"], 50));
  await rehearsal.at("2022-08-31T21:50:00Z");
  const text = plainText(say(rehearsal.told.find((notice) => notice.kind === "published") as never));
  expect(text).toContain("PDF, 48 pages, English, French · www.ohchr.org");
});

it("a language that comes later is told, with its file", async () => {
  const rehearsal = await published();
  const bytes = makePdf(["Évaluation"], 50);
  rehearsal.origin.pages[DOCUMENT_PATH] = pageWith([english, french]);
  rehearsal.origin.pages[FRENCH_PATH] = pdf(bytes);
  await rehearsal.at("2022-09-20T12:00:00Z");
  expect(rehearsal.kinds().filter((kind) => kind === "edition")).toEqual(["edition"]);
  expect(said(rehearsal)).toContain("PDF, 50 pages, French");
});

describe("a file that is replaced at the same address", () => {
  it("is told once, with its pages before and now, although the page is the same and two sources see it", async () => {
    const rehearsal = await published();
    const other = makePdf([TITLE, "31 August 2022", "A line less"], 47, REPORT_TEXT);
    rehearsal.origin.pages[PDF_PATH] = pdf(other);
    await rehearsal.at("2022-09-01T22:00:00Z");
    await rehearsal.at("2022-09-02T23:00:00Z");
    const replaced = rehearsal.told.filter((notice) => notice.kind === "edition" && notice.as === "replaced");
    expect(replaced).toMatchObject([
      { change: { file: { before: { sha256: sha256(ENGLISH) }, after: { sha256: sha256(other) } } } },
    ]);
    expect(replaced.map((notice) => plainText(say(notice)))).toEqual([
      expect.stringContaining("PDF, 47 pages, English; before: 48 pages"),
    ]);
  });

  it("is seen on the page’s daily look alone, where the file is no source of its own", async () => {
    const rehearsal = await published({
      adjust: (config) => {
        for (const watch of config.watches)
          watch.sources = watch.sources.filter((source) => source.id !== "document-pdf");
      },
    });
    rehearsal.origin.pages[PDF_PATH] = pdf(makePdf([TITLE, "31 August 2022"], 49, REPORT_TEXT));
    await rehearsal.at("2022-08-31T22:00:00Z");
    expect(rehearsal.kinds()).not.toEqual(expect.arrayContaining([expect.stringMatching(/changed|edition/)]));
    await rehearsal.at("2022-09-01T22:00:00Z");
    expect(said(rehearsal)).toContain("PDF, 49 pages, English; before: 48 pages");
  });

  it("that cannot be had for a while is not a change", async () => {
    const rehearsal = await published();
    rehearsal.origin.pages[PDF_PATH] = { status: 503 };
    await rehearsal.at("2022-09-01T22:00:00Z");
    rehearsal.origin.pages[PDF_PATH] = pdf(ENGLISH);
    await rehearsal.at("2022-09-02T23:00:00Z");
    expect(rehearsal.kinds()).not.toEqual(expect.arrayContaining([expect.stringMatching(/changed|edition/)]));
  });
});

it("a scan without text is a signal, and said to be one", async () => {
  const rehearsal = await rehearse();
  await rehearsal.at("2022-08-30T12:00:00Z");
  rehearsal.origin.pages[PDF_PATH] = pdf(makePdf([], 48));
  await rehearsal.at("2022-08-31T21:50:00Z");
  expect(rehearsal.kinds()).toContain("signalled");
  expect(rehearsal.kinds()).not.toContain("published");
  expect(said(rehearsal, rehearsal.kinds().indexOf("signalled"))).toContain("holds no text that can be read (a scan?)");
});

it("a page in whose place a file comes to stand is told as edited", async () => {
  const rehearsal = await published();
  rehearsal.origin.pages[DOCUMENT_PATH] = pdf(makePdf([TITLE, "31 August 2022", "In one file"], 48, REPORT_TEXT));
  await rehearsal.at("2022-09-01T22:00:00Z");
  expect(rehearsal.told.map((notice) => say(notice).title)).toContainEqual(
    expect.stringMatching(/^Edited: |^Another file: |^A file was replaced: /),
  );
});

describe("Save Page Now", () => {
  async function withWayback({ isSignalledFirst = false } = {}) {
    const wayback = await startWayback([]);
    const discord = await startDiscord();
    onTestFinished(() => Promise.all([wayback.close(), discord.close()]).then(() => undefined));
    const tell = isSignalledFirst ? signalledAndPublished : published;
    const rehearsal = await tell({
      secrets: {
        ...KEYS,
        ...accessTo(discord),
      },
      adjust: (config) => {
        config.settings.archive.save_page_now = true;
        config.settings.fetch.origins["https://web.archive.org"] = wayback.address;
      },
    });
    const message = () => {
      const published = toldIn(discord).find((one) => headOf(one).startsWith("Published"));
      return published
        ? [textOf(published), ...buttonsOf(published).map(({ label, url }) => `${label}: ${url}`)].join("\n")
        : "";
    };
    return { wayback, rehearsal, message };
  }

  it("is asked for what counts as evidence, and the copy’s address is added to the message", async () => {
    const { wayback, rehearsal, message } = await withWayback();
    await rehearsal.bot.deliver(1000);
    expect(message()).not.toContain("Wayback");
    await rehearsal.bot.saveCopies();
    const asked = wayback.requests.filter(({ path }) => path === "/save").length;
    expect(asked).toBeGreaterThan(0);
    rehearsal.clock.moveTo("2022-08-31T21:51:00Z");
    await rehearsal.bot.saveCopies();
    await rehearsal.bot.deliver(1000);
    expect(message()).toContain(
      "Copy at the Wayback Machine: https://web.archive.org/web/20220831220000/https://www.ohchr.org/saved",
    );
    await rehearsal.bot.saveCopies();
    expect(wayback.requests.filter(({ path }) => path === "/save").length).toBe(asked);
  });

  it("is asked for each page once, for however many notices, whatever came of it", async () => {
    const { wayback, rehearsal } = await withWayback({ isSignalledFirst: true });
    const pages = () =>
      wayback.requests.flatMap(({ path, body }) => (path === "/save" ? [new URLSearchParams(body).get("url")] : []));
    await rehearsal.bot.saveCopies();
    // Its site refuses the Wayback Machine as well.
    wayback.troubles.push({ status: 200, body: { status: "error", status_ext: "error:blocked" } });
    for (const minute of ["51", "52", "55", "59"]) {
      rehearsal.clock.moveTo(`2022-08-31T21:${minute}:00Z`);
      await rehearsal.bot.saveCopies();
    }
    expect(rehearsal.kinds()).toEqual(expect.arrayContaining(["signalled", "published"]));
    expect(pages()).toContain(SITE + DOCUMENT_PATH);
    expect(pages()).toEqual([...new Set(pages())]);
    expect(await rehearsal.bot.store.submissions.open("2022-09-09T00:00:00.000Z")).toEqual([]);
  });

  it("that fails is tried again later, and holds nothing up", async () => {
    const { wayback, rehearsal, message } = await withWayback();
    wayback.troubles.push(...Array(4).fill({ status: 503 }));
    await rehearsal.bot.saveCopies();
    await rehearsal.bot.deliver(1000);
    expect(message()).toContain("first seen");
    for (const minute of ["52", "55", "58"]) {
      rehearsal.clock.moveTo(`2022-08-31T21:${minute}:00Z`);
      await rehearsal.bot.saveCopies();
      await rehearsal.bot.deliver(1000);
    }
    expect(message()).toContain("Copy at the Wayback Machine");
  });
});

it("a rehearsal’s pages are never submitted to the real Wayback Machine", async () => {
  const rehearsal = await published({
    secrets: KEYS,
    adjust: (config) => {
      config.settings.archive.save_page_now = true;
    },
  });
  const rows = await rehearsal.bot.store.submissions.open("2023-01-01T00:00:00.000Z");
  expect(rows).toEqual([]);
});
