import { expect, test } from 'vitest';
import { NORTHWIND_SCRIPT, upTo } from '../support/debriefs.ts';
import { practice, rulesIn } from './practice.ts';

// What the sales blog advises in "What to do when you lose a big deal". Each test shows one row of docs/practices.md.

test('I1: "I lost this because I …" is asked, and a sentence about them gets one friendly second try', async () => {
  const { run } = await practice();
  const { asked } = await run(['new', 'Northwind'], { script: upTo(NORTHWIND_SCRIPT, 'own-it') });
  const [last] = asked.slice(-1);
  expect(last?.id).toBe('own-it');
  const form = last?.form;
  if (form?.form !== 'line') throw new Error('It is typed on a line.');
  const secondTry = (text: string): unknown => form.secondTry?.(text);
  expect(secondTry('they chose the cheaper one')).toMatch(/begins with you/);
  expect(secondTry('never met the one who decides')).toBeUndefined();
});

test('I2: "price" without a number that could not be met is not a reason, what lay underneath is', async () => {
  const { lost, figure } = await practice();
  const { debrief } = await lost('Northwind', { reason: 'price', requoted: 'no', underneath: 'trust-risk' });
  expect(debrief.primaryReason).toBe('trust-risk');
  expect(Object.keys((await figure('reasons')).rows)).toEqual(['trust-risk']);
});

test('I3: how well it was played is kept apart from how it ended', async () => {
  const { lost, won, reviewed, figure } = await practice();
  await lost('Northwind');
  await reviewed('D1', { execution: 'well' });
  await won('Contoso');
  await reviewed('D2', { execution: 'below' });
  const { rows } = await figure('played');
  expect(rows['execution:well']).toMatchObject({ won: 0, lost: 1 });
  expect(rows['execution:below']).toMatchObject({ won: 1, lost: 0 });
});

test('I4: the mails, notes and meetings are gone through once, beside the log where there is one', async () => {
  const { lost, reviewed, does } = await practice();
  await does(['log', 'Northwind', 'meeting', 'the CFO left early'], { today: '2026-11-02' });
  await lost('D1');
  const { reviews } = await reviewed('D1', { trail: 'no mail to the CFO in nine weeks' });
  expect(reviews[0].answers.trail).toBe('no mail to the CFO in nine weeks');
  expect((await does(['show', 'D1'], { isTTY: true })).out).toContain('the CFO left early');
});

test('I5: what one would do differently from the start becomes what to try', async () => {
  const { lost, reviewed } = await practice();
  await lost('Northwind');
  const { actions } = await reviewed('D1', { 'do-over': 'meet the CFO in the first week' });
  expect(actions).toContainEqual(
    expect.objectContaining({
      rule: 'start-over',
      text: expect.stringContaining('meet the CFO in the first week') as unknown,
    }),
  );
});

test('I6: a framework of the field is chosen once, asked as before, late or never, and counted', async () => {
  const { lost, reviewed, figure } = await practice({ framework: 'meddpicc' });
  await lost('Northwind');
  const { reviews } = await reviewed('D1', { 'meddpicc.champion': 'never' });
  expect(JSON.stringify(reviews[0].answers)).toContain('"champion":"never"');
  expect((await figure('steps')).rows['meddpicc.champion']).toMatchObject({ lostDone: 0, lostAsked: 1 });
});

test('I7: where the other choice lay is kept', async () => {
  const { lost, reviewed } = await practice();
  await lost('Northwind');
  const { reviews } = await reviewed('D1', { 'other-choice': 'wait with the demo' });
  expect(reviews[0].answers['other-choice']).toBe('wait with the demo');
});

test('I8: a colleague is asked by name and by a day, and their reason stands beside mine', async () => {
  const { lost, does } = await practice();
  await lost('Northwind', { reason: 'trust-risk' });
  await does(['opinion', 'D1', '--ask', 'Priya', '--by', '2026-11-27']);
  await does(['opinion', 'D1', '--from', 'Priya', '--words', 'You never met the CFO.', '--reason', 'access-authority']);
  const shown = (await does(['show', 'D1', '--json'])).json();
  expect(shown.actions).toContainEqual(expect.objectContaining({ rule: 'ask-to-look', due: '2026-11-27' }));
  expect(shown.views.causes.map(({ reason }: { reason: string }) => reason)).toEqual([
    'trust-risk',
    'access-authority',
  ]);
  expect(shown.debrief.primaryReason).toBe('trust-risk');
});

test("I9: one neutral page for a second reader, without any conclusion of one's own", async () => {
  const { lost, does } = await practice();
  await lost('Northwind', { winner: 'Globex', reason: 'trust-risk', 'own-it': 'CANARY', 'next-time': 'CANARY' });
  const { out } = await does(['brief', 'D1']);
  expect(out).toContain('Globex');
  expect(out).not.toMatch(/CANARY|trust-risk|safer/);
});

test('I10: a view is worth a deeper look or not now, and there is no way to disagree', async () => {
  const { lost, does } = await practice();
  await lost('Northwind');
  const { out } = await does([
    'opinion',
    'D1',
    '--from',
    'Priya',
    '--words',
    'Too slow.',
    '--look-deeper',
    'yes',
    '--json',
  ]);
  expect(out).toContain('look-deeper');
  const { out: help } = await does(['opinion', '--help']);
  expect(help).not.toMatch(/disagree|wrong/i);
});

