/** The archive, looked through and handed on. */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { writeBundle } from "../archive/bundle.ts";
import { archiveFiles } from "../archive/files.ts";
import { bytesOf } from "../archive/source.ts";
import { verify } from "../archive/verify.ts";
import { ARCHIVE_FOLDER } from "../bot/parts.ts";
import { UsageError } from "../language/plain-error.ts";
import { Store } from "../store/store.ts";
import { type CommonOptions, context, stoppable } from "./context.ts";
import { progressBar, table } from "./print.ts";

export async function verifyArchive(options: CommonOptions): Promise<number> {
  const given = options.arguments;
  const directory = given.length > 0 ? "" : join(context(options, "warn").config.dataDirectory, ARCHIVE_FOLDER);
  const files = given.length > 0 ? given : archiveFiles(directory).map((name) => join(directory, name));
  if (files.length === 0)
    throw new UsageError(`${directory}: holds no archive yet; run \`check\` or \`start\` first, or name WARC files`);
  const store = given.length > 0 ? undefined : await citedBy(options);
  const bar = progressBar("Verifying  [{bar}] {percentage}%");
  const total = bytesOf(files);
  bar.start(Math.max(1, total), 0);
  const { faults, faulty, records, captures, cited } = await stoppable(
    () => verify(files, store, (bytes) => bar.increment(bytes)),
    () => bar.stop(),
  ).finally(() => bar.stop());
  if (options.json)
    process.stdout.write(
      `${JSON.stringify({ type: "verified", files: files.length, bytes: total, records, captures, cited, faulty, faults })}\n`,
    );
  else {
    for (const fault of faults.slice(0, MAX_FAULTS_SHOWN)) process.stderr.write(`${fault}\n`);
    if (faulty > MAX_FAULTS_SHOWN)
      process.stderr.write(`… and ${(faulty - MAX_FAULTS_SHOWN).toLocaleString("en")} more\n`);
    process.stdout.write(
      table([
        ["Files", `${files.length} (${(total / 1e6).toFixed(1)} MB)`],
        ["Records", records.toLocaleString("en")],
        ["Captures", captures.toLocaleString("en")],
        ...(store ? [["Citations that hold", `${cited} of ${store.citations.length}`] as const] : []),
        [
          "Verdict",
          faulty === 0
            ? "every digest and every citation holds"
            : faulty === 1
              ? "1 fault"
              : `${faulty.toLocaleString("en")} faults`,
        ],
      ]),
    );
  }
  return faulty === 0 ? 0 : 2;
}

const MAX_FAULTS_SHOWN = 50;

async function citedBy(options: CommonOptions) {
  const { config } = context(options, "warn");
  return Store.beside(
    config,
    async (store) => store && { ...(await store.citations.all()), end: await store.citations.end() },
  );
}

export async function exportNotice(options: CommonOptions & { notice: string; out?: string }): Promise<number> {
  const { config } = context(options, "warn");
  const id = options.notice;
  const found = await Store.beside(config, async (store) => {
    const notice = await store?.notices.one(id);
    return store && notice && { notice, ...(await store.citations.all()) };
  });
  if (!found) throw new UsageError(`There is no notice "${id}"; \`notices --json\` lists them with their ids.`);
  const folder = options.out ?? `notice-${id}`;
  const directory = join(config.dataDirectory, ARCHIVE_FOLDER);
  if (!existsSync(directory)) throw new UsageError(`${directory}: there is no archive`);
  const { captures, bytes } = await writeBundle(directory, { id, notice: found.notice }, found.citations, folder);
  process.stdout.write(
    `${folder}: ${captures} captures (${(bytes / 1e3).toFixed(1)} kB), the notice, and how to check them\n`,
  );
  return 0;
}
