/** What was fetched, as Discord shows it: words, in every message, card and answer. */
import { describe, expect, it } from "vitest";
import { cardMessage, cardOpening } from "../../../../src/deliver/channels/discord/card.ts";
import { linked, named, plain } from "../../../../src/deliver/channels/discord/plain.ts";
import type { Evidence } from "../../../../src/judge/evidence.ts";
import type { Notice } from "../../../../src/judge/notice.ts";
import type { Overview } from "../../../../src/status/overview.ts";
import { asPosted, formsOf } from "../../../stand-ins/discord/forms.ts";
import { type Live, liveIn } from "../../../stand-ins/discord/grammar.ts";
import { buttonsOf, textOf } from "../../../stand-ins/discord/said.ts";
import { noticesToShow, shippedWatch } from "../../../stand-ins/every-notice-on-record.ts";
import { SITE } from "../../../stand-ins/ohchr.ts";
import { fc, test } from "../../../stand-ins/properties.ts";

/** Each token that Discord knows, and the pieces of which more are made. */
const TOKENS = [
  ...["<@1>", "<@!1>", "<@&1>", "<#1>", "@everyone", "@here"],
  ...["guide", "customize", "browse", "home", "linked-roles", "linked-roles:123"].map((place) => `<id:${place}>`),
  ...["<:x:1>", "<a:x:1>", ":smile:", ":+1:", "<t:1>", "<t:1:R>", "<t:-1:F>", "</name:1>", "</name sub:1>"],
  ...["# a", "## a", "### a", "-# a", "> a", ">>> a", "- a", "* a", "1. a", "12. a"],
  ...["[a](https://evil.example)", "[a](<https://evil.example>)", "https://evil.example/a_b_c", "http://evil.example"],
  ...[
    "<https://evil.example>",
    "<mailto:a@evil.example>",
    "<a@evil.example>",
    "<sip:1234@evil.example>",
    "<tel:+123456>",
    "<+123456>",
  ],
  ...[
    "discord.gg/evil",
    "https://discord.com/invite/evil",
    "||a||",
    "`a`",
    "``a``",
    "```a```",
    "**a**",
    "*a*",
    "***a***",
    "_a_",
    "__a__",
    "~~a~~",
  ],
];
const PIECES = [
  "<",
  ">",
  "@",
  "@!",
  "#",
  "-#",
  "[",
  "]",
  "(",
  ")",
  "*",
  "_",
  "~",
  "|",
  "`",
  "\\",
  ":",
  "/",
  "-",
  "1.",
  "id:",
  "t:1",
  "everyone",
  "https:",
  "//e.x",
];
const BETWEEN = [
  "",
  " ",
  "\n",
  "\r",
  "\u2028",
  "a",
  "\\",
  "\u200b",
  "\u200d",
  "\u202e",
  "\u2066",
  "\u00ad",
  "\ufeff",
  "\u3164",
  "\u{e0061}",
  "é",
  "  ",
];

const fetched = fc
  .array(fc.tuple(fc.constantFrom(...TOKENS, ...PIECES), fc.constantFrom(...BETWEEN)), { minLength: 1, maxLength: 12 })
  .map((pieces) => pieces.flat().join(""));

/** Every word of a value that a page may have said, as a page said it. */
function saying<Value>(value: Value, words: string): Value {
  const said = [
    "title",
    "before",
    "sentence",
    "phrase",
    "name",
    "detail",
    "reason",
    "note",
    "by",
    "promisedBy",
    "basis",
    "source",
    "short",
  ];
  const replaced = JSON.stringify(value, (key, one) => {
    if (typeof one === "string" && said.includes(key)) return words;
    return ["added", "removed", "read"].includes(key) && Array.isArray(one) && one.length > 0
      ? one.map(() => words)
      : one;
  });
  return JSON.parse(replaced) as Value;
}

const sorted = (live: readonly Live[]) => live.map(({ kind, of }) => `${kind} ${of}`).sort();

it.each(TOKENS)("%j would be more than words, if it were said as it is", (token) => {
  expect(liveIn(token)).not.toEqual([]);
});

test(
  "nothing that a page says is more than words beside other words",
  [fetched, fetched, fc.integer({ min: 1, max: 120 })],
  (one, other, limit) => {
    for (const between of ["", " ", ": ", "\n", " (", "“"])
      expect(liveIn(`${plain(one, limit)}${between}${plain(other, limit)}`)).toEqual([]);
    expect(plain(one, limit).length).toBeLessThanOrEqual(limit);
  },
  2000,
);

test(
  "a link of the bot’s own leads where it should, whatever it is called",
  [fetched],
  (words) => {
    expect(liveIn(linked(words, `${SITE}/a`, 80))).toEqual([{ kind: "link", of: `(<${SITE}/a>)` }]);
  },
  1000,
);

