/** What the settings may say of the page, and what only looks safe. */
import { get } from "node:http";
import { describe, expect, it } from "vitest";
import type { Secrets } from "../../src/config/secrets.ts";
import { OPEN_TO_THE_WORLD, settingWarnings } from "../../src/config/sense.ts";
import { settingsSchema } from "../../src/config/settings.ts";
import { webFaults, webSchema } from "../../src/config/web.ts";
import { livingBot } from "../stand-ins/living-bot.ts";

const SECRET = "what-only-the-proxy-knows";
const HEADER = { trusted_header: "X-Forwarded-User" };
const PROXIES = { trusted_proxies: ["172.18.0.0/16"] };

/** The fault of the settings, or of them with the environment. */
function faultOf(web: object, secret?: string): string | undefined {
  const { data, error } = webSchema.safeParse(web);
  return error ? error.issues[0]?.message : webFaults(data ?? webSchema.parse({}), secret)[0]?.says;
}

describe("a header that names visitors", () => {
  it.each<[string, object, string | undefined]>([
    ["with neither addresses nor a secret", HEADER, undefined],
    ["with addresses alone", { ...HEADER, ...PROXIES }, undefined],
    ["with a secret alone", HEADER, SECRET],
  ])("%s is refused, and says what it needs", (_, web, secret) => {
    expect(faultOf(web, secret)).toMatch(/needs web\.trusted_proxies.*and WEB_PROXY_SECRET/);
  });

  it("with both is taken; and addresses without it are", () => {
    expect(faultOf({ ...HEADER, ...PROXIES }, SECRET)).toBeUndefined();
    expect(faultOf(PROXIES)).toBeUndefined();
  });
});

describe("an address of a proxy", () => {
  it.each(["10.0.0.1", "10.0.0.0/8", "::1", "2001:db8::/32"])("may be %s", (range) => {
    expect(faultOf({ trusted_proxies: [range] })).toBeUndefined();
  });

  it.each(["", "proxy", "10.0.0", "10.0.0.0/33", "10.0.0.0/", "1/8", "10.0.0.1:80"])("is not “%s”", (range) => {
    expect(faultOf({ trusted_proxies: [range] })).toBe(
      "must be an address, or a range of addresses such as 172.18.0.0/16",
    );
  });

  it.each(["0.0.0.0/0", "::/0"])("is not %s, which is every one", (range) => {
    expect(faultOf({ trusted_proxies: [range] })).toBe("names every address there is; name those of the proxy");
  });
});

it.each(["https://a.org", "a:80", "*", "-", ".org", "a b", ""])("a name by which it is asked is not “%s”", (name) => {
  expect(faultOf({ names: [name] })).toBe("must be a host's name, such as coming-weeks.internal");
});

describe("the address that people open", () => {
  it("may come from the environment, and goes before the settings", { timeout: 60_000 }, async () => {
    const web = { public_url: "https://old.example.org" };
    const bot = await livingBot({ COMING_WEEKS_PUBLIC_URL: "https://watch.example.org" }, { web });
    const status = (host: string) =>
      new Promise((resolve, reject) => {
        get(`${bot.live.page}/`, { headers: { host } }, (answer) => resolve(answer.resume().statusCode)).on(
          "error",
          reject,
        );
      });
    // By it nobody is let in without a password, and by any other it is not answered at all.
    expect([await status("watch.example.org"), await status("old.example.org")]).toEqual([403, 421]);
  });

  it("is refused where it is none", { timeout: 60_000 }, async () => {
    const begun = livingBot({ COMING_WEEKS_PUBLIC_URL: "watch.example.org" });
    await expect(begun).rejects.toThrow("COMING_WEEKS_PUBLIC_URL: is not an address; it looks like https://");
  });
});

it.each(["short", "with a space in its middle", "ünlesbar-und-lang-genug"])("a secret is not “%s”", async (secret) => {
  await expect(livingBot({ WEB_PROXY_SECRET: secret })).rejects.toThrow("WEB_PROXY_SECRET: must be 16 to 256");
});

it.each<[string, object, Secrets, boolean]>([
  ["nothing before it", {}, {}, true],
  ["a password", {}, { webPassword: "a long password" }, false],
  ["a proxy that names its visitors", { trusted_header: "x-user" }, {}, false],
  ["a host that is shut without a password", { host: "0.0.0.0" }, {}, false],
  ["no page", { enabled: false }, {}, false],
  ["a name of this machine's", { public_url: "http://localhost:8080" }, {}, false],
])(
  "an address that people open, with %s, is warned of where anybody could change the watches",
  (_, web, secrets, isOpen) => {
    const settings = settingsSchema.parse({
      fetch: { contact: "desk@example.org" },
      web: { public_url: "https://watch.example.org", ...web },
    });
    expect(settingWarnings(settings, secrets)).toEqual(
      isOpen ? [{ path: ["web", "public_url"], says: OPEN_TO_THE_WORLD }] : [],
    );
  },
);
