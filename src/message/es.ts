/**
 * Spanish. A watch is a "seguimiento", its longest reading "la interpretación más amplia", a look a "lectura", a signal an "indicio",
 * evidence "prueba", and whoever may decide "una persona autorizada".
 */
import type { CivilDate } from "../time/civil-date.ts";
import type { Catalogue, Hundredths } from "./catalogue.ts";
import { pens } from "./pens.ts";
import { recorded } from "./recorded/es.ts";
import { recorder } from "./recorded/recorded.ts";
import { talk } from "./talk/es.ts";

const { written, says, quote, count, percent, capital } = pens.es;
const dated = (date?: CivilDate) => (date ? says`, del ${written.day(date)}` : "");
const why = (reason?: string) => (reason ? says` Motivo indicado: ${reason.replace(/[.\s]+$/, "")}.` : "");

const unreachable: Catalogue["unreachable"] = {
  name: "no se encontró por su nombre",
  "look-up": "no se encontró, porque no se pudieron resolver los nombres",
  refused: "rechazó la conexión",
  "broken-off": "interrumpió la conexión",
  "no-way": "no se pudo alcanzar por la red",
  expired: "tiene un certificado caducado",
  certificate: "tiene un certificado que no es de confianza",
  secure: "no pudo establecer una conexión segura",
  other: "no se pudo alcanzar",
};

const STANDINGS = {
  awaited: "aún dentro del plazo",
  due: "en plazo",
  overdue: "con retraso",
  kept: "cumplida",
  "kept-late": "demasiado tarde",
  withdrawn: "retirada",
};

