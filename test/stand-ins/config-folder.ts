/** A config in a folder of its own, as a person would have it. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { folder } from "./folder.ts";

/** @param watches by the names of their files @returns the file of the settings; the watches stand beside it */
export async function configFolder(settings: string, watches: Readonly<Record<string, string>>): Promise<string> {
  const place = await folder();
  const file = join(place, "coming-weeks.yaml");
  await mkdir(join(place, "watches"));
  await writeFile(file, settings);
  for (const [name, text] of Object.entries(watches)) await writeFile(join(place, "watches", name), text);
  return file;
}
