/**
 * The status cards: one message per watch and place that always says where things stand. It is edited when that changes, and
 * now and then to show that the bot still looks; where it was deleted, a new one is posted.
 */
import { RESTJSONErrorCodes as Code } from "discord.js";
import type { Logger } from "pino";
import { BOTS_LINE } from "../../../config/places.ts";
import { type Overview, overview } from "../../../status/overview.ts";
import type { CardRow } from "../../../store/discord-tables.ts";
import type { Store } from "../../../store/store.ts";
import type { Clock } from "../../../time/clock.ts";
import { DAY_MS, elapsed, type InstantText, isToCome, later } from "../../../time/instant.ts";
import type { Watch } from "../../../watch/watch.ts";
import { cardBody, cardMark } from "./card.ts";
import type { DiscordPlaces, OpenPlace } from "./places.ts";
import { hasCode, isUnknownMessage, refusal } from "./refusal.ts";

/** How often "last looked" is brought up to date when nothing else has changed. */
const FRESHEN_EVERY_MS = 600_000;
/** After a refusal that only a person can mend, the place is tried again this much later. */
const TRY_AGAIN_MS = 3_600_000;

const SHORT_REST_MS = 60_000;

interface Shown {
  /** What the card says, but for the time of the last look. */
  substance: string;
  at: InstantText;
}

export interface CardParts {
  places: DiscordPlaces;
  store: Store;
  clock: Clock;
  log: Logger;
  /** Of sources that name none of their own, in milliseconds. */
  patience: number;
}

export class Cards {
  readonly #parts: CardParts;
  readonly #shown = new Map<string, Shown>();
  /** Places that are let be until an instant. */
  readonly #restUntil = new Map<string, InstantText>();

  constructor(parts: CardParts) {
    this.#parts = parts;
  }

  /** Brings every card up to date that needs it, one after the other: news goes before them (requests.ts). */
  async refresh(signal?: AbortSignal): Promise<void> {
    const { places, store, clock, patience } = this.#parts;
    const seen = new Map<string, Overview>();
    const said = new Map<string, string>();
    for (const open of places.all) {
      if (open.place.card === "off") continue;
      for (const watch of places.watchesOf(open.place)) {
        const now = clock.now();
        // Held up for so long that another process speaks by now: it shows them.
        if (signal?.aborted || store.shared?.lines.isHeld(BOTS_LINE) === false) return;
        if (isToCome(this.#restUntil.get(open.place.id) ?? now, now, DAY_MS)) break;
        const shown = seen.get(watch.id) ?? (await overview(watch, store, now, patience));
        seen.set(watch.id, shown);
        const key = `${watch.id} ${open.place.language}`;
        const substance = said.get(key) ?? substanceOf(shown, open.place);
        said.set(key, substance);
        await this.#bringUpToDate(open, watch, shown, substance);
      }
    }
  }

  async #bringUpToDate(open: OpenPlace, watch: Watch, now: Overview, substance: string): Promise<void> {
    const { clock, log } = this.#parts;
    const { place } = open;
    if (!now.lookedAt) return;
    const key = `${place.id} ${watch.id}`;
    const last = this.#shown.get(key);
    if (last?.substance === substance && Math.abs(elapsed(last.at, now.at)) < FRESHEN_EVERY_MS) return;
    try {
      await this.#show(open, watch, now);
      this.#shown.set(key, { substance, at: now.at });
    } catch (error) {
      const refused = refusal(error);
      const wait = refused.kind === "later" ? (refused.wait ?? SHORT_REST_MS) : TRY_AGAIN_MS;
      this.#restUntil.set(place.id, later(clock.now(), wait));
      log.warn(
        { event: "card-not-shown", place: place.id, watch: watch.id, error: refused.error, wait },
        "card not shown",
      );
    }
  }

  async #show({ place, writer }: OpenPlace, watch: Watch, now: Overview): Promise<void> {
    const { places, log } = this.#parts;
    const { memory } = places;
    const known = await memory.card(place.id, watch.id);
    const body = cardBody(now, place, known?.target);
    if (known?.message && (await this.#edit(writer, known, body))) return;
    const mark = cardMark(place.id, watch.id);
    // After a crash between posting and remembering, the card stands there already; since when is not known.
    const found = known?.message === "" ? await writer.find(watch.id, mark, DAY_MS, "upkeep") : undefined;
    if (found) await writer.edit(found, body);
    else await memory.keepCard({ place: place.id, watch: watch.id, target: known?.target ?? "", message: "" });
    log.debug({ event: "card", place: place.id, watch: watch.id }, "posting a card");
    const posted = found ?? (await writer.post(watch.id, body, mark, "upkeep"));
    log.debug({ event: "card-posted", place: place.id, watch: watch.id }, "card posted");
    await memory.keepCard({ place: place.id, watch: watch.id, ...posted });
    if (place.card === "pinned")
      await writer.pin(posted).catch((error) => {
        log.warn({ event: "card-not-pinned", place: place.id, error: refusal(error).error }, "card not pinned");
      });
  }

  /** @returns whether the card is still there */
  async #edit(writer: OpenPlace["writer"], card: CardRow, body: ReturnType<typeof cardBody>): Promise<boolean> {
    try {
      await writer.edit(card, body);
      return true;
    } catch (error) {
      if (!isUnknownMessage(error) && !isClosed(error)) throw error;
      await this.#parts.places.memory.forgetCard(card);
      return false;
    }
  }
}

/** What a card says, but for the time of the last look and the mark by which it is found. */
function substanceOf(shown: Overview, { language, way }: OpenPlace["place"]): string {
  return JSON.stringify(cardBody({ ...shown, lookedAt: undefined }, { id: "", way, language }).message);
}

/** Its thread was closed, or deleted: a card is posted in another. */
function isClosed(error: unknown): boolean {
  return hasCode(error, Code.InvalidActionOnArchivedThread, Code.ThreadLocked, Code.UnknownChannel);
}
