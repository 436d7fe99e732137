/**
 * Where the program begins. What Node compiles of it, and of its packages, is kept for the next time: a third of what a command
 * takes. In a folder of the user's own, as what stands there is run; where there can be none, the program is compiled anew.
 */
import { existsSync, mkdirSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { homedir } from "node:os";
import { join } from "node:path";

// Node 22 and 23 read TypeScript, and go no further than this; older ones say so themselves.
if (Number.parseInt(process.versions.node, 10) < 24) await import("../bin/coming-weeks.cjs" as string);
else await begin();

async function begin(): Promise<void> {
  // The image brings its own (Dockerfile).
  if (!process.env.NODE_COMPILE_CACHE) keepCompiled();
  const { commandLine } = await import("./command/command-line.ts").catch(sayNotLoaded);
  await commandLine(process.argv.slice(2));
}

/** Too few open files are allowed even for that, or what was installed is not whole. */
function sayNotLoaded(error: NodeJS.ErrnoException): never {
  // bin/coming-weeks.cjs says what to do about packages that are not there.
  if (error.code === "ERR_MODULE_NOT_FOUND") throw error;
  process.stderr.write(
    `coming-weeks cannot be loaded: ${error.message}; raise the limit of open files (ulimit -n) where it is that, or install it anew\n`,
  );
  process.exit(1);
}

function keepCompiled(): void {
  try {
    const caches = process.env.XDG_CACHE_HOME || join(homedir(), ".cache");
    const own = join(caches, "coming-weeks");
    // One by one: where a folder can never be, as in /proc, Node goes on trying for ever.
    for (const folder of [caches, own]) if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
    enableCompileCache(own);
  } catch {
    // A home that is read-only, or none.
  }
}
