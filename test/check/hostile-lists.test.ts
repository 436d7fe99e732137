/** Hostile pages, listings, feeds and sitemaps, each served beside two healthy sources (hostile-table.ts). */
import { describe } from "vitest";
import { holdsNothingUp } from "../stand-ins/hostile-table.ts";

describe("hostile pages, listings, feeds and sitemaps", () => holdsNothingUp((kind) => kind !== "document"));
