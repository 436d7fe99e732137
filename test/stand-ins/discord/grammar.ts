/**
 * What Discord makes of a text beyond its words: a parser of its own syntax, written from its documentation ("Message Formatting"; "Markdown Text
 * 101") and unkind: what only some client makes something of counts, and a mention counts behind a backslash as well.
 */

/** One thing that is no mere word: what it is, and what it leads to or names. */
export interface Live {
  kind: string;
  of: string;
}

/** Of one line, where it begins. */
const BLOCKS: readonly [kind: string, found: RegExp][] = [
  ["small print", /^-# /],
  ["heading", /^#{1,3}\s+\S/],
  ["quote", /^>(?:>>)?\s/],
  ["list", /^(?:[-*]|\d+\.)\s+\S/],
];
/** Read before anything else, heedless of backslashes. */
const RAW: readonly [kind: string, found: RegExp][] = [
  ["mention", /<(?:@[!&]?|#)\d+>/g],
  ["mention", /@(?:everyone|here)/g],
  ["command", /<\/[^:<>\n]+:\d+>/g],
  ["emoji", /<a?:\w+:\d+>/g],
  ["date", /<t:-?\d+(?::\w)?>/g],
  ["place", /<id:[\w-]+(?::\d+)?>/g],
  ["shown address", /(?<!<)\bhttps?:\/\/[^\s<]+/g],
  ["invitation", /\bdiscord(?:app)?\.(?:gg|com\/invite|gift)\/\w+/g],
];
/** Read where they stand; a backslash takes them their meaning. The first that fits is it. */
const INLINE: readonly [kind: string, found: RegExp][] = [
  ["escape", /^\\[^0-9A-Za-z\s]/],
  ["block of code", /^```[\s\S]*?```/],
  ["code", /^(`+)[\s\S]*?[^`]\1(?!`)/],
  ["link", /^\[(?:\\.|[^[\]\\]|\[[^\]]*\]|\](?=[^[]*\]))*\]\(\s*<?[^)\s]*\)/],
  ["address", /^<[a-z][\w+.-]*:[^\s>]+>/i],
  ["e-mail", /^<[^\s<>]+@[^\s<>]+>/],
  ["telephone", /^<(?:tel:|sip:)?\+?[\d-]{3,}>/],
  ["bold", /^\*\*(?=[\s\S]+?(?<!\\)\*\*)/],
  ["underlined", /^__(?=[\s\S]+?(?<!\\)__)/],
  ["italic", /^\*(?=\S[\s\S]*?(?<!\\)\*)/],
  ["italic", /^_(?=[\s\S]+?(?<!\\)_)/],
  ["struck out", /^~~(?=[\s\S]+?(?<!\\)~~)/],
  ["spoiler", /^\|\|(?=[\s\S]+?(?<!\\)\|\|)/],
  ["emoji", /^:[\w+-]+:/],
];

export function liveIn(text: string): Live[] {
  const found: Live[] = RAW.flatMap(([kind, every]) => [...text.matchAll(every)].map(([of]) => ({ kind, of })));
  for (let line of text.split("\n"))
    for (let block = blockAt(line); block; block = blockAt(line)) {
      found.push({ kind: block.kind, of: "" });
      line = block.rest;
    }
  for (let at = 0; at < text.length; ) {
    const rest = text.slice(at);
    const token = INLINE.map(([kind, one]) => ({ kind, of: one.exec(rest)?.[0] })).find(({ of }) => of !== undefined);
    if (token?.of !== undefined && token.kind !== "escape") {
      const isMark = /^[*_~|]+$/.test(token.of);
      const of = token.kind === "link" ? token.of.slice(token.of.lastIndexOf("](") + 1) : token.of;
      found.push({ kind: token.kind, of: isMark ? "" : of });
    }
    at += token?.of?.length ?? 1;
  }
  return found;
}

function blockAt(line: string): { kind: string; rest: string } | undefined {
  const begins = line.replace(/^\s+/, "");
  const [found] = BLOCKS.filter(([, one]) => one.test(begins));
  return found && { kind: found[0], rest: begins.replace(/^\S+\s+/, "") };
}
