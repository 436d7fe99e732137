/** Pages that are none of their site’s, as servers, vendors and hosts show them: name, title and body, by what each is told as. */
import type { ProblemName } from "../../src/read/reading.ts";

type NoPage = readonly [name: string, title: string, body: string];

const rows = (table: string): NoPage[] =>
  table
    .trim()
    .split("\n")
    .map((line) => line.split(" ¦ ") as unknown as NoPage);

export const NO_PAGES: Partial<Record<ProblemName, readonly NoPage[]>> = {
  blocked: rows(`
cf jschallenge new ¦ Just a moment... ¦ <div class="main-wrapper" role="main"><div class="main-content"><noscript><div class="h2"><span id="challenge-error-text">Enable JavaScript and cookies to continue</span></div></noscript></div></div><script>(function(){window._cf_chl_opt={cvId:'3'}})()</script>
cf managed shown ¦ Just a moment... ¦ <h1>office.example</h1><p>Verify you are human by completing the action below.</p><div>office.example needs to review the security of your connection before proceeding.</div><div>Ray ID: 1</div>
cf fr ¦ Un instant… ¦ <h1>office.example</h1><p>Vérification de la sécurité de votre connexion…</p><div>office.example doit vérifier la sécurité de votre connexion avant de continuer.</div><script src="/cdn-cgi/challenge-platform/h/b/orchestrate/chl_page/v1"></script>
cf es ¦ Un momento… ¦ <h1>office.example</h1><p>Realizando la verificación de seguridad</p><div>Este sitio web utiliza un servicio de seguridad para protegerse contra bots maliciosos.</div>
cf ru ¦ Один момент… ¦ <h1>office.example</h1><p>Выполнение проверки безопасности</p><div>Веб-сайт использует службу безопасности для защиты от вредоносных ботов. Эта страница отображается, пока веб-сайт проверяет, не являетесь ли вы ботом.</div>
cf zh ¦ 请稍候… ¦ <h1>office.example</h1><p>正在进行安全验证</p><div>本网站使用安全服务来防范恶意自动程序。网站在验证您不是自动程序期间会显示此页面。</div>
cf ar ¦ لحظة… ¦ <h1>office.example</h1><p>إجراء التحقق من الأمان</p><div>يستخدم هذا الموقع خدمة أمان للحماية من برامج الروبوت الضارة. يتم عرض هذه الصفحة أثناء تحقق الموقع من أنك لست روبوتًا.</div>
cf waiting room ¦ Waiting Room powered by Cloudflare ¦ <h1>You are now in line.</h1><h2>Thank you for your patience.</h2><p>Your estimated wait time is 4 minutes</p><p>We are experiencing a high volume of traffic and using a virtual queue to limit the amount of users on the website at the same time.</p>
akamai denied ¦ Access Denied ¦ <H1>Access Denied</H1>You don't have permission to access "http&#58;&#47;&#47;office&#46;example&#47;x" on this server.<P>Reference&#32;&#35;18&#46;2f<P>https&#58;&#47;&#47;errors&#46;edgesuite&#46;net&#47;18
imperva error 15 ¦ Error ¦ <h1>Access denied</h1><p>Error 15</p><p>This request was blocked by our security service</p><p>Powered by Imperva</p><p>Incident ID: 1-2</p>
imperva error 16 ¦ office.example ¦ <div>Error code 16</div><h1>This request was blocked by the security rules</h1><div>Your IP: 1.2.3.4</div><div>Proxy IP</div><div>Incident ID: 11</div><div>Powered by Imperva</div>
imperva prove human ¦ Pardon Our Interruption ¦ <h1>Pardon Our Interruption</h1><p>As you were browsing something about your browser made us think you were a bot. There are a few reasons this might happen:</p><ul><li>You've disabled JavaScript in your web browser.</li><li>You're a power user moving through this website with super-human speed.</li></ul>
f5 asm ¦ Request Rejected ¦ The requested URL was rejected. Please consult with your administrator.<br><br>Your support ID is: 1<br><br><a href='javascript:history.back();'>[Go Back]</a>
f5 asm fr ¦ Requête rejetée ¦ L'URL demandée a été rejetée. Veuillez consulter votre administrateur.<br>Votre identifiant de support est : 12345
f5 asm es ¦ Solicitud rechazada ¦ La URL solicitada fue rechazada. Por favor, consulte con su administrador.<br>Su ID de soporte es: 12345
f5 xc ¦ Request Rejected ¦ <h1>The requested URL was rejected.</h1> Please consult with your administrator.<p>Your support ID is 5f</p>
f5 xc js ¦  ¦ <script src="/__imp_apg__/js/f5cs-a.js" id="_imp_apg_dip_"></script><p>JavaScript is required. Your support ID is xyz</p>
fortinet web ¦ Web Filter Block Override ¦ <h1>Web Page Blocked!</h1><p>The page you have requested has been blocked, because the URL is banned.</p><p>URL: office.example</p><p>Attack ID: 20000008</p>
fortinet fortigate ¦ Web Page Blocked ¦ <h1>FortiGuard Intrusion Prevention - Access Blocked</h1><h2>Web Page Blocked</h2><p>You have tried to access a web page that is in violation of your Internet usage policy.</p><p>Category: News</p>
barracuda captcha ¦ Captcha ¦ <p>Enter the characters you see in the picture below. This site is protected by Barracuda Web Application Firewall</p>
sucuri ¦ Sucuri WebSite Firewall - Access Denied ¦ <h1>Access Denied - Sucuri Website Firewall</h1><p>If you are the site owner (or you manage this site), please whitelist your IP or if you think this block is an error please open a support ticket.</p><h2>Block details:</h2><table><tr><td>Your IP:</td><td>1.1.1.1</td></tr></table>
wordfence potentially unsafe ¦ 403 Forbidden ¦ <h1>403 Forbidden</h1><p>A potentially unsafe operation has been detected in your request to this site</p><p>Generated by Wordfence</p>
imunify ¦ One moment, please... ¦ <h1>Please wait while your request is being verified...</h1><div id="loader"></div><script>var wsidchk=12</script>
imunify captcha ¦ Captcha ¦ <h1>Captcha</h1><p>We have noticed an unusual activity from your IP 1.2.3.4 and blocked access to this website.</p><p>Please confirm that you are not a robot</p><p>Protected by Imunify360</p>
imunify bot-protection ¦ Bot Verification ¦ <h1>Verifying that you are not a robot...</h1><div id="recaptcha-loader"></div>
bitninja ¦ Waiting for the redirectiron... ¦ <h2>Security check by BitNinja.IO</h2><p>Your IP address has been greylisted. BitNinja has detected suspicious traffic from your IP.</p><p>Please prove that you are human.</p>
bitninja captcha ¦ BitNinja ¦ <p>JavaScript is required for the browser check. Validating your browser… You will be redirected automatically.</p><form><div class="g-recaptcha"></div></form>
ddos-guard ¦ DDoS-Guard ¦ <h1 id="title">Checking your browser before accessing <span>office.example</span></h1><p>Please wait a few seconds. Once this check is complete, the website will open automatically</p><p>Protected by DDoS-Guard</p><script>/.well-known/ddos-guard/js-challenge/</script>
ddos-guard 403 ¦ DDOS-GUARD ¦ <h1>403</h1><h2>Forbidden</h2><p>Access to the requested resource is forbidden.</p>
ddos-guard ru ¦ DDoS-Guard ¦ <h1>Проверка вашего браузера перед переходом на сайт office.example</h1><p>Пожалуйста, подождите несколько секунд. Как только проверка будет завершена, сайт откроется автоматически.</p>
qrator ¦ 403 ¦ <h1>HTTP 403</h1><p>Forbidden</p><p>Request ID: 1</p><script src="/__qrator/qauth_utm_v2.js"></script>
human px ¦ Access to this page has been denied. ¦ <div class="px-captcha-container"><div class="px-captcha-header">Before we continue...</div><div class="px-captcha-message">Press &amp; Hold to confirm you are<br>a human (and not a bot).</div><div class="px-captcha-refid">Reference ID 6d</div></div>
px old ¦ Access to this page has been denied. ¦ <h1>Please verify you are a human</h1><p>Access to this page has been denied because we believe you are using automation tools to browse the website.</p><p>This may happen as a result of the following:</p><ul><li>Javascript is disabled or blocked by an extension</li></ul><p>Powered by PerimeterX, Inc.</p>
aws waf captcha ¦ Human Verification ¦ <div id="captcha-container"></div><script>AwsWafIntegration.forceRefreshToken()</script>
cloudfront ¦ ERROR: The request could not be satisfied ¦ <H1>403 ERROR</H1><H2>The request could not be satisfied.</H2><HR>Request blocked. We can't connect to the server for this app or website at this time. There might be too much traffic or a configuration error. Try again later, or contact the app or website owner.<BR>Generated by cloudfront (CloudFront) Request ID: abc
s3 denied html ¦ 403 Forbidden ¦ <h1>403 Forbidden</h1><ul><li>Code: AccessDenied</li><li>Message: Access Denied</li></ul>
azure fd blocked ¦  ¦ <h1>The request is blocked.</h1><p>20240501T101112Z-abc</p>
azure app stopped ¦ Microsoft Azure App Service - Error 403 ¦ <h1>Error 403 - This web app is stopped.</h1><p>The web app you have attempted to reach is currently stopped and does not accept any requests. Please try to reload the page or visit it again soon.</p>
azure waf captcha ¦ Microsoft Azure WAF ¦ <h1>Please wait while we verify your browser</h1><p>Azure WAF JS challenge</p>
google sorry ¦ https://www.google.com/search ¦ <div>About this page</div><p>Our systems have detected unusual traffic from your computer network. This page checks to see if it's really you sending the requests, and not a robot.</p>
google 403 ¦ Error 403 (Forbidden)!!1 ¦ <p><b>403.</b> <ins>That’s an error.</ins></p><p>Your client does not have permission to get URL <code>/x</code> from this server. <ins>That’s all we know.</ins></p>
google consent ¦ Before you continue to Google Search ¦ <h1>Before you continue to Google</h1><p>We use cookies and data to</p><ul><li>Deliver and maintain Google services</li></ul><form><button>Reject all</button><button>Accept all</button></form>
vercel ¦ Vercel Security Checkpoint ¦ <p>We're verifying your browser</p><p>Website owner? Click here to fix</p><p>Vercel Security Checkpoint | fra1::1</p><noscript>Enable JavaScript to continue</noscript>
anubis fr ¦ Vérification que vous n'êtes pas un robot ! ¦ <h1>Vérification que vous n'êtes pas un robot !</h1><p>Chargement...</p><script id="anubis_challenge" type="application/json">{}</script>
anubis denied ¦ Oh noes! ¦ <h1>Oh noes!</h1><p>Access Denied: error code 123</p><p>Protected by Anubis from Techaro.</p>
go-away ¦ Checking you are not a bot ¦ <h1>Checking you are not a bot</h1><p>Sit tight, your browser will be verified. Protected by go-away</p><p>Request id abc</p>
queue-it ¦ Queue-it ¦ <h1>You are now in line</h1><p>You are in line for Office. When it is your turn, you will have 10 minutes to enter the website.</p><p>Number of users in line ahead of you: 2344</p><script src="https://static.queue-it.net/script/queueclient.min.js"></script>
queue-it softblock ¦ Queue-it ¦ <p>To continue, please verify that you are not a robot</p>
queue-it fr ¦ File d'attente ¦ <h1>Vous êtes dans la file d'attente</h1><p>Votre temps d'attente estimé est de 5 minutes.</p>
waiting ru ¦ Очередь ¦ <h1>Вы находитесь в виртуальной очереди</h1><p>Ожидаемое время ожидания: 5 минут.</p>
waiting zh ¦ 排队中 ¦ <h1>当前访问人数较多，您正在排队中</h1><p>请耐心等待，预计等待时间 3 分钟</p>
waiting ar ¦ قائمة الانتظار ¦ <h1>أنت الآن في قائمة الانتظار</h1><p>وقت الانتظار المتوقع 5 دقائق</p>
waiting es ¦ Sala de espera ¦ <h1>Usted está en la fila virtual</h1><p>Su tiempo de espera estimado es de 4 minutos</p>
busy ¦ Office ¦ <h1>We are experiencing high traffic</h1><p>There are too many visitors at the moment. Please try again in a few minutes.</p>
netscaler aaa ¦ Citrix Gateway ¦ <div id="loginScreen"><h1>Please log on</h1><form><label>User name</label><input><label>Password</label><input type=password><input type=submit value="Log On"></form></div>
adfs ¦ Sign In ¦ <div id="header">Office</div><div id="workArea"><div id="loginMessage">Sign in with your organizational account</div><form><input type=email><input type=password><span id="submitButton">Sign in</span></form></div><div id="footer">© 2016 Microsoft</div>
entra ¦ Sign in to your account ¦ <form><div>Sign in</div><input type=email placeholder="Email, phone, or Skype"><div>No account? Create one!</div><div>Can’t access your account?</div></form><script>$Config={"sErrorCode"}</script>
okta ¦ Office - Sign In ¦ <h2>Connecting to</h2><p>Sign in with your account to access Office</p><form><input></form><p>Powered by Okta</p><p>Cookies are required. Cookies are disabled in your browser. Please enable Cookies and refresh this page.</p>
keycloak ¦ Sign in to Office ¦ <div id="kc-header">OFFICE</div><h1 id="kc-page-title">Sign in to your account</h1><form><label>Username or email</label><input><label>Password</label><input type=password><label>Remember me</label><a href="/f">Forgot Password?</a></form>
keycloak fr ¦ Se connecter à Office ¦ <h1>Connectez-vous à votre compte</h1><form><label>Nom d'utilisateur ou courriel</label><input><label>Mot de passe</label><input type=password></form>
wp login ¦ Log In ‹ Office — WordPress ¦ <h1><a>Powered by WordPress</a></h1><form><p><label>Username or Email Address</label><input></p><p><label>Password</label><input type=password></p></form><p><a href="/l">Lost your password?</a></p><p><a href="/">&larr; Go to Office</a></p>
login zh ¦ 用户登录 - 门户 ¦ <h1>用户登录</h1><form><label>用户名</label><input><label>密码</label><input type=password></form><a>忘记密码</a>
login ru ¦ Вход в систему ¦ <h1>Вход в систему</h1><form><label>Логин</label><input><label>Пароль</label><input type=password></form><p>Забыли пароль?</p>
login ar ¦ تسجيل الدخول ¦ <h1>تسجيل الدخول</h1><form><label>اسم المستخدم</label><input><label>كلمة المرور</label><input type=password></form><p>نسيت كلمة المرور؟</p>
login es ¦ Iniciar sesión | Oficina ¦ <h1>Iniciar sesión</h1><form><label>Usuario</label><input><label>Contraseña</label><input type=password></form><p>¿Olvidó su contraseña?</p>
drupal denied es ¦ Acceso denegado | Oficina ¦ <main><h1>Acceso denegado</h1><p>Usted no está autorizado a acceder a esta página.</p></main>
drupal denied ru ¦ Доступ запрещён ¦ <main><h1>Доступ запрещён</h1><p>Вы не авторизованы для доступа к этой странице.</p></main>
django csrf ¦ 403 Forbidden ¦ <h1>Forbidden <span>(403)</span></h1><p>CSRF verification failed. Request aborted.</p>
laravel 429 ¦ Too Many Requests ¦ <div>429</div><div>Too Many Requests</div>
litespeed 403 ¦  403 Forbidden ¦ <div><h1>403</h1><h2>Forbidden</h2><p>Access to this resource on the server is denied!</p></div><div>Proudly powered by LiteSpeed Web Server<p>Please be advised that LiteSpeed Technologies Inc. is not a web hosting company and, as such, has no control over content found on this site.</p></div>
iis 403 ¦ 403 - Forbidden: Access is denied. ¦ <div id="header"><h1>Server Error</h1></div><div id="content"><h2>403 - Forbidden: Access is denied.</h2><h3>You do not have permission to view this directory or page using the credentials that you supplied.</h3></div>
sp access denied ¦ Access Denied ¦ <form><h1>Let us know why you need access to this site.</h1><textarea></textarea><input type=submit value="Send request"></form>
sp access required ¦ Access required ¦ <h1>You need permission to access this site.</h1><p>I'd like access, please.</p>
hosting suspended ru ¦ Сайт заблокирован ¦ <h1>Сайт заблокирован</h1><p>Работа сайта приостановлена хостинг-провайдером. Владельцу сайта необходимо обратиться в техническую поддержку.</p>
captive ¦ Welcome ¦ <h1>Welcome to Free WiFi</h1><p>Please accept the terms and conditions to connect to the internet.</p><form><button>Connect</button></form>
captive2 ¦ Network Authentication Required ¦ <h1>Hotspot Login</h1><p>You need to log in before you can access the Internet.</p>
block ru rkn ¦ Доступ ограничен ¦ <h1>Уважаемые пользователи! Доступ к запрашиваемому ресурсу ограничен</h1><p>Доступ к информационному ресурсу ограничен на основании Федерального закона от 27 июля 2006 г. № 149-ФЗ.</p>
block uk ¦ Blocked ¦ <h1>Access to this site has been blocked</h1><p>by order of the High Court.</p>
block ae ¦ Access Blocked ¦ <h1>Surf Safely!</h1><p>This website is not accessible in the UAE. The content of the website you are trying to access contains material that is prohibited under the Internet Access Management Regulatory Policy.</p>
block sa ¦ تم حظر الموقع ¦ <h1>عفوا، الموقع المطلوب غير متاح</h1><p>إن الموقع المطلوب مخالف لأنظمة وزارة الإعلام</p>
block tr ¦ Erişim engellendi ¦ <p>Access to this website has been blocked by the decision of the court.</p>
block in ¦  ¦ <p>The website has been blocked as per order of Ministry of Electronics and Information Technology under IT Act, 2000.</p>
block zh gov ¦ 提示 ¦ <p>您的访问可能对网站造成危险，已被云防护安全拦截。</p>
block 451 ¦ 451 Unavailable For Legal Reasons ¦ <h1>Unavailable For Legal Reasons</h1><p>This request may not be serviced.</p>
block eu gdpr ¦ 451: Unavailable due to legal reasons ¦ <h1>451: Unavailable due to legal reasons</h1><p>We recognize you are attempting to access this website from a country belonging to the European Economic Area (EEA) including the EU which enforces the General Data Protection Regulation (GDPR) and therefore access cannot be granted at this time.</p>
geo ¦ Not available in your region ¦ <h1>This content is not available in your region</h1>
zscaler ¦ Internet Security by Zscaler ¦ <h1>Website blocked</h1><p>Not allowed to browse News category</p><p>You are here to get a warning because of your company policy.</p>
paloalto ¦ Web Page Blocked ¦ <h1>Web Page Blocked</h1><p>Access to the web page you were trying to visit has been blocked in accordance with company policy. Please contact your system administrator if you believe this is in error.</p><p>User: 1.2.3.4</p>
opendns ¦ Phish Block ¦ <h1>This site is blocked.</h1><p>This site was blocked by Cisco Umbrella due to a phishing threat.</p>
radware ¦ Radware Captcha Page ¦ <p>We apologize for the inconvenience...</p><p>To ensure we keep this website safe, please can you confirm you are a human by ticking the box below.</p><p>Incident ID: x</p><script src="https://validate.perfdrive.com/x"></script>
yunsuo ¦ 安全检查 ¦ <p>请输入验证码 YUNSUO</p>
aliyun waf ¦ 405 ¦ <h1>405</h1><p>很抱歉，由于您访问的URL有可能对网站造成安全威胁，您的访问被阻断。</p><p>您的请求ID是: 781</p>
safedog ¦ 网站防火墙 ¦ <p>您的请求带有不合法参数，已被网站管理员设置拦截！</p><p>网站防火墙</p>
360 ¦ 360网站卫士 ¦ <p>您的访问请求可能存在风险，已被360网站卫士拦截</p>
knownsec ¦ 创宇盾 ¦ <p>当前访问疑似黑客攻击，已被网站管理员设置为拦截</p>
tencent eo ¦ Security check ¦ <p>由于触发网站安全策略，您的请求被拦截。</p><p>Restricted Access. Your request has been blocked by security policy. Request ID 1</p>
variti ¦ Проверка браузера ¦ <h1>Ваш браузер проверяется</h1><p>Это может занять несколько секунд</p>
yandex ¦ Вы не робот? ¦ <h1>Подтвердите, что запросы отправляли вы, а не робот</h1><p>Нам очень жаль, но запросы с вашего устройства похожи на автоматические.</p>
yandex oops ¦ Ой! ¦ <p>Ой! Доступ временно заблокирован</p><p>С вашего IP-адреса поступает слишком много запросов.</p>
arab gov waf ¦ طلب مرفوض ¦ <p>تم رفض عنوان URL المطلوب. يرجى الاتصال بمسؤول النظام.</p><p>رقم الدعم: 123</p>
fr waf ¦ Accès bloqué ¦ <h1>Votre accès a été bloqué</h1><p>Une activité inhabituelle a été détectée depuis votre adresse IP.</p>
es waf ¦ Acceso bloqueado ¦ <h1>Su solicitud ha sido bloqueada</h1><p>Se ha detectado tráfico inusual desde su red.</p>
too many ¦ Too Many Requests ¦ <h1>Too Many Requests</h1><p>You have sent too many requests in a given amount of time.</p>
rate limited ¦ Rate limit exceeded ¦ <p>Rate limit exceeded. Please slow down and try again later.</p>
gdpr interstitial ¦ Your privacy choices ¦ <h1>We value your privacy</h1><p>We and our 842 partners store and/or access information on a device, such as cookies and process personal data. With your permission we may use precise geolocation data.</p><button>Agree</button><button>Disagree</button>
gdpr fr ¦ Le respect de votre vie privée ¦ <h1>Le respect de votre vie privée est notre priorité</h1><p>Nous et nos partenaires stockons et/ou accédons à des informations stockées sur un terminal, telles que les cookies.</p><p>Accepter et continuer</p>
gdpr es ¦ Su privacidad ¦ <h1>Valoramos su privacidad</h1><p>Nosotros y nuestros socios almacenamos o accedemos a información en un dispositivo, tales como cookies.</p>
yahoo consent ¦ Yahoo is part of the Yahoo family of brands ¦ <h1>Yahoo is part of the Yahoo family of brands.</h1><p>When you use our sites and apps, we use cookies to: provide our sites and apps to you.</p><p>Accept all</p><p>Reject all</p>
age gate ¦ Age verification ¦ <h1>Age verification</h1><p>Are you over 18? You must be 18 years or older to enter this site.</p><button>Yes</button>
wp.com private ¦ Private Site ¦ <h1>Private Site</h1><p>This site is currently private. If you have permission to view this site, log in to continue.</p>
session expired ¦ Session expired ¦ <h1>Session expired</h1><p>Your session has expired. Please log in again.</p>
browser unsupported ¦ Unsupported browser ¦ <h1>Your browser is not supported</h1><p>Please upgrade your browser to use this site.</p>
cookies needed ¦ Cookies required ¦ <h1>Cookies must be enabled</h1><p>Please enable cookies in your browser to continue.</p>
`),
  unavailable: rows(`
cf 1000 ¦ DNS points to prohibited IP | office.example | Cloudflare ¦ <h1>Error 1000</h1><h2>DNS points to prohibited IP</h2><h2>What happened?</h2><p>You've requested a page on a website (office.example) that is on the Cloudflare network. Unfortunately, it is resolving to an IP address that is creating a conflict within Cloudflare's system.</p>
cf 1016 ¦ Origin DNS error | office.example | Cloudflare ¦ <h1>Error 1016</h1><h2>Origin DNS error</h2><p>You've requested a page on a website (office.example) that is on the Cloudflare network. Cloudflare is currently unable to resolve your requested domain (office.example).</p>
cf tunnel 1033 ¦ Cloudflare Tunnel error | office.example | Cloudflare ¦ <h1>Error 1033</h1><h2>Cloudflare Tunnel error</h2><p>You've requested a page on a website (office.example) that is on the Cloudflare network. The host (office.example) is configured as an Cloudflare Tunnel, and Cloudflare is currently unable to resolve it.</p>
cf offline ¦ Office ¦ <div>The website is offline. You are viewing a limited version.</div><h1>Always Online</h1>
akamai invalid url ¦ Invalid URL ¦ <H1>Invalid URL</H1>The requested URL "[no URL]", is invalid.<p>Reference #9.44
akamai unavailable ¦ Error ¦ An error occurred while processing your request.<p>Reference&#32;&#35;97.1
fortiweb ¦ Attack detected ¦ <h2>Server unavailable!</h2><p>The server is currently unavailable. Please try again later. Message ID: 000</p>
barracuda ¦ Barracuda ¦ <h1>The page cannot be displayed</h1><p>The server cannot process this request. If you believe this to be in error, contact the site administrator.</p><p>Barracuda Networks</p>
hostinger default ¦ Default page ¦ <h1>You Are All Set to Go!</h1><p>All you have to do now is upload your website files and start your journey.</p>
azure fd ¦  ¦ <h2>Our services aren't available right now</h2><p>We're working to restore all services as soon as possible. Please check back soon.</p><p>0abc ref</p>
azure welcome ¦ Microsoft Azure App Service - Welcome ¦ <h1>Your web app is running and waiting for your content</h1><p>Your web app is live, but we don’t have your content yet.</p>
google 502 ¦ Error 502 (Server Error)!!1 ¦ <p><b>502.</b> <ins>That’s an error.</ins></p><p>The server encountered a temporary error and could not complete your request.<p>Please try again in 30 seconds. <ins>That’s all we know.</ins>
fastly ¦ Fastly error: unknown domain office.example ¦ <p>Fastly error: unknown domain: office.example. Please check that this domain has been added to a service.</p><p>Details: cache-fra-1</p>
varnish guru ¦ 503 Backend fetch failed ¦ <h1>Error 503 Backend fetch failed</h1><p>Backend fetch failed</p><h3>Guru Meditation:</h3><p>XID: 12345</p><hr><p>Varnish cache server</p>
heroku ¦ Heroku | Application Error ¦ <iframe src="//www.herokucdn.com/error-pages/application-error.html"></iframe>
drupal old error ¦ Error | Office ¦ <h1>Error</h1><p>The website encountered an unexpected error. Please try again later.</p>
drupal maintenance ¦ Site under maintenance | Office ¦ <header><a>Office</a></header><main><h1>Site under maintenance</h1>Office is currently under maintenance. We should be back shortly. Thank you for your patience.</main>
drupal offline old ¦ Site off-line | Office ¦ <h1>Site off-line</h1><p>The site is currently not available due to technical problems. Please try again later. Thank you for your understanding.</p>
drupal fr maint ¦ Site en maintenance | Bureau ¦ <h1>Site en maintenance</h1>Bureau est actuellement en maintenance. Nous serons de retour bientôt. Merci de votre patience.
wp maintenance ¦ Maintenance ¦ <h1>Briefly unavailable for scheduled maintenance. Check back in a minute.</h1>
wp maintenance fr ¦ Maintenance ¦ <p>Indisponible momentanément pour maintenance programmée. Veuillez vérifier à nouveau dans une minute.</p>
wp maintenance es ¦ Mantenimiento ¦ <p>No disponible por mantenimiento programado. Vuelve a intentarlo en unos minutos.</p>
wp maintenance ru ¦ Обслуживание ¦ <p>Сайт ненадолго закрыт на техническое обслуживание. Зайдите через минуту.</p>
wp critical ¦ WordPress &rsaquo; Error ¦ <div class="wp-die-message"><p>There has been a critical error on this website.</p><p><a href="https://wordpress.org/support/article/faq-troubleshooting/">Learn more about troubleshooting WordPress.</a></p></div>
wp critical fr ¦ WordPress › Erreur ¦ <p>Il y a eu une erreur critique sur ce site.</p><p>En apprendre plus sur le débogage de WordPress.</p>
wp critical es ¦ WordPress › Error ¦ <p>Ha habido un error crítico en esta web.</p>
wp critical ru ¦ WordPress › Ошибка ¦ <p>На сайте возникла критическая ошибка.</p>
wp critical ar ¦ ووردبريس › خطأ ¦ <p>كان هناك خطأ فادح في هذا الموقع.</p>
wp critical zh ¦ WordPress › 错误 ¦ <p>此站点遇到了致命错误。</p>
wp db ¦ Database Error ¦ <h1>Error establishing a database connection</h1>
wp db fr ¦ Erreur de base de données ¦ <h1>Erreur lors de la connexion à la base de données</h1>
wp db es ¦ Error ¦ <h1>Error al establecer una conexión con la base de datos</h1>
wp db ru ¦ Ошибка базы данных ¦ <h1>Ошибка установки соединения с базой данных</h1>
wp db zh ¦ 数据库错误 ¦ <h1>建立数据库连接时出错</h1>
joomla offline ¦ Office ¦ <h1>Office</h1><p>This site is down for maintenance.<br>Please check back again soon.</p><form><label>Username</label><input></form>
typo3 ¦ Page is being generated. ¦ <h1>Page is being generated.</h1><p>If this message does not disappear within 30 seconds, please reload.</p>
typo3 oops ¦ Oops, an error occurred! ¦ <h1>Oops, an error occurred!</h1><p>Code: 202405011011abc</p>
typo3 503 ¦ Service Unavailable (503) ¦ <h1>Service Unavailable (503)</h1><p>This page is currently not available. Reason: No TypoScript template found!</p>
typo3 exception ¦ TYPO3 Exception ¦ <h1>Oops, an error occurred!</h1><p>No TypoScript record found!</p>
plone ¦ Error — Office ¦ <h1>We’re sorry, but there seems to be an error…</h1><p>Here is the full error message: Unauthorized</p><p>If you are certain you have the correct web address but are encountering an error, please contact the site administration.</p>
rails ¦ We're sorry, but something went wrong (500) ¦ <h1>We're sorry, but something went wrong.</h1><p>If you are the application owner check the logs for more information.</p>
rails 422 ¦ The change you wanted was rejected (422) ¦ <h1>The change you wanted was rejected.</h1><p>Maybe you tried to change something you didn't have access to.</p>
phusion ¦ Web application could not be started ¦ <h1>Web application could not be started by the Phusion Passenger application server</h1><p>Error ID: a</p>
django debug ¦ OperationalError at /reports/ ¦ <h1>OperationalError at /reports/</h1><pre>FATAL: too many connections</pre><table><tr><th>Request Method:</th><td>GET</td></tr><tr><th>Exception Type:</th><td>OperationalError</td></tr></table><h2>Traceback</h2>
laravel ¦ Server Error ¦ <div>500</div><div>Server Error</div>
laravel 503 ¦ Service Unavailable ¦ <div>503</div><div>Service Unavailable</div>
symfony ¦ An Error Occurred: Internal Server Error ¦ <h1>Oops! An Error Occurred</h1><h2>The server returned a "500 Internal Server Error".</h2><p>Something is broken. Please let us know what you were doing when this error occurred. We will fix it as soon as possible. Sorry for any inconvenience caused.</p>
tomcat ¦ HTTP Status 500 – Internal Server Error ¦ <h1>HTTP Status 500 – Internal Server Error</h1><hr><p><b>Type</b> Exception Report</p><p><b>Message</b> x</p><p><b>Description</b> The server encountered an unexpected condition that prevented it from fulfilling the request.</p><pre>java.lang.NullPointerException  at x</pre><h3>Apache Tomcat/9.0</h3>
jetty ¦ Error 503 Service Unavailable ¦ <h2>HTTP ERROR 503 Service Unavailable</h2><table><tr><th>URI:</th><td>/x</td></tr><tr><th>STATUS:</th><td>503</td></tr></table><hr>Powered by Jetty
oracle ¦ Failure of server APACHE bridge ¦ <H2>Failure of server APACHE bridge:</H2><P><hr>No backend server available for connection: timed out after 10 seconds or idempotent set to OFF or method not idempotent.<hr>
coldfusion ¦ Error Occurred While Processing Request ¦ <h1>Error Occurred While Processing Request</h1><p>Error Executing Database Query.</p>
lotus ¦ Error ¦ <h1>HTTP Web Server: Lotus Notes Exception - Entry not found in index</h1>
nginx error page ¦ Error ¦ <h1>An error occurred.</h1><p>Sorry, the page you are looking for is currently unavailable.<br/>Please try again later.</p><p>If you are the system administrator of this resource then you should check the error log for details.</p><p><em>Faithfully yours, nginx.</em></p>
nginx welcome ¦ Welcome to nginx! ¦ <h1>Welcome to nginx!</h1><p>If you see this page, the nginx web server is successfully installed and working. Further configuration is required.</p>
apache test ¦ Test Page for the Apache HTTP Server on Red Hat Enterprise Linux ¦ <h1>Red Hat Enterprise Linux <strong>Test Page</strong></h1><p>This page is used to test the proper operation of the Apache HTTP server after it has been installed. If you can read this page, it means that the Apache HTTP server installed at this site is working properly.</p>
iis 500 ¦ 500 - Internal server error. ¦ <div id="header"><h1>Server Error</h1></div><div id="content"><h2>500 - Internal server error.</h2><h3>There is a problem with the resource you are looking for, and it cannot be displayed.</h3></div>
iis ysod fr ¦ Erreur d'exécution ¦ <H1>Erreur du serveur dans l'application '/'.</H1><h2>Erreur d'exécution</h2><b>Description :</b> Une erreur d'application s'est produite sur le serveur. Les paramètres d'erreur personnalisés actuels pour cette application empêchent d'afficher à distance les détails de l'erreur.
iis ysod es ¦ Error en tiempo de ejecución ¦ <H1>Error de servidor en la aplicación '/'.</H1><h2>Error en tiempo de ejecución</h2><b>Descripción:</b> Error de aplicación en el servidor.
iis ysod ru ¦ Ошибка выполнения ¦ <H1>Ошибка сервера в приложении '/'.</H1><h2>Ошибка выполнения</h2><b>Описание:</b> На сервере произошла ошибка приложения.
iis ysod zh ¦ 运行时错误 ¦ <H1>“/”应用程序中的服务器错误。</H1><h2>运行时错误</h2><b>说明:</b> 服务器上出现应用程序错误。
iis ysod ar ¦ خطأ وقت التشغيل ¦ <H1>خطأ الخادم في التطبيق '/'.</H1><h2>خطأ وقت التشغيل</h2>
iis welcome ¦ IIS Windows Server ¦ <div id="container"><a href="http://go.microsoft.com"><img src="iisstart.png" alt="IIS" /></a></div>
iis detailed ¦ IIS 8.5 Detailed Error - 500.19 - Internal Server Error ¦ <h3>HTTP Error 500.19 - Internal Server Error</h3><h4>The requested page cannot be accessed because the related configuration data for the page is invalid.</h4>
sp2010 error ¦ Error ¦ <form id="aspnetForm"><h1>Error</h1><div><span>An unexpected error has occurred.</span><p>Troubleshoot issues with Microsoft SharePoint Foundation.</p><p>Correlation ID: 0a1b2c3d-1111-2222-3333-444455556666</p><p>Date and Time: 5/1/2024 10:11:12 AM</p></div><a href="/">Go back to site</a></form>
sp2013 error ¦ Error ¦ <form id="aspnetForm"><div id="ms-error-header"><h1>Sorry, something went wrong</h1></div><div id="ms-error-body"><p>An unexpected error has occurred.</p><div>TECHNICAL DETAILS</div><p>Correlation ID: 0a1b2c3d-1111</p></div></form>
sp2013 fr ¦ Erreur ¦ <h1>Désolé, une erreur s'est produite</h1><p>Une erreur inattendue s'est produite.</p><p>ID de corrélation : 0a1b2c3d</p>
sp2013 es ¦ Error ¦ <h1>Lo sentimos, algo salió mal</h1><p>Se ha producido un error inesperado.</p><p>Id. de correlación: 0a1b</p>
sp not shared ¦ Error ¦ <h1>Sorry, this site hasn't been shared with you.</h1>
sp throttled ¦ Something's not right ¦ <h1>Something's not right</h1><p>The page you requested is temporarily unavailable. We apologize for the inconvenience, please check back in a few minutes.</p>
hosting beian zh ¦ 温馨提示 ¦ <h1>网站未备案</h1><p>根据相关规定，该网站暂时无法访问，域名未完成备案。</p>
parked ovh ¦ Site non installé ¦ <h1>Site en construction</h1><p>Félicitations ! Votre domaine a bien été créé chez OVHcloud !</p>
construction ¦ Office ¦ <h1>Under Construction</h1><p>Our new website is coming soon. Stay tuned!</p>
construction2 ¦ Coming Soon ¦ <h1>Coming Soon</h1><p>We are working hard to give you a better experience.</p>
construction fr ¦ Bureau ¦ <h1>Site en construction</h1><p>Notre nouveau site sera bientôt en ligne.</p>
construction es ¦ Oficina ¦ <h1>Sitio en construcción</h1><p>Estamos trabajando en nuestro nuevo sitio web.</p>
construction ru ¦ Управление ¦ <h1>Сайт находится в разработке</h1><p>Скоро здесь появится новый сайт.</p>
construction zh ¦ 网站建设中 ¦ <h1>网站建设中</h1><p>敬请期待</p>
construction ar ¦ المكتب ¦ <h1>الموقع قيد الإنشاء</h1><p>سنعود قريبا</p>
maint en1 ¦ Office ¦ <h1>Scheduled maintenance</h1><p>The website will be unavailable from 8 pm to 10 pm. We apologise for any inconvenience.</p>
maint en2 ¦ Office ¦ <h1>Sorry for the inconvenience</h1><p>We're performing some maintenance at the moment. We'll be back online shortly!</p><p>— The Team</p>
maint en3 ¦ Office ¦ <h2>The service is temporarily unavailable.</h2><p>Our engineers are working to resolve the issue.</p>
maint fr2 ¦ Bureau ¦ <h1>Maintenance en cours</h1><p>Notre site est en cours de maintenance. Nous serons bientôt de retour.</p>
maint fr3 ¦ Bureau ¦ <p>Le site est momentanément indisponible pour cause de maintenance. Veuillez nous excuser pour la gêne occasionnée.</p>
maint fr4 ¦ Service indisponible ¦ <h1>Service temporairement indisponible</h1><p>Nos équipes travaillent au rétablissement du service.</p>
maint es2 ¦ Oficina ¦ <h1>Estamos en mantenimiento</h1><p>Disculpe las molestias, estaremos de vuelta en breve.</p>
maint es3 ¦ Oficina ¦ <p>El sitio se encuentra temporalmente fuera de servicio por tareas de mantenimiento.</p>
maint es4 ¦ Servicio no disponible ¦ <h1>Servicio no disponible temporalmente</h1><p>Por favor, inténtelo de nuevo más tarde.</p>
maint ru2 ¦ Управление ¦ <h1>Сайт временно недоступен</h1><p>Проводятся профилактические работы. Приносим извинения за неудобства.</p>
maint ru3 ¦ Технические работы ¦ <h1>Ведутся технические работы</h1><p>Сервис скоро возобновит работу.</p>
maint zh2 ¦ 系统升级 ¦ <h1>系统升级维护中</h1><p>为了给您提供更好的服务，网站正在升级，请稍后访问。</p>
maint zh3 ¦ 提示 ¦ <p>网站维护中，暂停访问，给您带来不便敬请谅解。</p>
maint ar2 ¦ المكتب ¦ <h1>الموقع متوقف مؤقتا للصيانة</h1><p>نعتذر عن الإزعاج وسنعود قريبا.</p>
maint ar3 ¦ المكتب ¦ <p>نقوم حالياً بتحديث الموقع، يرجى المحاولة لاحقاً.</p>
squid ¦ ERROR: The requested URL could not be retrieved ¦ <h1>ERROR</h1><h2>The requested URL could not be retrieved</h2><p>The following error was encountered while trying to retrieve the URL:</p><blockquote>Connection to 1.2.3.4 failed.</blockquote><p>Your cache administrator is webmaster.</p>
squid denied ¦ ERROR: The requested URL could not be retrieved ¦ <h2>ERROR The requested URL could not be retrieved</h2><p>Access control configuration prevents your request from being allowed at this time.</p>
baidu yunjiasu ¦ 百度安全验证 ¦ <p>网络不给力，请稍后重试</p>
shell next err ¦ Application error ¦ <h2>Application error: a client-side exception has occurred (see the browser console for more information).</h2>
liferay ¦ Status ¦ <h3>Status</h3><p>Internal Server Error An error occurred while accessing the requested resource.</p>
websphere ¦ Error ¦ <p>Error 500: javax.servlet.ServletException: Filter [x]: could not be loaded</p>
confluence ¦ Office ¦ <h1>Confluence is vacationing</h1><p>Site is down. Please contact your administrator.</p>
shopify pw ¦ Office – Opening Soon ¦ <h1>Opening soon</h1><p>Be the first to know when we launch.</p>
wp coming soon ¦ Office ¦ <h1>Coming Soon</h1><p>New WordPress website is being built and will be published soon</p>
`),
  empty: rows(`
entra noscript ¦ Redirecting ¦ <noscript>We can't sign you in. Your browser is currently set to block JavaScript. You need to allow JavaScript to use this service. To learn how to allow JavaScript or to find out whether your browser supports JavaScript, check the online help in your web browser.</noscript>
akamai crypto behav ¦ Challenge Validation ¦ <div id="sec-if-container"><iframe id="sec-cpt-if" src="x"></iframe></div>
aws waf header ¦ Office ¦ <div id="challenge-container"></div>
heroku no app ¦ No such app ¦ <iframe src="//www.herokucdn.com/error-pages/no-such-app.html"></iframe>
netscaler gateway ¦ NetScaler AAA ¦ <noscript>JavaScript is either disabled in or not supported by the Web browser. To continue logon, use a Web browser that supports JavaScript or enable JavaScript in your current browser.</noscript>
laravel 419 ¦ Page Expired ¦ <div>419</div><div>Page Expired</div>
iis7 ¦ IIS7 ¦ <img src="welcome.png" alt="IIS7">
shell fr ¦ Bureau ¦ <noscript>Veuillez activer JavaScript pour continuer à utiliser cette application.</noscript>
shell zh ¦ 门户 ¦ <noscript><strong>很抱歉，如果没有启用 JavaScript，本站无法正常运行。请启用后继续。</strong></noscript><div id=app></div>
shell ru ¦ Портал ¦ <noscript>Для работы сайта необходимо включить JavaScript</noscript><div id=app></div>
`),
  gone: rows(`
s3 nosuchkey html ¦ 404 Not Found ¦ <h1>404 Not Found</h1><ul><li>Code: NoSuchKey</li><li>Message: The specified key does not exist.</li><li>RequestId: 1</li></ul>
google 404 ¦ Error 404 (Not Found)!!1 ¦ <p><b>404.</b> <ins>That’s an error.</ins></p><p>The requested URL /x was not found on this server. <ins>That’s all we know.</ins></p>
vercel 404 ¦ 404: NOT_FOUND ¦ <h1>404: NOT_FOUND</h1><p>Code: DEPLOYMENT_NOT_FOUND</p><p>ID: fra1::x</p><p>Read our documentation to learn more about this error.</p>
netlify 404 ¦ Page not found ¦ <h1>Page not found</h1><p>Looks like you've followed a broken link or entered a URL that doesn't exist on this site.</p><p>If this is your site, and you weren't expecting a 404 for this path, please visit Netlify's "page not found" support guide</p>
netlify site not available ¦ Site not available ¦ <h1>Site not available</h1><p>This site was paused as it reached its usage limits. Please contact the site owner for more information.</p>
github pages 404 ¦ Site not found · GitHub Pages ¦ <h1>404</h1><p><strong>There isn't a GitHub Pages site here.</strong></p><p>If you're trying to publish one, read the full documentation to learn how to set up GitHub Pages</p>
joomla 404 ¦ Error: 404 ¦ <h1>The requested page can't be found.</h1><p>An error has occurred while processing your request.</p><ul><li>an out-of-date bookmark/favourite</li><li>a mistyped address</li></ul><p>404 Component not found.</p>
joomla 500 ¦ Error: 500 ¦ <h1>500 - View not found [name, type, prefix]: category</h1><p>The requested page can't be found.</p>
plone 404 ¦ This page does not seem to exist… ¦ <h1>This page does not seem to exist…</h1><p>We apologize for the inconvenience, but the page you were trying to access is not at this address.</p>
rails 404 ¦ The page you were looking for doesn't exist (404) ¦ <h1>The page you were looking for doesn't exist.</h1><p>You may have mistyped the address or the page may have moved.</p>
tomcat 404 ¦ Apache Tomcat/7.0 - Error report ¦ <h1>HTTP Status 404 - /x</h1><hr><p><b>type</b> Status report</p><p><b>message</b> /x</p><p><b>description</b> The requested resource is not available.</p>
weblogic ¦ Error 404--Not Found ¦ <h2>Error 404--Not Found</h2><h3>From RFC 2068 <i>Hypertext Transfer Protocol -- HTTP/1.1</i>:</h3><h4>10.4.5 404 Not Found</h4><p>The server has not found anything matching the Request-URI.</p>
litespeed 404 ¦  404 Not Found ¦ <h1>404</h1><h2>Not Found</h2><p>The resource requested could not be found on this server!</p>
iis 404 ¦ 404 - File or directory not found. ¦ <div id="header"><h1>Server Error</h1></div><div id="content"><h2>404 - File or directory not found.</h2><h3>The resource you are looking for might have been removed, had its name changed, or is temporarily unavailable.</h3></div>
sp file not found ¦ Error ¦ <h1>Sorry, something went wrong</h1><p>File Not Found.</p><p>Correlation ID: 0a1b2c3d</p>
sp online 404 ¦ Error ¦ <h1>404 FILE NOT FOUND</h1>
sp webpart err ¦ Office ¦ <h1>Web Part Error</h1><p>Web Part Error: A Web Part or Web Form Control on this Page cannot be displayed or imported. The type could not be found or it is not registered as safe.</p>
cpanel suspended ¦ Account Suspended ¦ <h1>Account Suspended</h1><p>This Account has been suspended.</p><p>Contact your hosting provider for more information.</p>
hosting suspended es ¦ Cuenta suspendida ¦ <h1>Cuenta suspendida</h1><p>Esta cuenta ha sido suspendida. Contacte con su proveedor de alojamiento.</p>
hosting suspended fr ¦ Site suspendu ¦ <h1>Ce site est suspendu</h1><p>Si vous êtes le propriétaire de ce site, contactez votre hébergeur.</p>
hosting suspended zh ¦ 站点已暂停 ¦ <h1>站点已暂停</h1><p>该网站已被管理员停止，请联系网站管理员了解详情。</p>
parked sedo ¦ office.example ¦ <h1>office.example</h1><p>The domain office.example may be for sale by its owner!</p><p>Related searches</p><script src="//img.sedoparking.com/x.js"></script>
parked godaddy ¦ office.example ¦ <p>This domain is parked free, courtesy of GoDaddy.com.</p><p>Get this domain</p>
parked dan ¦ office.example domain name is for sale. Inquire now. ¦ <h1>The domain name office.example is for sale!</h1><p>Make an offer</p>
parked namecheap ¦ office.example - Registered at Namecheap.com ¦ <h1>office.example</h1><p>This domain is registered at Namecheap. This domain was recently registered at Namecheap. Please check back later!</p>
parked js ¦ office.example ¦ <script>window.park="eyJ"</script><script src="https://www.google.com/adsense/domains/caf.js"></script><div id="target" style="opacity:0"></div>
parked fr ¦ Domaine réservé ¦ <h1>Ce nom de domaine est réservé</h1><p>Ce domaine a été enregistré par OVHcloud. Le site sera bientôt disponible.</p>
parked de-expired ¦ Domain expired ¦ <h1>This domain has expired.</h1><p>If you owned this domain, contact your domain registration service provider for further assistance.</p>
parked expired2 ¦ office.example ¦ <p>office.example expired on 04/01/2024 and is pending renewal or deletion.</p>
parked ru ¦ Домен office.example продаётся ¦ <h1>Домен office.example продаётся</h1><p>Вы можете купить этот домен.</p>
parked zh ¦ office.example 域名出售 ¦ <h1>您正在访问的域名可以转让</h1><p>该域名正在出售，联系我们购买。</p>
parked es ¦ Dominio en venta ¦ <h1>El dominio office.example está en venta</h1><p>Comprar este dominio</p>
parked ar ¦ النطاق للبيع ¦ <h1>هذا النطاق معروض للبيع</h1>
404 fr2 ¦ Erreur 404 ¦ <h1>Oups ! Cette page est introuvable.</h1><p>Le contenu demandé n'est plus disponible.</p>
404 fr3 ¦ Bureau ¦ <h1>Désolé, la page demandée est introuvable</h1>
404 es2 ¦ Error 404 ¦ <h1>Lo sentimos, la página que busca no existe</h1>
404 es3 ¦ Oficina ¦ <p>La página que está buscando no se encuentra disponible.</p>
404 ru2 ¦ Ошибка 404 ¦ <h1>404</h1><p>К сожалению, такой страницы не существует.</p>
404 ru3 ¦ Управление ¦ <h1>Нет такой страницы</h1><p>Возможно, она была удалена или перемещена.</p>
404 zh ¦ 404 ¦ <h1>页面未找到</h1><p>抱歉，您访问的页面不存在。</p>
404 zh2 ¦ 页面不存在 ¦ <p>您访问的页面不存在或已被删除</p>
404 zh3 ¦ 出错啦 ¦ <p>很抱歉，您要访问的页面找不到了</p>
404 ar ¦ الصفحة غير موجودة ¦ <h1>الصفحة غير موجودة</h1><p>عذراً، الصفحة التي تبحث عنها غير موجودة.</p>
404 ar2 ¦ خطأ 404 ¦ <h1>عذرا، لم نتمكن من العثور على الصفحة المطلوبة</h1>
404 en2 ¦ Page not available ¦ <h1>This page isn't available</h1><p>The link you followed may be broken, or the page may have been removed.</p>
404 en3 ¦ Not Found ¦ <h1>Whoops! We can't seem to find the page you're looking for.</h1>
404 en4 ¦ 404 - Office ¦ <h1>404</h1><p>The content you requested does not exist.</p>
410 ¦ 410 Gone ¦ <h1>Gone</h1><p>The requested resource is no longer available on this server and there is no forwarding address.</p>
squarespace ¦ Website Expired ¦ <h1>Website Expired</h1><p>This account has expired. If you are the site owner, click below to login.</p>
wix ¦ Error ConnectYourDomain ¦ <h1>Looks Like This Domain Isn't Connected To A Website Yet</h1>
wp.com gone ¦ Office ¦ <h1>office.wordpress.com is no longer available.</h1><p>The authors have deleted this site.</p>
`),
};

