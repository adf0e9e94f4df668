import { describe, expect, test } from 'vitest';
import { setting } from '../support/debriefs.ts';
import { type Ran, testApp, type TestApp } from '../support/test-app.ts';

/** Northwind said no on Friday 20 November 2026; Dana Reyes has a mail address. */
async function northwind(more: Readonly<Record<string, string>> = {}): Promise<TestApp> {
  const app = await testApp();
  await app.does([
    'new',
    'Northwind Logistics',
    ...setting({
      outcome: 'lost-competitor',
      winner: 'Globex',
      said: 'You were a very close second.',
      reason: 'trust-risk',
      contact: 'Dana Reyes, CFO, +1 555 0100, dana@northwind.example',
      ...more,
    }),
  ]);
  return app;
}

const REQUEST = `Hello Dana,
thank you for your time and for telling me. I accept the decision and will not reopen it.
One request: which part of my approach do I most need to improve? Please do not spare me.
If it helps: did I understand your problem, bring the right people, keep the right pace, make the value clear?
A line is plenty. Good luck with it.
`;

async function reminders(app: TestApp): Promise<readonly unknown[]> {
  const { contactPlan } = (await app.does(['show', 'D1', '--json'])).json();
  return contactPlan
    .filter(({ kind }: { kind: string }) => kind === 'feedback')
    .map(({ on, rule, state }: Record<string, string>) => `${on} ${rule} ${state}`);
}

/** The views of the deal; tests look into them freely. */
async function views(app: TestApp): Promise<ReturnType<Ran['json']>> {
  return (await app.does(['show', 'D1', '--json'])).json().views;
}

describe('the request', () => {
  test('is all there is on standard output, unbroken on a narrow terminal too', async () => {
    const app = await northwind();
    expect((await app.does(['feedback', 'D1'])).out).toBe(REQUEST);
    expect((await app.does(['feedback', 'D1'], { isTTY: true, width: 40 })).out).toBe(REQUEST);
  });

  test('is the message of the action to ask, word for word', async () => {
    const app = await northwind();
    const { actions } = (await app.does(['show', 'D1', '--json'])).json();
    const asking = actions.find(({ rule }: { rule: string }) => rule === 'thank-and-ask');
    expect(`${asking.message}\n`).toBe(REQUEST);
  });

  test('as a link goes to the address of the contact, on one line', async () => {
    const app = await northwind();
    const { out } = await app.does(['feedback', 'D1', '--mailto'], { isTTY: true, width: 40 });
    expect(out).toMatch(/^mailto:dana@northwind\.example\?subject=[^&\s]+&body=Hello%20Dana%2C%0D%0A[^\s]+\n$/);
  });

  test('as a link says so where no address is on file', async () => {
    const app = await northwind({ contact: 'Dana Reyes, CFO' });
    const ran = await app.does(['feedback', 'D1', '--mailto']);
    expect(ran.out).toMatch(/^mailto:\?subject=/);
    expect(ran.err).toContain('No email address of Dana Reyes is on file');
  });

  test('gives JSON with text and link', async () => {
    const app = await northwind();
    expect((await app.does(['feedback', 'D1', '--json'])).json()).toEqual({
      schemaVersion: 1,
      deal: { id: 'D1', name: 'Northwind Logistics' },
      to: { name: 'Dana Reyes', email: 'dana@northwind.example' },
      subject: 'One question, now that it is decided',
      text: REQUEST.trim(),
      mailto: expect.stringMatching(/^mailto:dana@/),
    });
  });

  test('changes nothing by being printed', async () => {
    const app = await northwind();
    const before = await views(app);
    await app.does(['feedback', 'D1']);
    expect(await views(app)).toEqual(before);
  });

  test('to somebody who is silent comes with the advice to ask that first', async () => {
    const app = await testApp();
    await app.does(['new', 'Northwind Logistics', '--set', 'outcome=unknown']);
    expect((await app.does(['feedback', 'D1'])).err).toContain('Ask that first');
  });

  test.each([
    ['won', ['--won']],
    ['open', undefined],
  ])('is not for a deal that is %s', async (state, won) => {
    const app = await testApp();
    await app.does(won ? ['new', 'Contoso', ...won] : ['log', 'Contoso', 'call', 'asked who decides']);
    const ran = await app.run(['feedback', 'Contoso']);
    expect(ran).toMatchObject({ exitCode: 2, out: '' });
    expect(ran.err).toContain(`Contoso is ${state}`);
  });

  test('for a deal that is not on file ends with 3', async () => {
    expect(await (await testApp()).run(['feedback', 'D9'])).toMatchObject({ exitCode: 3, out: '' });
  });
});

