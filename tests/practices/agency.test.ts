import { expect, test } from 'vitest';
import { changed, NORTHWIND_SCRIPT, upTo } from '../support/debriefs.ts';
import { practice, times } from './practice.ts';

// What an agency's blog advises in "6 Lessons to Learn After Losing A Sale". Each test shows one row of docs/practices.md.

test('E1: the last moment at which it could still be changed, then its day and what happened', async () => {
  const { lost, reviewed, figure } = await practice();
  await lost('Northwind', { 'turning-point': 'proposal' });
  const { reviews } = await reviewed('D1', { 'tipped-by': 'the CFO asked for proof', 'tipped-on': '2026-11-05' });
  expect(reviews[0].answers).toMatchObject({ 'tipped-by': 'the CFO asked for proof', 'tipped-on': '2026-11-05' });
  expect((await figure('stages')).rows['proposal']).toMatchObject({ losses: 1 });
});

test('E4: one experiment for the deals to come, with how they ended, to keep or to drop', async () => {
  const { lost, won, reviewed, does } = await practice();
  await lost('Northwind', { 'decided-on': '2026-11-10' });
  await reviewed('D1', { experiment: 'ask for the board in week one' });
  await won('Contoso', { 'decided-on': '2026-12-01' }, '2026-12-01');
  const { experiment } = (await does(['focus', '--json'], { today: '2026-12-02' })).json();
  expect(experiment).toMatchObject({ text: 'ask for the board in week one', results: { won: 1, decided: 1 } });
  expect((await does(['focus', '--keep', '--json'], { today: '2026-12-02' })).json().experiment).toMatchObject({
    verdict: 'kept',
  });
});

test('E6: the report is there for machines, as JSON and as CSV', async () => {
  const { lost, does } = await practice();
  await lost('Northwind', { reason: 'trust-risk' });
  expect((await does(['report', '--json'])).json().figures.length).toBeGreaterThan(10);
  expect((await does(['report', 'reasons', '--format', 'csv'])).out).toContain('trust-risk');
});

test('E7: contacts by channel, of won deals beside lost ones', async () => {
  const { lost, won, does, figure } = await practice();
  await times(5, async (number) => {
    await does(['log', `Won ${number}`, 'call'], { today: '2026-11-01' });
    await does(['log', `Lost ${number}`, 'email'], { today: '2026-11-01' });
  });
  await times(10, (number) => (number % 2 === 1 ? won(`D${number}`) : lost(`D${number}`)));
  const { rows } = await figure('touches');
  expect(rows['all']).toMatchObject({ wonMedian: 1, wonDeals: 5, lostMedian: 1, lostDeals: 5 });
  expect(rows['call']).toMatchObject({ wonMedian: 1, lostMedian: 0 });
});

test('E8: missed calls are taken from the log or asked, and held against winning', async () => {
  const { lost, reviewed, does, figure } = await practice();
  await does(['log', 'Northwind', 'call', '--missed'], { today: '2026-11-01' });
  await lost('D1');
  await lost('Contoso');
  await reviewed('D2', { 'missed-calls': 'none' });
  const { rows } = await figure('handling');
  expect(rows['missed-calls:one']).toMatchObject({ total: 1 });
  expect(rows['missed-calls:none']).toMatchObject({ total: 1 });
});

test('E9: the slowest reply is taken from the log or asked, and held against winning', async () => {
  const { lost, reviewed, does, figure } = await practice();
  await does(['log', 'Northwind', 'email', '--reply-took', '3h'], { today: '2026-11-01' });
  await lost('D1');
  await lost('Contoso');
  await reviewed('D2', { 'slowest-reply': 'longer' });
  const { rows } = await figure('handling');
  expect(rows['slowest-reply:same-day']).toMatchObject({ total: 1 });
  expect(rows['slowest-reply:longer']).toMatchObject({ total: 1 });
});

test('E12: for a fixed reason, what could make up for it is suggested where it is asked', async () => {
  const { run } = await practice();
  const script = upTo(changed(NORTHWIND_SCRIPT, { requoted: 'y' }), 'next-time').filter(([id]) => id !== 'underneath');
  const { asked } = await run(['new', 'Northwind'], { script });
  expect(asked.at(-1)).toMatchObject({
    id: 'compensation',
    hint: expect.stringMatching(/faster|smaller|phase/) as unknown,
  });
});

test('E13: how it feels is optional and private, and no export but the complete one has it', async () => {
  const { lost, reviewed, does } = await practice();
  await lost('Northwind');
  await reviewed('D1', { 'feeling-before': 'stings', sting: 'CANARY that Dana went silent', 'feeling-after': 'calm' });
  for (const format of ['json', 'csv', 'markdown', 'ics']) {
    expect((await does(['export', '--format', format])).out).not.toMatch(/CANARY|stings/);
  }
  expect((await does(['export', '--format', 'jsonl'])).out).toContain('CANARY');
});

