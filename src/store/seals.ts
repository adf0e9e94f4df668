import type { Connection } from './connection.ts';
import { groupBy } from './group-by.ts';
import { type AnswerRow, sealOf, SELECT_ANSWER_ROWS } from './kept-answers.ts';

/** Deals with a debrief whose answers are no longer those that were saved. */
export function brokenSeals({ db }: Pick<Connection, 'db'>): readonly `D${number}`[] {
  return db.transaction(() => {
    const debriefs = db
      .prepare<[], { readonly id: number; readonly dealId: number; readonly seal: string }>(
        'SELECT id, deal_id AS dealId, seal FROM debrief ORDER BY id',
      )
      .all();
    const rows = db
      .prepare<[{ debriefs: string }], AnswerRow & { readonly debriefId: number }>(SELECT_ANSWER_ROWS)
      .all({ debriefs: JSON.stringify(debriefs.map(({ id }) => id)) });
    const byDebrief = groupBy(rows, ({ debriefId }) => debriefId);
    const broken = debriefs.filter(({ id, seal }) => sealOf(byDebrief.get(id) ?? []) !== seal);
    return [...new Set(broken.map(({ dealId }) => `D${dealId}` as const))];
  })();
}
