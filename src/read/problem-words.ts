/**
 * A catalogue: what pages say, in the six languages of the United Nations, that are not what their site shows to readers. Regular
 * expressions are over folded text; phrases are folded as they are read.
 */
import { anyOf } from "./phrases.ts";

/** English says it in too many ways to list; each of them denies. */
export const NOT_FOUND = new RegExp(
  [
    "(?:page|document|file|content|resource|url|item|article|address|site)" +
      "(?: (?:that )?you (?:are|re|were|have)? ?(?:looking for|trying to (?:access|reach|view|open)|requested))?(?: requested)? " +
      "(?:not found|(?:(?:was|were|could|can|is|has|does|did) ?(?:not|nt|n t)|cannot|can t|couldn t|doesn t|isn t|wasn t|not)" +
      " (?:be |been )?(?:found|exist|available|located)|(?:is |does |are )?no longer (?:exists?|available|here|online))",
    "(?:page|file|url|resource|content)(?: (?:that )?you (?:are|re|were|have)? ?(?:looking for|trying to (?:access|reach|view|open)|requested))? (?:has|may have|might have) been (?:removed|deleted|moved|renamed)",
    "(?:we )?(?:cannot|can t|couldn t|could not|can not) find (?:that|the|this|your) (?:page|document|file)",
    "error 404|404 error|^(?:404|410)\\b|^not found\\b|nothing (?:was )?found here",
  ].join("|"),
);
export const OTHER_NOT_FOUND = anyOf([
  "page introuvable",
  "page non trouvée",
  "cette page n’existe pas",
  "la page demandée n’existe pas",
  "página no encontrada",
  "la página no existe",
  "la página solicitada no existe",
  "no se encontró la página",
  "страница не найдена",
  "страница не существует",
  "запрашиваемая страница не найдена",
  "页面未找到",
  "找不到页面",
  "页面不存在",
  "您访问的页面不存在",
  "الصفحة غير موجودة",
  "لم يتم العثور على الصفحة",
  "seite nicht gefunden",
]);
export const NOT_FOUND_WORDS: ReadonlySet<string> = new Set(
  (
    "404 410 error http status code sorry oops whoops we re we are the this that a an your page web webpage document file directory or content resource url item " +
    "article address site link you were was is looking for trying to reach access view open requested have has had could can cannot " +
    "couldn couldnt can cant t not be been found find does doesn doesnt do isn n s no longer exist exists available removed deleted moved it here there anymore " +
    "any more and unable locate unfortunately nothing may might of on server " +
    "erreur introuvable non trouvée trouvee cette n existe pas la demandée demandee est désolé desole " +
    "pagina no encontrada solicitada se encontro existe lo sentimos el recurso " +
    "ошибка страница не наидена существует запрашиваемая " +
    "页面未找到 找不到页面 页面不存在 您访问的页面不存在 抱歉 " +
    "الصفحه غير موجوده لم يتم العثور علي خطا عذرا fehler seite nicht gefunden"
  )
    .split(" ")
    .filter(Boolean),
);

export const MAINTENANCE_TITLES = anyOf([
  "maintenance",
  "maintenance mode",
  "under maintenance",
  "site maintenance",
  "website maintenance",
  "scheduled maintenance",
  "planned maintenance",
  "system maintenance",
  "down for maintenance",
  "site under maintenance",
  "website under maintenance",
  "we’ll be back soon",
  "we will be back soon",
  "be right back",
  "temporarily unavailable",
  "site offline",
  "coming soon",
  "under construction",
  "site under construction",
  "website coming soon",
  "site en maintenance",
  "en maintenance",
  "maintenance en cours",
  "site en construction",
  "en mantenimiento",
  "sitio en mantenimiento",
  "mantenimiento programado",
  "sitio en construcción",
  "техническое обслуживание",
  "технические работы",
  "сайт на обслуживании",
  "系统维护",
  "网站维护中",
  "维护中",
  "الموقع تحت الصيانة",
  "تحت الصيانة",
  "صيانة",
]);
export const MAINTENANCE = new RegExp(
  [
    "(?:site|website|portal|page|system|server|service|platform|we)(?: is| are| re)? (?:currently |temporarily |now |presently )*(?:under|undergoing|down for|closed for|offline for|in|performing|carrying out)(?: some| a)? (?:scheduled |planned |routine |essential |regular |brief )*maintenance",
    "(?:scheduled|planned|routine) maintenance (?:is )?in progress",
    "(?:site|website|portal|page|system|server|service) is (?:currently |temporarily )+(?:unavailable|offline|down|out of service|closed|not available)",
    "(?:site|website|portal) is (?:offline|down)\\b",
    "service (?:temporarily )?unavailable",
    "we (?:ll|will) be back (?:soon|shortly|online|up)|(?:please )?(?:check|try|come) (?:back|again) (?:soon|later|shortly|in a few (?:minutes|moments))",
    "experiencing technical difficulties",
    "website (?:is )?(?:coming soon|under construction)",
  ].join("|"),
);
export const OTHER_MAINTENANCE = anyOf([
  "site est en maintenance",
  "site est actuellement en maintenance",
  "actuellement en cours de maintenance",
  "opération de maintenance",
  "site est momentanément indisponible",
  "site est temporairement indisponible",
  "sitio está en mantenimiento",
  "sitio web está en mantenimiento",
  "estamos realizando tareas de mantenimiento",
  "estamos en mantenimiento",
  "temporalmente fuera de servicio",
  "sitio no está disponible temporalmente",
  "volveremos pronto",
  "ведутся технические работы",
  "проводятся технические работы",
  "сайт временно недоступен",
  "сайт находится на техническом обслуживании",
  "网站正在维护",
  "系统正在维护",
  "网站维护中",
  "系统维护中",
  "暂时无法访问",
  "الموقع تحت الصيانة",
  "الموقع قيد الصيانة",
  "الموقع غير متاح مؤقتا",
  "نقوم حاليا بأعمال الصيانة",
]);

