/** `watch`: the watches there are, who changed them, and changes to them. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { diffLines } from "diff";
import { shownPath } from "../config/fault.ts";
import { makeUsual } from "../config/file-modes.ts";
import { readWritten } from "../config/files.ts";
import { parseWatch } from "../config/load.ts";
import { inert } from "../deliver/channels/printed.ts";
import { UsageError } from "../language/plain-error.ts";
import { type Names, nameOf, type Person } from "../store/persons.ts";
import type { WatchText } from "../store/watch-texts.ts";
import { type CivilDate, civilDateAt } from "../time/civil-date.ts";
import { type Edit, muteUntil, setPaused, unmute } from "../upkeep/edits.ts";
import { archive, editWatch, type Keeping, keep, restore, standingText } from "../upkeep/save.ts";
import { isMuted } from "../watch/watch.ts";
import { type CommonOptions, findWatch } from "./context.ts";
import { withKeeping } from "./in-force.ts";
import { minute } from "./lines.ts";

interface ChangeOptions extends CommonOptions {
  by: Person;
}

const print = (text: string) => void process.stdout.write(`${text}\n`);
const TAKEN_UP = "A bot that runs takes it up within seconds.";

export function listWatches(options: CommonOptions): Promise<number> {
  return withKeeping(options, async ({ config, store, now }) => {
    const names: Names = (await store?.persons.all()) ?? new Map();
    const texts = new Map((await store?.texts.newest())?.map((text) => [text.watch, text]));
    const watched = config.watches.map((watch) => {
      const paused = watch.sources.filter((source) => source.paused).map(({ id }) => id);
      const state = watch.paused ? "paused" : isMuted(watch, now) ? "muted" : "watched";
      return { watch: watch.id, title: watch.title, state, paused, until: watch.mute_until };
    });
    const archived = [...texts.values()]
      .filter((text) => text.isArchived && !config.watches.some(({ id }) => id === text.watch))
      .map((text) => ({ watch: text.watch, title: titleOf(text), state: "archived", paused: [], until: undefined }));
    for (const { watch, title, state, paused, until } of [...watched, ...archived]) {
      const last = texts.get(watch);
      if (options.json)
        print(
          JSON.stringify({
            ...{ type: "watch", watch, title, state, paused },
            ...(until ? { mute_until: until } : {}),
            ...(last
              ? {
                  version: last.version,
                  changed_at: last.at,
                  changed_by: last.by === "" ? null : nameOf(names, last.by),
                }
              : {}),
          }),
        );
      else {
        const how = [state === "muted" ? `muted until ${until}` : state, ...paused.map((id) => `${id} paused`)].join(
          ", ",
        );
        print(`${watch}: ${inert(title)}\n  ${how}${last ? `; ${changedBy(last, names)}` : ""}`);
      }
    }
  });
}

function titleOf({ watch, text }: WatchText): string {
  return parseWatch({ place: watch, name: watch, text }, [])?.title ?? watch;
}

function changedBy({ version, at, by, isArchived }: WatchText, names: Names): string {
  const what = isArchived ? "archived" : version === 1 ? "added" : "changed";
  return `version ${version}, ${what} ${minute(at)} ${by ? `by ${inert(nameOf(names, by))}` : "in its file"}`;
}

/** What was changed about a watch, and what was decided on what it found; what was undone as well. */
export function showHistory(options: CommonOptions): Promise<number> {
  return withKeeping(options, async ({ config, store }) => {
    const [id = ""] = options.arguments;
    const names: Names = (await store?.persons.all()) ?? new Map();
    const versions = (await store?.texts.versions(id))?.reverse() ?? [];
    if (versions.length === 0) {
      findWatch(config, id);
      print("Nothing was noted of it yet: `check` and `start` note what its file says.");
    }
    const changes = versions.map((version, index) => {
      const before = versions[index - 1];
      const lines = before ? changedLines(before.text, version.text) : [];
      const by = version.by === "" ? null : nameOf(names, version.by);
      const said = [changedBy(version, names), ...lines.map((line) => `  ${inert(line)}`)];
      return { at: version.at, record: { type: "version", ...version, by, lines }, said };
    });
    const decisions = ((await store?.decisions.history(id)) ?? []).map(({ about, decision, by, at, reason }) => {
      const who = nameOf(names, by);
      const said = `${DECIDED[decision]} ${about}, ${minute(at)} by ${inert(who)}${reason ? `: ${inert(reason)}` : ""}`;
      return { at, record: { type: "decision", watch: id, about, decision, by: who, at, reason }, said: [said] };
    });
    for (const { record, said } of [...changes, ...decisions].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)))
      print(options.json ? JSON.stringify(record) : said.join("\n"));
  });
}

