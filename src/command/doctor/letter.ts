/**
 * A letter to the keeper of a site that refuses this bot, for a person to send: who asks, from where, how often, what was refused, and what
 * would let it through. Nothing is gone around; a keeper can let an honest robot in, or say how they would rather be asked.
 */
import { CONTACT_OF_NOBODY, type Settings } from "../../config/settings.ts";
import { userAgent } from "../../fetch/fetcher.ts";
import { directoryAt } from "../../fetch/signing.ts";
import { counted } from "../../message/figures.ts";
import type { WallMarks } from "../../read/problem/wall-marks.ts";
import type { InstantText } from "../../time/instant.ts";
import { hostOf, type Source, type Watch } from "../../watch/watch.ts";
import { address, hanging, minute, plain, wrapped } from "../lines.ts";

interface Refused {
  url: string;
  at: InstantText;
  /** What the answer was, as the problem says it: “answered 403 (Cloudflare)”. */
  said: string;
  /** When it began, where the bot saw that. */
  since: InstantText | undefined;
}

interface Letter extends WallMarks {
  settings: Settings;
  watch: Pick<Watch, "title" | "publisher">;
  /** All that is asked of the site. */
  sources: readonly Pick<Source, "every">[];
  refused: Refused;
  /** Whose wall it is, where that shows. */
  vendor: string | undefined;
}

/** How each wall is told to let one robot in, as its maker documents it. */
const HOW: Readonly<Record<string, string>> = {
  Cloudflare:
    "a custom rule (Security, WAF) with the action Skip, for requests with this User-Agent from that address; Super Bot Fight Mode is skipped by it too. Bot Fight Mode of the free plan cannot be skipped so and would have to be off (developers.cloudflare.com/waf/custom-rules/skip)",
  "AWS WAF": "an Allow rule above the rule that challenges, which matches this User-Agent and that address (an IP set)",
  Akamai:
    "that address in the network list of allowed clients, or a custom bot of the bot manager with the action Allow",
  Imperva: "an exception of the security rule, or “allow” for this client, by its User-Agent and that address",
  F5: "that address among the IP address exceptions, or this User-Agent among the allowed bot signatures",
  DataDome: "a custom rule with the response Allow, for this User-Agent and that address",
  Sucuri: "that address in the list of allowed IP addresses",
  Anubis: "a rule of the bot policy with the action ALLOW, by this User-Agent and that address",
};
const HOW_ELSE = "a rule that lets requests with this User-Agent from that address through";

const PROXYS_EXIT =
  "[sites see the proxy’s exit: write the address that it has there, where it stays the same; or leave this out, and name the signature or the User-Agent alone]";

/** Where the values stand. */
const NAMES = 20;

export function letter({ settings, watch, sources, refused, vendor, references, visitor }: Letter): string {
  const { fetch, schedule, web } = settings;
  const host = hostOf(refused.url);
  const from = fetch.outgoing_address.length > 0 ? fetch.outgoing_address.join(", ") : visitor;
  // A proxy is for who must not be seen looking; this machine's own address would say who it is, and open nothing.
  const seenFrom = fetch.proxy ? PROXYS_EXIT : (from ?? "[the address that this machine is seen from]");
  const floor = fetch.floor / 1000;
  const every = sources.map((source) => source.every ?? schedule.every);
  const anHour = every.reduce((sum, wait) => sum + 3_600_000 / wait, 0);
  const row = (name: string, text: string) => hanging(`${name}:`, text, NAMES, (said) => said);
  const by = references.map(([name, value]) => `${name} ${value}`).join(", ");
  return [
    `--- a letter to the keeper of ${plain(host)}, to be sent by you ---\n\n`,
    ...(fetch.contact === CONTACT_OF_NOBODY
      ? [
          wrapped("[The contact in it is the one that comes with the program: write yours under fetch.contact first.]"),
          "\n",
        ]
      : []),
    wrapped(`To whoever keeps ${plain(host)}`),
    "\n",
    wrapped(
      `We run coming-weeks, a program that looks whether a publication that ${plain(watch.publisher.name)} announced is out: “${plain(watch.title)}”. ${refused.since ? `Since ${minute(refused.since)}` : "At present"} your site refuses it. We go around nothing, and ask you to let it through.`,
    ),
    "\n",
    row(
      "Refused",
      `${minute(refused.at)}, ${address(refused.url)}: ${plain(refused.said)}${by ? `; ${plain(by, 300)}` : ""}`,
    ),
    row("User-Agent", userAgent(fetch.contact)),
    row("Address", seenFrom),
    row(
      "How often",
      `${counted(sources.length, "address", "addresses")} of yours, at most ${counted(Math.ceil(anHour), "request")} an hour, never two at once, and ${counted(floor, "second")} or more between two; fewer while it is refused. If-None-Match and If-Modified-Since are sent, and robots.txt is obeyed`,
    ),
    ...(fetch.sign && web.public_url
      ? [
          row(
            "Signed",
            `each request is signed (Web Bot Auth, RFC 9421), by the keys at ${directoryAt(web.public_url)}`,
          ),
        ]
      : []),
    row("What lets it in", `${(vendor && HOW[vendor]) || HOW_ELSE}${fetch.sign ? "; or by its signature" : ""}`),
    "\n",
    wrapped(
      `If you would rather have it ask less often, or another way (a feed, an API, a mailing list), please say so: ${plain(fetch.contact)}`,
    ),
  ].join("");
}
