/**
 * The documented history of the Xinjiang assessment. The reconstructed site answers over real HTTP; the settings and the
 * watch are the shipped ones, but for a calmer pace on quiet days.
 */

import type { HeldConfig } from "../../config/load.ts";
import { createFetcher } from "../../fetch/fetcher.ts";
import type { Decision, StatementDecision } from "../../judge/decision.ts";
import { type Notice, noticeId } from "../../judge/notice.ts";
import { RULES } from "../../judge/rules.ts";
import { en } from "../../message/en.ts";
import { inHindsight, scoreRows } from "../../message/score-words.ts";
import { scored, sentIn } from "../../status/forecasts.ts";
import { SimulatedClock } from "../../time/clock.ts";
import { elapsed, later } from "../../time/instant.ts";
import { meanScores } from "../../track-record/sent.ts";
import type { Watch } from "../../watch/watch.ts";
import type { History } from "../history.ts";
import { DOCUMENT, ITEMS, NEW_SCHEME_FROM, ordinaryItems, SITE, TROUBLES } from "./items.ts";
import { startSite } from "./site.ts";
import { ARCHIVE, SISTER, walledWorld } from "./walled.ts";

const FROM = "2021-12-10T12:00:00Z";
/** Midnight in Geneva: the shipped watch knows the outcome from the next day on. */
const TO = "2022-09-07T22:00:00Z";
/** Who is played, where the bot asks a person: nobody's handle. */
const PERSON = "command-line-0000000000000000";
const WALLED =
  "From 20 December 2021 on the site refuses robots, as it did in 2026: a sister’s feed and a web archive’s copies, both made up, are all there is.";

/** Hours in which something happens are looked at as often as the shipped settings say for the end of a horizon. */
const EVENTFUL: readonly { from: string; to: string }[] = [
  { from: later(DOCUMENT.at, -6 * 3_600_000), to: later(DOCUMENT.at, 6 * 3_600_000) },
  { from: later(NEW_SCHEME_FROM, -3_600_000), to: later(NEW_SCHEME_FROM, 3 * 3_600_000) },
  ...TROUBLES.flatMap(({ from, to }) => [
    { from: later(from, -3_600_000), to: later(from, 3_600_000) },
    { from: later(to, -3_600_000), to: later(to, 3_600_000) },
  ]),
];

/**
 * @param quietPace how often quiet days are looked at, in milliseconds
 * @param isOwnWatch whether it is the shipped watch, whose outcome is known
 * @param isWalled whether the site refuses robots, and others' word and copies are all there is (walled.ts)
 */
