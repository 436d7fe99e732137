/** Asks /healthz all the time over connections of its own, as a container's health check does, in a thread that nothing else keeps busy. */
import { request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { parentPort, workerData } from "node:worker_threads";

const EVERY_MS = 20;
const PATIENCE_MS = 5000;

interface Asked {
  address: string;
  /** The longest that it took, in milliseconds. */
  longest: number;
  times: number;
  unanswered: number;
}

const asked = (workerData as string[]).map((address): Asked => ({ address, longest: 0, times: 0, unanswered: 0 }));
let isEnough = false;
parentPort?.on("message", () => {
  isEnough = true;
});

const ask = (address: string) =>
  new Promise<boolean>((resolve) => {
    const asking = request(address, { agent: false, timeout: PATIENCE_MS }, (answer) => {
      answer.resume().on("end", () => resolve(answer.statusCode === 200));
    });
    asking
      .on("timeout", () => asking.destroy())
      .on("error", () => resolve(false))
      .end();
  });

const askAll = async (one: Asked) => {
  await ask(one.address);
  if (one === asked[0]) parentPort?.postMessage("asking");
  while (!isEnough) {
    const began = performance.now();
    if (!(await ask(one.address))) one.unanswered += 1;
    one.longest = Math.max(one.longest, performance.now() - began);
    one.times += 1;
    await sleep(EVERY_MS);
  }
};
await Promise.all(asked.map(askAll));
parentPort?.postMessage(asked);
