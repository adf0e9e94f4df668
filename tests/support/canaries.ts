import Database from 'better-sqlite3';
import { onTestFinished } from 'vitest';
import { connectMemory } from '../../src/store/connect.ts';
import type { Connection } from '../../src/store/connection.ts';
import { storeOn } from '../../src/store/open-store.ts';
import { OPEN } from '../store/northwind.ts';
import { testApp, type TestApp } from './test-app.ts';

/** What stands in everything private. */
export const CANARY = 'canary-in-the-mine';

/** Two losses and a win with every answer given, and a row in each table that holds words. */
export async function everythingFilled(): Promise<{ readonly app: TestApp; readonly connection: Connection }> {
  const connection = connectMemory(Database, OPEN);
  onTestFinished(() => void connection.db.close());
  const app = await testApp(storeOn(connection));
  const loss = {
    outcome: 'lost-competitor',
    winner: 'Globex',
    amount: 148_000,
    currency: 'EUR',
    terms: 'onboarding free',
    said: 'The CFO felt Globex was the safer choice.',
    'own-it': CANARY,
    contact: { name: 'Dana Reyes', role: CANARY, phone: CANARY, email: `${CANARY}@example.com` },
    'call-next': CANARY,
  };
  const waiting = { again: 'only-if', trigger: CANARY, reason: 'other', 'reason-note': CANARY, 'next-time': CANARY };
  await answered(app, { deal: 'Northwind Logistics', ...loss, ...waiting });
  await answered(app, {
    deal: 'Fabrikam',
    ...loss,
    'contract-months': 12,
    reason: 'product-gap',
    compensation: CANARY,
  });
  const own = { beaten: CANARY, 'nearly-lost': CANARY, keep: CANARY, experiment: CANARY };
  await answered(app, { deal: 'Contoso', said: CANARY, ...own }, '--won');
  await app.does(['done', 'A1', '--note', CANARY]);
  connection.db.exec(`
    INSERT INTO touch (id, deal_id, channel, on_day) VALUES (1, 1, 'call', '2026-11-02');
    INSERT INTO touch_note (touch_id, note) VALUES (1, 'x');
    INSERT INTO feedback (id, deal_id, channel, sent_on, replied_on) VALUES (1, 2, 'email', '2026-11-20', '2026-11-20');
    INSERT INTO feedback_reply (feedback_id, words) VALUES (1, 'Bring a reference next time.');
    INSERT INTO opinion (deal_id, on_day, about, name, words) VALUES (1, '2026-11-20', 'deal', 'x', 'x');
    INSERT INTO lesson (deal_id, on_day, text) VALUES (1, '2026-11-20', 'x');
    INSERT INTO phrase (on_day, phrase) VALUES ('2026-11-20', 'x');
    INSERT OR IGNORE INTO experiment (started_on, text) VALUES ('2026-11-20', 'x');`);
  return { app, connection };
}

async function answered(app: TestApp, answers: Readonly<Record<string, unknown>>, ...flags: readonly string[]) {
  await app.does(['new', '--answers', '-', ...flags], { stdin: JSON.stringify(answers) });
}

/** Turns every text of the file that may not leave into a canary; codes and days, which the schema checks, stay. The tables that took one. */
export function plantCanaries(
  { db }: Connection,
  mayLeave: ReadonlySet<string>,
  butWords: string,
): ReadonlySet<string> {
  const columns = db
    .prepare<[], { readonly table: string; readonly column: string }>(
      `SELECT list.name AS "table", info.name AS "column"
       FROM pragma_table_list AS list, pragma_table_info(list.name) AS info
       WHERE list.schema = 'main' AND list.type = 'table' AND list.name NOT GLOB 'sqlite_*' AND info.type = 'TEXT'`,
    )
    .all()
    .filter(({ table, column }) => !mayLeave.has(`${table}.${column}`));
  const planted = columns.filter(({ table, column }) => {
    const where = `${table}.${column}` === 'their_word.value' ? `NOT ${butWords}` : 'true';
    return [CANARY, JSON.stringify(CANARY)].some((text) =>
      isTaken(db, `UPDATE ${table} SET ${column} = ? WHERE ${where}`, text),
    );
  });
  return new Set(planted.map(({ table }) => table));
}

function isTaken(db: Connection['db'], update: string, text: string): boolean {
  try {
    return db.prepare(update).run(text).changes > 0;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false;
    throw error;
  }
}
