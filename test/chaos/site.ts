/** Many hosts on loopback whose lists grow, and who note how they are asked: never two at once, never sooner than they may. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { listing, type Row } from "../stand-ins/ohchr.ts";

interface Host {
  name: string;
  /** On loopback, at a port of its own: by both it is known. */
  address: string;
  /** Its lists, by path. */
  lists: Map<string, Row[]>;
  requests: number;
}

export interface Site {
  hosts: Host[];
  /** What was rude, a sentence each. */
  faults: string[];
  close(): Promise<void>;
}

/** Requests are counted from the first byte to the last; a little less than the pace may be the way's doing. */
const TOLERANCE_MS = 60;

/** @param pace milliseconds that are to lie between two requests */
export async function startSite(hosts: number, listsEach: number, pace: number, answersIn = 20): Promise<Site> {
  const servers: Server[] = [];
  const site: Site = { hosts: [], faults: [], close: async () => undefined };
  for (let number = 0; number < hosts; number++) {
    const name = `host-${number + 1}`;
    const host: Host = { name, address: "", lists: new Map(), requests: 0 };
    for (let list = 0; list < listsEach; list++)
      host.lists.set(
        `/list-${list}`,
        [1, 2, 3, 4, 5, 6].map((item) => ({ title: `Older item ${item} of list ${list}` })),
      );
    let open = 0;
    let ended = Number.NEGATIVE_INFINITY;
    const server = createServer((request, response) => {
      host.requests += 1;
      const now = performance.now();
      if (open > 0) site.faults.push(`${name}: asked for ${request.url} while another request was being answered`);
      else if (now - ended < pace - TOLERANCE_MS)
        site.faults.push(`${name}: asked for ${request.url} ${Math.round(now - ended)} ms after the request before`);
      open += 1;
      response.once("close", () => {
        open -= 1;
        ended = performance.now();
      });
      const rows = host.lists.get(request.url ?? "");
      setTimeout(() => {
        if (!rows) response.writeHead(404).end();
        else response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(listing(rows));
      }, answersIn);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    host.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    servers.push(server);
    site.hosts.push(host);
  }
  site.close = async () => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  };
  return site;
}
