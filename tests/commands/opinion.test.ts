import { describe, expect, test } from 'vitest';
import { setting } from '../support/debriefs.ts';
import { type Ran, testApp, type TestApp } from '../support/test-app.ts';

async function northwind(): Promise<TestApp> {
  const app = await testApp();
  await app.does([
    'new',
    'Northwind Logistics',
    ...setting({ outcome: 'lost-competitor', winner: 'Globex', reason: 'trust-risk', contact: 'Dana Reyes, CFO' }),
  ]);
  return app;
}

/** The deal as `show --json` gives it; tests look into it freely. */
async function shown(app: TestApp, id = 'D1'): Promise<ReturnType<Ran['json']>> {
  return (await app.does(['show', id, '--json'])).json();
}

const PRIYA = ['--from', 'Priya Nair', '--words', 'You never met the one who signs.'];

describe('a colleague’s view', () => {
  test('is kept word for word beside mine, with a reason of its own', async () => {
    const app = await northwind();
    await app.does(['opinion', 'D1', ...PRIYA, '--reason', 'access-authority']);
    const { views, debrief } = await shown(app);
    expect(views).toMatchObject({
      causes: [
        { whose: 'self', reason: 'trust-risk' },
        { whose: 'colleague', reason: 'access-authority' },
      ],
      opinions: [
        {
          about: 'deal',
          on: '2026-11-20',
          from: 'Priya Nair',
          words: 'You never met the one who signs.',
          reason: 'access-authority',
          lookDeeper: null,
        },
      ],
    });
    expect(debrief.primaryReason).toBe('trust-risk');
  });

  test('of several people each keeps its own reason', async () => {
    const app = await northwind();
    await app.does(['opinion', 'D1', ...PRIYA, '--reason', 'access-authority']);
    await app.does(['opinion', 'D1', '--from', 'Ken Ito', '--words', 'Too slow.', '--reason', 'process-execution']);
    const { views } = await shown(app);
    expect(views.opinions.map(({ from, reason }: Record<string, string>) => `${from}: ${reason}`)).toEqual([
      'Priya Nair: access-authority',
      'Ken Ito: process-execution',
    ]);
  });

  test('that deserves a deeper look becomes an action', async () => {
    const app = await northwind();
    const ran = await app.does(['opinion', 'D1', ...PRIYA, '--look-deeper', 'yes', '--json']);
    expect(ran.json().actions).toEqual([
      {
        id: expect.stringMatching(/^A\d+$/),
        text: 'When two working days have passed, I will look once more at Northwind Logistics with what Priya Nair sees.',
        because: 'Priya Nair: "You never met the one who signs".',
        due: '2026-11-24',
        rule: 'look-deeper',
      },
    ]);
    expect((await app.does(['due', '--today', '2026-11-24'], { isTTY: true })).out).toContain(
      'with what Priya Nair sees',
    );
  });

  test('that is left alone for now says why, and makes no action', async () => {
    const app = await northwind();
    const before = (await shown(app)).actions;
    await app.does(['opinion', 'D1', ...PRIYA, '--look-deeper', 'not-now', '--why', 'first the call with Contoso']);
    const { views, actions } = await shown(app);
    expect(views.opinions).toMatchObject([{ lookDeeper: 'not-now', why: 'first the call with Contoso' }]);
    expect(actions).toEqual(before);
  });

  test('is asked for on a terminal, what is missing only', async () => {
    const app = await northwind();
    await app.does(['opinion', 'D1', '--from', 'Priya Nair'], {
      script: [
        ['words', 'You never met\n\nthe one who signs.'],
        ['reason', ''],
        ['look-deeper', 'n'],
        ['why', 'it is too soon'],
      ],
    });
    expect((await shown(app)).views.opinions).toMatchObject([
      {
        from: 'Priya Nair',
        words: 'You never met\n\nthe one who signs.',
        lookDeeper: 'not-now',
        why: 'it is too soon',
      },
    ]);
  });

  test('is shown beside what they said and what I think', async () => {
    const app = await northwind();
    await app.does(['opinion', 'D1', ...PRIYA, '--reason', 'access-authority', '--look-deeper', 'yes']);
    const { out } = await app.does(['show', 'D1'], { isTTY: true });
    expect(out.slice(out.indexOf('Why, as each sees it'))).toBe(`Why, as each sees it
  You think: a vendor that felt safer.  a guess, Friday 20 November 2026
  Priya Nair, Friday 20 November 2026:
    You never met the one who signs.
    Their reason: no way to the one who decides.
    Worth a deeper look.
`);
  });

  test('has no way to be disagreed with', async () => {
    const { out } = await (await testApp()).run(['opinion', '--help']);
    expect(out).toContain('--look-deeper');
    expect(out).not.toMatch(/disagree|--agree|rebut/i);
  });

  test('of a deal without a debrief is kept without a reason', async () => {
    const app = await testApp();
    await app.does(['log', 'Contoso', 'call', 'asked who decides']);
    expect(await app.run(['opinion', 'D1', ...PRIYA, '--reason', 'access-authority'])).toMatchObject({ exitCode: 2 });
    await app.does(['opinion', 'D1', ...PRIYA]);
    expect((await shown(app)).views.opinions).toMatchObject([{ from: 'Priya Nair', reason: null }]);
  });
});

