/** The Wayback Machine as its documents describe it: the CDX list, captures as they were (id_), and Save Page Now 2. */
import { createHash } from "node:crypto";
import { type Origin, startOrigin } from "./origin.ts";

export interface Held {
  timestamp: string;
  url: string;
  body: string | Buffer;
  status?: number;
  headers?: Record<string, string>;
}

/** Walls, redirects, gaps and a temper, as the real one has them. */
export interface Wayback extends Origin {
  /** Copies that it comes to hold: a test may add some as time goes on. */
  held: Held[];
  /** Whether it wants to be left alone. */
  isTired: boolean;
  /** Pages that were asked to be saved. */
  saved: string[];
  /** What Save Page Now answers with next, before it goes well. */
  troubles: { status: number; body?: object }[];
}

const PAGE = 2;
export const KEYS = { waybackAccessKey: "an-access-key", waybackSecretKey: "a-secret-key-nobody-else-knows" };

export async function startWayback(held: readonly Held[]): Promise<Wayback> {
  const json = (body: unknown, status = 200) => ({
    status,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  const digest = ({ body }: Held) => createHash("sha1").update(body).digest("hex").toUpperCase().slice(0, 32);
  const wayback: Wayback = { ...(await startOrigin()), held: [...held], isTired: false, saved: [], troubles: [] };
  wayback.pages["*"] = (request) => {
    const url = new URL(request.url ?? "/", "http://wayback");
    const query = url.searchParams;
    if (wayback.isTired) return { status: 429, body: "Too Many Requests" };
    if (url.pathname === "/cdx/search/cdx") {
      const [from, to] = [query.get("from") ?? "", (query.get("to") ?? "").padEnd(14, "9")];
      const status = query.get("filter")?.replace("statuscode:", "") ?? ".*";
      const rows = wayback.held
        .filter((item) => item.url === query.get("url") && new RegExp(`^${status}$`).test(`${item.status ?? 200}`))
        .filter(({ timestamp }) => timestamp >= from && timestamp <= to)
        .filter((item, index, all) => index === 0 || digest(item) !== digest(all[index - 1] as Held));
      const last = Number(query.get("limit") ?? 0);
      if (last < 0)
        return json([
          ["timestamp", "original", "digest"],
          ...rows.slice(last).map((item) => [item.timestamp, item.url, digest(item)]),
        ]);
      const start = Number(query.get("resumeKey") ?? 0);
      const shown = rows.slice(start, start + PAGE).map((item) => [item.timestamp, item.url, digest(item)]);
      const next = start + PAGE < rows.length ? [[], [String(start + PAGE)]] : [];
      return json(shown.length > 0 ? [["timestamp", "original", "digest"], ...shown, ...next] : []);
    }
    if (url.pathname === "/save" || url.pathname.startsWith("/save/status/")) {
      if (request.headers.authorization !== `LOW ${KEYS.waybackAccessKey}:${KEYS.waybackSecretKey}`)
        return json({}, 401);
      const trouble = wayback.troubles.shift();
      if (trouble) return json(trouble.body ?? {}, trouble.status);
      if (url.pathname === "/save") {
        wayback.saved.push(url.pathname);
        return json({ url: "asked", job_id: `spn2-${wayback.saved.length}` });
      }
      return json({ status: "success", timestamp: "20220831220000", original_url: "https://www.ohchr.org/saved" });
    }
    const [, timestamp, original] = /^\/web\/(\d{14})id_\/(.+)$/.exec(request.url ?? "") ?? [];
    const copies = wayback.held.filter((item) => item.url === original);
    const found = copies.find((item) => item.timestamp === timestamp);
    if (!found) {
      const near = copies.toSorted(
        (a, b) => Math.abs(+a.timestamp - +(timestamp ?? 0)) - Math.abs(+b.timestamp - +(timestamp ?? 0)),
      )[0];
      return near
        ? { status: 302, headers: { location: `/web/${near.timestamp}id_/${near.url}` } }
        : { status: 404, body: "not archived" };
    }
    const originals = Object.entries({ server: "Apache", ...found.headers }).map(([name, value]) => [
      `x-archive-orig-${name}`,
      value,
    ]);
    return {
      status: found.status ?? 200,
      headers: {
        "content-type": "text/html; charset=utf-8",
        "memento-datetime": new Date(0).toUTCString(),
        ...Object.fromEntries(originals),
      },
      body: found.body,
    };
  };
  return wayback;
}
