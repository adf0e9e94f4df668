import type { Day } from '../core/days/day.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { answersFrom, valueAsText, type ValueRow } from './answer-values.ts';
import type { Connection } from './connection.ts';
import { rowOf } from './ids.ts';
import type { Draft, DraftContent, NewDraft } from './store.ts';

/** All drafts, the one that was kept last first. */
export function allDrafts({ db }: Connection): readonly Draft[] {
  const drafts = db.prepare<[], DraftRow>(`${SELECT_DRAFT} ORDER BY turn DESC`);
  const answers = db.prepare<[number], ValueRow>(SELECT_ANSWERS);
  return db.transaction(() => drafts.all().map((row) => draftFrom(row, answers.all(row.id))))();
}

/** A draft by its id, such as `R3`; undefined if there is none. */
export function findDraft({ db }: Connection, id: string): Draft | undefined {
  const draft = db.prepare<[number | undefined], DraftRow>(`${SELECT_DRAFT} WHERE id = ?`);
  const answers = db.prepare<[number], ValueRow>(SELECT_ANSWERS);
  return db.transaction(() => {
    const row = draft.get(rowOf(id, 'R'));
    return row && draftFrom(row, answers.all(row.id));
  })();
}

/** Keeps the first answers of a debrief, under a new id. */
export function beginDraft(connection: Connection, draft: NewDraft): Draft {
  const { db, today } = connection;
  const insert = db.prepare<[string, number, number, Day, number | null]>(
    `INSERT INTO draft (framework, version, seconds, kept_on, deal_id, turn) VALUES (?, ?, ?, ?, ?, ${NEXT_TURN})`,
  );
  return db
    .transaction((): Draft => {
      const { lastInsertRowid } = insert.run(
        draft.framework,
        draft.version,
        draft.seconds,
        today,
        dealRow(draft.dealId),
      );
      writeAnswers(connection, Number(lastInsertRowid), draft);
      return { ...draft, id: `R${Number(lastInsertRowid)}`, keptOn: today };
    })
    .immediate();
}

/** Keeps all answers given so far in the place of those before. Throws `UserError` 3 where the draft is gone. */
export function keepDraft(connection: Connection, id: string, draft: DraftContent): void {
  const { db, today } = connection;
  const update = db.prepare<[number, Day, number | null, number | undefined]>(
    `UPDATE draft SET seconds = ?, kept_on = ?, deal_id = ?, turn = ${NEXT_TURN} WHERE id = ?`,
  );
  const row = rowOf(id, 'R');
  db.transaction(() => {
    if (row === undefined || update.run(draft.seconds, today, dealRow(draft.dealId), row).changes === 0)
      throw noDraft(id);
    db.prepare('DELETE FROM draft_answer WHERE draft_id = ?').run(row);
    writeAnswers(connection, row, draft);
  }).immediate();
}

/** Throws a draft away; false if there was none. The change log knows nothing of drafts, so it does not come back. */
export function discardDraft({ db }: Connection, id: string): boolean {
  return db.prepare('DELETE FROM draft WHERE id = ?').run(rowOf(id, 'R')).changes > 0;
}

interface DraftRow {
  readonly id: number;
  readonly framework: string;
  readonly version: number;
  readonly seconds: number;
  readonly keptOn: Day;
  readonly dealRow: number | null;
  readonly halfAnswered: string | null;
}

/** The place, before the first answer, of the question that is to be asked again. Its null is nothing to an older program, as answers follow. */
const HALF_ANSWERED = -1;

const SELECT_DRAFT = `SELECT id, framework, version, seconds, kept_on AS keptOn, deal_id AS dealRow,
  (SELECT answer FROM draft_answer WHERE draft_id = draft.id AND position = ${HALF_ANSWERED}) AS halfAnswered FROM draft`;
const SELECT_ANSWERS = `SELECT answer AS id, value FROM draft_answer WHERE draft_id = ? AND position > ${HALF_ANSWERED} ORDER BY position`;
const NEXT_TURN = '(SELECT coalesce(max(turn), 0) + 1 FROM draft)';

function draftFrom({ dealRow, halfAnswered, ...row }: DraftRow, answers: readonly ValueRow[]): Draft {
  return {
    ...row,
    id: `R${row.id}`,
    answers: answersFrom(answers),
    dealId: dealRow === null ? undefined : `D${dealRow}`,
    halfAnswered: halfAnswered ?? undefined,
  };
}

function dealRow(id: string | undefined): number | null {
  return id === undefined ? null : (rowOf(id, 'D') ?? null);
}

function writeAnswers({ db }: Connection, draft: number, { answers, halfAnswered }: DraftContent): void {
  const insert = db.prepare('INSERT INTO draft_answer (draft_id, position, answer, value) VALUES (?, ?, ?, ?)');
  for (const [position, [id, value]] of Object.entries(answers).entries()) {
    insert.run(draft, position, id, valueAsText(value));
  }
  if (halfAnswered !== undefined) insert.run(draft, HALF_ANSWERED, halfAnswered, null);
}

/** Somebody else finished it, or threw it away. */
export function noDraft(id: string): UserError {
  return new UserError(
    `There is no draft ${id} any more; it was finished or thrown away in another window.`,
    'lossdebrief new',
    EXIT.noSuchId,
  );
}
