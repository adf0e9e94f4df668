import { expect, test } from 'vitest';
import { decisions } from '../../../src/core/figures/decisions.ts';
import type { Figure } from '../../../src/core/figures/figure.ts';
import { FURTHER_FIGURES } from '../../../src/core/figures/further.ts';
import { FIGURES } from '../../../src/core/figures/index.ts';
import { type Count, makeReport } from '../../../src/core/report/make-report.ts';
import type { Evidence } from '../../../src/core/statistics/evidence.ts';
import type { Tally, TallyRequest } from '../../../src/core/report/tally.ts';
import { day } from '../../support/days.ts';
import { deals, scopeWith } from '../../support/tallies.ts';

const OUTCOMES: TallyRequest = { of: 'decided', by: ['outcome'] };

/** A figure with a row for each kind of evidence. */
const BANDS: Figure = {
  id: 'bands',
  needs: () => [OUTCOMES],
  table: () => ({
    id: 'bands',
    title: 'Bands',
    columns: [],
    rows: (['too-few', 'counts', 'pattern', 'rate'] as const).map((evidence) => ({
      key: evidence,
      label: evidence,
      evidence,
      values: {},
    })),
    notes: [],
  }),
};

const nothingCounted: Count = async (requests) => requests.map(() => []);

async function keysWith(least: Evidence, figure = BANDS): Promise<readonly string[] | undefined> {
  const { figures } = await makeReport([figure], scopeWith(), least, nothingCounted);
  return figures[0]?.rows.map(({ key }) => key);
}

test('the figures stand in the order of the report, and each has a name of its own', () => {
  expect(FIGURES.map(({ id }) => id)).toEqual([
    'scope',
    'win-rates',
    'reasons',
    'competitors',
    'stages',
    'steps',
    'drivers',
    'by',
    'cycle',
    'trend',
    'agreement',
    'calibration',
    'follow-through',
    'repeats',
    'one-thing',
  ]);
});

test('the further figures have names of their own', () => {
  const ids = [...FIGURES, ...FURTHER_FIGURES].map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});

test('a further figure says nothing where no deal has anything for it, and then what it would take', async () => {
  const { figures } = await makeReport(FURTHER_FIGURES, scopeWith(), 'too-few', nothingCounted);
  expect(figures).toEqual([]);
  expect(FURTHER_FIGURES.filter(({ unless }) => unless === undefined)).toEqual([]);
});

test('what several figures need is counted once', async () => {
  const counted: string[] = [];
  await makeReport([...FIGURES, ...FURTHER_FIGURES], scopeWith(), 'too-few', async (requests) => {
    counted.push(...requests.map((request) => JSON.stringify(request)));
    return requests.map(() => []);
  });
  expect(new Set(counted).size).toBe(counted.length);
});

test('rows with less evidence than was asked for are hidden, and that is said', async () => {
  expect(await keysWith('too-few')).toHaveLength(4);
  expect(await keysWith('counts')).toEqual(['counts', 'pattern', 'rate']);
  expect(await keysWith('pattern')).toEqual(['pattern', 'rate']);
  expect(await keysWith('rate')).toEqual(['rate']);
  const { figures } = await makeReport([BANDS], scopeWith(), 'rate', nothingCounted);
  expect(figures[0]?.notes).toEqual(['3 rows with fewer deals are not shown.']);
});

test('a figure that is no share is whole in any case', async () => {
  expect(await keysWith('rate', { ...BANDS, isWhole: true })).toHaveLength(4);
});

test.each<[deals: number, says: string]>([
  [4, '4 decisions can be counted, which is too few to say more.'],
  [5, '5 decisions are few, so read the counts. In brackets stands how far off a rate may be.'],
  [15, '15 decisions give a first idea, so read the counts. In brackets stands how far off a rate may be.'],
  [
    30,
    '30 decisions are enough for rates. In brackets stands how far off a rate may be. Rows with fewer than 30 deals have counts alone.',
  ],
])('of %i decisions the first line says how much to believe', async (count, says) => {
  const tallies = new Map<string, Tally>([
    [JSON.stringify(decisions()[0]), [deals(count, ['won'])]],
    [
      JSON.stringify({ of: 'decided', by: ['debriefed', 'outcome'] }),
      [deals(count - 1, [1, 'won']), deals(1, [0, 'won'])],
    ],
  ]);
  const { headline } = await makeReport([], scopeWith(), 'too-few', async (requests) =>
    requests.map((request) => tallies.get(JSON.stringify(request)) ?? []),
  );
  const coverage = count < 5 ? '' : ` (${Math.round(((count - 1) / count) * 100)} %)`;
  expect(headline).toBe(`${count - 1} of ${count} closed deals are debriefed${coverage}. ${says}`);
});

test.each<[Parameters<typeof scopeWith>[0], string]>([
  [{}, 'No deal in this report is decided yet, so there is nothing to count.'],
  [
    { period: { from: day('2019-01-01'), to: undefined } },
    'No deal on file was decided in these days, so there is nothing to count.',
  ],
  [{ currency: 'CHF' }, 'No decided deal in this report has an amount in CHF, so there is nothing to count.'],
])('where nothing is decided in %j, the first line says so', async (different, says) => {
  const { headline, isEmpty } = await makeReport([], scopeWith(different), 'too-few', nothingCounted);
  expect({ headline, isEmpty }).toEqual({ headline: says, isEmpty: true });
});

test('a figure that looks at what it did not ask for is a bug', async () => {
  const curious: Figure = {
    ...BANDS,
    needs: () => [],
    table: (tallies) => (tallies({ of: 'open', by: [] }), undefined),
  };
  await expect(makeReport([curious], scopeWith(), 'too-few', nothingCounted)).rejects.toThrow('did not ask for');
});
