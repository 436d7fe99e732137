/** A real PostgreSQL for all tests of a run, gone when they are over. */
import type { TestProject } from "vitest/node";
import { openPostgres } from "../../src/store/postgres.ts";
import { startPostgres } from "./postgres.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of the server, without a database's name. */
    postgres: string;
  }
}

/** With all tables, and nothing in them: each test's database is a copy. */
export const TEMPLATE = "template_of_coming_weeks";

/** What a test wrote need not outlive the machine. */
const FLAGS = ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200"];

export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const { address, createDatabase, stop } = await startPostgres(FLAGS);
  await createDatabase(TEMPLATE);
  const { database } = await openPostgres(`${address}/${TEMPLATE}`);
  await database.destroy();
  provide("postgres", address);
  return stop;
}
