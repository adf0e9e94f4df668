import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';

import { ENTRY_OUTCOMES } from '../../src/core/entry-outcome.ts';
import { OUTCOMES } from '../../src/core/outcome.ts';
import { connectMemory } from '../../src/store/connect.ts';
import { storeOn } from '../../src/store/open-store.ts';
import { NORTHWIND, OPEN } from './northwind.ts';

function saved(): Database.Database {
  const connection = connectMemory(Database, OPEN);
  onTestFinished(() => void connection.db.close());
  const store = storeOn(connection);
  store.saveDebrief(NORTHWIND);
  store.drafts.begin({ framework: 'loss', version: 1, answers: { deal: 'Contoso' }, seconds: 3 });
  connection.db.exec(`
    INSERT INTO touch (deal_id, channel, on_day) VALUES (1, 'phone', '2026-11-02');
    INSERT INTO focus (area, started_on, until_day) VALUES ('discovery', '2026-11-01', '2026-12-01');
    INSERT INTO crm_key (deal_id, source, external_id) VALUES (1, 'salesforce', '006A')`);
  return connection.db;
}

const REFUSED: readonly (readonly [table: string, column: string, value: unknown])[] = [
  ['deal', 'outcome', 'lost'],
  ['deal', 'outcome', ''],
  ['deal', 'name', ''],
  ['deal', 'currency', 'eur'],
  ['deal', 'currency', 'EURO'],
  ['deal', 'currency', null],
  ['deal', 'amount_minor', null],
  ['deal', 'amount_minor', 1.5],
  ['deal', 'contract_months', 0],
  ['deal', 'forecast', -1],
  ['deal', 'forecast', 101],
  ['deal', 'forecast', 'high'],
  ['deal', 'decided_on', '2026-02-30'],
  ['deal', 'decided_on', '2026-2-3'],
  ['deal', 'decided_on', '20 Nov 2026'],
  ['deal', 'decided_on', '2026-11-20T10:00:00Z'],
  ['deal', 'decided_on', '2461000'],
  ['deal', 'created_on', ''],
  ['deal', 'won_back_on', 'tomorrow'],
  ['deal', 'deleted_at', 'yes'],
  ['debrief', 'pass', 'slow'],
  ['debrief', 'primary_reason', 'Price'],
  ['debrief', 'seconds', -1],
  ['debrief', 'made_on', null],
  ['debrief', 'seal', 'unsealed'],
  ['fact', 'value', 'not json'],
  ['their_word', 'value', 'not json'],
  ['reflection', 'value', 'not json'],
  ['step', 'value', 'maybe'],
  ['cause', 'whose', 'market'],
  ['cause', 'rank', 'third'],
  ['cause', 'control', 'fate'],
  ['cause', 'evidence', 'rumour'],
  ['cause', 'on_day', '2026-13-01'],
  ['action', 'state', 'paused'],
  ['action', 'state', 'done'],
  ['action', 'closed_on', '2026-11-20'],
  ['action', 'on_day', 'soon'],
  ['schedule_entry', 'kind', 'visit'],
  ['schedule_entry', 'headline', 2],
  ['schedule_entry', 'time', '9:00'],
  ['schedule_entry', 'time', '24:00'],
  ['schedule_entry', 'on_day', '2027-02-29'],
  ['schedule_entry', 'outcome', 'reopened'],
  ['schedule_entry', 'sequence', -1],
  ['schedule_entry', 'deal_id', 99],
  ['touch', 'missed', 2],
  ['touch', 'reply_minutes', -5],
  ['draft', 'kept_on', 'today'],
  ['draft_answer', 'value', '{'],
  ['focus', 'until_day', '2026-11-31'],
  ['crm_key', 'external_id', ''],
];

test.each(REFUSED)('%s.%s may not become %j', (table, column, value) => {
  const update = saved().prepare(`UPDATE ${table} SET ${column} = ?`);
  expect(() => update.run(value)).toThrow(/(CHECK|NOT NULL|FOREIGN KEY) constraint failed|cannot store/);
});

test('every outcome there is may be stored', () => {
  const db = saved();
  const update = db.prepare('UPDATE deal SET outcome = ?');
  for (const outcome of OUTCOMES) expect(update.run(outcome).changes).toBe(1);
});

test('whatever may come of a call or a check may be stored', () => {
  const db = saved();
  const update = db.prepare(`UPDATE schedule_entry SET state = 'done', closed_on = '2026-11-24', outcome = ?`);
  for (const outcome of ENTRY_OUTCOMES) expect(update.run(outcome).changes).toBeGreaterThan(0);
});

test('a deal of a CRM is on file once', () => {
  const insert = saved().prepare(`INSERT INTO crm_key (deal_id, source, external_id) VALUES (1, 'salesforce', '006A')`);
  expect(() => insert.run()).toThrow('UNIQUE');
});

test('there is one headline for a debrief, and one area in focus', () => {
  const db = saved();
  expect(() => db.exec('UPDATE schedule_entry SET headline = 1')).toThrow('UNIQUE');
  const second = `INSERT INTO focus (area, started_on, until_day) VALUES ('demo', '2026-11-01', '2026-12-01')`;
  expect(() => db.exec(second)).toThrow('UNIQUE');
  db.exec(`UPDATE focus SET closed_on = '2026-11-20'`);
  expect(() => db.exec(second)).not.toThrow();
});
