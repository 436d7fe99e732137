/**
 * The bench's site: a listing of 100 KB that stays the same, changes in its banner or in a block of its content, or has a new item at
 * every request.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { HOSTILE } from "../stand-ins/hostile.ts";
import { listing, ordinaryRows } from "../stand-ins/ohchr.ts";

const PAD = `<script>${"var pad = 'what a site carries besides its content';\n".repeat(900)}</script>`;
const MENU = `<nav>${'<a href="/x">A menu entry among many</a>\n'.repeat(1000)}</nav>`;
let requests = 0;

function page(path: string): string {
  requests += 1;
  const rows = ordinaryRows(path.startsWith("/rotating") ? 50 : 15, 0);
  if (path.startsWith("/changed"))
    rows.unshift({ title: `Item number ${requests}`, url: `/en/news/${requests}`, date: "1 March 2022" });
  const banner = path.startsWith("/noisy") ? `Visitor ${requests}` : "Welcome";
  const block = path.startsWith("/rotating") ? `<aside><p>Did you know? Fact number ${requests}</p></aside>` : "";
  return listing(rows, { banner })
    .replace("</main>", `${block}</main>`)
    .replace("</head>", `${PAD}</head>`)
    .replace("<header>", `<header>${MENU}`);
}

const bomb = HOSTILE.find(({ name }) => name.endsWith("whose page unpacks to 1 GB of text"));
const same = gzipSync(page("/same"));
const server = createServer((request, response) => {
  const path = request.url ?? "/";
  if (path === "/robots.txt") return void response.writeHead(404).end();
  if (path === "/bomb.pdf")
    return void response.writeHead(200, { "content-type": "application/pdf" }).end(bomb?.body());
  response
    .writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" })
    .end(path.startsWith("/same") ? same : gzipSync(page(path)));
});
server.listen(0, "127.0.0.1", () => process.send?.(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
