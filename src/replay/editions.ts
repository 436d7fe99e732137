/** What was told under an older edition of the rules, held against what the rules of today say of the same looks. */
import type { Notice } from "../judge/notice.ts";
import { RULES_EDITION } from "../judge/rules.ts";
import { say } from "../message/wording.ts";

type Row = readonly [name: string, value: string];

/** @param then,now notices as JSON, in the order in which they were told */
export function byTodaysRules(then: readonly string[], now: readonly string[], edition: number): Row[] {
  const [told, toldNow] = [new Set(then), new Set(now)];
  const same = then.filter((notice) => toldNow.has(notice)).length;
  const fresh = now.filter((notice) => !told.has(notice)).map((notice) => JSON.parse(notice) as Notice);
  const freshAt = Map.groupBy(fresh, ({ watch, at }) => `${watch} ${at}`);
  const explained = new Set<Notice>();
  const rows = [...told].map((text): Row => {
    const notice = JSON.parse(text) as Notice;
    const when = notice.at.slice(0, 16).replace("T", " ");
    if (toldNow.has(text)) return [when, `${notice.kind}: the same`];
    const instead = (freshAt.get(`${notice.watch} ${notice.at}`) ?? []).filter((one) => !explained.has(one));
    for (const one of instead) explained.add(one);
    const said = instead.map((one) => `${headOf(one)}${whyOf(one)}`).join("; and ");
    return [when, `${notice.kind}; now ${said || "nothing: the rules of today do not tell it"}`];
  });
  const only = fresh
    .filter((notice) => !explained.has(notice))
    .map((notice): Row => [notice.at.slice(0, 16).replace("T", " "), `only now: ${headOf(notice)}${whyOf(notice)}`]);
  return [
    ["Told under", `edition ${edition} of the rules; read here by edition ${RULES_EDITION}`],
    ["As told then", `${same} of ${then.length} the same`],
    ...[...rows, ...only].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
  ];
}

function headOf(notice: Notice): string {
  const { title } = say(notice);
  return `${notice.kind}, “${title.slice(0, 80)}”`;
}

/** What is missing for more, where the evidence says so. */
function whyOf(notice: Notice): string {
  const note = notice.kind === "signalled" ? notice.signal.note : undefined;
  return note ? ` (${note})` : "";
}
