/**
 * How English speaks of a publication to come: the verbs, the times, and all that makes a sentence something else. A catalogue of
 * patterns, each over one sentence of bounded length; timing.ts puts them together.
 */

const TO = "(?:will|would|shall|'ll|won't|wouldn't|to)";
const OUT =
  "published|released|issued|out|available|public|launched|unveiled|online|made (?:\\w+ )?(?:public|available)";
/** A way to say that something is to be published. */
interface Way {
  /** From its verb to its last word. */
  pattern: string;
  /** Where it says what: before the verb, behind it, or within. */
  stands: "before" | "behind" | "within";
  /** Whether a time may follow without a word before it: "Publication: 30 May". */
  isBare?: true;
}
export const WAYS: readonly Way[] = [
  { pattern: `(?:${TO}|is|are) (?:[\\w-]+ ){0,3}?(?:be|being) (?:\\w+ ){0,2}?(?:${OUT})(?! of\\b)`, stands: "before" },
  { pattern: `${TO} (?:[\\w-]+ ){0,3}?come out(?! of\\b)`, stands: "before" },
  {
    pattern: `${TO} (?:[\\w-]+ ){0,3}?(?:publish|release|issue|launch|unveil|be (?:publishing|releasing|issuing))`,
    stands: "behind",
  },
  {
    pattern: "(?:committed to|anticipates?|considering|plans? on|forward to) (?:publishing|releasing|issuing)",
    stands: "behind",
  },
  { pattern: `${TO} (?:[\\w-]+ ){0,2}?make (?:[\\w-]+ ){1,6}?public`, stands: "within" },
  {
    pattern:
      "(?:publication|release)(?: date)?(?: of [^,;:]{1,60}?)?(?: (?:is|are|will be|now|expected|due|planned|scheduled|set|foreseen)(?: (?:expected|due|planned|scheduled|set|foreseen))?|:| [–-]|(?= (?:on|in|by|before) ))",
    stands: "within",
    isBare: true,
  },
  {
    pattern:
      "(?:postponed|delayed|deferred|pushed back|put back|slipped|rescheduled|brought forward)(?= (?:to|until|till) )",
    stands: "before",
    isBare: true,
  },
  // "Is due in May", "expected next week": the time follows at once, else it is something else that is due.
  {
    pattern:
      "(?<!(?:was|were|originally|previously|initially) )(?:(?:is|are|now) (?:\\w+ )?)?(?:due|out|expected|planned|scheduled|slated|set)(?: for| out| (?:for )?(?:publication|release)| to (?:be published|come out))?(?= (?:in|on|by|before|next|this|within|tomorrow|soon|shortly|early|late|later|mid|the|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|\\d)\\b)",
    stands: "before",
  },
];
export const TO_COME = new RegExp(WAYS.map(({ pattern }) => `(\\b${pattern}(?![\\w-]))`).join("|"), "gi");
/** Where a time may begin. */
export const TIME =
  /\b(?:(?:no|not) (?:later|earlier|sooner) than|by|before|until|till|ahead of|prior to|within|in|on|at the end of|during|for|early|mid|late|later|this|next|over the (?:next|coming)|very (?:soon|shortly)|soon|shortly|imminent(?:ly)?|today|tonight|tomorrow|any (?:day|moment|minute|hour)|as soon as)\b/gi;
/** Where a time stands by itself: "Publication: 30 May", "delayed until the autumn". */
export const BARE = /^ (?:(?:to|for) )?(?=(?:the |early |mid |late )?[\w-]+)/i;
/** Behind a time, what makes it the time since something else: "shortly thereafter", "within 30 days of receipt". */
export const SINCE_ANOTHER =
  /^ (?:recess|break|holidays?|session|vacation|games|thereafter|after(?:wards?)?|later|following|from|of (?:\d|the (?!year|month|week)|receipt|receiving|its|his|her|their|that|publication))\b/i;
