import { sayMoney } from '../money/money.ts';
import type { Day } from '../days/day.ts';
import { sayDay, sayShortDay, takenAs } from '../days/say-day.ts';
import { sayNumber } from '../text/say-number.ts';
import { counted, listed } from '../text/sentence.ts';
import { ENGLISH_AMOUNTS, ENGLISH_DAYS } from './english-grammar.ts';
import type { AnswerWords, AskingWords, ClosingWords, PlanWords, PromptWords, Speech } from './speech.ts';

const prompt: PromptWords = {
  enter: (label) => `Enter: ${label}`,
  clear: '- clear',
  why: '? why',
  back: '< back',
  rowAbove: '< row above',
  editorKey: 'Ctrl-G editor',
  emptyKey: 'Ctrl-U empties the line.',
  skip: 'skip',
  pick: 'pick',
  nextPage: 'go on',
  page: (at, count) => `Page ${at} of ${count}`,
  nextRow: 'next row',
  keepMine: 'keep mine',
  cleared: 'cleared',
  leftOpen: 'left open',
  counts: '(this one counts)',
  firstQuestion: 'This is the first question.',
  needed: 'This one is needed, the rest builds on it. Ctrl-C pauses; what you have answered is kept.',
  neededHere: 'This one is needed here; < goes back to the choice.',
  unknownKey: (key, keys) => `Nothing is on “${key}”. The keys here: ${keys}`,
  looksPasted: 'Several keys came at once, so they were left out. One key picks.',
  tooEarly: 'What was typed before this question came was left out.',
  joined: (lines) => `Joined ${lines} lines into one.`,
  lines: (count) => `${count} lines`,
  noEditor: 'No editor is set. VISUAL or EDITOR names the one you like.',
  editorChangedNothing: 'The editor changed nothing.',
  backFromEditor: 'Back from the editor. Enter ends it.',
  yourEditor: 'Your editor.',
  editorWaits: 'If it does not open: Ctrl-C goes back to the question.',
  plain: {
    clear: 'Minus: clear.',
    why: 'Question mark: why.',
    back: 'Less than: back.',
    question: (place) => `Question ${place}`,
    timeSpent: (minutes, seconds) =>
      [minutes > 0 ? counted(minutes, 'minute') : '', seconds > 0 || minutes === 0 ? counted(seconds, 'second') : '']
        .join(' ')
        .trim(),
    understood: (text) => `Understood: ${text}`,
    typeNumber: (count) => `Type a number from 1 to ${count}, then Enter.`,
    numberChanges: 'A number changes its line.',
    numberShows: 'A number shows a part, to read or to change it.',
    pastedLeftOut: 'That looked like a pasted text, so it was left out.',
    neededHere: 'This one is needed here.',
    backToChoiceKey: 'Less than: back to the choice.',
    backToChoice: 'Back to the choice. Type a number, then Enter.',
    row: (at, count) => `${at} of ${count}`,
    now: (label) => `Now: ${label}`,
  },
};

const asking: AskingWords = {
  pace: 'Two minutes. Every answer is kept as you give it; Ctrl-C pauses.',
  place: (number, last) => `${number} of ${last}`,
  part: (at, count) => `part ${at} of ${count}`,
  skipped: 'skipped',
  today: 'today',
  keep: (text) => `keep "${text}"`,
  numberTakesName: 'A number takes a name that is on file.',
  forExample: (text) => `For example: ${text}.`,
  onFile: (deal) => `This is ${deal}. What is known of it is filled in.`,
  namesake: (deal, command) =>
    `Another deal called ${deal} is on file. This one is kept beside it. To correct that one instead: ${command}`,
  lesson: (deal, on, text) => `In ${deal} (${sayShortDay(on)}) you wrote: "${text}"`,
  answers: (count) => counted(count, 'answer'),
  stoppedAtOnce: 'Stopped. Nothing had been answered yet.',
  paused: (answers, draft, command) => `Paused. ${counted(answers, 'answer')} kept in ${draft}. Go on with: ${command}`,
  currencyKept: (code) => `Amounts without a currency are taken as ${code} from now on.`,
  currencyTaken: (code) =>
    `The amount was taken as ${code}, as no currency was named. Name it with: --set currency=EUR`,
  review: {
    answered: 'This is what you answered.',
    answeredIn: (part) => `${part}: this is what you answered.`,
    letterChanges: 'A letter changes its line.',
    notFinal: 'Nothing is final before Enter.',
    skipped: '(skipped)',
    save: 'save',
    allParts: 'all parts',
    allOfIt: 'That was all of it.',
    letterShows: 'A letter shows a part, to read or to change it.',
    keepIt: 'keep it',
    notWritten: 'Nothing is written yet. What changes by it is shown first.',
    thatIsAll: 'that is all',
    keptWhole: (characters) => `(all ${characters} characters are kept)`,
  },
  drafts: {
    unfinished: (count) =>
      count === 1 ? 'One debrief is unfinished. Go on with it?' : `${count} debriefs are unfinished.`,
    throwAway: (command, count) => `${count === 1 ? 'Or throw it away' : 'To throw one away'}: ${command}`,
    stillThere: 'Everything you had answered is still there.',
    goOn: (deal) => `go on with ${deal}`,
    yesKey: 'y',
    beginNew: { key: 'n', label: 'begin a new one' },
  },
  parts: {
    next: (title) => `Next: ${title.toLowerCase()}.`,
    questions: (count) => `${counted(count, 'question')}, most of them short.`,
    why: 'Each part stands by itself. What you skip can still be filled in before it is kept.',
    goOn: 'go on',
    skip: { key: 's', label: 'skip this part' },
    later: { key: 'l', label: 'leave the rest for later' },
  },
};

