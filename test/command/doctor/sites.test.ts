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
import { type Pages, startOrigin } from "../../stand-ins/origin.ts";
import { type Fault, startHttpProxy, startSocks } from "../../stand-ins/proxies.ts";
import { behind, WALLS, type Wall } from "../../stand-ins/walls.ts";

/** One of each kind; that each is known for what it is, test/read/problem/walls.test.ts shows. */
const walls = (
  ["Cloudflare, a block", "AWS WAF, a challenge", "Akamai, a refusal", "Anubis, a challenge"] as const
).map((name): [string, Wall] => [name, WALLS[name]]);

const PAGE =
  "<html><head><title>News</title></head><body><main><h1>News</h1><p>All is as it was.</p></main></body></html>";

const watchOf = (site: string) => `title: A report
publisher: { name: P, zone: UTC, hosts: [${new URL(site).hostname}] }
statements: [{ on: 2022-01-01, by: P, phrase: soon }]
evidence: { titles: [A report], subject: [[report]], topic: [report] }
sources:
  - { id: news, kind: page, url: "${site}/news" }
  - { id: walled, kind: page, url: "${site}/walled" }
  - { id: walled-too, kind: page, url: "${site}/walled-too" }
`;

/** @param watch the shipped one when left out */
async function doctorBefore(pages: Pages, settings = "", watch?: string) {
  const origin = await startOrigin(pages);
  onTestFinished(() => origin.close());
  const [data, config] = [await folder(), await folder()];
  const file = join(config, "coming-weeks.yaml");
  const watches = watch === undefined ? join(import.meta.dirname, "../../../config/watches") : await folder();
  if (watch !== undefined) await writeFile(join(watches, "x.yaml"), watch);
  const sites = [SITE, "https://www.office.example.org"];
  await writeFile(file, `watches: ${watches}\n${settings}`);
  const common = [
    "--config",
    file,
    "--data",
    data,
    ...sites.flatMap((site) => ["--origin", `${site}=${origin.address}`]),
  ];
  const doctor = async () => {
    const { code, out, error } = await call(["doctor", ...common]);
    const [said = "", letter, ...more] = out.split("\n--- ");
    expect(more).toEqual([]);
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

  it("that stands before a part of it: what the bot found refused is asked as well, and the keeper is written to once", async () => {
    const { answer } = WALLS["Cloudflare, a challenge"];
    const { doctor, common, origin } = await doctorBefore(
      { "/news": PAGE, "/walled": answer, "/walled-too": answer },
      "fetch: { contact: bot@example.org, floor: 1s }",
      watchOf("https://www.office.example.org"),
    );
    const network = async () => {
      const { code, said, letter } = await doctor();
      return { code, letter, lines: said.split("\n").filter((line) => /network: .*office/.test(line)) };
    };
    const good = "ok    network: https://www.office.example.org answers (asked for news, of 3 sources there)";
    expect((await network()).lines).toEqual([good]);
    await call(["check", ...common, "--at", "2022-01-05T10:00:00Z"]);
    const before = origin.requests.length;
    const { code, letter, lines } = await network();
    expect(code).toBe(1);
    expect(lines).toEqual([
      good,
      "FAIL  network: walled: https://www.office.example.org/walled answered 403 (Cloudflare): the site refuses this machine; a letter to its keeper stands below, to be sent by you",
      "FAIL  network: https://www.office.example.org refused further sources when the bot looked last: walled-too",
    ]);
    expect(letter).toMatch(
      /Since 2022-01-05 10:00 UTC your site refuses it.*, https:\/\/www\.office\.example\.org\/walled:/,
    );
    expect(letter).toContain("and 1 second or more between two");
    expect(origin.requests.slice(before).map(({ path }) => path)).not.toContain("/walled-too");
    Object.assign(origin.pages, { "/walled": PAGE, "/walled-too": PAGE });
    expect(await network()).toMatchObject({
      letter: undefined,
      lines: [
        good,
        "ok    network: walled: https://www.office.example.org/walled answers",
        "ok    network: walled-too: https://www.office.example.org/walled-too answers",
      ],
    });
  });

  it("never gives this machine’s address where a proxy is to hide it", async () => {
    const { port } = await startSocks();
    const { doctor } = await doctorBefore(
      behind(WALLS["Cloudflare, a block"]),
      `fetch: { contact: bot@example.org, outgoing_address: 93.184.216.9, proxy: "socks5h://127.0.0.1:${port}" }`,
    );
    const { letter } = await doctor();
    expect(letter).toContain("Address: [sites see the proxy’s exit: write the address that it has there");
    expect(letter).not.toMatch(/93\.184\.216\.9|203\.0\.113\.7/);
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
  /** Of the public Internet; it is not asked in these tests. */
  const PUBLIC = "https://93.184.216.34";
  const PASSWORD = "proxy-pass-word-7f3";
  async function saidOf(scheme: string, port: number, environment: NodeJS.ProcessEnv = {}, site = PUBLIC) {
    const proxy = `${scheme}://127.0.0.1:${port}`;
    const settings = `fetch: { proxy: "${proxy}", time_to_headers: 1s, floor: 1s, retries: 0 }`;
    const { common } = await doctorBefore({}, settings, watchOf(site));
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

  it.each([
    ["socks5", "93.184.216.34:443"],
    ["socks5h", "93.184.216.34:443"],
    ["http", "93.184.216.34:443"],
  ])("of %s is asked for an address, as what is fetched is", async (scheme, asked) => {
    const proxy = await (scheme === "http" ? startHttpProxy() : startSocks());
    await saidOf(scheme, proxy.port);
    expect(new Set(proxy.asked)).toEqual(new Set([asked]));
  });

  it("that looks no names up is given none, and led to no private address: where it cannot be tried, that is said", async () => {
    const proxy = await startSocks();
    const [said, ...others] = await saidOf("socks5", proxy.port, {}, "https://localhost");
    expect(said).toMatch(
      /^FAIL {2}network: the proxy at .* was not tried: names are looked up on this machine, and that fails \(localhost: leads to localhost at .*, an address that is not public/,
    );
    expect([others, proxy.asked]).toEqual([[], []]);
  });

  it("by which what a rehearsal serves does not go says so", async () => {
    const { port } = await startSocks();
    const [said] = await saidOf("socks5h", port, {}, SITE);
    expect(said).toContain(
      `all that is fetched goes by the proxy at 127.0.0.1:${port}, but for what \`fetch.origins\` has`,
    );
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
