import { expect, test } from 'vitest';
import { competitors } from '../../../src/core/figures/competitors.ts';
import { decided } from '../../../src/core/figures/decisions.ts';
import { type Counted, deals, notesOf, rowsOf, tableOf } from '../../support/tallies.ts';

const LOST_TO = decided('winner', 'reason');
const EDGES = decided('winner', { answer: 'winner-edge' });
const BEATEN = decided({ answer: 'beaten' });

const RIVALS: Counted = [
  [
    LOST_TO,
    [
      deals(3, ['Globex', 'trust-risk', 'lost-competitor']),
      deals(1, ['GLOBEX ', 'no-urgency', 'lost-incumbent']),
      deals(2, [null, 'no-urgency', 'postponed']),
      deals(1, ['Their IT', 'product-gap', 'in-house']),
      deals(1, [null, null, 'lost-competitor']),
      deals(5, [null, null, 'lost-unspecified']),
      deals(2, [null, 'bad-fit', 'disqualified']),
    ],
  ],
  [
    EDGES,
    [
      deals(1, ['Globex', 'proof', 'lost-competitor']),
      deals(2, ['Globex', 'cannot-see', 'lost-competitor']),
      deals(1, ['GLOBEX ', 'speed', 'lost-incumbent']),
      deals(1, ['globex', 'speed', 'lost-competitor']),
    ],
  ],
  [BEATEN, [deals(1, ['globex', 'won']), deals(2, ['Doing nothing', 'won']), deals(3, [null, 'won'])]],
];

test('a competitor is one in whatever case its name is written, and is called as in most deals', async () => {
  const table = await tableOf(competitors, RIVALS);
  expect(table?.rows[0]).toMatchObject({
    key: 'globex',
    label: 'Globex',
    evidence: 'counts',
    values: { faced: 5, won: 1, lost: 4, rate: 0.2, topReason: 'trust-risk', weakness: 'speed' },
  });
});

test('doing nothing is a competitor, and so is building it themselves', async () => {
  expect(await rowsOf(competitors, RIVALS)).toMatchObject({
    'do-nothing': { faced: 4, won: 2, lost: 2, rate: null, topReason: 'no-urgency', weakness: null },
    'in-house': { faced: 1, won: 0, lost: 1, topReason: 'product-gap' },
    'not-named': { faced: 1, won: 0, lost: 1, topReason: null },
  });
});

test('deals that we ended and losses of which nothing is known name nobody', async () => {
  const rows = await rowsOf(competitors, RIVALS);
  expect(Object.keys(rows).toSorted()).toEqual(['do-nothing', 'globex', 'in-house', 'not-named']);
});

test('it says that wins without a name make the rates look low', async () => {
  expect(await notesOf(competitors, RIVALS)).toContain(
    '3 of 6 wins do not say against whom, so the true rates are higher than these.',
  );
});

test('two names that change places change places in the table, and nothing else', async () => {
  const swapped = RIVALS.map(
    ([request, tally]) =>
      [
        request,
        tally.map((row) => ({
          ...row,
          at: row.at.map((value) => (/^globex *$/i.test(String(value)) ? 'Initech' : value)),
        })),
      ] as const,
  );
  const [before, after] = [await rowsOf(competitors, RIVALS), await rowsOf(competitors, swapped)];
  expect(after).toEqual({ ...before, globex: undefined, initech: before['globex'] });
});

test('its columns are a contract', async () => {
  expect((await tableOf(competitors, []))?.columns.map(({ key }) => key)).toEqual([
    'faced',
    'won',
    'lost',
    'rate',
    'low',
    'high',
    'topReason',
    'weakness',
  ]);
});
