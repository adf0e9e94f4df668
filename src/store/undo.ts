import type { LoggedChange } from '../core/logged-change.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { answersFrom } from './answer-values.ts';
import { recordChange } from './change-log.ts';
import type { Connection } from './connection.ts';
import { beginDraft } from './drafts.ts';
import { type AnswerRow, SELECT_ANSWER_ROWS } from './kept-answers.ts';
import { type LoggedRow, loggedRows } from './logged-rows.ts';
import { changedSince, putBack } from './put-back.ts';
import type { Draft, NewDraft } from './store.ts';
import { effectsOf } from './undo-effects.ts';

/**
 * The latest change that can be taken back, or the deletion of one deal, however long ago; undefined if there is none.
 * What was undone is over, and so is an undo: doing it once more goes further back.
 */
export function changeToUndo(connection: Connection, deletedDeal?: string): LoggedChange | undefined {
  return connection.db.transaction(() => {
    const found = latestChange(connection, deletedDeal);
    return found && { ...found, effects: effectsOf(connection, loggedRows(connection, found.id)) };
  })();
}

/**
 * Takes a change back, row by row and the last one first, as a change of its own. The answers of a debrief that goes with
 * it are given back as a draft. Throws `UserError`, and leaves everything as it is, if anything of it has changed since.
 */
export function undoChange(connection: Connection, id: number, deletedDeal?: string): Draft | undefined {
  const { db } = connection;
  return recordChange(connection, 'undo', () => {
    if (latestChange(connection, deletedDeal)?.id !== id) throw notTheLatest();
    const own = noteUndone(connection, id);
    const rows = loggedRows(connection, id);
    const answers = debriefThatGoes(connection, rows);
    detachDrafts(connection, rows);
    putBack(db, rows);
    // Each row that is put back is one row of the log; more would be rows of somebody else that went along.
    if (loggedRows(connection, own).length !== rows.length) throw changedSince();
    return answers && beginDraft(connection, answers);
  });
}

function latestChange({ db }: Connection, deletedDeal: string | undefined): Omit<LoggedChange, 'effects'> | undefined {
  const what = deletedDeal === undefined ? null : `delete ${deletedDeal}`;
  return db.prepare<[{ what: string | null }], Omit<LoggedChange, 'effects'>>(SELECT_LATEST).get({ what });
}

const SELECT_LATEST = `
  SELECT id, what, at FROM change_set
  WHERE undoes IS NULL AND (:what IS NULL OR what = :what)
    AND NOT EXISTS (SELECT 1 FROM change_set AS later WHERE later.undoes = change_set.id)
    AND EXISTS (SELECT 1 FROM change WHERE change_set_id = change_set.id)
  ORDER BY id DESC LIMIT 1`;

/** Says of the change that is being made which one it takes back; its own number. */
function noteUndone({ db }: Connection, id: number): number {
  const own = db.prepare<[], number>('SELECT max(id) FROM change_set').pluck().get() ?? 0;
  db.prepare('UPDATE change_set SET undoes = ? WHERE id = ?').run(id, own);
  return own;
}

/** The one debrief that a change made, as a draft: nothing that was answered may be lost. */
function debriefThatGoes({ db }: Connection, rows: readonly LoggedRow[]): NewDraft | undefined {
  const made = rows.filter(({ table, before }) => table === 'debrief' && before === undefined);
  const [only] = made;
  if (!only || made.length > 1) return undefined;
  const debrief = db
    .prepare<[number], DebriefRow>(`SELECT framework, version, seconds, deal_id AS dealRow FROM debrief WHERE id = ?`)
    .get(only.row);
  if (!debrief) return undefined;
  const { dealRow, ...draft } = debrief;
  const answers = db
    .prepare<[{ debriefs: string }], AnswerRow>(SELECT_ANSWER_ROWS)
    .all({ debriefs: JSON.stringify([only.row]) });
  const isNewDeal = dealsMadeIn(rows).includes(dealRow);
  return {
    ...draft,
    answers: answersFrom(answers.map(({ answer, value }) => ({ id: answer, value }))),
    dealId: isNewDeal ? undefined : `D${dealRow}`,
  };
}

interface DebriefRow {
  readonly framework: string;
  readonly version: number;
  readonly seconds: number;
  readonly dealRow: number;
}

/** Drafts are not in the log, and must not go with the deal that they are of. */
function detachDrafts({ db }: Connection, rows: readonly LoggedRow[]): void {
  const detach = db.prepare('UPDATE draft SET deal_id = NULL WHERE deal_id = ?');
  for (const deal of dealsMadeIn(rows)) detach.run(deal);
}

function dealsMadeIn(rows: readonly LoggedRow[]): readonly number[] {
  return rows.filter(({ table, before }) => table === 'deal' && before === undefined).map(({ row }) => row);
}

function notTheLatest(): UserError {
  return new UserError(
    'Something else was saved in the meantime, in another window. Nothing was taken back.',
    'Look again: lossdebrief undo',
    EXIT.busy,
  );
}
