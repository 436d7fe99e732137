/** What it costs to cut ten secrets out of a text, beside `toLowerCase()` of the same: out of prose, a line of log, and what is made to cost time. */
import { Redaction } from "../../src/config/redaction.ts";

const ROUNDS = 7;
const LENGTH = 1_000_000;

const SECRETS = [
  ...Array.from({ length: 4 }, (_, index) => `${index}canary+%41=41\\&#65;-${index}`),
  "canary.discord-token.of_a_bot-AbCdEfGhIjKlMnOpQrStUvWxYz",
  "https://discord.com/api/webhooks/123456789012345678/canary-webhook_AbCdEfGhIjKl",
  "https://hc.example.org/ping/a1b2c3d4e5",
  "postgres://bot:canary-database+pass@db.example.org/bot",
  "k4n4ry-8",
  "canary-clé-Ключ-鑰匙",
];

const SENTENCE =
  "The Office of the High Commissioner published, on 31 August 2022, an assessment of human rights concerns in the region.";
const LINE = JSON.stringify({
  level: "info",
  time: "2022-08-31T21:47:00.000Z",
  check: "00c0ffee00c0ffee",
  event: "checked",
  watch: "xinjiang-assessment",
  source: "country-reports",
  url: "https://www.ohchr.org/en/documents?page=2",
  outcome: "unchanged",
  detail: "answered 404, which it did not an hour ago; it is looked at again in ten minutes",
}).slice(0, 299);

/** What each unit is repeated to, and how often the time of the floor it may take. */
const CASES: readonly { kind: string; most: number; length?: number; units: readonly string[] }[] = [
  { kind: "a line of log", most: 75, length: 300, units: [`${LINE}\n`] },
  { kind: "prose", most: 25, units: [`${SENTENCE} `, `${SENTENCE}\n`] },
  { kind: "prose with escapes", most: 40, units: [`${SENTENCE.repeat(8)}\nhttps://example.org/a?b=%20c&amp;d=e `] },
  {
    kind: "hostile",
    most: 250,
    units: [
      ..."%&+6",
      "\\",
      "\n ",
      "%25",
      "%C3",
      "%C3%A9",
      "&amp;",
      "&#38;",
      "&#0",
      "&abcdefghij;",
      "=3D",
      "=\r\n",
      "\\u005c",
      "%26%2338;=5C",
      "=3D%26amp%3B%a&amp;",
      "&amp;amp;amp;=3D3D3D",
      "%25253D41&lt;\n",
      "\u200b",
      "0canary+%41=4",
      "https://discord.com/api/webhooks/",
    ],
  },
];

export function redactionCost(): Promise<void> {
  const redaction = new Redaction();
  for (const secret of SECRETS) redaction.keep(secret);
  console.log("\nCutting ten secrets out of a text, in ms per million characters (the least of seven)\n");
  console.log("      cut    floor   ratio   of");
  const over: string[] = [];
  for (const { kind, most, length = LENGTH, units } of CASES)
    for (const unit of units) {
      const text = Buffer.from(unit.repeat(Math.ceil(length / unit.length)).slice(0, length)).toString();
      const took = cost(text, (one) => redaction.redact(one));
      const floor = cost(text, (one) => one.toLowerCase());
      const ratio = took / floor;
      const name = `${kind}: ${JSON.stringify(unit.slice(0, 30))}`;
      const figures = [took.toFixed(1).padStart(9), floor.toFixed(2).padStart(8), ratio.toFixed(1).padStart(7)];
      console.log(`${figures.join(" ")}   ${name}`);
      if (ratio > most) over.push(`${name} (${most})`);
    }
  console.log(`\nfloor: toLowerCase() of the same text; past what is allowed: ${over.join(", ") || "none"}`);
  if (over.length > 0) process.exitCode = 1;
  return Promise.resolve();
}

/** Milliseconds for each million characters. */
function cost(text: string, work: (text: string) => string): number {
  const times = Math.ceil(LENGTH / text.length);
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    for (let time = 0; time < times; time++) work(text);
    least = Math.min(least, performance.now() - began);
  }
  return (least * 1e6) / (times * text.length);
}
