/** What is secret is cut out of a text in whatever way it is written there, and nothing else is. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { REDACTED, Redaction } from "../../src/config/redaction.ts";

/** Each of the form that it has, with what is encoded in an address, in JSON, in HTML and in mail. */
const SECRETS = {
  "a token": "canary.discord-token.of_a_bot",
  "a key": "canary/AKIA+key=id",
  "a password": 'canary web & "password"',
  "one with letters of other scripts": "canary-clé-Ключ-鑰匙-🔑",
  "one of digits alone": "8214099316",
  "one with what looks encoded": "canary%41=41&#65;\\u0041",
  "a short one": "k4n4ry-8",
};

const bytesOf = (text: string, each: (byte: string) => string) =>
  [...Buffer.from(text)].map((byte) => each(byte.toString(16).padStart(2, "0"))).join("");
const charactersOf = (text: string, each: (code: number) => string) =>
  [...text].map((character) => each(character.codePointAt(0) ?? 0)).join("");
const unitsOf = (text: string, each: (hex: string) => string) =>
  [...text.split("")].map((unit) => each(unit.charCodeAt(0).toString(16).padStart(4, "0"))).join("");
const html = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const json = (text: string) => JSON.stringify(text).slice(1, -1);
const base64 = (before: string, text: string, alphabet: BufferEncoding) =>
  Buffer.from(`${before}${text}, behind it`).toString(alphabet);
const percent = (text: string) => bytesOf(text, (byte) => `%${byte}`);
/** Lines of mail end after so many characters. */
const broken = (text: string, by: string) => text.replace(/.{5}/gsu, (part) => `${part}${by}`);

