import { type Day, isoDay } from '../../src/core/days/day.ts';
import type { NewDebrief } from '../../src/store/store.ts';

/** A day that is known to be one. */
export function day(text: string): Day {
  const found = isoDay(text);
  if (found === undefined) throw new Error(`${text} is no day.`);
  return found;
}

export const TODAY = day('2026-11-20');
export const OPEN = { today: TODAY, now: (): string => '2026-11-20T16:05:00.000Z' };

/** The loss of Northwind Logistics to Globex, as the interview hands it over. */
export const NORTHWIND: NewDebrief = {
  draft: undefined,
  dealId: undefined,
  deal: {
    name: 'Northwind Logistics',
    outcome: 'lost-competitor',
    amount: { minor: 14_800_000, currency: 'EUR' },
    contractMonths: 12,
    decidedOn: TODAY,
    winner: 'Globex',
    forecast: 80,
    stage: 'proposal',
  },
  debrief: {
    framework: 'loss',
    version: 1,
    seconds: 104,
    primaryReason: 'access-authority',
    answers: {
      said: 'The CFO felt Globex was the safer choice.',
      reason: 'access-authority',
      steps: { timeframe: 'before', 'why-now': 'late', role: 'never', rechecked: 'no' },
      'contact-was': 'info-gatherer',
      terms: 'onboarding free',
      trigger: null,
      'next-time': 'Next time, when I book a demo, I will ask their role.',
    },
  },
  kept: [
    {
      id: 'said',
      class: 'their-words',
      value: 'The CFO felt Globex was the safer choice.',
      asked: 'What did they say?',
      said: 'The CFO felt Globex was the safer choice.',
    },
    { id: 'reason', class: 'fact', value: 'access-authority', asked: 'What was it?', said: 'never met the decider' },
    {
      id: 'steps',
      class: 'fact',
      value: { timeframe: 'before', 'why-now': 'late', role: 'never', rechecked: 'no' },
      asked: 'Before the demo, did you know:',
      said: 'time frame before, reason late, role never',
    },
    { id: 'contact-was', class: 'fact', value: 'info-gatherer', asked: 'Who were they?', said: 'gathered facts' },
    {
      id: 'terms',
      class: 'their-words',
      value: 'onboarding free',
      asked: 'What did you offer?',
      said: 'onboarding free',
    },
    { id: 'trigger', class: 'their-words', value: null, asked: 'Only if what?', said: '' },
    {
      id: 'next-time',
      class: 'reflection',
      value: 'Next time, when I book a demo, I will ask their role.',
      asked: 'Next time, when …, I will …',
      said: 'Next time, when I book a demo, I will ask their role.',
    },
  ],
  steps: { timeframe: 'before', 'why-now': 'late', role: 'never', rechecked: 'no' },
  contact: { name: 'Dana Reyes', role: 'CFO', phone: '+1 555 0100' },
  causes: [
    { whose: 'self', reason: 'access-authority', control: 'control', evidence: 'inference' },
    { whose: 'self', reason: 'trust-risk', control: 'influence', evidence: 'guess' },
    { whose: 'buyer', reason: 'trust-risk', control: 'influence', evidence: 'said-at-the-no' },
  ],
  plan: {
    actions: [
      {
        rule: 'next-call',
        text: 'I will call Contoso now.',
        because: 'You named them.',
        message: undefined,
        due: TODAY,
      },
      {
        rule: 'thank-and-ask',
        text: 'When I am back at my desk, I will thank Dana Reyes.',
        because: 'The door stays open.',
        message: 'Dana, thank you. Please do not spare my feelings.',
        due: day('2026-11-23'),
      },
    ],
    followUp: {
      kind: 'follow-up',
      on: day('2027-08-20'),
      time: '09:00',
      channel: 'phone',
      rule: 'contract-term',
      because: '9 months into a 12-month term',
    },
    otherEntries: [
      { kind: 'touch', on: day('2027-02-22'), time: '09:00', channel: 'email', rule: 'touch', because: 'a quarter on' },
      { kind: 'feedback', on: day('2026-11-27'), time: '09:00', channel: 'email', rule: 'reply', because: '5 days on' },
    ],
  },
  on: TODAY,
};

/** Another deal of the same team: same debrief, other facts. */
export function loss(deal: Partial<NewDebrief['deal']>, change: Partial<NewDebrief> = {}): NewDebrief {
  return { ...NORTHWIND, ...change, deal: { ...NORTHWIND.deal, ...deal } };
}
