/** `add`: a watch from a person's own words. What they do not say is found out, proposed with the reason, and can be changed. */
import { draft, type Memory } from "../drafting/draft.ts";
import type { Draft, Said } from "../drafting/drafted.ts";
import type { Watching } from "../drafting/site.ts";
import { written } from "../drafting/written.ts";
import { PlainError } from "../language/plain-error.ts";
import { civilDateAt } from "../time/civil-date.ts";
import { keep, namesTaken } from "../upkeep/save.ts";
import { type AddOptions, missingIn, saidIn } from "./add-answers.ts";
import { asked, completed } from "./add-questions.ts";
import { Asking } from "./asking.ts";
import { leftOutSaid, lookedSaid, refusalWithOption, sayDraft } from "./draft-words.ts";
import { type DraftingRoom, withTools } from "./drafting.ts";
import { whereKept } from "./in-force.ts";
import { wrapped } from "./lines.ts";
import { AT_THE_COMMAND_LINE } from "./options.ts";

export async function addWatch(options: AddOptions): Promise<number> {
  return withTools(options, async (room) => {
    const asking = options.yes ? undefined : new Asking(room.signal, wrapped);
    try {
      const made = await agreed(options, room, asking);
      if (!made) {
        asking?.say("Nothing was written.");
        return 1;
      }
      await finish(made, options);
      return 0;
    } finally {
      asking?.close();
    }
  });
}

/** Asks, looks and shows until a person says that it is right; undefined where they leave it. */
async function agreed(options: AddOptions, room: DraftingRoom, asking: Asking | undefined): Promise<Draft | undefined> {
  const today = civilDateAt(room.clock.now(), Intl.DateTimeFormat().resolvedOptions().timeZone);
  const given = saidIn(options);
  const missing = missingIn(given);
  if (!asking && missing.length > 0) throw new PlainError(`Without questions, ${missing.join(", ")} must be said.`);
  let said = asking ? await completed(asking, given, today) : (given as Said);
  const memory: Memory = { seen: new Map(), samples: new Map() };
  const taken = await whereKept(options, namesTaken, { mayBeEmpty: true });
  for (;;) {
    const made = await draft(room.tools, said, taken, memory, shown(options), room.signal);
    room.signal.throwIfAborted();
    if (process.stderr.isTTY) process.stderr.write(CLEARED);
    const reasons = made.refusals.map(refusalWithOption);
    if (!asking) {
      if (reasons.length > 0) throw new PlainError(reasons.join("\n"));
      return made;
    }
    const next = await asked(asking, said, made, sayDraft(made), reasons);
    if (next === "write") return made;
    if (next === "leave") return undefined;
    said = next;
  }
}

/** The line that says what is looked at gives way to what was seen (ECMA-48: EL). */
const CLEARED = "\r\x1b[K";

/** What goes on, as it goes on: a polite look takes seconds. */
function shown({ json }: AddOptions): Watching {
  if (json) return {};
  const isTerminal = process.stderr.isTTY;
  return {
    looking: ({ url }) => {
      if (isTerminal) process.stderr.write(`${CLEARED}  looking at ${url.slice(0, 60)} …`);
    },
    looked: (candidate, glimpse) => {
      process.stderr.write(`${isTerminal ? CLEARED : ""}${lookedSaid(candidate, glimpse)}`);
    },
  };
}

async function finish(made: Draft, options: AddOptions): Promise<void> {
  const { dryRun, json } = options;
  const text = written(made);
  const kept = dryRun
    ? undefined
    : await whereKept(options, (keeping) => keep(keeping, made.id, text, AT_THE_COMMAND_LINE), { mayBeEmpty: true });
  // Whoever is asked nothing has not seen what became of an address that they named.
  if (options.yes && !json)
    for (const one of made.site.leftOut) if (one.because === "given") process.stderr.write(leftOutSaid(one));
  const place = kept?.origin?.texts.get(made.id)?.place;
  if (json) {
    const { id, watch, hosts, zone, samples, site } = made;
    const leftOut = site.leftOut.map(({ url, why, problem }) => ({ url, why, problem }));
    process.stdout.write(
      `${JSON.stringify({ type: "added", id, file: place ?? null, watch, hosts, zone, samples, leftOut, text })}\n`,
    );
  } else if (!place) process.stdout.write(text);
  else
    process.stdout.write(
      [
        `Written: ${place}`,
        `What happens next: a bot that runs takes it up within seconds, and says what it could read. Without one, \`check\` takes a first look, and \`start\` goes on looking. \`validate\` says what the file means once you changed it, \`preview URL --watch ${made.id}\` what a page would mean for it.`,
      ]
        .map((line) => wrapped(line))
        .join(""),
    );
}