/** Headlines that use the words of such pages and have words of their own. */
export const HEADLINES: readonly string[] = `
Access denied to humanitarian convoys in the north
Website blocked: journalists sue over censorship of news site
Government blocks access to independent media websites
High Commissioner: access to detainees has been denied
UN team denied access to camp for a third time
Forbidden zones: how the army closed the coast
Unauthorized killings must stop, expert says
Maintenance of international peace and security
Scheduled maintenance of the dam delayed
Road maintenance programme under review
Maintenance payments: new guide for parents
Service unavailable: hospitals without power in the east
Service unavailable for disabled voters, report finds
Page not found: missing files in the archives of the secret police
Bodies not found after ferry disaster
Error in the census led to wrong funding
Human error blamed for the dam failure
An error occurred in the counting of votes, commission admits
Server error delayed census results
Something went wrong in the asylum system, inquiry told
Just a moment: what judges say in chambers
Please wait: queues at the border
One moment of silence for victims
Attention required: children in armed conflict
Are you human? Exhibition on dignity opens
Robots and rights: are you human enough?
Security check at parliament tightened
Border security checks must respect rights
Human verification: the work of the monitors
Captcha tests exclude blind people, study says
Bot or not? Automated accounts in the campaign
Request rejected: court refuses appeal
The request was rejected by the ministry
Requested documents were rejected by the office
Request blocked by the Council
You have been blocked: politicians and social media
Your IP address and your rights: a guide
Unusual activity at the volcano
Unusual traffic from the port reported
Suspicious activity near the nuclear site
Domain name for sale: who owns your name?
Public domain: heritage sites may be for sale
This domain of policy is for sale to the highest bidder
Account suspended: activist silenced
Parked cars to be removed from the square
Buy this domain? The trade in country codes
Coming soon: new law on data protection
Coming soon: annual report 2024
Under construction: thousands of homes for returnees
School under construction collapses
Temporarily unavailable: medicines in the valley
We’ll be back soon, evacuees say
Be right back: returning after the flood
Site offline: power station shut after the quake
Sign in blood: the truth commission
Log in for peace: youth campaign starts
Login required to vote? Court to decide
Connexion des réseaux électriques: l’avis du bureau
Identification des victimes: rapport
Accès refusé aux observateurs au nord
Accès interdit aux journalistes
Maintenance des routes: le plan
Erreur judiciaire: la cour révise le procès
Page blanche: exposition sur la censure
Introuvable: le sort des disparus
Acceso denegado a la misión de observadores
Error judicial: indemnización a la víctima
En mantenimiento: las presas del norte
Mantenimiento de la paz en la región
Página no encontrada: archivos de la dictadura
Доступ запрещён: журналистов не пустили на процесс
Доступ к сайту ограничен: суд рассмотрел жалобу
Ошибка следствия: дело прекращено
Техническое обслуживание самолётов приостановлено
Вход воспрещён: закрытые города
Очередь на жильё: доклад омбудсмена
Авторизация выплат пострадавшим начата
访问被拒绝：记者无法进入灾区
禁止访问令引发争议
维护中的大坝引发担忧
维护世界和平与安全
系统错误导致选票漏计
安全检查在边境加强
安全检查：学校食品
登录月球：新发现
页面未找到的历史档案
تحت الصيانة: طرق الشمال
صيانة السلام والأمن الدوليين
خطأ في التقرير السنوي
تم رفض الوصول إلى المعتقلين
تسجيل الدخول إلى سوق العمل للاجئين
الوصول مرفوض للمراقبين
404 people missing after the landslide
403 cases closed by the commission
500 internal displaced persons returned home
502 bad loans written off
503 service members discharged
404 not forgotten: a memorial
Error 404: democracy not found
1015 families relocated
Waiting room deaths: inquiry into hospitals
In the queue: asylum seekers at the office
You are in line for compensation: how to claim
Your estimated wait time for a passport
Checking your browser history: police powers reviewed
Verify you are human: what AI means for trust
Cookie consent: new guidance for websites
Cookies and privacy: we value your rights
We value your privacy: the authority’s annual report
Before you continue to drive: winter advice
Privacy choices: how families consent
Age verification: regulator publishes guidance
JavaScript must be enabled, and other barriers to access
Enable JavaScript? What the accessibility audit found
Website unavailable during cyber attack on ministry
DDoS attack took government websites down
Cyberattack: site is down since Tuesday
Firewall of silence: the village that does not talk
Website accessibility statement
Site maintenance workers strike
Planned maintenance in custody suites
Gone: 410 villages abandoned
Gone and not found
Removed: statues of the old regime
The page has been turned, president says
Nothing was found here: the excavation ends
Page removed from the school textbook
File not found guilty
Document not found in the minister’s safe
Report no longer available to the public
Emergency numbers temporarily unavailable
Power is down; clinics close
Water system is offline in three districts
Portal closed for maintenance of records
Database error: wrong people deported
Stack trace: following the money
Runtime error in voting machines
Application error: visa forms lost
Unexpected error in statistics
Bad request: minister’s letter published
Bad gateway: the port closure
Gateway timeout: migrants stranded
Proxy error: the war by others
Internal server error at the tax office
Too many requests for asylum
Too many requests: freedom of information unit overwhelmed
Session expired: parliament rises
Redirecting aid to the south
Redirect: a new course for youth
Loading the ships: grain leaves port
Default page of history: exhibition
It works! Jobs scheme shows results
Welcome to the office
`
  .trim()
  .split("\n");
