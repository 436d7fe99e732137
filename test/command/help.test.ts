/** Help, and what stands in for it: what was meant, and how to write it. */
import { PassThrough } from "node:stream";
import { describe, expect, it } from "vitest";
import { askUnseen } from "../../src/command/hash-password.ts";
import { call, run } from "../stand-ins/command.ts";

const COMMANDS = [
  ...[
    "start",
    "check",
    "status",
    "hash-password",
    "notices",
    "validate",
    "doctor",
    "confirm",
    "dismiss",
    "phrases",
    "move",
    "forget",
  ],
  ...["statement list", "statement add", "statement dismiss", "statement export", "archive verify", "archive export"],
  ...["log review", "log events", "replay", "backfill", "preview", "add", "statement new"],
  ...["list", "history", "pause", "resume", "mute", "unmute", "remove", "restore", "export", "import"].map(
    (one) => `watch ${one}`,
  ),
];

/** As deep as they go. */
async function commandsOf(...above: string[]): Promise<string[]> {
  const { out } = await call([...above, "--help"]);
  const listed = /^Commands:\n((?: .*\n)+)/m.exec(out)?.[1] ?? "";
  const names = [...listed.matchAll(/^ {2}([a-z-]+) /gm)]
    .map(([, name = ""]) => name)
    .filter((name) => name !== "help");
  if (names.length === 0) return [above.join(" ")];
  return (await Promise.all(names.map((name) => commandsOf(...above, name)))).flat();
}

it("these are the commands", async () => {
  expect((await commandsOf()).sort()).toEqual([...COMMANDS].sort());
});

describe.each(["", ...COMMANDS])("coming-weeks %s --help", (name) => {
  it("has examples and exit codes, in 80 columns", async () => {
    const { code, out } = await call([...name.split(" ").filter(Boolean), "--help"]);
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`\\nExamples:\\n {2}coming-weeks ${name}.*\\n {6}\\S`));
    expect(out).toMatch(/\nExit codes:\n {2}0 +\S/);
    for (const line of out.split("\n")) expect(line.length).toBeLessThanOrEqual(80);
  });
});

describe("what nobody knows", () => {
  it.each<[string, string[], RegExp]>([
    ["a command", ["valdate"], /^error: unknown command 'valdate'\n\(Did you mean validate\?\)\n/],
    ["a command of a command", ["archive", "verfy"], /^error: unknown command 'verfy'\n\(Did you mean verify\?\)\n/],
    ["an option", ["status", "--jsno"], /^error: unknown option '--jsno'\n\(Did you mean --json\?\)\n/],
    [
      "a watch",
      ["notices", "--watch", "xinjang-assessment"],
      /^There is no watch "xinjang-assessment"; .*; did you mean "xinjiang-assessment"\?\n$/,
    ],
    [
      "a source",
      ["log", "review", "--source", "sitmap"],
      /^There is no source "sitmap"; .*; did you mean "sitemap"\?\n$/,
    ],
    ["a day", ["notices", "--since", "yesterday"], /Write a day such as 2022-08-31, or an instant such as/],
    ["a number", ["notices", "--limit", "many"], /Write a whole number from 1\./],
    ["a port", ["start", "--listen", "99999"], /Write it as 127\.0\.0\.1:8080, or a port alone\./],
    ["a level", ["status", "--log-level", "loud"], /Allowed choices are trace, debug, info, warn, error\./],
    [
      "a config",
      ["status", "--config", "/nowhere.yaml"],
      /^\/nowhere\.yaml: cannot be read \(ENOENT\); give an existing file\n$/,
    ],
  ])("%s, is told with what would be right, and ends with 2", async (_, args, says) => {
    const { code, out, error } = await call(args);
    expect([code, out]).toEqual([2, ""]);
    expect(error).toMatch(says);
  });
});

describe("hash-password", () => {
  const PASSWORD = "correct horse battery staple";

  it.each([
    ["a line of it", `${PASSWORD}\nmore`, 0, /^scrypt:\S+\n$/, /^$/],
    ["nothing", "", 2, /^$/, /^The password is too short; give at least 12 characters\.\n$/],
    ["a short one", "short\n", 2, /^$/, /^The password is too short/],
  ])("reads from a pipe %s", async (_, text, code, out, error) => {
    const ran = await run(["hash-password"], {}, text);
    expect(ran).toMatchObject({ code, out: expect.stringMatching(out), error: expect.stringMatching(error) });
  });

  /** A terminal of a test's own, on which something is typed. */
  function typing() {
    const modes: boolean[] = [];
    const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: (mode: boolean) => modes.push(mode) });
    const output = new PassThrough();
    let shown = "";
    output.on("data", (text) => {
      shown += text;
    });
    return {
      ask: askUnseen(input, output, true),
      type: (text: string) => input.write(text),
      shown: () => shown,
      modes,
    };
  }

  it("shows nothing of what is typed, which may be corrected, and gives the terminal back", async () => {
    const { ask, type, shown, modes } = typing();
    const first = ask.line("Password: ");
    type(`${PASSWORD}x\u007f\r`);
    expect(await first).toBe(PASSWORD);
    const second = ask.line("The same again: ");
    type(`${PASSWORD}\r`);
    expect(await second).toBe(PASSWORD);
    ask.close();
    expect(shown()).toBe("Password: \nThe same again: \n");
    expect(modes).toEqual([true, false]);
  });

  it("is left with Ctrl-C, and gives the terminal back", async () => {
    const { ask, type, modes } = typing();
    const line = ask.line("Password: ");
    type("abc\u0003");
    await expect(line).rejects.toMatchObject({ exitCode: 130 });
    ask.close();
    expect(modes.at(-1)).toBe(false);
  });
});
