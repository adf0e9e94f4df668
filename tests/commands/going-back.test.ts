import { describe, expect, test } from 'vitest';
import { changed, NORTHWIND_SCRIPT, setting, upTo } from '../support/debriefs.ts';
import type { Script } from '../support/scripted-terminal.ts';
import { testApp } from '../support/test-app.ts';

/** The rest of the script, from a question on. */
function from(id: string): Script {
  return NORTHWIND_SCRIPT.slice(NORTHWIND_SCRIPT.findIndex(([question]) => question === id));
}

/** The key of a line of the review, where these questions stand above it. */
function lineAfter(script: Script): string {
  // The first line is the deal's, which the script does not ask for.
  return String.fromCharCode(97 + 1 + script.length);
}

test('an event that they wait for does not become the condition on which the account is wanted', async () => {
  const app = await testApp();
  const script = [
    ...upTo(NORTHWIND_SCRIPT, 'door'),
    ['door', 'e|the new budget year|'],
    ['contact', '<'],
    ['door', '<'],
    ['again', 'o'],
    ['trigger', 'the connector ships'],
    ...from('door'),
  ] as const;
  const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script });
  expect(ran.json().debrief.answers).toMatchObject({ again: 'only-if', trigger: 'the connector ships' });
});

test('a question that is asked again knows that an answer stands above it, and only then', async () => {
  const app = await testApp();
  const script = [...upTo(NORTHWIND_SCRIPT, 'forecast'), ['forecast', '<'], ['decided-on', 'yesterday']] as const;
  const first = await app.run(['new', 'Contoso'], { script });
  expect(first.asked.map(({ id, isAnew = false }) => [id, isAnew])).toEqual([
    ['offer', false],
    ['decided-on', false],
    ['forecast', false],
    ['decided-on', true],
    ['forecast', false],
  ]);
  const again = await app.run(['new', '--resume'], { script: [['forecast', '<']] });
  expect(again.asked.map(({ id, isAnew = false }) => [id, isAnew])).toEqual([
    ['forecast', false],
    ['decided-on', false],
  ]);
});

describe('a contact taken from the debrief before', () => {
  test('goes when it turns out to be the deal of another account', async () => {
    const app = await testApp();
    await app.does(['new', 'Contoso', ...setting({ outcome: 'postponed', contact: 'Ann Lee, COO' })]);
    const script = [
      ...NORTHWIND_SCRIPT.filter(([id]) => id !== 'contact' && id !== 'review'),
      ['review', 'a'],
      ['deal', 'Northwind Logistics'],
      ['contact', 'Dana Reyes, CFO'],
      ['review', ''],
    ] as const;
    const ran = await app.does(['new', 'Contoso', '--json'], { script });
    expect(ran.json().contact).toMatchObject({ name: 'Dana Reyes', role: 'CFO' });
  });

  test('that was typed stays with the deal under its new name', async () => {
    const app = await testApp();
    const script = [
      ...upTo(NORTHWIND_SCRIPT, 'review'),
      ['review', 'a'],
      ['deal', 'Northwind Freight'],
      ['review', ''],
    ] as const;
    const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script });
    expect(ran.json()).toMatchObject({ deal: { name: 'Northwind Freight' }, contact: { name: 'Dana Reyes' } });
  });
});

describe('the next time that stood ready', () => {
  const THEIR_ROLE =
    'Next time, when a demo is booked, I will first ask my contact what part they play in the decision.';
  const steps = lineAfter(upTo(NORTHWIND_SCRIPT, 'steps'));

  test('is asked again when its step turns out not to have been missed', async () => {
    const app = await testApp();
    const script = [
      ...upTo(NORTHWIND_SCRIPT, 'review'),
      ['review', steps],
      ['steps', 'bblgln'],
      ['next-time', ''],
      ['review', ''],
    ] as const;
    const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script });
    expect(ran.json().debrief.answers['next-time']).toBe(THEIR_ROLE);
  });

  test('stays when a step that weighs more joins it', async () => {
    const app = await testApp();
    const script = [
      ...upTo(changed(NORTHWIND_SCRIPT, { steps: 'bblgln' }), 'review'),
      ['review', steps],
      ['steps', 'bnlgln'],
      ['review', ''],
    ] as const;
    const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script });
    expect(ran.json().debrief.answers['next-time']).toBe(THEIR_ROLE);
  });

  test('stays in words of their own', async () => {
    const app = await testApp();
    const script = [
      ...upTo(changed(NORTHWIND_SCRIPT, { 'next-time': 'ask sooner' }), 'review'),
      ['review', steps],
      ['steps', 'bblgln'],
      ['review', ''],
    ] as const;
    const ran = await app.does(['new', 'Northwind Logistics', '--json'], { script });
    expect(ran.json().debrief.answers['next-time']).toBe('ask sooner');
  });
});
