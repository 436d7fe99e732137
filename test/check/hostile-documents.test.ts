/** Hostile documents, each served beside two healthy sources (hostile-table.ts). */
import { describe } from "vitest";
import { holdsNothingUp } from "../stand-ins/hostile-table.ts";

describe("hostile documents", () => holdsNothingUp((kind) => kind === "document"));
