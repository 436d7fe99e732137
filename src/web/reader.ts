/** Who reads a page: in which language, and from where. They choose it in the footer; until then, their browser does. */
import type { Context, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { parseAccept } from "hono/utils/accept";
import type { Catalogue } from "../message/catalogue.ts";
import { catalogue, languageFor } from "../message/languages.ts";
import { LANGUAGES, type Language } from "../watch/names.ts";
import { pageWords } from "./words/languages.ts";
import type { PageWords } from "./words/words.ts";

const COOKIE = "lang";
const ASKED = "lang";
const A_YEAR_SECONDS = 365 * 24 * 3600;

export interface Reader {
  language: Language;
  /** What pages say, and what messages say. */
  words: PageWords;
  says: Catalogue;
  /** Whether they see what is public, and nothing else. */
  isOnlooker: boolean;
  /** This page in another language: relative, as a path that begins with two slashes would lead to another site. */
  inLanguage(language: Language): string;
}

/** By what is chosen what a page shows. Only to who may see everything is it given back: of a secret that is guessed, pages say that it is one. */
const CHOSEN_BY: ReadonlySet<string> = new Set([
  ...["q", "publisher", "state", "page"],
  ...["watch", "source", "level", "days", "version"],
]);

/** That somebody is let in to see what is public alone, for the pages that they are shown. */
const ONLOOKER = "isOnlooker";

/** @param otherwise the language for whom nobody asks in any */
export function readerOf(context: Context, otherwise?: Language): Reader {
  const url = new URL(context.req.url);
  const language = languageOf(context, otherwise);
  const mayHaveThemBack = context.get(ONLOOKER) === false;
  return {
    language,
    words: pageWords(language),
    says: catalogue(language),
    isOnlooker: context.get(ONLOOKER) === true,
    inLanguage: (language) => {
      const kept = [...url.searchParams].filter(([name]) => mayHaveThemBack && CHOSEN_BY.has(name));
      return `?${new URLSearchParams([...kept, [ASKED, language]])}`;
    },
  };
}

/** @param isOnlooker whether who asks is let in to see what is public alone */
export function knowsOnlookers(isOnlooker: (context: Context) => boolean): MiddlewareHandler {
  return async (context, next) => {
    context.set(ONLOOKER, isOnlooker(context));
    await next();
  };
}

/** A language that was chosen is kept, for the pages that are asked for next. */
export const keepsLanguage: MiddlewareHandler = async (context, next) => {
  const chosen = known(context.req.query(ASKED));
  if (chosen)
    setCookie(context, COOKIE, chosen, { path: "/", sameSite: "Lax", httpOnly: true, maxAge: A_YEAR_SECONDS });
  await next();
};

function languageOf(context: Context, otherwise: Language | undefined): Language {
  const chosen = known(context.req.query(ASKED)) ?? known(getCookie(context, COOKIE));
  const asked = context.req.header("accept-language");
  return chosen ?? (asked || !otherwise ? spokenIn(asked ?? "") : otherwise);
}

/** The first that a browser asks for of those there are (RFC 9110 §12.5.4). */
function spokenIn(header: string): Language {
  const asked = parseAccept(header).filter(({ q }) => q > 0);
  const spoken = asked.toSorted((a, b) => b.q - a.q).find(({ type }) => known(languagePart(type)));
  return languageFor(spoken?.type);
}

function known(name: string | undefined): Language | undefined {
  return LANGUAGES.find((language) => language === name);
}

function languagePart(locale: string): string {
  return locale.toLowerCase().split("-")[0] ?? "";
}
