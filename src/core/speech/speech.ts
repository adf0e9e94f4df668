import type { Day } from '../days/day.ts';
import type { Money } from '../money/money.ts';
import type { Outcome } from '../outcome.ts';
import type { DayGrammar } from './day-grammar.ts';
import type { Language } from './language.ts';

/**
 * The program's own words around a quick pass, in one language: sentences as functions of what goes into them. Every
 * language has every one of them, or it does not compile. What frameworks say stands in their files.
 */
export interface Speech {
  readonly language: Language;
  readonly prompt: PromptWords;
  readonly asking: AskingWords;
  readonly answers: AnswerWords;
  readonly plan: PlanWords;
  readonly closing: ClosingWords;
  readonly days: DayWords;
  readonly dayGrammar: DayGrammar;
  readonly amountGrammar: AmountGrammar;
  /** `48,000.00 EUR`; without decimals if `short` and there are none to show. */
  readonly money: (money: Money, form?: 'exact' | 'short') => string;
  /** With three decimals at most. */
  readonly number: (value: number) => string;
  /** `a`, `a and b`, `a, b and c`. */
  readonly listed: (items: readonly string[]) => string;
  /** Names of the usual stages of a sale, by id, for whoever has not named their own. */
  readonly stages: Readonly<Record<string, string>>;
  readonly credits: CreditWords;
}

/** Around every question: keys, and what is said when one does not fit. */
export interface PromptWords {
  readonly enter: (label: string) => string;
  readonly clear: string;
  readonly why: string;
  readonly back: string;
  readonly rowAbove: string;
  readonly editorKey: string;
  /** Beside a text that was refused. */
  readonly emptyKey: string;
  readonly skip: string;
  readonly pick: string;
  readonly nextPage: string;
  readonly page: (at: number, count: number) => string;
  readonly nextRow: string;
  readonly keepMine: string;
  readonly cleared: string;
  readonly leftOpen: string;
  /** Behind an answer that takes the place of one above it. */
  readonly counts: string;
  readonly firstQuestion: string;
  readonly needed: string;
  readonly neededHere: string;
  readonly unknownKey: (key: string, keys: string) => string;
  readonly looksPasted: string;
  readonly tooEarly: string;
  readonly joined: (lines: number) => string;
  readonly lines: (count: number) => string;
  readonly noEditor: string;
  readonly editorChangedNothing: string;
  readonly backFromEditor: string;
  readonly yourEditor: string;
  readonly editorWaits: string;
  readonly plain: PlainWords;
}

/** Read aloud where nothing is drawn. */
export interface PlainWords {
  /** The keys by the names of their characters, as many screen readers leave out what is no word. */
  readonly clear: string;
  readonly why: string;
  readonly back: string;
  readonly question: (place: string) => string;
  readonly timeSpent: (minutes: number, seconds: number) => string;
  readonly understood: (text: string) => string;
  readonly typeNumber: (count: number) => string;
  readonly numberChanges: string;
  readonly numberShows: string;
  readonly pastedLeftOut: string;
  readonly neededHere: string;
  readonly backToChoiceKey: string;
  readonly backToChoice: string;
  readonly row: (at: number, count: number) => string;
  readonly now: (label: string) => string;
}

/** What a debrief says from its first line to the last question. */
export interface AskingWords {
  readonly pace: string;
  readonly place: (number: string, last: number) => string;
  readonly part: (at: number, count: number) => string;
  readonly skipped: string;
  readonly today: string;
  readonly keep: (text: string) => string;
  readonly numberTakesName: string;
  readonly forExample: (text: string) => string;
  readonly onFile: (deal: string) => string;
  /** `command` corrects the other one. */
  readonly namesake: (deal: string, command: string) => string;
  readonly lesson: (deal: string, on: Day, text: string) => string;
  readonly answers: (count: number) => string;
  readonly stoppedAtOnce: string;
  readonly paused: (answers: number, draft: string, command: string) => string;
  readonly currencyKept: (code: string) => string;
  readonly currencyTaken: (code: string) => string;
  readonly review: ReviewWords;
  readonly drafts: DraftWords;
  readonly parts: PartWords;
}

/** The screen before saving. */
export interface ReviewWords {
  readonly answered: string;
  readonly answeredIn: (part: string) => string;
  readonly letterChanges: string;
  readonly notFinal: string;
  readonly skipped: string;
  readonly save: string;
  readonly allParts: string;
  readonly allOfIt: string;
  readonly letterShows: string;
  readonly keepIt: string;
  readonly notWritten: string;
  readonly thatIsAll: string;
  /** Behind the beginning of a long text. */
  readonly keptWhole: (characters: string) => string;
}

/** Debriefs that were left. */
export interface DraftWords {
  readonly unfinished: (count: number) => string;
  readonly throwAway: (command: string, count: number) => string;
  readonly stillThere: string;
  readonly goOn: (deal: string) => string;
  /** The key of yes, where there is one draft to go on with. */
  readonly yesKey: string;
  readonly beginNew: { readonly key: string; readonly label: string };
}

/** Between the parts of a long framework. */
export interface PartWords {
  readonly next: (title: string) => string;
  readonly questions: (count: number) => string;
  readonly why: string;
  readonly goOn: string;
  readonly skip: { readonly key: string; readonly label: string };
  readonly later: { readonly key: string; readonly label: string };
}

