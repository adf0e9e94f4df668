import { describe, expect, onTestFinished, test } from 'vitest';
import type { DealRecord } from '../../src/core/debrief.ts';
import { knownAnswers } from '../../src/debriefing/known-answers.ts';
import { ofDealNamed } from '../../src/debriefing/session-deal.ts';
import type { Session } from '../../src/debriefing/session.ts';
import { openMemoryStore } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { day, TODAY } from '../support/days.ts';
import { contextWith } from '../support/northwind.ts';
import { LOSS, WIN } from '../support/shipped.ts';

/** A deal as a CRM has it: closed, and nobody has debriefed it yet. */
const IMPORTED: DealRecord['deal'] = {
  id: 'D1',
  uuid: '0190-northwind',
  name: 'Northwind Logistics',
  outcome: 'lost-competitor',
  amount: { minor: 14_800_000, currency: 'EUR' },
  contractMonths: 12,
  decidedOn: day('2026-11-12'),
  winner: 'Globex',
  forecast: undefined,
  stage: 'proposal',
};

function record(deal: Partial<DealRecord['deal']> = {}): Parameters<typeof knownAnswers>[1] {
  return { deal: { ...IMPORTED, ...deal } };
}

describe('what is on file about a deal', () => {
  test('answers the questions about its facts', async () => {
    expect(await knownAnswers(LOSS, record(), contextWith())).toEqual({
      deal: 'Northwind Logistics',
      amount: 148_000,
      currency: 'EUR',
      'contract-months': 12,
      'decided-on': '2026-11-12',
      outcome: 'lost-competitor',
      winner: 'Globex',
      'turning-point': 'proposal',
    });
  });

  test('is left to be asked where it is no answer: a loss without a reason to it, a stage of another tool', async () => {
    const known = await knownAnswers(LOSS, record({ outcome: 'lost-unspecified', stage: 'Stage 4' }), contextWith());
    expect(known).toMatchObject({ amount: 148_000, 'decided-on': '2026-11-12' });
    for (const id of ['outcome', 'winner', 'turning-point']) expect(known).not.toHaveProperty(id);
  });

  test('serves a win too, without what only a loss asks', async () => {
    const known = await knownAnswers(WIN, record({ outcome: 'won', winner: undefined }), contextWith());
    expect(known).toMatchObject({ deal: 'Northwind Logistics', amount: 148_000 });
    expect(known).not.toHaveProperty('outcome');
  });
});

describe('the deal of a session', () => {
  test('is the one that waits under the name, spelled as it is on file', async () => {
    const { session, answers } = await named('northwind logistics');
    expect(session.dealId).toBe('D1');
    expect(answers).toMatchObject({ deal: 'Northwind Logistics', forecast: 80 });
  });

  test('is a new one where none waits', async () => {
    const { session, answers } = await named('Contoso');
    expect(session.dealId).toBeUndefined();
    expect(answers).toEqual({ deal: 'Contoso', forecast: 80 });
  });

  test('stays while its name does, and keeps every answer', async () => {
    const { store, session } = await named('Northwind Logistics');
    const again = await ofDealNamed(store, session, { ...session.answers, deal: 'NORTHWIND LOGISTICS', forecast: 30 });
    expect(again).toMatchObject({ dealId: 'D1', answers: { forecast: 30 } });
  });

  test('takes with it what came from it when another is named', async () => {
    const { store, session } = await named('Northwind Logistics');
    const other = await ofDealNamed(store, session, { ...session.answers, deal: 'Contoso' });
    expect(other).toMatchObject({ dealId: undefined, answers: { deal: 'Contoso', forecast: 80 } });
    expect(Object.keys(other.answers).toSorted()).toEqual(['deal', 'forecast']);
  });
});

/** A session in which this name was answered, with Northwind Logistics open on file. */
async function named(
  name: string,
): Promise<{ readonly store: Store; readonly session: Session; readonly answers: Session['answers'] }> {
  const store = await openMemoryStore({ today: TODAY, now: () => '2026-11-20T12:00:00.000Z' });
  onTestFinished(store.close);
  store.logTouch(
    { name: 'Northwind Logistics' },
    { on: TODAY, channel: 'call', missed: false, replyMinutes: undefined, note: undefined },
  );
  const begun: Session = {
    framework: LOSS,
    context: contextWith(),
    answers: {},
    dealId: undefined,
    draft: undefined,
    halfAnswered: undefined,
    seconds: 0,
  };
  const session = await ofDealNamed(store, begun, { deal: name, forecast: 80 });
  return { store, session, answers: session.answers };
}
