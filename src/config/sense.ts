/** What is well written, and still cannot be meant. */
import { didYouMean } from "../language/did-you-mean.ts";
import type { CivilDate } from "../time/civil-date.ts";
import type { Watch } from "../watch/watch.ts";
import type { Fault } from "./fault.ts";
import { fittingFaults } from "./fitting.ts";
import { openKeys } from "./open-keys.ts";
import { isLoopback } from "./public-address.ts";
import type { Secrets } from "./secrets.ts";
import { CONTACT_OF_NOBODY, type Settings } from "./settings.ts";
import { webFaults } from "./web.ts";

/** What the robots.txt of many a site asks for, and a person with a browser hardly goes below. */
const LEAST_FLOOR_MS = 1000;
const MOST_NAMED = 5;

/** What settings say that only the watches and the environment can tell to be wrong. */
export function settingFaults({ fetch, archive, web }: Settings, watches: readonly Watch[], secrets: Secrets): Fault[] {
  const isOnThisMachine = (url: string) => isLoopback(hostOf(fetch.origins[new URL(url).origin] ?? url));
  const isRude =
    fetch.floor < LEAST_FLOOR_MS && !watches.every(({ sources }) => sources.every(({ url }) => isOnThisMachine(url)));
  const mailboxes = watches.flatMap(({ id: watch, sources }) =>
    sources.flatMap(({ id, kind }) => (kind === "mail" ? [`source ${id} of the watch ${watch}`] : [])),
  );
  return [
    ...(isRude
      ? [
          {
            path: ["fetch", "floor"],
            says: "must be 1s or more: sites are other people’s; less is only for sources on this machine (127.0.0.1, localhost, or served from there by fetch.origins)",
          },
        ]
      : []),
    ...(archive.save_page_now && !secrets.waybackAccessKey
      ? [
          {
            path: ["archive", "save_page_now"],
            says: "needs WAYBACK_ACCESS_KEY and WAYBACK_SECRET_KEY in the environment; set them, or write false",
          },
        ]
      : []),
    ...(fetch.sign && !web.public_url?.startsWith("https://")
      ? [
          {
            path: ["fetch", "sign"],
            says: "needs web.public_url, the https address at which sites find the key; set it, or write false",
          },
        ]
      : []),
    ...(fetch.proxy?.startsWith("socks5h:") && mailboxes.length > 0
      ? [
          {
            path: ["fetch", "proxy"],
            says: `${secrets.fetchProxy ? "is given by FETCH_PROXY of the environment, and " : ""}cannot have names looked up for mail: who signed it is looked up in the DNS from this machine (${mailboxes.slice(0, MOST_NAMED).join(", ")}); write socks5:// ${secrets.fetchProxy ? "there " : ""}and let that be seen, or have the mailbox read by another bot`,
          },
        ]
      : []),
    ...webFaults(web, secrets.webProxySecret),
  ];
}

/** @param secrets those of the machine that runs it, as far as they are known there */
export function settingWarnings({ fetch, web }: Settings, secrets: Secrets): Fault[] {
  return [
    ...(fetch.contact === CONTACT_OF_NOBODY
      ? [
          {
            path: ["fetch", "contact"],
            says: "is still the one that comes with the program; write an address or a page of yours, by which a site’s keeper reaches you",
          },
        ]
      : []),
    ...(isOpenToTheWorld(web, secrets) ? [{ path: ["web", "public_url"], says: OPEN_TO_THE_WORLD }] : []),
  ];
}

export const OPEN_TO_THE_WORLD =
  "has no password before it, so that anybody who opens it could change the watches, and the page is shut by that name until there is one: set WEB_PASSWORD";

/** Whether a proxy on this machine would bring the world to a page that asks nobody who they are. */
function isOpenToTheWorld({ enabled, host, public_url, trusted_header }: Settings["web"], { webPassword }: Secrets) {
  if (!enabled || !public_url || webPassword || trusted_header) return false;
  return isLoopback(host) && !isLoopback(hostOf(public_url));
}

