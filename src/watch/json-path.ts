/**
 * Paths into JSON (JSONPath, RFC 9535), as a watch's file has them. They are gone along in what strangers send: what can cost more than
 * a few times going through it, however it is made, is no path here.
 */
import { jsonpath } from "json-p3";

type Query = jsonpath.JSONPathQuery;
type Segment = Query["segments"][number];
type Value = Parameters<Query["lazyQuery"]>[0];

/** What is nested deeper is no answer of an API: it is refused before any path is gone along (read/json/syntax.ts). */
export const MAX_JSON_DEPTH = 64;
const MOST_SEGMENTS = 30;
/** Ways that a path may take at its forks together. */
const MOST_WAYS = 8;
const MOST_LETTERS = 500;
/** Of more, a watch has no use. */
const MOST_KEPT = 5000;

const environment = new jsonpath.JSONPathEnvironment({ maxRecursionDepth: MAX_JSON_DEPTH * 2 });
// Patterns of a person's, on texts of a stranger's: JavaScript's take a time that may double with each letter.
environment.functionRegister.delete("match");
environment.functionRegister.delete("search");

const compiled = new Map<string, Query>();

class CostlyPath extends Error {}

/** What is wrong with a path, as it is said of it; undefined where it can be used. */
export function pathFault(path: string): string | undefined {
  try {
    queryOf(path);
    return undefined;
  } catch (error) {
    if (error instanceof CostlyPath) return error.message;
    return "is not a JSONPath (RFC 9535) that can be used; write one such as $.data[*] or $.fields.title";
  }
}

/** What stands at a path, in its order, one after the other as it is asked for. @throws where it is none */
export function* valuesAt(path: string, value: unknown): Generator<unknown, void, undefined> {
  for (const node of queryOf(path).lazyQuery(value as Value)) yield node.value;
}

/** Whether a path leads to items of a list that is there, and has none: nothing is missing but what may come. */
export function isOfEmptyList(path: string, value: unknown): boolean {
  const { segments } = queryOf(path);
  const ofItems = segments.findLastIndex(
    (segment) =>
      !isDescendant(segment) && segment.selectors.every((one) => !(one instanceof jsonpath.selectors.NameSelector)),
  );
  if (ofItems < 0) return false;
  const first = (count: number) =>
    new jsonpath.JSONPathQuery(environment, segments.slice(0, count)).lazyQuery(value as Value).next();
  const list = first(ofItems);
  return (
    !list.done && typeof list.value.value === "object" && list.value.value !== null && first(ofItems + 1).done === true
  );
}

function queryOf(path: string): Query {
  const known = compiled.get(path);
  if (known) return known;
  if (path.length > MOST_LETTERS) throw new CostlyPath(`is longer than ${MOST_LETTERS} characters`);
  const query = environment.compile(path);
  weigh(query.segments);
  if (compiled.size >= MOST_KEPT) compiled.clear();
  compiled.set(path, query);
  return query;
}

/** @throws {CostlyPath} */
function weigh(segments: readonly Segment[]): void {
  if (segments.length > MOST_SEGMENTS) throw new CostlyPath(`has more than ${MOST_SEGMENTS} steps`);
  const ways = segments.reduce((product, { selectors }) => product * selectors.length, 1);
  if (ways > MOST_WAYS) throw new CostlyPath(`leads more than ${MOST_WAYS} ways at once`);
  const deep = segments.filter(isDescendant);
  const isPlain = deep.every(({ selectors: [one] }) => one instanceof jsonpath.selectors.NameSelector);
  if (deep.length > 1 || !isPlain)
    throw new CostlyPath("may hold `..` once, with a name behind it: what else it finds may be without number");
  for (const { selectors } of segments)
    for (const one of selectors)
      if (one instanceof jsonpath.selectors.FilterSelector) weighCondition(one.expression.expression);
}

function weighCondition(expression: jsonpath.expressions.FilterExpression): void {
  const { expressions } = jsonpath;
  if (expression instanceof expressions.RootQuery)
    throw new CostlyPath("must not look at the whole ($) in a condition, for each item anew; begin with @ there");
  if (expression instanceof expressions.RelativeQuery) weigh(expression.path.segments);
  else if (expression instanceof expressions.FunctionExtension) expression.args.forEach(weighCondition);
  else if (expression instanceof expressions.PrefixExpression) weighCondition(expression.right);
  else if (expression instanceof expressions.LogicalExpression) weighCondition(expression.expression);
  else if (expression instanceof expressions.InfixExpression) {
    weighCondition(expression.left);
    weighCondition(expression.right);
  }
}

function isDescendant(segment: Segment): boolean {
  return segment.toString().startsWith("..");
}
