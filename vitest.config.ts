/** How the tests run: most of what a file of them costs is loading the bot, so it is loaded once, and compiled once. */
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

// For whatever the tests start as well: threads that read, and processes of the command line.
process.env.NODE_COMPILE_CACHE ??= join(tmpdir(), "coming-weeks-compiled");

/**
 * Vitest begins with the file that took longest, so that none is left alone at the end. Where it has never run, it goes by their
 * size, and knows nothing of short files that take long.
 */
const LONGEST = /hostile-|strangers|\/requests|suppressions/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.test(moduleId);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

export default defineConfig({
  test: {
    dir: "test",
    // Files share the modules of their worker: what a module keeps between two calls must hurt no test, as it must hurt no bot.
    isolate: false,
    globalSetup: "test/stand-ins/postgres.setup.ts",
    // One more than there are cores: now and then each waits, for a disk, a process or a moment of Discord's.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
});
