import { describe, expect, test } from 'vitest';
import { setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** A loss without a keyboard, with or without having asked why they want it now. */
async function loses(app: TestApp, today: string, whyNow: string): Promise<void> {
  await app.does(['new', `Deal of ${today}`, ...setting({ outcome: 'unknown', 'steps.why-now': whyNow })], { today });
}

describe('focus', () => {
  test('puts one area to work for thirty days, and says how often it was done before', async () => {
    const app = await testApp();
    await loses(app, '2026-11-02', 'never');
    await loses(app, '2026-11-09', 'before');
    const { out } = await app.does(['focus', 'why-now'], { isTTY: true });
    expect(out).toMatchInlineSnapshot(`
      "In work: their reason to act now
        Since Friday 20 November 2026, until Sunday 20 December 2026.
        Done since then: nothing noted yet. In the half year before: in 1 of 2
        debriefs.
        Close it: lossdebrief focus --stop
      "
    `);
  });

  test('is scored by the debriefs after it began and within its days', async () => {
    const app = await testApp();
    await loses(app, '2026-11-20', 'never');
    await app.does(['focus', 'Why-Now', '--for', '2w']);
    await loses(app, '2026-11-23', 'before');
    await loses(app, '2026-11-27', 'late');
    await loses(app, '2026-12-04', 'before');
    await loses(app, '2026-12-04', 'unknown');
    await loses(app, '2026-12-05', 'before');
    expect((await app.does(['focus', '--json'], { today: '2026-12-06' })).json()).toEqual({
      schemaVersion: 1,
      focus: {
        area: 'why-now',
        since: '2026-11-20',
        until: '2026-12-04',
        closedOn: null,
        score: { done: 2, known: 3 },
        before: { done: 0, known: 1 },
      },
      experiment: null,
      learning: null,
    });
    const { out } = await app.does(['focus'], { today: '2026-12-06', isTTY: true });
    expect(out).toContain('its days were over on Friday 4 December 2026');
  });

  test('asking again counts as a step too', async () => {
    const app = await testApp();
    await app.does(['focus', 'rechecked']);
    await app.does(['new', 'Contoso', ...setting({ outcome: 'unknown', 'steps.rechecked': 'yes' })], {
      today: '2026-11-23',
    });
    expect((await app.does(['focus', '--json'])).json().focus.score).toEqual({ done: 1, known: 1 });
  });

  test('takes free words, which no debrief can score', async () => {
    const app = await testApp();
    const { focus } = (await app.does(['focus', 'pause', 'after', 'a', 'question', '--json'])).json();
    expect(focus).toMatchObject({ area: 'pause after a question', score: null, before: null });
  });

  test('a second area is not begun before the first is closed', async () => {
    const app = await testApp();
    await app.does(['focus', 'why-now']);
    const ran = await app.run(['focus', 'role']);
    expect(ran).toMatchObject({ exitCode: 2 });
    expect(ran.err).toContain('An area is in work since Friday 20 November 2026.');
    const stopped = await app.does(['focus', '--stop', '--json'], { today: '2026-11-27' });
    expect(stopped.json().focus).toMatchObject({ area: 'why-now', closedOn: '2026-11-27' });
    expect((await app.does(['focus', 'role', '--json'])).json().focus.area).toBe('role');
  });

  test('says that nothing is in work, and how to begin', async () => {
    const app = await testApp();
    expect((await app.does(['focus'], { isTTY: true })).out).toBe(
      'No area is in work. Choose one: lossdebrief focus why-now\n',
    );
    expect((await app.does(['focus', '--json'])).json()).toEqual({
      schemaVersion: 1,
      focus: null,
      experiment: null,
      learning: null,
    });
  });

  test.each([
    [['why-now', '--for', 'ever']],
    [['why-now', '--for', '0d']],
    [['why-now', '--for', '2000d']],
    [['--for', '30d']],
    [['why-now', '--stop']],
    [['--keep', '--drop']],
    [['--stop']],
    [['--keep']],
    [['--experiment', ' ']],
  ])('refuses %j', async (args) => {
    const app = await testApp();
    expect(await app.run(['focus', ...args])).toMatchObject({ exitCode: 2, out: '' });
  });
});

describe('the experiment', () => {
  test('is measured by the deals decided after it began, and ends kept or dropped', async () => {
    const app = await testApp();
    await app.does(['focus', '--experiment', 'Bring a one-page case for the CFO.']);
    await loses(app, '2026-11-20', 'before');
    await loses(app, '2026-11-23', 'before');
    await app.does(['new', 'Alder & Sons', '--won'], { today: '2026-11-24' });
    await app.does(['new', 'Not for us', '--set', 'outcome=disqualified'], { today: '2026-11-24' });
    const { out } = await app.does(['focus', '--keep'], { today: '2026-11-25', isTTY: true });
    expect(out).toMatchInlineSnapshot(`
      "No area is in work. Choose one: lossdebrief focus why-now

      Kept: Bring a one-page case for the CFO.
        Since Friday 20 November 2026. Won since then: 1 of 2 deals.
      "
    `);
    expect((await app.does(['focus', '--json'])).json().experiment).toBeNull();
  });

  test('that a debrief names begins with it, with the deal it came from', async () => {
    const app = await testApp();
    await app.does(['new', 'Alder & Sons', '--won', '--set', 'experiment=Send the agenda a day before.']);
    expect((await app.does(['focus', '--json'])).json().experiment).toEqual({
      text: 'Send the agenda a day before.',
      since: '2026-11-20',
      deal: { id: 'D1', name: 'Alder & Sons' },
      results: { won: 0, decided: 0 },
      verdict: null,
    });
  });

  test('that is running is not replaced by another one', async () => {
    const app = await testApp();
    await app.does(['focus', '--experiment', 'Bring a one-page case.']);
    await app.does(['new', 'Alder & Sons', '--won', '--set', 'experiment=Send the agenda.']);
    expect((await app.does(['focus', '--json'])).json().experiment.text).toBe('Bring a one-page case.');
    const ran = await app.run(['focus', '--experiment', 'Something else.']);
    expect(ran).toMatchObject({ exitCode: 2 });
    await app.does(['focus', '--drop']);
    await app.does(['focus', '--experiment', 'Something else.']);
  });

  test('counts a deal that was won back', async () => {
    const app = await testApp();
    await app.does(['new', 'Contoso', ...setting({ outcome: 'postponed', 'call-on': '2026-12-01' })]);
    await app.does(['focus', '--experiment', 'Bring a one-page case.']);
    const { items } = (await app.does(['due', '--json', '--within', '30d'])).json();
    const call = items.find(({ kind }: { kind: string }) => kind === 'follow-up');
    await app.does(['done', call.id, '--outcome', 'won-back'], { today: '2026-12-01' });
    expect((await app.does(['focus', '--json'], { today: '2026-12-01' })).json().experiment.results).toEqual({
      won: 1,
      decided: 1,
    });
  });
});

describe('learning for the area in work', () => {
  const settings = { resources: ['SPIN Selling, chapter 4', 'the course on discovery'] };

  test('takes a resource by its number, with a day, and it comes due with the loss that showed the need', async () => {
    const app = await testApp();
    await loses(app, '2026-11-02', 'never');
    await loses(app, '2026-11-09', 'before');
    await app.does(['focus', 'why-now']);
    const { learning } = (
      await app.does(['focus', '--learn', '2', '--by', '2026-11-27', '--json'], { settings })
    ).json();
    expect(learning).toMatchObject({
      text: 'When I next have half an hour to myself, I will take up the course on discovery and look for one thing: their reason to act now.',
      because: 'It is the one area in work, until Sunday 20 December 2026.',
      due: '2026-11-27',
      rule: 'learn-from',
      deal: { id: 'D1', name: 'Deal of 2026-11-02' },
    });
    const { items } = (await app.does(['due', '--all', '--json'])).json();
    expect(items.map(({ id }: { id: string }) => id)).toContain(learning.id);
    await app.does(['undo', '--yes']);
    expect((await app.does(['show', 'D1', '--json'])).out).not.toContain('learn-from');
  });

  test('is offered from the list of the settings when an area begins, and Enter leaves it out', async () => {
    const app = await testApp();
    await loses(app, '2026-11-02', 'never');
    const { out } = await app.does(['focus', 'why-now'], { settings, script: [['learn', 's']], isTTY: true });
    expect(out).toContain('I will take up SPIN Selling,');
    expect(out).toContain('By Friday 27 November 2026.');
    await app.does(['focus', '--stop']);
    const left = await app.does(['focus', 'role', '--json'], { settings, script: [['learn', '']] });
    expect(left.json().learning).toBeNull();
  });

  test('is not offered where there is nothing to learn from, or nothing lost yet', async () => {
    const app = await testApp();
    expect((await app.does(['focus', 'why-now'], { settings, script: [] })).exitCode).toBe(0);
    await app.does(['focus', '--stop']);
    await loses(app, '2026-11-20', 'never');
    expect((await app.does(['focus', 'why-now'], { script: [] })).exitCode).toBe(0);
  });

  test('the list is shown with the area, for later', async () => {
    const app = await testApp();
    await app.does(['focus', 'why-now']);
    const { out } = await app.does(['focus'], { settings, isTTY: true });
    expect(out).toContain('To learn from:\n  1.  SPIN Selling, chapter 4\n  2.  the course on discovery\n');
    expect((await app.does(['focus'], { isTTY: true })).out).not.toContain('To learn from');
  });

  test.each([
    [['--learn', '1'], 'No area is in work to learn for.'],
    [['--by', '2026-11-27'], '--by says until when, and not what to learn from.'],
    [['--learn', ' '], 'What will you learn from?'],
    [['--learn', '1', '--stop'], 'One thing at a time, please.'],
    [['why-now', '--learn', '1'], 'There is no debriefed loss yet that it could belong to.'],
    [['why-now', '--learn', '1', '--by', 'yesterday'], 'is over.'],
  ])('%j is refused with what to do', async (flags, said) => {
    const app = await testApp();
    const { exitCode, err } = await app.run(['focus', ...flags], { settings });
    expect(exitCode).toBe(2);
    expect(err).toContain(said);
    expect(err).toContain('try:');
    expect((await app.does(['focus', '--json'])).json().focus).toBeNull();
  });
});
