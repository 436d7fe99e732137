/** The config, looked through without starting anything. */
import { horizon } from "../commitment/standing.ts";
import { hindsight } from "../judge/hindsight.ts";
import { en } from "../message/en.ts";
import { type CommonOptions, context } from "./context.ts";

export async function validate(options: CommonOptions): Promise<number> {
  const { config } = context(options, "warn");
  for (const watch of config.watches) {
    const promises = watch.statements.flatMap((statement) => {
      const range = horizon(statement);
      return range ? [{ ...statement, horizon: range }] : [];
    });
    const warnings = hindsight(watch);
    if (options.json) {
      process.stdout.write(
        `${JSON.stringify({ type: "watch", watch: watch.id, sources: watch.sources.length, promises, warnings })}\n`,
      );
      continue;
    }
    process.stdout.write(
      `${watch.id}: ${watch.title}\n  ${watch.sources.length} sources, ${watch.statements.length} statements\n`,
    );
    for (const { on, phrase, horizon: range } of promises)
      process.stdout.write(
        `  ${en.day(on)}, “${phrase}”: ${en.day(range.earliest)} to ${en.day(range.latest)}, likely ${en.day(range.likely)} (${range.basis})\n`,
      );
    for (const warning of warnings) process.stdout.write(`  Warning: ${warning}\n`);
  }
  if (!options.json) process.stdout.write("The config is good.\n");
  return 0;
}
