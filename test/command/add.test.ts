/** `add`, from a person's first word to a watch that tells of the publication: no file is written by hand. */
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { type Adding, adding } from "../stand-ins/adding.ts";
import { call } from "../stand-ins/command.ts";
import {
  HTTP_ONLY,
  NEWCOMERS,
  type Newcomer,
  type NewcomersSite,
  newcomersSite,
  WALL,
} from "../stand-ins/newcomers.ts";

const LISTING = (newcomer: Newcomer) => newcomer.office.site + newcomer.office.listing;

/** What each of them answers: one guess of each is wrong. */
const STORIES: [name: keyof typeof NEWCOMERS, wrong: string, answers: (known: Newcomer) => string[]][] = [
  [
    "gov.uk",
    "a site that answers over plain http alone",
    (known) => [known.link, `http://${HTTP_ONLY}/news`, LISTING(known)],
  ],
  ["europa.eu", "a site that shuts robots out", (known) => [known.link, `${WALL}/news`, LISTING(known)]],
  [
    "oig.justice.gov",
    "words that say no time, and a page that is not there",
    (known) => ["2019-12-31", known.link, `${known.office.site}/newsroom`],
  ],
];

describe.each(STORIES)("a newcomer at %s, who names %s first", (name, _, more) => {
  const newcomer = NEWCOMERS[name];

  it("has a watch after eight answers, which signals on the day of the publication, and not before", async () => {
    const bot = await adding();
    const site = await newcomersSite(newcomer);
    const { title, by, promised, words, decoy, published, file } = newcomer;
    const answers = [title, by, promised, words, ...more(newcomer), ""];
    expect(answers).toHaveLength(8);
    const { code, out, error } = await bot.add(["--at", `${promised}T12:00:00Z`, ...site.origins], answers);
    expect({ code, error: code === 0 ? "" : error }).toEqual({ code: 0, error: "" });
    expect(out).toContain("What happens next");
    expect((await call(["validate", "--config", bot.config])).code).toBe(0);

    const told = await looks(bot, site);
    expect(await told(promised)).toEqual(["started"]);
    site.show([decoy]);
    expect(await told(decoy.date)).not.toContain("signalled");
    site.show([published, decoy], file);
    expect(await told(published.date)).toContain("signalled");
  });
});

/** A check on a day, and the kinds of what is told of it. */
async function looks(bot: Adding, { origins }: NewcomersSite): Promise<(day: string) => Promise<unknown[]>> {
  return async (day) => {
    const data = bot.config.replace(/[^/]+$/, "data");
    const at = ["--data", data, "--at", `${day}T12:00:00Z`];
    const { lines } = await call(["check", "--all", "--json", "--config", bot.config, ...at, ...origins]);
    return lines.filter(({ type }) => type === "notice").map(({ kind }) => kind);
  };
}

describe("add proves, too", () => {
  it("where the document comes under the title that was promised", async () => {
    const bot = await adding();
    const known = {
      ...NEWCOMERS["gov.uk"],
      published: { ...NEWCOMERS["gov.uk"].published, title: NEWCOMERS["gov.uk"].title },
    };
    const site = await newcomersSite(known);
    const options = ["--at", `${known.promised}T12:00:00Z`, ...site.origins, ...optionsOf(known), "--yes"];
    expect((await bot.add(options)).code).toBe(0);
    const told = await looks(bot, site);
    await told(known.promised);
    site.show([known.published], known.file);
    expect(await told(known.published.date)).toContain("published");
  });
});

/** Every answer as an option. */
function optionsOf({ title, by, promised, words, office }: Newcomer): string[] {
  return [
    "--title",
    title,
    "--said-by",
    by,
    "--on",
    promised,
    "--phrase",
    words,
    "--site",
    office.site + office.listing,
  ];
}

