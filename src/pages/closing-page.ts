import { textIn } from '../core/answers.ts';
import type { LessonInBrief } from '../core/closing.ts';
import type { Day } from '../core/days/day.ts';
import type { DealRecord, PlannedEntry } from '../core/debrief.ts';
import type { PastLoss } from '../core/history.ts';
import { BLANK, heading, idSpan, indented, item, type Line, line, type Page, quiet } from '../core/page.ts';
import { sayContact } from '../core/questions/contact.ts';
import { isPriceLoss } from '../core/reasons.ts';
import { sayDuration } from '../core/days/say-day.ts';
import { brief } from '../core/text/sentence.ts';
import type { ClosingWords, Speech } from '../core/speech/speech.ts';
import { sayCounts } from '../core/timeline.ts';
import { actionLines, ID_WIDTH } from './action-lines.ts';
import { sayDeal, sayTerms } from './deal-words.ts';
import { sayLesson } from './lesson-lines.ts';

/** What a debrief ends with. */
export interface Closing {
  readonly record: DealRecord;
  readonly lessons: readonly LessonInBrief[];
  readonly repeat: string | undefined;
  /** A word on the reasons given of late. */
  readonly hint: string | undefined;
  readonly lesson: PastLoss | undefined;
  /** A word on losses without a win beside them. */
  readonly balance: string | undefined;
  /** How many losses there were within two weeks, where less is said: the call, one action, the date. */
  readonly streak: number | undefined;
  readonly callNext: string | undefined;
  /** What in their words is probably politeness. */
  readonly cautions: readonly string[];
  readonly today: Day;
  readonly speech: Speech;
}

/** The page after a debrief: the lessons in one line, the call to make now, the other actions, the date to knock again. */
export function closingPage(closing: Closing): Page {
  return closing.streak === undefined ? fullPage(closing) : shortPage(closing, closing.streak);
}

function fullPage(closing: Closing): Page {
  const { record, today, speech } = closing;
  const words = speech.closing;
  const [call, ...others] = record.actions;
  return [
    BLANK,
    line({ text: `${sayDeal(record.deal, speech)}.`, as: 'strong' }),
    ...lessonLines(closing.lessons),
    ...onRecordLines(record, speech),
    ...closing.cautions.map((caution) => careLine(caution, speech)),
    ...section(words.now, call ? actionLines(call, today, speech) : []),
    ...section(
      words.next,
      others.flatMap((action) => actionLines(action, today, speech)),
    ),
    ...section(words.door, doorLines(record, speech)),
    ...section(words.fromBefore, beforeLines(closing)),
    ...messageLines(record, speech),
    BLANK,
    lastLine(closing),
  ];
}

/** One action beside the call, the date, and what else is kept. */
function shortPage(closing: Closing, streak: number): Page {
  const { record, today, speech } = closing;
  const words = speech.closing;
  const [call, ...others] = record.actions;
  // A message needs its text, which is too long for a day like this.
  const action = others.find(({ message }) => message === undefined) ?? others[0];
  const shown = [call, action].filter((one) => one !== undefined);
  const printed = nextContact(record) ? 1 : 0;
  const left = record.actions.length - shown.length + record.otherEntries.length - printed;
  return [
    BLANK,
    line({ text: words.kept(record.deal.name), as: 'strong' }, ` ${words.streak(streak)}`),
    BLANK,
    ...shown.flatMap((one) => actionLines(one, today, speech)),
    ...doorLines(record, speech),
    ...(left > 0 ? [indented(2, quiet(words.more(left, 'lossdebrief due')))] : []),
    BLANK,
    lastLine(closing),
  ];
}

function lessonLines(lessons: readonly LessonInBrief[]): Page {
  if (lessons.length === 0) return [];
  return [line(lessons.map(({ tag, text }) => `${tag}: ${text}`).join(' · '))];
}

function careLine(caution: string, { closing }: Speech): Line {
  return line({ text: `${closing.withCare} `, as: 'strong' }, caution);
}

