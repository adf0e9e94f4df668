import { describe, expect, test } from 'vitest';
import { NORTHWIND_SCRIPT, setting, upTo } from '../support/debriefs.ts';
import { testApp } from '../support/test-app.ts';

describe('a required answer that is given empty', () => {
  test('is asked on a terminal', async () => {
    const app = await testApp();
    const ran = await app.does(['new', 'Northwind Logistics', '--set', 'outcome=', '--json'], {
      script: NORTHWIND_SCRIPT,
    });
    expect(ran.json().deal.outcome).toBe('lost-competitor');
  });

  test.each(['', '  '])('is asked on a terminal, the name %j of a deal too', async (name) => {
    const app = await testApp();
    const ran = await app.does(['new', name, '--json'], { script: [['deal', 'Contoso'], ...NORTHWIND_SCRIPT] });
    expect(ran.json().deal.name).toBe('Contoso');
  });

  test('is missing where nobody can be asked, and nothing is kept', async () => {
    const app = await testApp();
    const ran = await app.run(['new', ' ', '--set', 'outcome= ']);
    expect(ran).toMatchObject({ exitCode: 2 });
    expect(ran.err).toContain('deal and outcome are missing');
    expect(app.store.counts().deals).toBe(0);
  });
});

test('a blank answer counts as skipped, and is not asked', async () => {
  const app = await testApp();
  const script = NORTHWIND_SCRIPT.filter(([id]) => id !== 'forecast');
  const ran = await app.does(['new', 'Northwind Logistics', '--set', 'forecast= ', '--json'], { script });
  expect(ran.json().deal.forecast).toBeNull();
});

test('a step without a value is unknown', async () => {
  const app = await testApp();
  const ran = await app.does([
    'new',
    'Contoso',
    ...setting({ outcome: 'cancelled', 'steps.why-now': '', 'steps.role': 'late' }),
    '--json',
  ]);
  expect(ran.json().debrief.answers.steps).toEqual({ 'why-now': 'unknown', role: 'late' });
});

test('a contact may be written as JSON, as a shell hands it over', async () => {
  const app = await testApp();
  const ran = await app.does([
    'new',
    'Contoso',
    ...setting({ outcome: 'postponed', contact: '{"name":"Dana Reyes","role":"CFO"}' }),
    '--json',
  ]);
  expect(ran.json().contact).toMatchObject({ name: 'Dana Reyes', role: 'CFO' });
});

test('whom one calls at an account is taken from the debrief before, without a keyboard too', async () => {
  const app = await testApp();
  await app.does(['new', 'Contoso', ...setting({ outcome: 'postponed', contact: 'Ann Lee, COO' })]);
  const ran = await app.does(['new', 'Contoso', '--set', 'outcome=cancelled', '--json']);
  expect(ran.json().contact).toMatchObject({ name: 'Ann Lee', role: 'COO' });
});

test('a currency that is named for the first time is kept for later amounts, and it says so', async () => {
  const app = await testApp();
  const first = await app.does(['new', 'Contoso', ...setting({ outcome: 'postponed', amount: '9', currency: 'CHF' })]);
  expect(first.err).toContain('Amounts without a currency are taken as CHF from now on.');
  const second = await app.does(['new', 'Fabrikam', ...setting({ outcome: 'postponed', amount: '9' }), '--json']);
  expect(second.json().deal.currency).toBe('CHF');
  expect(second.err).toBe('');
});

test('a currency in the line of the offer is kept for later, too', async () => {
  const app = await testApp();
  const ran = await app.does(['new', 'Northwind Logistics'], { script: NORTHWIND_SCRIPT });
  expect(ran.err).toContain('Amounts without a currency are taken as EUR from now on.');
});

test.each(['call-on', 'decides-on', 'trigger-on'])('a day of %s that is far from our time is refused', async (id) => {
  const app = await testApp();
  const ran = await app.run(['new', 'Contoso', ...setting({ outcome: 'postponed', [id]: '0000-01-15' })]);
  expect(ran).toMatchObject({ exitCode: 2 });
  expect(ran.err).toContain(`${id}: 0000-01-15 is too far from today to be meant.`);
});

test('a file of answers that is thousands of lists deep is refused like any other', async () => {
  const app = await testApp();
  const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
  const stdin = `{ "deal": "Contoso", "outcome": ${deep}, "contact": { "name": ${deep} }, "steps": { "role": ${deep} } }`;
  const ran = await app.run(['new', '--answers', '-'], { stdin });
  expect(ran).toMatchObject({ exitCode: 2 });
  expect(ran.err).toContain('outcome is a list. Allowed: ');
  expect(ran.err).toContain('contact is an object. Allowed: ');
  expect(ran.err).toContain('steps.role is a list. Allowed: ');
});

test('a text in the wrong place is not repeated', async () => {
  const app = await testApp();
  const said = 'The CFO told me in confidence that Globex was the safer choice.';
  const ran = await app.run(['new', 'Contoso', ...setting({ outcome: said, 'call-on': said, 'steps.role': said })]);
  expect(ran.err).toContain('outcome is a longer text. Allowed: ');
  expect(ran.err).not.toContain('CFO');
});

test('what "something else" was is asked where it was underneath the price, too', async () => {
  const app = await testApp();
  const note = 'their owner retired';
  const script = [
    ...upTo(NORTHWIND_SCRIPT, 'underneath'),
    ['underneath', 'n'],
    ['reason-note', note],
    ...NORTHWIND_SCRIPT.slice(NORTHWIND_SCRIPT.findIndex(([id]) => id === 'steps')),
  ] as const;
  const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script });
  expect(ran.json().debrief.answers).toMatchObject({ underneath: 'other', 'reason-note': note });
});
