import { DEAL_SIDES } from '../core/report/tally.ts';
import { fieldSql, QUICK_DEBRIEF } from './tally-dimensions.ts';
import type { SubjectSql } from './tally-subjects.ts';

/**
 * The decided deals as a table for one statement, a row for each with its debrief and its fields in columns. The table of deals
 * is wide, and a field is found only by reading its JSON; so both are gone through once, however many tallies are counted.
 */
export function decidedDeals(
  subject: SubjectSql,
  isAll: boolean,
  where: readonly string[],
  names: readonly string[],
): {
  readonly head: string;
  readonly subject: SubjectSql;
  readonly parameters: Readonly<Record<string, string>>;
} {
  const fields = names.map((name, place) => ({ name, parameter: `field_${place}`, column: `field_${place}` }));
  const columns = [
    ...COLUMNS.map((column) => `deal.${column}`),
    `${QUICK_DEBRIEF} AS debrief_id`,
    ...fields.map(({ parameter, column }) => `${fieldSql(`:${parameter}`)} AS ${column}`),
  ];
  return {
    // Where all are wanted they are best read in the order they stand in, which leads through the other tables in order too.
    head: `WITH decided AS MATERIALIZED (
      SELECT ${columns.join(', ')} FROM deal${isAll ? ' NOT INDEXED' : ''} WHERE ${where.join(' AND ')})\n`,
    subject: {
      ...subject,
      from: 'decided AS deal',
      ready: {
        debrief: 'deal.debrief_id',
        fields: new Map(fields.map(({ name, column }) => [name, `deal.${column}`])),
      },
    },
    parameters: Object.fromEntries(fields.map(({ name, parameter }) => [parameter, name])),
  };
}

/** What a tally may look at in the row of a deal. */
const COLUMNS = [
  'id',
  'amount_minor',
  'currency',
  'contract_months',
  'created_on',
  'decided_on',
  'reopened_on',
  'won_back_on',
  ...DEAL_SIDES,
];
