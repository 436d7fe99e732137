/** Every form of the pages: where it is shown, and what it does when it is sent. */
import { Hono } from "hono";
import type { Desk, Upkeep } from "../desk.ts";
import { editRoutes } from "../edit/edit.ts";
import { newRoutes } from "../new/new.ts";
import { careRoutes } from "../watch/care.ts";
import { Looks } from "./looks.ts";
import type { Shield, Shielded } from "./shield.ts";

/** A GET changes nothing; every POST goes through the shield first. */
export function createForms(desk: Desk, upkeep: Upkeep, shield: Shield): Hono<Shielded> {
  const forms = new Hono<Shielded>();
  for (const guard of shield.guards) forms.post("*", guard);
  const looks = new Looks(upkeep.ending);
  careRoutes(forms, desk, upkeep, shield);
  newRoutes(forms, desk, upkeep, shield, looks);
  editRoutes(forms, desk, upkeep, shield, looks);
  return forms;
}
