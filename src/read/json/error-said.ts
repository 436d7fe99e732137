/** What an API says instead of items: an error in an answer that calls itself good, and why it refused. */
import { plainText } from "../feed/feed-item.ts";
import { type Problem, type ProblemName, problem } from "../reading.ts";

const MEMBERS = ["error", "errors", "fault", "exception"];
/** Where an error says what it is, the most telling first (RFC 9457 and what APIs are known to send). */
const WORDS = ["message", "error_description", "detail", "description", "title", "error", "reason", "type", "code"];
const MAX_SAID = 200;
/** Numbers of requests and instants, which are others each time: by them, the same trouble would be told apart from itself. */
const PASSING = /(?<![\w-])(?=[\w:.-]{0,80}\d)[\w:.-]{8,80}(?![\w-])/g;
/** How deep what it says is looked for: `errors: [{ error: { message } }]`. */
const MOST_STEPS = 4;

/** The error that an answer is, or holds beside its items; undefined for none. */
export function errorSaid(value: unknown): Problem | undefined {
  if (!isObject(value)) return undefined;
  const error = MEMBERS.map((name) => own(value, name)).find(isError);
  const status = Number(own(value, "status") ?? own(value, "statusCode") ?? own(value, "code"));
  if (error === undefined && !(status >= 400 && status < 600)) return undefined;
  const words = (error === undefined ? undefined : wordsOf(error)) ?? wordsOf(value);
  // Some give the name of it there, and what it means beside it.
  const said = [words, wordsOf({ message: own(value, "message") })].filter(Boolean);
  const whole = [...new Set(said)].join(": ").slice(0, MAX_SAID) || "without a word";
  return problem(
    nameOf(status, `${whole} ${isObject(error) ? wordsOf({ type: own(error, "type") }) : ""}`),
    `answered with an error: “${whole}”`,
  );
}

/** A refusal, with what its body says of it. */
export function refusalSaid(refusal: Problem, value: unknown): Problem {
  const error = errorSaid(value);
  const said = error ? error.detail.replace(/^.*?“|”$/g, "") : wordsOf(value);
  return said ? problem(refusal.problem, `${refusal.detail}: “${said}”`) : refusal;
}

/** The problem that it is: which, people do different things about. */
function nameOf(status: number, said: string): ProblemName {
  if ([401, 403, 429].includes(status) || /denied|forbidden|unauthori[sz]ed|rate.?limit|too many|quota/i.test(said))
    return "blocked";
  if (status === 404 || status === 410) return "gone";
  return status >= 500 ? "unavailable" : "unreadable";
}

function wordsOf(value: unknown, steps = MOST_STEPS): string | undefined {
  if (typeof value === "string") return shown(plainText(value.slice(0, MAX_SAID * 4)).slice(0, MAX_SAID)) || undefined;
  if (steps === 0) return undefined;
  if (Array.isArray(value)) return wordsOf(value[0], steps - 1);
  if (!isObject(value)) return undefined;
  for (const name of WORDS) {
    const found = wordsOf(own(value, name), steps - 1);
    if (found) return found;
  }
  return undefined;
}

/** Without what a terminal would obey. */
function shown(said: string): string {
  return said.replace(PASSING, "…").replace(/[\p{Cc}\p{Cf}]/gu, "");
}

/** Many write that there is none. */
function isError(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isObject(value)) return Object.keys(value).length > 0;
  return value === true || (typeof value === "string" && value.trim() !== "");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function own(value: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}
