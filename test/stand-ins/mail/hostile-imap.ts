/** A server that should speak IMAP and does something else: a script of what it answers to which command, over a bare socket. */

import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** What is sent in return: a text, or whatever is done with the socket. `%` stands for the command's tag. */
type Answer = string | ((socket: Socket, tag: string, line: string) => void);
export type Script = Partial<
  Record<"greeting" | "CAPABILITY" | "LOGIN" | "EXAMINE" | "SEARCH" | "HEADS" | "STARTTLS" | "MESSAGE", Answer>
>;

const HEAD = "From: press@office.example.org\r\nDKIM-Signature: v=1; d=office.example.org; s=news\r\n\r\n";
const ORDINARY: Required<Script> = {
  greeting: "* OK ready\r\n",
  CAPABILITY: "* CAPABILITY IMAP4rev1\r\n% OK\r\n",
  STARTTLS: "% BAD\r\n",
  LOGIN: "% OK\r\n",
  EXAMINE: "* 1 EXISTS\r\n* OK [UIDVALIDITY 1]\r\n* OK [UIDNEXT 2]\r\n% OK [READ-ONLY]\r\n",
  SEARCH: "* SEARCH 1\r\n% OK\r\n",
  HEADS: `* 1 FETCH (UID 1 RFC822.SIZE 100 INTERNALDATE "31-Aug-2022 20:51:00 +0000" BODY[HEADER.FIELDS (from dkim-signature)] {${HEAD.length}}\r\n${HEAD})\r\n% OK\r\n`,
  MESSAGE: `* 1 FETCH (UID 1 BODY[]<0> {${HEAD.length}}\r\n${HEAD})\r\n% OK\r\n`,
};

/** @returns its port, and all that it was told */
export async function startHostileImap(script: Script): Promise<{ port: number; told: () => string }> {
  const answers = { ...ORDINARY, ...script };
  const sockets = new Set<Socket>();
  let told = "";
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    const say = (answer: Answer, tag: string, line: string) => {
      if (typeof answer === "function") answer(socket, tag, line);
      else socket.write(answer.replaceAll("%", tag), "latin1");
    };
    say(answers.greeting, "*", "");
    let rest = "";
    socket.on("data", (piece) => {
      told += piece.toString("latin1");
      const lines = (rest + piece.toString("latin1")).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        const [tag = "", ...words] = line.split(" ");
        say(answerTo(words.join(" ").toUpperCase(), answers), tag, line);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, told: () => told };
}

function answerTo(command: string, answers: Required<Script>): Answer {
  if (command.startsWith("CAPABILITY")) return answers.CAPABILITY;
  if (command.startsWith("STARTTLS")) return answers.STARTTLS;
  if (/^(?:LOGIN|AUTHENTICATE)/.test(command)) return answers.LOGIN;
  if (/^(?:EXAMINE|SELECT)/.test(command)) return answers.EXAMINE;
  if (/SEARCH/.test(command)) return answers.SEARCH;
  if (/FETCH.*HEADER/.test(command)) return answers.HEADS;
  if (/FETCH/.test(command)) return answers.MESSAGE;
  return "% OK\r\n";
}

/** Sends the same again and again, as fast as it is taken. */
export function flood(piece: string, before = ""): Answer {
  return (socket) => {
    const block = Buffer.from(piece.repeat(Math.ceil(65_536 / piece.length)), "latin1");
    if (before) socket.write(before, "latin1");
    const more = () => {
      while (!socket.destroyed && socket.write(block));
    };
    socket.on("drain", more);
    more();
  };
}

export const hangs: Answer = () => undefined;
export const hangsUp: Answer = (socket) => void socket.destroy();
