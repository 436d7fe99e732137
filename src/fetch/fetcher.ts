/**
 * A polite HTTP client for reading public pages: validators, robots.txt, per-host pacing, retries, limits on size, time
 * and redirects, and no private address. What goes wrong comes back as a value; nothing here throws for the network.
 */
import { createHash } from "node:crypto";
import { Agent, request } from "undici";
import type { Clock } from "../time/clock.ts";
import { SOFTWARE } from "../watch/software.ts";
import { type Asked, isPrivateWay, refusedWay, type Sent, sentTo } from "./asked.ts";
import { collect } from "./body.ts";
import {
  type Answer,
  type Capture,
  type Header,
  headersByName,
  ROBOTS_ASKED_AWAY,
  type Validators,
} from "./capture.ts";
import { ACCEPTED_ENCODINGS, TooLarge } from "./content-encoding.ts";
import { failed, failure, sayFailure } from "./failure.ts";
import { type Lines, type Manner, OwnLines, Pace } from "./pace.ts";
import { connectorOut } from "./proxy.ts";
import { waitBeforeRetry } from "./retry.ts";
import { Robots, type RobotsMemory } from "./robots.ts";
import { type ReadRobots, readRobots } from "./robots-rules.ts";
import { isSaidBack, SAID_BACK } from "./said-back.ts";
import type { SignRequest } from "./signing.ts";
import { type Elsewhere, restAsked, routed, type Way } from "./way.ts";

const MEGABYTE = 1024 * 1024;
/** RFC 9110 §15.2 allows any number of them before an answer; a few tell what is to come, and each costs time. */
const MAX_INTERIM = 20;
const ROBOTS_NAME = "coming-weeks";
/** How polite it is, and within which bounds. Times are in milliseconds. */
interface FetchSettings {
  /** Who to write to about the requests; sent in the User-Agent. */
  contact: string;
  /** The least time between two requests to one host. */
  floor: number;
  time_to_headers: number;
  total_time: number;
  max_wire_megabytes: number;
  max_redirects: number;
  retries: number;
  allow_private_addresses: boolean;
  /** By which all is fetched but what a stand-in serves: http:, https:, socks5: or socks5h: (proxy.ts). */
  proxy?: string | undefined;
  /** Sites that another address stands in for, in a rehearsal: origin → origin. */
  origins: Readonly<Record<string, string>>;
}

export interface Fetcher {
  /**
   * One exchange, as polite as the settings say. `signal` cuts waits and transfers short.
   * @param isUrgent whether news of a publication hangs on it: then it may go in a burst (pace.ts)
   * @param asked what is asked there, where it is more than a GET
   */
  fetch(
    url: string,
    validators?: Validators,
    signal?: AbortSignal,
    isUrgent?: boolean,
    asked?: Asked,
  ): Promise<Capture>;
  close(): Promise<void>;
}

export interface FetcherParts {
  settings: FetchSettings;
  clock: Clock;
  /** Reads a robots.txt; "ignored" only for an address that is offered to programs, and asked at a person's wish. */
  readsRobots?: ReadRobots | "ignored";
  /** Whose lines the hosts' are, and where their robots.txt are kept; this process's alone by default. */
  lines?: Lines | undefined;
  robotsMemory?: RobotsMemory | undefined;
  /** Signs each request; nothing is signed when left out. */
  sign?: SignRequest | undefined;
  /** What a variable of the environment holds that a source names. */
  secretOf?: (variable: string) => string | undefined;
}

/** By which name all that is fetched is asked for. @param contact as the settings give it */
export function userAgent(contact: string): string {
  return `${SOFTWARE} (+${contact})`;
}

