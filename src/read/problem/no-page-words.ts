/**
 * A catalogue: the words that pages are made of which are no page of their site: walls, errors, maintenance, parked domains, sign-in
 * and consent, in the six languages of the United Nations and in German, folded. A hyphen stands for any ending. What people do, and where, is not
 * among them: "access denied" is a wall, "access denied to the convoy" is news.
 */
const ENGLISH =
  "the and are was were will has have had been being not but for from with without this that these those there then " +
  "than they them their its you your yours our ours who whom whose which what when where while why how all any some " +
  "each other another one two three few more most many much such only also again once just very too into onto over " +
  "under between before after about above below because due per via out off can cannot could couldn should shouldn " +
  "would may might must does doesn did didn don isn aren wasn hasn haven let lets please sorry thank thanks yes " +
  "hello oops oop whoops uh noes welcome dear here now soon later shortly yet still already currently temporarily " +
  "momentarily presently briefly permanently automatically unfortunately sadly however otherwise possibly probably " +
  "really actually immediately either neither both whether against within until since during through if it is in of " +
  "on to or as at an be by do so no me my we us he she up go get got access- denied deny forbid- permi- authori- " +
  "unauthori- allow- disallow- prohibit- restrict- block- ban banned refus- reject- blacklist- greylist- whitelist- " +
  "firewall- waf security secur- insecure safe safely unsafe safety protect- guard shield attack- ddos threat- " +
  "malicious- abuse- virus malware phish- spam suspicious unusual abnormal- detect- trigger- violat- policy policies rule " +
  "rules filter- bot bots botnet robot robots crawl- scrap- automat- human humans person captcha- recaptcha " +
  "challenge- puzzle verif- validat- confirm- prove proof proves check checks checked checking checkpoint box tick " +
  "ticking inspect- browser- browse browsing javascript java script- cookie- enable- disable- extension- plugin- " +
  "plugins ad ads adblock- blocker- device- computer- machine- network- wifi hotspot internet online offline " +
  "connect- disconnect- reconnect- ip address- vpn proxy proxies tor request- respon- server- servlet- web webpage " +
  "website- webmaster site sites page pages url- uri link links http- https html htm www host hosts hosted hosting- " +
  "provider domain- dns ssl tls certificate- origin- upstream gateway- backend- cluster- node cache- cdn edge ray " +
  "port socket error- fail- fault- fatal exception- unhandled uncaught undefined unexpected unknown internal bad " +
  "invalid illegal legal reasons wrong broken problem- issue- trouble- bug bugs crash- critical technical " +
  "difficult- incident- unsuccessful success- aborted abort refer- correlation trace- traceback stack debug- occur- " +
  "happen- encounter- experienc- cause- caus- result- condition- status code codes id ids number numbers type types " +
  "message- detail- description- reason version- configur- misconfigur- config service- unavailab- available " +
  "availability exceed- exhaust- limit- overload- busy traffic volume high heavy demand capacity maximum memory " +
  "bandwidth quota resource- rate times timed time timeout slow load loads loaded loading reload- refresh- retry- " +
  "try tries trying tried attempt- repeat- process- respond- found find missing exist- nonexist- remov- delet- mov- " +
  "moved renam- mistype- typed typo spell- gone disappear- expired expire- expir- locate- location- look- search- " +
  "searching result results maintenance maintain- update- updating upgrade- upgrading schedul- planned perform- " +
  "improve- improving work works working running engineer- team developer- fix- fixing restor- resolv- back return- " +
  "inconvenience- apolog- patien- understanding appreciat- bear wait waiting waits hold hang tight sit stay moment " +
  "minute- second seconds hour hours queue- line turn place position ahead estimated virtual room users " +
  "construction launch- build- built coming opening notified visit- tuned hard create- creat- sign signing login " +
  "logon log logged logout sign-in register- registration account- username- user password- credential- session- " +
  "authenticat- email mail phone remember forgot- lost secure member private consent- privacy data personal gdpr " +
  "partner- vendor- store stor- accept- agree- disagree- manage- preference- choice- option- settings setting " +
  "necessary advertis- personal- content measurement audience insight- geolocation identif- terms conditions " +
  "continue- proceed- click- press button- parked parking sale buy purchase- offer inquire- price owner- owned " +
  "renew- registrar- registered whois suspend- suspension billing host- hosting namecheap godaddy sedo hugedomains " +
  "afternic dan contact- administrat- admin- support- help- assist- ticket operator- call write switch- switched virus- larger put anew viruses reputation poor come comes  know information- " +
  "info learn read documentation guide home homepage click follow- enter- using use- used uses open opens clos- " +
  "start- stop- display- show- shown view- viewed see seen seeing hidden complete- completing finish- redirect- " +
  "forward- transfer- receive- sent send sends sending deliver- allow make makes made sure ensure take takes need- " +
  "require- want- believe think thought expect- intend- mistake- mistaken possible able unable likely different " +
  "correct- incorrect- specific- additional following contain- include- including provid- attached set sets run " +
  "name names key keys file- files folder- directory document- path index database- db mysql- mysqli sql- query " +
  "quer- table server application- app apps program- software system- systems platform- portal- technolog- " +
  "component- module- template- cms function- method- parameter- argument- value- header- headers body web-config " +
  "customerrors defaultredirect viewstate mac remoteonly remote remotely local machines microsoft windows iis asp " +
  "aspx net php tomcat apache nginx jetty weblogic websphere coldfusion lotus oracle linux unix ubuntu debian red " +
  "hat enterprise varnish guru meditation litespeed cloudflare- cloudfront akamai imperva incapsula sucuri " +
  "wordfence imunify bitninja barracuda fortinet fortiguard fortigate fortiweb radware reblaze datadome perimeterx " +
  "kasada anubis techaro fastly vercel netlify heroku herokucdn github amazon aws azure google adsense yahoo squid " +
  "envoy haproxy gunicorn passenger phusion django rails laravel symfony wordpress drupal joomla plone sharepoint " +
  "foundation confluence liferay squarespace wix shopify okta keycloak citrix netscaler adfs zscaler cisco umbrella " +
  "palo alto wp xid gmt utc am pm mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep oct nov dec com org " +
  "powered performance generated reveal frankfurt visitor- client- agent signature- fingerprint- hash compromise- " +
  "original installed properly administrator faithfully copyright rights reserved inc ltd corp llc company country " +
  "region- area- european economic union law regulation- enforc- recogni- granted order blocked category- usage " +
  "surf default test placeholder example html5 webserver listening setup started upload- publish- worked reading " +
  "vacationing adult age years old older year free bookmark- favorite- favourite- cut date search outdated engine " +
  "listing out-of-date address mistyped misspelled sitemap menu navigation top confirm interruption- interrupted " +
  "pardon speed super power third party ghostery noscript tampering sec anti fit " +
  "drag slider slide program something snag looking walkabout urgent enquir- tonight routine members intranet " +
  "extranet development active uploaded premium form fill plesk leading last modified size people lots image " +
  "characters character letters enter broke side unit fits loud tolerance failing resend persist- queries added " +
  "blocklist- abuse listed null thrown line lines call called callback invoke- serve served request-progress timer comment ";
