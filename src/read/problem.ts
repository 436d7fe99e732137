/** Pages that are not what the source shows to readers: bot walls, soft 404s, maintenance and consent walls, often served with 200. */
import type { CheerioAPI } from "cheerio";
import { type AnyNode, isTag } from "domhandler";
import { fold } from "../language/fold.ts";
import { MAX_TITLE } from "./bounds.ts";
import { foldedText, pageTitle, textOf } from "./html.ts";
import { type Problem, problem } from "./reading.ts";
import { walk } from "./tree.ts";

const BOT_WALL =
  /just a moment|checking your browser|verify(?:ing)? (?:that )?you are (?:a )?human|are you a robot|attention required|enable javascript and cookies|ddos protection|access denied|access to this page has been denied|request unsuccessful incapsula|pardon our interruption|unusual traffic|\bsecurity check\b|performing security verification|the request url was rejected|you have been blocked/;
const BOT_MARKS =
  /cf-chl|challenge-platform|_cf_chl_opt|captcha-delivery|h-captcha|g-recaptcha|_Incapsula_Resource|px-captcha|awswaf|ak-challenge|datadome/i;
const MAINTENANCE =
  /(?:under|undergoing|down for|scheduled|planned|site) (?:scheduled |planned |routine )?maintenance|(?:site|website) is (?:currently )?in maintenance|temporarily (?:unavailable|offline|down)|back (?:soon|shortly|online)|service unavailable|site is (?:currently )?(?:offline|unavailable)|en maintenance|en mantenimiento|technical difficulties/;
const NOT_FOUND =
  /(?:page|document|file|content|resource|url)(?: you(?: are| re)?(?: requested| looking for| were looking for)?)?(?: requested)?(?: could| can)?(?: not|not)?(?: be)? ?(?:not found|could not be found|cannot be found|can not be found|was not found|does not exist|no longer exists|is not available|no longer available)|error 404|404 error|^404\b|page introuvable|page non trouvee|pagina no encontrada|страница не наидена|страница не найдена|页面未找到|找不到页面|الصفحه غير موجوده/;
const CONSENT =
  /(?:before you continue|we value your privacy|accept (?:all )?cookies|cookie consent|consent to the use of cookies|manage your (?:privacy|cookie) (?:choices|preferences)|sign in to continue|log in to continue|please (?:sign|log) in)/;

/** Text beyond this many characters is a real page that may well speak of such things. */
const SHORT = 1500;

/** What an HTML page's own words give away. */
export function pageProblem($: CheerioAPI, html: string): Problem | undefined {
  const title = fold(pageTitle($));
  const text = foldedText($, 20_000);
  const hasMarks = BOT_MARKS.test(html);
  const isShort = text.length < SHORT;
  const headings = fold(openingHeadings($).join(" "));
  const opening = `${title} ${headings}`;
  // A long page is no wall for one heading: "National security checking completed" is news.
  if (isShort && (BOT_WALL.test(`${title} ${text}`) || (hasMarks && text.length < 400)))
    return problem("blocked", "showed a bot wall instead of the page");
  if (isShort && MAINTENANCE.test(`${title} ${text}`)) return problem("unavailable", "showed a maintenance page");
  if (NOT_FOUND.test(title) || NOT_FOUND.test(headings) || (text.length < 600 && NOT_FOUND.test(text)))
    return problem("gone", "said “not found” with status 200 (a soft 404)");
  if (CONSENT.test(opening) || (isShort && text.length < 900 && CONSENT.test(text)))
    return problem("blocked", "showed a consent or sign-in wall instead of the page");
  if (text.length < 20) return problem("empty", "answered with a page that holds no text");
  return undefined;
}

/** The first three headings of the first two levels. */
function openingHeadings($: CheerioAPI): string[] {
  const headings: string[] = [];
  walk($.root()[0] as AnyNode, (node) => {
    if (isTag(node) && (node.name === "h1" || node.name === "h2")) headings.push(textOf(node, MAX_TITLE));
    return headings.length === 3 ? "stop" : undefined;
  });
  return headings;
}

/** A page that stops before its end, where neither its `html` nor its `body` is closed: every page of the sites we read does that. */
export function cutOffProblem(html: string): Problem | undefined {
  return /<(?:html|body)[\s>]/i.test(html) ? problem("empty", "was cut off before the page’s end") : undefined;
}
