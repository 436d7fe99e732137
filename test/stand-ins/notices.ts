/** Short pages in words of their own: notices that are no page of their site, and what offices write on the same matters. */

type Row = readonly [title: string, body: string];

const rows = (table: string): Row[] =>
  table
    .trim()
    .split("\n")
    .map((line) => line.split(" ¦ ") as unknown as Row);

/** Of a server, a guard or a webmaster to whoever calls: title and body. */
export const NOTICES: readonly Row[] = rows(`
Office ¦ <p>Your browser’s connection was refused: the firewall of this website flags your network.</p>
Notice ¦ <h2>Your activity was flagged</h2><p>The protective system of this portal has found something in what your browser sent that looks like an attack. Nothing was delivered.</p><p>Case: 18821-AB. Quote it if you write to the help desk.</p>
Ministry of Interior ¦ <img src="crest.png"><h3>Dear visitor,</h3><p>the Ministry's web services are reachable from within the country only. Kindly use a domestic connection.</p>
Policy notice ¦ <h1>Internet usage policy</h1><p>Access to the requested site is not permitted under the company's acceptable use policy.</p><p>Site: www.office.example. Category: Government. Rule: default-deny.</p><p>If you need it for your work, ask your line manager to raise a ticket with IT.</p>
الموقع محجوب ¦ <h1>عذراً، الموقع المطلوب غير متاح</h1><p>لقد تم حجب الموقع الذي تحاول زيارته لمخالفته لأنظمة الدولة. إذا كنت ترى أن هذا الموقع ينبغي ألا يكون محجوباً فاضغط هنا.</p>
This page has moved ¦ <h1>This page has moved</h1><p>You will be taken to the new address in 5 seconds. If nothing happens, <a href="https://new.office.example/">click here</a>.</p>
We have moved ¦ <h2>We have moved!</h2><p>Our website has a new home at <a href="https://new.office.example/">new.office.example</a>. Please update your bookmarks.</p>
Search results ¦ <h1>No results</h1><p>Your search for “reports bridge” did not match any pages. Suggestions:</p><ul><li>Make sure all words are spelled correctly.</li><li>Try different keywords.</li><li>Try more general keywords.</li></ul>
Document server ¦ <p>The document you asked for is not held on this server. It may be held on the archive server, which is open on working days from 9 to 5.</p>
Document ¦ <h1>Document</h1><p>The item you requested has not been published or has been withdrawn from the site.</p>
Wartungsarbeiten ¦ <h1>Wir sind gleich wieder da</h1><p>Aufgrund von Wartungsarbeiten steht Ihnen unser Internetangebot derzeit nicht zur Verfügung. Wir bitten um Ihr Verständnis.</p>
Aviso ¦ <h2>Aviso a los usuarios</h2><p>Con motivo de trabajos en la sala de servidores, el portal no prestará servicio entre las 20:00 y las 06:00. Disculpe las molestias.</p>
Bureau ¦ <p>Our engineers are at work on the machines behind this address. Nothing is lost; come by again in the evening.</p>
Unsupported browser ¦ <h1>Your browser is out of date</h1><p>This site does not work with your version. Please use a recent version of Chrome, Firefox, Edge or Safari.</p>
Important ¦ <p>Following an incident affecting our hosting company, our pages cannot be shown at this time. We are working with them to bring everything back.</p>
Information ¦ <p>Chers internautes, nos pages sont momentanément inaccessibles en raison d'un incident chez notre hébergeur. Nous mettons tout en œuvre pour les rétablir.</p>
Hinweis ¦ <p>Unser Netzauftritt wird gerade umgebaut. Schauen Sie in ein paar Tagen wieder vorbei.</p>
Внимание ¦ <p>Портал не отвечает из-за большого числа обращений. Обновите страницу через несколько минут.</p>
تنبيه ¦ <p>تعذر عرض المحتوى المطلوب بسبب عطل فني. يرجى إعادة المحاولة بعد قليل.</p>
Solicitud rechazada ¦ <h1>Su solicitud ha sido rechazada</h1><p>Nuestro cortafuegos ha considerado sospechosa su petición. Si cree que se trata de un error, escriba al administrador indicando el número 55120.</p>
Anmeldung ¦ <h1>Anmeldung erforderlich</h1><p>Dieser Bereich ist nur für angemeldete Nutzer zugänglich.</p><form><label>Benutzername</label><input><label>Kennwort</label><input type=password><button>Anmelden</button></form>
Notice ¦ <p>Automatic programs are not welcome on these pages. If you are a person, write to the webmaster and tell us which browser you use.</p>
Tribunal ¦ <p>The registry's electronic counter is shut between midnight and six. Your enquiry was not taken.</p>
Gatekeeper ¦ <h1>Hold on</h1><p>Our gatekeeper does not know your machine yet. It asks for a moment to make up its mind.</p>
City of Northford ¦ <h1>Nothing at this address</h1><p>The link that brought you here is out of date.</p>
Notice ¦ <p>Requests made through VPN services are turned away. Disconnect and try once more.</p>
Parliament ¦ <h1>This section is being rebuilt</h1><p>We expect to have it ready in the coming days.</p>
Intranet ¦ <h1>For staff</h1><p>This address is meant for employees on the internal network.</p>
Digital library ¦ <p>The viewer could not open this item. Reload the page, or report the trouble to the reading room.</p>
Website inactive ¦ <h1>This website is inactive</h1><p>The subscription has not been renewed.</p>
Link expired ¦ <h1>This link is no longer valid</h1><p>Ask the person who shared it for a new one.</p>
Sharing ¦ <h1>You need access</h1><p>Ask for access, or switch to an account with access.</p>
File deleted ¦ <h1>The file you're looking for was deleted</h1><p>Contact the owner of this file to restore it.</p>
Pulse Connect Secure ¦ <p>You have been logged out because another session was started.</p>
CAS – Central Authentication Service ¦ <h2>Application Not Authorized to Use CAS</h2><p>The application you attempted to authenticate to is not authorized to use CAS.</p>
Permission error ¦ <h1>Permission error</h1><p>You do not have permission to read pages, for the following reason: The action you have requested is limited to users in one of the groups: Administrators, Staff.</p>
Repository ¦ <h1>Sorry, this item isn't here any more</h1><p>It was taken down at the request of its owner.</p>
Share ¦ <h1>A server error has occurred</h1><p>There can be many reasons why an error has occurred. Here are the available options: correct any mistakes, click Back, or call your administrator.</p>
Service public ¦ <p>Votre demande n'a pas pu aboutir. Nos équipes techniques sont prévenues. Recommencez dans quelques instants.</p>
Vérification ¦ <p>Cochez la case pour montrer que vous êtes bien une personne.</p>
Ministère ¦ <h1>Aïe, vous êtes perdu ?</h1><p>Le lien que vous avez suivi ne mène plus nulle part.</p>
Accès ¦ <p>Ce site n'est consultable que depuis le réseau interne de l'administration.</p>
Gobierno ¦ <h1>Ups, nos hemos perdido</h1><p>La dirección que ha escrito no corresponde a ninguna página.</p>
Acceso ¦ <p>Para entrar necesita un certificado digital válido. No se ha detectado ninguno en su navegador.</p>
Behörde ¦ <h2>Der Inhalt konnte nicht geladen werden</h2><p>Bitte laden Sie die Seite neu.</p>
Prüfung ¦ <p>Wir prüfen kurz, ob Sie ein Mensch sind. Das dauert nur wenige Sekunden.</p>
Abo ¦ <p>Ihr Zugang ist abgelaufen. Bitte melden Sie sich erneut an.</p>
Внимание ¦ <p>Просмотр материалов с вашего адреса невозможен. Используйте сеть внутри страны.</p>
Министерство ¦ <h1>Упс, здесь пусто</h1><p>Ссылка устарела, либо вы ошиблись при вводе.</p>
Очередь ¦ <p>Перед вами 418 человек. Страница откроется сама, не закрывайте окно.</p>
بوابة الموظفين ¦ <p>انتهت جلستك، يرجى تسجيل الدخول مرة أخرى.</p>
تنبيه ¦ <p>هذه الخدمة متاحة داخل البلاد فقط. لا يمكن الوصول إليها من شبكتك.</p>
政府网 ¦ <h1>哎呀，页面走丢了</h1><p>您可以返回首页或搜索其他内容。</p>
Province of Marl ¦ <h2>Dear citizens</h2><p>owing to works on the data line our pages can only be opened in part. Thank you for bearing with us.</p>
Mission ¦ <h1>Page under revision</h1><p>The text of this page is being revised. Come back next week.</p>
Shield ¦ <h1>Shield active</h1><p>Your visit has been put on hold while we look at where it comes from. Ref 77-AC.</p>
Not here ¦ <h1>Sorry, not in your country</h1><p>Our agreements do not let us show this there.</p>
Security ¦ <p>The reputation of your address is poor. Have it cleaned by your provider and call again.</p>
Connection ¦ <p>Your browser and this server could not agree on a secure way to talk.</p>
Working ¦ <h1>Your computer is solving a little puzzle</h1><p>This keeps robots out. It takes a few seconds.</p><progress></progress>
Document centre ¦ <p>This file is locked for editing by another user.</p>
Scan ¦ <p>The file could not be checked for viruses and was held back.</p>
Proxy ¦ <p>The file is larger than this proxy lets through (limit: 20 MB).</p>
Server not found ¦ <h1>Hmm. We're having trouble finding that site.</h1><p>We can't connect to the server at www.office.example.</p>
Warning ¦ <h1>Your connection is not private</h1><p>Attackers might be trying to steal your information from www.office.example.</p>
Host ¦ <p>The site you are visiting is being carried over to a new machine. Expect it back within 24 hours.</p>
Mairie ¦ <p>Une panne touche actuellement nos serveurs. Le retour à la normale est prévu dans la soirée.</p>
File d'attente ¦ <h1>Vous y êtes presque</h1><p>Beaucoup de monde consulte le site. Gardez cette fenêtre ouverte, votre tour viendra.</p>
Espace ¦ <h1>Identifiez-vous</h1><p>Cet espace est réservé aux abonnés.</p>
Conseil ¦ <h1>Oups</h1><p>Cette adresse ne correspond à aucun contenu du site.</p>
Ayuntamiento ¦ <p>El portal está caído por una avería. Estamos trabajando para recuperarlo.</p>
Andrang ¦ <p>Zurzeit rufen sehr viele Menschen unsere Seite auf. Bitte haben Sie etwas Geduld.</p>
Amt ¦ <h1>Huch, die Seite ist weg</h1><p>Vielleicht hilft Ihnen die Suche weiter.</p>
Sperre ¦ <p>Ihre Anfrage wurde als Angriff gewertet und verworfen.</p>
Мэрия ¦ <p>Из-за аварии на линии связи портал работает с перебоями. Специалисты устраняют неполадки.</p>
Проверка ¦ <p>Докажите, что вы не программа: поставьте галочку.</p>
Агентство ¦ <h1>Ничего нет</h1><p>По этому адресу ничего не найдено.</p>
البلدية ¦ <p>نواجه حالياً مشكلة تقنية في خوادمنا ونعمل على حلها في أقرب وقت.</p>
الوزارة ¦ <h1>لا شيء هنا</h1><p>العنوان الذي أدخلته غير صحيح أو أن الصفحة نُقلت.</p>
市政府 ¦ <p>因机房线路故障，本网站暂时无法打开，技术人员正在抢修。</p>
Prosecutor General ¦ <p>You have been sent here because our filter did not like your browser's signature. Change the settings and reload.</p>
Archive ¦ <h1>The image server does not answer</h1><p>Please open the record again later.</p>
Member area ¦ <p>Only registered correspondents may open this paper. Sign in with the name and password that you were given.</p>
Portal ¦ <p>Your country is not on the list of those that may use this portal.</p>
Check ¦ <p>We could not tell whether you are a person or a script. Tick the box.</p>
Hosting ¦ <h1>No website is set up at this address</h1><p>If this is yours, log in to the control panel to upload your files.</p>
Tunnel ¦ <p>The tunnel to this machine is closed. Ask its operator to open it.</p>
Application ¦ <p>The application pool that serves this site has stopped.</p>
Loading ¦ <div id="app"><p>Starting the application. If this takes long, your browser may block scripts.</p></div>
Ombudsman ¦ <h1>We looked everywhere</h1><p>but there is no such page on our site.</p>
Quarantine ¦ <p>Access from your network has been cut because of repeated attempts to break in.</p>
Licence ¦ <p>This document can be read only from a computer in the reading room.</p>
Préfecture ¦ <p>Le service que vous demandez est fermé la nuit. Il rouvre à 7 heures.</p>
Contrôle ¦ <p>Nous vérifions que votre navigateur n'est pas piloté par un robot. Un instant, s'il vous plaît.</p>
Refus ¦ <p>L'accès à cette adresse vous est refusé depuis votre pays.</p>
Aviso ¦ <p>El servidor no puede atender su petición en este momento. Inténtelo dentro de unos minutos.</p>
Acceso ¦ <p>Debe iniciar sesión con su cuenta institucional para ver este documento.</p>
Wartung ¦ <p>Heute Nacht arbeiten wir an unseren Servern. Ab 6 Uhr sind wir wieder für Sie da.</p>
Zugriff ¦ <p>Aus Ihrem Land ist der Aufruf dieser Seite nicht gestattet.</p>
Anmeldung ¦ <p>Ihre Sitzung ist beendet. Melden Sie sich neu an.</p>
Сервис ¦ <p>Сервис перегружен. Повторите попытку через пять минут.</p>
Комитет ¦ <h1>Не нашли</h1><p>Страница, которую вы ищете, переехала или никогда не существовала.</p>
خدمة ¦ <p>الخدمة متوقفة الآن بسبب الضغط الكبير، حاول بعد دقائق.</p>
دخول ¦ <p>يجب تسجيل الدخول لعرض هذا المستند.</p>
المجلس ¦ <h1>الصفحة ليست هنا</h1><p>ربما تغير عنوانها أو حُذفت من الموقع.</p>
委员会 ¦ <h1>没有这个页面</h1><p>它可能已经搬家或从未存在过。</p>
Script ¦ <p>This page draws its content with scripts, which your browser does not run.</p>
National Assembly ¦ <p>Our web server is being moved to another building. It should answer again by Thursday.</p>
Stop ¦ <h1>Stop</h1><p>This way of calling our pages is reserved for partners. Use the public interface.</p>
Slow down please ¦ <p>Your connection has asked for too much in too little time. You can go on in 60 seconds.</p>
Regional portal ¦ <p>Foreign visitors: this portal can be used from inside the region only.</p>
Reader ¦ <h1>Members read on</h1><p>Join us or log in to see the rest of this page.</p>
bureau.example ¦ <p>This web address has been bought and waits for its first page.</p>
Payment overdue ¦ <p>The hosting of this website was stopped because a bill was not paid.</p>
Library ¦ <p>No record matches your request.</p>
Node ¦ <p>This node is not part of the cluster and serves nothing.</p>
Alerte ¦ <p>Votre requête contient des caractères que notre pare-feu n'accepte pas.</p>
Registro ¦ <p>Su sesión ha terminado por inactividad. Vuelva a entrar.</p>
Bloqueo ¦ <p>Desde su dirección IP se han hecho demasiadas consultas. Espere una hora.</p>
Sicherheitsprüfung ¦ <p>Ihr Browser wird überprüft, bevor Sie die Seite sehen können.</p>
Защита ¦ <p>Ваш запрос отклонён системой защиты. Номер обращения 4411.</p>
رفض ¦ <p>رفض نظام الحماية طلبك. رقم الحالة ٤٤١١.</p>
جلسة ¦ <p>انتهت مدة الجلسة، سجل دخولك من جديد.</p>
门户 ¦ <p>门户网站正在搬迁服务器，明早恢复。</p>
Notice ¦ <p>This mirror is out of step with the main site and is closed until it has caught up.</p>
Sorry ¦ <p>We could not make this page for you just now.</p>
`);

