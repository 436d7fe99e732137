/** A person's word that they are looking at a signal, so that the others know. */
import { TimestampStyles, time } from "discord.js";
import { plain } from "../deliver/channels/discord/plain.ts";
import { allEvidence } from "../status/overview.ts";
import { later } from "../time/instant.ts";
import type { Language } from "../watch/names.ts";
import type { Deciding } from "./decisions.ts";
import { type Desk, personOf, type Reply, talkIn } from "./desk.ts";

/** How long somebody is taken to be looking. */
const LOOKING_MS = 600_000;

/** The evidence that a button is about, where it says that somebody looks at it. */
export function claimNamed(customId: string): string | undefined {
  return /^look:([\w-]{1,80})$/.exec(customId)?.[1];
}

/** Has everybody see that somebody looks at a piece of evidence. */
export async function claim(desk: Desk, { user }: Deciding, evidence: string, language: Language): Promise<Reply> {
  const { store, watches, clock } = desk;
  const talk = talkIn(language);
  const found = (await allEvidence(watches, store)).find(({ item }) => item.id === evidence);
  if (!found) return { content: talk.noSuchEvidence(plain(evidence, 80)) };
  const now = clock.now();
  const by = await store.persons.handleOf(personOf(user));
  const own = { watch: found.watch.id, evidence, by, until: later(now, LOOKING_MS) };
  const held = await store.claims.make(own, now);
  if (held === own) desk.tellNow();
  const until = time(Math.floor(Date.parse(held.until) / 1000), TimestampStyles.ShortTime);
  return { content: talk.looking[held === own ? "you" : "another"](until) };
}
