import type { Day } from '../core/day.ts';
import { type DueRow, dueText } from '../core/due.ts';
import { BLANK, heading, idSpan, indented, item, type Line, line, type Page, quiet, type Span } from '../core/page.ts';
import { sayDay, sayDistance, sayMonth } from '../core/say-day.ts';
import { counted } from '../core/sentence.ts';
import { sayTerms } from './deal-words.ts';

/** How many lines of each kind are shown before the rest is a count. */
const SHOWN = 5;

/** The page a salesperson opens each morning: whom to call and what to say, late first, then today, then soon. */
export function callSheet(rows: readonly DueRow[], today: Day, all: boolean): Page {
  const entries = rows.filter(({ kind }) => kind !== 'action');
  const actions = rows.filter(({ kind }) => kind === 'action');
  return [
    line(heading(sayDay(today))),
    ...shownOf(entries, all).flatMap((row) => entryLines(row, today)),
    ...restLine(entries, all, 'entry', 'entries'),
    ...(entries.length > 0 && actions.length > 0 ? [BLANK] : []),
    ...shownOf(actions, all).flatMap((row) => actionLines(row, today)),
    ...restLine(actions, all, 'action', 'actions'),
    BLANK,
    line(quiet(`Mark one as done: lossdebrief done ${rows[0]?.id ?? 'F1'}`)),
  ];
}

function shownOf(rows: readonly DueRow[], all: boolean): readonly DueRow[] {
  return all ? rows : rows.slice(0, SHOWN);
}

function restLine(rows: readonly DueRow[], all: boolean, one: string, many: string): Page {
  const rest = all ? 0 : rows.length - SHOWN;
  return rest > 0
    ? [indented(2, quiet(`and ${counted(rest, `more ${one}`, `more ${many}`)}: lossdebrief due --all`))]
    : [];
}

function entryLines(row: DueRow, today: Day): Page {
  const what = row.kind === 'follow-up' ? callLine(row) : dueText(row);
  const deal = what.includes(row.deal) ? [] : [quiet(`   ${row.deal}`)];
  return [
    entryItem(row, today, what, ...deal),
    ...(row.kind === 'follow-up' ? openingLines(row, today) : []),
    indented(DETAIL, quiet(`(${row.because})`)),
  ];
}

/** Enough to call without opening anything else. */
function callLine({ contact, deal, amount, contractMonths, terms }: DueRow): string {
  const who = contact
    ? [contact.name, contact.role, deal, contact.phone ?? 'number: not recorded']
        .filter((part) => part !== undefined)
        .join(', ')
    : `your contact at ${deal}, number: not recorded`;
  const offered = sayTerms({ amount, contractMonths }, terms);
  return `Call ${who}${offered === '' ? '' : `   ${offered}: same terms`}`;
}

function openingLines({ said, winner, decidedOn, lastAttempt }: DueRow, today: Day): Page {
  const since = decidedOn ? sayMonth(lastAttempt ?? decidedOn, today) : 'then';
  const why = said === null ? 'Why they said no was not noted.' : `"${firstLine(said)}"`;
  const rival = winner === null ? '' : ` ${winner} has it.`;
  return [indented(DETAIL, `${why}${rival} Ask what has changed since ${since}.`)];
}

function actionLines(row: DueRow, today: Day): Page {
  return [entryItem(row, today, dueText(row), quiet(`   after ${row.deal}`))];
}

const WHEN = 14;
const ID = 6;
const DETAIL = 2 + WHEN + ID;

function entryItem(row: DueRow, today: Day, ...spans: readonly (string | Span)[]): Line {
  const when: Span = { text: sayDistance(row.on, today), ...(row.on < today && { as: 'late' as const }) };
  return { ...item(2, when, WHEN, { ...idSpan(row.id), text: row.id.padEnd(ID) }, ...spans), hang: WHEN + ID };
}

function firstLine(text: string): string {
  const [first = '', ...more] = text.split('\n').filter((part) => part.trim() !== '');
  return more.length > 0 ? `${first} …` : first;
}
