import { textIn } from '../core/answers.ts';
import type { LessonInBrief } from '../core/closing.ts';
import type { Day } from '../core/day.ts';
import type { DealRecord, PlannedEntry } from '../core/debrief.ts';
import type { PastLoss } from '../core/history.ts';
import { BLANK, heading, idSpan, indented, item, type Line, line, type Page, quiet } from '../core/page.ts';
import { sayContact } from '../core/questions/contact.ts';
import { sayDay, sayDuration } from '../core/say-day.ts';
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
}

/** The page after a debrief: the lessons in one line, the call to make now, the other actions, the date to knock again. */
export function closingPage(closing: Closing): Page {
  return closing.streak === undefined ? fullPage(closing) : shortPage(closing, closing.streak);
}

function fullPage(closing: Closing): Page {
  const { record, today } = closing;
  const [call, ...others] = record.actions;
  return [
    BLANK,
    line({ text: `${sayDeal(record.deal)}.`, as: 'strong' }),
    ...lessonLines(closing.lessons),
    ...onRecordLines(record),
    ...closing.cautions.map(careLine),
    ...section('Now', call ? actionLines(call, today) : []),
    ...section(
      'Then',
      others.flatMap((action) => actionLines(action, today)),
    ),
    ...section('The door', doorLines(record)),
    ...section('From before', beforeLines(closing)),
    ...messageLines(record),
    BLANK,
    lastLine(closing),
  ];
}

const COUNTS: Readonly<Record<number, string>> = { 3: 'Three', 4: 'Four', 5: 'Five', 6: 'Six' };

/** One action beside the call, the date, and what else is kept. */
function shortPage(closing: Closing, streak: number): Page {
  const { record, today } = closing;
  const [call, ...others] = record.actions;
  // A message needs its text, which is too long for a day like this.
  const action = others.find(({ message }) => message === undefined) ?? others[0];
  const shown = [call, action].filter((one) => one !== undefined);
  const printed = nextContact(record) ? 1 : 0;
  const left = record.actions.length - shown.length + record.contactPlan.length - printed;
  return [
    BLANK,
    line(
      { text: `${record.deal.name} is kept.`, as: 'strong' },
      ` ${COUNTS[streak] ?? streak} in two weeks is hard. Only this, then:`,
    ),
    BLANK,
    ...shown.flatMap((one) => actionLines(one, today)),
    ...doorLines(record),
    ...(left > 0 ? [indented(2, quiet(`${left} more ${left === 1 ? 'waits' : 'wait'} in: lossdebrief due`))] : []),
    BLANK,
    lastLine(closing),
  ];
}

function lessonLines(lessons: readonly LessonInBrief[]): Page {
  if (lessons.length === 0) return [];
  return [line(lessons.map(({ tag, text }) => `${tag}: ${text}`).join(' · '))];
}

function careLine(caution: string): Line {
  return line({ text: 'What they said, with care: ', as: 'strong' }, caution);
}

function onRecordLines({ touches }: DealRecord): Page {
  const counts = sayCounts(touches);
  return counts === undefined ? [] : [line(quiet(`On record: ${counts}.`))];
}

function section(title: string, lines: Page): Page {
  return lines.length === 0 ? [] : [BLANK, line(heading(title)), ...lines];
}

function doorLines(record: DealRecord): Page {
  const { followUp, deal } = record;
  if (deal.outcome === 'won') return [];
  if (!followUp) return [indented(2, 'Closed. Nobody will remind you of this account.')];
  const terms = sayTerms(deal, textIn(record.debrief?.answers ?? {}, 'terms'));
  const next = nextContact(record);
  return [
    item(2, idSpan(followUp.id), ID_WIDTH, `${sayDay(followUp.on)}, ${followUp.time}: ${doorWords(record, followUp)}.`),
    ...(terms === '' ? [] : [indented(2 + ID_WIDTH, `Offer the same terms: ${terms}.`)]),
    indented(2 + ID_WIDTH, quiet(`Why then: ${followUp.because} (${followUp.rule}).`)),
    ...(next
      ? [item(2, idSpan(next.id), ID_WIDTH, `Before that, on ${sayDay(next.on)}: ${NEXT_WORDS[next.kind] ?? ''}.`)]
      : []),
  ];
}

/** The contact before the headline call. */
function nextContact({ contactPlan }: DealRecord): DealRecord['contactPlan'][number] | undefined {
  return contactPlan.find(({ kind }) => kind === 'touch' || kind === 'check');
}

const NEXT_WORDS: Readonly<Record<string, string>> = {
  touch: 'send them one useful thing, no ask attached',
  check: 'see whether the condition has come true',
};

const REACHING: Readonly<Record<string, string>> = { video: 'meet', meeting: 'meet' };

/** What the headline day is for: a call, or a look at the condition. */
function doorWords({ contact, deal, debrief }: DealRecord, { kind, channel }: PlannedEntry): string {
  const who = contact ? sayContact(contact) : `your contact at ${deal.name}`;
  if (kind !== 'check')
    return channel === 'phone' ? `call ${who}` : `${REACHING[channel] ?? 'write to'} ${who} (${channel})`;
  const condition = textIn(debrief?.answers ?? {}, 'trigger');
  return condition === undefined
    ? `ask ${who} whether anything has changed`
    : `ask ${who} whether this has happened: ${condition}`;
}

function beforeLines({ repeat, lesson, hint, balance }: Closing): Page {
  const lines: Line[] = [];
  if (hint !== undefined) lines.push(indented(2, hint));
  if (repeat !== undefined) lines.push(indented(2, repeat));
  if (lesson?.lesson !== undefined) {
    lines.push(indented(2, sayLesson(lesson)));
  }
  if (balance !== undefined) lines.push(indented(2, balance));
  return lines;
}

function messageLines({ actions }: DealRecord): Page {
  const message = actions.find((action) => action.message !== undefined)?.message;
  if (message === undefined) return [];
  return [BLANK, line(heading('The message, ready to paste')), ...message.split('\n').map((text) => indented(2, text))];
}

function lastLine({ record, callNext }: Closing): Line {
  const seconds = record.debrief?.seconds ?? 0;
  // Without a keyboard no time was spent.
  const spent = seconds > 0 ? `${sayDuration(seconds)}. ` : '';
  return line({ text: `${spent}Now call ${callNext ?? 'the next one'}.`, as: 'strong' });
}
