/** Servers that refuse whatever they are asked, and say in their answer all that they were sent: every header, the address, the body. */
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

export interface Echo {
  address: string;
  /** How often it was asked. */
  asked: number;
}

/** Of any HTTP service: Discord's, S3's, the Wayback Machine's; a proxy as well. */
export async function startEcho(): Promise<Echo> {
  const echo: Echo = { address: "", asked: 0 };
  const server = createServer(async (request, response) => {
    echo.asked += 1;
    const said = [request.url, ...Object.values(request.headers), await bodyOf(request)].join(" | ");
    const bytes = Buffer.from(said);
    // Another one first each time: who reads no more than a beginning reads each.
    const ways = [
      said,
      encodeURIComponent(said),
      bytes.toString("base64"),
      encodeURI(said).toLowerCase(),
      bytes.toString("hex"),
      JSON.stringify(said),
      [...said].map((character) => `&#${character.codePointAt(0)};`).join(""),
      bytes.toString("base64url").replace(/.{76}/g, "$&\r\n"),
    ];
    const first = echo.asked % ways.length;
    const message = [...ways.slice(first), ...ways.slice(0, first)].join("\n");
    response.statusMessage = said.replace(/[^\x20-\x7e]/g, "").slice(0, 500);
    const isXml = request.url?.startsWith("/bucket") ?? false;
    response.writeHead(400, {
      "content-type": isXml ? "application/xml" : "application/json",
      "x-echo": encodeURIComponent(said).slice(0, 2000),
    });
    const escaped = message.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
    response.end(
      isXml
        ? `<Error><Code>Refused</Code><Message>${escaped}</Message></Error>`
        : JSON.stringify({ message, code: 50035, errors: { content: { _errors: [{ code: said, message }] } } }),
    );
  }).listen(0, "127.0.0.1");
  server.on("connect", ({ url, headers }, socket) => {
    echo.asked += 1;
    const said = `${url} ${Buffer.from(headers["proxy-authorization"]?.slice(6) ?? "", "base64")}`;
    socket.end(`HTTP/1.1 407 no, not ${said}\r\nx-echo: ${encodeURIComponent(said)}\r\n\r\n${said}`);
  });
  await once(server, "listening");
  onTestFinished(() => void server.close());
  echo.address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return echo;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString("utf8").slice(0, 2000);
}

/** PostgreSQL's: asks for the password, and says it in its refusal (https://www.postgresql.org/docs/current/protocol-message-formats.html). */
export async function startEchoingDatabase(): Promise<Echo> {
  const echo: Echo = { address: "", asked: 0 };
  const server = createSocketServer((socket: Socket) => {
    socket.on("error", () => undefined);
    socket.on("data", (sent) => {
      if (sent[0] !== 0x70) {
        const wantsTls = sent.length === 8;
        const passwordPlease = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 3]);
        return void socket.write(wantsTls ? "N" : passwordPlease);
      }
      echo.asked += 1;
      const password = sent.subarray(5, -1).toString();
      const fields = Buffer.from(`SFATAL\0C28P01\0Mno, not ${password}, nor ${encodeURIComponent(password)}\0\0`);
      const head = Buffer.alloc(5);
      head.write("E");
      head.writeInt32BE(fields.length + 4, 1);
      socket.end(Buffer.concat([head, fields]));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  echo.address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return echo;
}
