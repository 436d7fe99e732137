/**
 * What the program reaches of its packages, copied into a folder of their own: typings, maps, tests, other builds and other machines'
 * binaries stay behind. Found by reading the code (@vercel/nft), so that no list has to be kept; what is asked for by a computed name is
 * said here. Then every file of the program is loaded with nothing else there: what is missing ends the building of the image.
 *
 *   node keep.mjs PROGRAM FOLDER
 */
import { spawnSync } from "node:child_process";
import { cpSync, existsSync, globSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { join, relative, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { nodeFileTrace } from "@vercel/nft";

const [program, folder] = process.argv.slice(2).map((path) => resolve(path));
const sources = globSync("src/**/*.ts", { cwd: program }).filter((file) => file !== "src/config/write-schemas.ts");

const { fileList, warnings } = await nodeFileTrace(
  sources.map((file) => join(program, file)),
  {
    base: program,
    readFile: async (path) => {
      if (!existsSync(path)) return null;
      return path.endsWith(".ts") ? stripTypeScriptTypes(await readFile(path, "utf8")) : readFile(path);
    },
  },
);
const unread = [...warnings].filter(
  ({ message }) => message.startsWith("Failed to parse") && message.includes(`${program}/src/`),
);
if (unread.length > 0) throw new Error(unread.map(({ message }) => message).join("\n"));

const { FONT_FILES } = await import(pathToFileURL(join(program, "src/message/fonts.ts")).href);
const reached = [...fileList, ...FONT_FILES.map((file) => relative(program, file))].filter((file) =>
  file.startsWith("node_modules/"),
);
/** Every package's licence goes with it. */
const packages = new Set(reached.map((file) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)[0]));
const licences = [...packages].flatMap((path) =>
  readdirSync(join(program, path))
    .filter((name) => /^(licen[cs]e|copying|notice|package\.json)/i.test(name))
    .map((name) => join(path, name)),
);
for (const file of new Set([...reached, ...licences]))
  cpSync(join(program, file), join(folder, file), { recursive: true, mode: 0 });

// As it is in the image.
for (const part of ["src", "config", "package.json"])
  cpSync(join(program, part), join(folder, part), { recursive: true });
const all = sources.filter((file) => file !== "src/main.ts").map((file) => pathToFileURL(join(folder, file)).href);
const load = `for (const file of ${JSON.stringify(all)}) await import(file); process.exit(0)`;
const { status } = spawnSync(process.execPath, ["--input-type=module", "--eval", load], { stdio: "inherit" });
if (status !== 0) throw new Error("something that the program needs was left behind: see above");
