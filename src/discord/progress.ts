/** What is looked at for a person, said to them as it goes; while that is on its way to Discord, what comes is gathered. */
import type { RepliableInteraction } from "discord.js";
import { plain } from "../deliver/channels/discord/plain.ts";
import type { Watching } from "../drafting/site.ts";
import { catalogue } from "../message/languages.ts";
import { shortenLines } from "../message/shorten.ts";
import type { Language } from "../watch/names.ts";
import { talkIn } from "./desk.ts";
import { addressSaid } from "./proposal.ts";
import { edit } from "./replies.ts";

const MOST_LINES = 10;
/** Of a message's 2,000 characters. */
const CONTENT = 1900;

export class Progress implements Watching {
  readonly #asked: RepliableInteraction;
  readonly #language: Language;
  #head: string;
  readonly #lines: string[] = [];
  #saying: Promise<void> | undefined;
  #isStale = false;
  #isOver = false;

  /** @param isWaiting whether others are looked for first */
  constructor(asked: RepliableInteraction, language: Language, isWaiting: boolean) {
    this.#asked = asked;
    this.#language = language;
    this.#head = talkIn(language).upkeep[isWaiting ? "waiting" : "looking"];
    this.#say();
  }

  begin(): void {
    this.#head = talkIn(this.#language).upkeep.looking;
    this.#say();
  }

  readonly looked: NonNullable<Watching["looked"]> = ({ url }, { reading, kind = "page" }) => {
    const words = catalogue(this.#language);
    const { read, notRead } = words.talk.upkeep;
    const items = reading.kind === "entries" ? reading.entries.length : undefined;
    const what = reading.kind === "problem" ? notRead(plain(words.recorded(reading.detail), 100)) : read(kind, items);
    this.#lines.push(`${addressSaid(url)}: ${what}`);
    this.#say();
  };

  /** Resolves when nothing more is said. */
  async end(): Promise<void> {
    this.#isOver = true;
    await this.#saying;
  }

  #say(): void {
    this.#isStale = true;
    this.#saying ??= this.#sayAll().finally(() => {
      this.#saying = undefined;
    });
  }

  async #sayAll(): Promise<void> {
    while (this.#isStale && !this.#isOver) {
      this.#isStale = false;
      const content = shortenLines([this.#head, ...this.#lines.slice(-MOST_LINES)].join("\n"), CONTENT);
      await edit(this.#asked, { content, embeds: [], components: [] }).catch(() => undefined);
    }
  }
}
