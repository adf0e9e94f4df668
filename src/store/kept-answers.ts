import type Database from 'better-sqlite3';

import type { AnswerClass } from '../core/answers.ts';
import type { KeptAnswer } from '../core/debrief.ts';
import { valueAsText, valueFrom } from './answer-values.ts';
import { fingerprint } from './fingerprint.ts';
import type { NewDebrief } from './store.ts';

/** An answer of a debrief as its row has it; the class is the table it stands in. */
export interface AnswerRow {
  readonly class: AnswerClass;
  readonly position: number;
  readonly answer: string;
  readonly value: string | null;
  readonly asked: string;
  readonly said: string;
}

/** Three tables, so that what may be shared and what may not are never one query apart. */
const ANSWER_TABLES = { fact: 'fact', 'their-words': 'their_word', reflection: 'reflection' } as const;

/** The rows of a new debrief, in the order they were answered. */
export function answerRows({ kept, debrief }: Pick<NewDebrief, 'kept' | 'debrief'>): readonly AnswerRow[] {
  const withWords = new Set(kept.map(({ id }) => id));
  // An answer that came without words, as to a question that no longer applies, is kept all the same, and as private as can be.
  const wordless = Object.entries(debrief.answers)
    .filter(([id]) => !withWords.has(id))
    .map(([id, value]): KeptAnswer => ({ id, class: 'reflection', value, asked: '', said: '' }));
  return [...kept, ...wordless].map(({ id, class: answerClass, value, asked, said }, position) => ({
    class: answerClass,
    position,
    answer: id,
    value: valueAsText(value),
    asked: asked.toWellFormed(),
    said: said.toWellFormed(),
  }));
}

/** Makes these the answers of a debrief; a row that is as it should be is not touched. */
export function writeAnswerRows(db: Database.Database, debrief: number, rows: readonly AnswerRow[]): void {
  for (const [answerClass, table] of Object.entries(ANSWER_TABLES)) {
    const own = rows.filter((row) => row.class === answerClass);
    const write = db.prepare(
      `INSERT INTO ${table} (debrief_id, answer, position, value, asked, said)
       VALUES (:debrief, :answer, :position, :value, :asked, :said)
       ON CONFLICT (debrief_id, answer) DO UPDATE
         SET position = excluded.position, value = excluded.value, asked = excluded.asked, said = excluded.said
         WHERE (position, value, asked, said) IS NOT (excluded.position, excluded.value, excluded.asked, excluded.said)`,
    );
    for (const { class: _class, ...row } of own) write.run({ ...row, debrief });
    db.prepare(`DELETE FROM ${table} WHERE debrief_id = ? AND answer NOT IN (SELECT value FROM json_each(?))`).run(
      debrief,
      JSON.stringify(own.map(({ answer }) => answer)),
    );
  }
}

/** The answers of the debriefs whose ids stand in a JSON array, as a query with one parameter. */
export const SELECT_ANSWER_ROWS = `${Object.entries(ANSWER_TABLES)
  .map(
    ([answerClass, table]) =>
      `SELECT debrief_id AS debriefId, '${answerClass}' AS class, position, answer, value, asked, said
       FROM ${table} WHERE debrief_id IN (SELECT value FROM json_each(:debriefs))`,
  )
  .join(' UNION ALL ')} ORDER BY debriefId, position`;

/** The answers that had words on screen. */
export function keptFrom(rows: readonly AnswerRow[]): readonly KeptAnswer[] {
  return rows.filter(({ asked }) => asked !== '').map(keptAnswer);
}

function keptAnswer(row: AnswerRow): KeptAnswer {
  return { id: row.answer, class: row.class, value: valueFrom(row.value), asked: row.asked, said: row.said };
}

/** A fingerprint of all answers of a debrief. SQLite does not notice a byte that changes inside a text; this does. */
export function sealOf(rows: readonly AnswerRow[]): string {
  const content = rows
    .toSorted((one, other) => one.position - other.position)
    .map((row) => [row.class, row.answer, row.value, row.asked, row.said]);
  return fingerprint(JSON.stringify(content));
}