const FRENCH =
  "le la les un une des du de et ou est sont ete etait etre avez avons ont pas ne nous vous votre vos notre nos ce " +
  "cet cette ces qui que quoi dont son sa ses leur elle il ils en dans sur sous par pour avec sans vers chez entre " +
  "plus moins tres bien tout toute tous toutes autre autres meme si mais car donc puis alors aussi ainsi lors au " +
  "aux se qu lui y acces- bloqu- refus- interdi- autoris- rejet- restrein- limit- securi- verif- humain- robot- " +
  "navigateur- cookie- javascript connexion- connect- serveur- site- page- adresse- url demand- requet- requis- " +
  "erreur- inattendu- interne- survenu- produit- probleme- technique- introuvable- trouv- existe- supprim- deplac- " +
  "recherch- recherche lien maintenance- momentan- temporair- indisponib- disponib- travaux cours programm- " +
  "actuellement bientot retour- revenir excuse- gene occasionnee merci patienc- comprehension patient- attend- " +
  "attente file salle temps estime minute- seconde- instant- ulterieurement tard nouveau essay- reessay- veuill- " +
  "contact- administrat- identifi- compte- utilisateur- mot passe courriel email session- inscri- consent- vie " +
  "privee donnees partenaire- stock- appareil- terminal- accept- continu- domaine- nom reserve- enregistr- vente " +
  "achat- achet- propriet- heberg- suspend- construction ligne service- equipe- retabli- application- execution- base activ- " +
  "activite- inhabituel- support desol- oups felicitations cree installe charg- moment- raison- code- numero- " +
  "retablissement afficher afin critique- effectu- mise jour " +
  "ferme procedons quelques heures rencontrons problemes necessaire droits consulter prouver cochant case dessous " +
  "trop requetes temporairement adresses " +
  "aie perdu suivi mene nulle part rien quelque chose case cochez montrer depuis jusque pendant apres avant encore " +
  "toujours jamais deja maintenant ici cela ceci celui celle ceux comment pourquoi quand chaque aucun aucune " +
  "plusieurs peu beaucoup assez faut faire fait faites peut peuvent pouvez pouvons doit devez avoir avait aura sera " +
  "seront soit allez aller vient venir abouti aboutir prevenu- recommenc- reseau consultable accueil suivez suivre " +
  "cliquez clic bouton formulaire saisi- ecran fenetre ouverte rendez obtenir delai " +
  "panne touche actuel- normale prevu presque tour gardez comportement ressemble affichage correspond contenu " +
  "abonn- espace deconnect- reconnect- piloté place creee jamais mauvaise robots programme machine pays ";
