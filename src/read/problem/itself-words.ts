/**
 * A catalogue: how a page names itself, its site and its visitor's way to it, and what it denies of them, by language. Both stand in
 * one sentence of a notice; it is the pair that tells, so each may be wide. Over folded text.
 */

/** With these around it, a word is whole; `\b` knows Latin letters only. */
const whole = (...alternatives: string[]) => new RegExp(`(?:^| )(?:${alternatives.join("|")})(?= |$)`, "u");

const PAGES =
  "(?:(?:web ?|home ?)?(?:pages?|sites?)|portals?|services?|servers?|address|urls?|documents?|files?|items?|articles?|contents?|materials?|resources?|applications?|app|platform|system|area|section|links?|database|layout|node|machine|gateway|mirror|host|script|preview|interface|domain|viewer)";

const ENGLISH = {
  itself: whole(
    `(?:this|our|these|requested|the (?:requested|whole|entire|selected|desired|following))(?: \\p{L}+){0,2} ${PAGES}`,
    "(?:the \\p{L}+ (?:s )?)?web (?:services?|pages?|portal)",
    `${PAGES}(?: that| which)? (?:you|requested)`,
    "your(?: \\p{L}+){0,2} (?:requests?|browser|connection|access|ip|address|networks?|session|device|machine|visit|activity|quota|computer|client|location|country|region|link|search|ticket|trial|subscription|enquiry|query|download|visit|credentials|certificate|free \\p{L}+)",
  ),
  perhaps: whole(
    `the(?: \\p{L}+)? (?:(?:web ?|home ?)?(?:page|site)|portal|application|server|url|link|account|gateway|database|layout)(?! (?:of|for|to|by|between|in) )`,
    "you(?: \\p{L}+)? (?:are|re|were|have|ve|need|must|should|do|don|cannot|can|asked|requested|seem|came|arrived|reached)",
    "(?:what|whatever) you(?: \\p{L}+)? looking",
    "(?:visitors|visits|connections|requests|calls|programs|programmes|robots|scripts) (?:from|over|by|only|are|of|made|sent|through|via)",
  ),
  denied: whole(
    "(?:not|cannot|can t|couldn t|isn t|aren t|doesn t|don t|didn t|hasn t|wasn t|won t|no longer|never|unable to|failed to|nothing|no|nobody)(?: \\p{L}+){0,3} (?:found|find|exists?|available|accessible|reachable|reached|shown|show|display(?:ed)?|provided?|work(?:ing|s)?|allowed|permitted|authori[sz]ed|permission|rights?|privileges|reach|open(?:ed)?|load(?:ed)?|respond(?:ing)?|answer(?:ing)?|held|here|published|processed|complete(?:d)?|accepted|served|supported|match(?:es|ed)?|delivered|defined|recogni[sz]ed|welcome|connect(?:ed)?|know[ns]?|taken|renewed|launched|started|established|verified|confirmed|let|valid|logged in|signed in|configured|set up)",
    "(?:is|are|has been|have been|been|s)(?: \\p{L}+){0,2} (?:closed|blocked|barred|banned|unavailable|inaccessible|unreachable|offline|off ?line|down|away|removed|deleted|moved|relocated|expired|suspended|restricted|withdrawn|reserved|rejected|refused|denied|declined|flagged|limited|disabled|deactivated|locked|protected|busy|overloaded|full|interrupted|paused|prohibited|forbidden|inactive|invalid|shut|turned (?:away|down|back)|taken (?:down|offline)|(?:logged|signed) out|in use|meant|intended|lost|parked|asleep|missing|damaged|outdated|unsupported|rebuil[td]|redesigned|renewed|retired|discontinued|out of (?:date|service|order)|under (?:maintenance|construction|repair)|for sale|being \\p{L}+|only|too (?:old|many)|for (?:subscribers|members|customers))",
    "(?:was|were)(?: \\p{L}+)? (?:blocked|flagged|rejected|refused|denied|declined|removed|deleted|moved|redirected|closed|logged out)",
    "(?:has|have|had)(?: \\p{L}+)? (?:moved|expired|closed|lapsed|run out|a new (?:home|address)|exceeded|reached your|used up)",
    "(?:temporarily|currently|momentarily|presently|permanently) (?:closed|down|suspended|disabled|inaccessible|unavailable|offline)",
    "(?:ran|runs?|bumped) into|had to stop|crashed|went wrong|gave up|(?:try|ask|call|start) (?:once more|again|over)|once more|go back|limit(?: \\p{L}+){0,3} (?:reached|exceeded|used up)|reached(?: \\p{L}+){0,3} limit|(?:go on|continue|keep) reading|need(?:s)? (?:access|permission|an account)|(?:a|are you|you are|not an?|looks? like an?|than) (?:person|human|robot|bot|machine)|(?:trouble|faults?|failure|breakdown|outage|technical|difficulties)|switched off|in part|on hold|held back|(?:hold|hang) on",
    "(?:log|sign) ?in|registered (?:member|user)|timed out|only (?:from|within|inside|by|for|in|to)|from within|incident|looks like an? (?:attack|robot|bot)|too many|back (?:soon|later|shortly|online|up)|(?:few|some) (?:minutes|moments)|later|reload|refresh|use a (?:recent|newer|different|current|modern)|upgrade|out of date",
  ),
};

