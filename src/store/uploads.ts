/** The archive's files that were taken to the bucket, whoever wrote them. */
import type { Uploaded, Uploads } from "../archive/upload.ts";
import type { InstantText } from "../time/instant.ts";
import { put } from "./put.ts";
import type { Database } from "./tables.ts";

export class ArchiveUploads implements Uploads {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Those that were removed as well: their names are not given anew. */
  async all(): Promise<Uploaded[]> {
    return this.#database.selectFrom("uploaded").selectAll().orderBy("file").execute();
  }

  async note(uploaded: Uploaded): Promise<void> {
    await put(this.#database, "uploaded", uploaded).execute();
  }

  /** Notes that it is in the bucket no longer. */
  async remove(file: string, removed_at: InstantText): Promise<void> {
    await this.#database.updateTable("uploaded").set({ removed_at }).where("file", "=", file).execute();
  }
}
