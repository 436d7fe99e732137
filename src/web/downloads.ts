/** What is archived, sent on as it is read: to a few at once, and for as long as they take it. */
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { OpenRecord } from "../archive/warc.ts";
import { notFound, orLater } from "./answers.ts";
import { Gate } from "./gate.ts";
import { onceLeft } from "./left.ts";

/** Each takes a megabyte or two, and a file that is open. */
const SENT = { atOnce: 4, waiting: 16, within: 10_000 };
/** Who takes nothing for so long is let go. */
const STALLED_MS = 20_000;

export class Downloads {
  readonly #gate = new Gate(SENT);

  /** @param open what is to be sent, under which name; undefined where it is not here */
  async send(
    context: Context,
    open: () => Promise<{ name: string; record: OpenRecord } | undefined>,
  ): Promise<Response> {
    const { signal } = context.req.raw;
    try {
      const leave = await this.#gate.enter(signal);
      const found = await open().catch((error) => {
        leave();
        throw error;
      });
      if (!found) {
        leave();
        return notFound(context);
      }
      const { name, record } = found;
      const end = onceLeft(signal, () => {
        leave();
        void record.close().catch(() => undefined);
      });
      const headers = {
        "content-type": "application/octet-stream",
        "content-disposition": `attachment; filename="${name}"`,
        "content-length": String(record.size),
      };
      if (context.req.method !== "HEAD")
        return context.body(streamed(record, context.env as HttpBindings, end), 200, headers);
      end();
      return context.body(null, 200, headers);
    } catch (error) {
      return orLater(context, error);
    }
  }
}

/** Where it breaks off, so does the connection: an error of the stream would be written into it. */
function streamed({ payload }: OpenRecord, { outgoing }: HttpBindings, end: () => void): ReadableStream<Uint8Array> {
  const stalled = setTimeout(() => outgoing.destroy(), STALLED_MS);
  const over = () => {
    clearTimeout(stalled);
    end();
  };
  return new ReadableStream(
    {
      pull: async (controller) => {
        stalled.refresh();
        try {
          const { done, value } = await payload.next();
          if (!done) return controller.enqueue(value);
          over();
          controller.close();
        } catch {
          outgoing.destroy();
        }
      },
      cancel: over,
    },
    { highWaterMark: 0 },
  );
}
