import type { AnswerClass } from './answers.ts';
import type { Condition } from './condition.ts';
import { dayIdOf } from './day-words.ts';
import type { LogFact } from './log-facts.ts';
import type { OwnNames } from './settings/settings.ts';
import type { Language } from './speech/language.ts';

/** A questionnaire as data: what to ask, what to advise, and how the four lessons are summed up. One YAML file is one framework. */
export interface Framework {
  readonly id: string;
  /** Raised when questions change, so that a saved debrief can say which ones it answered. */
  readonly version: number;
  readonly title: string;
  /** The language of its texts; English if none is named. */
  readonly language?: Language | undefined;
  /** For which deals, in a few words, where that is not said by the two below. */
  readonly for?: string | undefined;
  /** Which closed deals it is for. */
  readonly after: 'loss' | 'win';
  /** Which look at such a deal it is. */
  readonly pass: Pass;
  /** The parts of a long framework, in order; each of its questions then names its own. */
  readonly sections?: readonly Section[] | undefined;
  /** In a deep look, the question behind which the steps of a chosen framework are asked; at the end without one. */
  readonly 'steps-behind'?: string | undefined;
  /** Rules of the quick pass whose open actions are done once this is kept. */
  readonly fulfils?: readonly string[] | undefined;
  readonly questions: readonly Question[];
  readonly rules: readonly Rule[];
  readonly closing: readonly ClosingLine[];
  /** The request to the buyer for feedback. A rule may hand over the same text as its message. */
  readonly 'feedback-request'?: RequestText | undefined;
}

/** The looks at a deal: two minutes after it ended, a calm one soon after, and one from a distance. */
export const PASSES = ['quick', 'deep', 'second-look'] as const;
export type Pass = (typeof PASSES)[number];

/** A part of a long framework. It can be skipped, or left and taken up again. */
export interface Section {
  readonly id: string;
  readonly title: string;
}

/** A message to the buyer. It leaves the house, so it may name the contact and the deal and nothing else. */
export interface RequestText {
  readonly subject: string;
  readonly text: string;
}

/** One screen of the interview. It usually answers one id, its own; an offer, a date to call or the steps screen answer several. */
export interface Question {
  readonly id: string;
  /** A word or two for it, where all answers stand on one screen. */
  readonly short: string;
  /** Its place as shown: `7`, `8a`. Lettered questions are follow-ups of the number before them. */
  readonly number?: string | undefined;
  /** Pedone's Qualifying, or one of Volas's four lessons, shown beside the position. */
  readonly tag?: string | undefined;
  /** The tag in the language of a translation. */
  readonly 'tag-words'?: string | undefined;
  readonly kind: string;
  /** The part of the framework that it stands in. */
  readonly section?: string | undefined;
  /** What the log of the deal may know instead: it is not asked then. */
  readonly 'from-log'?: LogFact | undefined;
  /** The class of its answer, or one class for each id that it answers. */
  readonly class: AnswerClass | Readonly<Record<string, AnswerClass>>;
  /** When it applies at all: an answer to a question that does not apply is refused. */
  readonly when?: Condition | undefined;
  /** When it is asked, if that is narrower: a file may answer it all the same. */
  readonly 'ask-when'?: Condition | undefined;
  readonly ask: string;
  /** How to answer, in a few words or by an example. */
  readonly hint?: string | undefined;
  /** Other words for the same question; the first whose condition holds is used. */
  readonly wording?: readonly Wording[] | undefined;
  /** Why it is asked, shown on `?`. */
  readonly why: string;
  /** Whose advice it is, or that it is ours. */
  readonly credit: string;
  readonly required?: boolean | undefined;
  readonly options?: Options | undefined;
  /** Options under headings, for a grouped choice. */
  readonly groups?: Readonly<Record<string, Options>> | undefined;
  readonly rows?: readonly StepRow[] | undefined;
  /** The list in the settings whose names are its rows. */
  readonly setting?: OwnNames | undefined;
  /** What Enter stands for: `today` on a date, or the sentence that the rules have ready. */
  readonly enter?: 'today' | 'from-rules' | undefined;
  readonly 'second-try'?: SecondTry | undefined;
  /** Another id that the answer goes to if it begins with one of these words; `bare` words alone are asked for the rest. */
  readonly instead?:
    | {
        readonly id: string;
        readonly 'starts-with': readonly string[];
        readonly bare: readonly string[];
        readonly 'ask-more': string;
      }
    | undefined;
  /** Reasons that this question does not offer. */
  readonly without?: readonly string[] | undefined;
}

/** Codes and the words shown for them, in the order shown. */
export type Options = Readonly<Record<string, string>>;

