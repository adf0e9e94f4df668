import { expect, test } from 'vitest';
import { decided } from '../../../src/core/figures/decisions.ts';
import { knownFields } from '../../../src/core/figures/figure-scope.ts';
import { drivers } from '../../../src/core/figures/drivers.ts';
import { type Counted, deals, notesOf, rowsOf, tableOf } from '../../support/tallies.ts';

const WHY_NOW = { step: 'why-now' } as const;

/** Asked before the demo in nearly every win, and in few losses. */
const CLEAR: Counted = [
  [
    decided(WHY_NOW),
    [
      deals(28, ['before', 'won']),
      deals(1, ['late', 'won']),
      deals(1, ['never', 'won']),
      deals(5, ['before', 'lost-competitor']),
      deals(25, ['never', 'postponed']),
      deals(9, ['unknown', 'postponed']),
      deals(9, ['before', 'disqualified']),
    ],
  ],
];

test('a step goes with winning where late and never are one answer, and unknown is none', async () => {
  const { 'why-now': row } = await rowsOf(drivers, CLEAR);
  expect(row).toMatchObject({ deals: 60, strength: 'large', verdict: 'with-winning', movedBy: null });
  expect(row?.['levels']).toEqual([
    expect.objectContaining({ key: 'done', won: 28, total: 33 }),
    expect.objectContaining({ key: 'missed', won: 2, total: 27 }),
  ]);
  expect(Number(row?.['p'])).toBeLessThan(0.001);
  expect(row?.['q']).toBe(row?.['p']);
});

test('a field is compared by its answers, and shows no sign where there is none', async () => {
  const counted: Counted = [
    ...CLEAR,
    [
      decided('segment'),
      [
        deals(10, ['Retail', 'won']),
        deals(10, ['Retail', 'unknown']),
        deals(10, ['Healthcare', 'won']),
        deals(10, ['Healthcare', 'unknown']),
        deals(4, ['Logistics', 'won']),
      ],
    ],
  ];
  const { segment } = await rowsOf(drivers, counted);
  expect(segment).toMatchObject({ deals: 40, verdict: 'no-sign' });
  expect(segment?.['levels']).toContainEqual({
    key: 'Logistics',
    label: 'Logistics',
    won: 4,
    total: 4,
    rate: null,
    low: null,
    high: null,
  });
  expect((await notesOf(drivers, counted))[0]).toContain('2 steps and fields were compared');
});

test.each([
  ['one answer', [deals(20, ['Retail', 'won']), deals(20, ['Retail', 'unknown'])]],
  [
    'more than eight answers',
    'abcdefghi'.split('').flatMap((name) => [deals(9, [name, 'won']), deals(9, [name, 'unknown'])]),
  ],
  ['no wins', [deals(20, ['Retail', 'unknown']), deals(20, ['Healthcare', 'unknown'])]],
])('a field with %s is not compared', async (_, tally) => {
  expect(await rowsOf(drivers, [[decided('segment'), tally]])).toEqual({});
});

test('a yes goes with winning where it is won more often; of two other answers it is said that they differ', async () => {
  const fields = knownFields(
    [],
    [
      { name: 'Referred', values: 2 },
      { name: 'Region', values: 2 },
    ],
  );
  const counted: Counted = [
    [decided({ field: 'Referred' }), clear('yes', 'no')],
    [decided({ field: 'Region' }), clear('South', 'North')],
  ];
  expect(await rowsOf(drivers, counted, { fields })).toMatchObject({
    'field:Referred': { verdict: 'with-winning' },
    'field:Region': { verdict: 'varies' },
  });
});

/** Nearly every deal with one answer was won, and nearly none with the other. */
function clear(more: string, less: string): Counted[number][1] {
  return [deals(14, [more, 'won']), deals(1, [more, 'unknown']), deals(1, [less, 'won']), deals(14, [less, 'unknown'])];
}