const SPANISH =
  "el la los las un una unos unas de del y o es son ha han fue sido ser esta estan este estos estas esto no nos su " +
  "sus se le les lo al que con sin por para en como mas pero si muy todo toda todos todas otro otra mismo ya cuando " +
  "donde acces- acced- bloque- deneg- prohib- autoriz- no-autoriz- rechaz- restring- limit- segur- verific- human- " +
  "robot- navegador- cookie- javascript conex- conect- servidor- sitio- web pagina- direccion- url solicit- error- " +
  "inesperad- intern- ocurri- produjo produci- problema- tecnic- encontr- encuentr- existe- eliminad- movid- busc- enlace " +
  "mantenimiento moment- temporal- disponib- trabaj- tareas realiz- program- actualmente pronto volver- vuelv- " +
  "vuelt- regres- breve disculp- molest- gracias pacienc- comprens- esper- cola fila sala tiempo estimado minuto- " +
  "segundo- favor intent- nuevo nuestro nuestra nuestros tarde contact- administrad- identific- cuenta- usuario- " +
  "contrasena correo sesion- inici- registr- privacidad datos soci- almacen- dispositivo- acept- continu- dominio- " +
  "venta compr- propietari- proveedor alojamiento suspend- construccion linea servicio- aplicac- ejecucion base " +
  "trafico inusual red detect- lo-sentimos sentimos vaya ups consult- soporte hemos estamos estaremos valoramos " +
  "critico fuera usted olvido informacion descripcion correlacion mal algo salio utiliza protegerse contra bots " +
  "maliciosos " +
  "labores preventiv- agradec- solicitudes demasiad- compruebe introduzca caracteres imagen roto seguido permiso- " +
  "tiene ver marque casilla " +
  "hay mucho mucha muchos muchas gente usando usar daremos paso cuanto libere lugar perdido corresponde ningun " +
  "ninguna ninguno escrito escriba necesita- entrar valid- digital certificado ahora aqui asi antes despues desde " +
  "hasta entre sobre tambien solo siempre nunca nada algun alguna cada quien porque tan tanto menos vez veces hoy " +
  "manana dia dias hora horas puede pueden podra podemos debe deben tienen tenemos hacer hace haga siga sigue sera " +
  "seran sea sean siendo era fueron tras ante durante mediante lamentamos perdon clic inicio atras portada enlaces " +
  "formulario codigo pulse regrese desconect- espera- hubo " +
  "averia recuperar- caid- digan- maquina atender dentro institucional buscado partes perdida nadie antes debe " +
  "introduzca clave privad- numero pais ";
