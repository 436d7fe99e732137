/**
 * Russian. A watch is an "отслеживание", its longest reading "самое долгое толкование", a look a "проверка", a signal a "признак", evidence
 * "свидетельство", and whoever may decide "уполномоченное лицо". Counted words stand where their form is the one that ICU gives:
 * the nominative, but behind "из".
 */
import type { CivilDate } from "../time/civil-date.ts";
import type { Catalogue, Hundredths } from "./catalogue.ts";
import { pens } from "./pens.ts";
import { recorder } from "./recorded/recorded.ts";
import { recorded } from "./recorded/ru.ts";
import { talk } from "./talk/ru.ts";

const { written, says, quote, count, percent, capital } = pens.ru;
const dated = (date?: CivilDate) => (date ? says`, от ${written.day(date)}` : "");
const why = (reason?: string) => (reason ? says` Указанная причина: ${reason.replace(/[.\s]+$/, "")}.` : "");

const PROMISES = { one: "# обещание", few: "# обещания", many: "# обещаний" };
const OF_PROMISES = { one: "# обещания", few: "# обещаний", many: "# обещаний" };
const DOCUMENTS = { one: "# документ", few: "# документа", many: "# документов" };
const SOURCES = { one: "# источник", few: "# источника", many: "# источников" };
const LOOKS = { one: "# проверка", few: "# проверки", many: "# проверок" };

const unreachable: Catalogue["unreachable"] = {
  name: "не найден по своему имени",
  "look-up": "не найден, так как не удалось запросить имена",
  refused: "отказал в соединении",
  "broken-off": "прервал соединение",
  "no-way": "недоступен по сети",
  expired: "имеет сертификат с истёкшим сроком",
  certificate: "имеет сертификат, которому нельзя доверять",
  secure: "не смог установить защищённое соединение",
  other: "недоступен",
};

const STANDINGS = {
  awaited: "срок ещё не наступил",
  due: "срок идёт",
  overdue: "срок прошёл",
  kept: "выполнено",
  "kept-late": "слишком поздно",
  withdrawn: "отозвано",
};

