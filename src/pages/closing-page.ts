import { textIn } from '../core/answers.ts';
import type { LessonInBrief } from '../core/closing.ts';
import type { Day } from '../core/day.ts';
import type { DealRecord, PlannedEntry } from '../core/debrief.ts';
import type { PastLoss } from '../core/history.ts';
import { BLANK, heading, idSpan, indented, item, type Line, line, type Page, quiet } from '../core/page.ts';
import { sayContact } from '../core/questions/contact.ts';
import { sayDay, sayDuration, sayShortDay } from '../core/say-day.ts';
import { counted } from '../core/sentence.ts';
import { actionLines, ID_WIDTH } from './action-lines.ts';
import { sayDeal, sayTerms } from './deal-words.ts';

/** What a debrief ends with. */
export interface Closing {
  readonly record: DealRecord;
  readonly lessons: readonly LessonInBrief[];
  readonly repeat: string | undefined;
  readonly lesson: PastLoss | undefined;
  /** After several losses in a row less is said: the call, one action, the date. */
  readonly isShort: boolean;
  readonly callNext: string | undefined;
  readonly today: Day;
}

/** The page after a debrief: the lessons in one line, the call to make now, the other actions, the date to knock again. */
export function closingPage(closing: Closing): Page {
  return closing.isShort ? shortPage(closing) : fullPage(closing);
}

function fullPage(closing: Closing): Page {
  const { record, today } = closing;
  const [call, ...others] = record.actions;
  return [
    BLANK,
    line({ text: `${sayDeal(record.deal)}.`, as: 'strong' }),
    ...lessonLines(closing.lessons),
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

/** One action beside the call, the date, and what else is kept. */
function shortPage(closing: Closing): Page {
  const { record, today } = closing;
  const [call, ...others] = record.actions;
  const action = others.find(({ rule }) => rule === 'next-time' || rule === 'compensate') ?? others[0];
  const shown = [call, action].filter((one) => one !== undefined);
  const left = record.actions.length - shown.length + record.contactPlan.length;
  return [
    BLANK,
    line({ text: `${record.deal.name} is kept.`, as: 'strong' }, ' Three in two weeks is hard. Only this, then:'),
    BLANK,
    ...shown.flatMap((one) => actionLines(one, today)),
    ...doorLines(record),
    ...(left > 0
      ? [indented(2, quiet(`${counted(left, 'more entry', 'more entries')} wait in: lossdebrief due`))]
      : []),
    BLANK,
    lastLine(closing),
  ];
}

function lessonLines(lessons: readonly LessonInBrief[]): Page {
  if (lessons.length === 0) return [];
  return [line(lessons.map(({ tag, text }) => `${tag}: ${text}`).join(' · '))];
}

function section(title: string, lines: Page): Page {
  return lines.length === 0 ? [] : [BLANK, line(heading(title)), ...lines];
}

function doorLines(record: DealRecord): Page {
  const { followUp, contactPlan, deal } = record;
  if (deal.outcome === 'won') return [];
  if (!followUp) return [indented(2, 'Closed. Nobody will remind you of this account.')];
  const terms = sayTerms(deal, textIn(record.debrief?.answers ?? {}, 'terms'));
  const next = contactPlan.find(({ kind }) => kind === 'touch' || kind === 'check');
  return [
    item(2, idSpan(followUp.id), ID_WIDTH, `${sayDay(followUp.on)}, ${followUp.time}: ${doorWords(record, followUp)}.`),
    ...(terms === '' ? [] : [indented(2 + ID_WIDTH, `Offer the same terms: ${terms}.`)]),
    indented(2 + ID_WIDTH, quiet(`Why then: ${followUp.because} (${followUp.rule}).`)),
    ...(next
      ? [item(2, idSpan(next.id), ID_WIDTH, `Before that, on ${sayDay(next.on)}: ${NEXT_WORDS[next.kind] ?? ''}.`)]
      : []),
  ];
}

const NEXT_WORDS: Readonly<Record<string, string>> = {
  touch: 'send them one useful thing, no ask attached',
  check: 'see whether the condition has come true',
};

/** What the headline day is for: a call, or a look at the condition. */
function doorWords({ contact, deal, debrief }: DealRecord, { kind, channel }: PlannedEntry): string {
  const who = contact ? sayContact(contact) : `your contact at ${deal.name}`;
  if (kind !== 'check') return channel === 'phone' ? `call ${who}` : `write to ${who} (${channel})`;
  const condition = textIn(debrief?.answers ?? {}, 'trigger');
  return condition === undefined
    ? `ask ${who} whether anything has changed`
    : `ask ${who} whether this has happened: ${condition}`;
}

function beforeLines({ repeat, lesson }: Closing): Page {
  const lines: Line[] = [];
  if (repeat !== undefined) lines.push(indented(2, repeat));
  if (lesson?.lesson !== undefined) {
    lines.push(indented(2, `In ${lesson.deal} (${sayShortDay(lesson.decidedOn)}) you wrote: "${lesson.lesson}"`));
  }
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