const DECIDED = { confirm: "confirmed", dismiss: "dismissed", add: "added" } as const;

function changedLines(before: string, after: string): string[] {
  return diffLines(before, after).flatMap(({ value, added, removed }) =>
    added || removed
      ? value
          .trimEnd()
          .split("\n")
          .map((line) => `${added ? "+" : "-"} ${line}`)
      : [],
  );
}

export function pauseWatch(isPaused: boolean) {
  return (options: ChangeOptions & { source?: string }): Promise<number> => {
    const what = options.source ? `${options.source} of ` : "";
    const [id = ""] = options.arguments;
    const said = isPaused
      ? `${what}${id} is paused: it is not looked at until \`watch resume\`. ${TAKEN_UP}`
      : `${what}${id} is looked at again. ${TAKEN_UP}`;
    return change(options, () => setPaused(isPaused, options.source), said);
  };
}

export function muteWatch(options: ChangeOptions & { until: CivilDate }): Promise<number> {
  const { until } = options;
  return change(
    options,
    (today) => muteUntil(until, today),
    `Until ${until} only the publication, and what may be it, is told of ${options.arguments[0]}; the rest waits. ${TAKEN_UP}`,
  );
}

export function unmuteWatch(options: ChangeOptions): Promise<number> {
  return change(options, () => unmute, `Everything is told of ${options.arguments[0]} again. ${TAKEN_UP}`);
}

export function removeWatch(options: ChangeOptions): Promise<number> {
  return withKeeping(options, async (keeping) => {
    const [id = ""] = options.arguments;
    findWatch(keeping.config, id);
    await archive(keeping, id, options.by);
    print(
      `${id} is not watched any more; what was found of it stays, and \`watch restore ${id}\` brings it back. ${TAKEN_UP}`,
    );
  });
}

export function restoreWatch(options: ChangeOptions): Promise<number> {
  return withKeeping(options, async (keeping) => {
    const [id = ""] = options.arguments;
    await restore(keeping, id, options.by);
    print(`${id} is watched again, and what was known of it still is. ${TAKEN_UP}`);
  });
}

/** Changes the watch that is named first. @param edit on which day at the publisher's @param said printed once it is kept */
export function change(options: ChangeOptions, edit: (today: CivilDate) => Edit, said: string): Promise<number> {
  return withKeeping(options, async (keeping) => {
    const [id = ""] = options.arguments;
    const { publisher } = findWatch(keeping.config, id);
    const isChanged = await editWatch(keeping, id, [edit(civilDateAt(keeping.now, publisher.zone))], options.by);
    print(isChanged ? said : `${id} is so already.`);
  });
}

export function exportWatches(options: CommonOptions & { out?: string }): Promise<number> {
  return withKeeping(options, async (keeping) => {
    const [id] = options.arguments;
    if (id) findWatch(keeping.config, id);
    const ids = id ? [id] : keeping.config.watches.map((watch) => watch.id);
    if (!options.out && !id)
      throw new UsageError("Say which watch, or --out and the folder to write all of them into.");
    if (options.out && mkdirSync(options.out, { recursive: true })) makeUsual(options.out, "folder");
    for (const one of ids) {
      const { text } = standingText(keeping, one);
      if (!options.out) process.stdout.write(text);
      else {
        const file = join(options.out, `${one}.yaml`);
        writeFileSync(file, text, { flag: "wx" });
        makeUsual(file);
        print(`Written: ${shownPath(file)}`);
      }
    }
  });
}

export function importWatches(options: ChangeOptions): Promise<number> {
  const take = async (given: Keeping) => {
    let keeping = given;
    for (const file of options.arguments) {
      const faults: string[] = [];
      const written = readWritten(file, faults);
      const watch = written && parseWatch(written, faults);
      if (!watch) throw new UsageError(faults.join("\n"));
      keeping = { ...keeping, config: await keep(keeping, watch.id, written.text, options.by) };
      print(`${watch.id}: taken from ${shownPath(file)}. ${TAKEN_UP}`);
    }
  };
  // What is new must be one that a bot can go on with.
  return withKeeping(options, take, {});
}
