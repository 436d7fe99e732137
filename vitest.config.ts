/** How the tests run: most of what a file of them costs is loading the bot, so it is loaded once, and compiled once. */
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";

// For whatever the tests start as well: threads that read, and processes of the command line.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), "coming-weeks-compiled");

export default defineConfig({
  test: {
    dir: "test",
    // Files share the modules of their worker: what a module keeps between two calls must hurt no test, as it must hurt no bot.
    isolate: false,
    maxWorkers: "100%",
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