describe('once it is sent', () => {
  test('one reminder comes five business days later, and the action to ask is done', async () => {
    const app = await northwind();
    const ran = await app.does(['feedback', 'D1', '--sent', '--json']);
    expect(ran.json()).toMatchObject({
      feedback: { channel: 'email', sentOn: '2026-11-20', repliedOn: null, words: null, reason: null },
      reminder: { on: '2026-11-27' },
      done: ['A2'],
    });
    expect(await reminders(app)).toEqual(['2026-11-27 feedback open']);
    expect((await app.does(['due', '--today', '2026-11-27'], { isTTY: true })).out).toContain(
      'Ask Dana Reyes once more for an answer.',
    );
  });

  test('on a day before today, the reminder counts from that day and is never in the past', async () => {
    const app = await northwind({ 'decided-on': '2026-10-01' });
    await app.does(['feedback', 'D1', '--sent', '2026-10-02']);
    expect(await reminders(app)).toEqual(['2026-11-23 feedback open']);
    expect((await views(app)).feedback).toMatchObject([{ sentOn: '2026-10-02' }]);
  });

  test('a day that has not come is refused', async () => {
    const app = await northwind();
    expect(await app.run(['feedback', 'D1', '--sent', '2026-11-21'])).toMatchObject({ exitCode: 2 });
    expect((await views(app)).feedback).toEqual([]);
  });

  test.each([['done'], ['drop']])(
    'after the reminder is %s there is no second, even when asked once more',
    async (how) => {
      const app = await northwind();
      await app.does(['feedback', 'D1', '--sent']);
      const { contactPlan } = (await app.does(['show', 'D1', '--json'])).json();
      const { id } = contactPlan.find(({ kind }: { kind: string }) => kind === 'feedback');
      await app.does([how, id, ...(how === 'drop' ? ['--why', 'they moved on'] : [])]);
      await app.does(['feedback', 'D1', '--sent', '--today', '2026-12-01']);
      expect(await reminders(app)).toHaveLength(1);
      expect((await app.does(['due', '--today', '2027-01-15', '--json'])).json().items).not.toContainEqual(
        expect.objectContaining({ kind: 'feedback' }),
      );
    },
  );

  test('asking once more ends the reminder to do so', async () => {
    const app = await northwind();
    await app.does(['feedback', 'D1', '--sent']);
    await app.does(['feedback', 'D1', '--sent'], { today: '2026-11-27' });
    expect(await reminders(app)).toEqual(['2026-11-27 feedback done']);
    expect((await views(app)).feedback.map(({ sentOn }: { sentOn: string }) => sentOn)).toEqual([
      '2026-11-20',
      '2026-11-27',
    ]);
  });
});