const FRENCH = {
  itself: whole(
    "(?:cette|ce|cet|notre|nos|votre|vos|ces)(?: \\p{L}+)? (?:pages?|sites?|portail|services?|serveurs?|adresse|documents?|contenus?|ressources?|liens?|navigateur|demandes?|requetes?|connexion|session|acces|espace|comptes?|application|rubrique|plateforme|reseau|archives?)",
  ),
  perhaps: whole(
    "(?:la page|le site|le serveur|le portail|l adresse|la ressource|le document|le contenu|l espace|le lien)(?: \\p{L}+)?",
    "vous",
  ),
  denied: whole(
    "(?:ne|n|pas|plus)(?: \\p{L}+){0,4} (?:disponibles?|accessibles?|autorises?|trouvee?s?|existe|repond|affichee?s?|ouverte?|permis|possible|consultable|joignable|fonctionne|parvenir|acceder|abouti|aboutir|mene|menent|reconnue?|valides?|accepte|nulle part|connectee?)",
    "(?:est|sont|a ete|ont ete|sera|etait|fait)(?: \\p{L}+){0,3} (?:indisponibles?|inaccessibles?|injoignables?|fermee?s?|bloquee?s?|suspendue?s?|expiree?s?|deplacee?s?|supprimee?s?|refusee?s?|rejetee?s?|restreinte?s?|limitee?s?|reservee?s?|interrompue?s?|perturbee?s?|interdite?s?|obsoletes?|surchargee?s?|operation technique|maintenance|travaux|refonte)",
    "a expire|en (?:travaux|maintenance|refonte|cours de)|incident|(?:reessayez|revenez|reconnectez|actualisez|rechargez|identifiez)(?: \\p{L}+)?|connectez vous|recommencez|(?:une personne|un humain|un robot|une machine|un programme)|panne|probleme|suspendu|presque|votre tour|trop de (?:connexions|requetes|demandes|visites)",
  ),
};

const SPANISH = {
  itself: whole(
    "(?:esta|este|estas|estos|nuestra|nuestro|nuestras|nuestros|su|sus|tu)(?: \\p{L}+)? (?:paginas?|sitio|portal|web|servicios?|servidor|direccion|documento|contenidos?|recurso|enlace|navegador|solicitud|peticion|conexion|sesion|acceso|cuenta|aplicacion|area|zona|seccion|sede electronica)",
    "(?:este|esta) (?:portal|pagina|sitio|web|servidor|enlace|direccion|sede|recurso)",
  ),
  perhaps: whole(
    "(?:el|la)(?: \\p{L}+)? (?:portal|paginas?|sitio|web|servidor|enlace|direccion|sede|recurso|servicio|contenido|sesion|acceso|cuenta|seccion)",
  ),
  denied: whole(
    "no(?: \\p{L}+){0,3} (?:disponibles?|existe|encuentra|encontrada|encontrado|autorizad[oa]|permitid[oa]|accesible|prestara|funciona|responde|puede|pudo|valid[oa]|servicio|corresponde|detectad[oa]|reconocid[oa]|hallad[oa])",
    "(?:esta|ha sido|han sido|fue|se encuentra|sera|ha)(?: \\p{L}+){0,3} (?:cerrad[oa]|bloquead[oa]|rechazad[oa]|denegad[oa]|suspendid[oa]|movid[oa]|eliminad[oa]|borrad[oa]|caducad[oa]|caducado|expirado|terminado|finalizado|agotado|restringid[oa]|limitad[oa]|retirad[oa]|trasladad[oa]|saturad[oa]|sospechos[oa]|interrumpid[oa]|reservad[oa]|mantenimiento|obras|construccion|renovacion|fuera de servicio)",
    "(?:vuelva|intente(?:lo)?|actualice|recargue|inicie|identifiquese)(?: \\p{L}+)?|caid[oa]|averia|problema|fallo|incidencia|una (?:maquina|persona)|un robot|demasiadas (?:peticiones|solicitudes|visitas)",
  ),
};

