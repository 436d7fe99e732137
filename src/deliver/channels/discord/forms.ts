/** The forms that a message is tried in. */
import { MessageFlags } from "discord.js";
import type { Message } from "../../../message/wording.ts";
import type { Sent } from "../../channel.ts";
import { asEmbed, asLine, asText } from "./embed.ts";
import { type LaidOut, layout } from "./layout.ts";
import type { Body } from "./writer.ts";

/** From the whole to the least: what Discord does not take in one form, it may in the next. */
export const FORMS = ["whole", "without its picture", "as an embed", "without an embed", "as one line"] as const;
export type Form = (typeof FORMS)[number];

/** Discord's documentation, "Create Message". */
const MAX_CONTENT = 2000;

/** A message in one of its forms. */
export function inForm(form: Form, it: LaidOut & { message: Message }): Body["message"] {
  const { said, message, above, colour, alt, rows } = it;
  const room = MAX_CONTENT - above.join("\n").length - 1;
  const written = (text: string) => ({
    content: [...above, text].join("\n"),
    embeds: [],
    flags: MessageFlags.SuppressEmbeds,
  });
  switch (form) {
    case "whole":
    case "without its picture":
      return { flags: MessageFlags.IsComponentsV2, components: layout(it) };
    case "as an embed":
      return { content: above.join("\n"), embeds: [asEmbed(said, colour, alt !== undefined)], components: [...rows] };
    case "without an embed":
      return { ...written(asText(said, message.links, room)), components: [...rows] };
    case "as one line":
      return { ...written(asLine(said, message.links)), components: [] };
  }
}

/**
 * Gives a message in the first form that is taken. What makes one may fail on what was fetched: that is no fault of the place's.
 * @param give gives a body on, and says the message's remote id
 * @param meaning what an error means, and whether the next form may be taken
 */
export async function inFirstForm(
  forms: readonly Form[],
  make: (form: Form) => Body | Promise<Body>,
  give: (body: Body) => Promise<string>,
  meaning: (error: unknown, form: Form) => { sent: Sent; goesOn: boolean },
): Promise<Sent> {
  let why: string | undefined;
  let last: Sent = { kind: "refused", error: "" };
  for (const form of forms) {
    const body = await made(() => make(form));
    if (body instanceof Error) {
      last = { kind: "refused", error: `could not be put into words (${body.message})` };
      why ??= last.error;
      continue;
    }
    try {
      return { kind: "sent", remoteId: await give(body), ...(why ? { lacks: `sent ${form}: ${why}` } : {}) };
    } catch (error) {
      const { sent, goesOn } = meaning(error, form);
      if (!goesOn) return sent;
      last = sent;
      why ??= "error" in sent ? sent.error : undefined;
    }
  }
  return last;
}

async function made(make: () => Body | Promise<Body>): Promise<Body | Error> {
  try {
    return await make();
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
