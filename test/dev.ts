/**
 * `npm run dev`: the bot with its page, against the reconstructed site on this machine, a few minutes before the publication.
 * It starts anew, on fresh data, whenever a file it uses is saved.
 */
import { rmSync } from "node:fs";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { explain } from "../src/command/context.ts";
import { start } from "../src/command/start.ts";
import { ITEMS, ordinaryItems } from "../src/replay/documented/items.ts";
import { startSite } from "../src/replay/documented/site.ts";
import { clockFrom } from "../src/time/clock.ts";

const HOSTS = ["www.ohchr.org", "www.ungeneva.org", "press.un.org", "web.archive.org"];
const AT = "2022-08-31T21:44:00.000Z";

// What happens here never happened: nobody is told of it on Discord, whatever the environment holds.
for (const name of Object.keys(process.env)) if (name.startsWith("DISCORD_")) delete process.env[name];
const site = await startSite(clockFrom(AT), [...ITEMS, ...ordinaryItems("2021-10-01T09:00:00Z", AT)]);
const data = await mkdtemp(join(tmpdir(), "coming-weeks-dev-"));
process.on("exit", () => rmSync(data, { recursive: true, force: true }));
process.exitCode = await start({
  config: "config/coming-weeks.yaml",
  data,
  at: AT,
  listen: { host: "127.0.0.1", port: Number(process.env.PORT ?? 8080) },
  // Nothing beyond this machine is asked: the sisters' feeds and the web archive are not there.
  origin: Object.fromEntries(HOSTS.map((host) => [`https://${host}`, site.address])),
  arguments: [],
  role: "all",
}).catch(explain);
process.exit();
