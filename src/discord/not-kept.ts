/** Why a change of the watches was not kept, as an answer; with the file, where a person may put it in its place by hand. */
import { basename } from "node:path";
import { ConfigError } from "../config/fault.ts";
import { plain } from "../deliver/channels/discord/plain.ts";
import { PlainError } from "../language/plain-error.ts";
import { CannotWrite, ChangedMeanwhile } from "../upkeep/watch-file.ts";
import type { Language } from "../watch/names.ts";
import { type Reply, talkIn } from "./desk.ts";

const MOST_FAULTS = 5;
const MOST_OF_A_FAULT = 300;

/** @throws what is no reason that a person can do something about */
export function notKept(error: unknown, language: Language): Pick<Reply, "content" | "files"> {
  const talk = talkIn(language).upkeep;
  if (error instanceof ChangedMeanwhile) return { content: talk.changedMeanwhile };
  if (error instanceof CannotWrite) {
    const { text, file } = error;
    const name = basename(file);
    if (text === "") return { content: talk.cannotPutAside(name) };
    return { content: talk.cannotWrite(name), files: [{ attachment: Buffer.from(text), name }] };
  }
  if (!(error instanceof PlainError)) throw error;
  const faults = error instanceof ConfigError ? error.faults : [error.message];
  return {
    content: talk.refused(
      faults
        .slice(0, MOST_FAULTS)
        .map((fault) => plain(fault, MOST_OF_A_FAULT))
        .join("\n"),
    ),
  };
}
