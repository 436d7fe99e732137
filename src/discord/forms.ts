/** Forms that Discord shows, and what was typed into them. */
import { LabelBuilder, ModalBuilder, type ModalSubmitInteraction, TextInputBuilder, TextInputStyle } from "discord.js";
import { shorten } from "../message/shorten.ts";

/** Discord's documentation, "Text Input" and "Label". */
export const MOST_TYPED = 4000;
const MOST_HINT = 100;

/** What a form asks. */
export interface Field {
  id: string;
  asks: string;
  hint?: string;
  value?: string | undefined;
  /** Characters. */
  most: number;
  isLong?: boolean;
  isOptional?: boolean;
}

/** What stands above the fields goes before them. Discord's documentation, "Modal": five components in all. */
export function formOf(id: string, title: string, fields: readonly Field[], above?: string): ModalBuilder {
  const form = new ModalBuilder().setCustomId(id).setTitle(title);
  if (above) form.addTextDisplayComponents((text) => text.setContent(above));
  return form.addLabelComponents(fields.map(labelOf));
}

function labelOf({ id, asks, hint, value, most, isLong = false, isOptional = false }: Field): LabelBuilder {
  const input = new TextInputBuilder()
    .setCustomId(id)
    .setStyle(isLong ? TextInputStyle.Paragraph : TextInputStyle.Short)
    .setMaxLength(most)
    .setRequired(!isOptional);
  if (value && value.length <= most) input.setValue(value);
  const label = new LabelBuilder().setLabel(asks).setTextInputComponent(input);
  return hint ? label.setDescription(shorten(hint, MOST_HINT)) : label;
}

/** What was typed into a field; empty where there is no such field. */
export function typedIn({ fields }: ModalSubmitInteraction, name: string): string {
  const field = fields.fields.get(name);
  return field && "value" in field && typeof field.value === "string" ? field.value.trim().slice(0, MOST_TYPED) : "";
}