export const ru: Catalogue = {
  ...written,
  recorded: recorder(written, quote, unreachable, recorded),
  unreachable,
  untitled: "без названия",

  titles: {
    started: (name) => says`Теперь отслеживается: ${name}`,
    moved: (source) => says`Новый адрес: ${source}`,
    appeared: (item) => says`Новое: ${quote(item)}`,
    edited: (item) => says`Изменено: ${quote(item)}`,
    disappeared: (item) => says`Больше нет в списке: ${quote(item)}`,
    file: {
      offered: (document) => says`Ещё один файл: ${quote(document)}`,
      annex: (document) => says`Новое приложение: ${quote(document)}`,
      withdrawn: (document) => says`Файл исчез: ${quote(document)}`,
      replaced: (document) => says`Файл заменён: ${quote(document)}`,
    },
    signalled: {
      strong: (name) => says`Весьма вероятно, опубликовано: ${name}`,
      hint: (name) => says`Возможно, опубликовано: ${name}`,
    },
    published: (name) => says`Опубликовано: ${name}`,
    withdrawn: (name) => says`Больше недоступно: ${name}`,
    edition: {
      translation: (name) => says`На другом языке: ${name}`,
      annex: (name) => says`Приложение: ${name}`,
      advance: (name) => says`Предварительный вариант: ${name}`,
      final: (name) => says`Новая редакция: ${name}`,
      replaced: (name) => says`Файл заменён: ${name}`,
      other: (name) => says`Другая редакция: ${name}`,
      document: (name) => says`Ещё один документ по теме: ${name}`,
    },
    proposed: (name) => says`Новое о сроках: ${name}`,
    stated: {
      promise: (name) => says`Новое обещание: ${name}`,
      floor: (name) => says`Не ранее даты: ${name}`,
      "no-date": (name) => says`Дата не названа: ${name}`,
      withdrawal: (name) => says`Сказано, что не выйдет: ${name}`,
    },
    revised: {
      archived: (name) => says`Больше не отслеживается: ${name}`,
      returned: (name) => says`Снова отслеживается: ${name}`,
      paused: (name) => says`Приостановлено: ${name}`,
      resumed: (name) => says`Больше не приостановлено: ${name}`,
      muted: (name) => says`Без уведомлений: ${name}`,
      unmuted: (name) => says`Снова с уведомлениями: ${name}`,
      "source-added": (name) => says`Добавлен источник: ${name}`,
      "source-removed": (name) => says`Удалён источник: ${name}`,
      "source-paused": (name) => says`Источник приостановлен: ${name}`,
      "source-resumed": (name) => says`Источник больше не приостановлен: ${name}`,
      "source-changed": (name) => says`Источник изменён: ${name}`,
      title: (name) => says`Изменено название: ${name}`,
      hosts: (name) => says`Изменены сайты издателя: ${name}`,
      words: (name) => says`Изменилось то, что засчитывается: ${name}`,
    },
    overdue: (name) => says`Срок прошёл: ${name}`,
    stillNotConfirmed: (name) => says`Всё ещё не подтверждено: ${name}`,
    notPublishedYet: (name) => says`Ещё не опубликовано: ${name}`,
    blind: (sources) => says`Чтение невозможно: ${count(sources, SOURCES)}`,
    recovered: (sources) => says`Чтение возобновлено: ${count(sources, SOURCES)}`,
    corrected: (name) => says`Исправление: ${name}`,
    confirmed: (name) => says`Подтверждено: ${name}`,
    added: (name) => says`Добавлено к сказанному: ${name}`,
    dismissed: (name) => says`Отклонено: ${name}`,
    takenBack: (title) => says`Отозвано: ${quote(title)}`,
  },
  rulings: {
    confirm: (at, reason) =>
      says`Подтверждено уполномоченным лицом, ${written.moment(at)}: это тот доклад.${why(reason)}`,
    dismiss: (at, reason) =>
      says`Отклонено уполномоченным лицом, ${written.moment(at)}: это не тот доклад.${why(reason)}`,
    add: (at) => says`Добавлено уполномоченным лицом, ${written.moment(at)}.`,
    none: (at) => says`Отклонено уполномоченным лицом, ${written.moment(at)}: это не о сроках.`,
  },
  looking: (until) => says`Уполномоченное лицо изучает это; до: ${written.moment(until)}.`,

  clock: {
    toCome: (on) => says`Обещание дано ${written.day(on)}`,
    since: (phrase, stretch) =>
      stretch ? says`${stretch} после слов ${quote(phrase)}` : says`Сказано сегодня: ${quote(phrase)}`,
    after: (phrase, stretch) =>
      stretch ? says`${stretch} после слов ${quote(phrase)}` : says`В день слов ${quote(phrase)}`,
    expected: (earliest, latest) =>
      earliest === latest
        ? says`ожидается ${written.day(latest)}`
        : says`ожидается с ${written.dayBeside(earliest, latest)} по ${written.day(latest)}`,
    ends: (latest, isToday) => says`не позднее ${isToday ? "сегодняшнего дня" : written.day(latest)}`,
    past: (past) => says`опоздание: минимум ${past}`,
    within: "в срок",
    newer: {
      open: (latest) => says`новое обещание: до ${latest}`,
      over: (latest) => says`новое обещание истекло ${latest}`,
      kept: (latest) => says`новое обещание (${latest}) выполнено`,
      late: (latest) => says`новое обещание (${latest}) не выполнено`,
    },
  },

  started: {
    read: (names) => says`Прочитано: ${names}.`,
    nothingRead: "Ни один источник пока не удалось прочитать.",
    notThere: (names) => says`Предполагалось, но отсутствует: ${names}`,
  },
  rehearsal: "-# Повтор того, что происходило тогда. Это не новость.",
  aloneShowsNothing: "Само по себе это не свидетельствует о публикации.",
  changes: {
    listed: (source, date) => says`${capital(source)}${date ? says`, ${written.day(date)}` : ""}`,
    goneFrom: (source) => says`Отсутствует при нескольких проверках подряд: ${source}.`,
    before: (title) => says`Было: ${quote(title)}.`,
    moved: "Чтение продолжается по новому адресу.",
    movedFrom: (address) => says`Было: ${address}`,
    moreLines: (number) => count(number, { one: "ещё # строка", few: "ещё # строки", many: "ещё # строк" }),
    moreChanges: (number) => count(number, { one: "ещё # изменение", few: "ещё # изменения", many: "ещё # изменений" }),
    file: (now, before) => (before ? says`${now}; было: ${before}` : now),
    asBefore: (now) => says`${now}, как и раньше`,
    notRead: "ещё не прочитано",
    otherAddress: "по другому адресу",
    textIsSame: "Текст, насколько он прочитан, тот же.",
  },
  file: {
    kind: (ending) => ending ?? "Файл",
    pages: (number) => count(number, { one: "# страница", few: "# страницы", many: "# страниц" }),
    scan: "скан",
    advance: "предварительный вариант",
  },
  answer: {
    confirm: (id) => says`Просьба посмотреть; затем confirm или dismiss ${id}`,
    add: (id) => says`Засчитывается ли это? statement add или statement dismiss ${id}`,
  },
  edition: {
    found: (title, date) => says`${quote(title)}${dated(date)}.`,
    textIsSame: "Насколько оба прочитаны, текст тот же, что и в прежнем файле.",
  },
  proposal: {
    quoted: (sentence) => quote(sentence),
    promise: (earliest, latest) =>
      earliest === latest
        ? says`Как обещание: ${written.day(latest)}.`
        : says`Как обещание: не позднее ${written.day(latest)}.`,
    floor: (notBefore) => says`То есть: ${notBefore ? says`не ранее ${written.day(notBefore)}` : "ещё нет"}.`,
    noDate: "Без даты: отсчёт остался бы прежним.",
    saidBy: (by, on) => says`${by}, ${written.day(on)}`,
    more: (number) => says`ещё ${number} при той же проверке`,
  },
  stated: {
    promise: (phrase, latest) => says`${quote(phrase)}: не позднее ${written.day(latest)}.`,
    floor: (phrase, notBefore) => says`${quote(phrase)}${notBefore ? says`: не ранее ${written.day(notBefore)}` : ""}.`,
    noDate: (phrase) => says`${quote(phrase)}.`,
    firstStays: "Первое обещание по-прежнему в силе.",
    added: (said, isPersons) => says`${said}; добавлено ${isPersons ? "уполномоченным лицом" : "в файл"}`,
    takenBack: (phrase, isPersons) =>
      isPersons
        ? says`Уполномоченное лицо отозвало ${quote(phrase)}: больше не засчитывается.`
        : says`Из файла убрано ${quote(phrase)}: больше не засчитывается.`,
  },
  revised: {
    says: {
      archived: () => "Проверки прекращены. Найденное сохраняется и доступно для чтения.",
      returned: () => "Проверки возобновлены, и всё, что было известно, остаётся в силе.",
      paused: () => "До возобновления ничего не проверяется и не сообщается.",
      resumed: () => "Отныне проверки возобновлены.",
      muted: (_, until) =>
        says`До ${until ? written.day(until) : "названного дня"} сообщается только о публикации и о том, что может ею быть; остальное ждёт.`,
      unmuted: () => "Снова сообщается обо всём, в том числе о том, что ждало.",
      "source-added": (names) => says`Отныне проверяется: ${names}.`,
      "source-removed": (names) => says`Больше не проверяется: ${names}.`,
      "source-paused": (names) => says`Пока не проверяется: ${names}.`,
      "source-resumed": (names) => says`Снова проверяется: ${names}.`,
      "source-changed": (names) => says`Отныне читается иначе: ${names}.`,
      title: () => "Отныне документ известен под другим названием.",
      hosts: () => "Отныне публикацию могут доказать другие сайты.",
      words: () => "Отныне относящееся к теме определяется по другим правилам.",
    },
    changed: (isPersons) => (isPersons ? "изменено уполномоченным лицом" : "изменено в файле"),
  },
  otherSignals: (number) => count(number, { one: "ещё # признак", few: "ещё # признака", many: "ещё # признаков" }),
  published: {
    dated: (date, seen) => says`От ${written.day(date)}, впервые замечено: ${seen}.`,
    firstSeen: (seen) => says`Впервые замечено: ${seen}.`,
    more: (documents) => says`ещё ${count(documents, DOCUMENTS)}`,
  },
  sumUp: {
    digest: (watches) =>
      watches === 1 ? "Как обстоит дело с обещанием" : says`Как обстоит дело с обещаниями: ${watches}`,
    title: (messages) =>
      says`За это время: ${count(messages, { one: "# отложенное сообщение", few: "# отложенных сообщения", many: "# отложенных сообщений" })}`,
    earlier: (more) =>
      says`Кроме этих, ${count(more, { one: "# более раннее", few: "# более ранних", many: "# более ранних" })}.`,
  },
  unwritten: {
    why: {
      full: "диск заполнен",
      limited: "файлы больше не могут расти",
      "read-only": "диск подключён только для чтения",
      refused: "папка данных не принимает записи",
      "too-many-files": "машина допускает слишком мало открытых файлов",
      failing: "диск записывает не так, как должен",
      damaged: "данные повреждены",
      gone: "данных нет на прежнем месте",
      held: "данные заняты другой программой",
      memory: "у машины не осталось памяти",
      away: "база данных не отвечает",
      unusable: "папку данных нельзя использовать",
    },
    began: "Я ничего не могу записать",
    since: (why, since) =>
      says`Начало: ${since}. Причина: ${why}. Тому, кто меня обслуживает, следует проверить мою машину; в её журнале сказано больше.`,
    meanwhile:
      "Я продолжаю проверки, насколько возможно. Замеченное сообщается здесь сразу, как ещё не записанное; когда запись станет возможной, оно будет заново оценено, записано и сообщено как обычно.",
    seen: (name) => says`Замечено, ещё не записано: ${name}`,
    of: {
      publication: "Замечено нечто, что может быть публикацией. Ничего не подтверждено.",
      withdrawal: "Замечено нечто, что может отменить сообщённое ранее. Ничего не подтверждено.",
      other: "Замечено упоминание темы. Само по себе оно не свидетельствует о публикации.",
    },
    later: (why) =>
      says`Я не могу это записать (${why}). Когда смогу, всё будет прочитано и оценено заново; только тогда я скажу, что это.`,
    ended: "Я снова могу вести записи",
    over: (since, at) =>
      says`Записи не велись; начало: ${since}; конец: ${at}. Замеченное за это время читается и оценивается заново и сообщается как обычно.`,
    test: "Пробное сообщение",
    tested: (at) =>
      says`Отправлено ${at}, чтобы проверить, доходят ли сюда сообщения. Ничего не опубликовано, и ничего не изменилось.`,
    stands: (why, since) => says`Ничего нельзя записать; начало: ${since}; причина: ${why}`,
  },
  calendar: {
    promised: {
      promise: (name) => says`Обещано: ${name}`,
      floor: (name) => says`Сказано, когда ещё не выйдет: ${name}`,
      "no-date": (name) => says`Упомянуто, без даты: ${name}`,
      withdrawal: (name) => says`Сказано, что не выйдет: ${name}`,
    },
    earliest: (name) => says`Ожидается с сегодняшнего дня: ${name}`,
    likely: (name) => says`Наиболее вероятный день по формулировке: ${name}`,
    latest: (name) => says`Последний день обещания: ${name}`,
    floor: (name) => says`Не ранее сегодняшнего дня: ${name}`,
    published: (name) => says`Опубликовано: ${name}`,
    said: (phrase, by, on) => says`${quote(phrase)}, ${by}, ${on}`,
  },
  mail: {
    why: "Вы получаете это, потому что тот, кто ведёт этот бот, внёс ваш адрес в список.",
    leave: "Больше не присылать",
    asks: "Больше не присылать вам сообщения этого бота?",
    left: "Готово. Сообщения вам больше не отправляются.",
    back: "Присылать снова",
    isBack: "Сообщения вам отправляются.",
    unknown: "По этой ссылке никто не найден: ничего не изменено. Напишите тому, кто ведёт бот.",
  },
  withdrawn: (documents) =>
    says`${documents === 1 ? "Документ больше нельзя прочитать" : says`Больше нельзя прочитать документы (${documents})`} при нескольких проверках подряд. Сам сайт отвечает.`,
  overdue: (on, latest) => says`Сказано ${written.day(on)}, то есть не позднее ${written.day(latest)}.`,
  nothingFound: "Публикация не обнаружена.",
  foundUnconfirmed: "Найдено то, что может им быть; пока никто этого не подтвердил.",
  looks: {
    looked: (looks, over, failed, covered) =>
      says`${looks === 0 ? "Проверок не было" : count(looks, LOOKS)}${over ? says` (период: ${over})` : ""}${failed > 0 ? says`, неудачных: ${failed}` : ""}${covered === undefined ? "" : says` · охвачено ${percent(covered)} времени`}`,
    longestGap: (milliseconds) => says`самый долгий перерыв: ${written.span(milliseconds)}`,
  },
  unread: {
    since: (milliseconds, names) => says`Не читается: ${names}. Продолжительность: ${written.span(milliseconds)}.`,
    because: ({ detail }) => says`Каждый раз сайт ${ru.recorded(detail)}.`,
    beside: (names) => says`Не читается: ${names}.`,
    untilOver: "До возобновления отсутствие сообщений о них ничего не означает.",
  },
  recovered: {
    again: (milliseconds, names) => says`Снова читается: ${names}. Перерыв: ${written.span(milliseconds)}.`,
    nothingChanged: "За это время ничего не изменилось.",
    changed: (names) => says`За это время изменилось: ${names}. О существенном сообщается отдельно.`,
  },
  corrected: {
    returned: "Документ снова можно прочитать; он больше не отсутствует.",
    reinstated: "Уполномоченное лицо всё же подтвердило: «опубликовано» снова в силе.",
    dismissed: (reason) => says`Уполномоченное лицо отозвало «опубликовано».${why(reason)}`,
    signalDismissed: (title, reason) =>
      says`Уполномоченное лицо отклонило ${quote(title)}: это не тот доклад.${why(reason)}`,
  },

  unknown: {
    "never-looked": "Проверок ещё не было",
    paused: "Приостановлено: пока никто не проверяет",
    "looked-no-more": "Уже некоторое время никто не проверял",
    unread: "Неизвестно: сейчас нельзя прочитать ни один источник",
  },
  reach: {
    "can-prove": {
      name: "может доказать",
      says: "Читаются собственные страницы издателя: публикацию можно доказать.",
    },
    "can-only-signal": {
      name: "может дать лишь признак",
      says: "Сейчас нельзя прочитать ни одну собственную страницу издателя: о публикации могут быть лишь признаки, и человек должен её подтвердить.",
    },
    blind: { name: "ничего не видит", says: "Сейчас ничего нельзя прочитать: публикация осталась бы незамеченной." },
  },
  status: {
    news: {
      unpublished: "Ещё не опубликовано",
      signalled: {
        strong: (title) => says`Весьма вероятно, опубликовано${title ? says`: ${quote(title)}` : ""}`,
        hint: (title) => says`Возможно, опубликовано${title ? says`: ${quote(title)}` : ""}`,
      },
      published: (on) => says`Опубликовано${on ? says` ${written.day(on)}` : ""}`,
      withdrawn: "Опубликовано и больше недоступно",
    },
    nothingFound: "Ничто на отслеживаемых страницах не свидетельствует о публикации.",
    unconfirmed: "Пока никто этого не подтвердил.",
    promise: (phrase, on, by) => says`${quote(phrase)}: сказано ${written.day(on)}; источник: ${by}.`,
    reading: (latest, basis) =>
      says`Самое долгое толкование: до ${written.day(latest)}; основание, как оно записано: ${basis}.`,
    newer: (on, phrase, isAdded) =>
      says`${quote(phrase)}: сказано ${written.day(on)}${isAdded ? ", добавлено уполномоченным лицом" : ""}.`,
  },
  record: {
    kinds: {
      "exact-date": "с названным днём",
      deadline: "с названным крайним сроком",
      season: "с названным временем года или кварталом",
      "vague-days": "со сроком в днях",
      "vague-weeks": "со сроком в неделях",
      "vague-months": "со сроком в месяцах",
      "vague-soon": "со словом «скоро»",
      "vague-asap": "со словами «как можно скорее»",
      "vague-due-course": "со словами «в надлежащее время»",
    },
    share: (chance, low, high) => {
      const said = (one: Hundredths) =>
        one === "fewer than 1" ? "менее 1" : one === "more than 99" ? "более 99" : says`${one}`;
      return says`${typeof chance === "number" ? "около " : ""}${said(chance)} из 100 (${low === high ? "весь диапазон" : says`диапазон: ${said(low)} – ${said(high)}`})`;
    },
    kept: (promises, kind, documents, kept) =>
      says`Из ${count(promises, OF_PROMISES)} ${kind} (${count(documents, DOCUMENTS)}) ${kept === 0 ? "ни одно не выполнено" : count(kept, { one: "# выполнено", few: "# выполнены", many: "# выполнены" })} до конца самого долгого толкования.`,
    none: (kind, all) =>
      says`В перечне нет обещаний ${kind}; оценка опирается на весь перечень: ${count(all, PROMISES)}.`,
    leansOnAll: (promises, all) =>
      says`Так сформулировано лишь ${count(promises, PROMISES)}; оценка опирается на весь перечень: ${count(all, PROMISES)}.`,
    notOut: (day, phrase) =>
      says`Не опубликовано на день ${day}${phrase ? says` с момента слов ${quote(phrase)}` : ""}.`,
    notConfirmed: (day, phrase) =>
      says`Публикация не подтверждена на день ${day}${phrase ? says` с момента слов ${quote(phrase)}` : ""}.`,
    nextDays: (days, share) => says`В ближайшие дни (${days}): ${share}.`,
    byLatest: (latest, share) => says`До ${latest}, последнего дня самого долгого толкования: ${share}.`,
    by: (day, share) => says`До ${day}: ${share}.`,
    middle: (day) => says`До ${day} выполняется столько же, сколько после.`,
    span: (from, to) => says`Восемь из десяти выполняются с ${from} по ${to}.`,
    tooFew: {
      late: "Обещаний с таким опозданием слишком мало, чтобы назвать вероятность.",
      far: "Обещаний на столь далёкий срок слишком мало, чтобы назвать вероятность.",
    },
    beforehand: (promises, kind, day, share) =>
      says`Перечень давал ${share} к дню ${day}; основа: ${count(promises, PROMISES)} ${kind}.`,
    basis: (all, asOf) =>
      says`По перечню на ${written.day(asOf)} (${count(all, PROMISES)}); любая вероятность означает: если не откажутся`,
    bias: (neutral, others) =>
      says`Обещания, попавшие в новости, представлены чрезмерно: из найденных нейтральным поиском выполнены ${neutral.kept} из ${neutral.rows}, из остальных — ${others.kept} из ${others.rows}.`,
    unlessDropped:
      "Любая вероятность означает: если от обещания не откажутся. Отозванные строки считаются незавершёнными.",
    weakSpots:
      "Последние дни перед крайним сроком недооценены: из 65 выполненных сроков, названных не менее чем за 21 день, 10 выполнены в самый последний день. Сразу после окна в 29–59 дней перечень даёт 44 из 100 за 30 дней, а выполнены 33 из 100 (всего 33).",
    sample:
      "Выборка не случайна, не полна и не охватывает весь мир: бо́льшая её часть — британская и американская, на английском языке. Это перечень формулировок; он не судит ни об учреждениях, ни о людях.",
    heading: "Что стало с такими обещаниями",
    curveTitle: "Ещё не опубликовано, из 100, по перечню",
    curveKey: "Серое: самое долгое толкование. Полоса: диапазон.",
    curve: (latest) =>
      says`Вероятность того, что ещё не опубликовано, по перечню, в виде кривой с диапазоном, и самое долгое толкование, до ${written.day(latest)}`,
    row: (phrase, document, said) => says`${quote(phrase)}, ${document}, ${written.day(said)}`,
    ended: {
      kept: (on) => says`выполнено: вышло ${written.day(on)}`,
      late: (on) => says`с опозданием: вышло ${written.day(on)}`,
      open: (on) => says`не вышло на ${written.day(on)}`,
      withdrawn: (on) => says`отозвано, не вышло на ${written.day(on)}`,
    },
    more: (rows) =>
      says`и ещё ${count(rows, { one: "# строка", few: "# строки", many: "# строк" })}: на странице и по команде \`coming-weeks record\``,
    nothing: {
      out: "Опубликовано: вероятность больше не указывается.",
      none: "Обещания с датой нет, поэтому перечень ничего не говорит.",
      off: "В этом отслеживании перечень отключён.",
    },
    floor: (day) => says`Сказано, что не выйдет ранее ${written.day(day)}: до этого дня вероятность не указывается.`,
  },
  chart: {
    alt: "Шкала времени: что было сказано, что это могло означать и как часто бот проверял",
    said: (on, phrase, latest) =>
      says`${written.day(on)}: ${quote(phrase)}${latest ? says`; самое долгое толкование — до ${written.day(latest)}` : ""}`,
    quoted: (phrase, isAdded) => says`${quote(phrase)}${isAdded ? " (добавлено)" : ""}`,
    today: (date) => says`Сегодня, ${written.day(date)}`,
    published: (date) => says`Опубликовано ${written.day(date)}`,
    looks: "Как бот проверял",
    looked: (looks, blind) =>
      looks === 0
        ? "Проверок ещё не было"
        : says`${count(looks, LOOKS)}; периодов без удачного чтения: ${blind === 0 ? "нет" : blind}`,
    verdict: ({ verdict, day, standing, promisedOn, publishedOn, today }) => {
      if (publishedOn)
        return publishedOn > promisedOn
          ? says`Опубликовано через ${written.stretch(promisedOn, publishedOn)}`
          : "Опубликовано в день обещания";
      const time = day > 365 ? written.stretch(promisedOn, today) : day < 0 ? "до обещания" : says`день ${day}`;
      const verdicts = {
        unknown: "Неизвестно",
        unpublished: "Не опубликовано",
        signalled: "Возможно, опубликовано, не подтверждено",
        published: "Опубликовано",
        withdrawn: "Больше недоступно",
      };
      return [verdicts[verdict], time, ...(verdict === "unpublished" ? [STANDINGS[standing]] : [])].join(" · ");
    },
    states: { read: "прочитано", partly: "прочитано частично", unread: "не удалось прочитать" },
  },
  card: {
    promised: (date, by) => says`Обещано ${date}; источник: ${by}`,
    said: (date, by, phrase) => says`${date}${by ? says`, ${by}` : ""}: ${quote(phrase)}`,
    range: (earliest, likely, latest) => says`${earliest} – ${latest}, вероятнее всего ${likely}`,
    added: "добавлено уполномоченным лицом",
    looked: (at, read, of) =>
      says`${at ? says`Последняя проверка: ${at}` : "Проверок ещё не было"}${of > 0 ? says`; прочитано источников: ${read} из ${of}` : ""}`,
    unread: (names) => says`Не читается: ${written.list(names)}`,
    furtherThread: "-# Предыдущая ветка закрыта; продолжение здесь.",
  },
  buttons: {
    confirm: "Подтвердить",
    dismiss: "Отклонить…",
    add: "Добавить",
    none: "Не о сроках",
    look: "Я изучаю это",
    open: "Открыть страницу",
  },
  rules: {
    "document-at-known-address": {
      name: "документ по отслеживаемому адресу",
      says: ({ title, date }) => says`${quote(title)}${dated(date)}, по отслеживаемому адресу.`,
    },
    "document-reached-from-entry": {
      name: "документ, на который ведёт пункт списка",
      says: ({ title, date }) => says`${quote(title)}${dated(date)}; на него ведёт пункт списка.`,
    },
    "two-official-sources-say-issued": {
      name: "два собственных сайта издателя говорят, что документ вышел",
      says: ({ title }) =>
        says`Два собственных сайта издателя говорят, что документ вышел; один из них: ${quote(title)}.`,
    },
    "confirmed-by-a-person": {
      name: "подтверждено человеком",
      says: ({ title }) => says`Человек изучил ${quote(title)}: это он.`,
    },
    "copy-of-the-document": {
      name: "копия документа в веб-архиве",
      says: ({ title, date }) =>
        says`В веб-архиве есть копия: ${quote(title)}${dated(date)}; сам сайт издателя прочитать не удалось.`,
    },
    "document-on-the-subject": {
      name: "документ по теме, с названием, отличным от известного",
      says: ({ title, date }) => says`${quote(title)}${dated(date)}.`,
    },
    "title-without-document": {
      name: "назван как сам документ, но без документа",
      says: ({ title, date }) => says`В списке издателя есть ${quote(title)}${dated(date)}. Документ не найден.`,
    },
    "headline-says-issued": {
      name: "заголовок говорит, что документ вышел",
      says: ({ title, date }) => says`Так говорит заголовок: ${quote(title)}${dated(date)}. Документ не найден.`,
    },
    "said-in-signed-mail": {
      name: "сказано в подписанном письме издателя",
      says: ({ title, date }) =>
        says`В подписанном письме издателя: ${quote(title)}${dated(date)}. Документ не найден.`,
    },
    "said-on-own-account": {
      name: "сказано в учётной записи издателя",
      says: ({ title, date }) => says`В учётной записи издателя: ${quote(title)}${dated(date)}. Документ не найден.`,
    },
    "said-by-others": {
      name: "сказано не издателем",
      says: ({ title, date }) => says`Так говорят другие, не издатель: ${quote(title)}${dated(date)}.`,
    },
    "title-on-another-host": {
      name: "название на сайте, который не принадлежит издателю",
      says: ({ title, date }) => says`По адресу, который не принадлежит издателю: ${quote(title)}${dated(date)}.`,
    },
    "document-without-proof": {
      name: "документ без того, что нужно для доказательства",
      says: ({ title, date }) => says`Там, где ожидался документ: ${quote(title)}${dated(date)}.`,
    },
    "document-still-to-come": {
      name: "документ, который сам говорит, что ещё выйдет",
      says: ({ title, date }) => says`Страница для него: ${quote(title)}${dated(date)}. Документ ещё выйдет.`,
    },
  },
  talk,
  labels: {
    item: "Открыть запись",
    document: "Открыть документ",
    page: "Открыть страницу",
    evidence: "Посмотреть свидетельство",
    copy: "Копия в Wayback Machine",
    outside: (host) => says`Открыть ${host}`,
  },
};
