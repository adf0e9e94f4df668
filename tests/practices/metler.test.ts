import { expect, test } from 'vitest';
import { changed, NORTHWIND_SCRIPT } from '../support/debriefs.ts';
import { practice, rulesIn, times } from './practice.ts';

// What Rhys Metler advises in "3 Lessons Learned From Losing the Big Sale". Each test shows one row of docs/practices.md.

test('M1: wins are debriefed as losses are, small and large, by the same steps', async () => {
  const { lost, won, figure } = await practice();
  await lost('Northwind', { amount: '500', currency: 'EUR', 'steps.why-now': 'late' });
  await won('Contoso', { amount: '500000', currency: 'EUR', 'steps.why-now': 'before' });
  expect((await figure('steps')).rows['why-now']).toMatchObject({ wonDone: 1, wonAsked: 1, lostDone: 0, lostAsked: 1 });
});

test('M2: after three losses without a win, the next debrief says which wins wait', async () => {
  const { lost, does } = await practice();
  await does(['import', '-', '--yes'], { stdin: 'Record ID,Deal,Outcome,Closed on\n1,Contoso,Won,2026-11-01\n' });
  await times(3, (number) => lost(`Loss ${number}`, { 'decided-on': `2026-0${number}-10` }));
  expect((await does(['due'], { isTTY: true })).out).toContain('Contoso');
});

test('M3: every slip, stage by stage, and one stage where it turned', async () => {
  const { lost, reviewed } = await practice();
  const { deal } = await lost('Northwind', { 'turning-point': 'proposal' });
  expect(deal.stage).toBe('proposal');
  const { reviews } = await reviewed('D1', {
    'stage-by-stage.demo': 'slipped',
    slips: 'the wrong people\na late quote',
  });
  expect(reviews[0].answers).toMatchObject({
    'stage-by-stage': { demo: 'slipped' },
    slips: 'the wrong people\na late quote',
  });
});

test('M4: how one prepared is ticked, and held against the wins', async () => {
  const { lost, won, reviewed, figure } = await practice();
  await lost('Northwind');
  await reviewed('D1', { 'prep-agenda': 'no', 'prep-rating': 'thinly' });
  await won('Contoso');
  await reviewed('D2', { 'prep-agenda': 'yes' });
  expect((await figure('preparation')).rows['prep-agenda']).toMatchObject({
    wonDone: 1,
    wonAsked: 1,
    lostDone: 0,
    lostAsked: 1,
  });
});

test('M5: how soon after the decision one looks back', async () => {
  const { lost, figure } = await practice();
  await times(5, (number) => lost(`Loss ${number}`, { 'decided-on': `2026-11-1${number}` }));
  const { rows, notes } = await figure('scope');
  expect(rows['all']).toMatchObject({ medianDaysToDebrief: 7 });
  expect(notes.join(' ')).toContain('within two days: 0 of 5');
});

test('M6: how much of it rests on notes, and from memory alone to noting the next deal from its first day', async () => {
  const { lost, reviewed } = await practice();
  await lost('Northwind');
  expect(rulesIn(await reviewed('D1', { 'from-notes': 'none' }))).toContain('log-from-day-one');
});

test('M7: one line for each call and mail before the deal closes, which the debrief then counts instead of asking', async () => {
  const { lost, does } = await practice();
  await does(['log', 'Northwind', 'call', 'asked for the price'], { today: '2026-10-01' });
  await does(['log', 'Northwind', 'email'], { today: '2026-10-05' });
  const { timeline } = await lost('D1');
  expect(timeline).toMatchObject({ contacts: 2, byChannel: { call: 1, email: 1 } });
});

test('M8: where one left the usual way on purpose, at which stage, and what it was', async () => {
  const { lost, reviewed, figure } = await practice();
  await lost('Northwind');
  const detour = { detour: 'tried', 'detour-stage': 'demo', 'detour-note': 'let them drive' };
  expect((await reviewed('D1', detour)).reviews[0].answers).toMatchObject(detour);
  expect((await figure('detours')).rows['detour:tried']).toMatchObject({ total: 1 });
});

test('M9: being led off by the prospect is something else, and where to is kept', async () => {
  const { lost, reviewed } = await practice();
  await lost('Northwind');
  const { reviews } = await reviewed('D1', { detour: 'steered', 'steered-to': 'to-price' });
  expect(reviews[0].answers).toMatchObject({ detour: 'steered', 'steered-to': 'to-price' });
});

