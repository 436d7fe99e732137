/** What each slash command answers. */
import type { APIEmbed } from "discord.js";
import type { CommandName } from "../message/catalogue.ts";
import type { Language } from "../watch/names.ts";
import type { Watch } from "../watch/watch.ts";
import { COMMAND_NAMES } from "./commands.ts";
import { decide } from "./decisions.ts";
import { type Command, type Desk, noSuchWatch, type Reply, talkIn, watchesNamed } from "./desk.ts";
import { setChannel, setReminders, subscribe } from "./setting-up.ts";
import { checkNow, showEvidence, showSources, showStatus, showTimeline, showWatches } from "./showing.ts";

type Work = (desk: Desk, asked: Command, language: Language) => Promise<Reply>;

interface Answer {
  /** Whether only the person who asked sees it. */
  isPrivate: boolean;
  work: Work;
}

/** Discord takes ten embeds a message. */
const MAX_EMBEDS = 10;

export const ANSWERS: Record<CommandName, Answer> = {
  status: { isPrivate: false, work: eachWatch(showStatus) },
  timeline: { isPrivate: false, work: firstWatch(showTimeline) },
  evidence: { isPrivate: false, work: eachWatch(showEvidence) },
  sources: { isPrivate: false, work: eachWatch(showSources) },
  check: { isPrivate: false, work: firstWatch(checkNow) },
  watches: { isPrivate: false, work: showWatches },
  mute: { isPrivate: false, work: (desk, asked, language) => setReminders(desk, asked, language, true) },
  unmute: { isPrivate: false, work: (desk, asked, language) => setReminders(desk, asked, language, false) },
  subscribe: { isPrivate: true, work: subscribe },
  help: { isPrivate: true, work: help },
  channel: { isPrivate: true, work: setChannel },
  confirm: { isPrivate: true, work: (desk, asked, language) => decideBy(desk, asked, "confirm", language) },
  dismiss: { isPrivate: true, work: (desk, asked, language) => decideBy(desk, asked, "dismiss", language) },
};

function eachWatch(show: (desk: Desk, watch: Watch, language: Language) => Promise<APIEmbed>): Work {
  return async (desk, asked, language) => {
    const watches = watchesNamed(desk, asked.options.getString("watch"));
    if (!watches) return noSuchWatch(asked, language);
    if (watches.length === 0) return { content: talkIn(language).nothingWatched };
    return { embeds: await Promise.all(watches.slice(0, MAX_EMBEDS).map((watch) => show(desk, watch, language))) };
  };
}

function firstWatch(work: (desk: Desk, watch: Watch, language: Language) => Promise<Reply>): Work {
  return async (desk, asked, language) => {
    const [watch] = watchesNamed(desk, asked.options.getString("watch")) ?? [];
    return watch ? work(desk, watch, language) : noSuchWatch(asked, language);
  };
}

async function help(_desk: Desk, _asked: Command, language: Language): Promise<Reply> {
  const talk = talkIn(language);
  const lines = COMMAND_NAMES.map((name) => `\`/${name}\` ${talk.commands[name]}`);
  return { embeds: [{ title: "coming-weeks", description: `${talk.help}\n\n${lines.join("\n")}` }] };
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
