import type { Day } from '../core/days/day.ts';
import type { History, PastLoss } from '../core/history.ts';
import { OUTCOME_GROUPS } from '../core/outcome.ts';
import type { Connection } from './connection.ts';
import { groupBy } from './group-by.ts';
import { LESSON_OF_DEAL } from './lessons.ts';

/** What earlier debriefs say: the losses of the last two years, and how often each reason was ever given. */
export function historyUntil(connection: Connection, until: Day): History {
  return connection.db.transaction(() => {
    const open = openActions(connection);
    return {
      losses: pastLosses(connection, until).map((row) => pastLoss(row, open.get(row.dealId) ?? [])),
      reasonCounts: reasonCounts(connection),
    };
  })();
}

interface LossRow {
  readonly dealId: number;
  readonly deal: string;
  readonly decidedOn: Day;
  readonly minor: number | null;
  readonly currency: string | null;
  readonly primaryReason: string | null;
  readonly winner: string | null;
  readonly segment: string | null;
  readonly missed: string;
  readonly lesson: string | null;
}

// A won-back deal stays a loss here: the win does not unmake what was missed.
const SELECT_LOSSES = `
  SELECT deal.id AS dealId, deal.name AS deal, coalesce(deal.decided_on, debrief.made_on) AS decidedOn,
    deal.amount_minor AS minor, deal.currency, debrief.primary_reason AS primaryReason, deal.winner, deal.segment,
    (SELECT json_group_array(step ORDER BY id) FROM step
     WHERE debrief_id = debrief.id AND (value IN ('late', 'never') OR (step = 'rechecked' AND value = 'no'))) AS missed,
    (SELECT text FROM lesson_text WHERE id = ${LESSON_OF_DEAL}) AS lesson
  FROM deal
  JOIN debrief ON debrief.id = (SELECT max(id) FROM debrief WHERE deal_id = deal.id AND pass = 'quick')
  WHERE deal.deleted_at IS NULL
    AND deal.outcome IN (SELECT value FROM json_each(:outcomes))
    AND decidedOn BETWEEN date(:until, '-24 months') AND :until
  ORDER BY decidedOn DESC, deal.id DESC`;

function pastLosses({ db }: Connection, until: Day): readonly LossRow[] {
  const outcomes = JSON.stringify([...OUTCOME_GROUPS.someone, ...OUTCOME_GROUPS.nobody]);
  return db.prepare<[{ until: Day; outcomes: string }], LossRow>(SELECT_LOSSES).all({ until, outcomes });
}

function pastLoss(row: LossRow, actions: readonly OpenActionRow[]): PastLoss {
  const { minor, currency } = row;
  return {
    dealId: `D${row.dealId}`,
    deal: row.deal,
    decidedOn: row.decidedOn,
    amount: minor === null || currency === null ? undefined : { minor, currency },
    primaryReason: row.primaryReason ?? undefined,
    winner: row.winner ?? undefined,
    segment: row.segment ?? undefined,
    missed: JSON.parse(row.missed) as string[],
    lesson: row.lesson ?? undefined,
    openActions: actions.map(({ id, rule, text }) => ({ id: `A${id}`, rule, text })),
  };
}

interface OpenActionRow {
  readonly dealId: number;
  readonly id: number;
  readonly rule: string;
  readonly text: string;
}

/** Open actions by the row of their deal. */
function openActions({ db }: Connection): ReadonlyMap<number, readonly OpenActionRow[]> {
  const rows = db.prepare<[], OpenActionRow>(
    `SELECT action.deal_id AS dealId, action.id, action.rule, action_text.text
     FROM action JOIN action_text ON action_text.action_id = action.id
     WHERE action.state = 'open' ORDER BY action.id`,
  );
  return groupBy(rows.all(), ({ dealId }) => dealId);
}

function reasonCounts({ db }: Connection): Readonly<Record<string, number>> {
  const rows = db.prepare<[], [reason: string, count: number]>(
    `SELECT fact.value ->> '$' AS reason, count(*)
     FROM fact JOIN debrief ON debrief.id = fact.debrief_id JOIN deal ON deal.id = debrief.deal_id
     WHERE fact.answer = 'reason' AND fact.value IS NOT NULL AND debrief.pass = 'quick' AND deal.deleted_at IS NULL
     GROUP BY reason`,
  );
  return Object.fromEntries(rows.raw().all());
}