describe.each(noticesToShow)("%s", (_, one) => {
  const alone = saying(one, "words");
  test(
    "says what was fetched in words alone, in every form",
    [fetched],
    async (words) => {
      const [usual, hostile] = [await formsOf(alone), await formsOf(saying(one, words) as Notice)];
      for (const [form, body] of hostile.entries()) {
        const [then, now] = [usual[form], body].map((each) => each && sorted(liveIn(textOf(asPosted(each)))));
        // What is called as nothing is left out, and so may be a line of it.
        for (const live of new Set(now)) expect(then).toContain(live);
      }
    },
    25,
  );
});

it.each(noticesToShow)("%s: what an item is called begins no line of a message", async (_, one) => {
  for (const between of ["\n", "\r\n", "\u2028", "\u0085", "\v"]) {
    const titled = JSON.stringify(one, (key, value) =>
      ["title", "before"].includes(key) ? `A${between}Forged` : value,
    );
    for (const body of await formsOf(JSON.parse(titled) as Notice))
      expect(textOf(asPosted(body))).not.toMatch(/^Forged/m);
  }
});

const STRANGER = "https://www.ohchr.org.evil.example/report";

function shown(words: string, url = `${SITE}/report`): Overview {
  const [, { status }] = noticesToShow[0] as [string, Notice];
  const found: Evidence = {
    ...{ id: "1", rule: "title-without-document", url, title: words, capture: "0".repeat(64), source: "latest" },
    ...{ foundAt: "2022-08-31T21:50:00Z", state: "standing" },
  };
  const at = "2022-08-31T22:00:00Z";
  const said = saying({ ...status, verdict: "signalled" as const }, words);
  const rest = { at, sources: [], lookedAt: at, readAt: at, evidence: [found], proposed: [] };
  return { watch: shippedWatch, status: said, ...rest };
}

test(
  "a card says what was fetched in words alone",
  [fetched],
  (words) => {
    const cards = (overview: Overview) =>
      [cardMessage(overview, "en", "0".repeat(16)), cardOpening(overview, "fr", { mark: "0".repeat(16) })].map(
        (message) => sorted(liveIn(textOf(asPosted({ message })))),
      );
    expect(cards(shown(words))).toEqual(cards(shown("words")));
  },
  200,
);

describe("a name that leads somewhere", () => {
  it.each([
    ["the publisher’s own", `${SITE}/report`, "The report"],
    ["a host that begins as the publisher’s", STRANGER, "Open www.ohchr.org.evil.example"],
    ["a stranger behind the publisher’s name", "https://www.ohchr.org@evil.example/", "Open evil.example"],
    ["letters that look like the publisher’s", "https://www.ohсhr.org/", "Open www.xn--ohhr-m6d.org"],
  ])("of a card, where it is %s", (_, url, label) => {
    const message = cardMessage(shown("The report", url), "en", "0".repeat(16));
    expect(buttonsOf(asPosted({ message })).map((button) => button.label)).toEqual([label]);
    const opening = textOf(asPosted({ message: cardOpening(shown("The report", url), "en", { mark: "0" }) }));
    expect(opening).toContain(`[${label}](<`);
  });

  it.each(
    noticesToShow.map(
      ([name, one]) =>
        [name, JSON.parse(JSON.stringify(one).replaceAll(SITE, "https://evil.example")) as Notice] as const,
    ),
  )("of a message, where the address is a stranger’s: %s", async (_, one) => {
    for (const body of await formsOf(one, { copies: [] }))
      for (const { url = "", label } of buttonsOf(asPosted(body)))
        if (url.includes("evil.example")) expect(label).toBe("Open evil.example");
  });
});

describe("ordinary words", () => {
  it.each([
    "OHCHR Assessment of human rights concerns in the Xinjiang Uyghur Autonomous Region",
    "[Updated] Press briefing: Türkiye & Iraq – 3.5 % (A/HRC/51/5), 14:30",
    "Children’s rights | “What next?” at 21:50",
    "Rapport nº 4 : l’ONU s’inquiète, 1 < 2, #StandUp, @UNHumanRights, ~5 million",
    "گزارش سازمان ملل دربارهٔ حقوق‌بشر",
    "人权高专办关于新疆的评估 👩‍⚖️ ❤️",
  ])("stay as they are: %s", (words) => {
    expect(plain(words, 200)).toBe(words);
    expect(named(words, 200)).toBe(words);
  });

  it("a name that nobody could see is a sign of one", () => {
    expect(named("\u200b\u202e \u3164", 80)).toBe("…");
  });
});
