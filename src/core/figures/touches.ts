import type { FigureRow, FigureTable } from '../report/report-table.ts';
import { counted } from '../text/sentence.ts';
import { median } from '../statistics/quantiles.ts';
import { dealsIn, type Tally, type TallyRequest } from '../report/tally.ts';
import { type Channel, CHANNELS } from '../touch.ts';
import { countColumn, evidenceOfBoth } from './columns.ts';
import { decided } from './decisions.ts';
import type { Figure } from './figure.ts';
import { DECIDED, NOT_WON, withResult } from './result.ts';
import { spansIn } from './spans.ts';

/** How many contacts it took until the decision, by channel, in wins and in losses. */
export const touches: Figure = {
  id: 'touches',
  unless: 'It takes a log of a deal that is decided: lossdebrief log D1 call',
  needs: () => ROWS.map(({ request }) => request),
  table: (tallies) => {
    const all = withResult(tallies(ALL.request), 1, ...DECIDED);
    const logged = spansIn(all).length;
    if (logged === 0) return undefined;
    return {
      id: 'touches',
      title: 'Contacts up to the decision (median), in wins and in losses',
      columns: COLUMNS,
      rows: ROWS.flatMap((row) => rowOf(row, withResult(tallies(row.request), 1, ...DECIDED))),
      notes: [
        `${logged} of ${counted(dealsIn(all), 'decided deal')} ${logged === 1 ? 'has' : 'have'} a log and ${logged === 1 ? 'is' : 'are'} counted. A missed call is no contact.`,
        'Where a sale takes longer there are more contacts in it, so what goes together is not yet a cause.',
      ],
    };
  },
};

interface Row {
  readonly channel: Channel | 'all';
  readonly label: string;
  readonly request: TallyRequest;
}

const LABELS: Readonly<Record<Channel, string>> = {
  call: 'calls',
  email: 'mails',
  meeting: 'meetings',
  demo: 'demos',
  proposal: 'proposals',
  message: 'messages',
  other: 'others',
};

const ALL = rowFor('all', 'all contacts');
const ROWS: readonly Row[] = [ALL, ...CHANNELS.map((channel) => rowFor(channel, LABELS[channel]))];

function rowFor(channel: Channel | 'all', label: string): Row {
  return { channel, label, request: decided({ contacts: channel }) };
}

const COLUMNS: FigureTable['columns'] = [
  countColumn('wonMedian', 'in wins'),
  countColumn('wonDeals', 'wins counted'),
  countColumn('lostMedian', 'in losses'),
  countColumn('lostDeals', 'losses counted'),
];

/** A channel that nobody used is left out. */
function rowOf({ channel, label }: Row, tally: Tally): readonly FigureRow[] {
  const won = spansIn(withResult(tally, 1, 'won'));
  const lost = spansIn(withResult(tally, 1, ...NOT_WON));
  if (channel !== 'all' && [...won, ...lost].every((contacts) => contacts === 0)) return [];
  return [
    {
      key: channel,
      label,
      evidence: evidenceOfBoth(won.length, lost.length),
      values: {
        wonMedian: middleOf(won),
        wonDeals: won.length,
        lostMedian: middleOf(lost),
        lostDeals: lost.length,
      },
    },
  ];
}

/** Below five deals a middle says nothing, as in `cycle`. */
function middleOf(contacts: readonly number[]): number | null {
  return evidenceOfBoth(contacts.length, contacts.length) === 'too-few' ? null : (median(contacts) ?? null);
}
