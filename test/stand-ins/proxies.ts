/** Proxies on loopback that write down where they were asked to connect to, and lead to one server whatever that was. */
import { once } from "node:events";
import { createServer as createHttpServer } from "node:http";
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface Proxy {
  port: number;
  /** host:port, as it was asked. */
  asked: string[];
  /** name:password, as they were given. */
  known: string[];
  /** What came through, in bytes of the client's. */
  sent: Buffer[];
}

/** What a proxy does instead of its work. */
export type Fault = "refuses" | "hangs" | "garbage" | "ends";

interface Serving {
  /** Where all that goes through ends; nowhere when left out. */
  to?: string | undefined;
  fault?: Fault | undefined;
  wantsPassword?: boolean | undefined;
}

/** SOCKS 5 (RFC 1928, 1929). */
export async function startSocks({ to, fault, wantsPassword }: Serving = {}): Promise<Proxy> {
  const proxy: Proxy = { port: 0, asked: [], known: [], sent: [] };
  const server = createServer(async (client) => {
    client.on("error", () => undefined);
    if (fault === "ends") return void client.destroy();
    const read = readerOf(client);
    await read((await read(2))[1] ?? 0);
    if (fault === "garbage") return void client.write("HTTP/1.1 400 Bad Request\r\n\r\n");
    if (fault === "hangs") return;
    client.write(Buffer.from([5, wantsPassword ? 2 : 0]));
    if (wantsPassword) {
      const text = async () => String(await read((await read(1))[0] ?? 0));
      await read(1);
      proxy.known.push(`${await text()}:${await text()}`);
      client.write(Buffer.from([1, 0]));
    }
    const [, , , form] = await read(4);
    const host = form === 3 ? String(await read((await read(1))[0] ?? 0)) : addressOf(await read(form === 1 ? 4 : 16));
    proxy.asked.push(`${host}:${(await read(2)).readUInt16BE()}`);
    // RFC 1928 §6: 2 is "connection not allowed by ruleset".
    client.write(Buffer.from([5, fault === "refuses" ? 2 : 0, 0, 1, 0, 0, 0, 0, 0, 0]));
    if (fault !== "refuses") lead(client, proxy, to);
  });
  return listening(server, proxy);
}

/** HTTP's CONNECT (RFC 9110 §9.3.6). */
export async function startHttpProxy({ to, fault }: Serving = {}): Promise<Proxy> {
  const proxy: Proxy = { port: 0, asked: [], known: [], sent: [] };
  const server = createHttpServer((_, response) => response.writeHead(405).end());
  server.on("connect", ({ url = "", headers }, client: Socket) => {
    client.on("error", () => undefined);
    proxy.asked.push(url);
    proxy.known.push(String(Buffer.from(headers["proxy-authorization"]?.slice(6) ?? "", "base64")));
    if (fault === "hangs") return;
    if (fault === "ends") return void client.destroy();
    if (fault === "garbage") return void client.end("what?\r\n\r\n");
    client.write(fault === "refuses" ? "HTTP/1.1 403 No\r\n\r\n" : "HTTP/1.1 200 Connected\r\n\r\n");
    if (fault !== "refuses") lead(client, proxy, to);
  });
  return listening(server, proxy);
}

async function listening(server: Server, proxy: Proxy): Promise<Proxy> {
  const clients = new Set<Socket>();
  server.on("connection", (client) => clients.add(client));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    for (const client of clients) client.destroy();
    server.close();
  });
  proxy.port = (server.address() as AddressInfo).port;
  return proxy;
}

function lead(client: Socket, proxy: Proxy, to: string | undefined): void {
  client.on("data", (piece) => proxy.sent.push(piece));
  client.resume();
  if (to === undefined) return;
  const onward = connect(Number(new URL(to).port), "127.0.0.1");
  onward.on("error", () => client.destroy());
  client.on("close", () => onward.destroy());
  client.pipe(onward).pipe(client);
}

/** Reads so many bytes of a socket, one time after the other. */
function readerOf(socket: Socket): (count: number) => Promise<Buffer> {
  let had = Buffer.alloc(0);
  socket.pause();
  return async (count) => {
    while (had.length < count) {
      const piece = socket.read() as Buffer | null;
      if (piece) had = Buffer.concat([had, piece]);
      else await once(socket, "readable");
    }
    const asked = had.subarray(0, count);
    had = had.subarray(count);
    return asked;
  };
}

function addressOf(bytes: Buffer): string {
  if (bytes.length === 4) return [...bytes].join(".");
  return `[${(bytes.toString("hex").match(/.{4}/g) ?? []).map((group) => Number.parseInt(group, 16).toString(16)).join(":")}]`;
}
