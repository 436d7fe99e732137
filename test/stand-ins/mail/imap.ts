/**
 * An IMAP server on loopback: hoodiecrow, which is made for trying IMAP clients on (by the author of the client that the bot has),
 * speaks IMAP4rev1 over a socket, with STARTTLS or TLS where that is asked for, and keeps a mailbox in memory.
 */
import type { AddressInfo, Socket } from "node:net";
import hoodiecrow, { type Server } from "hoodiecrow-imap";
import { onTestFinished } from "vitest";

export const USER = "subscriber";
export const PASSWORD = "hunter2-of-the-mailbox";

export interface ImapServer {
  /** Of its INBOX. */
  url: string;
  port: number;
  /** What it was told, by command. */
  told: string[];
  /** Puts a message in, as if it had just come. */
  deliver(raw: Buffer, arrived?: string): void;
  /** The flags that a message has now. */
  flags(): string[][];
  remove(index: number): void;
}

interface Kind {
  way?: "plain" | "starttls" | "tls";
  credentials?: { key: string; cert: string };
}

export async function startImap({ way = "plain", credentials }: Kind = {}): Promise<ImapServer> {
  const server: Server = hoodiecrow({
    plugins: ["ID", "AUTH-PLAIN", ...(way === "starttls" ? ["STARTTLS"] : [])],
    storage: { INBOX: { messages: [] } },
    users: { [USER]: { password: PASSWORD } },
    secureConnection: way === "tls",
    ...(credentials ? { credentials } : {}),
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  const inbox = server.getMailbox("INBOX");
  const told: string[] = [];
  const handler = server.getCommandHandler;
  server.getCommandHandler = function (command) {
    told.push(command.toUpperCase());
    return handler.call(this, command);
  };
  // It writes an answer in pieces, and each would wait for the one before to be acknowledged.
  server.server.on(way === "tls" ? "secureConnection" : "connection", (socket: Socket) => socket.setNoDelay(true));
  onTestFinished(() => new Promise((resolve) => void server.close(resolve)));
  return {
    url: `${way === "tls" ? "imaps" : "imap"}://127.0.0.1:${port}/INBOX`,
    port,
    told,
    deliver: (raw, arrived = "31-Aug-2022 20:51:00 +0000") =>
      void server.appendMessage(inbox, [], arrived, raw.toString("latin1")),
    flags: () => inbox.messages.map(({ flags }) => [...flags]),
    remove: (index) => void inbox.messages.splice(index, 1),
  };
}
