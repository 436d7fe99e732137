/** What urlwatch (https://urlwatch.readthedocs.io) takes for the same pages, where it is installed. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What it takes to start is in both, and falls out. */
const [FEW, MANY] = [20, 220];
const ROUNDS = 3;

/** It reads the content of a page as text, as we do, and tells nobody. */
const job = (url: string) => `url: ${url}\nfilter:\n  - element-by-tag: main\n  - html2text\n`;
const CONFIG = "display: {error: true, new: false, unchanged: false}\nreport:\n  stdout: {enabled: false}\n";

/** @returns CPU of one job in ms, user and system, the least of the rounds; undefined where there is no urlwatch */
export function urlwatchCost(address: string, kind: string): number | undefined {
  const folder = mkdtempSync(join(tmpdir(), "coming-weeks-urlwatch-"));
  try {
    writeFileSync(join(folder, "config.yaml"), CONFIG);
    writeFileSync(join(folder, "hooks.py"), "");
    for (const jobs of [FEW, MANY]) {
      const urls = Array.from({ length: jobs }, (_, index) => job(`${address}/${kind}/${index}`));
      writeFileSync(join(folder, `${jobs}.yaml`), urls.join("---\n"));
      run(folder, jobs);
    }
    const rounds = Array.from({ length: ROUNDS }, () => run(folder, MANY) - run(folder, FEW));
    return Math.min(...rounds) / (MANY - FEW);
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** CPU of a run over so many jobs, in ms: what the shell says of its children. */
function run(folder: string, jobs: number): number {
  const command = `urlwatch --urls ${jobs}.yaml --config config.yaml --hooks hooks.py --cache ${jobs}.db >&2 && times`;
  const said = execFileSync("bash", ["-c", command], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [, children = ""] = said.trim().split("\n");
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + (Number(minutes) * 60 + Number(seconds)) * 1000,
    0,
  );
}
