/**
 * What a check costs when several workers share a PostgreSQL, and one alone has SQLite: time of the database, CPU of the workers, rows and
 * bytes. The hosts stand on loopback; worker, database and site have the machine together, so CPU a check counts and not checks a second.
 */
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { Fleet } from "../chaos/fleet.ts";
import { startSite } from "../chaos/site.ts";
import { type Postgres, startPostgres } from "../stand-ins/postgres.ts";

const HOSTS = 50;
/** Sources, and seconds between two looks at one: no more than some twenty checks a second, which two cores can do. */
const SIZES = [
  { sources: 100, every: 10 },
  { sources: 1000, every: 60 },
  { sources: 10_000, every: 600 },
];
const WORKERS = [1, 2, 4];
const MEASURED_MS = 30_000;
const MOST_WAITED_MS = 1_200_000;
/** Ticks of the clock by which Linux counts a process's time (sysconf(_SC_CLK_TCK), proc(5)). */
const TICK_MS = 10;

/** @param words the sizes that are measured; all when empty */
export async function scaleCost(words = ""): Promise<void> {
  const wanted = words.split(" ").filter(Boolean).map(Number);
  const sizes = SIZES.filter(({ sources }) => wanted.length === 0 || wanted.includes(sources));
  console.log(`Checks without news, on ${availableParallelism()} cores that worker, database and site share\n`);
  console.log("sources   workers    checks   worker CPU   database time   database CPU     rows    bytes      WAL");
  console.log("                      a second   ms a check     ms a check     ms a check  a check  a check  a check");
  const postgres = await startPostgres([]);
  try {
    for (const { sources, every } of sizes) {
      show(sources, "SQLite", await measured(sources, every, 1, undefined));
      for (const workers of WORKERS) show(sources, String(workers), await measured(sources, every, workers, postgres));
    }
  } finally {
    await postgres.stop();
  }
}

interface Cost {
  perSecond: number;
  workerCpu: number;
  databaseTime: number | undefined;
  databaseCpu: number | undefined;
  rows: number | undefined;
  bytes: number;
  log: number | undefined;
}

function show(sources: number, workers: string, cost: Cost): void {
  const figures: [number | undefined, number, number][] = [
    [cost.perSecond, 9, 1],
    [cost.workerCpu, 12, 2],
    [cost.databaseTime, 15, 2],
    [cost.databaseCpu, 14, 2],
    [cost.rows, 8, 1],
    [cost.bytes, 8, 0],
    [cost.log, 8, 0],
  ];
  const shown = figures.map(([figure, width, digits]) => (figure?.toFixed(digits) ?? "").padStart(width));
  console.log(sources.toLocaleString("en").padEnd(10) + workers.padEnd(8) + shown.join(""));
}

interface Counted {
  checks: number;
  bytes: number;
  databaseTime?: number;
  databaseCpu?: number;
  rows?: number;
  log?: number;
}

async function measured(
  sources: number,
  every: number,
  workers: number,
  postgres: Postgres | undefined,
): Promise<Cost> {
  const folder = await mkdtemp(join(tmpdir(), "coming-weeks-scale-"));
  const site = await startSite(HOSTS, sources / HOSTS, 0, 0);
  const name = `scale_${sources}_${workers}`;
  await postgres?.createDatabase(name);
  const databaseUrl = postgres && `${postgres.address}/${name}`;
  const fleet = new Fleet({ folder, site, databaseUrl, every, floor: 0.05 });
  await fleet.writeConfig();
  const client = databaseUrl ? new pg.Client({ connectionString: databaseUrl }) : undefined;
  await client?.connect();
  // Until a worker has begun there are no tables.
  const count = () =>
    (client ? countedIn(client) : countedInSqlite(join(folder, "worker-1"))).catch(
      (): Counted => ({ checks: 0, bytes: 0 }),
    );
  try {
    for (let worker = 1; worker <= workers; worker++) fleet.begin(`worker-${worker}`);
    for (let waited = 0; (await count()).checks < sources * 1.2; waited += 1000) {
      if (waited > MOST_WAITED_MS) throw new Error(`${name}: the workers do not come to an end`);
      await wait(1000);
    }
    const before = { ...(await count()), cpu: cpuOf(fleet.pids), at: performance.now() };
    await wait(MEASURED_MS);
    const after = { ...(await count()), cpu: cpuOf(fleet.pids), at: performance.now() };
    const checks = after.checks - before.checks;
    const each = (what: "databaseTime" | "databaseCpu" | "rows" | "log") =>
      after[what] === undefined ? undefined : (after[what] - (before[what] ?? 0)) / checks;
    return {
      perSecond: checks / ((after.at - before.at) / 1000),
      workerCpu: (after.cpu - before.cpu) / checks,
      bytes: (after.bytes - before.bytes) / checks,
      databaseTime: each("databaseTime"),
      databaseCpu: each("databaseCpu"),
      rows: each("rows"),
      log: each("log"),
    };
  } finally {
    await fleet.stop();
    await client?.end();
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** What PostgreSQL counts: the time in which statements were executed, rows, and what it wrote ahead. */
async function countedIn(client: pg.Client): Promise<Counted> {
  // What is counted is shown when the one who counts it is idle.
  await client.query("SELECT pg_stat_force_next_flush(), pg_stat_clear_snapshot()");
  const { rows } = await client.query(`
    SELECT (SELECT coalesce(sum(looks), 0) FROM look_day)::int AS checks, active_time AS "databaseTime",
      (tup_inserted + tup_updated)::float AS rows,
      (SELECT sum(pg_total_relation_size(inhrelid)) FROM pg_inherits WHERE inhparent = 'look'::regclass)::float AS bytes,
      pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::float AS log, pg_backend_pid() AS pid
    FROM pg_stat_database WHERE datname = current_database()`);
  const { pid, ...counted } = rows[0];
  return { ...counted, databaseCpu: cpuOfServer(pid) };
}

async function countedInSqlite(folder: string): Promise<Counted> {
  const files = await readdir(folder).catch((): string[] => []);
  if (!files.includes("coming-weeks.db")) return { checks: 0, bytes: 0 };
  const database = new DatabaseSync(join(folder, "coming-weeks.db"), { readOnly: true });
  try {
    const asked = (text: string) => Number(Object.values(database.prepare(text).get() ?? {})[0] ?? 0);
    const checks = asked("SELECT sum(looks) FROM look_day");
    return { checks, bytes: asked("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size") };
  } finally {
    database.close();
  }
}

/** CPU of some processes, in milliseconds; nothing where the system has no /proc. */
function cpuOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + (timesOf(pid)?.own ?? 0), 0);
}

/** CPU of a server and of all processes that it has and had, in milliseconds. @param backend one of them */
function cpuOfServer(backend: number): number {
  const server = timesOf(timesOf(backend)?.parent ?? 0);
  if (!server) return 0;
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const children = all.map((name) => timesOf(Number(name))).filter((one) => one?.parent === server.pid);
  return server.own + server.ended + children.reduce((sum, child) => sum + (child?.own ?? 0), 0);
}

/** Times in milliseconds: a process's own, and those of its children that ended (proc(5), stat). */
function timesOf(pid: number): { pid: number; parent: number; own: number; ended: number } | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1").split(") ").at(-1)?.split(" ").map(Number) ?? [];
    const [parent = 0, user = 0, system = 0, endedUser = 0, endedSystem = 0] = [1, 11, 12, 13, 14].map(
      (at) => fields[at],
    );
    return { pid, parent, own: (user + system) * TICK_MS, ended: (endedUser + endedSystem) * TICK_MS };
  } catch {
    return undefined;
  }
}
