import type { Connection } from './connection.ts';

/**
 * Whether the file holds more than quick passes and imported deals: a deep look, a log, an area in work, or an experiment
 * that was begun or ended by the person. A debrief begins one by itself, which alone is no more than its answer.
 */
export function hasMoreThanQuickPasses({ db }: Connection): boolean {
  const found = db.prepare<[], number>(
    `SELECT EXISTS (SELECT 1 FROM debrief JOIN deal ON deal.id = deal_id WHERE pass = 'deep' AND deleted_at IS NULL)
       OR EXISTS (SELECT 1 FROM touch JOIN deal ON deal.id = deal_id WHERE deleted_at IS NULL)
       OR EXISTS (SELECT 1 FROM focus)
       OR EXISTS (SELECT 1 FROM experiment WHERE deal_id IS NULL OR closed_on IS NOT NULL)`,
  );
  return found.pluck().get() === 1;
}
