/** A time authority is asked, and believed only where all of what it answers holds. */
import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../../src/archive/digest.ts";
import { askForStamp } from "../../../src/archive/stamp/asking.ts";
import { readStamp } from "../../../src/archive/stamp/token.ts";
import { later } from "../../../src/time/instant.ts";
import { type Manner, startAuthority, type TimeAuthority } from "../../stand-ins/authority.ts";
import { folder } from "../../stand-ins/folder.ts";
import { mutationsOf } from "../../stand-ins/mutations.ts";
import { fc } from "../../stand-ins/properties.ts";

const TEXT = "coming-weeks checkpoint 1\nat 2022-08-31T00:00:00.000Z\nbefore -\nhead 0a 1 00\n";
const now = () => new Date().toISOString();

async function ask(
  { url, ca }: TimeAuthority,
  { at = now(), hasRoot = true, allowsPrivateAddresses = true, signal = new AbortController().signal } = {},
) {
  const roots = hasRoot ? [await readFile(ca, "utf8")] : [];
  return askForStamp({ url, roots, allowsPrivateAddresses, contact: "https://example.org" }, TEXT, at, signal);
}

describe("a time authority that stamps", () => {
  it("is sent a digest and a number, and nothing else, and asked for its certificate", async () => {
    const authority = await startAuthority();
    await ask(authority);
    const [asked] = authority.asked;
    const dumped = (asked?.query ?? "").matchAll(/^ {4}\w{4} - (.{47})/gm);
    expect([...dumped].map(([, bytes = ""]) => bytes.replace(/[ -]/g, "")).join("")).toBe(sha256(Buffer.from(TEXT)));
    expect(asked?.query).toMatch(
      /Hash Algorithm: sha256\n[\s\S]*Policy OID: unspecified\nNonce: 0x[0-9A-F]{16}\nCertificate required: yes\nExtensions:\n$/,
    );
    expect(asked?.headers).toMatchObject({
      "content-type": "application/timestamp-query",
      "user-agent": "coming-weeks/0.1 (+https://example.org)",
    });
  });

  it.each([true, false])(
    "is believed, and what it gave holds for openssl as well (its root known: %s)",
    async (hasRoot) => {
      const authority = await startAuthority();
      const { token, stamp } = await ask(authority, { hasRoot });
      expect(stamp.authority).toBe("O=Stand-in, CN=Time authority tsa");
      expect(Math.abs(Date.parse(stamp.at) - Date.now())).toBeLessThan(60_000);
      const place = await folder();
      await writeFile(join(place, "token"), token);
      await writeFile(join(place, "text"), TEXT);
      const { stdout } = await promisify(execFile)(
        "openssl",
        ["ts", "-verify", "-token_in", "-in", "token", "-data", "text", "-CAfile", authority.ca],
        { cwd: place },
      );
      expect(stdout).toMatch(/Verification: OK/);
    },
  );
});

describe("an authority is not believed that", () => {
  it.each<[Manner, RegExp]>([
    ["hangs up", /^could not be reached \(UND_ERR_SOCKET\)$/],
    ["floods", /^is larger than \d+ bytes$|^could not be reached/],
    ["answers HTML", /^answered what is no time stamp$/],
    ["answers 503", /^answered 503$/],
    ["sends on", /^answered 302$/],
    ["refuses", /^refused \(status 2: .*\)$/],
    ["stamps something else", /^is of something else$/],
    ["signs with another root", /^is signed by nobody whom the root in the settings vouches for$/],
    ["signs with a TLS certificate", /^is signed with a certificate that is not for time stamps$/],
    ["changes the time", /^has a signature that does not hold$|^is signed by nobody/],
    ["leaves its certificate off", /^lacks the certificate of whoever signed it$/],
  ])("%s", async (manner, says) => {
    await expect(ask(await startAuthority(manner))).rejects.toThrow(says);
  });

  it("repeats what it answered before", async () => {
    const authority = await startAuthority("repeats an old answer");
    await ask(authority);
    await expect(ask(authority)).rejects.toThrow(/^answered something else than was asked$/);
  });

  it.each([-1, 1])("has another time than this machine (%s day)", async (days) => {
    await expect(ask(await startAuthority(), { at: later(now(), days * 86_400_000) })).rejects.toThrow(
      /one of both clocks is wrong$|before there was what it stamps/,
    );
  });

  it("stands at a private address, unless the settings allow that", async () => {
    const authority = await startAuthority();
    await expect(ask(authority, { allowsPrivateAddresses: false })).rejects.toThrow(
      /^leads to 127\.0\.0\.1, an address that is not public/,
    );
    expect(authority.asked).toEqual([]);
  });
});

it("who is stopped waits for no answer", async () => {
  const stop = new AbortController();
  const asking = ask(await startAuthority("hangs"), { signal: stop.signal });
  setImmediate(() => stop.abort());
  await expect(asking).rejects.toThrow(/^the bot was stopped meanwhile$/);
});

it("a token that was changed anywhere does not hold, or says the same", async () => {
  const authority = await startAuthority();
  const { token, stamp } = await ask(authority);
  const root = await readFile(authority.ca, "utf8");
  await fc.assert(
    fc.asyncProperty(mutationsOf(token), async (changed) => {
      const read = await readStamp(changed, TEXT, [root]).catch((error: Error) => error);
      if (read instanceof Error) expect(read.constructor.name).toBe("StampError");
      else expect(read).toEqual(stamp);
    }),
    { numRuns: 500 },
  );
});
