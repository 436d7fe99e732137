/**
 * What commands, their parts and their options are called in each language, as Discord's clients show them; any client takes the English
 * names as well. Arabic is none of Discord's locales, so that there the English ones are shown.
 */
import type { CommandName, Talk } from "../message/catalogue.ts";
import type { Language } from "../watch/names.ts";

export type Name = CommandName | keyof Talk["options"];
/** Those in which names differ from the English. */
type Named = Exclude<Language, "en" | "ar">;

const NAMES: Record<Name, Record<Named, string>> = {
  status: { fr: "état", es: "estado", ru: "статус", zh: "状态" },
  why: { fr: "pourquoi", es: "motivo", ru: "почему", zh: "依据" },
  history: { fr: "historique", es: "historial", ru: "история", zh: "历史" },
  timeline: { fr: "chronologie", es: "cronología", ru: "хронология", zh: "时间线" },
  odds: { fr: "chances", es: "probabilidad", ru: "вероятность", zh: "可能性" },
  evidence: { fr: "preuve", es: "prueba", ru: "свидетельство", zh: "证据" },
  sources: { fr: "sources", es: "fuentes", ru: "источники", zh: "来源" },
  check: { fr: "lire", es: "leer", ru: "проверить", zh: "查看" },
  watches: { fr: "veilles", es: "seguimientos", ru: "отслеживания", zh: "监测列表" },
  mute: { fr: "sans-rappels", es: "sin-recordatorios", ru: "без-напоминаний", zh: "停止提醒" },
  unmute: { fr: "rappels", es: "recordatorios", ru: "напоминания", zh: "恢复提醒" },
  watch: { fr: "veille", es: "seguimiento", ru: "отслеживание", zh: "监测项" },
  subscribe: { fr: "prévenir", es: "avisar", ru: "подписка", zh: "订阅" },
  help: { fr: "aide", es: "ayuda", ru: "помощь", zh: "帮助" },
  channel: { fr: "salon", es: "canal", ru: "канал", zh: "频道" },
  confirm: { fr: "confirmer", es: "confirmar", ru: "подтвердить", zh: "确认" },
  dismiss: { fr: "écarter", es: "descartar", ru: "отклонить", zh: "排除" },
  add: { fr: "ajouter", es: "añadir", ru: "добавить", zh: "增加" },
  remove: { fr: "retirer", es: "quitar", ru: "убрать", zh: "移除" },
  pause: { fr: "suspendre", es: "pausar", ru: "приостановить", zh: "暂停" },
  resume: { fr: "reprendre", es: "reanudar", ru: "возобновить", zh: "恢复" },
  here: { fr: "ici", es: "aquí", ru: "здесь", zh: "在此" },
  off: { fr: "arrêter", es: "dejar", ru: "отключить", zh: "停止" },
  reason: { fr: "raison", es: "razón", ru: "причина", zh: "理由" },
  role: { fr: "rôle", es: "rol", ru: "роль", zh: "身份组" },
  language: { fr: "langue", es: "idioma", ru: "язык", zh: "语言" },
  card: { fr: "carte", es: "tarjeta", ru: "карточка", zh: "卡片" },
  kinds: { fr: "sortes", es: "tipos", ru: "виды", zh: "种类" },
  how: { fr: "moyen", es: "medio", ru: "способ", zh: "方式" },
  record: { fr: "précédents", es: "precedentes", ru: "прецеденты", zh: "先例" },
};

export function nameIn(language: Language, name: Name): string {
  return language === "en" || language === "ar" ? name : NAMES[name][language];
}

/** A text in which commands stand by their English names, such as `/watch add`, with what its readers call them. */
export function inTheirNames(language: Language, text: string): string {
  const own = (name: string) => (Object.hasOwn(NAMES, name) ? nameIn(language, name as Name) : name);
  return text.replace(/`\/([a-z]+)(?: ([a-z]+))?`/g, (_, command: string, part?: string) =>
    part ? `\`/${own(command)} ${own(part)}\`` : `\`/${own(command)}\``,
  );
}
