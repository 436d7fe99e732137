/**
 * What vendors put between a robot and a page, told by what they send with nothing but that: headers, marks in the source,
 * sentences. The headers and marks are those that is-antibot lists (github.com/microlinkhq/is-antibot, providers.json), those of
 * Anubis, F5, Imunify360, SiteGround, DDoS-Guard and the waiting rooms besides.
 */
import { FEW_OWN, type OwnWords, SOME_OWN } from "./own-words.ts";
import { anyOf } from "./phrases.ts";

/** Sent with a challenge, never with the page. */
const HEADERS: readonly (readonly [name: string, value: RegExp])[] = [
  ["cf-mitigated", /^challenge/i],
  ["x-vercel-mitigated", /^challenge/i],
  ["x-amzn-waf-action", /./],
  ["x-datadome", /^(?!protected)./i],
  ["x-dd-b", /^[12]$/],
  ["x-kasada-challenge", /./],
  ["x-sucuri-block", /./],
  ["akamai-cache-status", /^error/i],
];

/** In the source of a challenge, and of nothing else. */
const MARKS =
  /_cf_chl_opt|cf-chl-|captcha-delivery\.com|_pxAction|px-captcha|_Incapsula_Resource\?CWUDNSAI|Protected by Reblaze|Sucuri Website Firewall|sucuri_cloudproxy|anubis_challenge|\/\.within\.website\/x\/|gokuProps|csm-captcha|x5secdata|Sina Visitor System|hcdn-cgi\/jschallenge|bobcmn|wsidchk|sgcaptcha|sp_challenge|perfdrive\.com|go-away\.challenge/i;
/** In the source of challenges and of healthy pages, which ask with them who sends a form. */
const DOUBTFUL_MARKS =
  /challenge-platform|bmak\.|datadome|__kasada|KPSDK|kasada\.js|_Incapsula_Resource|rbzns|_fs-ch-|awswaf|AwsWafIntegration|aliyun_waf|ddos-guard|__ddg|TSPD|imunify360|sbtsck|bitninja|sec-if-cpt|ak-challenge|g-recaptcha|h-captcha|cf-turnstile|frc-captcha|arkoselabs|geetest|TencentCaptcha/i;
const WAITING_MARKS = /queue-it\.net|queueittoken|cf-waiting-room|waitingroom/i;

/** Characters: a page with a mark that says no more is a wall; with a doubtful one, a page that says next to nothing and has no heading. */
const FEW = 400;
const NEXT_TO_NOTHING = 60;

/** Titles and headings, whole. */
const TITLES = anyOf([
  "just a moment",
  "one moment please",
  "please wait",
  "attention required",
  "attention required cloudflare",
  "access denied",
  "access to this page has been denied",
  "forbidden",
  "403",
  "403 forbidden",
  "error 403",
  "error 403 forbidden",
  "403 forbidden access is denied",
  "unauthorized",
  "401 unauthorized",
  "not acceptable",
  "406 not acceptable",
  "robot or human",
  "are you a robot",
  "are you human",
  "human verification",
  "bot verification",
  "captcha",
  "captcha challenge",
  "client challenge",
  "security check",
  "security verification",
  "security checkpoint",
  "vercel security checkpoint",
  "checking your browser",
  "checking your browser before accessing",
  "making sure you’re not a bot",
  "making sure you’re human",
  "pardon our interruption",
  "request rejected",
  "request blocked",
  "web page blocked",
  "blocked",
  "you have been blocked",
  "sorry, you have been blocked",
  "ddos-guard",
  "un instant",
  "un momento",
  "один момент",
  "请稍候",
  "لحظة",
  "too many requests",
  "429 too many requests",
  "rate limit exceeded",
  "you are being rate limited",
  "page blocked",
  "website blocked",
  "access blocked",
  "acces bloqué",
  "acceso bloqueado",
  "доступ заблокирован",
  "unavailable for legal reasons",
  "451 unavailable for legal reasons",
  "451 unavailable due to legal reasons",
  "access required",
  "web filter block override",
  "oh noes",
  "accès refusé",
  "accès interdit",
  "acceso denegado",
  "acceso prohibido",
  "доступ запрещён",
  "доступ ограничен",
  "访问被拒绝",
  "禁止访问",
  "安全验证",
  "人机验证",
  "تم رفض الوصول",
  "الوصول مرفوض",
]);

