/**
 * What is said, as components that lay a message out: at most 40 of them, nested ones too, and 4,000 characters over all texts
 * (Discord's documentation, "Component Reference").
 */
import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ComponentType,
} from "discord.js";
import { PICTURE, type Said } from "./embed.ts";

export interface LaidOut {
  said: Said;
  /** 0xRRGGBB: what it means. */
  colour: number;
  /** Stands before all else: a mention, or that it is a replay. */
  above: readonly string[];
  /** The picture's words; undefined where it brings none. */
  alt?: string | undefined;
  rows: readonly APIActionRowComponent<APIButtonComponent>[];
}

export function layout({ said, colour, above, alt, rows }: LaidOut): APIMessageTopLevelComponent[] {
  const { title, text, small } = said;
  const words = (content: string) => ({ type: ComponentType.TextDisplay as const, content });
  const inside: APIComponentInContainer[] = [
    words([`**${title}**`, ...(text === "" ? [] : [text])].join("\n")),
    ...(alt === undefined
      ? []
      : [
          {
            type: ComponentType.MediaGallery as const,
            items: [{ media: { url: `attachment://${PICTURE}` }, ...(alt ? { description: alt } : {}) }],
          },
        ]),
    ...rows,
    words(small.map((line) => `-# ${line}`).join("\n")),
  ];
  return [
    ...(above.length > 0 ? [words(above.join("\n"))] : []),
    { type: ComponentType.Container, accent_color: colour, components: inside },
  ];
}
