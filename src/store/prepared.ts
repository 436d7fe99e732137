/**
 * Queries whose text is made once: where they are asked at every check, making it anew costs several times what running it does. They
 * are still built by Kysely, for whichever database it speaks to.
 */
import { type Compilable, type CompiledQuery, createQueryId, type QueryCreator } from "kysely";
import type { Database, Tables } from "./tables.ts";

/** Stands in a query for a value that comes with each call. */
class Place {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/**
 * @param build is called once, with something that stands for each value of the first call
 * @returns what runs the query. All calls must give values of the same names
 */
export function prepared<V extends object, R>(
  build: (tables: QueryCreator<Tables>, values: V) => Compilable<R>,
): (database: Database, values: V) => Promise<R[]> {
  // A database and its transactions share one adapter.
  const made = new WeakMap<object, CompiledQuery<R>>();
  return async (database, values) => {
    const { adapter } = database.getExecutor();
    const query = made.get(adapter) ?? build(database, placesFor(values)).compile();
    made.set(adapter, query);
    const given = values as Readonly<Record<string, unknown>>;
    const parameters = query.parameters.map((part) => (part instanceof Place ? given[part.name] : part));
    return (await database.executeQuery<R>({ ...query, parameters, queryId: createQueryId() })).rows;
  };
}

function placesFor<V extends object>(values: V): V {
  return Object.fromEntries(Object.keys(values).map((name) => [name, new Place(name)])) as V;
}
