/** The reader that others wrote has no types of its own. */
declare module "warc" {
  import type { Duplex } from "node:stream";
  export default class WARCStream extends Duplex {}
}