const SENTENCES = new RegExp(
  [
    "checking (?:your browser|if the site connection is secure|whether you are a human)",
    "(?:verify|verifying|confirm|prove|ensure|make sure|making sure)(?: that)? you (?:are|re) (?:a human|human|not a (?:ro)?bot)",
    "(?:enable|need) javascript and cookies to continue",
    "needs to review the security of your connection",
    "ddos protection by",
    "you (?:do not|don t|dont) have permission to (?:access|view) (?:this (?:page|resource|server|site)|the requested|https?|on this server)",
    "access to this page has been denied",
    "(?:access denied|request unsuccessful) (?:sucuri|incapsula)|incapsula incident id",
    "pardon our interruption as you were browsing",
    "made us think you (?:were|are|might be) a (?:ro)?bot",
    "(?:detected|noticed|received) (?:some )?(?:unusual|suspicious|automated) (?:traffic|activity|requests)",
    "unusual (?:traffic|activity) from your (?:computer|network|ip|device)",
    "performing security verification",
    "the request(?:ed)? url was rejected",
    "your support id is",
    "(?:sorry )?you have been blocked",
    "(?:your|this) (?:ip|ip address|access|request|connection)(?: to this (?:site|website|service|page|resource))? (?:has been|was|is) (?:temporarily )?(?:blocked|denied|limited|banned|restricted|rejected|flagged)",
    "blocked by (?:network security|our (?:security|firewall|waf)|the (?:security|site owner|web application firewall|firewall)|wordfence|mod security)",
    "generated by (?:wordfence|cloudfront)",
    "protected by (?:anubis|imunify360|bunkerweb|ddos guard|cloudflare|datadome|perimeterx|human security)",
    "(?:complete|solve|pass) (?:the|this|a) (?:security check|captcha|challenge|puzzle|verification)(?: below| to (?:continue|proceed|access))",
    "(?:your|the) (?:request|browser|connection) is being (?:verified|checked)",
    "please wait while (?:we (?:verify|check)|your (?:request|browser))",
    "the request could not be satisfied",
    "an appropriate representation of the requested resource could not be found on this server this error was generated by mod security",
    "errors edgesuite net",
    "press (?:and )?hold to confirm you are",
    "(?:access|request|site|website|web page|page|activity|connection|content)(?: to this (?:site|website|page|server|resource))? (?:has been |have been |is |was |are )?(?:temporarily )?(?:blocked|denied|restricted|banned|limited|forbidden|prohibited|rejected)\\b",
    "(?:restricted|unauthorized|blocked) access|rate limit|too many requests",
    "(?:unavailable|restricted) (?:for|due to) legal reasons",
    "not (?:accessible|available) in (?:your (?:country|region|area)|the [\\w ]{2,30})",
    "(?:need|have|require) (?:do not have )?permission to (?:access|get|view)|does not have permission to (?:access|get|view)|not authori[sz]ed to (?:access|view)",
    "(?:verify|verifying|check|checking|validating) (?:that )?(?:you|your (?:browser|connection))",
    "security service to protect itself|banned (?:you|your|the country)",
    "(?:blocked|denied|banned) (?:by|as per|in accordance|because)",
    "cookies must be enabled|enable cookies in your browser|browser is (?:not|no longer) supported",
    "acces (?:a ete |est )?(?:refuse|bloque|interdit|restreint)",
    "(?:demande|url demandee|requete) a ete (?:rejetee|bloquee|refusee)|pas autorise a acceder|securite de votre connexion|pas un robot|etes humain",
    "acceso (?:ha sido |esta )?(?:denegado|bloqueado|prohibido|restringido)",
    "(?:solicitud|url solicitada|direccion ip|peticion) (?:fue|ha sido|esta) (?:rechazada|bloqueada|denegada)|no esta autorizado a|verificacion de seguridad|trafico inusual",
    "доступ[\\p{L}\\p{N} ]{0,60} (?:запрещен|ограничен|заблокирован|закрыт)|(?:саит|адрес|ip) заблокирован|проверк[аи] (?:вашего )?(?:браузера|безопасности)|браузер проверяется|не робот|не авторизованы",
    "trop de requetes|demasiadas solicitudes|слишком много запросов|访问过于频繁|(?:les|n avez pas les) droits necessaires|no tiene permisos?|нет прав|没有权限|ليس لديك (?:اذن|صلاحيه)",
    "(?:type|enter|copy) (?:in )?the (?:characters|letters|digits|numbers|code|text) (?:you see|shown|in the (?:picture|image)|from the|below|above)|drag the slider|automated (?:program|queries)|prouver que vous|compruebe que no|caracteres de la imagen|символы с картинки|запрос похож на|图片中的字符|不是机器人|لست برنامجا",
    "拦截|阻断|验证码|(?:安全|人机|访问)验证|访问被拒绝|禁止访问|防火墙|安全检查|不是自动程序",
    "تم (?:رفض|حظر)|الوصول مرفوض|التحقق من (?:الامان|انك|انسان)|لست روبوت|مخالف لانظمه|غير مصرح",
  ].join("|"),
  "u",
);
const OTHER_SENTENCES = anyOf([
  "vérification que vous êtes humain",
  "vérifier que vous êtes humain",
  "vérifiez que vous êtes humain",
  "vous n’êtes pas un robot",
  "votre adresse IP a été bloquée",
  "verificar que usted es humano",
  "verifique que es humano",
  "verifica que eres humano",
  "no eres un robot",
  "no es un robot",
  "su dirección IP ha sido bloqueada",
  "проверка браузера",
  "проверяем ваш браузер",
  "подтвердите, что вы не робот",
  "подтвердите, что вы человек",
  "ваш IP заблокирован",
  "доступ к сайту ограничен",
  "请完成安全验证",
  "请完成验证",
  "请点击按钮开始验证",
  "您的访问被阻断",
  "您的请求已被拦截",
  "安全检查",
  "التحقق من أنك إنسان",
  "أثبت أنك لست روبوت",
  "تم حظر عنوان",
]);

