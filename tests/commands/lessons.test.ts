import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { changed, NORTHWIND_SCRIPT, setting } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

const CONTOSO = { outcome: 'postponed', 'decided-on': '2026-11-12', amount: '9000', currency: 'EUR' };

/** A loss, a fixed one, a win and a loss without a lesson, in the order of their debriefs. */
async function fourDeals(): Promise<TestApp> {
  const app = await testApp();
  await app.does(['new', 'Contoso', ...setting({ ...CONTOSO, 'next-time': 'I will ask Dana who signs.' })], {
    today: '2026-11-12',
  });
  await app.does(
    ['new', 'Fabrikam', ...setting({ outcome: 'cancelled', reason: 'budget-absent', compensation: 'A smaller démo' })],
    { today: '2026-11-13' },
  );
  await app.does(['new', 'Alder & Sons', '--won', '--set', 'keep=Bring the engineer to the demo.'], {
    today: '2026-11-14',
  });
  await app.does(['new', 'Initech', '--set', 'outcome=unknown'], { today: '2026-11-15' });
  return app;
}

async function dealsWith(app: TestApp, ...words: readonly string[]): Promise<readonly string[]> {
  const { lessons } = (await app.does(['lessons', '--json', '--', ...words])).json();
  return lessons.map(({ deal }: { deal: { name: string } }) => deal.name);
}

describe('lessons', () => {
  test('are one sentence for each deal that has one, newest first', async () => {
    const app = await fourDeals();
    expect((await app.does(['lessons', '--json'])).json()).toEqual({
      schemaVersion: 1,
      lessons: [
        {
          deal: { id: 'D3', name: 'Alder & Sons', outcome: 'won' },
          on: '2026-11-14',
          text: 'Bring the engineer to the demo.',
        },
        { deal: { id: 'D2', name: 'Fabrikam', outcome: 'cancelled' }, on: '2026-11-13', text: 'A smaller démo' },
        {
          deal: { id: 'D1', name: 'Contoso', outcome: 'postponed' },
          on: '2026-11-12',
          text: 'I will ask Dana who signs.',
        },
      ],
      withoutLesson: 1,
    });
  });

  test('read as a page on a terminal, and as a table in a pipe', async () => {
    const app = await fourDeals();
    expect((await app.does(['lessons'], { isTTY: true })).out).toMatchInlineSnapshot(`
      "D3   Bring the engineer to the demo.
           Alder & Sons, 14 Nov 2026
      D2   A smaller démo
           Fabrikam, 13 Nov 2026
      D1   I will ask Dana who signs.
           Contoso, 12 Nov 2026
      1 debriefed deal has none yet.
      "
    `);
    expect((await app.does(['lessons', 'Dana'])).out).toBe(
      'dealId\ton\tdeal\toutcome\ttext\nD1\t2026-11-12\tContoso\tpostponed\tI will ask Dana who signs.\n',
    );
  });

  test('are found by the beginnings of all words, without regard to case and accents', async () => {
    const app = await fourDeals();
    expect(await dealsWith(app, 'DEMO')).toEqual(['Alder & Sons', 'Fabrikam']);
    expect(await dealsWith(app, 'engin', 'demo')).toEqual(['Alder & Sons']);
    expect(await dealsWith(app, 'engineer who')).toEqual([]);
  });

  test.each([
    'NEAR',
    '"',
    '*',
    'who" OR "Dana',
    'NEAR(Dana who)',
    'text:Dana',
    '-Dana',
    '^Dana who',
    '🙂',
    "'; DROP",
    '\0',
  ])('are searched for %j as plain text, and no words for the search', async (words) => {
    const app = await fourDeals();
    await app.does(['lessons', 'add', 'Initech', '--', `Near the end: ${words}, they said.`]);
    expect(await dealsWith(app, 'near', words, 'said')).toEqual(['Initech']);
  });

  test('any text at all can be searched for', async () => {
    const { store } = await fourDeals();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (words) => {
        expect(() => store.lessons(words)).not.toThrow();
      }),
    );
  });

  test('a word of a lesson finds it, whatever the lesson says', async () => {
    const { store } = await fourDeals();
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(), (words, pick) => {
        store.addLesson('D4', words.join('; '), '2026-11-20' as never);
        const found = store.lessons(words[pick % words.length] ?? '');
        expect(found.map(({ dealId }) => dealId)).toContain('D4');
      }),
    );
  });

  test('one that is added stands for the deal from then on', async () => {
    const app = await fourDeals();
    const added = await app.does(['lessons', 'add', 'contoso', 'Meet', 'the', 'CFO', 'first.'], { isTTY: true });
    expect(added.out).toBe('Kept as the lesson of D1 Contoso: Meet the CFO first.\n');
    expect(await dealsWith(app)).toEqual(['Contoso', 'Alder & Sons', 'Fabrikam']);
    expect(await dealsWith(app, 'CFO')).toEqual(['Contoso']);
    expect(await dealsWith(app, 'Dana')).toEqual([]);
  });

  test('one for a deal that is not there, or without words, is refused', async () => {
    const app = await testApp();
    expect(await app.run(['lessons', 'add', 'D7', 'Ask first.'])).toMatchObject({ exitCode: 3 });
    expect(await app.run(['lessons', 'add', 'Contoso', 'Ask first.'])).toMatchObject({ exitCode: 3 });
    expect(await app.run(['lessons', 'add', 'D7', ' '])).toMatchObject({ exitCode: 2 });
  });

  test('none ends with 0, and says how to add one', async () => {
    const app = await testApp();
    expect((await app.does(['lessons'])).err).toContain(`No lessons yet in ${app.store.path}.`);
    expect((await app.does(['lessons', 'CFO'])).err).toContain('No lesson has these words.');
  });
});

describe('at the start of a debrief', () => {
  const stopped = [['offer', '']] as const;

  test('the lesson from the same account is said in one line', async () => {
    const app = await fourDeals();
    const { err } = await app.run(['new', 'contoso'], { script: stopped });
    expect(err).toContain('In Contoso (12 Nov 2026) you wrote: "I will ask Dana who signs"');
  });

  test('else the latest from a large deal, also when the name is asked for', async () => {
    const app = await fourDeals();
    const large = changed(NORTHWIND_SCRIPT, { 'next-time': 'Ask who decides.' });
    await app.does(['new', 'Northwind Logistics'], { script: large, today: '2026-11-10' });
    await app.does(['new', 'Umbrella', ...setting({ ...CONTOSO, 'next-time': 'Small things.' })]);
    const { err } = await app.run(['new'], { script: [['deal', 'Globex'], ...stopped] });
    expect(err).toContain('In Northwind Logistics (10 Nov 2026) you wrote: "Ask who decides"');
    expect(err).not.toContain('Small things');
  });

  test('a lesson that was added is the one that is said', async () => {
    const app = await fourDeals();
    await app.does(['lessons', 'add', 'D1', 'Meet the CFO first.']);
    expect((await app.run(['new', 'Contoso'], { script: stopped })).err).toContain('"Meet the CFO first"');
  });

  test('nothing is said where nothing was learned, after a win, or when a draft goes on', async () => {
    const app = await testApp();
    expect((await app.run(['new', 'Contoso'], { script: stopped })).err).not.toContain('you wrote');
    const learned = await fourDeals();
    expect((await learned.run(['new', 'Contoso', '--won'], { script: stopped })).err).not.toContain('you wrote');
    expect((await learned.run(['new', '--resume'], { script: [['decided-on', '']] })).err).not.toContain('you wrote');
  });
});
