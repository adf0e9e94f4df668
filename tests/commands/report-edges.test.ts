import { describe, expect, test } from 'vitest';
import { setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** One deal as a file of few has it: its name, then its answers. */
type FewDeals = readonly (readonly [name: string, answers: Readonly<Record<string, string>>])[];

const LOST = { outcome: 'lost-competitor', 'decided-on': '2026-10-02', reason: 'no-urgency', forecast: '80' };
const WON = { 'decided-on': '2026-10-05', forecast: '80', 'steps.role': 'before' };
const EUROS = { amount: '48000', currency: 'EUR' };

async function fileWith(deals: FewDeals): Promise<TestApp> {
  const app = await testApp();
  for (const [name, answers] of deals) {
    const won = answers['outcome'] === undefined ? ['--won'] : [];
    await app.does(['new', name, ...won, ...setting(answers)]);
  }
  return app;
}

function times(count: number, answers: Readonly<Record<string, string>>): FewDeals {
  return Array.from({ length: count }, (_, place) => [`Northwind ${place}`, answers] as const);
}

const FILES: readonly (readonly [what: string, deals: FewDeals])[] = [
  ['one loss', [['Northwind Logistics', { ...LOST, ...EUROS }]]],
  ['one win', [['Contoso', { ...WON, ...EUROS }]]],
  ['one deal without anything but its end', [['Fabrikam', { outcome: 'unknown' }]]],
  ['wins alone', times(6, { ...WON, ...EUROS })],
  ['losses without an amount', times(6, LOST)],
  ['deals that we ended ourselves', times(6, { ...EUROS, outcome: 'we-walked-away', 'decided-on': '2026-10-02' })],
  ['the largest amounts', times(6, { ...LOST, amount: '90000000000', currency: 'EUR' })],
  [
    'three currencies',
    [
      ['Northwind', { ...LOST, ...EUROS }],
      ['Contoso', { ...LOST, amount: '9000', currency: 'JPY' }],
      ['Fabrikam', { ...WON, amount: '7000', currency: 'USD' }],
    ],
  ],
];

describe.each(FILES)('the report on %s', (_, deals) => {
  test('holds no number that is none, in any format, and is the same each time', async () => {
    const app = await fileWith(deals);
    for (const format of ['text', 'json', 'csv', 'markdown']) {
      const { out } = await app.does(['report', '--format', format]);
      expect(out).not.toMatch(/NaN|Infinity|undefined/);
      expect((await app.does(['report', '--format', format])).out).toBe(out);
    }
  });
});

describe('of a single deal', () => {
  test.each(FILES.slice(0, 3))('%s, there is no percentage', async (_, deals) => {
    const { out } = await (await fileWith(deals)).does(['report'], { isTTY: true, width: 120 });
    expect(out).toMatch(
      /^1 of 1 closed deal is debriefed\. 1 decision can be counted, which is too few to say more\.$/m,
    );
    expect(out.replaceAll(/^ +\d+ to \d+ %.*$/gm, '')).not.toMatch(/\d+ %/);
  });

  test('what is left out is said in the right number', async () => {
    const app = await fileWith([['Fabrikam', { outcome: 'unknown' }]]);
    const { out } = await app.does(['report', 'reasons'], { isTTY: true });
    expect(out).toContain('1 of 1 loss has no reason noted and is left out.');
    expect(out).toContain('A reason comes with the debrief of a loss: lossdebrief new');
  });
});

test('where every deal was won, no loss is told of, and no rate of the rivals', async () => {
  const app = await fileWith(times(6, { ...WON, ...EUROS }));
  const { out } = await app.does(['report'], { isTTY: true, width: 120 });
  expect(out).toMatch(/won, of all decisions +█+ +6 of 6 \(61 % to 100 %\)/);
  expect(out).not.toContain('name nobody');
  expect(out).not.toContain('100 % (');
});

test('where we ended every deal, no rate is made, and that is said', async () => {
  const ended = times(6, { outcome: 'we-walked-away', 'decided-on': '2026-10-02' });
  const { out } = await (await fileWith(ended)).does(['report'], { isTTY: true, width: 200 });
  expect(out).toContain('We ended them ourselves, so there is no rate to tell.');
  expect(out).toMatch(/won, of all decisions +none to count/);
  expect(out).toContain('6 deals that we ended ourselves are not counted here.');
});

describe('where nothing was decided', () => {
  test.each([
    [['--period', '2019'], 'No deal on file was decided in these days', 'Decided from 1 Jan 2019 to 31 Dec 2019'],
    [['--currency', 'CHF'], 'has an amount in CHF', 'All deals with an amount in CHF, whenever they were decided'],
    [['--currency', 'CHF', '--from', '2026-01-01'], 'has an amount in CHF', '1 Jan 2026, with an amount in CHF'],
  ])('%j is two lines, and the way to all deals', async (args, says, covers) => {
    const app = await fileWith([['Northwind Logistics', { ...LOST, ...EUROS }]]);
    const { out, err } = await app.does(['report', ...args], { isTTY: true, width: 120 });
    expect(out.trimEnd().split('\n')).toEqual([expect.stringContaining(says), expect.stringContaining(covers)]);
    expect(err).toContain('To see all deals on file: lossdebrief report');
    const { figures, currency } = (await app.does(['report', ...args, '--json'])).json();
    expect(figures[0].rows[0]).toMatchObject({ won: 0, lost: 0, coverage: null });
    expect(currency).toBe(args.includes('CHF') ? 'CHF' : null);
  });
});
