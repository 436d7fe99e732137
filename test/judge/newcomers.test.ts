/** A newcomer's watch of another office, written as a YAML file on the day of the promise, on sites in those offices' shapes. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { loadConfig } from "../../src/config/load.ts";
import { rehearse } from "../stand-ins/bot.ts";
import { NEWCOMERS } from "../stand-ins/newcomers.ts";
import {
  COMMISSION,
  GOV_UK,
  INSPECTOR_GENERAL,
  type Item,
  type Office,
  officeFile,
} from "../stand-ins/other-offices.ts";
import { person } from "../stand-ins/persons.ts";

interface Story {
  office: Office;
  zone: string;
  /** The watch's own part of the file, as known on that day. */
  title: string;
  subject: string[][];
  promised: string;
  phrase: string;
  ordinary: string[];
  decoy: Item;
  published: Item;
  file: string;
}

const STORIES: [string, Story][] = [
  [
    "the Sue Gray report, on GOV.UK",
    {
      office: GOV_UK,
      zone: "Europe/London",
      title: "Sue Gray's report on gatherings in Downing Street",
      subject: [
        ["gatherings", "parties", "Downing Street"],
        ["report", "findings", "investigation"],
      ],
      promised: "2022-01-31",
      phrase: "in due course",
      ordinary: ["Government Property Strategy", "Public bodies review programme", "Infected Blood: terms", "Honours"],
      decoy: NEWCOMERS["gov.uk"].decoy,
      published: NEWCOMERS["gov.uk"].published,
      file: "https://assets.publishing.service.gov.uk/media/628e3a8d8fa8f556203eb55f/2022-05-25_FINAL_FINDINGS.pdf",
    },
  ],
  [
    "the report on competitiveness, on the Commission's site",
    {
      office: COMMISSION,
      zone: "Europe/Brussels",
      title: "Draghi report on European competitiveness",
      subject: [["competitiveness"], ["report", "future"]],
      promised: "2024-04-18",
      phrase: "in the coming months",
      ordinary: ["Daily news", "State aid approved for rail", "Erasmus+ at work", "A new office in Nuuk"],
      decoy: NEWCOMERS["europa.eu"].decoy,
      published: NEWCOMERS["europa.eu"].published,
      file: "/document/download/97e481fd-2dc3-412d-be4c-f152a8232961_en?filename=The%20future%20of%20European%20competitiveness.pdf",
    },
  ],
  [
    "the review of FISA applications, at the Inspector General",
    {
      office: INSPECTOR_GENERAL,
      zone: "America/New_York",
      title: "Inspector General's report on FISA abuse",
      subject: [
        ["FISA", "Foreign Intelligence Surveillance Act", "Crossfire Hurricane"],
        ["report", "review"],
      ],
      promised: "2019-09-13",
      phrase: "in the coming weeks",
      ordinary: ["Audit of the Marshals Service", "Audit of grants to Ohio", "Semiannual list", "Notice of findings"],
      decoy: NEWCOMERS["oig.justice.gov"].decoy,
      published: NEWCOMERS["oig.justice.gov"].published,
      file: "/reports/2019/o20012.pdf",
    },
  ],
];

describe.each(STORIES)("%s", (_, story) => {
  it("draws no signal before, nor from what is merely about it", async () => {
    const { rehearsal, show } = await newcomer(story);
    await show(story.promised);
    await show(story.decoy.date, story.decoy);
    expect(rehearsal.kinds()).toContain("changed");
    expect(rehearsal.kinds()).not.toContain("signalled");
  });

  it("is very likely published when the document stands there, and published when a person confirms it", async () => {
    const { rehearsal, show } = await newcomer(story);
    await show(story.promised);
    await show(story.decoy.date, story.decoy);
    const { title, date } = story.published;
    const file = story.file.replace(/^https:\/\/[^/]+/, "");
    rehearsal.origin.pages[file] = officeFile(title, date, story.subject.map(([first]) => first).join(" and the "));
    await show(date, story.published, story.decoy);
    const [signal] = rehearsal.told.filter(({ kind }) => kind === "signalled");
    expect(signal).toMatchObject({ signal: { rule: "document-on-the-subject", title } });
    expect(rehearsal.kinds()).not.toContain("published");
    if (signal?.kind !== "signalled") throw new Error("not asked");
    const decision = { evidence: signal.signal.id, decision: "confirm" as const };
    await rehearsal.bot.store.decisions.leave(signal.watch, decision, person("a newcomer"), rehearsal.clock.now());
    const told = await rehearsal.bot.watcher.people.act();
    expect(told.map(({ kind }) => kind)).toEqual(["published"]);
  });

  it("is possibly published when the page offers no file that can be read", async () => {
    const { rehearsal, show } = await newcomer(story);
    await show(story.promised);
    await show(story.published.date, story.published);
    expect(rehearsal.kinds()).toContain("signalled");
    expect(rehearsal.kinds()).not.toContain("published");
  });
});

/** The bot of a newcomer; `show` has the office list these items, newest first, and takes one look at noon of the day. */
async function newcomer({ office, zone, title, subject, promised, phrase, ordinary, published, file }: Story) {
  const folder = mkdtempSync(join(tmpdir(), "coming-weeks-newcomer-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, "watches"));
  writeFileSync(join(folder, "coming-weeks.yaml"), "watches: watches\n");
  writeFileSync(
    join(folder, "watches", "promised.yaml"),
    `title: ${JSON.stringify(title)}
publisher:
  name: the office
  zone: ${zone}
  hosts: ${JSON.stringify([...new Set([office.site, office.files])].map((site) => new URL(site).hostname))}
statements:
  - on: ${promised}
    by: the office
    phrase: ${phrase}
evidence:
  titles: [${JSON.stringify(title)}]
  subject: ${JSON.stringify(subject)}
  topic: ${JSON.stringify(subject.flat())}
sources:
  - id: listing
    kind: listing
    url: ${office.site}${office.listing}
`,
  );
  const rehearsal = await rehearse({
    adjust: (config) => {
      const { settings } = config;
      const address = Object.values(settings.fetch.origins)[0] ?? "";
      settings.fetch.origins = { [office.site]: address, [office.files]: address };
      config.watches = loadConfig(join(folder, "coming-weeks.yaml"), {}).watches;
    },
  });
  rehearsal.clock.setTo(`${promised}T00:00:00Z`);
  const old = ordinary.map((one, index) => ({
    title: one,
    path: `/ordinary/${index}`,
    date: `2015-03-0${index + 1}`,
    kind: "Notice",
  }));
  const show = async (on: string, ...items: Item[]) => {
    const { pages } = rehearsal.origin;
    pages[office.listing] = office.list([...items, ...old]);
    for (const item of items)
      pages[item.path] = office.page(
        item,
        item === published && pages[file.replace(/^https:\/\/[^/]+/, "")] ? file : undefined,
      );
    await rehearsal.at(`${on}T12:00:00Z`);
  };
  return { rehearsal, show };
}
