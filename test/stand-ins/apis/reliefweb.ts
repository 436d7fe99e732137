/** ReliefWeb's API, version 2, as apidoc.reliefweb.int describes it: with its refusals. */
import { type Api, json, type Published } from "./api.ts";

const HOST = "api.reliefweb.int";

interface Wish {
  query?: { value: string };
  sort?: string[];
  limit?: number;
}

/** @param approved names of programs that may ask */
export function reliefWeb(approved: readonly string[], published: Published[] = []): Api {
  return {
    host: HOST,
    robots: "User-agent: *\nDisallow: /\n",
    published,
    mood: "well",
    answer({ url, method, body }) {
      if (url.pathname.startsWith("/v1/"))
        return refused(410, "GoneHttpException", "API version 1 has been decommissioned. Please use version 2.");
      if (url.pathname !== "/v2/reports") return refused(404, "NotFoundHttpException", "Not found.");
      const name = url.searchParams.get("appname");
      if (!name) return refused(400, "BadRequestHttpException", "Missing appname parameter.");
      if (!approved.includes(name))
        return refused(403, "AccessDeniedHttpException", "You are not using an approved appname.");
      let wish: Wish = {};
      try {
        if (method === "POST") wish = JSON.parse(body) as Wish;
      } catch {
        return refused(400, "BadRequestHttpException", "Invalid JSON in the body of the request.");
      }
      const words = (wish.query?.value ?? "").toLowerCase();
      const found = this.published.filter(({ title }) => title.toLowerCase().includes(words));
      return json({
        time: 12,
        href: url.href,
        totalCount: found.length,
        count: found.length,
        data: found.slice(0, wish.limit ?? 10).map(report),
      });
    },
  };
}

function report({ id, title, path, date }: Published) {
  return {
    id,
    score: 1,
    href: `https://${HOST}/v2/reports/${id}`,
    fields: {
      title,
      url_alias: `https://reliefweb.int${path}`,
      date: { original: `${date}T00:00:00+00:00`, created: `${date}T23:10:00+00:00` },
      source: [{ shortname: "OHCHR" }],
      file: [{ url: `https://reliefweb.int/attachments/${id}.pdf` }],
    },
  };
}

function refused(status: number, type: string, message: string) {
  return json({ time: 1, href: `https://${HOST}/`, status, error: { type, message } }, status);
}
