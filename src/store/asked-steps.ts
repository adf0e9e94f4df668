import type { AskedStep } from '../core/figures/asked-steps.ts';
import { isOnOwnScreen, STEPS } from '../core/questions/steps.ts';
import type { Connection } from './connection.ts';

/** Every step that a debrief on file asks for, with the answer that it is a part of, as it was last kept. */
export function askedSteps({ db }: Connection): readonly AskedStep[] {
  // The names are few and their rows are many, so the index is read by leaps, from each name to the next.
  const names = db.prepare<[], string>(
    `WITH RECURSIVE name (step) AS (
       SELECT min(step) FROM step
       UNION ALL SELECT (SELECT min(step) FROM step WHERE step > name.step) FROM name WHERE name.step IS NOT NULL)
     SELECT step FROM name WHERE step IS NOT NULL`,
  );
  const kept = db.prepare<[{ step: string; screen: string }], { asked: string; value: string; said: string }>(
    `SELECT fact.asked, fact.value, fact.said FROM fact
     WHERE fact.debrief_id = (SELECT max(debrief_id) FROM step WHERE step = :step)
       AND fact.answer = :screen AND json_type(fact.value) = 'object'`,
  );
  return names
    .pluck()
    .all()
    .flatMap((id) => {
      const screen = isOnOwnScreen(id) ? (id.split('.')[0] ?? id) : STEPS;
      const row = kept.get({ step: id, screen });
      return row ? [{ ...row, id, value: JSON.parse(row.value) as AskedStep['value'] }] : [];
    });
}
