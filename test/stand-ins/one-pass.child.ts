/** One pass in a process of its own, which kills itself the hard way at its nth step. Run by crash.test.ts. */
import { pino } from "pino";
import { onePass } from "./one-pass.ts";

const [pass = "", killAt = "0"] = process.argv.slice(2);
const events: string[] = [];
// Every step of a check and of a delivery leaves a line in the log: the line is where the process dies.
const log = pino(
  { level: "debug" },
  {
    write: (line: string) => {
      events.push(JSON.parse(line).event);
      if (events.length === Number(killAt)) process.kill(process.pid, "SIGKILL");
    },
  },
);
await onePass(JSON.parse(pass), log);
process.stdout.write(JSON.stringify(events));
