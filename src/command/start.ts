/** The bot, until it is told to stop. At SIGHUP it reads its config anew. */
import { once } from "node:events";
import { isatty } from "node:tty";
import { live as goLive } from "../bot/lives.ts";
import type { Role } from "../bot/role.ts";
import { doubtsOf } from "../config/doubts.ts";
import { ConfigError } from "../config/fault.ts";
import { areLent } from "../config/shipped.ts";
import { createLog, logStreams } from "../log/log.ts";
import { LogTap } from "../log/tap.ts";
import { sourcesIn } from "../message/figures.ts";
import { makeFolder } from "../store/folder.ts";
import { type CommonOptions, context, endAtSignal, sayBroken, stackOf } from "./context.ts";
import { lastGood, sayFaults } from "./in-force.ts";
import { goOnUnprinted } from "./printing.ts";

/** As shells count it: 128 and the signal's number. */
const HUNG_UP = 129;
/** SIGTERM to the end of the process, at the most. */
const STOP_WITHIN_MS = 9000;

export async function start(options: CommonOptions & { role: Role }): Promise<number> {
  const { config, clock, read, faults } = await startable(options);
  sayFaults(faults);
  const { role } = options;
  const { settings, secrets, watches, dataDirectory } = config;
  const streams = logStreams(settings, dataDirectory, () => makeFolder(dataDirectory));
  const tap = new LogTap();
  const log = createLog(settings.log.level, tap.on(streams.stream));
  if (streams.fault)
    log.error({ event: "cannot-log", error: streams.fault.message }, "the log goes to standard error alone");
  for (const fault of read ? doubtsOf(read, clock.now()).faults : [])
    log.warn({ event: "config-doubted", fault }, fault);
  if (config.origin && areLent(config.origin.file))
    log.warn(
      { event: "config-lent" },
      "what ships with the program holds; `coming-weeks init` makes a copy to change in ./config",
    );
  // Each step is written whole: what was not is done anew at the next start.
  process.prependListener("uncaughtException", (error) => {
    log.error({ event: "broken", error: String(error), stack: stackOf(error) }, sayBroken(error));
    process.exit(1);
  });
  goOnUnprinted((error) => log.error({ event: "cannot-print", error }, "what is told in the terminal is not printed"));
  const ending = endAtSignal();
  const live = await goLive({ config, clock, log, tap, ending, role });
  reloadAtHangup(
    () => void live.reload().catch(() => undefined),
    () => ending.begin(HUNG_UP),
  );
  log.info(
    {
      event: "started",
      watches: watches.map((watch) => watch.id),
      sources: sourcesIn(watches.flatMap((watch) => watch.sources)).written,
      data: dataDirectory,
      ...(secrets.databaseUrl ? { role, worker: config.worker } : {}),
      ...(live.page ? { page: `${live.page}/`, health: `${live.page}/healthz` } : {}),
    },
    "started",
  );
  if (!ending.begun.aborted) await Promise.race([once(ending.begun, "abort"), live.failed]);
  log.info({ event: "stopping" }, "stopping");
  // A host that never answers must not hold up the end; nothing is lost, as each step was recorded whole.
  const deadline = setTimeout(() => {
    log.warn({ event: "stopped", isClean: false }, "stopped without waiting any longer");
    process.exit(0);
  }, STOP_WITHIN_MS);
  await live.stop();
  clearTimeout(deadline);
  log.info({ event: "stopped", isClean: true }, "stopped");
  streams.close();
  // A gateway that is down goes on being connected to by discord.js, even after its client was destroyed.
  process.exit(0);
}

/** A database that is away is waited for by the bot itself. */
async function startable(options: CommonOptions) {
  try {
    return { ...context(options), faults: [] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return lastGood(options);
  }
}

/** Of a bot that was begun in a terminal, the same signal says that the terminal is closed. */
function reloadAtHangup(reload: () => void, end: () => void): void {
  const hadTerminal = isatty(1);
  process.on("SIGHUP", () => (hadTerminal && !isatty(1) ? end() : reload()));
}
