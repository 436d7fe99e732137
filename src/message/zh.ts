/**
 * Chinese, in simplified characters, with full-width punctuation and no space beside figures, as UN documents have it. A watch is a "监测项",
 * its longest reading "最宽解读", a look a "查看", a signal a "迹象", evidence "证据", and whoever may decide "审核人员".
 */
import type { CivilDate } from "../time/civil-date.ts";
import type { Catalogue, Hundredths } from "./catalogue.ts";
import { pens } from "./pens.ts";
import { recorder } from "./recorded/recorded.ts";
import { recorded } from "./recorded/zh.ts";
import { talk } from "./talk/zh.ts";

const { written, says, quote, percent, capital } = pens.zh;
const dated = (date?: CivilDate) => (date ? says`，所注日期为${written.day(date)}` : "");
const why = (reason?: string) => (reason ? says`所述理由：${reason.replace(/[.。\s]+$/, "")}。` : "");

const unreachable: Catalogue["unreachable"] = {
  name: "按其名称无法找到",
  "look-up": "无法找到，因为无法查询域名",
  refused: "拒绝了连接",
  "broken-off": "中断了连接",
  "no-way": "无法通过网络访问",
  expired: "的证书已过期",
  certificate: "的证书不可信",
  secure: "未能建立安全连接",
  other: "无法访问",
};

const STANDINGS = {
  awaited: "尚未到期",
  due: "期限之内",
  overdue: "逾期",
  kept: "已兑现",
  "kept-late": "过迟",
  withdrawn: "已撤回",
};

