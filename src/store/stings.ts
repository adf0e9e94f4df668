import type { Sting } from '../core/sting.ts';
import type { Connection } from './connection.ts';
import { valueFrom } from './answer-values.ts';

/** The latest sentence about what stung most; undefined if there is none. */
export function latestSting({ db }: Connection): Sting | undefined {
  const row = db
    .prepare<[], { readonly deal: string; readonly value: string }>(
      `SELECT deal.name AS deal, reflection.value
       FROM reflection JOIN debrief ON debrief.id = reflection.debrief_id JOIN deal ON deal.id = debrief.deal_id
       WHERE reflection.answer = 'sting' AND reflection.value IS NOT NULL AND deal.deleted_at IS NULL
       ORDER BY reflection.id DESC LIMIT 1`,
    )
    .get();
  const text = row && valueFrom(row.value);
  return row && typeof text === 'string' ? { deal: row.deal, text } : undefined;
}
