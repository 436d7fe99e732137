/** Forms sent as a browser sends them: loaded first, with all that they carry, from the page's own origin. */
import { type CheerioAPI, load } from "cheerio";

export interface Posting {
  /** A page as it is shown. */
  page(path: string): Promise<{ status: number; $: CheerioAPI }>;
  /** What a form of a page carries as it is loaded. @param action the address that it is sent to */
  fields(path: string, action: string, which?: string): Promise<URLSearchParams>;
  /** Sends fields to an address. */
  send(action: string, fields: URLSearchParams | string, headers?: Record<string, string>): Promise<Response>;
  /** Loads a form, fills it, and sends it. @param which a selector within the form, where several are sent to one address */
  fill(path: string, action: string, filled: Record<string, string>, which?: string): Promise<Response>;
}

/** A bot whose page is served, which may have another address after it was started again. */
interface ServedBot {
  live: { page: string | undefined };
}

/** @param headers with which every request comes: a password, a proxy's word */
export function posting(bot: ServedBot, headers: Record<string, string> = {}): Posting {
  const origin = () => bot.live.page ?? "";
  const posting: Posting = {
    page: async (path) => {
      const answer = await fetch(origin() + path, { headers });
      return { status: answer.status, $: load(await answer.text()) };
    },
    fields: async (path, action, which = "*") => {
      const { $ } = await posting.page(path);
      const form = $(`form[action="${action}"]`)
        .filter((_, one) => $(one).find(which).length > 0)
        .first();
      if (form.length === 0) throw new Error(`${path} has no form for ${action} with ${which}`);
      return new URLSearchParams(form.serializeArray().map(({ name, value }): [string, string] => [name, value]));
    },
    send: (action, fields, more = {}) =>
      fetch(origin() + action, {
        method: "POST",
        redirect: "manual",
        body: String(fields),
        headers: { "content-type": "application/x-www-form-urlencoded", origin: origin(), ...headers, ...more },
      }),
    fill: async (path, action, filled, which) => {
      const fields = await posting.fields(path, action, which);
      for (const [name, value] of Object.entries(filled)) fields.set(name, value);
      return posting.send(action, fields);
    },
  };
  return posting;
}
