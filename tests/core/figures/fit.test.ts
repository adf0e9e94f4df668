import { expect, test } from 'vitest';
import { named } from '../../../src/core/settings/named.ts';
import { setting } from '../../support/debriefs.ts';
import { testApp, type TestApp } from '../../support/test-app.ts';

const settings = { idealCustomer: named(['deadline', 'size', 'owner', 'budget']) };

interface Fitted {
  readonly isWon?: boolean;
  /** A letter a criterion: met, not met, unsure; nothing for not noted. */
  readonly ticks?: string;
  readonly quick?: Readonly<Record<string, string>>;
  readonly deep?: Readonly<Record<string, string>>;
}

async function fits(app: TestApp, { isWon = false, ticks = '', quick = {}, deep = {} }: Fitted): Promise<void> {
  const words: Readonly<Record<string, string>> = { m: 'met', n: 'not-met', u: 'unknown' };
  const number = app.store.counts().deals + 1;
  const how = isWon ? ['--won'] : setting({ outcome: 'lost-competitor', ...quick });
  await app.does(['new', `Deal ${number}`, ...how], { settings });
  const given = ticks
    .split('')
    .map((tick, place) => [`fit.${settings.idealCustomer[place]?.id}`, words[tick] ?? ''] as const);
  await app.does(['review', `D${number}`, ...setting({ ...Object.fromEntries(given), ...deep })], { settings });
}

async function figure(
  app: TestApp,
): Promise<any> /* oxlint-disable-line typescript/no-explicit-any -- looked into freely */ {
  return (await app.does(['report', 'fit', '--json'], { settings })).json().figures[0];
}

test('good is three quarters and more, poor less than half, and what one was unsure of is left out', async () => {
  const app = await testApp();
  for (const ticks of ['mmmm', 'mmmn', 'mmuu']) await fits(app, { ticks, isWon: true });
  for (const ticks of ['mmnn', 'mmnu']) await fits(app, { ticks });
  await fits(app, { ticks: 'mnnu' });
  await fits(app, { ticks: 'uuuu' });
  const { rows } = await figure(app);
  expect(rows).toMatchObject([
    { key: 'good', won: 3, total: 3, losses: 0 },
    { key: 'partial', won: 0, total: 2, losses: 2 },
    { key: 'poor', won: 0, total: 1, losses: 1, rate: null },
  ]);
});

test('time and money in poor fits are told, those that only a loss is asked about among them', async () => {
  const app = await testApp();
  await fits(app, { ticks: 'nnnn', isWon: true, deep: { hours: 'over-100' } });
  await fits(app, { ticks: 'mmmm', deep: { hours: 'to-20' } });
  await fits(app, { ticks: 'mmmm', deep: { hours: 'to-50' }, quick: { again: 'no', amount: '900', currency: 'EUR' } });
  await fits(app, { deep: { hours: 'to-100', 'right-buyer': 'wrong-company' } });
  await fits(app, { deep: { hours: 'under-5' }, quick: { reason: 'bad-fit' } });
  const few = await figure(app);
  expect(few.notes.at(-1)).toBe(
    '70 of 75 hours in lost deals went into poor fits, by the lower ends of 4 answers: too few to say.',
  );
  await fits(app, { ticks: 'mmnn', deep: { hours: 'to-50' } });
  const { rows, notes } = await figure(app);
  expect(rows.find(({ key }: { key: string }) => key === 'poor')).toMatchObject({
    won: 1,
    total: 1,
    losses: 3,
    hoursKnown: 3,
    hoursLeast: 70,
    hoursMost: 155,
  });
  expect(JSON.stringify(rows)).toContain('"amount":900');
  expect(notes.at(-1)).toBe('70 of 95 hours in lost deals went into poor fits, by the lower ends of 5 answers: 74 %.');
});

test('where no deal says how it fitted, there is no such figure', async () => {
  const app = await testApp();
  await fits(app, { quick: { again: 'no' }, deep: { hours: 'to-20' } });
  expect(await figure(app)).toBeUndefined();
  await fits(app, { deep: { 'right-buyer': 'right' } });
  expect(await figure(app)).toMatchObject({ rows: [{ key: 'poor', losses: 1, total: 0 }] });
});