test('an answer that is called like something in the language stands for itself', async () => {
  const names = ['constructor', '__proto__', 'toString'];
  const tally = names.flatMap((name) => [deals(6, [name, 'won']), deals(6, [name, 'unknown'])]);
  const { segment } = await rowsOf(drivers, [[decided('segment'), tally]]);
  expect(segment?.['levels']).toEqual(
    names.toSorted().map((name) => expect.objectContaining({ key: name, label: name })),
  );
});

test('fewer than five deals with an answer are too few to say', async () => {
  const counted: Counted = [[decided(WHY_NOW), [deals(4, ['before', 'won']), deals(4, ['never', 'unknown'])]]];
  expect(await rowsOf(drivers, counted)).toMatchObject({ 'why-now': { verdict: 'too-few', p: null, q: null } });
  expect((await notesOf(drivers, counted))[0]).toContain('Nothing could be compared yet');
});

test('a field that takes most of the effect away is named', async () => {
  // Inbound deals are won, and why-now is known in them; within each source it makes no difference.
  const counted: Counted = [
    [
      decided(WHY_NOW),
      [
        deals(33, ['before', 'won']),
        deals(15, ['before', 'unknown']),
        deals(15, ['never', 'won']),
        deals(33, ['never', 'unknown']),
      ],
    ],
    [
      decided('source'),
      [
        deals(36, ['inbound', 'won']),
        deals(12, ['inbound', 'unknown']),
        deals(12, ['outbound', 'won']),
        deals(36, ['outbound', 'unknown']),
      ],
    ],
    [
      decided(WHY_NOW, 'source'),
      [
        deals(30, ['before', 'inbound', 'won']),
        deals(10, ['before', 'inbound', 'unknown']),
        deals(6, ['never', 'inbound', 'won']),
        deals(2, ['never', 'inbound', 'unknown']),
        deals(3, ['before', 'outbound', 'won']),
        deals(5, ['before', 'outbound', 'unknown']),
        deals(9, ['never', 'outbound', 'won']),
        deals(31, ['never', 'outbound', 'unknown']),
      ],
    ],
  ];
  expect(await rowsOf(drivers, counted)).toMatchObject({ 'why-now': { verdict: 'with-winning', movedBy: 'source' } });
  expect(await notesOf(drivers, counted)).toContain(
    'Their reason to act now: among deals alike in “source”, the difference is smaller by more than a third. Part of it may lie there.',
  );
});

test('its columns are a contract', async () => {
  expect((await tableOf(drivers, []))?.columns.map(({ key }) => key)).toEqual([
    'levels',
    'deals',
    'association',
    'strength',
    'p',
    'q',
    'verdict',
    'movedBy',
  ]);
});

const PROBABILITY = { field: 'probability' } as const;
const OWN_FIELD = {
  fields: knownFields([], [{ name: 'probability', values: 2 }]).filter(({ key }) => key.startsWith('field:')),
};

test('a field that is the outcome under another name is not compared, and that is told', async () => {
  const counted: Counted = [[decided(PROBABILITY), [deals(9, ['1.0', 'won']), deals(7, ['0.0', 'lost-unspecified'])]]];
  expect(await rowsOf(drivers, counted, OWN_FIELD)).toEqual({});
  expect((await notesOf(drivers, counted, OWN_FIELD)).at(-1)).toBe(
    '“probability” tells wins from losses without exception, as what a CRM writes when a deal closes, and was not compared.',
  );
});

test('a field of deals that were all won tells nothing, and nothing is said of it', async () => {
  const counted: Counted = [[decided(PROBABILITY), [deals(9, ['1.0', 'won']), deals(7, ['0.9', 'won'])]]];
  expect(await rowsOf(drivers, counted, OWN_FIELD)).toEqual({});
  expect((await notesOf(drivers, counted, OWN_FIELD)).join(' ')).not.toContain('probability');
});
