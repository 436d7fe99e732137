/** A file of the archive that somebody else reads: whether what passes by is whole gzip members, each with its checksum (RFC 1952). */
import { createGunzip } from "node:zlib";

export class PassingMembers {
  readonly #unpacking = createGunzip();
  /** It failed, or came to its end. */
  readonly #over: Promise<void>;
  #seen = 0;
  #fault: NodeJS.ErrnoException | undefined;

  constructor() {
    this.#over = new Promise((resolve) => {
      this.#unpacking.once("close", resolve);
    });
    this.#unpacking.on("error", (error) => {
      this.#fault = error;
    });
    this.#unpacking.resume();
  }

  /** In the order in which they stand in the file; resolves once they were looked at. */
  async see(bytes: Buffer): Promise<void> {
    this.#seen += bytes.length;
    // After a fault, nobody answers what is written.
    if (this.#unpacking.writable)
      await Promise.race([this.#over, new Promise((resolve) => this.#unpacking.write(bytes, resolve))]);
  }

  /** What is wrong with what was seen, as a sentence about the file goes on; undefined where it is whole. */
  async finish(): Promise<string | undefined> {
    if (this.#unpacking.writable) this.#unpacking.end();
    await this.#over;
    if (this.#fault?.code === "Z_BUF_ERROR") return "is cut off in the middle of a record";
    // What begins like no member is taken for the end of all.
    return this.#fault || this.#unpacking.bytesWritten < this.#seen ? "is damaged" : undefined;
  }
}
