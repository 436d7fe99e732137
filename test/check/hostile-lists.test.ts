/** Hostile pages, listings, feeds, sitemaps and answers of APIs, each served beside two healthy sources (hostile-table.ts). */
import { describe } from "vitest";
import { holdsNothingUp } from "../stand-ins/hostile-table.ts";

describe("hostile pages, listings, feeds, sitemaps and answers of APIs", () =>
  holdsNothingUp((kind) => kind !== "document"));
