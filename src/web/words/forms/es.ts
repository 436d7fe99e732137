/** The forms in Spanish. */
import { pens } from "../../../message/pens.ts";
import type { FormWords } from "./words.ts";

const { written, says, quote, count } = pens.es;

export const forms: FormWords = {
  buttons: {
    lookAround: "Explorar el sitio",
    lookAgain: "Explorar de nuevo",
    lookAt: "Leer la página",
    check: "Revisar",
    write: "Escribir",
    save: "Guardar",
    download: "Descargar el archivo",
    leave: "Dejarlo",
    leaveAsIs: "Dejarlo como está",
    back: "Volver",
  },
  headings: {
    promise: "La promesa",
    proposed: "Lo que se propone",
    said: "Lo que se dijo",
    known: "En qué se reconoce",
    where: "Dónde aparecería",
    change: "Modificar",
  },
  outcome: {
    notChanged: "Sin cambios",
    notThere: "Eso ya no está.",
    waits: "Está escrito, y valdrá cuando se corrija esto:",
    takeTheFile: "Aquí no se puede escribir. Tome el archivo y póngalo en su lugar; el bot lo ve en unos segundos:",
    putAside: "Aquí no se puede apartar. Hágalo a mano, en una carpeta «archived» junto a él:",
    already: {
      confirm: (at) => says`Ya lo confirmó una persona autorizada, ${written.moment(at)}.`,
      dismiss: (at) => says`Ya lo descartó una persona autorizada, ${written.moment(at)}.`,
      add: (at) => says`Ya lo añadió una persona autorizada, ${written.moment(at)}.`,
    },
    otherwise:
      "Una persona autorizada acaba de decidir lo contrario. Examínelo de nuevo, y decida otra vez si opina de otro modo.",
    wrong: "Algo falló",
    tryAgain: "El registro dice qué. Se puede probar a cargar de nuevo la página.",
    notTaken: "No aceptado",
    refused: {
      tooLarge: "Es más de lo que contiene un formulario de esta página.",
      noForm: "Solo se aceptan formularios.",
      otherRun:
        "El bot se reinició desde que usted abrió ese formulario. Vuelva atrás, cargue de nuevo la página, y envíelo otra vez.",
      tooSlow: "El formulario no llegó a tiempo. Vuelva atrás, y envíelo otra vez.",
    },
  },
  promise: {
    title: {
      label: "¿Qué se prometió?",
      hint: "Su título, en lo que se conoce: «Informe sobre el incendio del puerto».",
    },
    by: { label: "¿Quién lo prometió?", hint: "Por ejemplo, «Jane Doe, portavoz»." },
    on: { label: "¿Qué día lo dijo?" },
    words: {
      label: "¿Con qué palabras?",
      hint: "La frase, o las pocas palabras que hablan del plazo: «in the coming weeks».",
    },
    link: { label: "¿Dónde se informó de ello?", hint: "La dirección. Puede quedar vacía." },
    site: {
      label: "¿En qué página de la entidad editora aparecería?",
      hint: "Sus noticias, comunicados o publicaciones; o su portada.",
    },
    earliest: { label: "Lo más pronto" },
    likely: { label: "Lo más probable" },
    latest: { label: "A más tardar" },
    days: "Los días, si las palabras no los dicen",
    which: "¿Cuál de estas es la buena?",
    read: (phrase, on, horizon) => says`${quote(phrase)}, dicho el ${on}: ${horizon}.`,
    notYet: (phrase) => says`${quote(phrase)} solo dice que aún no ha salido, o antes de cuándo no saldrá.`,
    unread: "Estas palabras no se entienden como un plazo.",
    horizon: ({ earliest, likely, latest }) =>
      earliest === latest
        ? says`el ${written.day(latest)}`
        : says`del ${written.day(earliest)}, lo más probable el ${written.day(likely)}, al ${written.day(latest)} a más tardar`,
    latestToo: "Indique también el último día.",
    unclear:
      "Nadie puede decir para cuándo: elija lo que se quiso decir, escriba las pocas palabras que hablan del plazo, o indique el último día.",
  },
  adding: {
    politely:
      "El sitio se lee con cuidado de no cargarlo, lo que puede llevar un minuto. Nada entra en seguimiento antes de que usted lo diga.",
    youGetTheFile: "Aquí no se pueden escribir seguimientos: usted recibe el archivo, para ponerlo en su lugar.",
    underWay: "El bot explora ese sitio, con cuidado de no cargarlo. Puede llevar un minuto.",
    notYet: "Aún no se puede escribir.",
  },
  proposed: {
    publisher: { label: "La entidad editora", hint: "Como la llama su página." },
    zone: { label: "Su zona horaria", hint: (why) => says`Sus días se cuentan allí: ${why}.` },
    hosts: { label: "Sus sitios", hint: "Solo lo que está en ellos puede probar la publicación." },
    subject: {
      label: "De qué trata",
      hint: "Palabras separadas por comas, un grupo por línea. Se sigue el elemento que tiene una palabra de cada grupo.",
    },
    without: (own, little) =>
      says`No se usan: ${[
        ...(own.length > 0 ? [says`${written.list(own)} (de la propia entidad editora)`] : []),
        ...(little.length > 0 ? [says`${written.list(little)} (se dice de muchas cosas)`] : []),
      ].join("; ")}.`,
    short: { label: "Cómo lo llaman los mensajes", hint: "En pocas palabras; el título si queda vacío." },
    countsPages: "Las páginas cuentan: una larga es el documento",
    least: { label: "Mínimo de palabras del documento", hint: (counts) => says`Lo que cuenta: ${counts}` },
    id: { label: "Cómo se llama su archivo", hint: "Minúsculas, cifras y guiones." },
    sources: { label: "Otras direcciones para seguir", hint: "Una por línea. Explore de nuevo, y se leen." },
    watchIt: "Seguir",
    afterAll: (url) => says`Seguir de todos modos ${url}`,
    leftOut: "Lo que se dejó fuera, y por qué",
    takeIn: "Incluirlo",
  },
  fields: {
    title: { label: "Lo que se prometió" },
    short: {
      label: "Cómo lo llaman los mensajes",
      hint: "En pocas palabras; el título si queda vacío. Si varía según el idioma, una línea cada uno: «en: Gray report».",
    },
    "publisher.name": { label: "La entidad editora" },
    "publisher.zone": { label: "Su zona horaria", hint: "Por ejemplo, Europe/Zurich: sus días se cuentan allí." },
    "publisher.hosts": {
      label: "Sus sitios",
      hint: "Uno por línea. Solo lo que está en ellos puede probar la publicación.",
    },
    "publisher.files": {
      label: "Sitios donde solo están sus archivos",
      hint: "Uno por línea. También prueban, y no hace falta ninguna fuente en ellos.",
    },
    "publisher.sisters": {
      label: "Sitios de otros organismos oficiales",
      hint: "Uno por línea. Lo que dicen es un indicio.",
    },
    "evidence.titles": {
      label: "Títulos con los que puede salir",
      hint: "Uno por línea. Un documento prueba con uno de ellos; con cualquier otro, se pregunta a una persona. Lo que se supo más tarde: «… (since 2022-09-08)».",
    },
    "evidence.subject": {
      label: "Tema",
      hint: "Palabras separadas por comas, un grupo por línea: de qué trata, y qué clase de cosa es. Se sigue el elemento que tiene una palabra de cada grupo.",
    },
    "evidence.topic": {
      label: "Palabras por las que se comunica un cambio",
      hint: "Separadas por comas.",
    },
    "evidence.spellings": {
      label: "Grafías",
      hint: "Palabras equivalentes, separadas por comas, un grupo por línea. La primera vale por todas.",
    },
    "evidence.words": { label: "Mínimo de palabras del documento", hint: "300 si queda vacío." },
  },
  officeOfPages: "La entidad publica páginas: una larga cuenta como el documento",
  statement: {
    said: (number) => says`Declaración ${number}`,
    since: "Dicho después",
    add: "Añadir lo que se dijo",
    takeOut: "Quitar",
    on: "Qué día",
    by: "Quién lo dijo",
    phrase: "Con qué palabras",
    phraseHint: "Las pocas palabras que hablan del plazo.",
    bearing: "Qué dicen",
    bearings: {
      promise: "para cuándo saldrá",
      floor: "antes de cuándo no saldrá",
      "no-date": "que no hay fecha",
      withdrawal: "que no saldrá",
    },
    link: "Dónde se informó de ello",
    readAs: (horizon, basis) => says`Se entiende: ${horizon} (${basis}).`,
    unread: "No se entiende como un plazo: indique los días abajo.",
    partly: (parts) => says`De estas palabras, solo se entiende una parte. ${parts.join(" ")}`,
    part: (phrase, horizon) => says`${quote(phrase)}: ${horizon}.`,
  },
  source: {
    address: "Dirección",
    more: "Más",
    name: "Cómo la llaman los mensajes",
    kind: "Se lee como",
    kinds: {
      listing: "una lista",
      page: "una página",
      feed: "un canal",
      sitemap: "un mapa del sitio",
      json: "JSON",
      oai: "los registros de una biblioteca (OAI-PMH)",
      mail: "un buzón",
      document: "un documento",
    },
    every: { label: "Con qué frecuencia", hint: "Por ejemplo, 10m o 6h; la habitual si queda vacío." },
    dates: "Cómo escribe 03/04/2022",
    asItsPages: "como indican sus páginas",
    orders: { dmy: "primero el día", mdy: "primero el mes", ymd: "primero el año" },
    paused: "En pausa",
    takeOut: "Quitar",
    lookFirst: "Léala primero: así se sabe cómo leerla.",
    furtherInFile: (more) =>
      count(more, {
        one: "Y # más, que está en el archivo del seguimiento.",
        other: "Y # más, que están en el archivo del seguimiento.",
      }),
  },
  changing: {
    title: (watch) => says`Modificar: ${watch}`,
    wrong: "Algo aún no es correcto; se indica junto al campo.",
    empty: "Esto no puede quedar vacío.",
    unread: "Estas palabras no se entienden como un plazo: indique los días abajo, o menos palabras.",
    look: "¿Qué significaría una página?",
    lookHint: "Se lee una vez, con cuidado de no cargar el sitio. No se conserva nada.",
    lookFor: (watch) => says`Para ${quote(watch)}, como lo tiene ahora el formulario.`,
    addAsSource: "Añadirla como fuente",
    notJudged: "Lo que significaría se podrá decir cuando el formulario sea correcto.",
    meanwhile: {
      title: "Modificado entretanto",
      heading: "No guardado: otra persona lo modificó entretanto",
      unknown: "El texto del que se hizo su formulario ya no se conoce.",
      against: "Lo que vale ahora, frente a lo que dice su formulario:",
      now: "ahora",
      yours: "lo suyo",
      changeNow: "Modificar lo que vale ahora",
    },
  },
  preview: {
    sentOn: "remitido a",
    notRead: (problem) => says`No se puede leer: ${problem}.`,
    advice: {
      blocked:
        "El sitio rechaza a los robots, o a esta máquina. Puede que su canal, su mapa del sitio u otra de sus páginas esté abierta.",
      gone: "Ahí no hay nada (o ya no). Ábrala en un navegador y copie la dirección.",
      unavailable: "Pruebe más tarde; si sigue así, ábrala en un navegador.",
      redesigned: "No contiene ninguna lista. Quizá otra página del sitio: noticias, publicaciones, comunicados.",
    },
    readAs: (kind, reason) => says`Se lee como ${kind}: ${reason}.`,
    reasons: {
      asked: "como usted dijo",
      file: "es un archivo",
      feed: "empieza como un canal",
      sitemap: "empieza como un mapa del sitio",
      oai: "responde como un repositorio OAI-PMH",
      json: "es JSON, con una lista de cosas que tienen título",
      "dated-items": "sus enlaces están en filas con fechas",
      items: "casi todo son enlaces en filas de la misma forma",
      text: "no contiene ninguna lista: se siguen su texto y sus enlaces",
      "not-yet": "su sitio responde con nada donde aún no hay documento",
    },
    items: (items) => count(items, { one: "# elemento", other: "# elementos" }),
    absent: "Ahí aún no hay nada, y su sitio lo dice.",
    itsTitle: (title) => says`Su título: ${quote(title)}.`,
    more: (more) => says`… y ${more} más`,
    further: "Más abajo, y junto a la lista:",
    words: (words) => says`${count(words, { one: "# palabra", other: "# palabras" })}. Empieza así:`,
    file: "Un archivo:",
    region: (parts) => says`La parte que se lee: ${written.list(parts)}.`,
    leftOut: (parts) => says`Queda fuera: ${parts.join("; ")}.`,
    part: (part, links, why) => {
      const many = count(links, { one: "# enlace", other: "# enlaces" });
      const whys = {
        menu: "menú o pie",
        surrounds: "alrededor del contenido",
        visitors: "escrito por visitantes",
        wordless: "sin palabras",
      };
      return part ? says`${part} (${many}, ${whys[why]})` : says`${many} sin palabras`;
    },
    beside: (links) =>
      count(links, {
        one: "Además, # enlace que no es un elemento se juzga por lo que dice.",
        other: "Además, # enlaces que no son elementos se juzgan por lo que dicen.",
      }),
    parts: (parts) =>
      count(parts, {
        one: "En # parte, que se lee en cada lectura.",
        other: "En # partes, cada una leída en cada lectura.",
      }),
    feed: (url) => says`Un canal suyo: ${url}`,
    noDate: "sin fecha",
    or: (days) => days.join(" o "),
    open: (dates) =>
      says`${count(dates, { one: "# fecha se puede leer", other: "# fechas se pueden leer" })} en más de un orden, y ninguna otra fecha de la página dice cuál.`,
    decides: (setting, order, dates) => says`En la fuente, ${setting} (${order}) decidiría ${dates}.`,
    news: { published: "publicado", signal: "un indicio" },
    means: {
      published: (rule) => says`: ${rule}`,
      signal: (rule) => says`, por confirmar por una persona: ${rule}`,
      change: "si fuera nuevo: un cambio que menciona el tema",
      followed: {
        named:
          "nombrado como la cosa misma: su enlace se sigue en seguida. Un documento allí con el título es «publicado»; si no, es un indicio",
        "on-subject":
          "sobre el tema: su enlace se sigue en seguida. Un documento allí con el título es «publicado», otro sobre el tema es un indicio",
        mention:
          "menciona el tema: su enlace se sigue en seguida, y solo cuenta el documento mismo; si no, es un cambio",
      },
      nothing: {
        "before-the-promise": "nada: es de antes de la promesa",
        "off-the-subject": "nada: no nombra el tema",
        "about-it": "nada: habla de ello, y no lo es",
        "to-come": "nada aún: su fecha está por venir",
        undated: "nada: no tiene fecha, y nadie puede decir si es nuevo",
        "no-document": "nada: no dice que haya salido, y allí no hay documento",
      },
      lacks: (groups) => says` (ninguna palabra de: ${groups.join("; ni de: ")})`,
    },
  },
  keys: {
    says: "Una vez al día este bot firma hasta dónde llegan sus diarios. Quien tenga lo que exportó puede comprobar que nada se escribió, cambió ni quitó desde entonces: con la clave de abajo, y mejor con una que anotó antes, o recibió de otra persona.",
    none: "Aún no se ha firmado nada.",
    bot: "El bot",
    since: (who, at) => says`${who}, desde el ${at}`,
    newest: "El punto de control más reciente",
    exports: "Lo que se exporta se firma con esta clave (ECDSA), como dice el punto de control:",
    signature: "Firma, en Base64:",
    how: "Con el texto en checkpoint.txt, byte por byte, la firma descodificada en checkpoint.sig, y la clave en key.pem:",
  },
};
