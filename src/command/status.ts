/** Where things stand, read from the data beside a running bot. */
import { bold, dim, printed, withSmall } from "../deliver/channels/printed.ts";
import type { Evidence } from "../judge/evidence.ts";
import type { Proposal } from "../judge/proposal.ts";
import { type SourceHealth, sourceState } from "../judge/source-health.ts";
import { en } from "../message/en.ts";
import { codeIn } from "../message/unreachable.ts";
import { whereThingsStand } from "../message/where-things-stand.ts";
import { clockAhead } from "../status/clock-ahead.ts";
import { type Overview, overview } from "../status/overview.ts";
import { statusRecord } from "../status/status-record.ts";
import { Store } from "../store/store.ts";
import { ASKS_NOTHING, type CommonOptions } from "./context.ts";
import { sayLeft } from "./found.ts";
import { lastGood, sayFaults } from "./in-force.ts";

export async function showStatus(options: CommonOptions): Promise<number> {
  const { config, clock, faults } = await lastGood(options, "warn", ASKS_NOTHING);
  sayFaults(faults);
  const { patience } = config.settings.schedule;
  await Store.beside(config, async (store) => {
    const ahead = await clockAhead(config.watches, store, clock.now());
    if (ahead) process.stderr.write(`${ahead.says}\n`);
    for (const watch of config.watches)
      process.stdout.write(
        options.json
          ? `${JSON.stringify(await statusRecord(watch, store, clock.now(), patience))}\n`
          : `${statusText(await overview(watch, store, clock.now(), patience))}\n`,
      );
    if (!options.json) await sayLeft(store);
  });
  return faults.length > 0 ? 2 : 0;
}

function statusText({ watch, status, evidence, proposed, sources }: Overview): string {
  const { small } = whereThingsStand(status, evidence);
  const found = evidence.filter(({ state }) => state !== "dismissed");
  return [
    bold(printed(watch.title)),
    standing({ status, evidence }),
    ...(found.length > 0 ? ["", "  Evidence", ...found.map(evidenceText)] : []),
    ...(proposed.length > 0 ? ["", "  Said on timing, and waiting for your word", ...proposed.map(proposalText)] : []),
    "",
    "  Sources",
    ...sources.map(sourceText),
    "",
    ...small.map((line) => dim(printed(line, 2))),
    "",
  ].join("\n");
}

/** The news, the clock and the evidence of a watch. */
export function standing({ status, evidence }: Pick<Overview, "status" | "evidence">): string {
  const { news, clock, evidence: shown } = whereThingsStand(status, evidence);
  return [bold(printed(news, 2)), ...[clock, ...shown].map((sentence) => printed(sentence, 2))].join("\n");
}

function evidenceText({ id, rule, title, date, url, state }: Evidence): string {
  const said = `“${title}”${date ? `, dated ${en.day(date)}` : ""}${state === "gone" ? `; ${en.talk.gone}` : ""}`;
  return [printed(said, 4), printed(url, 6), dim(printed(`${en.rules[rule].name} · ${id}`, 6))].join("\n");
}

function proposalText({ id, sentence, statement: { by, on } }: Proposal): string {
  const answer = `${by}, ${en.day(on)} · ${en.answer.add(id)}`;
  return [printed(`“${sentence}”`, 4), dim(printed(answer, 6))].join("\n");
}

function sourceText(source: SourceHealth): string {
  const { id, name, detail, failingSince, goodAt } = source;
  const state = sourceState(source);
  const isUnread = state === "unread";
  const code = isUnread ? codeIn(detail) : undefined;
  const small = [
    ...(isUnread && failingSince ? [`since ${en.moment(failingSince)}`] : []),
    ...(goodAt ? [en.talk.lastRead(en.moment(goodAt))] : []),
    ...(name === id ? [] : [id]),
    ...(code ? [code] : []),
  ];
  return withSmall(`${name}: ${en.talk.states[state]}${isUnread ? `; the site ${en.recorded(detail)}` : ""}`, small, 4);
}