const FORMS: Record<string, (text: string) => string> = {
  "as it is": (text) => text,
  "in an address": encodeURIComponent,
  "in an address, leniently": encodeURI,
  "in an address in an address": (text) => encodeURIComponent(encodeURIComponent(text)),
  "in a form": (text) => new URLSearchParams({ text }).toString().slice("text=".length),
  "in JSON": json,
  "in JSON in JSON": (text) => json(json(text)),
  "in HTML": html,
  "in HTML in JSON": (text) => json(html(text)),
  "in capitals": (text) => text.toUpperCase(),
  "in small letters": (text) => text.toLowerCase(),
  "each letter percent-encoded": percent,
  "each letter percent-encoded in capitals": (text) => bytesOf(text, (byte) => `%${byte.toUpperCase()}`),
  "each letter percent-encoded twice": (text) => percent(percent(text)),
  "each letter escaped for JSON": (text) => unitsOf(text, (hex) => `\\u${hex}`),
  "each letter escaped for JSON in JSON": (text) => unitsOf(text, (hex) => `\\\\u${hex}`),
  "each letter escaped for JavaScript": (text) => charactersOf(text, (code) => `\\u{${code.toString(16)}}`),
  "each byte escaped for C": (text) => bytesOf(text, (byte) => `\\x${byte}`),
  "each byte escaped in octal": (text) =>
    bytesOf(text, (byte) => `\\${Number.parseInt(byte, 16).toString(8).padStart(3, "0")}`),
  "each letter a reference": (text) => charactersOf(text, (code) => `&#${code};`),
  "each letter a reference in hexadecimal": (text) => charactersOf(text, (code) => `&#x${code.toString(16)};`),
  "each letter a reference, in an address": (text) =>
    encodeURIComponent(charactersOf(text, (code) => `&#X${code.toString(16).toUpperCase().padStart(6, "0")};`)),
  "each letter a reference in HTML": (text) => charactersOf(text, (code) => `&amp;#${code};`),
  "quoted-printable": (text) => bytesOf(text, (byte) => `=${byte.toUpperCase()}`),
  "quoted-printable, in lines": (text) => bytesOf(text, (byte) => `=${byte.toUpperCase()}=\r\n`),
  "in a heading of mail": (text) =>
    bytesOf(text, (byte) => {
      const letter = String.fromCharCode(Number.parseInt(byte, 16));
      return /[a-z0-9]/i.test(letter) ? letter : letter === " " ? "_" : `=${byte.toUpperCase()}`;
    }),
  "read as Latin-1": (text) => Buffer.from(text).toString("latin1"),
  "taken apart into letters and accents": (text) => text.normalize("NFD"),
  "in lines": (text) => broken(text, "\n    "),
  "in lines, in JSON": (text) => broken(text, "\\r\\n"),
  "with what nobody sees in between": (text) => broken(text, "\u200b"),
  "as words on Discord": (text) => text.replace(/[\\*_`~|<>]/g, "\\$&"),
  "in lines, some of which end for a space": (text) => broken(text.replaceAll(" ", "\r\n  "), "\n"),
  "each letter percent-encoded four times": (text) => percent(percent(encodeURIComponent(encodeURIComponent(text)))),
  "in hexadecimal": (text) => bytesOf(text, (byte) => byte),
  "in hexadecimal capitals": (text) => bytesOf(text, (byte) => byte.toUpperCase()),
  "as Node shows bytes": (text) => bytesOf(text, (byte) => `${byte} `),
  "as numbers": (text) => [...Buffer.from(text)].join(","),
  "in base64": (text) => base64("", text, "base64"),
  "in base64, a byte on": (text) => base64("1", text, "base64"),
  "in base64, two bytes on": (text) => base64("12", text, "base64"),
  "in base64 for addresses": (text) => base64("", text, "base64url"),
  "in base64 for addresses, a byte on": (text) => base64("1", text, "base64url"),
  "in base64 for addresses, two bytes on": (text) => base64("12", text, "base64url"),
  "in base64 in an address": (text) => encodeURIComponent(base64("1", text, "base64")),
  "in base64 in lines": (text) => broken(base64("12", text, "base64"), "\r\n"),
  "in base64 of what stands in an address": (text) => base64("1", encodeURIComponent(text), "base64"),
  "in base64 of JSON": (text) => base64("", JSON.stringify(text), "base64"),
  "in hexadecimal of what stands in an address": (text) => bytesOf(encodeURIComponent(text), (byte) => byte),
};

/** Of one that itself holds what looks like an escape, and is parted within that, nothing tells which way it is to be read. */
const PARTED = new Set([
  "in lines",
  "in lines, in JSON",
  "in lines, some of which end for a space",
  "with what nobody sees in between",
]);
const secretsFor = (form: string) =>
  Object.entries(SECRETS).filter(([name]) => !(PARTED.has(form) && name === "one with what looks encoded"));

/** What is left of a text, and of it what a secret would leave: what was before and behind it. */
function cut(secrets: readonly string[], text: string): string {
  const redaction = new Redaction();
  for (const secret of secrets) redaction.keep(secret);
  return redaction.redact(text);
}

describe.each(Object.entries(FORMS))("a secret %s", (name, form) => {
  it.each(secretsFor(name))("is cut out: %s", (_name, secret) => {
    const said = cut(Object.values(SECRETS), `before: ${form(secret)} :behind`);
    // Of base64 around it, what stands beside the secret stays.
    expect(said).toMatch(/^before: (?:[A-Za-z0-9+/_-]{0,4})?\[secret\].{0,60} :behind$/s);
    expect(said.length).toBeLessThan(REDACTED.length + 60 + 20);
    for (const piece of [secret, form(secret).slice(4, -24)]) if (piece.length > 4) expect(said).not.toContain(piece);
  });
});

it("any secret, in any form, in any text, is cut out", () => {
  const secret = fc
    .string({ unit: "grapheme", minLength: 8, maxLength: 24 })
    .filter((text) => text.trim().length >= 8 && text.trim() === text && text.isWellFormed());
  fc.assert(
    fc.property(
      fc.array(secret, { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...Object.values(FORMS)),
      fc.string({ unit: "grapheme" }),
      fc.string({ unit: "grapheme" }),
      ([value = "", ...others], form, before, behind) => {
        const said = cut([value, ...others], `${before} ${form(value)} ${behind}`);
        expect(said).toContain(REDACTED);
        expect(said).not.toContain(form(value));
      },
    ),
    { numRuns: 500 },
  );
});

it("whatever is no secret stays as it is, letter by letter", () => {
  const secrets = Object.values(SECRETS);
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (text) => {
      expect(cut(secrets, text)).toBe(text);
    }),
  );
  for (const text of [
    "Canary islands, discord, tokens and passwords: canary web password",
    "https://www.ohchr.org/en/documents?page=2&id=41#canary",
    "canary.discord-token.of_a_boat",
    "8214099317 \\u0041 %41 &#65; =41",
    "a\nb\r\n\tc  d\u200be",
  ])
    expect(cut(secrets, text)).toBe(text);
});

describe("an address that is a secret", () => {
  it.each<[string, string, string[]]>([
    ["its short id", "https://hc.example.org/ping/a1b2c3d4e5", ["a1b2c3d4e5", "/ping/a1b2c3d4e5", "A1B2C3D4E5"]],
    ["an id of letters alone", "https://hc.example.org/ping/abcdefghij", ["abcdefghij"]],
    ["an id of digits, where it stands", "https://hc.example.org/ping/12345678", ["ping/12345678", "/ping/12345678"]],
    ["an id with what is encoded", "https://hc.example.org/ping/a1%2Bb2%2Fc3", ["a1+b2/c3", "a1%2Bb2%2Fc3"]],
    ["what a query holds", "https://hc.example.org/beat?id=abcdefgh", ["abcdefgh", "id=abcdefgh", "/beat?id=abcdefgh"]],
    ["a webhook’s token", "https://discord.com/api/webhooks/123456789012345678/tok-en_123456789", ["tok-en_123456789"]],
    ["without its scheme", "https://hc.example.org/ping/x1", ["hc.example.org/ping/x1", "/ping/x1"]],
  ])("%s is cut out", (_, address, parts) => {
    for (const part of [address, ...parts])
      expect(cut([address], `GET ${part.replace(/^\/?/, "/")} HTTP`)).toContain(REDACTED);
    for (const part of parts) expect(cut([address], `no ${part}!`)).not.toContain(part.replace(/^\//, ""));
  });

  it("leaves the words of its path, its host and the numbers that everybody knows", () => {
    const addresses = [
      "https://uptime.example.org/api/v1/heartbeat/AbCdEfGh1234",
      "https://discord.com/api/webhooks/123456789012345678/tok-en_123456789",
      "http://127.0.0.1:8080/heartbeat",
    ];
    const text = "the heartbeat of uptime.example.org, /api/v1/webhooks, 123456789012345678, https://discord.com/api";
    expect(cut(addresses, text)).toBe(text);
  });
});

it.each([600, 1024, 2049, 5000, 8192])("of one of %i characters nothing stays, whole or in part", (length) => {
  const secret = Array.from({ length }, (_, index) => ((index * 7919) % 36).toString(36)).join("");
  expect(cut([secret], `before ${secret} behind`)).toBe(`before ${REDACTED} behind`);
  expect(cut([secret], Buffer.from(`b ${secret}`).toString("base64")).length).toBeLessThan(20);
  expect(cut([secret], secret.slice(0, 1030)).length).toBeLessThan(600);
});

it("two beside each other, or one in the other, leave nothing", () => {
  expect(cut(["first-secret", "second-secret"], "a first-secretsecond-secret b")).toBe(`a ${REDACTED} b`);
  expect(cut(["first-secret", "a-first-secret-and-more"], "a-first-secret-and-more")).toBe(REDACTED);
});

it("a password that is in the settings anyway is no secret, however it is written there", () => {
  const redaction = new Redaction();
  redaction.keep("postgres://bot:Xinjiang-Report@db/bot", "title: xinjiang-report");
  expect(redaction.redact("xinjiang-report")).toBe("xinjiang-report");
});