export const ERROR_TITLES = anyOf([
  "error",
  "error page",
  "an error occurred",
  "an error has occurred",
  "unexpected error",
  "application error",
  "runtime error",
  "server error",
  "internal server error",
  "500 internal server error",
  "http error 500",
  "bad gateway",
  "502 bad gateway",
  "503 service unavailable",
  "service unavailable",
  "503 service temporarily unavailable",
  "gateway timeout",
  "504 gateway time-out",
  "504 gateway timeout",
  "database error",
  "whitelabel error page",
  "something went wrong",
  "sorry, something went wrong",
  "oops, something went wrong",
  "we’re sorry, but something went wrong",
  "bad request",
  "400 bad request",
  "welcome to nginx",
  "apache2 ubuntu default page",
  "apache2 debian default page",
  "apache http server test page",
  "iis windows server",
  "it works",
  "default web site page",
  "erreur",
  "erreur du serveur",
  "une erreur est survenue",
  "error del servidor",
  "ha ocurrido un error",
  "ошибка",
  "ошибка сервера",
  "произошла ошибка",
  "服务器错误",
  "系统错误",
  "出错了",
  "خطأ",
  "خطأ في الخادم",
  "حدث خطأ",
]);
export const ERROR = new RegExp(
  [
    "server error in [\\w ]{0,40}application",
    "(?:sorry |oops )?something went wrong (?:an unexpected|we (?:re|are)|please|try|correlation|technical|this site|on our end)",
    "correlation id [0-9a-f]{6}",
    "an (?:unexpected |internal |application |unhandled )?error (?:has )?occurred (?:on the server|while|processing|please|we|try|this|in the)",
    "(?:website|site|page|system|application|server) (?:has )?(?:encountered|experienced) an? (?:unexpected |internal )?error",
    "there has been a critical error on (?:this|your) website",
    "error establishing a database connection",
    "(?:fatal error|parse error|warning) (?:uncaught|syntax|call to|allowed memory|mysqli|include|require)",
    "(?:500|502|503|504) (?:internal server error|bad gateway|service (?:temporarily )?unavailable|gateway time ?out)",
    "http (?:error|status) (?:4|5)\\d\\d",
    "(?:internal server error|proxy error) the (?:server|proxy)",
    "web server is (?:down|returning an unknown error|not responding)",
    "connection timed out error code",
    "we re sorry but something went wrong",
    "the service is unavailable",
    "unhandled exception|stack trace",
    "failure of server apache bridge",
    "if you see this page the (?:nginx|apache)",
    "this site hasn t been shared with you",
    "une erreur (?:inattendue |interne )?(?:est survenue|s est produite)",
    "(?:ha ocurrido|se ha producido|se produjo) un error",
    "произошла (?:непредвиденная |внутренняя )?ошибка",
    "(?:服务器|系统)(?:内部)?(?:错误|出错|异常)",
    "حدث خطا",
  ].join("|"),
);

export const PARKED =
  /(?:this )?domain (?:name )?[\w ]{0,60}?(?:is|may be) (?:available )?for sale|buy this domain|(?:this )?domain (?:name )?[\w ]{0,60}?(?:has expired|is parked|has been parked|has been suspended)|parked (?:free )?(?:courtesy of|by|domain)|(?:this )?account has been suspended|future home of something|this (?:web ?site|domain) (?:is|was) (?:just )?(?:registered|reserved)/;
export const PARKED_MARKS =
  /sedoparking|parkingcrew|bodis\.com|afternic|hugedomains|dan\.com\/buy|parklogic|cashparking|above\.com\/marketplace|domainmarket|\/\/ww\d+\./i;

export const SIGN_IN_TITLES = anyOf([
  "sign in",
  "sign in to your account",
  "log in",
  "login",
  "login required",
  "authentication required",
  "connexion",
  "se connecter",
  "identification",
  "iniciar sesión",
  "acceder",
  "вход",
  "авторизация",
  "登录",
  "用户登录",
  "تسجيل الدخول",
  "before you continue",
  "cookie consent",
]);
export const CONSENT =
  /before you continue to|we value your privacy|accept (?:all )?cookies|cookie consent|consent to the use of cookies|manage your (?:privacy|cookie) (?:choices|preferences)|(?:sign|log) in to (?:continue|view|access|your account)|(?:please|must|need to) (?:sign|log) ?in/;

export const NEEDS_SCRIPT =
  /(?:enable|activate|turn on|requires?|needs?|without) (?:the use of )?java ?script|java ?script (?:is|must be|needs to be|has to be) (?:disabled|enabled|required|activated|turned on)|(?:activer|activez|habilite|habilitar|active|activar|включите) (?:le )?java ?script|请(?:启用|开启) ?javascript/;
