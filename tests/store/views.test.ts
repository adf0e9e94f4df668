import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { connectMemory } from '../../src/store/connect.ts';
import type { Connection } from '../../src/store/connection.ts';
import { storeOn } from '../../src/store/open-store.ts';
import type { Store } from '../../src/store/store.ts';
import { NORTHWIND, OPEN, TODAY } from './northwind.ts';

function northwind(): { readonly store: Store; readonly connection: Connection } {
  const connection = connectMemory(Database, OPEN);
  onTestFinished(() => void connection.db.close());
  const store = storeOn(connection);
  store.saveDebrief(NORTHWIND);
  return { store, connection };
}

const REPLY = { on: TODAY, words: 'Nobody asked what we needed.', cause: undefined };

test('an answer belongs to the latest request without one', () => {
  const { store } = northwind();
  store.keepFeedback('D1', { channel: 'email', sentOn: TODAY, reply: undefined }, [], TODAY);
  const kept = store.keepFeedback('D1', { channel: 'email', sentOn: undefined, reply: REPLY }, [], TODAY);
  expect(kept).toEqual({
    channel: 'email',
    sentOn: TODAY,
    reply: { on: TODAY, words: REPLY.words, reason: undefined },
  });
  expect(store.record('D1')?.views.feedback).toEqual([kept]);
});

test('a request that was sent and answered at once is one record', () => {
  const { store } = northwind();
  store.keepFeedback('D1', { channel: 'email', sentOn: TODAY, reply: REPLY }, [], TODAY);
  expect(store.record('D1')?.views.feedback).toMatchObject([{ sentOn: TODAY, reply: { words: REPLY.words } }]);
});

test('a request and what changes by it are one entry of the change log', () => {
  const { store, connection } = northwind();
  store.keepFeedback(
    'D1',
    { channel: 'email', sentOn: TODAY, reply: REPLY },
    [{ kind: 'close', id: 'A2', state: 'done' }],
    TODAY,
  );
  const logged = connection.db
    .prepare('SELECT DISTINCT table_name FROM change JOIN change_set ON change_set.id = change_set_id WHERE what = ?')
    .pluck();
  expect(new Set(logged.all('feedback D1'))).toEqual(new Set(['action', 'feedback', 'feedback_reply']));
});

test('where a change fails, nothing of the view is kept', () => {
  const { store } = northwind();
  const opinion = {
    about: 'deal',
    on: TODAY,
    from: 'Priya Nair',
    words: 'Too slow.',
    cause: undefined,
    lookDeeper: undefined,
    why: undefined,
  } as const;
  const before = store.record('D1');
  const broken = { kind: 'close', id: 'A1', state: 'lost' } as unknown as { kind: 'close'; id: string; state: 'done' };
  expect(() => store.keepOpinion('D1', opinion, [broken])).toThrow('CHECK');
  expect(store.record('D1')).toEqual(before);
});

test('views stay with their deal', () => {
  const { store } = northwind();
  store.saveDebrief({ ...NORTHWIND, deal: { ...NORTHWIND.deal, name: 'Contoso' } });
  store.keepFeedback('D2', { channel: 'email', sentOn: TODAY, reply: REPLY }, [], TODAY);
  expect(
    store
      .records({})
      .map(({ deal, views }) => `${deal.name} ${views.feedback.length}`)
      .toSorted(),
  ).toEqual(['Contoso 1', 'Northwind Logistics 0']);
});

test('what somebody saw on a call cannot be weighed like a view of the deal', () => {
  const { connection } = northwind();
  const insert = `INSERT INTO opinion (deal_id, on_day, about, name, words, look_deeper) VALUES (1, '2026-11-20', ?, 'Ken Ito', 'x', 'yes')`;
  expect(() => connection.db.prepare(insert).run('call')).toThrow('CHECK');
  expect(() => connection.db.prepare(insert).run('deal')).not.toThrow();
});
