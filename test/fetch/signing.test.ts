/** Requests that are signed (Web Bot Auth), held against another's reading of RFC 9421, and the directory of the key. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type RequestDescriptor, type SignatureMessage, verifySignature, webcrypto } from "http-message-sig";
import { describe, expect, it, onTestFinished } from "vitest";
import { keysOf } from "../../src/archive/chain/keys.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { createFetcher } from "../../src/fetch/fetcher.ts";
import { DIRECTORY_PATH, keyDirectory, requestSigner, thumbprint } from "../../src/fetch/signing.ts";
import { SimulatedClock } from "../../src/time/clock.ts";
import { call } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";
import { startOrigin } from "../stand-ins/origin.ts";
import { serve } from "../stand-ins/page.ts";

const AGENT = "https://watch.example.org";
const NOW = "2026-11-27T12:00:00Z";
/** RFC 9421 appendix B.1.4. */
const KNOWN = createPrivateKey({
  key: {
    ...{ kty: "OKP", crv: "Ed25519" },
    ...{ d: "n4Ni-HpISpVObnQMW0wOhCKROaIKqKtW_2ZYb2p9KcU", x: "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs" },
  },
  format: "jwk",
});

/** As a site's keeper reads it, with the key that they took from the directory. */
async function known(message: SignatureMessage, key: KeyObject, tag: string, components: string[], now = NOW) {
  const { x } = key.export({ format: "jwk" });
  const jwk = { kty: "OKP", crv: "Ed25519", x: String(x) };
  const verifier = webcrypto.verifier(await crypto.subtle.importKey("jwk", jwk, "Ed25519", true, ["verify"]));
  const requiredParameters = ["created", "expires", "keyid", "alg", "tag"];
  const { parameters } = await verifySignature(message, {
    policy: {
      algorithms: ["ed25519"],
      requiredComponents: components,
      requiredParameters,
      now: Date.parse(now) / 1000,
    },
    resolveVerifier: () => verifier,
  });
  expect(parameters).toMatchObject({ tag, keyid: thumbprint(key), alg: "ed25519" });
}

const request = (targetUri: string, headers: Record<string, unknown>): RequestDescriptor => ({
  ...{ kind: "request", method: "GET", targetUri },
  fields: Object.entries(headers).map(([name, value]) => ({ name, value: String(value) })),
});

it("a key is named by its thumbprint, as RFC 7638 and RFC 8037 make it", () => {
  // As draft-meunier-web-bot-auth-architecture gives it of that key.
  expect(thumbprint(KNOWN)).toBe("poqkLGiymh_W0uP6PZFw-dvez3QJT5SolqXBCW38r0U");
});

describe("what is fetched", () => {
  async function fetched(isSigned: boolean) {
    const origin = await startOrigin({
      "/a": { status: 302, headers: { location: "https://other.example.org/b" } },
      "/b": "hello",
      "/robots.txt": { status: 404 },
    });
    const settings = settingsSchema.parse({}).fetch;
    settings.origins = { "https://www.example.com": origin.address, "https://other.example.org": origin.address };
    const sign = isSigned ? requestSigner(KNOWN, AGENT) : undefined;
    const fetcher = createFetcher({ settings, clock: new SimulatedClock(NOW), sign });
    onTestFinished(async () => {
      await fetcher.close();
      await origin.close();
    });
    await fetcher.fetch("https://www.example.com/a");
    return origin.requests;
  }

  it("is signed for the host that is asked, each hop and robots.txt anew", async () => {
    const requests = await fetched(true);
    expect(requests.map(({ path }) => path)).toEqual(["/robots.txt", "/a", "/b"]);
    for (const { path, headers } of requests) {
      expect(headers["signature-agent"]).toBe(`"${AGENT}"`);
      const message = request(`https://${headers.host}${path}`, headers);
      await known(message, KNOWN, "web-bot-auth", ["@authority", "signature-agent"]);
    }
  });

  it("is known by nobody elsewhere, later, or with another key", async () => {
    const [{ headers, path } = { headers: {}, path: "" }] = await fetched(true);
    const components = ["@authority", "signature-agent"];
    const there = (host: string) => request(`https://${host}${path}`, headers);
    const other = generateKeyPairSync("ed25519").privateKey;
    await expect(known(there("elsewhere.example.org"), KNOWN, "web-bot-auth", components)).rejects.toThrow();
    await expect(known(there("www.example.com"), other, "web-bot-auth", components)).rejects.toThrow();
    await expect(
      known(there("www.example.com"), KNOWN, "web-bot-auth", components, "2026-11-27T12:10:00Z"),
    ).rejects.toThrow();
  });

  it("is not, unless the settings say so", async () => {
    const requests = await fetched(false);
    expect(requests.flatMap(({ headers }) => Object.keys(headers).filter((name) => name.startsWith("sig")))).toEqual(
      [],
    );
  });
});

