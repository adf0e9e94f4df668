import type { FigureRow, FigureTable } from '../report-table.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { dealsIn, splitTally, type Tally, type TallyRow } from '../tally.ts';
import { byCount, countColumn, shareColumns, shareValues } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import type { FigureScope } from './figure-scope.ts';
import { NOT_WON, resultOf, withResult } from './result.ts';

/** Whom the deals are won and lost against; doing nothing is a competitor too. */
export const competitors: Figure = {
  id: 'competitors',
  needs: () => [LOST_TO, EDGES, BEATEN],
  table: (tallies, scope) => {
    const lost = byRival(withResult(tallies(LOST_TO), 2, ...NOT_WON), rivalOfLoss);
    const edges = byRival(withResult(tallies(EDGES), 2, ...NOT_WON), rivalOfLoss);
    const wins = withResult(tallies(BEATEN), 1, 'won');
    const won = byRival(wins, ({ at: [beaten] }) => rivalNamed(beaten));
    const silent = dealsIn(wins.filter(({ at: [beaten] }) => beaten === null));
    return {
      id: 'competitors',
      title: 'Whom I win and lose against',
      columns: columnsFor(scope),
      rows: [...new Set([...lost.keys(), ...won.keys()])]
        .map((key) => rowOf(key, lost.get(key) ?? [], edges.get(key) ?? [], won.get(key) ?? []))
        .toSorted(byCount('faced')),
      notes: [
        'Faced: won against them or lost to them. Better at: where they were ahead most often, in my view.',
        ...(silent === 0
          ? []
          : [`${silent} of ${dealsIn(wins)} wins name nobody, so these rates are lower than the true ones.`]),
      ],
      chart: { kind: 'bars', column: 'lost' },
    };
  },
};

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

/** The most frequent text in a dimension; of two, the first by the alphabet. */
function commonest(tally: Tally, place: number): string | null {
  const counts = [...splitTally(tally, place)].flatMap(([value, rows]) =>
    typeof value === 'string' ? [{ value, deals: dealsIn(rows) }] : [],
  );
  const [most] = counts.toSorted((one, other) => other.deals - one.deals || (one.value < other.value ? -1 : 1));
  return most?.value ?? null;
}

/** A name is written as it is in the most deals. */
function commonestName(met: readonly Met[]): string | null {
  return commonest(
    met.map(({ name, row }) => ({ ...row, at: [name] })),
    0,
  );
}

interface Named {
  readonly key: string;
  readonly name: string;
}

/** A rival as it was named in some deals. */
interface Met extends Named {
  readonly row: TallyRow;
}

function rowsIn(met: readonly Met[]): Tally {
  return met.map(({ row }) => row);
}

function byRival(tally: Tally, rivalOf: (row: TallyRow) => Named | undefined): ReadonlyMap<string, readonly Met[]> {
  const rivals = new Map<string, Met[]>();
  for (const row of tally) {
    const named = rivalOf(row);
    if (named !== undefined) rivals.set(named.key, [...(rivals.get(named.key) ?? []), { ...named, row }]);
  }
  return rivals;
}

/** What is no name of a vendor. */
const APART = new Map([
  ['do-nothing', 'doing nothing'],
  ['in-house', 'building it themselves'],
  ['not-named', 'somebody not named'],
]);

const DOING_NOTHING = new Set([
  'do-nothing',
  'do nothing',
  'doing nothing',
  'nothing',
  'nobody',
  'no one',
  'none',
  'no decision',
  'status quo',
]);

/** Who has the business after a loss: nobody, the buyer, or the vendor that was named. */
function rivalOfLoss({ at: [winner, , outcome] }: TallyRow): Named | undefined {
  if (resultOf(outcome) === 'no-decision') return apart('do-nothing');
  if (outcome === 'in-house') return apart('in-house');
  if (outcome === 'lost-unspecified' && winner === null) return undefined;
  return rivalNamed(winner) ?? apart('not-named');
}

function rivalNamed(name: TallyRow['at'][number] | undefined): Named | undefined {
  if (typeof name !== 'string' || name.trim() === '') return undefined;
  const key = name.trim().normalize('NFC').toLowerCase();
  return DOING_NOTHING.has(key) ? apart('do-nothing') : { key, name: name.trim() };
}

function apart(key: string): Named {
  return { key, name: APART.get(key) ?? key };
}
