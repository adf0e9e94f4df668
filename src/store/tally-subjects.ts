import type { DayRange } from '../core/report/report-period.ts';
import type { Subject } from '../core/report/tally.ts';

/** What is counted: where its rows stand, and the day by which it falls into a period. */
export interface SubjectSql {
  readonly from: string;
  readonly id: string;
  readonly day: string | undefined;
  readonly where: string | undefined;
  /** The outcome that it counts with, if that is not the deal's own. */
  readonly outcome?: string;
  /** Where its debrief and its fields stand in columns of their own: those columns, the fields by their names. */
  readonly ready?: { readonly debrief: string; readonly fields: ReadonlyMap<string, string> };
}

/** Where the rows of each subject stand. */
export const SUBJECTS: Readonly<Record<Subject, SubjectSql>> = {
  decided: {
    from: 'deal',
    id: 'deal.id',
    day: 'deal.decided_on',
    where: 'deal.outcome IS NOT NULL',
  },
  'won-back': {
    from: 'deal',
    id: 'deal.id',
    day: 'deal.won_back_on',
    where: 'deal.won_back_on IS NOT NULL',
    outcome: `'won'`,
  },
  reopened: { from: 'deal', id: 'deal.id', day: 'deal.reopened_on', where: 'deal.reopened_on IS NOT NULL' },
  debriefed: {
    from: `deal JOIN debrief AS made
      ON made.id = (SELECT max(id) FROM debrief WHERE deal_id = deal.id AND pass = 'quick')`,
    id: 'deal.id',
    day: 'made.made_on',
    where: undefined,
  },
  open: { from: 'deal', id: 'deal.id', day: undefined, where: 'deal.outcome IS NULL' },
  action: {
    from: 'action AS item JOIN deal ON deal.id = item.deal_id',
    id: 'item.id',
    day: 'deal.decided_on',
    where: undefined,
  },
  entry: {
    from: 'schedule_entry AS item JOIN deal ON deal.id = item.deal_id',
    id: 'item.id',
    day: 'deal.decided_on',
    where: undefined,
  },
};

/** Which of its rows are counted; the bounds and the currency are parameters. */
export function countedWhere(
  { day, where }: SubjectSql,
  { from, to }: DayRange,
  currency: string | undefined,
): readonly string[] {
  return [
    'deal.deleted_at IS NULL',
    ...(where === undefined ? [] : [where]),
    ...(day === undefined || from === undefined ? [] : [`${day} >= :from`]),
    ...(day === undefined || to === undefined ? [] : [`${day} <= :to`]),
    ...(currency === undefined ? [] : ['deal.currency = :currency']),
  ];
}