test('E14: whether it was the right buyer: the wrong company, or the wrong person', async () => {
  const { lost, reviewed, figure, does } = await practice();
  const stdin = 'Record ID,Deal,Outcome,Closed on,Persona\n1,Northwind,Lost,2026-11-01,CFO\n';
  await does(['import', '-', '--yes', '--map', 'persona=Persona'], { stdin });
  await lost('D1');
  await reviewed('D1', { 'right-buyer': 'wrong-person' });
  expect((await figure('personas')).rows['CFO']).toMatchObject({ wrongPerson: 1, buyerKnown: 1 });
});

test('E15: marketing gets what prospects valued and where they were lost, and nothing that anybody wrote', async () => {
  const { lost, does } = await practice();
  await lost('Northwind', { 'winner-edge': 'speed', said: 'CANARY', 'own-it': 'CANARY', 'turning-point': 'lead' });
  const { out } = await does(['report', '--for', 'marketing', '--json']);
  const ids = JSON.parse(out).figures.map(({ id }: { id: string }) => id);
  expect(ids).toEqual(expect.arrayContaining(['valued', 'stages', 'by-persona']));
  expect(out).not.toContain('CANARY');
});

test('E16: where half of the losses turn before the demo, the report asks whether these are the right people', async () => {
  const { lost, figure } = await practice();
  await times(6, (number) => lost(`Loss ${number}`, { 'turning-point': number < 5 ? 'lead' : 'proposal' }));
  expect((await figure('stages')).notes.join(' ')).toMatch(/all losses \(4 of 6\)/);
});

test('E17: the days between seeing that it would not close and letting go', async () => {
  const { lost, reviewed, figure } = await practice();
  await times(5, async (number) => {
    await lost(`Loss ${number}`);
    await reviewed(`D${number}`, { 'seen-on': '2026-10-01', 'stopped-on': '2026-10-11' });
  });
  expect((await figure('time-lost')).rows['all']).toMatchObject({ daysKnown: 5, daysAfterSeen: 10 });
});

test('E18: wins, losses and no decisions by persona', async () => {
  const { does, figure } = await practice();
  const rows = ['1,A,Lost', '2,B,Won', '3,C,Won'].map((row) => `${row},2026-11-01,CFO`);
  const stdin = ['Record ID,Deal,Outcome,Closed on,Persona', ...rows].join('\n');
  await does(['import', '-', '--yes', '--map', 'persona=Persona'], { stdin });
  expect((await figure('personas')).rows['CFO']).toMatchObject({ won: 2, lost: 1, noDecision: 0 });
});

test('E19: a good account that was lost is called again, and the call sheet asks what has changed', async () => {
  const { lost, does } = await practice();
  const { followUp } = await lost('Northwind', { again: 'yes', said: 'Globex was safer.', contact: 'Dana Reyes' });
  const { out } = await does(['due'], { today: followUp.on, isTTY: true, width: 120 });
  expect(out).toContain('Globex was safer.');
  expect(out).toMatch(/what has changed since/);
});

test('E20: the call sheet has all that a call needs', async () => {
  const { lost, due } = await practice();
  const { followUp } = await lost('Northwind', {
    said: 'Globex was safer.',
    winner: 'Globex',
    terms: 'onboarding free',
    'contract-months': '12',
    contact: 'Dana Reyes, CFO, +1 555 0100',
  });
  const { items } = await due(followUp.on);
  expect(items.find(({ id }: { id: string }) => id === followUp.id)).toMatchObject({
    contact: { name: 'Dana Reyes', role: 'CFO', phone: '+1 555 0100' },
    said: 'Globex was safer.',
    winner: 'Globex',
    terms: 'onboarding free',
  });
});

test('E21: a follow-up has a day, a time and a channel, and reaches the calendar', async () => {
  const { lost, does } = await practice();
  const { followUp } = await lost('Northwind');
  expect(followUp).toMatchObject({ time: '09:00', channel: 'phone' });
  const { out } = await does(['due', '--ics', '-', '--all']);
  expect(out).toContain(`DTSTART:${followUp.on.replaceAll('-', '')}T090000`);
});

test('E22: the terms that were offered stand ready to be offered again', async () => {
  const { lost, does } = await practice();
  const { followUp } = await lost('Northwind', {
    amount: '148000',
    currency: 'EUR',
    'contract-months': '12',
    terms: 'onboarding free',
  });
  const { out } = await does(['due'], { today: followUp.on, isTTY: true, width: 200 });
  expect(out).toContain('148,000 EUR, 12 months, onboarding free');
});

test('E23: a one-year contract is called about nine months after their no, whenever it is debriefed', async () => {
  const { lost } = await practice();
  const { followUp } = await lost('Northwind', { 'decided-on': '2026-05-31', 'contract-months': '12' }, '2026-06-02');
  expect(followUp).toMatchObject({ on: '2027-03-01', rule: 'contract-term' });
});
