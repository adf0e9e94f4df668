import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { counted } from '../text/sentence.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { dealsIn } from '../report/tally.ts';
import { byCount, countColumn, shareColumns, shareValues } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import type { FigureScope } from './figure-scope.ts';
import { NOT_WON, withResult } from './result.ts';
import { byRival, commonest, commonestName, type Met, rivalNamed, rivalOfLoss, rowsIn } from './rival.ts';

/** Whom the deals are won and lost against; doing nothing is a competitor too. */
export const competitors: Figure = {
  id: 'competitors',
  needs: () => [LOST_TO, EDGES, BEATEN],
  table: (tallies, scope) => {
    const lost = byRival(withResult(tallies(LOST_TO), 2, ...NOT_WON), rivalOfLoss);
    const edges = byRival(withResult(tallies(EDGES), 2, ...NOT_WON), rivalOfLoss);
    const wins = withResult(tallies(BEATEN), 1, 'won');
    const won = byRival(wins, ({ at: [beaten] }) => rivalNamed(beaten));
    const keys = [...new Set([...lost.keys(), ...won.keys()])];
    const rows = keys
      .map((key) => rowOf(key, lost.get(key) ?? [], edges.get(key) ?? [], won.get(key) ?? []))
      .toSorted(byCount('faced'));
    const silent = dealsIn(wins.filter(({ at: [beaten] }) => beaten === null));
    return {
      id: 'competitors',
      title: 'Whom I win and lose against',
      columns: columnsFor(scope),
      rows,
      notes:
        rows.length === 0
          ? ['A debrief asks who had the business, or was in the running: lossdebrief new']
          : [sayColumns(rows), ...(silent === 0 ? [] : [saySilent(silent, dealsIn(wins))])],
      ...(rows.length === 0 && { notKnown: 'competitors' }),
      chart: { kind: 'bars', column: 'lost' },
    };
  },
};

function sayColumns(rows: readonly FigureRow[]): string {
  const isSeen = rows.some(({ values }) => values['weakness'] !== null);
  const better = isSeen ? ' Better at: where they were ahead most often, in my view.' : '';
  return `Faced: won against them or lost to them.${better}`;
}

/** A win whose debrief names nobody was still won against somebody. */
function saySilent(silent: number, wins: number): string {
  const say = silent === 1 ? 'does not say' : 'do not say';
  return `${silent} of ${counted(wins, 'win')} ${say} against whom, so the true rates are higher than these.`;
}

const LOST_TO = decided('winner', 'reason');
const EDGES = decided('winner', { answer: 'winner-edge' });
const BEATEN = decided({ answer: 'beaten' });

function columnsFor({ reasons, edges }: FigureScope): FigureTable['columns'] {
  return [
    countColumn('faced', 'faced'),
    countColumn('won', 'won'),
    countColumn('lost', 'lost'),
    ...shareColumns('rate', 'won, of faced', { count: 'won', total: 'faced' }),
    {
      key: 'topReason',
      title: 'mostly because of',
      kind: 'text',
      words: Object.fromEntries(reasons.reasons.map(({ code, label }) => [code, label])),
    },
    { key: 'weakness', title: 'better at', kind: 'text', words: edges },
  ];
}

function rowOf(key: string, lost: readonly Met[], edges: readonly Met[], won: readonly Met[]): FigureRow {
  const counts = { won: dealsIn(rowsIn(won)), lost: dealsIn(rowsIn(lost)) };
  const faced = counts.won + counts.lost;
  return {
    key,
    label: commonestName([...lost, ...won]) ?? key,
    evidence: evidenceOf(faced),
    values: {
      faced,
      ...counts,
      ...shareValues('rate', { count: counts.won, total: faced }),
      topReason: commonest(rowsIn(lost), 1),
      weakness: commonest(
        rowsIn(edges).filter(({ at: [, edge] }) => edge !== 'cannot-see'),
        1,
      ),
    },
  };
}
