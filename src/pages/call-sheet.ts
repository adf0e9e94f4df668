import { addDays, type Day, daysBetween, wholeMonthsBetween } from '../core/days/day.ts';
import { type DueRow, dueText, type WonBack } from '../core/due/due.ts';
import { sayMoney } from '../core/money/money.ts';
import { BLANK, heading, idSpan, indented, item, type Line, line, type Page, quiet, type Span } from '../core/page.ts';
import { isPriceLoss } from '../core/reasons.ts';
import { sayDay, sayDistance, sayMonth, sayShortDay } from '../core/days/say-day.ts';
import { counted, listed } from '../core/text/sentence.ts';
import { nextCalls, pastCallLines } from './next-calls.ts';
import type { WaitingDeal, WaitingDeals } from '../core/due/waiting-deal.ts';
import { sayTerms } from './deal-words.ts';

/** What a call sheet is drawn from besides its rows. */
export interface Sheet {
  readonly today: Day;
  readonly wonBack: WonBack;
  readonly waiting: WaitingDeals;
  /** A word on losses without a win beside them. */
  readonly balance: string | undefined;
  /** Every line, instead of five of each kind. */
  readonly all: boolean;
}

/** The page a salesperson opens each morning: whom to call and what to say, late first, then today, then soon. */
export function callSheet(due: readonly DueRow[], { today, wonBack, waiting, balance, all }: Sheet): Page {
  const { rows, along, past } = nextCalls(due, today, all);
  const kinds = kindsOf(rows).map((kind) => rows.filter((row) => row.kind === kind));
  const shown = kinds.flatMap((ofKind) => (all ? ofKind : ofKind.slice(0, SHOWN)));
  return [
    line(heading(sayDay(today))),
    ...apart([
      ...URGENCIES.map((fits) =>
        shown.filter(({ on }) => fits(on, today)).flatMap((row) => dueLines(row, today, along.get(row))),
      ),
      all ? [] : restLine(kinds),
      pastCallLines(past),
      waitingLines(waiting, today, all),
      balance === undefined ? [] : [line(balance)],
      [...wonBackLine(wonBack), ...howToClose(rows)],
    ]),
  ];
}

/** What is late stands before what is due today, and that before what is due soon. */
const URGENCIES: readonly ((on: Day, today: Day) => boolean)[] = [
  (on, today) => on < today,
  (on, today) => on === today,
  (on, today) => on > today,
];

/** What is not shown is counted, so that the sheet is never a wall. */
function restLine(kinds: readonly (readonly DueRow[])[]): Page {
  const rest = kinds.flatMap((ofKind) => {
    const [first] = ofKind;
    return first && ofKind.length > SHOWN ? [sayMore(ofKind.length - SHOWN, first.kind)] : [];
  });
  return rest.length === 0 ? [] : [indented(2, quiet(`and ${listed(rest)}: lossdebrief due --all`))];
}

function sayMore(count: number, kind: DueRow['kind']): string {
  const [one, many] = KIND_WORDS[kind];
  return counted(count, `more ${one}`, `more ${many}`);
}

const KIND_WORDS: Readonly<Record<DueRow['kind'], readonly [one: string, many: string]>> = {
  'follow-up': ['call', 'calls'],
  touch: ['useful thing to send', 'useful things to send'],
  check: ['check', 'checks'],
  feedback: ['question to ask again', 'questions to ask again'],
  'second-look': ['second look', 'second looks'],
  'regret-check': ['look at what came of it', 'looks at what came of it'],
  action: ['action', 'actions'],
};

/** Parts with a line between them; an empty one takes none. */
function apart(parts: readonly Page[]): Page {
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : [BLANK, ...part]));
}

/** With the id at the top of the sheet, to show by. */
function howToClose(rows: readonly DueRow[]): Page {
  const first = rows.find(({ kind }) => kind === 'follow-up') ?? rows[0];
  if (!first) return [];
  return [line(quiet(`Mark one as done: lossdebrief done ${first.id}   One by one: lossdebrief due -i`))];
}

/** Closed deals that nobody has looked back on: the fresher the memory, the better. Those of long ago are a count, unless all are wanted. */
function waitingLines({ count, latest }: WaitingDeals, today: Day, all: boolean): Page {
  const [first] = latest;
  if (!first) return [];
  const since = addDays(today, -FRESH_DAYS);
  const shown = all ? latest : latest.filter(({ decidedOn }) => decidedOn !== null && decidedOn >= since);
  const rest = count - shown.length;
  const others =
    shown.length === SHOWN
      ? `${rest} more like these`
      : `${counted(rest, 'deal')} that ended before ${sayShortDay(since)}`;
  return [
    line(heading('Closed, and not debriefed')),
    ...shown.map((waiting) => item(2, { ...idSpan(waiting.dealId) }, ID, ...sayWaiting(waiting))),
    ...(rest > 0 ? [indented(2, quiet(`${shown.length > 0 ? 'and ' : ''}${others}: lossdebrief due --all`))] : []),
    line(quiet(`Look back on one: lossdebrief new ${first.dealId}`)),
  ];
}

/** How long a deal is remembered well enough to be named by itself. */
const FRESH_DAYS = 56;

function sayWaiting({ deal, outcome, decidedOn, amount }: WaitingDeal): readonly (string | Span)[] {
  const how = outcome === 'won' ? 'won' : 'not won';
  const worth = amount ? `   ${sayMoney(amount, 'short')}` : '';
  return [deal, quiet(`   ${how}${decidedOn ? ` on ${sayShortDay(decidedOn)}` : ''}${worth}`)];
}

