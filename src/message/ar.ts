/**
 * Arabic. A watch is a "متابعة", its longest reading "أوسع تفسير", a look a "قراءة", a signal a "مؤشر", evidence a "دليل", and whoever may decide
 * "مُراجِع". Counted words and stretches of time stand where the form that ICU gives is right: as a subject, or behind a colon.
 * Every line begins with an Arabic word, by which programs tell its direction.
 */
import type { CivilDate } from "../time/civil-date.ts";
import type { Catalogue, Hundredths } from "./catalogue.ts";
import { pens } from "./pens.ts";
import { recorded } from "./recorded/ar.ts";
import { recorder } from "./recorded/recorded.ts";
import { talk } from "./talk/ar.ts";
import type { Counted } from "./writing.ts";

const { written, says, quote, count, percent } = pens.ar;
const dated = (date?: CivilDate) => (date ? says`، بتاريخ ${written.day(date)}` : "");
const why = (reason?: string) => (reason ? says` السبب المذكور: ${reason.replace(/[.\s]+$/, "")}.` : "");

const PROMISES: Counted<"ar"> = {
  ...{ zero: "لا وعود", one: "وعد واحد", two: "وعدان" },
  ...{ few: "# وعود", many: "# وعدًا", other: "# وعد" },
};
const SOURCES: Counted<"ar"> = {
  ...{ zero: "لا مصادر", one: "مصدر واحد", two: "مصدران" },
  ...{ few: "# مصادر", many: "# مصدرًا", other: "# مصدر" },
};
const LOOKS: Counted<"ar"> = {
  ...{ zero: "لا قراءات", one: "قراءة واحدة", two: "قراءتان" },
  ...{ few: "# قراءات", many: "# قراءة", other: "# قراءة" },
};

const unreachable: Catalogue["unreachable"] = {
  name: "لم يُعثر عليه باسمه",
  "look-up": "لم يُعثر عليه لتعذّر البحث عن الأسماء",
  refused: "رفض الاتصال",
  "broken-off": "قطع الاتصال",
  "no-way": "تعذّر الوصول إليه عبر الشبكة",
  expired: "شهادته منتهية الصلاحية",
  certificate: "شهادته غير موثوقة",
  secure: "لم يتمكن من إقامة اتصال آمن",
  other: "تعذّر الوصول إليه",
};

const STANDINGS = {
  awaited: "لم يحن موعده",
  due: "في موعده",
  overdue: "متأخر عن موعده",
  kept: "وُفّي به",
  "kept-late": "بعد فوات الموعد",
  withdrawn: "سُحب",
};

