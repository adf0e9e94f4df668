import { type Day, fieldsOf } from '../days/day.ts';
import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { MONTHS } from '../days/say-day.ts';
import { brief } from '../text/sentence.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { dealsIn, splitTally, type Tally } from '../report/tally.ts';
import { byCount, countColumn, shareColumns, shareValues } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import { NOT_WON, withResult } from './result.ts';

/** The events that would make lost accounts buy, by segment: the same corner of a market often has the same calendar. */
export const triggers: Figure = {
  id: 'triggers',
  unless: 'It takes a loss that waits for an event, as a debrief asks where they may buy later.',
  needs: () => [EVENTS],
  table: (tallies) => {
    const losses = withResult(tallies(EVENTS), 3, ...NOT_WON);
    const rows = [...splitTally(losses)]
      .flatMap(([segment, tally]) => rowOf(typeof segment === 'string' ? segment : '', tally))
      .toSorted(byCount('named'));
    if (rows.length === 0) return undefined;
    return {
      id: 'triggers',
      title: 'What lost accounts wait for, by segment',
      columns: COLUMNS,
      rows,
      notes: rows.flatMap(monthNote),
    };
  },
};

const EVENTS = decided('segment', { theirWords: 'trigger' }, { answer: 'trigger-on' });

const COLUMNS: FigureTable['columns'] = [
  countColumn('named', 'with an event'),
  countColumn('total', 'of'),
  ...shareColumns('share', 'losses with an event', { count: 'named', total: 'total' }),
  {
    key: 'month',
    title: 'most in',
    kind: 'text',
    words: Object.fromEntries(MONTHS.map((name, index) => [monthCode(index + 1), name])),
  },
  countColumn('inMonth', 'in that month'),
  countColumn('dated', 'of those with a day'),
  { key: 'events', title: 'what they wait for', kind: 'text', isPrivate: true },
];

function rowOf(segment: string, losses: Tally): readonly FigureRow[] {
  const named = losses.filter(({ at: [, event, on] }) => event !== null || on !== null);
  if (named.length === 0) return [];
  const dated = named.filter(({ at: [, , on] }) => on !== null);
  const month = commonestMonth(dated);
  const share = { count: dealsIn(named), total: dealsIn(losses) };
  return [
    {
      key: segment,
      label: segment === '' ? 'no segment noted' : segment,
      evidence: evidenceOf(share.total),
      values: {
        named: share.count,
        total: share.total,
        ...shareValues('share', share),
        month,
        inMonth: dealsIn(dated.filter((row) => monthOf(row) === month)),
        dated: dealsIn(dated),
        events: eventsIn(named),
      },
    },
  ];
}

/** Of months with as many events the first of the year; null where no event has a day. */
function commonestMonth(dated: Tally): string | null {
  const counts = new Map<string, number>();
  for (const row of dated) counts.set(monthOf(row), (counts.get(monthOf(row)) ?? 0) + row.deals);
  const [most] = [...counts].toSorted(([one, some], [other, more]) => more - some || (one < other ? -1 : 1));
  return most?.[0] ?? null;
}

function monthOf({ at: [, , on] }: Tally[number]): string {
  return monthCode(fieldsOf(on as Day).month);
}

function monthCode(month: number): string {
  return String(month).padStart(2, '0');
}

/** In their words, each once, the commonest first. */
function eventsIn(named: Tally): string | null {
  const events = [...splitTally(named, 1)].flatMap(([event, tally]) =>
    typeof event === 'string' ? [{ words: brief(event), deals: dealsIn(tally) }] : [],
  );
  const words = events
    .toSorted((one, other) => other.deals - one.deals || (one.words < other.words ? -1 : 1))
    .map((event) => event.words);
  return words.length === 0 ? null : [...new Set(words)].join('; ');
}

/** One event in a month is only that event. */
function monthNote({ key, values }: FigureRow): readonly string[] {
  const { month, inMonth, total } = values;
  if (typeof month !== 'string' || Number(inMonth) < 2) return [];
  const losses = key === '' ? 'losses without a segment' : `losses in ${key}`;
  return [`${Number(inMonth)} of ${Number(total)} ${losses} wait for an event in ${MONTHS[Number(month) - 1]}.`];
}
