/**
 * ReplayWeb.page as it is published, served from loopback with its service worker: what most people open a WACZ with. It is under the AGPL,
 * which is why it is a dependency of these tests alone: nothing of it is in what the bot is or makes.
 */
import { createReadStream, statSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { onTestFinished } from "vitest";

const PACKAGE = new URL(".", import.meta.resolve("replaywebpage/index.html"));
const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  wacz: "application/wacz",
};

/** @param file the WACZ that it shows @returns its address */
export async function startReplayer(file: string): Promise<string> {
  const server = createServer(({ url = "/", headers }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    const name = pathname === "/" ? "index.html" : pathname.slice(1);
    const path = name === "case.wacz" ? file : fileURLToPath(new URL(name, PACKAGE));
    const size = statSync(path, { throwIfNoEntry: false })?.size;
    if (size === undefined) return void response.writeHead(404).end();
    const [, from = "", to = ""] = /^bytes=(\d*)-(\d*)$/.exec(headers.range ?? "") ?? [];
    const start = from === "" && to !== "" ? Math.max(0, size - Number(to)) : Number(from);
    const end = from === "" || to === "" ? size - 1 : Math.min(size - 1, Number(to));
    response.writeHead(headers.range ? 206 : 200, {
      "content-type": TYPES[name.split(".").at(-1) ?? ""] ?? "application/octet-stream",
      "content-length": end - start + 1,
      "accept-ranges": "bytes",
      ...(headers.range ? { "content-range": `bytes ${start}-${end}/${size}` } : {}),
    });
    createReadStream(path, { start, end }).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