const GERMAN =
  "der die das den dem des ein eine einen einem einer und oder ist sind wird wurde werden haben nicht nichts kein keine " +
  "keinen nur noch mehr auch bei mit von vom zum zur fur auf aus uber unter nach vor durch ohne bis wir sie ihr ihre " +
  "ihrem ihren ihrer ihnen uns unser- dies- diese- jetzt hier gleich wieder leider bitte danke vielen dank derzeit " +
  "momentan aktuell vorubergehend kurz bald spater erneut nochmals gerade zeit minute- sekunde- stunde- moment " +
  "augenblick tage tagen paar wenige seite- webseite- website- internetseite- internetangebot- internetauftritt- " +
  "netzauftritt- auftritt angebot portal- adresse- server- dienst- browser- javascript cookies link- anfrage- " +
  "verbindung- netzwerk- netz system- technisch- fehler- problem- storung- ausfall- aufgetreten unerwartet- intern- " +
  "aufgrund wegen grund grunden wartung- wartungsarbeit- arbeiten uberarbeit- umgebaut umbau aktualisier- verfug- " +
  "verfugung- erreichbar- gefunden finden existier- gibt geloscht entfernt verschoben umgezogen abgelaufen gesperrt- " +
  "sperr- blockiert- verweigert zugang- zugriff- zuganglich- berechtig- erlaubt eingeschrank- abgelehnt sicherheit- " +
  "pruf- uberpruf- bestatig- mensch roboter anmeld- angemeld- abgemeld- benutz- nutz- kennwort- passwort- konto " +
  "registrier- bereich- inhalt- aufgerufen- aufruf- angefordert- gesucht- suche- suchen schreibweise eingabe eingegeben " +
  "startseite zuruck- schauen versuchen laden kommen vorbei verstandnis geduld entschuldig- unannehmlichkeit- " +
  "administrator- kontakt- wenden wenn falls sollte konnen konnte moglich- moglicherweise vielleicht steht stehen " +
  "weiter- weiterleit- domain- verkauf- hinweis- bleiben warteschlange warten uberlastet " +
  "sitzung- beendet melden melde sich neu zurzeit rufen sehr viele menschen etwas weg hilft heute nacht morgen " +
  "abend woche uhr land ausland gestattet gewertet verworfen angriff- maschine programm reagier- antwort- rechner " +
  "gerat einstellung- laufen lauft offen offnen geschlossen schliess- fenster klicken schaltflache formular felder ";
