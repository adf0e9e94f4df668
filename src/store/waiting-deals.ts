import { type Balance, WINS_NAMED } from '../core/due/balance.ts';
import type { Day } from '../core/days/day.ts';
import { OUTCOME_GROUPS, type Outcome } from '../core/outcome.ts';
import type { WaitingDeal, WaitingDeals } from '../core/due/waiting-deal.ts';
import type { Connection } from './connection.ts';

/** The closed deals without a debrief, the latest first, as far as a screen shows them, and how many there are. */
export function waitingDeals(connection: Connection, shown: number): WaitingDeals {
  return latestOf(connection, SELECT_WAITING, shown);
}

/** All of them, read as they are taken. */
export function* eachWaitingDeal({ db }: Connection): Generator<WaitingDeal, void> {
  for (const row of db.prepare<[], WaitingRow>(SELECT_WAITING).iterate()) yield waitingDeal(row);
}

/** How the losses that were debriefed stand to the wins. */
export function balance(connection: Connection): Balance {
  return {
    lossesSinceWin: lossesSinceWin(connection),
    wins: latestOf(connection, `SELECT * FROM (${SELECT_WAITING}) WHERE outcome = 'won'`, WINS_NAMED),
  };
}

interface WaitingRow {
  readonly id: number;
  readonly name: string;
  readonly outcome: Outcome;
  readonly decidedOn: Day | null;
  readonly minor: number | null;
  readonly currency: string | null;
}

const SELECT_WAITING = `
  SELECT deal.id, deal.name, deal.outcome, deal.decided_on AS decidedOn, deal.amount_minor AS minor, deal.currency
  FROM deal
  WHERE deal.id IN (
    SELECT id FROM deal WHERE deleted_at IS NULL AND outcome IS NOT NULL
    EXCEPT SELECT deal_id FROM debrief WHERE pass = 'quick')
  ORDER BY deal.decided_on DESC, deal.id DESC`;

function latestOf({ db }: Connection, select: string, shown: number): WaitingDeals {
  const rows = db.prepare<[number], WaitingRow & { readonly count: number }>(
    `SELECT *, count(*) OVER () AS count FROM (${select}) LIMIT ?`,
  );
  const latest = rows.all(shown);
  return { count: latest[0]?.count ?? 0, latest: latest.map(waitingDeal) };
}

function waitingDeal({ id, name, outcome, decidedOn, minor, currency }: WaitingRow): WaitingDeal {
  const amount = minor === null || currency === null ? null : { minor, currency };
  return { dealId: `D${id}`, deal: name, outcome, decidedOn, amount };
}

/** Debriefs are counted as they were made, whatever the days of the deals. */
function lossesSinceWin({ db }: Connection): number {
  const outcomes = JSON.stringify([...OUTCOME_GROUPS.someone, ...OUTCOME_GROUPS.nobody]);
  return (
    db
      .prepare<[string], number>(
        `SELECT count(*) FROM debrief JOIN deal ON deal.id = debrief.deal_id AND deal.deleted_at IS NULL
         WHERE debrief.pass = 'quick' AND deal.outcome IN (SELECT value FROM json_each(?))
           AND debrief.id > coalesce((
             SELECT max(win.id) FROM debrief AS win
             JOIN deal AS won ON won.id = win.deal_id AND won.deleted_at IS NULL
             WHERE win.pass = 'quick' AND won.outcome = 'won'), 0)`,
      )
      .pluck()
      .get(outcomes) ?? 0
  );
}
