/** Whose wall it is that stands before a page, so that people know whom to ask: told by its headers, or by what stands in its source. */

interface Vendor {
  name: string;
  /** Sent with a challenge or a refusal, never with the page. */
  challenge?: readonly (readonly [name: string, value: RegExp])[];
  /** Sent with whatever comes through it. */
  always?: readonly (readonly [name: string, value: RegExp])[];
  /** In the source of its challenge. */
  marks?: RegExp;
}

/**
 * Cloudflare: developers.cloudflare.com, "Detecting a challenge page response". AWS WAF: docs.aws.amazon.com, "CAPTCHA and Challenge
 * actions". The others as is-antibot lists them (github.com/microlinkhq/is-antibot, providers.json), and Anubis by its own pages.
 */
const VENDORS: readonly Vendor[] = [
  {
    name: "Cloudflare",
    challenge: [["cf-mitigated", /^challenge/i]],
    always: [
      ["cf-ray", /./],
      ["server", /^cloudflare/i],
    ],
    marks: /_cf_chl_opt|cf-chl-|challenge-platform/i,
  },
  { name: "AWS WAF", challenge: [["x-amzn-waf-action", /./]], marks: /awswaf|AwsWafIntegration|gokuProps/i },
  {
    name: "Akamai",
    challenge: [["akamai-cache-status", /^error/i]],
    always: [
      ["server", /^akamai/i],
      ["x-akamai-transformed", /./],
    ],
    marks: /errors\.edgesuite\.net|sec-if-cpt|ak-challenge/i,
  },
  {
    name: "Imperva",
    always: [
      ["x-iinfo", /./],
      ["x-cdn", /^(?:imperva|incapsula)/i],
    ],
    marks: /_Incapsula_Resource/i,
  },
  {
    name: "DataDome",
    challenge: [
      ["x-datadome", /^(?!protected)./i],
      ["x-dd-b", /^[12]$/],
    ],
    marks: /captcha-delivery\.com/i,
  },
  { name: "F5", always: [["server", /^big-?ip/i]], marks: /bobcmn|The requested URL was rejected/i },
  { name: "Kasada", challenge: [["x-kasada-challenge", /./]], marks: /__kasada|KPSDK/i },
  {
    name: "Sucuri",
    challenge: [["x-sucuri-block", /./]],
    always: [["x-sucuri-id", /./]],
    marks: /sucuri_cloudproxy|Sucuri Website Firewall/i,
  },
  { name: "Vercel", challenge: [["x-vercel-mitigated", /^challenge/i]] },
  { name: "HUMAN", marks: /_pxAction|px-captcha/i },
  { name: "Anubis", marks: /anubis_challenge|\/\.within\.website\/x\//i },
];

/** A challenge says so at its beginning. */
const HEAD = 100_000;

/** Whether an answer is a challenge by its headers alone, whatever its status. */
export function isChallenge(headers: Readonly<Record<string, string>>): boolean {
  return VENDORS.some(({ challenge = [] }) => isSent(challenge, headers));
}

/** The name of whose wall it is; undefined where nothing tells. @param html of the answer, where it was read */
export function wallVendor(headers: Readonly<Record<string, string>>, html = ""): string | undefined {
  const head = html.slice(0, HEAD);
  const surest = VENDORS.find(({ challenge = [] }) => isSent(challenge, headers));
  const byMark = () => VENDORS.find(({ marks }) => marks?.test(head));
  return (surest ?? byMark() ?? VENDORS.find(({ always = [] }) => isSent(always, headers)))?.name;
}

function isSent(tests: NonNullable<Vendor["challenge"]>, headers: Readonly<Record<string, string>>): boolean {
  return tests.some(([name, value]) => value.test(headers[name] ?? ""));
}

/** What happened, with whose wall it was behind it in brackets. */
export function withVendor(what: string, headers: Readonly<Record<string, string>>, html = ""): string {
  const vendor = wallVendor(headers, html);
  return vendor === undefined ? what : `${what} (${vendor})`;
}
