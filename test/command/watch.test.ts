/** `watch` and `statement new`: what cannot be meant, or is not there, is one sentence, and changes nothing. */
import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import { call } from "../stand-ins/command.ts";
import { folder } from "../stand-ins/folder.ts";

const ID = "xinjiang-assessment";
const AT = "2022-03-15T12:00:00Z";

it.each<[string, string[], string]>([
  ["muted until a day that is past", ["watch", "mute", ID, "--until", "2022-03-14"], "which is still to come"],
  ["muted until today", ["watch", "mute", ID, "--until", "2022-03-15"], "which is still to come"],
  [
    "given a statement of a day to come",
    ["statement", "new", "--watch", ID, "--on", "2022-03-16", "--said-by", "X", "--phrase", "in the coming weeks"],
    "has not come yet",
  ],
  ["taken from no file", ["watch", "import", "none.yaml"], "none.yaml: cannot be read (ENOENT)"],
  ["taken from a folder", ["watch", "import", "config"], "config: is a folder"],
  ["written where a file is", ["watch", "export", "--out", "file"], "file: cannot be used (EEXIST)"],
  ["named so that a terminal would obey", ["watch", "remove", "a\u001b[2J\u0007"], 'There is no watch "a";'],
])("a watch that is %s stays as it is", async (_, words, says) => {
  const place = await folder();
  const [config, file] = [join(place, "config"), join(place, "file")];
  await cp(new URL("../../config", import.meta.url), config, { recursive: true });
  await writeFile(file, "");
  const watch = () => readFile(join(config, "watches", `${ID}.yaml`), "utf8");
  const before = await watch();
  const here: Record<string, string> = { config, file, "none.yaml": join(place, "none.yaml") };
  const common = ["--config", join(config, "coming-weeks.yaml"), "--data", join(place, "data"), "--at", AT];
  const ran = await call([...words.map((word) => here[word] ?? word), ...common]);
  expect(ran).toMatchObject({ code: 2, out: "", error: expect.stringContaining(says) });
  expect(ran.error.split("\n")).toHaveLength(2);
  expect(await watch()).toBe(before);
});
