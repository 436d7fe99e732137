declare module "hoodiecrow-imap" {
  import type { Server as NetServer } from "node:net";

  interface Mailbox {
    messages: { flags: string[] }[];
  }
  export interface Server {
    server: NetServer;
    listen(port: number, host: string, done: () => void): void;
    close(done: () => void): void;
    getMailbox(path: string): Mailbox;
    getCommandHandler(command: string): unknown;
    appendMessage(mailbox: Mailbox, flags: string[], internaldate: string, raw: string): unknown;
  }
  export default function hoodiecrow(options: Record<string, unknown>): Server;
}
