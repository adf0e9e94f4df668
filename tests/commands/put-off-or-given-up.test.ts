import { describe, expect, test } from 'vitest';
import { contactDue, contoso, dueItems } from '../support/contoso.ts';
import { setting } from '../support/debriefs.ts';
import { testApp } from '../support/test-app.ts';

describe('snooze', () => {
  test.each([
    ['in 2 weeks', '2026-12-04'],
    ['next tuesday', '2026-11-24'],
    ['next week', '2026-11-23'],
    ['2027-01-15', '2027-01-15'],
  ])('takes "%s"', async (when, day) => {
    const app = await contoso();
    await app.does(['snooze', 'A1', 'F1', ...when.split(' ')]);
    const moved = (await dueItems(app, '2026-11-20')).filter(({ id }) => id === 'A1' || id === 'F1');
    expect(moved.map((item) => item.on)).toEqual([day, day]);
  });

  test.each([[['A1']], [['A1', 'yesterday']], [['A1', 'soon']], [['in', '2', 'weeks']]])(
    'refuses %j and moves nothing',
    async (args) => {
      const app = await contoso();
      expect(await app.run(['snooze', ...args])).toMatchObject({ exitCode: 2 });
      expect((await dueItems(app, '2026-11-20')).find(({ id }) => id === 'A1')?.on).toBe('2026-11-20');
    },
  );
});

test('snooze that does not understand a day shows how with the same ids', async () => {
  const app = await contoso();
  expect((await app.run(['snooze', 'A1', 'F1', 'soon'])).err).toContain('lossdebrief snooze A1 F1 in 2 weeks');
});

describe('snooze says', () => {
  test('which day was taken for a time', async () => {
    const { out } = await (await contoso()).does(['snooze', 'A1', 'next week'], { isTTY: true });
    expect(out.replaceAll(/\s+/g, ' ').trim()).toBe(
      'Moved to Monday 23 November 2026, the first business day then: A1, When I have closed this, I will call the next name on my list.',
    );
  });

  test('that something is on that day already, and leaves it', async () => {
    const app = await contoso();
    const { out } = await app.does(['snooze', 'F1', '2026-12-01'], { isTTY: true });
    expect(out).toBe('On Tuesday 1 December 2026 already: F1, the call for Contoso.\n');
    expect((await app.run(['undo', '--json', '--yes'])).json().undone.what).not.toContain('snooze');
  });

  test.each([
    [{ 'decides-on': 'Q2' }, 'They decide before that: "Q2", taken as Thursday 1 April 2027.'],
    [{ 'decides-on': '2027-04-01' }, 'They decide before that: Thursday 1 April 2027.'],
    [{ 'call-on': '2027-04-01' }, 'They asked for a call before that: Thursday 1 April 2027.'],
    [{ trigger: 'the plant opens', 'trigger-on': '2027-04-01' }, 'The event comes before that: Thursday 1 April 2027.'],
  ])('that a day they named is passed over: %j', async (answers, sentence) => {
    const app = await testApp();
    await app.does(['new', 'Contoso', ...setting({ outcome: 'postponed', ...answers })]);
    const moved = async (id: string, when: string): Promise<string> =>
      (await app.does(['snooze', id, when], { isTTY: true })).out.replaceAll(/\s+/g, ' ').trim();
    expect(await moved('F1', '2027-04-01')).not.toContain('before that');
    expect(await moved('F1', '2027-04-02')).toBe(`Moved to Friday 2 April 2027: F1, the call for Contoso. ${sentence}`);
    expect(await moved('F1', '2027-04-05')).not.toContain('before that');
    expect(await moved('A1', '2027-04-05')).not.toContain('before that');
  });
});