/** Other words for a question, where a condition holds. */
export interface Wording {
  readonly when: Condition;
  readonly ask: string;
  readonly hint?: string | undefined;
}

/** One line of the steps screen. A row with `answers` is an answer of its own; the others are parts of `steps`. */
export interface StepRow {
  readonly id: string;
  readonly tag: string;
  readonly 'tag-words'?: string | undefined;
  readonly ask: string;
  /** The step as a noun phrase, for the closing line: "their time frame". */
  readonly short: string;
  /** The values that count as missed, each with the words for it: "priorities asked late". */
  readonly missed?: Readonly<Record<string, string>> | undefined;
  readonly answers?: string | undefined;
  readonly options: Options;
  readonly why: string;
  /** Whose advice it is, or that it is ours. */
  readonly credit: string;
}

/** One friendly second chance for a sentence about somebody else; the subjects are data, so that each language has its own. */
export interface SecondTry {
  /** A lead-in that people repeat, taken off before the subject is looked at. */
  readonly 'lead-in': readonly string[];
  readonly 'starts-with': readonly string[];
  readonly say: string;
}

/** Turns answers into one action: when its condition holds, in the person's own words. */
export interface Rule {
  readonly id: string;
  readonly slot: Slot;
  readonly when?: Condition | undefined;
  /** Within a slot the heaviest rule that fires is taken. */
  readonly weight: number;
  readonly action: string;
  readonly because: string;
  /** A message ready to paste. */
  readonly message?: string | undefined;
  /** `today`, `1 business day`, `7 days`: from the day of the debrief. */
  readonly due: string;
  readonly credit: string;
  /** The ready-made "Next time, when …, I will …" that question 12 offers. */
  readonly 'next-time'?: string | undefined;
  /** An answer that becomes the action as it is, or after the lead-in of `action` if it does not read as one by itself. */
  readonly 'in-my-words'?: InMyWords | undefined;
  /** The step whose earlier misses make this rule escalate. */
  readonly repeats?: string | undefined;
  readonly again?: Escalation | undefined;
  readonly third?: Escalation | undefined;
}

/** How an answer in the person's own words becomes the sentence of an action. */
export interface InMyWords {
  readonly id: string;
  /** Beginnings that make the sentence stand alone. */
  readonly 'stands-alone': readonly string[];
  /** Beginnings that the lead-in already says. */
  readonly drop: readonly string[];
}

/** What a rule says instead when it has come back. */
export interface Escalation {
  readonly action: string;
  readonly because: string;
}

/** The places of an action list, in order; each is filled at most once, so a list never has more than five. */
export const SLOTS = ['call', 'message', 'move', 'learn', 'review'] as const;
export type Slot = (typeof SLOTS)[number];

/** One part of the closing line, such as "Discovery: priorities asked late"; the first text whose condition holds is said. */
export interface ClosingLine {
  readonly tag: string;
  readonly 'tag-words'?: string | undefined;
  readonly say: readonly { readonly when?: Condition | undefined; readonly text: string }[];
}

/** The words of a question for the answers so far. */
export function wordingOf(
  question: Question,
  applies: (condition: Condition) => boolean,
): { readonly ask: string; readonly hint?: string | undefined } {
  return question.wording?.find(({ when }) => applies(when)) ?? question;
}

/** The quick pass after such a deal; a review goes back to its answers. */
export function quickPass(
  { after }: Pick<Framework, 'after'>,
  frameworks: readonly Framework[],
): Framework | undefined {
  return frameworks.find((one) => one.pass === 'quick' && one.after === after);
}

/** Every condition that a question depends on. */
export function conditionsOn(question: Question): readonly (Condition | undefined)[] {
  return [question.when, question['ask-when'], ...(question.wording ?? []).map(({ when }) => when)];
}

/** The part of a framework that a question stands in; undefined where there are no parts. */
export function sectionOf({ sections = [] }: Framework, { section }: Question): Section | undefined {
  return sections.find(({ id }) => id === section);
}

/** A tag as it is shown. */
export function shownTag({
  tag,
  'tag-words': words,
}: {
  readonly tag: string;
  readonly 'tag-words'?: string | undefined;
}): string {
  return words ?? tag;
}

/** Who may see the answer to one id of a question. */
export function classOf(question: Question, id: string): AnswerClass {
  const declared =
    typeof question.class === 'string' ? question.class : (question.class[id] ?? question.class[dayIdOf(id) ?? id]);
  if (declared === undefined) throw new Error(`Question ${question.id} does not say the class of ${id}.`);
  return declared;
}
