/** Every exchange of a check is noted: the archive and its journal account for each. */
import type { Capture } from "../fetch/capture.ts";
import type { Fetcher } from "../fetch/fetcher.ts";

/** A fetcher that notes what it fetches in `exchanges`. */
export function noteExchanges(fetcher: Fetcher, exchanges: Capture[]): Fetcher {
  return {
    fetch: async (...request) => {
      const capture = await fetcher.fetch(...request);
      exchanges.push(capture);
      return capture;
    },
    unpack: (answer) => fetcher.unpack(answer),
    close: () => fetcher.close(),
  };
}
