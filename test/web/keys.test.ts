/** Who signs stands on the page and in the API, so that an outsider can check what was signed without asking anybody. */
import { verify } from "node:crypto";
import { expect, it } from "vitest";
import { fingerprint as keyPrint, keysOf, publicPart } from "../../src/archive/chain/keys.ts";
import { readCheckpoint } from "../../src/archive/chain/signed.ts";
import { createApi } from "../../src/web/api.ts";
import type { Desk } from "../../src/web/desk.ts";
import { keysPage } from "../../src/web/keys-page.ts";
import { rehearse } from "../stand-ins/bot.ts";
import { readerIn } from "../stand-ins/reader.ts";

it("the key, and the newest checkpoint with its signature", async () => {
  const rehearsal = await rehearse();
  const { store } = rehearsal.bot;
  expect(String(await keysPage({ store }, readerIn("en")))).toContain("Nothing has been signed yet.");
  await rehearsal.at("2022-08-30T12:00:00Z");
  await rehearsal.bot.seal();
  const page = String(await keysPage({ store }, readerIn("en")));
  expect(page).toMatch(/SHA256:[\w+/]{43}/);
  const { exports } = keysOf(rehearsal.config.dataDirectory);
  expect(page).toContain(
    `signed by this key (ECDSA), as the checkpoint says: <code>${keyPrint(publicPart(exports))}</code>`,
  );
  const api = createApi({
    store,
    watches: [],
    clock: rehearsal.clock,
    settings: rehearsal.config.settings,
  } as unknown as Desk);
  const said = (await (await api.request("/keys")).json()) as {
    keys: { pem: string; fingerprint: string }[];
    checkpoint: { text: string; key: string; signature: string };
  };
  const { pem = "", fingerprint } = said.keys[0] ?? {};
  const { text, key, signature } = said.checkpoint;
  expect(key).toBe(fingerprint);
  expect(page).toContain(pem.split("\n")[1]);
  expect(verify(null, Buffer.from(text), pem, Buffer.from(signature, "base64"))).toBe(true);
  expect(readCheckpoint(text)?.heads).toEqual([expect.objectContaining({ number: expect.any(Number) })]);
});

it("a checkpoint is signed once a day, whatever the clock does, and each names the one before", async () => {
  const rehearsal = await rehearse();
  for (const instant of [
    "2022-08-30T12:00:00Z",
    "2022-08-30T23:00:00Z",
    "2022-08-31T00:10:00Z",
    "2022-08-31T13:00:00Z",
  ]) {
    await rehearsal.at(instant);
    await rehearsal.bot.seal();
  }
  await rehearsal.restart();
  await rehearsal.bot.seal();
  const [first, second, ...others] = await rehearsal.bot.store.checkpoints.all();
  expect(others).toEqual([]);
  expect(readCheckpoint(second?.text ?? "")?.before).toBe(first?.digest);
  expect(await rehearsal.bot.store.checkpoints.keys()).toHaveLength(1);
});
