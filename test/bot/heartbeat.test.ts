/** Whoever watches the bot hears of it when it is no longer well, and never that it is when it is not. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { Heartbeat } from "../../src/bot/heartbeat.ts";
import { run } from "../../src/bot/run.ts";
import { lookAtHeartbeat } from "../../src/command/doctor/heartbeat.ts";
import { SimulatedClock } from "../../src/time/clock.ts";
import { rehearse } from "../stand-ins/bot.ts";

/** A service that counts its calls, and answers as it is told. */
async function service(answers: number[] = []) {
  const calls: string[] = [];
  const server = createServer((request, response) => {
    calls.push(`${request.method} ${request.url}`);
    response.statusCode = answers.shift() ?? 200;
    response.end("ok");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return { calls, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ping/abc` };
}

function written() {
  const lines: string[] = [];
  return { lines, log: pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line).event) }) };
}

describe("the heartbeat", () => {
  it("is called by doctor, which says whether it was answered, and never its address", async () => {
    const look = async (heartbeatUrl: string) =>
      lookAtHeartbeat({ settings: {}, secrets: { heartbeatUrl } } as Parameters<typeof lookAtHeartbeat>[0]);
    const { calls, url } = await service();
    expect(await look(url)).toEqual([{ isGood: true, text: "heartbeat: HEARTBEAT_URL was called, and answered" }]);
    expect(calls).toEqual(["GET /ping/abc"]);
    for (const [address, why] of [
      [(await service([500])).url, "it answered 500"],
      ["http://127.0.0.1:9/ping", "bad port"],
    ] as const)
      expect(await look(address)).toEqual([
        {
          isGood: false,
          text: expect.stringMatching(`^heartbeat: HEARTBEAT_URL was called: ${why}; check the address`),
        },
      ]);
    expect(await look("")).toEqual([]);
  });

  it("is called at most once a minute", async () => {
    const { calls, url } = await service();
    const clock = new SimulatedClock("2022-08-31T12:00:00Z");
    const heartbeat = new Heartbeat(url, clock, written().log);
    for (const second of ["00", "10", "50"]) {
      clock.setTo(`2022-08-31T12:00:${second}.000Z`);
      heartbeat.beat();
      await heartbeat.end();
    }
    clock.setTo("2022-08-31T12:01:00.000Z");
    heartbeat.beat();
    await heartbeat.end();
    expect(calls).toEqual(["GET /ping/abc", "GET /ping/abc"]);
  });

  it.each([
    ["an address that refuses", async () => (await service([500, 500, 200])).url],
    ["an address where nobody is", async () => "http://127.0.0.1:9/ping"],
  ])("of %s is said once, and keeps nothing else from going on", async (_, address) => {
    const url = await address();
    const clock = new SimulatedClock("2022-08-31T12:00:00Z");
    const { lines, log } = written();
    const heartbeat = new Heartbeat(url, clock, log);
    for (const minute of ["00", "01", "02"]) {
      clock.setTo(`2022-08-31T12:${minute}:00.000Z`);
      heartbeat.beat();
      await heartbeat.end();
    }
    expect(lines).toEqual(url.endsWith("/abc") ? ["heartbeat-failed", "heartbeat-back"] : ["heartbeat-failed"]);
  });

  it("beats after a pass that went well, and not after one that failed", async () => {
    const { calls, url } = await service();
    const { bot, clock } = await rehearse();
    const { log, lines } = written();
    const beats = () => new Heartbeat(url, clock, log);
    const well = run({ bot, clock, log, heartbeat: beats() });
    await well.stop();
    expect(calls).toHaveLength(1);
    bot.watcher.pass = async () => Promise.reject(new Error("no room"));
    const unwell = run({ bot, clock, log, heartbeat: beats() });
    await unwell.stop();
    expect(calls).toHaveLength(1);
    expect(lines).toContain("failed");
  });
});