const RUSSIAN =
  "и в во на не что это этот эта эти этого этой вы вас вам ваш- наш- мы нас нам он она они оно с со к ко по из за " +
  "от до у о об для или но а же ли бы то так как если при через перед после пока уже еще только чтобы его ее их " +
  "был- будет будут быть есть нет может можете можно нужно очень все всех доступ- заблок- блокир- запрещ- запрет- " +
  "огранич- отказ- отклон- закрыт- автор- безопасн- защит- провер- подтверд- робот- бот- человек- браузер- куки " +
  "cookie javascript соединен- подключ- сервер- саит- сайт- веб страниц- адрес- ip url запрос- запрашив- ошибк- " +
  "внутренн- произош- возник- проблем- найден- наиден- наити найти существ- удален- перемещ- ссылк- обслужив- " +
  "техничес- работ- профилакт- ведутся провод- временно недоступ- приостановл- возобнов- скоро вскоре минут- " +
  "секунд- ненадолго позже поздн- зайдите заидите приносим извинен- неудобств- спасибо пониман- терпени- жд- " +
  "подожд- ожидан- очеред- виртуальн- пожалуйста пожалуиста попроб- повтор- снова обрат- администратор- " +
  "пользовател- логин- пароль- парол- вход- войти войд- заб- учетн- регистр- домен- продает- продаж- куп- владел- " +
  "хостинг- провайдер- проваидер- разработк- новый новыи сервис- служб- систем- приложен- критическ- установк- базы " +
  "базои данн- трафик сети устройств- устроиств- автоматич- похожи поступ- сожален- уважаем- информацион- ресурс- " +
  "основани- федеральн- закон- включ- необходим- использ- отображ- загруз- перезагруз- обнов- откро- выполнен- " +
  "описан- несколько много время занять лимит превыш- поддержк- находит- возможно исключен- " +
  "плановом плановы- восстановлен- ближаиш- символ- картинк- введите похож- прав просмотр- отвеча- попытк- чере- " +
  "внимание символы портал- раздел- большо- числа через главн- поиск- набрал- неправильн- устар- верси- " +
  "этом этими тот тои тех свои своего себе сам сама само кто чем чего как какои где когда почему потому чтобы либо " +
  "нет пока лишь очень более также тоже здесь тут там сеичас теперь сегодня завтра часов часа дня дней раз перед " +
  "вами вам нами них ему ввод- ошибл- пусто упс окно окна вкладк- закрыва- сама само просмотр- невозмож- внутри " +
  "сетью использу- посетител- слишком один одна нужн- быстро скорее верн- выш- перейт- переид- кнопк- нажм- обновл- " +
  "авари- перебо- линии специалист- устраня- неполад- сбо- докажите поставьте галочк- требуется увидеть документ- " +
  "материал- зарегистриров- перегруж- пять переехал- никогда искал- ищете ничего сервис- ";
const ARABIC =
  "من في على علي عن الى الي مع هذا هذه ذلك التي الذي ان انت انك أنت لا لم لن ما قد كان تم يتم هو هي او كل غير بعد " +
  "قبل حتي عند لدي بك الخاص دخول وصول رفض مرفوض حظر محظور ممنوع منع امان امن تحقق انسان روبوت روبوتا متصفح متصفحك " +
  "كوكيز جافا سكريبت اتصال خادم موقع صفحه عنوان رابط طلب طلبك مطلوب مطلوبه خطا حدث مشكله فني داخلي متوقع عثور موجود " +
  "موجوده تبحث صيانه تحديث حاليا موقتا متوقف متاح متاحه قريبا سنعود وسنعود لاحقا محاوله يرجي نعتذر عذرا ازعاج شكرا " +
  "صبرك انتظار قايمه وقت دقايق دقيقه ثواني ثانيه تسجيل اسم مستخدم كلمه مرور نسيت حساب حسابك خصوصيه بيانات نطاق بيع " +
  "معروض مالك استضافه معلق ايقاف انشاء قيد تحت خدمه تطبيق تشغيل دعم رقم مسوول نظام سياسه مخالف لانظمه وزاره اعلام " +
  "حمايه برامج ضاره يستخدم عرض اثناء اجراء نقوم باعمال بتحديث فادح هناك نتمكن عفوا لست توجد يوجد انتهت صلاحيه " +
  "مغلق مغلقه لاعمال تطوير والتطوير لتفهمكم اثبات برنامج برنامجا اليا للمتابعه متابعه اذن ليس لديك للوصول اعاده " +
  "تفهمكم ادخل احرف صوره لقد اذا كنت تري ينبغي الا يكون هنا تحاول زيارته حجب محجوبا اضغط فاضغط بسبب لقد منها اليها عليها مره اخري رجاء ربما عنوانها حذف العوده رييسيه بحث بوابه محتوي عطل " +
  "عدد زوار زاير كبير جدا سيتم ادخال تلقاييا عندما يحين دور هناك حيث كيف لماذا متي لكن ثم كما مثل بين خلال منذ دون " +
  "فقط ايضا جميع بعض كانت تكون ليست سوف نحن داخل خارج شبكه جلسه بلاد مفتوح نافذه زر انقر اضغط صفحات مواقع موظف " +
  "نواجه تقنيه خوادم نعمل حل حلها اقرب نود تاكد تاكيد علامه مربع شيء ادخلته ادخلت صحيح نقلت نقل تغير حذفت يجب حاول " +
  "ضغط مستند عرضه لعرض متوقفه الان ";

