/** One pass over what is due, what it found, and where things stand. */
import { Bot } from "../bot/bot.ts";
import type { Checked } from "../check/errand.ts";
import { bold, printed, withSmall } from "../deliver/channels/printed.ts";
import { forMachines } from "../deliver/channels/terminal.ts";
import { createLog } from "../log/log.ts";
import { en } from "../message/en.ts";
import { counted } from "../message/figures.ts";
import { codeIn } from "../message/unreachable.ts";
import { clockAhead } from "../status/clock-ahead.ts";
import { overview } from "../status/overview.ts";
import { statusRecord } from "../status/status-record.ts";
import type { Watch } from "../watch/watch.ts";
import { type CommonOptions, context, endAtSignal } from "./context.ts";
import { type SayHere, sayLeft, tellOrLeave } from "./found.ts";
import { standing } from "./status.ts";

export async function checkOnce(options: CommonOptions & SayHere & { all?: boolean }): Promise<number> {
  const { config, clock } = context(options, "warn");
  const log = createLog(config.settings.log.level);
  const print = (text: string) => process.stdout.write(text);
  const bot = await Bot.open({
    config,
    clock,
    log,
    leaves: !options.sayHere,
    isBrief: true,
    ...(options.json ? { terminal: { write: print, show: forMachines } } : {}),
    onChecked: (checked) =>
      print(`${options.json ? JSON.stringify(checkLine(checked)) : checkText(checked, config.watches)}\n`),
  });
  const ending = endAtSignal();
  try {
    const ahead = await clockAhead(bot.config.watches, bot.store, clock.now());
    if (ahead) process.stderr.write(`${ahead.says}\n`);
    const { checked, notices } = await bot.watcher.pass(options.all ?? false, ending);
    if (!options.json && checked.length === 0) print("No source is due; --all looks at every one.\n");
    if (!options.json) print("\n");
    await bot.saveCopies(ending.begun);
    const isTold = await tellOrLeave(bot, notices, { ...options, config, signal: ending.begun });
    await bot.seal();
    await bot.upload();
    const { patience } = config.settings.schedule;
    for (const watch of bot.config.watches)
      if (options.json) print(`${JSON.stringify(await statusRecord(watch, bot.store, clock.now(), patience))}\n`);
      else {
        const shown = await overview(watch, bot.store, clock.now(), patience);
        print(`${bold(printed(watch.title))}\n${standing(shown)}\n\n`);
      }
    if (!options.json) await sayLeft(bot.store);
    const isUnread = checked.some((one) => one.outcome === "problem" && !one.isConjecture);
    return isUnread || !isTold || ending.begun.aborted ? 1 : 0;
  } finally {
    await bot.close();
  }
}

function checkLine({ watch, source, outcome, problem, isConjecture, changes, bytes, milliseconds }: Checked) {
  return {
    type: "check",
    watch,
    source,
    outcome,
    ...(problem
      ? { problem: problem.problem, detail: problem.detail, ...(isConjecture ? { expected: true } : {}) }
      : {}),
    ...(changes.length > 0
      ? { changes: changes.map(({ kind, title, url, date }) => ({ kind, title, url, date })) }
      : {}),
    bytes,
    milliseconds,
  };
}

function checkText(checked: Checked, watches: readonly Watch[]): string {
  const { watch, source, outcome, problem, isConjecture, changed } = checked;
  const sources = watches.find(({ id }) => id === watch)?.sources ?? [];
  const name = sources.find(({ id }) => id === source)?.name ?? source;
  const code = problem && codeIn(problem.detail);
  const what =
    problem && isConjecture
      ? en.talk.states["not there"]
      : problem
        ? `${en.talk.outcomes.problem}; the site ${en.recorded(problem.detail)}`
        : outcome === "changed"
          ? counted(changed, "change")
          : en.talk.outcomes[outcome];
  const small = [...(name === source ? [] : [source]), ...(code ? [code] : [])];
  return withSmall(`${name}: ${what}`, small);
}