/** What the kinds of questions offer, understand and refuse. */
export interface AnswerWords {
  readonly months: (count: number) => string;
  /** The key of 100 percent. */
  readonly hundredKey: string;
  readonly tooLong: (most: string) => string;
  readonly beginWithName: string;
  /** A day stands where a name should. */
  readonly readsAsDay: (typed: string) => string;
  readonly unknownCurrency: (code: string) => string;
  readonly tooManyDecimals: (amount: string, code: string) => string;
  readonly noAmount: string;
  readonly inAll: (total: string, rate: string, per: 'month' | 'year') => string;
  readonly unlikelyTerm: (months: number) => string;
  readonly forHowLong: string;
  readonly tooLarge: string;
  readonly notYet: (day: Day, today: Day) => string;
  readonly tenYearsAgo: (day: Day) => string;
  readonly isOver: (day: Day) => string;
  readonly door: DoorWords;
}

/** The ways in which it may be known when they could buy. */
export interface DoorWords {
  readonly callOn: { readonly key: string; readonly label: string };
  readonly decidesOn: { readonly key: string; readonly label: string };
  readonly event: { readonly key: string; readonly label: string };
  readonly condition: { readonly key: string; readonly label: string };
  readonly notKnown: { readonly key: string; readonly label: string };
  readonly whichDay: string;
  readonly whichEvent: string;
  readonly eventHint: string;
  readonly whenIsThat: string;
  readonly dayHint: string;
}

/** Why a day, and what earlier deals have to do with it. */
export interface PlanWords {
  /** A time in the words it was given in, and the day that was taken for it. */
  readonly takenAs: (words: string, on: Day) => string;
  /** Where they named a time and no day, with its words; so below. */
  readonly namedDay: (words: string | undefined, on: Day) => string;
  /** Undefined: half of the wait. */
  readonly beforeDecision: (months: number | undefined, on: Day, words: string | undefined) => string;
  readonly beforeEvent: (days: number, on: Day, words: string | undefined) => string;
  readonly openCondition: string;
  readonly asForTerm: (months: number, term: number) => string;
  readonly intoTerm: (months: number, term: number, follows: boolean) => string;
  readonly usualWait: (days: number, reason: string) => string;
  readonly nothingBetter: (days: number) => string;
  readonly wasOnWeekend: (because: string, on: Day) => string;
  readonly wasInThePast: (because: string, on: Day) => string;
  readonly conditionEachQuarter: string;
  readonly usefulEachQuarter: string;
  readonly secondLook: (days: number, from: 'debrief' | 'decision') => string;
  readonly theySaid: (text: string) => string;
  readonly youWrote: (text: string) => string;
  readonly openFromThen: (action: string) => string;
  readonly worth: (sums: string) => string;
  readonly repeat: RepeatWords;
}

/** What has come back. */
export interface RepeatWords {
  readonly again: (time: number, days: number, what: string) => string;
  readonly before: (deals: string) => string;
  readonly more: (count: number) => string;
  readonly worth: (sums: string, unknown: number) => string;
  readonly stillOpen: (action: string, text: string) => string;
  readonly somethingElse: (others: number, of: number) => string;
  readonly noWinSince: (losses: number) => string;
  readonly nextWin: (command: string) => string;
  readonly winsWait: (wins: string, count: number, command: string) => string;
}

/** The page that a debrief ends with. */
export interface ClosingWords {
  readonly won: string;
  readonly lostTo: (winner: string) => string;
  /** How a deal ended: what stands before the day, and what behind it. */
  readonly ends: Readonly<Record<Outcome, readonly [string, string?]>>;
  readonly open: string;
  readonly on: (day: Day) => string;
  readonly over: (months: number) => string;
  readonly kept: (deal: string) => string;
  readonly streak: (losses: number) => string;
  readonly more: (count: number, command: string) => string;
  readonly withCare: string;
  readonly onRecord: (counts: string) => string;
  readonly contacts: (count: number) => string;
  readonly missedCalls: (count: number) => string;
  readonly slowestReply: (count: number, unit: 'day' | 'hour' | 'minute') => string;
  readonly now: string;
  readonly next: string;
  readonly door: string;
  readonly fromBefore: string;
  readonly message: string;
  readonly doorClosed: string;
  readonly sameTerms: (terms: string) => string;
  /** Where the price stood in the way: the offer as it was, and what the person named to make up for it. */
  readonly lastOffer: (terms: string, makesUpForIt: string | undefined) => string;
  readonly whyThen: (because: string, rule: string) => string;
  readonly touchBefore: (on: Day) => string;
  readonly checkBefore: (on: Day) => string;
  readonly contactAt: (deal: string) => string;
  readonly call: (who: string) => string;
  /** By another way than the telephone. */
  readonly reach: (who: string, channel: string) => string;
  readonly askForChange: (who: string) => string;
  readonly askWhether: (who: string, condition: string) => string;
  readonly done: string;
  readonly dropped: string;
  readonly dueToday: string;
  readonly late: (due: Day) => string;
  readonly dueBy: (due: Day) => string;
  readonly noted: (note: string) => string;
  readonly nextCall: (name: string | undefined) => string;
}

/** Whose advice a question is; `theirs` is the person's own. */
export interface CreditWords {
  readonly article: (author: string, title: string, passage: string) => string;
  readonly method: (method: string, whose: string, words: 'ours' | 'theirs') => string;
  readonly own: (whose: 'ours' | 'theirs') => string;
}

/** Days as they are said. */
export interface DayWords {
  /** `Friday 20 November 2026`. */
  readonly long: (day: Day) => string;
  /** `20 Nov 2026`. */
  readonly short: (day: Day) => string;
}

/** The words around amounts, beside the English ones that everybody knows: `k`, `m`, `/mo`, `12m`. */
export interface AmountGrammar {
  readonly thousand: readonly string[];
  readonly million: readonly string[];
  readonly month: readonly string[];
  readonly year: readonly string[];
  readonly per: readonly string[];
  readonly during: readonly string[];
  /** Before an amount that is not quite sure. */
  readonly roughly: readonly string[];
}
