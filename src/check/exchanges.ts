/** Every exchange of a check is noted: the archive and its journal account for each. */
import type { Capture } from "../fetch/capture.ts";
import type { Tools } from "./errand.ts";

/** What was asked for and had, and why it was not read to its end where it was not. */
export interface Exchanged {
  capture: Capture;
  unfinished?: string;
}

/** Tools that note what is fetched and read with them in `exchanges`. */
export function noteExchanges(tools: Tools, exchanges: Exchanged[]): Tools {
  return {
    ...tools,
    fetcher: {
      fetch: async (...request) => {
        const capture = await tools.fetcher.fetch(...request);
        exchanges.push({ capture });
        return capture;
      },
      close: () => tools.fetcher.close(),
    },
    reader: {
      read: async (answer, ...how) => {
        const read = await tools.reader.read(answer, ...how);
        const exchange = exchanges.find(({ capture }) => capture === answer);
        if (exchange && "unfinished" in read) exchange.unfinished = read.unfinished;
        return read;
      },
    },
  };
}