const answers: AnswerWords = {
  months: (count) => counted(count, 'month'),
  hundredKey: 't',
  tooLong: (most) => `That is longer than ${most} characters. Please shorten it.`,
  readsAsDay: (typed) => `"${typed}" is a day.`,
  beginWithName: 'Please begin with the name, as in: Dana Reyes, CFO, +1 555 0100',
  unknownCurrency: (code) => `"${code}" is not a currency in use. Please write its three letters, such as EUR or USD.`,
  tooManyDecimals: (amount, code) => `${amount} ${code} has more decimals than ${code} has. Please round it.`,
  noAmount: 'no amount',
  inAll: (total, rate, per) => `${total} in all (${rate} a ${per})`,
  unlikelyTerm: (months) => `A contract of ${months} months cannot be right. Please check it.`,
  forHowLong: 'For how long? Please add it, as in: 4k/mo 12m',
  tooLarge: 'That amount is too large. Please check it.',
  notYet: (day, today) => `${sayDay(day)} has not come yet. Today is ${sayDay(today)}.`,
  tenYearsAgo: (day) => `${sayDay(day)} is more than ten years ago. Please check the year.`,
  isOver: (day) => `${sayDay(day)} is over.`,
  door: {
    callOn: { key: 'c', label: 'they said when to call' },
    decidesOn: { key: 'd', label: 'they decide or renew on a day' },
    event: { key: 'e', label: 'an event they wait for' },
    condition: { key: 'e', label: 'it should come true on a day I know' },
    notKnown: { key: 'n', label: 'not known' },
    whichDay: 'Which day?',
    whichEvent: 'Which event?',
    eventHint: 'For example: the new budget year',
    whenIsThat: 'When is that?',
    dayHint: 'A day or a month: 2027-03-01, in 3 months, end of march, Q2',
  },
};

const plan: PlanWords = {
  takenAs,
  namedDay: (words, on) => (words === undefined ? 'the day they named' : `they named ${takenAs(`"${words}"`, on)}`),
  beforeDecision: (months, on, words) =>
    `${months === undefined ? 'half of the wait' : counted(months, 'month')} before they decide${onOrTakenAs(words, on)}`,
  beforeEvent: (days, on, words) => `${days} days before the event${onOrTakenAs(words, on)}`,
  openCondition: 'a condition without a date is checked each quarter',
  asForTerm: (months, term) => `${counted(months, 'month')} on, as for a ${term}-month term`,
  intoTerm: (months, term, follows) =>
    `${counted(months, 'month')} into a ${term}-month term${follows ? ' that would follow' : ''}`,
  usualWait: (days, reason) => `${days} days, the usual wait after: ${reason}`,
  nothingBetter: (days) => `${days} days, as nothing better is known`,
  wasOnWeekend: (because, on) => `${because}, ${sayDay(on)}, moved off the weekend`,
  wasInThePast: (because, on) => `${because}; that was ${sayDay(on)}, so the next business day`,
  conditionEachQuarter: 'the condition is checked each quarter',
  usefulEachQuarter: 'one useful thing each quarter, until the call',
  secondLook: (days, from) =>
    `${days} days ${from === 'debrief' ? 'from the debrief' : 'after the no'}, with some distance`,
  theySaid: (text) => `They said: "${text}".`,
  youWrote: (text) => `You wrote: "${text}".`,
  openFromThen: (action) => `${action} is still open from then.`,
  worth: (sums) => `Those deals were worth ${sums}.`,
  repeat: {
    again: (time, days, what) => `${ordinal(time)} time within ${days} days: ${what}.`,
    before: (deals) => `Before that in ${deals}.`,
    more: (count) => `${count} more`,
    worth: (sums, unknown) => `These deals were worth ${sums}${unknown > 0 ? `, and ${unknown} had no amount` : ''}.`,
    stillOpen: (action, text) => `Still open: ${action} "${text}"`,
    somethingElse: (others, of) =>
      `${others} of your last ${of} losses were put down to "something else". A closer reason would teach you more.`,
    noWinSince: (losses) => `${COUNTS[losses] ?? losses} losses debriefed, and no win since.`,
    nextWin: (command) => `The next win you close, compare it: ${command}`,
    winsWait: (wins, count, command) =>
      `${count === 1 ? 'This win waits' : 'These wins wait'}: ${wins}. Compare one: ${command}`,
  },
};

