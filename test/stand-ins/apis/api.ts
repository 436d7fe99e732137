/** An API that others' programs ask: answers in JSON, and what is wrong with it for a while. */
import type { IncomingMessage } from "node:http";
import type { Page } from "../origin.ts";

/** A thing that is published there. */
export interface Published {
  id: string;
  title: string;
  /** Of the site, without its host. */
  path: string;
  /** Civil date, `YYYY-MM-DD`. */
  date: string;
  summary?: string;
  /** Of a post: where the links in its text lead. */
  leadsTo?: string[];
}

/** What a request comes to. */
interface Question {
  url: URL;
  method: string;
  headers: IncomingMessage["headers"];
  body: string;
}

/** How an API is out of sorts, whatever it is asked. */
type Mood = "well" | "limited" | "page" | "cut-off" | "redesigned" | "nothing";

export interface Api {
  host: string;
  /** What its robots.txt says; none when left out. */
  robots?: string;
  published: Published[];
  mood: Mood;
  answer(question: Question): Page;
}

export function json(value: unknown, status = 200, type = "application/json"): Page {
  return { status, headers: { "content-type": type }, body: JSON.stringify(value) };
}

/** Answers for all of some APIs, told apart by their hosts. */
export function answering(apis: readonly Api[]): (request: IncomingMessage, body: string) => Page {
  return (request, body) => {
    const { host = "", ...headers } = request.headers;
    const api = apis.find((one) => one.host === host);
    const url = new URL(request.url ?? "/", `https://${host}`);
    if (!api) return { status: 404, body: "not here" };
    if (url.pathname === "/robots.txt")
      return api.robots === undefined
        ? { status: 404 }
        : { headers: { "content-type": "text/plain" }, body: api.robots };
    return inMood(api, api.answer({ url, method: request.method ?? "GET", headers, body }));
  };
}

function inMood({ mood }: Api, page: Page): Page {
  switch (mood) {
    case "well":
      return page;
    case "limited":
      return { ...json({ message: "API rate limit exceeded" }, 429), headers: { "retry-after": "600" } };
    case "page":
      return {
        body: "<!doctype html><html><head><title>Service</title></head><body><h1>Our new service</h1></body></html>",
      };
    case "cut-off":
      return { ...page, body: String(page.body).slice(0, -20) };
    case "redesigned":
      return { ...page, body: JSON.stringify({ payload: { rows: JSON.parse(String(page.body)) } }) };
    case "nothing":
      return { ...page, body: "" };
  }
}
