import type { CopyWithDeal } from '../core/purge.ts';
import { backupsOf, unreadableCopiesOf } from './backups.ts';
import type { Driver } from './driver.ts';
import { readAlone } from './read-alone.ts';

/** What a deal is known by in a copy of the file. */
export interface WantedDeal {
  readonly row: number;
  readonly name: string;
  readonly uuid: string | undefined;
}

/** The copies beside a file that have a deal in them, in their change log too, or that nobody can look into; the newest first. */
export function copiesWith(driver: Driver, path: string, deal: WantedDeal): readonly CopyWithDeal[] {
  const read = backupsOf(path).flatMap((backup) => {
    const holds = holdsDeal(driver, backup.path, deal);
    return holds === false ? [] : [{ path: backup.path, isRead: holds === true }];
  });
  return [...read, ...unreadableCopiesOf(path).map((unreadable) => ({ path: unreadable, isRead: false }))];
}

/** Undefined where it cannot be read. */
function holdsDeal(driver: Driver, copy: string, { row, name, uuid }: WantedDeal): boolean | undefined {
  const known = { row, name, uuid: uuid ?? null };
  try {
    return readAlone(driver, copy, (db) => db.prepare<[object], 0 | 1>(HOLDS).pluck().get(known) === 1);
  } catch {
    return undefined;
  }
}

/** By its uuid; what an import has noted is known by its number and name. */
const HOLDS = `
  SELECT EXISTS (SELECT 1 FROM deal WHERE uuid = :uuid OR (:uuid IS NULL AND id = :row AND name = :name))
    OR EXISTS (
      SELECT 1 FROM change WHERE table_name = 'deal' AND row_id = :row
        AND CASE WHEN coalesce(before, after) ->> 'uuid' IS NULL OR :uuid IS NULL
          THEN :name IN (before ->> 'name', after ->> 'name')
          ELSE coalesce(before, after) ->> 'uuid' = :uuid END)`;