describe("add without a terminal", () => {
  const known = NEWCOMERS["gov.uk"];
  const given = (more: readonly string[], site: NewcomersSite) => [
    "--at",
    "2022-02-01T12:00:00Z",
    ...site.origins,
    ...optionsOf(known),
    ...more,
  ];

  it("prints the file instead of writing it, and asks nothing", async () => {
    const bot = await adding();
    const { code, out, error } = await bot.add(given(["--yes", "--dry-run"], await newcomersSite(known)));
    expect(code).toBe(0);
    expect(out).toMatch(/hosts: \[www\.gov\.uk, gov\.uk\].*\n +files: \[assets\.publishing\.service\.gov\.uk\]/);
    expect(out).toContain("phrase: in the coming weeks # read as 2022-02-07 to 2022-03-28, likely 2022-02-28");
    expect(error).not.toContain("What was promised?");
    expect(bot.files()).toEqual({});
  });

  it("says of an address that was named, and is no source, why it is not in the file", async () => {
    const bot = await adding();
    const site = await newcomersSite(known);
    site.show([known.published], known.file);
    const { out, error } = await bot.add(given(["--yes", "--dry-run", "--source", known.file], site));
    expect(out).not.toContain(known.file);
    expect(error.replaceAll(/\s+/g, " ")).toContain(
      `${known.file}: is a document by itself, and nothing new will appear in it`,
    );
  });

  it("gives scripts the file, and why each part is in it", async () => {
    const bot = await adding();
    const { lines } = await bot.add(given(["--yes", "--json"], await newcomersSite(known)));
    expect(lines).toMatchObject([
      {
        type: "added",
        id: "sue-gray-report-gatherings",
        zone: { zone: "Europe/London", because: "country" },
        hosts: [
          { because: "site" },
          { because: "twin" },
          { host: "assets.publishing.service.gov.uk", because: "files" },
        ],
      },
    ]);
    expect(bot.files()).toEqual({ "sue-gray-report-gatherings.yaml": lines[0]?.text });
  });

  it("names what is missing, and writes nothing", async () => {
    const bot = await adding();
    const { code, error } = await bot.add(["--yes", "--title", "A report"]);
    expect({ code, error: error.trim() }).toEqual({
      code: 2,
      error: "Without questions, --said-by, --on, --phrase, --site must be said.",
    });
  });

  it("never writes over another watch, and takes another name by itself", async () => {
    const bot = await adding();
    const site = await newcomersSite(known);
    await bot.add(given(["--yes"], site));
    expect((await bot.add(given(["--yes", "--id", "sue-gray-report-gatherings"], site))).error).toContain(
      "choose another",
    );
    await bot.add(given(["--yes"], site));
    expect(Object.keys(bot.files())).toEqual(["sue-gray-report-gatherings-2.yaml", "sue-gray-report-gatherings.yaml"]);
  });

  it.each<[string, string[], string]>([
    ["a promise of a day to come", ["--on", "2022-02-02"], "has not come yet"],
    ["words that say no time", ["--phrase", "when it is ready"], "Nobody can say by when"],
    ["a time that only part of the words say", ["--phrase", "not until the autumn"], "Nobody can say by when"],
    ["days out of order", ["--latest", "2022-03-01", "--earliest", "2022-04-01"], "out of order"],
    ["a title that says nothing", ["--title", "The report"], "only what kind of thing"],
    ["a subject that the title has no word of", ["--subject", "pensions; report"], "no word of pensions"],
    [
      "a host that nothing is read on",
      ["--host", "www.gov.uk", "--host", "files.gov.uk"],
      "files.gov.uk: nothing is read on this host",
    ],
    ["hosts without the source's", ["--host", "assets.publishing.service.gov.uk"], "www.gov.uk: a source is there"],
    ["a publisher on plain http", ["--site", `http://${HTTP_ONLY}/`], "only over plain http"],
    ["a wall", ["--site", `https://${WALL}/`], "Nothing can be read there"],
    ["more words than its documents have", ["--words", "4000"], "None of its documents"],
  ])("refuses what can never publish: %s", async (_, more, sentence) => {
    const bot = await adding();
    const { code, error } = await bot.add([...given(["--yes"], await newcomersSite(known)), ...more]);
    expect(error.replace(/\s+/g, " ")).toContain(sentence);
    expect({ code, files: bot.files() }).toEqual({ code: 2, files: {} });
  });
});

