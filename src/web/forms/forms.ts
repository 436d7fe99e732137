/** Every form of the pages: where it is shown, and what it does when it is sent. */
import { Hono } from "hono";
import { careRoutes } from "../care.ts";
import type { Desk, Upkeep } from "../desk.ts";
import type { Shield, Shielded } from "./shield.ts";

/** A GET changes nothing; every POST goes through the shield first. */
export function createForms(desk: Desk, upkeep: Upkeep, shield: Shield): Hono<Shielded> {
  const forms = new Hono<Shielded>();
  for (const guard of shield.guards) forms.post("*", guard);
  careRoutes(forms, desk, upkeep, shield);
  return forms;
}
