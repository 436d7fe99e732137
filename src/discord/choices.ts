/** What Discord offers somebody who types a watch's or a piece of evidence's name. */
import type { AutocompleteInteraction } from "discord.js";
import { named } from "../deliver/channels/discord/plain.ts";
import { allEvidence } from "../status/overview.ts";
import type { Desk } from "./desk.ts";

/** Discord's documentation, "Application Command Option Choice". */
const MAX_CHOICES = 25;
const MAX_CHOICE = 100;

/** What fits what has been typed so far. */
export async function choices(desk: Desk, asked: AutocompleteInteraction): Promise<{ name: string; value: string }[]> {
  const { name, value } = asked.options.getFocused(true);
  const all =
    name === "evidence"
      ? (await allEvidence(desk.watches, desk.store))
          .filter(({ item }) => item.state !== "dismissed")
          .map(({ item }) => ({ name: `${item.id} · ${item.title}`, value: item.id }))
      : desk.watches.map((watch) => ({ name: watch.title, value: watch.id }));
  const typed = String(value).toLowerCase();
  return all
    .filter(
      (choice) => `${choice.name} ${choice.value}`.toLowerCase().includes(typed) && choice.value.length <= MAX_CHOICE,
    )
    .slice(0, MAX_CHOICES)
    .map((choice) => ({ name: named(choice.name, MAX_CHOICE), value: choice.value }));
}