describe("what is looked at on the command line before it is watched", () => {
  const page = "https://www.example.com/a";
  async function asked(args: string[], sign: boolean, hasKeys: boolean) {
    const origin = await startOrigin({ "/a": "hello", "/robots.txt": { status: 404 } });
    onTestFinished(() => origin.close());
    const [data, place] = [join(await folder(), "data"), await folder()];
    const config = join(place, "coming-weeks.yaml");
    await writeFile(config, `fetch: { sign: ${sign}, floor: 0s }\nweb: { public_url: ${AGENT} }`);
    if (hasKeys) await call(["keys", "--config", config, "--data", data]);
    const common = ["--config", config, "--data", data, "--origin", `https://www.example.com=${origin.address}`];
    await call([...args, ...common, "--at", NOW]);
    expect(origin.requests.map(({ path }) => path)).toContain("/a");
    return { requests: origin.requests, key: () => keysOf(data).requests, hasFolder: existsSync(data) };
  }
  const ADD = [
    "add",
    "--yes",
    "--dry-run",
    "--source",
    page,
    "--site",
    page,
    "--title",
    "A report on water",
    "--said-by",
    "Water Office",
  ];

  it.each([
    ["preview", ["preview", page]],
    ["add", [...ADD, "--phrase", "soon", "--on", "2026-11-20"]],
  ])("by %s is signed as a look of the bot’s is", async (_, args) => {
    const { requests, key } = await asked(args, true, true);
    for (const { path, headers } of requests)
      await known(request(`https://${headers.host}${path}`, headers), key(), "web-bot-auth", ["@authority"]);
  });

  it.each([
    ["unless the settings say so", false, true],
    ["where there is no key yet, nor is one made", true, false],
  ])("is not, %s", async (_, sign, hasKeys) => {
    const { requests, hasFolder } = await asked(["preview", page], sign, hasKeys);
    expect(requests.flatMap(({ headers }) => Object.keys(headers)).filter((name) => name.startsWith("sig"))).toEqual(
      [],
    );
    expect(hasFolder).toBe(hasKeys);
  });
});

describe("the directory of the key", () => {
  it("is signed as well, for the host that it is asked at", async () => {
    const { body, headers } = keyDirectory(KNOWN, "watch.example.org", NOW);
    expect(JSON.parse(body)).toEqual({
      keys: [
        {
          ...{ kty: "OKP", crv: "Ed25519", x: "JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs", use: "sig" },
          kid: "poqkLGiymh_W0uP6PZFw-dvez3QJT5SolqXBCW38r0U",
        },
      ],
    });
    const answer = {
      ...{ kind: "response" as const, status: 200, request: request(`${AGENT}${DIRECTORY_PATH}`, {}) },
      fields: Object.entries(headers).map(([name, value]) => ({ name, value })),
    };
    await known(answer, KNOWN, "http-message-signatures-directory", []);
  });

  it("is served to anybody where requests are signed, and else is not there", async () => {
    const password = "a long enough password";
    const adjust = (config: Parameters<NonNullable<NonNullable<Parameters<typeof serve>[0]>["adjust"]>>[0]) => {
      config.settings.fetch.sign = true;
      config.settings.web.public_url = AGENT;
    };
    const { get, rehearsal } = await serve({ password, adjust });
    const answer = await get(DIRECTORY_PATH);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("application/http-message-signatures-directory+json");
    const { keys } = (await answer.json()) as { keys: { kid: string }[] };
    const { requests } = keysOf(rehearsal.config.dataDirectory);
    expect(keys.map(({ kid }) => kid)).toEqual([thumbprint(requests)]);
    expect((await get("/")).status).toBe(401);
    const { get: other } = await serve({ password });
    expect((await other(DIRECTORY_PATH)).status).toBe(404);
  });
});

it.each<[string, object]>([
  ["", {}],
  ["web: { public_url: https://watch.example.org/bot }", { directory: `${AGENT}${DIRECTORY_PATH}`, isServed: false }],
  [
    "fetch: { sign: true }\nweb: { public_url: https://watch.example.org }",
    { directory: `${AGENT}${DIRECTORY_PATH}`, isServed: true },
  ],
])(
  "a script is told by `keys` what sites know it by, and where they find it (settings: %s)",
  async (settings, served) => {
    const [data, place] = [await folder(), await folder()];
    const config = join(place, "coming-weeks.yaml");
    await writeFile(config, settings);
    const { lines } = await call(["keys", "--json", "--config", config, "--data", data]);
    const keyid = thumbprint(keysOf(data).requests);
    const has = { type: "key", fingerprint: expect.any(String), pem: expect.any(String) };
    expect(lines).toEqual([
      { ...has, use: "checkpoints" },
      { ...has, use: "exports" },
      { ...has, use: "requests", keyid, ...served },
    ]);
    const { out } = await call(["keys", "--config", config, "--data", data]);
    expect(out).toContain(keyid);
    expect(out.includes(DIRECTORY_PATH)).toBe("isServed" in served && served.isServed);
  },
);

it("in the settings, it needs the address at which the key is found", async () => {
  const { settingFaults } = await import("../../src/config/sense.ts");
  const of = (public_url?: string) =>
    settingFaults(settingsSchema.parse({ fetch: { sign: true }, web: { public_url } }), [], {});
  expect(of()).toEqual([{ path: ["fetch", "sign"], says: expect.stringContaining("needs web.public_url") }]);
  expect(of("http://watch.example.org")).toHaveLength(1);
  expect(of(AGENT)).toEqual([]);
});
