/** Reviews a large log as `log review FILE` does: the seconds it takes, and the most memory, in MiB. */
import { linesOfFile } from "../../src/log/lines.ts";
import { emptyReview, review } from "../../src/log/review.ts";

const [file = ""] = process.argv.slice(2);
const started = performance.now();
const read = emptyReview();
for await (const line of linesOfFile(file)) if (line) review(read, line);
process.send?.({
  lines: read.lines,
  seconds: (performance.now() - started) / 1000,
  peak: process.resourceUsage().maxRSS / 1024,
});
process.disconnect?.();
