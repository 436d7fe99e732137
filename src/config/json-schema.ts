/** The JSON Schemas that editors use to complete and check the YAML files, made from the schemas the bot itself uses. */
import { z } from "zod";
import { settingsSchema } from "./settings.ts";
import { watchSchema } from "./watch.ts";

/** File name → its text, as they stand in config/schema/. */
export function jsonSchemas(): Record<string, string> {
  const make = (schema: z.ZodType) => `${JSON.stringify(z.toJSONSchema(schema, { io: "input" }), undefined, 2)}\n`;
  return { "coming-weeks.schema.json": make(settingsSchema), "watch.schema.json": make(watchSchema) };
}
