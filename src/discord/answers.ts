/** What each slash command answers. */
import type { APIEmbed } from "discord.js";
import type { CommandName } from "../message/catalogue.ts";
import type { Language } from "../watch/names.ts";
import type { Watch } from "../watch/watch.ts";
import { decide } from "./decisions.ts";
import { type Command, type Desk, noSuchWatch, type Reply, talkIn, watchesNamed } from "./desk.ts";
import { showOdds } from "./odds.ts";
import { hushWatch, setChannel, setReminders } from "./setting-up.ts";
import { checkNow, showEvidence, showHelp, showSources, showStatus, showTimeline, showWatches } from "./showing.ts";
import { subscribe } from "./subscribing.ts";
import { showHistory, showWhy } from "./telling.ts";

/** Something to read, in pages: the watch that was asked for, or all. */
type Show = (desk: Desk, watches: readonly Watch[], language: Language) => Promise<APIEmbed[]>;
/** Something to do. */
type Work = (desk: Desk, asked: Command, language: Language) => Promise<Reply>;

/** `isPrivate`: whether only the person who asked sees it. */
type Answer = { isPrivate: boolean } & ({ show: Show } | { work: Work });

export const ANSWERS: Record<CommandName, Answer> = {
  status: { isPrivate: false, show: showStatus },
  why: { isPrivate: false, show: showWhy },
  history: { isPrivate: false, show: showHistory },
  timeline: { isPrivate: false, work: ofFirstWatch(showTimeline) },
  odds: { isPrivate: false, show: showOdds },
  evidence: { isPrivate: false, show: showEvidence },
  sources: { isPrivate: false, show: showSources },
  check: { isPrivate: false, work: ofFirstWatch(checkNow) },
  watches: { isPrivate: false, show: showWatches },
  mute: { isPrivate: false, work: (desk, asked, language) => setReminders(desk, asked, language, true) },
  unmute: { isPrivate: false, work: (desk, asked, language) => setReminders(desk, asked, language, false) },
  watch: { isPrivate: false, work: hushWatch },
  subscribe: { isPrivate: true, work: subscribe },
  help: { isPrivate: true, show: showHelp },
  channel: { isPrivate: true, work: setChannel },
  confirm: { isPrivate: true, work: (desk, asked, language) => decideBy(desk, asked, "confirm", language) },
  dismiss: { isPrivate: true, work: (desk, asked, language) => decideBy(desk, asked, "dismiss", language) },
};

function ofFirstWatch(work: (desk: Desk, watch: Watch, language: Language) => Promise<Reply>): Work {
  return async (desk, asked, language) => {
    const watches = watchesNamed(desk, asked.options.getString("watch"));
    if (!watches) return noSuchWatch(asked, language);
    const [watch] = watches;
    return watch ? work(desk, watch, language) : { content: talkIn(language).nothingWatched };
  };
}

async function decideBy(
  desk: Desk,
  asked: Command,
  decision: "confirm" | "dismiss",
  language: Language,
): Promise<Reply> {
  const evidence = asked.options.getString("evidence", true);
  const reason = asked.options.getString("reason") ?? undefined;
  return decide(desk, asked, { decision, about: evidence, reason }, language);
}
