import type { Day } from '../core/days/day.ts';
import type { DealRecord, KeptAnswer } from '../core/debrief.ts';
import { BLANK, heading, idSpan, indented, item, line, type Page, quiet } from '../core/page.ts';
import { sayContact } from '../core/questions/contact.ts';
import { sayDay } from '../core/days/say-day.ts';
import type { ThenAndNow } from '../core/then-and-now.ts';
import { actionLines, ID_WIDTH, noteLines } from './action-lines.ts';
import { sayDeal } from './deal-words.ts';
import { OUTCOME_WORDS } from './item-words.ts';
import { reviewLines } from './review-page.ts';
import { timelineLines } from './timeline-lines.ts';

/** Everything kept about one deal, as `show` prints it: the answers under the words they were asked with, then what follows from them. */
export function dealPage(record: DealRecord, today: Day, comparison?: readonly ThenAndNow[]): Page {
  const { deal, debrief, contact } = record;
  return [
    line(idSpan(deal.id), '  ', { text: `${sayDeal(deal)}.`, as: 'strong' }),
    ...(contact ? [indented(2, `Contact: ${sayContact(contact)}`)] : []),
    ...(debrief ? answerLines(debrief.kept) : [BLANK, line('No debrief yet.')]),
    ...reviewLines(record, comparison),
    ...decidedLines(record, today),
    ...scheduleLines(record),
    ...timelineLines(record),
  ];
}

/** Said by the first line already. */
const IN_THE_HEADING = new Set(['deal', 'amount', 'currency', 'contract-months', 'decided-on']);

function answerLines(kept: readonly KeptAnswer[]): Page {
  const shown = kept.filter(({ id, said }) => said !== '' && !IN_THE_HEADING.has(id));
  return shown.flatMap(({ asked, said, value }) => [BLANK, line(quiet(asked)), ...saidLines(said, value)]);
}

/** A pasted text keeps its lines, and the steps get a line each. */
function saidLines(said: string, value: KeptAnswer['value']): Page {
  const isSteps = typeof value === 'object' && value !== null && !('name' in value);
  return said.split(isSteps ? '; ' : '\n').map((text) => indented(2, text));
}

function decidedLines({ actions }: DealRecord, today: Day): Page {
  if (actions.length === 0) return [];
  const lines = actions.flatMap((action) => [
    ...actionLines(action, today),
    ...(action.message === undefined ? [] : action.message.split('\n').map((part) => indented(2 + ID_WIDTH, part))),
  ]);
  return [BLANK, line(heading('What you decided to do')), ...lines];
}

function scheduleLines({ followUp, otherEntries }: DealRecord): Page {
  const entries = [...otherEntries, ...(followUp ? [followUp] : [])].toSorted((one, other) =>
    one.on < other.on ? -1 : 1,
  );
  if (entries.length === 0) return [];
  const lines = entries.flatMap(({ id, kind, on, time, channel, state, outcome, because, note }) => [
    item(
      2,
      idSpan(id),
      ID_WIDTH,
      `${sayDay(on)}${OWN_TIME.has(kind) ? '' : `, ${time}, ${channel}`}: ${ENTRY_WORDS[kind]}`,
      ...(state === 'open' ? [] : [quiet(` (${state}${outcome ? `: ${OUTCOME_WORDS[outcome]}` : ''})`)]),
      ...(state === 'open' && kind === 'follow-up' ? [quiet(` (${because})`)] : []),
    ),
    ...noteLines(note),
  ]);
  return [BLANK, line(heading('The door')), ...lines];
}

/** Read alone, at any time of the day. */
const OWN_TIME: ReadonlySet<string> = new Set(['second-look', 'regret-check']);

/** What an entry of the schedule is, by its kind. */
export const ENTRY_WORDS = {
  'follow-up': 'the call',
  touch: 'one useful thing',
  check: 'has it happened?',
  feedback: 'their answer',
  'second-look': 'a second look',
  'regret-check': 'did it go as expected?',
} as const;
