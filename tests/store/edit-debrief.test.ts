import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { DealRecord } from '../../src/core/debrief.ts';
import type { EditedDebrief } from '../../src/core/edited-debrief.ts';
import { connectMemory } from '../../src/store/connect.ts';
import { storeOn } from '../../src/store/open-store.ts';
import { brokenSeals } from '../../src/store/seals.ts';
import type { Store } from '../../src/store/store.ts';
import { day, NORTHWIND, OPEN, TODAY } from './northwind.ts';

function northwind(): { readonly store: Store; readonly record: DealRecord; readonly db: Database.Database } {
  const connection = connectMemory(Database, OPEN);
  onTestFinished(() => void connection.db.close());
  const store = storeOn(connection);
  return { store, record: store.saveDebrief(NORTHWIND), db: connection.db };
}

const { answers } = NORTHWIND.debrief;

/** Another word from them, and nothing else. */
const EDITED: EditedDebrief = {
  deal: NORTHWIND.deal,
  debrief: { ...NORTHWIND.debrief, answers: { ...answers, said: 'Too slow.' } },
  kept: NORTHWIND.kept.map((kept) => (kept.id === 'said' ? { ...kept, value: 'Too slow.', said: 'Too slow.' } : kept)),
  steps: NORTHWIND.steps,
  contact: undefined,
  cause: undefined,
  plan: [],
  values: [],
  words: [],
};

test('an edit is one change, of the rows that it changes and no others', () => {
  const { store, record, db } = northwind();
  store.saveEdit({ before: record, edited: EDITED, on: TODAY });
  const logged = db.prepare(
    `SELECT DISTINCT table_name FROM change JOIN change_set ON change_set.id = change_set_id
     WHERE what = 'edit D1' AND before IS NOT after`,
  );
  expect(logged.pluck().all()).toEqual(['debrief', 'their_word']);
});

test('the seal is made anew', () => {
  const { store, record, db } = northwind();
  store.saveEdit({ before: record, edited: EDITED, on: TODAY });
  expect(store.record('D1')?.debrief?.answers['said']).toBe('Too slow.');
  expect(brokenSeals({ db })).toEqual([]);
});

test('a record that has changed since it was looked at is not written over', () => {
  const { store, record } = northwind();
  store.apply('done A1', [{ kind: 'close', id: 'A1', state: 'done' }], TODAY);
  const now = store.record('D1');
  expect(() => store.saveEdit({ before: record, edited: EDITED, on: TODAY })).toThrow(
    expect.objectContaining({ exitCode: 7 }),
  );
  expect(store.record('D1')).toEqual(now);
});

test('a sentence that was corrected is found by its new words alone', () => {
  const { store, record } = northwind();
  const sentence = 'Bring the CFO a payback sheet.';
  store.saveEdit({
    before: record,
    edited: {
      ...EDITED,
      debrief: { ...EDITED.debrief, answers: { ...answers, 'next-time': sentence } },
      kept: NORTHWIND.kept.map((kept) =>
        kept.id === 'next-time' ? { ...kept, value: sentence, said: sentence } : kept,
      ),
    },
    on: TODAY,
  });
  expect(store.lessons('payback')).toMatchObject([{ text: sentence }]);
  expect(store.lessons('role')).toEqual([]);
});

test('a contact is corrected in place, and what else is known of the person stays', () => {
  const { store, record, db } = northwind();
  db.exec(`UPDATE contact SET met = 1`);
  const after = { name: 'Dana Reyes', role: 'COO' };
  store.saveEdit({
    before: record,
    edited: { ...EDITED, contact: { before: NORTHWIND.contact, after } },
    on: TODAY,
  });
  expect(db.prepare('SELECT name, role, phone, met FROM contact').all()).toEqual([
    { name: 'Dana Reyes', role: 'COO', phone: null, met: 1 },
  ]);
});

test('a new headline takes the place of one that is closed, which stays in the plan', () => {
  const { store } = northwind();
  store.apply('drop F1', [{ kind: 'close', id: 'F1', state: 'dropped' }], TODAY);
  const before = store.record('D1');
  const entry = { ...NORTHWIND.plan.followUp, on: day('2028-08-21') } as NonNullable<typeof NORTHWIND.plan.followUp>;
  if (!before) throw new Error('D1 is not on file.');
  const saved = store.saveEdit({
    before,
    edited: { ...EDITED, plan: [{ kind: 'add-entry', entry, isHeadline: true }] },
    on: TODAY,
  });
  expect(saved.followUp).toMatchObject({ id: 'F4', on: '2028-08-21', state: 'open' });
  expect(saved.otherEntries.map(({ id }) => id)).toContain('F1');
});