test("M10: a process of one's own is ticked step by step, held against the wins, and what was skipped comes next", async () => {
  const { lost, won, reviewed, figure } = await practice({ processSteps: [{ id: 'site-visit', name: 'site visit' }] });
  await lost('Northwind');
  const { actions } = await reviewed('D1', { 'process.site-visit': 'skipped' });
  expect(actions).toContainEqual(expect.objectContaining({ text: expect.stringContaining('site visit') as unknown }));
  await won('Contoso');
  await reviewed('D2', { 'process.site-visit': 'done' });
  expect((await figure('process')).rows['site-visit']).toMatchObject({ wonDone: 1, lostDone: 0, lostAsked: 1 });
});

test('M11: the smallest thing is kept, and found by its words', async () => {
  const { lost, reviewed, does } = await practice();
  await lost('Northwind');
  await reviewed('D1', { smallest: 'a misspelt name on the first slide' });
  expect((await does(['list', '--text', 'misspelt'])).out).toContain('Northwind');
});

test('M12: each look has something to keep and something to change', async () => {
  const { lost, won, reviewed } = await practice();
  await lost('Northwind');
  const { reviews } = await reviewed('D1', { 'keep-doing': 'the cost model', 'do-over': 'meet the CFO first' });
  expect(reviews[0].answers).toMatchObject({ 'keep-doing': 'the cost model', 'do-over': 'meet the CFO first' });
  expect(rulesIn(await won('Contoso', { keep: 'the workshop in week one' }))).toContain('keep');
});

test('M13: when closed deals pile up, the line about what stung is shown once more, to nobody else', async () => {
  const { lost, reviewed, does } = await practice();
  await lost('Northwind');
  await reviewed('D1', { 'feeling-before': 'stings', sting: 'that Dana went silent' });
  const few = await does(['import', '-', '--yes'], { stdin: pile(10), script: [] });
  expect(few.err).not.toContain('Dana');
  const many = await does(['import', '-', '--yes'], { stdin: pile(20), script: [] });
  expect(many.err.replaceAll(/\s+/g, ' ')).toContain(
    '6 closed deals wait. After Northwind you wrote what stung most: "that Dana went silent".',
  );
  expect(many.out).not.toContain('Dana');
});

test('M14: each cause is fixed, influence or control, and the report says which', async () => {
  const { lost, figure } = await practice();
  await lost('Northwind', { reason: 'budget-absent' });
  await lost('Contoso', { reason: 'needs-misread' });
  const { rows } = await figure('reasons');
  expect([rows['budget-absent']?.control, rows['needs-misread']?.control]).toEqual(['fixed', 'control']);
});

test('M15: where the reason is fixed, the question is what makes up for it, and the answer is the action', async () => {
  const { lost, does } = await practice();
  const fixed = changed(NORTHWIND_SCRIPT, { requoted: 'y', 'next-time': '' })
    .filter(([id]) => id !== 'underneath')
    .map(([id, typed]) =>
      id === 'next-time' ? (['compensation', 'offer a smaller start'] as const) : ([id, typed] as const),
    );
  const ran = await does(['new', 'Fabrikam', '--json'], { script: fixed });
  expect(ran.json().actions).toContainEqual(expect.objectContaining({ rule: 'compensate' }));
  expect(rulesIn(await lost('Northwind', { reason: 'product-gap', compensation: 'a partner' }))).toContain(
    'compensate',
  );
});

test('M16: what the largest losses taught opens the debrief of a smaller one, and sizes are compared', async () => {
  const { lost, run, figure } = await practice();
  await lost('Large', { amount: '900000', currency: 'EUR', 'next-time': 'Ask the board first.' });
  await lost('Small', { amount: '9000', currency: 'EUR', 'next-time': 'Answer sooner.' });
  const { err } = await run(['new', 'Fabrikam'], { script: [] });
  expect(err).toContain('Ask the board first');
  expect(Object.keys((await figure('sizes')).rows)).toHaveLength(2);
});

/** Three lost deals as a CRM exports them, numbered from one on. */
function pile(from: number): string {
  const rows = [from, from + 1, from + 2].map((number) => `${number},Deal ${number},Lost,2026-11-01`);
  return ['Record ID,Deal,Outcome,Closed on', ...rows].join('\n');
}
