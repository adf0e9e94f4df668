import type { Day } from '../core/days/day.ts';
import type { ValueChange } from '../core/edited-debrief.ts';
import type { Experiment, ExperimentResults, PastExperiment, Verdict } from '../core/focus.ts';
import { OUTCOME_GROUPS } from '../core/outcome.ts';
import { recordChange } from './change-log.ts';
import type { Connection } from './connection.ts';

/** What is being tried. */
export function openExperiment({ db }: Connection): Experiment | undefined {
  const open = db.prepare<[], ExperimentRow>(
    `SELECT experiment.text, experiment.started_on AS since, deal.id AS dealId, deal.name
     FROM experiment LEFT JOIN deal ON deal.id = experiment.deal_id AND deal.deleted_at IS NULL WHERE experiment.closed_on IS NULL`,
  );
  const row = open.get();
  if (row === undefined) return undefined;
  const { text, since, dealId, name } = row;
  return { text, since, deal: dealId === null || name === null ? undefined : { id: `D${dealId}`, name } };
}

/** Every experiment, over or not, in the order in which they began. */
export function allExperiments({ db }: Connection): readonly PastExperiment[] {
  const rows = db.prepare<[], OrNull<PastExperiment>>(
    'SELECT id, text, started_on AS since, closed_on AS closedOn, verdict FROM experiment ORDER BY started_on, id',
  );
  return rows.all().map((row) => ({ ...row, closedOn: row.closedOn ?? undefined, verdict: row.verdict ?? undefined }));
}

type OrNull<Row> = {
  readonly [Key in keyof Row]: Exclude<Row[Key], undefined> | (undefined extends Row[Key] ? null : never);
};

/** Begins an experiment by itself. The schema allows one at a time. */
export function beginExperiment(connection: Connection, text: string, on: Day): void {
  recordChange(connection, 'focus --experiment', () =>
    connection.db.prepare('INSERT INTO experiment (started_on, text) VALUES (?, ?)').run(on, text),
  );
}

/** Begins the experiment that a debrief named, inside the change that keeps it, unless another one is running. */
export function beginNamedExperiment({ db }: Connection, deal: number, text: unknown, on: Day): void {
  if (typeof text !== 'string') return;
  db.prepare(
    `INSERT INTO experiment (deal_id, started_on, text)
     SELECT ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM experiment WHERE closed_on IS NULL)`,
  ).run(deal, on, text.toWellFormed());
}

/** Gives the experiment that a debrief named its other words, while it is running; one that is named only now begins. */
export function correctNamedExperiment(connection: Connection, deal: number, named: ValueChange, on: Day): void {
  const { before, after } = named;
  if (typeof after !== 'string') return;
  const { changes } = connection.db
    .prepare('UPDATE experiment SET text = ? WHERE deal_id = ? AND text = ? AND closed_on IS NULL')
    .run(after.toWellFormed(), deal, before);
  if (changes === 0 && before === null) beginNamedExperiment(connection, deal, after, on);
}

/** Ends the experiment that is running. */
export function endExperiment(connection: Connection, verdict: Verdict, on: Day): void {
  recordChange(connection, `focus ${verdict}`, () =>
    connection.db.prepare('UPDATE experiment SET verdict = ?, closed_on = ? WHERE closed_on IS NULL').run(verdict, on),
  );
}

/** How the deals ended that were decided after a day, up to another; those that were ended by us say nothing. */
export function resultsSince({ db }: Connection, since: Day, until: Day): ExperimentResults {
  const results = db.prepare<[{ since: Day; until: Day; outcomes: string }], ExperimentResults>(
    `SELECT count(*) FILTER (WHERE outcome = 'won' OR won_back_on > :since) AS won, count(*) AS decided
     FROM deal
     WHERE deleted_at IS NULL AND outcome IN (SELECT value FROM json_each(:outcomes))
       AND ((decided_on > :since AND decided_on <= :until) OR (won_back_on > :since AND won_back_on <= :until))`,
  );
  return results.get({ since, until, outcomes: DECIDED_BY_THEM }) ?? { won: 0, decided: 0 };
}

const { someone, nobody, undebriefed, won } = OUTCOME_GROUPS;
const DECIDED_BY_THEM = JSON.stringify([...someone, ...nobody, ...undebriefed, ...won]);

interface ExperimentRow {
  readonly text: string;
  readonly since: Day;
  readonly dealId: number | null;
  readonly name: string | null;
}
