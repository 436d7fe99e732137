/** A server that does nothing but answer: what asking costs on this machine while others keep it busy. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const server = createServer((_, answer) => answer.end("ok")).listen(0, "127.0.0.1", () => {
  process.send?.((server.address() as AddressInfo).port);
});
process.on("disconnect", () => process.exit(0));