const closing: ClosingWords = {
  won: 'won',
  lostTo: (winner) => `lost to ${winner}`,
  ends: {
    'lost-competitor': ['lost to another vendor'],
    'lost-incumbent': ['lost to their present vendor'],
    'in-house': ['lost', ', they build it themselves'],
    postponed: ['postponed'],
    'no-decision-indecision': ['ended', ', they could not decide'],
    'no-decision-status-quo': ['ended', ', they stay as they are'],
    cancelled: ['cancelled'],
    unknown: ['silent, noted'],
    'we-walked-away': ['left by us'],
    disqualified: ['closed', ', never a fit'],
    won: ['won'],
    'lost-unspecified': ['lost', ', not debriefed'],
  },
  open: 'open',
  on: (day) => ` on ${sayDay(day)}`,
  over: (months) => ` over ${counted(months, 'month')}`,
  kept: (deal) => `${deal} is kept.`,
  streak: (losses) => `${COUNTS[losses] ?? losses} in two weeks is hard. Only this, then:`,
  more: (count, command) => `${count} more ${count === 1 ? 'waits' : 'wait'} in: ${command}`,
  withCare: 'What they said, with care:',
  onRecord: (counts) => `On record: ${counts}.`,
  contacts: (count) => counted(count, 'contact'),
  missedCalls: (count) => counted(count, 'missed call'),
  slowestReply: (count, unit) => `slowest reply ${counted(count, unit)}`,
  now: 'Now',
  next: 'Then',
  door: 'The door',
  fromBefore: 'From before',
  message: 'The message, ready to paste',
  doorClosed: 'Closed. Nobody will remind you of this account.',
  sameTerms: (terms) => `Offer the same terms: ${terms}.`,
  lastOffer: (terms, makesUpForIt) =>
    `Last offer: ${terms}. The price stood in the way; ${makesUpForIt === undefined ? 'ask what has changed since' : `this could make up for it: ${makesUpForIt}`}.`,
  whyThen: (because, rule) => `Why then: ${because} (${rule}).`,
  touchBefore: (on) => `Before that, on ${sayDay(on)}: send them one useful thing, no ask attached.`,
  checkBefore: (on) => `Before that, on ${sayDay(on)}: see whether the condition has come true.`,
  contactAt: (deal) => `your contact at ${deal}`,
  call: (who) => `call ${who}`,
  reach: (who, channel) => `${REACHING[channel] ?? 'write to'} ${who} (${channel})`,
  askForChange: (who) => `ask ${who} whether anything has changed`,
  askWhether: (who, condition) => `ask ${who} whether this has happened: ${condition}`,
  done: 'Done.',
  dropped: 'Dropped.',
  dueToday: 'Today.',
  late: (due) => `Late: it was due on ${sayDay(due)}.`,
  dueBy: (due) => `By ${sayDay(due)}.`,
  noted: (note) => `You noted: "${note}"`,
  nextCall: (name) => `Now call ${name ?? 'the next one'}.`,
};

const REACHING: Readonly<Record<string, string>> = { video: 'meet', meeting: 'meet' };
const COUNTS: Readonly<Record<number, string>> = { 3: 'Three', 4: 'Four', 5: 'Five', 6: 'Six' };

/** `Second`, `Third`, and `21st` where words grow long. */
function ordinal(count: number): string {
  const ending = ENDINGS[new Intl.PluralRules('en', { type: 'ordinal' }).select(count)];
  return ORDINALS[count - 1] ?? `${count}${ending}`;
}

const ORDINALS = ['First', 'Second', 'Third', 'Fourth', 'Fifth', 'Sixth'];
const ENDINGS: Readonly<Record<Intl.LDMLPluralRule, string>> = {
  one: 'st',
  two: 'nd',
  few: 'rd',
  other: 'th',
  zero: 'th',
  many: 'th',
};

/** The program's own language: that of every command, and of every text that has no translation. */
export const ENGLISH: Speech = {
  language: 'en',
  prompt,
  asking,
  answers,
  plan,
  closing,
  days: { long: sayDay, short: sayShortDay },
  dayGrammar: ENGLISH_DAYS,
  amountGrammar: ENGLISH_AMOUNTS,
  money: sayMoney,
  number: sayNumber,
  listed: (items) => listed(items),
  stages: {},
  credits: {
    article: (author, title, passage) => `From ${author}, "${title}", ${passage}.`,
    method: (method, whose, words) => `${method}: ${whose}. The words are ${words === 'ours' ? 'ours' : 'yours'}.`,
    own: (whose) => (whose === 'ours' ? 'This one is our own.' : 'This one is your own.'),
  },
};

function onOrTakenAs(words: string | undefined, day: Day): string {
  return words === undefined ? ` on ${sayDay(day)}` : `: ${takenAs(`"${words}"`, day)}`;
}
