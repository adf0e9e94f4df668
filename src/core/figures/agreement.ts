import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { sayShare } from '../statistics/say-share.ts';
import { dealsIn, type Tally } from '../report/tally.ts';
import { countColumn, shareColumns, shareValues } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import { REASONS } from './reasons.ts';
import { type Result, withResult } from './result.ts';

/** How often one's own reason was the one that the buyer gave later. */
export const agreement: Figure = {
  id: 'agreement',
  needs: () => [REASONS, FEEDBACK],
  table: (tallies) => {
    const held = withResult(tallies(REASONS), 2, ...ENDED);
    const asked = withResult(tallies(FEEDBACK), 1, ...ENDED).filter(({ at: [state] }) => state !== null);
    const replies = { count: countAt(asked, 0, 'replied'), total: dealsIn(asked) };
    const total = dealsIn(held.filter(({ at: [, state] }) => state !== null));
    return {
      id: 'agreement',
      title: 'My reason beside the one confirmed later (of those who replied)',
      columns: COLUMNS,
      rows: ROWS.map(([key, label]) => rowOf(key, label, { count: countAt(held, 1, key), total }, replies)),
      notes: [
        replies.total === 0
          ? 'No buyer has been asked yet. Ask one: lossdebrief feedback D12'
          : `Buyers who replied when asked: ${sayShare(replies)}. Those who reply may not be like those who do not.`,
      ],
      ...(replies.total + total === 0 && { notKnown: "the buyers' own reasons" }),
    };
  },
};

const FEEDBACK = decided('feedback');
/** A buyer can be asked about any deal that was not won. */
const ENDED: readonly Result[] = ['lost', 'no-decision', 'apart'];

const ROWS = [
  ['exact', 'my primary reason'],
  ['partly', 'one of my other reasons'],
  ['wrong', 'another reason'],
] as const;

const COLUMNS: FigureTable['columns'] = [
  countColumn('count', 'losses'),
  countColumn('total', 'of'),
  ...shareColumns('share', 'share', { count: 'count', total: 'total' }),
  { key: 'replyRate', title: 'buyers who replied', kind: 'share' },
];

function countAt(tally: Tally, place: number, state: string): number {
  return dealsIn(tally.filter(({ at }) => at[place] === state));
}

interface Counts {
  readonly count: number;
  readonly total: number;
}

function rowOf(key: string, label: string, share: Counts, replies: Counts): FigureRow {
  return {
    key,
    label,
    evidence: evidenceOf(share.total),
    values: {
      ...share,
      ...shareValues('share', share),
      replyRate: evidenceOf(replies.total) === 'too-few' ? null : replies.count / replies.total,
    },
  };
}
