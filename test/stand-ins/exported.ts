/** A bot that saw the publication and signed a checkpoint the day after, and what it exports of that. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { unzipSync } from "fflate";
import { noticeId } from "../../src/judge/notice.ts";
import { type Rehearsal, rehearse } from "./bot.ts";
import { call, type Ran } from "./command.ts";
import { folder } from "./folder.ts";
import { publishedReport } from "./ohchr.ts";

export interface Case {
  rehearsal: Rehearsal;
  /** Of the notice that says so. */
  published: string;
  /** Exports what an id stands for. @returns the file, and what the command said */
  exported(id?: string): Promise<{ file: string; ran: Ran }>;
}

/** @param isSealed whether a checkpoint was signed since */
export async function publishedCase({ isSealed = true } = {}): Promise<Case> {
  const rehearsal = await rehearse();
  await rehearsal.at("2022-08-30T12:00:00Z");
  Object.assign(rehearsal.origin.pages, publishedReport());
  await rehearsal.at("2022-08-31T21:50:00Z");
  await rehearsal.at("2022-08-31T22:00:00Z");
  const [notice] = rehearsal.told.filter(({ kind }) => kind === "published");
  const published = notice ? noticeId(notice) : "";
  if (isSealed) {
    await rehearsal.at("2022-09-01T00:10:00Z");
    await rehearsal.bot.seal();
  }
  await rehearsal.bot.store.settle();
  const data = rehearsal.config.dataDirectory;
  const exported = async (id = published) => {
    const file = join(await folder(), "case.wacz");
    return { file, ran: await call(["evidence", "export", id, "--data", data, "--out", file]) };
  };
  return { rehearsal, published, exported };
}

/** The files of a WACZ, by path. */
export async function partsOf(file: string): Promise<Record<string, Uint8Array>> {
  return unzipSync(await readFile(file));
}

/** Unpacks it as a stranger would. @returns the folder */
export async function unpacked(file: string): Promise<string> {
  const place = await folder();
  for (const [path, bytes] of Object.entries(await partsOf(file))) {
    await mkdir(dirname(join(place, path)), { recursive: true });
    await writeFile(join(place, path), bytes);
  }
  return place;
}
