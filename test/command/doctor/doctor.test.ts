/** What a stranger reads who set up a database or a bucket, and not yet rightly: a sentence each, with what to do. */
import pg from "pg";
import { beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { identify } from "../../../src/store/identity.ts";
import { call } from "../../stand-ins/command.ts";
import { folder } from "../../stand-ins/folder.ts";
import { SITE } from "../../stand-ins/ohchr.ts";
import { startOrigin } from "../../stand-ins/origin.ts";
import { startS3 } from "../../stand-ins/s3.ts";
import { newPostgres } from "../../stand-ins/stores.ts";

let data: string;
let database: string;
let doctor: (environment: Record<string, string>) => ReturnType<typeof call>;

beforeEach(async () => {
  const origin = await startOrigin();
  onTestFinished(() => origin.close());
  data = await folder();
  database = await newPostgres();
  doctor = (environment) =>
    call(["doctor", "--data", data, "--origin", `${SITE}=${origin.address}`], {
      DATABASE_URL: database,
      ...environment,
    });
});

describe("a database", () => {
  it("that works is named, without the password, and so is the folder, also beside a running bot", async () => {
    const { host, pathname } = new URL(database);
    const { out } = await doctor({});
    expect(out).toContain(`ok    store: PostgreSQL at ${host}${pathname}\nok    folder: ${data}\n`);
    const { release } = identify(data, "worker-1");
    onTestFinished(release);
    expect((await doctor({})).out).toContain(`ok    folder: ${data}, in use by a running bot\n`);
  });

  it.each([
    ["a wrong password", { password: "wrong" }, /password authentication failed .*; check the user and the password/],
    ["a host that is not there", { hostname: "db.invalid" }, /no host db\.invalid;|db\.invalid cannot be looked up/],
    ["a port where nobody listens", { port: "9" }, /nobody answers at 127\.0\.0\.1:9; check the port/],
    ["a host of two addresses", { host: "localhost:9" }, /nobody answers at localhost:9; check the port/],
    ["a database that is not there", { pathname: "/none" }, /database "none" does not exist; create it/],
  ])("with %s", async (_, wrong, says) => {
    const { code, out, error } = await doctor({ DATABASE_URL: Object.assign(new URL(database), wrong).href });
    expect([code, error]).toEqual([1, ""]);
    expect(out).toMatch(says);
    expect(out).toMatch(/^FAIL {2}store: DATABASE_URL: the database cannot be used: [^\n]+$/m);
  });

  it("whose user may make no tables", async () => {
    const url = new URL(database);
    const user = url.pathname.slice(1);
    await asked(
      database,
      `CREATE ROLE ${user} LOGIN PASSWORD 'secret'`,
      "DROP SCHEMA public CASCADE",
      "CREATE SCHEMA public",
    );
    await asked(database, `GRANT USAGE ON SCHEMA public TO ${user}`);
    onTestFinished(() => asked(database, `DROP OWNED BY ${user}`, `DROP ROLE ${user}`));
    url.username = user;
    expect((await doctor({ DATABASE_URL: url.href })).out).toContain(
      `permission denied for schema public; make ${user} the owner of the database, who may make tables in it\n`,
    );
  });

  it("that a newer version wrote", async () => {
    await asked(database, "INSERT INTO kysely_migration VALUES ('9999-of-tomorrow', '2099-01-01T00:00:00Z')");
    expect((await doctor({})).out).toContain(
      "FAIL  store: the data was written by a newer version of coming-weeks; use that version, or another database\n",
    );
  });
});

it("a bucket that is not there", async () => {
  const { environment } = await startS3();
  const { code, out } = await doctor({ ...environment, ARCHIVE_URL: "s3://elsewhere/archive" });
  expect(code).toBe(1);
  expect(out).toMatch(/^FAIL {2}archive: s3:\/\/elsewhere\/\S+: there is no such bucket; create it, or name another$/m);
});

async function asked(url: string, ...statements: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const statement of statements) await client.query(statement);
  await client.end();
}
