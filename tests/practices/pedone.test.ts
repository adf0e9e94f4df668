import { expect, test } from 'vitest';
import { NORTHWIND_SCRIPT } from '../support/debriefs.ts';
import { practice, rulesIn, times } from './practice.ts';

// What Michael Pedone advises in "How to Recover After Losing a Sales Deal". Each test shows one row of docs/practices.md.

test('P1: how sure one was is asked before any reason, and held against what came of it', async () => {
  const { lost, won, figure, does } = await practice();
  await times(3, (number) => lost(`Lost ${number}`, { forecast: '90' }));
  await times(2, (number) => won(`Won ${number}`, { forecast: '90' }));
  expect((await figure('calibration')).rows['80-100']).toMatchObject({ deals: 5, won: 2 });
  const { asked } = await does(['new', 'Northwind'], { script: NORTHWIND_SCRIPT });
  const ids = asked.map(({ id }) => id);
  expect(ids.indexOf('forecast')).toBeGreaterThan(0);
  expect(ids.indexOf('forecast')).toBeLessThan(ids.indexOf('said'));
});

test('P2: whether it is really over is asked calmly, and a way in is an action this week', async () => {
  const { lost, reviewed } = await practice();
  await lost('Northwind');
  const { actions } = await reviewed('D1', { rescue: 'way-in' });
  expect(actions).toContainEqual(expect.objectContaining({ rule: 'rescue', due: '2026-11-23' }));
});

test('P3: the steps are ticked, and unsure counts as neither done nor missed', async () => {
  const { lost, figure } = await practice();
  await lost('Northwind', { 'steps.timeframe': 'before', 'steps.role': 'unknown' });
  const { rows } = await figure('steps');
  expect(rows['timeframe']).toMatchObject({ lostDone: 1, lostAsked: 1 });
  expect(rows['role']).toMatchObject({ lostDone: 0, lostAsked: 0 });
});

test.each(['our leads were poor', 'marketing sent the wrong people', 'the economy', 'our pricing is too high'])(
  'P4: "%s" may stand, and is first met with one friendly second try',
  async (blame) => {
    const { run } = await practice();
    const script = NORTHWIND_SCRIPT.slice(
      0,
      NORTHWIND_SCRIPT.findIndex(([id]) => id === 'own-it'),
    );
    const { asked } = await run(['new', 'Northwind'], { script });
    const form = asked.at(-1)?.form;
    if (form?.form !== 'line') throw new Error('It is typed on a line.');
    expect(form.secondTry?.(blame)).toMatch(/your own part/i);
    expect(await form.read(blame)).toMatchObject({ value: { 'own-it': blame } });
  },
);

test('P5: the time that a debrief took is kept, and the report has the median', async () => {
  const { does, figure } = await practice();
  const ran = await does(['new', 'Northwind', '--json'], { script: NORTHWIND_SCRIPT });
  expect(ran.json().debrief.seconds).toBeGreaterThan(0);
  expect((await figure('habit')).rows['all']).toMatchObject({ medianSeconds: ran.json().debrief.seconds });
});

test('P6: each missed step becomes "when …, I will …", and a step that comes back escalates', async () => {
  const { lost } = await practice();
  const missed = { 'steps.why-now': 'never' };
  const ask = async (deal: string): Promise<{ text: string; because: string }> => {
    const { actions } = await lost(deal, missed);
    return actions.find(({ rule }: { rule: string }) => rule === 'ask-why-now');
  };
  expect((await ask('Northwind')).text).toMatch(/^When the next demo is asked for, I will/);
  expect((await ask('Contoso')).text).toContain('Northwind');
  expect((await ask('Fabrikam')).text).toMatch(/sit in/);
});

test('P7: their time frame, known before the demo, late or never', async () => {
  const { lost } = await practice();
  expect(rulesIn(await lost('Northwind', { 'steps.timeframe': 'never' }))).toContain('ask-their-time-frame');
});

test('P8: their reason for a solution now, known before the demo, late or never', async () => {
  const { lost } = await practice();
  expect(rulesIn(await lost('Northwind', { 'steps.why-now': 'late' }))).toContain('ask-why-now');
});

test("P9: the contact's role in the decision, known before the demo, late or never", async () => {
  const { lost } = await practice();
  expect(rulesIn(await lost('Northwind', { 'steps.role': 'late' }))).toContain('ask-their-role');
});

test('P10: decision maker or information gatherer, who really decided, and whether one met them', async () => {
  const { lost, reviewed, figure } = await practice();
  expect(rulesIn(await lost('Northwind', { 'contact-was': 'info-gatherer' }))).toContain('meet-the-decider');
  const { reviews } = await reviewed('D1', { 'real-decider': 'the COO', 'decider-met': 'no' });
  expect(reviews[0].answers['real-decider']).toBe('the COO');
  expect((await figure('people')).rows['decider-met:no']).toMatchObject({ total: 1 });
});

test('P11: asked late is not asked in time', async () => {
  const { lost, figure } = await practice();
  await lost('Northwind', { 'steps.timeframe': 'late' });
  expect((await figure('steps')).rows['timeframe']).toMatchObject({ lostDone: 0, lostAsked: 1 });
});

test('P12: the first action is the next call, today, by name, whatever else was found', async () => {
  const { lost, does } = await practice();
  const { actions } = await lost('Northwind', { 'call-next': 'Contoso' });
  expect(actions[0]).toMatchObject({
    rule: 'next-call',
    due: '2026-11-20',
    text: expect.stringContaining('Contoso') as unknown,
  });
  await does(['done', actions[0].id]);
});

test('P13: after the third loss in two weeks less is said, and the call is still there', async () => {
  const { lost, does } = await practice();
  await times(2, (number) => lost(`Loss ${number}`, { 'steps.why-now': 'late' }));
  const page = await does(['new', 'Third', '--set', 'outcome=lost-competitor', '--set', 'steps.role=late'], {
    isTTY: true,
  });
  expect(page.out).toMatch(/call the next/i);
  expect(page.out.split('\n').length).toBeLessThan(20);
});

test('P14: after two minutes it stops, and the deep look is a day in the calendar', async () => {
  const { lost, does } = await practice();
  const { actions } = await lost('Northwind');
  expect(actions.at(-1)).toMatchObject({ rule: 'deep-review', due: '2026-11-24' });
  const { asked } = await does(['new', 'Contoso'], { script: NORTHWIND_SCRIPT });
  expect(asked.at(-1)?.id).toBe('review');
});

test('P15: how far one was from the number may be noted, and stands in no report', async () => {
  const { lost, reviewed, does } = await practice();
  await lost('Northwind');
  const { reviews } = await reviewed('D1', { 'quota-push': 'yes', 'quota-gap': 'far' });
  expect(reviews[0].answers['quota-gap']).toBe('far');
  expect((await does(['report', '--json'])).out).not.toContain('quota-gap');
});
