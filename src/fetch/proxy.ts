/**
 * Connections by way of a proxy, for people who must not be seen looking: SOCKS 5 (RFC 1928), as Tor speaks it, or HTTP's CONNECT (RFC 9110
 * §9.3.6). Never straight to the site instead, whatever becomes of the proxy.
 */
import { lookup } from "node:dns/promises";
import { request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type Socket } from "node:net";
import { SocksClient } from "socks";
import { buildConnector } from "undici";
import { isPublic } from "../config/public-address.ts";
import { bareHost, guardedConnector, mayBePublic, publicAddress, RefusedAddress } from "./address-guard.ts";

/** The proxy did not do what it is for. */
export class ProxyFailure extends Error {
  /** What is wrong with the proxy itself; undefined where it may be the site. */
  readonly why: string | undefined;

  constructor(says: string, why?: string, cause?: unknown) {
    super(says, { cause });
    this.name = "ProxyFailure";
    this.why = why;
  }
}

interface Place {
  host: string;
  port: number;
}

/**
 * How all that is fetched leaves this machine, as the settings say.
 * @param timeout milliseconds
 */
export function connectorOut(
  { proxy, allow_private_addresses: mayBePrivate }: { proxy?: string | undefined; allow_private_addresses: boolean },
  timeout: number,
): buildConnector.connector {
  if (proxy) return proxyConnector(new URL(proxy), mayBePrivate, timeout);
  return mayBePrivate ? buildConnector({ timeout }) : guardedConnector(timeout);
}

/**
 * A connector through a proxy.
 * @param mayBePrivate whether it may be sent to addresses that are not public: to what is looked up here, and by name else
 * @param timeout milliseconds, for the way to the site
 */
function proxyConnector(proxy: URL, mayBePrivate: boolean, timeout: number): buildConnector.connector {
  const secure = buildConnector({ timeout });
  return (options, done) => {
    through(proxy, options, mayBePrivate, timeout).then(
      (socket) => {
        if (options.protocol !== "https:") return done(null, socket.setNoDelay(true));
        return secure({ ...options, httpSocket: socket }, done);
      },
      (error) => done(error, null),
    );
  };
}

/** A connection to a site, by its address or its name as the proxy is to be asked. @throws {RefusedAddress | ProxyFailure} and what looks names up throws */
async function through(
  proxy: URL,
  { hostname, protocol, port }: Pick<URL, "hostname" | "protocol" | "port">,
  mayBePrivate: boolean,
  timeout: number,
): Promise<Socket> {
  const site = { host: bareHost({ hostname }), port: Number(port) || (protocol === "https:" ? 443 : 80) };
  const place = await checked(proxy, site, mayBePrivate);
  return proxy.protocol.startsWith("socks") ? throughSocks(proxy, place, timeout) : throughHttp(proxy, place, timeout);
}

/** What became of a try: `why` is a part of a sentence. */
type Tried = { kind: "works" } | { kind: "fails" | "untried"; why: string };

/**
 * Tries a proxy as what is fetched goes by it: it is asked to connect to a site, and nothing is sent there. It works as well where the site
 * alone cannot be reached; it is not tried where the site has no address that it could be given.
 * @param timeout milliseconds
 */
export async function tryProxy(proxy: string, site: string, mayBePrivate: boolean, timeout: number): Promise<Tried> {
  try {
    (await through(new URL(proxy), new URL(site), mayBePrivate, timeout)).destroy();
    return { kind: "works" };
  } catch (error) {
    if (error instanceof ProxyFailure)
      return error.why === undefined ? { kind: "works" } : { kind: "fails", why: error.why };
    const { message, code = message } = error as NodeJS.ErrnoException;
    return { kind: "untried", why: `${new URL(site).hostname}: ${code}` };
  }
}

/** Where the proxy is asked to connect to: by `socks5h`, as curl names it, it looks names up itself. @throws {RefusedAddress} */
async function checked(proxy: URL, { host, port }: Place, mayBePrivate: boolean): Promise<Place> {
  if (proxy.protocol === "socks5h:") {
    if (!mayBePrivate && !mayBePublic(host)) throw new RefusedAddress(host);
    return { host, port };
  }
  if (!isIP(host)) {
    return { host: mayBePrivate ? (await lookup(host)).address : await publicAddress(host), port };
  }
  if (!mayBePrivate && !isPublic(host)) throw new RefusedAddress(host);
  return { host, port };
}

async function throughSocks(proxy: URL, { host, port }: Place, timeout: number): Promise<Socket> {
  try {
    const { socket } = await SocksClient.createConnection({
      proxy: { ...placeOf(proxy, 1080), type: 5, ...credentials(proxy) },
      command: "connect",
      destination: { host, port },
      timeout,
    });
    return socket;
  } catch (error) {
    const { message } = error as Error;
    // What it answers of the site (RFC 1928 §6), as its client names it.
    const [, reason] = /rejected connection - (\w+)/.exec(message) ?? [];
    throw reason ? new ProxyFailure(`could not be reached through the proxy (${reason})`) : noProxy(error);
  }
}

function throughHttp(proxy: URL, { host, port }: Place, timeout: number): Promise<Socket> {
  const to = `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  const { userId, password = "" } = credentials(proxy);
  const known = Buffer.from(`${userId}:${password}`).toString("base64");
  const send = proxy.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve, reject) => {
    const asked = send({
      ...placeOf(proxy, proxy.protocol === "https:" ? 443 : 80),
      method: "CONNECT",
      path: to,
      headers: { host: to, ...(userId ? { "proxy-authorization": `Basic ${known}` } : {}) },
      agent: false,
      signal: AbortSignal.timeout(timeout),
    });
    asked.once("connect", ({ statusCode }, socket, early) => {
      if (statusCode === 200 && early.length === 0) return resolve(socket);
      socket.destroy();
      reject(notThrough(statusCode));
    });
    asked.once("response", ({ statusCode }) => {
      asked.destroy();
      reject(notThrough(statusCode));
    });
    asked.once("error", (error) => reject(noProxy(error)));
    asked.end();
  });
}

function placeOf({ hostname, port }: URL, usual: number): Place {
  return { host: bareHost({ hostname }), port: Number(port) || usual };
}

function credentials({ username, password }: URL): { userId?: string; password?: string } {
  return username ? { userId: decodeURIComponent(username), password: decodeURIComponent(password) } : {};
}

/** What no proxy answers that knows the request and who asks (RFC 9110 §15.5, §15.6): a web server, or one that wants another password. */
const NOT_A_PROXYS = [400, 401, 404, 405, 407, 501];

function notThrough(status = 0): ProxyFailure {
  const why = NOT_A_PROXYS.includes(status) ? `it answers ${status}` : undefined;
  return new ProxyFailure(`could not be reached through the proxy, which answered ${status}`, why);
}

function noProxy(error: unknown): ProxyFailure {
  const { code, message } = error as NodeJS.ErrnoException;
  // The SOCKS client keeps no more of what the system said than its words.
  const [why = "it does not answer as a proxy does"] = /\bE[A-Z]{4,}\b/.exec(`${code} ${message}`) ?? [];
  return new ProxyFailure(`was not asked: the proxy (fetch.proxy) cannot be used (${why})`, why, error);
}