test('I11: a polite no is pointed out as a caution, and their sentence stays as it was', async () => {
  const { lost, does } = await practice();
  await lost('Northwind', { said: 'It was a very close decision.' });
  const { out } = await does(['show', 'D1'], { isTTY: true });
  expect(out).toContain('It was a very close decision.');
  expect(out).toMatch(/keep the peace/);
});

test('I12: the request asks directly which part of the approach to improve', async () => {
  const { lost, does } = await practice();
  await lost('Northwind', { contact: 'Dana Reyes' });
  expect((await does(['feedback', 'D1'])).out).toContain('which part of my approach do I most need to improve?');
});

test('I13: and it asks them not to spare one', async () => {
  const { lost, does } = await practice();
  await lost('Northwind', { contact: 'Dana Reyes' });
  expect((await does(['feedback', 'D1'])).out).toContain('Please do not spare me.');
});

test('I14: and it offers plain words instead of jargon', async () => {
  const { lost, does } = await practice();
  await lost('Northwind', { contact: 'Dana Reyes' });
  expect((await does(['feedback', 'D1'])).out).toContain(
    'did I understand your problem, bring the right people, keep the right pace, make the value clear?',
  );
});

test('I15: a request is dated, asked after once after five business days, and the reply is held against my reason', async () => {
  const { lost, does, due, figure } = await practice();
  await lost('Northwind', { reason: 'trust-risk', contact: 'Dana Reyes' });
  await does(['feedback', 'D1', '--sent']);
  expect((await due('2026-11-27')).items).toContainEqual(
    expect.objectContaining({ kind: 'feedback', on: '2026-11-27' }),
  );
  await does(['feedback', 'D1', '--reply', 'You seemed small.', '--reason', 'trust-risk']);
  expect((await figure('agreement')).rows['exact']).toMatchObject({ count: 1 });
});

test("I16: one of the books, courses and videos on one's own list is taken up for the area in work, by a day", async () => {
  const { lost, does } = await practice({ resources: ['SPIN Selling, chapter 4'] });
  await lost('Northwind', { 'steps.why-now': 'never' });
  await does(['focus', 'why-now']);
  const { learning } = (await does(['focus', '--learn', '1', '--by', '2026-11-27', '--json'])).json();
  expect(learning).toMatchObject({ due: '2026-11-27', text: expect.stringContaining('SPIN Selling') as unknown });
});

test('I17: one area at a time, scored by the debriefs that follow', async () => {
  const { lost, run, does } = await practice();
  await does(['focus', 'why-now']);
  expect(await run(['focus', 'role'])).toMatchObject({ exitCode: 2 });
  await lost('Northwind', { 'steps.why-now': 'before' }, '2026-11-25');
  const { focus } = (await does(['focus', '--json'], { today: '2026-11-26' })).json();
  expect(focus).toMatchObject({ area: 'why-now', score: { done: 1, known: 1 } });
});

test('I18: somebody is asked to sit in on the next call by a day, and what they saw is kept', async () => {
  const { lost, does } = await practice();
  await lost('Northwind');
  await does(['opinion', 'D1', '--ask', 'Priya', '--to', 'sit-in', '--by', '2026-11-27']);
  await does(['opinion', 'D1', '--from', 'Priya', '--saw', 'You talked over the CFO.']);
  const { actions, views } = (await does(['show', 'D1', '--json'])).json();
  expect(actions).toContainEqual(expect.objectContaining({ rule: 'ask-to-sit-in', due: '2026-11-27' }));
  expect(views.opinions).toContainEqual(expect.objectContaining({ about: 'call', words: 'You talked over the CFO.' }));
});

test('I19: what was seen leads to what to try, and nobody answers back', async () => {
  const { lost, does } = await practice();
  await lost('Northwind');
  await does(['opinion', 'D1', '--from', 'Priya', '--saw', 'You talked over the CFO.', '--try', 'count to three']);
  const { actions } = (await does(['show', 'D1', '--json'])).json();
  expect(actions).toContainEqual(
    expect.objectContaining({ rule: 'try-out', text: expect.stringContaining('count to three') as unknown }),
  );
});

test('I20: watching somebody very good is planned by name and day, and follows where their people were better', async () => {
  const { lost, does } = await practice();
  expect(rulesIn(await lost('Northwind', { 'winner-edge': 'people' }))).toContain('watch-the-best');
  await does(['opinion', 'D1', '--ask', 'Ken', '--to', 'be-watched', '--by', '2026-12-01']);
  const { actions } = (await does(['show', 'D1', '--json'])).json();
  expect(actions).toContainEqual(expect.objectContaining({ rule: 'ask-to-be-watched', due: '2026-12-01' }));
});

test('I21: language worth stealing is kept, with where it was used and whether it won', async () => {
  const { won, does } = await practice();
  await does(['phrases', 'add', 'What happens if you do nothing?', '--from', 'Ken', '--stage', 'discovery']);
  await won('Contoso');
  await does(['phrases', 'used', 'P1', '--deal', 'D1']);
  const { phrases } = (await does(['phrases', '--json'])).json();
  expect(phrases[0]).toMatchObject({ from: 'Ken', stage: 'discovery' });
  expect(JSON.stringify(phrases[0])).toContain('"won"');
});
