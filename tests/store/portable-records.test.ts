import Database from 'better-sqlite3';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';

import type { NumberedLine } from '../../src/core/exchange/portable.ts';
import { recordsJsonl } from '../../src/formats/records-jsonl.ts';
import { connectMemory } from '../../src/store/connect.ts';
import type { Connection } from '../../src/store/connection.ts';
import { columnsOf } from '../../src/store/change-log.ts';
import { exportedRecords } from '../../src/store/export-records.ts';
import { takeRecords } from '../../src/store/import-records.ts';
import { DEALS, OTHERS, type PortableTable } from '../../src/store/portable-tables.ts';
import { anyText } from '../support/any-text.ts';
import { rounds } from '../support/rounds.ts';
import { OPEN } from './northwind.ts';

function emptyFile(): Connection {
  const connection = connectMemory(Database, OPEN);
  onTestFinished(() => void connection.db.close());
  return connection;
}

function exported(connection: Connection): string {
  return [...recordsJsonl(exportedRecords(connection, 'complete'))].join('');
}

async function* linesOf(text: string): AsyncGenerator<NumberedLine, void> {
  for (const [index, line] of text.split('\n').entries()) yield { number: index + 1, text: line };
}

const KEEP = { keeps: true, name: 'northwind.jsonl' };

/** Tables that are not records: drafts are not finished, settings have a line of their own, and the log tells of this file. */
const NOT_RECORDS = new Set(['draft', 'draft_answer', 'setting', 'change_set', 'change']);
/** Columns that say where a row stands in this file alone, or that it was deleted. */
const STAYS_HERE = new Set([
  'deal.deleted_at',
  'touch_note.touch_id',
  'feedback_reply.feedback_id',
  'action_text.action_id',
]);

