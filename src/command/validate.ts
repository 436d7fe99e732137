/** The config, looked through without starting anything. */
import { horizon } from "../commitment/standing.ts";
import { en } from "../message/en.ts";
import { counted, countedSources, sourcesIn } from "../message/figures.ts";
import type { Watch } from "../watch/watch.ts";
import { type CommonOptions, context } from "./context.ts";
import { doubted } from "./doubted.ts";

/** Ends with 2 where something cannot be right, also where a bot would run with it all the same. */
export async function validate(options: CommonOptions): Promise<number> {
  const { config, clock, read } = context(options, "warn");
  const { faults, warnings } = doubted(read, clock.now());
  const print = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
  for (const watch of config.watches)
    if (options.json) print({ type: "watch", watch: watch.id, ...written(watch), promises: promises(watch) });
    else process.stdout.write(described(watch));
  if (options.json) print({ type: "config", isGood: faults.length === 0, faults, warnings });
  else {
    for (const warning of warnings) process.stdout.write(`Warning: ${warning}\n`);
    for (const fault of faults) process.stderr.write(`${fault}\n`);
    if (faults.length === 0) process.stdout.write("The config is good.\n");
  }
  return faults.length === 0 ? 0 : 2;
}

function written({ sources }: Watch) {
  const { written, copies } = sourcesIn(sources);
  return { sources: written, copies };
}

function promises({ statements }: Watch) {
  return statements.flatMap((statement) => {
    const range = horizon(statement);
    return range ? [{ ...statement, horizon: range }] : [];
  });
}

function described(watch: Watch): string {
  const { id, title, sources, statements } = watch;
  const dates = promises(watch).map(
    ({ on, phrase, horizon: { earliest, latest, likely, basis } }) =>
      `  ${en.day(on)}, “${phrase}”: ${en.day(earliest)} to ${en.day(latest)}, likely ${en.day(likely)} (${basis})\n`,
  );
  return `${id}: ${title}\n  ${countedSources(sources)}, ${counted(statements.length, "statement")}\n${dates.join("")}`;
}
