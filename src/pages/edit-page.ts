import type { DealRecord } from '../core/debrief.ts';
import type { EditedDebrief, WordChange } from '../core/edited-debrief.ts';
import { BLANK, heading, idSpan, indented, item, type Line, line, type Page, quiet } from '../core/page.ts';
import type { PlanChange } from '../core/replan.ts';
import { sayDay } from '../core/days/say-day.ts';
import { brief } from '../core/text/sentence.ts';
import { ID_WIDTH } from './action-lines.ts';
import { ENTRY_WORDS } from './deal-page.ts';

/** What an edit changes: in the answers, and then in the plan. */
export function editPage({ deal }: DealRecord, { words, plan }: EditedDebrief): Page {
  return [
    line(idSpan(deal.id), '  ', { text: deal.name, as: 'strong' }),
    BLANK,
    line(heading('What you answered')),
    ...words.map(wordLine),
    BLANK,
    line(heading('The plan')),
    ...(plan.length === 0 ? [indented(2, 'It stays as it is.')] : plan.map(planLine)),
  ];
}

function wordLine({ question, before, after, applies }: WordChange): Line {
  const now = after === undefined ? (applies ? 'left out' : 'no longer asked') : brief(after);
  const was = before === undefined ? 'not answered before' : `before: ${brief(before)}`;
  return indented(2, `${question.short}: ${now}`, quiet(`   (${was})`));
}

function planLine(change: PlanChange): Line {
  switch (change.kind) {
    case 'add-action':
      return labelled('new', `by ${sayDay(change.action.due)}: ${change.action.text}`);
    case 'reword-action':
      return labelled(change.id, `reads now: ${change.action.text}`);
    case 'drop-action':
      return labelled(change.action.id, `is dropped: ${change.action.text}`);
    case 'add-entry':
      return labelled('new', `${sayDay(change.entry.on)}: ${ENTRY_WORDS[change.entry.kind]} (${change.entry.because})`);
    case 'move-entry':
      return labelled(change.id, moved(change));
    case 'drop-entry':
      return labelled(change.entry.id, `is dropped: ${ENTRY_WORDS[change.entry.kind]}, ${sayDay(change.entry.on)}`);
    case 'leave':
      return labelled(change.entry.id, `is ${change.entry.state} already and stays as it is`);
  }
}

function moved({ from, entry }: PlanChange & { kind: 'move-entry' }): string {
  const what = `${ENTRY_WORDS[entry.kind]} (${entry.because})`;
  return from === entry.on
    ? `stays on ${sayDay(from)}: ${what}`
    : `moves from ${sayDay(from)} to ${sayDay(entry.on)}: ${what}`;
}

function labelled(label: string, text: string): Line {
  return item(2, label === 'new' ? quiet(label) : idSpan(label), ID_WIDTH, text);
}
