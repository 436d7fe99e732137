/** What could not be told stands where the one who keeps the bot looks: on its page, in its API, and in `doctor`. */
import { expect, it, onTestFinished } from "vitest";
import { call } from "../stand-ins/command.ts";
import { accessTo, startDiscord } from "../stand-ins/discord/discord.ts";
import { notice, told } from "../stand-ins/every-notice.ts";
import { serve } from "../stand-ins/page.ts";

const WATCH = "xinjiang-assessment";

it("a place that fails, a message that waits and one that was refused are on the page, in the API and in doctor", async () => {
  const discord = await startDiscord();
  onTestFinished(() => discord.close());
  const { rehearsal, get } = await serve({ secrets: accessTo(discord) });
  const { bot, clock, config } = rehearsal;
  const record = async (kind: "blind" | "changed") => {
    const what = told.find((one) => one.kind === kind);
    if (!what) throw new Error(kind);
    const one = notice(what, { key: kind, watch: WATCH, at: clock.now() });
    await bot.store.record(WATCH, { notices: [one] });
    await bot.deliver(0);
  };
  expect(await (await get("/")).text()).not.toContain("waits to be sent");
  discord.trouble = () => ({ status: 400, body: { message: "Invalid <Form> Body", code: 50035 } });
  await record("blind");
  discord.trouble = () => ({ status: 403, body: { message: "Missing Permissions", code: 50013 } });
  await record("changed");

  for (const path of ["/", "/log"]) {
    const page = await (await get(path)).text();
    expect(page).toContain("1 waits to be sent.");
    expect(page).toMatch(
      /discord-channel:\d+<\/strong>: <bdi>the bot may not write there \(50013\).*A person must mend it\. Tried again/,
    );
    expect(page).toContain("refused (<bdi>Discord answered 400 (50035: Invalid &lt;Form&gt; Body)</bdi>)");
  }
  expect(await (await get("/api/messages")).json()).toMatchObject({
    pending: 1,
    failing: [{ isStopped: true, error: expect.stringContaining("50013") }],
    notWhole: [{ isRefused: true, error: expect.stringContaining("50035") }],
  });
  const { code, out } = await call([
    "doctor",
    ...["--data", config.dataDirectory, "--origin", `https://www.ohchr.org=${rehearsal.origin.address}`],
    ...["--at", clock.now()],
  ]);
  expect(code).toBe(1);
  expect(out).toMatch(/^FAIL {2}messages: discord-channel:\d+: the bot may not write there \(50013\)/m);
  expect(out).toMatch(/^FAIL {2}messages: notice [0-9a-f]{16} in discord-channel:\d+ was refused: .*50035/m);
});
