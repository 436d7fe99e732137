/** What the bot says in Spanish when it is spoken to. */
import type { Talk } from "../catalogue.ts";
import { pens } from "../pens.ts";

const { written, says, quote, count } = pens.es;

export const talk: Talk = {
  commands: {
    status: "En qué punto están las cosas",
    why: "En qué se apoya el último veredicto, y qué lo cambiaría",
    history: "Todo lo que se ha comunicado, lo más reciente primero",
    timeline: "Lo que se dijo, y el reloj en imagen",
    odds: "Qué fue de promesas como esta, y qué dice eso de esta",
    evidence: "Lo que se ha encontrado y atañe a la publicación",
    sources: "Las páginas en seguimiento, y cómo va cada una",
    check: "Leer ahora todas las páginas de un seguimiento",
    watches: "Todo lo que está en seguimiento",
    mute: "Sin recordatorios semanales en este canal",
    unmute: "De nuevo recordatorios semanales en este canal",
    watch: "Añadir o quitar un seguimiento; recibir menos de uno en este canal, o de nuevo todo",
    subscribe: "Recibir aviso cuando se publique, por un rol o un mensaje directo, o dejar de recibirlo",
    help: "Qué hace este bot, y qué se le puede preguntar",
    channel: "Recibir los mensajes en este canal, o dejar de recibirlos",
    confirm: "Confirmar un indicio: es el informe",
    dismiss: "Descartar un indicio o una prueba: no es el informe",
  },
  options: {
    watch: "Qué seguimiento; todos si se omite",
    evidence: "Qué prueba",
    reason: "Por qué; se comunica con la rectificación",
    here: "Publicar los mensajes en este canal",
    off: "No publicar más mensajes en este canal",
    role: "El único rol que se menciona cuando se publique",
    language: "El idioma de los mensajes",
    card: "El mensaje que siempre dice en qué punto están las cosas",
    record: "Qué fue de promesas como esta, con el recordatorio semanal",
    kinds: "Lo que se comunica aquí",
    how: "Por el rol que se menciona, o por un mensaje directo",
    mute: "Sin recordatorios semanales de un seguimiento en este canal",
    pause: "Nada de un seguimiento aquí, salvo que se publique o se anule",
    resume: "De nuevo todo de un seguimiento en este canal",
    add: "Seguir otra promesa: un formulario, y todo lo que propongo antes de escribir nada",
    remove: "Dejar de seguir una promesa, para todos; lo encontrado permanece",
  },
  choices: {
    card: { pinned: "visible y fijado", shown: "visible", off: "ninguno" },
    record: { on: "se dice", off: "no se dice" },
    kinds: {
      all: "todo",
      signals: "indicios, nuevas palabras sobre el plazo, y la publicación",
      publication: "solo la publicación, o su anulación",
    },
    how: { role: "el rol", message: "un mensaje directo" },
  },
  watch: {
    mute: (title) => says`En este canal ya no se publican recordatorios semanales de ${title}. Todo lo demás, sí.`,
    pause: (title) =>
      says`De ${title}, este canal solo sabrá que se ha publicado, o que eso se anula. Las lecturas continúan; para detenerlas para todos, ponga el seguimiento en pausa en la página, o con \`watch pause\` en la línea de órdenes.`,
    resume: (title) => says`En este canal se comunica de nuevo todo sobre ${title}.`,
  },
  upkeep: {
    cannot: "Los seguimientos no se pueden cambiar aquí desde Discord.",
    forms: {
      said: "Seguir otra promesa",
      proposed: "Cambiar lo propuesto",
      remove: "¿Dejar de seguirla?",
    },
    said: {
      title: {
        asks: "¿Qué se prometió?",
        hint: "Su título, hasta donde se conoce: Informe sobre el incendio del puerto",
      },
      who: { asks: "¿Quién lo dijo, y qué día?", hint: "Jane Doe, portavoz, 10 de diciembre de 2021" },
      words: {
        asks: "¿Con qué palabras sobre el plazo?",
        hint: "La frase, o las pocas palabras que hablan de tiempo: en las próximas semanas",
      },
      link: { asks: "¿Dónde consta?", hint: "La dirección; puede quedar vacía" },
      site: {
        asks: "¿En qué página aparecería?",
        hint: "Las noticias, comunicados o publicaciones de la entidad editora, o su portada",
      },
    },
    proposed: {
      publisher: { asks: "¿Cómo se llama la entidad editora?", hint: "Como deben nombrarla los mensajes" },
      hosts: {
        asks: "Los dominios de la entidad editora",
        hint: "Solo estos pueden probar la publicación; separados por espacios",
      },
      sources: {
        asks: "Las direcciones que se leerán",
        hint: "Una por línea; quite lo que sobre, añada lo que falte",
      },
      subject: {
        asks: "De qué trata, y qué clase de cosa es",
        hint: "Palabras equivalentes con comas, grupos con punto y coma",
      },
      days: {
        asks: "Primer día, el más probable y el último",
        hint: "2022-01-03, 2022-01-17, 2022-02-04; o solo el último; o el número de una interpretación",
      },
    },
    remove: {
      says: (title) =>
        says`**${title}** ya no se lee, para nadie. No se pierde nada de lo encontrado: mensajes, pruebas y archivo permanecen, y también lo que dice su archivo.`,
      name: "Su nombre, para estar seguros",
      otherName: "Ese no es su nombre; no se ha quitado nada.",
      removed: (title) => says`${title} ya no está en seguimiento. Lo encontrado permanece.`,
    },
    buttons: {
      write: "Escribirlo",
      said: "Lo que se dijo…",
      proposed: "Cambiar…",
      leave: "Dejarlo",
    },
    faults: {
      empty: (asked) => says`${quote(asked)} requiere una respuesta.`,
      noDay: "Falta el día en que se dijo: escríbalo detrás del nombre, como 10 de diciembre de 2021.",
      openDay: "Un día como 3/4/2022 se puede leer de dos maneras: escriba 2022-04-03, o 3 de abril de 2022.",
      noName: "Falta quién lo dijo: escriba un nombre antes del día.",
      noWords: "El tema requiere palabras, como: Xinjiang, XUAR; informe, evaluación",
      noDays:
        "No se entendieron los días: escriba solo el último, o el primero, el más probable y el último, como 2022-02-04; o el número de una interpretación.",
      manyAddresses: "Se admiten veinte direcciones como máximo.",
      address: (text) => says`${quote(text)} no es una dirección; escriba una como https://www.example.org/news`,
    },
    waiting: "Primero leo otros dos sitios; el suyo va después.",
    looking: "Leo el sitio, tan despacio como pide la cortesía: un minuto como máximo.",
    read: (kind, items) =>
      says`${{ listing: "lista", page: "página", feed: "canal de noticias", sitemap: "mapa del sitio", json: "JSON", oai: "repositorio", mail: "buzón", document: "documento" }[kind]}${items === undefined ? "" : says`, ${count(items, { one: "# elemento", other: "# elementos" })}`}`,
    notRead: (problem) => says`no leído: ${problem}`,
    refusedSteps: {
      looking: "Aún leo el sitio de su petición anterior; lo que propongo llega en un momento.",
      writing: "Ya se está escribiendo.",
      gone: "Esa propuesta ya no está: se escribió o se dejó, tiene más de media hora, o me han reiniciado. `/watch add` empieza de nuevo.",
      anothers: "Esa propuesta es de otra persona.",
    },
    left: "Se ha dejado. No se ha escrito nada.",
    proposal: {
      heading: "Esto es lo que se seguiría. Aún no se ha escrito nada.",
      refused: "Todavía no se puede escribir:",
      cutShort: "He dejado de leer al cabo de un minuto; «Cambiar…» sigue con el resto.",
      horizon: (earliest, likely, latest) =>
        says`desde el ${earliest}, lo más probable el ${likely}, a más tardar el ${latest}`,
      onOneDay: (day) => says`el ${day}`,
      readings: "De estas palabras solo se entiende una parte como tiempo. ¿Cuál es la que se quiere decir?",
      fields: {
        publisher: "Entidad editora",
        hosts: "Dominios que pueden probar la publicación",
        sources: "Fuentes, con su primera lectura",
        leftOut: "Omitido",
        subject: "Tema",
        counts: "Lo que cuenta como el documento",
        name: "Su nombre",
      },
      zone: (zone) => says`los días se cuentan según ${zone}`,
      zones: {
        said: "como usted dijo",
        institution: "donde está esa institución",
        country: "el país de su dominio",
        language: "donde se habla su idioma",
        unknown: "nada dice dónde está; se puede cambiar después",
      },
      hosts: {
        site: "el de la página",
        twin: "el mismo, con o sin www",
        files: "sus elementos tienen ahí sus archivos",
        said: "como usted dijo",
      },
      found: {
        given: "la página que usted nombró",
        feed: "su canal de noticias",
        robots: "lo nombra su robots.txt",
        link: "lo dice su enlace",
        "front-page": "la portada del sitio",
      },
      leftOut: {
        problem: "no se puede leer",
        "no-list": "no contiene ninguna lista",
        "is-document": "es un documento en sí, y nada nuevo aparecerá en él",
        "another-host": "está en otro dominio",
        "no-https": "no está en https",
        "many-parts": "está en muchas partes, cada una es una petición en cada lectura",
        "same-items": "muestra los mismos elementos que otra",
        enough: "no hace falta junto a las demás",
      },
      noDate: "sin fecha",
      more: (more) => says`y ${more} más`,
      followed: "Se sigue un elemento que tenga una palabra de cada grupo.",
      counts: (countsPages, words) =>
        says`${countsPages ? "Una página larga con su propio título, o un archivo" : "Un archivo"}, de al menos ${count(words, { one: "# palabra", other: "# palabras" })}.`,
      seen: (title, is, words) =>
        says`${quote(title)} es allí ${{ file: "un archivo", page: "una página", "page-with-files": "una página con archivos" }[is]}, de ${count(words, { one: "# palabra", other: "# palabras" })}.`,
      notSeen: "No se pudo abrir ninguno de sus elementos.",
    },
    refusals: {
      "no-source":
        "Allí no se puede leer nada como noticias: nombre otra página de la entidad editora, como sus noticias, sus comunicados o sus publicaciones («Lo que se dijo…»).",
      "sent-elsewhere": (from, to) =>
        says`${from} remite a ${to}: si es de la entidad editora, nombre la página de allí («Lo que se dijo…»).`,
      "http-only": (host) =>
        says`${host} solo responde por http sin cifrar, que cualquiera en el camino podría haber escrito: nada de allí puede probar. Nombre una página de la entidad editora en https («Lo que se dijo…»).`,
      "host-without-source": (host) =>
        says`${host}: en este dominio no se lee nada, y no se ha visto allí ningún archivo; quítelo, o añada una página de allí («Cambiar…»).`,
      "source-elsewhere": (host) =>
        says`${host}: allí hay una fuente, y no es un dominio de la entidad editora; si es el sitio propio de la entidad editora, añádalo a los dominios («Cambiar…»), los únicos que pueden probar; nunca el de otro, ni aquel en que tiene una cuenta.`,
      "promise-to-come": (on) =>
        says`El ${written.day(on)} aún no ha llegado: escriba el día en que se prometió («Lo que se dijo…»).`,
      "no-days": "No se puede saber para cuándo se prometió: escriba los días («Cambiar…»), u otras palabras.",
      "days-out-of-order": "El primer día, el más probable y el último no están en orden («Cambiar…»).",
      "no-subject":
        "El título solo dice qué clase de cosa es, de modo que se tomaría por ella todo lo de esa clase; diga también de qué trata («Lo que se dijo…», o su tema: «Cambiar…»).",
      "title-off-subject": (lacks) =>
        says`El propio título no se reconocería por su tema: no tiene ninguna palabra de ${lacks.join("; ni de ") || "los grupos"} («Cambiar…»).`,
      "pages-only": (url) =>
        says`La entidad publica páginas (${url} no ofrece ningún archivo), y ninguna página debe contar.`,
      "too-many-words": (least, most) =>
        says`Ninguno de sus documentos que se leyeron tiene ${least} palabras, sino ${most} como máximo.`,
      "id-taken": (id) => says`Ya hay un seguimiento con el nombre ${id}; «Cambiar…» encuentra otro nombre.`,
      "no-watch": (faults) => faults,
    },
    written: (id) =>
      says`Escrito: \`${id}\`. Ahora se hace su primera lectura; lo que encuentre se comunica en los canales.`,
    notTaken:
      "Se ha guardado, pero aún no está en vigor: hay otra cosa mal en la configuración, y sigo con la última buena. La página y el registro dicen cuál.",
    changedMeanwhile: "Otra persona lo cambió entretanto: no se ha escrito nada. Por favor, mírelo de nuevo.",
    cannotWrite: (file) =>
      says`No puedo escribir allí, así que no se ha cambiado nada. Este es el archivo: quien me ejecuta puede ponerlo en la carpeta de los seguimientos, como \`${file}\`, y lo veré en unos segundos.`,
    cannotPutAside: (file) =>
      says`No puedo escribir allí, así que no se ha cambiado nada. Quien me ejecuta puede apartar \`${file}\` a mano, y lo veré en unos segundos.`,
    onlyWatch: "Es el único seguimiento, y necesito uno: añada otro primero.",
    refused: (faults) => says`Eso no se puede aceptar: ${faults}`,
  },
  personal: {
    begun: (watches) =>
      says`Desde ahora le digo aquí cuándo se publica ${watches ? written.list(watches) : "algo que esté en seguimiento"}, o cuándo eso se anula. Nada más. Para terminar, dé /subscribe otra vez en el servidor.`,
    done: "Le he escrito; desde ahora le digo allí cuándo se publica.",
    ended: "Ya no le digo nada por mensaje directo.",
    closed:
      "Discord no me deja escribirle: permita los mensajes directos de miembros de este servidor, e inténtelo de nuevo.",
  },
  failed: "Algo ha fallado, y consta en el registro. Por favor, inténtelo de nuevo.",
  notKnown: "No sé qué hacer con eso. Puede ser de una versión anterior de mí; /help dice qué se me puede preguntar.",
  linkCommand: "¿Qué se sabe de este enlace?",
  links: {
    title: "Lo que se sabe",
    none: "No hay ningún enlace en ese mensaje.",
    nothing: "Nada: no es ninguna de las páginas en seguimiento, y allí no se ha encontrado nada.",
    watched: (watch, source, lastRead) =>
      says`Una de las páginas en seguimiento: ${source}, para ${watch}${lastRead ? says`; última lectura ${lastRead}` : "; aún no leída"}.`,
    evidence: (watch, rule, foundAt) => says`Prueba para ${watch}, encontrada ${foundAt}: ${rule}`,
    publishers: (names) => says`En un sitio de la entidad editora (${names}).`,
    nobodys: "En ningún sitio de una entidad editora en seguimiento.",
  },
  pages: { back: "Atrás", next: "Siguiente", place: (page, of) => says`-# Página ${page} de ${of}` },
  history: "Lo que se ha comunicado",
  nothingTold: "Todavía no se ha comunicado nada.",
  why: {
    restsOn: "En qué se apoya",
    looked: (read, of) =>
      of === 0
        ? "No se sabe de ninguna fuente que esté allí."
        : says`Ahora se pueden leer ${read} de ${count(of, { one: "# fuente", other: "# fuentes" })}.`,
    wouldChange: "Qué lo cambiaría",
    changes: {
      unknown: (hosts) =>
        says`Una fuente que se lea de nuevo: solo entonces significa algo no haber encontrado nada. «Publicado» se dice de un documento con el título en ${written.list(hosts)}, con fecha del día de la promesa o posterior.`,
      unpublished: (hosts) =>
        says`Un documento con el título en ${written.list(hosts)}, con fecha del día de la promesa o posterior: entonces se dice «publicado». Todo lo que sea menos es un indicio, y se consulta a una persona.`,
      signalled: (hosts) =>
        says`Una persona que lo confirme, o lo descarte; o el propio documento en ${written.list(hosts)}, con fecha del día de la promesa o posterior.`,
      published: () =>
        "Una persona que descarte la prueba: entonces se anula. Si el documento no se puede leer en varias lecturas seguidas mientras el sitio responde, se dice.",
      withdrawn: () =>
        "El documento, leído de nuevo donde estaba: entonces se dice. Una persona que descarte la prueba anula «publicado».",
    },
  },
  looking: {
    you: (until) => says`Gracias: todos ven que usted lo está examinando, hasta ${until}.`,
    another: (until) => says`Una persona autorizada ya lo está examinando, hasta ${until}.`,
  },
  really: (title) => says`¿De verdad? Esto comunica a todos que está publicado: ${quote(title)}.`,
  reallyButton: "Sí, está publicado",
  nothingWatched: "No hay nada en seguimiento.",
  noSuchWatch: (name) => says`No hay ningún seguimiento ${quote(name)}.`,
  statements: "Lo que se dijo",
  noEvidence: "No se ha encontrado nada que ataña a la publicación.",
  evidence: (title) => says`Pruebas: ${title}`,
  dismissed: "descartado",
  gone: "ya no está",
  sources: (title) => says`Fuentes: ${title}`,
  states: {
    read: "leída",
    unread: "sin leer",
    "not there": "ausente (una suposición)",
    paused: "en pausa",
    "not looked at yet": "aún no leída",
  },
  lastRead: (at) => says`última lectura ${at}`,
  waitToCheck: (until) => says`Se acaba de leer. La próxima lectura a petición es posible ${until}.`,
  checked: (title) => says`Leído: ${title}`,
  outcomes: {
    baseline: "primera lectura",
    unchanged: "sin cambios",
    changed: "ha cambiado",
    problem: "no se pudo leer",
  },
  toldSeparately: (notices) =>
    says`${count(notices, { one: "# mensaje comunicado", other: "# mensajes comunicados" })} en los canales.`,
  watches: "En seguimiento",
  muted: "En este canal ya no se publican recordatorios semanales. Todo lo demás, sí.",
  unmuted: "En este canal se publican de nuevo recordatorios semanales.",
  notAPlace: "En este canal no se publican mensajes. Quien administre el servidor puede cambiarlo con /channel here.",
  noRole: "Cuando se publique no se menciona ningún rol, así que no hay a qué suscribirse.",
  subscribed: (role) => says`Ahora tiene ${role}, que se menciona cuando se publique.`,
  unsubscribed: (role) => says`Ya no tiene ${role}.`,
  roleRefused: "Discord no me deja dar ese rol: necesito «Gestionar roles», y mi propio rol debe estar por encima.",
  roleHasPowers: "Solo doy un rol que no tenga permisos propios.",
  help: "Sigo las páginas de la propia entidad editora a la espera de una publicación prometida, llevo el reloj frente a lo prometido, y comunico a este servidor lo que puedo mostrar. «Aún nada» significa que he leído y no estaba.",
  helpOn: [
    "**Leer:** `/status` `/why` `/history` `/timeline` `/odds` `/evidence` `/sources` `/watches`",
    "**Pedir una lectura:** `/check`; de un enlace: el menú de un mensaje, Aplicaciones",
    "**Recibir aviso:** `/subscribe`",
    "**Este canal:** `/channel` `/watch` `/mute` `/unmute`",
    "**Lo que se sigue:** `/watch add`, `/watch remove`",
    "**Decidir:** los botones de un indicio, `/confirm` `/dismiss`",
  ],
  channelSet: (channel, watches) =>
    says`Desde ahora se publican en ${channel} los mensajes sobre ${watches ? written.list(watches) : "todo lo que está en seguimiento"}.`,
  channelMissing: (permissions) => says`Aún no puedo publicar allí: en el canal me falta ${written.list(permissions)}.`,
  channelOff: "En este canal ya no se publican mensajes.",
  channelFixed: "Este canal está fijado en los ajustes del bot; solo se puede cambiar allí.",
  channelUnknown: "En este canal no se publican mensajes.",
  onlyOnServer: "Eso solo es posible en un servidor del que soy miembro.",
  mayNot: {
    decide: "Solo quienes administran el servidor, o tienen un rol previsto para ello, pueden decidirlo.",
    setUp: "Solo quienes administran el servidor, o tienen un rol previsto para ello, pueden configurarlo.",
    quieten:
      "Solo quienes gestionan los mensajes aquí, o tienen un rol previsto para ello, pueden hacer que se comunique menos.",
  },
  notThisServer: "Eso solo se puede decidir en el servidor de quien ejecuta este bot.",
  noSuchEvidence: (id) => says`No hay ninguna prueba ${quote(id)}.`,
  decidedBefore: (decision, isOwn, at) =>
    says`Ya ${{ confirm: "confirmado", dismiss: "descartado", add: "añadido", none: "descartado" }[decision]}, por ${isOwn ? "usted" : "una persona autorizada"}, el ${at}.`,
  decidedOtherwise:
    "Una persona autorizada decidió lo contrario en este mismo instante: mire el mensaje, y decida de nuevo si opina otra cosa.",
  decided: {
    confirm: (title) => says`Confirmado: ${quote(title)} es el informe. El mensaje se actualiza.`,
    dismiss: (title) => says`Descartado: ${quote(title)} no es el informe. El mensaje se actualiza.`,
    add: (what) => says`Añadido: ${quote(what)}. El mensaje se actualiza.`,
    none: (what) => says`Descartado: ${quote(what)} no habla del plazo. El mensaje se actualiza.`,
  },
  dismissTitle: "Descartar este indicio",
  dismissWhy: "¿Por qué no es el informe?",
};
