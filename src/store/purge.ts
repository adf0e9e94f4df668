import { basename } from 'node:path';
import { finderOf, type Purged, type PurgeableDeal, type PurgedAlong } from '../core/purge.ts';
import { EXIT, UserError } from '../core/user-error.ts';
import { backUp, labelOf } from './backups.ts';
import { recordChange } from './change-log.ts';
import type { Connection } from './connection.ts';
import { copiesWith } from './copies-with.ts';
import { noDeal } from './deals.ts';
import { exportedRecords } from './export-records.ts';
import { sayingFaultsOfCopy } from './faults.ts';
import { rowOf } from './ids.ts';

/** The deal of this id, out of sight or taken back too; undefined if the file has nothing of it. */
export function findPurgeable(connection: Connection, id: string): PurgeableDeal | undefined {
  const row = rowOf(id, 'D');
  return row === undefined ? undefined : connection.db.transaction(() => purgeable(connection, row))();
}

/**
 * Deletes a deal with all that belongs to it, what the change log knows of it too, after a backup. What it leaves is
 * overwritten, and the file is written anew, so that nothing of it stays between the records. Throws `UserError` 3 if there is
 * nothing of it, and 8 if no backup can be made; then nothing is changed.
 */
export function purgeDeal(connection: Connection, id: string): Purged {
  const { driver, db, path, now } = connection;
  const row = rowOf(id, 'D');
  const known = row === undefined ? undefined : knownOf(connection, row);
  if (row === undefined || !known) throw noDeal(id);
  const kept = sayingFaultsOfCopy(path, () => backUp(driver, db, path, labelOf('before-purge', now())));
  recordChange(connection, `${PURGE} D${row}`, () => {
    db.prepare('DELETE FROM deal WHERE id = ?').run(row);
    db.prepare(DELETE_FROM_LOG).run({ deal: row });
    // What is left of such a change says when something was done, and to what.
    db.prepare(DELETE_EMPTY_CHANGES).run();
    // Taking a sentence out leaves words of it where the index begins its pages.
    db.prepare(`INSERT INTO lesson_search (lesson_search) VALUES ('rebuild')`).run();
  });
  writeAnew(connection, `D${row}`);
  return {
    kept,
    copies: copiesWith(driver, path, { row, ...known }),
    named: recordsNaming(connection, known.name),
    drafts: draftsNamed(connection, known.name),
  };
}

/** The deals that were deleted for good after a change; after none, all of them. */
export function purgedSince({ db }: Connection, change = 0): readonly `D${number}`[] {
  return db
    .prepare<[number], `D${number}`>(
      `SELECT substr(what, ${PURGE.length + 2}) FROM change_set WHERE ${IS_PURGE} AND id > ? ORDER BY id`,
    )
    .pluck()
    .all(change);
}

/** Writes the whole file anew, without what stood between its records. */
export function writeAnew({ db, path }: Connection, id: string): void {
  try {
    db.exec('VACUUM');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.startsWith('SQLITE_')) throw error;
    throw leftovers(id, path, code);
  }
}

/** How the change log names it. */
const PURGE = 'purge';
const IS_PURGE = `what GLOB '${PURGE} D*'`;

/** A deal as it was called last, on file or in the change log. */
interface Known {
  readonly name: string;
  /** Undefined where an import has noted no more than its name. */
  readonly uuid: string | undefined;
}

function knownOf({ db }: Connection, row: number): Known | undefined {
  const found = db
    .prepare<[{ deal: number }], { readonly name: string; readonly uuid: string | null }>(
      `SELECT name, uuid FROM deal WHERE id = :deal
       UNION ALL SELECT * FROM (
         SELECT coalesce(before, after) ->> 'name', coalesce(before, after) ->> 'uuid' FROM change
         WHERE table_name = 'deal' AND row_id = :deal ORDER BY id DESC LIMIT 1)
       LIMIT 1`,
    )
    .get({ deal: row });
  return found && { name: found.name, uuid: found.uuid ?? undefined };
}