test('every column of every record travels, or is known to stay', () => {
  const { db } = emptyFile();
  const tables = db
    .prepare<[], string>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT GLOB 'sqlite_*'`,
    )
    .pluck()
    .all()
    .filter((table) => !NOT_RECORDS.has(table));
  const travelling = new Set([DEALS, ...OTHERS].flatMap((table) => [...columnsIn(table)]));
  const missing = tables
    .flatMap((table) => columnsOf(db, table).map((column) => `${table}.${column}`))
    .filter((column) => !column.endsWith('.id') && !STAYS_HERE.has(column) && !travelling.has(column));
  expect(missing).toEqual([]);
});

function columnsIn({ table, parent, columns, beside, lists = [] }: PortableTable): readonly string[] {
  return [
    ...(parent === undefined ? [] : [`${table}.${parent}`]),
    ...columns.map(({ column }) => `${table}.${column}`),
    ...(beside?.columns ?? []).map(({ column }) => `${beside?.table}.${column}`),
    ...lists.flatMap(columnsIn),
  ];
}

const text = anyText().map((any) => any.toWellFormed());
const someText = text.filter((any) => any !== '');
const day = fc.constantFrom('2024-02-29', '2025-12-31', '2026-05-31', '2026-11-20');
const orNull = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { nil: null });
const amount = fc.constantFrom(
  { amount: null, currency: null },
  { amount: 148_000, currency: 'EUR' },
  { amount: 0.07, currency: 'USD' },
  { amount: 90_071_992_547_409.91, currency: 'EUR' },
  { amount: -12, currency: 'JPY' },
  { amount: 1.234, currency: 'KWD' },
);

function answersOf(known: fc.Arbitrary<unknown>): fc.Arbitrary<readonly object[]> {
  const answer = fc.record({ id: someText, value: orNull(known), asked: text, said: text });
  return fc
    .uniqueArray(answer, { selector: ({ id }) => id, maxLength: 3 })
    .map((answers) => answers.map(({ id, ...rest }, position) => Object.assign({ id, position }, rest)));
}

const steps = fc.uniqueArray(fc.constantFrom('role', 'why-now', 'rechecked'), { maxLength: 3 });
const value = fc.oneof(text, fc.integer(), fc.dictionary(text, text, { maxKeys: 3 }));

/** A deal with its debriefs and what points to them. */
function deal(row: number): fc.Arbitrary<object> {
  const uuidOf = (kind: number, index: number): string =>
    `00000000-0000-4000-8000-${String(row * 10_000 + kind * 100 + index).padStart(12, '0')}`;
  return fc
    .record({
      facts: fc.record({
        name: someText,
        account: orNull(text),
        owner: orNull(text),
        outcome: orNull(fc.constantFrom('lost-competitor', 'postponed', 'won', 'lost-unspecified')),
      }),
      amount,
      more: fc.record({
        contractMonths: orNull(fc.integer({ min: 1, max: 240 })),
        createdOn: orNull(day),
        decidedOn: orNull(day),
        winner: orNull(text),
        forecast: orNull(fc.integer({ min: 0, max: 100 })),
        stage: orNull(someText),
        segment: orNull(text),
        persona: orNull(text),
        source: orNull(text),
        product: orNull(text),
        fields: orNull(fc.dictionary(text, text, { maxKeys: 3 })),
        reopenedOn: orNull(day),
        wonBackOn: orNull(day),
      }),
      contacts: fc.array(
        fc.record({
          name: someText,
          role: orNull(text),
          phone: orNull(text),
          email: orNull(text),
          part: orNull(fc.constantFrom('decider', 'champion')),
          side: orNull(fc.constantFrom('for', 'against')),
          met: orNull(fc.boolean()),
        }),
        { maxLength: 2 },
      ),
      debriefs: fc.array(
        fc.record({
          pass: fc.constantFrom('quick', 'deep', 'second-look'),
          seconds: fc.nat(1000),
          primaryReason: orNull(fc.constantFrom('trust-risk', 'no-urgency')),
          on: day,
          facts: answersOf(value),
          theirWords: answersOf(value),
          reflections: answersOf(value),
          steps: steps.map((ids) => ids.map((step) => ({ step, value: 'late' }))),
          causes: fc.nat(2),
        }),
        { maxLength: 2 },
      ),
      texts: fc.array(
        fc.record({ text, because: text, message: orNull(text), notes: fc.array(text, { maxLength: 2 }) }),
        {
          maxLength: 2,
        },
      ),
      touches: fc.array(
        fc.record({
          on: day,
          channel: fc.constantFrom('call', 'email'),
          missed: fc.boolean(),
          replyMinutes: orNull(fc.nat(5000)),
          note: orNull(text),
        }),
        { maxLength: 3 },
      ),
      replies: fc.array(orNull(text), { maxLength: 2 }),
      opinions: fc.array(fc.record({ from: someText, words: someText, why: orNull(text) }), { maxLength: 2 }),
      lessons: fc.array(someText, { maxLength: 2 }),
    })
    .map((any) => {
      let cause = 0;
      const debriefs = any.debriefs.map(({ pass, seconds, primaryReason, on, causes, ...answers }, index) => ({
        uuid: uuidOf(1, index),
        pass,
        framework: 'loss',
        version: 1,
        seconds,
        primaryReason,
        on,
        seal: '0'.repeat(64),
        ...answers,
        causes: Array.from({ length: causes }, () => ({
          number: (cause += 1),
          whose: 'buyer',
          rank: 'primary',
          reason: 'trust-risk',
          control: 'influence',
          evidence: 'said-later',
          on,
        })),
      }));
      const causeOrNull = cause > 0 ? cause : null;
      const debrief = debriefs[0]?.uuid ?? null;
      return {
        kind: 'deal',
        id: `D${row}`,
        uuid: uuidOf(0, 0),
        ...any.facts,
        ...any.amount,
        ...any.more,
        crm: [{ source: 'hubspot', id: `${row}` }],
        contacts: any.contacts,
        debriefs,
        actions: any.texts.map(({ text: words, because, message, notes }, index) => ({
          id: `A${row * 10 + index}`,
          uuid: uuidOf(2, index),
          debrief,
          rule: 'next-call',
          due: '2026-11-23',
          state: 'done',
          closedOn: '2026-11-24',
          sequence: index,
          text: words,
          because,
          message,
          notes: notes.map((note) => ({ note })),
        })),
        schedule: any.texts.map(({ because, notes }, index) => ({
          id: `F${row * 10 + index}`,
          uuid: uuidOf(3, index),
          debrief,
          kind: 'touch',
          headline: false,
          on: '2027-02-22',
          time: '09:00',
          channel: 'phone',
          rule: 'quarterly',
          because,
          state: 'open',
          outcome: null,
          closedOn: null,
          sequence: 0,
          notes: notes.map((note) => ({ note })),
        })),
        touches: any.touches,
        feedback: any.replies.map((words) => ({
          channel: 'email',
          sentOn: '2026-11-20',
          repliedOn: '2026-11-25',
          cause: causeOrNull,
          words,
        })),
        opinions: any.opinions.map(({ from, words, why }) => ({
          on: '2026-11-26',
          about: 'deal',
          from,
          words,
          cause: causeOrNull,
          lookDeeper: 'yes',
          why,
        })),
        lessons: any.lessons.map((words) => ({ on: '2026-11-26', text: words })),
      };
    });
}

const records = fc
  .record({
    deals: fc
      .integer({ min: 0, max: 3 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, row) => deal(row + 1)))),
    settings: fc.uniqueArray(fc.tuple(someText, text), { selector: ([name]) => name, maxLength: 2 }),
    phrases: fc.array(fc.tuple(someText, orNull(someText)), { maxLength: 2 }),
  })
  .map(({ deals, settings, phrases }) => [
    ...settings
      .toSorted(([one], [other]) => Buffer.compare(Buffer.from(one), Buffer.from(other)))
      .map(([name, setting]) => ({ kind: 'setting', name, value: setting })),
    ...deals,
    ...phrases.map(([phrase, from], index) => ({
      kind: 'phrase',
      id: `P${index + 1}`,
      on: '2026-11-20',
      phrase,
      from,
      stage: null,
      uses: deals.length === 0 ? [] : [{ deal: '00000000-0000-4000-8000-000000010000', on: '2026-11-21' }],
    })),
    { kind: 'focus', area: 'why-now', since: '2026-11-01', until: '2026-12-01', closedOn: null },
    { kind: 'experiment', deal: null, since: '2026-11-01', text: 'bring a reference', verdict: null, closedOn: null },
  ])
  .map((lines) => [
    {
      kind: 'lossdebrief',
      schemaVersion: 1,
      contents: 'complete',
      records: lines.length,
      lastIds: { D: 900, A: 900, F: 900, P: 900 },
    },
    ...lines,
  ]);

test('any records come back out of an empty file as the bytes that went in', async () => {
  await fc.assert(
    fc.asyncProperty(records, async (some) => {
      const text = [...recordsJsonl(some as never)].join('');
      const connection = emptyFile();
      await takeRecords(connection, linesOf(text), KEEP);
      expect(exported(connection)).toBe(text);
      const again = await takeRecords(connection, linesOf(text), KEEP);
      expect(again).toMatchObject({ deals: { new: 0, extended: 0 }, differing: [], others: { new: 0, left: 0 } });
      expect(exported(connection)).toBe(text);
    }),
    { numRuns: rounds(40) },
  );
});