export const es: Catalogue = {
  ...written,
  recorded: recorder(written, quote, unreachable, recorded),
  unreachable,
  untitled: "sin título",

  titles: {
    started: (name) => says`En seguimiento: ${name}`,
    moved: (source) => says`Nueva dirección: ${source}`,
    appeared: (item) => says`Nuevo: ${quote(item)}`,
    edited: (item) => says`Modificado: ${quote(item)}`,
    disappeared: (item) => says`Ya no figura: ${quote(item)}`,
    file: {
      offered: (document) => says`Otro archivo: ${quote(document)}`,
      annex: (document) => says`Nuevo anexo: ${quote(document)}`,
      withdrawn: (document) => says`Un archivo ya no está: ${quote(document)}`,
      replaced: (document) => says`Archivo sustituido: ${quote(document)}`,
    },
    signalled: {
      strong: (name) => says`Muy probablemente publicado: ${name}`,
      hint: (name) => says`Posiblemente publicado: ${name}`,
    },
    published: (name) => says`Publicado: ${name}`,
    withdrawn: (name) => says`Ya no está: ${name}`,
    edition: {
      translation: (name) => says`En otro idioma: ${name}`,
      annex: (name) => says`Un anexo: ${name}`,
      advance: (name) => says`Una versión anticipada: ${name}`,
      final: (name) => says`Nueva edición: ${name}`,
      replaced: (name) => says`Archivo sustituido: ${name}`,
      other: (name) => says`Otra edición: ${name}`,
      document: (name) => says`Otro documento sobre el tema: ${name}`,
    },
    proposed: (name) => says`Declaración sobre el plazo: ${name}`,
    stated: {
      promise: (name) => says`Nueva promesa: ${name}`,
      floor: (name) => says`No antes de una fecha: ${name}`,
      "no-date": (name) => says`Sin fecha: ${name}`,
      withdrawal: (name) => says`Se dijo que no saldrá: ${name}`,
    },
    revised: {
      archived: (name) => says`Fin del seguimiento: ${name}`,
      returned: (name) => says`De nuevo en seguimiento: ${name}`,
      paused: (name) => says`En pausa: ${name}`,
      resumed: (name) => says`Fin de la pausa: ${name}`,
      muted: (name) => says`Silenciado: ${name}`,
      unmuted: (name) => says`Ya no está silenciado: ${name}`,
      "source-added": (name) => says`Fuente añadida: ${name}`,
      "source-removed": (name) => says`Fuente retirada: ${name}`,
      "source-paused": (name) => says`Fuente en pausa: ${name}`,
      "source-resumed": (name) => says`Fin de la pausa de una fuente: ${name}`,
      "source-changed": (name) => says`Fuente modificada: ${name}`,
      title: (name) => says`Título modificado: ${name}`,
      hosts: (name) => says`Sitios de la entidad editora modificados: ${name}`,
      words: (name) => says`Ha cambiado lo que cuenta: ${name}`,
    },
    overdue: (name) => says`Con retraso: ${name}`,
    stillNotConfirmed: (name) => says`Todavía sin confirmar: ${name}`,
    notPublishedYet: (name) => says`Aún no publicado: ${name}`,
    blind: (sources) => says`Lectura imposible: ${count(sources, { one: "# fuente", other: "# fuentes" })}`,
    recovered: (sources) => says`Lectura restablecida: ${count(sources, { one: "# fuente", other: "# fuentes" })}`,
    corrected: (name) => says`Rectificación: ${name}`,
    confirmed: (name) => says`Confirmado: ${name}`,
    added: (name) => says`Añadido a lo dicho: ${name}`,
    dismissed: (name) => says`Descartado: ${name}`,
    takenBack: (title) => says`Anulado: ${quote(title)}`,
  },
  rulings: {
    confirm: (at, reason) =>
      says`Confirmado por una persona autorizada, ${written.moment(at)}: es el informe.${why(reason)}`,
    dismiss: (at, reason) =>
      says`Descartado por una persona autorizada, ${written.moment(at)}: no es el informe.${why(reason)}`,
    add: (at) => says`Añadido por una persona autorizada, ${written.moment(at)}.`,
    none: (at) => says`Descartado por una persona autorizada, ${written.moment(at)}: no habla del plazo.`,
  },
  looking: (until) => says`Una persona autorizada lo está examinando, hasta: ${written.moment(until)}.`,

  clock: {
    toCome: (on) => says`La promesa es del ${written.day(on)}`,
    since: (phrase, stretch) => (stretch ? says`${stretch} desde ${quote(phrase)}` : says`Dicho hoy: ${quote(phrase)}`),
    after: (phrase, stretch) =>
      stretch ? says`${stretch} tras ${quote(phrase)}` : says`El mismo día de ${quote(phrase)}`,
    expected: (earliest, latest) =>
      earliest === latest
        ? says`previsto para el ${written.day(latest)}`
        : says`previsto del ${written.dayBeside(earliest, latest)} al ${written.day(latest)}`,
    ends: (latest, isToday) => says`a más tardar ${isToday ? "hoy" : says`el ${written.day(latest)}`}`,
    past: (past, days) => says`al menos ${days ?? past} de retraso`,
    within: "dentro del plazo",
    newer: {
      open: (latest) => says`promesa posterior: para el ${latest}`,
      over: (latest) => says`una promesa posterior venció el ${latest}`,
      kept: (latest) => says`promesa posterior (${latest}) cumplida`,
      late: (latest) => says`promesa posterior (${latest}) no cumplida`,
    },
  },

  started: {
    read: (names) => says`Leído: ${names}.`,
    nothingRead: "Todavía no se ha podido leer ninguna fuente.",
    notThere: (names) => says`Supuesto y ausente: ${names}`,
  },
  rehearsal: "-# Una repetición de lo que ocurrió entonces. No es una noticia.",
  aloneShowsNothing: "Por sí solo no muestra ninguna publicación.",
  changes: {
    listed: (source, date) => says`${capital(source)}${date ? says`, ${written.day(date)}` : ""}`,
    goneFrom: (source) => says`Ausente en varias lecturas seguidas: ${source}.`,
    before: (title) => says`Antes: ${quote(title)}.`,
    moved: "Se sigue leyendo allí.",
    movedFrom: (address) => says`Antes: ${address}`,
    moreLines: (number) => count(number, { one: "# línea más", other: "# líneas más" }),
    moreChanges: (number) => count(number, { one: "# cambio más", other: "# cambios más" }),
    file: (now, before) => (before ? says`${now}; antes: ${before}` : now),
    asBefore: (now) => says`${now}, como antes`,
    notRead: "aún sin leer",
    otherAddress: "en otra dirección",
    textIsSame: "Su texto, en lo que se ha leído, dice lo mismo.",
  },
  file: {
    kind: (ending) => ending ?? "Archivo",
    pages: (number) => count(number, { one: "# página", other: "# páginas" }),
    scan: "escaneado",
    advance: "versión anticipada",
  },
  answer: {
    confirm: (id) => says`Por favor, examínelo; después confirm o dismiss ${id}`,
    add: (id) => says`¿Cuenta? statement add o statement dismiss ${id}`,
  },
  edition: {
    found: (title, date) => says`${quote(title)}${dated(date)}.`,
    textIsSame: "En lo que se ha leído de ambos, dice lo mismo que el archivo anterior.",
  },
  proposal: {
    quoted: (sentence) => quote(sentence),
    promise: (earliest, latest) =>
      earliest === latest
        ? says`Como promesa: el ${written.day(latest)}.`
        : says`Como promesa: a más tardar el ${written.day(latest)}.`,
    floor: (notBefore) => says`Es decir: ${notBefore ? says`no antes del ${written.day(notBefore)}` : "todavía no"}.`,
    noDate: "Sin fecha: el reloj quedaría igual.",
    saidBy: (by, on) => says`${by}, ${written.day(on)}`,
    more: (number) => says`${number} más en la misma lectura`,
  },
  stated: {
    promise: (phrase, latest) => says`${quote(phrase)}: a más tardar el ${written.day(latest)}.`,
    floor: (phrase, notBefore) =>
      says`${quote(phrase)}${notBefore ? says`: no antes del ${written.day(notBefore)}` : ""}.`,
    noDate: (phrase) => says`${quote(phrase)}.`,
    firstStays: "La primera promesa sigue contando.",
    added: (said, isPersons) => says`${said}; añadido ${isPersons ? "por una persona autorizada" : "en su archivo"}`,
    takenBack: (phrase, isPersons) =>
      isPersons
        ? says`Una persona autorizada anuló ${quote(phrase)}: ya no cuenta.`
        : says`${quote(phrase)} se quitó de su archivo: ya no cuenta.`,
  },
  revised: {
    says: {
      archived: () => "Ya no se consulta. Lo que se encontró permanece y puede leerse.",
      returned: () => "Se consulta de nuevo, y lo que se sabía sigue valiendo.",
      paused: () => "No se consulta ni se comunica nada hasta que se reanude.",
      resumed: () => "Se consulta de nuevo a partir de ahora.",
      muted: (_, until) =>
        says`Hasta ${until ? says`el ${written.day(until)}` : "entonces"} solo se comunica la publicación, y lo que pueda serlo; lo demás espera.`,
      unmuted: () => "Se comunica de nuevo todo, también lo que esperaba.",
      "source-added": (names) => says`Se consulta a partir de ahora: ${names}.`,
      "source-removed": (names) => says`Ya no se consulta: ${names}.`,
      "source-paused": (names) => says`No se consulta por ahora: ${names}.`,
      "source-resumed": (names) => says`Se consulta de nuevo: ${names}.`,
      "source-changed": (names) => says`Se lee de otra manera a partir de ahora: ${names}.`,
      title: () => "El documento se conoce con otro título a partir de ahora.",
      hosts: () => "Otros sitios pueden probar la publicación a partir de ahora.",
      words: () => "Otras reglas dicen a partir de ahora qué trata del tema.",
    },
    changed: (isPersons) => (isPersons ? "modificado por una persona autorizada" : "modificado en su archivo"),
  },
  otherSignals: (number) => count(number, { one: "# indicio más", other: "# indicios más" }),
  published: {
    dated: (date, seen) => says`Del ${written.day(date)}, visto primero: ${seen}.`,
    firstSeen: (seen) => says`Visto primero: ${seen}.`,
    more: (documents) => count(documents, { one: "# documento más", other: "# documentos más" }),
  },
  sumUp: {
    digest: (watches) =>
      watches === 1 ? "En qué punto está la promesa" : says`En qué punto están ${watches} promesas`,
    title: (messages) =>
      says`Entretanto: ${count(messages, { one: "# mensaje que esperaba", other: "# mensajes que esperaban" })}`,
    earlier: (more) => says`Además de estos, ${count(more, { one: "# anterior", other: "# anteriores" })}.`,
  },
  unwritten: {
    why: {
      full: "el disco está lleno",
      limited: "los archivos no pueden crecer más",
      "read-only": "el disco está montado en solo lectura",
      refused: "la carpeta de datos no admite escritura",
      "too-many-files": "la máquina permite muy pocos archivos abiertos",
      failing: "el disco no escribe como debería",
      damaged: "los datos están dañados",
      gone: "los datos no están donde estaban",
      held: "otro programa retiene los datos",
      memory: "a la máquina no le queda memoria",
      away: "la base de datos no responde",
      unusable: "la carpeta de datos no se puede usar",
    },
    began: "No puedo dejar constancia de nada",
    since: (why, since) =>
      says`Desde: ${since}. Motivo: ${why}. Quien me administra debería mirar mi máquina; su registro dice más.`,
    meanwhile:
      "Sigo leyendo en lo posible. Lo que vea entretanto se dice aquí en seguida, como aún no registrado; se juzgará de nuevo, se registrará y se comunicará como siempre cuando pueda volver a escribir.",
    seen: (name) => says`Visto, aún no registrado: ${name}`,
    of: {
      publication: "Se ha visto algo que puede ser la publicación. Nada está confirmado.",
      withdrawal: "Se ha visto algo que puede desmentir lo dicho antes. Nada está confirmado.",
      other: "Se ha visto algo que menciona el tema. Por sí solo no muestra ninguna publicación.",
    },
    later: (why) =>
      says`No puedo dejar constancia (${why}). Se leerá y juzgará de nuevo cuando pueda; solo entonces diré qué es.`,
    ended: "Puedo volver a dejar constancia",
    over: (since, at) =>
      says`Sin constancia desde: ${since}; hasta: ${at}. Lo que se vio en ese tiempo se lee y juzga de nuevo, y se comunica como siempre.`,
    test: "Mensaje de prueba",
    tested: (at) =>
      says`Enviado el ${at} para comprobar si los mensajes llegan aquí. No se ha publicado nada, y nada ha cambiado.`,
    stands: (why, since) => says`No se puede dejar constancia de nada desde ${since}: ${why}`,
  },
  calendar: {
    promised: {
      promise: (name) => says`Prometido: ${name}`,
      floor: (name) => says`Se dijo cuándo aún no habrá salido: ${name}`,
      "no-date": (name) => says`Mencionado, sin fecha: ${name}`,
      withdrawal: (name) => says`Se dijo que no saldrá: ${name}`,
    },
    earliest: (name) => says`Se espera a partir de hoy: ${name}`,
    likely: (name) => says`Día más probable, según las palabras: ${name}`,
    latest: (name) => says`Último día de la promesa: ${name}`,
    floor: (name) => says`No antes de hoy: ${name}`,
    published: (name) => says`Publicado: ${name}`,
    said: (phrase, by, on) => says`${quote(phrase)}, ${by}, ${on}`,
  },
  mail: {
    why: "Recibe este mensaje porque quien mantiene este bot ha puesto su dirección en la lista.",
    leave: "No enviarme más mensajes",
    asks: "¿No debe enviársele ningún mensaje más de este bot?",
    left: "Hecho. No se le envía ningún mensaje más.",
    back: "Volver a recibirlos",
    isBack: "Se le envían mensajes.",
    unknown: "Este enlace no corresponde a nadie: nada ha cambiado. Escriba a quien mantiene el bot.",
  },
  withdrawn: (documents) =>
    says`${documents === 1 ? "El documento ya no se puede leer" : says`Los ${documents} documentos ya no se pueden leer`}, en varias lecturas seguidas. El sitio sí responde.`,
  overdue: (on, latest) => says`Dicho el ${written.day(on)}, a más tardar para el ${written.day(latest)}.`,
  nothingFound: "No se halló ninguna publicación.",
  foundUnconfirmed: "Se ha encontrado algo que podría serlo; nadie lo ha confirmado todavía.",
  looks: {
    looked: (looks, over, failed, covered) =>
      says`${looks === 0 ? "Ninguna lectura" : count(looks, { one: "# lectura", other: "# lecturas" })}${over ? says` en ${over}` : ""}${failed > 0 ? says`, ${count(failed, { one: "# fallida", other: "# fallidas" })}` : ""}${covered === undefined ? "" : says` · ${percent(covered)} del tiempo cubierto`}`,
    longestGap: (milliseconds) => says`mayor pausa: ${written.span(milliseconds)}`,
  },
  unread: {
    since: (milliseconds, names) => says`Sin leer desde hace ${written.span(milliseconds)}: ${names}.`,
    because: ({ detail }) => says`Cada vez, el sitio ${es.recorded(detail)}.`,
    beside: (names) => says`Sin leer: ${names}.`,
    untilOver: "Hasta que vuelvan, el silencio sobre estas fuentes no significa nada.",
  },
  recovered: {
    again: (milliseconds, names) => says`De nuevo leído tras ${written.span(milliseconds)}: ${names}.`,
    nothingChanged: "Nada había cambiado entretanto.",
    changed: (names) => says`Cambiado entretanto: ${names}. Lo que importa se comunica aparte.`,
  },
  corrected: {
    returned: "El documento se puede leer de nuevo; ya no falta.",
    reinstated: "Una persona autorizada lo confirmó después de todo: «publicado» vuelve a valer.",
    dismissed: (reason) => says`Una persona autorizada anuló «publicado».${why(reason)}`,
    signalDismissed: (title, reason) =>
      says`Una persona autorizada descartó ${quote(title)}: no es el informe.${why(reason)}`,
  },

  unknown: {
    "never-looked": "Nadie ha mirado todavía",
    paused: "En pausa: nadie mira por ahora",
    "looked-no-more": "Nadie ha mirado desde hace algún tiempo",
    unread: "Se desconoce: ninguna fuente se puede leer en este momento",
  },
  reach: {
    "can-prove": {
      name: "puede probar",
      says: "Se leen las páginas de la entidad editora: una publicación se puede probar.",
    },
    "can-only-signal": {
      name: "solo puede dar indicios",
      says: "Ahora no se puede leer ninguna página de la entidad editora: de una publicación solo puede haber indicios, y una persona debe confirmarla.",
    },
    blind: { name: "a ciegas", says: "Ahora no se puede leer nada: una publicación no se vería." },
  },
  status: {
    news: {
      unpublished: "Aún no publicado",
      signalled: {
        strong: (title) => says`Muy probablemente publicado${title ? says`: ${quote(title)}` : ""}`,
        hint: (title) => says`Posiblemente publicado${title ? says`: ${quote(title)}` : ""}`,
      },
      published: (on) => says`Publicado${on ? says` el ${written.day(on)}` : ""}`,
      withdrawn: "Publicado, y ya no está",
    },
    nothingFound: "Nada en las páginas en seguimiento muestra una publicación.",
    unconfirmed: "Nadie lo ha confirmado todavía.",
    promise: (phrase, on, by) => says`${quote(phrase)}: dicho el ${written.day(on)} por ${by}.`,
    reading: (latest, basis) =>
      says`A más tardar el ${written.day(latest)}; fundamento, tal como está anotado: ${basis}.`,
    newer: (on, phrase, isAdded) =>
      says`${quote(phrase)}: dicho el ${written.day(on)}${isAdded ? ", añadido por una persona autorizada" : ""}.`,
  },
  record: {
    kinds: {
      "exact-date": "que daban un día",
      deadline: "que daban una fecha límite",
      season: "que daban una estación o un trimestre",
      "vague-days": "formuladas en días",
      "vague-weeks": "formuladas en semanas",
      "vague-months": "formuladas en meses",
      "vague-soon": "que decían «pronto»",
      "vague-asap": "que decían «lo antes posible»",
      "vague-due-course": "que decían «a su debido tiempo»",
    },
    share: (chance, low, high) => {
      const said = (one: Hundredths) =>
        one === "fewer than 1" ? "menos de 1" : one === "more than 99" ? "más de 99" : says`${one}`;
      return says`${typeof chance === "number" ? "unas " : ""}${said(chance)} de cada 100 (${low === high ? "todo el margen" : says`de ${said(low)} a ${said(high)}`})`;
    },
    kept: (promises, kind, documents, kept) =>
      says`De ${count(promises, { one: "# promesa", other: "# promesas" })} ${kind} (${count(documents, { one: "# documento", other: "# documentos" })}), ${kept === 0 ? "ninguna se cumplió" : count(kept, { one: "# se cumplió", other: "# se cumplieron" })} antes del final de la interpretación más amplia.`,
    none: (kind, all) => says`El historial no tiene promesas ${kind}; la cifra se apoya en las ${all}.`,
    leansOnAll: (promises, all) =>
      says`Solo ${count(promises, { one: "# promesa formulada así", other: "# promesas formuladas así" })}; la cifra se apoya en las ${all}.`,
    notOut: (day, phrase) => says`Sin publicar en el día ${day}${phrase ? says` desde ${quote(phrase)}` : ""}.`,
    notConfirmed: (day, phrase) =>
      says`Ninguna publicación está confirmada en el día ${day}${phrase ? says` desde ${quote(phrase)}` : ""}.`,
    nextDays: (days, share) => says`En los próximos ${days} días: ${share}.`,
    byLatest: (latest, share) => says`Hasta el ${latest}, último día de su interpretación más amplia: ${share}.`,
    by: (day, share) => says`Hasta el ${day}: ${share}.`,
    middle: (day) => says`Llegan tantas antes del ${day} como después.`,
    span: (from, to) => says`Ocho de cada diez llegan del ${from} al ${to}.`,
    tooFew: {
      late: "Muy pocas promesas han llevado nunca tanto retraso como para dar una probabilidad.",
      far: "Muy pocas promesas se hicieron con tanta antelación como para dar una probabilidad.",
    },
    beforehand: (promises, kind, day, share) =>
      says`El historial daba ${share} hasta el día ${day}, según ${count(promises, { one: "# promesa", other: "# promesas" })} ${kind}.`,
    basis: (all, asOf) =>
      says`Según un historial de ${count(all, { one: "# promesa", other: "# promesas" })}, al ${written.day(asOf)}; toda probabilidad se entiende: salvo que se abandone`,
    bias: (neutral, others) =>
      says`Las promesas que fueron noticia están sobrerrepresentadas: se cumplieron ${neutral.kept} de ${neutral.rows} halladas por una búsqueda neutral, y ${others.kept} de ${others.rows} de las demás.`,
    unlessDropped:
      "Toda probabilidad se entiende: salvo que se abandone la promesa. Las filas retiradas cuentan como inconclusas.",
    weakSpots:
      "Los últimos días antes de una fecha límite están subestimados: de 65 fechas límite cumplidas, dadas al menos 21 días antes, 10 llegaron el último día. Justo después de un plazo de 29 a 59 días, el historial dice 44 de cada 100 en 30 días, y llegaron 33 de cada 100 de 33.",
    sample:
      "La muestra no es aleatoria, ni completa, ni mundial: en su mayor parte es británica y estadounidense, y en inglés. Es un historial de formulaciones, y no juzga a ninguna institución ni persona.",
    heading: "Qué fue de promesas como esta",
    curveTitle: "Aún sin publicar, de cada 100, por el historial",
    curveKey: "Gris: interpretación más amplia. Banda: margen.",
    curve: (latest) =>
      says`La probabilidad de que siga sin publicarse, según el historial, como curva con su margen, y su interpretación más amplia, hasta el ${written.day(latest)}`,
    row: (phrase, document, said) => says`${quote(phrase)}, ${document}, ${written.day(said)}`,
    ended: {
      kept: (on) => says`cumplida: salió el ${written.day(on)}`,
      late: (on) => says`tarde: salió el ${written.day(on)}`,
      open: (on) => says`sin salir al ${written.day(on)}`,
      withdrawn: (on) => says`retirada, sin salir al ${written.day(on)}`,
    },
    more: (rows) =>
      says`y ${count(rows, { one: "# fila más", other: "# filas más" })}: en la página, y con \`coming-weeks record\``,
    nothing: {
      out: "Está publicado: ya no se da ninguna probabilidad.",
      none: "No hay nada prometido con fecha, de modo que el historial no dice nada.",
      off: "Este seguimiento no usa el historial.",
    },
    floor: (day) =>
      says`Se dijo que no saldría antes del ${written.day(day)}: antes de ese día no se da ninguna probabilidad.`,
  },
  chart: {
    alt: "Una línea de tiempo de lo que se dijo, lo que pudo significar y las lecturas del bot",
    said: (on, phrase, latest) =>
      says`${written.day(on)}: ${quote(phrase)}${latest ? says`, cuya interpretación más amplia termina el ${written.day(latest)}` : ""}`,
    quoted: (phrase, isAdded) => says`${quote(phrase)}${isAdded ? " (añadido)" : ""}`,
    today: (date) => says`Hoy, ${written.day(date)}`,
    published: (date) => says`Publicado el ${written.day(date)}`,
    looks: "Las lecturas del bot",
    looked: (looks, blind) =>
      looks === 0
        ? "Aún no hay lecturas"
        : says`${count(looks, { one: "# lectura", other: "# lecturas" })}; ${blind === 0 ? "ningún período" : count(blind, { one: "# período", other: "# períodos" })} sin una buena lectura`,
    verdict: ({ verdict, day, standing, promisedOn, publishedOn, today }) => {
      if (publishedOn)
        return publishedOn > promisedOn
          ? says`Publicado al cabo de ${written.stretch(promisedOn, publishedOn)}`
          : "Publicado el día de la promesa";
      const time = day > 365 ? written.stretch(promisedOn, today) : day < 0 ? "antes de la promesa" : says`día ${day}`;
      const verdicts = {
        unknown: "Se desconoce",
        unpublished: "No publicado",
        signalled: "Posiblemente publicado, sin confirmar",
        published: "Publicado",
        withdrawn: "Ya no está",
      };
      return [verdicts[verdict], time, ...(verdict === "unpublished" ? [STANDINGS[standing]] : [])].join(" · ");
    },
    states: { read: "leído", partly: "leído en parte", unread: "no se pudo leer" },
  },
  card: {
    promised: (date, by) => says`Prometido el ${date} por ${by}`,
    said: (date, by, phrase) => says`${date}${by ? says`, ${by}` : ""}: ${quote(phrase)}`,
    range: (earliest, likely, latest) => says`del ${earliest} al ${latest}, lo más probable el ${likely}`,
    added: "añadido por una persona autorizada",
    looked: (at, read, of) =>
      says`${at ? says`Última lectura: ${at}` : "Aún no leído"}${of > 0 ? says`; ${read} de ${count(of, { one: "# fuente leída", other: "# fuentes leídas" })}` : ""}`,
    unread: (names) => says`Sin leer: ${written.list(names)}`,
    furtherThread: "-# El hilo anterior se cerró; sigue aquí.",
  },
  buttons: {
    confirm: "Confirmar",
    dismiss: "Descartar…",
    add: "Añadir",
    none: "No lo es",
    look: "Lo estoy examinando",
    open: "Abrir la página",
  },
  rules: {
    "document-at-known-address": {
      name: "el documento, en la dirección en seguimiento",
      says: ({ title, date }) => says`${quote(title)}${dated(date)}, en la dirección en seguimiento.`,
    },
    "document-reached-from-entry": {
      name: "el documento, alcanzado desde un elemento de una lista",
      says: ({ title, date }) => says`${quote(title)}${dated(date)}; un elemento de una lista lleva a él.`,
    },
    "two-official-sources-say-issued": {
      name: "dos sitios de la entidad editora dicen que ha salido",
      says: ({ title }) => says`Dos sitios de la entidad editora dicen que ha salido; ${quote(title)} es uno.`,
    },
    "confirmed-by-a-person": {
      name: "confirmado por una persona",
      says: ({ title }) => says`Una persona examinó ${quote(title)}: es esto.`,
    },
    "copy-of-the-document": {
      name: "una copia del documento en un archivo web",
      says: ({ title, date }) =>
        says`Un archivo web tiene una copia de ${quote(title)}${dated(date)}; el sitio de la entidad editora no se pudo leer.`,
    },
    "document-on-the-subject": {
      name: "un documento sobre el tema, con un título distinto del conocido",
      says: ({ title, date }) => says`${quote(title)}${dated(date)}.`,
    },
    "title-without-document": {
      name: "nombrado como la cosa misma, sin el documento",
      says: ({ title, date }) =>
        says`En las listas de la entidad editora figura ${quote(title)}${dated(date)}. No se encontró ningún documento.`,
    },
    "headline-says-issued": {
      name: "un titular dice que ha salido",
      says: ({ title, date }) =>
        says`Lo dice un titular: ${quote(title)}${dated(date)}. No se encontró ningún documento.`,
    },
    "said-in-signed-mail": {
      name: "dicho en un correo firmado de la entidad editora",
      says: ({ title, date }) =>
        says`En un correo firmado de la entidad editora: ${quote(title)}${dated(date)}. No se encontró ningún documento.`,
    },
    "said-on-own-account": {
      name: "dicho en una cuenta de la entidad editora",
      says: ({ title, date }) =>
        says`En una cuenta de la entidad editora: ${quote(title)}${dated(date)}. No se encontró ningún documento.`,
    },
    "said-by-others": {
      name: "dicho por alguien que no es la entidad editora",
      says: ({ title, date }) => says`Lo dicen otros, no la entidad editora: ${quote(title)}${dated(date)}.`,
    },
    "title-on-another-host": {
      name: "el título, en un sitio que no es de la entidad editora",
      says: ({ title, date }) => says`En una dirección que no es de la entidad editora: ${quote(title)}${dated(date)}.`,
    },
    "document-without-proof": {
      name: "un documento que no muestra lo que exige una prueba",
      says: ({ title, date }) => says`Donde se esperaba el documento: ${quote(title)}${dated(date)}.`,
    },
    "document-still-to-come": {
      name: "un documento que dice estar aún por venir",
      says: ({ title, date }) => says`Una página para él: ${quote(title)}${dated(date)}. El documento está por venir.`,
    },
  },
  talk,
  labels: {
    item: "Abrir el elemento",
    document: "Abrir el documento",
    page: "Abrir la página",
    evidence: "Ver la prueba",
    copy: "Copia en la Wayback Machine",
    outside: (host) => says`Abrir ${host}`,
  },
};