/** Why a watch would never say “published”, counts from what was not said yet, or passes over what was written. */
export function watchFaults(watch: Watch, today: CivilDate): Fault[] {
  return [...unsaid(watch, today), ...strangeSources(watch), ...unreadHosts(watch), ...unfitting(watch)];
}

function unfitting({ sources }: Watch): Fault[] {
  return sources.flatMap((source, index) =>
    source.via ? [] : fittingFaults(source).map(({ path, says }) => ({ path: ["sources", index, ...path], says })),
  );
}

/** What may be right, and then only somebody who knows the site can tell. */
export function watchWarnings({ publisher: { hosts, files = [], sisters }, sources }: Watch): Fault[] {
  const read = hostsRead(sources);
  return [
    ...hosts.flatMap((host, index) =>
      read.includes(host) || files.includes(host) || !read.some((one) => isSameSite(host, one) && !isOfIts(host, one))
        ? []
        : [
            {
              path: ["publisher", "hosts", index],
              says: `no source is on ${host}; where its files stand there, write it under publisher.files instead`,
            },
          ],
    ),
    ...sources.flatMap((source, index) =>
      openKeys(source).map(({ path, says }) => ({ path: ["sources", index, ...path], says })),
    ),
    ...sources.flatMap(({ url, kind, via }, index) => {
      const host = hostOf(url);
      return via ||
        kind === "document" ||
        kind === "mail" ||
        [...hosts, ...sisters].some((one) => isSameSite(one, host))
        ? []
        : [
            {
              path: ["sources", index, "url"],
              says: `${host} is neither the publisher’s nor of publisher.sisters: what stands there can raise a question at most`,
            },
          ];
    }),
  ];
}

function unsaid({ statements }: Watch, today: CivilDate): Fault[] {
  return statements.flatMap(({ on }, index) =>
    on <= today
      ? []
      : [
          {
            path: ["statements", index, "on"],
            says: `"${on}" is in the future; give the day on which it was said (what was promised for a day to come stands in \`phrase\` or \`horizon\`)`,
          },
        ],
  );
}

/** A document that can never prove, or a page of the publisher's whose news counts as a stranger's. */
function strangeSources({ publisher: { hosts, sisters }, sources }: Watch): Fault[] {
  return sources.flatMap(({ url, kind, via }, index) => {
    // Who signed a mail counts, and not where it was put.
    if (via || kind === "mail") return [];
    const host = hostOf(url);
    if (hosts.includes(host) || sisters.includes(host)) return [];
    if (kind !== "document" && !hosts.some((one) => isSameSite(one, host))) return [];
    return [
      {
        path: ["sources", index, "url"],
        says: `${host} is not among publisher.hosts, so that nothing there can prove the publication; add it there, or to publisher.sisters where it is another body’s`,
      },
    ];
  });
}

function unreadHosts({ publisher: { hosts, files = [] }, sources }: Watch): Fault[] {
  // A mail may lead to any of its hosts.
  if (sources.some(({ kind }) => kind === "mail")) return [];
  const read = hostsRead(sources);
  return hosts.flatMap((host, index) =>
    files.includes(host) || read.some((one) => isSameSite(host, one))
      ? []
      : [
          {
            path: ["publisher", "hosts", index],
            says: `no source is on ${host}, nor on its site; add one, take it out, or, where only its files stand there, write it under publisher.files${didYouMean(host, read)}`,
          },
        ],
  );
}

function hostsRead(sources: Watch["sources"]): string[] {
  return [...new Set(sources.flatMap(({ url, formerly }) => [url, ...formerly]).map(hostOf))];
}

function hostOf(url: string): string {
  return new URL(url).hostname.toLowerCase();
}

/** As near as names tell it: under a suffix such as gov.uk everybody is of one site, which errs on the side of leaving in peace. */
function isSameSite(one: string, other: string): boolean {
  const site = (host: string) => host.split(".").slice(-2).join(".");
  return site(one) === site(other);
}

/** Whether a host is another's without its www, or what that is part of. */
function isOfIts(host: string, other: string): boolean {
  return other.endsWith(`.${host}`) || host === `www.${other}`;
}
