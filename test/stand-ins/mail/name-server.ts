/** A resolver on loopback that says what a test has it say. While it runs, it is the one that this process asks. */
import { createSocket } from "node:dgram";
import dns from "node:dns";
import { decode, encode } from "dns-packet";
import { onTestFinished } from "vitest";

/** What it says of a name: a TXT record, several, that it does not know for now, or nothing at all. Of any other, that there is none. */
type Answer = string | string[] | "SERVFAIL" | "silence";

/** RFC 1035 §4.1.1, §3.3: an error, a name that is not there, and the pieces that a text comes in. */
const [SERVFAIL, NXDOMAIN] = [2, 3];
const PIECE = 255;

export interface NameServer {
  says: Map<string, Answer>;
  asked: string[];
}

export async function startNameServer(): Promise<NameServer> {
  const server: NameServer = { says: new Map(), asked: [] };
  const socket = createSocket("udp4");
  socket.on("message", (message, { port, address }) => {
    const { id, questions = [] } = decode(message);
    const name = questions[0]?.name.toLowerCase() ?? "";
    server.asked.push(name);
    const said = server.says.get(name);
    if (said === "silence") return;
    const texts = said === undefined || said === "SERVFAIL" ? [] : [said].flat();
    const code = said === "SERVFAIL" ? SERVFAIL : said === undefined ? NXDOMAIN : 0;
    const answers = texts.map((text) => ({ type: "TXT" as const, name, ttl: 60, data: pieces(text) }));
    // Recursion is desired, and available; the last four bits are the code.
    socket.send(encode({ type: "response", id: id ?? 0, flags: 0x0180 | code, questions, answers }), port, address);
  });
  await new Promise<void>((resolve) => socket.bind(0, "127.0.0.1", resolve));
  const usual = dns.getServers();
  dns.setServers([`127.0.0.1:${socket.address().port}`]);
  onTestFinished(() => {
    dns.setServers(usual);
    socket.close();
  });
  return server;
}

function pieces(text: string): string[] {
  return text.match(new RegExp(`.{1,${PIECE}}`, "gs")) ?? [""];
}
