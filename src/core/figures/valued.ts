import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { counted } from '../text/sentence.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { dealsIn, type DealSide, splitTally, type Tally, type TallyRequest } from '../report/tally.ts';
import { byCount, countColumn, shareColumns, shareValues } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import { wordIn } from './figure-scope.ts';
import { NOT_WON, withResult } from './result.ts';

/** What buyers found better elsewhere: what they value, as far as it can be seen from here. */
export const valued: Figure = {
  id: 'valued',
  needs: () => [EDGES],
  table: (tallies, { edges }) => {
    const losses = withResult(tallies(EDGES), 1, ...NOT_WON);
    const seen = losses.filter(isSeen);
    return {
      id: 'valued',
      title: 'What buyers found better elsewhere',
      columns: SHARE_COLUMNS,
      rows: [...splitTally(seen)]
        .map(([edge, tally]) => rowOf(String(edge), wordIn(edges, String(edge)), tally, dealsIn(seen)))
        .toSorted(byCount('losses')),
      notes: [saySeen(dealsIn(seen), dealsIn(losses))],
      ...(seen.length === 0 && { notKnown: 'what buyers found better' }),
      chart: { kind: 'bars', column: 'losses' },
    };
  },
};

function saySeen(seen: number, losses: number): string {
  const others = losses - seen;
  const unseen = others === 0 ? '' : ` Of ${others} more nobody could tell, or nobody else has the business.`;
  return `As we see it, in ${counted(seen, 'loss', 'losses')}.${unseen}`;
}

/** The same by persona, segment and source: what was named most, of the losses in which anything was. */
export const valuedBy: Figure = {
  id: 'valued-by',
  needs: () => SIDES.map(({ request }) => request),
  table: (tallies, { edges }) => {
    const rows = SIDES.flatMap(({ side, request }) =>
      [...splitTally(withResult(tallies(request), 2, ...NOT_WON).filter(isSeen), 1)].flatMap(([value, tally]) =>
        value === null || value === '' ? [] : mostRow(side, String(value), tally),
      ),
    );
    return {
      id: 'valued-by',
      title: 'What mattered most, and to whom',
      columns: [
        { key: 'side', title: 'by', kind: 'text' },
        { key: 'most', title: 'mattered most', kind: 'text', words: edges },
        ...SHARE_COLUMNS,
      ],
      rows,
      notes: [],
      ...(rows.length === 0 && { notKnown: 'what mattered to whom' }),
    };
  },
};

const EDGE = { answer: 'winner-edge' } as const;
const EDGES = decided(EDGE);

const SIDES: readonly { readonly side: DealSide; readonly request: TallyRequest }[] = (
  ['persona', 'segment', 'source'] as const
).map((side) => ({ side, request: decided(EDGE, side) }));

const SHARE_COLUMNS: FigureTable['columns'] = [
  countColumn('losses', 'losses'),
  countColumn('total', 'of'),
  ...shareColumns('share', 'share', { count: 'losses', total: 'total' }),
];

/** Whether anything was seen: "I cannot see it yet" is an honest answer, and no value. */
function isSeen({ at: [edge] }: Tally[number]): boolean {
  return edge !== null && edge !== undefined && edge !== 'cannot-see';
}

function rowOf(key: string, label: string, tally: Tally, total: number): FigureRow {
  const share = { count: dealsIn(tally), total };
  return {
    key,
    label,
    evidence: evidenceOf(total),
    values: { losses: share.count, total, ...shareValues('share', share) },
  };
}

/** What was named most often; of two, the first by the alphabet. */
function mostRow(side: DealSide, value: string, tally: Tally): readonly FigureRow[] {
  const [most] = [...splitTally(tally)].toSorted(
    ([one, some], [other, others]) => dealsIn(others) - dealsIn(some) || (String(one) < String(other) ? -1 : 1),
  );
  if (!most) return [];
  const row = rowOf(`${side}:${value}`, value, most[1], dealsIn(tally));
  return [{ ...row, values: { side, most: String(most[0]), ...row.values } }];
}
