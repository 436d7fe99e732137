/** What a message on the stand-in says, whatever it is made of. */
import type { Component, PostedMessage } from "./world.ts";

/** Each component of a message, those inside others too. */
function partsOf({ components = [] }: Pick<PostedMessage, "components">): Component[] {
  return components.flatMap((component) => [component, ...partsOf(component)]);
}

/** All its words, from the top to the mark that ends it. */
export function textOf(message: PostedMessage | undefined): string {
  if (!message) return "";
  const { content, embeds } = message;
  const ofEmbeds = embeds.flatMap(({ title, description, footer }) => [title, description, footer?.text]);
  const laidOut = partsOf(message).map((part) => part.content);
  return [content, ...ofEmbeds, ...laidOut].filter(Boolean).join("\n");
}

/** Its first line that is the news: "Published: …". */
export function headOf(message: PostedMessage | undefined): string {
  if (!message) return "";
  const [embed] = message.embeds;
  return embed?.title ?? /^\*\*(.*)\*\*$/m.exec(textOf(message))?.[1] ?? "";
}

export function buttonsOf(message: PostedMessage): Component[] {
  return partsOf(message).filter(({ custom_id, url }) => custom_id !== undefined || url !== undefined);
}

/** The words of its picture. */
export function altOf(message: PostedMessage): string | undefined {
  return partsOf(message).flatMap(({ items = [] }) => items)[0]?.description;
}