/** What Chinese pages of this kind say, without its words for what people do; the longest first. */
export const CHINESE =
  "自动程序 恶意 网站管理员 管理员 网站 站点 网页 页面 系统 服务器 服务 浏览器 请求 访问 链接 地址 域名 备案 应用程序 程序 数据库 错误 出错 异常 致命 内部 运行时 说明 发生 出现 遇到 无法 不能 " +
  "正常 找不到 未找到 不存在 已被 删除 移动 拒绝 拦截 阻断 禁止 限制 封禁 屏蔽 安全 威胁 危险 风险 攻击 黑客 防护 防火墙 云 验证码 验证 检查 检测 人机 真人 机器人 滑动 拖动 按钮 点击 完成 通过 " +
  "继续 体验 维护 升级 建设 更新 暂停 停止 关闭 暂时 临时 正在 当前 稍后 稍候 重试 再试 刷新 等待 耐心 排队 排队中 人数 较多 预计 时间 分钟 秒 用户 登录 注册 账号 帐号 密码 忘记 用户名 会话 " +
  "过期 到期 转让 出售 购买 联系 我们 了解 详情 详细 启用 开启 脚本 网络 不给力 连接 超时 端口 代码 编号 参数 不合法 非法 触发 策略 规则 设置 抱歉 对不起 很抱歉 敬请 谅解 期待 不便 感谢 带来 " +
  "提供 更好 给您 为了 由于 根据 相关 规定 可能 造成 疑似 存在 如果 没有 本站 本 该 您 你 的 了 请 将 在 中 后 被 对 有 到 或 和 是 与 及 要 不 已 会 以 期间 显示 使用 防范 输入 进行 " +
  "成功 失败 返回 首页 上 此 " +
  "改造 图片 字符 确认 明日 恢复 过于频繁 频繁 权限 网站升级 操作 以便 稍等 之后 重新 加载 提示 信息 " +
  "所在 地区 浏览 内容 版本 过低 走丢 哎呀 其他 搜索 可以 打开 退出 迷路 大概 主页 回到 重新上线 上线 很快 目前 本页 该页 " +
  "线路 故障 技术人员 抢修 机房 仅限 内网 查阅 资料 单位 过多 再来 查看 文件 需要 搬家 从未 这个 它 当前 几 ";

export const SPACED = [ENGLISH, FRENCH, SPANISH, GERMAN, RUSSIAN, ARABIC].join(" ");

/** Those that tell of a server, a browser or a password, and seldom stand in news: not "session", "request", "access", which courts have too. */
export const TELLING =
  "block- denied forbidden robot- bot captcha- verif- maintenance error- server- browser- website- webpage request- login log password- session- " +
  "cookie- domain- hosting javascript redirect- unavailab- url ip firewall- http- reload- refresh- vpn adblock- blocker- malware virus- " +
  "timeout proxy administrator- webmaster- offline computer- network- file files certificate- install- account- download- " +
  "navigateur- bloqu- erreur- maintenance serveur- robot- requet- connexion indisponib- reessay- travaux " +
  "navegador- bloque- error- mantenimiento servidor- solicit- sesion disponib- intent- portal sitio permiso- robot- caracteres " +
  "браузер- заблок- ошибк- обслужив- сервер- запрос- доступ- недоступ- саит- страниц- робот- техничес- портал- автоматич- символ- прав " +
  "صيانه خطا موقع صفحه حظر رفض دخول وصول طلب متصفح خادم روبوت تحقق محاوله مغلق اليا ";
