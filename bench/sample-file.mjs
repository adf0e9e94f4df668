import Database from 'better-sqlite3';
import { connect } from '../dist/store/connect.js';
import { storeOn } from '../dist/store/open-store.js';

/** Makes a file of so many lost deals, each with words kept and one call to make, saved as the program saves them. */
export function makeSampleFile(path, deals) {
  const outside = { today: '2026-11-20', now: () => '2026-11-20T16:05:00.000Z' };
  const connection = connect(Database, { ...outside, path, purpose: 'write' }, {});
  const store = storeOn(connection);
  const saveAll = connection.db.transaction(() => {
    for (let number = 1; number <= deals; number += 1) store.saveDebrief(lostDeal(number));
  });
  saveAll();
  store.close();
}

const SAID = 'The CFO felt Globex was the safer choice. They want to see two more references in logistics.';

function lostDeal(number) {
  const on = `2026-${padded((number % 11) + 1)}-${padded((number % 28) + 1)}`;
  return {
    draft: undefined,
    dealId: undefined,
    deal: {
      name: `Northwind Logistics ${number}`,
      outcome: 'lost-competitor',
      amount: { minor: 4_800_000 + number * 100, currency: 'EUR' },
      contractMonths: 12,
      decidedOn: on,
      winner: 'Globex',
    },
    debrief: { framework: 'loss', version: 1, seconds: 104, primaryReason: 'trust-risk', answers: { said: SAID } },
    kept: [{ id: 'said', class: 'their-words', value: SAID, asked: 'What did they say?', said: SAID }],
    steps: {},
    contact: { name: 'Dana Reyes', role: 'CFO', phone: '+1 555 0100' },
    causes: [{ whose: 'self', reason: 'trust-risk', control: 'influence', evidence: 'inference' }],
    plan: { actions: [], followUp: call(on), otherEntries: [] },
    on,
  };
}

function call(on) {
  const because = '9 months into a 12-month term';
  return { kind: 'follow-up', on, time: '09:00', channel: 'phone', rule: 'contract-term', because };
}

function padded(number) {
  return String(number).padStart(2, '0');
}
