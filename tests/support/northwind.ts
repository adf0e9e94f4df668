import type { Answers } from '../../src/core/answers.ts';
import type { Framework, Question } from '../../src/core/framework.ts';
import { NO_HISTORY, type PastLoss } from '../../src/core/history.ts';
import type { Particulars } from '../../src/core/particulars.ts';
import type { Context } from '../../src/core/questions/kind.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings/settings.ts';
import { ENGLISH } from '../../src/core/speech/english.ts';
import { day, TODAY } from './days.ts';
import { REASONS } from './shipped.ts';

/** The answers of somebody who lost Northwind Logistics to Globex, without ever asking who decides. */
export const NORTHWIND: Answers = {
  deal: 'Northwind Logistics',
  amount: 148_000,
  currency: 'EUR',
  'contract-months': 12,
  terms: 'onboarding free',
  'decided-on': '2026-11-20',
  forecast: 80,
  outcome: 'lost-competitor',
  winner: 'Globex',
  'winner-edge': 'proof',
  said: 'The CFO felt Globex was the safer choice.',
  reason: 'access-authority',
  steps: { timeframe: 'before', 'why-now': 'before', role: 'never', priorities: 'before', rechecked: 'yes' },
  'contact-was': 'info-gatherer',
  'turning-point': 'proposal',
  'own-it': 'I never asked who signs',
  'next-time': 'ask for the CFO before the demo',
  again: 'yes',
  'call-on': null,
  'decides-on': null,
  'trigger-on': null,
  contact: { name: 'Dana Reyes', role: 'CFO', phone: '+1 555 0100' },
  'call-next': 'Contoso',
};

/** A first debrief on the day of the no, amounts in euros. */
export function contextWith(different: Partial<Context> = {}): Context {
  return {
    today: TODAY,
    speech: ENGLISH,
    settings: { ...DEFAULT_SETTINGS, currency: 'EUR' },
    reasons: REASONS,
    history: NO_HISTORY,
    dealNames: [],
    contactOf: () => undefined,
    ...different,
  };
}

/** An earlier loss: Contoso, ten weeks before, where nobody asked who decides. */
export function pastLoss(different: Partial<PastLoss> = {}): PastLoss {
  return {
    dealId: 'D3',
    deal: 'Contoso',
    decidedOn: day('2026-09-11'),
    amount: { minor: 6_100_000, currency: 'EUR' },
    primaryReason: 'no-urgency',
    winner: undefined,
    segment: undefined,
    missed: ['role'],
    lesson: 'Next time, when a demo is booked, I will ask who decides.',
    openActions: [],
    ...different,
  };
}

/** A question of a framework by its id. */
export function questionIn(framework: Framework, id: string): Question {
  const found = framework.questions.find((question) => question.id === id);
  if (!found) throw new Error(`There is no question ${id}.`);
  return found;
}

/** Of a deal that no CRM knows. */
export const NO_PARTICULARS: Particulars = {
  account: undefined,
  owner: undefined,
  createdOn: undefined,
  segment: undefined,
  persona: undefined,
  source: undefined,
  product: undefined,
  fields: {},
  crm: [],
};
