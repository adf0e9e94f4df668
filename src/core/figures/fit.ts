import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { counted } from '../text/sentence.ts';
import { evidenceOf } from '../statistics/evidence.ts';
import { dealsIn, moneyIn, type Tally, type TallyRow } from '../report/tally.ts';
import { countColumn, moneyColumn, shareColumns, shareValues } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import { ownRows } from './own-rows.ts';
import { DECIDED, NOT_WON, withResult } from './result.ts';
import { roughHours } from './rough-hours.ts';

/**
 * Deals by how well they fitted: the win rate, and the hours and the money in those that were lost. The ticks of the ideal
 * customer say it (see `bandByTicks`); a loss is a poor fit as well where the account is not wanted again, where it was the
 * wrong company, or where that is the reason.
 */
export const fit: Figure = {
  id: 'fit',
  unless:
    'It takes your ideal customer (lossdebrief config set ideal-customer …), or a deep look that says whether it was the right buyer: lossdebrief review D1',
  needs: () => [FIT],
  table: (tallies) => {
    const tally = withResult(tallies(FIT), OUTCOME, ...DECIDED);
    if (!tally.some(({ at }) => bandByTicks(at[TICKS]) !== undefined || at[BUYER] !== null)) return undefined;
    const rows = BANDS.flatMap((band) => rowOf(band, tally));
    if (rows.length === 0) return undefined;
    return {
      id: 'fit',
      title: 'How well deals fitted, and what went into those that were lost',
      columns: COLUMNS,
      rows,
      notes: [
        'Good is three quarters and more of what a good customer of yours has, poor is less than half. Won is counted where that was ticked.',
        'A loss is a poor fit too where the account is not wanted again, or was the wrong company. Hours are rough, with both ends.',
        ...poorNotes(tally),
      ],
    };
  },
};

const FIT = decided({ answer: 'fit' }, { answer: 'hours' }, { answer: 'right-buyer' }, { answer: 'again' }, 'reason');
const [TICKS, HOURS, BUYER, AGAIN, REASON, OUTCOME] = [0, 1, 2, 3, 4, 5];

const BANDS = ['good', 'partial', 'poor'] as const;
type Band = (typeof BANDS)[number];

const COLUMNS: FigureTable['columns'] = [
  countColumn('won', 'won'),
  countColumn('total', 'of'),
  ...shareColumns('rate', 'won', { count: 'won', total: 'total' }),
  countColumn('losses', 'losses'),
  countColumn('hoursKnown', 'with hours'),
  countColumn('hoursLeast', 'hours, at least'),
  countColumn('hoursMost', 'at most'),
  moneyColumn('lostValue', 'lost value'),
];

/** By the share that was met of what is known; nothing where nothing is. */
function bandByTicks(value: TallyRow['at'][number] | undefined): Band | undefined {
  const ticks = Object.values(ownRows(value) ?? {});
  const met = ticks.filter((tick) => tick === 'met').length;
  const known = met + ticks.filter((tick) => tick === 'not-met').length;
  if (known === 0) return undefined;
  if (met / known < 0.5) return 'poor';
  return met / known >= 0.75 ? 'good' : 'partial';
}

function bandOfLoss({ at }: TallyRow): Band | undefined {
  const isPoor = at[AGAIN] === 'no' || at[BUYER] === 'wrong-company' || at[REASON] === 'bad-fit';
  return isPoor ? 'poor' : bandByTicks(at[TICKS]);
}

function rowOf(band: Band, tally: Tally): readonly FigureRow[] {
  const ticked = tally.filter(({ at }) => bandByTicks(at[TICKS]) === band);
  const losses = withResult(tally, OUTCOME, ...NOT_WON).filter((row) => bandOfLoss(row) === band);
  const share = { count: dealsIn(withResult(ticked, OUTCOME, 'won')), total: dealsIn(ticked) };
  if (share.total + dealsIn(losses) === 0) return [];
  return [
    {
      key: band,
      label: `${band} fit`,
      evidence: evidenceOf(Math.max(share.total, dealsIn(losses))),
      values: {
        won: share.count,
        total: share.total,
        ...shareValues('rate', share),
        losses: dealsIn(losses),
        ...roughHours(losses, HOURS),
        lostValue: moneyIn(losses),
      },
    },
  ];
}

/** How much of the time in lost deals went into poor fits, by the lower end of each answer. */
function poorNotes(tally: Tally): readonly string[] {
  const losses = withResult(tally, OUTCOME, ...NOT_WON);
  const all = roughHours(losses, HOURS);
  if (all.hoursLeast === 0) return [];
  const poor = roughHours(
    losses.filter((row) => bandOfLoss(row) === 'poor'),
    HOURS,
  );
  const counts = `${poor.hoursLeast} of ${all.hoursLeast} hours in lost deals went into poor fits, by the lower ends of ${counted(all.hoursKnown, 'answer')}`;
  const isTooFew = evidenceOf(all.hoursKnown) === 'too-few';
  return [`${counts}: ${isTooFew ? 'too few to say' : `${Math.round((poor.hoursLeast / all.hoursLeast) * 100)} %`}.`];
}
