import { by, NOT_NOTED } from './by.ts';
import { competitors } from './competitors.ts';
import type { Figure } from './figure.ts';
import type { FigureScope } from './figure-scope.ts';
import { scope } from './scope.ts';
import { stages } from './stages.ts';
import { valued, valuedBy } from './valued.ts';

/** The figures that marketing gets: what prospects valued, where they dropped out, and who they were. */
export const MARKETING_FIGURES: readonly Figure[] = [
  scope,
  valued,
  valuedBy,
  competitors,
  stages,
  byField('persona'),
  byField('segment'),
  byField('source'),
];

/** The win rates by one field, as a figure of its own. */
function byField(key: string): Figure {
  const id = `by-${key}`;
  const within = (scope: FigureScope): FigureScope => ({
    ...scope,
    by: scope.fields.find((field) => field.key === key),
  });
  return {
    id,
    needs: (scope) => by.needs(within(scope)),
    table: (tallies, scope) => {
      const table = by.table(tallies, within(scope));
      const isNoted = table?.rows.some((row) => row.key !== NOT_NOTED) ?? false;
      return table && { ...table, id, ...(!isNoted && { notKnown: `what is won by ${key}` }) };
    },
  };
}
