/** Time zones, as people write them in settings and watches. */
import { Temporal } from "temporal-polyfill";

export function isZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
