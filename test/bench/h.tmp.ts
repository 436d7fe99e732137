import { hostileCost } from "./hostile.ts";

await hostileCost(process.argv[2]);