export async function documentedHistory(
  { settings, watches: given, record }: HeldConfig,
  quietPace: number,
  isOwnWatch: boolean,
  isWalled = false,
): Promise<History> {
  const sites = isWalled ? [SITE, SISTER, ARCHIVE] : [SITE];
  const watches = given.map((watch) => asItBegan(watch, sites));
  const clock = new SimulatedClock(FROM);
  const items = [...ITEMS, ...ordinaryItems("2021-10-01T09:00:00Z", TO)];
  const site = await startSite(clock, items, isWalled ? walledWorld : undefined);
  const played = Object.fromEntries(sites.map((one) => [one, site.address]));
  const fetch = { ...settings.fetch, origins: { ...settings.fetch.origins, ...played } };
  const eventfulPace = settings.schedule.near_the_end.every;
  return {
    from: FROM,
    to: TO,
    clock,
    // Whatever is kept of it says that a stand-in answered.
    settings: { ...settings, fetch },
    record,
    watches: (): readonly Watch[] => watches,
    fetcher: createFetcher({ settings: fetch, clock }),
    introduction: [
      "The documented history, 10 December 2021 to 7 September 2022",
      "This is a reconstruction: dates, addresses and the document’s title are facts; headlines and page texts are written for",
      "this replay from those facts. A site on this machine plays OHCHR’s over HTTP; the bot that reads it is the real one, on a",
      "simulated clock. It knows only what was known on each day; when it asks a person, the replay answers as one, and says so.",
      ...(isWalled ? [WALLED] : []),
      "These are the messages as they would stand in the channel.",
    ],
    async *play(watcher, ending) {
      while (clock.now() < TO) {
        const { notices } = await watcher.pass(true, ending);
        yield notices;
        for (const notice of isOwnWatch ? notices : [])
          for (const decision of answersTo(notice)) yield watcher.people.decide(notice.watch, decision);
        clock.moveTo(
          later(clock.now(), isEventful(clock.now()) ? eventfulPace : untilEventful(clock.now(), quietPace)),
        );
      }
    },
    conclude: (told) => {
      const requests = `${site.served().requests.toLocaleString("en")} requests`;
      if (!isOwnWatch) return { isGood: true, rows: [["Requests", requests]] };
      const published = told.filter((notice) => notice.kind === "published");
      const [first] = published;
      const [signal] = told.filter((notice) => notice.kind === "signalled");
      const [question] = asked(told);
      const wrong = falseAlarms(told);
      const { publishedOn = "", today = "" } = first?.status ?? {};
      const scores = meanScores(scored(sentIn(told), () => ({ publishedOn, isDropped: false, seenUntil: today })));
      return {
        ...(scores && record.asOf
          ? { scores: { heading: inHindsight(en.day(record.asOf)), rows: scoreRows(scores), means: scores } }
          : {}),
        isGood: wrong.length === 0 && published.length === 1,
        rows: [
          ["Requests", requests],
          ...(signal && signal !== question
            ? [
                [
                  "Signalled",
                  `${minutesAfter(signal)} minutes after 21:47 UTC: possibly published, please look`,
                ] as const,
              ]
            : []),
          [
            "Asked",
            question
              ? `${minutesAfter(question)} minutes after 21:47 UTC: very likely published, please confirm`
              : "nobody",
          ],
          [
            "Published",
            first
              ? `31 August 2022, 21:47 UTC; told ${minutesAfter(first)} minutes later (notice ${noticeId(first)})`
              : "never told",
          ],
          [
            "Words on timing",
            told
              .flatMap((notice) =>
                notice.kind === "proposed"
                  ? `${notice.proposal.statement.on} ${notice.proposal.statement.bearing}`
                  : [],
              )
              .join(", ") || "none",
          ],
          [
            "False alarms",
            wrong.length === 0 ? "none" : wrong.map((notice) => `${notice.kind} at ${notice.at}`).join(", "),
          ],
        ],
      };
    },
    close: site.close,
  };
}

/**
 * What was said later comes as it was said: the bot reads it, proposes it, and a person adds it. What is not played here is not asked for:
 * a replay needs no network.
 */
function asItBegan(watch: Watch, sites: readonly string[]): Watch {
  return {
    ...watch,
    statements: watch.statements.filter(({ on }) => on <= FROM.slice(0, 10)),
    sources: watch.sources.filter(({ url, via }) => sites.includes(via ? ARCHIVE : new URL(url).origin)),
  };
}

type Signalled = Extract<Notice, { kind: "signalled" }>;

/** What a person is asked to confirm. */
function asked(notices: readonly Notice[]): Signalled[] {
  return notices.filter(
    (notice): notice is Signalled => notice.kind === "signalled" && RULES[notice.signal.rule].strength === "strong",
  );
}

/** What the person who is played says to a notice that asks. */
function answersTo(notice: Notice): (Decision | StatementDecision)[] {
  if (notice.kind === "proposed") return [{ statement: notice.proposal.id, decision: "add", by: PERSON }];
  return asked([notice]).map(({ signal }) => ({ evidence: signal.id, decision: "confirm", by: PERSON }));
}

function minutesAfter({ at }: Notice): number {
  return Math.round(elapsed(DOCUMENT.at, at) / 60_000);
}

/** Anything that said or hinted at publication before there was one, or took it back after. */
function falseAlarms(told: readonly Notice[]): Notice[] {
  return told.filter(
    (notice) =>
      (["published", "signalled"].includes(notice.kind) && notice.at < DOCUMENT.at) ||
      notice.kind === "withdrawn" ||
      notice.kind === "corrected",
  );
}

function isEventful(now: string): boolean {
  return EVENTFUL.some(({ from, to }) => now >= from && now < to);
}

/** A quiet step, cut short where something is about to happen. */
function untilEventful(now: string, pace: number): number {
  const next = EVENTFUL.map(({ from }) => elapsed(now, from)).filter((wait) => wait > 0);
  return Math.min(pace, ...next);
}
