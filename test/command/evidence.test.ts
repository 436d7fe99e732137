/** `evidence export` as people use it: of a notice or a piece of evidence, to wherever they say. */
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { noticeId } from "../../src/judge/notice.ts";
import { call } from "../stand-ins/command.ts";
import { partsOf, publishedCase } from "../stand-ins/exported.ts";
import { folder } from "../stand-ins/folder.ts";
import { TITLE } from "../stand-ins/ohchr.ts";

const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString();
const json = (bytes: Uint8Array | undefined) => JSON.parse(text(bytes));

it("of a piece of evidence brings every message about it", async () => {
  const { rehearsal, published } = await publishedCase();
  const [notice] = rehearsal.told.filter(({ kind }) => kind === "published");
  const id = notice?.kind === "published" ? (notice.proofs[0]?.id ?? "") : "";
  const out = join(await folder(), "case.wacz");
  const data = rehearsal.config.dataDirectory;
  expect(await call(["evidence", "export", id, "--data", data, "--out", out])).toMatchObject({ code: 0 });
  const parts = await partsOf(out);
  expect(json(parts["evidence/evidence.json"])).toMatchObject({ id, title: TITLE });
  expect(json(parts[`evidence/notice-${published}.json`])).toMatchObject({ id: published, kind: "published" });
});

it("of what rests on no page brings the journal’s own account", async () => {
  const { rehearsal, exported } = await publishedCase();
  const [started] = rehearsal.told.filter(({ kind }) => kind === "overdue");
  const { file, ran } = await exported(started && noticeId(started));
  expect(ran).toMatchObject({ code: 0, error: "" });
  expect(text((await partsOf(file))["indexes/index.cdx"])).toContain("metadata://coming-weeks/journal");
  expect((await call(["archive", "verify", file])).code).toBe(0);
});

it.each<[string, (place: string) => Promise<string>, RegExp]>([
  [
    "in a folder that is not there",
    async (place) => join(place, "none/case.wacz"),
    /there is no folder .*none; name another file with --out\n$/,
  ],
  [
    "below a file",
    (place) => writeFile(join(place, "file"), "").then(() => join(place, "file/case.wacz")),
    /cannot be written \(ENOTDIR\); name another/,
  ],
  [
    "where something is",
    (place) => mkdir(join(place, "case.wacz")).then(() => join(place, "case.wacz")),
    /is there already; name another/,
  ],
])("to a file %s is one sentence, and leaves nothing behind", async (_, at, says) => {
  const { rehearsal, published } = await publishedCase();
  const place = await folder();
  const out = await at(place);
  const before = await readdir(place);
  const ran = await call(["evidence", "export", published, "--data", rehearsal.config.dataDirectory, "--out", out]);
  expect(ran).toMatchObject({ code: 2, out: "", error: expect.stringMatching(says) });
  expect(ran.error.match(/\n/g)).toHaveLength(1);
  expect(await readdir(place)).toEqual(before);
});

it("says what is not there any more, and exits with 1", async () => {
  const { rehearsal, exported } = await publishedCase();
  const directory = join(rehearsal.config.dataDirectory, "archive");
  const [first = ""] = (await readdir(directory)).sort();
  await rm(join(directory, first));
  const { ran, file } = await exported();
  expect(ran.code).toBe(1);
  const lacking =
    /The capture [0-9a-f]{64} of https:\/\/\S+ is not enclosed: its file coming-weeks-20220830-0001\.warc\.gz is not there any more/;
  expect(ran.error).toMatch(lacking);
  expect(text((await partsOf(file))["evidence/README.txt"])).toMatch(lacking);
  expect((await call(["archive", "verify", file])).code).toBe(0);
});

it("says what whoever checks it will hear: that its key was made anew since", async () => {
  const { rehearsal, exported } = await publishedCase();
  expect((await exported()).ran).toMatchObject({ code: 0, out: expect.stringMatching(/^[^\n]*\n$/) });
  await call(["keys", "--new", "--data", rehearsal.config.dataDirectory]);
  const { ran, file } = await exported();
  expect(ran).toMatchObject({
    code: 0,
    out: expect.stringMatching(/\nNo checkpoint that it encloses names the key that signed it/),
  });
  expect((await call(["archive", "verify", file])).code).toBe(1);
});

it("knows only what there is", async () => {
  const { exported } = await publishedCase({ isSealed: false });
  expect((await exported("nonsense")).ran).toMatchObject({
    code: 2,
    error: expect.stringMatching(/no notice and no evidence "nonsense"/),
  });
});
