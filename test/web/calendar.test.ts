/** The days of the clocks, as calendars read them. */
import ICAL from "ical.js";
import { expect, it } from "vitest";
import { publishedReport } from "../stand-ins/ohchr.ts";
import { serve } from "../stand-ins/page.ts";

function eventsIn(text: string) {
  return new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((one) => {
    const event = new ICAL.Event(one);
    return { id: event.uid, on: event.startDate.toString(), title: event.summary, isDay: event.startDate.isDate };
  });
}

it("each promise, its horizon and its end are days of their own", async () => {
  const { get, rehearsal } = await serve();
  await rehearsal.at("2022-08-01T12:00:00Z");
  const answer = await get("/watches/xinjiang-assessment/calendar.ics");
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const events = eventsIn(await answer.text());
  expect(events.every(({ isDay }) => isDay)).toBe(true);
  expect(events).toContainEqual(
    expect.objectContaining({ on: "2021-12-10", title: expect.stringMatching(/^Promised: /) }),
  );
  expect(events).toContainEqual(
    expect.objectContaining({ on: "2022-02-04", title: expect.stringMatching(/^Last day of the promise: /) }),
  );
  expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
  expect(eventsIn(await (await get("/calendar.ics")).text())).toEqual(events);
});

it("the same day stays the same event, and a publication is one more", async () => {
  const { get, rehearsal } = await serve();
  await rehearsal.at("2022-08-01T12:00:00Z");
  const before = eventsIn(await (await get("/calendar.ics")).text());
  Object.assign(rehearsal.origin.pages, publishedReport());
  await rehearsal.at("2022-08-31T21:52:00Z");
  const after = eventsIn(await (await get("/calendar.ics")).text());
  expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining(before.map(({ id }) => id)));
  expect(after).toContainEqual(
    expect.objectContaining({ on: "2022-08-31", title: expect.stringMatching(/^Published: /) }),
  );
});

it("a title is the calendar's name whatever it holds, and adds nothing to it", async () => {
  const { get, rehearsal } = await serve({
    adjust: ({ watches: [watch] }) => {
      if (watch) watch.title = "A; B, C\\D\r\nBEGIN:VEVENT\r\nUID:made-up\r\nSUMMARY:x\r\nEND:VEVENT";
    },
  });
  await rehearsal.at("2022-08-01T12:00:00Z");
  const text = await (await get("/watches/xinjiang-assessment/calendar.ics")).text();
  expect(new ICAL.Component(ICAL.parse(text)).getFirstPropertyValue("x-wr-calname")).toBe(
    // ical.js leaves a text of an unknown property as it is escaped.
    String.raw`coming-weeks: A\; B\, C\\D BEGIN:VEVENT UID:made-up SUMMARY:x END:VEVENT`,
  );
  expect(eventsIn(text).map(({ id }) => id)).not.toContain("made-up");
});

it("nobody is busy on its days; it is made once a minute, and what is added later changes no day", async () => {
  const { get, rehearsal, desk } = await serve();
  await rehearsal.at("2022-08-01T12:00:00Z");
  const text = await (await get("/calendar.ics")).text();
  expect(text.match(/^TRANSP:TRANSPARENT/gm)).toHaveLength(eventsIn(text).length);
  const [watch] = desk.watches;
  const [first] = watch?.statements ?? [];
  if (!watch || !first) throw new Error("no statement");
  watch.statements = [{ ...first, phrase: "before long" }, ...watch.statements];
  const ids = async () => eventsIn(await (await get("/calendar.ics")).text()).map(({ id }) => id);
  const before = eventsIn(text).map(({ id }) => id);
  expect(await ids()).toEqual(before);
  await rehearsal.at("2022-08-01T12:02:00Z");
  const after = await ids();
  expect(after.length).toBeGreaterThan(before.length);
  expect(after).toEqual(expect.arrayContaining(before));
});

it("of a watch that there is not, there is none", async () => {
  const { get } = await serve();
  expect((await get("/watches/none/calendar.ics")).status).toBe(404);
});
