/** Live updates: streams of events (HTML, "server-sent events") that end with whoever listens, and of which there are never too many. */
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import { redacted } from "../config/redaction.ts";
import { later } from "./answers.ts";
import { onceLeft } from "./left.ts";

const HEARTBEAT_MS = 15_000;
/** A page in a forgotten tab must not cost more than this; what many share an address with is a proxy that nobody named. */
const MOST = { inAll: 150, ofOneClient: 50 };
/** Bytes that wait for a listener who reads no more: then it is let go, and comes again by itself. */
const MOST_UNREAD = 256 * 1024;
const COME_AGAIN_SECONDS = 60;

export type Send = (event: string, data: string) => void;

export class Live {
  readonly #seats = new Map<string, number>();
  #taken = 0;

  /**
   * @param client who listens, as far as the network tells
   * @param begin has it told from now on; gives what ends that
   */
  stream(context: Context, client: string, begin: (send: Send) => () => void): Response {
    const ofClient = this.#seats.get(client) ?? 0;
    if (this.#taken >= MOST.inAll || ofClient >= MOST.ofOneClient)
      return later(
        context,
        503,
        COME_AGAIN_SECONDS,
        "Too many pages listen already; they are brought up to date when loaded anew.",
      );
    const headers = { "content-type": "text/event-stream" };
    // Whoever asks for the head alone never reads, and never leaves.
    if (context.req.method === "HEAD") return context.body(null, 200, headers);
    this.#taken += 1;
    this.#seats.set(client, ofClient + 1);
    const { signal } = context.req.raw;
    const { outgoing } = context.env as HttpBindings;
    const text = new TextEncoder();
    let end = () => {};
    const events = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          const write = (lines: string) => {
            if ((controller.desiredSize ?? 0) > 0) return controller.enqueue(text.encode(lines));
            // Not as an error of the stream, which would be written into it.
            outgoing.destroy();
          };
          const untell = begin((event, data) =>
            write(`event: ${event}\n${redacted(data).replaceAll(/^/gm, "data: ")}\n\n`),
          );
          const beating = setInterval(() => write(": still here\n\n"), HEARTBEAT_MS);
          end = onceLeft(signal, () => {
            clearInterval(beating);
            untell();
            this.#leave(client);
          });
        },
        cancel: () => end(),
      },
      { highWaterMark: MOST_UNREAD, size: ({ length }) => length },
    );
    return context.body(events, 200, headers);
  }

  #leave(client: string): void {
    this.#taken -= 1;
    const others = (this.#seats.get(client) ?? 0) - 1;
    if (others > 0) this.#seats.set(client, others);
    else this.#seats.delete(client);
  }
}
