import type { CustomField } from '../core/tally.ts';
import type { Connection } from './connection.ts';

/** The custom fields on file of deals that are not deleted, each with how many values it has. */
export function customFields({ db }: Connection): readonly CustomField[] {
  return db
    .prepare<[], CustomField>(
      `SELECT field.key AS name, count(DISTINCT field.value) AS "values"
       FROM deal, json_each(deal.fields) AS field
       WHERE deal.deleted_at IS NULL GROUP BY field.key ORDER BY field.key`,
    )
    .all();
}
