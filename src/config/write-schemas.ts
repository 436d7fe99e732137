/** `npm run schemas`: writes config/schema/*.json anew after a schema changed. */
import { mkdirSync, writeFileSync } from "node:fs";
import { jsonSchemas } from "./json-schema.ts";

const folder = new URL("../../config/schema/", import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(jsonSchemas())) writeFileSync(new URL(name, folder), text);