/** One line for a shell's start-up: `2 late, 1 today, 3 soon, 4 to debrief: lossdebrief due`; none where there is nothing to count. */
export function countLines(due: readonly DueRow[], waiting: number, today: Day): Page {
  const past = new Set(nextCalls(due, today, false).past);
  const rows = due.filter((row) => !past.has(row));
  const count = (fits: (on: Day) => boolean): number => rows.filter(({ on }) => fits(on)).length;
  const counts = [
    [count((on) => on < today), 'late'],
    [count((on) => on === today), 'today'],
    [count((on) => on > today), 'soon'],
    [waiting, 'to debrief'],
  ] as const;
  const said = counts.filter(([number]) => number > 0).map(([number, when]) => `${number} ${when}`);
  return said.length === 0 ? [] : [line(`${said.join(', ')}: lossdebrief due`)];
}

/** One thing that is due, with all that is needed to do it, and with those it stands for besides itself. */
export function dueLines(row: DueRow, today: Day, along: readonly DueRow[] = []): Page {
  if (row.kind === 'action') {
    const deals = [...new Set([row, ...along].map(({ deal }) => deal))];
    const ids = [row, ...along].map(({ id }) => id).join(' ');
    return [
      dueItem(row, today, dueText(row), quiet(`   after ${sayDeals(deals)}`)),
      ...(along.length === 0 ? [] : [indented(DETAIL, quiet(`lossdebrief done ${ids}`))]),
      ...hintLine(row),
    ];
  }
  const what = row.kind === 'follow-up' ? callLine(row) : dueText(row);
  const deal = what.includes(row.deal) ? [] : [quiet(`   ${row.deal}`)];
  return [
    dueItem(row, today, what, ...deal),
    ...(row.kind === 'follow-up' ? openingLines(row, today) : []),
    indented(DETAIL, quiet(`(${row.because})`)),
    ...hintLine(row),
  ];
}

function sayDeals(deals: readonly string[]): string {
  const [first = '', ...others] = deals;
  return others.length < MOST_NAMED ? listed(deals) : `${first} and ${counted(others.length, 'other deal')}`;
}

const MOST_NAMED = 3;

/** What is done in the program itself says how. */
function hintLine({ kind, rule, dealId }: DueRow): Page {
  if (kind === 'second-look' || rule === DEEP_REVIEW) {
    return [indented(DETAIL, quiet(`lossdebrief review ${dealId}`))];
  }
  return kind === 'regret-check' ? [indented(DETAIL, quiet(`What you expected: lossdebrief show ${dealId}`))] : [];
}

/** The rule of the quick pass that asks for a deep look. */
const DEEP_REVIEW = 'deep-review';

/** How many lines of each kind are shown before the rest is a count. */
export const SHOWN = 5;
const WHEN = 14;
const ID = 6;
const DETAIL = 2 + WHEN + ID;

/** Calls before anything lighter, and what is about the person's own habits last; each kind in the order of its days. */
function kindsOf(rows: readonly DueRow[]): readonly DueRow['kind'][] {
  return [...new Set(rows.map(({ kind }) => kind))].toSorted((one, other) => placeOf(one) - placeOf(other));
}

function placeOf(kind: DueRow['kind']): number {
  if (kind === 'follow-up') return 0;
  return kind === 'action' ? 2 : 1;
}

/** Enough to call without opening anything else. */
function callLine({ contact, deal, amount, contractMonths, terms, channel, primaryReason }: DueRow): string {
  const reach = channel === 'email' ? contact?.email : contact?.phone;
  const who = contact
    ? [contact.name, contact.role, deal, reach ?? 'number: not recorded']
        .filter((part) => part !== undefined)
        .join(', ')
    : `your contact at ${deal}, number: not recorded`;
  const offered = sayTerms({ amount, contractMonths }, terms);
  const how = isPriceLoss(primaryReason) ? 'last offer' : 'same terms';
  return `${channel === 'phone' ? 'Call' : `Contact (${channel})`} ${who}${offered === '' ? '' : `   ${offered}: ${how}`}`;
}

function openingLines({ said, winner, decidedOn, lastAttempt }: DueRow, today: Day): Page {
  const since = decidedOn ? sayMonth(decidedOn, today) : 'then';
  const why = said === null ? 'Why they said no was not noted.' : `"${firstLine(said)}"`;
  const rival = winner === null ? '' : ` ${winner} has it.`;
  const ago = decidedOn ? ` That was ${sayAgo(decidedOn, today)}.` : '';
  const tried = lastAttempt ? ` Last contact: ${sayDay(lastAttempt)}.` : '';
  return [indented(DETAIL, `${why}${rival}${ago}${tried} Ask what has changed since ${since}.`)];
}

/** `9 months ago`, `12 days ago`. */
function sayAgo(day: Day, today: Day): string {
  const days = daysBetween(day, today);
  return days < 60 ? `${counted(days, 'day')} ago` : `${counted(wholeMonthsBetween(day, today), 'month')} ago`;
}

function wonBackLine({ deals, value }: WonBack): Page {
  if (deals === 0) return [];
  const worth = value.length === 0 ? '' : `, ${listed(value.map(({ money }) => sayMoney(money, 'short')))}`;
  return [line({ text: `Won back so far: ${counted(deals, 'deal')}${worth}`, as: 'good' })];
}

function dueItem(row: DueRow, today: Day, ...spans: readonly (string | Span)[]): Line {
  const when: Span = { text: sayDistance(row.on, today), ...(row.on < today && { as: 'late' as const }) };
  return { ...item(2, when, WHEN, { ...idSpan(row.id), text: row.id.padEnd(ID) }, ...spans), hang: WHEN + ID };
}

function firstLine(text: string): string {
  const [first = '', ...more] = text.split('\n').filter((part) => part.trim() !== '');
  return more.length > 0 ? `${first} …` : first;
}
