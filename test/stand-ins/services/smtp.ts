/** A real server for mail, on loopback (smtp-server), that can be told what each step of the next mails meets with. */
import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { onTestFinished } from "vitest";

/** A step of SMTP, and what it answers; `broken` breaks the connection there, after what it says. */
export interface SmtpTrouble {
  at: "connect" | "auth" | "from" | "to" | "data";
  code?: number;
  says?: string;
  /** Breaks the connection once the mail was taken. */
  isBroken?: boolean;
}

export interface Smtp {
  url: string;
  mails: { to: string; email: Email }[];
  troubles: SmtpTrouble[];
  connections: number;
}

export async function startSmtp({ isEncrypted = false, hasUsers = false } = {}): Promise<Smtp> {
  const smtp: Smtp = { url: "", mails: [], troubles: [], connections: 0 };
  const next = (at: SmtpTrouble["at"]) => {
    const index = smtp.troubles.findIndex((one) => one.at === at);
    return index < 0 ? undefined : smtp.troubles.splice(index, 1)[0];
  };
  const refusal = ({ code = 451, says = "try again later" }: SmtpTrouble) =>
    Object.assign(new Error(says), { responseCode: code });
  const server = new SMTPServer({
    authOptional: !hasUsers,
    allowInsecureAuth: true,
    disabledCommands: isEncrypted ? [] : ["STARTTLS"],
    logger: false,
    onConnect: (_, done) => {
      smtp.connections += 1;
      const trouble = next("connect");
      done(trouble && refusal(trouble));
    },
    onAuth: ({ username, password }, _, done) => {
      const trouble = next("auth");
      if (trouble) return done(refusal(trouble));
      return username === "watch" && password === "p@ss/word"
        ? done(null, { user: username })
        : done(new Error("Invalid username or password"));
    },
    onMailFrom: (_, __, done) => {
      const trouble = next("from");
      done(trouble && refusal(trouble));
    },
    onRcptTo: (_, __, done) => {
      const trouble = next("to");
      done(trouble && refusal(trouble));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", async () => {
        const trouble = next("data");
        if (trouble && !trouble.isBroken) return done(refusal(trouble));
        const email = await PostalMime.parse(Buffer.concat(chunks));
        smtp.mails.push({ to: session.envelope.rcptTo[0]?.address ?? "", email });
        if (!trouble) return done();
        // biome-ignore lint/suspicious/noExplicitAny: the library keeps its sockets to itself
        for (const connection of (server as any).connections) connection._socket.destroy();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  smtp.url = `smtp://${hasUsers ? "watch:p%40ss%2Fword@" : ""}127.0.0.1:${port}`;
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return smtp;
}