describe('the answer', () => {
  const MAIL = 'Hi Sam,\n\n  to be honest: nobody asked what   we needed.\n\nDana';

  test('is kept word for word, with their reason beside mine', async () => {
    const app = await northwind();
    await app.does(['feedback', 'D1', '--sent']);
    await app.does(['feedback', 'D1', '--reply', '-', '--reason', 'needs-misread'], {
      stdin: `${MAIL}\n`,
      today: '2026-11-25',
    });
    expect(await views(app)).toMatchObject({
      causes: [
        { whose: 'self', reason: 'trust-risk', evidence: 'inference', on: '2026-11-20' },
        { whose: 'buyer', reason: 'needs-misread', evidence: 'said-later', control: 'control', on: '2026-11-25' },
      ],
      feedback: [{ sentOn: '2026-11-20', repliedOn: '2026-11-25', words: MAIL, reason: 'needs-misread' }],
    });
  });

  test('leaves what they said at the no and what I think as they were', async () => {
    const app = await northwind();
    const before = (await app.does(['show', 'D1', '--json'])).json().debrief;
    await app.does(['feedback', 'D1', '--reply', MAIL, '--reason', 'needs-misread']);
    expect((await app.does(['show', 'D1', '--json'])).json().debrief).toEqual(before);
  });

  test('ends the reminder', async () => {
    const app = await northwind();
    await app.does(['feedback', 'D1', '--sent']);
    await app.does(['feedback', 'D1', '--reply', MAIL]);
    expect(await reminders(app)).toEqual(['2026-11-27 feedback done']);
  });

  test('never takes the place of an earlier one', async () => {
    const app = await northwind();
    await app.does(['feedback', 'D1', '--sent']);
    await app.does(['feedback', 'D1', '--reply', 'The first.', '--reason', 'trust-risk']);
    await app.does(['feedback', 'D1', '--reply', 'The second.', '--reason', 'product-gap']);
    expect((await views(app)).feedback).toMatchObject([
      { sentOn: '2026-11-20', words: 'The first.', reason: 'trust-risk' },
      { sentOn: null, words: 'The second.', reason: 'product-gap' },
    ]);
  });

  test('is asked for its reason on a terminal, which can be skipped', async () => {
    const app = await northwind();
    await app.does(['feedback', 'D1', '--reply', 'Too slow.'], { script: [['reason', 'l']] });
    await app.does(['feedback', 'D1', '--reply', 'As I said.'], { script: [['reason', '']] });
    expect((await views(app)).feedback.map(({ reason }: { reason: string }) => reason)).toEqual([
      'process-execution',
      null,
    ]);
  });

  test('can be pasted on a terminal', async () => {
    const app = await northwind();
    await app.does(['feedback', 'D1', '--reply', '-'], {
      script: [
        ['reply', MAIL],
        ['reason', ''],
      ],
    });
    expect((await views(app)).feedback).toMatchObject([{ words: MAIL }]);
  });

  test('that is only polite is pointed out, in the answer and at the no', async () => {
    const app = await northwind();
    const ran = await app.does(['feedback', 'D1', '--reply', 'In the end it was the price.'], { isTTY: true });
    expect(ran.out).toContain('With care: "price": Price is easier to say');
    const shown = (await app.does(['show', 'D1'], { isTTY: true })).out;
    expect(shown).toContain('What they said, with care: "a very close second": Buyers call it close');
    expect(shown).toContain('With care: "price"');
  });

  test.each([
    ['a reason that does not exist', ['--reply', 'No.', '--reason', 'luck'], '--reason luck is not a reason.'],
    ['a reason without an answer', ['--reason', 'trust-risk'], 'A reason belongs to an answer.'],
    ['no words', ['--reply', '  '], 'There are no words to keep.'],
    ['a link at the same time', ['--reply', 'No.', '--mailto'], 'do not go together'],
  ])('with %s is refused, and nothing is kept', async (_what, flags, message) => {
    const app = await northwind();
    const ran = await app.run(['feedback', 'D1', ...flags]);
    expect(ran).toMatchObject({ exitCode: 2, out: '' });
    expect(ran.err).toContain(message);
    expect((await views(app)).feedback).toEqual([]);
  });
});

test('a polite no is pointed out right after the debrief', async () => {
  const app = await testApp();
  const ran = await app.does(
    ['new', 'Contoso', ...setting({ outcome: 'lost-competitor', said: 'It came down to the price.' })],
    { isTTY: true },
  );
  expect(ran.out).toContain('What they said, with care: "price": Price is easier to say');
});
