/** `statement`: what was said on timing, what is proposed, and a person's word on it. */
import { stringify } from "yaml";
import { horizon } from "../commitment/standing.ts";
import { inert } from "../deliver/channels/printed.ts";
import { known, NOTHING_LEARNT } from "../judge/known.ts";
import type { Proposal } from "../judge/proposal.ts";
import { UsageError } from "../language/plain-error.ts";
import { allProposals } from "../status/overview.ts";
import { type Names, nameOf, type Person } from "../store/persons.ts";
import { Store } from "../store/store.ts";
import { civilDateAt } from "../time/civil-date.ts";
import { addStatement as addToWatch } from "../upkeep/edits.ts";
import type { Horizon, Statement } from "../watch/statement.ts";
import type { Watch } from "../watch/watch.ts";
import { ASKS_NOTHING, type CommonOptions, findWatch } from "./context.ts";
import { leaveAndAct, named } from "./decide.ts";
import type { SayHere } from "./found.ts";
import { contextInForce } from "./in-force.ts";
import { change } from "./watch.ts";

interface AddOptions extends CommonOptions, SayHere {
  by: Person;
  saidBy?: string;
  latest?: string;
  likely?: string;
  earliest?: string;
}

/** Adds a proposed statement to its watch; what the person knows better goes before what was read. */
export function addStatement(options: AddOptions): Promise<number> {
  return leaveAndAct(options, "added", async (store, watches, at) => {
    const { watch, item } = named("proposed statement", options.arguments[0] ?? "", await allProposals(watches, store));
    const range = givenDates(options, item.statement);
    const isBetter = range !== undefined || options.saidBy !== undefined;
    if (item.state === "added" && isBetter)
      throw new UsageError(`It is added already; to change it, take it back first: statement dismiss ${item.id}.`);
    const as = { ...(options.saidBy ? { by: options.saidBy } : {}), ...(range ? { horizon: range } : {}) };
    const given = { statement: item.id, decision: "add", ...(Object.keys(as).length > 0 ? { as } : {}) } as const;
    return store.statements.leave(watch.id, given, options.by, at);
  });
}

export function dismissStatement(options: CommonOptions & SayHere & { by: Person }): Promise<number> {
  return leaveAndAct(options, "dismissed", async (store, watches, at) => {
    const { watch, item } = named("proposed statement", options.arguments[0] ?? "", await allProposals(watches, store));
    return store.statements.leave(watch.id, { statement: item.id, decision: "dismiss" }, options.by, at);
  });
}

/** Adds what a person knows was said, which nobody proposed. */
export function newStatement(
  options: AddOptions & { watch: string; on: string; saidBy: string; phrase: string; bearing: string; link?: string },
): Promise<number> {
  const { watch, on, saidBy, phrase, bearing, link } = options;
  const horizon = givenDates(options, { on });
  const statement = { on, by: saidBy, phrase, ...(bearing === "promise" ? {} : { bearing }), link, horizon };
  return change(
    { ...options, arguments: [watch] },
    (today) => {
      if (on > today) throw new UsageError(`--on ${on} has not come yet; give the day on which it was said`);
      return addToWatch(statement);
    },
    `“${phrase}” is counted for ${watch}. A bot that runs takes it up within seconds.`,
  );
}

/** The dates that a person gave, where they gave any. */
function givenDates(
  { earliest, likely, latest }: AddOptions,
  statement: Pick<Statement, "on" | "horizon">,
): Horizon | undefined {
  if (!latest) {
    if (earliest || likely)
      throw new UsageError("--earliest and --likely want --latest beside them: the last day on which it would be kept");
    return undefined;
  }
  const read = statement.horizon?.earliest;
  const first = read && read <= (likely ?? latest) ? read : statement.on;
  const range = { earliest: earliest ?? first, likely: likely ?? latest, latest };
  if (range.earliest > range.likely || range.likely > range.latest)
    throw new UsageError(
      `--earliest ${range.earliest}, --likely ${range.likely}, --latest ${range.latest}: each must be no later than the next`,
    );
  return { ...range, basis: "dates given by a reviewer" };
}

/** What was said, of each watch, and what waits to be decided. */
export async function listStatements(options: CommonOptions & { watch?: string }): Promise<number> {
  await eachWatch(options, async (watch, proposals, names) => {
    if (options.json) {
      for (const statement of watch.statements)
        print({ type: "statement", watch: watch.id, ...shown(statement, names) });
      for (const { id, state, statement, sentence } of proposals)
        print({ type: "proposed", watch: watch.id, id, state, sentence, ...shown(statement, names) });
      return;
    }
    const said = watch.statements.map((statement) => {
      const { on, by, phrase, bearing, addedBy } = statement;
      const range = horizon(statement);
      const ends = range ? `, at the latest ${range.latest}` : "";
      return `  ${on}  ${bearing.padEnd(10)}  ${by}: “${phrase}”${ends}${addedBy ? ` (added by ${nameOf(names, addedBy)})` : ""}`;
    });
    const open = proposals
      .filter(({ state }) => state === "open")
      .map(
        ({ id, statement, sentence }) =>
          `  ${statement.on}  ${statement.bearing.padEnd(10)}  ${statement.by}: “${sentence}”\n              ${id}`,
      );
    const waiting = open.length > 0 ? ["Proposed: statement add, or statement dismiss", ...open] : [];
    process.stdout.write(`${inert([watch.title, ...said, ...waiting, ""].join("\n"))}\n`);
  });
  return 0;
}

/** The statements that people added, as YAML for the watch's file. */
export async function exportStatements(options: CommonOptions & { watch?: string }): Promise<number> {
  let count = 0;
  await eachWatch(options, async (watch, proposals) => {
    const added = proposals.flatMap(({ state, statement }) => (state === "added" ? [statement] : []));
    if (added.length === 0) return;
    count += added.length;
    process.stdout.write(
      `# ${watch.id}.yaml: what people added while the bot ran\n${inert(stringify({ statements: added.map(asWritten) }))}`,
    );
  });
  if (count === 0) process.stderr.write("Nobody has added a statement yet.\n");
  return 0;
}

function asWritten({ addedBy, ...statement }: Statement) {
  return statement;
}

function shown(statement: Statement, names: Names) {
  const { on, by, phrase, bearing, link, addedBy } = statement;
  const range = horizon(statement);
  return { on, by, phrase, bearing, link, added_by: addedBy && nameOf(names, addedBy), horizon: range };
}

function print(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

async function eachWatch(
  options: CommonOptions & { watch?: string },
  work: (watch: Watch, proposals: readonly Proposal[], names: Names) => Promise<void>,
): Promise<void> {
  const { config, clock } = await contextInForce(options, "warn", ASKS_NOTHING);
  const watches = options.watch ? [findWatch(config, options.watch)] : config.watches;
  await Store.beside(config, async (store) => {
    const names: Names = (await store?.persons.all()) ?? new Map();
    for (const named of watches) {
      const learnt = (await store?.learnt(named.id)) ?? NOTHING_LEARNT;
      await work(known(named, learnt, civilDateAt(clock.now(), named.publisher.zone)), learnt.proposals, names);
    }
  });
}
