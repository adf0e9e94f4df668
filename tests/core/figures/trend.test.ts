import { expect, test } from 'vitest';
import { decisions } from '../../../src/core/figures/decisions.ts';
import { trend } from '../../../src/core/figures/trend.ts';
import type { Every } from '../../../src/core/report/report-period.ts';
import { day } from '../../support/days.ts';
import { type Counted, deals, euros, notesOf, rowsOf, tableOf } from '../../support/tallies.ts';

/** Won and lost by the first day of each period. */
function course(every: Every, ...periods: readonly (readonly [first: string, won: number, lost: number])[]): Counted {
  const rows = periods.flatMap(([first, won, lost]) => [
    ...(won > 0 ? [deals(won, [first, 'won'])] : []),
    ...(lost > 0 ? [deals(lost, [first, 'lost-competitor'])] : []),
  ]);
  return [[decisions({ every })[0], rows]];
}

test('each period has what was won and lost in it; a gap is a period with nothing', async () => {
  const [request, wonBack] = decisions({ every: 'quarter' });
  const counted: Counted = [
    [
      request,
      [
        deals(2, ['2026-01-01', 'won']),
        deals(3, ['2026-01-01', 'postponed'], euros(30)),
        deals(1, ['2026-01-01', 'disqualified']),
        deals(1, ['2026-10-01', 'lost-competitor']),
      ],
    ],
    [wonBack, [deals(1, ['2026-10-01', 'won'])]],
  ];
  const table = await tableOf(trend, counted);
  expect(
    table?.rows.map(({ key, label, values }) => [key, label, values['won'], values['lost'], values['rate']]),
  ).toEqual([
    ['2026-Q1', '2026-Q1', 2, 3, 0.4],
    ['2026-Q2', '2026-Q2', 0, 0, null],
    ['2026-Q3', '2026-Q3', 0, 0, null],
    ['2026-Q4', '2026-Q4 so far', 1, 1, null],
  ]);
  expect(table?.rows[0]?.values['lostValue']).toEqual({
    sums: [{ currency: 'EUR', minor: 3000, deals: 3 }],
    unknownAmounts: 0,
  });
});

test('a period of which the report has only some days is called a part', async () => {
  const [request] = decisions({ every: 'quarter' });
  const counted: Counted = [
    [request, ['2026-01-01', '2026-04-01', '2026-07-01'].map((first) => deals(1, [first, 'won']))],
  ];
  const labelsWithin = async (from: string, to: string): Promise<readonly (string | undefined)[]> =>
    ((await tableOf(trend, counted, { period: { from: day(from), to: day(to) } }))?.rows ?? []).map(
      ({ label }) => label,
    );
  expect(await labelsWithin('2026-02-10', '2026-08-31')).toEqual(['2026-Q1 in part', '2026-Q2', '2026-Q3 in part']);
  expect(await labelsWithin('2026-01-01', '2026-09-30')).toEqual(['2026-Q1', '2026-Q2', '2026-Q3']);
});

test('a change that leaves out zero is called one, with its counts', async () => {
  const counted = course('year', ['2025-01-01', 5, 45], ['2026-01-01', 30, 20]);
  expect(await rowsOf(trend, counted, { every: 'year' })).toMatchObject({
    '2025': { change: null },
    '2026': { change: 'up' },
  });
  expect(await notesOf(trend, counted, { every: 'year' })).toEqual([
    'A change: 30 of 50 won in 2026, after 5 of 50 in 2025.',
  ]);
});

test('the more periods are compared, the larger a change has to be', async () => {
  const jump = [8, 22, 17, 13] as const;
  const two = course('year', ['2025-01-01', jump[0], jump[1]], ['2026-01-01', jump[2], jump[3]]);
  const twelve = course(
    'year',
    ...Array.from({ length: 10 }, (_, index) => [`${2015 + index}-01-01`, jump[0], jump[1]] as const),
    ['2025-01-01', jump[0], jump[1]],
    ['2026-01-01', jump[2], jump[3]],
  );
  expect(await rowsOf(trend, two, { every: 'year' })).toMatchObject({ '2026': { change: 'up' } });
  expect(await rowsOf(trend, twelve, { every: 'year' })).toMatchObject({ '2026': { change: 'no-sign' } });
});

test('a swing at the end of every quarter is no trend', async () => {
  const months = ['01', '02', '03', '04', '05', '06', '07', '08', '09'].map(
    (month, index) => [`2026-${month}-01`, index % 3 === 2 ? 40 : 5, index % 3 === 2 ? 10 : 45] as const,
  );
  const rows = await rowsOf(trend, course('month', ...months), { every: 'month' });
  expect(Object.values(rows).map(({ change }) => change)).toEqual([null, null, null, ...Array(6).fill('no-sign')]);
});

test('a swing that comes at the end of one quarter alone is a change', async () => {
  const months = [
    ['2026-03-01', 5, 45],
    ['2026-04-01', 5, 45],
    ['2026-05-01', 5, 45],
    ['2026-06-01', 40, 10],
  ] as const;
  expect(await rowsOf(trend, course('month', ...months), { every: 'month' })).toMatchObject({
    '2026-06': { change: 'up' },
  });
});

test('a period of fewer than five decisions is not compared', async () => {
  const counted = course('quarter', ['2026-01-01', 4, 0], ['2026-04-01', 0, 40]);
  expect(await rowsOf(trend, counted)).toMatchObject({ '2026-Q2': { change: null } });
  expect(await notesOf(trend, counted)).toEqual(['Too few decisions in each quarter to compare one with another.']);
});

test('deals without a day of decision are left out, and that is said', async () => {
  const counted: Counted = [[decisions({ every: 'quarter' })[0], [deals(2, [null, 'lost-unspecified'])]]];
  expect((await notesOf(trend, counted)).at(-1)).toMatch(/^2 of \d+ deals have no day of decision and are left out\.$/);
});

test('its columns are a contract', async () => {
  expect((await tableOf(trend, []))?.columns.map(({ key }) => key)).toEqual([
    'won',
    'lost',
    'total',
    'rate',
    'low',
    'high',
    'lostValue',
    'change',
  ]);
});
