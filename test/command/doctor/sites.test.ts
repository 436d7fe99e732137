/** A site that refuses: whose wall it is, and a letter to its keeper that a person can send as it is. */
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { call } from "../../stand-ins/command.ts";
import { folder } from "../../stand-ins/folder.ts";
import { SITE } from "../../stand-ins/ohchr.ts";
import { startOrigin } from "../../stand-ins/origin.ts";
import { type Fault, startHttpProxy, startSocks } from "../../stand-ins/proxies.ts";
import { behind, WALLS, type Wall } from "../../stand-ins/walls.ts";

/** One of each kind; that each is known for what it is, test/read/problem/walls.test.ts shows. */
const walls = (
  ["Cloudflare, a block", "AWS WAF, a challenge", "Akamai, a refusal", "Anubis, a challenge"] as const
).map((name): [string, Wall] => [name, WALLS[name]]);

async function doctorBefore(pages: ReturnType<typeof behind>, settings = "") {
  const origin = await startOrigin(pages);
  onTestFinished(() => origin.close());
  const [data, config] = [await folder(), await folder()];
  const file = join(config, "coming-weeks.yaml");
  const watches = join(import.meta.dirname, "../../../config/watches");
  await writeFile(file, `watches: ${watches}\n${settings}`);
  const common = ["--config", file, "--data", data, "--origin", `${SITE}=${origin.address}`];
  const doctor = async () => {
    const { code, out, error } = await call(["doctor", ...common]);
    const [said = "", letter] = out.split("\n--- ");
    return { code, error, said, letter: letter?.replaceAll(/\s+/g, " ") };
  };
  return { doctor, common, origin };
}

describe("doctor, on a site behind a wall", () => {
  it.each(walls)("of %s: says so, and writes to its keeper", async (_, wall) => {
    const { doctor } = await doctorBefore(behind(wall), "fetch: { contact: bot@example.org }");
    const { code, error, said, letter } = await doctor();
    expect([code, error]).toEqual([1, ""]);
    expect(said).toMatch(
      /^FAIL {2}network: https:\/\/www\.ohchr\.org .*: the site refuses this machine; a letter to its keeper stands below/m,
    );
    if (wall.vendor) expect(said).toContain(`(${wall.vendor})`);
    expect(letter).toMatch(/^a letter to the keeper of www\.ohchr\.org, to be sent by you ---/);
    expect(letter).toContain("coming-weeks/0.1 (+bot@example.org)");
    expect(letter).toContain("“OHCHR assessment of the human rights situation in Xinjiang”");
    expect(letter).toMatch(/Refused: \d{4}-\d\d-\d\d \d\d:\d\d UTC, https:\/\/www\.ohchr\.org\/en\//);
    expect(letter).toMatch(
      /\d+ addresses of yours, at most \d+ requests an hour, never two at once, and 5 seconds or more/,
    );
    if (wall.reference) expect(letter).toContain(wall.reference);
    expect(letter).toContain(wall.visitor ?? "[the address that this machine is seen from]");
  });

  it("gives the address that the settings name, says since when the bot is refused, and that it signs", async () => {
    const { doctor, common } = await doctorBefore(
      behind(WALLS["Cloudflare, a challenge"]),
      "fetch: { outgoing_address: 93.184.216.9, sign: true }\nweb: { public_url: https://watch.example.org }",
    );
    await call(["check", ...common, "--at", "2022-01-05T10:00:00Z"]);
    const { letter } = await doctor();
    expect(letter).toContain("Since 2022-01-05 10:00 UTC your site refuses it.");
    expect(letter).toContain("93.184.216.9");
    expect(letter).toMatch(/custom rule .* action Skip/);
    expect(letter).toContain("https://watch.example.org/.well-known/http-message-signatures-directory");
  });

  it("says where the contact in it is nobody’s yet", async () => {
    const wall = behind(WALLS["Cloudflare, a challenge"]);
    expect((await (await doctorBefore(wall)).doctor()).letter).toContain("write yours under fetch.contact first");
    const named = await (await doctorBefore(wall, "fetch: { contact: bot@example.org }")).doctor();
    expect(named.letter).not.toContain("write yours");
  });

  it("writes no letter where the site answers, nor where its keeper asks robots away", async () => {
    expect((await (await doctorBefore({})).doctor()).letter).toBeUndefined();
    const asksAway = behind(WALLS.Imperva, {
      headers: { "content-type": "text/plain" },
      body: "User-agent: *\nDisallow: /",
    });
    const { said, letter } = await (await doctorBefore(asksAway)).doctor();
    expect(said).toMatch(/robots\.txt asks robots not to read this address: its keeper asks robots away; ask them/);
    expect(letter).toBeUndefined();
  });

  it("makes what a wall says of itself inert", async () => {
    const evil = {
      ...WALLS["Cloudflare, a challenge"].answer,
      headers: { "cf-mitigated": "challenge", "cf-ray": "a\u009b31m--- @everyone" },
    };
    const { doctor } = await doctorBefore(behind({ vendor: "Cloudflare", answer: evil }));
    const { letter, said } = await doctor();
    expect(`${said}${letter}`).not.toMatch(/\u009b/);
  });
});

describe("doctor, of a proxy", () => {
  const PASSWORD = "proxy-pass-word-7f3";
  async function saidOf(scheme: string, port: number, environment: NodeJS.ProcessEnv = {}) {
    const proxy = `${scheme}://127.0.0.1:${port}`;
    const { common } = await doctorBefore({}, `fetch: { proxy: "${proxy}", time_to_headers: 1s }`);
    const { out } = await call(["doctor", ...common], environment);
    expect(out).not.toContain(PASSWORD);
    return out.split("\n").filter((line) => line.includes("proxy at"));
  }
  const fails = (port: number, why: string, from = "fetch.proxy") => [
    `FAIL  network: the proxy at 127.0.0.1:${port} (${from}) cannot be used (${why}), and nothing is fetched without it: see that it runs there, and that its address, name and password are right`,
  ];
  const NO_PROXY = "it does not answer as a proxy does";

  it.each<[string, Fault | "works", string]>([
    ["socks5h", "hangs", NO_PROXY],
    ["socks5h", "garbage", NO_PROXY],
    ["socks5h", "ends", NO_PROXY],
    ["http", "hangs", NO_PROXY],
    ["http", "garbage", NO_PROXY],
    ["http", "ends", "ECONNRESET"],
    ["socks5h", "works", ""],
    ["socks5h", "refuses", ""],
    ["http", "works", ""],
    ["http", "refuses", ""],
  ])("%s that %s", async (scheme, fault, why) => {
    const start = scheme === "http" ? startHttpProxy : startSocks;
    const { port } = await start(fault === "works" ? {} : { fault });
    const names = scheme === "http" ? "on this machine" : "by it";
    const good = `ok    network: all that is fetched goes by the proxy at 127.0.0.1:${port}; names are looked up ${names}`;
    expect(await saidOf(scheme, port)).toEqual(why === "" ? [good] : fails(port, why));
  });

  it("that is not there, that is a web server, and that the environment names", async () => {
    expect(await saidOf("socks5h", 1)).toEqual(fails(1, "ECONNREFUSED"));
    const server = createServer((_, response) => void response.writeHead(400).end()).on("connect", (_, socket) =>
      socket.end("HTTP/1.1 405 No\r\n\r\n"),
    );
    onTestFinished(() => void server.close());
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const environment = { FETCH_PROXY: `http://me:${PASSWORD}@127.0.0.1:${port}` };
    expect(await saidOf("socks5h", 1, environment)).toEqual(fails(port, "it answers 405", "FETCH_PROXY"));
  });
});