export const TIMES = /^(?:by|before|until|within|in|on|during|early|mid|late|later|this|next)$/i;
/** Where the clause that names a time ends at the latest. */
export const CLAUSE_END =
  /[.;:()[\]"“”!?—]|,(?! ?\d)|\s(?:and|but|while|when|after|once|said|says|saying|told|according|following|because|so|which|who|where|although|though|despite|to (?!be\b)|via|at (?:a|an|www))\s/i;
/** "Asked when it would be out, …" introduces an answer. */
export const ASKED = /^(?:when |if )?(?:asked|questioned)\b[^,]{0,200},\s*/i;
/** Who speaks so demands, guesses, denies, sets conditions, tells of the past, or speaks for others. */
export const NOT_A_WORD_ON_TIMING = new RegExp(
  `\\b(?:${[
    "should|must|ought|urg(?:e[sd]?|ing)|call(?:s|ed|ing)? (?:for|on|upon)|demand(?:s|ed|ing)?|ask(?:s|ed|ing)?|request(?:s|ed|ing)? (?:that|the|for)|appeal(?:s|ed|ing)?|press(?:es|ed|ing)? (?:for|the)|need(?:s|ed)? to|ha(?:s|ve|d) to|order(?:s|ed)|vote[sd]?|require[sd]?|obliged",
    "if|whether|unless|subject to|provided|assuming|depending|conditional|in the event|were it|under the act|could(?! not)|might|may (?:be|not|yet|well|still)|want(?:s|ed)?|wish(?:es|ed)?|reportedly|rumou?r(?:s|ed)?|speculation|leaked|predict(?:s|ed)?|suggest(?:s|ed)?|wrote|daily|newspapers?|media (?:reports?|say)|according to",
    "unlikely|wrong|mistaken?|untrue|false|not true|no truth|den(?:y|ies|ied)|nobody|no one|none|neither|nothing|no part|no longer|no plans?|never|shelved|scrapped|abandoned|reversed|cancell?ed|contrary|doubts?|(?:do|does|did)(?: not|n't) (?:accept|believe|expect|think|agree)|petitions?|claim(?:s|ed)?|(?<!no |not )later than",
    "had (?:\\w+ )?(?:intended|hoped|planned|promised|pledged|said|expected|wanted|meant|been)|was to|were to|(?:was|were) (?:\\w+ )?(?:due|expected|supposed|scheduled|planned|set|meant)|promised|pledged|vowed|intended|hoped|initially|earlier (?:said|this)|failed|refus(?:es|ed|al)|missed|ago|anniversary|last (?:year|month|week|spring|summer|autumn|winter)|in \\d{4} (?:the|we|it)",
    "experts|ngos?|campaigners|activists|lawmakers|senators|mps|peers|diplomats|analysts|critics|survivors|victims|families|relatives|residents|unions?|opposition|courts?",
  ].join("|")})\\b`,
  "i",
);
/** "In January the Minister said …": a word of then. */
export const OF_THEN = /^in [a-z]+ (?:\d{4} )?[^,]{0,40}\b(?:said|told|announced)\b/i;
/** Between what is to come and its time nothing else may stand but these; else the time is something else's. */
export const BETWEEN =
  /^(?: (?:also|now|then|finally|publicly|online|here|in full|out|on its website|on our website|as planned|at [\d.:]+ ?(?:am|pm|hours|h)?|at noon))*$/i;
/** What happened at the time that is named. */
export const ANOTHER_EVENT =
  /\b(?:covering|committed|occurred|happened|took place|taking place|dating|since|held|adopted|passed|signed|began|started|meets?|meeting|how|when|who|which)\b/i;
/** "Two weeks before 3 June" is not before 3 June. */
export const COUNTED = /\b(?:days?|weeks?|months?|years?) $/i;
/** "In 3 May issues", "by a team of 4 March", "within a week of 3 June", "one month from 1 June". */
export const NO_TIME = /^in \d{1,2} [a-z]|\bfrom\b|^within .* of \d|^(?:by|before|until) an? /i;
/** Who publishes: the office, or whoever speaks for it; not another body. */
export const ACTOR =
  /(?:^|\b(?:we|i|he|she|it|they|office|inquiry|commission|government|ministry|minister|department|secretary(?: of state)?|commissioner|president|chair(?:man|woman)?|panel|board|agency|authority|who|which|and|also|then|now|plan|intention|aim|decision|order|able|ready|committed|continues?|promises?|proposes?|undertakes?|course|position|track|inspector general|oig|(?:lord|lady|sir|dame|baroness|judge|justice|mr|ms|mrs|dr|professor)(?: [\p{Lu}][\w'’-]+){1,3}))(?:['’]s)?(?: (?:also|now|still|then|therefore|hopes?|plans?|expects?|intends?|aims?|wants?|is|are|has|have|said|going|able|due|committed|not|remains?|really|fully|today|tomorrow|,))*[ ,]*$/iu;
/** "By May Smith", "Spring Gardens": a name, not a time. */
export const NAME = /^ \p{Lu}/u;
/** Papers and things that go with a publication: their time is not its. */
export const OTHER_PAPER =
  /\b(?:responses?|repl(?:y|ies)|summar(?:y|ies)|interim|inception|drafts?|letters?|minutes|transcripts?|terms of reference|agenda|timetable|consultation|call for|action plan|press releases?|webinar|translations?|translated|hard cop(?:y|ies)|printed|leaflets?|flyers?|videos?|recordings?|registration|comments|costs?|annual report|slides|easy[- ]read|guides?|tickets|evidence|submissions|hearings?)\b|\bin (?:welsh|french|spanish|arabic|chinese|russian|german|english|print|braille|other languages|all (?:\w+ )?languages)\b/i;
export const NEGATED = /\b(?:not|n't|never)\b|n't\b/i;
/** Times that, negated, say before when it will not come. */
export const FLOOR = /^(?:before|until|till|prior to|ahead of|(?:no|not) (?:earlier|sooner) than)\b/i;
export const NOT_EARLIER = /^(?:no|not) (?:earlier|sooner) than\b/i;
export const PUT_OFF = /^(?:postponed|delayed|deferred|pushed|put|slipped|rescheduled)\b/i;
export const NEGATED_SPAN = /^(?:today|tonight|tomorrow|this (?:week|month|year)|next (?:week|month|year))\b/i;
/** That there is no date, up to the words that say of what. */
export const NO_DATE =
  /\bno (?:\w+ ){0,2}?(?:date|timeline|timetable|time ?frame)\b|\b(?:do|does|did|have|has)(?: not|n't) (?:yet )?(?:have|set|given?|fixed|decided|provided?) (?:\w+ ){0,3}?(?:date|timeline|timetable|time ?frame)\b|\b(?:cannot|can't|unable to|not able to|not in a position to) (?:say|give|confirm|tell) (?:\w+ ){0,3}?(?:when|date|timeline)\b|(?<!(?:was|were|been) )\btrying to (?:publish|release|issue)\b/i;
/** What follows "no date": what it is of, or nothing. */
export const OF_WHAT =
  /^ (?:yet |so far |now )?(?:to (?:announce|give|share|offer) )?(?:has |have |was |is )?(?:yet )?(?:been |being )?(?:set|given|fixed|announced|decided|agreed|known)? ?(?:yet |so far )?(?:for|of|when|on)?/i;