describe("add in a terminal", () => {
  const known = NEWCOMERS["gov.uk"];
  const five = [known.title, known.by, known.promised, known.words, known.link];

  it("says what the README shows", async () => {
    const bot = await adding();
    const site = await newcomersSite(known);
    const answers = [...five.slice(0, 3), "in the coming weeks", "", "www.gov.uk/newsroom", ""];
    const { error, out } = await bot.add(["--at", `${known.promised}T12:00:00Z`, ...site.origins], answers);
    const said = `${error}${out.slice(0, out.indexOf("What happens next"))}`.replaceAll(/\s+\n/g, "\n");
    const readme = await readFile(new URL("../../README.md", import.meta.url), "utf8");
    const [, shown = ""] = /```\n(What was promised\?[^`]+)```/.exec(readme) ?? [];
    const file = /Written: .*\/(?=watches)/g;
    expect(said.replace(file, "")).toBe(shown.replaceAll(/\s+\n/g, "\n").replace(file, ""));
  });

  it("asks again for what is no answer, and says why", async () => {
    const bot = await adding();
    const site = await newcomersSite(known);
    const { code, error } = await bot.add(
      ["--at", "2022-02-01T12:00:00Z", ...site.origins],
      ["", ...five.slice(0, 2), "yesterday", ...five.slice(2), "no address", LISTING(known), "n"],
    );
    expect(error).toContain("Write a title, please");
    expect(error).toContain("“yesterday” is not a day");
    expect(error).toContain("“no address” is not an address");
    expect({ code, files: bot.files() }).toEqual({ code: 1, files: {} });
  });

  it("changes what a person says is wrong, and fetches nothing twice for it", async () => {
    const bot = await adding();
    const site = await newcomersSite(known);
    const changes = [
      "short",
      "Gray report",
      "subject",
      "gatherings, parties; report, findings",
      "hosts",
      "www.gov.uk assets.publishing.service.gov.uk",
      "zone",
      "Europe/Lisbon",
      "",
    ];
    const { code } = await bot.add(
      ["--at", "2022-02-01T12:00:00Z", ...site.origins],
      [...five, LISTING(known), ...changes],
    );
    expect(code).toBe(0);
    const [text] = Object.values(bot.files());
    for (const line of [
      "short: Gray report",
      "zone: Europe/Lisbon",
      "- [gatherings, parties]",
      "hosts: [www.gov.uk] # only these can prove publication\n  files: [assets.publishing.service.gov.uk]",
    ])
      expect(text).toContain(line);
    const paths = site.requests.map(({ path }) => path).filter((path) => path !== "/robots.txt");
    expect(paths).toHaveLength(new Set(paths).size);
  });

  it("takes the one of several readings that is meant", async () => {
    const bot = await adding();
    const site = await newcomersSite(known);
    const words = "It may yet appear before the summer, or by the end of the year if we must";
    const { error } = await bot.add(
      ["--at", "2022-02-01T12:00:00Z", ...site.origins],
      [...five.slice(0, 3), words, "1", "", LISTING(known), ""],
    );
    expect(error).toMatch(/1 {2}“.*”: from/);
    expect(Object.values(bot.files())[0]).toMatch(/phrase: .+ # read as 2022-/);
  });

  it("leaves nothing half-written at Ctrl-C", async () => {
    const bot = await adding();
    const site = await newcomersSite(known);
    const child = await bot.addUntil(site.origins, [...five, LISTING(known)], "Is that right?");
    child.kill("SIGINT");
    expect(await once(child, "close")).toEqual([130, null]);
    expect(bot.files()).toEqual({});
  });
});
