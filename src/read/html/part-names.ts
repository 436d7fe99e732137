/** What sites call the parts of their pages, and what such a name tells of one. */
import type { Element } from "domhandler";

/** Blocks that come and go on every page: banners, consent boxes, pagers, sharing, breadcrumbs. */
const SURROUNDING =
  /(?:^|[-_\s])(?:banner|cookies?|consent|alert|announcement|breadcrumbs?|share|sharing|social|pager|pagination|newsletter|skip-link|visually-hidden|sr-only|related|promo|carousel|slider|rotat\w*)(?:$|[-_\s])/i;
const MENU =
  /(?:^|\s)(?:(?:main|site|top|primary|mega|nav|global)?[-_]?(?:menu|navigation)|[\w-]*(?:cookie|consent|gdpr)[\w-]*)(?:$|\s)/i;
/** What visitors wrote: comments, replies, forum posts. */
const VISITORS =
  /(?:^|(?<!\bno)[-_\s])(?:comments?(?!-(?:open|closed|off|on|enabled|disabled|count|number|link))|comment-?list|repl(?:y|ies)|respond|forum|discussion|thread|message-?board|public-?(?:comments?|feedback|submissions?)|consultation-?responses?|ugc|user-?(?:content|posts?|uploads?)|disqus(?:_thread)?|guestbook|reviews-list)(?:$|[-_\s])/i;

/** Sections are named after their headings, and articles after what they are filed under: such a name says what they are about. */
const HEADING = /^(?:[^-_]+[-_]){4}/;
const FILED_UNDER = /^(?:tag|category)-/i;

/** No name is longer; what is written further says nothing. */
const MAX_NAME = 1000;

/** What a name tells of what it names. */
export interface Told {
  isSurrounding: boolean;
  /** A menu or a consent box, which may say more than a short page does. */
  isMenu: boolean;
  isVisitors: boolean;
}

const NOTHING: Told = { isSurrounding: false, isMenu: false, isVisitors: false };

/** The names of one page: most are its rows', and are looked at once. */
export class PartNames {
  readonly #told = new Map<string, Told>();

  /** What an element's classes and its id tell of it. */
  toldOf({ attribs: { class: classes, id } }: Element): Told {
    if (!id) return classes ? this.#toldBy(classes) : NOTHING;
    const byId = this.#toldBy(id);
    if (!classes) return byId;
    const byClass = this.#toldBy(classes);
    if (byId === NOTHING || byClass === NOTHING) return byId === NOTHING ? byClass : byId;
    return {
      isSurrounding: byId.isSurrounding || byClass.isSurrounding,
      isMenu: byId.isMenu || byClass.isMenu,
      isVisitors: byId.isVisitors || byClass.isVisitors,
    };
  }

  #toldBy(written: string): Told {
    const names = written.slice(0, MAX_NAME);
    const known = this.#told.get(names);
    if (known) return known;
    const isSurrounding = isNamed(names, SURROUNDING, HEADING);
    const isVisitors = isNamed(names, VISITORS, FILED_UNDER);
    const isMenu = MENU.test(names);
    const told = isSurrounding || isVisitors || isMenu ? { isSurrounding, isMenu, isVisitors } : NOTHING;
    this.#told.set(names, told);
    return told;
  }
}

function isNamed(names: string, pattern: RegExp, except: RegExp): boolean {
  if (!pattern.test(names)) return false;
  return names.split(/\s+/).some((name) => pattern.test(name) && !FILED_UNDER.test(name) && !except.test(name));
}
