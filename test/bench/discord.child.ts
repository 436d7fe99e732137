/** The bench's Discord: a stand-in in a process of its own, which says what it was asked, and when each message came. */
import { ChannelType } from "discord.js";
import { startDiscord } from "../stand-ins/discord/discord.ts";
import { addChannel } from "../stand-ins/discord/world.ts";

const [places = "50", latency = "80"] = process.argv.slice(2);
const discord = await startDiscord();
discord.latency = Number(latency);
const channels = Array.from({ length: Number(places) }, (_, index) =>
  addChannel(discord, String(300_000_000_000_000_000n + BigInt(index)), ChannelType.GuildText),
);

export interface Told {
  /** Milliseconds after the first message, of each that says the same. */
  published: number[];
  requests: Record<string, number>;
  refused: number;
  crowded: number;
}

process.on("message", (ask) => {
  if (ask === "end") return void discord.close().then(() => process.exit(0));
  const said = discord.messages.filter(({ embeds }) => embeds[0]?.title?.startsWith("Published"));
  const requests: Record<string, number> = {};
  for (const { method, path } of discord.requests) {
    const kind = `${method} ${path.replace(/\d{5,}/g, "…")}`;
    requests[kind] = (requests[kind] ?? 0) + 1;
  }
  const told: Told = {
    published: said.map(({ timestamp }) => Date.parse(timestamp)),
    requests,
    refused: discord.traffic.count(401, 403),
    crowded: discord.traffic.count(429),
  };
  process.send?.(told);
});
process.send?.({ api: discord.api, channels });