export function createFetcher({
  settings,
  clock,
  readsRobots = readRobots,
  lines = new OwnLines(clock),
  robotsMemory,
  sign,
  secretOf = () => undefined,
}: FetcherParts): Fetcher {
  const wireLimit = settings.max_wire_megabytes * MEGABYTE;
  const agentName = userAgent(settings.contact);
  const timeouts = {
    headersTimeout: settings.time_to_headers,
    bodyTimeout: settings.time_to_headers,
    keepAliveTimeout: 10_000,
    connections: 1,
    pipelining: 1,
  };
  const here = new Agent({ ...timeouts, connect: { timeout: settings.time_to_headers } });
  const outward = new Agent({ ...timeouts, connect: connectorOut(settings, settings.time_to_headers) });
  const pace = new Pace(clock, lines);
  const route = (url: URL) => routed(url, settings.origins);
  const floorOf = (url: URL) => (route(url).isStandIn ? 0 : settings.floor);
  const askRobots = (url: string) => exchange(url, {}, undefined, { floor: floorOf(new URL(url)), mayBurst: false });
  const robots = readsRobots === "ignored" ? undefined : new Robots(ROBOTS_NAME, askRobots, readsRobots, robotsMemory);

  async function fetchPolitely(
    url: string,
    validators: Validators = {},
    signal?: AbortSignal,
    isUrgent = false,
    asked: Asked | undefined = undefined,
  ): Promise<Capture> {
    const allowed = { kind: "allowed" as const, crawlDelay: 0 };
    const said = (await robots?.permission(url, clock.now())) ?? allowed;
    // Its terms invite registered programs: how slowly robots.txt asks to be gone about is heeded all the same.
    const permission = asked?.isOffered && said.kind !== "allowed" ? allowed : said;
    if (permission.kind === "forbidden") return failed(url, clock.now(), "robots", ROBOTS_ASKED_AWAY);
    // The answer to robots.txt stands for the site's: down, refused, or out of bounds.
    if (permission.kind === "unreachable") return { ...permission.capture, url, at: clock.now() };
    const floor = Math.max(floorOf(new URL(url)), permission.crawlDelay);
    const manner = { floor, mayBurst: isUrgent && permission.crawlDelay === 0 };
    for (let attempt = 0; ; attempt++) {
      const capture = await exchange(url, validators, signal, manner, asked);
      const wait =
        attempt < settings.retries && !signal?.aborted ? waitBeforeRetry(capture, attempt, clock.now()) : undefined;
      if (wait === undefined) return capture;
      await clock.sleep(wait, signal);
    }
  }

  /** One request and its redirects, each hop checked like the first; where another host is next, in that one's line. */
  async function exchange(
    url: string,
    validators: Validators,
    signal: AbortSignal | undefined,
    first: Manner,
    asked?: Asked,
  ): Promise<Capture> {
    const way: Way = { url, validators, asked, isHome: true, hops: [], spent: 0, at: undefined };
    for (let next = new URL(url), manner = first; ; ) {
      const ask = (end: AbortSignal | undefined) =>
        askOnHost(way, next, AbortSignal.any([signal, end].filter((one) => one !== undefined)));
      const came = await pace.take(next.host, manner, signal, ask, restAsked);
      if (came.kind !== "elsewhere") return came;
      next = came.next;
      manner = { floor: floorOf(next), mayBurst: first.mayBurst };
    }
  }

  /** Asks one host, for as long as it sends on to itself. */
  async function askOnHost(way: Way, from: URL, signal: AbortSignal | undefined): Promise<Capture | Elsewhere> {
    const { url, validators, asked, hops } = way;
    way.at ??= clock.now();
    const { at } = way;
    const started = performance.now() - way.spent;
    const limit = AbortSignal.timeout(Math.max(1, Math.ceil(settings.total_time - way.spent)));
    const bounds = signal ? AbortSignal.any([signal, limit]) : limit;
    let current = from;
    try {
      while (hops.length <= settings.max_redirects) {
        way.isHome &&= current.origin === new URL(url).origin;
        const signature = sign?.(current, clock.now()) ?? [];
        const usual = [...requestHeaders(hops.length === 0 ? validators : {}), ...signature];
        const sent = sentTo(asked, usual, way.isHome, (name) => (isPrivate(current) ? secretOf(name) : undefined));
        way.secret ??= sent.secret;
        const { statusCode: status, body, rawHeaders } = await send(current, sent, bounds);
        const headers = headersByName(rawHeaders);
        const { location } = headers;
        if (![301, 302, 303, 307, 308].includes(status) || location === undefined) {
          const wire = await collect(body, wireLimit, headers["content-length"]);
          const answer: Answer = {
            kind: "answer",
            url,
            finalUrl: current.href,
            at,
            status,
            headers,
            sentHeaders: sent.shown,
            ...(sent.body === undefined ? {} : { sentBody: sent.body }),
            rawHeaders,
            hops,
            wire,
            digest: createHash("sha256").update(wire).digest("hex"),
            wasConditional: hops.length === 0 && (validators.etag ?? validators.lastModified) !== undefined,
            milliseconds: Math.round(performance.now() - started),
          };
          if (way.secret === undefined || !(await isSaidBack(way.secret, answer))) return answer;
          return failure(url, at, started, "refused", SAID_BACK);
        }
        await body.dump({ limit: MEGABYTE });
        const next = URL.canParse(location, current.href) ? new URL(location, current) : undefined;
        if (!next || !/^https?:$/.test(next.protocol) || next.username !== "")
          return failure(url, at, started, "redirects", "was sent to something that is not a web address");
        if (current.protocol === "https:" && next.protocol === "http:" && next.host !== current.host)
          return failure(url, at, started, "redirects", `was sent from https to plain http (${next.href})`);
        const refused = refusedWay(way, current, next, status);
        if (refused) return failure(url, at, started, "redirects", refused);
        hops.push({ url: current.href, status, rawHeaders });
        if (next.host !== current.host) return { kind: "elsewhere", next };
        current = next;
      }
      return failure(url, at, started, "redirects", `was sent on more than ${settings.max_redirects} times`);
    } catch (error) {
      return failure(url, at, started, ...sayFailure(error, limit.aborted, signal?.aborted ?? false));
    } finally {
      way.spent = performance.now() - started;
    }
  }

  function requestHeaders(validators: Validators): Header[] {
    return [
      ["user-agent", agentName],
      ["accept", "text/html,application/xhtml+xml,application/pdf,application/xml;q=0.9,*/*;q=0.8"],
      ["accept-encoding", ACCEPTED_ENCODINGS],
      ["accept-language", "en"],
      ...(validators.etag ? [["if-none-match", validators.etag] satisfies Header] : []),
      ...(validators.lastModified ? [["if-modified-since", validators.lastModified] satisfies Header] : []),
    ];
  }

  /** Whether what is sent to an address can be read by nobody on the way: never over plain http, but to this machine. */
  function isPrivate(url: URL): boolean {
    const { target, isStandIn } = route(url);
    return isStandIn ? url.protocol === "https:" && isPrivateWay(target) : url.protocol === "https:";
  }

  async function send(url: URL, { headers, body }: Sent, signal: AbortSignal) {
    const { target, isStandIn } = route(url);
    let interim = 0;
    const answer = await request(target, {
      dispatcher: isStandIn ? here : outward,
      signal,
      ...(body === undefined ? {} : { method: "POST", body }),
      headers: { ...Object.fromEntries(headers), ...(isStandIn ? { host: url.host } : {}) },
      responseHeaders: "raw",
      onInfo: () => {
        if (++interim > MAX_INTERIM) throw new TooLarge(`answers with more than ${MAX_INTERIM} interim responses`);
      },
    });
    // Asked for raw, undici gives names and values in turn, whatever its types say.
    const flat = answer.headers as unknown as string[];
    const rawHeaders = flat.flatMap((name, index): Header[] =>
      index % 2 === 0 ? [[name, flat[index + 1] ?? ""]] : [],
    );
    return { statusCode: answer.statusCode, body: answer.body, rawHeaders };
  }

  return {
    fetch: async (url, validators, signal, isUrgent, asked) => {
      try {
        if (!asked?.mail) return await fetchPolitely(url, validators, signal, isUrgent, asked);
        // Few watches read mail, and what reads it is large.
        const { lookIntoMailbox } = await import("./mail/mailbox.ts");
        return await lookIntoMailbox({ clock, settings, secretOf, pace }, url, asked.mail, validators, signal);
      } catch (error) {
        // Cut short while it waited in line.
        if (!signal?.aborted) throw error;
        return failed(url, clock.now(), ...sayFailure(error, false, true));
      }
    },
    close: async () => {
      await Promise.all([here.destroy(), outward.destroy()]);
    },
  };
}