function purgeable(connection: Connection, row: number): PurgeableDeal | undefined {
  const known = knownOf(connection, row);
  const counts = connection.db.prepare<[{ deal: number }], PurgedAlong & { readonly keys: number }>(COUNT_ALONG);
  const found = known && counts.get({ deal: row });
  if (!found) return undefined;
  const { keys, ...along } = found;
  return { id: `D${row}`, name: known.name, along, isFromCrm: keys > 0 };
}

const COUNT_ALONG = `SELECT
  (SELECT count(*) FROM debrief WHERE deal_id = :deal AND pass = 'quick') AS debriefs,
  (SELECT count(*) FROM debrief WHERE deal_id = :deal AND pass <> 'quick') AS reviews,
  (SELECT count(*) FROM touch WHERE deal_id = :deal) AS touches,
  (SELECT count(*) FROM action WHERE deal_id = :deal) AS actions,
  (SELECT count(*) FROM schedule_entry WHERE deal_id = :deal) AS schedule,
  (SELECT count(*) FROM contact WHERE deal_id = :deal) AS contacts,
  (SELECT count(*) FROM feedback WHERE deal_id = :deal) AS feedback,
  (SELECT count(*) FROM opinion WHERE deal_id = :deal) AS opinions,
  (SELECT count(*) FROM lesson WHERE deal_id = :deal) AS lessons,
  (SELECT count(*) FROM experiment WHERE deal_id = :deal) AS experiments,
  (SELECT count(*) FROM draft WHERE deal_id = :deal) AS drafts,
  (SELECT count(*) FROM crm_key WHERE deal_id = :deal) AS keys`;

/** The columns by which rows hang on a deal, or on something of it. A test holds them against the schema. */
export const POINTERS = [
  ['debrief_id', 'debrief'],
  ['action_id', 'action'],
  ['entry_id', 'schedule_entry'],
  ['touch_id', 'touch'],
  ['feedback_id', 'feedback'],
] as const;

/** Rows of the log are known by what they held, as the rows themselves may be gone long since, and their numbers be another's. */
const DELETE_FROM_LOG = `
  WITH own AS MATERIALIZED (
    SELECT table_name, row_id FROM change WHERE :deal IN (before ->> 'deal_id', after ->> 'deal_id')
  )
  DELETE FROM change WHERE (table_name = 'deal' AND row_id = :deal)
    OR :deal IN (before ->> 'deal_id', after ->> 'deal_id')
    ${POINTERS.map(
      ([column, table]) =>
        `OR coalesce(before ->> '${column}', after ->> '${column}') IN (SELECT row_id FROM own WHERE table_name = '${table}')`,
    ).join('\n    ')}`;

const DELETE_EMPTY_CHANGES = `
  DELETE FROM change_set WHERE NOT (${IS_PURGE}) AND NOT EXISTS (SELECT 1 FROM change WHERE change_set_id = change_set.id)`;

/** Other records in which a name stands: ids of deals and phrases, and the kinds of what has none. */
function recordsNaming(connection: Connection, name: string): readonly string[] {
  const isNamedIn = finderOf(name);
  const found = new Set<string>();
  for (const record of exportedRecords(connection, 'complete')) {
    const { kind, id } = record;
    if (isNamedIn(record)) found.add(typeof id === 'string' ? id : kind);
  }
  return [...found];
}

function draftsNamed({ db }: Connection, name: string): readonly `R${number}`[] {
  return db
    .prepare<[string], `R${number}`>(
      `SELECT 'R' || draft_id FROM draft_answer WHERE answer = 'deal' AND fold(value ->> '$') = fold(?) ORDER BY draft_id`,
    )
    .pluck()
    .all(name);
}

function leftovers(id: string, path: string, code: string): UserError {
  const [why, exitCode] = /^SQLITE_(BUSY|LOCKED)/.test(code)
    ? (['another lossdebrief has it open', EXIT.busy] as const)
    : ([code === 'SQLITE_FULL' ? 'the disk is full' : code, EXIT.database] as const);
  return new UserError(
    `${id} is deleted for good, but ${basename(path)} could not be written anew (${why}), so traces of it may still be in there.`,
    `Once that is over: lossdebrief delete ${id} --purge`,
    exitCode,
  );
}