const GERMAN = {
  itself: whole(
    "(?:diese[rsnm]?|unser[e]?[rsnm]?|ihr[e]?[rsnm]?|von ihnen)(?: \\p{L}+)? (?:seiten?|webseiten?|website|homepage|internetangebot|internetauftritt|netzauftritt|auftritt|angebot|portals?|server|dienst|adresse|dokuments?|browser|anfrage|verbindung|sitzung|zugang|zugriff|bereich|inhalte?|link|ip adresse)",
  ),
  perhaps: whole(
    "(?:die|der|das|den|dem)(?: \\p{L}+)? (?:seiten?|webseiten?|website|homepage|auftritt|portals?|server|dienst|adresse|anfrage|verbindung|zugang|zugriff|bereich|inhalte?|link)",
    "sie",
    "wir prufen",
  ),
  denied: whole(
    "(?:nicht|nichts|keine?n?|nie)(?: \\p{L}+){0,3} (?:verfugung|verfugbar|gefunden|erreichbar|erreicht|gibt|existiert|mehr|zuganglich|berechtigt|berechtigung|angezeigt|aufgerufen|geladen|bearbeitet|zugelassen|erlaubt|gultig|hier|vorhanden)|gibt es(?: \\p{L}+)? nicht",
    "(?:ist|wird|wurde|wurden|sind|werden|war)(?: \\p{L}+){0,4} (?:gesperrt|blockiert|geschlossen|umgebaut|uberarbeitet|gewartet|abgelaufen|verschoben|umgezogen|geloscht|entfernt|abgelehnt|verweigert|uberlastet|eingeschrankt|angemeldete|abgeschaltet|deaktiviert|beendet|erforderlich|veraltet|unterbrochen|weitergeleitet)",
    "wartungsarbeiten|(?:schauen|versuchen|kommen|probieren|laden|melden) sie(?: \\p{L}+){0,8}|(?:(?:k?eine? )?(?:mensch|roboter|maschine|programm))|storung|ausfall|als angriff|geduld|ist weg|zu viele anfragen|gleich wieder|wieder (?:fur sie )?da|melden sie sich|nur fur angemeldete",
  ),
};

/** Russian has no article, and endings for everything: stems. */
const RUSSIAN = {
  itself:
    /(?:^| )(?:запрашиваем|запрошенн|(?:наш|ваш|эт|данн)\p{L}* (?:страниц|саит|портал|сервис|сервер|адрес|ресурс|браузер|запрос|сесси|ссылк|документ|раздел))/u,
  perhaps:
    /(?:^| )(?:страниц|саит|портал|сервис|сервер|адрес|ресурс|браузер|соединени|подключени|сесси|сеанс|ссылк|материал|документ|раздел|доступ|ваш|вы |обновите|попробуите|заидите|повторите|воидите|авторизуитесь)/u,
  denied:
    /(?:^| )(?:не (?:\p{L}+ )?(?:наиден|существует|отвечает|доступ|работает|поддержива|может|удалось|открыва|обслужива|принят|опубликован|разрешен)|нет |недоступ|заблокирован|закрыт|ограничен|удален|перемещен|переехал|истек|отклонен|запрещен|приостановлен|перегружен|устарел|временно|невозмож|откроется|обнаружен|ошибл|авари|перебо|неполад|сбо[ийея]|программ|робот|человек|требуется|необходим|введите|техническ|позже|через несколько|обновите|попробуите|заидите|превышен|только для|завершен)/u,
};

