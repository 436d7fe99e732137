/** What an API says instead of items: an error in an answer that calls itself good, and why it refused. */
import { withoutUnseen } from "../../language/unseen.ts";
import { plainText } from "../feed/feed-item.ts";
import { type Problem, type ProblemName, problem } from "../reading.ts";

/** What is called so is an error, unless it says that there is none: `error`, `errorCode`, `has_errors`. */
const ERROR = /^(?:has_?)?(?:errors?|fault|exception)(?:_?(?:code|type|message|description|details?))?$/i;
/** Answers of old, which say of themselves how it went (JSend, Elasticsearch). */
const FAILED: Readonly<Record<string, (value: unknown) => boolean>> = {
  status: (value) => typeof value === "string" && /^(?:errors?|fail(?:ed|ure)?|nok|ko)$/i.test(value.trim()),
  success: (value) => value === false || value === "false",
  ok: (value) => value === false,
  timed_out: (value) => value === true,
  _shards: (value) => isObject(value) && Number(own(value, "failed")) > 0,
};
/** Objects in which an answer speaks of itself. */
const ABOUT = ["meta", "_meta", "status", "response"];
/** An answer of an API has no more names of its own. */
const MOST_NAMES = 200;
/** With nothing found, words that say no more than that, or that all is well. */
const NO_NEWS =
  /^(?:ok\b|success|no (?:more )?(?:results?|records?|items?|documents?|match(?:es)?|data|content|entries)\b|nothing (?:was )?found|0 )/i;
/** Where an error says what it is, the most telling first (RFC 9457 and what APIs are known to send). */
const WORDS = ["message", "error_description", "detail", "description", "title", "error", "reason", "type", "code"];
const MAX_SAID = 200;
/** Numbers of requests and instants, which are others each time: by them, the same trouble would be told apart from itself. */
const PASSING = /(?<![\w-])(?=[\w:.-]{0,80}\d)[\w:.-]{8,80}(?![\w-])/g;
/** How deep what it says is looked for: `errors: [{ error: { message } }]`. */
const MOST_STEPS = 4;

/**
 * The error that an answer is, or holds beside its items; undefined for none.
 * @param isEmpty whether it holds no item: then whatever else it says is taken for the reason, as an empty list counts as “nothing yet”
 */
export function errorSaid(value: unknown, isEmpty = false): Problem | undefined {
  if (!isObject(value)) return undefined;
  const names = Object.keys(value).slice(0, MOST_NAMES);
  const error = names
    .filter((name) => ERROR.test(name))
    .map((name) => own(value, name))
    .find(isError);
  const status = statusIn(value) ?? ABOUT.map((name) => statusIn(own(value, name))).find((one) => one !== undefined);
  const isFailed = names.some((name) => Object.hasOwn(FAILED, name) && FAILED[name]?.(own(value, name)));
  const besides = isEmpty ? wordsOf({ message: own(value, "message"), detail: own(value, "detail") }, 1) : undefined;
  const isReason = besides !== undefined && !NO_NEWS.test(besides);
  if (error === undefined && status === undefined && !isFailed && !isReason) return undefined;
  const words = (error === undefined ? undefined : wordsOf(error)) ?? wordsOf(value);
  // Some give the name of it there, and what it means beside it.
  const said = [words, wordsOf({ message: own(value, "message") })].filter(Boolean);
  const whole = [...new Set(said)].join(": ").slice(0, MAX_SAID) || "without a word";
  return problem(
    nameOf(status ?? Number.NaN, `${whole} ${isObject(error) ? wordsOf({ type: own(error, "type") }) : ""}`),
    `answered with an error: “${whole}”`,
  );
}

/** A refusal, with what its body says of it. */
export function refusalSaid(refusal: Problem, value: unknown): Problem {
  const error = errorSaid(value);
  const said = error ? error.detail.replace(/^.*?“|”$/g, "") : wordsOf(value);
  return said ? problem(refusal.problem, `${refusal.detail}: “${said}”`) : refusal;
}

/** A status of HTTP that is no good one, where an object gives it. */
function statusIn(value: unknown): number | undefined {
  if (!isObject(value)) return undefined;
  const status = Number(
    own(value, "status") ?? own(value, "statusCode") ?? own(value, "status_code") ?? own(value, "code"),
  );
  return status >= 400 && status < 600 ? status : undefined;
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
  return withoutUnseen(said.replace(PASSING, "…"));
}

/** Many write that there is none. */
function isError(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (isObject(value)) return Object.keys(value).length > 0;
  if (typeof value === "number") return value !== 0;
  return value === true || (typeof value === "string" && !/^(?:|0|none|null|false|no|ok)$/i.test(value.trim()));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function own(value: Record<string, unknown>, name: string): unknown {
  return Object.hasOwn(value, name) ? value[name] : undefined;
}