/** Of an office to its readers: heading, which is the title as well, and what stands below it. */
export const PAPERS: readonly Row[] = rows(`
Access to information denied, says UN expert ¦ <p>GENEVA – A UN expert said today that authorities had denied families access to information on missing relatives. “The right to know is not a favour,” she said.</p>
Statement on the seizure of servers ¦ <p>The office is alarmed that servers of a news agency were seized on Tuesday. Equipment must be returned without delay.</p>
Journalists blocked from entering court ¦ <p>Reporters were turned away at the gates of the district court this morning. The spokesperson called on the authorities to allow observers in.</p>
Website of election commission attacked ¦ <p>The website of the election commission was unavailable for six hours on Sunday after a cyber attack. Investigators believe that requests came from abroad.</p>
Cookie policy ¦ <p>This website uses cookies to remember your language and to count visits. You can refuse cookies in the settings of your browser. We keep the counts for thirteen months.</p>
Accessibility statement ¦ <p>We want everyone to be able to use this website. Some older PDF documents are not accessible to screen readers. If you have difficulty, contact the web team, which will send you another version within ten days.</p>
Legal notice ¦ <p>Publisher: Ministry of Justice, 4 Court Square. Director of publication: the head of communications. Hosting: State Data Centre.</p>
Privacy notice ¦ <p>We collect your name and e-mail address if you write to us. Access to the data is restricted to the staff who answer. You may ask us to delete them at any time.</p>
What does error 404 mean? ¦ <p>Error 404 means that a server could be reached but has no page at the address asked for. It differs from error 403, where the server refuses. Our glossary lists other codes.</p>
Firewall ¦ <p>A firewall is a program or device that lets through or rejects traffic by rules. The word is borrowed from building.</p>
Report to be published in June ¦ <p>The report on the valley will be published in June, the High Commissioner told the Council today.</p>
The report is coming soon, minister says ¦ <p>The minister told parliament that the inquiry’s findings would be published “very soon”. Opposition members asked for a date.</p>
Assessment of concerns in the valley ¦ <p><a href="/doc/assessment.pdf">Download the assessment (PDF, 48 pages)</a></p>
Final report of the inquiry ¦ <p>Published 31 August 2022. <a href="/doc/final.pdf">English</a> <a href="/doc/final-fr.pdf">French</a></p>
Maintenance of peace in the border districts ¦ <p>The maintenance of peace is the mission’s first task. It has forty posts along the line, and patrols daily.</p>
Harbour bridge closed for maintenance until Friday ¦ <p>The harbour bridge is closed for maintenance work until Friday. Traffic is led over the ring road. We apologise for the inconvenience.</p>
Power to be restored by evening ¦ <p>Engineers are working to restore electricity to the northern suburbs. Service should be back by the evening.</p>
Clinic temporarily closed ¦ <p>The clinic at Lower Ford is temporarily closed after shelling on Monday. Patients are sent to the district hospital.</p>
Opening hours of the archive ¦ <p>The reading room is open from Monday to Thursday, 9 to 17. It is closed on public holidays. Please bring an identity card.</p>
Vacancy: Web developer ¦ <p>You will maintain the web site of the bureau, fix errors and broken links, and answer users’ requests. Apply by 15 May.</p>
Vacancy: Network security engineer ¦ <p>You will configure firewalls, block malicious requests and investigate incidents. Five years of experience are required. Sign in to the recruitment portal to apply.</p>
Statement by the spokesperson ¦ <p>We have seen the reports. We are looking into them.</p>
Spokesperson: no comment ¦ <p>The office has no comment at this time.</p>
UN deeply concerned ¦ <p>We are deeply concerned by the situation in the valley.</p>
Press briefing, Friday ¦ <p>The briefing starts at 10.30 in Room III. Accredited journalists only.</p>
Minister resigns ¦ <p>The minister of the interior has resigned.</p>
Internet shutdown in three provinces ¦ <p>Access to the internet was cut in three provinces on Friday. Users reported that pages did not load and that messages could not be sent.</p>
Regulator lists blocked websites ¦ <p>The regulator published the list of websites that it has blocked since January. Access to 214 pages is restricted by court order.</p>
Study: captchas tell humans and bots apart less well ¦ <p>Researchers found that bots solved captchas faster than people did. Verification by puzzle may be at its end, they write.</p>
Notice of a data incident ¦ <p>On 3 March an unauthorised person gained access to a server of the bureau. Names and addresses of 300 applicants may have been read. Those concerned have been written to.</p>
Report on the outage of 12 May ¦ <p>On 12 May our online services were unavailable for four hours. The cause was a faulty switch at the data centre. It has been replaced. This page explains what we learnt.</p>
Border crossing closed until further notice ¦ <p>The crossing at Stone Gate is closed until further notice. Travellers are asked to use the crossing at Mill Bridge.</p>
Access denied to aid convoys ¦ <p>Aid convoys have been denied access to the besieged town for the third week. The coordinator asks all parties to let them through.</p>
Forbidden weapons used, report says ¦ <p>Weapons forbidden by treaty were used in the valley, a report says. The government rejected the findings.</p>
Court rejects request for release ¦ <p>The court rejected the request for release of the two reporters. Their lawyers will appeal.</p>
Too many requests, too few judges ¦ <p>The asylum court has 40,000 requests pending. Its president says that it needs thirty more judges.</p>
Visiting the Palace ¦ <p>Visitors must be over 18 or with an adult. Tickets are sold online. Please wait at the gate until a guide fetches you.</p>
We have moved ¦ <p>The secretariat has moved to 12 Lake Road. The telephone numbers stay the same. Visitors are received by appointment.</p>
Our new website is online ¦ <p>The bureau’s new website went online today. It is easier to search, and works on telephones. Old links lead to the new pages.</p>
Newsletter ¦ <p>Subscribe to our newsletter. You will receive a message every month. <form><input placeholder='Your e-mail'><button>Subscribe</button></form></p>
Contact ¦ <p>Bureau for Public Affairs, 12 Lake Road. Telephone 555 0100. Write to us: info@office.example</p>
Documents of the 49th session ¦ <p><a href='/a.pdf'>Agenda</a> <a href='/b.pdf'>List of speakers</a> <p>Delegates: log in for drafts.</p><form><input name=u><input type=password><button>Log in</button></form></p>
Commission opens inquiry ¦ <p>The commission opened an inquiry into the collapse of the dam. It will report within six months.<form><label>Username</label><input><label>Password</label><input type=password><button>Sign in</button></form></p>
Search results ¦ <p>12 results for “bridge”. <ul><li><a href='/1'>Bridge report 2021</a></li><li><a href='/2'>Bridge report 2020</a></li></ul></p>
Events ¦ <p>There are no upcoming events. Past events are in the archive.</p>
Vacancies ¦ <p>There are currently no open positions. Please check back later.</p>
News ¦ <p>No items found. Older news is kept in the archive.</p>
This consultation is closed ¦ <p>The consultation closed on 3 April. We are analysing your feedback and will publish the answers soon.</p>
Applications are closed ¦ <p>Thank you for your interest. The call for applications is closed. The next call opens in the autumn.</p>
Guidance withdrawn ¦ <p>This guidance was withdrawn on 4 May 2022. It has been replaced by the rules on travel of the same day.</p>
Death of a former president ¦ <p>Flags are at half-mast. A book of condolence lies open in the hall.</p>
Account suspended by platform, senator says ¦ <p>A senator said that his account was suspended after he had posted on the vote. The platform did not comment.</p>
Police seize 40 domains ¦ <p>Police seized forty domain names that sold forged passports. The pages now show a notice. Three people were arrested.</p>
Policy on domain names ¦ <p>A name under .office is given for one year. A domain that has expired may be renewed within thirty days. Domains are not for sale.</p>
Kingdom’s domain for sale ¦ <p>The kingdom put its two-letter domain up for sale. Buyers may bid until 3 June, the registry said.</p>
Waiting times at hospitals fall ¦ <p>The estimated waiting time for an operation fell to 14 weeks. The number of people in the queue fell by a tenth.</p>
Passport office: what to expect ¦ <p>You are given a number at the door. When it is your turn, it shows on the screen. Please be patient.</p>
Choosing a password ¦ <p>A good password is long. Do not use the same password twice. If you forgot your password, ask the help desk for a new one.</p>
How to sign in with two factors ¦ <p>From 1 May staff sign in with a password and a code. Enter the code that your telephone shows. The help desk answers questions.</p>
Which browsers we support ¦ <p>We test this website in the last two versions of Chrome, Firefox, Edge and Safari. In older browsers some pages may look different. JavaScript is needed for the maps only.</p>
Site map ¦ <p><ul><li><a href='/about'>About</a></li><li><a href='/news'>News</a></li><li><a href='/law'>Law</a></li></ul></p>
Bureau ¦ <p><a href='/en'>English</a> <a href='/fr'>Français</a> <a href='/ar'>العربية</a></p>
Photo of the day ¦ <p><img src='p.jpg'><p>Children cross the temporary bridge at Lower Ford.</p></p>
Video: the day the dam broke ¦ <p><video src='v.mp4'></video><p>Duration: 4:10. Your browser does not support the video element.</p></p>
Livestream ¦ <p>The session will begin at 10:00. Please wait; the picture appears here.</p>
Live: vote in parliament ¦ <p>This page updates by itself. Loading…<p>10:14 The speaker opens the sitting. 10:20 The first reading begins.</p></p>
Webinar: monitoring remote places ¦ <p>Register to receive the link. Registration is required. The webinar is free.</p>
Refus d’accès aux détenus ¦ <p>Le Comité déplore le refus d’accès aux lieux de détention. Ses membres ont été bloqués à l’entrée à deux reprises.</p>
Travaux : le pont fermé jusqu’à vendredi ¦ <p>En raison de travaux de maintenance, le pont du port est fermé jusqu’à vendredi. Veuillez nous excuser pour la gêne occasionnée.</p>
Le rapport sera publié prochainement ¦ <p>Le Haut-Commissariat publiera prochainement son rapport sur la vallée, a dit son porte-parole.</p>
Mentions légales ¦ <p>Éditeur du site : ministère de la Justice. Hébergeur : centre de données de l’État. Toute reproduction est soumise à autorisation.</p>
Acceso denegado a la prensa ¦ <p>Las autoridades negaron el acceso a la prensa durante la audiencia. La relatora pidió explicaciones.</p>
Corte de agua en el norte ¦ <p>El servicio de agua no estará disponible el martes entre las 8 y las 14 horas por trabajos de mantenimiento. Disculpe las molestias.</p>
Aviso legal ¦ <p>El acceso a este sitio es gratuito. El ministerio no responde de los errores que pueda contener ni de los enlaces a páginas ajenas.</p>
Beobachtern Zugang verweigert ¦ <p>Den Beobachtern wurde am Montag der Zugang zum Lager verweigert. Das Amt fordert eine Erklärung.</p>
Brücke wegen Wartungsarbeiten gesperrt ¦ <p>Wegen Wartungsarbeiten ist die Hafenbrücke bis Freitag gesperrt. Wir bitten um Verständnis.</p>
Impressum ¦ <p>Herausgeber: Amt für Öffentlichkeit, Seestraße 12. Verantwortlich für den Inhalt: die Leiterin. Keine Haftung für verlinkte Seiten.</p>
Stellenangebote ¦ <p>Derzeit sind keine Stellen ausgeschrieben. Bitte schauen Sie später wieder vorbei.</p>
Наблюдателям закрыт доступ в колонию ¦ <p>Членам комиссии во вторник отказали в доступе в колонию. Адвокаты намерены обжаловать отказ.</p>
Мост закрыт на ремонт ¦ <p>До пятницы мост закрыт: ведутся технические работы. Приносим извинения за временные неудобства, сообщили в мэрии.</p>
Суд отменил блокировку сайта ¦ <p>Верховный суд отменил блокировку сайта газеты. Доступ к нему был ограничен с января.</p>
منع الصحفيين من الوصول ¦ <p>منعت السلطات الصحفيين من الوصول إلى قاعة المحكمة صباح اليوم. وطالبت المقررة بتوضيح.</p>
حجب مواقع إخبارية ¦ <p>أعلنت الهيئة حجب أربعة مواقع إخبارية بقرار قضائي. وقالت النقابة إن القرار مخالف للدستور.</p>
إغلاق الجسر للصيانة ¦ <p>يغلق جسر الميناء حتى الجمعة بسبب أعمال الصيانة. وتعتذر البلدية عن الإزعاج.</p>
记者被拒绝入内 ¦ <p>周二上午，多名记者被拒绝进入法院。发言人要求当局作出解释。</p>
监管机构公布被屏蔽网站名单 ¦ <p>监管机构公布了一月以来被屏蔽的网站名单，共有二百一十四个页面。</p>
大桥维护封闭至周五 ¦ <p>因维护施工，海港大桥封闭至周五。市政府对由此带来的不便表示歉意。</p>
Annual report 2021 ¦ <p><a href='/ar.pdf'>Read the report</a></p>
Correction ¦ <p>An earlier version of this page gave a wrong date for the meeting. It has been corrected. We apologise for the error.</p>
Travel advice: valley ¦ <p>This page is under review following the storm. The advice of 3 May applies until then: do not travel to the northern districts.</p>
Request 2022/114 ¦ <p>Status: refused. Reason: the information requested is not held. The applicant may ask for a review within forty days.</p>
Tender 14/2022 ¦ <p>This tender has been cancelled. A new call will be published.</p>
Error in the census corrected ¦ <p>An error occurred in the count of two districts, the statistics office said. The figures were corrected on Monday.</p>
Unexpected error in vaccine data ¦ <p>An unexpected error doubled some entries, the ministry said. Please use the new table.</p>
Missing: have you seen her? ¦ <p>Police ask for help in finding a girl of twelve who has been missing since Sunday. If you have seen her, call 555 0199.</p>
Missing pages of the treaty found ¦ <p>Two missing pages of the treaty of 1712 were found in the archive. Visitors can see them from Monday.</p>
Robots at the border ¦ <p>The agency tests robots at two crossings. Human officers decide in every case, it says.</p>
Are you human enough? A lecture ¦ <p>A lecture on machines and dignity, on Thursday at six in the great hall. No registration required.</p>
Human rights verification mission starts ¦ <p>The verification mission started its work on Monday with 120 observers. It will verify the ceasefire and report weekly.</p>
“Just a moment, please”: fifty years of interpreters ¦ <p>An exhibition on interpreters in the hall of the council, until 3 June.</p>
Attention required: children in detention ¦ <p>The Committee asks states to give attention to children in detention. Its report lists eleven countries.</p>
Witness unavailable, trial adjourned ¦ <p>The trial was adjourned because a witness was unavailable. It continues on Tuesday at ten.</p>
We’ll be back, protesters say ¦ <p>“We’ll be back soon,” said the leader of the march as it broke up on Sunday evening.</p>
Gone: the villages under the lake ¦ <p>Eleven villages are gone. A book collects what their people remember.</p>
Thank you ¦ <p>Thank you for your submission. The committee received 300 and will publish them in July.</p>
Sirens test ¦ <p>Sirens are tested on the first Wednesday of February. There is nothing you need to do.</p>
Statement on the closing of the broadcaster ¦ <p>The High Commissioner deplores the closing of the broadcaster. Its archive has been removed from public view.</p>
Website of the ministry hacked ¦ <p>Unknown attackers replaced the home page of the ministry on Sunday. The page has since been restored, and the attack is under investigation.</p>
Libraries closed until Monday ¦ <p>All city libraries are closed until Monday because of the flood. Loans are extended by two weeks.</p>
Access to the archive restricted ¦ <p>From 1 May the archive can be visited only with an appointment. Requests are answered within a week.</p>
Service notice: passports ¦ <p>Passports are issued again from Monday. Please bring your old one, and be patient: there are long queues.</p>
Register of members ¦ <p>The register is updated every month. Entries of former members are kept for ten years.</p>
Blocked: how filters silence newsrooms ¦ <p>A new paper shows how network filters in eleven countries keep readers from the news.</p>
Document withdrawn ¦ <p>Document A/12 was withdrawn by its sponsors on 3 June and will not be put to the vote.</p>
Report not available before June ¦ <p>The report will not be available before June, as two annexes are still being translated.</p>
The report is being finalised ¦ <p>The assessment is being finalised and will be shared with the government before it is made public.</p>
Publication postponed ¦ <p>The publication of the assessment has been postponed. A new date will be given here.</p>
Translations ¦ <p>This report is available in English only. Other languages follow in October.</p>
Annex II ¦ <p>Annex II is confidential and is not published.</p>
Session suspended ¦ <p>The session was suspended at 11.40 and resumed at noon. The vote will be held in the afternoon.</p>
Server farm planned at the lake ¦ <p>A company wants to build a server farm at the lake. Residents fear for their water.</p>
Consent in research ¦ <p>Researchers must ask each participant for consent, and keep the forms for ten years.</p>
Password for the livestream ¦ <p>Members receive the password of the livestream by letter. Guests may follow it in the hall.</p>
Queue at the polling stations ¦ <p>Voters queued for hours on Sunday. Some stations closed before everyone had voted.</p>
Who may enter the valley? ¦ <p>Only residents with a permit may enter the valley. Journalists need the approval of the ministry.</p>
Security notice ¦ <p>There have been thefts in the car park. Do not leave anything in your vehicle.</p>
Temporary closure of the visitor centre ¦ <p>The visitor centre is closed for renovation. Guided tours start again in March.</p>
Upgrade of the railway ¦ <p>The line is being upgraded. Trains are replaced by buses until 4 May.</p>
We are hiring ¦ <p>We are looking for an analyst, a translator and a driver. Send your papers by Friday.</p>
No data for 2021 ¦ <p>There are no data for 2021, as the survey could not be held. The series starts again in 2022.</p>
Errata ¦ <p>Page 14, line 3: for “not found” read “not founded”. Page 20: the table has been replaced.</p>
Terms of use ¦ <p>Texts on this website may be reproduced if the source is named. Photographs may not be used without permission.</p>
How to report a broken link ¦ <p>Write to the web team and name the page. Broken links are mended within two working days.</p>
Complaints ¦ <p>You may complain if your request was refused. Use the form, or write to the ombudsman within thirty days.</p>
Cookies ¦ <p>We set two cookies: one keeps your session, one your language. No cookie is used for advertising.</p>
Data protection ¦ <p>Your address is kept for as long as you receive the bulletin. You can have it deleted at any time.</p>
Réunion reportée ¦ <p>La réunion du comité est reportée à une date ultérieure. Les membres seront prévenus.</p>
Bibliothèque fermée ¦ <p>La bibliothèque est fermée pour travaux jusqu’au 3 mai. Les prêts sont prolongés.</p>
Accès aux documents ¦ <p>Toute personne peut demander l’accès aux documents du Conseil. La réponse est donnée sous quinze jours.</p>
Rapport indisponible en français ¦ <p>Le rapport n’est pas encore disponible en français. La traduction paraîtra en octobre.</p>
Piscina cerrada ¦ <p>La piscina municipal permanecerá cerrada por obras hasta junio. Disculpen las molestias.</p>
Informe en preparación ¦ <p>El informe está en preparación y se publicará en otoño, según la Oficina.</p>
Solicitudes de asilo ¦ <p>Las solicitudes de asilo aumentaron un diez por ciento. Muchas fueron rechazadas sin audiencia.</p>
Bericht verschoben ¦ <p>Die Veröffentlichung des Berichts wurde verschoben. Ein neuer Termin steht noch nicht fest.</p>
Museum geschlossen ¦ <p>Das Museum ist wegen Umbaus bis März geschlossen. Die Werkstatt bleibt geöffnet.</p>
Доклад отложен ¦ <p>Публикация доклада отложена. Новая дата будет названа позднее.</p>
Музей закрыт ¦ <p>Музей закрыт на ремонт до марта. Экскурсии проводятся по воскресеньям.</p>
تأجيل التقرير ¦ <p>تأجل نشر التقرير إلى موعد لاحق يعلن عنه قريباً.</p>
إغلاق المتحف ¦ <p>المتحف مغلق للترميم حتى مارس، وتستمر الجولات يوم الأحد.</p>
报告推迟 ¦ <p>报告推迟公布，新的日期将另行通知。</p>
博物馆关闭 ¦ <p>博物馆因修缮关闭至三月，周日仍有导览。</p>
Empty chairs ¦ <p>The delegation’s chairs stayed empty.</p>
Closing remarks ¦ <p>The chair thanked everyone and closed the meeting at six.</p>
Rules for visitors ¦ <p>You must show a valid identity card. Bags are checked. You cannot take photographs in the hall.</p>
Refused entry ¦ <p>Three observers were refused entry at the airport and sent back on the next flight.</p>
Down by a third ¦ <p>Arrivals are down by a third since January.</p>
Switchboard closed on Friday ¦ <p>Our switchboard is closed on Friday afternoon. You can reach us by e-mail.</p>
Fees for copies ¦ <p>You pay ten cents a page. You may bring your own paper.</p>
Court closed to the press ¦ <p>The hearing is closed to the press. The judgment will be read in public.</p>
Ban on the newspaper lifted ¦ <p>The ban on the newspaper was lifted after nine months. Its site can be read again.</p>
Internet restored in the province ¦ <p>The connection was restored on Sunday night after five weeks. Users can again reach foreign sites.</p>
Firewall of the Ministry of Truth ¦ <p>A book on censorship, filters and those who slip through them.</p>
Verified: the video from the square ¦ <p>We checked the video with three witnesses and a map. It was filmed on 4 May.</p>
Your rights when police stop you ¦ <p>You need not unlock your phone. You may ask for the officer’s number.</p>
Your vote, your voice ¦ <p>Register by 3 May. You need an identity card and proof of your address.</p>
How your request is handled ¦ <p>Your request goes to a clerk, who answers within fifteen days.</p>
Request a document ¦ <p>Write to the registry and name the document. You are told when it is ready.</p>
Documents of the inquiry ¦ <p><a href='/1.pdf'>Volume I</a> <a href='/2.pdf'>Volume II</a> Volume III is not yet available.</p>
Summary of the report ¦ <p>The full report will be available on this page on 4 June.</p>
Page for the press ¦ <p>Photographs for the press are found here. Please name the photographer.</p>
Archive of statements ¦ <p>Statements before 2010 are kept in the old archive, which can be searched by year.</p>
Content of the treaty ¦ <p>The treaty has four parts. Its second part is on prisons.</p>
Site visit ¦ <p>Members visited the site of the collapse on Tuesday. Access was granted to all parts.</p>
Site of the massacre to be protected ¦ <p>The site will be fenced and guarded until the experts have ended their work.</p>
Address by the President ¦ <p>The President addressed the assembly for an hour. The text follows shortly.</p>
System of appeals ¦ <p>The system of appeals is being reformed. A bill is before parliament.</p>
Service for the dead ¦ <p>A service for the dead of the flood is held on Sunday at ten in the cathedral.</p>
Service of documents abroad ¦ <p>Documents are served abroad through the central authority, which has a form for it.</p>
Portal tomb opened ¦ <p>The portal tomb at Knock is open again. Tickets are not needed.</p>
Application for leave refused ¦ <p>The application for leave to appeal was refused. Reasons are attached.</p>
Account of a survivor ¦ <p>I was fourteen when they came. I have never been back.</p>
Connection between floods and logging ¦ <p>A study finds a connection between floods and logging in the upper valley.</p>
Session opens ¦ <p>The session opens on Monday. Documents are on the members’ page.</p>
Licence withdrawn from broadcaster ¦ <p>The regulator withdrew the licence of the broadcaster. Its channel is off the air.</p>
Link between cases denied ¦ <p>The prosecutor denied that the two cases are linked.</p>
Expired passports accepted ¦ <p>Expired passports are accepted until June at the consulates listed below.</p>
Please be patient ¦ <p>Our counter serves many people each morning. Come after two if you can.</p>
Out of office ¦ <p>The ombudsman is away until 3 May. Her deputy signs for her.</p>
Not available to the public ¦ <p>The annex on witnesses is not available to the public, for their protection.</p>
Closed cases ¦ <p>The commission closed 114 cases last year. None was reopened.</p>
Removed from office ¦ <p>The judge was removed from office by a vote of twelve to three.</p>
Meeting room moved ¦ <p>The meeting has been moved to Room XX. The time stays the same.</p>
Suspended sentence ¦ <p>The officer was given a suspended sentence. The family will appeal.</p>
Statement to follow ¦ <p>A statement will follow this afternoon.</p>
Embargo ¦ <p>This text is under embargo until 31 August, 11 p.m.</p>
Fermeture du greffe ¦ <p>Le greffe est fermé au public le mercredi. Le courrier est reçu au guichet.</p>
Votre demande d’asile ¦ <p>Votre demande est examinée par un agent. Vous serez entendu dans une langue que vous comprenez.</p>
Accès à la salle ¦ <p>L’accès à la salle est réservé aux délégations. Le public suit les débats à la télévision.</p>
Su derecho a saber ¦ <p>Usted puede pedir documentos a cualquier oficina. La respuesta llega en veinte días.</p>
Archivo cerrado ¦ <p>El archivo está cerrado en agosto. Los investigadores pueden escribir a la dirección.</p>
Ihr Recht auf Auskunft ¦ <p>Sie können Auskunft über Ihre Akte verlangen. Das Amt antwortet binnen eines Monats.</p>
Archiv geschlossen ¦ <p>Das Archiv ist im August geschlossen. Anfragen werden danach beantwortet.</p>
Архив закрыт ¦ <p>В августе архив закрыт. Запросы исследователей рассматриваются в сентябре.</p>
Ваше право ¦ <p>Вы можете запросить своё дело. Ответ приходит в течение месяца.</p>
حقك في المعرفة ¦ <p>يمكنك طلب ملفك من أي مكتب، ويصلك الجواب خلال شهر.</p>
您的知情权 ¦ <p>您可以向任何机关申请查阅档案，一个月内会收到答复。</p>
Night closures of the tunnel ¦ <p>The tunnel is closed at night for cleaning until 3 June.</p>
Portal for victims opens ¦ <p>Victims can register at the portal from Monday. A lawyer answers questions by telephone.</p>
No such order, army claims ¦ <p>The army denied having given such an order. The log of the day is missing.</p>
Page of remembrance ¦ <p>Names are added to this page each year on 4 June.</p>
This report and its method ¦ <p>This report rests on 40 interviews. Names have been changed.</p>
Our work ¦ <p>Our work is paid for by member states. We do not take gifts from companies.</p>
Your stories ¦ <p>You can send us your story. We do not publish names without consent.</p>
Server room fire: inquiry ¦ <p>The fire in the server room was caused by a battery. Nobody was hurt, and no data was lost.</p>
Application deadline moved ¦ <p>The deadline for applications has moved to 3 May. Late applications are not accepted.</p>
Application procedure ¦ <p>Your application is examined within four months. You may be heard in person.</p>
Link to the hearing ¦ <p>The link to the hearing is sent to those who registered. The hearing is not recorded.</p>
Document released ¦ <p>The document was released with names blacked out. It runs to 40 pages.</p>
File of the poet found ¦ <p>The secret police's file on the poet was found in a cellar. It had been missing for thirty years.</p>
Access for observers ¦ <p>Observers may visit every polling station. They cannot enter the booth.</p>
You asked, we answer ¦ <p>Why is the report late? Two governments asked for more time. It is now with the printer.</p>
Item 4: prisons ¦ <p>The item was not reached and is taken up on Tuesday.</p>
Collection closed ¦ <p>The collection for the flood victims is closed. We thank all who gave.</p>
Area off limits ¦ <p>The area is off limits until the mines are cleared.</p>
Platform for dialogue ¦ <p>The platform meets twice a year. It is open to all parties.</p>
Resource centre opens ¦ <p>The resource centre for women is open. It is run by volunteers.</p>
Centre d’accueil fermé ¦ <p>Le centre d’accueil a fermé ses portes. Les familles sont logées à l’hôtel.</p>
Service fermé ¦ <p>Le service de néphrologie est fermé faute de médecins. Les malades vont à la ville voisine.</p>
Cierre del servicio ¦ <p>El servicio de trenes queda suspendido hasta el lunes. Hay autobuses.</p>
Documento retirado ¦ <p>El documento fue retirado por sus autores y no se votará.</p>
Seite drei ¦ <p>Auf Seite drei des Berichts ist die Zahl der Toten falsch. Richtig ist 41.</p>
Zugang für Anwälte ¦ <p>Anwälte haben wieder Zugang zu den Gefangenen. Das Verbot wurde aufgehoben.</p>
Доступ адвокатов ¦ <p>Адвокаты снова имеют доступ к заключённым. Запрет отменён.</p>
Документ отозван ¦ <p>Документ отозван авторами и на голосование не ставится.</p>
المستند المسحوب ¦ <p>سحب أصحاب المشروع المستند ولن يطرح للتصويت.</p>
文件撤回 ¦ <p>提案国撤回该文件，不再付诸表决。</p>
Guards denied us a visit ¦ <p>We asked four times for a visit and were turned down four times.</p>
The mirror of the past ¦ <p>An exhibition of letters, closed on Mondays.</p>
Bill not paid ¦ <p>The state has not paid its share of the tribunal’s bill for two years.</p>
Script for a trial ¦ <p>The trial follows a script, a lawyer writes from the court room.</p>
New version of the manual ¦ <p>A new version of the manual for observers is out. The old one may still be used.</p>
Preview of the session ¦ <p>The session has 14 items. The first is the report on prisons.</p>
Connection with the army ¦ <p>The company has no connection with the army. We repeat: none.</p>
Consent of the governed ¦ <p>No government stands without the consent of the governed, the judge wrote.</p>
Signed out of custody ¦ <p>Two of the five were signed out of custody on bail.</p>
Foreign visitors ¦ <p>Foreign visitors need a visa. It is given at the border.</p>
Dead end for talks ¦ <p>The talks have come to a dead end. No new round is planned.</p>
No record of the arrest ¦ <p>There is no record of the arrest. The family was sent from one office to another.</p>
Database of the missing ¦ <p>The database holds 4,000 names. Families can look for a name or write to us.</p>
Notice to creditors ¦ <p>Creditors are asked to send their claims to the address below.</p>
Interruption of the hearing ¦ <p>The hearing was interrupted when the lights went out. It goes on tomorrow.</p>
Something is amiss at the registry ¦ <p>Files vanish, dates change. A clerk speaks.</p>
Slow justice ¦ <p>Please wait: for most, that is what justice says.</p>
Help us find them ¦ <p>If you know one of these people, write to us. Your name is kept secret.</p>
Before you visit ¦ <p>Ring the prison a day before. You need your identity card.</p>
Where to find our reports ¦ <p>All our reports are on this site, by year and by country.</p>
Le portail de la cathédrale ¦ <p>Le portail ouest est fermé pour restauration. On entre par le nord.</p>
Page d’histoire ¦ <p>Une page se tourne : le tribunal ferme ses portes après vingt ans.</p>
El acceso a la justicia ¦ <p>El acceso a la justicia sigue cerrado para muchas mujeres, dice la jueza.</p>
La sesión continúa ¦ <p>La sesión continúa el martes. El punto 4 no se trató.</p>
Der Zugang zum Recht ¦ <p>Der Zugang zum Recht ist für viele versperrt. Ein Gespräch.</p>
Die Sitzung ¦ <p>Die Sitzung beginnt um zehn. Sie ist öffentlich.</p>
Сессия совета ¦ <p>Сессия открывается в понедельник. Документы розданы делегациям.</p>
Запрос отклонён ¦ <p>Суд отклонил запрос адвокатов об отводе судьи.</p>
جلسة المجلس ¦ <p>تفتتح الجلسة يوم الاثنين، ووزعت الوثائق على الوفود.</p>
会议开幕 ¦ <p>会议周一开幕，文件已分发给各代表团。</p>
`);
