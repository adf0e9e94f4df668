import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rounds } from '../support/rounds.ts';
import { setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Two debriefed deals, and one that is open: something to change from the first command on. */
async function threeDeals(): Promise<TestApp> {
  const app = await testApp();
  await app.does([
    'new',
    'Northwind Logistics',
    ...setting({ outcome: 'lost-competitor', contact: 'Dana Reyes, CFO' }),
  ]);
  await app.does(['new', 'Alder & Sons', '--won', '--set', 'experiment=bring a reference']);
  await app.does(['log', 'Contoso', 'call', 'asked for the price']);
  return app;
}

const deal = fc.constantFrom('D1', 'D1', 'D2', 'D3', 'D4');
const item = fc.oneof(
  fc.integer({ min: 1, max: 9 }).map((row) => `A${row}`),
  fc.integer({ min: 1, max: 9 }).map((row) => `F${row}`),
);

/** Answers that fit any loss. */
const answers = fc.record(
  {
    outcome: fc.constantFrom('lost-competitor', 'postponed', 'disqualified', 'unknown'),
    'contract-months': fc.constantFrom('6', '12', ''),
    reason: fc.constantFrom('price', 'no-urgency', 'product-gap'),
    again: fc.constantFrom('yes', 'only-if', 'no'),
    'decided-on': fc.constantFrom('2026-10-05', '2026-11-20'),
    'steps.role': fc.constantFrom('before', 'never'),
    contact: fc.constantFrom('Dana Reyes, CFO', 'Ann Lee', ''),
    'own-it': fc.constantFrom('I came too late', 'I never asked'),
    deal: fc.constantFrom('Northwind Freight', 'Northwind Logistics'),
  },
  { requiredKeys: [] },
);

/** Any command that changes something; what it is about need not be there any more. */
const command = fc.oneof(
  answers.map((given) => ['new', ...setting({ outcome: 'postponed', deal: 'Northwind Logistics', ...given })]),
  fc.constantFrom('Contoso', 'Initech').map((name) => ['new', name, '--won']),
  fc.tuple(deal, answers).map(([id, given]) => ['edit', id, ...setting(given)]),
  fc
    .tuple(item, fc.constantFrom([], [], ['--outcome', 'reopened'], ['--outcome', 'won-back']))
    .map(([id, outcome]) => ['done', id, ...outcome]),
  fc.tuple(item, fc.constantFrom('in 2 weeks', '2027-04-01')).map(([id, when]) => ['snooze', id, when]),
  item.map((id) => ['drop', id, '--why', 'not now']),
  fc.constantFrom('D1', 'Contoso', 'Fabrikam').map((about) => ['log', about, 'call']),
  deal.map((id) => ['delete', id, '--yes']),
  deal.map((id) => ['feedback', id, '--sent', '2026-11-19']),
  deal.map((id) => ['lessons', 'add', id, 'ask who decides']),
);

/** Everything that is printed of the records. */
async function records(app: TestApp): Promise<readonly string[]> {
  const printed: string[] = [];
  for (const args of [['list'], ['due', '--all', '--within', '2000d'], ['lessons'], ['focus']]) {
    printed.push((await app.does([...args, '--json'])).out);
  }
  return printed;
}

test('each undo leaves the records as they were before the change that it takes back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(command, { minLength: 1, maxLength: 12 }), async (commands) => {
      const app = await threeDeals();
      const before: (readonly string[])[] = [];
      for (const args of commands) {
        const [state, latest] = [await records(app), app.store.undo.next()?.id];
        const ran = await app.run(args);
        if (ran.exitCode === 1) throw new Error(`${args.join(' ')}: ${ran.err}`);
        if (app.store.undo.next()?.id !== latest) before.push(state);
      }
      for (const state of before.toReversed()) {
        await app.does(['undo', '--yes']);
        expect(await records(app)).toEqual(state);
      }
    }),
    { numRuns: rounds(15) },
  );
});

test('deals that were brought back in between make no difference to where all undos end', async () => {
  const anything = fc.oneof(
    command,
    deal.map((id) => ['undo', id, '--yes']),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 12 }), async (commands) => {
      const app = await threeDeals();
      for (const args of commands) await app.run(args);
      while (app.store.undo.next() !== undefined) await app.does(['undo', '--yes']);
      expect(await records(app)).toEqual(await records(await testApp()));
    }),
    { numRuns: rounds(15) },
  );
});
