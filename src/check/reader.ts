/** Reads what was fetched, in a thread of its own: no body, however small, is read on the thread that does everything else. */
import type { Answer } from "../fetch/capture.ts";
import type { ReadRobots } from "../fetch/robots-rules.ts";
import type { BodyLimits } from "../read/bounds.ts";
import type { HowToRead } from "../read/head.ts";
import type { Offered } from "../read/offered.ts";
import type { Digests, Read } from "../read/read.ts";
import { type Problem, problem } from "../read/reading.ts";
import type { BodiesInReading, FetchedBody } from "../store/in-reading.ts";
import type { Clock } from "../time/clock.ts";
import { LARGE, Large } from "./large.ts";
import type { Done, ReadInThread, Task } from "./reading.worker.ts";
import { CutShort, type ThreadLimits, Threads } from "./threads.ts";

/** Reads for one check. */
export interface Reader {
  /** The items of one list that are read; one in parts has no more. */
  readonly items: number;
  /**
   * What is large is read when no other check holds anything large.
   * @param zone the publisher's, in which days are counted
   * @param known what is the same by one of them is not given back
   */
  read(answer: Answer, how: HowToRead, zone: string, known?: Digests): Promise<Read>;
  /** Waits until something of this weight (in characters) can be held. */
  hold(weight: number): Promise<void>;
  /** Notes that a body is worked on, as it is while it is read: should that end the process, the body is known by it. */
  workingOn<T>(body: FetchedBody, work: () => Promise<T>): Promise<T>;
  /** To be called when nothing is held any more of what was read. */
  close(): void;
}

type BodyTask = Extract<Task, { kind: "body" }>;

/** What a room is told besides its limits. */
interface Circumstances {
  /** Keeps which bodies are being read, so that one that ends the process is known when it starts again. */
  remembered?: { bodies: BodiesInReading; clock: Clock };
  /** Why an answer was not read to its end when it was read first, where it was not: in a replay. */
  unreadThen?: ((answer: Answer) => string | undefined) | undefined;
}

/** Several bots of one process share its threads, which end by themselves when there is nothing to read. */
const pools = new Map<string, Threads>();

function threadsOf(limits: ThreadLimits): Threads {
  const key = JSON.stringify(limits);
  const threads = pools.get(key) ?? new Threads(limits);
  pools.set(key, threads);
  return threads;
}

export class ReadingRoom {
  readonly #limits: BodyLimits;
  readonly #threads: Threads;
  readonly #circumstances: Circumstances;
  readonly #large = new Large();

  constructor(limits: { bodies: BodyLimits; threads: ThreadLimits }, circumstances: Circumstances = {}) {
    this.#limits = limits.bodies;
    this.#threads = threadsOf(limits.threads);
    this.#circumstances = circumstances;
  }

  /** @param onUnfinished told of each body that was not read to its end: nobody could say from it alone where that would be */
  open(onUnfinished: (answer: Answer, why: string) => void = () => undefined): Reader {
    const { bodies } = this.#circumstances.remembered ?? {};
    const large = this.#large;
    const bodiesRead: FetchedBody[] = [];
    const reader: Reader = {
      items: this.#limits.items,
      read: async (answer, how, zone, known) => {
        bodiesRead.push({ url: answer.url, digest: answer.digest });
        const { url, finalUrl, at, status, headers, wire } = answer;
        const { kind, select, paths, region, ignore, dates, empty, oai, mail } = how;
        const from = mail && { domains: mail.domains, sisters: mail.sisters, hosts: mail.hosts };
        const body = { url, finalUrl, at, status, headers, wire };
        const of: BodyTask["of"] = [
          body,
          { kind, select, paths, region, ignore, dates, empty, oai, mail: from },
          zone,
          this.#limits,
          known,
        ];
        const found = await this.#read(reader, answer, of);
        const { reading } = found instanceof CutShort ? { reading: problem("too-costly", found.message) } : found;
        // How much is read is for each machine to say, and not for a replay of what it did.
        if (reading?.kind === "problem" && reading.problem === "too-costly") onUnfinished(answer, reading.detail);
        return found instanceof CutShort ? { reading, digests: {} } : found;
      },
      hold: async (weight) => {
        if (weight > LARGE) await large.take(reader);
      },
      workingOn: (body, work) => this.#noting(body, work),
      close: () => {
        large.letGo(reader);
        for (const body of bodiesRead) bodies?.end(body);
      },
    };
    return reader;
  }

  readonly robots: ReadRobots = async (file, url, agent) => {
    const { digest, headers, wire } = file;
    const task: Task = { kind: "robots", of: [{ url: file.url, digest, headers, wire }, url, agent] };
    const read = await this.#apart(file, () => this.#threads.run(task));
    this.#circumstances.remembered?.bodies.end(file);
    return read instanceof CutShort ? undefined : (read as Done["robots"]);
  };

  /** What a body is, and what it offers besides: for somebody who thinks of watching it. */
  async offered(answer: Answer): Promise<Offered | Problem> {
    const { url, finalUrl, at, headers, wire } = answer;
    const task: Task = { kind: "offered", of: [{ url, finalUrl, at, headers, wire }, this.#limits] };
    const read = await this.#apart(answer, () => this.#threads.run(task));
    this.#circumstances.remembered?.bodies.end(answer);
    return read instanceof CutShort ? problem("too-costly", read.message) : (read as Done["offered"]);
  }

  /** A body, if need be twice: what is large is not held while another check holds something large. */
  async #read(reader: Reader, answer: Answer, of: BodyTask["of"]): Promise<Read | CutShort> {
    const then = this.#circumstances.unreadThen?.(answer);
    if (then) return new CutShort(then);
    const first = await this.#apart(answer, () => this.#attempt(reader, of));
    if (first instanceof CutShort) return first;
    if (first.read) return first.read;
    await this.#large.take(reader);
    const second = await this.#apart(answer, () => this.#attempt(reader, of));
    return second instanceof CutShort ? second : (second.read as Read);
  }

  async #attempt(reader: Reader, of: BodyTask["of"]): Promise<ReadInThread> {
    const large = this.#large;
    let isHeld = large.isHeldBy(reader);
    const isRoom = isHeld || large.isFree;
    if (isRoom) await large.take(reader);
    try {
      const most = isRoom ? Number.POSITIVE_INFINITY : LARGE;
      const found = (await this.#threads.run({ kind: "body", of, most })) as ReadInThread;
      isHeld ||= found.isLarge;
      return found;
    } finally {
      if (!isHeld) large.letGo(reader);
    }
  }

  /** @returns what was read, or why it was not read to its end */
  #apart<T>(body: FetchedBody, run: () => Promise<T>): Promise<T | CutShort> {
    const { bodies, clock } = this.#circumstances.remembered ?? {};
    this.#threads.isAlone = bodies !== undefined && clock !== undefined && bodies.isSuspecting(clock.now());
    return this.#threads.turn(async () => {
      const refusal = clock && bodies?.refusal(body, clock.now());
      if (refusal) return new CutShort(refusal);
      try {
        return await this.#noting(body, run);
      } catch (error) {
        if (error instanceof CutShort) return error;
        throw error;
      }
    });
  }

  async #noting<T>(body: FetchedBody, work: () => Promise<T>): Promise<T> {
    const { bodies, clock } = this.#circumstances.remembered ?? {};
    if (clock) bodies?.begin(body, clock.now());
    try {
      return await work();
    } finally {
      bodies?.rest(body);
    }
  }
}
