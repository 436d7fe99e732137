/** A look asks for nothing twice. */
import { expect, it } from "vitest";
import { rehearse } from "../stand-ins/bot.ts";
import { DOCUMENT_PATH, documentPage, reportPdf } from "../stand-ins/ohchr.ts";

it("a document's page that is found with six files is asked for once, and so is each file", async () => {
  const rehearsal = await rehearse({
    adjust: ({ watches }) => {
      for (const watch of watches) watch.sources = watch.sources.filter(({ url }) => url.endsWith(DOCUMENT_PATH));
    },
  });
  await rehearsal.at("2022-08-31T20:00:00Z");
  const files = Array.from({ length: 6 }, (_, index) => `/sites/default/files/assessment-${index}.pdf`);
  const links = files.map((file) => `<p><a href="${file}">PDF</a></p>`).join("");
  Object.assign(rehearsal.origin.pages, {
    [DOCUMENT_PATH]: documentPage({ file: "", text: links }),
    ...Object.fromEntries(files.map((file, index) => [file, reportPdf({ pages: 48 + index })])),
  });
  rehearsal.origin.requests.length = 0;
  await rehearsal.at("2022-08-31T22:00:00Z");
  expect(rehearsal.kinds()).toContain("published");
  const asked = rehearsal.origin.requests.map(({ path }) => path).filter((path) => path !== "/robots.txt");
  expect(asked).toEqual([DOCUMENT_PATH, ...files]);
});
