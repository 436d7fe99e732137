/** One pass over what is due, what it found, and where things stand. */
import { Bot } from "../bot/bot.ts";
import type { Checked } from "../check/errand.ts";
import { forMachines } from "../deliver/channels/terminal.ts";
import { createLog } from "../log/log.ts";
import { statusRecord } from "../status/status-record.ts";
import { type CommonOptions, context, endAtSignal } from "./context.ts";
import { type SayHere, sayLeft, tellOrLeave } from "./found.ts";

export async function checkOnce(options: CommonOptions & SayHere & { all?: boolean }): Promise<number> {
  const { config, clock } = context(options, "warn");
  const log = createLog(config.settings.log.level, config.secrets);
  const print = (text: string) => process.stdout.write(text);
  const bot = await Bot.open({
    config,
    clock,
    log,
    leaves: !options.sayHere,
    ...(options.json ? { terminal: { write: print, show: forMachines } } : {}),
    onChecked: (checked) => print(`${options.json ? JSON.stringify(checkLine(checked)) : checkText(checked)}\n`),
  });
  const ending = endAtSignal();
  try {
    const { checked, notices } = await bot.watcher.pass(options.all ?? false, ending);
    if (!options.json && checked.length === 0) print("No source is due; --all looks at every one.\n");
    if (!options.json) print("\n");
    await bot.saveCopies(ending.begun);
    const isTold = await tellOrLeave(bot, notices, { ...options, config, signal: ending.begun });
    await bot.upload();
    for (const watch of bot.config.watches) {
      const line = await statusRecord(watch, bot.store, clock.now(), config.settings.schedule.patience);
      print(options.json ? `${JSON.stringify(line)}\n` : `${line.text}\n`);
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

function checkText({ source, outcome, problem, isConjecture, changed }: Checked): string {
  const what = problem
    ? isConjecture
      ? "not there (listed only as likely)"
      : `${problem.problem}: ${problem.detail}`
    : outcome === "changed"
      ? `changed (${changed})`
      : outcome;
  return `${source.padEnd(20)} ${what}`;
}
