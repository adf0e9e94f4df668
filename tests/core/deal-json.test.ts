import { expect, test } from 'vitest';
import { dealJson } from '../../src/core/deal-json.ts';
import type { DealRecord } from '../../src/core/debrief.ts';
import { conclude } from '../../src/core/new-debrief.ts';
import { day, TODAY } from '../support/days.ts';
import { contextWith, NO_PARTICULARS, NORTHWIND } from '../support/northwind.ts';
import { LOSS } from '../support/shipped.ts';

const NO_VIEWS: DealRecord['views'] = { causes: [], feedback: [], opinions: [] };
const { deal, debrief, kept, contact, plan } = conclude(LOSS, NORTHWIND, contextWith(), 104);

const RECORD: DealRecord = {
  deal: { ...deal, id: 'D12', uuid: '0190-northwind' },
  particulars: {
    account: 'Northwind Logistics AG',
    owner: 'Robin Hale',
    createdOn: day('2026-03-11'),
    segment: 'logistics',
    persona: 'CFO',
    source: 'referral',
    product: 'routing',
    fields: { Label: 'Hot' },
    crm: [{ source: 'pipedrive', id: '41' }],
  },
  debrief: { ...debrief, kept, on: TODAY },
  reviews: [],
  contact,
  actions: plan.actions.slice(0, 1).map((action) => ({ ...action, id: 'A31', state: 'open' })),
  followUp: plan.followUp && { ...plan.followUp, id: 'F7', state: 'open' },
  otherEntries: plan.otherEntries.slice(0, 1).map((entry) => ({ ...entry, id: 'F6', state: 'open' })),
  touches: [],
  views: NO_VIEWS,
};

test('a debriefed deal is the contract of every JSON', () => {
  expect(dealJson(RECORD)).toEqual({
    deal: {
      id: 'D12',
      uuid: '0190-northwind',
      name: 'Northwind Logistics',
      outcome: 'lost-competitor',
      amount: 148_000,
      currency: 'EUR',
      contractMonths: 12,
      decidedOn: '2026-11-20',
      winner: 'Globex',
      forecast: 80,
      stage: 'proposal',
      account: 'Northwind Logistics AG',
      owner: 'Robin Hale',
      createdOn: '2026-03-11',
      segment: 'logistics',
      persona: 'CFO',
      source: 'referral',
      product: 'routing',
      fields: { Label: 'Hot' },
      crm: [{ source: 'pipedrive', id: '41' }],
    },
    debrief: {
      framework: 'loss',
      version: LOSS.version,
      seconds: 104,
      primaryReason: 'access-authority',
      answers: NORTHWIND,
    },
    contact: { name: 'Dana Reyes', role: 'CFO', phone: '+1 555 0100' },
    actions: [
      {
        id: 'A31',
        text: 'When I have closed this, I will call Contoso.',
        because: 'The best way out of a lost deal is the next conversation.',
        message: null,
        due: '2026-11-20',
        state: 'open',
        rule: 'next-call',
      },
    ],
    followUp: {
      id: 'F7',
      kind: 'follow-up',
      on: '2027-08-20',
      time: '09:00',
      channel: 'phone',
      rule: 'contract-term',
      because: '9 months into a 12-month term',
      state: 'open',
    },
    contactPlan: [expect.objectContaining({ id: 'F6', kind: 'second-look', on: '2027-02-18' })],
    reviews: [],
    timeline: null,
    views: { causes: [], feedback: [], opinions: [] },
  });
});

test('a deal nobody has debriefed has every field all the same', () => {
  const bare = {
    deal: {
      id: 'D3',
      uuid: '0190-contoso',
      name: 'Contoso',
      outcome: undefined,
      amount: undefined,
      contractMonths: undefined,
    },
    rest: { decidedOn: undefined, winner: undefined, forecast: undefined, stage: undefined },
  } as const;
  const record: DealRecord = {
    deal: { ...bare.deal, ...bare.rest },
    particulars: NO_PARTICULARS,
    debrief: undefined,
    reviews: [],
    contact: undefined,
    actions: [],
    followUp: undefined,
    otherEntries: [],
    touches: [],
    views: NO_VIEWS,
  };
  expect(JSON.parse(JSON.stringify(dealJson(record)))).toEqual({
    deal: {
      id: 'D3',
      uuid: '0190-contoso',
      name: 'Contoso',
      outcome: null,
      amount: null,
      currency: null,
      contractMonths: null,
      decidedOn: null,
      winner: null,
      forecast: null,
      stage: null,
      account: null,
      owner: null,
      createdOn: null,
      segment: null,
      persona: null,
      source: null,
      product: null,
      fields: {},
      crm: [],
    },
    debrief: null,
    reviews: [],
    contact: null,
    actions: [],
    followUp: null,
    contactPlan: [],
    timeline: null,
    views: { causes: [], feedback: [], opinions: [] },
  });
});
