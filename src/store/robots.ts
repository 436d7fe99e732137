/** What sites' robots.txt say: asked once a day of each, whoever asks, and whether or not the bot was started anew meanwhile. */
import type { RobotsMemory, Rules } from "../fetch/robots.ts";
import type { InstantText } from "../time/instant.ts";
import { put } from "./put.ts";
import type { Database } from "./tables.ts";

/** RFC 9309 §2.5: so many bytes must be read, and no more are (fetch/robots-rules.ts). */
const MOST_BYTES = 512_000;

export class KnownRobots implements RobotsMemory {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  async recall(site: string): Promise<{ at: InstantText; rules: Rules } | undefined> {
    const row = await this.#database.selectFrom("robots").selectAll().where("site", "=", site).executeTakeFirst();
    if (!row) return undefined;
    const { at, url, encoding, digest, body } = row;
    if (body === null) return { at, rules: "allow-all" };
    const headers: Record<string, string> = encoding === null ? {} : { "content-encoding": encoding };
    return { at, rules: { url: url ?? "", headers, digest: digest ?? "", wire: Buffer.from(body) } };
  }

  async keep(site: string, at: InstantText, rules: Rules): Promise<void> {
    const file =
      rules === "allow-all"
        ? { url: null, encoding: null, digest: null, body: null }
        : {
            url: rules.url,
            encoding: rules.headers["content-encoding"] ?? null,
            digest: rules.digest,
            body: rules.wire.subarray(0, MOST_BYTES),
          };
    await put(this.#database, "robots", { site, at, ...file }).execute();
  }
}