export const zh: Catalogue = {
  ...written,
  recorded: recorder(written, quote, unreachable, recorded),
  unreachable,
  untitled: "无标题",

  titles: {
    started: (name) => says`开始监测：${name}`,
    moved: (source) => says`新网址：${source}`,
    appeared: (item) => says`新增：${quote(item)}`,
    edited: (item) => says`已修改：${quote(item)}`,
    disappeared: (item) => says`不再列出：${quote(item)}`,
    file: {
      offered: (document) => says`又一份文件：${quote(document)}`,
      annex: (document) => says`新附件：${quote(document)}`,
      withdrawn: (document) => says`一份文件已不在：${quote(document)}`,
      replaced: (document) => says`文件已更换：${quote(document)}`,
    },
    signalled: {
      strong: (name) => says`很可能已发布：${name}`,
      hint: (name) => says`可能已发布：${name}`,
    },
    published: (name) => says`已发布：${name}`,
    withdrawn: (name) => says`已不在原处：${name}`,
    edition: {
      translation: (name) => says`另一种语文：${name}`,
      annex: (name) => says`附件：${name}`,
      advance: (name) => says`先行版：${name}`,
      final: (name) => says`新版本：${name}`,
      replaced: (name) => says`文件已更换：${name}`,
      other: (name) => says`另一版本：${name}`,
      document: (name) => says`同一主题的另一份文件：${name}`,
    },
    proposed: (name) => says`关于时间的新说法：${name}`,
    stated: {
      promise: (name) => says`新承诺：${name}`,
      floor: (name) => says`不早于某日：${name}`,
      "no-date": (name) => says`未给日期：${name}`,
      withdrawal: (name) => says`称不会发布：${name}`,
    },
    revised: {
      archived: (name) => says`不再监测：${name}`,
      returned: (name) => says`重新监测：${name}`,
      paused: (name) => says`已暂停：${name}`,
      resumed: (name) => says`不再暂停：${name}`,
      muted: (name) => says`已静默：${name}`,
      unmuted: (name) => says`不再静默：${name}`,
      "source-added": (name) => says`已增加来源：${name}`,
      "source-removed": (name) => says`已移除来源：${name}`,
      "source-paused": (name) => says`来源已暂停：${name}`,
      "source-resumed": (name) => says`来源不再暂停：${name}`,
      "source-changed": (name) => says`来源已更改：${name}`,
      title: (name) => says`标题已更改：${name}`,
      hosts: (name) => says`发布机构的网站已更改：${name}`,
      words: (name) => says`计入标准已更改：${name}`,
    },
    overdue: (name) => says`逾期：${name}`,
    stillNotConfirmed: (name) => says`仍未确认：${name}`,
    notPublishedYet: (name) => says`尚未发布：${name}`,
    blind: (sources) => says`无法查看：${sources}个来源未能读取`,
    recovered: (sources) => says`恢复查看：${sources}个来源`,
    corrected: (name) => says`更正：${name}`,
    confirmed: (name) => says`已确认：${name}`,
    added: (name) => says`已加入所述内容：${name}`,
    dismissed: (name) => says`已排除：${name}`,
    takenBack: (title) => says`已收回：${quote(title)}`,
  },
  rulings: {
    confirm: (at, reason) => says`审核人员确认（${written.moment(at)}）：这就是该报告。${why(reason)}`,
    dismiss: (at, reason) => says`审核人员排除（${written.moment(at)}）：这不是该报告。${why(reason)}`,
    add: (at) => says`审核人员加入（${written.moment(at)}）。`,
    none: (at) => says`审核人员排除（${written.moment(at)}）：这与时间无关。`,
  },
  looking: (until) => says`一名审核人员正在查看，截至${written.moment(until)}。`,

  clock: {
    toCome: (on) => says`承诺日期为${written.day(on)}`,
    since: (phrase, stretch) =>
      stretch ? says`自称${quote(phrase)}起已过${stretch}` : says`今天所说：${quote(phrase)}`,
    after: (phrase, stretch) => (stretch ? says`在称${quote(phrase)}之后${stretch}` : says`在称${quote(phrase)}的当天`),
    expected: (earliest, latest) =>
      earliest === latest
        ? says`预计在${written.day(latest)}`
        : says`预计在${written.day(earliest)}至${written.dayBeside(latest, earliest)}之间`,
    ends: (latest, isToday) => says`至迟${isToday ? "今天" : written.day(latest)}`,
    past: (past) => says`至少逾期${past}`,
    within: "在期限之内",
    newer: {
      open: (latest) => says`其后的承诺：至${latest}`,
      over: (latest) => says`其后的承诺已于${latest}到期`,
      kept: (latest) => says`其后的承诺（${latest}）已兑现`,
      late: (latest) => says`其后的承诺（${latest}）未兑现`,
    },
  },

  started: {
    read: (names) => says`已读取：${names}。`,
    nothingRead: "尚未能读取任何来源。",
    notThere: (names) => says`推测存在而未找到：${names}`,
  },
  rehearsal: "-# 这是对当时情况的重演，并非新闻。",
  aloneShowsNothing: "仅此一项并不表明已发布。",
  changes: {
    listed: (source, date) => says`${capital(source)}${date ? says`，${written.day(date)}` : ""}`,
    goneFrom: (source) => says`连续多次查看均未见：${source}。`,
    before: (title) => says`原为：${quote(title)}。`,
    moved: "将继续在新网址读取。",
    movedFrom: (address) => says`原为：${address}`,
    moreLines: (number) => says`另有${number}行`,
    moreChanges: (number) => says`另有${number}处更改`,
    file: (now, before) => (before ? says`${now}；原为：${before}` : now),
    asBefore: (now) => says`${now}，与原先相同`,
    notRead: "尚未读取",
    otherAddress: "在另一网址",
    textIsSame: "就已读取的部分而言，文字相同。",
  },
  file: {
    kind: (ending) => ending ?? "文件",
    pages: (number) => says`${number}页`,
    scan: "扫描件",
    advance: "先行版",
  },
  answer: {
    confirm: (id) => says`请查看，然后执行confirm或dismiss ${id}`,
    add: (id) => says`是否计入？statement add或statement dismiss ${id}`,
  },
  edition: {
    found: (title, date) => says`${quote(title)}${dated(date)}。`,
    textIsSame: "就两者已读取的部分而言，内容与前一文件相同。",
  },
  proposal: {
    quoted: (sentence) => quote(sentence),
    promise: (earliest, latest) =>
      earliest === latest ? says`作为承诺：在${written.day(latest)}。` : says`作为承诺：至迟${written.day(latest)}。`,
    floor: (notBefore) => says`意即：${notBefore ? says`不早于${written.day(notBefore)}` : "尚不会"}。`,
    noDate: "无日期：计时不变。",
    saidBy: (by, on) => says`${by}，${written.day(on)}`,
    more: (number) => says`同次查看另有${number}项`,
  },
  stated: {
    promise: (phrase, latest) => says`${quote(phrase)}：至迟${written.day(latest)}。`,
    floor: (phrase, notBefore) => says`${quote(phrase)}${notBefore ? says`：不早于${written.day(notBefore)}` : ""}。`,
    noDate: (phrase) => says`${quote(phrase)}。`,
    firstStays: "最初的承诺仍然有效。",
    added: (said, isPersons) => says`${said}；${isPersons ? "由审核人员加入" : "加入其文件"}`,
    takenBack: (phrase, isPersons) =>
      isPersons
        ? says`一名审核人员收回了${quote(phrase)}：不再计入。`
        : says`${quote(phrase)}已从其文件中删去：不再计入。`,
  },
  revised: {
    says: {
      archived: () => "不再查看。已发现的内容予以保留，仍可阅读。",
      returned: () => "重新查看，原先所知内容仍然有效。",
      paused: () => "在恢复之前，不予查看，也不作通报。",
      resumed: () => "从现在起恢复查看。",
      muted: (_, until) => says`在${until ? written.day(until) : "该日"}之前，只通报发布以及可能的发布；其余留待以后。`,
      unmuted: () => "重新通报所有内容，包括此前留待的内容。",
      "source-added": (names) => says`从现在起查看：${names}。`,
      "source-removed": (names) => says`不再查看：${names}。`,
      "source-paused": (names) => says`暂不查看：${names}。`,
      "source-resumed": (names) => says`重新查看：${names}。`,
      "source-changed": (names) => says`从现在起以另一方式读取：${names}。`,
      title: () => "从现在起，该文件以另一标题为准。",
      hosts: () => "从现在起，可由其他网站证明发布。",
      words: () => "从现在起，按其他规则判断何者与主题有关。",
    },
    changed: (isPersons) => (isPersons ? "由审核人员更改" : "在其文件中更改"),
  },
  otherSignals: (number) => says`另有${number}项`,
  published: {
    dated: (date, seen) => says`所注日期为${written.day(date)}，首次发现：${seen}。`,
    firstSeen: (seen) => says`首次发现：${seen}。`,
    more: (documents) => says`另有${documents}份文件`,
  },
  sumUp: {
    digest: (watches) => (watches === 1 ? "承诺的现状" : says`${watches}项承诺的现状`),
    title: (messages) => says`其间：${messages}条留待的消息`,
    earlier: (more) => says`此外还有${more}条更早的消息。`,
  },
  unwritten: {
    why: {
      full: "磁盘已满",
      limited: "文件无法再增大",
      "read-only": "磁盘以只读方式挂载",
      refused: "数据文件夹不接受写入",
      "too-many-files": "机器允许打开的文件过少",
      failing: "磁盘写入不正常",
      damaged: "数据已损坏",
      gone: "数据不在原处",
      held: "数据被另一程序占用",
      memory: "机器内存不足",
      away: "数据库没有应答",
      unusable: "数据文件夹无法使用",
    },
    began: "我无法作任何记录",
    since: (why, since) => says`自${since}起：${why}。维护我的人应检查我所在的机器；其日志中有更多说明。`,
    meanwhile: "我会尽可能继续查看。其间所见会立即在此告知，并注明尚未记录；待能够记录后，将重新判断、记录并照常通报。",
    seen: (name) => says`已看到，尚未记录：${name}`,
    of: {
      publication: "看到了可能是该发布的内容。尚未确认任何事项。",
      withdrawal: "看到了可能推翻此前通报的内容。尚未确认任何事项。",
      other: "看到了提及该主题的内容。仅此一项并不表明已发布。",
    },
    later: (why) => says`我无法将其记录（${why}）。待能够记录时再重新查看和判断，届时才说明是什么。`,
    ended: "我又能记录了",
    over: (since, at) => says`自${since}至${at}，未能作任何记录。其间所见将重新查看和判断，并照常通报。`,
    test: "测试消息",
    tested: (at) => says`发送于${at}，用以检验消息能否送达此处。没有任何内容发布，也没有任何变化。`,
    stands: (why, since) => says`自${since}起无法作任何记录：${why}`,
  },
  calendar: {
    promised: {
      promise: (name) => says`已承诺：${name}`,
      floor: (name) => says`已说明何时尚不会发布：${name}`,
      "no-date": (name) => says`已提及，未给日期：${name}`,
      withdrawal: (name) => says`称不会发布：${name}`,
    },
    earliest: (name) => says`预期自今日起：${name}`,
    likely: (name) => says`按措辞最可能的日子：${name}`,
    latest: (name) => says`承诺的最后一日：${name}`,
    floor: (name) => says`不早于今日：${name}`,
    published: (name) => says`已发布：${name}`,
    said: (phrase, by, on) => says`${quote(phrase)}，${by}，${on}`,
  },
  mail: {
    why: "您收到此消息，是因为本机器人的维护者将您的地址列入了名单。",
    leave: "不再发给我",
    asks: "是否不再向您发送本机器人的消息？",
    left: "已完成。不再向您发送消息。",
    back: "重新接收",
    isBack: "会向您发送消息。",
    unknown: "此链接不对应任何人：没有任何更改。请写信给机器人的维护者。",
  },
  withdrawn: (documents) =>
    says`连续多次查看，${documents === 1 ? "该文件" : says`全部${documents}份文件`}均已无法读取。网站本身有应答。`,
  overdue: (on, latest) => says`${written.day(on)}所说，即至迟${written.day(latest)}。`,
  nothingFound: "未发现任何发布。",
  foundUnconfirmed: "已发现可能是该文件的内容；尚无人确认。",
  looks: {
    looked: (looks, over, failed, covered) =>
      says`${over ? says`${over}内` : ""}${looks === 0 ? "没有查看" : says`查看${looks}次`}${failed > 0 ? says`，失败${failed}次` : ""}${covered === undefined ? "" : says` · 覆盖${percent(covered)}的时间`}`,
    longestGap: (milliseconds) => says`最长间断${written.span(milliseconds)}`,
  },
  unread: {
    since: (milliseconds, names) => says`已有${written.span(milliseconds)}未能读取：${names}。`,
    because: ({ detail }) => says`每次该网站都${zh.recorded(detail)}。`,
    beside: (names) => says`未能读取：${names}。`,
    untilOver: "在其恢复之前，没有相关消息并不说明任何情况。",
  },
  recovered: {
    again: (milliseconds, names) => says`间断${written.span(milliseconds)}后恢复：${names}。`,
    nothingChanged: "其间没有变化。",
    changed: (names) => says`其间有变化：${names}。有关内容另行通报。`,
  },
  corrected: {
    returned: "该文件又可读取，不再缺失。",
    reinstated: "一名审核人员最终予以确认：“已发布”重新有效。",
    dismissed: (reason) => says`一名审核人员收回了“已发布”。${why(reason)}`,
    signalDismissed: (title, reason) => says`一名审核人员排除了${quote(title)}：这不是该报告。${why(reason)}`,
  },

  unknown: {
    "never-looked": "尚无人查看",
    paused: "已暂停：目前无人查看",
    "looked-no-more": "已有一段时间无人查看",
    unread: "不明：目前无法读取任何来源",
  },
  reach: {
    "can-prove": { name: "可以证明", says: "发布机构自己的网页可以读取：发布可以得到证明。" },
    "can-only-signal": {
      name: "只能提示迹象",
      says: "目前无法读取发布机构自己的任何网页：对于发布只能提示迹象，须由人予以确认。",
    },
    blind: { name: "无法看到", says: "目前什么都无法读取：即使发布也看不到。" },
  },
  status: {
    news: {
      unpublished: "尚未发布",
      signalled: {
        strong: (title) => says`很可能已发布${title ? says`：${quote(title)}` : ""}`,
        hint: (title) => says`可能已发布${title ? says`：${quote(title)}` : ""}`,
      },
      published: (on) => says`${on ? says`${written.day(on)}` : "已"}发布`,
      withdrawn: "曾发布，现已不在原处",
    },
    nothingFound: "所监测的网页上没有任何内容表明已发布。",
    unconfirmed: "尚无人予以确认。",
    promise: (phrase, on, by) => says`${by}于${written.day(on)}称${quote(phrase)}。`,
    reading: (latest, basis) => says`最宽解读至${written.day(latest)}；依据按记录原文为：${basis}。`,
    newer: (on, phrase, isAdded) => says`${written.day(on)}又称${quote(phrase)}${isAdded ? "，由审核人员加入" : ""}。`,
  },
  record: {
    kinds: {
      "exact-date": "写明日期的",
      deadline: "写明期限的",
      season: "写明季节或季度的",
      "vague-days": "以天为单位的",
      "vague-weeks": "以周为单位的",
      "vague-months": "以月为单位的",
      "vague-soon": "称“很快”的",
      "vague-asap": "称“尽快”的",
      "vague-due-course": "称“适时”的",
    },
    share: (chance, low, high) => {
      const said = (one: Hundredths) =>
        one === "fewer than 1" ? "不到1" : one === "more than 99" ? "超过99" : says`${one}`;
      return says`每100项中${typeof chance === "number" ? "约" : ""}${said(chance)}项（${low === high ? "即整个范围" : says`范围为${said(low)}至${said(high)}`}）`;
    },
    kept: (promises, kind, documents, kept) =>
      says`在${promises}项${kind}承诺（涉及${documents}份文件）中，${kept === 0 ? "没有一项" : says`${kept}项`}在最宽解读结束前兑现。`,
    none: (kind, all) => says`记录中没有${kind}承诺；该数字以全部${all}项为依据。`,
    leansOnAll: (promises, all) => says`如此措辞的承诺只有${promises}项；该数字以全部${all}项为依据。`,
    notOut: (day, phrase) => says`${phrase ? says`自称${quote(phrase)}起，` : ""}至第${day}天尚未发布。`,
    notConfirmed: (day, phrase) => says`${phrase ? says`自称${quote(phrase)}起，` : ""}至第${day}天没有发布得到确认。`,
    nextDays: (days, share) => says`今后${days}天内：${share}。`,
    byLatest: (latest, share) => says`至${latest}，即最宽解读的最后一天：${share}。`,
    by: (day, share) => says`至${day}：${share}。`,
    middle: (day) => says`在${day}之前兑现的与之后兑现的一样多。`,
    span: (from, to) => says`十项中有八项在${from}至${to}之间兑现。`,
    tooFew: {
      late: "迟延如此之久的承诺过少，不足以给出可能性。",
      far: "期限如此之远的承诺过少，不足以给出可能性。",
    },
    beforehand: (promises, kind, day, share) =>
      says`依据${promises}项${kind}承诺，记录对至第${day}天给出的是${share}。`,
    basis: (all, asOf) => says`依据截至${written.day(asOf)}的${all}项承诺的记录；所有可能性均指：除非放弃`,
    bias: (neutral, others) =>
      says`见诸新闻的承诺所占比例偏高：以中立方式检索到的${neutral.rows}项中兑现了${neutral.kept}项，其余${others.rows}项中兑现了${others.kept}项。`,
    unlessDropped: "所有可能性均指：除非放弃该承诺。已撤回的各行按未完成计算。",
    weakSpots:
      "期限前的最后几天被低估：在65项兑现的、至少提前21天给出的期限中，有10项在最后一天兑现。在29至59天的时段刚过之后，记录给出的是30天内每100项中44项，而33项中每100项兑现33项。",
    sample:
      "样本既非随机，也不完整，也不代表全世界：多数来自英国和美国，且为英文。这是对措辞的记录，不评判任何机构或个人。",
    heading: "此类承诺以往的结果",
    curveTitle: "每100项中尚未发布的，依据记录",
    curveKey: "灰色：最宽解读。色带：范围。",
    curve: (latest) => says`依据记录得出的仍未发布的可能性曲线及其范围，以及至${written.day(latest)}为止的最宽解读`,
    row: (phrase, document, said) => says`${quote(phrase)}，${document}，${written.day(said)}`,
    ended: {
      kept: (on) => says`已兑现：${written.day(on)}发布`,
      late: (on) => says`迟延：${written.day(on)}发布`,
      open: (on) => says`至${written.day(on)}未发布`,
      withdrawn: (on) => says`已撤回，至${written.day(on)}未发布`,
    },
    more: (rows) => says`另有${rows}行：见网页，或使用\`coming-weeks record\``,
    nothing: {
      out: "已发布：不再给出可能性。",
      none: "没有写明时间的承诺，因此记录对此没有说明。",
      off: "该监测项已关闭记录。",
    },
    floor: (day) => says`曾称不早于${written.day(day)}：在该日之前不给出可能性。`,
  },
  chart: {
    alt: "一条时间线：曾说过什么、可能是什么意思，以及机器人查看的情况",
    said: (on, phrase, latest) =>
      says`${written.day(on)}：${quote(phrase)}${latest ? says`，其最宽解读至${written.day(latest)}为止` : ""}`,
    quoted: (phrase, isAdded) => says`${quote(phrase)}${isAdded ? "（后加）" : ""}`,
    today: (date) => says`今天，${written.day(date)}`,
    published: (date) => says`${written.day(date)}发布`,
    looks: "机器人查看的情况",
    looked: (looks, blind) =>
      looks === 0
        ? "机器人尚未查看"
        : says`机器人查看了${looks}次；${blind === 0 ? "没有" : says`有${blind}段`}未能正常读取的时段`,
    verdict: ({ verdict, day, standing, promisedOn, publishedOn, today }) => {
      if (publishedOn)
        return publishedOn > promisedOn
          ? says`承诺后${written.stretch(promisedOn, publishedOn)}发布`
          : "在承诺当天发布";
      const time = day > 365 ? written.stretch(promisedOn, today) : day < 0 ? "承诺之前" : says`第${day}天`;
      const verdicts = {
        unknown: "不明",
        unpublished: "未发布",
        signalled: "可能已发布，未确认",
        published: "已发布",
        withdrawn: "已不在原处",
      };
      return [verdicts[verdict], time, ...(verdict === "unpublished" ? [STANDINGS[standing]] : [])].join(" · ");
    },
    states: { read: "已读取", partly: "部分读取", unread: "未能读取" },
  },
  card: {
    promised: (date, by) => says`${by}于${date}承诺`,
    said: (date, by, phrase) => says`${date}${by ? says`，${by}` : ""}：${quote(phrase)}`,
    range: (earliest, likely, latest) => says`${earliest}至${latest}，最可能为${likely}`,
    added: "由审核人员加入",
    looked: (at, read, of) =>
      says`${at ? says`上次查看：${at}` : "尚未查看"}${of > 0 ? says`；${of}个来源中已读取${read}个` : ""}`,
    unread: (names) => says`未能读取：${written.list(names)}`,
    furtherThread: "-# 前一个子区已关闭；在此继续。",
  },
  buttons: {
    confirm: "确认",
    dismiss: "排除…",
    add: "加入",
    none: "不是",
    look: "我正在查看",
    open: "打开网页",
  },
  rules: {
    "document-at-known-address": {
      name: "文件，位于所监测的网址",
      says: ({ title, date }) => says`${quote(title)}${dated(date)}，位于所监测的网址。`,
    },
    "document-reached-from-entry": {
      name: "文件，由列出的条目链接到达",
      says: ({ title, date }) => says`${quote(title)}${dated(date)}；有列出的条目链接到它。`,
    },
    "two-official-sources-say-issued": {
      name: "发布机构自己的两个网站称已发布",
      says: ({ title }) => says`发布机构自己的两个网站称已发布；其一为${quote(title)}。`,
    },
    "confirmed-by-a-person": {
      name: "由人确认",
      says: ({ title }) => says`有人查看了${quote(title)}：就是它。`,
    },
    "copy-of-the-document": {
      name: "网络档案馆中的文件副本",
      says: ({ title, date }) =>
        says`一个网络档案馆存有${quote(title)}的副本${dated(date)}；发布机构自己的网站未能读取。`,
    },
    "document-on-the-subject": {
      name: "关于该主题的文件，标题与已知标题不同",
      says: ({ title, date }) => says`${quote(title)}${dated(date)}。`,
    },
    "title-without-document": {
      name: "以该名称列出，但没有文件",
      says: ({ title, date }) => says`发布机构列出了${quote(title)}${dated(date)}。未发现文件。`,
    },
    "headline-says-issued": {
      name: "一个标题称已发布",
      says: ({ title, date }) => says`一个标题如此称：${quote(title)}${dated(date)}。未发现文件。`,
    },
    "said-in-signed-mail": {
      name: "见于发布机构签名的邮件",
      says: ({ title, date }) => says`见于发布机构签名的邮件：${quote(title)}${dated(date)}。未发现文件。`,
    },
    "said-on-own-account": {
      name: "见于发布机构的账号",
      says: ({ title, date }) => says`见于发布机构的账号：${quote(title)}${dated(date)}。未发现文件。`,
    },
    "said-by-others": {
      name: "由并非发布机构者所说",
      says: ({ title, date }) => says`他人如此称，并非发布机构：${quote(title)}${dated(date)}。`,
    },
    "title-on-another-host": {
      name: "该标题，位于并非发布机构的网站",
      says: ({ title, date }) => says`位于并非发布机构的网址：${quote(title)}${dated(date)}。`,
    },
    "document-without-proof": {
      name: "未显示证明所需内容的文件",
      says: ({ title, date }) => says`在预期出现该文件之处：${quote(title)}${dated(date)}。`,
    },
    "document-still-to-come": {
      name: "自称尚待发布的文件",
      says: ({ title, date }) => says`为其设置的网页：${quote(title)}${dated(date)}。文件尚待发布。`,
    },
  },
  talk,
  labels: {
    item: "打开条目",
    document: "打开文件",
    page: "打开网页",
    evidence: "查看证据",
    copy: "Wayback Machine的副本",
    outside: (host) => says`打开${host}`,
  },
};
