import { describe, expect, test } from 'vitest';
import { NORTHWIND_SCRIPT } from '../support/debriefs.ts';
import { testApp, type TestApp } from '../support/test-app.ts';

/** Northwind with a log before the no, a debrief, an answer from the buyer and a colleague's view. */
async function northwind(): Promise<TestApp> {
  const app = await testApp();
  await app.does(['log', 'Northwind Logistics', 'demo', 'showed', 'the', 'router', '--at', '2026-10-01']);
  await app.does(['log', 'D1', 'call', 'Dana rang', '--at', '2026-10-05', '--missed']);
  await app.does(['new', 'D1'], { script: NORTHWIND_SCRIPT });
  await app.does(['feedback', 'D1', '--reply', 'Nobody asked what we needed.', '--reason', 'needs-misread']);
  await app.does(['opinion', 'D1', '--from', 'Ken Ito', '--words', 'Too slow.', '--reason', 'process-execution']);
  return app;
}

describe('the brief', () => {
  test('is one neutral page: what happened and what was said', async () => {
    const app = await northwind();
    expect((await app.does(['brief', 'D1'])).out).toMatchInlineSnapshot(`
      "Northwind Logistics, lost to Globex on Friday 20 November 2026, 148,000.00 EUR over 12 months.
      Contact: Dana Reyes, CFO.
      Offered: onboarding free.

      What was asked before the demo
        their time frame: before
        their reason to act now: never
        the contact's role: late
        priorities: late
        asking again: no

      What they said
        The CFO felt Globex was the safer choice.

      What they said later, on Friday 20 November 2026
        Nobody asked what we needed.

      What happened
        1 Oct 2026   demo: showed the router
        5 Oct 2026   call, missed: Dana rang
                     46 days without contact

      What I would like to know from you
        What do you see in this that could have caused the loss?
        What would you have done differently, and when?
        What would you want to know that is not here?
      "
    `);
  });

  test('says nothing of what anybody concludes', async () => {
    const app = await northwind();
    const { out } = await app.does(['brief', 'D1']);
    const { out: json } = await app.does(['brief', 'D1', '--json']);
    for (const conclusion of [
      'trust-risk',
      'felt safer',
      'needs-misread',
      'process-execution',
      'never met',
      'Next time',
      'proof',
      'Ken Ito',
      'Too slow',
      '80 %',
      'info-gatherer',
      'gathers',
      'requoted',
      'turning',
    ]) {
      expect([conclusion, `${out}${json}`.includes(conclusion)]).toEqual([conclusion, false]);
    }
  });

  test('leads nobody: its questions are open', async () => {
    const { out } = await (await northwind()).does(['brief', 'D1']);
    expect(out).toContain('What do you see in this that could have caused the loss?');
    expect(out).not.toMatch(/do you agree|am I right/i);
  });

  test('is JSON too', async () => {
    const app = await northwind();
    expect((await app.does(['brief', 'D1', '--json'])).json()).toMatchObject({
      schemaVersion: 1,
      deal: { id: 'D1', name: 'Northwind Logistics', outcome: 'lost-competitor', amount: 148000, winner: 'Globex' },
      contact: { name: 'Dana Reyes', role: 'CFO' },
      terms: 'onboarding free',
      said: 'The CFO felt Globex was the safer choice.',
      replies: [{ on: '2026-11-20', words: 'Nobody asked what we needed.' }],
      timeline: { missedCalls: 1, touches: [{ on: '2026-10-01', channel: 'demo' }, { missed: true }] },
    });
  });

  test('of a deal that nobody has debriefed has its facts alone', async () => {
    const app = await testApp();
    await app.does(['log', 'Contoso', 'call', 'asked who decides', '--at', '2026-11-02']);
    expect((await app.does(['brief', 'Contoso'])).out).toContain('2 Nov 2026   call: asked who decides\n');
  });

  test('of a deal that is not on file ends with 3', async () => {
    expect(await (await testApp()).run(['brief', 'D9'])).toMatchObject({ exitCode: 3, out: '' });
  });
});
