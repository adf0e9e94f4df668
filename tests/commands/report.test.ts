import { describe, expect, test } from 'vitest';
import { NORTHWIND_SCRIPT, setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Six deals: four that count as lost, a win, and one that we ended. */
async function sixDeals(): Promise<TestApp> {
  const app = await testApp();
  await app.does(['new', 'Northwind Logistics'], { script: NORTHWIND_SCRIPT });
  const quick = { amount: '9000', currency: 'EUR', forecast: '40', 'steps.role': 'never' };
  for (const [name, outcome, day] of [
    ['Contoso', 'postponed', '2026-09-12'],
    ['Fabrikam', 'unknown', '2026-08-03'],
    ['Initech', 'lost-incumbent', '2026-05-20'],
    ['Umbrella', 'disqualified', '2026-05-21'],
  ] as const) {
    await app.does(['new', name, ...setting({ ...quick, outcome, 'decided-on': day, reason: 'no-urgency' })]);
  }
  const won = setting({ ...quick, 'decided-on': '2026-10-01', 'steps.role': 'before', beaten: 'Globex' });
  await app.does(['new', 'Alder & Sons', '--won', ...won]);
  return app;
}

async function rowsIn(app: TestApp, ...args: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
  const { figures } = (await app.does(['report', ...args, '--json'])).json();
  return Object.fromEntries(figures[0].rows.map((row: { key: string }) => [row.key, row]));
}

describe('the report', () => {
  test('is the figures in their order, with what may be believed on the first line', async () => {
    const app = await sixDeals();
    const { out } = await app.does(['report'], { isTTY: true, width: 200 });
    expect(out.split('\n')[0]).toBe(
      '6 of 6 closed deals are debriefed (100 %). 5 decisions are few, so read the counts. In brackets stands how far off a rate may be.',
    );
    const { schemaVersion, today, period, figures } = (await app.does(['report', '--json'])).json();
    expect({ schemaVersion, today, period }).toEqual({
      schemaVersion: 1,
      today: '2026-11-20',
      period: { from: null, to: null },
    });
    expect(figures.map(({ id }: { id: string }) => id)).toEqual([
      'scope',
      'win-rates',
      'reasons',
      'competitors',
      'stages',
      'steps',
      'drivers',
      'cycle',
      'trend',
      'agreement',
      'calibration',
      'follow-through',
      'repeats',
      'one-thing',
    ]);
  });

  test('prints what deep looks have to say after the others, and only where they do', async () => {
    const app = await sixDeals();
    const idsOf = async (...flags: readonly string[]): Promise<readonly string[]> =>
      (await app.does(['report', ...flags, '--json'])).json().figures.map(({ id }: { id: string }) => id);
    const before = await idsOf();
    await app.does(['review', 'D2', ...setting({ 'decider-met': 'no' })]);
    expect(await idsOf()).toEqual([...before, 'quarter-end', 'people', 'sizes', 'habit']);
    const { out } = await app.does(['report']);
    expect(out).toContain('Whom I met, and how much was won');
    expect(out).toContain('More, from deep looks, the log and what is being tried\n\nLosses in the last two weeks');
    expect((await app.does(['report', 'people'])).out).not.toContain('More, from');
    expect(await idsOf('--from', '2026-11-01')).not.toContain('people');
  });

  test('prints one of the further figures by its name, or says what it takes', async () => {
    const app = await sixDeals();
    const { out, err } = await app.does(['report', 'people']);
    expect(out).not.toContain('Whom I met');
    expect(err).toContain('people is not shown. It takes a deep look');
  });

  test('counts what the debriefs say', async () => {
    const app = await sixDeals();
    expect(await rowsIn(app, 'scope')).toMatchObject({ all: { won: 1, lost: 2, noDecision: 2, apart: 1, closed: 6 } });
    expect(await rowsIn(app, 'win-rates')).toMatchObject({
      overall: {
        count: 1,
        total: 5,
        rate: 0.2,
        wonValue: [{ currency: 'EUR', amount: 9000, deals: 1 }],
        totalValue: [{ currency: 'EUR', amount: 184_000, deals: 5 }],
        unknownAmounts: 0,
        evidence: 'counts',
      },
      competitive: { count: 1, total: 3, rate: null },
    });
    expect(await rowsIn(app, 'reasons')).toMatchObject({ 'no-urgency': { losses: 3, total: 4, control: 'influence' } });
    expect(await rowsIn(app, 'competitors')).toMatchObject({
      globex: { faced: 2, won: 1, lost: 1, weakness: 'proof' },
    });
    expect(await rowsIn(app, 'steps')).toMatchObject({ role: { wonDone: 1, wonAsked: 1, lostDone: 0, lostAsked: 4 } });
    expect(await rowsIn(app, 'one-thing')).toMatchObject({ 'too-early': { kind: 'none' } });
  });

  test('keeps a loss in its period when the deal is won back, and counts the win at its own date', async () => {
    const app = await sixDeals();
    const { items } = (await app.does(['due', '--within', '900d', '--json'])).json();
    const call = items.find(
      ({ kind, deal }: { kind: string; deal: { name: string } }) => kind === 'follow-up' && deal.name === 'Contoso',
    );
    await app.does(['done', call.id, '--outcome', 'won-back']);
    expect(await rowsIn(app, 'scope', '--period', '2026-Q3')).toMatchObject({ all: { won: 0, noDecision: 2 } });
    expect(await rowsIn(app, 'scope', '--period', '2026-Q4')).toMatchObject({ all: { won: 2, noDecision: 0 } });
    expect(await rowsIn(app, 'follow-through')).toMatchObject({
      'follow-ups': { wonBack: 1, wonBackValue: [{ currency: 'EUR', amount: 9000, deals: 1 }] },
    });
  });

  test('covers the days asked for, both included', async () => {
    const app = await sixDeals();
    const spring = (await app.does(['report', 'scope', '--from', '2026-05-20', '--to', '2026-05-20', '--json'])).json();
    expect(spring.period).toEqual({ from: '2026-05-20', to: '2026-05-20' });
    expect(spring.figures[0].rows[0]).toMatchObject({ lost: 1, apart: 0 });
    expect(await rowsIn(app, 'scope', '--period', 'last-quarter')).toMatchObject({ all: { closed: 2 } });
    expect(await rowsIn(app, 'trend', '--every', 'month')).toHaveProperty('2026-06');
  });

  test('covers one currency if that is asked for', async () => {
    const app = await sixDeals();
    await app.does(['new', 'Vandelay', ...setting({ outcome: 'unknown', amount: '5', currency: 'USD' })]);
    expect(await rowsIn(app, 'scope', '--currency', 'usd')).toMatchObject({ all: { closed: 1 } });
  });

  test('is split by a field, and says which fields there are', async () => {
    const app = await sixDeals();
    expect(await rowsIn(app, 'by', '--by', 'role')).toMatchObject({
      never: { won: 0, total: 3, rate: null },
      late: { won: 0, total: 1 },
      before: { won: 1, total: 1 },
    });
    const refused = await app.run(['report', '--by', 'said']);
    expect(refused).toMatchObject({ exitCode: 2, out: '' });
    expect(refused.err).toMatch(/Use winner-edge, .*contact-was, .* or rechecked\./);
  });

  test('hides what has too little behind it, if asked', async () => {
    const app = await sixDeals();
    const { figures } = (await app.does(['report', 'win-rates', '--min-evidence', 'counts', '--json'])).json();
    expect(figures[0].rows.map(({ key }: { key: string }) => key)).toEqual(['overall', 'no-decision']);
    expect(figures[0].notes).toContain('1 row with fewer deals is not shown.');
  });

  test('leaves deleted deals out', async () => {
    const app = await sixDeals();
    await app.does(['delete', 'D3', '--yes']);
    expect(await rowsIn(app, 'scope')).toMatchObject({ all: { closed: 5, noDecision: 1 } });
  });

  test.each([
    [['report', 'colours'], 'There is no figure colours.'],
    [['report', 'reason'], 'There is no figure reason. Did you mean reasons?'],
    [['report', '--period', 'q3'], '--period q3 is not a period that is understood.'],
    [['report', '--from', '2026-11-20', '--to', '2026-11-01'], '--from 2026-11-20 is after --to 2026-11-01.'],
    [['report', '--from', '03/04/2026'], '--from: 03/04/2026 could be'],
    [['report', '--currency', 'XYZW'], '--currency XYZW is not a currency.'],
    [['report', '--period', '2026', '--from', '2026-01-01'], 'do not go together'],
    [['report', '--every', 'week'], 'Use one of: month, quarter, year'],
  ])('refuses %j as usage', async (args, says) => {
    const app = await testApp();
    const { exitCode, err, out } = await app.run(args);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toContain(says);
  });

  test('of an empty file is a friendly line, and ends well', async () => {
    const app = await testApp();
    const { out, err } = await app.does(['report'], { isTTY: true });
    expect(out).toContain('No deal in this report is decided yet, so there is nothing to count.');
    expect(err).toContain('No deals yet in :memory:. Debrief one: lossdebrief new');
    expect(err).toContain('lossdebrief demo');
  });

  test('says why a figure is hidden', async () => {
    const app = await testApp();
    await app.does(['new', 'Contoso', ...setting({ outcome: 'unknown', forecast: '80' })]);
    expect((await app.does(['report', 'calibration'])).err).toContain(
      'calibration is not shown. It takes wins and losses',
    );
    expect((await app.does(['report', 'by'])).err).toContain('lossdebrief report by --by segment');
  });
});
