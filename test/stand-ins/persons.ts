/** People who do something about a watch. */
import type { Person } from "../../src/store/persons.ts";

export const person = (name: string, from: Person["from"] = "command line"): Person => ({ from, name });
