/** Bodies as they come off the wire, within bounds. */
import { TooLarge } from "./content-encoding.ts";

/** Collects a body. @throws {TooLarge} as soon as it passes `limit` bytes */
export async function collect(
  body: AsyncIterable<Buffer> & { destroy?: () => void },
  limit: number,
  announced: string | undefined,
): Promise<Buffer> {
  if (announced && Number(announced) > limit) {
    // Left alone, it would hold its connection until it times out.
    body.destroy?.();
    throw new TooLarge(`announces ${announced} bytes; the limit is ${limit}`);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > limit) throw new TooLarge(`is larger than ${limit} bytes`);
    chunks.push(chunk);
  }
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}