const WAITING = new RegExp(
  [
    "you are (?:now |currently )?(?:in (?:line|the queue|a queue|a virtual queue|the waiting room)|number \\d+ in)",
    "your (?:estimated|expected) wait(?:ing)? time",
    "you will be (?:redirected|admitted|let in) (?:to|when|automatically)",
    "(?:in|enter(?:ing)?) (?:the|our|a) (?:virtual )?waiting room",
    "vous etes (?:actuellement |maintenant )?dans (?:la|une) (?:file d attente|salle d attente)",
    "(?:esta|estas) en (?:la|una) (?:cola|sala de espera)",
    "вы (?:находитесь )?в очереди",
    "您正在排队|排队等候",
    "(?:виртуальнои очереди|ожидаемое время ожидания)",
    "(?:fila virtual|cola virtual|tiempo de espera estimado|temps d attente estime)",
    "number of (?:users|people) (?:in line )?ahead of you|(?:powered by|virtual) (?:queue it|waiting room)|too many visitors|high volume of traffic",
    "في قايمه الانتظار|وقت الانتظار المتوقع",
  ].join("|"),
);

/** What a page gives away about itself. All words are folded. */
export interface Saying {
  /** Its title and its first headings, in pieces as bars and dashes part them. */
  titles: readonly string[];
  /** What its content says, or all of it where there is none. */
  text: string;
  /** The same as a reader sees it. */
  lines: readonly string[];
  /** Whether it has a heading of the first level. */
  isHeaded: boolean;
  /** Whether a heading has mostly words of its own. */
  isOnSomething: boolean;
  /** Whether it says so little that it may be no page at all. */
  isShort: boolean;
  /** What of its text is its own. */
  own: OwnWords;
}

/** What stands in front of the page, as it completes "showed … instead of the page"; undefined where it is the page itself. */
export function wallIn(
  { titles, text, isHeaded, isShort, own }: Saying,
  html: string,
  headers: Record<string, string>,
): string | undefined {
  if (HEADERS.some(([name, value]) => value.test(headers[name] ?? ""))) return "a bot wall";
  const isTitled = titles.some((title) => TITLES.whole(title)) && own.share <= SOME_OWN;
  if (!isShort || (!isTitled && own.share > FEW_OWN)) return undefined;
  if (WAITING.test(text) || (text.length < FEW && WAITING_MARKS.test(html))) return "a waiting room";
  const isWall =
    isTitled ||
    SENTENCES.test(text) ||
    OTHER_SENTENCES.within(text) ||
    (text.length < FEW && MARKS.test(html)) ||
    (text.length < NEXT_TO_NOTHING && !isHeaded && DOUBTFUL_MARKS.test(html));
  return isWall ? "a bot wall" : undefined;
}
