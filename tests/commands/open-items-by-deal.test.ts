import { describe, expect, test } from 'vitest';
import { setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** An account that is not wanted again has actions, and no days of contact. */
async function opitz(...done: readonly string[]): Promise<TestApp> {
  const app = await testApp();
  await app.does(['new', 'Opitz GmbH', ...setting({ outcome: 'we-walked-away', again: 'no' })]);
  if (done.length > 0) await app.does(['done', ...done]);
  return app;
}

async function open(app: TestApp): Promise<readonly string[]> {
  const { items } = (await app.does(['due', '--json', '--within', '999d'])).json();
  return items.map(({ id }: { readonly id: string }) => id);
}

describe('where one thing is open for a deal, its name means that one', () => {
  test.each([
    ['done', ['done', 'opitz gmbh']],
    ['done, typed without quotes', ['done', 'Opitz', 'GmbH']],
    ['done, by the id of the deal', ['done', 'd1']],
    ['drop', ['drop', 'Opitz GmbH', '--why', 'over']],
  ])('for %s', async (_what, args) => {
    const app = await opitz('A1', 'A2', 'A3');
    expect(await open(app)).toEqual(['A4']);
    await app.does(args);
    expect(await open(app)).toEqual([]);
  });

  test.each([[['snooze', 'Opitz GmbH', 'in', '2', 'weeks']], [['snooze', 'D1', 'in 2 weeks']]])(
    'for %j',
    async (args) => {
      const app = await opitz('A1', 'A2', 'A3');
      const { snoozed } = (await app.does([...args, '--json'])).json();
      expect(snoozed).toMatchObject([{ id: 'A4', deal: 'Opitz GmbH' }]);
    },
  );
});

test('where several are open, each is said with its id, and nothing is changed', async () => {
  const app = await opitz('A1', 'A2');
  const ran = await app.run(['done', 'Opitz GmbH']);
  expect(ran).toMatchObject({ exitCode: 2, out: '' });
  expect(ran.err).toMatchInlineSnapshot(`
    "A4, When two working days have passed, I will give Opitz GmbH twenty quiet
    minutes with my notes.   24 Nov 2026
    A3, When I first see that a deal is not right, I will say so in that same
    meeting.   27 Nov 2026
    error: 2 things are open for Opitz GmbH. Nothing was changed.
    try:   Name the one you mean by its id: lossdebrief done A4
    "
  `);
  expect(await open(app)).toEqual(['A4', 'A3']);
});

test('an id beside a name is still an id', async () => {
  const app = await opitz('A1', 'A2');
  await app.does(['done', 'A3']);
  expect(await app.run(['done', 'A1', 'Opitz GmbH'])).toMatchObject({ exitCode: 0 });
  expect(await open(app)).toEqual([]);
});

test.each([['done'], ['drop']])('%s says which deal may be meant', async (command) => {
  const app = await opitz();
  const ran = await app.run([command, 'opitz', ...(command === 'drop' ? ['--why', 'over'] : [])]);
  expect(ran.exitCode).toBe(3);
  expect(ran.err).toContain('There is no action, follow-up or deal opitz. Did you mean D1 (Opitz GmbH)?');
});

test('where nothing is open any more, that is said', async () => {
  const app = await opitz('A1', 'A2', 'A3', 'A4');
  const ran = await app.run(['done', 'Opitz GmbH']);
  expect(ran.exitCode).toBe(3);
  expect(ran.err).toContain('Nothing is open for Opitz GmbH.');
});
