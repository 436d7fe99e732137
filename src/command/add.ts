/** `add`: a watch from a person's own words. What they do not say is found out, proposed with the reason, and can be changed. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { shownPath } from "../config/fault.ts";
import { readWatch } from "../config/load.ts";
import { draft, type Memory } from "../drafting/draft.ts";
import type { Draft, Said } from "../drafting/drafted.ts";
import { saveWatch } from "../drafting/save.ts";
import type { Watching } from "../drafting/site.ts";
import { written } from "../drafting/written.ts";
import { PlainError } from "../language/plain-error.ts";
import { civilDateAt } from "../time/civil-date.ts";
import { type AddOptions, missingIn, saidIn } from "./add-answers.ts";
import { asked, completed } from "./add-questions.ts";
import { Asking } from "./asking.ts";
import { lookedSaid, refusalWithOption, sayDraft } from "./draft-words.ts";
import { type DraftingRoom, withTools } from "./drafting.ts";
import { wrapped } from "./preview-words.ts";

export async function addWatch(options: AddOptions): Promise<number> {
  return withTools(options, async (room) => {
    const asking = options.yes ? undefined : new Asking(room.signal, wrapped);
    try {
      const made = await agreed(options, room, asking);
      if (!made) {
        asking?.say("Nothing was written.");
        return 1;
      }
      finish(made, options, room);
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
  const taken = idsIn(room.folder);
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

function finish(made: Draft, { dryRun, json }: AddOptions, { folder }: DraftingRoom): void {
  const text = written(made);
  const file = dryRun ? undefined : saveWatch(folder, made.id, text);
  if (json) {
    const { id, watch, hosts, zone, samples, site } = made;
    const leftOut = site.leftOut.map(({ url, why, problem }) => ({ url, why, problem }));
    process.stdout.write(
      `${JSON.stringify({ type: "added", id, file: file ?? null, watch, hosts, zone, samples, leftOut, text })}\n`,
    );
  } else if (!file) process.stdout.write(text);
  else
    process.stdout.write(
      [
        `Written: ${shownPath(file)}`,
        "What happens next: `check` takes a first look at it; `start` goes on looking, and tells what changes. A bot that runs takes it up when it next reads its watches. `validate` says what the file means once you changed it, `preview URL --watch " +
          `${made.id}` +
          "` what a page would mean for it.",
      ]
        .map((line) => wrapped(line))
        .join(""),
    );
}

/** By which the watches in a folder are known, and by which their files are. */
function idsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  return names.flatMap((name) => [name.replace(/\.ya?ml$/, ""), readWatch(join(folder, name), [])?.id ?? []].flat());
}