function onRecordLines({ touches }: DealRecord, speech: Speech): Page {
  const counts = sayCounts(touches, speech);
  return counts === undefined ? [] : [line(quiet(speech.closing.onRecord(counts)))];
}

function section(title: string, lines: Page): Page {
  return lines.length === 0 ? [] : [BLANK, line(heading(title)), ...lines];
}

function doorLines(record: DealRecord, speech: Speech): Page {
  const { closing, days } = speech;
  const { followUp, deal } = record;
  if (deal.outcome === 'won') return [];
  if (!followUp) return [indented(2, closing.doorClosed)];
  const offered = offerWords(record, speech);
  const next = nextContact(record);
  return [
    item(
      2,
      idSpan(followUp.id),
      ID_WIDTH,
      `${days.long(followUp.on)}, ${followUp.time}: ${doorWords(record, followUp, closing)}.`,
    ),
    ...(offered === undefined ? [] : [indented(2 + ID_WIDTH, offered)]),
    indented(2 + ID_WIDTH, quiet(closing.whyThen(followUp.because, followUp.rule))),
    ...(next ? [item(2, idSpan(next.id), ID_WIDTH, beforeWords(next, closing))] : []),
  ];
}

/** What to offer on the day: the same terms, unless the price stood in the way. */
function offerWords({ deal, debrief }: DealRecord, speech: Speech): string | undefined {
  const answers = debrief?.answers ?? {};
  const terms = sayTerms(deal, textIn(answers, 'terms'), speech);
  if (terms === '') return undefined;
  if (!isPriceLoss(debrief?.primaryReason)) return speech.closing.sameTerms(terms);
  const makesUpForIt = textIn(answers, 'compensation');
  return speech.closing.lastOffer(terms, makesUpForIt && brief(makesUpForIt));
}

/** The contact before the headline call. */
function nextContact({ otherEntries }: DealRecord): DealRecord['otherEntries'][number] | undefined {
  return otherEntries.find(({ kind }) => kind === 'touch' || kind === 'check');
}

function beforeWords({ kind, on }: PlannedEntry, closing: ClosingWords): string {
  return kind === 'check' ? closing.checkBefore(on) : closing.touchBefore(on);
}

/** What the headline day is for: a call, or a look at the condition. */
function doorWords(
  { contact, deal, debrief }: DealRecord,
  { kind, channel }: PlannedEntry,
  closing: ClosingWords,
): string {
  const who = contact ? sayContact(contact) : closing.contactAt(deal.name);
  if (kind !== 'check') return channel === 'phone' ? closing.call(who) : closing.reach(who, channel);
  const condition = textIn(debrief?.answers ?? {}, 'trigger');
  return condition === undefined ? closing.askForChange(who) : closing.askWhether(who, condition);
}

function beforeLines({ repeat, lesson, hint, balance, speech }: Closing): Page {
  const lines: Line[] = [];
  if (hint !== undefined) lines.push(indented(2, hint));
  if (repeat !== undefined) lines.push(indented(2, repeat));
  if (lesson?.lesson !== undefined) {
    lines.push(indented(2, sayLesson(lesson, speech)));
  }
  if (balance !== undefined) lines.push(indented(2, balance));
  return lines;
}

function messageLines({ actions }: DealRecord, { closing }: Speech): Page {
  const message = actions.find((action) => action.message !== undefined)?.message;
  if (message === undefined) return [];
  return [BLANK, line(heading(closing.message)), ...message.split('\n').map((text) => indented(2, text))];
}

function lastLine({ record, callNext, speech }: Closing): Line {
  const seconds = record.debrief?.seconds ?? 0;
  // Without a keyboard no time was spent, and a long one would read as a reproach.
  const spent = seconds > 0 && seconds <= LONGEST_SAID ? `${sayDuration(seconds)}. ` : '';
  return line({ text: spent + speech.closing.nextCall(callNext), as: 'strong' });
}

/** Seconds. */
const LONGEST_SAID = 300;