const ARABIC = {
  itself:
    /(?:^| )(?:(?:هذا|هذه) (?:الموقع|الصفحه|البوابه|الرابط|المحتوي|الخدمه|المستند)|موقعنا|بوابتنا|صفحتنا|خدماتنا|خوادمنا|طلبك|طلبكم|متصفحك|دخولك|حسابك|جلستك|اتصالك|شبكتك|عنوانك)(?= |$)/u,
  perhaps:
    /(?:^| )(?:الموقع|الصفحه|البوابه|الرابط|المحتوي|الخدمه|الخادم|المستند|المتصفح|هذا|هذه|يرجي|الوصول|حاول|يجب|انك|انت)(?= |$)/u,
  denied:
    /(?:^| )(?:و?غير (?:متاح|موجود|متوفر|مدعوم|مسموح|صالح)|تعذر|تعطل|لا (?:يمكن|يوجد|توجد|تملك|يعمل|يدعم)|لم (?:يتم|نعثر|نتمكن|يعد)|ليس لديك|محجوب|حجب|حظر|مغلق|متوقف|توقف|انتهت|انتهي|رفض|عطل|للصيانه|صيانه|اعاده المحاوله|المحاوله|حذف|نقل|مقيد|مقصور|مشكله|خلل|برنامج|روبوت|انسان|غير صحيح|قيد|مشغول)/u,
};

const CHINESE = {
  itself: /本站|本页|本网|[该此这](?:个|网站|站点|网页|页面|文档|文件|链接|服务|网址)/,
  perhaps: /您|你|请|网站|页面|网页|链接|网址|站点|系统|服务器|浏览器/,
  denied:
    /不存在|走丢|迷路|找不到|未找到|无法|不能|没有权限|无权|暂停|暂时|暂不|关闭|维护|升级|建设|改版|搬迁|迁移|过期|失效|失败|超时|繁忙|拒绝|拦截|禁止|限制|封禁|屏蔽|频繁|过高|稍后|稍候|重试|刷新|删除|下线|登录|验证|不支持|版本过低|错误|异常|故障|抢修|仅限|机器人|真人|排队/,
};

/** What programs print when they fail, which they do in no language. */
const PRINTED =
  /(?:^| )(?:traceback most recent call|stack trace|uncaught \p{L}*(?:error|exception)|on line \d+|line \d+ in \p{L}+|sqlstate|exception in thread|null ?pointer|cannot get|segmentation fault)(?= |$)/u;

/** What names the page ("this site", "your browser"), what may mean it ("the site", "you"), and what denies, in one language. */
export const ABOUT_ITSELF: readonly { itself: RegExp; perhaps?: RegExp; denied: RegExp }[] = [
  ENGLISH,
  FRENCH,
  SPANISH,
  GERMAN,
  RUSSIAN,
  ARABIC,
  CHINESE,
  { itself: PRINTED, denied: PRINTED },
];

/** Who said what: news, never a wall. */
export const REPORTED =
  /(?:^| )(?:said|says|(?<!been )told|announced|spokes\p{L}+|declared|stated|warned|a dit|a declare|a annonce|selon (?!nos|votre|vos|notre)|dijo|declaro|afirmo|informo|anuncio que|segun (?!nuestr)|sagte|erklarte|teilte|сообщил\p{L}*|заявил\p{L}*|сказал\p{L}*|по словам|قال|قالت|اعلن|اعلنت|صرح|وقال|وقالت)(?= |$)|表示，|宣布|发言人/u;

/** Headings of what explains or rules, by their first or last word. */
export const PAPER =
  /^(?:what (?:does|do|is|are)|which|where|when|how (?:to|do|we)|faq|glossary|guide|guidelines|policy on|rules|legal notice|privacy (?:notice|policy|statement)|cookie (?:policy|statement|notice)|cookies policy|accessibility|correction|corrigend\p{L}+|errat\p{L}+|vacancy|statement|politique|mentions legales|glossaire|foire aux questions|aviso legal|politica|glosario|preguntas|impressum|datenschutz|политика|глоссари|вопросы|سياسه|اسئله|隐私|常见问题)(?: |$)|(?:^| )(?:faq|cookies|contact|complaints|data protection|terms of use|(?<!usage |use )policy|glossary|statement|guidelines|press release)$/u;