describe('what somebody saw on a call', () => {
  const SAW = ['--from', 'Ken Ito', '--saw', 'You answered before Dana had finished.'];

  test('is kept word for word, and what I will try becomes an action', async () => {
    const app = await northwind();
    const ran = await app.does(['opinion', 'D1', ...SAW, '--try', 'count to three before I answer', '--json']);
    expect(ran.json()).toMatchObject({
      opinion: { about: 'call', from: 'Ken Ito', words: 'You answered before Dana had finished.', lookDeeper: null },
      actions: [
        {
          text: 'When I am next on a call like that, I will try this: count to three before I answer.',
          due: '2026-11-27',
          rule: 'try-out',
        },
      ],
    });
  });

  test('asks on a terminal what I will try, and nothing else', async () => {
    const app = await northwind();
    await app.does(['opinion', 'D1', ...SAW], { script: [['try', 'count to three']] });
    expect((await shown(app)).actions.at(-1).rule).toBe('try-out');
  });
});

describe('asking somebody', () => {
  test.each([
    ['look', 'When I next speak with Priya Nair, I will hand over the brief of Northwind Logistics and ask what could'],
    ['sit-in', 'When my next call is set, I will ask Priya Nair to sit in and tell me what they see.'],
    [
      'be-watched',
      'When Priya Nair has the next call of this kind, I will ask to watch, and take down the words that work.',
    ],
  ])('to %s is an action with a name and a day', async (favour, text) => {
    const app = await northwind();
    const ran = await app.does([
      'opinion',
      'D1',
      '--ask',
      'Priya Nair',
      '--to',
      favour,
      '--by',
      'next friday',
      '--json',
    ]);
    expect(ran.json().actions).toMatchObject([{ text: expect.stringContaining(text), due: '2026-11-27' }]);
  });

  test('is asking to look, within five business days, unless it says otherwise', async () => {
    const app = await northwind();
    const ran = await app.does(['opinion', 'D1', '--ask', 'Priya Nair', '--json']);
    expect(ran.json().actions).toMatchObject([{ rule: 'ask-to-look', due: '2026-11-27' }]);
  });
});

test.each([
  ['without a name', ['--words', 'Too slow.'], '--from is missing'],
  ['without words', ['--from', 'Ken Ito'], '--words is missing'],
  ['without anything', [], '--from and --words are missing'],
  ['left alone without a why', [...PRIYA, '--look-deeper', 'not-now'], 'Why not now?'],
  ['about a deal and a call at once', [...PRIYA, '--saw', 'You talked.'], 'do not go together'],
  ['asked for by a day that is over', ['--ask', 'Ken Ito', '--by', '2026-11-19'], 'is over'],
  ['with a favour of nobody', ['--to', 'sit-in'], 'Whom do you want to ask?'],
  ['asked of nobody', ['--ask', ' '], 'Whom do you want to ask?'],
  ['with an attempt after nothing', ['--try', 'listen'], 'What did they see?'],
])('an opinion %s is refused, and nothing is kept', async (_what, flags, message) => {
  const app = await northwind();
  const before = await shown(app);
  const ran = await app.run(['opinion', 'D1', ...flags]);
  expect(ran).toMatchObject({ exitCode: 2, out: '' });
  expect(ran.err).toContain(message);
  expect(await shown(app)).toEqual(before);
});