describe('snooze to an earlier day', () => {
  test('says so, with the day it was, from when it counts and the way back', async () => {
    const app = await contoso({ 'call-on': '2027-02-25' });
    const ran = await app.does(['snooze', 'A1', 'F1', 'in', '2', 'weeks'], { isTTY: true });
    expect(ran.out).toContain(
      [
        'Moved to Friday 4 December 2026: F1, the call for Contoso.',
        '  That is earlier: it was Thursday 25 February 2027, and a day such as "in 2',
        '  weeks" counts from today. To take it back: lossdebrief undo',
      ].join('\n'),
    );
    expect(ran.out.match(/earlier/g)).toHaveLength(1);
  });

  test('is in the JSON with the day it was', async () => {
    const app = await contoso();
    const { snoozed } = (await app.does(['snooze', 'F1', 'tomorrow', '--json'])).json();
    expect(snoozed[0]).toMatchObject({ id: 'F1', was: '2026-12-01' });
  });

  test('is said where what is due is gone through one by one, too', async () => {
    const app = await contoso({ 'call-on': '2026-12-01' });
    const ran = await app.run(['due', '-i', '--within', '30d'], { script: [['F1', 's|tomorrow']] });
    expect(ran.err).toContain('That is earlier: it was Tuesday 1 December 2026');
  });
});

describe('drop', () => {
  test('needs a reason, and keeps it', async () => {
    const app = await contoso();
    expect(await app.run(['drop', 'A1'])).toMatchObject({ exitCode: 2 });
    await app.does(['drop', 'A1', '--why', 'they were bought']);
    expect((await app.does(['show', 'D1', '--json'])).json().actions[0].state).toBe('dropped');
  });

  test('asks for the reason where somebody is there, and says what is given up', async () => {
    const app = await contoso();
    const ran = await app.does(['drop', 'A1', 'F1'], { script: [['why', 'they were bought']] });
    expect(ran.err).toMatch(/^A1, .+\nF1, the call for Contoso\.\n$/);
    expect((await app.does(['show', 'D1', '--json'])).json()).toMatchObject({
      actions: [{ state: 'dropped' }, { state: 'open' }, { state: 'open' }, { state: 'open' }],
      followUp: { state: 'dropped' },
    });
    expect((await app.does(['show', 'D1'], { isTTY: true })).out).toContain('You noted: "they were bought"');
  });

  test('gives up nothing for somebody who stops at the reason, and asks nothing of what is closed', async () => {
    const app = await contoso();
    expect(await app.run(['drop', 'A1'], { script: [] })).toMatchObject({
      exitCode: 130,
      err: expect.stringContaining('Stopped. Nothing was changed.'),
    });
    expect((await app.does(['show', 'D1', '--json'])).json().actions[0].state).toBe('open');
    await app.does(['drop', 'A1', '--why', 'over']);
    expect((await app.does(['drop', 'A1'], { script: [] })).out).toContain('Closed before: A1');
  });
});

describe('due, one by one', () => {
  test('each thing is done, moved, given up or left, and what was decided is kept at once', async () => {
    const app = await contoso();
    const ran = await app.run(['due', '-i', '--today', '2026-12-01'], {
      script: [
        ['F1', 'd'],
        ['outcome', 'd'],
        ['A1', 'd'],
        ['A2', 's|in 2 weeks'],
        ['A4', 'x|not needed'],
      ],
    });
    expect(ran.err).toContain('Stopped. 4 decisions kept.');
    const { actions } = (await app.does(['show', 'D1', '--json'])).json();
    expect(actions.map(({ state }: { state: string }) => state)).toEqual(['done', 'open', 'open', 'dropped']);
    expect(actions[1].due).toBe('2026-12-15');
    expect(await contactDue(app, '2026-12-01')).toEqual(['touch 2027-03-01']);
  });

  test('needs a terminal', async () => {
    const app = await contoso();
    expect(await app.run(['due', '-i'])).toMatchObject({ exitCode: 2 });
  });
});

test('due --quiet is one line fit for a shell that starts', async () => {
  const app = await contoso();
  expect((await app.does(['due', '--quiet', '--today', '2026-11-23'])).out).toBe(
    '1 late, 1 today, 2 soon: lossdebrief due\n',
  );
  const empty = await testApp();
  expect(await empty.does(['due', '--quiet'])).toMatchObject({ out: '', err: '' });
});
