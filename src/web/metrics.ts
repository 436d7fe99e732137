/** What Prometheus may ask: looks by outcome as they happen; the rest read from the store when asked. */
import { Counter, collectDefaultMetrics, Gauge, Registry } from "prom-client";
import type { Checked } from "../check/errand.ts";
import { overview } from "../status/overview.ts";
import type { Store } from "../store/store.ts";
import type { Clock } from "../time/clock.ts";
import { VERDICTS } from "../watch/names.ts";
import type { Watch } from "../watch/watch.ts";

export interface Metrics {
  registry: Registry;
  count(checked: Checked): void;
}

interface Parts {
  watches: () => readonly Watch[];
  clock: Clock;
  /** Of sources that name none of their own, in milliseconds. */
  patience: () => number;
  /** Undefined until it is open. Left out where what is kept is told by another process. */
  store?: (() => Store | undefined) | undefined;
  /** Whether this process speaks on Discord; left out where it never does, or always. */
  speaks?: (() => boolean) | undefined;
}

export function createMetrics({ store, speaks, ...parts }: Parts): Metrics {
  const registry = new Registry();
  // Every 10 ms, as is usual, is most of what an idle bot does.
  collectDefaultMetrics({ register: registry, eventLoopMonitoringPrecision: 1000 });
  const looks = new Counter({
    name: "coming_weeks_looks_total",
    help: "Looks at sources, by outcome",
    labelNames: ["watch", "source", "outcome"],
    registers: [registry],
  });
  const notices = new Counter({
    name: "coming_weeks_notices_total",
    help: "Notices that came of looks, by kind",
    labelNames: ["watch", "kind"],
    registers: [registry],
  });
  if (store) tellOfStore(registry, parts, store);
  if (speaks)
    new Gauge({
      name: "coming_weeks_speaks_on_discord",
      help: "1 where this process speaks on Discord, 0 where it stands by",
      registers: [registry],
      collect() {
        this.set(speaks() ? 1 : 0);
      },
    });
  return {
    registry,
    count: ({ watch, source, outcome, notices: told }) => {
      looks.inc({ watch, source, outcome });
      for (const { kind } of told) notices.inc({ watch, kind });
    },
  };
}

function tellOfStore(
  registry: Registry,
  { watches, clock, patience }: Omit<Parts, "store" | "speaks">,
  store: () => Store | undefined,
): void {
  new Gauge({
    name: "coming_weeks_last_good_reading_timestamp_seconds",
    help: "When a source was last read; 0 when it never was",
    labelNames: ["watch", "source"],
    registers: [registry],
    async collect() {
      for (const row of (await store()?.sources.all()) ?? [])
        this.set({ watch: row.watch, source: row.source }, row.good_at ? Date.parse(row.good_at) / 1000 : 0);
    },
  });
  new Gauge({
    name: "coming_weeks_pending_messages",
    help: "Messages that wait to be sent",
    registers: [registry],
    async collect() {
      this.set((await store()?.waiting.count()) ?? 0);
    },
  });
  new Gauge({
    name: "coming_weeks_verdict",
    help: "1 for the verdict that holds",
    labelNames: ["watch", "verdict"],
    registers: [registry],
    async collect() {
      const open = store();
      if (!open) return;
      for (const watch of watches()) {
        const { status } = await overview(watch, open, clock.now(), patience());
        for (const name of VERDICTS) this.set({ watch: watch.id, verdict: name }, name === status.verdict ? 1 : 0);
      }
    },
  });
}
