/** `preview` on the command line: what people read, what scripts get, and how it ends. */
import { describe, expect, it, onTestFinished } from "vitest";
import { call } from "../stand-ins/command.ts";
import { DOCUMENT_PATH, LATEST_PATH, listing, SITE, TITLE } from "../stand-ins/ohchr.ts";
import { type Pages, startOrigin } from "../stand-ins/origin.ts";

async function site(pages: Pages): Promise<string[]> {
  const origin = await startOrigin(pages);
  onTestFinished(() => origin.close());
  return ["--origin", `${SITE}=${origin.address}`, "--at", "2022-09-01T12:00:00Z"];
}

const ROWS = [
  { title: TITLE, url: DOCUMENT_PATH, date: "31 August 2022" },
  { title: "Opening hours", date: "30 August 2022" },
  { title: "A new director", date: "29 August 2022" },
];

describe("preview", () => {
  it("shows what is read, in lines of 80 columns, without colour where there is no terminal", async () => {
    const { code, out } = await call([
      "preview",
      `${SITE}${LATEST_PATH}`,
      ...(await site({ [LATEST_PATH]: listing(ROWS) })),
    ]);
    expect(code).toBe(0);
    expect(out).toContain("Read as a listing: its links stand in rows with dates. 3 items.");
    expect(out).toMatch(/2022-08-30 +Opening hours\n +https:\/\/www\.ohchr\.org\/en\/news\//);
    expect(out.split("\n").filter((line) => line.length > 80 && !line.includes("://"))).toEqual([]);
    expect(out).not.toContain("\u001b");
  });

  it("judges by a watch of the config", async () => {
    const at = await site({ [LATEST_PATH]: listing(ROWS) });
    const { out } = await call(["preview", SITE + LATEST_PATH, "--watch", "xinjiang-assessment", ...at]);
    expect(out.replace(/\s+/g, " ")).toContain("→ named as the thing itself: its link is followed at once.");
    expect(out.replace(/\s+/g, " ")).toContain("it does not name the subject (no word of: Xinjiang, XUAR,");
  });

  it("finds the items of an API by their names, and says at which paths", async () => {
    const api = { headers: { "content-type": "application/json" } };
    const data = [{ fields: { title: TITLE, url: `${SITE}${DOCUMENT_PATH}`, date: "2022-08-31" } }];
    const pages = { "/api": { ...api, body: JSON.stringify({ data }) }, "/state": { ...api, body: '{"state":"ok"}' } };
    const at = await site(pages);
    const { code, out } = await call(["preview", `${SITE}/api`, ...at]);
    const said = out.replace(/\s+/g, " ");
    expect(code).toBe(0);
    expect(said).toContain("Read as JSON: it is JSON, with a list of things that have titles. 1 item.");
    expect(said).toContain(
      "Its paths: items: $.data[*], title: $.fields.title, link: $.fields.url, date: $.fields.date.",
    );
    const none = await call(["preview", `${SITE}/state`, ...at]);
    expect(none.out.replace(/\s+/g, " ")).toContain("it is JSON, and not a feed (jsonfeed.org) nor a list");
  });

  it.each([["imaps://me:hunter2hunter2@imap.example.org/INBOX"], ["imap://imap.example.org", "--as", "feed"]])(
    "says of a mailbox that it is not looked at so, and what to write: %s",
    async (...given) => {
      const { code, out, error } = await call(["preview", ...given]);
      expect([code, out]).toEqual([2, ""]);
      expect(error).toMatch(
        /^A mailbox cannot be looked at by its address alone: write it .* `kind: mail` .*; `doctor` then tries it\n$/,
      );
      expect(error).not.toContain("hunter2");
    },
  );

  it("gives scripts one object, and says by its code that nothing could be read", async () => {
    const { code, lines } = await call(["preview", `${SITE}/gone`, "--json", ...(await site({}))]);
    expect(code).toBe(1);
    expect(lines).toMatchObject([{ type: "preview", url: `${SITE}/gone`, problem: { problem: "gone" }, items: [] }]);
  });

  it("shows nothing of a hostile page that a terminal would obey", async () => {
    const evil = "\u001b[2J\u001b]0;owned\u0007\u202eevil\u0085 ";
    const rows = [1, 2, 3].map((day) => ({
      title: `${evil.repeat(40)} ${day}`,
      url: `/${day}`,
      date: `${day} August 2022`,
    }));
    const { out } = await call([
      "preview",
      `${SITE}/x`,
      ...(await site({ "/x": listing(rows).replace("Latest |", evil) })),
    ]);
    expect(out).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e]/u);
    expect(out.length).toBeLessThan(4000);
  });

  it.each([
    ["no address", ["preview", "nonsense"], "is not an address"],
    ["an address that is none", ["preview", "ftp://x.example.org"], "is not an address"],
    ["--follow without a watch", ["preview", "x.example.org", "--follow"], "wants --watch"],
    ["a watch that is not there", ["preview", "x.example.org", "--watch", "nope"], "There is no watch"],
  ])("says in a sentence what is wrong: %s", async (_, args, sentence) => {
    const { code, error } = await call(args);
    expect({ code, isOneLine: error.trim().split("\n").length === 1 }).toEqual({ code: 2, isOneLine: true });
    expect(error).toContain(sentence);
  });
});