export const ar: Catalogue = {
  ...written,
  recorded: recorder(written, quote, unreachable, recorded),
  unreachable,
  untitled: "بلا عنوان",

  titles: {
    started: (name) => says`قيد المتابعة الآن: ${name}`,
    moved: (source) => says`عنوان شبكي جديد: ${source}`,
    appeared: (item) => says`جديد: ${quote(item)}`,
    edited: (item) => says`معدّل: ${quote(item)}`,
    disappeared: (item) => says`لم يعد مدرجًا: ${quote(item)}`,
    file: {
      offered: (document) => says`ملف آخر: ${quote(document)}`,
      annex: (document) => says`مرفق جديد: ${quote(document)}`,
      withdrawn: (document) => says`ملف لم يعد موجودًا: ${quote(document)}`,
      replaced: (document) => says`استُبدل ملف: ${quote(document)}`,
    },
    signalled: {
      strong: (name) => says`نُشر على الأرجح: ${name}`,
      hint: (name) => says`ربما نُشر: ${name}`,
    },
    published: (name) => says`نُشر: ${name}`,
    withdrawn: (name) => says`لم يعد موجودًا: ${name}`,
    edition: {
      translation: (name) => says`بلغة أخرى: ${name}`,
      annex: (name) => says`مرفق: ${name}`,
      advance: (name) => says`نسخة أولية: ${name}`,
      final: (name) => says`طبعة جديدة: ${name}`,
      replaced: (name) => says`استُبدل ملف: ${name}`,
      other: (name) => says`طبعة أخرى: ${name}`,
      document: (name) => says`وثيقة أخرى في الموضوع: ${name}`,
    },
    proposed: (name) => says`قول جديد عن الموعد: ${name}`,
    stated: {
      promise: (name) => says`وعد جديد: ${name}`,
      floor: (name) => says`ليس قبل تاريخ معيّن: ${name}`,
      "no-date": (name) => says`لم يُذكر تاريخ: ${name}`,
      withdrawal: (name) => says`قيل إنه لن يصدر: ${name}`,
    },
    revised: {
      archived: (name) => says`لم يعد قيد المتابعة: ${name}`,
      returned: (name) => says`عاد إلى المتابعة: ${name}`,
      paused: (name) => says`موقوف مؤقتًا: ${name}`,
      resumed: (name) => says`لم يعد موقوفًا: ${name}`,
      muted: (name) => says`كُتم: ${name}`,
      unmuted: (name) => says`لم يعد مكتومًا: ${name}`,
      "source-added": (name) => says`أُضيف مصدر: ${name}`,
      "source-removed": (name) => says`أُزيل مصدر: ${name}`,
      "source-paused": (name) => says`أُوقف مصدر مؤقتًا: ${name}`,
      "source-resumed": (name) => says`لم يعد المصدر موقوفًا: ${name}`,
      "source-changed": (name) => says`تغيّر مصدر: ${name}`,
      title: (name) => says`تغيّر العنوان: ${name}`,
      hosts: (name) => says`تغيّرت مواقع جهة النشر: ${name}`,
      words: (name) => says`تغيّر ما يُعتدّ به: ${name}`,
    },
    overdue: (name) => says`متأخر عن موعده: ${name}`,
    stillNotConfirmed: (name) => says`لم يُؤكَّد بعد: ${name}`,
    notPublishedYet: (name) => says`لم يُنشر بعد: ${name}`,
    blind: (sources) => says`القراءة متعذّرة: ${count(sources, SOURCES)}`,
    recovered: (sources) => says`استؤنفت القراءة: ${count(sources, SOURCES)}`,
    corrected: (name) => says`تصويب: ${name}`,
    confirmed: (name) => says`مؤكَّد: ${name}`,
    added: (name) => says`أُضيف إلى ما قيل: ${name}`,
    dismissed: (name) => says`مستبعَد: ${name}`,
    takenBack: (title) => says`سُحب القول: ${quote(title)}`,
  },
  rulings: {
    confirm: (at, reason) => says`أكّده مُراجِع، ${written.moment(at)}: هذا هو التقرير.${why(reason)}`,
    dismiss: (at, reason) => says`استبعده مُراجِع، ${written.moment(at)}: ليس هذا هو التقرير.${why(reason)}`,
    add: (at) => says`أضافه مُراجِع، ${written.moment(at)}.`,
    none: (at) => says`استبعده مُراجِع، ${written.moment(at)}: ليس قولًا عن الموعد.`,
  },
  looking: (until) => says`ينظر مُراجِع في هذا حتى ${written.moment(until)}.`,

  clock: {
    toCome: (on) => says`تاريخ الوعد: ${written.day(on)}`,
    since: (phrase, stretch) =>
      stretch ? says`مضى على ${quote(phrase)}: ${stretch}` : says`قيل اليوم: ${quote(phrase)}`,
    after: (phrase, stretch) =>
      stretch ? says`المدة بعد ${quote(phrase)}: ${stretch}` : says`في يوم عبارة ${quote(phrase)} نفسه`,
    expected: (earliest, latest) =>
      earliest === latest
        ? says`متوقع في ${written.day(latest)}`
        : says`متوقع من ${written.dayBeside(earliest, latest)} إلى ${written.day(latest)}`,
    ends: (latest, isToday) => says`في موعد أقصاه ${isToday ? "اليوم" : written.day(latest)}`,
    past: (past) => says`أقل مدة تأخر: ${past}`,
    within: "ضمن الموعد",
    newer: {
      open: (latest) => says`وعد لاحق: بحلول ${latest}`,
      over: (latest) => says`وعد لاحق انقضى في ${latest}`,
      kept: (latest) => says`الوعد اللاحق (${latest}) وُفّي به`,
      late: (latest) => says`الوعد اللاحق (${latest}) لم يُوفَّ به`,
    },
  },

  started: {
    read: (names) => says`قُرئ: ${names}.`,
    nothingRead: "لم يتسنَّ بعد قراءة أي مصدر.",
    notThere: (names) => says`مفترض وغير موجود: ${names}`,
  },
  rehearsal: "-# إعادة عرض لما جرى حينها. ليس هذا خبرًا.",
  aloneShowsNothing: "هذا وحده لا يدل على النشر.",
  changes: {
    listed: (source, date) => says`المصدر: ${source}${date ? says`، ${written.day(date)}` : ""}`,
    goneFrom: (source) => says`غير موجود في عدة قراءات متتالية: ${source}.`,
    before: (title) => says`سابقًا: ${quote(title)}.`,
    moved: "تستمر قراءته هناك.",
    movedFrom: (address) => says`سابقًا: ${address}`,
    moreLines: (number) =>
      count(number, {
        ...{ zero: "لا أسطر أخرى", one: "سطر آخر", two: "سطران آخران" },
        ...{ few: "# أسطر أخرى", many: "# سطرًا آخر", other: "# سطر آخر" },
      }),
    moreChanges: (number) =>
      count(number, {
        ...{ zero: "لا تغييرات أخرى", one: "تغيير آخر", two: "تغييران آخران" },
        ...{ few: "# تغييرات أخرى", many: "# تغييرًا آخر", other: "# تغيير آخر" },
      }),
    file: (now, before) => (before ? says`${now}؛ سابقًا: ${before}` : now),
    asBefore: (now) => says`${now}، كما كان`,
    notRead: "لم يُقرأ بعد",
    otherAddress: "في عنوان شبكي آخر",
    textIsSame: "نصّه، في ما قُرئ منه، هو نفسه.",
  },
  file: {
    kind: (ending) => (ending ? says`ملف ${ending}` : "ملف"),
    pages: (number) =>
      count(number, {
        ...{ zero: "لا صفحات", one: "صفحة واحدة", two: "صفحتان" },
        ...{ few: "# صفحات", many: "# صفحة", other: "# صفحة" },
      }),
    scan: "ممسوح ضوئيًا",
    advance: "نسخة أولية",
  },
  answer: {
    confirm: (id) => says`يُرجى الاطّلاع، ثم ${"confirm"} أو ${"dismiss"} للرقم ${id}`,
    add: (id) => says`هل يُعتدّ به؟ ${"statement add"} أو ${"statement dismiss"} للرقم ${id}`,
  },
  edition: {
    found: (title, date) => says`وثيقة ${quote(title)}${dated(date)}.`,
    textIsSame: "في ما قُرئ منهما، مضمونه هو مضمون الملف السابق.",
  },
  proposal: {
    quoted: (sentence) => says`الجملة: ${quote(sentence)}`,
    promise: (earliest, latest) =>
      earliest === latest
        ? says`بوصفه وعدًا: في ${written.day(latest)}.`
        : says`بوصفه وعدًا: بحلول ${written.day(latest)}.`,
    floor: (notBefore) => says`أي: ${notBefore ? says`ليس قبل ${written.day(notBefore)}` : "ليس بعد"}.`,
    noDate: "بلا تاريخ: يبقى احتساب المدة كما هو.",
    saidBy: (by, on) => says`القائل: ${by}، ${written.day(on)}`,
    more: (number) => says`غيره في القراءة نفسها: ${number}`,
  },
  stated: {
    promise: (phrase, latest) => says`عبارة ${quote(phrase)}: في موعد أقصاه ${written.day(latest)}.`,
    floor: (phrase, notBefore) =>
      says`عبارة ${quote(phrase)}${notBefore ? says`: ليس قبل ${written.day(notBefore)}` : ""}.`,
    noDate: (phrase) => says`عبارة ${quote(phrase)}.`,
    firstStays: "لا يزال الوعد الأول هو المعتدّ به.",
    added: (said, isPersons) => says`${said}؛ ${isPersons ? "أضافه مُراجِع" : "أُضيف في ملفه"}`,
    takenBack: (phrase, isPersons) =>
      isPersons
        ? says`سحب مُراجِع عبارة ${quote(phrase)}: لم يعد يُعتدّ بها.`
        : says`أُزيلت من ملفه عبارة ${quote(phrase)}: لم يعد يُعتدّ بها.`,
  },
  revised: {
    says: {
      archived: () => "لم تعد تجري قراءته. ما عُثر عليه باقٍ ويمكن الاطّلاع عليه.",
      returned: () => "استؤنفت قراءته، وما كان معروفًا عنه لا يزال قائمًا.",
      paused: () => "لا تجري قراءته ولا يُبلَّغ عن شيء منه إلى حين الاستئناف.",
      resumed: () => "استؤنفت قراءته من الآن.",
      muted: (_, until) =>
        says`حتى ${until ? written.day(until) : "ذلك اليوم"} لا يُبلَّغ إلا عن النشر وما قد يكون نشرًا؛ ويُرجأ الباقي.`,
      unmuted: () => "يُبلَّغ عن كل شيء من جديد، بما في ذلك ما أُرجئ.",
      "source-added": (names) => says`تجري قراءته من الآن: ${names}.`,
      "source-removed": (names) => says`لم تعد تجري قراءته: ${names}.`,
      "source-paused": (names) => says`لا تجري قراءته مؤقتًا: ${names}.`,
      "source-resumed": (names) => says`استؤنفت قراءته: ${names}.`,
      "source-changed": (names) => says`يُقرأ بطريقة أخرى من الآن: ${names}.`,
      title: () => "تُعرف الوثيقة من الآن بعنوان آخر.",
      hosts: () => "يمكن من الآن لمواقع أخرى أن تثبت النشر.",
      words: () => "يُحدَّد من الآن ما يتصل بالموضوع وفق قواعد أخرى.",
    },
    changed: (isPersons) => (isPersons ? "غيّره مُراجِع" : "تغيّر في ملفه"),
  },
  otherSignals: (number) =>
    count(number, {
      ...{ zero: "لا مؤشرات أخرى", one: "مؤشر آخر", two: "مؤشران آخران" },
      ...{ few: "# مؤشرات أخرى", many: "# مؤشرًا آخر", other: "# مؤشر آخر" },
    }),
  published: {
    dated: (date, seen) => says`بتاريخ ${written.day(date)}، شوهد أول مرة: ${seen}.`,
    firstSeen: (seen) => says`شوهد أول مرة: ${seen}.`,
    more: (documents) =>
      count(documents, {
        ...{ zero: "لا وثائق أخرى", one: "وثيقة أخرى", two: "وثيقتان أخريان" },
        ...{ few: "# وثائق أخرى", many: "# وثيقة أخرى", other: "# وثيقة أخرى" },
      }),
  },
  sumUp: {
    digest: (watches) => (watches === 1 ? "وضع الوعد" : says`وضع الوعود (${watches})`),
    title: (messages) =>
      says`في هذه الأثناء: ${count(messages, {
        ...{ zero: "لا رسائل مؤجلة", one: "رسالة مؤجلة", two: "رسالتان مؤجلتان" },
        ...{ few: "# رسائل مؤجلة", many: "# رسالة مؤجلة", other: "# رسالة مؤجلة" },
      })}`,
    earlier: (more) => says`وعدا هذه، رسائل أسبق: ${more}.`,
  },
  unwritten: {
    why: {
      full: "القرص ممتلئ",
      limited: "لم يعد ممكنًا أن تكبر الملفات",
      "read-only": "القرص موصول للقراءة فقط",
      refused: "مجلد البيانات لا يقبل الكتابة",
      "too-many-files": "الجهاز لا يسمح بما يكفي من الملفات المفتوحة",
      failing: "القرص لا يكتب كما ينبغي",
      damaged: "البيانات تالفة",
      gone: "البيانات ليست في مكانها",
      held: "برنامج آخر يستحوذ على البيانات",
      memory: "لم تبقَ للجهاز ذاكرة",
      away: "قاعدة البيانات لا تجيب",
      unusable: "لا يمكن استخدام مجلد البيانات",
    },
    began: "لا أستطيع تدوين أي شيء",
    since: (why, since) => says`منذ ${since}: ${why}. على من يتولى تشغيلي أن يفحص جهازي؛ ففي سجلّه مزيد من التفاصيل.`,
    meanwhile:
      "أواصل القراءة قدر الإمكان. وما أراه في هذه الأثناء يُذكر هنا فورًا بوصفه غير مدوَّن بعد؛ ثم يُقيَّم من جديد ويُدوَّن ويُبلَّغ عنه كالمعتاد متى أمكنني التدوين.",
    seen: (name) => says`شوهد ولم يُدوَّن بعد: ${name}`,
    of: {
      publication: "شوهد ما قد يكون هو النشر. لم يُؤكَّد شيء.",
      withdrawal: "شوهد ما قد ينقض ما أُبلغ عنه سابقًا. لم يُؤكَّد شيء.",
      other: "شوهد ما يذكر الموضوع. هذا وحده لا يدل على النشر.",
    },
    later: (why) => says`لا أستطيع تدوينه (${why}). سيُقرأ ويُقيَّم من جديد متى أمكنني ذلك؛ وعندها فقط أقول ما هو.`,
    ended: "عاد بإمكاني التدوين",
    over: (since, at) =>
      says`من ${since} إلى ${at} لم يتسنَّ تدوين شيء. وما شوهد خلال ذلك يُقرأ ويُقيَّم من جديد ويُبلَّغ عنه كالمعتاد.`,
    test: "رسالة تجريبية",
    tested: (at) => says`أُرسلت في ${at} للتحقق من وصول الرسائل إلى هنا. لم يُنشر شيء ولم يتغيّر شيء.`,
    stands: (why, since) => says`لا يمكن تدوين شيء منذ ${since}: ${why}`,
  },
  calendar: {
    promised: {
      promise: (name) => says`وُعد به: ${name}`,
      floor: (name) => says`قيل متى لن يكون قد صدر بعد: ${name}`,
      "no-date": (name) => says`ذُكر دون تاريخ: ${name}`,
      withdrawal: (name) => says`قيل إنه لن يصدر: ${name}`,
    },
    earliest: (name) => says`متوقع ابتداءً من اليوم: ${name}`,
    likely: (name) => says`اليوم الأرجح وفق العبارة: ${name}`,
    latest: (name) => says`آخر أيام الوعد: ${name}`,
    floor: (name) => says`ليس قبل اليوم: ${name}`,
    published: (name) => says`نُشر: ${name}`,
    said: (phrase, by, on) => says`${quote(phrase)}، ${by}، ${on}`,
  },
  mail: {
    why: "تصلكم هذه الرسالة لأن القائم على هذا البوت أدرج عنوانكم في قائمته.",
    leave: "إيقاف إرسالها إليّ",
    asks: "هل توقَف رسائل هذا البوت إليكم؟",
    left: "تم. لا تُرسل إليكم أي رسائل أخرى.",
    back: "استئناف إرسالها",
    isBack: "تُرسل الرسائل إليكم.",
    unknown: "هذا الرابط لا يخص أحدًا: لم يتغيّر شيء. اكتبوا إلى القائم على البوت.",
  },
  withdrawn: (documents) =>
    says`${documents === 1 ? "لم تعد قراءة الوثيقة ممكنة" : says`لم تعد قراءة الوثائق (${documents}) ممكنة`} في عدة قراءات متتالية. أما الموقع نفسه فيجيب.`,
  overdue: (on, latest) => says`قيل في ${written.day(on)}، أي في موعد أقصاه ${written.day(latest)}.`,
  nothingFound: "لم يُعثر على أي نشر.",
  foundUnconfirmed: "عُثر على ما قد يكون هو؛ ولم يؤكده أحد بعد.",
  looks: {
    looked: (looks, over, failed, covered) =>
      says`${count(looks, LOOKS)}${over ? says` (المدة: ${over})` : ""}${failed > 0 ? says`، الفاشلة منها: ${failed}` : ""}${covered === undefined ? "" : says` · نسبة الوقت المشمول: ${percent(covered)}`}`,
    longestGap: (milliseconds) => says`أطول انقطاع: ${written.span(milliseconds)}`,
  },
  unread: {
    since: (milliseconds, names) => says`غير مقروء: ${names}. المدة: ${written.span(milliseconds)}.`,
    because: ({ detail }) => says`وفي كل مرة، الموقع ${ar.recorded(detail)}.`,
    beside: (names) => says`غير مقروء: ${names}.`,
    untilOver: "وإلى أن تعود، لا يعني السكوت عنها شيئًا.",
  },
  recovered: {
    again: (milliseconds, names) => says`عادت القراءة: ${names}. مدة الانقطاع: ${written.span(milliseconds)}.`,
    nothingChanged: "لم يتغيّر شيء في هذه الأثناء.",
    changed: (names) => says`تغيّر في هذه الأثناء: ${names}. ويُبلَّغ عمّا يهم على حدة.`,
  },
  corrected: {
    returned: "عادت قراءة الوثيقة ممكنة؛ لم تعد مفقودة.",
    reinstated: "أكّده مُراجِع في نهاية المطاف: عاد القول «نُشر» قائمًا.",
    dismissed: (reason) => says`سحب مُراجِع القول «نُشر».${why(reason)}`,
    signalDismissed: (title, reason) => says`استبعد مُراجِع ${quote(title)}: ليس هذا هو التقرير.${why(reason)}`,
  },

  unknown: {
    "never-looked": "لم تجرِ أي قراءة بعد",
    paused: "موقوف مؤقتًا: لا تجري قراءة حاليًا",
    "looked-no-more": "لم تجرِ أي قراءة منذ مدة",
    unread: "غير معروف: لا يمكن قراءة أي مصدر في الوقت الحالي",
  },
  reach: {
    "can-prove": { name: "يمكنه الإثبات", says: "صفحات جهة النشر نفسها مقروءة: يمكن إثبات النشر." },
    "can-only-signal": {
      name: "لا يمكنه إلا الإشارة",
      says: "لا يمكن الآن قراءة أي من صفحات جهة النشر نفسها: لا تتوفر عن النشر إلا مؤشرات، ويجب أن يؤكده شخص.",
    },
    blind: { name: "لا يرى شيئًا", says: "لا يمكن الآن قراءة أي شيء: لن يُرى النشر لو حدث." },
  },
  status: {
    news: {
      unpublished: "لم يُنشر بعد",
      signalled: {
        strong: (title) => says`نُشر على الأرجح${title ? says`: ${quote(title)}` : ""}`,
        hint: (title) => says`ربما نُشر${title ? says`: ${quote(title)}` : ""}`,
      },
      published: (on) => says`نُشر${on ? says` في ${written.day(on)}` : ""}`,
      withdrawn: "نُشر ولم يعد موجودًا",
    },
    nothingFound: "لا شيء في الصفحات قيد المتابعة يدل على النشر.",
    unconfirmed: "لم يؤكده أحد بعد.",
    promise: (phrase, on, by) => says`عبارة ${quote(phrase)}: قيل في ${written.day(on)}، والقائل: ${by}.`,
    reading: (latest, basis) => says`أوسع تفسير: حتى ${written.day(latest)}؛ وأساسه كما هو مدوَّن: ${basis}.`,
    newer: (on, phrase, isAdded) =>
      says`عبارة ${quote(phrase)}: قيل في ${written.day(on)}${isAdded ? "، وأضافه مُراجِع" : ""}.`,
  },
  record: {
    kinds: {
      "exact-date": "ذكرت يومًا محددًا",
      deadline: "ذكرت أجلًا نهائيًا",
      season: "ذكرت فصلًا أو ربع سنة",
      "vague-days": "صيغت بالأيام",
      "vague-weeks": "صيغت بالأسابيع",
      "vague-months": "صيغت بالأشهر",
      "vague-soon": "صيغت بعبارة «قريبًا»",
      "vague-asap": "صيغت بعبارة «في أقرب وقت ممكن»",
      "vague-due-course": "صيغت بعبارة «في الوقت المناسب»",
    },
    share: (chance, low, high) => {
      const said = (one: Hundredths) =>
        one === "fewer than 1" ? "أقل من 1" : one === "more than 99" ? "أكثر من 99" : says`${one}`;
      return says`${typeof chance === "number" ? "نحو " : ""}${said(chance)} من كل 100 (${low === high ? "كامل النطاق" : says`من ${said(low)} إلى ${said(high)}`})`;
    },
    kept: (promises, kind, documents, kept) =>
      says`وعود ${kind}: ${promises} (الوثائق: ${documents})؛ ما وُفّي به منها قبل نهاية أوسع تفسير: ${kept === 0 ? "لا شيء" : kept}.`,
    none: (kind, all) => says`ليس في السجل وعود ${kind}؛ ويستند الرقم إلى السجل كله: ${count(all, PROMISES)}.`,
    leansOnAll: (promises, all) =>
      says`لم يُصَغ على هذا النحو إلا: ${count(promises, PROMISES)}؛ ويستند الرقم إلى السجل كله: ${count(all, PROMISES)}.`,
    notOut: (day, phrase) => says`لم يُنشر حتى اليوم ${day}${phrase ? says` بعد عبارة ${quote(phrase)}` : ""}.`,
    notConfirmed: (day, phrase) =>
      says`لم يُؤكَّد أي نشر حتى اليوم ${day}${phrase ? says` بعد عبارة ${quote(phrase)}` : ""}.`,
    nextDays: (days, share) => says`في الأيام المقبلة (${days}): ${share}.`,
    byLatest: (latest, share) => says`بحلول ${latest}، وهو آخر يوم في أوسع تفسير: ${share}.`,
    by: (day, share) => says`بحلول ${day}: ${share}.`,
    middle: (day) => says`ما يصدر قبل ${day} يساوي ما يصدر بعده.`,
    span: (from, to) => says`ثمانية من كل عشرة تصدر من ${from} إلى ${to}.`,
    tooFew: {
      late: "الوعود التي بلغت هذا التأخر أقل من أن تعطي احتمالًا.",
      far: "الوعود التي قُطعت لمثل هذا الأجل البعيد أقل من أن تعطي احتمالًا.",
    },
    beforehand: (promises, kind, day, share) =>
      says`أعطى السجل ${share} حتى اليوم ${day}، استنادًا إلى وعود ${kind} (عددها ${promises}).`,
    basis: (all, asOf) =>
      says`وفق سجل حتى ${written.day(asOf)} (${count(all, PROMISES)})؛ وكل احتمال يعني: ما لم يُتخلَّ عنه`,
    bias: (neutral, others) =>
      says`الوعود التي تناولتها الأخبار ممثَّلة بأكثر من نصيبها: وُفّي بما يبلغ ${neutral.kept} من ${neutral.rows} مما عُثر عليه ببحث محايد، وبما يبلغ ${others.kept} من ${others.rows} من غيرها.`,
    unlessDropped: "كل احتمال يعني: ما لم يُتخلَّ عن الوعد. وتُحسب الأسطر المسحوبة غير منتهية.",
    weakSpots:
      "الأيام الأخيرة قبل الأجل النهائي مقدَّرة بأقل مما ينبغي: من أصل 65 أجلًا وُفّي بها وحُدّدت قبل 21 يومًا على الأقل، صدر 10 في اليوم الأخير نفسه. وبعد انقضاء مدة من 29 إلى 59 يومًا مباشرة، يعطي السجل 44 من كل 100 خلال 30 يومًا، وصدر 33 من كل 100 (من أصل 33).",
    sample:
      "العيّنة ليست عشوائية ولا كاملة ولا عالمية: معظمها بريطاني وأمريكي وبالإنكليزية. وهي سجل لعبارات، لا يحكم على أي مؤسسة أو شخص.",
    heading: "ما آلت إليه وعود من هذا القبيل",
    curveTitle: "ما لم يُنشر بعد، من كل 100، وفق السجل",
    curveKey: "الرمادي: أوسع تفسير. الشريط: النطاق.",
    curve: (latest) =>
      says`احتمال أنه لم يُنشر بعد، وفق السجل، في شكل منحنى مع نطاقه، وأوسع تفسير له حتى ${written.day(latest)}`,
    row: (phrase, document, said) => says`عبارة ${quote(phrase)}، ${document}، ${written.day(said)}`,
    ended: {
      kept: (on) => says`وُفّي به: صدر في ${written.day(on)}`,
      late: (on) => says`متأخر: صدر في ${written.day(on)}`,
      open: (on) => says`لم يصدر حتى ${written.day(on)}`,
      withdrawn: (on) => says`سُحب، ولم يصدر حتى ${written.day(on)}`,
    },
    more: (rows) => says`وأسطر أخرى (${rows}): في الصفحة، وبالأمر ${"`coming-weeks record`"}`,
    nothing: {
      out: "نُشر: لم يعد يُعطى أي احتمال.",
      none: "ليس هناك وعد ذو تاريخ، ولذلك لا يقول السجل عنه شيئًا.",
      off: "السجل معطّل في هذه المتابعة.",
    },
    floor: (day) => says`قيل إنه لن يصدر قبل ${written.day(day)}: لا يُعطى أي احتمال قبل ذلك اليوم.`,
  },
  chart: {
    alt: "خط زمني لما قيل وما يحتمله من معنى وقراءات البوت",
    said: (on, phrase, latest) =>
      says`${written.day(on)}: ${quote(phrase)}${latest ? says`، وينتهي أوسع تفسير له في ${written.day(latest)}` : ""}`,
    quoted: (phrase, isAdded) => says`${quote(phrase)}${isAdded ? " (مضاف)" : ""}`,
    today: (date) => says`اليوم، ${written.day(date)}`,
    published: (date) => says`نُشر في ${written.day(date)}`,
    looks: "قراءات البوت",
    looked: (looks, blind) =>
      looks === 0
        ? "لم تجرِ أي قراءة بعد"
        : says`${count(looks, LOOKS)}؛ الفترات التي خلت من قراءة سليمة: ${blind === 0 ? "لا شيء" : blind}`,
    verdict: ({ verdict, day, standing, promisedOn, publishedOn, today }) => {
      if (publishedOn)
        return publishedOn > promisedOn
          ? says`نُشر بعد الوعد، والمدة: ${written.stretch(promisedOn, publishedOn)}`
          : "نُشر في يوم الوعد";
      const time = day > 365 ? written.stretch(promisedOn, today) : day < 0 ? "قبل الوعد" : says`اليوم ${day}`;
      const verdicts = {
        unknown: "غير معروف",
        unpublished: "لم يُنشر",
        signalled: "ربما نُشر، غير مؤكَّد",
        published: "نُشر",
        withdrawn: "لم يعد موجودًا",
      };
      return [verdicts[verdict], time, ...(verdict === "unpublished" ? [STANDINGS[standing]] : [])].join(" · ");
    },
    states: { read: "مقروء", partly: "مقروء جزئيًا", unread: "تعذّرت قراءته" },
  },
  card: {
    promised: (date, by) => says`وُعد به في ${date}، والقائل: ${by}`,
    said: (date, by, phrase) => says`${date}${by ? says`، ${by}` : ""}: ${quote(phrase)}`,
    range: (earliest, likely, latest) => says`من ${earliest} إلى ${latest}، والأرجح ${likely}`,
    added: "أضافه مُراجِع",
    looked: (at, read, of) =>
      says`${at ? says`آخر قراءة: ${at}` : "لم تجرِ قراءة بعد"}${of > 0 ? says`؛ المصادر المقروءة: ${read} من ${of}` : ""}`,
    unread: (names) => says`غير مقروء: ${written.list(names)}`,
    furtherThread: "-# أُغلق الموضوع السابق؛ والتتمة هنا.",
  },
  buttons: {
    confirm: "تأكيد",
    dismiss: "استبعاد…",
    add: "إضافة",
    none: "ليس كذلك",
    look: "أنا أنظر فيه",
    open: "فتح الصفحة",
  },
  rules: {
    "document-at-known-address": {
      name: "الوثيقة، في العنوان الشبكي قيد المتابعة",
      says: ({ title, date }) => says`وثيقة ${quote(title)}${dated(date)}، في العنوان الشبكي قيد المتابعة.`,
    },
    "document-reached-from-entry": {
      name: "الوثيقة، عن طريق بند مدرج",
      says: ({ title, date }) => says`وثيقة ${quote(title)}${dated(date)}؛ ويؤدي إليها بند مدرج.`,
    },
    "two-official-sources-say-issued": {
      name: "موقعان لجهة النشر نفسها يقولان إنه صدر",
      says: ({ title }) => says`موقعان لجهة النشر نفسها يقولان إنه صدر؛ وأحدهما ${quote(title)}.`,
    },
    "confirmed-by-a-person": {
      name: "أكّده شخص",
      says: ({ title }) => says`نظر شخص في ${quote(title)}: هذا هو.`,
    },
    "copy-of-the-document": {
      name: "نسخة من الوثيقة في أرشيف للويب",
      says: ({ title, date }) =>
        says`في أرشيف للويب نسخة من ${quote(title)}${dated(date)}؛ وتعذّرت قراءة موقع جهة النشر نفسها.`,
    },
    "document-on-the-subject": {
      name: "وثيقة في الموضوع، عنوانها غير العنوان المعروف",
      says: ({ title, date }) => says`وثيقة ${quote(title)}${dated(date)}.`,
    },
    "title-without-document": {
      name: "مدرج باسمه، دون الوثيقة",
      says: ({ title, date }) => says`تدرج جهة النشر ${quote(title)}${dated(date)}. لم يُعثر على وثيقة.`,
    },
    "headline-says-issued": {
      name: "عنوان خبر يقول إنه صدر",
      says: ({ title, date }) => says`يقول ذلك عنوان خبر: ${quote(title)}${dated(date)}. لم يُعثر على وثيقة.`,
    },
    "said-in-signed-mail": {
      name: "قيل في رسالة موقّعة من جهة النشر",
      says: ({ title, date }) => says`في رسالة موقّعة من جهة النشر: ${quote(title)}${dated(date)}. لم يُعثر على وثيقة.`,
    },
    "said-on-own-account": {
      name: "قيل في حساب لجهة النشر",
      says: ({ title, date }) => says`في حساب لجهة النشر: ${quote(title)}${dated(date)}. لم يُعثر على وثيقة.`,
    },
    "said-by-others": {
      name: "قاله غير جهة النشر",
      says: ({ title, date }) => says`يقول ذلك آخرون، لا جهة النشر: ${quote(title)}${dated(date)}.`,
    },
    "title-on-another-host": {
      name: "العنوان، في موقع ليس لجهة النشر",
      says: ({ title, date }) => says`في عنوان شبكي ليس لجهة النشر: ${quote(title)}${dated(date)}.`,
    },
    "document-without-proof": {
      name: "وثيقة لا يظهر فيها ما يلزم للإثبات",
      says: ({ title, date }) => says`حيث كانت الوثيقة متوقعة: ${quote(title)}${dated(date)}.`,
    },
    "document-still-to-come": {
      name: "وثيقة تقول إنها لم تصدر بعد",
      says: ({ title, date }) => says`صفحة مخصصة لها: ${quote(title)}${dated(date)}. الوثيقة لم تصدر بعد.`,
    },
  },
  talk,
  labels: {
    item: "فتح البند",
    document: "فتح الوثيقة",
    page: "فتح الصفحة",
    evidence: "الاطّلاع على الدليل",
    copy: says`نسخة في ${"Wayback Machine"}`,
    outside: (host) => says`فتح ${host}`,
  },
};
