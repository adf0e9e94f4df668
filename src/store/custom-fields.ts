import type { CustomField } from '../core/report/tally.ts';
import type { Connection } from './connection.ts';

/**
 * The custom fields on file of deals that are not deleted, each with how many values it has. A CRM has a value for each deal and
 * field, of which few differ: so what is the same is dropped before anything is put in order.
 */
export function customFields({ db }: Connection): readonly CustomField[] {
  return db
    .prepare<[], CustomField>(
      `SELECT name, count(value) AS "values" FROM (
         SELECT DISTINCT field.key AS name, field.value AS value
         FROM deal, json_each(deal.fields) AS field WHERE deal.deleted_at IS NULL
       ) GROUP BY name ORDER BY name`,
    )
    .all();
}
