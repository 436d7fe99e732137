/** What `doctor` says of the time authority that the settings name. */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lookAtAuthority } from "../../../src/command/doctor/authority.ts";
import { type Manner, startAuthority } from "../../stand-ins/authority.ts";
import { rehearse } from "../../stand-ins/bot.ts";
import { folder } from "../../stand-ins/folder.ts";

async function said(manner: Manner, ca?: (given: string) => Promise<string | undefined>) {
  const authority = await startAuthority(manner);
  const root = ca ? await ca(authority.ca) : authority.ca;
  const { config, bot } = await rehearse({
    adjust: ({ settings }) => {
      settings.archive.time_stamps = { url: authority.url, ...(root ? { ca: root } : {}) };
      settings.fetch.allow_private_addresses = true;
    },
  });
  await bot.watcher.pass(true);
  await bot.seal();
  return lookAtAuthority(config, new Date().toISOString());
}

it("is that it stamps, as whom, and what waits for a stamp", async () => {
  expect(await said("stamps")).toEqual([
    {
      isGood: true,
      text: expect.stringMatching(
        /^time stamps: http:\S+ stamps, as O=Stand-in, CN=Time authority tsa; 1 checkpoint since the last stamp$/,
      ),
    },
  ]);
});

it("is that nothing but its own word stands behind it, where the settings name no root", async () => {
  const [finding] = await said("stamps", async () => undefined);
  expect(finding).toMatchObject({
    isGood: true,
    text: expect.stringMatching(/without `ca` in the settings, its own certificate is all that says so/),
  });
});

it.each<[Manner, RegExp]>([
  ["answers 503", /^time stamps: http:\S+ answered 503; 1 checkpoint since/],
  ["signs with another root", /is signed by nobody whom the root in the settings vouches for/],
])("is why it cannot be used, where it %s", async (manner, says) => {
  expect(await said(manner)).toEqual([{ isGood: false, text: expect.stringMatching(says) }]);
});

it.each<[string, (place: string) => Promise<string>, RegExp]>([
  [
    "is not there",
    async (place) => join(place, "none.pem"),
    /none\.pem cannot be read \(ENOENT\); name a file of certificates/,
  ],
  [
    "holds no certificate",
    (place) => writeFile(join(place, "x"), "x").then(() => join(place, "x")),
    /x holds no certificate; name/,
  ],
  [
    "holds what is none",
    (place) =>
      writeFile(join(place, "x"), "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----").then(() =>
        join(place, "x"),
      ),
    /x holds what is no certificate/,
  ],
])("is that the file of its root %s", async (_, at, says) => {
  const place = await folder();
  expect(await said("stamps", () => at(place))).toEqual([{ isGood: false, text: expect.stringMatching(says) }]);
});
